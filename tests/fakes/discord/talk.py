"""What people do: commands, presses, choices, forms, and what they write."""

import asyncio
import contextlib
import secrets
from typing import Any

from tests.fakes.discord import asking, posting, shapes
from tests.fakes.discord.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, SUBMIT, Answered, Interaction, Modal
from tests.fakes.discord.making import Making, Where
from tests.fakes.discord.permissions import COMMANDS, IN_THREADS, SEND, permissions, sees
from tests.fakes.discord.posting import Draft
from tests.fakes.discord.rules import FILE_BYTES
from tests.fakes.discord.world import Channel, Message, Person

PATIENCE = 2.0


class Talk(Making):
    """People who act, and what each of them sees.

    What a person asks of the bot is awaited: it ends when the bot has answered, or has acknowledged and shown nothing
    more for `patience` seconds, or has let three seconds pass. What no person could do raises `LookupError` or
    `ValueError`.
    """

    async def invokes(
        self,
        person: Person | int,
        command: str,
        channel: Where | None = None,
        options: dict[str, Any] | None = None,
        *,
        patience: float = PATIENCE,
    ) -> Answered:
        """A person gives a command, such as `piiri group setup`; without a channel, to the bot in private."""
        person, place = self._stands(person, channel)
        resolved: dict[str, Any] = {}
        top, steps, here = asking.picked(self.world.commands, command, person)
        self._offered(person, place, top)
        given = asking.answered(here, options or {}, person, place.guild, resolved)
        data = self._command(top, asking.nested(steps, given), resolved)
        words = " ".join([top["name"], *(each["name"] for each in steps)])
        return await self._asks(COMMAND, person, place, data, patience, command=words)

    async def completes(
        self,
        person: Person | int,
        command: str,
        option: str,
        text: str = "",
        channel: Where | None = None,
        options: dict[str, Any] | None = None,
    ) -> Answered:
        """A person writes in an option that completes itself; the answer's `choices` are what the bot offers."""
        person, place = self._stands(person, channel)
        top, steps, here = asking.picked(self.world.commands, command, person)
        self._offered(person, place, top)
        field = asking.named(here["options"], option, person.locale, "option")
        if not field.get("autocomplete"):
            raise LookupError(f"the option {option!r} does not complete itself")
        given = asking.answered(here, {**(options or {}), option: text}, person, place.guild, {}, focused=option)
        data = self._command(top, asking.nested(steps, given), {})
        return await self._asks(AUTOCOMPLETE, person, place, data, 0.0)

    async def presses(
        self,
        person: Person | int,
        message: Message | Answered | int,
        button: str,
        channel: Where | None = None,
        *,
        patience: float = PATIENCE,
    ) -> Answered:
        """A person presses a button, by its label or its custom id, of a message that they can see."""
        person, seen = self._sees(person, message, channel, button)
        found = seen.button(button)
        if found.custom_id is None:
            raise ValueError(f"{button!r} is a link: {found.url}")
        if found.disabled:
            raise ValueError(f"{button!r} is disabled")
        data = {"component_type": 2, "custom_id": found.custom_id, "id": 1}
        return await self._asks(COMPONENT, person, seen.channel, data, patience, source=seen)

    async def chooses(
        self,
        person: Person | int,
        message: Message | Answered | int,
        select: str,
        *values: Any,
        channel: Where | None = None,
        patience: float = PATIENCE,
    ) -> Answered:
        """A person takes values (by label, value or whoever is meant) in a select, by its custom id or placeholder."""
        person, seen = self._sees(person, message, channel, select)
        for each in seen.selects:
            if select in {each["custom_id"], each.get("placeholder")}:
                resolved: dict[str, Any] = {}
                taken = asking.chosen(each, values, seen.channel.guild, resolved)
                data = {"component_type": each["type"], "custom_id": each["custom_id"], "values": taken, "id": 1}
                if resolved:
                    data["resolved"] = resolved
                return await self._asks(COMPONENT, person, seen.channel, data, patience, source=seen)
        raise LookupError(f"no select {select!r}; there are {[each['custom_id'] for each in seen.selects]}")

    async def submits(
        self, answered: Answered, values: dict[str, Any] | None = None, *, patience: float = PATIENCE
    ) -> Answered:
        """Who was shown a form sends it, with `values` by each field's label or custom id."""
        asked, modal = answered.interaction, answered.modal
        if modal is None or asked is None:
            raise LookupError(f"no form was shown, but {answered.kind}")
        return await self.submits_form(asked.person, modal, values, asked, patience=patience)

    async def submits_form(
        self,
        person: Person,
        modal: Modal,
        values: dict[str, Any] | None,
        asked: Interaction,
        *,
        patience: float = PATIENCE,
    ) -> Answered:
        """The same for a form that one has in one's hands."""
        resolved: dict[str, Any] = {}
        filled = asking.filled(modal, values or {}, asked.guild, resolved)
        data: dict[str, Any] = {"custom_id": modal.custom_id, "components": filled}
        if resolved:
            data["resolved"] = resolved
        return await self._asks(SUBMIT, person, asked.channel, data, patience, source=asked.source)

    def writes(self, person: Person | int, text: str, channel: Where | None = None) -> Message:
        """A person writes; without a channel, to the bot in private."""
        person, place = self._stands(person, channel)
        if place.guild is not None:
            need = IN_THREADS if place.is_thread else SEND
            if not permissions(place.guild, person.id, place) & need:
                raise ValueError(f"{person.name} may not write there")
        return posting.post(self, place, person, Draft(content=text))

    def sees(self, person: Person | int, channel: Where | None = None) -> list[Message]:
        """What stands in a channel as a person sees it, oldest first; nothing where they cannot look."""
        person = self.person_of(person)
        place = self.dm(person) if channel is None else self.channel_of(channel)
        if not sees(place, person.id):
            return []
        return [each for each in place.messages.values() if each.seen_by in {None, person}]

    def last(self, person: Person | int, channel: Where | None = None) -> Message:
        """The newest of what a person sees; raises `LookupError` where there is nothing."""
        seen = self.sees(person, channel)
        if not seen:
            raise LookupError("nothing stands there")
        return seen[-1]

    def _stands(self, who: Person | int, channel: Where | None) -> tuple[Person, Channel]:
        """A person and where they are about to do something; the app lets nobody in elsewhere."""
        person = self.person_of(who)
        place = self.dm(person) if channel is None else self.channel_of(channel)
        if not sees(place, person.id):
            raise LookupError(f"{person.name} does not see that channel")
        return person, place

    def _offered(self, person: Person, place: Channel, command: dict[str, Any]) -> None:
        may = permissions(place.guild, person.id, place) if place.guild is not None else -1
        if not may & COMMANDS:
            raise LookupError(f"{person.name} may not use commands there")
        asking.allowed_here(command, place, may)
        if place.guild is not None and self.bot.id not in place.guild.members:
            raise LookupError("the bot is not there, and so are none of its commands")

    def _sees(
        self, who: Person | int, message: Message | Answered | int, channel: Where | None, custom: str
    ) -> tuple[Person, Message]:
        person = self.person_of(who)
        found = message.holding(custom) if isinstance(message, Answered) else message
        seen = self.message_of(found, channel)
        if seen.deleted:
            raise LookupError("that message is gone")
        if seen.seen_by not in {None, person} or not sees(seen.channel, person.id):
            raise LookupError(f"{person.name} does not see that message")
        return person, seen

    def _command(self, top: dict[str, Any], options: list[Any], resolved: dict[str, Any]) -> dict[str, Any]:
        data: dict[str, Any] = {"id": top["id"], "name": top["name"], "type": 1}
        return data | ({"options": options} if options else {}) | ({"resolved": resolved} if resolved else {})

    async def _asks(
        self,
        kind: int,
        person: Person,
        place: Channel,
        data: dict[str, Any],
        patience: float,
        *,
        source: Message | None = None,
        command: str | None = None,
    ) -> Answered:
        number = self.clock.snowflake()
        token = secrets.token_urlsafe(24)
        asked = Interaction(number, token, kind, person, place, place.guild, self.clock.now(), source, command)
        self.interactions[number] = self.by_token[token] = asked
        self.ledger.interactions += 1
        # What was done where the bot is no more reaches nobody.
        if place.guild is None or self.bot.id in place.guild.members:
            self.hub.tell("INTERACTION_CREATE", self._interaction(asked, data))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self.ack_seconds):
                await asked.acknowledged.wait()
        if asked.answered.kind == "deferred":
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(patience):
                    await asked.shown.wait()
        return asked.answered

    def _interaction(self, asked: Interaction, data: dict[str, Any]) -> dict[str, Any]:
        person, place, guild = asked.person, asked.channel, asked.guild
        told: dict[str, Any] = {
            "id": str(asked.id),
            "application_id": str(self.application_id),
            "type": asked.kind,
            "token": asked.token,
            "version": 1,
            "data": data,
            "channel": shapes.partial_channel(place, person.id),
            "channel_id": str(place.id),
            "locale": person.locale,
            "entitlements": [],
            "entitlement_sku_ids": [],
            "attachment_size_limit": FILE_BYTES,
        }
        if guild is not None:
            member = shapes.member(guild.members[person.id])
            told |= {
                "guild_id": str(guild.id),
                "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
                "guild_locale": guild.locale,
                "member": member | {"permissions": str(permissions(guild, person.id, place))},
                "app_permissions": str(permissions(guild, self.bot.id, place)),
                "authorizing_integration_owners": {"0": str(guild.id)},
                "context": 0,
            }
        else:
            told |= {
                "user": shapes.user(person),
                # As Discord: what a bot may do in private messages.
                "app_permissions": "442368",
                "authorizing_integration_owners": {"0": "0"},
                "context": 1,
            }
        if asked.source is not None:
            told["message"] = posting.shape(self, asked.source)
        return told
