"""What a command is about: options, offered while they are typed, or the day that the words after it name."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from bot.core.incoming import Typing
from bot.core.model import Group, Meeting, Role
from bot.core.outgoing import Message, Offers, Option, Own, Phrase, say
from bot.core.refusal import Refusal
from bot.core.season import ahead
from bot.core.turn import Turn, Use, Values, button, groups_here, groups_of, roles_in, told
from bot.core.view import View

MOST = 25
MEETING = "meeting"
"""The option that names a meeting, by its id."""

_LIKE_A_DAY = re.compile(r"\b(3[01]|[12]?[0-9])[./] ?(1[0-2]|0?[1-9])\b")
"""A day and a month, whatever stands around them; a time such as 18.15 is none."""


async def taken(turn: Turn, options: Mapping[str, str]) -> tuple[str, Values]:
    """What a command is about, and what else was given with it; anything may have been typed in the place of an id."""
    given = dict(options)
    about = given.pop(MEETING, "")
    if about and await turn.work.meetings.get(about) is None:
        raise Refusal("meeting-unknown")
    return about, given


async def named(turn: Turn, use: Use, words: str) -> str | Message:
    """The id of the meeting on the day that words after a command name; where it is not just one, the question which.

    Empty where they name no day: the next meeting is meant then, as without words.
    """
    there = await _meetings(turn, use) if words and use.about == "meeting" and use.which == "next" else []
    if not there:
        return ""
    try:
        zone = there[0][0].group.tz
        day = turn.house.typed.day(words, language=turn.person.language, zone=zone, now=turn.now)
    except Refusal:
        return _which(use, there) if _LIKE_A_DAY.search(words) else ""
    then = [(seen, meeting) for seen, meeting in there if meeting.starts.date() == day]
    if len(then) == 1:
        return then[0][1].id
    return _which(use, then) if then else _which(use, there, day)


def _which(use: Use, there: Sequence[tuple[View, Meeting]], none_on: date | None = None) -> Message:
    """The question which meeting is meant, each a press that does what was commanded."""
    rows = ((button(_label(seen, m, there), use.word, m.id),) for seen, m in there[:MOST])
    return told("meeting-none-then", *rows, date=none_on) if none_on else told("meeting-which", *rows)


async def offered(turn: Turn, use: Use, act: Typing) -> Offers:
    """Up to 25 offers, of what this person may use the command on."""
    match act.option:
        case "meeting":
            there = await _meetings(turn, use)
            found = [Option(meeting.id, _label(seen, meeting, there)) for seen, meeting in there]
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


async def _meetings(turn: Turn, use: Use) -> list[tuple[View, Meeting]]:
    """The meetings that this person may use it on, group by group."""
    views = [await turn.view(group) for group in await _mine(turn, use)]
    return [(seen, meeting) for seen in views for meeting in _meant(turn, use, seen)]


def _meant(turn: Turn, use: Use, seen: View) -> list[Meeting]:
    if use.which == "next":
        return list(ahead(seen.group, seen.meetings, turn.now))
    return [m for m in reversed(seen.meetings) if m.begins(seen.group.tz) <= turn.now]


def _label(seen: View, meeting: Meeting, there: Sequence[tuple[View, Meeting]]) -> Phrase:
    """When a meeting is and what about; of which group, where there are those of several."""
    line = say("plan-line", when=meeting.starts, theme=seen.short(meeting))
    several = any(other.group.id != seen.group.id for other, _ in there)
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
