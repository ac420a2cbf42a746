"""The group's agreement as it stands for each who looks: in force, waiting to be accepted, or how far it is written."""

from dataclasses import replace

from bot.core.agreeing import YES, next_version, question_of, unfinished, versions, votes_on
from bot.core.agreement_content import (
    POINTS,
    Content,
    changes,
    read,
    standing,
    standing_blocks,
    text_blocks,
    write,
)
from bot.core.model import Agreement, Group, Life, Standing
from bot.core.outgoing import Block, Button, Heading, Items, Message, Para, Phrase, Quote, Reply, say
from bot.core.turn import GroupTurn, button


async def agreement(turn: GroupTurn) -> Reply:
    """What the group has agreed, or how far its draft is; what waits to be read and accepted comes first."""
    going, stands = await unfinished(turn.work, turn.group), await standing(turn.work, turn.group)
    running = turn.group.life is Life.RUNNING
    if going and going.standing is Standing.OFFERED and running:
        return await _offered(turn, going, stands)
    if stands:
        return await _in_force(turn, stands, going)
    if running:
        return draft_page(turn, read(going) if going else Content(), None)
    blocks = text_blocks(read(going)) if going else ()
    return Message((Heading(say("agreement-draft")), *(blocks or (Para(say("agreement-none")),))), (_space(turn),))


async def _in_force(turn: GroupTurn, stands: Agreement, going: Agreement | None) -> Message:
    blocks = [*await standing_blocks(turn.work, turn.group)]
    rows: list[tuple[Button, ...]] = []
    if turn.group.life is Life.RUNNING:
        question = await question_of(turn.work, stands)
        accepted = {vote.member_id for vote in await votes_on(turn.work, question)} if question else set()
        if question and turn.member and turn.member.id not in accepted:
            blocks.append(Para(say("agreement-joiner")))
            rows.append((button(say("button-agreement-accept"), "agreement-accept", turn.group.id, question.id),))
        if going:
            blocks.append(Para(say("agreement-proposal-going")))
        label = say("button-agreement-proposal" if going else "button-agreement-change")
        rows.append((button(label, "agreement-change", turn.group.id),))
    older = len(await versions(turn.work, turn.group)) > 1
    past = (button(say("button-agreement-old"), "agreement-old", turn.group.id),) if older else ()
    return Message(tuple(blocks), (*rows, (*_space(turn), *past)))


async def _offered(turn: GroupTurn, offered: Agreement, stands: Agreement | None) -> Message:
    """The version that is read through, with how many have accepted it and never who."""
    blocks: list[Block] = [Heading(say("agreement-offered")), *offered_blocks(offered, stands)]
    rows: list[tuple[Button, ...]] = []
    question = await question_of(turn.work, offered)
    if question:
        accepted = {vote.member_id for vote in await votes_on(turn.work, question) if vote.value == YES}
        everybody = len(await turn.work.members.find(group_id=turn.group.id))
        blocks.append(Para(say("agreement-count", count=len(accepted), most=everybody)))
        if turn.member and turn.member.id in accepted:
            blocks.append(Para(say("agreement-you-accepted")))
            label = say("button-agreement-unaccept")
            rows.append((button(label, "agreement-unaccept", turn.group.id, question.id),))
        elif turn.member:
            rows.append((button(say("button-agreement-accept"), "agreement-accept", turn.group.id, question.id),))
    rows.append((button(say("button-agreement-reopen"), "agreement-reopen", turn.group.id),))
    return Message(tuple(blocks), (*rows, (*_space(turn), *_stands(turn.group, stands))))


def offered_blocks(offered: Agreement, stands: Agreement | None) -> tuple[Block, ...]:
    """The whole text of a version; before it what changes, where there is one in force."""
    content = read(offered)
    different = changes(read(stands), content) if stands else ()
    told_apart: tuple[Block, ...] = (Heading(say("agreement-changes")), Items(different)) if different else ()
    whole: tuple[Block, ...] = (Heading(say("agreement-whole")),) if different else ()
    return (*told_apart, *whole, *text_blocks(content))


def _space(turn: GroupTurn) -> tuple[Button, ...]:
    return (button(say("button-agreement-space"), "agreement-space", turn.group.id),)


def _stands(group: Group, stands: Agreement | None) -> tuple[Button, ...]:
    if stands is None:
        return ()
    return (button(say("button-agreement-stands"), "agreement-old", group.id, stands.id),)


def draft_page(turn: GroupTurn, content: Content, stands: Agreement | None, *first: Block) -> Message:
    """How far the draft is, with a way to each of its points and on to the group."""
    group_id = turn.group.id
    blocks: list[Block] = [*first, Heading(say("agreement-proposal" if stands else "agreement-draft"))]
    if content.is_empty() and not content.undecided():
        blocks.append(Para(say("agreement-intro")))
    else:
        rules = len(content.rules)
        blocks.append(Para(say("agreement-so-far", written=len(content.written()), most=len(POINTS), rules=rules)))
    if stands:
        different = changes(read(stands), content)
        blocks.append(Para(say("agreement-until-then")))
        blocks += [Heading(say("agreement-changes")), Items(different)] if different else []
        blocks.append(Heading(say("agreement-whole")))
    blocks += text_blocks(content)
    if content.undecided():
        blocks.append(Para(say("agreement-undecided", names=_names(content.undecided()))))
    return Message(tuple(blocks), _draft_rows(turn, content, stands, group_id))


def _draft_rows(
    turn: GroupTurn, content: Content, stands: Agreement | None, group_id: str
) -> tuple[tuple[Button, ...], ...]:
    following = content.next_open()
    onward: tuple[tuple[Button, ...], ...] = ()
    if following and not stands:
        label = say("button-agreement-next", point=say(f"agreement-point-{following}"))
        onward = ((button(label, "agreement-point", group_id, following),),)
    points = [button(say(f"agreement-point-{name}"), "agreement-point", group_id, name) for name in POINTS]
    wishes = button(say("button-agreement-wishes"), "agreement-wishes", group_id)
    mine = (button(say("button-agreement-rule"), "agreement-rule", group_id), wishes) if turn.member else (wishes,)
    undo = (button(say("button-agreement-undo"), "agreement-undo", group_id),) if stands else ()
    return (
        *onward,
        *(tuple(points[n : n + 2]) for n in range(0, len(points), 2)),
        mine,
        (button(say("button-agreement-offer"), "agreement-offer", group_id),),
        (*_space(turn), *_stands(turn.group, stands)),
        *((undo,) if undo else ()),
    )


def _names(points: tuple[str, ...]) -> tuple[Phrase, ...]:
    return tuple(say(f"agreement-topic-{name}") for name in points)


async def writable(turn: GroupTurn) -> Agreement | None:
    """The draft, a new one where the group has nothing yet; None while a version is read through or in force."""
    going = await unfinished(turn.work, turn.group)
    if going or await standing(turn.work, turn.group):
        return going if going and going.standing is Standing.DRAFT else None
    return await next_version(turn.work, turn.house, turn.group, Content())


async def keep(turn: GroupTurn, draft: Agreement, content: Content) -> None:
    """Put this in the place of the draft's content."""
    kept = replace(draft, content=write(content))
    if await turn.work.agreements.get(draft.id):
        await turn.work.agreements.save(kept)
    else:
        await turn.work.agreements.add(kept)


async def closed(turn: GroupTurn, text: str = "") -> Message:
    """Why nothing can be written now and what can be done; what was typed is given back, so that it is not lost."""
    going = await unfinished(turn.work, turn.group)
    reading = going is not None and going.standing is Standing.OFFERED
    word = "reopen" if reading else "change"
    typed: tuple[Block, ...] = (Para(say("agreement-your-words")), Quote(text)) if text else ()
    return Message(
        (Para(say("agreement-being-read" if reading else "agreement-in-force")), *typed),
        ((button(say(f"button-agreement-{word}"), f"agreement-{word}", turn.group.id),),),
    )


async def space(turn: GroupTurn) -> Reply:
    """Five principles of a safer space."""
    lines = tuple(say(f"agreement-space-{number}") for number in range(1, 6))
    back = (button(say("button-agreement"), "agreement", turn.group.id),)
    return Message((Heading(say("agreement-space")), Para(say("agreement-space-what")), Items(lines)), (back,))


def draft_row(turn: GroupTurn) -> tuple[Button, ...]:
    """The way to the whole draft."""
    return (button(say("button-agreement-draft"), "agreement-change", turn.group.id),)


def look_row(turn: GroupTurn) -> tuple[Button, ...]:
    """The way to what is agreed."""
    return (button(say("button-agreement"), "agreement", turn.group.id),)
