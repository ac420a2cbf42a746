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
        return Pack(self.seen.programme.slug, path, pick)

    def theme_text(self, path: str) -> Pack:
        """A text of this meeting's session."""
        return self.pack(f"sessions.{self.seen.theme(self.meeting)}.{path}")


def time_and_place(seen: View, meeting: Meeting) -> list[Block]:
    """When and where, a line each."""
    return [Para(say("when", when=meeting.starts), meeting.begins(seen.group.tz)), Para(where(meeting))]


def when_and_what(seen: View, meeting: Meeting) -> Para:
    """When a meeting is and what its theme is, in one line."""
    return Para(say("next-line", when=meeting.starts, theme=seen.title(meeting)), meeting.begins(seen.group.tz))


def led_by(seen: View, meeting: Meeting) -> Para:
    """Who leads, or that it is agreed on the spot."""
    lead = seen.lead(meeting)
    return Para(say("lead-is", name=lead.name) if lead else say("lead-open"))


def absences(seen: View, meeting: Meeting) -> list[Block]:
    """Who cannot come and who is late, with the reasons that their authors gave to the group; nothing if nobody."""
    lines: list[Block] = []
    for how, phrase in ((How.ABSENT, "absent-line"), (How.LATE, "late-line")):
        told = seen.told(meeting, how)
        silent = tuple(member.name for member, coming in told if not _open_reason(coming))
        if silent:
            lines.append(Para(say(phrase, names=silent)))
        lines += [Para(with_reason(phrase, member, coming)) for member, coming in told if _open_reason(coming)]
    return lines


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
