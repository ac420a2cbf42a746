"""Setting a group up: asked, shown back, and only then founded."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zlib import crc32
from zoneinfo import ZoneInfo

from bot.core import forms, subgroup_channels
from bot.core.choosing import read_order
from bot.core.letters import cut, one_line
from bot.core.model import Draft, Floor
from bot.core.outgoing import Field, Form, Heading, Message, Option, Own, Pack, Para, Phrase, Reply, say
from bot.core.ports import Library, Rhythm
from bot.core.programme import Programme
from bot.core.refusal import Refusal
from bot.core.turn import Problems, Turn, Values, button, groups_here, told
from bot.core.uses.convening.channels import may_convene
from bot.core.uses.founding.setup import (
    NAME_MOST,
    Spec,
    count_within,
    found,
    length_within,
    not_in_programme,
    not_spoken,
    preview,
    read_name,
)
from bot.core.uses.meetings.elsewhere import place_or_link
from bot.core.uses.meetings.meetings import refusal_as_problem

DEFAULT_ZONE = "Europe/Helsinki"
EVERY = ("1w", "2w", "3w", "4w", "1m")
LENGTHS = {"1h": 60, "1h30": 90, "2h": 120, "2h30": 150, "3h": 180}
_OF_PROGRAMME = frozenset({"language", "length", "meetings"})
"""The fields of which the programme says what they may be."""


async def ask_setup(turn: Turn) -> Reply:
    """The form, with what was typed before where the person comes back to change it."""
    channel = await _may(turn)
    draft = await _mine(turn)
    typed = forms.values_of(draft) if draft else {}
    title, programme = cut(one_line(turn.title), NAME_MOST), typed.get("programme", "")
    fields = fields_of(turn.house.library, title, turn.person.language, programme)
    filled = tuple(replace(f, value=typed.get(f.name, f.value)) for f in fields)
    return Form("setup", channel, say("setup-title"), filled, shown_back=True)


def choices(library: Library) -> tuple[Field, ...]:
    """The fields of the form that have given answers, for platforms whose commands can carry these."""
    return tuple(field for field in fields_of(library, "", "") if field.options)


def fields_of(library: Library, title: str, language: str, programme: str = "") -> tuple[Field, ...]:
    """Everything that is asked of whoever founds a group, as far as the programme, once known, leaves it open."""
    slugs = library.programmes()
    programme = programme or (slugs[0] if len(slugs) == 1 else "")
    every = _fields(library, title, language)
    return _narrowed(every, library.programme(programme)) if programme in slugs else every


def _narrowed(fields: tuple[Field, ...], programme: Programme) -> tuple[Field, ...]:
    """The fields of one programme: what it has not is not offered, and what it leaves no choice in is not asked."""
    minutes, meetings = programme.minutes, programme.meetings
    fits: dict[str, Callable[[str], bool]] = {
        "language": lambda code: code in programme.languages,
        "length": lambda typed: minutes.least <= LENGTHS[typed] <= minutes.most,
        "meetings": lambda count: meetings.least <= int(count) <= meetings.most,
    }
    asked = {field.name: field for field in fields if field.name != "themes" or not programme.fixed}
    for name, fit in fits.items():
        values = [option.value for option in asked[name].options]
        asked[name] = replace(asked[name], unfit=frozenset(value for value in values if not fit(value)))
    usual = min(LENGTHS, key=lambda typed: (not fits["length"](typed), abs(LENGTHS[typed] - minutes.usual)))
    asked["length"] = replace(asked["length"], value=usual)
    hint = asked["meetings"].hint if programme.open_ended else None
    only = meetings.least == meetings.most
    asked["meetings"] = replace(asked["meetings"], value=str(meetings.usual), hint=hint, usual=only)
    if "themes" in asked:
        hint = say("setup-themes-hint") if programme.unchosen == "next" else None
        asked["themes"] = replace(asked["themes"], hint=hint)
    return tuple(asked.values())


def _fields(library: Library, title: str, language: str) -> tuple[Field, ...]:
    slugs = library.programmes()
    # What no programme has is not offered at all.
    open_ = [library.programme(slug) for slug in slugs]
    most, least = max(p.meetings.most for p in open_), min(p.meetings.least for p in open_)
    return (
        Field(
            "name",
            say("setup-name"),
            most=NAME_MOST,
            value=title,
            usual=True,
            short=_short("name"),
        ),
        Field(
            "programme",
            say("setup-programme"),
            options=tuple(Option(s, Pack(s, "name")) for s in slugs),
            value=slugs[0] if len(slugs) == 1 else "",
            usual=len(slugs) == 1,
        ),
        Field(
            "language",
            say("setup-language"),
            options=tuple(
                Option(code, say("language-name", code=code))
                for code in library.languages()
                if any(code in p.languages for p in open_)
            ),
            value=language,
            short=_short("language"),
        ),
        Field("first", say("setup-first"), say("when-hint"), most=80),
        Field(
            "every",
            say("setup-every"),
            options=tuple(Option(e, say(f"every-{e}")) for e in EVERY),
            value="3w",
            short=_short("every"),
        ),
        Field(
            "length",
            say("setup-length"),
            options=tuple(
                Option(x, Own(x))
                for x, minutes in LENGTHS.items()
                if any(p.minutes.least <= minutes <= p.minutes.most for p in open_)
            ),
            value="2h30",
            short=_short("length"),
        ),
        Field(
            "meetings",
            say("setup-meetings"),
            say("setup-meetings-hint") if any(p.open_ended for p in open_) else None,
            options=tuple(Option(str(n), Own(str(n))) for n in range(least, most + 1)),
            value="6",
            short=_short("meetings"),
        ),
        Field("where", say("where-label"), say("where-hint"), required=False, short=_short("where")),
        Field(
            "themes",
            say("setup-themes"),
            _of_themes(open_),
            options=(Option("", say("setup-themes-later")), Option("order", say("setup-themes-order"))),
            required=False,
        ),
        Field(
            "floor",
            say("setup-floor"),
            say("setup-floor-hint"),
            options=tuple(Option(f, say(f"floor-{f}")) for f in Floor),
            value=Floor.FIVE,
            short=_short("floor"),
        ),
        Field("zone", say("setup-zone"), value=DEFAULT_ZONE, most=60, usual=True),
    )


def _of_themes(programmes: list[Programme]) -> Phrase | None:
    """What leaving the themes open comes to, before the programme is known."""
    if any(p.fixed for p in programmes):
        return say("setup-themes-hint-some")
    return say("setup-themes-hint") if any(p.unchosen == "next" for p in programmes) else None


def _short(name: str) -> Phrase:
    return say(f"setup-short-{name}")


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
        "floor": lambda: _floor(values["floor"]),
    }
    for name in values.keys() & readers.keys():
        if name in _OF_PROGRAMME and "programme" not in values:  # it is told at its own field
            continue
        try:
            readers[name]()
        except Refusal as refusal:
            problems[name] = refusal_as_problem(refusal)
    return problems


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
    return turn.house.typed.rhythm(values["every"], first=first)


def _programme(turn: Turn, values: Values) -> Programme:
    return turn.house.library.programme(values["programme"])


def _language(turn: Turn, values: Values) -> str:
    language = values["language"]
    if language not in turn.house.library.languages():
        raise not_spoken(turn.house.library)
    if language not in _programme(turn, values).languages:
        raise not_in_programme(_programme(turn, values))
    return language


def _minutes(turn: Turn, values: Values) -> int:
    length = turn.house.typed.length(values["length"])
    return length_within(_programme(turn, values), int(length.total_seconds() // 60))


def _count(turn: Turn, values: Values) -> int:
    if not values["meetings"].isdecimal():
        raise Refusal("choice-unknown")
    return count_within(_programme(turn, values), int(values["meetings"]))


def _themes(programme: Programme, chosen: str) -> tuple[str, ...]:
    """The themes that are chosen already; a programme that goes by its own order does so of itself."""
    if chosen == "order":
        return programme.themes() if programme.unchosen == "ask" else ()
    return read_order(chosen, programme.themes())


def _floor(typed: str) -> Floor:
    if typed not in set(Floor):
        raise Refusal("choice-unknown")
    return Floor(typed)


async def take_setup(turn: Turn, values: Values) -> Reply:
    """Show everything back as it was understood; kept only as a sealed draft until the last press."""
    channel = await _may(turn)
    spec = spec_of(turn, values, channel)
    await forms.keep(turn, "setup", channel, values)
    blocks = (
        Heading(say("setup-preview")),
        *preview(spec, turn.house, turn.now),
        Para(say("setup-first-day", date=spec.first.date())),  # with its year, which a list of meetings leaves out
        Para(say(f"floor-said-{spec.floor}")),
        Para(say("setup-nothing-yet")),
    )
    sure = button(say("button-setup-sure"), "setup-sure", value=seal_of(values))
    return Message(blocks, ((sure, button(say("button-setup-change"), "setup")),))


def seal_of(values: Values) -> str:
    """What tells whether a last look showed just these answers."""
    return f"{crc32(json.dumps(values, sort_keys=True).encode()):x}"


def spec_of(turn: Turn, values: Values, channel: str) -> Spec:
    """What the answers come to; a refusal for one that cannot stand."""
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
        themes=_themes(programme, chosen),
        floor=_floor(values["floor"]),
    )


async def setup(turn: Turn) -> Reply:
    """Found the group that was shown back. Its convener is a member only after pressing "I'm in"."""
    there = await turn.work.drafts.get(turn.person.id)
    draft = await _mine(turn)
    if there and there.form == "setup" and draft is None:
        return told("setup-too-old")
    if draft is None:
        raise Refusal("refused-old")
    values = forms.values_of(draft)
    if turn.value != seal_of(values):
        raise Refusal("setup-changed")
    group = await found(turn.work, turn.house, spec_of(turn, values, draft.about), turn.person)
    await turn.work.drafts.drop(id=turn.person.id)
    turn.seats[turn.person.handle] = True
    return told("setup-done", (button(say("button-menu"), "menu", group.id),), group=group.name)


async def _mine(turn: Turn) -> Draft | None:
    """The person's own set-up, begun or waiting for its last press."""
    draft = await forms.kept(turn)
    return draft if draft and draft.form == "setup" else None


async def _may(turn: Turn) -> str:
    """The channel that is being set up: the one pressed in, or in private the one that the person's draft began in."""
    if turn.channel is None:
        draft = await _mine(turn)
        if draft is None:
            raise Refusal("setup-in-channel")
        return draft.about
    if await subgroup_channels.owner(turn.work, turn.person.platform, turn.channel):
        raise Refusal("setup-in-subgroup")
    if await groups_here(turn):
        raise Refusal("channel-taken")
    if not await may_convene(turn):
        raise Refusal("refused-may-not-convene")
    return turn.channel
