"""Life after life on one database after another, each ended by a kill, and what is found after each."""

import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.core.model import State
from prove.kills_bases import Base
from prove.kills_ground import Ground, lay
from prove.kills_stand import Stand
from prove.nursery import Life, Nursery

KILLED = -9
PATIENCE = 90.0
MOST_MISSES = 20


class Row(NamedTuple):
    """A notice as a life has left it."""

    id: str
    state: str
    parts: int
    why: str


LOOK = "SELECT id, state, parts, why FROM notices"


def _often(notices: int) -> dict[str, int]:
    """How often a point is passed before it kills, at most, so that it is met while there is much to do."""
    claims, commits, posts = max(1, notices // 64), max(1, notices // 25), max(1, notices // 4)
    return {
        **dict.fromkeys(("claiming", "composed", "claimed"), claims),
        **dict.fromkeys(("settling", "settled"), commits),
        **dict.fromkeys(("posting", "accepted", "answered"), posts),
    }


def _next(ways: Sequence[str], *, left_in_flight: bool) -> str | None:
    """The next way to die that can be met; None when there is none left, and the life may go on to its end.

    Recovery is only passed where something was left in flight: where nothing else is to do, that is seen to first.
    """
    return next((way for way in ways if left_in_flight or not way.startswith("recover")), "answered" if ways else None)


@dataclass
class Found:
    """What one store and one platform came to."""

    name: str
    in_flight: int
    kills: Counter[str] = field(default_factory=Counter)
    databases: int = 0
    notices: int = 0
    arrived: int = 0
    busy_kills: int = 0
    most_exposed: int = 0
    exposed: int = 0
    doubles: int = 0
    outside: int = 0
    lost: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)
    unmet: list[str] = field(default_factory=list)
    unsure: int = 0
    never_sent: int = 0


@dataclass
class Trial:
    """One store and one platform under kills. Points are shuffled among random instants, several on each database."""

    base: Base
    stand: Stand
    nursery: Nursery
    chance: random.Random
    found: Found

    async def run(self, groups: int, instants: int, points: Sequence[str]) -> None:
        """So many kills at random instants, which have no name, and one at each of the points named, in any order."""
        self.ground: Ground = await lay(*self.base.blank(), self.stand, groups)
        self._misses: Counter[str] = Counter()
        self._often = _often(len(self.ground.due))
        await self._undisturbed()
        ways = [*[""] * instants, *points]
        self.chance.shuffle(ways)
        while ways:
            await self._one_database(ways)

    async def _undisturbed(self) -> None:
        """A life that nobody ends: how long it takes, and what each notice comes to."""
        self._begin()
        life = await self._born("", 0)
        began = time.monotonic()
        await self._by_itself(life)
        self._takes = time.monotonic() - began
        rows = {id_: row for id_, row in self._rows().items() if id_ in self.ground.due}
        self._parts = {id_: row.parts for id_, row in rows.items()}
        states = {row.state for row in rows.values()}
        if states != {State.SENT} or max(self.stand.stands().values()) > 1:
            raise RuntimeError(f"even undisturbed not everything is sent once: {states}")

    async def _one_database(self, ways: list[str]) -> None:
        self._begin()
        exposures: Counter[str] = Counter()
        left_in_flight = False
        while True:
            way = _next(ways, left_in_flight=left_in_flight)
            since = len(self.stand.arrived)
            if not await self._lived(way):
                self._missed(ways, way)
                break
            self._misses.clear()
            if way in ways:
                ways.remove(way)
            self.found.kills[way or ""] += 1
            await self.stand.idle()
            rows = self._rows()
            left_in_flight = any(row.state == State.SENDING for row in rows.values())
            exposed = self._exposed(self.stand.arrived[since:], rows)
            exposures.update(exposed)
            self.found.busy_kills += bool(exposed)
            self.found.most_exposed = max(self.found.most_exposed, len(exposed))
            if self.chance.random() < 0.5:
                self.stand.forgets_nonces()
            self.base.freed()
        await self.stand.idle()
        self._judge(exposures)

    def _missed(self, ways: list[str], way: str | None) -> None:
        """A life that was to end there has come to its own end; a point that is never passed is given up."""
        self._misses[way or ""] += 1
        if way in ways and self._misses[way] > MOST_MISSES:
            ways.remove(way)
            self.found.unmet.append(way)

    def _begin(self) -> None:
        self.stand.forgets()
        url, key = self.base.fresh()
        self._order = {**self.stand.order(), "database": url, "key": str(key), "in_flight": self.found.in_flight}

    async def _lived(self, way: str | None) -> bool:
        """Whether the life ended by a kill; else all is settled. With None it is left to itself."""
        point = way or ""
        nth = self.chance.randint(1, self._often.get(point, 1))
        if point == "accepted":
            self._kill_at_arrival(nth)
            point = ""
        life = self._life = await self._born(point, nth)
        if way == "":
            await life.within(self.chance.uniform(0, self._takes))
            life.kill()
        status = await self._by_itself(life, may_be_killed=way is not None)
        self.stand.on_arrival = None
        return status == KILLED

    def _kill_at_arrival(self, nth: int) -> None:
        left = iter(range(nth - 1, -1, -1))

        def arrived() -> None:
            if next(left, None) == 0:
                self._life.kill()

        self.stand.on_arrival = arrived

    async def _born(self, point: str, nth: int) -> Life:
        return await self.nursery.born({**self._order, "point": point, "nth": nth})

    async def _by_itself(self, life: Life, *, may_be_killed: bool = False) -> int:
        if not await life.within(PATIENCE):
            life.kill()
            raise TimeoutError("a life did not come to its end")
        status = life.ended.result()
        if status and not (may_be_killed and status == KILLED):
            raise RuntimeError(f"a life ended with {status}")
        return status

    def _rows(self) -> dict[str, Row]:
        return {row[0]: Row(*row) for row in self.base.look(LOOK)}

    def _exposed(self, arrived: Sequence[str], rows: dict[str, Row]) -> set[str]:
        """What has arrived in this life and is not written down as sent: only this may come again."""
        sending = {id_: row.parts for id_, row in rows.items() if row.state == State.SENDING}
        return {mark for mark in arrived if (id_ := mark[:-2]) in sending and int(mark[-1]) >= sending[id_]}

    def _judge(self, exposures: Counter[str]) -> None:
        """Everything is settled: what is lost, and what came twice."""
        found, rows = self.found, self._rows()
        found.databases += 1
        found.notices += len(self.ground.due)
        came = Counter(self.stand.arrived)
        found.arrived += came.total()
        found.exposed += exposures.total()
        doubles = sum(times - 1 for times in came.values())
        seen_twice = sum(times - 1 for times in self.stand.stands().values())
        found.doubles += max(doubles, seen_twice)
        found.outside += sum(max(0, times - 1 - exposures[mark]) for mark, times in came.items())
        found.outside += max(0, seen_twice - doubles)
        for id_, notice in self.ground.due.items():
            row = rows[id_]
            whole = all(f"{id_}:{part}" in came for part in range(self._parts[id_]))
            settled = row.state in {State.UNSURE, State.FAILED, State.SKIPPED}
            found.unsure += settled
            found.never_sent += settled and f"{id_}:0" not in came
            circle = self.ground.circles[notice.group_id]
            line = self.ground.word_of(notice, row.why)
            told = settled and any(line in text for text in self.stand.told(circle.convener))
            about = f"{notice.kind} ({row.state}, {row.why or 'no reason'})"
            if not (whole and (settled or row.state == State.SENT)) and not told:
                found.lost.append(about)
            if settled and not told:
                found.untold.append(about)
