"""Writing the agreement a point at a time, by whoever goes on with it, each from a phone of their own."""

from dataclasses import replace

from bot.core.agreeing import unfinished
from bot.core.agreement_content import (
    OTHERS_MOST,
    POINT_MOST,
    POINTS,
    Content,
    Point,
    line,
    mark,
    read,
    standing,
)
from bot.core.letters import one_line
from bot.core.outgoing import Block, Button, Field, Form, Heading, Items, Message, Own, Para, Quote, Reply, say
from bot.core.refusal import Refusal
from bot.core.turn import GroupTurn, Problems, Values, button
from bot.core.uses.agreement.agreement import closed, draft_page, keep, writable
from bot.core.uses.agreement.agreement_suggest import suggestion


def _named(turn: GroupTurn) -> tuple[str, list[str]]:
    """The point that a press is about, and the marks that came along with it."""
    name, *marks = turn.value.split(".")
    if name not in POINTS:
        raise Refusal("refused-old")
    return name, marks


async def _content(turn: GroupTurn) -> Content:
    """What is written so far."""
    going = await unfinished(turn.work, turn.group)
    return read(going) if going else Content()


async def ask_point(turn: GroupTurn) -> Reply:
    """One point: what it asks, what stands, and what could be agreed by a press."""
    name, _ = _named(turn)
    if await writable(turn) is None:
        return await closed(turn)
    return await _point_page(turn, await _content(turn), name)


async def _suggested(turn: GroupTurn, name: str) -> str:
    return turn.house.library.text(suggestion(await turn.view(turn.group), name), turn.group.language)


async def _point_page(turn: GroupTurn, content: Content, name: str, *first: Block) -> Message:
    point, group_id = content.point(name), turn.group.id
    blocks: list[Block] = [*first, Heading(say(f"agreement-point-{name}")), Para(say(f"agreement-ask-{name}"))]
    rows: list[tuple[Button, ...]] = []
    write_ = f"{name}.{point.mark}"
    if point.others:
        numbered = (say("agreement-wording", number=n, text=Own(t)) for n, t in enumerate(point.wordings, 1))
        blocks += [Para(say("agreement-wordings")), Items(tuple(numbered))]
        picks = [
            button(say("button-agreement-pick", number=n), "agreement-pick", group_id, f"{write_}.{n}")
            for n, _ in enumerate(point.wordings, 1)
        ]
        rows += [tuple(picks), (button(say("button-agreement-merge"), "agreement-write", group_id, write_),)]
    elif point.text:
        blocks += [Para(say("agreement-stands-so")), Quote(point.text)]
        rows.append((button(say("button-agreement-reword"), "agreement-write", group_id, write_),))
    else:
        text = await _suggested(turn, name)
        blocks += [Para(say("agreement-could-be")), Quote(text)]
        rows += [
            (button(say("button-agreement-agree"), "agreement-agree", group_id, f"{write_}.{mark(text)}"),),
            (button(say("button-agreement-own"), "agreement-write", group_id, write_),),
        ]
    following = content.next_open(name)
    skip = say("button-agreement-following" if point.text else "button-agreement-skip")
    ahead = (button(skip, "agreement-point", group_id, following),) if following else ()
    rows.append((*ahead, button(say("button-agreement-draft"), "agreement-change", group_id)))
    return Message(tuple(blocks), tuple(rows))


async def agree(turn: GroupTurn) -> Reply:
    """Agree on what was suggested, if nobody has written the point meanwhile and it would still be suggested."""
    name, marks = _named(turn)
    draft = await writable(turn)
    if draft is None:
        return await closed(turn)
    content, text = read(draft), await _suggested(turn, name)
    point = content.point(name)
    if (point.text, point.others) != (text, ()):
        if marks != [point.mark, mark(text)]:
            return await _point_page(turn, content, name, Para(say("agreement-changed-since")))
        content = content.with_point(name, Point(text))
        await keep(turn, draft, content)
    return await _onward(turn, content, name)


async def _onward(turn: GroupTurn, content: Content, name: str) -> Message:
    """What is kept now, and the next open point; with none left the whole draft."""
    text = content.point(name).text
    kept = Para(line(name, text) if text else say("agreement-left-open", point=say(f"agreement-topic-{name}")))
    following = content.next_open(name)
    stands = await standing(turn.work, turn.group)
    if following and text and not stands:
        return await _point_page(turn, content, following, Para(say("agreement-kept")), kept)
    return draft_page(turn, content, stands, Para(say("agreement-kept")), kept)


async def ask_words(turn: GroupTurn) -> Reply:
    """The form for one point, with what stands or what is suggested to be changed; it is open to whoever has begun."""
    name, marks = _named(turn)
    point = (await _content(turn)).point(name)
    value = point.text or await _suggested(turn, name)
    label, hint = say(f"agreement-point-{name}"), say(f"agreement-ask-{name}")
    field = Field("text", label, hint, required=False, long=True, most=POINT_MOST, value=value)
    about = ".".join((name, *marks[:1]))
    return Form("agreement-write", f"{turn.group.id}:{about}", say("agreement-write-title"), (field,))


async def check_words(turn: GroupTurn, values: Values) -> Problems:
    """There is room for another wording."""
    name, marks = _named(turn)
    point = (await _content(turn)).point(name)
    full = marks[:1] != [point.mark] and len(point.others) >= OTHERS_MOST
    fresh = one_line(values.get("text", "")) not in point.wordings
    return {"text": say("agreement-wordings-full")} if full and fresh else {}


async def take_words(turn: GroupTurn, values: Values) -> Reply:
    """Keep the words; beside those of somebody who wrote at the same time, so that the group chooses."""
    name, marks = _named(turn)
    text = one_line(values["text"])
    draft = await writable(turn)
    if draft is None:
        return await closed(turn, text)
    content = read(draft)
    point = content.point(name)
    if marks[:1] == [point.mark]:
        content = content.with_point(name, Point(text))
    elif (point.text, point.others) != (text, ()):
        if text and text not in point.wordings:
            content = content.with_point(name, replace(point, others=(*point.others, text)))
            await keep(turn, draft, content)
        return await _point_page(
            turn, content, name, Para(say("agreement-meanwhile" if text else "agreement-changed-since"))
        )
    await keep(turn, draft, content)
    return await _onward(turn, content, name)


async def pick(turn: GroupTurn) -> Reply:
    """Choose one of several wordings, of just those that were shown."""
    name, marks = _named(turn)
    draft = await writable(turn)
    if draft is None:
        return await closed(turn)
    content = read(draft)
    wordings = content.point(name).wordings
    if len(marks) != 2 or not marks[1].isdecimal():
        raise Refusal("refused-old")
    if marks[0] != content.point(name).mark:
        return await _point_page(turn, content, name, Para(say("agreement-changed-since")))
    if not 1 <= int(marks[1]) <= len(wordings):
        raise Refusal("refused-old")
    content = content.with_point(name, Point(wordings[int(marks[1]) - 1]))
    await keep(turn, draft, content)
    return await _onward(turn, content, name)
