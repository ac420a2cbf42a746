"""Founding a group, the post of its plan, and what a programme allows. The command line comes through this door too."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core import editions, subgroup_channels
from bot.core.letters import one_line
from bot.core.model import Convener, Floor, Group, Life, Meeting, Person, Subgroup
from bot.core.outgoing import Block, Heading, Items, Message, Pack, Para, Text, say
from bot.core.ports import House, Library, Rhythm, UnitOfWork
from bot.core.programme import Programme
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying
from bot.core.season import dates
from bot.core.tell import tell
from bot.core.turn import button
from bot.core.uses.convening.facilitation import awaited, who_facilitates
from bot.core.view import View, where

NAME_MOST = 60


@dataclass(frozen=True)
class Spec:
    """Everything that founding a group needs, understood and within what its programme allows. `first` is local.

    In an open-ended programme the group goes on, and `meetings` is how many a season has. A group that has met before
    begins its next `season`, after the one of the group `before_id`.
    """

    name: str
    platform: str
    channel: str
    programme: str
    language: str
    zone: ZoneInfo
    first: datetime
    rhythm: Rhythm
    minutes: int
    meetings: int
    place: str
    link: str
    themes: tuple[str, ...]
    floor: Floor
    season: int = 0
    before_id: str = ""


def read_name(typed: str) -> str:
    """A group's name with something in it, on one line."""
    name = one_line(typed)
    if not name:
        raise Refusal("field-empty")
    if len(name) > NAME_MOST:
        raise Refusal("field-too-long", count=len(name), most=NAME_MOST)
    return name


def not_spoken(library: Library) -> Refusal:
    """That the bot does not speak a language, with those that it does."""
    return Refusal("language-unknown", names=tuple(say("language-name", code=code) for code in library.languages()))


def not_in_programme(programme: Programme) -> Refusal:
    """That the programme has no words in a language, with those that it has."""
    return Refusal("language-not-in-programme", names=tuple(say("language-name", code=c) for c in programme.languages))


def length_within(programme: Programme, minutes: int) -> int:
    """A meeting's length that the programme's meetings fit in."""
    if not programme.minutes.least <= minutes <= programme.minutes.most:
        raise Refusal("length-range", least=programme.minutes.least, most=programme.minutes.most)
    return minutes


def count_within(programme: Programme, count: int) -> int:
    """A number of meetings that the programme is made for."""
    if not programme.meetings.least <= count <= programme.meetings.most:
        if programme.meetings.least == programme.meetings.most:
            raise Refusal("meetings-just", count=programme.meetings.most)
        raise Refusal("meetings-range", least=programme.meetings.least, most=programme.meetings.most)
    return count


def preview(spec: Spec, house: House, now: datetime) -> list[Block]:
    """The group as it would be, with nothing kept."""
    programme = house.library.programme(spec.programme)
    group = _group(spec, programme, "", "", now)
    meetings = _meetings(spec, group, house.chance.new_id, now)
    return _about(View(group, programme, (), tuple(meetings), ()), now)


async def found(work: UnitOfWork, house: House, spec: Spec, convener: Person) -> Group:
    """Keep a new group with its meetings and convener, and post its plan. One group at a time on a channel."""
    taken = await work.groups.find(platform=spec.platform, channel=spec.channel)
    if any(g.life is not Life.ENDED for g in taken):
        raise Refusal("channel-taken")
    if await subgroup_channels.owner(work, spec.platform, spec.channel):
        raise Refusal("setup-in-subgroup")
    await subgroup_channels.set_free(work, spec.platform, spec.channel)
    now = house.clock.now()
    edition = await editions.keep(work, house, spec.programme)
    programme = house.library.programme(edition)
    group = replace(_group(spec, programme, house.chance.new_id(), await work.keys.make(), now), edition=edition)
    await work.groups.add(group)
    await work.conveners.add(Convener(house.chance.new_id(), group.id, convener.id))
    for name in programme.subgroups:
        await work.subgroups.add(Subgroup(house.chance.new_id(), group.id, group.platform, name, ""))
    for meeting in _meetings(spec, group, house.chance.new_id, now):
        await work.meetings.add(meeting)
    await replan(work, house, group)
    first = spec.first.replace(tzinfo=spec.zone)
    await tell(work, house, group, "plan", due=now, expires=first)
    return group


def _group(spec: Spec, programme: Programme, group_id: str, key_id: str, now: datetime) -> Group:
    return Group(
        id=group_id,
        key_id=key_id,
        name=spec.name,
        platform=spec.platform,
        channel=spec.channel,
        programme=spec.programme,
        language=spec.language,
        zone=spec.zone.key,
        every_count=spec.rhythm.count,
        every_unit=spec.rhythm.unit,
        minutes=spec.minutes,
        themes=spec.themes,
        floor=spec.floor,
        life=Life.RUNNING,
        begun=now,
        season=spec.season,
        before_id=spec.before_id,
        season_meetings=spec.meetings if programme.open_ended else 0,
    )


def _meetings(spec: Spec, group: Group, new_id: Callable[[], str], now: datetime) -> list[Meeting]:
    return [
        Meeting(new_id(), group.id, starts, spec.minutes, spec.place, spec.link, now)
        for starts in dates(spec.first, spec.rhythm.count, spec.rhythm.unit, spec.meetings)
    ]


def _about(seen: View, now: datetime) -> list[Block]:
    group, shown = seen.group, seen.since(now)
    season = seen.season_of(shown[0]) if shown else ()  # of later ones only the beginning: the post has to stay one
    lines: tuple[Text, ...] = tuple(say("plan-line", when=m.starts, theme=seen.title(m)) for m in season)
    following = seen.next(now) or next(iter(shown), None)
    suggested = any(theme and not named for _, named, theme in seen.chosen())
    return [
        Heading(say("plan-heading", group=group.name, programme=Pack(group.pack, "name"))),
        Items(lines, seen.instants(season)),
        *(Para(say("seasons-then", when=m.starts), m.begins(group.tz)) for m in shown[len(season) :][:1]),
        *((Para(say("plan-suggested")),) if suggested else ()),
        *how_it_goes_on(seen),
        Para(say("lasts", hours=group.minutes // 60, minutes=group.minutes % 60)),
        *((Para(where(following)),) if following else ()),
    ]


def how_it_goes_on(seen: View) -> tuple[Para, ...]:
    """That the group goes on season after season, or that its last one is here; nothing where there is only one."""
    if seen.group.season_meetings:
        return (Para(say("seasons-how", count=seen.group.season_meetings)),)
    # Of the meetings that fell away with the later seasons nobody knows here, only that there is an end to them.
    return (Para(say("seasons-last-is", when=seen.meetings[-1].starts)),) if seen.ending else ()


async def say_plan(saying: Saying) -> Message | None:
    """The first post: what this is, when we meet, what becomes of what people write, and the press that joins."""
    seen = saying.seen
    blocks: list[Block] = [
        *_about(seen, saying.now),
        *(who_facilitates(seen) or awaited(seen)),
        Para(saying.pack("about")),
        *((Para(say("plan-again")),) if seen.group.before_id else ()),
        Para(say("plan-join")),
        Para(say("plan-privacy")),
    ]
    row = (button(say("button-join"), "join", seen.group.id), button(say("button-privacy"), "privacy"))
    return Message(tuple(blocks), (row,), pin=True)
