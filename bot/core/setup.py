"""Setting a group up: asked, shown back, and only then kept. The command line founds groups through the same door."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.forms import DONE
from bot.core.meetings import place_or_link, refusal_as_problem
from bot.core.model import Convener, Draft, Floor, Group, Life, Meeting, Person
from bot.core.outgoing import Block, Field, Form, Heading, Items, Message, Option, Own, Pack, Para, Reply, Text, say
from bot.core.ports import House, Rhythm, UnitOfWork
from bot.core.programme import Programme
from bot.core.refusal import Refusal
from bot.core.replan import replan, tell
from bot.core.saying import Saying
from bot.core.season import dates
from bot.core.theme import read_order
from bot.core.turn import Problems, Turn, Values, button, told
from bot.core.view import View, where

NAME_MOST = 60
DEFAULT_ZONE = "Europe/Helsinki"


@dataclass(frozen=True)
class Spec:
    """Everything that founding a group needs, understood and within what its programme allows. `first` is local."""

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


async def ask_setup(turn: Turn) -> Reply:
    """The form, with what was typed before where the person comes back to change it."""
    channel = await _may(turn)
    draft = await turn.work.drafts.get(turn.person.id)
    typed = json.loads(draft.values) if draft and draft.form == "setup" else {}
    library = turn.house.library
    slugs = library.programmes()
    most = max(library.programme(slug).meetings.most for slug in slugs)
    least = min(library.programme(slug).meetings.least for slug in slugs)
    fields = (
        Field("name", say("setup-name"), most=NAME_MOST),
        Field(
            "programme",
            say("setup-programme"),
            options=tuple(Option(s, Pack(s, "name")) for s in slugs),
            value=slugs[0] if len(slugs) == 1 else "",
        ),
        Field(
            "language",
            say("setup-language"),
            options=tuple(Option(code, say("language-name", code=code)) for code in library.languages()),
            value=turn.person.language,
        ),
        Field("first", say("setup-first"), say("when-hint"), most=80),
        Field("every", say("setup-every"), options=tuple(Option(e, say(f"every-{e}")) for e in _EVERY), value="3w"),
        Field("length", say("setup-length"), options=tuple(Option(x, Own(x)) for x in _LENGTHS), value="2h30"),
        Field(
            "meetings",
            say("setup-meetings"),
            options=tuple(Option(str(n), Own(str(n))) for n in range(least, most + 1)),
            value="6",
        ),
        Field("where", say("where-label"), say("where-hint"), required=False),
        Field(
            "themes",
            say("setup-themes"),
            options=(Option("", say("setup-themes-later")), Option("order", say("setup-themes-order"))),
            required=False,
        ),
        Field(
            "floor",
            say("setup-floor"),
            say("setup-floor-hint"),
            options=tuple(Option(f, say(f"floor-{f}")) for f in Floor),
            value=Floor.FIVE,
        ),
        Field("zone", say("setup-zone"), value=DEFAULT_ZONE, most=60),
    )
    filled = tuple(replace(f, value=typed.get(f.name, f.value)) for f in fields)
    return Form("setup", channel, say("setup-title"), filled)


_EVERY = ("1w", "2w", "3w", "4w", "1m")
_LENGTHS = ("1h30", "2h", "2h30", "3h")


async def check_setup(turn: Turn, values: Values) -> Problems:
    """What cannot stand in what has been answered so far, field by field."""
    problems: Problems = {}
    readers: dict[str, Callable[[], object]] = {
        "name": lambda: read_name(values["name"]),
        "zone": lambda: turn.house.typed.zone(values["zone"]),
        "first": lambda: _first(turn, values),
        "every": lambda: _rhythm(turn, values),
        "length": lambda: _minutes(turn, values),
        "meetings": lambda: _count(turn, values),
        "where": lambda: place_or_link(values["where"]),
        "programme": lambda: _programme(turn, values),
        "language": lambda: _language(turn, values),
        "floor": lambda: read_floor(values["floor"]),
    }
    for name in values:
        try:
            readers.get(name, lambda: None)()
        except Refusal as refusal:
            problems[name] = refusal_as_problem(refusal)
    return problems


def read_name(typed: str) -> str:
    """A group's name with something in it, on one line."""
    name = " ".join("".join(c for c in typed if c.isprintable()).split())
    if not name:
        raise Refusal("field-empty")
    if len(name) > NAME_MOST:
        raise Refusal("field-too-long", count=len(name), most=NAME_MOST)
    return name


def read_floor(typed: str) -> Floor:
    """How feedback is shown."""
    if typed not in set(Floor):
        raise Refusal("choice-unknown")
    return Floor(typed)


def _zone(turn: Turn, values: Values) -> ZoneInfo:
    try:
        return turn.house.typed.zone(values.get("zone", DEFAULT_ZONE))
    except Refusal:  # told at its own field
        return ZoneInfo(DEFAULT_ZONE)


def _first(turn: Turn, values: Values) -> datetime:
    zone, language = _zone(turn, values), turn.person.language
    return turn.house.typed.when(values["first"], language=language, zone=zone, now=turn.now)


def _rhythm(turn: Turn, values: Values) -> Rhythm:
    try:
        first = _first(turn, values)
    except (Refusal, KeyError):  # told at its own field
        first = turn.now.replace(tzinfo=None)
    return turn.house.typed.rhythm(values["every"], language=turn.person.language, first=first)


def _programme(turn: Turn, values: Values) -> Programme:
    return turn.house.library.programme(values.get("programme") or turn.house.library.programmes()[0])


def _language(turn: Turn, values: Values) -> str:
    language = values["language"]
    if language not in turn.house.library.languages():
        raise Refusal("language-unknown")
    if language not in _programme(turn, values).languages:
        raise not_in_programme(_programme(turn, values))
    return language


def not_in_programme(programme: Programme) -> Refusal:
    """That the programme has no words in a language, with those that it has."""
    return Refusal("language-not-in-programme", names=tuple(say("language-name", code=c) for c in programme.languages))


def _minutes(turn: Turn, values: Values) -> int:
    length = turn.house.typed.length(values["length"], language=turn.person.language)
    return length_within(_programme(turn, values), int(length.total_seconds() // 60))


def length_within(programme: Programme, minutes: int) -> int:
    """A meeting's length that the programme's meetings fit in."""
    if not programme.minutes.least <= minutes <= programme.minutes.most:
        raise Refusal("length-range", least=programme.minutes.least, most=programme.minutes.most)
    return minutes


def _count(turn: Turn, values: Values) -> int:
    if not values["meetings"].isdecimal():
        raise Refusal("choice-unknown")
    return count_within(_programme(turn, values), int(values["meetings"]))


def count_within(programme: Programme, count: int) -> int:
    """A number of meetings that the programme is made for."""
    if not programme.meetings.least <= count <= programme.meetings.most:
        raise Refusal("meetings-range", least=programme.meetings.least, most=programme.meetings.most)
    return count


async def take_setup(turn: Turn, values: Values) -> Reply:
    """Show everything back as it was understood; kept only as a sealed draft until the last press."""
    channel = await _may(turn)
    await turn.work.drafts.drop(id=turn.person.id)
    await turn.work.drafts.add(Draft(turn.person.id, "instance", "setup", channel, DONE, json.dumps(values), turn.now))
    return Message(
        (Heading(say("setup-preview")), *_shown_back(turn, _spec(turn, values, channel))),
        ((button(say("button-setup-sure"), "setup-sure"), button(say("button-setup-change"), "setup")),),
    )


def _spec(turn: Turn, values: Values, channel: str) -> Spec:
    programme = _programme(turn, values)
    place, link = place_or_link(values.get("where", ""))
    chosen = values.get("themes", "")
    return Spec(
        name=read_name(values["name"]),
        platform=turn.person.platform,
        channel=channel,
        programme=programme.slug,
        language=_language(turn, values),
        zone=turn.house.typed.zone(values.get("zone") or DEFAULT_ZONE),
        first=_first(turn, values),
        rhythm=_rhythm(turn, values),
        minutes=_minutes(turn, values),
        meetings=_count(turn, values),
        place=place,
        link=link,
        themes=programme.themes() if chosen == "order" else read_order(chosen, programme.themes()),
        floor=read_floor(values["floor"]),
    )


def _shown_back(turn: Turn, spec: Spec) -> list[Block]:
    group = _group(spec, "", "", turn.now)
    meetings = _meetings(spec, group, turn.house.chance.new_id, turn.now)
    seen = View(group, turn.house.library.programme(spec.programme), (), tuple(meetings), ())
    first = Para(say("setup-first-day", date=spec.first.date()))  # with its year, which a list of meetings leaves out
    return [*_about(seen), first, Para(say(f"floor-said-{spec.floor}")), Para(say("setup-nothing-yet"))]


def _about(seen: View) -> list[Block]:
    group, first = seen.group, seen.meetings[0]
    lines: tuple[Text, ...] = tuple(say("plan-line", when=m.starts, theme=seen.title(m)) for m in seen.meetings)
    return [
        Heading(say("plan-heading", group=group.name, programme=Pack(group.programme, "name"))),
        Items(lines),
        Para(say("lasts", hours=group.minutes // 60, minutes=group.minutes % 60)),
        Para(where(first)),
    ]


async def setup(turn: Turn) -> Reply:
    """Found the group that was shown back. Its convener is a member only after pressing "I'm in"."""
    draft = await turn.work.drafts.get(turn.person.id)
    if draft is None or draft.form != "setup":
        raise Refusal("refused-old")
    values = json.loads(draft.values)
    group = await found(turn.work, turn.house, _spec(turn, values, draft.about), turn.person)
    await turn.work.drafts.drop(id=turn.person.id)
    return told("setup-done", (button(say("button-menu"), "menu", group.id),), group=group.name)


async def found(work: UnitOfWork, house: House, spec: Spec, convener: Person) -> Group:
    """Keep a new group with its meetings and convener, and post its plan. One group at a time on a channel."""
    taken = await work.groups.find(platform=spec.platform, channel=spec.channel)
    if any(g.life is not Life.ENDED for g in taken):
        raise Refusal("channel-taken")
    now = house.clock.now()
    group = _group(spec, house.chance.new_id(), await work.keys.make(), now)
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
    )


def _meetings(spec: Spec, group: Group, new_id: Callable[[], str], now: datetime) -> list[Meeting]:

    return [
        Meeting(new_id(), group.id, starts, spec.minutes, spec.place, spec.link, now)
        for starts in dates(spec.first, spec.rhythm.count, spec.rhythm.unit, spec.meetings)
    ]


async def _may(turn: Turn) -> str:
    """The channel that is being set up: the one pressed in, or in private the one that the person's draft began in."""
    if turn.channel is None:
        draft = await turn.work.drafts.get(turn.person.id)
        if draft is None or draft.form != "setup":
            raise Refusal("setup-in-channel")
        return draft.about
    if not turn.may_convene:
        raise Refusal("refused-may-not-convene")
    return turn.channel


async def say_plan(saying: Saying) -> Message | None:
    """The first post: what this is, when we meet, what becomes of what people write, and the press that joins."""
    seen = saying.seen
    blocks: list[Block] = [
        *_about(seen),
        Para(saying.pack("about")),
        Para(say("plan-join")),
        Para(say("privacy-short")),
    ]
    row = (button(say("button-join"), "join", seen.group.id), button(say("button-privacy"), "privacy"))
    return Message(tuple(blocks), (row,))
