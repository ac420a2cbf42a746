"""What founds a group as an operator types it: the options of `piiri group create`, or the cells of a table."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.core.choosing import read_order
from bot.core.incoming import Sender
from bot.core.model import Floor, Group
from bot.core.people import person_for
from bot.core.ports import House, Rhythm, UnitOfWork
from bot.core.programme import Programme
from bot.core.refusal import Refusal
from bot.core.uses.founding.setup import Spec, count_within, found, length_within, not_in_programme, read_name
from bot.core.uses.meetings.elsewhere import place_or_link

PLATFORMS = ("browser", "telegram", "discord")
LANGUAGE = "en"
"""The command line's own language."""

DISAGREES = {"rhythm-weekday", "rhythm-time"}
"""What is said of a rhythm beside a first meeting; of no use where that was not understood."""

T = TypeVar("T")
Typed = Mapping[str, Any]
"""What was typed for each option; nothing where it was left out and has no usual value."""


def spec_of(house: House, typed: Typed) -> Spec:
    """Everything typed, understood; refuses the first thing that cannot stand."""
    spec, refused = read_spec(house, typed)
    if spec is None:
        raise next(iter(refused.values()))
    return spec


def read_spec(house: House, typed: Typed) -> tuple[Spec | None, dict[str, Refusal]]:
    """Everything typed, understood, or why not for each option that cannot stand.

    What hangs on a programme that is not there is not looked at.
    """
    refused: dict[str, Refusal] = {}

    def read(option: str, make: Callable[..., T], *of: object) -> T | None:
        if any(each is None for each in of):
            return None
        try:
            return make(house, typed, *of)
        except Refusal as refusal:
            refused[option] = refusal
            return None

    platform = read("platform", _platform)
    at = read("remote" if typed["remote"] else "place", _place_and_link)
    name = read("name", _name)
    zone = read("zone", _zone)
    first = read("first", _first, zone or ZoneInfo("UTC"))
    rhythm = read("every", _rhythm, first or house.clock.now().replace(tzinfo=None))
    if first is None and "every" in refused and refused["every"].phrase in DISAGREES:
        del refused["every"]
    programme = read("programme", _programme)
    language = read("language", _language, programme)
    minutes = read("length", _minutes, programme)
    count = read("meetings", _count, programme)
    themes = read("themes", _themes, programme)
    # Written out: so the types know that none of them is missing.
    if platform is None or at is None or name is None or zone is None or first is None or rhythm is None:
        return None, refused
    if programme is None or language is None or minutes is None or count is None or themes is None:
        return None, refused
    place, link = at
    spec = Spec(
        name=name,
        platform=platform,
        channel=typed["channel"],
        programme=programme.slug,
        language=language,
        zone=zone,
        first=first,
        rhythm=rhythm,
        minutes=minutes,
        meetings=count,
        place=place,
        link=link,
        themes=themes,
        floor=Floor(typed["feedback"]),
    )
    return spec, refused


def _platform(_house: House, typed: Typed) -> str:
    if typed["platform"] not in PLATFORMS:
        raise Refusal("platform-unknown", names=PLATFORMS)
    return str(typed["platform"])


def _place_and_link(_house: House, typed: Typed) -> tuple[str, str]:
    if typed["remote"] and typed["place"]:
        raise Refusal("remote-or-place")
    place, link = place_or_link(typed["remote"] or typed["place"] or "")
    if typed["remote"] and not link:
        raise Refusal("link-not-https")
    return place, link


def _name(_house: House, typed: Typed) -> str:
    return read_name(typed["name"])


def _zone(house: House, typed: Typed) -> ZoneInfo:
    return house.typed.zone(typed["zone"])


def _first(house: House, typed: Typed, zone: ZoneInfo) -> datetime:
    return house.typed.when(typed["first"], language=LANGUAGE, zone=zone, now=house.clock.now())


def _rhythm(house: House, typed: Typed, first: datetime) -> Rhythm:
    return house.typed.rhythm(typed["every"], first=first)


def _programme(house: House, typed: Typed) -> Programme:
    return house.library.programme(typed["programme"])


def _language(_house: House, typed: Typed, programme: Programme) -> str:
    if typed["language"] not in programme.languages:
        raise not_in_programme(programme)
    return str(typed["language"])


def _minutes(house: House, typed: Typed, programme: Programme) -> int:
    if not typed["length"]:
        return length_within(programme, programme.minutes.usual)
    length = house.typed.length(typed["length"])
    return length_within(programme, int(length.total_seconds() // 60))


def _count(_house: House, typed: Typed, programme: Programme) -> int:
    return count_within(programme, typed["meetings"] or programme.meetings.usual)


def _themes(_house: House, typed: Typed, programme: Programme) -> tuple[str, ...]:
    themes = read_order(typed["themes"] or "", programme.themes())
    if typed["themes"] and not themes:
        raise Refusal("themes-unknown", names=programme.themes())
    return themes


async def found_for(work: UnitOfWork, house: House, spec: Spec, convener: str, name: str) -> Group:
    """Found it for the convener of this handle; whoever is known keeps their language, and without a `name` theirs."""
    known = next(iter(await work.persons.find(platform=spec.platform, handle=convener)), None)
    sender = Sender(
        spec.platform,
        convener,
        name or (known.name if known else convener),
        known.language if known else spec.language,
    )
    return await found(work, house, spec, await person_for(work, house, sender))


def line(house: House, spec: Spec) -> str:
    """What was founded, or would be; of a group that goes on, how many meetings a season has."""
    goes_on = house.library.programme(spec.programme).open_ended
    count = f"seasons of {spec.meetings} meetings" if goes_on else f"{spec.meetings} meetings"
    return f"{spec.name}: {count} from {spec.first:%Y-%m-%d %H:%M}, {spec.zone.key}"
