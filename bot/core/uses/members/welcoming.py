"""Whether a newcomer is let in: the members' own answers, and the convener's where somebody wants to talk first."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.model import Group, Person, Question
from bot.core.outgoing import Button, Reply, say
from bot.core.plan import polite
from bot.core.ports import House, UnitOfWork
from bot.core.refusal import Refusal
from bot.core.saying import Saying
from bot.core.tell import tell, tell_conveners
from bot.core.turn import GroupTurn, button, told
from bot.core.uses.members.membership import admit
from bot.core.votes import set_vote

KIND = "newcomer"
"""The questions that these are."""

WELCOME, TALK = "welcome", "talk"
"""What a member answers."""

IN, NOT_NOW, FULL = "in", "not-now", "full"
ANSWERED = frozenset({NOT_NOW, FULL})
"""What may come of it, besides being in; a closed question holds it among its items."""

A_MONTH = timedelta(days=30)
"""How long a "not now" stands, in which the convener may change their mind and nobody is asked again."""


def decision(group: Group, question: Question, name: str = "") -> tuple[Button, ...]:
    """The convener's two buttons; with the newcomer's name where several may stand below each other."""
    yes = say("button-let-in-name", name=name) if name else say("button-let-in")
    no = say("button-not-now-name", name=name) if name else say("button-not-now")
    return button(yes, "newcomer-in", group.id, question.id), button(no, "newcomer-not", group.id, question.id)


async def welcome_in(turn: GroupTurn) -> Reply:
    """A member has nothing against it; with more than half of them, and nobody who wants to talk first, it is so."""
    question = await _open(turn)
    await set_vote(turn.work, turn.house, question, turn.me, "", WELCOME)
    if await settle(turn.work, turn.house, turn.group, question):
        return told("newcomer-voted-in")
    return told("newcomer-voted")


async def talk_first(turn: GroupTurn) -> Reply:
    """A member would rather talk first: the conveners hear that somebody would, and decide after it."""
    question = await _open(turn)
    await set_vote(turn.work, turn.house, question, turn.me, "", TALK)
    await _tell_conveners(turn.work, turn.house, turn.group, question, "talk")
    return told("newcomer-talk")


async def _open(turn: GroupTurn) -> Question:
    """The question that a member's press is about, still theirs to answer."""
    question = await _found(turn)
    if question.closed:
        raise Refusal("newcomer-settled")
    if question.closes <= turn.now:
        raise Refusal("newcomer-with-convener")
    return question


async def _found(turn: GroupTurn) -> Question:
    question = await turn.work.questions.get(turn.value)
    if question is None or question.group_id != turn.group.id or question.kind != KIND or not question.person_id:
        raise Refusal("refused-old")
    return question


async def settle(work: UnitOfWork, house: House, group: Group, question: Question) -> bool:
    """Let the newcomer in if the members have said so; whether it was so."""
    values = [vote.value for vote in await work.votes.find(question_id=question.id)]
    size = len(await work.members.find(group_id=group.id))
    if TALK in values or 2 * values.count(WELCOME) <= size:
        return False
    await _let_in(work, house, group, question)
    return True


async def _let_in(work: UnitOfWork, house: House, group: Group, question: Question) -> None:
    """Make them a member and tell them; or tell them that the last place has gone meanwhile."""
    person = await work.persons.get(question.person_id or "")
    if person is None:
        return
    if not await work.members.find(group_id=group.id, person_id=person.id):
        try:
            await admit(work, house, group, person)
        except Refusal:
            await _answer(work, house, group, question, FULL)
            return
    await _answer(work, house, group, question, IN)


async def _answer(work: UnitOfWork, house: House, group: Group, question: Question, what: str) -> None:
    """Close the question with its answer, and whisper it; nobody's vote is kept any longer."""
    now = house.clock.now()
    closed = replace(question, closed=True, items=(what,), closes=min(question.closes, now))
    await work.questions.save(closed)
    await work.votes.drop(question_id=question.id)
    person_id, ref, due = question.person_id, f"{question.id}.{what}", polite(group, now)
    await tell(work, house, group, "let-in", due=due, expires=now + A_MONTH, person_id=person_id, ref=ref)


async def _tell_conveners(work: UnitOfWork, house: House, group: Group, question: Question, why: str) -> None:
    """To each convener, that it is theirs to decide; never who asked for a talk."""
    now, ref = house.clock.now(), f"{question.id}.{why}"
    await tell_conveners(work, house, group, "newcomer", due=polite(group, now), expires=now + A_MONTH, ref=ref)


async def tell_new_convener(work: UnitOfWork, house: House, group: Group, person: Person) -> None:
    """Whoever takes the seat hears of the newcomers who wait for a convener's word."""
    now = house.clock.now()
    due, expires = polite(group, now), now + A_MONTH
    for question in await work.questions.find(group_id=group.id, kind=KIND, closed=False):
        if await _with_conveners(work, now, question):
            ref = f"{question.id}.{'week' if question.closes <= now else 'talk'}"
            await tell(work, house, group, "newcomer", due=due, expires=expires, person_id=person.id, ref=ref)


async def week_over(saying: Saying) -> None:
    """A week after it was asked: what the members have said, or else the conveners' turn to decide."""
    question_id, _, why = saying.notice.ref.partition(".")
    question = await saying.work.questions.get(question_id)
    if why != "week" or question is None or question.closed or question.closes > saying.now:
        return
    group = saying.seen.group
    if not await settle(saying.work, saying.house, group, question):
        await _tell_conveners(saying.work, saying.house, group, question, "week")


async def is_the_conveners(turn: GroupTurn, question: Question) -> bool:
    """Whether it is the conveners who decide: somebody wants to talk first, or the week is over."""
    return await _with_conveners(turn.work, turn.now, question)


async def _with_conveners(work: UnitOfWork, now: datetime, question: Question) -> bool:
    talk = await work.votes.find(question_id=question.id, value=TALK)
    return bool(talk) or question.closes <= now


async def let_in(turn: GroupTurn) -> Reply:
    """The convener's "let in", once it is theirs to say; also after a "not now"."""
    question = await _theirs(turn)
    if IN in question.items:
        return told("newcomer-decided-in", name=await _name(turn, question))
    await _let_in(turn.work, turn.house, turn.group, question)
    after = await turn.work.questions.get(question.id)
    full = after is not None and FULL in after.items
    return told("newcomer-decided-full" if full else "newcomer-decided-in", name=await _name(turn, question))


async def not_now(turn: GroupTurn) -> Reply:
    """The convener's "not now"; nobody is put out by it again who is in."""
    question = await _theirs(turn)
    if IN in question.items:
        raise Refusal("newcomer-settled")
    if NOT_NOW not in question.items:
        await _answer(turn.work, turn.house, turn.group, question, NOT_NOW)
    return told("newcomer-decided-not", name=await _name(turn, question))


async def _theirs(turn: GroupTurn) -> Question:
    question = await _found(turn)
    if question.closed and question.closes + A_MONTH < turn.now:
        raise Refusal("refused-old")
    if not question.closed and not await is_the_conveners(turn, question):
        raise Refusal("newcomer-group-first")
    return question


async def _name(turn: GroupTurn, question: Question) -> str:
    person = await turn.work.persons.get(question.person_id or "")
    return person.name if person else ""


async def forget(work: UnitOfWork, person: Person, group: Group | None = None) -> None:
    """Take back what a person has asked of a group, or of all, with what was answered and is still to be said of it."""
    of = {"group_id": group.id} if group else {}
    for question in await work.questions.find(kind=KIND, person_id=person.id, **of):
        waiting = await work.notices.find(group_id=question.group_id, kind=("newcomer", "let-in"), state="waiting")
        gone = [notice.id for notice in waiting if notice.ref.partition(".")[0] == question.id]
        if gone:
            await work.notices.drop(id=gone)
        await work.votes.drop(question_id=question.id)
        await work.questions.drop(id=question.id)


async def again(work: UnitOfWork, house: House, group: Group) -> None:
    """Look again at what is open, since there are fewer members now."""
    for question in await work.questions.find(group_id=group.id, kind=KIND, closed=False):
        if question.closes > house.clock.now():
            await settle(work, house, group, question)
