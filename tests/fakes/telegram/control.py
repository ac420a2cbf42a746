"""What a benchmark in another process asks of the stand-in: people and groups in bulk, presses, and numbers."""

import asyncio
import statistics
from typing import Any

import msgspec

from tests.fakes.telegram.errors import Refused
from tests.fakes.telegram.ledger import most_in
from tests.fakes.telegram.places import Places
from tests.fakes.telegram.world import Post


class People(msgspec.Struct):
    """Persons to be: each has an id, and may have a name, a language and an open chat."""

    people: list[dict[str, Any]]


class Groups(msgspec.Struct):
    """Groups to be: each has members (ids, the first made it), and may have an id, a kind, a title, the bot's standing."""

    groups: list[dict[str, Any]]


class Press(msgspec.Struct):
    """One press: without a message on the newest in the chat, without data on its first button."""

    person: int
    chat: int
    message: int | None = None
    data: str | None = None


class Presses(msgspec.Struct):
    """Presses in a row, so many seconds apart."""

    presses: list[Press]
    every: float = 0.0


class Line(msgspec.Struct):
    """One thing that somebody writes; without a chat, to the bot alone."""

    person: int
    text: str
    chat: int | None = None
    thread: int | None = None


class Writes(msgspec.Struct):
    """What people write, one after another."""

    writes: list[Line]


async def answer(fake: Any, what: str, body: bytes) -> Any:
    """One request of the benchmark; raises `Refused` for what it cannot read."""
    ways = {"people": _people, "groups": _groups, "presses": _presses, "writes": _writes}
    try:
        if what in ways:
            return await ways[what](fake, body)
    except (msgspec.MsgspecError, KeyError, ValueError, TypeError, IndexError) as error:
        raise Refused(400, f"Bad Request: {type(error).__name__}: {error}") from error
    if what == "stats":
        return stats(fake)
    if what == "fault":
        return fake.fault(**msgspec.json.decode(body))
    if what == "arrivals":
        return [[each.at, each.chat_id] for each in fake.accepted]
    if what == "reset":
        return reset(fake)
    raise Refused(404, "Not Found")


async def _people(fake: Places, body: bytes) -> list[int]:
    asked = msgspec.json.decode(body, type=People).people
    return [fake.person(**{"first_name": "Aino", "person_id": each.pop("id", None), **each}).id for each in asked]


async def _groups(fake: Places, body: bytes) -> list[int]:
    made = []
    for each in msgspec.json.decode(body, type=Groups).groups:
        members = [fake.world.persons[number] for number in each.pop("members")]
        defaults = {"title": "Piiri", "bot": "member", "group_id": each.pop("id", None)}
        made.append(fake.group(members=members, **(defaults | each)).id)
    return made


async def _presses(fake: Places, body: bytes) -> list[str]:
    asked = msgspec.json.decode(body, type=Presses)
    ids = []
    for number, each in enumerate(asked.presses):
        if number and asked.every:
            await asyncio.sleep(asked.every)
        ids.append(_press(fake, each))
    return ids


def _press(fake: Places, press: Press) -> str:
    post = fake.ledger.get(press.chat, press.message) if press.message else fake.ledger.last(press.chat)
    if not isinstance(post, Post):
        raise KeyError(f"no message {press.message} in chat {press.chat}")
    data = press.data if press.data is not None else post.keyboard[0][0][1]
    return fake.presses(fake.world.persons[press.person], post, data)


async def _writes(fake: Places, body: bytes) -> list[int]:
    lines = msgspec.json.decode(body, type=Writes).writes
    return [
        fake.writes(fake.world.persons[each.person], each.text, each.chat, each.thread).message_id for each in lines
    ]


def stats(fake: Places) -> dict[str, Any]:
    """Numbers since the start or the last reset; latencies in milliseconds, from a press to its answer."""
    times = [arrival.at for arrival in fake.accepted]
    queries = fake.world.queries.values()
    waits = sorted((each.answered_at - each.pressed_at) * 1000 for each in queries if each.answered_at)
    cuts = statistics.quantiles(waits, n=100, method="inclusive") if len(waits) > 1 else waits * 99
    return {
        "accepted": len(times),
        "most_in_a_second": most_in(times),
        "seconds": times[-1] - times[0] if times else 0.0,
        "throttled": len(fake.throttled),
        "violations": len(fake.violations),
        "waiting_updates": len(fake.updates.waiting),
        "presses": len(queries),
        "answered": len(waits),
        "latencies_ms": waits,
        "latency_ms": {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "most": waits[-1]} if waits else None,
    }


def reset(fake: Places) -> bool:
    """Numbers begin anew; what stands and who is there stays."""
    for kept in (fake.accepted, fake.throttled, fake.violations, fake.calls, fake.answers, fake.world.queries):
        kept.clear()
    return True
