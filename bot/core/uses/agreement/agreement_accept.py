"""The agreement put to the group, accepted by each member's own press, and changed only in the same way."""

from dataclasses import replace
from datetime import timedelta

from bot.core.agreeing import (
    QUESTION,
    YES,
    forget_question,
    settle,
    unfinished,
)
from bot.core.agreement_content import Content, changes, mark, read, standing, standing_blocks
from bot.core.model import Agreement, Life, Question, Standing
from bot.core.outgoing import Heading, Message, Para, Reply, say
from bot.core.plan import polite
from bot.core.refusal import Refusal
from bot.core.saying import Saying
from bot.core.tell import A_WEEK, tell
from bot.core.turn import GroupTurn, button, told
from bot.core.uses.agreement.agreement import agreement, draft_page, draft_row, look_row, offered_blocks, writable
from bot.core.votes import put, set_vote

A_YEAR = timedelta(days=365)
"""Every question has an end; this one's is far off, for only answers decide, and never silence."""


async def ask_offer(turn: GroupTurn) -> Reply:
    """Ask once before the draft is put to the group, and say what is open in it."""
    draft = await writable(turn)
    if draft is None:
        return await agreement(turn)
    content, stands = read(draft), await standing(turn.work, turn.group)
    refused = _not_ready(content, stands)
    if refused:
        return told(refused, draft_row(turn))
    still_open = len(content.still_open())
    return told(
        "agreement-offer-ask",
        (button(say("button-agreement-offer-sure"), "agreement-put", turn.group.id, mark(draft.content)),),
        draft_row(turn),
        count=still_open,
    )


def _not_ready(content: Content, stands: Agreement | None) -> str:
    """Why this cannot be put to the group yet."""
    if content.undecided():
        return "agreement-choose-first"
    if content.is_empty():
        return "agreement-write-first"
    if stands and not changes(read(stands), content):
        return "agreement-nothing-new"
    return ""


async def offer(turn: GroupTurn) -> Reply:
    """Put just what was shown to the group; whoever presses accepts nothing by that."""
    draft = await writable(turn)
    if draft is None:
        return await agreement(turn)
    content, stands = read(draft), await standing(turn.work, turn.group)
    if _not_ready(content, stands) or turn.value != mark(draft.content):
        return draft_page(turn, content, stands, Para(say("agreement-written-on")))
    await forget_question(turn.work, draft)
    await turn.work.agreements.save(replace(draft, standing=Standing.OFFERED))
    question = await put(turn, QUESTION, turn.now + A_YEAR, items=(draft.id,))
    due = polite(turn.group, turn.now)
    await tell(turn.work, turn.house, turn.group, "agreement", due=due, expires=due + A_WEEK, ref=question.id)
    local = turn.group.wall(due)
    accept = button(say("button-agreement-accept"), "agreement-accept", turn.group.id, question.id)
    rows = ((accept,),) if turn.member else ()
    return told("agreement-offer-morning" if due > turn.now else "agreement-offer-now", *rows, when=local)


async def accept(turn: GroupTurn) -> Reply:
    """Note that the member accepts what was put to them; once all have, it is in force."""
    found = await _asked(turn)
    if found is None:
        return _moved_on(turn)
    question, version = found
    await set_vote(turn.work, turn.house, question, turn.me, version.id, YES)
    if version.standing is Standing.STANDING:
        return told("agreement-accepted-in-force", look_row(turn))
    if await settle(turn.work, turn.house, turn.group):
        return told("agreement-accepted-all", look_row(turn))
    back = button(say("button-agreement-unaccept"), "agreement-unaccept", turn.group.id, question.id)
    return told("agreement-accepted", (*look_row(turn), back))


async def unaccept(turn: GroupTurn) -> Reply:
    """Take one's acceptance back, as long as the version is not in force."""
    found = await _asked(turn)
    if found is None:
        return _moved_on(turn)
    question, version = found
    if version.standing is Standing.STANDING:
        return told("agreement-in-force", (button(say("button-agreement-change"), "agreement-change", turn.group.id),))
    await turn.work.votes.drop(question_id=question.id, member_id=turn.me.id)
    accept_ = button(say("button-agreement-accept"), "agreement-accept", turn.group.id, question.id)
    return told(
        "agreement-unaccepted",
        (accept_, button(say("button-agreement-reopen"), "agreement-reopen", turn.group.id)),
    )


def _moved_on(turn: GroupTurn) -> Message:
    return told("agreement-moved-on", look_row(turn))


async def _asked(turn: GroupTurn) -> tuple[Question, Agreement] | None:
    """What a press is to answer: a version of this group's that is read through or in force, as it was put."""
    question = await turn.work.questions.get(turn.value)
    if question is None or (question.group_id, question.kind) != (turn.group.id, QUESTION):
        return None
    version = await turn.work.agreements.get(question.items[0])
    if version is None or version.standing not in {Standing.OFFERED, Standing.STANDING}:
        return None
    return question, version


async def ask_reopen(turn: GroupTurn) -> Reply:
    """Ask once before what is read through is written on: all accept it anew then."""
    going = await unfinished(turn.work, turn.group)
    if going is None or going.standing is not Standing.OFFERED:
        return await agreement(turn)
    sure = button(say("button-agreement-reopen-sure"), "agreement-rewrite", turn.group.id, going.id)
    return told("agreement-reopen-ask", (sure,), look_row(turn))


async def reopen(turn: GroupTurn) -> Reply:
    """Let the version be written on; acceptances were of other words, and are gone."""
    going = await unfinished(turn.work, turn.group)
    if going is None or going.id != turn.value:
        raise Refusal("refused-old")
    if going.standing is Standing.OFFERED:
        await forget_question(turn.work, going)
        await turn.work.agreements.save(replace(going, standing=Standing.DRAFT))
    return draft_page(turn, read(going), await standing(turn.work, turn.group), Para(say("agreement-reopened")))


async def say_agreement(saying: Saying) -> Message | None:
    """The whole text for all to read through, and the press that accepts it; nothing where it was taken back."""
    question = await saying.work.questions.get(saying.notice.ref)
    offered = await saying.work.agreements.get(question.items[0]) if question else None
    group = saying.seen.group
    if (
        question is None
        or offered is None
        or offered.standing is not Standing.OFFERED
        or group.life is not Life.RUNNING
    ):
        return None
    stands = await standing(saying.work, group)
    blocks = (
        Heading(say("agreement-offered")),
        Para(say("agreement-read-change" if stands else "agreement-read")),
        *offered_blocks(offered, stands),
    )
    accept_ = button(say("button-agreement-accept"), "agreement-accept", group.id, question.id)
    more = (
        button(say("button-agreement"), "agreement", group.id),
        button(say("button-agreement-space"), "agreement-space", group.id),
    )
    return Message(blocks, ((accept_,), more))


async def say_stands(saying: Saying) -> Message | None:
    """The agreement that all have accepted, to be kept in sight; nothing where another has taken its place."""
    return await _said(saying, "agreement-all-accepted", pin=True)


async def say_copy(saying: Saying) -> Message | None:
    """The same for each member to keep."""
    return await _said(saying, "agreement-your-copy")


async def _said(saying: Saying, phrase: str, *, pin: bool = False) -> Message | None:
    group = saying.seen.group
    stands = await standing(saying.work, group)
    if stands is None or stands.id != saying.notice.ref:
        return None
    heading, *rest = await standing_blocks(saying.work, group)
    row = (
        button(say("button-agreement"), "agreement", group.id),
        button(say("button-agreement-space"), "agreement-space", group.id),
    )
    return Message((heading, Para(say(phrase, group=group.name)), *rest), (row,), pin=pin)
