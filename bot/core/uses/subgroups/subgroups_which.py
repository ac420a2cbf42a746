"""The question which sub-group one is in, to somebody who comes in and on the page where it is changed."""

from bot.core.outgoing import Block, Button, Heading, Items, Pack, Text, say
from bot.core.subgroups import name_of
from bot.core.turn import button
from bot.core.view import View


def which(seen: View) -> tuple[Block, ...]:
    """The question which sub-group one is in, with who belongs to each; nothing where there are none."""
    if not seen.subgroups:
        return ()
    lines: list[Text] = []
    for each in seen.subgroups:
        who = Pack(seen.programme.pack, f"subgroups.{each.name}.who") if each.name else None
        name = name_of(seen, each)
        lines.append(say("subgroup-who", subgroup=name, who=who) if who else name)
    return Heading(say("subgroup-which")), Items(tuple(lines))


def where_to(seen: View) -> tuple[tuple[Button, ...], ...]:
    """The way to say which one is in, for the group's pre-task, while anybody is in none."""
    if not seen.subgroups or all(member.subgroup_id for member in seen.members):
        return ()
    return ((button(say("button-my-subgroup"), "my-subgroup", seen.group.id),),)


def choices(seen: View) -> tuple[tuple[Button, ...], ...]:
    """A button for each sub-group."""
    return tuple(
        (button(say("label", text=name_of(seen, each)), "my-subgroup", seen.group.id, each.id),)
        for each in seen.subgroups
    )
