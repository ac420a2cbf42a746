"""Groups that live a season as people do, by presses and sentences through the whole bot, with everybody looking on.

After every answer all that was said anywhere is looked at, and what somebody else is shown who asks for the menu, the
report and their own data. In the end the thief has the files of the whole season.
"""

import asyncio
import itertools
import json
import random
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.adapters.memory.adapter import MODAL, STEPS, MemoryAdapter
from bot.app import Piiri, opened
from bot.content.library import Library
from bot.core.incoming import Act, Command, Filled, Incoming, Press, Sender, Wrote
from bot.core.model import Floor, Group, Meeting
from bot.core.outgoing import WrittenForm
from bot.core.people import person_for
from bot.core.ports import Rhythm
from bot.core.uses.founding.setup import Spec, found
from bot.store.backup import backup
from bot.store.store import open_store
from prove.anonymity_meetings import sentence
from prove.anonymity_seen import Tried
from prove.anonymity_thief import Copy, SealedRow, Thief
from scheduler.clock import HeldClock
from tests.core.core_rows import wall

START = datetime(2026, 9, 1, 6, tzinfo=UTC)
SEASON = 7
LIBRARY = Library()


@dataclass
class Said:
    """What one member has written, in all of the season, and whether it was shown since."""

    text: str
    author: str
    meeting: str


@dataclass
class Season:
    """One group on one store."""

    piiri: Piiri
    adapter: MemoryAdapter
    clock: HeldClock
    place: Path
    dice: random.Random
    tried: Tried
    group: Group
    names: list[str]
    keys: Any = field(default_factory=itertools.count)
    said: list[Said] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    waiting: set[str] = field(default_factory=set)

    async def does(self, name: str, act: Act, *, private: bool = False) -> Any:
        """One act of one person, and its answer."""
        sender = Sender("memory", name, name, "fi", may_convene=True)
        channel = None if private else self.group.channel
        return await self.piiri.hear(Incoming(f"k{next(self.keys)}", sender, channel, act))

    async def until(self, to: datetime) -> None:
        """Let time pass, stopping wherever something is due."""
        while True:
            self.piiri.dispatcher.ring()
            if not await self.piiri.dispatcher.settled(60):
                raise RuntimeError("the dispatcher did not come to rest")
            first = await self.piiri.store.outbox.next_due()
            if self.clock.now() >= to:
                return
            self.clock.move(to if first is None else max(self.clock.now(), min(first.due, to)))

    async def due(self, kind: str, meeting: Meeting) -> datetime | None:
        """When a notice is due."""
        async with self.piiri.store.begin() as work:
            found_ones = await work.notices.find(kind=kind, meeting_id=meeting.id)
        return found_ones[0].due if found_ones else None

    async def answers(self, name: str, use: str, meeting: Meeting, fields: int) -> list[str]:
        """Fill in a form as the platform has it: on a page, or question by question."""
        form = await self.does(name, Press(f"{use}:{meeting.id}:"))
        if isinstance(form, WrittenForm):
            typed = {each.name: sentence(self.dice) for each in form.fields}
            await self.does(name, Filled(use, meeting.id, typed))
            return list(typed.values())
        texts = [sentence(self.dice) for _ in range(fields)]
        for text in texts:
            await self.does(name, Wrote(text), private=True)
            if fields > 1 and self.dice.random() < 0.3:
                self.copies.append(Copy(self.place))
        return texts

    async def shown_to(self, name: str) -> str:
        """What somebody sees who asks for everything there is to see."""
        asked = (Press(f"menu:{self.group.id}:"), Command("raportti"), Press(f"report:{self.group.id}:"))
        return repr([await self.does(name, act) for act in asked])

    # One meeting

    async def round(self, meeting: Meeting, kind: str) -> None:
        """Answers to one round of questions, from when they are posted until they are counted."""
        asked = await self.due(kind, meeting)
        closes = await self.due({"feedback": "results", "evaluation": "farewell"}[kind], meeting)
        if asked is None or closes is None:
            self.tried.counts["rounds spoken aloud"] += kind == "feedback"
            return
        await self.until(asked)
        answering = self.dice.sample(self.names, self.dice.randint(3, len(self.names)))
        others = [name for name in self.names if name not in answering] or answering[:1]
        before = await self.shown_to(others[0])
        stolen = self.dice.randrange(len(answering))
        written: list[Said] = []
        for number, name in enumerate(answering):
            there = len(self.adapter.arrived)
            written += await self._answer(name, meeting, kind)
            self.tried.counts["looks, whole bot"] += 1
            foreign = [s.text for s in written]
            new = repr(self.adapter.arrived[there:])
            self.tried.counts["seen while open"] += sum(text in new for text in foreign)
            self.tried.counts["shown otherwise after an answer"] += await self.shown_to(others[0]) != before
            if number == stolen:
                await self._stolen(f"{kind}-{meeting.id}")
        self.said += written
        there = len(self.adapter.arrived)
        await self.until(closes)
        posts = [a for a in self.adapter.arrived[there:] if not a.to.private]
        if kind == "feedback":
            self.waiting |= set(answering)
        floor = 3 if self.group.floor == Floor.THREE and len(self.names) < 6 else 5
        shown = any(s.text in repr(posts) for s in written)
        people = self.waiting if kind == "feedback" else set(answering)
        self.tried.counts["shown below the floor"] += shown and len(people) < floor
        self.tried.counts["kept back though enough"] += bool(written) and not shown and len(people) >= floor
        self.tried.counts["published, whole bot"] += shown
        if len(people) >= floor and kind == "feedback":
            self.waiting = set()

    async def _answer(self, name: str, meeting: Meeting, kind: str) -> list[Said]:
        dice, programme = self.dice, LIBRARY.programme(self.group.pack)
        word = "rate" if kind == "feedback" else "evaluate"
        scales = programme.scales if kind == "feedback" else programme.evaluation.scales
        for scale in dice.sample(scales, dice.randint(1, len(scales))):
            await self.does(name, Press(f"{word}:{meeting.id}:{scale}={dice.randint(1, 5)}"))
        texts: list[str] = []
        if kind == "feedback":
            for _ in range(dice.choice((1, 1, 2))):  # the second in the place of the first
                texts = await self.answers(name, "sentence", meeting, 1)
            if dice.random() < 0.3:
                permission = dice.choice(("in", "out", "no"))
                await self.does(name, Press(f"quote:{meeting.id}:feedback.sentence={permission}"))
            if dice.random() < 0.3:
                texts += await self.answers(name, "carry", meeting, 1)
        elif programme.evaluation.words:
            texts = await self.answers(name, "evaluate-words", meeting, len(programme.evaluation.words))
        return [Said(text, name, meeting.id) for text in texts]

    async def _stolen(self, name: str) -> None:
        """A copy of the files, and one that the bot itself makes."""
        self.copies.append(Copy(self.place))
        there = self.place / "backups"
        there.mkdir(exist_ok=True)
        url = f"sqlite:///{self.place / 'piiri.db'}"
        await asyncio.to_thread(backup, url, there / f"{name}.db")
        (there / "copy").mkdir()
        (there / f"{name}.db").rename(there / "copy" / "piiri.db")
        self.copies.append(Copy(there / "copy"))
        shutil.rmtree(there / "copy")

    # In the end

    async def stealing(self) -> None:
        """What the thief reads in all copies with every key that is left."""
        scratch = self.place / "scratch"
        end = Copy(self.place)
        thief = Thief(self.place / "piiri.key", scratch)
        thief.finds_keys([end, *self.copies], combed=[end])
        people = await self._people()
        texts = {s.text: s for s in self.said}
        counts = self.tried.counts
        for copy in (end, *self.copies):
            counts["plain while open"] += sum(copy.holds(text.encode()) for text in texts)
            rows = copy.rows(scratch)
            rows += copy.past_rows(scratch, "drafts", "inbox", "shelf", "papers", "batches", "ballots")
            for row in rows:
                self._read(thief, row, texts, people)

    def _read(self, thief: Thief, row: SealedRow, texts: dict[str, Said], people: dict[str, set[str]]) -> None:
        content = thief.opens(row)
        if content is None:
            return
        self.tried.counts["rows opened, whole bot"] += 1
        whole = content + json.dumps({k: v for k, v in row.values.items() if isinstance(v, str)})
        for text, said in texts.items():
            if text in content or json.dumps(text)[1:-1] in content:
                beside = [name for name in self.names if any(one in whole for one in people[name])]
                if beside == [said.author]:
                    self.tried.counts["found beside their author"] += 1
                    self.tried.wrong.append(f"a sentence beside its author in {row.table}")

    async def _people(self) -> dict[str, set[str]]:
        """What stands for each: ids, and the handle."""
        async with self.piiri.store.begin() as work:
            members = await work.members.find(group_id=self.group.id)
            persons = {p.id: p for p in await work.persons.find()}
        found_ones: dict[str, set[str]] = {name: set() for name in self.names}
        for member in members:
            person = persons[member.person_id]
            found_ones[person.handle] = {member.id, person.id, person.handle}
        return found_ones


async def live(meetings: int, dice: random.Random, tried: Tried, place: Path) -> None:
    """So many meetings, seven a season, each season on a store of its own."""
    empty = place / "nothing-yet"
    empty.mkdir()
    store = await open_store(f"sqlite:///{empty / 'piiri.db'}", empty / "piiri.key")
    await store.close()
    for number, begun in enumerate(range(0, meetings, SEASON)):
        here = place / f"season-{number}"
        shutil.copytree(empty, here)
        await _season(min(SEASON, meetings - begun), dice, tried, here)
        shutil.rmtree(here)


async def _season(meetings: int, dice: random.Random, tried: Tried, place: Path) -> None:
    adapter, clock = MemoryAdapter(dice.choice((MODAL, STEPS))), HeldClock(START)
    url, key = f"sqlite:///{place / 'piiri.db'}", place / "piiri.key"
    async with opened(url, key, lambda _: [adapter], clock=clock, library=LIBRARY, wakes=False) as piiri:
        size = dice.choice((3, 4, 5, 6, 7, 8, 10, 10))  # as many as the programme takes
        floor = dice.choice((Floor.THREE, Floor.THREE, Floor.ALOUD)) if size < 6 else Floor.FIVE
        names = [f"henkilö-{n}-{dice.getrandbits(40):x}" for n in range(size)]
        async with piiri.store.begin() as work:
            convener = await person_for(work, piiri.house, Sender("memory", names[0], names[0], "fi"))
            group = await found(work, piiri.house, _spec(meetings, floor), convener)
        season = Season(piiri, adapter, clock, place, dice, tried, group, names)
        for name in names:
            clock.move(clock.now() + timedelta(minutes=1))
            await season.does(name, Press(f"join:{group.id}:"))
        async with piiri.store.begin() as work:
            order = sorted(await work.meetings.find(group_id=group.id), key=lambda m: m.starts)
        for meeting in order:
            await season.round(meeting, "feedback")
            tried.counts["meetings, whole bot"] += 1
        await season.round(order[-1], "evaluation")
        farewell = await season.due("farewell", order[-1])
        await season.until((farewell or clock.now()) + timedelta(hours=1))
        await season.stealing()


def _spec(meetings: int, floor: Floor) -> Spec:
    programme = LIBRARY.programme("vahvistin")
    return Spec(
        name="Torstain piiri",
        platform="memory",
        channel="main",
        programme=programme.slug,
        language="fi",
        zone=ZoneInfo("Europe/Helsinki"),
        first=wall(2026, 9, 15, 17),
        rhythm=Rhythm(2, "week"),
        minutes=150,
        meetings=meetings,
        place="Kulttuuritalo",
        link="",
        themes=programme.themes()[:4],
        floor=floor,
    )
