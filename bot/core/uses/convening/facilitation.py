"""A facilitator or coach: no peer, outside size, floor, quorum, rota and feedback, and let in by a convener."""

from dataclasses import replace

from bot.core import reflecting
from bot.core.model import Facilitator, Group, Person, Question, Role
from bot.core.outgoing import Block, Button, Message, Para, Reply, say
from bot.core.plan import polite
from bot.core.ports import House, UnitOfWork
from bot.core.refusal import Refusal
from bot.core.replan import edit_plan, replan
from bot.core.saying import Saying
from bot.core.tell import A_WEEK, tell, tell_conveners
from bot.core.turn import GroupTurn, button, told
from bot.core.uses.members import welcoming
from bot.core.uses.members.leaving import go_on
from bot.core.uses.members.membership import remove
from bot.core.view import View
from bot.core.votes import put

KIND = "facilitator"
"""The questions that these are: `person_id` wants to facilitate, and a convener answers."""

REASONS = "reasons"
SURE = "sure"


def who_facilitates(seen: View) -> list[Block]:
    """Who facilitates, in a line; nothing where nobody does."""
    names = tuple(facilitator.name for facilitator in seen.facilitators)
    return [Para(say("facilitators-line", count=len(names), names=names))] if names else []


def awaited(seen: View) -> list[Block]:
    """That somebody may come from outside to lead, and how they come in; nothing where the turn goes round anyway."""
    lead = seen.programme.lead
    return [] if lead == "rota" or seen.facilitators else [Para(say(f"awaited-{lead}"))]


def reads_along(seen: View) -> tuple[Block, ...]:
    """That what is said in the channel is read by whoever facilitates, to somebody about to say it there."""
    names = tuple(facilitator.name for facilitator in seen.facilitators)
    return (Para(say("facilitator-reads-along", names=names)),) if names else ()


async def facilitate(turn: GroupTurn) -> Reply:
    """Ask to facilitate this group, in its own channel; a convener's own press needs nobody else's."""
    if Role.FACILITATOR in turn.roles:
        return told("facilitate-already", _stop(turn))
    mine = await turn.work.questions.find(group_id=turn.group.id, kind=KIND, person_id=turn.person.id, closed=False)
    if any(question.closes > turn.now for question in mine):
        return told("facilitate-asked")
    if not (turn.at_home or turn.convenes or turn.member):
        raise Refusal("facilitate-in-channel")
    if turn.member and turn.value != SURE:
        sure = button(say("button-facilitate-sure"), "facilitate", turn.group.id, SURE)
        stay = button(say("button-stay-member"), "menu", turn.group.id)
        return told("facilitate-or-member", (sure,), (stay,))
    if turn.convenes:
        await _seat(turn, turn.person)
        return told("facilitate-done", (button(say("button-menu"), "menu", turn.group.id),))
    if not await turn.work.conveners.find(group_id=turn.group.id):
        raise Refusal("facilitate-no-convener")
    await forget_asking(turn, turn.person)
    closes = polite(turn.group, turn.now) + A_WEEK
    question = await put(turn, KIND, closes, person_id=turn.person.id)
    await _whisper_conveners(turn, question.id)
    return told("facilitate-asked")


async def forget_asking(turn: GroupTurn, person: Person) -> None:
    """Take back what somebody has asked."""
    await turn.work.questions.drop(group_id=turn.group.id, kind=KIND, person_id=person.id)


async def gone(work: UnitOfWork, house: House, group: Group, person: Person) -> None:
    """Somebody is no longer here, and neither facilitates the group nor asks to."""
    await work.questions.drop(group_id=group.id, kind=KIND, person_id=person.id)
    for one in await work.facilitators.find(group_id=group.id, person_id=person.id):
        await reflecting.forget(work, one)
    if await work.facilitators.drop(group_id=group.id, person_id=person.id):
        await replan(work, house, group)
        await edit_plan(work, house, group)


def _stop(turn: GroupTurn) -> tuple[Button, ...]:
    return (button(say("button-facilitate-stop"), "facilitate-stop", turn.group.id),)


async def _whisper(turn: GroupTurn, person_id: str | None, ref: str) -> None:
    due = polite(turn.group, turn.now)
    await tell(turn.work, turn.house, turn.group, "seat", due=due, expires=due + A_WEEK, person_id=person_id, ref=ref)


async def _whisper_conveners(turn: GroupTurn, ref: str, but: str = "") -> None:
    due = polite(turn.group, turn.now)
    await tell_conveners(turn.work, turn.house, turn.group, "seat", due=due, expires=due + A_WEEK, ref=ref, but=but)


async def _seat(turn: GroupTurn, person: Person) -> None:
    """Give the seat: nobody facilitates a group that they are a member of, or ask to be one of."""
    for member in await turn.work.members.find(group_id=turn.group.id, person_id=person.id):
        await remove(turn.work, member)
    await welcoming.forget(turn.work, person, turn.group)
    await forget_asking(turn, person)
    seat = Facilitator(turn.house.chance.new_id(), turn.group.id, person.id, person.name)
    await turn.work.facilitators.add(seat)
    await go_on(turn.work, turn.house, turn.group)
    await edit_plan(turn.work, turn.house, turn.group)


async def page(turn: GroupTurn) -> Reply:
    """For conveners: who facilitates and sees what, who has asked to, and what can be done about it."""
    seen = await turn.view(turn.group)
    blocks: list[Block] = [*who_facilitates(seen)] or [Para(say("facilitators-none"))]
    rows: list[tuple[Button, ...]] = []
    for one in seen.facilitators:
        if one.person_id != turn.person.id:
            blocks.append(Para(say("facilitator-sees" if one.reasons else "facilitator-sees-not", name=one.name)))
            word = "reasons-hide" if one.reasons else "reasons-show"
            rows.append((button(say(f"button-{word}", name=one.name), word, turn.group.id, one.id),))
        end = say("button-facilitator-end", name=one.name)
        rows.append((button(end, "facilitator-end", turn.group.id, one.id),))
    for question in await turn.work.questions.find(group_id=turn.group.id, kind=KIND, closed=False):
        person = await turn.work.persons.get(question.person_id or "")
        if person and question.closes > turn.now:
            blocks.append(Para(say("facilitator-asks", name=person.name, group=turn.group.name)))
            rows.append(_answers(question))
    blocks.append(Para(say("facilitators-how")))
    return Message(tuple(blocks), tuple(rows))


def _answers(question: Question) -> tuple[Button, ...]:
    yes, no = say("button-facilitator-in"), say("button-facilitator-not")
    group_id = question.group_id
    return button(yes, "facilitator-in", group_id, question.id), button(no, "facilitator-not", group_id, question.id)


async def let_in(turn: GroupTurn) -> Reply:
    """A convener confirms that somebody facilitates the group."""
    question, person = await _asked(turn)
    await _seat(turn, person)
    await _whisper(turn, person.id, f"{question.id}.yes")
    return told("facilitator-is-in", name=person.name)


async def turn_down(turn: GroupTurn) -> Reply:
    """A convener does not confirm it; the one who asked hears that kindly."""
    question, person = await _asked(turn)
    await forget_asking(turn, person)
    await _whisper(turn, person.id, f"{question.id}.no")
    return told("facilitator-is-not", name=person.name)


async def _asked(turn: GroupTurn) -> tuple[Question, Person]:
    question = await turn.work.questions.get(turn.value)
    open_ = question is not None and question.kind == KIND and question.group_id == turn.group.id
    if question is None or not open_ or question.closes <= turn.now:
        raise Refusal("refused-old")
    person = await turn.work.persons.get(question.person_id or "")
    if person is None:
        raise Refusal("refused-old")
    return question, person


async def end(turn: GroupTurn) -> Reply:
    """A convener ends it, and the facilitator hears so."""
    one = await _one(turn)
    await _end(turn, one)
    if one.person_id != turn.person.id:
        await _whisper(turn, one.person_id, f"{one.id}.over")
    return told("facilitator-ended", name=one.name)


async def stop(turn: GroupTurn) -> Reply:
    """A facilitator stops being one; the conveners hear it, since somebody has to lead."""
    for one in await turn.work.facilitators.find(group_id=turn.group.id, person_id=turn.person.id):
        await _end(turn, one)
        await _whisper_conveners(turn, f"{turn.person.id}.stopped", but=turn.person.id)
    return told("facilitate-stopped", group=turn.group.name)


async def _end(turn: GroupTurn, one: Facilitator) -> None:
    await reflecting.forget(turn.work, one)
    await turn.work.facilitators.drop(id=one.id)
    waiting = await turn.work.notices.find(group_id=turn.group.id, person_id=one.person_id, state="waiting")
    if not await turn.work.conveners.find(group_id=turn.group.id, person_id=one.person_id) and waiting:
        await turn.work.notices.drop(id=[notice.id for notice in waiting])
    await replan(turn.work, turn.house, turn.group)
    await edit_plan(turn.work, turn.house, turn.group)


async def _one(turn: GroupTurn) -> Facilitator:
    one = await turn.work.facilitators.get(turn.value)
    if one is None or one.group_id != turn.group.id:
        raise Refusal("refused-old")
    return one


async def show_reasons(turn: GroupTurn) -> Reply:
    """Let the facilitator see, in the brief, the reasons that members gave to the group; the group is told so."""
    one = await _one(turn)
    if not one.reasons:
        await turn.work.facilitators.save(replace(one, reasons=True))
        await _whisper(turn, None, f"{one.id}.{REASONS}-{turn.now:%Y%m%d%H%M%S}")
    return told("reasons-shown", name=one.name)


async def hide_reasons(turn: GroupTurn) -> Reply:
    """From now on the facilitator sees who cannot come, and no reasons."""
    one = await _one(turn)
    await turn.work.facilitators.save(replace(one, reasons=False))
    return told("reasons-hidden", name=one.name)


async def say_facilitation(saying: Saying, question: Question | None, what: str) -> Message | None:
    """What there is to say about facilitating, to whom the notice is for; nothing where it no longer stands."""
    if saying.person is None:
        return await _to_group(saying, what)
    if what == "stopped":
        return await _stopped(saying)
    if what:
        return _to_facilitator(saying, saying.person, what)
    return await _to_convener(saying, saying.person, question)


async def _to_group(saying: Saying, what: str) -> Message | None:
    """That the facilitator sees reasons from now on."""
    one = await saying.work.facilitators.get(saying.notice.ref.partition(".")[0])
    shown = one is not None and one.reasons and what.startswith(REASONS)
    return Message((Para(say("reasons-post", name=one.name)),)) if one and shown else None


async def _stopped(saying: Saying) -> Message | None:
    """To a convener: somebody has stopped."""
    who = await saying.work.persons.get(saying.notice.ref.partition(".")[0])
    return told("facilitator-stopped", name=who.name, group=saying.seen.group.name) if who else None


def _to_facilitator(saying: Saying, person: Person, what: str) -> Message | None:
    """What became of it; nothing where it has turned out otherwise since."""
    group = saying.seen.group
    seated = any(one.person_id == person.id for one in saying.seen.facilitators)
    if seated is not (what == "yes"):
        return None
    rows = ((button(say("button-menu"), "menu", group.id),),) if seated else ()
    return told(f"facilitate-{what}", *rows, group=group.name)


async def _to_convener(saying: Saying, person: Person, question: Question | None) -> Message | None:
    """Somebody asks to facilitate."""
    group = saying.seen.group
    convenes = await saying.work.conveners.find(group_id=group.id, person_id=person.id)
    if question is None or question.kind != KIND or question.closed or not convenes:
        return None
    asker = await saying.work.persons.get(question.person_id or "")
    if asker is None:
        return None
    asks = say("facilitator-asks", name=asker.name, group=group.name)
    return Message((Para(asks), Para(say("facilitator-what"))), (_answers(question),))
