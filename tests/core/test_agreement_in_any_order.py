"""Many presses in any order: nothing ever stands that not everybody has accepted by their own press."""

import random
from dataclasses import dataclass, field

import pytest

from bot.core.agreeing import unfinished
from bot.core.agreement_content import POINTS, Point, mark, read
from bot.core.model import Agreement, Group, Standing
from tests.core.core_desk import Desk

PEOPLE = ("Kaarina", "Aino", "Veikko")


@dataclass
class Table:
    """A group around its agreement, and who has accepted what is put to them now."""

    desk: Desk
    group: Group
    chance: random.Random
    going: Agreement | None = None
    question: str = ""
    accepted: set[str] = field(default_factory=set)
    present: set[str] = field(default_factory=lambda: set(PEOPLE))

    async def looks(self) -> list[Agreement]:
        """All versions; what was accepted of an earlier question counts no more."""
        async with self.desk.work() as work:
            self.going = await unfinished(work, self.group)
            asked = await work.questions.find(group_id=self.group.id, kind="agreement")
            rows = await work.agreements.find(group_id=self.group.id)
        now = next((q.id for q in asked if not q.closed), "")
        if now != self.question:
            self.question, self.accepted = now, set()
        return rows

    async def does(self, name: str, word: str, value: str = "") -> None:
        await self.desk.does(name, f"{word}:{self.group.id}:{value}", "main")

    async def wish(self, name: str) -> None:
        await self.desk.fills(name, "agreement-rule", f"{self.group.id}:", text=f"Toive {self.chance.random()}")

    async def write(self, name: str) -> None:
        about = f"{self.group.id}:{self.chance.choice(POINTS)}.{Point().mark}"
        await self.desk.fills(name, "agreement-write", about, text=f"Sana {self.chance.random()}")

    async def offer(self, name: str) -> None:
        await self.does(name, "agreement-put", mark(self.going.content) if self.going else "")

    async def yes(self, name: str) -> None:
        self.accepted.add(name)
        await self.does(name, "agreement-accept", self.question)

    async def most(self, _: str) -> None:
        for each in PEOPLE[: self.chance.randint(2, 3)]:
            await self.yes(each)

    async def no(self, name: str) -> None:
        self.accepted.discard(name)
        await self.does(name, "agreement-unaccept", self.question)

    async def reopen(self, name: str) -> None:
        if self.chance.random() < 0.3:
            await self.does(name, "agreement-rewrite", self.going.id if self.going else "")

    async def change(self, name: str) -> None:
        await self.does(name, "agreement-change")

    async def leave(self, name: str) -> None:
        if self.chance.random() < 0.2:
            self.accepted.discard(name)
            self.present.discard(name)
            await self.does(name, "leave-sure", "quiet")

    async def back(self, name: str) -> None:
        await self.does(name, "join")
        self.present.add(name)


ACTS = ("wish", "write", "offer", "yes", "yes", "most", "no", "reopen", "change", "leave", "back")


@pytest.mark.parametrize("seed", [1, 3, 4])
async def test_only_what_everybody_has_accepted_ever_stands(desk: Desk, seed: int) -> None:
    group = await desk.group("Kaarina", *PEOPLE)
    table = Table(desk, group, random.Random(seed))
    stood: set[str] = set()
    for _ in range(70):
        await table.looks()
        waited_for, name = set(table.present), table.chance.choice(PEOPLE)
        await getattr(table, table.chance.choice(ACTS))(name)
        waited_for &= table.present
        accepted = set(table.accepted)
        rows = await table.looks()
        in_force = [row for row in rows if row.standing is Standing.STANDING]
        assert len(in_force) <= 1
        assert sum(row.standing in {Standing.DRAFT, Standing.OFFERED} for row in rows) <= 1
        assert not any(rule.by for row in in_force for rule in read(row).rules)
        fresh = {row.id for row in in_force} - stood
        assert not fresh or accepted >= waited_for, "nobody accepts by silence"
        stood |= fresh
    assert stood, "so many presses come to something"
