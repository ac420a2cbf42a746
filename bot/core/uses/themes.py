"""The order of the themes: shown, typed by the convener, kept."""

from dataclasses import replace

from bot.core.choosing import THEMES, begun, choices, counted, proposed, read_order
from bot.core.events import in_step
from bot.core.outgoing import Field, Form, Heading, Items, Message, Para, Reply, Text, say
from bot.core.refusal import Refusal
from bot.core.replan import edit_plan
from bot.core.season import chosen_of
from bot.core.turn import GroupTurn, Problems, Values, button
from bot.core.view import View


async def ask_themes(turn: GroupTurn) -> Reply:
    """The themes to choose from, numbered, and the order as it is; with a vote in the press, as the vote has it."""
    seen = await turn.view(turn.group)
    there = await choices(turn.work, seen)
    numbers = {theme: number for number, theme in enumerate(there, 1)}
    listed: tuple[Text, ...] = tuple(
        say("theme-number", number=numbers[theme], theme=title) for theme, title in there.items()
    )
    order = await _order(turn, seen, there)
    chosen = ", ".join(str(numbers[theme]) for theme in order if theme in numbers)
    field = Field("order", say("themes-label"), say("themes-hint", count=_slots(seen)), value=chosen)
    about = f"{turn.group.id}:{turn.value}" if turn.value else turn.group.id
    return Form("themes", about, say("themes-title"), (field,), (Items(listed),))


async def _order(turn: GroupTurn, seen: View, there: dict[str, Text]) -> tuple[str, ...]:
    question = await turn.work.questions.get(turn.value) if turn.value else None
    if question and question.group_id == turn.group.id and question.kind == THEMES and question.closed:
        return proposed(seen, turn.now, counted(question, there)) or turn.group.themes
    return turn.group.themes


def _slots(seen: View) -> int:
    return len(chosen_of(seen.group, seen.meetings, seen.programme))


async def check_themes(turn: GroupTurn, values: Values) -> Problems:
    """Numbers from the list, each at most once."""
    there = await choices(turn.work, await turn.view(turn.group))
    return {} if read_order(values.get("order", ""), tuple(there)) else {"order": say("themes-unclear")}


async def take_themes(turn: GroupTurn, values: Values) -> Reply:
    """Set the order; what has been met already keeps its theme, because it comes first in it."""
    seen = await turn.view(turn.group)
    order = read_order(values["order"], tuple(await choices(turn.work, seen)))
    if not order:
        raise Refusal("themes-unclear")
    past = begun(seen, turn.now)
    return await set_order(turn, (*past, *(theme for theme in order if theme not in past)))


async def set_order(turn: GroupTurn, order: tuple[str, ...]) -> Message:
    """Keep an order, and show it as it was understood; a vote that has been counted has done its work."""
    group = replace(turn.group, themes=order)
    await turn.work.groups.save(group)
    await turn.work.questions.drop(group_id=group.id, kind=THEMES, closed=True)
    seen = await turn.view(group)
    await in_step(turn.work, turn.house, seen)
    await edit_plan(turn.work, turn.house, group)
    lines = tuple(say("plan-line", when=m.starts, theme=seen.title(m)) for m in seen.meetings)
    row = (button(say("button-plan"), "plan", group.id),)
    return Message((Para(say("themes-kept")), Heading(say("themes-now")), Items(lines)), (row,))
