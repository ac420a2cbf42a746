"""The group's ways in its own hands: how many messages, which, how long before, when never, what else it agreed on."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.core.model import Floor, Group
from bot.core.outgoing import Block, Button, Heading, Items, Message, Para, Phrase, Reply, Text, say
from bot.core.plan import preparation
from bot.core.programme import Programme
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.turn import GroupTurn, button

FEWEST_POSTS, MOST_POSTS = 2, 6

OFF_SWITCHES = ("pretask", "reminder", "soon", "feedback", "between", "evaluation")
"""The kinds that a group may do without; results go with the questions."""

WISHES = ("posts", "kinds", "before", "quiet", "preparation", "floor")
"""What there is to wish for, each with a page of its own."""

Change = Callable[[Group, str], Group]

_CHOICES: dict[str, tuple[str, ...]] = {
    "posts": tuple(str(n) for n in range(FEWEST_POSTS, MOST_POSTS + 1)),
    "off": OFF_SWITCHES,
    "on": OFF_SWITCHES,
    "pretask": ("2", "3", "5", "7", "10"),
    "reminder": ("1", "2", "3"),
    "soon": ("30", "60", "90", "120"),
    "from": ("19", "20", "21", "22"),
    "to": ("6", "7", "8", "9"),
    "preparation": ("every", "light", "off"),
    "floor": tuple(Floor),
}
"""Every wish that a button carries, with the values that it may have."""

_CHANGES: dict[str, Change] = {
    "posts": lambda group, value: replace(group, posts=int(value)),
    "off": lambda group, value: replace(group, off=tuple(sorted({*group.off, value}))),
    "on": lambda group, value: replace(group, off=tuple(kind for kind in group.off if kind != value)),
    "pretask": lambda group, value: replace(group, pretask_days=int(value)),
    "reminder": lambda group, value: replace(group, reminder_days=int(value)),
    "soon": lambda group, value: replace(group, soon_minutes=int(value)),
    "from": lambda group, value: replace(group, quiet_from=int(value)),
    "to": lambda group, value: replace(group, quiet_to=int(value)),
    "preparation": lambda group, value: replace(group, preparation=value),
    "floor": lambda group, value: replace(group, floor=Floor(value)),
}

_PAGE_OF = {
    **{"off": "kinds", "on": "kinds", "from": "quiet", "to": "quiet"},
    **{"pretask": "before", "reminder": "before", "soon": "before"},
}


async def rhythm(turn: GroupTurn) -> Reply:
    """The rhythm as it is; a page of choices for one wish; or one wish set, and everything ahead planned anew."""
    wish, _, value = turn.value.partition("=")
    if not turn.value or not turn.convenes:
        return _overview(turn, turn.group)
    if not value:
        return _page(turn, turn.group, wish)
    if value not in _CHOICES.get(wish, ()):
        raise Refusal("refused-old")
    group = _CHANGES[wish](turn.group, value)
    if group != turn.group:
        await turn.work.groups.save(group)
        await replan(turn.work, turn.house, group)
    page = _PAGE_OF.get(wish)
    return _page(turn, group, page, kept=True) if page else _overview(turn, group, kept=True)


def _overview(turn: GroupTurn, group: Group, *, kept: bool = False) -> Message:
    programme = turn.programme
    lines: tuple[Text, ...] = tuple(_as_it_is(group, programme, wish) for wish in WISHES)
    blocks: tuple[Block, ...] = (Heading(say("rhythm-heading", group=group.name)), *_kept(kept=kept), Items(lines))
    if not turn.convenes:
        return Message((*blocks, Para(say("rhythm-convener"))))
    rows = [(button(say(f"button-rhythm-{wish}"), "rhythm", group.id, wish),) for wish in WISHES]
    return Message(blocks, tuple(rows))


def _kept(*, kept: bool) -> tuple[Para, ...]:
    return (Para(say("rhythm-kept")),) if kept else ()


def _as_it_is(group: Group, programme: Programme, wish: str) -> Phrase:
    match wish:
        case "posts":
            return say("rhythm-posts", count=group.posts)
        case "kinds":
            off = tuple(say(f"kind-{kind}") for kind in OFF_SWITCHES if kind in group.off)
            return say("rhythm-kinds", names=off) if off else say("rhythm-kinds-all")
        case "before":
            days, reminder, minutes = group.pretask_days, group.reminder_days, group.soon_minutes
            return say("rhythm-before", days=days, reminder=reminder, minutes=minutes)
        case "quiet":
            return say("rhythm-quiet", **_hours(group))
        case "floor":
            return say(f"floor-said-{group.floor}")
        case _:
            return say(f"rhythm-preparation-{preparation(group, programme)}")


def _hours(group: Group) -> dict[str, int]:
    return {"start": group.quiet_from, "end": group.quiet_to}


def _page(turn: GroupTurn, group: Group, wish: str, *, kept: bool = False) -> Message:
    """The choices for one wish; what is chosen now stands in words above them."""
    if wish not in WISHES:
        raise Refusal("refused-old")
    programme = turn.programme
    back = (button(say("button-rhythm"), "rhythm", group.id),)
    blocks = (*_kept(kept=kept), Para(_as_it_is(group, programme, wish)), Para(say(f"rhythm-ask-{wish}")))
    return Message(blocks, (*_rows(group, programme, wish), back))


def _rows(group: Group, programme: Programme, wish: str) -> Sequence[tuple[Button, ...]]:
    def row(name: str, values: Sequence[str]) -> tuple[Button, ...]:
        return tuple(
            button(say(f"button-rhythm-set-{name}", count=int(v)), "rhythm", group.id, f"{name}={v}") for v in values
        )

    match wish:
        case "posts":
            return [row("posts", _CHOICES["posts"])]
        case "before":
            return [row(name, _CHOICES[name]) for name in ("pretask", "reminder", "soon")]
        case "quiet":
            return [row(name, _CHOICES[name]) for name in ("from", "to")]
        case "kinds":
            asked = [kind for kind in OFF_SWITCHES if kind != "evaluation" or programme.evaluation]
            return [(_switch(group, kind),) for kind in asked]
        case "floor":
            return [(button(say(f"floor-{value}"), "rhythm", group.id, f"floor={value}"),) for value in Floor]
        case _:
            values = _CHOICES["preparation"]
            return [(button(say(f"button-preparation-{v}"), "rhythm", group.id, f"preparation={v}"),) for v in values]


def _switch(group: Group, kind: str) -> Button:
    set_to = "on" if kind in group.off else "off"
    return button(say(f"button-rhythm-{set_to}", kind=say(f"kind-{kind}")), "rhythm", group.id, f"{set_to}={kind}")
