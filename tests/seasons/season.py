"""A season from outside: people act by hand on a platform's stand-in, and what each of them sees is written down.

Whatever the platform, a script reads the same: the language of the journeys, in which a form is filled with
`Aino fills: text` where it has one field. A line that is meant for one platform alone begins with its name and a bar:

    telegram| whisper to Aino: alert: Tämä on ryhmän jäsenille.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Literal, TypeVar

from tests.journeys.dialogue import Line, lines_of, stands_in
from tests.seasons.house import Astray, House

GROUP = "group"

S = TypeVar("S", bound="Season")

How = Literal["post", "edit", "toast", "alert", "form", "did", "aside"]
"""What somebody saw: a message, another text in its place, something in passing, a form; or what was done."""


@dataclass(frozen=True)
class Seen:
    """One thing that somebody saw or did: when (the group's local time), where (the group, or whose own side)."""

    at: datetime
    place: str
    how: How
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    file: str = ""
    data: bytes = b""
    post: Any = field(default=None, repr=False)
    """The platform's own, as it stands by now: it has a `pinned`."""
    who: str = ""
    side: str = ""
    """How their own side shows it, in words."""
    calls: str = ""
    """Whom it mentions."""

    @property
    def said(self) -> bool:
        """Whether the bot said it."""
        return self.how not in {"did", "aside"}

    @property
    def heading(self) -> str:
        return self.text.partition("\n")[0]


@dataclass(repr=False)
class Season:
    """The people, their phones and everything that was seen and done on one platform."""

    house: House
    paced: bool = False
    log: list[Seen] = field(default_factory=list)
    persons: dict[str, Any] = field(default_factory=dict)
    taps: int = 0
    typed: int = 0
    _read: dict[str, int] = field(default_factory=dict)
    _since: int = 0

    platform: ClassVar[str]
    repeated: ClassVar[list[str]] = []
    """How the posts begin that stand twice, because the bot died when nobody could know whether they had arrived."""
    late: ClassVar[dict[tuple[str, datetime], datetime]] = {}
    """When planned posts stood that could not stand when they were due, by kind and due time."""

    # What each platform does its own way

    async def begins(self, title: str, *names: str) -> None:
        """A place of this name with these people, of whom the first made it; the bot's settings know the way there."""
        raise NotImplementedError

    async def listens(self) -> None:
        """Wait until the bot that has just begun hears what people do."""
        raise NotImplementedError

    async def stops(self) -> None:
        """The platform is gone."""
        raise NotImplementedError

    async def adds_bot(self, name: str) -> None:
        raise NotImplementedError

    async def presses(self, name: str, label: str, *, where: str = "") -> None:
        """Press the newest button with this label that somebody sees."""
        raise NotImplementedError

    async def commands(self, name: str, words: str, *, in_group: bool) -> None:
        raise NotImplementedError

    async def writes(self, name: str, text: str) -> None:
        """Write to the bot alone."""
        raise NotImplementedError

    async def fills(self, name: str, values: str) -> None:
        """Fill in what one was asked last."""
        raise NotImplementedError

    async def says(self, name: str, text: str) -> None:
        """Talk in the group."""
        raise NotImplementedError

    async def acknowledged(self) -> None:
        """Wait until all that was done is heard and answered."""
        raise NotImplementedError

    def traffic(self) -> int:
        """A number that rises with whatever the bot does there."""
        raise NotImplementedError

    def newest(self, heading: str) -> Any:
        """The newest post in the group that begins so, as it stands now; `reads` tells how."""
        raise NotImplementedError

    def reads(self, post: Any) -> str:
        """A post's text as people see it."""
        raise NotImplementedError

    def of_no_matter(self, seen: Seen) -> bool:
        """Whether it only says that something else is to be looked at, or is but a file that belongs to something."""
        return False

    # Up and down

    async def starts_bot(self) -> None:
        await self.house.starts()
        await self.listens()

    async def kills_bot(self) -> None:
        await self.house.kills()

    async def ends(self) -> None:
        await self.house.ends()
        await self.stops()

    @property
    def now(self) -> datetime:
        return self.house.now

    @property
    def printed(self) -> str:
        """All that the process wrote."""
        return "".join(line for run in self.house.runs for line in (*run.out, *run.err))

    # What is played

    async def plays(self, script: str) -> None:
        """Play a script; Astray at the first line that does not hold."""
        __tracebackhide__ = True
        for line in lines_of(self.meant(script)):
            try:
                await self._plays(line)
            except Astray as astray:
                raise Astray(f"line {line.number}: {line.source}\n{astray}\n{self._lately()}") from None

    def meant(self, script: str) -> str:
        """The script, or any other block of lines, without what is meant for other platforms."""
        kept = []
        for line in script.splitlines():
            tagged = re.match(r"(\s*)(\w+)\| (.*)", line)
            if tagged is None:
                kept.append(line)
            elif tagged[2] == self.platform:
                kept.append(tagged[1] + tagged[3])
        return "\n".join(kept)

    async def _plays(self, line: Line) -> None:  # noqa: PLR0912 - a branch for each kind of line
        match line.kind:
            case "nothing":
                await self._nothing()
            case "…":
                self._read = dict.fromkeys([GROUP, *self.persons], len(self.log))
            case "channel":
                await self._expects(GROUP, line.rest)
            case "whisper to":
                await self._expects(line.name, line.rest)
            case "only":
                self._stands_at(line.rest, {line.name})
            case "nobody":
                self._stands_at(line.rest, set())
            case "time":
                await self.until(datetime.fromisoformat(line.rest))
            case "presses":
                await self.presses(line.name, line.rest, where=line.where)
            case "command":
                await self.commands(line.name, line.rest, in_group=line.where != "privately")
            case "writes":
                await self.writes(line.name, line.rest)
            case "fills":
                await self.fills(line.name, line.rest)
            case "says":
                await self.says(line.name, line.rest)
            case _:
                raise Astray("that cannot be done here")

    async def until(self, when: datetime) -> None:
        """Group time goes on."""
        await self.house.until(when)
        self._since = len(self.log)

    # What is seen

    def posts(self, place: str = GROUP) -> list[Seen]:
        """Everything that the bot posted in a place, first texts and edits."""
        return [seen for seen in self.log if seen.place == place and seen.how in {"post", "edit"}]

    def places(self, words: str) -> set[str]:
        """Where these very words were seen."""
        return {seen.place for seen in self.log if seen.said and words in seen.text}

    def unasked(self) -> list[Seen]:
        """What came to somebody who had done nothing at that time."""
        active = {(seen.who, seen.at) for seen in self.log if seen.how == "did"}
        return [
            seen for seen in self.log
            if seen.how == "post" and seen.place != GROUP and (seen.place, seen.at) not in active
        ]  # fmt: skip

    async def _expects(self, place: str, wanted: str) -> None:
        await self.house.waits(lambda: self._unread(place) is not None, f"something new stands at {place}")
        number = self._unread(place)
        assert number is not None
        if not stands_in(wanted, self.log[number].text):
            raise Astray(f"the next there reads:\n{self.log[number].text}\n{self.log[number].rows}")
        self._read[place] = number + 1

    def _unread(self, place: str) -> int | None:
        for number in range(self._read.get(place, 0), len(self.log)):
            seen = self.log[number]
            if seen.place != place or not seen.said or self.of_no_matter(seen):
                continue
            if not (seen.how == "edit" and place == GROUP):
                return number
        return None

    async def _nothing(self) -> None:
        await self._settles()
        come = [n for place in (GROUP, *self.persons) if (n := self._unread(place)) is not None and n >= self._since]
        if come:
            raise Astray("\n".join(["this has come:", *(f"{self.log[n].place}: {self.log[n].text}" for n in come)]))

    async def _settles(self) -> None:
        """Until all that was done is answered, and everything that is due now has been sent."""
        await self.acknowledged()
        before = -1
        while before != (before := self.traffic()):
            await self.house.moves(self.now)
            await asyncio.sleep(0.03)

    def _stands_at(self, wanted: str, places: set[str]) -> None:
        found = {seen.place for seen in self.log if seen.said and stands_in(wanted, seen.text)}
        if found != places:
            raise Astray(f"it stands at {sorted(found)}")

    # Within

    def note(self, place: str, how: How, text: str, **more: Any) -> Seen:
        """Write down something that was seen now."""
        seen = Seen(self.now, place, how, text, **more)
        self.log.append(seen)
        return seen

    def did(self, name: str, place: str, what: str, side: str = "") -> None:
        """Doing something reads what stood on one's own side."""
        self._since = len(self.log)
        self._read[name] = len(self.log)
        self.note(place, "did", what, who=name, side=side)

    async def answered(self, *places: str) -> None:
        """Wait until something is said there in answer to what was done last."""
        begun = self._since
        await self.house.waits(
            lambda: any(seen.said and seen.place in places for seen in self.log[begun:]), "an answer comes"
        )

    def person(self, name: str) -> Any:
        if name not in self.persons:
            raise Astray(f"there is nobody called {name}")
        return self.persons[name]

    def _lately(self) -> str:
        from tests.seasons.transcript import drawn

        return "\n".join(["-- lately --", *(drawn(seen) for seen in self.log[-10:]), f"-- {self.now} --"])


def played(season: S, story: Callable[[S], Awaitable[None]]) -> S:
    """A season played from beginning to end; whatever goes astray, no process stays."""

    async def play() -> None:
        try:
            await story(season)
            await season.ends()
        finally:
            season.house.kills_what_runs()

    asyncio.run(play())
    return season
