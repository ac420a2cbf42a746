"""A change to the agreement proposed and given up, and the versions that have been in force."""

from bot.core.agreeing import next_version, unfinished, versions
from bot.core.agreement_content import Content, day, mark, read, standing, standing_blocks, text_blocks
from bot.core.model import Agreement, Standing
from bot.core.outgoing import Button, Heading, Message, Para, Reply, say
from bot.core.refusal import Refusal
from bot.core.turn import GroupTurn, button, told
from bot.core.uses.agreement.agreement import agreement, closed, draft_page, draft_row, look_row

SHOWN = 12
"""How many versions are listed, latest first."""


async def change(turn: GroupTurn) -> Reply:
    """The draft as it is; where an agreement is in force and nothing is proposed yet, one that begins as its copy."""
    going, stands = await unfinished(turn.work, turn.group), await standing(turn.work, turn.group)
    if going and going.standing is Standing.OFFERED:
        return await agreement(turn)
    if stands and going is None:
        going = await next_version(turn.work, turn.house, turn.group, read(stands))
        await turn.work.agreements.add(going)
    return draft_page(turn, read(going) if going else Content(), stands)


async def ask_undo(turn: GroupTurn) -> Reply:
    """Ask once before a proposal is given up, with everything that is new in it."""
    draft, stands = await unfinished(turn.work, turn.group), await standing(turn.work, turn.group)
    if draft is None or draft.standing is not Standing.DRAFT or stands is None:
        return await agreement(turn)
    sure = button(say("button-agreement-undo-sure"), "agreement-undo-sure", turn.group.id, mark(draft.content))
    return told("agreement-undo-ask", (sure,), draft_row(turn))


async def undo(turn: GroupTurn) -> Reply:
    """Give the proposal up just as it was shown; the agreement in force stays as it is."""
    draft, stands = await unfinished(turn.work, turn.group), await standing(turn.work, turn.group)
    if stands is None:
        raise Refusal("refused-old")
    if draft is None:
        return told("agreement-undone", look_row(turn))
    if draft.standing is not Standing.DRAFT:
        return await closed(turn)
    if turn.value != mark(draft.content):
        return draft_page(turn, read(draft), stands, Para(say("agreement-written-on")))
    await turn.work.agreements.drop(id=draft.id)
    return told("agreement-undone", look_row(turn))


async def old(turn: GroupTurn) -> Reply:
    """The versions that have been in force, by their days; with an id in the press, that one."""
    known = await versions(turn.work, turn.group)
    if not turn.value:
        if not known:
            return told("agreement-none", look_row(turn))
        rows = tuple((_version_button(turn, version),) for version in known[:SHOWN])
        return told("agreement-versions", *rows, look_row(turn))
    version = next((v for v in known if v.id == turn.value), None)
    if version is None:
        raise Refusal("refused-old")
    if version.standing is Standing.STANDING:
        return Message(await standing_blocks(turn.work, turn.group), (look_row(turn),))
    since = say("agreement-was", date=day(turn.group, version))
    blocks = (Heading(say("agreement-past")), Para(since), *text_blocks(read(version)))
    return Message(blocks, (look_row(turn),))


def _version_button(turn: GroupTurn, version: Agreement) -> Button:
    now = version.standing is Standing.STANDING
    label = say("button-agreement-now" if now else "button-agreement-then", date=day(turn.group, version))
    return button(label, "agreement-old", turn.group.id, version.id)
