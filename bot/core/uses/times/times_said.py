"""What the group hears of finding a common time: the question, one reminder half-way, and the result."""

from dataclasses import replace
from datetime import timedelta

from bot.core import zones
from bot.core.model import Life, Question, to_utc
from bot.core.outgoing import Block, Button, Heading, Items, Message, Para, Text, say
from bot.core.plan import polite
from bot.core.saying import Saying
from bot.core.tell import tell_conveners
from bot.core.turn import button
from bot.core.uses.times import times_polls
from bot.core.uses.times.times_polls import KEPT
from bot.core.uses.times.times_result import About, result, undecided

UNDECIDED_FOR = timedelta(days=2)
"""After the result, until conveners are asked once whether to choose."""


async def _poll(saying: Saying) -> Question | None:
    return await saying.work.questions.get(saying.notice.ref.partition(".")[0])


async def say_times(saying: Saying) -> Message | None:
    """The one post: the times by number, until when one may answer and what becomes of it, and the way to answer."""
    poll = await _poll(saying)
    if poll is None or await times_polls.ended(saying.work, saying.seen.group, saying.now, poll):
        return None
    group, starts = saying.seen.group, times_polls.starts_of(poll)
    in_words = await zones.in_words(saying.work, saying.house, saying.seen, starts)
    lines: list[Text] = [say("times-line", number=number, when=each) for number, each in enumerate(in_words, 1)]
    blocks: list[Block] = [Heading(await times_polls.title(saying.work, poll.meeting_id))]
    asker = times_polls.asker(saying.seen, poll)
    blocks.append(Para(say("times-asked-by", name=asker) if asker else say("times-asked")))
    blocks += [
        Items(tuple(lines), tuple(to_utc(each, group.tz) for each in starts)),
        Para(say("times-until", closes=saying.seen.group.wall(poll.closes))),
        Para(say("times-with-names" if group.names_shown else "times-without-names")),
    ]
    return Message(tuple(blocks), (_answer_row(saying, poll),))


async def say_nudge(saying: Saying) -> Message | None:
    """That there is still time to answer, to everybody; nothing once everybody has, or while the group rests."""
    poll, seen = await _poll(saying), saying.seen
    if poll is None or seen.group.life is not Life.RUNNING:
        return None
    if await times_polls.ended(saying.work, seen.group, saying.now, poll):
        return None
    votes = {(v.member_id, v.item) for v in await times_polls.votes_on(saying.work, poll)}
    if not saying.preview and all((m.id, item) in votes for m in seen.members for item in poll.items):
        return None
    line = say("times-nudge", closes=saying.seen.group.wall(poll.closes))
    return Message(
        (Heading(await times_polls.title(saying.work, poll.meeting_id)), Para(line)), (_answer_row(saying, poll),)
    )


def _answer_row(saying: Saying, poll: Question) -> tuple[Button, ...]:
    return (button(say("button-times-answer"), "times-answer", saying.seen.group.id, poll.id),)


async def close_poll(saying: Saying) -> None:
    """What the result does in the moment that it is posted; conveners are asked once later if nobody has chosen."""
    poll, group = await _poll(saying), saying.seen.group
    if poll is None or saying.notice.ref != poll.id or saying.notice.person_id:
        return
    if not poll.closed:
        await saying.work.questions.save(replace(poll, closed=True))
    if times_polls.decided(poll) or await times_polls.overtaken(saying.work, group, saying.now, poll):
        return
    due = polite(group, saying.now + UNDECIDED_FOR)
    last = to_utc(times_polls.starts_of(poll)[-1], group.tz)
    if due < last:
        work, house, meeting = saying.work, saying.house, saying.meeting_or_none
        await tell_conveners(work, house, group, "times-result", due=due, expires=last, meeting=meeting, ref=poll.id)


async def say_result(saying: Saying) -> Message | None:
    """The result; or how it ended otherwise; or, to a convener, that nobody has chosen yet."""
    poll = await _poll(saying)
    what = saying.notice.ref.partition(".")[2]
    if poll is None or what == times_polls.WITHDRAWN:
        return Message((Para(say("times-withdrawn-post")),)) if poll else None
    if what == KEPT:
        return Message((Para(say("times-kept-post", when=times_polls.starts_of(poll)[0])),))
    if times_polls.decided(poll) or await times_polls.overtaken(saying.work, saying.seen.group, saying.now, poll):
        return None
    if saying.preview and not poll.closed:
        return Message((Heading(await times_polls.title(saying.work, poll.meeting_id)), Para(say("times-preview"))))
    names = saying.seen.group.names_shown and not saying.person
    about = About(saying.work, saying.house, saying.now, saying.seen, poll, names)
    if saying.person:
        return None if await times_polls.replaced(saying.work, poll) else await undecided(about)
    said = await result(about)
    another = button(say("button-times-another"), "times", saying.seen.group.id, times_polls.ANOTHER)
    return said if said.buttons else replace(said, buttons=((another,),))
