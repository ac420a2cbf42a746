"""A holiday: nothing routine goes out on its days, and what would have met then moves on with all that follows."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.model import Meeting
from bot.core.outgoing import Block, Field, Form, Heading, Items, Message, Para, Phrase, Reply, Text, say
from bot.core.plan import polite
from bot.core.refusal import Refusal
from bot.core.replan import edit_plan, replan
from bot.core.saying import Saying, next_meeting
from bot.core.season import after_rest
from bot.core.tell import A_WEEK, tell
from bot.core.turn import GroupTurn, Problems, Values, button, told
from bot.core.uses.meetings.meetings import refusal_as_problem

LONGEST = timedelta(days=120)
COMPACT = "%Y%m%d"
"""A local day as a button carries it."""

Days = tuple[date, date]


async def ask_holiday(turn: GroupTurn) -> Reply:
    """The form for the first and the last day; where a holiday is set, how it is, and the way to take it out."""
    group = turn.group
    if turn.value == "off":
        await turn.work.groups.save(replace(group, rest_from=None, rest_to=None))
        await replan(turn.work, turn.house, replace(group, rest_from=None, rest_to=None))
        return told("holiday-off", (button(say("button-plan"), "plan", group.id),))
    if not turn.value and group.rest_from and group.rest_to and group.rest_to >= _today(turn):
        return told(
            "holiday-is",
            (button(say("button-holiday-other"), "holiday", group.id, "other"),),
            (button(say("button-holiday-off"), "holiday", group.id, "off"),),
            first=group.rest_from,
            last=group.rest_to,
        )
    fields = (
        Field("first", say("holiday-first"), say("holiday-hint"), most=80),
        Field("last", say("holiday-last"), say("holiday-hint"), most=80),
    )
    return Form("holiday", f"{group.id}:other", say("holiday-title"), fields)


def _today(turn: GroupTurn) -> date:
    return turn.now.astimezone(turn.group.tz).date()


async def check_holiday(turn: GroupTurn, values: Values) -> Problems:
    """Two days ahead of us, in order, and not longer than a season has room for."""
    problems: Problems = {}
    days: dict[str, date] = {}
    for name in ("first", "last"):
        try:
            if name in values:
                days[name] = _day(turn, values[name])
        except Refusal as refusal:
            problems[name] = refusal_as_problem(refusal)
    if len(days) == 2 and not problems:
        wrong = _amiss(days["first"], days["last"])
        if wrong:
            problems["last"] = wrong
    return problems


def _day(turn: GroupTurn, typed: str) -> date:
    return turn.house.typed.day(typed, language=turn.person.language, zone=turn.group.tz, now=turn.now)


def _amiss(first: date, last: date) -> Phrase | None:
    if last < first:
        return say("holiday-order")
    return say("holiday-long", days=LONGEST.days) if last - first > LONGEST else None


async def take_holiday(turn: GroupTurn, values: Values) -> Reply:
    """Show what would move where, before anything is kept."""
    days = _day(turn, values["first"]), _day(turn, values["last"])
    moves = await _moves(turn, days)
    carried = "".join(day.strftime(COMPACT) for day in days)
    blocks: list[Block] = [Para(say("holiday-look", first=days[0], last=days[1]))]
    if moves:
        lines: tuple[Text, ...] = tuple(say("holiday-move", old=m.starts, new=starts) for m, starts in moves)
        blocks += [Para(say("holiday-moves", count=len(moves))), Items(lines)]
    else:
        blocks.append(Para(say("holiday-moves-none")))
    rows = (
        (button(say("button-holiday-sure"), "holiday-sure", turn.group.id, carried),),
        (button(say("button-holiday-other"), "holiday", turn.group.id, "other"),),
    )
    return Message(tuple(blocks), rows)


async def _moves(turn: GroupTurn, days: Days) -> list[tuple[Meeting, datetime]]:
    """The meetings ahead that have another time with this holiday, with their new local times."""
    seen = await turn.view(turn.group)
    ahead = [m for m in seen.meetings if m.begins(turn.group.tz) > turn.now]
    new = after_rest([m.starts for m in ahead], *days, unit=turn.group.every_unit)
    return [(m, starts) for m, starts in zip(ahead, new, strict=True) if starts != m.starts]


def _carried(turn: GroupTurn) -> Days:
    try:
        first, last = (datetime.strptime(turn.value[n : n + 8], COMPACT).date() for n in (0, 8))  # noqa: DTZ007 - local
    except ValueError:
        raise Refusal("refused-old") from None
    if len(turn.value) != 16 or _amiss(first, last) or first < _today(turn):
        raise Refusal("refused-old")
    return first, last


async def holiday(turn: GroupTurn) -> Reply:
    """Rest on these days, and move what has to move; what was told about coming held for the old times."""
    days = _carried(turn)
    if (turn.group.rest_from, turn.group.rest_to) == days:
        return told("holiday-done", (button(say("button-plan"), "plan", turn.group.id),))
    for meeting, starts in await _moves(turn, days):
        version, revision = meeting.version + 1, meeting.revision + 1
        moved = replace(meeting, starts=starts, version=version, revision=revision, time_set=turn.now)
        await turn.work.meetings.save(moved)
        await turn.work.comings.drop(meeting_id=meeting.id)
    group = replace(turn.group, rest_from=days[0], rest_to=days[1])
    await turn.work.groups.save(group)
    await replan(turn.work, turn.house, group)
    due = polite(group, turn.now)
    await tell(
        turn.work, turn.house, group, "holiday", due=due, expires=due + A_WEEK, ref=f"{turn.value}.{turn.now:%d%H%M%S}"
    )
    await edit_plan(turn.work, turn.house, group)
    return told("holiday-done", (button(say("button-plan"), "plan", group.id),))


async def say_holiday(saying: Saying) -> Message | None:
    """On which days nothing comes, and every meeting that is ahead; nothing where the holiday was taken out again."""
    seen, group = saying.seen, saying.seen.group
    if not (group.rest_from and group.rest_to):
        return None
    ahead = [m for m in seen.meetings if m.begins(group.tz) > saying.now]
    lines: tuple[Text, ...] = tuple(say("plan-line", when=m.starts, theme=seen.title(m)) for m in ahead)
    blocks: list[Block] = [
        Heading(say("holiday-heading")),
        Para(say("holiday-post", first=group.rest_from, last=group.rest_to)),
    ]
    if ahead:
        blocks += [Heading(say("holiday-times")), Items(lines, tuple(m.begins(group.tz) for m in ahead))]
    return Message((*blocks, *next_meeting(seen, seen.next(saying.now))))
