"""Discord to try the adapter on, within this process."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import discord
from simcord.backend.models import Message

from bot.adapters.discord.adapter import DiscordAdapter
from bot.content.library import Library
from bot.core.platform import Address
from scheduler.pace import Gate, Pace
from tests.contract.discord_world import World, custom_ids
from tests.contract.stood import Happening, Stood

LIBRARY = Library()
AINO, VEIKKO = 700_001, 700_002


async def stays_connected(_client: discord.Client) -> None:
    """In the place of connecting: the world has done that already."""
    await asyncio.Event().wait()


def adapter_on_discord() -> DiscordAdapter:
    return DiscordAdapter("not.a.token", library=LIBRARY, gate=Gate(Pace()), connect=stays_connected)


class DiscordBooth:
    """simcord, with nonces: see the world."""

    person = Address("discord", str(AINO), private=True)
    other = Address("discord", str(VEIKKO), private=True)

    async def ready(self) -> None:
        self.world = World()
        self.adapter = adapter_on_discord()
        self.world.is_now(datetime.now(UTC))
        await self.world.connects(self.adapter)
        people = [self.world.add_person("Aino", AINO), self.world.add_person("Veikko", VEIKKO)]
        self.guild = self.world.env.create_guild()
        self.text = self.guild.create_text_channel("torstain-piiri")
        self.role = str(self.guild.create_role("Torstai", mentionable=True).id)
        self.aino, self.veikko = (self.guild.add_member(person) for person in people)
        self.channel = Address("discord", f"{self.guild.id}/{self.text.id}", private=False)
        self.nowhere = Address("discord", f"{self.guild.id}/{self.text.id + 1}", private=False)

    async def closed(self) -> None:
        await self.adapter.close()
        await self.world.closed()

    def restarted(self) -> DiscordAdapter:
        """Anew, over the connection that is there: what it knew is gone."""
        before = self.adapter
        self.adapter = adapter_on_discord()
        self.adapter.client = before.client
        before.client._ears = self.adapter
        return self.adapter

    @asynccontextmanager
    async def fails(self) -> AsyncIterator[None]:
        self.world.broken = True
        yield
        self.world.broken = False

    async def stands(self, at: Address) -> Sequence[Stood]:
        channel = self.world.backend.get_dm_channel(int(at.id)).id if at.private else int(at.id.partition("/")[2])
        return [self._stood(message) for message in self.world.messages() if message.channel_id == channel]

    def _stood(self, message: Message) -> Stood:
        hung = self.world.backend.channels.get(message.id)  # a thread has the id of the message that it hangs on
        everyone = ("everyone",) if message.mention_everyone else ()
        return Stood(
            reads(message.content).removeprefix(f"<@&{self.role}>\n"),
            tuple((label, data.partition("|")[0]) for data, label in custom_ids(message)),
            self.world.files(message),
            tuple(datetime.fromtimestamp(int(at), UTC) for at in re.findall(r"(?<!\\)<t:(\d+):\w>", message.content)),
            (*everyone, *(str(id_) for id_ in (*message.ping_user_ids, *message.ping_role_ids))),
            hung.name or "" if hung else "",
        )

    async def events(self) -> Sequence[Happening]:
        return [
            Happening(
                event.name,
                datetime.fromisoformat(event.scheduled_start_time),
                datetime.fromisoformat(event.scheduled_end_time or ""),
                (event.entity_metadata or {}).get("location", ""),
            )
            for event in self.world.backend.guilds[self.guild.id].scheduled_events.values()
        ]

    def long_after(self) -> None:
        """Past the minutes for which Discord knows a nonce."""
        self.world.marks.clear()

    async def press(self, at: Address, data: str, label: str) -> None:
        person: Any = self.aino.user if at.private else self.aino
        having = [message for message in self.world.messages() if label in {each for _, each in custom_ids(message)}]
        named = next(each for each, said in custom_ids(having[-1]) if said == label)
        assert named.partition("|")[0] == data
        await person.click(self.world.shown(having[-1]), custom_id=named)


_MARKUP = (
    (r" \([^()]*<t:\d+:\w>[^()]*\)", ""),
    (r"(?m)^(?:>>> |> |#{1,3} |-# )", ""),
    (r"(?m)^(\s*)- ", r"\1• "),
    *((rf"(?s){mark}(.+?){mark}", r"\1") for mark in ("```", r"\*\*", "__", "~~", r"\|\|", r"\*", r"\b_", "`")),
)
"""What Discord takes for more than text, and what people see of it; times of their own are told apart elsewhere."""

_MASKED = re.compile(r"(?<!\\)\[([^\]\n]+)\]\(\S+\)")
_LINK = re.compile(r"https?://[^\s<]+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def reads(content: str) -> str:
    """A message as people read it: what stands behind a backslash or in a link is itself, all else does what it does."""
    said = _LINK.sub(lambda found: _PUNCTUATION.sub(_itself, found[0]), _MASKED.sub(r"\1", content))
    said = _ESCAPED.sub(lambda found: _itself(_PUNCTUATION.match(found[1])), said)
    for pattern, seen in _MARKUP:
        said = re.sub(pattern, seen, said)
    return re.sub("[\ue021-\ue07e]", lambda found: chr(ord(found[0]) - 0xE000), said).replace("\u200b", "")


def _itself(found: re.Match[str] | None) -> str:
    """A character that no markup can be made of."""
    return chr(0xE000 + ord(found[0])) if found else ""
