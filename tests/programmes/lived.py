"""A drawn group living its whole life on rows in memory: the real uses and sayers, no database, nothing sent."""

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from bot.chance import Chance
from bot.commands.content_desk import ROWS, Desk, GroupRows
from bot.content.typed_port import TypedText
from bot.core import ballots
from bot.core.choosing import THEME
from bot.core.delivery import Said, compose
from bot.core.hear import hear
from bot.core.incoming import Filled, Incoming, Press, Sender
from bot.core.kinds import PARTS, PLANNED
from bot.core.model import Facilitator, Group, Meeting, Member, Notice, Paper, Person, State, to_utc
from bot.core.people import person_for
from bot.core.ports import House, UnitOfWork
from bot.core.replan import replan
from bot.core.uses.founding.setup import Spec, found
from bot.core.view import OWN, View, view
from scheduler.clock import HeldClock
from tests.programmes.drawn import PLATFORMS, Drawn, library

ZONE = ZoneInfo("Europe/Helsinki")
LANGUAGES = ("fi", "en", "sv")
WRITERS = 6
"""How many answer in a talkative group."""

LONG = "Tästä jäi mieleen kaikki 🎻 & <b>vähän</b> _muutakin_ *tähdistä*. " * 8
ENDLESS = 5_000
"""So many notices are more than any group of ours ever has."""


class Groups(GroupRows):
    """A group that is deleted takes all its rows with it, as in the database."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    async def drop(self, **equal: object) -> int:
        """Delete such groups, and what is theirs."""
        gone = {row.id for row in await self.find(**equal)}
        for name in (*ROWS, "notices"):
            rows = self._desk.rows(name)
            for row_id in [each for each, row in rows.items() if getattr(row, "group_id", None) in gone]:
                del rows[row_id]
        return await super().drop(**equal)


@dataclass(frozen=True)
class Post:
    """One notice that was said: when (UTC), and what; in the group's channel, in private, or in a sub-group's channel."""

    at: datetime
    notice: Notice
    said: Said

    @property
    def planned(self) -> bool:
        """Whether it follows from the meetings."""
        return self.notice.kind in PLANNED


@dataclass
class Lived:
    """A life from founding to deletion: the group as it was, its meetings in order and what each was about."""

    drawn: Drawn
    group: Group
    posts: list[Post] = field(default_factory=list)
    order: tuple[Meeting, ...] = ()
    themes: dict[str, str | None] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    unsaid: list[str] = field(default_factory=list)

    def of(self, meeting: Meeting, kind: str) -> list[Post]:
        """What was said of this kind about a meeting."""
        return [post for post in self.posts if post.notice.meeting_id == meeting.id and post.notice.kind == kind]

    def local(self, at: datetime) -> datetime:
        """An instant as the group's wall clock shows it."""
        return at.astimezone(self.group.tz).replace(tzinfo=None)

    def routine(self) -> Iterator[Post]:
        """The group's own planned posts, not those of its sub-groups."""
        return (p for p in self.posts if p.planned and not p.notice.person_id and p.notice.kind not in PARTS)


class Life:
    """The living of it, one notice after the other."""

    def __init__(self, drawn: Drawn) -> None:
        self.drawn, self.desk = drawn, Desk()
        self.desk.groups = Groups(self.desk)
        self.work = cast(UnitOfWork, self.desk)
        self.clock = HeldClock(to_utc(drawn.begun, ZONE))
        can = {drawn.platform: PLATFORMS[drawn.platform]}
        self.house = House(library(), TypedText(), self.clock, Chance(drawn.seed), can)
        self.keys = itertools.count()
        self.people: list[Person] = []

    async def live(self) -> Lived:
        """From founding until nothing is to come."""
        group = await self._found()
        lived = Lived(self.drawn, group)
        for _ in range(ENDLESS):
            waiting = await self.work.notices.waiting(group.id)
            notice = next((each for each in waiting if each.kind != "event"), None)
            if notice is None:
                return lived
            self.clock.move(max(self.clock.now(), notice.due))
            await self._say(lived, notice)
        raise AssertionError("a life without an end")

    async def _found(self) -> Group:
        """Found the group through the real door, and seat everybody at once."""
        drawn = self.drawn
        for number in range(drawn.members + 1):
            sender = self._sender(number)
            self.people.append(await person_for(self.work, self.house, sender))
        spec = Spec(
            name="Aaltojen, äänien ja öiden ryhmä, joka tapaa torstaisin klo 17",
            platform=drawn.platform,
            channel="channel",
            programme=drawn.programme,
            language=drawn.language,
            zone=ZONE,
            first=drawn.first,
            rhythm=drawn.rhythm,
            minutes=drawn.minutes,
            meetings=drawn.meetings,
            place="" if drawn.remote else "Kulttuuritalo, 2. krs, ovikoodi tulee perille tullessa",
            link="https://etana.example/" + "a" * 40 if drawn.remote else "",
            themes=tuple(theme for theme in drawn.named if theme != "own"),
            floor=drawn.floor,
            season=drawn.before,
        )
        group = await found(self.work, self.house, spec, self.people[0])
        subgroups = await self.work.subgroups.find(group_id=group.id)
        for number, subgroup in enumerate(subgroups[: drawn.apart]):
            await self.work.subgroups.save(replace(subgroup, channel=f"apart-{number}"))
        for number, person in enumerate(self.people[:-1]):
            key, now = await self.work.keys.make(), self.clock.now()
            part = subgroups[number % len(subgroups)].id if subgroups and number % 5 else None
            new = Member(f"member-{number:03}", group.id, person.id, key, person.name, now, subgroup_id=part)
            await self.work.members.add(new)
        if drawn.seated:
            guide = self.people[-1]
            await self.work.facilitators.add(Facilitator("guide", group.id, guide.id, guide.name))
        themes = []
        for theme in drawn.named:
            if theme == "own":
                text = "Kun kukaan ei kysy, miten menee, eikä itsekään enää muista kysyä sitä"
                await self.work.papers.add(Paper("paper", group.id, THEME, None, "member-001", group.key_id, text))
            themes.append(f"{OWN}paper" if theme == "own" else theme)
        group = replace(group, themes=tuple(themes), preparation=drawn.preparation, off=drawn.off)
        await self.work.groups.save(group)
        await replan(self.work, self.house, group)
        return group

    def _sender(self, number: int) -> Sender:
        language = LANGUAGES[number % len(LANGUAGES)]
        return Sender(self.drawn.platform, f"p{number}", f"Henkilö {number}", language, may_convene=True)

    async def _say(self, lived: Lived, notice: Notice) -> None:
        """Say one, as the dispatcher would, and let the group answer it."""
        if notice.expires < self.clock.now():
            return await self._settle(notice, State.SKIPPED)
        about = await self.work.meetings.get(notice.meeting_id) if notice.meeting_id else None
        if about:
            await self._look(lived, about)
        said = await compose(self.work, notice, self.house)
        if not isinstance(said, Said):
            if said.state is not State.WAITING:
                await self._settle(notice, said.state)
                lived.unsaid.append(notice.kind)
            return None
        await self._settle(notice, State.SENT)
        lived.posts.append(Post(self.clock.now(), notice, said))
        if about:
            await self._answer(notice, about)
        return None

    async def _settle(self, notice: Notice, state: State) -> None:
        rows = self.desk.notices.kept
        if notice.id in rows:  # deletion takes all of them
            rows[notice.id] = replace(rows[notice.id], state=state, posts=("1",))

    async def _look(self, lived: Lived, about: Meeting) -> None:
        """What a meeting is about and who leads it, when it is near; the order that the meetings have."""
        seen = await self._seen(about)
        if seen is None or not seen.meetings:
            return
        lived.order = seen.meetings
        lived.themes[about.id] = seen.theme(about)
        lead = seen.lead(about)
        if lead:
            lived.leads[about.id] = lead.person_id

    async def _seen(self, about: Meeting) -> View | None:
        group = await self.work.groups.get(about.group_id)
        return await view(self.work, self.house, group) if group else None

    async def _answer(self, notice: Notice, about: Meeting) -> None:
        """The second season is the last; in a talkative group six do all that can be done."""
        seen = await self._seen(about)
        if seen is None:
            return
        if notice.kind == "reminder" and seen.group.season_meetings and seen.season(about) > seen.group.season:
            await self._hear(0, Press(f"seasons-last-sure:{seen.group.id}:this"))
        if not self.drawn.talkative:
            return
        if notice.kind == "pretask":
            await self._hear(1, Filled("note", about.id, {"text": LONG}))
            await self._hear(2, Press(f"absent:{about.id}:"))
            await self._hear(2, Filled("reason", f"{about.id}:group", {"reason": LONG[:200]}))
        elif notice.kind in {"feedback", "evaluation"}:
            await self._mark(seen, about, notice.kind)
        elif notice.kind == "farewell":
            for number in range(min(WRITERS, self.drawn.members)):
                await self._hear(number, Press(f"followup:{seen.group.id}:yes"))
        elif notice.kind == "followup":
            words = dict.fromkeys(("stayed", "changed", "help", *seen.programme.followup), LONG[:300])
            number = next(n for n, person in enumerate(self.people) if person.id == notice.person_id)
            await self._hear(number, Filled("followup-answer", f"{seen.group.id}:{notice.ref}", words))
        elif notice.kind == "reflect":
            words = dict.fromkeys(seen.programme.reflections, LONG)
            await self._hear(self.drawn.members, Filled("reflect", about.id, words))

    async def _mark(self, seen: View, about: Meeting, kind: str) -> None:
        """As many long answers as there are people to give them."""
        poll = await ballots.round_of(self.work, about, kind)
        if poll is None:
            return
        asked = seen.programme.evaluation
        words = {"sentence": LONG, "carry": LONG[:150]}
        if kind == "evaluation":
            words = dict.fromkeys((*asked.words, *(f"field.{each}" for each in asked.fields)), LONG)
        for number, member in enumerate(seen.members[:WRITERS]):
            scales = dict.fromkeys(asked.scales if kind == "evaluation" else seen.programme.scales, number % 5 + 1)
            await ballots.mark(self.work, self.house, poll, member, scales=scales, words=words)

    async def _hear(self, number: int, act: Any) -> None:
        await hear(self.work, self.house, Incoming(f"k{next(self.keys)}", self._sender(number), None, act))


async def live(drawn: Drawn) -> Lived:
    """A drawn group's whole life."""
    return await Life(drawn).live()


def counted(lived: Lived, meeting: Meeting) -> Counter[str]:
    """How often each kind was said about a meeting, to the group itself."""
    return Counter(p.notice.kind for p in lived.routine() if p.notice.meeting_id == meeting.id)
