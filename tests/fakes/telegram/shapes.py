"""What things look like in Telegram's JSON."""

import re
import time
from typing import Any

from tests.fakes.telegram.markup import units
from tests.fakes.telegram.world import Document, Group, Person, Post, Standing, Topic

COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w@/])")
ICON = 7322096
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


def _names(words: str) -> list[str]:
    return words.split()


RIGHTS = _names("""can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members can_promote_members
    can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories can_pin_messages""")
PERMISSIONS = _names("""can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos
    can_send_video_notes can_send_voice_notes can_send_polls can_send_other_messages can_add_web_page_previews
    can_react_to_messages can_edit_tag can_change_info can_invite_users can_pin_messages can_manage_topics""")


def now() -> int:
    """The date of something that happens now, in Unix seconds."""
    return int(time.time())


def user(person: Person) -> dict[str, Any]:
    """A person."""
    shape: dict[str, Any] = {"id": person.id, "is_bot": False, "first_name": person.first_name}
    if person.username:
        shape["username"] = person.username
    if person.language_code:
        shape["language_code"] = person.language_code
    return shape


def chat(place: Person | Group) -> dict[str, Any]:
    """A place where things are said."""
    if isinstance(place, Person):
        shape = {"id": place.id, "type": "private", "first_name": place.first_name}
        return shape | ({"username": place.username} if place.username else {})
    shape = {"id": place.id, "type": place.kind, "title": place.title}
    return shape | ({"is_forum": True} if place.forum else {})


def full_chat(place: Person | Group) -> dict[str, Any]:
    """A place with all that getChat tells of it."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    shape = chat(place) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    if isinstance(place, Group):
        shape["permissions"] = dict.fromkeys(PERMISSIONS, True) | {"can_pin_messages": place.members_can_pin}
    return shape


def standing(bot: dict[str, Any], how: Standing, forum: bool) -> dict[str, Any]:
    """The bot as a member of a group."""
    shape: dict[str, Any] = {"user": bot, "status": how.status}
    if how.status == "kicked":
        return shape | {"until_date": 0}
    if how.status == "restricted":
        return shape | {"is_member": True, "until_date": 0} | dict.fromkeys(PERMISSIONS, False)
    if how.status != "administrator":
        return shape
    own = {"can_pin_messages": how.can_pin_messages, "can_delete_messages": how.can_delete_messages}
    topics = {"can_manage_topics": how.can_manage_topics} if forum else {}
    given = dict.fromkeys(RIGHTS, False) | {"can_manage_chat": True} | own | topics
    return shape | {"can_be_edited": False, "is_anonymous": False} | given


def member(group: Group, person: Person) -> dict[str, Any]:
    """A person as a member of a group, or as somebody who is none."""
    who = {"user": user(person)}
    if person.id == group.creator and person.id in group.members:
        return who | {"status": "creator", "is_anonymous": group.administrators.get(person.id, False)}
    if person.id in group.administrators:
        given = {"can_be_edited": False, "is_anonymous": group.administrators[person.id]}
        return who | {"status": "administrator"} | given | dict.fromkeys(RIGHTS, True)
    return who | {"status": "member" if person.id in group.members else "left"}


def commands_in(text: str) -> list[dict[str, Any]]:
    """The commands in a text, as Telegram marks them."""
    return [
        {"type": "bot_command", "offset": units(text[: found.start()]), "length": units(found[0])}
        for found in COMMAND.finditer(text)
    ]


def file(document: Document) -> dict[str, Any]:
    """A file without its content."""
    return {
        "file_id": document.id,
        "file_unique_id": document.id[-12:],
        "file_name": document.name,
        "mime_type": document.kind,
        "file_size": len(document.data),
    }


def in_topic(shape: dict[str, Any], topic: Topic, opener: Person) -> None:
    """Puts a message into its topic: without a reply of its own it replies to what opened the topic."""
    thread = {"message_thread_id": topic.id, "is_topic_message": True}
    shape.update(thread)
    if "reply_to_message" not in shape:
        shape["reply_to_message"] = {
            "message_id": topic.id,
            "from": user(opener),
            "chat": shape["chat"],
            "date": shape["date"],
            "forum_topic_created": {"name": topic.name, "icon_color": ICON},
            **thread,
        }


def post(said: Post, bot: dict[str, Any], place: Person | Group) -> dict[str, Any]:
    """A message of the bot, without what it replies to."""
    shape: dict[str, Any] = {"message_id": said.message_id, "from": bot, "chat": chat(place), "date": said.date}
    words = ("caption", "caption_entities") if said.attached else ("text", "entities")
    if said.attached:
        shape["document"] = file(said.attached)
    if said.text:
        shape[words[0]] = said.text
    if said.marked.entities:
        shape[words[1]] = said.marked.entities
    if said.edit_date is not None:
        shape["edit_date"] = said.edit_date
    if said.keyboard:
        shape["reply_markup"] = said.markup
    if said.protected:
        shape["has_protected_content"] = True
    return shape
