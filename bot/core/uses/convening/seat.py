"""The convener's seat: a second convener asked, the seat handed over or given up, each by the press of whom it is."""

from dataclasses import replace

from bot.core.kinds import FOR_CONVENERS
from bot.core.model import Convener, Group, Member, Person, Question, State
from bot.core.outgoing import Button, Message, Para, Reply, say
from bot.core.plan import polite
from bot.core.ports import House, UnitOfWork
from bot.core.refusal import Refusal
from bot.core.saying import Saying
from bot.core.tell import A_WEEK, tell
from bot.core.turn import GroupTurn, button, told
from bot.core.uses.convening import facilitation
from bot.core.uses.convening.life import ask_for_convener
from bot.core.uses.members import welcoming
from bot.core.votes import put

KIND = "seat"
"""The questions that these are: `person_id` asks, `items` are how and which member is asked."""

WITH, OVER = "with", "over"
"""To convene together, or instead of the one who asks."""

TWO = 2
SHOWN = 20
"""How many members there is room to choose from at once."""


async def seat(turn: GroupTurn) -> Reply:
    """Who convenes; what the person has been asked; for a convener, how the seat is shared or passed on."""
    seats = await turn.work.conveners.find(group_id=turn.group.id)
    names = [person.name for s in seats if (person := await turn.work.persons.get(s.person_id))]
    blocks = [Para(say("seat-who", count=len(names), names=tuple(sorted(names))))]
    rows: list[tuple[Button, ...]] = []
    for question in await _asked_of(turn):
        asker = await turn.work.persons.get(question.person_id or "")
        if asker:
            blocks.append(Para(say(f"seat-asked-{question.items[0]}", name=asker.name, group=turn.group.name)))
            rows.append(_answers(question))
    if turn.convenes:
        if len(seats) < TWO:
            rows.append((button(say("button-seat-with"), "seat-pick", turn.group.id, WITH),))
        rows += [
            (button(say("button-seat-over"), "seat-pick", turn.group.id, OVER),),
            (button(say("button-seat-down"), "seat-down", turn.group.id),),
        ]
    elif not seats and turn.member:
        rows.append((button(say("button-convene"), "convene", turn.group.id),))
    return Message(tuple(blocks), tuple(rows))


async def _asked_of(turn: GroupTurn) -> list[Question]:
    """What this member has been asked and not answered yet."""
    if turn.member is None:
        return []
    found = await turn.work.questions.find(group_id=turn.group.id, kind=KIND, closed=False)
    return [q for q in found if q.items[1:] == (turn.member.id,) and q.closes > turn.now]


async def pick(turn: GroupTurn) -> Reply:
    """The members who can be asked, a button each; the value is how, and from which of them on."""
    typed, _, start = turn.value.partition(".")
    how, free = await _how(turn, typed), await _free(turn)
    if not free:
        raise Refusal("seat-nobody")
    first = int(start) if start.isascii() and start.isdecimal() and int(start) < len(free) else 0
    rows = [
        (button(say("label", text=member.name), "seat-ask", turn.group.id, f"{how}={member.id}"),)
        for member in free[first : first + SHOWN]
    ]
    if len(free) > first + SHOWN:
        rows.append((button(say("button-seat-more"), "seat-pick", turn.group.id, f"{how}.{first + SHOWN}"),))
    return told(f"seat-pick-{how}", *rows)


async def _how(turn: GroupTurn, how: str) -> str:
    if how not in {WITH, OVER}:
        raise Refusal("refused-old")
    if how == WITH and len(await turn.work.conveners.find(group_id=turn.group.id)) >= TWO:
        raise Refusal("seat-two")
    return how


async def _free(turn: GroupTurn) -> list[Member]:
    """The members who do not convene."""
    seats = {s.person_id for s in await turn.work.conveners.find(group_id=turn.group.id)}
    return [member for member in (await turn.view(turn.group)).members if member.person_id not in seats]


async def ask(turn: GroupTurn) -> Reply:
    """Put it to one member, who has a week; what the convener had asked before is no longer asked."""
    typed, _, member_id = turn.value.partition("=")
    how = await _how(turn, typed)
    member = next((m for m in await _free(turn) if m.id == member_id), None)
    if member is None:
        raise Refusal("refused-old")
    mine = await turn.work.questions.find(group_id=turn.group.id, kind=KIND, person_id=turn.person.id, closed=False)
    for earlier in mine:
        if earlier.items == (how, member.id) and earlier.closes > turn.now:
            return told("seat-asked-already", name=member.name)
        await turn.work.questions.drop(id=earlier.id)
    closes = polite(turn.group, turn.now) + A_WEEK
    question = await put(turn, KIND, closes, items=(how, member.id), person_id=turn.person.id)
    await _whisper(turn, question, member.person_id, question.id)
    return told("seat-asked", name=member.name)


async def _whisper(turn: GroupTurn, question: Question, person_id: str, ref: str) -> None:
    due = polite(turn.group, turn.now)
    until = max(question.closes, due + A_WEEK)
    await tell(turn.work, turn.house, turn.group, KIND, due=due, expires=until, person_id=person_id, ref=ref)


def _answers(question: Question) -> tuple[Button, ...]:
    yes, no = say("button-seat-yes"), say("button-seat-no")
    group_id = question.group_id
    return button(yes, "seat-yes", group_id, question.id), button(no, "seat-no", group_id, question.id)


async def accept(turn: GroupTurn) -> Reply:
    """Take the seat that was offered, as long as the one who offered it has one."""
    question = await _question(turn)
    asker = await _asker(turn, question)
    seats = await turn.work.conveners.find(group_id=turn.group.id)
    own = next((s for s in seats if s.person_id == asker.id), None)
    if own is None:
        raise Refusal("seat-gone")
    if question.items[0] == WITH and len(seats) >= TWO:
        raise Refusal("seat-two")
    if not any(s.person_id == turn.person.id for s in seats):
        await turn.work.conveners.add(Convener(turn.house.chance.new_id(), turn.group.id, turn.person.id))
    await _close(turn, question, asker, "yes")
    await welcoming.tell_new_convener(turn.work, turn.house, turn.group, turn.person)
    if question.items[0] == OVER:
        await _vacate(turn, own, asker)
    turn.seats[turn.person.handle] = True
    done = told("convene-done", (button(say("button-menu"), "menu", turn.group.id),), group=turn.group.name)
    return replace(done, enough=True)


async def decline(turn: GroupTurn) -> Reply:
    """Leave the seat to others; the one who asked hears it."""
    question = await _question(turn)
    await _close(turn, question, await _asker(turn, question), "no")
    return told("seat-declined")


async def _question(turn: GroupTurn) -> Question:
    """What this very member was asked, still open."""
    found = next((q for q in await _asked_of(turn) if q.id == turn.value), None)
    if found is None:
        raise Refusal("refused-old")
    return found


async def _asker(turn: GroupTurn, question: Question) -> Person:
    asker = await turn.work.persons.get(question.person_id or "")
    if asker is None:
        raise Refusal("seat-gone")
    return asker


async def _close(turn: GroupTurn, question: Question, asker: Person, answer: str) -> None:
    await turn.work.questions.save(replace(question, closed=True))
    await _whisper(turn, question, asker.id, f"{question.id}.{answer}")


async def _vacate(turn: GroupTurn, own: Convener, person: Person) -> None:
    """Empty a seat, and let the platform show the commands of somebody who does not convene, if they no longer do."""
    await turn.work.conveners.drop(id=own.id)
    turn.seats[person.handle] = bool(await turn.work.conveners.find(person_id=person.id))
    await forget_seat(turn.work, turn.group.id, person.id)


async def forget_seat(work: UnitOfWork, group_id: str, person_id: str) -> None:
    """What somebody has asked as a convener, and was still to be told as one, falls away with their seat."""
    await work.questions.drop(group_id=group_id, kind=KIND, person_id=person_id, closed=False)
    unread = (State.WAITING, State.FAILED)
    await work.notices.drop(group_id=group_id, person_id=person_id, kind=FOR_CONVENERS, state=unread)


async def vacate(work: UnitOfWork, house: House, group: Group) -> int:
    """Empty every seat, where whoever convened has vanished, and ask the group who would; how many there were."""
    seats = await work.conveners.find(group_id=group.id)
    for own in seats:
        await work.conveners.drop(id=own.id)
        await forget_seat(work, group.id, own.person_id)
    await ask_for_convener(work, house, group)
    return len(seats)


async def ask_down(turn: GroupTurn) -> Reply:
    """Ask once before a seat is given up."""
    alone = len(await turn.work.conveners.find(group_id=turn.group.id)) < TWO
    sure = (button(say("button-seat-down-sure"), "seat-down-sure", turn.group.id),)
    over = (button(say("button-seat-over"), "seat-pick", turn.group.id, OVER),)
    keep = (button(say("button-seat-stay"), "menu", turn.group.id),)
    return told("seat-down-alone" if alone else "seat-down-two", sure, over, keep, group=turn.group.name)


async def down(turn: GroupTurn) -> Reply:
    """Give the seat up; a group that is left without a convener is asked for one."""
    for own in await turn.work.conveners.find(group_id=turn.group.id, person_id=turn.person.id):
        await _vacate(turn, own, turn.person)
    await ask_for_convener(turn.work, turn.house, turn.group)
    return told("seat-down-done", group=turn.group.name)


async def say_seat(saying: Saying) -> Message | None:
    """What somebody is asked, or what was answered to whoever asked; nothing where it no longer stands."""
    if saying.preview and saying.person:
        return Message((Para(say("preview-people")),))
    question_id, _, answer = saying.notice.ref.partition(".")
    question = await saying.work.questions.get(question_id)
    if question is None or question.kind != KIND:
        return await facilitation.say_facilitation(saying, question, answer)
    member = await saying.work.members.get(question.items[1])
    if member is None or saying.person is None:
        return None
    if answer:
        return _answered(saying, saying.person, question, member)
    return await _asks(saying, saying.person, question, member)


def _answered(saying: Saying, person: Person, question: Question, member: Member) -> Message | None:
    answer, group = saying.notice.ref.partition(".")[2], saying.seen.group
    if question.person_id != person.id:
        return None
    return told(f"seat-answer-{answer}-{question.items[0]}", name=member.name, group=group.name)


async def _asks(saying: Saying, person: Person, question: Question, member: Member) -> Message | None:
    asker = await saying.work.persons.get(question.person_id or "")
    if asker is None or question.closed or member.person_id != person.id:
        return None
    asks = say(f"seat-asked-{question.items[0]}", name=asker.name, group=saying.seen.group.name)
    return Message((Para(asks), Para(say("seat-what"))), (_answers(question),))
