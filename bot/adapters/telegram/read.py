"""From an update to what a person did. Pure; what says nothing to us is read as None, and nothing of it is kept."""

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberRestricted, ChatMemberUpdated, Message, Update, User

from bot.core.incoming import (
    Act,
    Command,
    Departed,
    Incoming,
    LetIn,
    Opened,
    Press,
    Relocated,
    Sender,
    ShutOut,
    Unread,
    Wrote,
)

PLATFORM = "telegram"
GROUPS = frozenset({Chat.GROUP, Chat.SUPERGROUP})
NOBODY = Sender(PLATFORM, "", "")
"""Who acts where Telegram does not say: an administrator who hides behind the group, or the server itself."""


def incoming(update: Update, username: str) -> Incoming | None:
    """The one act in an update; commands to another bot than `username` are not ours."""
    key = str(update.update_id)
    if update.callback_query:
        return _pressed(key, update.callback_query)
    if update.my_chat_member:
        return _standing(key, update.my_chat_member)
    if update.message:
        message = update.message
        return (
            _service(key, message)
            if message.chat.type in GROUPS and not message.text
            else _said(key, message, username)
        )
    if update.edited_message and update.edited_message.chat.type == Chat.PRIVATE and update.edited_message.text:
        return _of(key, update.edited_message, Unread("edit"))
    return None


def channel_of(message: Message) -> str | None:
    """The channel's id, with its topic after a slash; None in private."""
    if message.chat.type == Chat.PRIVATE:
        return None
    topic = message.message_thread_id if message.is_topic_message else None
    return f"{message.chat.id}/{topic}" if topic else str(message.chat.id)


def place(channel: str) -> tuple[int, int | None]:
    """Chat and topic of a channel's id; ValueError for what is none."""
    chat, _, topic = channel.partition("/")
    return int(chat), int(topic) if topic else None


def sender_of(user: User) -> Sender:
    """Whom Telegram names, with the language of their app."""
    language = (user.language_code or "").partition("-")[0].lower()
    return Sender(PLATFORM, str(user.id), user.full_name, language or None)


def _pressed(key: str, query: CallbackQuery) -> Incoming | None:
    if query.data is None or query.message is None:  # a game, or a button of a message sent by way of another bot
        return None
    chat = query.message.chat
    if isinstance(query.message, Message):
        channel = channel_of(query.message)
    else:  # too old to be shown to us; its buttons work all the same
        channel = None if chat.type == Chat.PRIVATE else str(chat.id)
    return Incoming(key, sender_of(query.from_user), channel, Press(query.data), chat.title or "")


def _standing(key: str, update: ChatMemberUpdated) -> Incoming | None:
    """The bot was let in, or shut out."""
    if update.chat.type not in GROUPS:
        return None
    before, now = _speaks(update.old_chat_member), _speaks(update.new_chat_member)
    if before == now:
        return None
    inside = update.new_chat_member.status not in {ChatMember.LEFT, ChatMember.BANNED}
    act: Act = LetIn() if now else ShutOut("muted" if inside else "removed")
    return Incoming(key, sender_of(update.from_user), str(update.chat.id), act, update.chat.title or "")


def _speaks(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member and member.can_send_messages
    return member.status in {ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER}


def _service(key: str, message: Message) -> Incoming | None:
    """What the server says of a group in its own messages."""
    if message.migrate_to_chat_id:
        return Incoming(key, NOBODY, str(message.chat.id), Relocated(str(message.migrate_to_chat_id)))
    if message.migrate_from_chat_id:
        return Incoming(key, NOBODY, str(message.migrate_from_chat_id), Relocated(str(message.chat.id)))
    if message.left_chat_member and not message.left_chat_member.is_bot:
        return Incoming(key, sender_of(message.left_chat_member), str(message.chat.id), Departed())
    # The General topic has no name but the chat's, and the others are open still: that one shows at its next post.
    if message.forum_topic_closed and message.is_topic_message:
        return _of(key, message, ShutOut("topic-closed"))
    if message.forum_topic_reopened:
        return _of(key, message, LetIn())
    return None


def _said(key: str, message: Message, username: str) -> Incoming | None:
    text = message.text or ""
    private = message.chat.type == Chat.PRIVATE
    if not private and message.chat.type not in GROUPS:
        return None
    if not text:
        return _of(key, message, Unread("file")) if private and message.effective_attachment else None
    if not text.startswith("/"):
        return _of(key, message, Wrote(text)) if private else None
    first, *rest = text.split(maxsplit=1)
    word, _, named = first[1:].partition("@")
    if named and named.lower() != username.lower():
        return None
    if word == "start" and private and rest:
        return _of(key, message, Opened(rest[0].strip()))
    return _of(key, message, Command(word, "".join(rest)))


def _of(key: str, message: Message, act: Act) -> Incoming | None:
    hidden = message.sender_chat is not None or message.from_user is None
    sender = NOBODY if hidden or message.from_user is None else sender_of(message.from_user)
    return Incoming(key, sender, channel_of(message), act, message.chat.title or "")
