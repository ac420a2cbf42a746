"""A Discord within this process: simcord, and what it lacks of Discord for us.

Nonces: simcord keeps none. Here a message sent with a nonce that the bot has enforced in that channel before is the
message that stands there already, as on Discord for some minutes. Languages: everybody's app has one here. Outages:
Discord can be out of reach. Ids of people may be chosen. And what the bot does once it has heard something goes by
the machine's time, while simcord would have it go by a time of its own.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

import aiohttp
import discord
from discord.http import Route
from simcord import ChannelHandle, Env, GuildHandle, InteractionResult, MemberActor, ResponseMessage, UserHandle
from simcord._runtime import _BOT_SCOPE
from simcord.actors import _component_interaction
from simcord.backend import Backend
from simcord.backend.models import Message

from bot.adapters.discord.adapter import DiscordAdapter

LOCALES = {"fi": "fi", "sv": "sv-SE", "en": "en-GB", "de": "de"}
SENDS = "/channels/{channel_id}/messages"
TALK = {0, 19, 20}
"""A message, a reply, the answer to a command."""

PATIENCE = 20.0
"""Seconds that an answer may take on a machine that has much else to do."""


class Speaking(Backend):
    """simcord's Discord with a language for everybody."""

    def __init__(self) -> None:
        self.languages: dict[int, str] = {}
        super().__init__()

    def emit(self, event: str, payload: Mapping[str, Any]) -> None:
        if event == "INTERACTION_CREATE":
            person = payload.get("user") or payload["member"]["user"]
            payload = {**payload, "locale": LOCALES[self.languages.get(int(person["id"]), "fi")]}
        super().emit(event, payload)


class World:
    """What stands on Discord, whether or not the bot is there."""

    def __init__(self, backend: Speaking | None = None, marks: Mapping[int, str] | None = None) -> None:
        self.backend = backend or Speaking()
        self.marks = dict(marks or {})
        """The nonce of each message that was sent with one."""
        self.broken = False
        self._env: Env | None = None

    # The bot

    @property
    def env(self) -> Env:
        assert self._env is not None, "nobody has connected yet"
        return self._env

    async def connects(self, adapter: DiscordAdapter) -> None:
        """The bot's client is at the gateway, now or again."""
        for heard in ("acted", "wrote", "edited", "stood", "gone"):
            setattr(adapter, heard, _apart(getattr(adapter, heard)))
        if self._env is None:
            self._env = Env(adapter.client, check_errors=False, settle_timeout=PATIENCE)
            self._env.backend = self.backend
            await self._env.start()
        else:
            await self._env.restart_bot(adapter.client)
        self._knows_nonces(adapter.client)

    async def closed(self) -> None:
        """Nothing of it is left but what stood there."""
        if self._env is not None:
            await self._env.shutdown()
            self._env = None
        self.backend.http_requests.clear()
        self.backend.transcript.clear()

    def is_now(self, when: datetime) -> None:
        """Its clock goes on until then."""
        self.backend.advance_clock(max(0.0, (when - self.backend.clock.now()).total_seconds()))

    def _knows_nonces(self, client: discord.Client) -> None:
        http: Any = client.http
        plain = http.request

        async def request(route: Route, *, form: Any = None, **rest: Any) -> Any:
            if self.broken:
                raise aiohttp.ConnectionTimeoutError("out of reach")
            said = _said(form, rest.get("json"))
            sends = route.method == "POST" and route.path == SENDS and said.get("enforce_nonce")
            before = self._with_nonce(int(route.channel_id), str(said["nonce"])) if sends and route.channel_id else None
            if before:
                here = {"channel_id": before.channel_id, "message_id": before.id}
                return await plain(Route("GET", "/channels/{channel_id}/messages/{message_id}", **here))
            answer = await plain(route, form=form, **rest)
            if sends:
                self.marks[int(answer["id"])] = str(said["nonce"])
            return answer

        http.request = request

    def _with_nonce(self, channel: int, nonce: str) -> Message | None:
        there = self.backend.messages.get(channel, {})
        return next((message for id_, message in there.items() if self.marks.get(id_) == nonce), None)

    # Places and people

    def guild(self, id_: int) -> GuildHandle:
        return GuildHandle(self.env, self.backend.guilds[id_])

    def channel(self, id_: int) -> ChannelHandle:
        there = self.backend.channels[id_]
        return ChannelHandle(self.env, self.guild(there.guild_id) if there.guild_id else None, there)

    def add_person(self, name: str, id_: int, language: str = "fi") -> UserHandle:
        """Somebody new, with this id."""
        user = self.backend.make_user(name)
        del self.backend.users[user.id]
        user.id = id_
        self.backend.users[id_] = user
        self.backend.languages[id_] = language
        return self.person(id_)

    def person(self, id_: int) -> UserHandle:
        return UserHandle(self.env, self.backend.users[id_])

    def member(self, guild: int, id_: int) -> MemberActor:
        return MemberActor(self.env, self.guild(guild), self.person(id_))

    def shuts(self, id_: int) -> None:
        """This person lets no bot write to them any more."""
        side = self.backend.get_dm_channel(id_).id
        self.env.inject_error("POST", f"/channels/{side}/messages", status=403, code=50007, times=None)

    # What stands

    def messages(self) -> list[Message]:
        """All that the bot has said, oldest first; not that it pinned something, which Discord says by itself."""
        mine = self.backend.bot_user.id
        said = [m for there in self.backend.messages.values() for m in there.values() if m.author_id == mine]
        found = [message for message in said if message.type in TALK]
        return sorted(found, key=lambda message: message.id)

    def files(self, message: Message) -> tuple[tuple[str, bytes], ...]:
        return tuple((each["filename"], self.backend.cdn.get(each["url"]) or b"") for each in message.attachments)

    def shown(self, message: Message) -> ResponseMessage:
        """A message as simcord's people take hold of it."""
        return ResponseMessage(self.env, message)

    async def presses(self, person: MemberActor | UserHandle, message: Message, data: str) -> InteractionResult:
        """A press with this data, whether or not there is such a button."""
        named = next((each for each, _ in custom_ids(message) if each.partition("|")[0] == data), data)
        return await _component_interaction(person, message, {"custom_id": named, "component_type": 2})


def custom_ids(message: Message) -> list[tuple[str, str]]:
    """What each button of a message carries, and its label."""
    each = [component for row in message.components for component in row.get("components", ())]
    return [(button["custom_id"], button["label"]) for button in each if button.get("custom_id")]


def _said(form: Any, body: Any) -> dict[str, Any]:
    if form is not None:
        return next((json.loads(part["value"]) for part in form if part["name"] == "payload_json"), {})
    return body if isinstance(body, dict) else {}


def _apart(does: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """The same, on the machine's time; whoever waits for simcord waits for it too."""

    async def done(*told: Any) -> None:
        token = _BOT_SCOPE.set(None)
        try:
            doing = asyncio.ensure_future(does(*told))
        finally:
            _BOT_SCOPE.reset(token)
        await doing

    return done
