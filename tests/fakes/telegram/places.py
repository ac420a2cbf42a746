"""Who is where: persons and groups as a test sets them up, and how they come, go and change."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from tests.fakes.telegram import shapes
from tests.fakes.telegram.talk import Talk
from tests.fakes.telegram.world import GENERAL, Group, Person, Standing, Topic


class Places(Talk):
    """People as they make groups, let the bot in and send it away."""

    def person(
        self,
        first_name: str,
        *,
        language_code: str | None = "fi",
        username: str | None = None,
        opened: bool = False,
        person_id: int | None = None,
    ) -> Person:
        """Somebody; `opened` when a private chat with the bot is open already."""
        person = Person(person_id or next(self.world.person_ids), first_name, language_code, username, opened)
        self.world.persons[person.id] = person
        return person

    def group(
        self,
        title: str,
        members: Iterable[Person],
        *,
        kind: str = "supergroup",
        bot: str = "left",
        group_id: int | None = None,
    ) -> Group:
        """A "group", "supergroup" or "forum" that its first member made; nobody is told.

        `bot` is how the bot stands in it. An administrator may pin and see to topics.
        """
        people = list(members)
        forum, kind = kind == "forum", "supergroup" if kind == "forum" else kind
        number = group_id or self.world.group_id(kind)
        group = Group(number, title, kind, people[0].id, {each.id for each in people}, forum)
        leads = bot == "administrator"
        group.bot = Standing(bot, can_pin_messages=leads, can_manage_topics=leads and forum)
        self.world.groups[group.id] = group
        return group

    def topic(self, chat: Group | int, name: str, person: Person | None = None) -> int:
        """A topic in a forum, from before the bot came; returns its id."""
        group = self.group_of(chat)
        if not group.forum:
            raise ValueError("only a forum has topics")
        topic = Topic(self.world.message_id(group.id), name, person.id if person else group.creator)
        group.topics[topic.id] = topic
        return topic.id

    def opens_topic(self, chat: Group | int, name: str, person: Person | None = None) -> int:
        """Somebody opens a topic, and the bot is told; returns its id."""
        group = self.group_of(chat)
        thread = self.topic(group, name, person)
        fields = {"forum_topic_created": {"name": name, "icon_color": shapes.ICON}}
        self._serves(group, self._creator(group, person), fields, thread, message_id=thread)
        return thread

    def closes_topic(self, chat: Group | int, thread: int | None, person: Person | None = None) -> None:
        """Somebody closes a topic; None is the General one."""
        self._turns_topic(self.group_of(chat), thread, person, closed=True)

    def reopens_topic(self, chat: Group | int, thread: int | None, person: Person | None = None) -> None:
        """Somebody opens a closed topic again."""
        self._turns_topic(self.group_of(chat), thread, person, closed=False)

    def deletes_topic(self, chat: Group | int, thread: int) -> None:
        """Somebody deletes a topic with all that stood in it; Telegram tells no bot of it."""
        group = self.group_of(chat)
        group.topics[thread].deleted = True
        for post in self.ledger.in_chat(group, thread):
            self.ledger.remove(post)

    def adds_bot(self, person: Person, chat: Group | int, payload: str | None = None) -> None:
        """A person lets the bot into a group; a `startgroup` link adds a command with its payload."""
        group = self.group_of(chat)
        self._bot_becomes(group, person, Standing("member"))
        self._serves(group, person, {"new_chat_members": [self.bot]})
        if payload is not None:
            self.writes(person, f"/start@{self.username} {payload}".rstrip(), group)

    def lets_bot_in_again(self, person: Person, chat: Group | int) -> None:
        """A person lets the bot in after it was sent away."""
        self.adds_bot(person, chat)

    def removes_bot(self, person: Person, chat: Group | int) -> None:
        """A person sends the bot away."""
        group = self.group_of(chat)
        self._bot_becomes(group, person, Standing("kicked"))
        if group.kind == "group":
            # A supergroup is closed to the bot before the message about it stands there.
            self._serves(group, person, {"left_chat_member": self.bot})

    def restricts_bot(self, person: Person, chat: Group | int) -> None:
        """A person takes from the bot the right to write; only a supergroup can do that to one member."""
        group = self.group_of(chat)
        if group.kind != "supergroup":
            raise ValueError("a basic group cannot restrict one member")
        self._bot_becomes(group, person, Standing("restricted"))

    def unrestricts(self, person: Person, chat: Group | int) -> None:
        """A person gives that right back."""
        self._bot_becomes(self.group_of(chat), person, Standing("member"))

    def promotes_bot(
        self,
        person: Person,
        chat: Group | int,
        *,
        can_pin_messages: bool = True,
        can_manage_topics: bool = False,
        can_delete_messages: bool = False,
    ) -> None:
        """A person makes the bot an administrator, with these rights."""
        rights = Standing("administrator", can_pin_messages, can_manage_topics, can_delete_messages)
        self._bot_becomes(self.group_of(chat), person, rights)

    def demotes_bot(self, person: Person, chat: Group | int) -> None:
        """A person makes it a plain member again."""
        self._bot_becomes(self.group_of(chat), person, Standing("member"))

    def promotes(self, person: Person, chat: Group | int, *, anonymous: bool = False) -> None:
        """Somebody becomes an administrator; the bot is not told unless it asks."""
        self.group_of(chat).administrators[person.id] = anonymous

    def demotes(self, person: Person, chat: Group | int) -> None:
        """Somebody is an administrator no more."""
        self.group_of(chat).administrators.pop(person.id, None)

    def joins(self, person: Person, chat: Group | int) -> None:
        """A person comes into a group."""
        group = self.group_of(chat)
        group.members.add(person.id)
        self._serves(group, person, {"new_chat_members": [shapes.user(person)]})

    def leaves(self, person: Person, chat: Group | int) -> None:
        """A person goes away from a group."""
        group = self.group_of(chat)
        group.members.discard(person.id)
        group.administrators.pop(person.id, None)
        self._serves(group, person, {"left_chat_member": shapes.user(person)})

    def renames(self, person: Person, chat: Group | int, title: str) -> None:
        """A person gives a group another name."""
        group = self.group_of(chat)
        group.title = title
        self._serves(group, person, {"new_chat_title": title})

    def deletes_group(self, chat: Group | int) -> None:
        """A group is no more; Telegram tells no bot of it."""
        self.group_of(chat).deleted = True

    def migrates(self, chat: Group | int) -> Group:
        """A basic group becomes a supergroup under a new id, and what stood in it stays behind; returns the new one."""
        old = self.group_of(chat)
        if old.kind != "group":
            raise ValueError("only a basic group can become a supergroup")
        new = dataclasses.replace(old, id=self.world.group_id("supergroup"), kind="supergroup", messages=1)
        new.members, new.administrators = set(old.members), dict(old.administrators)
        self.world.groups[new.id] = new
        self._serves(old, self.world.persons[old.creator], {"migrate_to_chat_id": new.id})
        self._serves(new, None, {"migrate_from_chat_id": old.id})
        old.migrated_to = new.id
        return new

    def _creator(self, group: Group, person: Person | None) -> Person:
        return person or self.world.persons[group.creator]

    def _turns_topic(self, group: Group, thread: int | None, person: Person | None, *, closed: bool) -> None:
        fields: dict[str, Any] = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
        if thread in {None, GENERAL}:
            group.general_closed = closed
            thread = None
        else:
            group.topics[thread].closed = closed
        self._serves(group, self._creator(group, person), fields, thread)

    def _bot_becomes(self, group: Group, person: Person, new: Standing) -> None:
        old, group.bot = group.bot, new
        shape = {"chat": shapes.chat(group), "from": shapes.user(person), "date": shapes.now()}
        shown = [shapes.standing(self.bot, how, group.forum) for how in (old, new)]
        self.updates.put("my_chat_member", shape | {"old_chat_member": shown[0], "new_chat_member": shown[1]})

    def _serves(
        self,
        group: Group,
        person: Person | None,
        fields: dict[str, Any],
        thread: int | None = None,
        message_id: int | None = None,
    ) -> None:
        """A service message stands in a group; a bot that was sent away a moment ago still hears of that."""
        if not group.bot.inside and fields.get("left_chat_member") is not self.bot:
            return
        shape = {
            "message_id": message_id or self.world.message_id(group.id),
            "from": shapes.user(person) if person else shapes.ANONYMOUS,
            "chat": shapes.chat(group),
            "date": shapes.now(),
            **({} if person else {"sender_chat": shapes.chat(group)}),
            **fields,
        }
        if "forum_topic_created" in fields:
            shape |= {"message_thread_id": thread, "is_topic_message": True}
        else:
            self.into_topic(shape, group, thread)
        self.updates.put("message", shape)
