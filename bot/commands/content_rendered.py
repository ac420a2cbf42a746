"""What a programme's words become on every platform: a season lived through on paper, with every button pressed once.

The real uses say it, the real `fit` and the platforms' own pure renderers bring it down; whatever of the programme's
would be cut or refused there is told with its place.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from bot.chance import Chance
from bot.commands.content_desk import Desk
from bot.commands.content_fits import Cut, cuts
from bot.content.library import Library
from bot.content.typed_port import TypedText
from bot.core.delivery import Said, compose
from bot.core.hear import hear
from bot.core.incoming import Command, Filled, Incoming, Press, Sender
from bot.core.model import Floor, Group, Notice, State
from bot.core.outgoing import Field, Form, Message, Option, Pack, Reply, say
from bot.core.people import person_for
from bot.core.platform import Capabilities
from bot.core.ports import House, Rhythm, UnitOfWork
from bot.core.programme import Programme
from bot.core.register import COMMANDS
from bot.core.season import themes_of
from bot.core.uses.founding.setup import Spec, found

PAPER = Capabilities(
    whisper="direct", form="modal", fields=20, buttons=100, per_row=8, label=500, text=100_000, files=True, edit=True
)
"""Nothing is cut before it is looked at."""

NAMES = ("Kaarina", "Aino", "Veikko", "Salme", "Oiva")
FIRST = datetime(2026, 9, 15, 17)  # noqa: DTZ001 - wall time
DEPTH = 3
"""How many presses one after another are tried from a post."""

NOT_PRESSED = frozenset({"leave", "end"})
BY_SEASON = frozenset({"pretask", "results"})
"""The kinds that have other words of the programme's in another season, with other prompts and rules."""

NOT_SAID = frozenset({"deletion", "event"})


@dataclass(frozen=True)
class Rendered:
    """What was looked at: how many messages and forms, what of the programme would be cut, and what could not be tried.

    `untried` names kinds and presses, and is empty where all is well with Piiri itself.
    """

    looked_at: int
    cuts: tuple[Cut, ...]
    untried: tuple[str, ...]


async def rendered(library: Library, slug: str, languages: tuple[str, ...] = ()) -> Rendered:
    """A programme's words as every platform would have them, in these languages or in all that it has."""
    programme = library.programme(slug)
    looked, found_, untried = 0, set[Cut](), set[str]()
    for language in languages or programme.languages:
        paper = _Paper(library, programme, language)
        await paper.all()
        looked += paper.looked
        found_ |= paper.cuts
        untried |= paper.untried
    return Rendered(looked, tuple(sorted(found_)), tuple(sorted(untried)))


class _Paper:
    """One language's seasons."""

    def __init__(self, library: Library, programme: Programme, language: str) -> None:
        self._library, self._programme, self._language = library, programme, language
        self.looked, self.cuts, self.untried = 0, set[Cut](), set[str]()
        self._pressed: set[tuple[str, str]] = set()
        self._acts = 0

    async def all(self) -> None:
        """As many seasons as it takes to have every theme, and every set of prompts."""
        programme = self._programme
        self._see(_setup_question(programme))
        sets = max(session.pretasks for session in programme.sessions)
        most = programme.meetings.most
        slots = max(most - len(programme.at("first")) - len(programme.at("last")), 1)
        themes = programme.themes()
        rounds = [themes[n : n + slots] for n in range(0, len(themes), slots)] or [()]
        for number in range(max(sets, len(rounds))):
            await self._season(number, rounds[number % len(rounds)], most)

    async def _season(self, number: int, themes: tuple[str, ...], meetings: int) -> None:
        clock = _Clock(datetime(2026, 9, 1, 9, tzinfo=ZoneInfo("Europe/Helsinki")))
        desk = Desk()
        work = cast(UnitOfWork, desk)
        house = House(self._library, TypedText(), clock, Chance(number), {"paper": PAPER})
        spec = Spec(
            name="Torstain piiri",
            platform="paper",
            channel="paper",
            programme=self._programme.slug,
            language=self._language,
            zone=ZoneInfo("Europe/Helsinki"),
            first=FIRST,
            rhythm=Rhythm(3, "week"),
            minutes=self._programme.minutes.usual,
            meetings=meetings,
            place="Kulttuuritalo",
            link="",
            themes=themes,
            floor=Floor.FIVE,
            season=number,
        )
        group = await found(work, house, spec, await person_for(work, house, self._sender(NAMES[0])))
        live = _Live(desk, work, house, clock, group)
        for name in NAMES:
            await self._hear(live, name, Press(f"join:{group.id}:"))
        await self._through(live)

    async def _through(self, live: "_Live") -> None:
        """Say what falls due until nothing does, and press what it offers; commands are given three times, once."""
        said = 0
        while notice := await live.next():
            live.clock.at = max(live.clock.at, notice.due)
            if notice.kind == "pretask" and said in {0, 2} and not live.group.season:
                await self._commands(live)
            said += notice.kind == "pretask"
            await self._say(live, notice, 0)
            if notice.kind == "season":  # a group that goes on would do so for ever
                await self._hear(live, NAMES[0], Press(f"seasons-last-sure:{live.group.id}:this"))
        if not live.group.season:
            await self._commands(live)

    async def _say(self, live: "_Live", notice: Notice, depth: int) -> None:
        try:
            said = await compose(live.work, notice, live.house)
        except Exception as error:
            self.untried.add(f"{notice.kind}: {type(error).__name__}")
            said = None
        if (there := live.desk.notices.kept.get(notice.id)) is not None:
            live.desk.notices.kept[notice.id] = replace(there, state=State.SENT, posts=("1",))
        new = self._new(
            live, f"{notice.kind} {live.group.season if notice.kind in BY_SEASON else ''}", notice.meeting_id
        )
        if isinstance(said, Said) and (new or depth):
            self._see(said.message)
            person = await live.work.persons.get(notice.person_id) if notice.person_id else None
            await self._press_all(live, person.handle if person else NAMES[0], said.message, depth)

    async def _commands(self, live: "_Live") -> None:
        for word in COMMANDS:
            if word not in NOT_PRESSED:
                await self._try(live, NAMES[0], Command(word), f"/{word}", 0)

    async def _press_all(self, live: "_Live", name: str, message: Message, depth: int) -> None:
        if depth >= DEPTH:
            return
        for row in message.buttons:
            for button in row:
                data = getattr(button, "data", "")
                word, _, about = data.partition(":")
                if word and word not in NOT_PRESSED and self._new(live, word, about):
                    await self._try(live, name, Press(data), word, depth)

    def _new(self, live: "_Live", word: str, about: str | None) -> bool:
        """Whether nothing was said or pressed by this word yet about a meeting on this session, or at all."""
        key = (word, live.session_of((about or "").partition(":")[0]))
        new = key not in self._pressed
        self._pressed.add(key)
        return new

    async def _try(self, live: "_Live", name: str, act: Press | Command, word: str, depth: int) -> None:
        """Press, look at what comes of it and of what that offers, and have everything as it was before."""
        before = live.desk.now()
        known = set(live.desk.notices.kept)
        reply = await self._hear(live, name, act, word)
        self._see(reply)
        if isinstance(reply, Form):
            values = {field.name: _filled(field) for field in reply.fields}
            reply = await self._hear(live, name, Filled(reply.name, reply.about, values), word)
            self._see(reply)
        if isinstance(reply, Message):
            await self._press_all(live, name, reply, depth + 1)
        for notice in await live.due():
            if notice.id not in known:
                await self._say(live, notice, depth + 1)
        live.desk.back_to(before)

    async def _hear(self, live: "_Live", name: str, act: Any, word: str = "join") -> Reply:
        self._acts += 1
        try:
            return (await hear(live.work, live.house, Incoming(f"k{self._acts}", self._sender(name), None, act))).reply
        except Exception as error:
            self.untried.add(f"{word}: {type(error).__name__}")
            return None

    def _sender(self, name: str) -> Sender:
        return Sender("paper", name, name, self._language, may_convene=True)

    def _see(self, reply: Reply) -> None:
        if reply is not None:
            self.looked += 1
            try:
                self.cuts |= set(cuts(self._library, reply, self._language))
            except Exception as error:
                self.untried.add(f"{type(reply).__name__}: {type(error).__name__} {error}")


class _Clock:
    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at.astimezone(ZoneInfo("UTC"))


@dataclass
class _Live:
    """A group that lives on a desk."""

    desk: Desk
    work: UnitOfWork
    house: House
    clock: _Clock
    group: Group

    async def next(self) -> Notice | None:
        """What falls due first."""
        waiting = await self.desk.notices.waiting(self.group.id)
        return next((n for n in waiting if n.kind not in NOT_SAID), None)

    async def due(self) -> list[Notice]:
        """What is due by now, or before the morning."""
        soon = self.clock.now() + timedelta(hours=12)
        return [n for n in await self.desk.notices.waiting(self.group.id) if n.due <= soon and n.kind not in NOT_SAID]

    def session_of(self, about: str) -> str:
        """The session that a meeting is on; empty for anything that is no meeting."""
        meetings = self.desk.rows("meetings")
        if about not in meetings:
            return ""
        group = self.desk.groups.kept.get(self.group.id, self.group)
        return themes_of(group, meetings.values(), self.house.library.programme(group.pack)).get(about) or "open"


def _filled(field: Field) -> str:
    """Something that may be answered to a field."""
    if field.options:
        return next((option.value for option in field.options if option.value), "")
    return field.value or ("" if field.role else "1, 2")


def _setup_question(programme: Programme) -> Form:
    """The programme's name where it is one of several to found a group with."""
    option = Option(programme.slug, Pack(programme.slug, "name"))
    return Form("setup", "", say("setup-programme"), (Field("programme", say("setup-programme"), options=(option,)),))
