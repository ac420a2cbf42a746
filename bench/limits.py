"""Three hundred chats due at Telegram's limits, while people ask for answers: ours, and the library's own limiter."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from statistics import quantiles

from bench.table import Line, judged
from bench.telegram import CHATS, PEOPLE, Telegram, due, telegram_crowd
from bench.worker import Worker, worker
from bot.serving.serve import TELEGRAM
from tests.fakes.stand_in import Ask, stand_in

CHATS_DUE = 300
ASKING = 40
"""People who want an answer while it goes on, one after the other; each answer is a message, and counts."""

PER_SECOND = 30
STOPPED = 5
"""Seconds that one chat is told to wait."""

KINDS = ("pretask", "reminder", "soon")


def measure() -> Iterator[Line]:
    """Ours and the library's in turn; each begins after a second of silence."""
    yield from asyncio.run(_measure())


async def _measure() -> list[Line]:
    async with (
        stand_in("telegram", "--limits") as ask,
        telegram_crowd(ask, CHATS_DUE, TELEGRAM, kinds=KINDS, opened_chats=True) as side,
        worker("bench.theirs_telegram", ask.token, ask.url, "", "limited") as theirs,
    ):
        ours = await _drained(ask, side)
        library = await _library_drains(ask, theirs)
    async with (
        stand_in("telegram") as ask,  # without limits: what the library is refused by its own haste would hide the rest
        telegram_crowd(ask, CHATS_DUE, TELEGRAM, kinds=KINDS[1:]) as side,
        worker("bench.theirs_telegram", ask.token, ask.url, "", "limited") as theirs,
    ):
        held, held_theirs = await _held_up(side, ask, theirs)
    floor = (CHATS_DUE + ASKING) / PER_SECOND
    what = f"{CHATS_DUE} chats due on Telegram, {ASKING} people asking:"
    seconds, waits, most, refused, _ = ours
    its_seconds, its_waits, its_most, its_refused, its_lost = library
    return [
        judged(
            f"{what} drain / floor of {floor:.1f} s",
            seconds / floor,
            1.05,
            "×",
            ours=f"{seconds:.1f} s",
            theirs=f"{its_seconds:.1f} s (AIORateLimiter)",
        ),
        judged("  most in any sliding second", most, PER_SECOND, "", theirs=f"{its_most}"),
        judged("  refused as too fast", refused, 0, "", theirs=f"{its_refused}, {its_lost} given up"),
        judged("  an answer meanwhile, p99", _p99(waits) * 1000, 300, "ms", theirs=f"{_p99(its_waits) * 1000:.0f} ms"),
        judged(
            f"  one chat's 429 for {STOPPED} s delays the {CHATS_DUE - 1} others by",
            held,
            0.5,
            "s",
            theirs=f"{held_theirs:.1f} s",
        ),
    ]


Drain = tuple[float, list[float], int, int, int]
"""Seconds until the last arrival, and from each question to its answer; most in a second, refusals, losses."""


async def _drained(ask: Ask, side: Telegram) -> Drain:
    await _silence(ask)
    begun = time.monotonic()  # the stand-in's clock too: one machine
    asked: dict[int, float] = {}

    async def people() -> None:
        for one in side.people[:ASKING]:
            asked[int(one.handle)] = time.monotonic()
            await ask("writes", writes=[{"person": int(one.handle), "text": "/menu"}])
            await asyncio.sleep(CHATS_DUE / PER_SECOND / ASKING)

    asking = asyncio.create_task(people())
    await due(side.piiri, "pretask")
    await asking
    await asyncio.sleep(1)
    arrivals = await ask("arrivals")
    stats = await ask("stats")
    answered = {chat: at for at, chat in reversed(arrivals) if chat > 0}
    assert len(answered) == ASKING, len(answered)
    assert sum(chat < 0 for _, chat in arrivals) == CHATS_DUE
    last = max(at for at, chat in arrivals if chat < 0)
    waits = [answered[person] - since for person, since in asked.items()]
    return last - begun, waits, stats["most_in_a_second"], stats["throttled"], 0


async def _library_drains(ask: Ask, theirs: Worker) -> Drain:
    await _silence(ask)
    asked = [[PEOPLE + number, number * CHATS_DUE / PER_SECOND / ASKING] for number in range(ASKING)]
    people = [int(person) for person, _ in asked]
    await ask("people", people=[{"id": person, "opened": True} for person in people])
    done = await theirs("limited", chats=_chats(CHATS_DUE), text="Moikka", asked=asked)
    stats = await ask("stats")
    return done["seconds"], done["waits"], stats["most_in_a_second"], stats["throttled"], done["lost"]


async def _held_up(side: Telegram, ask: Ask, theirs: Worker) -> tuple[float, float]:
    """By how many seconds the first, second, … of the others is reached later where one is told to wait, at worst."""
    faulty = -(CHATS + 5)
    fault = {"method": "sendMessage", "what": "429", "chat": faulty, "times": 1, "retry_after": STOPPED}

    async def ours(kind: str) -> None:
        await due(side.piiri, kind)

    async def library(_: str) -> None:
        await theirs("limited", chats=_chats(CHATS_DUE), text="Moikka", asked=[])

    later = []
    for send in (ours, library):
        taken = []
        for kind, faults in (("reminder", []), ("soon", [fault])):
            await _silence(ask)
            for each in faults:
                await ask("fault", **each)
            await send(kind)
            times = [at for at, chat in await ask("arrivals") if chat != faulty]
            assert len(times) == CHATS_DUE - 1, len(times)
            taken.append([at - times[0] for at in times])
        later.append(max(late - usual for usual, late in zip(*taken, strict=True)))
    return later[0], later[1]


async def _silence(ask: Ask) -> None:
    await asyncio.sleep(1.5)
    await ask("reset")


def _chats(count: int) -> list[int]:
    return [-(CHATS + number) for number in range(count)]


def _p99(waits: Sequence[float]) -> float:
    return quantiles(waits, n=100, method="inclusive")[98]
