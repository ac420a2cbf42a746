"""One group as it stands: who, when and what, loaded once and asked often."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.model import Coming, Group, How, Meeting, Member
from bot.core.outgoing import Pack, Phrase, Text, say
from bot.core.ports import House, UnitOfWork
from bot.core.programme import Programme
from bot.core.season import ahead, in_order, leads_of, themes_of


@dataclass(frozen=True)
class View:
    """A group with its members in the order of joining and its standing meetings in the order of time."""

    group: Group
    programme: Programme
    members: tuple[Member, ...]
    meetings: tuple[Meeting, ...]
    comings: tuple[Coming, ...]

    def theme(self, meeting: Meeting) -> str | None:
        """The session of this meeting; None while it is still to be chosen."""
        return themes_of(self.group, self.meetings, self.programme).get(meeting.id)

    def title(self, meeting: Meeting) -> Text:
        """The name of this meeting's theme, or that it is still to be chosen."""
        theme = self.theme(meeting)
        return Pack(self.group.programme, f"sessions.{theme}.title") if theme else say("theme-open")

    def short(self, meeting: Meeting) -> Text:
        """The same in few words, for a heading that says something before it."""
        theme = self.theme(meeting)
        return Pack(self.group.programme, f"sessions.{theme}.short") if theme else say("theme-open")

    def lead(self, meeting: Meeting) -> Member | None:
        """Whoever leads this meeting as things stand."""
        absent = {(c.meeting_id, c.member_id) for c in self.comings if c.how == How.ABSENT}
        found = leads_of(self.members, self.meetings, absent).get(meeting.id)
        return next((m for m in self.members if m.id == found), None)

    def told(self, meeting: Meeting, how: How) -> list[tuple[Member, Coming]]:
        """Who told this about the meeting, in the order of joining."""
        said = {c.member_id: c for c in self.comings if c.meeting_id == meeting.id and c.how == how}
        return [(m, said[m.id]) for m in self.members if m.id in said]

    def next(self, now: datetime) -> Meeting | None:
        """The first meeting that is not over."""
        return next(iter(ahead(self.group, self.meetings, now)), None)

    def after(self, meeting: Meeting) -> Meeting | None:
        """The meeting that follows this one."""
        return next((m for m in self.meetings if m.starts > meeting.starts), None)

    def last(self, now: datetime) -> Meeting | None:
        """The latest meeting that has begun."""
        return next((m for m in reversed(self.meetings) if m.begins(self.group.tz) <= now), None)

    def instants(self) -> tuple[datetime, ...]:
        """When the standing meetings begin, in UTC, in the order of time."""
        return tuple(meeting.begins(self.group.tz) for meeting in self.meetings)

    def number(self, meeting: Meeting) -> int:
        """Which meeting of the season it is, from 1."""
        return next((n for n, m in enumerate(self.meetings, 1) if m.id == meeting.id), 0)

    def member(self, person_id: str) -> Member | None:
        """This person as a member."""
        return next((m for m in self.members if m.person_id == person_id), None)


async def view(work: UnitOfWork, house: House, group: Group) -> View:
    """Load a group as it stands."""
    members = await work.members.find(group_id=group.id)
    return View(
        group,
        house.library.programme(group.programme),
        tuple(sorted(members, key=lambda m: (m.joined, m.id))),
        tuple(in_order(await work.meetings.find(group_id=group.id))),
        tuple(await work.comings.find(group_id=group.id)),
    )


def where(meeting: Meeting) -> Phrase:
    """Where a meeting is held, in a line: its link, its place, or that it is to be agreed."""
    if meeting.link:
        return say("where-link", link=meeting.link)
    return say("where-place", place=meeting.place) if meeting.place else say("where-open")
