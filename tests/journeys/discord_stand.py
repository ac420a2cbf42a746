"""Discord as people see it: they act on simcord, and the adapter speaks to it over the real library."""

import asyncio
import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import discord
from simcord import InteractionResult, MemberActor, SetupError, UserHandle
from simcord.backend.models import Message

from bot.adapters.discord import commands
from bot.adapters.discord.read import EMPTY
from bot.app import Ground, Piiri
from bot.content.library import Library
from bot.core.incoming import Act, Command, Filled, Press, Wrote
from bot.core.outgoing import WrittenFile, say
from bot.core.platform import Adapter
from tests.contract.discord_booth import adapter_on_discord, reads
from tests.contract.discord_world import LOCALES, World, custom_ids
from tests.journeys.people import Asked, Shown, Who, own_side

LIBRARY = Library()
LOADING = 1 << 7
ROLE, ROLE_SELECT = 8, 6


@dataclass
class DiscordStand:
    """One server with all channels. What somebody alone sees there is on their own side, as what is written to them is."""

    title: str = ""
    name: str = "discord"
    world: World = field(default_factory=World)
    server: int = 0
    channels: dict[str, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    stood: dict[int, str] = field(default_factory=dict)
    """What of ours has been seen, as it read then."""
    forms: dict[str, InteractionResult] = field(default_factory=dict)
    """The form that each person has open."""

    # Up and down

    async def ready(self) -> None:
        self.adapter = adapter_on_discord()
        await self.world.connects(self.adapter)
        if not self.server:
            server = self.world.env.create_guild("Kulttuuriväki")
            self.server = server.id
            server.create_role("Koollekutsujat", permissions=discord.Permissions(manage_channels=True))

    def address(self, channel: str) -> str:
        return f"{self.server}/{self.channels[channel]}"

    def adapters(self, ground: Ground) -> Sequence[Adapter]:
        return [self.adapter]

    async def opened(self, piiri: Piiri) -> None:
        self.clock = piiri.house.clock
        self.world.is_now(self.clock.now())
        while not self.adapter._registered:
            await asyncio.sleep(0)

    async def down(self) -> None:
        """The bot is no longer there."""

    async def closed(self) -> None:
        await self.world.closed()

    # Places and people

    async def add_channel(self, channel: str) -> None:
        self.channels[channel] = self.world.guild(self.server).create_text_channel(self.title or channel).id

    def add_thread(self, name: str, channel: str) -> None:
        """A thread that somebody has opened in a channel."""
        thread = self.world.backend.create_thread(self.channels[channel], name, next(iter(self.names)))
        self.channels[name] = thread.id

    def add_role(self, name: str) -> str:
        """A role of the server's that anybody may mention; its id."""
        return str(self.world.guild(self.server).create_role(name, mentionable=True).id)

    async def add_person(self, who: Who) -> None:
        server = self.world.guild(self.server)
        roles = [server.roles["Koollekutsujat"]] if who.may_convene else []
        self.names[int(who.handle)] = who.name
        server.add_member(self.world.add_person(who.name, int(who.handle), who.language), roles=roles)

    def member(self, who: Who) -> MemberActor:
        return self.world.member(self.server, int(who.handle))

    def person(self, who: Who) -> UserHandle:
        return self.world.person(int(who.handle))

    # What people do

    async def act(self, who: Who, act: Act, channel: str | None, label: str) -> list[Shown]:
        self.world.is_now(self.clock.now())
        member = self.member(who)
        done: InteractionResult | None = None
        match act:
            case Press(data):
                done = await self._pressed(member, channel, data)
            case Command(word, _, options):
                done = await self._commanded(member, channel, word, options)
            case Filled(_, _, values):
                done = await self._filled(member, who.handle, values)
            case Wrote(text) if channel:
                await member.send(self.world.channel(self.channels[channel]), text)
            case Wrote(text):
                await member.send_dm(text)
        if done is None or done.modal is None:
            return []
        self.forms[who.handle] = done
        return [_form_shown(own_side(who.name), done.modal)]

    async def types(self, who: Who, word: str, option: str, text: str, channel: str | None) -> dict[str, str]:
        """What somebody is offered who types this into a command's option: values by what they read."""
        self.world.is_now(self.clock.now())
        person, at = (
            (self.member(who), [self.world.channel(self.channels[channel])]) if channel else (self.person(who), [])
        )
        offers = await person.autocomplete(*at, self.path(word), option, text)
        return {offer["name"]: offer["value"] for offer in offers}

    async def _pressed(self, member: MemberActor, channel: str | None, data: str) -> InteractionResult:
        """A press of what this person sees there; of a button that is gone, as an old app may still send it."""
        seen = [message for message in self.world.messages() if self._sees(member.id, message, channel)]
        having = [message for message in seen if data in {each.partition("|")[0] for each, _ in custom_ids(message)}]
        message = (having or seen or self.world.messages())[-1]
        in_private = self.world.backend.channels[message.channel_id].guild_id is None
        return await self.world.presses(member.user if in_private else member, message, data)

    def _sees(self, person: int, message: Message, channel: str | None) -> bool:
        if channel:
            return message.channel_id == self.channels[channel] and not message.is_ephemeral
        return self._alone(message) == person

    async def _commanded(
        self, member: MemberActor, channel: str | None, word: str, options: Mapping[str, str]
    ) -> InteractionResult:
        person, at = (member, [self.world.channel(self.channels[channel])]) if channel else (member.user, [])
        path = self.path(word)
        leaf = self._leaf(path)
        given = dict(self._option(leaf, person, said, value) for said, value in options.items())
        return await person.slash(*at, path, **given)

    def path(self, word: str) -> str:
        """Where a command is, in the words that it is registered by."""
        use = LIBRARY.command(word)
        return commands.path(use, LIBRARY.text(say(f"command-{use}"), "en"), LIBRARY)

    def _leaf(self, path: str) -> dict[str, Any]:
        root, *within = path.split()
        found = self.world.backend.commands[None][root, 1]
        for word in within:
            found = next(each for each in found["options"] if each["name"] == word)
        return found

    def _option(self, leaf: dict[str, Any], person: MemberActor | UserHandle, said: str, value: str) -> tuple[str, Any]:
        """An option by what people read of it, and what they choose there or type."""
        locale = LOCALES[self.world.backend.languages[person.id]]
        for option in leaf.get("options", ()):
            about = option["description_localizations"].get(locale, option["description"])
            if said == option["name"] or about.startswith(said):
                choices = option.get("choices", ())
                if option["type"] == ROLE:
                    return option["name"], self.world.guild(self.server).roles[value]
                chosen = (
                    c["value"] for c in choices if value in {c["value"], c["name_localizations"].get(locale, c["name"])}
                )
                return option["name"], next(chosen) if choices else value
        raise SetupError(f"{leaf['name']} has no option “{said}”")

    async def _filled(self, member: MemberActor, handle: str, values: Mapping[str, str]) -> InteractionResult:
        shown = self.forms.pop(handle)
        guild = self.world.backend.channels[shown._interaction.channel_id].guild_id
        typed = {
            label["component"]["custom_id"]: self._typed(label["component"], values)
            for label in _labels(shown.modal or {})
        }
        person: Any = member if guild else member.user
        return await person.submit_modal(shown, typed)

    def _typed(self, field: Mapping[str, Any], values: Mapping[str, str]) -> Any:
        """What goes into a field of a form: text, or what is chosen of its options or of the server's roles."""
        value = values.get(field["custom_id"], "")
        if field["type"] == ROLE_SELECT:
            roles = self.world.guild(self.server).roles.values()
            return [role for role in roles if value in {role.name, str(role.id)}]
        if "options" in field:
            return [each["value"] for each in field["options"] if each["value"] == (value or EMPTY)]
        return value

    # What has come

    async def arrived(self) -> list[Shown]:
        new, changed = [], []
        for message in self.world.messages():
            reads_now = f"{message.content}\n{message.components}"
            if message.flags & LOADING and not message.content:
                continue
            if message.id not in self.stood:
                new.append(message)
            elif self.stood[message.id] != reads_now and self._alone(message):
                changed.append(message)  # in a channel a post that changes in its place is no news
            self.stood[message.id] = reads_now
        together: dict[Any, list[Message]] = {}
        for message in new:
            together.setdefault(self._said_with(message), []).append(message)
        return [self._shown(parts) for parts in (*together.values(), *([each] for each in changed))]

    def _said_with(self, message: Message) -> Any:
        """What the parts of one message have in common."""
        if message.interaction_metadata:
            return message.interaction_metadata["id"]
        return message.channel_id, self.world.marks.get(message.id, str(message.id)).rpartition(":")[0] or message.id

    def _shown(self, parts: list[Message]) -> Shown:
        buttons = [(label, data.partition("|")[0]) for part in parts for data, label in custom_ids(part)]
        files = [WrittenFile(name, "", body) for part in parts for name, body in self.world.files(part)]
        text = "\n".join(self._read(part.content) for part in parts)
        return Shown(self._place(parts[0]), text, tuple(buttons), tuple(files))

    def _read(self, content: str) -> str:
        """As journeys write it: there a command is one word behind a slash."""
        text = reads(content)
        for language in LIBRARY.languages():
            text = text.replace(f"/piiri {LIBRARY.text(say('branch-group'), language)} ", "/")
        return text.replace("/piiri ", "/")

    def _alone(self, message: Message) -> int | None:
        """Who alone sees a message, if it is not for all."""
        if message.is_ephemeral:
            return int((message.interaction_metadata or {})["user"]["id"])
        there = self.world.backend.channels[message.channel_id]
        return there.recipient_ids[0] if there.guild_id is None else None

    def _place(self, message: Message) -> str:
        alone = self._alone(message)
        if alone is not None:
            return own_side(self.names[alone])
        return next(name for name, id_ in self.channels.items() if id_ == message.channel_id)

    # From one journey to another

    def kept(self) -> Any:
        return copy.deepcopy((self.world.backend, self.world.marks, self.server, self.channels, self.names, self.stood))

    def restore(self, kept: Any) -> None:
        backend, marks, self.server, self.channels, self.names, self.stood = copy.deepcopy(kept)
        self.world = World(backend, marks)


def _labels(modal: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [each for each in modal.get("components", ()) if "component" in each]


def _fields(modal: Mapping[str, Any]) -> list[Asked]:
    return [_asked(label) for label in _labels(modal)]


def _asked(label: Mapping[str, Any]) -> Asked:
    field = label["component"]
    options = tuple((_open(each["value"]), each["label"]) for each in field.get("options", ()))
    chosen = next((_open(each["value"]) for each in field.get("options", ()) if each.get("default")), "")
    entities = [str(each["id"]) for each in field.get("default_values", ())]
    return Asked(
        field["custom_id"],
        label["label"],
        field.get("value") or chosen or "".join(entities),
        options,
        label.get("description") or "",
    )


def _open(value: str) -> str:
    return "" if value == EMPTY else value


def _form_shown(place: str, modal: Mapping[str, Any]) -> Shown:
    fields = tuple(_fields(modal))
    beside = [reads(each["content"]) for each in modal["components"] if each.get("content")]
    lines = [modal["title"], *beside]
    for each in fields:
        lines += [each.label, each.value, each.problem]
    name, _, about = str(modal["custom_id"]).partition(":")
    return Shown(place, "\n".join(filter(None, lines)), form=(name, about), fields=fields)
