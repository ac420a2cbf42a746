"""One post a group, all due at the same instant, as fast as the platform allows and no faster."""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.app import Ground, Piiri, opened
from bot.content.library import Library
from bot.core.platform import Adapter
from bot.serving.serve import DISCORD, TELEGRAM
from bot.store_time import FIRST_DAY
from prove.many import One, founded
from prove.report import Report
from scheduler.clock import HeldClock
from scheduler.pace import Gate
from tests.fakes.stand_in import Ask, stand_in

LIBRARY = Library()
LEAST = 90
"""Groups, so that the pace has anything to hold back."""

WHOLE = 1_000
MEMBERS = 9
"""Besides the convener."""

MOST_SECONDS = {"telegram": 40.0, "discord": 25.0}
"""For the whole thousand."""

A_START = 10.0
MOST_IN_A_SECOND = {"telegram": 30, "discord": 50}
KIND = "pretask"
FIRST_MEETING = datetime(2026, 9, 15, 17)  # noqa: DTZ001 - wall time


def minute(groups: int, seed: int, report: Report) -> None:
    """On Telegram, then on Discord."""
    for platform in ("telegram", "discord"):
        asyncio.run(_minute(platform, max(groups, LEAST), seed, report))


async def _minute(platform: str, groups: int, seed: int, report: Report) -> None:
    with tempfile.TemporaryDirectory() as name:
        url, key = f"sqlite:///{name}/crowd.db", Path(name) / "crowd.key"
        there = await founded(
            url,
            key,
            [platform] * groups,
            members=MEMBERS,
            first=FIRST_MEETING,
            seed=seed,
            library=LIBRARY,
            said=["plan"],
        )
        async with stand_in(platform, "--limits") as ask:
            await _peopled(ask, platform, there)
            async with opened(
                url,
                key,
                lambda ground: [_adapter(platform, ask, ground)],
                clock=HeldClock(FIRST_DAY),
                wakes=False,
                library=LIBRARY,
            ) as piiri:
                if platform == "discord":
                    await ask("connected")
                # What a bot asks at its start is over, and counts in no second of what follows.
                await asyncio.sleep(1.5)
                await ask("reset")
                taken = await _all_due(piiri)
                stats = await ask("stats")
                async with piiri.store.begin() as work:
                    sent = len(await work.notices.find(kind=KIND, state="sent"))
    _judge(platform, groups, taken, sent, stats, report=report)


def _judge(platform: str, groups: int, taken: float, sent: int, stats: dict[str, Any], *, report: Report) -> None:
    most = MOST_SECONDS[platform] * groups / WHOLE + (0.0 if groups >= WHOLE else A_START)
    name, limit = platform.capitalize(), MOST_IN_A_SECOND[platform]
    arrived = stats["accepted"] if platform == "telegram" else stats["posted"]
    violations = stats["violations"]
    broken = len(violations) if isinstance(violations, list) else violations
    report.judge(f"{name}: seconds for {groups:,} posts", f"{taken:.1f}", f"<= {most:.1f}", holds=taken <= most)
    report.judge(
        "  posts that arrived, and counted as sent",
        f"{arrived:,}, {sent:,}",
        f"{groups:,}",
        holds=arrived == sent == groups,
    )
    report.judge(
        "  most in any second", stats["most_in_a_second"], f"<= {limit}", holds=stats["most_in_a_second"] <= limit
    )
    report.none("  refused as too fast (429)", stats["throttled"])
    report.none("  against the platform's rules", broken)


async def _all_due(piiri: Piiri) -> float:
    """Seconds from the ring until the last is written down."""
    clock = piiri.house.clock
    first = await piiri.store.outbox.next_due()
    assert isinstance(clock, HeldClock)
    assert first is not None
    assert first.kind == KIND, first.kind
    clock.move(max(first.due, clock.now()))
    begun = time.monotonic()
    piiri.dispatcher.ring()
    if not await piiri.dispatcher.settled(600):
        raise RuntimeError("what was due did not settle")
    return time.monotonic() - begun


async def _peopled(ask: Ask, platform: str, groups: Sequence[One]) -> None:
    """The stand-in knows every group and everybody in it."""
    if platform == "telegram":
        await ask("people", people=[{"id": int(each)} for one in groups for each in one.people])
        await ask(
            "groups",
            groups=[
                {"id": int(one.channel), "members": [int(each) for each in one.people], "kind": "group"}
                for one in groups
            ],
        )
        return
    world: list[list[Any]] = []
    for one in groups:
        server, _, channel = one.channel.partition("/")
        people = [int(each) for each in one.people]
        world += [["person", {"name": "Aino", "person_id": each}] for each in people]
        world.append(["guild", {"name": "Talo", "members": people, "guild_id": int(server)}])
        world.append(["channel", {"guild": int(server), "name": "piiri", "channel_id": int(channel)}])
    for start in range(0, len(world), 5_000):
        await ask("bulk", do=world[start : start + 5_000])


def _adapter(platform: str, ask: Ask, ground: Ground) -> Adapter:
    """As it is wired in `bot.serving.serve`, at the pace that is set there."""
    if platform == "telegram":
        from bot.adapters.telegram.adapter import TelegramAdapter

        return TelegramAdapter(
            ask.said["token"],
            inbox=ground.inbox,
            library=ground.library,
            gate=Gate(TELEGRAM),
            api_url=ask.said["url"],
        )
    from bot.adapters.discord.adapter import DiscordAdapter

    return DiscordAdapter(
        ask.said["token"],
        library=ground.library,
        gate=Gate(DISCORD),
        api_url=ask.said["api"],
        gateway_url=ask.said["gateway"],
    )
