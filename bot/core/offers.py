"""What a command's option may be: offered while it is typed, and looked at again once it is given."""

from collections.abc import Mapping

from bot.core.incoming import Typing
from bot.core.model import Group, Meeting, Role
from bot.core.outgoing import Offers, Option, Own, Text, say
from bot.core.refusal import Refusal
from bot.core.season import ahead
from bot.core.turn import Turn, Use, Values, groups_here, groups_of, roles_in
from bot.core.view import View

MOST = 25
MEETING = "meeting"
"""The option that names a meeting, by its id."""


async def taken(turn: Turn, options: Mapping[str, str]) -> tuple[str, Values]:
    """What a command is about, and what else was given with it; anything may have been typed in the place of an id."""
    given = dict(options)
    about = given.pop(MEETING, "")
    if about and await turn.work.meetings.get(about) is None:
        raise Refusal("meeting-unknown")
    return about, given


async def offered(turn: Turn, use: Use, act: Typing) -> Offers:
    """Up to 25 offers, of what this person may use the command on."""
    match act.option:
        case "meeting":
            found = await _meetings(turn, use)
        case "when":
            found = await _when(turn, use, act.text)
            return Offers(tuple(found))
        case "zone":
            return Offers(tuple(Option(zone, Own(zone)) for zone in turn.house.typed.zones(act.text)[:MOST]))
        case _:
            found = []
    words = act.text.casefold()
    language = turn.person.language
    fitting = [o for o in found if words in turn.house.library.text(o.label, language).casefold()]
    return Offers(tuple(fitting[:MOST]))


async def _mine(turn: Turn, use: Use) -> list[Group]:
    """The groups in which this person may do it, of those that are any business of theirs: here, or in private all."""
    groups = await groups_of(turn.work, turn.person) if turn.channel is None else await groups_here(turn)
    needs = use.needs or frozenset(Role) - {Role.STRANGER}
    return [g for g in groups if (await roles_in(turn.work, g, turn.person))[0] & needs]


async def _meetings(turn: Turn, use: Use) -> list[Option]:
    groups = await _mine(turn, use)
    found: list[Option] = []
    for group in groups:
        seen = await turn.view(group)
        found += [Option(m.id, _label(seen, m, several=len(groups) > 1)) for m in _meant(turn, use, seen)]
    return found


def _meant(turn: Turn, use: Use, seen: View) -> list[Meeting]:
    if use.which == "next":
        return list(ahead(seen.group, seen.meetings, turn.now))
    return [m for m in reversed(seen.meetings) if m.begins(seen.group.tz) <= turn.now]


def _label(seen: View, meeting: Meeting, *, several: bool) -> Text:
    line = say("plan-line", when=meeting.starts, theme=seen.short(meeting))
    return say("offer-of-group", group=seen.group.name, offer=line) if several else line


async def _when(turn: Turn, use: Use, text: str) -> list[Option]:
    """The time as it is understood so far, or what is amiss with it; what was typed stays what is given."""
    groups = await _mine(turn, use)
    if not groups or not text.strip():
        return []
    try:
        starts = turn.house.typed.when(text, language=turn.person.language, zone=groups[0].tz, now=turn.now)
    except Refusal as refusal:
        return [Option(text, say(refusal.phrase, **refusal.values))]
    return [Option(text, say("offer-when", when=starts))]
