"""The play: a real group on a real store, in a folder that is gone afterwards, on a clock that hurries."""

import heapq
import os
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.adapters.memory.adapter import Arrived, MemoryAdapter
from bot.app import Piiri, opened
from bot.chance import Chance
from bot.content.library import Library
from bot.core.incoming import Sender
from bot.core.model import Floor, Group, Notice, to_utc
from bot.core.outgoing import Pack, Text, Written, say
from bot.core.people import person_for
from bot.core.ports import Rhythm
from bot.core.programme import Programme
from bot.core.refusal import Refusal
from bot.core.uses.setup import Spec, count_within, found
from bot.core.view import View, view
from bot.rehearsal.acts import Act
from bot.rehearsal.cast import Cast
from bot.rehearsal.enclosed import enclosed
from bot.rehearsal.habits import SEVEN, News
from bot.rehearsal.hands import Hands, Lost
from bot.rehearsal.transcript import Entry, Section, Transcript
from bot.rehearsal.voices import Voices, voices
from bot.store_time import FIRST_DAY
from scheduler.clock import HeldClock, machine_now

CHANNEL = "rehearsal"
ZONE = "Europe/Helsinki"
FIRST = datetime(2026, 9, 10, 17)  # noqa: DTZ001 - wall time; a second Thursday, so that no meeting falls on a feast
RHYTHM = Rhythm(1, "month")
PATIENCE = 30.0
"""Seconds of the machine that one instant of the play may take."""

DONE_IN_FULL = {
    **{"join": 1, "expect": 1, "note": 1, "coming": 1, "theme": 1, "sentence": 1, "feedback": 0, "page": 1, "quote": 1},
    **{
        "held": 1,
        "accept": 1,
        "vote": 1,
        "times": 1,
        "evaluate": 0,
        "evaluate-words": 1,
        "followup-yes": 1,
        "answer": 1,
    },
}
"""How often a thing that many do is shown whole; from then on it is a line. What is not here always is."""

SAID_IN_FULL = {"notes": 2, "feedback": 1, "held": 1, "catchup": 1}
"""The same for what the bot says time after time in the same words; and a brief is shown once for each meeting."""

TO_EACH = {"agreement-copy": 0, "keepsake": 1, "followup": 1, "followup-results": 1}
"""What everybody gets on one day, and to how many of them it is shown whole; the group has read the first itself."""


LAST_WORD = "deletion"
"""The kind of a post whose row is gone: it goes with its group."""

MEMORY_DISK = "/dev/shm"  # noqa: S108 - made private below
"""Where the season's store is kept if there is such a place: nobody needs it afterwards, and no disk is waited for."""


@dataclass(frozen=True)
class Sent:
    """One part that the bot sent: when (group time, UTC), of which kind, and what arrived."""

    at: datetime
    kind: str
    arrived: Arrived


@dataclass(frozen=True)
class Played:
    """A season that was played: its group, its transcript, and everything that the bot sent."""

    group: Group
    transcript: Transcript
    sent: tuple[Sent, ...]


async def play(*, programme: str, language: str, meetings: int, seed: int) -> Played:
    """A whole season; Refusal for a programme, a language or a number of meetings that cannot be."""
    library = Library()
    shape = library.programme(programme)
    if language not in library.languages():
        raise Refusal("language-unknown")
    if language not in shape.languages:
        raise Refusal("language-not-in-programme", names=shape.languages)
    count_within(shape, meetings)
    words, clock, memory = voices(language), HeldClock(FIRST_DAY), MemoryAdapter()
    memory_disk = MEMORY_DISK if os.access(MEMORY_DISK, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="piiri-rehearsal-", dir=memory_disk, ignore_cleanup_errors=True) as folder:
        async with opened(
            f"sqlite:///{folder}/rehearsal.db",
            Path(folder) / "rehearsal.key",
            lambda _ground: [memory],
            clock=clock,
            chance=Chance(seed),
            library=library,
            wakes=False,
        ) as piiri:
            people = SEVEN[: shape.members.most]
            names = [habit.name for habit in people]
            group = await _founded(piiri, _spec(piiri, shape, words, language, meetings), names[0])
            seen = await _seen(piiri, group)
            cast = Cast(seed, people, meetings, words, themes=len(shape.themes()), slots=_slots(shape, meetings))
            stage = Stage(
                piiri,
                memory,
                clock,
                group=group,
                cast=cast,
                words=words,
                names=names,
                meetings=[meeting.id for meeting in seen.meetings],
            )
            await stage.play()
    facts = (
        (words.labels["programme"], library.text(Pack(shape.slug, "name"), language)),
        (words.labels["meetings"], str(meetings)),
        (words.labels["people"], ", ".join(names)),
    )
    transcript = Transcript(language, group.name, facts, words.labels, tuple(stage.sections))
    return Played(group, transcript, tuple(stage.sent))


def _slots(shape: Programme, meetings: int) -> int:
    """For how many meetings a theme is to be chosen."""
    fixed = {session.place for session in shape.sessions} & {"first", "last"}
    return max(meetings - len(fixed), 0)


def _spec(piiri: Piiri, shape: Programme, words: Voices, language: str, meetings: int) -> Spec:
    slots, themes = _slots(shape, meetings), shape.themes()
    return Spec(
        name=words.group,
        platform=MemoryAdapter.name,
        channel=CHANNEL,
        programme=shape.slug,
        language=language,
        zone=piiri.house.typed.zone(ZONE),
        first=FIRST,
        rhythm=RHYTHM,
        minutes=shape.minutes.usual,
        meetings=meetings,
        place=words.place,
        link="",
        themes=() if slots < len(themes) else themes[:slots],  # left open where the group has a choice
        floor=Floor.FIVE,
    )


def _notice_id(arrived: Arrived) -> str:
    """The notice that a part belongs to: marks name it, and the part's number after a colon."""
    return arrived.mark.partition(":")[0]


def _sender(name: str, language: str) -> Sender:
    return Sender(MemoryAdapter.name, name.lower(), name, language)


async def _founded(piiri: Piiri, spec: Spec, convener: str) -> Group:
    async with piiri.store.begin() as work:
        person = await person_for(work, piiri.house, _sender(convener, spec.language))
        return await found(work, piiri.house, spec, person)


async def _seen(piiri: Piiri, group: Group) -> View:
    async with piiri.store.begin() as work:
        return await view(work, piiri.house, group)


class Stage:
    """The play as it goes: what is to be done next, what everybody sees, and what has been written down."""

    def __init__(
        self,
        piiri: Piiri,
        memory: MemoryAdapter,
        clock: HeldClock,
        *,
        group: Group,
        cast: Cast,
        words: Voices,
        names: Sequence[str],
        meetings: Sequence[str],
    ) -> None:
        self._piiri = piiri
        self._memory = memory
        self._clock = clock
        self._group = group
        self._cast = cast
        self._words = words
        self._meetings = meetings
        self._channel: list[Written] = []
        self._hands = {
            name: Hands(
                sender=_sender(name, group.language),
                channel_id=CHANNEL,
                group_id=group.id,
                channel=self._channel,
                hear=piiri.hear,
                in_words=self._in_words,
                command=lambda word: self._text(say(f"command-{word}")),
            )
            for name in names
        }
        self._names = {hands.sender.handle: name for name, hands in self._hands.items()}
        self._agenda: list[tuple[datetime, int, Act]] = []
        self._acts = 0
        self._gathered = 0
        self._times: Counter[str] = Counter()
        self.sections = [Section(words.labels["begins"])]
        self.sent: list[Sent] = []

    async def play(self) -> None:
        """Go on from one thing to the next, at one instant the bot's first, until nothing is to come."""
        await self._settle()
        while True:
            first = await self._piiri.store.outbox.next_due(machine_now=machine_now())
            if first and (not self._agenda or first.due <= self._agenda[0][0]):
                self._clock.move(max(self._clock.now(), first.due))
                await self._settle()
            elif self._agenda:
                at, _, act = heapq.heappop(self._agenda)
                self._clock.move(max(self._clock.now(), at))
                await self._perform(act)
            else:
                return

    async def _settle(self) -> None:
        """Let everything that is due arrive, and the cast answer it."""
        self._piiri.dispatcher.ring()
        await self._rest()
        await self._gather()

    async def _rest(self) -> None:
        if not await self._piiri.dispatcher.settled(PATIENCE):
            raise Lost(f"the bot did not come to rest in {PATIENCE:.0f} s")

    async def _gather(self) -> None:
        """Take in what has arrived. Within one address the order is the bot's; that of the addresses is ours."""
        arrived = self._memory.arrived[self._gathered :]
        if not arrived:
            return
        self._gathered = len(self._memory.arrived)
        async with self._piiri.store.begin() as work:
            group = await work.groups.get(self._group.id)
            seen = await view(work, self._piiri.house, group) if group else None
            notices = {n.id: n for n in await work.notices.find(id=[_notice_id(each) for each in arrived])}
        for each in sorted(arrived, key=lambda a: (a.to.private, self._names.get(a.to.id, ""))):
            self._arrive(each, notices.get(_notice_id(each)), seen)

    def _arrive(self, arrived: Arrived, notice: Notice | None, seen: View | None) -> None:
        kind = notice.kind if notice else LAST_WORD
        self.sent.append(Sent(self._clock.now(), kind, arrived))
        name = self._names[arrived.to.id] if arrived.to.private else ""
        (self._hands[name].private if name else self._channel).append(arrived.part)
        number = self._meetings.index(notice.meeting_id) + 1 if notice and notice.meeting_id else 0
        self._turn_page(number, kind, seen)
        short = self._short(f"said-{kind}", self._said_enough(kind, number, name))
        title = self._text(say(f"kind-{kind}"))
        papers = [enclosed(file) for file in arrived.part.files] if kind == "farewell" else []
        inside = next(filter(None, papers), ())
        self._write(Entry(self._now_in_words(), bool(name), name, title, (arrived.part,), short=short, enclosed=inside))
        if seen is None or not arrived.mark.endswith(":0"):  # a later part of the same post is no news
            return
        for act in self._cast.react(self._news(kind, name, number, arrived, seen)):
            self._acts += 1
            heapq.heappush(self._agenda, (to_utc(act.at, self._group.tz), self._acts, act))

    def _news(self, kind: str, name: str, number: int, arrived: Arrived, seen: View) -> News:
        offers = frozenset(b.data.partition(":")[0] for row in arrived.part.buttons for b in row)
        news = News(kind, self._local(), name, number, offers=offers)
        if not number:
            return news
        meeting = seen.meetings[number - 1]
        following = seen.after(meeting)
        return replace(
            news,
            starts=meeting.starts,
            minutes=meeting.minutes,
            theme=seen.theme(meeting),
            following=following.starts if following else None,
        )

    async def _perform(self, act: Act) -> None:
        exchanges = await self._hands[act.who].do(act, self._meetings[act.number - 1] if act.number else "")
        short = self._short(f"does-{act.does}", self._enough(act.does, DONE_IN_FULL.get(act.does)))
        self._write(Entry(self._now_in_words(), True, act.who, exchanges=exchanges, short=short))
        # Before anybody does anything else, so that chance is always drawn in the same order.
        await self._rest()
        await self._gather()

    def _said_enough(self, kind: str, number: int, name: str) -> bool:
        if kind == "brief":
            return self._enough(f"brief {number}", 1)
        if name and kind in TO_EACH:
            return self._enough(f"{kind} {self._local().date()}", TO_EACH[kind])
        return self._enough(f"said {kind}", SAID_IN_FULL.get(kind))

    def _enough(self, what: str, most: int | None) -> bool:
        """Whether this has been shown as often as it is worth showing; None for what always is."""
        self._times[what] += 1
        return most is not None and self._times[what] > most

    def _short(self, label: str, enough: bool) -> str:
        return self._words.labels[label] if enough else ""

    def _turn_page(self, number: int, kind: str, seen: View | None) -> None:
        """A new section with the first post about a meeting, and one with the farewell."""
        if kind == "farewell":
            self.sections.append(Section(self._words.labels["over"]))
        elif seen and number >= len(self.sections):
            meeting = seen.meetings[number - 1]
            when, theme = self._in_words(meeting.starts), self._text(seen.title(meeting))
            heading = self._words.labels["meeting"].format(number=number, when=when, theme=theme)
            self.sections.append(Section(heading))

    def _write(self, entry: Entry) -> None:
        self.sections[-1].entries.append(entry)

    def _local(self) -> datetime:
        return self._clock.now().astimezone(self._group.tz).replace(tzinfo=None)

    def _now_in_words(self) -> str:
        return self._in_words(self._local())

    def _in_words(self, when: datetime) -> str:
        return self._text(say("when", when=when))

    def _text(self, text: Text) -> str:
        return self._piiri.house.library.text(text, self._group.language)
