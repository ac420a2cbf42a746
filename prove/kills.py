"""1. Killed at any instant, nothing is lost, and what may come twice is bounded.

50 groups have four notices due each: the plan, the pre-task, the lead's brief (private) and the reminder. Piiri, as it
runs, is killed with SIGKILL at random instants and at named points of claiming, posting, settling and recovering, is
started again on the same database and killed again, until the 200 notices are through; then a new database. The
platforms' stand-ins are the ledger of what really arrived: whose post it was travels in a header that only they read.

It passes when, after the last recovery of every database, each notice has arrived whole or is settled as unsure with
the convener told in so many words; when on Telegram nothing came twice that was not in flight at a kill (arrived, not
written down), and never more than `telegram_in_flight` were; and when on Discord nothing came twice.
"""

import asyncio
import random

from prove.kills_bases import bases
from prove.kills_points import POINTS
from prove.kills_stand import DiscordStand, TelegramStand
from prove.kills_tried import Found, Trial
from prove.nursery import Nursery
from prove.report import Report

GROUPS, INSTANTS, AT_EACH = 50, 1000, 50
FEWEST_GROUPS = 6
IN_FLIGHT = 8
"""As `telegram_in_flight` is where nothing is set."""


def run(scale: float, seed: int) -> Report:
    """Stores and platforms share the random instants; each of them has all kills at each point."""
    return _reported(asyncio.run(_tried(scale, seed)))


async def _tried(scale: float, seed: int) -> list[Found]:
    chance = random.Random(seed)
    groups = max(FEWEST_GROUPS, min(GROUPS, round(GROUPS * scale * 5)))
    makes = bases()
    instants = max(1, round(INSTANTS * scale / (2 * len(makes))))
    points = [point for _ in range(max(1, round(AT_EACH * scale))) for point in POINTS]
    done = []
    async with Nursery("prove.kills_life") as nursery:
        for make in makes:
            base = make()
            try:
                for stand in (TelegramStand(), DiscordStand()):
                    done.append(found := Found(f"{base.name}, {stand.platform.capitalize()}", IN_FLIGHT))
                    async with stand:
                        trial = Trial(base, stand, nursery, chance, found)
                        await trial.run(groups, instants, points)
            finally:
                base.close()
    return done


def _reported(done: list[Found]) -> Report:
    report = Report("1. Killed at any instant")
    for found in done:
        who = found.name
        at_points = sum(count for way, count in found.kills.items() if way)
        report.tell(f"{who}: kills at random instants", found.kills[""])
        report.tell(f"{who}: kills at {len(POINTS)} named points", at_points)
        report.none(f"{who}: named points that were not met {_which(found.unmet)}".rstrip(), len(found.unmet))
        report.tell(f"{who}: databases, notices due in them", f"{found.databases}, {found.notices}")
        report.tell(f"{who}: posts that arrived", found.arrived)
        report.tell(f"{who}: kills with a post in flight", found.busy_kills)
        report.tell(f"{who}: settled as unsure, of these never posted", f"{found.unsure}, {found.never_sent}")
        report.none(f"{who}: notices lost {_which(found.lost)}".rstrip(), len(found.lost))
        report.none(f"{who}: left unsure, convener not told {_which(found.untold)}".rstrip(), len(found.untold))
        if "Telegram" in who:
            most = found.in_flight
            report.judge(
                f"{who}: most in flight at one kill", found.most_exposed, f"≤ {most}", holds=found.most_exposed <= most
            )
            holds = found.doubles <= found.exposed
            report.judge(f"{who}: came twice", found.doubles, f"≤ {found.exposed} in flight", holds=holds)
            report.none(f"{who}: came twice, not in flight at a kill", found.outside)
        else:
            report.none(f"{who}: came twice", found.doubles)
    return report


def _which(lost: list[str]) -> str:
    return f"({', '.join(sorted(set(lost)))})" if lost else ""
