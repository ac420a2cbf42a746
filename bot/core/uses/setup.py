"""Founding a group, the post of its plan, and what a programme allows. The command line comes through this door too."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core import editions
from bot.core.model import Convener, Floor, Group, Life, Meeting, Person
from bot.core.outgoing import Block, Heading, Items, Message, Pack, Para, Text, say
from bot.core.ports import House, Rhythm, UnitOfWork
from bot.core.programme import Programme
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying
from bot.core.season import dates
from bot.core.tell import tell
from bot.core.turn import button
from bot.core.uses.facilitation import who_facilitates
from bot.core.view import View, where

NAME_MOST = 60


@dataclass(frozen=True)
class Spec:
    """Everything that founding a group needs, understood and within what its programme allows. `first` is local.

    A group that has met before begins its next `season`, after the one of the group `before_id`.
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


def clean_title(typed: str) -> str:
    """A name on one line, without what cannot be seen."""
    return " ".join("".join(c for c in typed if c.isprintable()).split())


def read_name(typed: str) -> str:
    """A group's name with something in it, on one line."""
    name = clean_title(typed)
    if not name:
        raise Refusal("field-empty")
    if len(name) > NAME_MOST:
        raise Refusal("field-too-long", count=len(name), most=NAME_MOST)
    return name


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
        raise Refusal("meetings-range", least=programme.meetings.least, most=programme.meetings.most)
    return count


def preview(spec: Spec, house: House, now: datetime) -> list[Block]:
    """The group as it would be, with nothing kept."""
    group = _group(spec, "", "", now)
    meetings = _meetings(spec, group, house.chance.new_id, now)
    return _about(View(group, house.library.programme(spec.programme), (), tuple(meetings), ()))


async def found(work: UnitOfWork, house: House, spec: Spec, convener: Person) -> Group:
    """Keep a new group with its meetings and convener, and post its plan. One group at a time on a channel."""
    taken = await work.groups.find(platform=spec.platform, channel=spec.channel)
    if any(g.life is not Life.ENDED for g in taken):
        raise Refusal("channel-taken")
    now = house.clock.now()
    edition = await editions.keep(work, house, spec.programme)
    group = replace(_group(spec, house.chance.new_id(), await work.keys.make(), now), edition=edition)
    await work.groups.add(group)
    await work.conveners.add(Convener(house.chance.new_id(), group.id, convener.id))
    for meeting in _meetings(spec, group, house.chance.new_id, now):
        await work.meetings.add(meeting)
    await replan(work, house, group)
    first = spec.first.replace(tzinfo=spec.zone)
    await tell(work, house, group, "plan", due=now, expires=first)
    return group


def _group(spec: Spec, group_id: str, key_id: str, now: datetime) -> Group:
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
    )


def _meetings(spec: Spec, group: Group, new_id: Callable[[], str], now: datetime) -> list[Meeting]:
    return [
        Meeting(new_id(), group.id, starts, spec.minutes, spec.place, spec.link, now)
        for starts in dates(spec.first, spec.rhythm.count, spec.rhythm.unit, spec.meetings)
    ]


def _about(seen: View) -> list[Block]:
    group = seen.group
    lines: tuple[Text, ...] = tuple(say("plan-line", when=m.starts, theme=seen.title(m)) for m in seen.meetings)
    return [
        Heading(say("plan-heading", group=group.name, programme=Pack(group.pack, "name"))),
        Items(lines, seen.instants()),
        Para(say("lasts", hours=group.minutes // 60, minutes=group.minutes % 60)),
        *(Para(where(meeting)) for meeting in seen.meetings[:1]),
    ]


async def say_plan(saying: Saying) -> Message | None:
    """The first post: what this is, when we meet, what becomes of what people write, and the press that joins."""
    seen = saying.seen
    blocks: list[Block] = [
        *_about(seen),
        *who_facilitates(seen),
        Para(saying.pack("about")),
        *((Para(say("plan-again")),) if seen.group.before_id else ()),
        Para(say("plan-join")),
        Para(say("plan-privacy")),
    ]
    row = (button(say("button-join"), "join", seen.group.id), button(say("button-privacy"), "privacy"))
    return Message(tuple(blocks), (row,), pin=True)
