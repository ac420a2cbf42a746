"""The order of the themes: shown, typed by the convener, kept."""

from dataclasses import replace
from datetime import datetime

from bot.core.choosing import (
    THEMES,
    begun,
    by_kind,
    choices,
    counted,
    goes_on,
    proposed,
    read_order,
    something_to_choose,
)
from bot.core.events import in_step
from bot.core.outgoing import Block, Field, Form, Heading, Items, Message, Para, Reply, Text, say
from bot.core.refusal import Refusal
from bot.core.replan import edit_plan
from bot.core.turn import GroupTurn, Problems, Values, button
from bot.core.view import View


async def ask_themes(turn: GroupTurn) -> Reply:
    """The themes to choose from, numbered, and the order as it is; with a vote in the press, as the vote has it."""
    seen = await turn.view(turn.group)
    something_to_choose(seen)
    there = await choices(turn.work, seen)
    numbers = {theme: number for number, theme in enumerate(there, 1)}
    listed: dict[str, Text] = {
        theme: say("theme-number", number=numbers[theme], theme=title) for theme, title in there.items()
    }
    order = (await _order(turn, seen, there))[_first(turn, seen) :]
    chosen = ", ".join(str(numbers[theme]) for theme in order if theme in numbers)
    count = len(seen.chosen()) - _first(turn, seen)
    suggests = seen.programme.unchosen == "next"
    hint = say("themes-hint-suggested" if suggests else "themes-hint", count=count)
    field = Field("order", say("themes-label"), hint, required=not suggests, value=chosen)
    about = f"{turn.group.id}:{turn.value}" if turn.value else turn.group.id
    now: tuple[Block, ...] = ()
    if suggests:
        now = (Heading(say("themes-now")), Items(_lines(seen, turn.now)), Heading(say("themes-to-choose")))
    return Form("themes", about, say("themes-title"), (field,), (*now, *by_kind(seen, listed)))


def _first(turn: GroupTurn, seen: View) -> int:
    """From which on the order is shown and typed: all of it, or what lies ahead where some have come of themselves."""
    return len(begun(seen, turn.now)) if goes_on(seen) or seen.programme.unchosen == "next" else 0


def _lines(seen: View, now: datetime) -> tuple[Text, ...]:
    """The meetings with their themes, and whose suggestion or choice each is where the programme has suggestions."""
    whose = {meeting.id: "chosen" if named else "suggested" for meeting, named, theme in seen.chosen() if theme}
    marked = whose if seen.programme.unchosen == "next" else {}
    return tuple(
        say(f"plan-line-{marked[m.id]}" if m.id in marked else "plan-line", when=m.starts, theme=seen.title(m))
        for m in seen.since(now)
    )


async def _order(turn: GroupTurn, seen: View, there: dict[str, Text]) -> tuple[str, ...]:
    question = await turn.work.questions.get(turn.value) if turn.value else None
    if question and question.group_id == turn.group.id and question.kind == THEMES and question.closed:
        return proposed(seen, turn.now, counted(question, there)) or turn.group.themes
    return turn.group.themes


async def check_themes(turn: GroupTurn, values: Values) -> Problems:
    """Numbers from the list, each at most once."""
    seen = await turn.view(turn.group)
    there = await choices(turn.work, seen)
    if seen.programme.unchosen == "next" and not values.get("order", "").strip():
        return {}
    return {} if read_order(values.get("order", ""), tuple(there)) else {"order": say("themes-unclear")}


async def take_themes(turn: GroupTurn, values: Values) -> Reply:
    """Set the order; what has been met already keeps its theme, because it comes first in it."""
    seen = await turn.view(turn.group)
    something_to_choose(seen)
    order = read_order(values["order"], tuple(await choices(turn.work, seen)))
    if not order and (values["order"].strip() or seen.programme.unchosen != "next"):
        raise Refusal("themes-unclear")
    past = begun(seen, turn.now)
    if _first(turn, seen):
        return await set_order(turn, (*past, *order))
    return await set_order(turn, (*past, *(theme for theme in order if theme not in past)))


async def set_order(turn: GroupTurn, order: tuple[str, ...]) -> Message:
    """Keep an order, and show it as it was understood; a vote that has been counted has done its work."""
    group = replace(turn.group, themes=order)
    await turn.work.groups.save(group)
    await turn.work.questions.drop(group_id=group.id, kind=THEMES, closed=True)
    seen = await turn.view(group)
    await in_step(turn.work, turn.house, seen)
    await edit_plan(turn.work, turn.house, group)
    lines = _lines(seen, turn.now)
    row = (button(say("button-plan"), "plan", group.id),)
    return Message((Para(say("themes-kept")), Heading(say("themes-now")), Items(lines)), (row,))
