"""What a test or a benchmark in another process asks of the stand-in.

`POST /_control/<method>` with a JSON object of named arguments does what the method of that name does; whoever and
whatever is meant is given by its id. Some take everything in bulk or tell numbers:

    /_control/bulk      {"do": [["person", {...}], ["guild", {...}], …]} one after another; the results in a list
    /_control/acts      {"do": [["presses", {...}], …], "every": 0.02}   at the same time, begun so many seconds apart
    /_control/state     {}                 token, addresses, who and what there is
    /_control/answered  {"interaction": id}               what was shown for it by now
    /_control/messages  {"channel": id, "person": id}     what stands there, as that person sees it or whole
    /_control/requests  {"method": …, "route": …, "status": …}           the ledger
    /_control/stats     {}                 numbers since the start or the last reset
    /_control/reset     {}                 numbers begin anew; the world stays
    /_control/set       {"limits": true, "ack_seconds": 3, "nonce_seconds": 180, "privileged": 0, "identifies_left": 5}

The answer is `{"ok": true, "result": …}`, or status 400 with `{"ok": false, "error": "…"}`. Ids are whole numbers. A
form that `presses`, `invokes` or `chooses` shows is sent with `submits` and the `interaction` id that came with it.
"""

import asyncio
import statistics
from typing import Any

import msgspec

from tests.fakes.discord.interactions import Answered, Modal
from tests.fakes.discord.ledger import most_in
from tests.fakes.discord.limits import Limits
from tests.fakes.discord.world import Channel, Event, File, Guild, Message, Person, Role

Told = Any

DOES = frozenset({
    "person", "guild", "adds_bot", "removes_bot", "outage", "recovers", "joins", "leaves", "role", "permits", "permits_bot",
    "gives_role", "takes_role", "channel", "thread", "archives", "unarchives", "locks", "overwrites", "renames",
    "deletes_channel", "closes_dms", "opens_dms", "speaks", "deletes_message", "may", "passes", "events", "invokes",
    "completes", "presses", "chooses", "submits", "writes", "sees", "last", "connected", "fails", "mends", "drops",
    "closes", "reconnects", "invalidates", "forgets_sessions", "acknowledges", "refuses_connections", "beats",
    "revokes_token",
})  # fmt: skip
SETTABLE = frozenset({"ack_seconds", "token_seconds", "nonce_seconds", "privileged"})
SETTABLE_HUB = frozenset({"identifies_left", "identify_every"})


class Impossible(Exception):
    """Something that cannot be done, or that no person could do."""


async def answer(fake: Any, what: str, body: bytes) -> Told:
    """One request; raises `Impossible`."""
    try:
        asked = msgspec.json.decode(body) if body else {}
        own = {
            "bulk": _bulk, "acts": _acts, "state": _state, "answered": _answered_by_now, "messages": _messages, "requests": _requests,
            "stats": _stats, "reset": _reset, "set": _set,
        }.get(what)  # fmt: skip
        if own is not None:
            return await own(fake, asked)
        return told(await _do(fake, what, asked))
    except (LookupError, ValueError, TypeError, AttributeError, TimeoutError, msgspec.MsgspecError) as error:
        raise Impossible(f"{type(error).__name__}: {error}") from error


async def _do(fake: Any, what: str, asked: dict[str, Any]) -> Any:
    if what not in DOES:
        raise LookupError(f"there is no {what}; there are {', '.join(sorted(DOES))}")
    asked = dict(asked)
    if what == "submits":
        asked["answered"] = fake.interactions[int(asked.pop("interaction"))].answered
    values = asked.pop("values") if what == "chooses" else []
    if what == "chooses":
        result = fake.chooses(asked.pop("person"), asked.pop("message"), asked.pop("select"), *values, **asked)
    else:
        result = getattr(fake, what)(**asked)
    return await result if asyncio.iscoroutine(result) else result


async def _bulk(fake: Any, asked: dict[str, Any]) -> Told:
    return [told(await _do(fake, what, given)) for what, given in asked["do"]]


async def _acts(fake: Any, asked: dict[str, Any]) -> Told:
    """Each begins when it is due, however long the others take."""
    running = []
    for number, (what, given) in enumerate(asked["do"]):
        if number and asked.get("every"):
            await asyncio.sleep(asked["every"])
        running.append(asyncio.create_task(_do(fake, what, given)))
    done = await asyncio.gather(*running, return_exceptions=True)
    return [{"error": str(each)} if isinstance(each, BaseException) else told(each) for each in done]


async def _state(fake: Any, asked: dict[str, Any]) -> Told:
    return {
        "token": fake.token, "application_id": fake.application_id, "url": fake.url, "api": fake.api,
        "gateway": fake.gateway, "guilds": list(fake.world.guilds), "channels": list(fake.world.channels),
        "persons": list(fake.world.persons), "commands": list(fake.world.commands.values()),
        "listening": fake.hub.ready.is_set(),
    }  # fmt: skip


async def _answered_by_now(fake: Any, asked: dict[str, Any]) -> Told:
    return told(fake.interactions[int(asked["interaction"])].answered)


async def _messages(fake: Any, asked: dict[str, Any]) -> Told:
    if asked.get("person") is not None:
        seen = fake.sees(asked["person"], asked.get("channel"))
    else:
        seen = fake.channel_of(asked["channel"]).standing()
    return [told(each) for each in seen]


async def _requests(fake: Any, asked: dict[str, Any]) -> Told:
    return [each._asdict() for each in fake.ledger.of(asked.get("method"), asked.get("route"), asked.get("status"))]


async def _stats(fake: Any, asked: dict[str, Any]) -> Told:
    ledger = fake.ledger
    waits = sorted(ledger.acknowledged_ms)
    cuts = statistics.quantiles(waits, n=100, method="inclusive") if len(waits) > 1 else waits * 99
    return {
        "requests": sum(ledger.statuses.values()),
        "statuses": {str(status): count for status, count in sorted(ledger.statuses.items())},
        "counted": len(ledger.times),
        "most_in_a_second": most_in(ledger.times),
        "posted": len(ledger.posted),
        "most_posted_in_a_second": most_in(ledger.posted),
        "seconds": ledger.posted[-1] - ledger.posted[0] if ledger.posted else 0.0,
        "throttled": ledger.throttled,
        "invalid": ledger.invalid,
        "violations": [each._asdict() for each in fake.violations],
        "interactions": ledger.interactions,
        "acknowledged": len(waits),
        "acknowledged_ms": {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "most": waits[-1]} if waits else None,
        "connects": [each._asdict() for each in fake.connects],
        "broken": [repr(each) for each in fake.broken],
    }


async def _reset(fake: Any, asked: dict[str, Any]) -> Told:
    fake.ledger.clear()
    fake.violations.clear()
    fake.hub.connects.clear()
    return True


async def _set(fake: Any, asked: dict[str, Any]) -> Told:
    for name, value in asked.items():
        if name == "limits":
            fake.limits = Limits() if value is True else Limits(**value) if value else None
        elif name in SETTABLE:
            setattr(fake, name, value)
        elif name in SETTABLE_HUB:
            setattr(fake.hub, name, value)
        else:
            raise LookupError(f"{name} cannot be set")
    return True


def told(thing: Any) -> Told:
    """Anything as another process is told of it."""
    if isinstance(thing, list):
        return [told(each) for each in thing]
    for kind, tells in _TELLS.items():
        if isinstance(thing, kind):
            return tells(thing)
    return thing


def _message(of: Message) -> Told:
    return {
        "id": of.id, "channel": of.channel.id, "author": of.author.id, "text": of.text, "labels": of.labels,
        "buttons": [each._asdict() for each in of.buttons], "selects": of.selects, "embeds": of.embeds,
        "files": [told(each) for each in of.files], "flags": of.flags, "ephemeral": of.ephemeral,
        "seen_by": of.seen_by.id if of.seen_by else None, "edits": of.edits, "pinned": of.pinned, "kind": of.kind,
        "deleted": of.deleted, "nonce": of.nonce, "reply_to": of.reply_to, "at": of.at, "sent_at": of.sent_at,
        "mentioned": [each.id for each in of.mentioned], "mentions_everyone": of.mentions_everyone,
    }  # fmt: skip


def _answered(of: Answered) -> Told:
    return {
        "kind": of.kind, "text": of.text, "texts": of.texts, "labels": of.labels, "deferred": of.deferred,
        "milliseconds": of.milliseconds, "choices": of.choices, "message": told(of.message), "modal": told(of.modal),
        "followups": told(of.followups), "interaction": of.interaction.id if of.interaction else None,
    }  # fmt: skip


def _modal(of: Modal) -> Told:
    fields = [
        {"custom_id": each.custom_id, "label": each.label, "kind": each.kind, "required": each.required, "value": each.value}
        for each in of.fields
    ]  # fmt: skip
    return {
        "custom_id": of.custom_id,
        "title": of.title,
        "text": of.text,
        "fields": fields,
        "components": of.components,
    }


def _channel(of: Channel) -> Told:
    return {"id": of.id, "kind": of.kind, "name": of.name, "guild": of.guild.id if of.guild else None}


_TELLS: dict[type, Any] = {
    Message: _message,
    Answered: _answered,
    Modal: _modal,
    Channel: _channel,
    File: lambda of: {"id": of.id, "name": of.name, "size": len(of.data), "kind": of.kind},
    Person: lambda of: {"id": of.id, "name": of.name, "locale": of.locale},
    Guild: lambda of: {"id": of.id, "name": of.name},
    Role: lambda of: {"id": of.id, "name": of.name},
    Event: lambda of: {"id": of.id, "status": of.status, **of.fields},
}
