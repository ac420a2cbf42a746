"""The result: which times work, best first, said as plainly as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core import times_tally, zones
from bot.core.model import Group, Question, to_utc
from bot.core.outgoing import Block, Button, Heading, Items, Message, Para, Phrase, Text, say
from bot.core.ports import House, UnitOfWork
from bot.core.season import fewest
from bot.core.times_tally import Tally
from bot.core.turn import button
from bot.core.uses.times import times_polls
from bot.core.view import View

OFFERED = 3
"""How many times there are to choose from."""


@dataclass(frozen=True)
class About:
    """A question that is closed, as things stand; with `names` where that was promised to those who answered."""

    work: UnitOfWork
    house: House
    now: datetime
    seen: View
    poll: Question
    names: bool = False

    @property
    def group(self) -> Group:
        """Whose question it is."""
        return self.seen.group


async def _counted(about: About) -> list[Tally]:
    """What everybody said of the times that are still ahead, best first."""
    members = [member.id for member in about.seen.members]
    ahead = [i for i in about.poll.items if to_utc(datetime.fromisoformat(i), about.group.tz) > about.now]
    return times_tally.tally(ahead, await times_polls.votes_on(about.work, about.poll), members, fewest(len(members)))


async def result(about: About, *, choosing: bool = True) -> Message:
    """What the group said, best first; with the best to choose from where somebody is `choosing`."""
    counted = await _counted(about)
    instants = tuple(to_utc(t.starts, about.group.tz) for t in counted)
    blocks: list[Block] = [
        Heading(say("times-result-heading")),
        *_verdict(about, counted),
        Items(tuple(await _lines(about, counted)), instants),
    ]
    if any(t.able for t in counted):
        convenes = await about.work.conveners.find(group_id=about.group.id, person_id=about.poll.person_id)
        asker = "" if convenes else times_polls.asker(about.seen, about.poll)
        blocks.append(Para(say("times-chooses", name=asker) if asker else say("times-convener-chooses")))
    return Message(tuple(blocks), tuple(_choices(about, counted)) if choosing else ())


async def anything(about: About) -> bool:
    """Whether there is a time that anybody can come to."""
    return any(t.able for t in await _counted(about))


async def undecided(about: About) -> Message | None:
    """That nobody has chosen yet, to a convener; nothing where there is nothing to choose."""
    counted = await _counted(about)
    rows = _choices(about, counted)
    if not rows:
        return None
    blocks = (
        Heading(await times_polls.title(about.work, about.poll.meeting_id)),
        Para(say("times-undecided")),
        *_verdict(about, counted),
    )
    return Message(blocks, tuple(rows))


def _verdict(about: About, counted: Sequence[Tally]) -> list[Block]:
    """In a sentence or two: the best, a tie, or that none will do."""
    least = fewest(len(about.seen.members))
    if not any(t.asked for t in counted):
        return [Para(say("times-nobody-answered"))]
    if not any(t.able for t in counted):
        return [Para(say("times-nobody-can"))]
    best = times_tally.best(counted)
    names: tuple[str | Phrase, ...] = tuple(say("when", when=t.starts) for t in best)
    said: list[Block] = [] if best[0].enough else [Para(say("times-too-few", least=least))]
    if len(best) > 1:
        return [*said, Para(say("times-tie", times=names, count=len(best)))]
    return [*said, Para(say("times-best", when=best[0].starts))]


async def _lines(about: About, counted: Sequence[Tally]) -> list[Text]:
    """A line for each time: how many said what, or who where the group shows that."""
    words = await zones.in_words(about.work, about.house, about.seen, [t.starts for t in counted])
    return [_line(about, t, when) for t, when in zip(counted, words, strict=True)]


def _line(about: About, t: Tally, when: Text) -> Text:
    if not t.asked:
        return say("times-line-unsaid", when=when)
    if not t.able:
        return say("times-line-nobody", when=when)
    if not about.names:
        return say("times-line-counts", when=when, works=len(t.works), need=len(t.if_need), no=len(t.no))
    names = {member.id: member.name for member in about.seen.members}
    said = [
        say(f"times-who-said-{value}", names=tuple(names[m] for m in who))
        for value, who in zip(times_tally.ANSWERS, (t.works, t.if_need, t.no), strict=True)
        if who
    ]
    line: Text = say("times-line-names", when=when, said=said[0])
    for more in said[1:]:
        line = say("times-line-more", line=line, said=more)
    return line


def _choices(about: About, counted: Sequence[Tally]) -> list[tuple[Button, ...]]:
    """The best times that anybody can come to, a button each."""
    able = [t for t in counted if t.able][:OFFERED]
    return [
        (
            button(
                say("button-times-pick", when=t.starts),
                "times-pick",
                about.group.id,
                f"{about.poll.id}.{about.poll.items.index(t.starts.isoformat())}",
            ),
        )
        for t in able
    ]
