"""The play: a real group on a real store, in a folder that is gone afterwards, on a clock that hurries."""

import heapq
import os
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.adapters.memory.adapter import Arrived, MemoryAdapter
from bot.app import Piiri, opened
from bot.chance import Chance
from bot.content.library import Library
from bot.core.incoming import Sender
from bot.core.model import Group, Notice, to_utc
from bot.core.outgoing import Pack, Text, Written, say
from bot.core.people import person_for
from bot.core.subgroups import name_of
from bot.core.uses.founding.setup import Spec, count_within, found, not_in_programme, not_spoken
from bot.core.view import View, view
from bot.rehearsal.acts import Act, Side
from bot.rehearsal.cast import Cast
from bot.rehearsal.enclosed import enclosed
from bot.rehearsal.habits import News
from bot.rehearsal.hands import Hands, Lost
from bot.rehearsal.staging import SEASONS, Staging, staging
from bot.rehearsal.transcript import Entry, Section, Transcript
from bot.rehearsal.voices import Voices, voices
from bot.store_time import FIRST_DAY
from scheduler.clock import HeldClock
from scheduler.housekeeping import next_night

CHANNELS: dict[Side, str] = {"channel": "rehearsal", "apart": "rehearsal-apart"}
"""The group's own, and the one of a sub-group."""

ZONE = "Europe/Helsinki"
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
        "evaluate-fields": 1,
        "followup-yes": 1,
        "answer": 1,
    },
}
"""How often a thing that many do is shown whole; from then on it is a line. What is not here always is."""

SAID_IN_FULL = {"notes": 2, "feedback": 1, "held": 1, "catchup": 1}
"""The same for what the bot says time after time in the same words; and a brief is shown once for each meeting."""

TO_EACH = {"agreement-copy": 0, "keepsake": 1, "notes-soon": 1, "followup": 1, "followup-results": 1}
"""What everybody gets on one day, and to how many of them it is shown whole; the group has read the first itself."""


ENCLOSING = frozenset({"farewell", "season"})
"""The kinds whose file is read out: the report."""

UNTURNED = frozenset({"changed"})
"""The kinds that may be about a meeting long before it is near."""

OVER = frozenset({"farewell", "ended"})
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


async def play(
    *, programme: str, language: str, meetings: int | None = None, seed: int = 1, library: Library | None = None
) -> Played:
    """A whole season, or two of a group that goes on, each of so many meetings or of as many as suit the programme.

    The programme is one of ours, or of the `library`. Refusal for a programme, a language or a number of meetings that
    cannot be, PackProblem for a programme that cannot be read.
    """
    library = library or Library()
    shape = library.programme(programme)
    if language not in library.languages():
        raise not_spoken(library)
    if language not in shape.languages:
        raise not_in_programme(shape)
    stage = staging(shape, meetings)
    count_within(shape, stage.season)
    words, clock, memory = voices(language, programme), HeldClock(FIRST_DAY), MemoryAdapter()
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
            group = await _founded(piiri, _spec(piiri, stage, words, language), stage.names[0])
            season = Season(piiri, memory, clock, group=group, stage=stage, cast=Cast(seed, stage, words), words=words)
            await season.play()
    facts = _facts(library, stage, words, language)
    transcript = Transcript(language, group.name, facts, words.labels, tuple(season.sections))
    return Played(group, transcript, tuple(season.sent))


def _facts(library: Library, stage: Staging, words: Voices, language: str) -> tuple[tuple[str, str], ...]:
    labels, seasons = words.labels, SEASONS if stage.programme.open_ended else 1
    facts = (
        (labels["programme"], library.text(Pack(stage.programme.slug, "name"), language)),
        (labels["meetings"], " + ".join([str(stage.season)] * seasons)),
        (labels["people"], ", ".join(stage.names)),
    )
    return (*facts, (labels["guide"], stage.guide)) if stage.guide else facts


def _spec(piiri: Piiri, stage: Staging, words: Voices, language: str) -> Spec:
    themes, asks = stage.programme.themes(), stage.programme.unchosen == "ask"
    return Spec(
        name=words.group,
        platform=MemoryAdapter.name,
        channel=CHANNELS["channel"],
        programme=stage.programme.slug,
        language=language,
        zone=piiri.house.typed.zone(ZONE),
        first=stage.first,
        rhythm=stage.rhythm,
        minutes=stage.minutes,
        meetings=stage.season,
        place="" if words.link else words.place,
        link=words.link,
        # Left open where the group has a choice, or the programme goes on by itself.
        themes=themes[: stage.slots] if asks and stage.slots >= len(themes) else (),
        floor=stage.floor,
    )


def _notice_id(arrived: Arrived) -> str:
    """The notice that a part belongs to: marks name it, and the part's number after a colon."""
    return arrived.mark.partition(":")[0]


def _sender(name: str, language: str, *, convenes: bool = False) -> Sender:
    return Sender(MemoryAdapter.name, name.lower(), name, language, may_convene=convenes)


async def _founded(piiri: Piiri, spec: Spec, convener: str) -> Group:
    async with piiri.store.begin() as work:
        person = await person_for(work, piiri.house, _sender(convener, spec.language))
        return await found(work, piiri.house, spec, person)


class Season:
    """The play as it goes: what is to be done next, what everybody sees, and what has been written down."""

    def __init__(
        self,
        piiri: Piiri,
        memory: MemoryAdapter,
        clock: HeldClock,
        *,
        group: Group,
        stage: Staging,
        cast: Cast,
        words: Voices,
    ) -> None:
        self._piiri = piiri
        self._memory = memory
        self._clock = clock
        self._group = group
        self._cast = cast
        self._words = words
        self._meetings: tuple[str, ...] = ()
        self._channels: dict[Side, list[Written]] = {side: [] for side in CHANNELS}
        self._hands = {
            name: Hands(
                sender=_sender(name, group.language, convenes=name == stage.names[0]),
                ids=CHANNELS,
                group_id=group.id,
                channels=self._channels,
                hear=piiri.hear,
                in_words=self._in_words,
                command=lambda word: self._text(say(f"command-{word}")),
            )
            for name in filter(None, (*stage.names, stage.guide))
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
            first = await self._piiri.store.outbox.next_due()
            following = [*([first.due] if first else []), *(at for at, _, _ in self._agenda[:1])]
            if not following:
                return
            now = self._clock.now()
            then, night = max(now, min(following)), next_night(now)
            self._clock.move(min(then, night))
            if night <= then:
                await self._piiri.see_to_all()
                await self._settle()
            elif first and first.due <= then:
                await self._settle()
            else:
                await self._perform(heapq.heappop(self._agenda)[2])

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
            self._meetings = tuple(meeting.id for meeting in seen.meetings) if seen else self._meetings
            notices = {n.id: n for n in await work.notices.find(id=[_notice_id(each) for each in arrived])}
        for each in sorted(arrived, key=lambda a: (a.to.private, self._names.get(a.to.id, a.to.id))):
            self._arrive(each, notices.get(_notice_id(each)), seen)

    def _arrive(self, arrived: Arrived, notice: Notice | None, seen: View | None) -> None:
        kind = notice.kind if notice else LAST_WORD
        self.sent.append(Sent(self._clock.now(), kind, arrived))
        name = self._names[arrived.to.id] if arrived.to.private else ""
        side: Side = next((each for each, address in CHANNELS.items() if address == arrived.to.id), "private")
        (self._hands[name].private if name else self._channels[side]).append(arrived.part)
        about = notice.meeting_id if notice else None
        number = self._meetings.index(about) + 1 if about in self._meetings else 0
        self._turn_page(number, kind, seen)
        short = self._short(f"said-{kind}", self._said_enough(kind, number, name))
        title = self._text(say(f"kind-{kind}"))
        papers = [enclosed(file) for file in arrived.part.files] if kind in ENCLOSING else []
        inside = next(filter(None, papers), ())
        where = self._subgroup(seen) if side == "apart" else ""
        parts = (arrived.part,)
        self._write(
            Entry(self._now_in_words(), bool(name), name, title, parts, short=short, enclosed=inside, where=where)
        )
        if seen is None or not arrived.mark.endswith(":0"):  # a later part of the same post is no news
            return
        for act in self._cast.react(self._news(kind, name, number, arrived, seen)):
            self._acts += 1
            heapq.heappush(self._agenda, (to_utc(act.at, self._group.tz), self._acts, act))

    def _subgroup(self, seen: View | None) -> str:
        """Whose channel the second one is."""
        one = next((each for each in seen.subgroups if each.channel), None) if seen else None
        return self._words.labels["apart"].format(subgroup=self._text(name_of(seen, one))) if seen and one else ""

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
        if kind in OVER:
            self.sections.append(Section(self._words.labels["over"]))
        elif seen and number >= len(self.sections) and kind not in UNTURNED:
            meeting = seen.meetings[number - 1]
            when, theme = self._in_words(meeting.starts), self._text(seen.title(meeting))
            heading = self._words.labels["meeting"].format(number=number, when=when, theme=theme)
            self.sections.append(Section(heading))

    def _write(self, entry: Entry) -> None:
        self.sections[-1].entries.append(entry)

    def _local(self) -> datetime:
        return self._group.wall(self._clock.now())

    def _now_in_words(self) -> str:
        return self._in_words(self._local())

    def _in_words(self, when: datetime) -> str:
        return self._text(say("when", when=when))

    def _text(self, text: Text) -> str:
        return self._piiri.house.library.text(text, self._group.language)
