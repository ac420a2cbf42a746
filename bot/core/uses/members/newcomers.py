"""Joining: by one's own press until the group has met, and afterwards as the group wants it."""

from dataclasses import replace

from bot.core.model import Life, Newcomers, Person, Question, Role
from bot.core.outgoing import Button, Message, Para, Reply, say
from bot.core.plan import polite
from bot.core.refusal import Refusal
from bot.core.saying import Saying
from bot.core.tell import A_WEEK, tell
from bot.core.turn import GroupTurn, button, told
from bot.core.uses.members import welcoming
from bot.core.uses.members.membership import admit, let_go, welcome
from bot.core.uses.members.welcoming import A_MONTH, ANSWERED, KIND, NOT_NOW
from bot.core.view import View
from bot.core.votes import put


async def join(turn: GroupTurn) -> Reply:
    """Make the person a member, by their own press; once the group has met, as it wants newcomers to come."""
    if turn.member:
        seen = await turn.view(turn.group)
        if turn.channel:
            return told("already-in", group=turn.group.name)
        return await welcome(turn.work, seen, turn.now)
    asked = await _asked(turn)
    if asked:
        return asked
    if not (turn.at_home or turn.convenes):
        raise Refusal("join-in-channel")
    if Role.FACILITATOR in turn.roles:
        return told("join-facilitator", (button(say("button-facilitate-stop"), "facilitate-stop", turn.group.id),))
    seen = await turn.view(turn.group)
    if has_met(turn, seen) and not turn.convenes:
        if seen.next(turn.now) is None:
            raise Refusal("join-over", group=turn.group.name)
        if turn.group.newcomers is Newcomers.CLOSED:
            raise Refusal("join-closed", group=turn.group.name)
        if turn.group.newcomers is Newcomers.ASK:
            return await _ask(turn, seen)
    await welcoming.forget(turn.work, turn.person, turn.group)
    await admit(turn.work, turn.house, turn.group, turn.person)
    return await welcome(turn.work, await turn.view(turn.group), turn.now)


def has_met(turn: GroupTurn, seen: View) -> bool:
    """Whether the group's first meeting has begun."""
    return any(meeting.begins(turn.group.tz) <= turn.now for meeting in seen.meetings)


async def _asked(turn: GroupTurn) -> Message | None:
    """What has become of it, to somebody who has asked already and may not simply press."""
    found = await turn.work.questions.find(group_id=turn.group.id, kind=KIND, person_id=turn.person.id)
    if turn.group.newcomers is Newcomers.OPEN:
        return None
    for question in found:
        if not question.closed:
            return _told_of(turn, question)
        if NOT_NOW in question.items and turn.now < question.closes + A_MONTH:
            return told("newcomer-not-now", group=turn.group.name)
    return None


def _told_of(turn: GroupTurn, question: Question) -> Message:
    """What happens now and when, and the way back."""
    over = question.closes <= turn.now
    return told(
        "newcomer-waits" if over else "newcomer-asked",
        (button(say("button-newcomer-withdraw"), "newcomer-withdraw", turn.group.id),),
        group=turn.group.name,
        **({} if over else {"closes": turn.group.wall(question.closes)}),
    )


async def _ask(turn: GroupTurn, seen: View) -> Message:
    """Put it to the group, once; the newcomer hears what happens and when."""
    if turn.group.life is not Life.RUNNING:
        raise Refusal("newcomer-paused", group=turn.group.name)
    most = seen.programme.members.most
    if len(seen.members) >= most:
        raise Refusal("group-full", most=most)
    await welcoming.forget(turn.work, turn.person, turn.group)
    posted = polite(turn.group, turn.now)
    question = await put(turn, KIND, posted + A_WEEK, person_id=turn.person.id)
    work, house, group = turn.work, turn.house, turn.group
    await tell(work, house, group, "newcomer", due=posted, expires=question.closes, ref=question.id)
    ref = f"{question.id}.week"
    due, until = polite(group, question.closes), question.closes + A_MONTH
    await tell(work, house, group, "let-in", due=due, expires=until, person_id=turn.person.id, ref=ref)
    return _told_of(turn, question)


async def withdraw(turn: GroupTurn) -> Reply:
    """Take the wish back, before it is decided."""
    mine = await turn.work.questions.find(group_id=turn.group.id, kind=KIND, person_id=turn.person.id, closed=False)
    if not mine:
        raise Refusal("refused-old")
    await welcoming.forget(turn.work, turn.person, turn.group)
    await let_go(turn.work, turn.person)
    return told("newcomer-withdrawn")


async def say_newcomer(saying: Saying) -> Message | None:
    """The question to the group; to a convener, that it is theirs to decide. Nothing where it is settled."""
    question_id, _, why = saying.notice.ref.partition(".")
    question = await saying.work.questions.get(question_id)
    if question is None or question.closed or question.person_id is None:
        return None
    newcomer = await saying.work.persons.get(question.person_id)
    if newcomer is None:
        return None
    if saying.preview and saying.person:
        return Message((Para(say("preview-people")),))
    group = saying.seen.group
    if saying.person:
        return _to_convener(saying, question, newcomer, why)
    return Message(
        (
            Para(say("newcomer-post", name=newcomer.name)),
            Para(say("newcomer-how", closes=group.wall(question.closes))),
        ),
        (
            (
                button(say("button-welcome"), "welcome", group.id, question.id),
                button(say("button-talk-first"), "talk-first", group.id, question.id),
            ),
        ),
    )


def _to_convener(saying: Saying, question: Question, newcomer: Person, why: str) -> Message:
    lines = (
        Para(say(f"newcomer-convener-{why}", name=newcomer.name, group=saying.seen.group.name)),
        Para(say("newcomer-convener-how")),
    )
    return Message(lines, (welcoming.decision(saying.seen.group, question),))


async def say_let_in(saying: Saying) -> Message | None:
    """The answer to the newcomer, as it stands now."""
    question_id, _, what = saying.notice.ref.partition(".")
    seen = saying.seen
    if saying.preview:
        return Message((Para(say("preview-people")),))
    if what == "in":
        inside = saying.notice.person_id and seen.member(saying.notice.person_id)
        return await welcome(saying.work, seen, saying.now) if inside else None
    question = await saying.work.questions.get(question_id)
    if question is None or (what == "week" and question.closed):
        return None
    if what != "week" and (what not in question.items or what not in ANSWERED):
        return None  # it has been decided otherwise since
    return told("newcomer-waits" if what == "week" else f"newcomer-{what}", group=seen.group.name)


async def set_newcomers(turn: GroupTurn) -> Reply:
    """How somebody joins from now on; who waits, and the choice, where none is made."""
    if not turn.value:
        return await _page(turn)
    if turn.value not in set(Newcomers):
        raise Refusal("refused-old")
    await turn.work.groups.save(replace(turn.group, newcomers=Newcomers(turn.value)))
    return told(f"newcomers-kept-{turn.value}", (button(say("button-menu"), "menu", turn.group.id),))


async def _page(turn: GroupTurn) -> Message:
    lines = [Para(say("newcomers-now", how=say(f"newcomers-{turn.group.newcomers}"))), Para(say("newcomers-choose"))]
    rows: list[tuple[Button, ...]] = [
        (button(say(f"button-newcomers-{how}"), "newcomers", turn.group.id, how),)
        for how in Newcomers
        if how is not turn.group.newcomers
    ]
    for question in await turn.work.questions.find(group_id=turn.group.id, kind=KIND, closed=False):
        newcomer = await turn.work.persons.get(question.person_id or "")
        if newcomer is None:
            continue
        if await welcoming.is_the_conveners(turn, question):
            lines.append(Para(say("newcomers-decide", name=newcomer.name)))
            rows.append(welcoming.decision(turn.group, question, newcomer.name))
        else:
            closes = turn.group.wall(question.closes)
            lines.append(Para(say("newcomers-group", name=newcomer.name, closes=closes)))
    return Message(tuple(lines), tuple(rows))
