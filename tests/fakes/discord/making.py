"""The world is made and changed: guilds, channels, threads, roles, and who is where."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tests.fakes.discord import posting, shapes
from tests.fakes.discord.permissions import BOT, EVERYONE, VIEW, bits, permissions, sees
from tests.fakes.discord.posting import tell_channel
from tests.fakes.discord.state import State
from tests.fakes.discord.world import Channel, Guild, Member, Message, Person, Role

Names = int | str | Iterable[str]
KINDS = {"text": 0, "voice": 2, "category": 4, "announcement": 5}
Where = Channel | Person | int


class Making(State):
    """What stands in the world. Whoever or whatever is meant is given by itself or by its id."""

    def person(
        self, name: str = "Aino", *, locale: str = "fi", dms: bool = True, person_id: int | None = None
    ) -> Person:
        """Somebody with an account; `dms` tells whether the bot's private messages are let in."""
        made = Person(person_id or self.clock.snowflake(), name, locale, dms)
        self.world.persons[made.id] = made
        return made

    def guild(
        self,
        name: str = "Talo",
        *,
        members: Iterable[Person | int] = (),
        owner: Person | int | None = None,
        locale: str = "fi",
        bot: bool = True,
        permissions: Names = BOT,
        everyone: Names = EVERYONE,
        guild_id: int | None = None,
    ) -> Guild:
        """A guild with people in it and, unless `bot` says otherwise, the bot with these permissions.

        Without an owner, somebody who does nothing else owns it.
        """
        holder = self.person_of(owner) if owner is not None else self.person("Omistaja")
        made = Guild(guild_id or self.clock.snowflake(), name, holder.id, locale)
        made.roles[made.id] = Role(made.id, "@everyone", bits(everyone), 0)
        self.world.guilds[made.id] = made
        for each in dict.fromkeys([holder, *map(self.person_of, members)]):
            made.members[each.id] = Member(each, set(), self.clock.at())
        if bot:
            self.adds_bot(made, permissions)
        return made

    def adds_bot(self, guild: Guild | int, permissions: Names = BOT) -> None:
        """The bot is brought into a guild, with a role of its own."""
        guild = self.guild_of(guild)
        role = Role(self.clock.snowflake(), self.bot.name, bits(permissions), len(guild.roles), managed=True)
        guild.roles[role.id] = role
        guild.members[self.bot.id] = Member(self.bot, {role.id}, self.clock.at())
        self.hub.shows(guild, back=False)

    def removes_bot(self, guild: Guild | int) -> None:
        """The bot is thrown out of a guild."""
        guild = self.guild_of(guild)
        mine = guild.members.pop(self.bot.id)
        for role_id in mine.roles:
            if guild.roles[role_id].managed:
                del guild.roles[role_id]
        self.hub.tell("GUILD_DELETE", {"id": str(guild.id)})

    def outage(self, guild: Guild | int) -> None:
        """A guild cannot be reached for a while: the gateway says so, and what is asked of it goes on as before."""
        self.hub.tell("GUILD_DELETE", {"id": str(self.guild_of(guild).id), "unavailable": True})

    def recovers(self, guild: Guild | int) -> None:
        """A guild can be reached again."""
        self.hub.shows(self.guild_of(guild), back=True)

    def joins(self, person: Person | int, guild: Guild | int) -> None:
        """A person comes into a guild."""
        person, guild = self.person_of(person), self.guild_of(guild)
        guild.members[person.id] = member = Member(person, set(), self.clock.at())
        if self.bot.id in guild.members:
            self.hub.tell("GUILD_MEMBER_ADD", shapes.member(member) | {"guild_id": str(guild.id)})

    def leaves(self, person: Person | int, guild: Guild | int) -> None:
        """A person goes out of a guild, or is sent."""
        person, guild = self.person_of(person), self.guild_of(guild)
        del guild.members[person.id]
        if self.bot.id in guild.members:
            self.hub.tell("GUILD_MEMBER_REMOVE", {"guild_id": str(guild.id), "user": shapes.user(person)})

    def role(self, guild: Guild | int, name: str, permissions: Names = 0) -> Role:
        """A role of a guild."""
        guild = self.guild_of(guild)
        made = Role(self.clock.snowflake(), name, bits(permissions), len(guild.roles))
        guild.roles[made.id] = made
        self._role_told("GUILD_ROLE_CREATE", guild, made)
        return made

    def permits(self, guild: Guild | int, role: Role | int, permissions: Names) -> None:
        """A role permits this from now on, and nothing else; @everyone has the guild's own id."""
        guild = self.guild_of(guild)
        changed = self.role_of(guild, role)
        changed.permissions = bits(permissions)
        self._role_told("GUILD_ROLE_UPDATE", guild, changed)

    def permits_bot(self, guild: Guild | int, permissions: Names) -> None:
        """The bot's own role permits this from now on, and nothing else."""
        guild = self.guild_of(guild)
        own = next(each for each in guild.members[self.bot.id].roles if guild.roles[each].managed)
        self.permits(guild, own, permissions)

    def _role_told(self, event: str, guild: Guild, role: Role) -> None:
        if self.bot.id in guild.members:
            self.hub.tell(event, {"guild_id": str(guild.id), "role": shapes.role(role)})

    def gives_role(self, person: Person | int, guild: Guild | int, role: Role | int) -> None:
        """A person, or the bot, has one more role."""
        guild = self.guild_of(guild)
        self._member_changes(guild, person).roles.add(self.role_of(guild, role).id)
        self._member_told(guild, person)

    def takes_role(self, person: Person | int, guild: Guild | int, role: Role | int) -> None:
        """A person, or the bot, has a role no more."""
        guild = self.guild_of(guild)
        self._member_changes(guild, person).roles.discard(self.role_of(guild, role).id)
        self._member_told(guild, person)

    def _member_changes(self, guild: Guild, person: Person | int) -> Member:
        return guild.members[self.person_of(person).id]

    def _member_told(self, guild: Guild, person: Person | int) -> None:
        member = self._member_changes(guild, person)
        if self.bot.id in guild.members:
            told = shapes.member(member) | {"guild_id": str(guild.id)}
            self.hub.tell("GUILD_MEMBER_UPDATE", told, always=member.person is self.bot)

    def channel(
        self,
        guild: Guild | int,
        name: str = "piiri",
        *,
        kind: str = "text",
        private_to: Iterable[Person | Role | int] | None = None,
        topic: str | None = None,
        channel_id: int | None = None,
    ) -> Channel:
        """A channel of a kind (text, voice, category, announcement); with `private_to`, for these alone."""
        guild = self.guild_of(guild)
        made = Channel(channel_id or self.clock.snowflake(), KINDS[kind], name, guild, topic=topic)
        made.position = len(guild.channels)
        if private_to is not None:
            made.overwrites[guild.id] = (0, VIEW)
            for each in private_to:
                made.overwrites[int(getattr(each, "id", each))] = (VIEW, 0)
        guild.channels[made.id] = self.world.channels[made.id] = made
        tell_channel(self, "CHANNEL_CREATE", made)
        return made

    def thread(
        self,
        channel: Channel | int,
        name: str = "ketju",
        *,
        owner: Person | int | None = None,
        private: bool = False,
        members: Iterable[Person | int] = (),
        thread_id: int | None = None,
    ) -> Channel:
        """A thread that a person opens (without `owner`, the guild's owner)."""
        parent = self.channel_of(channel)
        assert parent.guild
        holder = self.person_of(parent.guild.owner_id if owner is None else owner)
        kind = Channel.PRIVATE_THREAD if private else Channel.PUBLIC_THREAD
        brought = [self.person_of(each) for each in members]
        return self.opens_thread(parent, name, kind, holder, thread_id or self.clock.snowflake(), brought)

    def opens_thread(
        self, parent: Channel, name: str, kind: int, owner: Person, thread_id: int, brought: Iterable[Person] = ()
    ) -> Channel:
        """A thread begins; who opens it is in it, and whom they bring."""
        now = self.clock.at()
        made = Channel(thread_id, kind, name, parent.guild, parent, owner_id=owner.id, archived_at=now)
        made.members = {each.id: now for each in [owner, *brought]}
        assert parent.guild
        parent.guild.threads[made.id] = self.world.channels[made.id] = made
        tell_channel(self, "THREAD_CREATE", made)
        return made

    def archives(self, thread: Channel | int, *, locked: bool = False) -> None:
        """A thread is put away; `locked`, so that only who manages threads opens it again."""
        self._thread_turns(thread, archived=True, locked=locked)

    def unarchives(self, thread: Channel | int) -> None:
        """A thread is opened again."""
        self._thread_turns(thread, archived=False, locked=False)

    def locks(self, thread: Channel | int) -> None:
        """A thread stands open, and only who manages threads writes in it."""
        self._thread_turns(thread, archived=False, locked=True)

    def _thread_turns(self, which: Channel | int, *, archived: bool, locked: bool) -> None:
        thread = self.channel_of(which)
        thread.archived, thread.locked, thread.archived_at = archived, locked, self.clock.at()
        tell_channel(self, "THREAD_UPDATE", thread)

    def overwrites(
        self, channel: Channel | int, who: Person | Role | Guild | int, *, allow: Names = 0, deny: Names = 0
    ) -> None:
        """A channel allows or denies this to a person, a role, the bot, or everyone (the guild itself)."""
        place = self.channel_of(channel)
        saw = sees(place, self.bot.id)
        place.overwrites[int(getattr(who, "id", who))] = (bits(allow), bits(deny))
        if saw or sees(place, self.bot.id):
            tell_channel(self, "CHANNEL_UPDATE", place)

    def renames(self, channel: Channel | int, name: str | None = None, *, topic: str | None = None) -> None:
        """A channel or a thread is called otherwise, or has another topic."""
        place = self.channel_of(channel)
        place.name, place.topic = name or place.name, topic if topic is not None else place.topic
        tell_channel(self, "THREAD_UPDATE" if place.is_thread else "CHANNEL_UPDATE", place)

    def deletes_channel(self, channel: Channel | int) -> None:
        """A channel or a thread is gone, with the threads in it and all that stood there."""
        place = self.channel_of(channel)
        guild = place.guild
        assert guild
        for thread in [each for each in guild.threads.values() if each.parent is place]:
            self.deletes_channel(thread)
        tell_channel(self, "THREAD_DELETE" if place.is_thread else "CHANNEL_DELETE", place)
        place.deleted = True
        (guild.threads if place.is_thread else guild.channels).pop(place.id)
        del self.world.channels[place.id]

    def closes_dms(self, person: Person | int) -> None:
        """A person lets the bot's private messages in no more."""
        self.person_of(person).dms = False

    def opens_dms(self, person: Person | int) -> None:
        """A person lets the bot's private messages in again."""
        self.person_of(person).dms = True

    def speaks(self, person: Person | int, locale: str) -> None:
        """A person's app is in another language from now on."""
        self.person_of(person).locale = locale

    def deletes_message(self, message: Message | int, channel: Where | None = None) -> None:
        """Somebody takes a message away."""
        posting.remove(self, self.message_of(message, channel))

    def may(self, person: Person | int, channel: Channel | int) -> int:
        """What a person may do in a channel, as a number."""
        place = self.channel_of(channel)
        return permissions(place.guild, self.person_of(person).id, place) if place.guild else -1

    def passes(self, seconds: float) -> datetime:
        """So much time passes at once; returns what time it is then."""
        self.clock.ahead += seconds
        return self.clock.at()

    def events(self, guild: Guild | int) -> list[Any]:
        """A guild's scheduled events."""
        return list(self.guild_of(guild).events.values())
