"""What the bot may do in one group, and what somebody there has to change if it is too little. Pure."""

from typing import TYPE_CHECKING, Any

from bot.core.finding import Finding
from bot.core.model import Group
from bot.core.platform import Moved, Outcome, Unreachable

if TYPE_CHECKING:
    from telegram import ChatFullInfo

ADD_AGAIN = "Have somebody in the group add the bot again."
MARKS = {
    "removed": "the bot had been removed",
    "muted": "the bot was not allowed to write",
    "channel-gone": "the chat was gone",
    "topic-gone": "its topic was gone",
    "topic-closed": "its topic was closed",
}
"""Why a group may be marked as closed to the bot, by code."""


def shut(group: Group, outcome: Outcome) -> Finding | None:
    """What it means for a group that Telegram tells nothing of its chat; None where that is not about the group."""
    match outcome:
        case Moved():
            return Finding(
                None, f"“{group.name}” has become a supergroup.", "Piiri finds it there by itself at its next post."
            )
        case Unreachable("removed" | "muted"):
            return Finding(False, f"“{group.name}”: the bot is no longer in the group.", ADD_AGAIN)
        case Unreachable():
            return Finding(
                False,
                f"“{group.name}”: its chat is gone, or the bot was never in it.",
                "Have somebody in the group add the bot. If the group is no more, end it: "
                f"`piiri group end {group.id}`.",
            )
    return None


def no_group(group: Group) -> Finding:
    """The channel is nothing that a group can live in."""
    return Finding(
        False,
        f"“{group.name}”: {group.channel} is no group chat of Telegram's.",
        f"End it (`piiri group end {group.id}`), add the bot to the group's chat, and start the group there.",
    )


def rights(group: Group, chat: "ChatFullInfo", member: Any) -> Finding:
    """Whether the group's posts arrive; `member` is the bot as one of the library's ChatMember types."""
    name = f"“{group.name}”"
    if member.status in {"left", "kicked"} or not getattr(member, "is_member", True):
        return Finding(False, f"{name}: the bot is no longer in the group.", ADD_AGAIN)
    lacking = [
        words
        for right, words in (("can_send_messages", "text messages"), ("can_send_documents", "files"))
        if not _may(right, chat, member)
    ]
    if lacking:
        return Finding(False, f"{name}: the bot may not send {' and '.join(lacking)}.", _allow(lacking, member))
    if "/" in group.channel and not chat.is_forum:
        return Finding(
            False,
            f"{name}: the chat has no topics any more, and the group lived in one.",
            "Turn topics on again in the chat's settings, or start the group anew with /setup.",
        )
    if group.unreachable:
        return _marked(group)
    return Finding(True, f"{name}: {_able(group, chat, member)}")


def _able(group: Group, chat: "ChatFullInfo", member: Any) -> str:
    """What is good to know of a group where all is well."""
    said = "Piiri may post" + (" and pin." if _may("can_pin_messages", chat, member) else "; ")
    if not said.endswith("."):
        said += "it may not pin, which is fine: to have posts pinned, let members pin messages."
    if member.status == "administrator":
        said += " It is an administrator, who is sent everything that is said: Piiri needs no such rights."
    if "/" in group.channel:
        said += " Whether its topic is open shows at the next post."
    return said


def _may(right: str, chat: "ChatFullInfo", member: Any) -> bool:
    """Whether the bot has a right: what all members may not, one with restrictions of its own may not either."""
    if member.status == "creator":
        return True
    if member.status == "administrator":
        return right.startswith("can_send") or bool(getattr(member, right, False))
    everybody = getattr(chat.permissions, right, None) is not False
    return everybody and bool(getattr(member, right, True))


def _allow(lacking: list[str], member: Any) -> str:
    what = " and ".join(lacking)
    if member.status == "restricted":
        return f"In the group's settings, under Permissions, open the bot among the exceptions and allow {what}."
    return f"In the group's settings, under Permissions, allow members {what}, or make the bot an administrator."


def _marked(group: Group) -> Finding:
    """The chat is open, but Piiri was once shut out and waits to be told to go on."""
    why = MARKS.get(group.unreachable or "", "the chat was closed to it")
    what = f"“{group.name}”: marked as closed to Piiri, because {why}; nothing is posted there."
    if group.unreachable == "topic-closed":
        return Finding(False, what, "Open the topic again; Piiri then asks there whether to go on.")
    if group.unreachable == "topic-gone":
        return Finding(
            False,
            what,
            f"Start the group anew, with /setup where it talks now, and end this: `piiri group end {group.id}`.",
        )
    return Finding(False, what, "The chat is open to Piiri now: have the convener send /resume there.")
