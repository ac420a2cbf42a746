"""One group as it stands: who, when and what, loaded once and asked often."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from bot.core.editions import at_hand
from bot.core.model import Coming, Facilitator, Group, How, Meeting, Member, Subgroup
from bot.core.outgoing import Own, Pack, Phrase, Text, say
from bot.core.ports import House, UnitOfWork
from bot.core.programme import OWN_THEME, Programme, Session
from bot.core.season import (
    ahead,
    chosen_of,
    ends_season,
    in_order,
    leads_of,
    led_from_outside,
    season_of,
    season_span,
    themes_of,
)
from bot.core.seasons_kept import kept_of

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

    `own` are the themes of the group's own by id, `subgroups` the programme's in its order and then the convener's,
    `earlier` the lengths of its first seasons where they were others than now.
    """

    group: Group
    programme: Programme
    members: tuple[Member, ...]
    meetings: tuple[Meeting, ...]
    comings: tuple[Coming, ...]
    facilitators: tuple[Facilitator, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict)
    subgroups: tuple[Subgroup, ...] = ()
    earlier: tuple[int, ...] = ()

    def theme(self, meeting: Meeting) -> str | None:
        """The session of this meeting; None while it is still to be chosen."""
        return self._themes.get(meeting.id)

    @cached_property
    def _themes(self) -> Mapping[str, str | None]:
        return themes_of(self.group, self.meetings, self.programme, self.earlier)

    def chosen(self) -> list[tuple[Meeting, str | None, str | None]]:
        """The meetings whose theme is the group's to choose, each with what was chosen and what it has."""
        return chosen_of(self.group, self.meetings, self.programme, self.earlier)

    def title(self, meeting: Meeting) -> Text:
        """The name of this meeting's kind and theme, or that the theme is still to be chosen."""
        theme = self.theme(meeting)
        return self.with_kind(theme, self.words(theme, "title")) if theme else say("theme-open")

    def short(self, meeting: Meeting) -> Text:
        """The same in few words, for a heading that says something before it."""
        theme = self.theme(meeting)
        return self.words(theme, "short") if theme else say("theme-open")

    def heading(self, meeting: Meeting) -> Text:
        """The same in few words, with the kind of meeting before it."""
        return self.with_kind(self.theme(meeting) or "", self.short(meeting))

    def with_kind(self, theme: str, text: Text) -> Text:
        """A theme's text with the name of its kind of meeting before it, where kinds alternate."""
        kind = next((session.kind for session in self.programme.sessions if session.id == theme), "")
        return say("kind-and-theme", kind=Pack(self.programme.pack, f"kinds.{kind}.name"), theme=text) if kind else text

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

    def between(self, meeting: Meeting) -> Text | None:
        """What the programme gives to do after this meeting, before the group meets again; nothing between seasons."""
        theme = self.theme(meeting)
        last = self.ends_season(meeting) or self.after(meeting) is None
        if self.programme.between != "given" or theme is None or last:
            return None
        texts = self.session(theme).between
        return self.words(theme, f"between.{self.turn_of(meeting) % texts}") if texts else None

    def turn_of(self, meeting: Meeting) -> int:
        """How many times its theme has been the group's before, in past seasons too: by this its texts take turns."""
        before = [m.id for m in self.meetings[: self.number(meeting) - 1]]
        return self.group.season + [self._themes[each] for each in before].count(self._themes.get(meeting.id))

    def ends_season(self, meeting: Meeting) -> bool:
        """Whether this meeting is the last of its season."""
        return ends_season(self.group, self.number(meeting), len(self.meetings), self.earlier)

    def season(self, meeting: Meeting) -> int:
        """Which season it belongs to, from 0."""
        return season_of(self.group, self.number(meeting), len(self.meetings), self.earlier)

    def season_of(self, meeting: Meeting) -> tuple[Meeting, ...]:
        """The standing meetings of the season that it belongs to."""
        first, last = season_span(self.group, self.number(meeting), len(self.meetings), self.earlier)
        return self.meetings[first - 1 : last]

    def since(self, now: datetime) -> tuple[Meeting, ...]:
        """The meetings of this season and of those to come; of a group that does not go on, all that it has.

        This season is that of the next meeting, or of the last one where there is none ahead.
        """
        if not self.meetings or not (self.group.season_meetings or self.earlier):
            return self.meetings
        first = self.season_of(self.next(now) or self.meetings[-1])[0]
        return tuple(meeting for meeting in self.meetings if meeting.starts >= first.starts)

    @property
    def ending(self) -> bool:
        """Whether its present season is the last one of a group that could go on."""
        return self.programme.open_ended and not self.group.season_meetings and bool(self.meetings)

    def begins_group(self, meeting: Meeting) -> bool:
        """Whether it is one of the first meetings, in which a group comes to know itself and agrees on its ways."""
        return 0 < self.number(meeting) <= max(len(self.programme.at("first")), 1)

    def led_from_outside(self) -> int:
        """How many first meetings are led by whoever facilitates, or wait for them."""
        first = season_span(self.group, 1, len(self.meetings), self.earlier)[1]
        return led_from_outside(self.programme, len(self.meetings), first, seated=bool(self.facilitators))

    def lead(self, meeting: Meeting) -> Lead | None:
        """Whoever leads this meeting as things stand."""
        outside = self.led_from_outside()
        found = self._leads.get(meeting.id)
        member = next((m for m in self.members if m.id == found), None)
        if member:
            return Lead(member.person_id, member.name, member)
        if self.facilitators and 0 < self.number(meeting) <= outside:
            return Lead(self.facilitators[0].person_id, self.facilitators[0].name, None)
        return None

    @cached_property
    def _leads(self) -> Mapping[str, str | None]:
        absent = {(c.meeting_id, c.member_id) for c in self.comings if c.how == How.ABSENT}
        return leads_of(self.members, self.meetings, absent, self.led_from_outside())

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

    def instants(self, meetings: Sequence[Meeting]) -> tuple[datetime, ...]:
        """When these meetings begin, in UTC."""
        return tuple(meeting.begins(self.group.tz) for meeting in meetings)

    def number(self, meeting: Meeting) -> int:
        """Which of all the group's standing meetings it is, past seasons' too, from 1; 0 where it does not stand."""
        return next((n for n, m in enumerate(self.meetings, 1) if m.id == meeting.id), 0)

    def subgroup(self, subgroup_id: str | None) -> Subgroup | None:
        """This sub-group of the group's."""
        return next((s for s in self.subgroups if s.id == subgroup_id), None)

    def member(self, person_id: str) -> Member | None:
        """This person as a member."""
        return next((m for m in self.members if m.person_id == person_id), None)


def in_their_order(programme: Programme, subgroups: Collection[Subgroup]) -> list[Subgroup]:
    """The programme's sub-groups in its own order, and then the convener's by the alphabet."""
    place = {name: number for number, name in enumerate(programme.subgroups)}
    return sorted(subgroups, key=lambda s: (place.get(s.name, len(place)), s.title.casefold(), s.id))


async def view(work: UnitOfWork, house: House, group: Group) -> View:
    """Load a group as it stands."""
    await at_hand(work, house, group)
    members = await work.members.find(group_id=group.id)
    facilitators = await work.facilitators.find(group_id=group.id)
    own = [theme.removeprefix(OWN) for theme in group.themes if theme.startswith(OWN)]
    papers = await work.papers.find(id=own) if own else []
    programme = house.library.programme(group.pack)
    apart = await work.subgroups.find(group_id=group.id) if programme.subgroups else []
    return View(
        group,
        programme,
        tuple(sorted(members, key=lambda m: (m.joined, m.id))),
        tuple(in_order(await work.meetings.find(group_id=group.id))),
        tuple(await work.comings.find(group_id=group.id)),
        tuple(sorted(facilitators, key=lambda f: f.id)),
        {f"{OWN}{paper.id}": paper.text for paper in papers},
        tuple(in_their_order(programme, apart)),
        (await kept_of(work, group)).earlier if programme.open_ended else (),
    )


def where(meeting: Meeting) -> Phrase:
    """Where a meeting is held, in a line: its link, its place, or that it is to be agreed."""
    if meeting.link:
        return say("where-link", link=meeting.link)
    return say("where-place", place=meeting.place) if meeting.place else say("where-open")
