"""The same instant on other clocks: in the zones that members have named for themselves."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.model import Group, Person, to_utc
from bot.core.outgoing import Block, Para, Phrase, Text, say
from bot.core.platform import Capabilities
from bot.core.ports import House, UnitOfWork
from bot.core.view import View


async def others(work: UnitOfWork, seen: View, can: Capabilities) -> tuple[str, ...]:
    """The zones of members that are not the group's, by name; none where each reader is shown their own time anyway."""
    if can.times or not seen.members:
        return ()
    people = await work.persons.find(id=[member.person_id for member in seen.members])
    return tuple(sorted({person.zone for person in people} - {"", seen.group.zone}))


def there(starts: datetime, group: Group, zone: str) -> Phrase | None:
    """What a local time of the group's is in another zone, with the day where that differs; None if it is the same."""
    local = to_utc(starts, group.tz).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if local == starts:
        return None
    city = say("zone-city", zone=zone)
    if local.date() != starts.date():
        return say("times-there-day", city=city, when=local)
    return say("times-there", city=city, time=local.time(), hour=local.hour, minute=local.minute)


def elsewhere(starts: datetime, group: Group, zones: Iterable[str]) -> tuple[Phrase, ...]:
    """What a local time is in these zones, where it is another."""
    return tuple(phrase for zone in zones if (phrase := there(starts, group, zone)))


def beside(starts: datetime, group: Group, zones: Collection[str]) -> Text:
    """A local time in words, with what it is elsewhere behind it."""
    found = elsewhere(starts, group, zones)
    return say("times-beside", when=starts, there=found) if found else say("when", when=starts)


async def in_words(work: UnitOfWork, house: House, seen: View, starts: Sequence[datetime]) -> list[Text]:
    """Local times as the group's channel reads them, with what they are where members are."""
    named = await others(work, seen, house.capabilities[seen.group.platform])
    return [beside(each, seen.group, named) for each in starts]


async def where_members_are(work: UnitOfWork, house: House, seen: View, starts: datetime) -> list[Block]:
    """What a meeting's time is elsewhere, in a line of its own; nothing where it is the same for everybody."""
    named = await others(work, seen, house.capabilities[seen.group.platform])
    found = elsewhere(starts, seen.group, named)
    return [Para(say("times-elsewhere", there=found))] if found else []


def for_reader(starts: datetime, group: Group, reader: Person, can: Capabilities) -> Text:
    """A local time in words, with what it is where its reader is."""
    return beside(starts, group, [reader.zone] if reader.zone and not can.times else [])
