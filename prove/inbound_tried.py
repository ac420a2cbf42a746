"""Rounds of a hundred acts each, with a kill in each, and what the groups know of them in the end."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.core.incoming import Sender
from bot.core.model import How
from bot.store.store import open_store
from prove.inbound_stand import DisorderedStand
from prove.kills_bases import Base
from prove.kills_ground import Circle, Ground, lay
from prove.nursery import Life, Nursery

KILLED = -9
PATIENCE = 60.0
ROUNDS = 6
"""On one database: a member's notebook and a group's meetings are not endless."""

PRESSED = 0.15
"""The part of all acts that is presses; each says something else than the others, and so can be missed."""

WAITING = "SELECT count(*) FROM inbox"


@dataclass
class Found:
    """What one store and one way of listening came to."""

    name: str
    kills: int = 0
    acts: int = 0
    repeated: int = 0
    shuffled: int = 0
    restarts: int = 0
    kept: int = 0
    busy_kills: int = 0
    lost: int = 0
    twice: int = 0
    unasked: int = 0


@dataclass
class Trial:
    """One store, one way of listening."""

    base: Base
    stand: DisorderedStand
    nursery: Nursery
    chance: random.Random
    found: Found
    _number: int = 0
    _notes: set[str] = field(default_factory=set)
    _absences: set[tuple[str, str]] = field(default_factory=set)

    async def run(self, groups: int, kills: int, acts: int) -> None:
        """So many kills, with so many acts in each round."""
        self._ground: Ground = await lay(*self.base.blank(), self.stand, groups)
        self._begin()
        began = time.monotonic()
        self._act(acts)
        await self._to_the_end()
        self._takes = time.monotonic() - began
        while self.found.kills < kills:
            self._begin()
            for _ in range(min(ROUNDS, kills - self.found.kills)):
                await self._round(acts)
            await self._to_the_end()
            await self._judge()
        self.found.repeated, self.found.shuffled = self.stand.updates.repeated, self.stand.updates.shuffled

    def _begin(self) -> None:
        self.stand.forgets()
        self._notes.clear()
        self._absences.clear()
        url, key = self.base.fresh()
        self._order = {**self.stand.order(), "database": url, "key": str(key)}

    async def _round(self, acts: int) -> None:
        """Some acts wait already, the others come while it lives; it dies at any instant, or when all has been told."""
        first = self.chance.randint(0, acts)
        self._act(first)
        life = await self._born()
        coming = asyncio.create_task(self._come(acts - first))
        if self.chance.random() < 1 / 3:
            await coming
            await self._until(self.stand.updates.quiet.is_set, life)
        else:
            await life.within(self.chance.uniform(0, self._takes))
        await self._kill(life)
        await coming
        kept = int(self.base.look(WAITING)[0][0])
        self.found.kills += 1
        self.found.kept += kept
        self.found.busy_kills += bool(kept)
        self.base.freed()
        if not self.stand.updates.waiting:
            self.stand.updates.begins_anew()
            self.found.restarts += 1

    async def _come(self, acts: int) -> None:
        for _ in range(acts):
            await asyncio.sleep(self.chance.uniform(0, 2 * self._takes / max(acts, 1)) / 2)
            self._act(1)

    def _act(self, times: int) -> None:
        for _ in range(times):
            self.found.acts += 1
            circle = self.chance.choice([*self._ground.circles.values()])
            sender = self.chance.choice(circle.people)
            meeting = self._not_told_yet(circle, sender) if self.chance.random() < PRESSED else None
            if meeting:
                self._absences.add((sender.handle, meeting))
                self.stand.presses(sender, circle.group.channel, f"absent:{meeting}:")
            else:
                self._number += 1
                self._notes.add(text := f"Thought {self._number}")
                self.stand.writes(sender, text)

    def _not_told_yet(self, circle: Circle, sender: Sender) -> str | None:
        free = [meeting for meeting in circle.meetings if (sender.handle, meeting) not in self._absences]
        return self.chance.choice(free) if free else None

    async def _born(self) -> Life:
        return await self.nursery.born(self._order)

    async def _kill(self, life: Life) -> None:
        life.kill()
        if await life.ended != KILLED:
            raise RuntimeError(f"a life ended with {life.ended.result()}")
        await self.stand.idle()

    async def _to_the_end(self) -> None:
        """A life that is left alone until all that was told is handled."""
        life = await self._born()
        await self._until(self.stand.updates.quiet.is_set, life)
        await self._until(lambda: not self.base.ask(WAITING)[0][0], life, pause=0.1)
        await self._kill(life)
        self.base.freed()

    async def _until(self, true: Callable[[], bool], life: Life, pause: float = 0.002) -> None:
        async with asyncio.timeout(PATIENCE):
            while not true():
                if life.ended.done():
                    raise RuntimeError(f"a life ended with {life.ended.result()}")
                await asyncio.sleep(pause)

    async def _judge(self) -> None:
        """What the groups know now, against what was done."""
        store = await open_store(self._order["database"], Path(self._order["key"]))
        try:
            async with store.begin() as work:
                notes = Counter([note.text for note in await work.notes.find()])
                members = {member.id: member.person_id for member in await work.members.find()}
                handles = {person.id: person.handle for person in await work.persons.find()}
                told = [each for each in await work.comings.find() if each.how is How.ABSENT]
        finally:
            await store.close()
        absences = Counter((handles[members[each.member_id]], each.meeting_id) for each in told)
        found = self.found
        found.lost += len(self._notes - notes.keys()) + len(self._absences - absences.keys())
        found.twice += sum(times - 1 for times in (notes + absences).values())
        found.twice += sum(each.changes - 1 for each in told if each.changes > 1)
        found.unasked += len(notes.keys() - self._notes) + len(absences.keys() - self._absences)
