"""What Telegram was told had arrived is acted on exactly once, whenever we are killed.

30 members of ten groups write private notes, each with other words, and tell of absences, each of another meeting: a
hundred acts in each round, some of them waiting before Piiri starts, the others while it lives. The stand-in shuffles
what it hands out, hands out again what was acknowledged, pushes eight at once in webhook mode, and begins its numbers
anew at random whenever nothing waits. In every round Piiri is killed with SIGKILL, at a random instant or at the very
moment when the last update has been acknowledged; the next round starts on what the kill has left.

It passes when, after a last life on every database, each note and each absence is there exactly once.
"""

import asyncio
import random
import socket

from prove.inbound_stand import DisorderedStand
from prove.inbound_tried import Found, Trial
from prove.kills_bases import bases
from prove.nursery import Nursery
from prove.report import Report

KILLS, ACTS, GROUPS = 300, 100, 10
FEWEST_ACTS, FEWEST_GROUPS = 25, 3


def run(scale: float, seed: int) -> Report:
    """Stores and ways of listening share the kills."""
    return _reported(asyncio.run(_tried(scale, seed)))


async def _tried(scale: float, seed: int) -> list[Found]:
    chance = random.Random(seed)
    makes = bases()
    kills = max(1, round(KILLS * scale / (2 * len(makes))))
    acts = max(FEWEST_ACTS, min(ACTS, round(ACTS * scale * 10)))
    groups = max(FEWEST_GROUPS, min(GROUPS, round(GROUPS * scale * 10)))
    done = []
    async with Nursery("prove.inbound_life") as nursery:
        for make in makes:
            base = make()
            try:
                for way, port in (("polling", 0), ("webhook", _port())):
                    done.append(found := Found(f"{base.name}, {way}"))
                    async with DisorderedStand(chance, port) as stand:
                        await Trial(base, stand, nursery, chance, found).run(groups, kills, acts)
            finally:
                base.close()
    return done


def _port() -> int:
    """One that nobody is given by chance while we are dead: below those that the machine gives out, and not seeded."""
    while True:
        port = random.SystemRandom().randrange(20_000, 32_000)
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)):
                return port


def _reported(done: list[Found]) -> Report:
    report = Report("2. Heard exactly once, killed at any instant")
    for found in done:
        report.tell(f"{found.name}: kills", found.kills)
        report.tell(f"{found.name}: kills with something told and not handled", found.busy_kills)
        report.tell(f"{found.name}: told and not handled at kills, in all", found.kept)
        report.tell(f"{found.name}: acts", found.acts)
        report.tell(f"{found.name}: handed out again after acknowledgement", found.repeated)
        report.tell(f"{found.name}: times that numbers began anew", found.restarts)
        report.none(f"{found.name}: acts lost", found.lost)
        report.none(f"{found.name}: acted on twice", found.twice)
        report.none(f"{found.name}: acts that nobody did", found.unasked)
    return report
