"""A meeting held elsewhere or for longer, alone or with all that come after it."""

from dataclasses import replace
from typing import Any

from bot.core.model import Meeting
from bot.core.outgoing import Field, Form, Heading, Message, Option, Para, Reply, say
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying, calendar_file
from bot.core.turn import GroupTurn, MeetingTurn, Problems, Values, told
from bot.core.uses.meetings.meetings import announce, refusal_as_problem
from bot.core.view import where

ONE, ON = "one", "on"
"""Whether a change holds for one meeting, or for it and all later ones."""


async def ask_change(turn: MeetingTurn) -> Reply:
    """The form for a meeting's place or link and its length, and whether later ones go with it."""
    turn.before_start()
    minutes = turn.meeting.minutes
    place = turn.meeting.link or turn.meeting.place
    fields = [
        Field("where", say("where-label"), say("where-hint"), required=False, value=place),
        Field("length", say("length-label"), say("length-hint"), value=f"{minutes // 60}h{minutes % 60:02}"),
    ]
    if await _later(turn):
        options = tuple(Option(value, say(f"change-scope-{value}")) for value in (ONE, ON))
        fields.append(Field("scope", say("change-scope"), options=options, value=ONE))
    return Form("change", turn.meeting.id, say("change-title", when=turn.meeting.starts), tuple(fields))


async def _later(turn: MeetingTurn) -> list[Meeting]:
    return [meeting for meeting in (await turn.view(turn.group)).meetings if meeting.starts > turn.meeting.starts]


async def check_change(turn: MeetingTurn, values: Values) -> Problems:
    """A length between a quarter and twelve hours; a link is an https one."""
    problems: Problems = {}
    for name, read in (("length", _length), ("where", _where)):
        if name not in values:
            continue
        try:
            read(turn, values)
        except Refusal as refusal:
            problems[name] = refusal_as_problem(refusal)
    return problems


def _length(turn: GroupTurn, values: Values) -> int:
    length = turn.house.typed.length(values["length"])
    return int(length.total_seconds() // 60)


def _where(_turn: GroupTurn, values: Values) -> tuple[str, str]:
    return place_or_link(values["where"])


def place_or_link(typed: str) -> tuple[str, str]:
    """What was typed as (place, link): one of them is empty. Only https links are taken, and none is ever fetched."""
    text = " ".join(typed.split())
    if text.lower().startswith("https://") and " " not in text and len(text) > len("https://"):
        return "", text
    if "://" in text or text.lower().startswith(("tg:", "javascript:", "data:")):
        raise Refusal("link-not-https")
    return text, ""


async def take_change(turn: MeetingTurn, values: Values) -> Reply:
    """Change this meeting, or it and all later ones; the group hears of it once, when anything is different."""
    place, link = _where(turn, values)
    before, minutes = turn.meeting, _length(turn, values)
    on = values.get("scope") == ON
    change = _change(before, {"place": place, "link": link}, {"minutes": minutes}, on=on)
    others = [m for m in await _later(turn) if replace(m, **change) != m] if on else []
    if replace(before, **change) == before and not others:
        return told("change-nothing", when=before.starts)
    # The one that was chosen bears the news, so that it counts as changed though it may be so already.
    for meeting in (before, *others):
        await turn.work.meetings.save(replace(meeting, **change, revision=meeting.revision + 1))
    if on and "minutes" in change:  # and of those that are still to be added
        await turn.work.groups.save(replace(turn.group, minutes=minutes))
    await replan(turn.work, turn.house, turn.group)
    ref = f"{before.revision + 1}.{ON}" if others else str(before.revision + 1)
    await announce(turn, "changed", before, ref=ref)
    return told("change-done-on" if others else "change-done", when=before.starts)


def _change(before: Meeting, *parts: dict[str, Any], on: bool) -> dict[str, Any]:
    """What is different now: where one alone was told, later ones keep the other as they have it.

    All that was told, where this one is so already and later ones are to be like it.
    """
    new = [part for part in parts if any(getattr(before, name) != value for name, value in part.items())]
    return {name: value for part in (new or (parts if on else ())) for name, value in part.items()}


async def say_changed(saying: Saying) -> Message | None:
    """Where a meeting is now held, and how long it lasts; perhaps all later ones too."""
    meeting = saying.meeting
    all_later = saying.notice.ref.endswith(f".{ON}")
    return Message(
        (
            Heading(say("changed-heading-on" if all_later else "changed-heading", when=meeting.starts)),
            Para(where(meeting)),
            Para(say("lasts", hours=meeting.minutes // 60, minutes=meeting.minutes % 60)),
        ),
        (),
        (calendar_file(saying.seen, meeting, saying.now),),
    )
