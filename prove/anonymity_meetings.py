"""Meetings on which people answer, straight through the rounds of questions, with a thief about."""

import asyncio
import io
import json
import logging
import random
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.chance import Chance
from bot.content.library import Library
from bot.content.typed_port import TypedText
from bot.core import ballots
from bot.core.ballots import CARRY, EVALUATION, FEEDBACK, SENTENCE, close_round, mark, open_round
from bot.core.model import Floor, Group, Meeting, Member, Person
from bot.core.ports import House, UnitOfWork
from bot.store.store import SqlStore, open_store
from prove.anonymity_guesses import Robbery
from prove.anonymity_seen import Round, Tried
from prove.anonymity_thief import Copy
from scheduler.clock import HeldClock
from tests.core.core_rows import group as a_group
from tests.core.core_rows import wall

START = datetime(2026, 9, 1, 6, tzinfo=UTC)
SCALES = ("heard", "useful", "strength")
SYLLABLES = ("ka", "la", "mi", "no", "pu", "ri", "su", "ta", "ve", "yö", "hä", "kö", "ää", "mme", "lle", "sta", "ssa")
GROUPS, MEETINGS = 10, 10
"""In one database."""

ALL_LOGS = ("aiosqlite", "sqlalchemy", "piiri", "bot")


@dataclass
class Circle:
    """One group with its members, and what waits to be shown."""

    group: Group
    members: list[Member]
    waiting: list[Round] = field(default_factory=list)
    number: int = 0


class World:
    """One store, ten groups, a hundred meetings."""

    def __init__(self, store: SqlStore, place: Path, dice: random.Random, tried: Tried) -> None:
        self.store, self.place, self.dice, self.tried = store, place, dice, tried
        self.chance = Chance()
        self.house = House(Library(), TypedText(), HeldClock(START), self.chance, {})
        self.published: list[tuple[list[Round], dict[str, Any]]] = []
        self.rounds: list[Round] = []

    async def lives(self, meetings: int) -> None:
        """Found the groups, hold the meetings in turn, end the groups, and let the thief loose."""
        circles = [await self._circle(n) for n in range(min(GROUPS, max(1, meetings // 4)))]
        with _overheard() as log:
            for number in range(meetings):
                await self._meeting(circles[number % len(circles)])
            async with self.store.begin() as work:
                for circle in circles:
                    await ballots.destroy_unshown(work, circle.group)
        Robbery(self.place, self.dice, self.tried, self.rounds, self.published).guesses(log.getvalue().encode())

    async def _circle(self, number: int) -> Circle:
        size = self.dice.choice((3, 4, 5, 6, 7, 8, 10, 12, 15, 15, 15))
        floor = Floor.THREE if size < 6 and self.dice.random() < 0.6 else Floor.FIVE
        new = self.chance.new_id
        async with self.store.begin() as work:
            group = a_group(id=new(), key_id=await work.keys.make(), channel=f"c{number}", floor=floor)
            await work.groups.add(group)
            members = []
            for n in range(size):
                person = Person(new(), "memory", f"h{number}-{n}", f"Jäsen {n}", "fi")
                await work.persons.add(person)
                member = Member(new(), group.id, person.id, await work.keys.make(), person.name, START + timedelta(n))
                await work.members.add(member)
                members.append(member)
        return Circle(group, members)

    async def _meeting(self, circle: Circle) -> None:
        """One meeting: who answers, in which order, changing their minds, while copies are taken."""
        dice = self.dice
        circle.number += 1
        kind = EVALUATION if dice.random() < 0.08 else FEEDBACK
        starts = wall(2026, 9, 15, 17) + timedelta(weeks=circle.number)
        meeting = Meeting(self.chance.new_id(), circle.group.id, starts, 150, "Kirjasto", "", START)
        its = Round(meeting, kind)
        async with self.store.begin() as work:
            await work.meetings.add(meeting)
            poll = await open_round(work, self.house, circle.group, meeting, kind)
        answering = dice.sample(circle.members, dice.randint(3, len(circle.members)))
        acts = [member for member in answering for _ in range(dice.choice((1, 1, 2, 2, 3)))]
        dice.shuffle(acts)
        stolen_at = dice.randrange(len(acts))
        for number, member in enumerate(acts):
            await self._answers(its, poll.id, member, number)
            if number == stolen_at:
                its.copy = Copy(self.place)
                ring = self.place / "piiri.key.ring"
                its.ring = {each.name: each.read_bytes() for each in ring.iterdir()} if ring.is_dir() else {}
        async with self.store.begin() as work:
            await close_round(work, self.house, circle.group, meeting, kind, len(circle.members))
        self.rounds.append(its)
        self.tried.counts["meetings"] += 1
        await self._shown(circle, its)
        self._plain(its, Copy(self.place))

    async def _answers(self, its: Round, poll_id: str, member: Member, number: int) -> None:
        """One press or one sentence; and a look at all that is shown after it."""
        dice = self.dice
        answer = its.answers.setdefault(member.id, {"scales": {}, "words": {}})
        scales: dict[str, int] = {}
        words: dict[str, str] = {}
        if dice.random() < 0.6:
            alike = dice.random() < 0.2
            scales = {s: 4 if alike else dice.randint(1, 5) for s in dice.sample(SCALES, dice.randint(1, 3))}
        if not scales or dice.random() < 0.5:
            words = {dice.choice((SENTENCE, SENTENCE, CARRY)): sentence(dice)}
        async with self.store.begin() as work:
            poll = await work.polls.get(poll_id)
            if poll is None:
                raise LookupError("the round is gone")
            await mark(work, self.house, poll, member, scales=scales, words=words)
            seen = await self._looks(work, its)
        answer["scales"] |= scales
        answer["words"] |= words
        for question in (*scales, *words):
            first, _ = its.when.get((member.id, question), (number, number))
            its.when[member.id, question] = first, number
        self.tried.counts["looks"] += 1
        self.tried.counts["seen while open"] += seen

    async def _looks(self, work: UnitOfWork, its: Round) -> bool:
        """Whether anything of an open round is shown anywhere: as results, or as words to be quoted."""
        group = await work.groups.get(its.meeting.group_id)
        if group is None:
            return False
        quoted = await ballots.unnamed_quotes(work, group, {its.meeting.id})
        return await ballots.published(work, its.meeting, its.kind) is not None or bool(quoted)

    async def _shown(self, circle: Circle, its: Round) -> None:
        """Whether what was shown had to be, and may be: of how many different people it is."""
        async with self.store.begin() as work:
            content = await ballots.published(work, its.meeting, its.kind)
        pooled = [*circle.waiting, its] if its.kind == FEEDBACK else [its]
        people = {member for each in pooled for member in each.answers}
        floor = 3 if circle.group.floor == Floor.THREE and len(circle.members) < 6 else 5
        counts = self.tried.counts
        if content is None:
            counts["kept back"] += 1
            counts["kept back though enough"] += len(people) >= floor
            if its.kind == FEEDBACK:
                circle.waiting = pooled
            return
        counts["published"] += 1
        counts["of several meetings"] += len(pooled) > 1
        counts["shown below the floor"] += len(people) < floor
        counts["shown below the floor"] += any(sum(steps) < floor for steps in content["counts"].values())
        counts["unanimous shown as such"] += any(max(steps) == sum(steps) for steps in content["counts"].values())
        if its.kind == FEEDBACK:
            circle.waiting = []
        said = Counter(text for a in pooled for who in a.answers.values() for text in who["words"].values())
        if said != Counter(text for texts in content["words"].values() for text in texts):
            self.tried.wrong.append("not just what was answered was published")
        self.published.append((pooled, content))

    def _plain(self, its: Round, now: Copy) -> None:
        """Whether any words stand in plain in the files, while the round was open or after it."""
        for copy, name in ((its.copy, "plain while open"), (now, "plain afterwards")):
            for answer in its.answers.values():
                for text in answer["words"].values():
                    self.tried.counts[name] += bool(
                        copy and (copy.holds(text.encode()) or copy.holds(json.dumps(text).encode()))
                    )


def sentence(dice: random.Random) -> str:
    """A few made-up words that nobody else writes, of any length."""
    words = ["".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(dice.randint(2, 30))]
    return f"{' '.join(words)} {dice.getrandbits(48):x}."[-190:].strip()


@contextmanager
def _overheard() -> Iterator[io.StringIO]:
    """All that is logged meanwhile, at DEBUG."""
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    root = logging.getLogger()
    level = root.level
    quiet = {name: logging.getLogger(name).level for name in ALL_LOGS}
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield heard
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        for name, before in quiet.items():
            logging.getLogger(name).setLevel(before)


async def hold(meetings: int, dice: random.Random, tried: Tried, place: Path) -> None:
    """So many meetings, a hundred to a database; every database is a copy of an empty one."""
    empty = place / "empty"
    empty.mkdir()
    store = await open_store(f"sqlite:///{empty / 'piiri.db'}", empty / "piiri.key")
    await store.close()
    left = meetings
    while left:
        some = min(left, GROUPS * MEETINGS)
        here = place / "here"
        shutil.copytree(empty, here)
        store = await open_store(f"sqlite:///{here / 'piiri.db'}", here / "piiri.key")
        try:
            await World(store, here, dice, tried).lives(some)
        finally:
            await store.close()
        shutil.rmtree(here)
        left -= some


def hold_all(meetings: int, dice: random.Random, place: Path) -> Tried:
    """The same from outside of a loop."""
    tried = Tried()
    asyncio.run(hold(meetings, dice, tried, place))
    return tried
