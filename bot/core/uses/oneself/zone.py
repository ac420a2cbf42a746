"""The zone that a person lives in, where it is not their group's: times are told in both."""

from dataclasses import replace

from bot.core.outgoing import Field, Form, Phrase, Reply, say
from bot.core.refusal import Refusal
from bot.core.turn import Problems, Turn, Values, told

SUGGESTED = 5
TYPED_MOST = 60
SHOWN = 40
"""Characters of what was typed that are said back."""


async def ask_zone(turn: Turn) -> Reply:
    """The form, with what stands."""
    field = Field("zone", say("zone-label"), say("zone-hint"), required=False, most=TYPED_MOST, value=turn.person.zone)
    return Form("zone", "", say("zone-title"), (field,))


async def check_zone(turn: Turn, values: Values) -> Problems:
    """A zone by its name, by a city in it, or by a country that has one; or nothing."""
    found = _read(turn, values.get("zone", ""))
    return {} if isinstance(found, str) else {"zone": found}


def _read(turn: Turn, typed: str) -> str | Phrase:
    """The zone's name, empty for the group's own; or what to write instead."""
    text = " ".join(typed.split())
    if not text:
        return ""
    try:
        return turn.house.typed.zone(text).key
    except Refusal:
        found = turn.house.typed.zones(text)
        if len(found) == 1:
            return found[0]
        if found:
            return say("zone-several", names=tuple(found[:SUGGESTED]))
        return say("zone-nowhere", zone=text[:SHOWN])


async def take_zone(turn: Turn, values: Values) -> Reply:
    """Keep it with the person; it holds in all their groups."""
    zone = _read(turn, values["zone"])
    if not isinstance(zone, str):
        raise Refusal(zone.id, **zone.values)
    await turn.work.persons.save(replace(turn.person, zone=zone))
    return told("zone-kept", city=say("zone-city", zone=zone)) if zone else told("zone-cleared")
