"""What a notice is given when it is to be said, and the lines that several kinds share."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.model import Coming, How, Meeting, Member, Notice, Person, Seen
from bot.core.outgoing import Block, Button, CalendarFile, Heading, Own, Pack, Para, Text, Value, say
from bot.core.ports import House, UnitOfWork
from bot.core.turn import button
from bot.core.view import View, where


@dataclass(frozen=True)
class Saying:
    """A notice about to be said. In a `preview` nothing is changed and nothing private is shown."""

    work: UnitOfWork
    house: House
    now: datetime
    notice: Notice
    seen: View
    person: Person | None
    meeting_or_none: Meeting | None
    preview: bool = False

    @property
    def meeting(self) -> Meeting:
        """The meeting that the notice is about; only asked for by kinds that have one."""
        if self.meeting_or_none is None:
            raise LookupError(f"a notice of kind {self.notice.kind} names no meeting")
        return self.meeting_or_none

    def pack(self, path: str, pick: int | None = None) -> Pack:
        """A text of the group's programme."""
        return Pack(self.seen.programme.pack, path, pick)

    def theme_text(self, path: str) -> Text:
        """A text of this meeting's session."""
        return self.seen.words(self.seen.theme(self.meeting) or "", path)


def time_and_place(seen: View, meeting: Meeting) -> list[Block]:
    """When and where, a line each."""
    return [Para(say("when", when=meeting.starts), meeting.begins(seen.group.tz)), Para(where(meeting))]


def when_and_what(seen: View, meeting: Meeting) -> Para:
    """When a meeting is and what its theme is, in one line."""
    return Para(say("next-line", when=meeting.starts, theme=seen.title(meeting)), meeting.begins(seen.group.tz))


def kind_in_a_line(seen: View, meeting: Meeting) -> tuple[Para, ...]:
    """What its kind of meeting is, where kinds alternate."""
    theme = seen.theme(meeting)
    kind = next((session.kind for session in seen.programme.sessions if session.id == theme), "")
    return (Para(Pack(seen.programme.pack, f"kinds.{kind}.what")),) if kind else ()


def led_by(seen: View, meeting: Meeting) -> Para:
    """Who leads, or that a facilitator is waited for, or that it is agreed on the spot."""
    lead = seen.lead(meeting)
    waits = seen.programme.lead == "facilitator" and not seen.facilitators
    return Para(say("lead-is", name=lead.name) if lead else say("lead-awaited" if waits else "lead-open"))


_IN_THE_REMINDER = (
    (How.ABSENT, "absent-line"),
    (How.LATE, "late-line"),
    (How.EARLY, "early-line"),
    (How.COMING, "greeting-line"),
)


READABLE = 10
"""How many names a reader can take in."""


def absences(seen: View, meeting: Meeting, *, reasons: bool = True, all_names: bool = False) -> list[Block]:
    """Who cannot come, is late or leaves early, and who comes and has a word for the others; nothing if nobody.

    With `reasons` the words that their authors gave to the group stand beside them. Where many are missing they are
    only counted, unless `all_names` are wanted.
    """
    lines: list[Block] = []
    for how, phrase in _IN_THE_REMINDER:
        told = seen.told(meeting, how)
        worded = [(member, coming) for member, coming in told if reasons and _open_reason(coming)]
        silent = tuple(member.name for member, coming in told if (member, coming) not in worded)
        if len(silent) > READABLE and not all_names and how is not How.COMING:
            lines.append(Para(say(f"{phrase}-count", count=len(silent))))
        elif silent and how is not How.COMING:
            lines.append(Para(say(phrase, names=silent)))
        lines += [Para(with_reason(phrase, member, coming)) for member, coming in worded]
    return lines


def sees_reasons(seen: View, person_id: str) -> bool:
    """Whether somebody may read what was told to the group: a facilitator only where the convener chose so."""
    outside = [f for f in seen.facilitators if f.person_id == person_id and not f.reasons]
    return seen.member(person_id) is not None or not outside


def with_reason(phrase: str, member: Member, coming: Coming, **values: Value) -> Text:
    """The same line about one member, with the words they gave to the group."""
    if not _open_reason(coming):
        return say(phrase, names=(member.name,), **values)
    return say(f"{phrase}-reason", names=(member.name,), reason=Own(coming.reason), **values)


def _open_reason(coming: Coming) -> bool:
    return bool(coming.reason) and coming.seen == Seen.GROUP


def coming_row(meeting: Meeting) -> tuple[Button, ...]:
    """The two answers to whether one comes."""
    return (button(say("button-coming"), "coming", meeting.id), button(say("button-absent"), "absent", meeting.id))


def next_meeting(seen: View, following: Meeting | None) -> list[Block]:
    """What comes next: when, where, theme and lead."""
    if following is None:
        return []
    return [
        Heading(say("next-time")),
        when_and_what(seen, following),
        Para(where(following)),
        led_by(seen, following),
    ]


def calendar_file(seen: View, meeting: Meeting, stamp: datetime) -> CalendarFile:
    """The meeting for a calendar; nothing confidential is in it."""
    return CalendarFile(
        uid=f"{meeting.id}@piiri",
        sequence=meeting.revision,
        title=say("calendar-title", group=seen.group.name, theme=seen.short(meeting)),
        starts=meeting.begins(seen.group.tz),
        minutes=meeting.minutes,
        zone=seen.group.zone,
        place=meeting.place,
        link=meeting.link,
        stamp=stamp,
        cancelled=meeting.cancelled,
    )
