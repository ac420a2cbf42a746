"""One group as it stands: who, when and what, loaded once and asked often."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.editions import at_hand
from bot.core.model import Coming, Facilitator, Group, How, Meeting, Member
from bot.core.outgoing import Own, Pack, Phrase, Text, say
from bot.core.ports import House, UnitOfWork
from bot.core.programme import OWN_THEME, Programme, Session
from bot.core.season import ahead, ends_season, in_order, leads_of, led_from_outside, themes_of

OWN = "own-"
"""Begins the id of a theme of the group's own; the id of the paper that it stands on follows."""


@dataclass(frozen=True)
class Lead:
    """Whoever leads a meeting: a member, or the facilitator or coach."""

    person_id: str
    name: str
    member: Member | None


@dataclass(frozen=True)
class View:
    """A group with its members in the order of joining and its standing meetings in the order of time.

    `own` are the themes of the group's own by id.
    """

    group: Group
    programme: Programme
    members: tuple[Member, ...]
    meetings: tuple[Meeting, ...]
    comings: tuple[Coming, ...]
    facilitators: tuple[Facilitator, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict)

    def theme(self, meeting: Meeting) -> str | None:
        """The session of this meeting; None while it is still to be chosen."""
        return themes_of(self.group, self.meetings, self.programme).get(meeting.id)

    def title(self, meeting: Meeting) -> Text:
        """The name of this meeting's theme, or that it is still to be chosen."""
        theme = self.theme(meeting)
        return self.words(theme, "title") if theme else say("theme-open")

    def short(self, meeting: Meeting) -> Text:
        """The same in few words, for a heading that says something before it."""
        theme = self.theme(meeting)
        return self.words(theme, "short") if theme else say("theme-open")

    def words(self, theme: str, path: str) -> Text:
        """A text of a theme: the programme's, or for one of the group's own its name and words that fit any."""
        if not theme.startswith(OWN):
            return Pack(self.programme.pack, f"sessions.{theme}.{path}")
        if path in {"title", "short"}:
            return Own(self.own.get(theme, ""))
        return say(f"own-theme-{path.replace('.', '-')}")

    def session(self, theme: str) -> Session:
        """What a meeting on this theme is made of."""
        return OWN_THEME if theme.startswith(OWN) else self.programme.session(theme)

    def prompts(self, meeting: Meeting) -> tuple[Text, ...]:
        """What to think over before this meeting; none while its theme is open."""
        theme = self.theme(meeting)
        if theme is None:
            return ()
        which = self.turn_of(meeting) % self.session(theme).pretasks
        if theme.startswith(OWN):
            return tuple(say(f"own-theme-prompt-{which}-{number}") for number in range(3))
        return (self.words(theme, f"pretasks.{which}.prompts"),)

    def turn_of(self, meeting: Meeting) -> int:
        """How many times its theme has been the group's before, in past seasons too: by this its texts take turns."""
        themes = themes_of(self.group, self.meetings, self.programme)
        before = [m.id for m in self.meetings[: self.number(meeting) - 1]]
        return self.group.season + [themes[each] for each in before].count(themes.get(meeting.id))

    def ends_season(self, meeting: Meeting) -> bool:
        """Whether this meeting is the last of its season."""
        return ends_season(self.group, self.number(meeting), len(self.meetings))

    def lead(self, meeting: Meeting) -> Lead | None:
        """Whoever leads this meeting as things stand."""
        absent = {(c.meeting_id, c.member_id) for c in self.comings if c.how == How.ABSENT}
        outside = led_from_outside(self.programme, len(self.meetings)) if self.facilitators else 0
        found = leads_of(self.members, self.meetings, absent, outside).get(meeting.id)
        member = next((m for m in self.members if m.id == found), None)
        if member:
            return Lead(member.person_id, member.name, member)
        if self.facilitators and 0 < self.number(meeting) <= outside:
            return Lead(self.facilitators[0].person_id, self.facilitators[0].name, None)
        return None

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
    await at_hand(work, house, group)
    members = await work.members.find(group_id=group.id)
    facilitators = await work.facilitators.find(group_id=group.id)
    own = [theme.removeprefix(OWN) for theme in group.themes if theme.startswith(OWN)]
    papers = await work.papers.find(id=own) if own else []
    return View(
        group,
        house.library.programme(group.pack),
        tuple(sorted(members, key=lambda m: (m.joined, m.id))),
        tuple(in_order(await work.meetings.find(group_id=group.id))),
        tuple(await work.comings.find(group_id=group.id)),
        tuple(sorted(facilitators, key=lambda f: f.id)),
        {f"{OWN}{paper.id}": paper.text for paper in papers},
    )


def where(meeting: Meeting) -> Phrase:
    """Where a meeting is held, in a line: its link, its place, or that it is to be agreed."""
    if meeting.link:
        return say("where-link", link=meeting.link)
    return say("where-place", place=meeting.place) if meeting.place else say("where-open")
