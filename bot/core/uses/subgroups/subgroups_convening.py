"""The convener's hand in the sub-groups: how many are in each, one more, another name, one fewer."""

from dataclasses import replace

from bot.core.letters import one_line
from bot.core.model import Subgroup
from bot.core.outgoing import Block, Button, Field, Form, Heading, Items, Message, Pack, Para, Reply, Text, say
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.subgroups import counted, name_of
from bot.core.turn import GroupTurn, Problems, Values, button, told
from bot.core.view import View

MOST = 8
"""Sub-groups in one group."""

LONGEST = 40
"""Characters of a name: it stands on buttons."""


async def page(turn: GroupTurn) -> Reply:
    """All sub-groups with how many are in each; with one in the press, what can be done with it."""
    seen = await _seen(turn)
    if turn.value:
        return _one_page(turn, seen, _one(turn, seen))
    counts, lines = counted(seen), list[Text]()
    for each in seen.subgroups:
        phrase = "subgroup-line-channel" if each.channel else "subgroup-line"
        lines.append(say(phrase, subgroup=name_of(seen, each), count=counts[each.id]))
    left = len(seen.members) - sum(counts.values())
    blocks: list[Block] = [Heading(say("subgroups-heading", group=turn.group.name)), Items(tuple(lines))]
    blocks += [*([Para(say("subgroups-left", count=left))] if left else []), Para(say("subgroups-how"))]
    rows = [
        (button(say("label", text=name_of(seen, each)), "subgroups", turn.group.id, each.id),)
        for each in seen.subgroups
    ]
    rows += [
        (button(say("button-subgroup-back", subgroup=_named(seen, name)), "subgroup-back", turn.group.id, name),)
        for name in _gone(seen)
    ]
    if len(seen.subgroups) < MOST:
        rows.append((button(say("button-subgroup-add"), "subgroup-add", turn.group.id),))
    return Message(tuple(blocks), tuple(rows))


async def _seen(turn: GroupTurn) -> View:
    """The group as it stands; refused where its programme has no sub-groups."""
    seen = await turn.view(turn.group)
    if not seen.programme.subgroups:
        raise Refusal("subgroup-none", group=turn.group.name)
    return seen


def _one(turn: GroupTurn, seen: View) -> Subgroup:
    found = seen.subgroup(turn.value)
    if found is None:
        raise Refusal("refused-old")
    return found


def _named(seen: View, name: str) -> Text:
    return Pack(seen.programme.pack, f"subgroups.{name}.name")


def _gone(seen: View) -> list[str]:
    """The programme's sub-groups that the group does without, as far as there is room for them."""
    there = {each.name for each in seen.subgroups}
    return [name for name in seen.programme.subgroups if name not in there][: MOST - len(seen.subgroups)]


def _one_page(turn: GroupTurn, seen: View, one: Subgroup) -> Message:
    name, group_id = name_of(seen, one), turn.group.id
    line = say("subgroup-line-channel" if one.channel else "subgroup-line", subgroup=name, count=counted(seen)[one.id])
    rows: list[tuple[Button, ...]] = []
    if not one.name:
        rows.append((button(say("button-subgroup-name"), "subgroup-name", group_id, one.id),))
    if one.channel:
        rows.append((button(say("button-subgroup-unlink"), "subgroup-unlink", group_id, one.id),))
    rows.append((button(say("button-subgroup-drop"), "subgroup-drop", group_id, one.id),))
    rows.append((button(say("button-subgroups"), "subgroups", group_id),))
    return Message((Para(line), Para(say("subgroup-has-channel" if one.channel else "subgroups-how"))), tuple(rows))


async def ask_add(turn: GroupTurn) -> Reply:
    """The form for one more sub-group."""
    if len((await _seen(turn)).subgroups) >= MOST:
        raise Refusal("subgroup-full", most=MOST)
    return Form("subgroup-add", turn.group.id, say("subgroup-add-title"), (_field(),))


async def ask_name(turn: GroupTurn) -> Reply:
    """The form for another name of a sub-group that a convener has named."""
    one = _own(turn, await _seen(turn))
    return Form("subgroup-name", f"{turn.group.id}:{one.id}", say("subgroup-name-title"), (_field(one.title),))


def _field(value: str = "") -> Field:
    return Field("title", say("subgroup-label"), say("subgroup-hint"), most=LONGEST, value=value)


def _own(turn: GroupTurn, seen: View) -> Subgroup:
    one = _one(turn, seen)
    if one.name:
        raise Refusal("refused-old")
    return one


async def check_title(turn: GroupTurn, values: Values) -> Problems:
    """A name on one line that no other of them has."""
    seen, typed = await _seen(turn), one_line(values.get("title", ""))
    if not typed:
        return {"title": say("field-empty")} if "title" in values else {}
    library, language = turn.house.library, turn.group.language
    others = [library.text(name_of(seen, each), language) for each in seen.subgroups if each.id != turn.value]
    return {"title": say("subgroup-there")} if typed.casefold() in {name.casefold() for name in others} else {}


async def take_add(turn: GroupTurn, values: Values) -> Reply:
    """One more sub-group, for members to choose."""
    await _add(turn, "", one_line(values["title"]))
    return await _kept(turn, "subgroup-added")


async def _add(turn: GroupTurn, name: str, title: str) -> None:
    seen = await _seen(turn)
    if len(seen.subgroups) >= MOST:
        raise Refusal("subgroup-full", most=MOST)
    new = Subgroup(turn.house.chance.new_id(), turn.group.id, turn.group.platform, name, title)
    await turn.work.subgroups.add(new)


async def _kept(turn: GroupTurn, phrase: str) -> Message:
    seen = await turn.view(turn.group)
    counts = counted(seen)
    lines = tuple(say("subgroup-line", subgroup=name_of(seen, s), count=counts[s.id]) for s in seen.subgroups)
    row = (button(say("button-subgroups"), "subgroups", turn.group.id),)
    return Message((Para(say(phrase)), *([Items(lines)] if lines else [])), (row,))


async def take_name(turn: GroupTurn, values: Values) -> Reply:
    """Another name; who is in it stays in it."""
    one = _own(turn, await _seen(turn))
    await turn.work.subgroups.save(replace(one, title=one_line(values["title"])))
    return await _kept(turn, "subgroup-named")


async def back(turn: GroupTurn) -> Reply:
    """One of the programme's again, that the group had done without."""
    seen = await _seen(turn)
    if turn.value not in seen.programme.subgroups:
        raise Refusal("refused-old")
    if turn.value not in {each.name for each in seen.subgroups}:
        await _add(turn, turn.value, "")
        await replan(turn.work, turn.house, turn.group)
    return await _kept(turn, "subgroup-added")


async def ask_drop(turn: GroupTurn) -> Reply:
    """Ask once before a sub-group falls away, with how many are in none then."""
    seen = await _seen(turn)
    one = _one(turn, seen)
    return told(
        "subgroup-drop-channel" if one.channel else "subgroup-drop-ask",
        (button(say("button-subgroup-drop-sure"), "subgroup-drop-sure", turn.group.id, one.id),),
        (button(say("button-keep"), "subgroups", turn.group.id),),
        subgroup=name_of(seen, one),
        count=counted(seen)[one.id],
    )


async def drop(turn: GroupTurn) -> Reply:
    """Do without it: whoever was in it is in none until they choose another."""
    one = _one(turn, await _seen(turn))
    for member in await turn.work.members.find(group_id=turn.group.id, subgroup_id=one.id):
        await turn.work.members.save(replace(member, subgroup_id=None))
    await turn.work.subgroups.drop(id=one.id)
    await replan(turn.work, turn.house, turn.group)
    return await _kept(turn, "subgroup-dropped")
