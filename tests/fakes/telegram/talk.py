"""What people say, press and take back."""

import time
from typing import Any

from tests.fakes.telegram import shapes
from tests.fakes.telegram.state import State
from tests.fakes.telegram.world import GENERAL, Group, Person, Post, Query, Said

Message = Post | Said
Fields = dict[str, Any]


class Talk(State):
    """People in their private chats with the bot and in its groups. A group is named by itself or by its id."""

    def writes(
        self,
        person: Person,
        text: str,
        chat: Group | int | None = None,
        thread: int | None = None,
        reply_to: Message | int | None = None,
    ) -> Said:
        """A person writes; without a chat it is to the bot alone, which opens that chat."""
        return self._says(person, chat, thread, reply_to, _words(text))

    def writes_anonymously(
        self, chat: Group | int, text: str, thread: int | None = None, reply_to: Message | int | None = None
    ) -> Said:
        """An administrator writes in the group's own name."""
        return self._says(None, chat, thread, reply_to, _words(text))

    def starts(self, person: Person, payload: str = "") -> Said:
        """A person opens the bot, maybe by a link with a payload."""
        return self.writes(person, f"/start {payload}".rstrip())

    def sends_photo(
        self,
        person: Person,
        chat: Group | int | None = None,
        thread: int | None = None,
        caption: str = "",
        reply_to: Message | int | None = None,
    ) -> Said:
        """A person sends a picture."""
        size = {"file_id": "AgACAgQAAxkB_photo", "file_unique_id": "AQAD_photo", "width": 90, "height": 67}
        words = _words(caption)
        named = {"caption" if name == "text" else "caption_entities": value for name, value in words.items() if value}
        return self._says(person, chat, thread, reply_to, {"photo": [size | {"file_size": 1105}], **named})

    def edits(self, person: Person | None, message: Said, text: str) -> None:
        """A person writes an earlier message anew."""
        if message.person is not person:
            raise ValueError("nobody can edit what somebody else wrote")
        message.text = text
        kept = {name: value for name, value in message.json.items() if name not in {"text", "entities"}}
        message.json = kept | {"edit_date": shapes.now(), **_words(text)}
        message.heard = self._hears(message)
        if message.heard:
            self.updates.put("edited_message", message.json)

    def presses(self, person: Person, message: Post, data: str) -> str:
        """A person presses a button, or sends what a forger would; returns the id of the query."""
        query_id = str(next(self.world.query_ids))
        self.world.queries[query_id] = Query(person.id, time.monotonic())
        place = self.world.place(message.chat_id)
        if self.ledger.stands(message):
            shown = self.message(message)
        else:
            shown = {"chat": shapes.chat(place), "message_id": message.message_id, "date": 0}
        shape = {
            "id": query_id,
            "from": shapes.user(person),
            "message": shown,
            "chat_instance": str(abs(message.chat_id) * 7919),
            "data": data,
        }
        self.updates.put("callback_query", shape)
        return query_id

    def expires(self, query_id: str) -> None:
        """A press can no longer be answered."""
        self.world.queries[query_id].expired = True

    def deletes_message(self, message: Message) -> None:
        """Somebody takes a message away; Telegram tells no bot of it."""
        if isinstance(message, Post):
            self.ledger.remove(message)
        else:
            self.world.said.pop((message.chat_id, message.message_id), None)

    def blocks(self, person: Person) -> None:
        """A person wants to hear no more from the bot."""
        self._turns(person, blocked=True)

    def unblocks(self, person: Person) -> None:
        """A person wants to hear from it again."""
        self._turns(person, blocked=False)

    def deactivates(self, person: Person) -> None:
        """A person's account is gone; no bot is told."""
        person.deactivated = True

    def _turns(self, person: Person, *, blocked: bool) -> None:
        if person.blocked == blocked:
            return
        person.blocked = blocked
        old, new = (
            {"user": self.bot, "status": "kicked", "until_date": 0}
            if kicked
            else {"user": self.bot, "status": "member"}
            for kicked in (not blocked, blocked)
        )
        shape = {"chat": shapes.chat(person), "from": shapes.user(person), "date": shapes.now()}
        self.updates.put("my_chat_member", shape | {"old_chat_member": old, "new_chat_member": new})

    def _says(
        self,
        person: Person | None,
        chat: Group | int | None,
        thread: int | None,
        reply_to: Message | int | None,
        content: Fields,
    ) -> Said:
        place = self._where(person, chat)
        thread = None if thread == GENERAL else thread
        reply_id = getattr(reply_to, "message_id", reply_to)
        shape: Fields = {
            "message_id": self.world.message_id(place.id),
            "from": shapes.user(person) if person else shapes.ANONYMOUS,
            "chat": shapes.chat(place),
            "date": shapes.now(),
            **({} if person else {"sender_chat": shapes.chat(place)}),
            **content,
        }
        if isinstance(reply_id, int):
            replied = self.bare(place.id, reply_id)
            if replied is not None:
                shape["reply_to_message"] = replied
                thread = thread or replied.get("message_thread_id")
        self.into_topic(shape, place, thread)
        text = content.get("text") or content.get("caption") or ""
        said = Said(place.id, thread, shape["message_id"], person, text, shape)
        self.world.said[said.chat_id, said.message_id] = said
        said.heard = self._hears(said)
        if said.heard:
            self.updates.put("message", shape)
        return said

    def _where(self, person: Person | None, chat: Group | int | None) -> Person | Group:
        """Where a person is about to speak; the apps let nobody speak elsewhere."""
        if chat is None:
            assert person is not None
            self.unblocks(person)
            person.opened = True
            return person
        group = self.group_of(chat)
        if person is not None and person.id not in group.members:
            raise ValueError(f"person {person.id} is not a member of group {group.id}")
        if group.deleted or group.migrated_to is not None:
            raise ValueError(f"nobody can write in group {group.id} any more")
        return group

    def group_of(self, chat: Group | int) -> Group:
        """The group that is meant."""
        return chat if isinstance(chat, Group) else self.world.groups[chat]

    def _hears(self, said: Said) -> bool:
        """Privacy mode: in a group the bot hears commands that are for it, and replies to itself.

        An administrator hears everything, whatever the mode.
        """
        group = self.world.groups.get(said.chat_id)
        if group is None:
            return True
        if not group.bot.inside:
            return False
        if group.bot.status == "administrator":
            return True
        replied = said.json.get("reply_to_message", {})
        if replied.get("from", {}).get("id") == self.bot["id"]:
            return True
        first = next(iter(shapes.commands_in(said.text)), None)
        if first is None or first["offset"] != 0:
            return False
        _, _, addressed = said.text[: first["length"]].partition("@")
        return addressed.lower() in {"", self.username.lower()}


def _words(text: str) -> Fields:
    entities = shapes.commands_in(text)
    return {"text": text, **({"entities": entities} if entities else {})}
