"""A group and its people on one platform, who play a dialogue line by line."""

import shutil
import uuid
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.app import Piiri, opened
from bot.content.library import Library
from bot.core.incoming import Act, Command, Filled, Press, Sender, Wrote
from bot.core.model import Floor
from bot.core.people import person_for
from bot.core.ports import Rhythm, UnitOfWork
from bot.core.uses.founding.setup import Spec, found
from bot.store.store import open_store
from scheduler.clock import HeldClock
from scheduler.control import MARK, Control, iso
from tests.journeys.dialogue import Line, answers, lines_of, stands_in
from tests.journeys.people import Asked, Shown, Stand, Who, own_side
from tests.journeys.platforms import STANDS
from tests.postgres import Server

HELSINKI = ZoneInfo("Europe/Helsinki")
CHANNEL = "main"
EMPTY = "empty_circle"
FIVE = ("Kaarina", "Aino", "Veikko", "Salme", "Oiva")
LIBRARY = Library()
JOIN = {"fi": "Olen mukana", "en": "I'm in", "sv": "Jag är med"}


class Astray(AssertionError):
    """A journey went another way than its script."""


@dataclass
class Circle:
    """Everything that stands on a platform, and who has read how far."""

    stand: Stand
    folder: Path
    language: str
    database: str = ""
    """Its address, where it is no file in the folder."""
    people: dict[str, Who] = field(default_factory=dict)
    log: list[Shown] = field(default_factory=list)
    read: dict[str, int] = field(default_factory=dict)
    filled: dict[str, dict[str, str]] = field(default_factory=dict)
    asked_in: dict[str, str | None] = field(default_factory=dict)
    """Where each person did something last: a form is handed in where it was asked for."""
    commanded: dict[str, Command] = field(default_factory=dict)
    """What each person has just commanded, and done nothing else since."""
    since: int = 0
    """How much stood when the last thing was done."""

    # Up and down

    async def up(self) -> None:
        self._stack = AsyncExitStack()
        await self.stand.ready()
        self.piiri: Piiri = await self._stack.enter_async_context(
            opened(
                self.url,
                self.folder / "piiri.key",
                self.stand.adapters,
                held=True,
                wakes=False,
                library=LIBRARY,
                calendar_url="https://piiri.example/calendar",
                operator="Esimerkki ry, tietosuoja@esimerkki.example",
            )
        )
        await self.stand.opened(self.piiri)
        clock = self.piiri.house.clock
        assert isinstance(clock, HeldClock)
        self.clock = clock
        self.control = Control(clock, self.piiri.store, self.piiri.store.outbox, self.piiri.dispatcher, seconds=20)
        await self._settled()

    async def down(self) -> None:
        await self._stack.aclose()
        await self.stand.down()

    @property
    def url(self) -> str:
        return self.database or f"sqlite:///{self.folder / 'piiri.db'}"

    async def away(self, until: datetime) -> None:
        """Be down until then."""
        await self.down()
        store = await open_store(self.url, self.folder / "piiri.key")
        await store.set_mark(MARK, until.isoformat())
        await store.close()
        await self.up()

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[UnitOfWork]:
        """The database, to look at what is in it."""
        async with self.piiri.store.begin() as work:
            yield work

    async def add(self, *names: str, language: str = "", may_convene: bool = True) -> None:
        for name in names:
            who = Who(name, str(500_000 + len(self.people)), language or self.language, may_convene)
            self.people[name] = who
            await self.stand.add_person(who)

    # What is played

    async def plays(self, script: str) -> None:
        """Play a script; Astray at the first line that does not hold."""
        __tracebackhide__ = True
        for line in lines_of(script):
            try:
                await self._plays(line)
            except Astray as astray:
                raise Astray(f"line {line.number}: {line.source}\n{astray}\n{self._lately()}") from None

    async def _plays(self, line: Line) -> None:
        __tracebackhide__ = True
        match line.kind:
            case "nothing":
                self._nothing()
            case "…":
                self.read = {place: len(self.log) for place in self._places()}
            case "channel":
                self._expects(line.name or CHANNEL, line.rest)
            case "whisper to":
                self._expects(own_side(self._who(line.name).name), line.rest)
            case "only":
                self._only(line.name, line.rest)
            case "nobody":
                self._nobody(line.rest)
            case _:
                self.since = len(self.log)
                await self._does(line)

    async def _does(self, line: Line) -> None:
        __tracebackhide__ = True
        match line.kind:
            case "time":
                await self.until(_local(line.rest))
            case "away until":
                await self.away(_local(line.rest))
            case "restart":
                await self.down()
                await self.up()
            case "presses":
                shown, data = self._button(line.name, line.rest)
                await self.presses(
                    line.name, data, in_=None if shown.place.startswith("@") else shown.place, label=line.rest
                )
            case "command":
                word, _, rest = line.rest.removeprefix("/").partition(" ")
                channel = None if line.where == "privately" else line.where.removeprefix("in ") or CHANNEL
                await self.acts(line.name, Command(word, rest), channel)
            case "writes":
                await self.acts(line.name, Wrote(line.rest), None)
            case "says":
                await self.acts(line.name, Wrote(line.rest), CHANNEL)
            case "fills":
                await self.fills(line.name, answers(line.rest))

    async def until(self, when: datetime) -> None:
        """Move group time on, stopping wherever something is due."""
        done = await self.control.move({"to": iso(when)})
        if not done["settled"]:
            raise Astray(f"what was due by {when} did not settle")
        await self._gathered([])

    async def presses(self, name: str, data: str, *, in_: str | None = None, label: str = "") -> None:
        """Press a button by what it carries, forged or not."""
        await self.acts(name, Press(data), in_, label)

    async def acts(self, name: str, act: Act, channel: str | None = None, label: str = "") -> None:
        who = self._who(name)
        self.since = len(self.log)
        self.read[own_side(name)] = len(self.log)
        self.asked_in[name] = channel
        self.commanded.pop(name, None)
        if isinstance(act, Command):
            self.commanded[name] = act
        await self._gathered(await self.stand.act(who, act, channel, label))

    async def fills(self, name: str, given: dict[str, str]) -> None:
        """Answer the form that was shown last, in the manner of the platform; what is not asked is not answered."""
        __tracebackhide__ = True
        open_ = self._open_form(name)
        if self.manner == "pages":
            await self._by_pages(name, open_, given)
        elif open_.form:
            await self._hands_in(name, open_, given)
        else:
            await self._step_by_step(name, open_, given)

    async def _hands_in(self, name: str, open_: Shown, given: dict[str, str]) -> None:
        __tracebackhide__ = True
        assert open_.form
        values = {asked.name: asked.value for asked in open_.fields}
        for label, value in given.items():
            asked = _asked(open_, label)
            if asked is None:
                raise Astray(f"the form has no field “{label}”; it has {[a.label for a in open_.fields]}")
            values[asked.name] = _chosen(asked.options, value) if asked.options else value
        form, about = open_.form
        await self.acts(name, Filled(form, about, values), self.asked_in.get(name))

    async def _by_pages(self, name: str, open_: Shown, given: dict[str, str]) -> None:
        """Fill in the page that is open and what still stands otherwise; what it does not ask goes with the command."""
        __tracebackhide__ = True
        known = self.filled.get(name, {}) if name not in self.commanded else {}
        left = {label: value for label, value in given.items() if known.get(label) != value}
        beside = {label: value for label, value in left.items() if not _asked(open_, label)}
        command = self.commanded.get(name)
        if beside and command:  # the form is put away, and the command given once more with the rest along
            await self.acts(name, replace(command, options=beside), self.asked_in[name])
            left, open_ = {label: left[label] for label in left if label not in beside}, self._open_form(name)
        for _ in range(40):
            if open_.form:
                here = {label: value for label, value in left.items() if _asked(open_, label)}
                if not here:
                    raise Astray(f"the script answers nothing of the page: {open_.text}")
                await self._hands_in(name, open_, here)
                left = {label: left[label] for label in left if label not in here}
                if not left:
                    self.filled[name] = {**known, **given}
                    return
            else:
                await self.presses(name, _way_to_page(open_, left, known))
            open_ = self._open_form(name)
        raise Astray("the form does not end")

    async def _step_by_step(self, name: str, open_: Shown, given: dict[str, str]) -> None:
        __tracebackhide__ = True
        known = self.filled.setdefault(name, {})
        known.update(given)
        for _ in range(40):
            label = max((each for each in known if each in open_.text), key=len, default=None)
            keep = next((data for _, data in open_.buttons if data.startswith(("form-keep", "form-skip"))), None)
            picks = {each: data for each, data in open_.buttons if data.startswith("form-pick")}
            if label is None and keep is None:
                raise Astray(f"the script answers nothing to the question: {open_.text}")
            if label is None or (not known[label] and keep):
                await self.presses(name, keep or "")
            elif picks:
                if known[label] not in picks:
                    raise Astray(f"“{known[label]}” is not to choose; there are {list(picks)}")
                await self.presses(name, picks[known[label]])
            else:
                await self.acts(name, Wrote(known[label]), None)
            following = self._last(own_side(name))
            if following is None or not _is_question(following):
                self.filled.pop(name, None)
                return
            if label and label in following.text and following.text.endswith(open_.text.split("\n")[-1]):
                return  # asked again, with what is to be mended
            open_ = following
        raise Astray("the form does not end")

    # What is seen

    def _expects(self, place: str, wanted: str) -> None:
        __tracebackhide__ = True
        for number in range(self.read.get(place, 0), len(self.log)):
            shown = self.log[number]
            if shown.place == place:
                if not stands_in(wanted, shown.text):
                    raise Astray(f"the next there reads:\n{_drawn(shown)}")
                self.read[place] = number + 1
                self.seen = shown
                return
        raise Astray("nothing new stands there")

    def _nothing(self) -> None:
        __tracebackhide__ = True
        come = [shown for n, shown in enumerate(self.log) if n >= max(self.since, self.read.get(shown.place, 0))]
        if come:
            raise Astray("\n".join(["this has come:", *(_drawn(shown) for shown in come)]))

    def _only(self, name: str, wanted: str) -> None:
        __tracebackhide__ = True
        places = {shown.place for shown in self.log if stands_in(wanted, shown.text)}
        if places != {own_side(name)}:
            raise Astray(f"it stands at {sorted(places)}")

    def _nobody(self, wanted: str) -> None:
        __tracebackhide__ = True
        places = [shown.place for shown in self.log if stands_in(wanted, shown.text)]
        if places:
            raise Astray(f"it stands at {places}")

    def button(self, name: str, label: str) -> str:
        """What the button that somebody sees with this label carries."""
        return self._button(name, label)[1]

    def file(self, ending: str) -> bytes:
        """The file of what was expected and seen last."""
        return next(file.body for file in self.seen.files if file.name.endswith(ending))

    @property
    def manner(self) -> str:
        """How forms are shown here: "modal" as a whole, "pages" a page at a time, "steps" question by question."""
        return self.piiri.house.capabilities[self.stand.name].form

    def texts(self, place: str) -> list[str]:
        """All that ever stood in a place."""
        return [shown.text for shown in self.log if shown.place == place]

    # Within

    async def _settled(self) -> None:
        if not await self.piiri.dispatcher.settled(20):
            raise Astray("what was due did not settle")
        self.log += await self.stand.arrived()

    async def _gathered(self, direct: list[Shown]) -> None:
        self.log += direct
        await self._settled()

    def _who(self, name: str) -> Who:
        if name not in self.people:
            raise Astray(f"there is nobody called {name}")
        return self.people[name]

    def _places(self) -> set[str]:
        return {shown.place for shown in self.log}

    def _visible(self, name: str) -> list[Shown]:
        self._who(name)
        return [shown for shown in self.log if shown.place in (own_side(name),) or not shown.place.startswith("@")]

    def _button(self, name: str, label: str) -> tuple[Shown, str]:
        __tracebackhide__ = True
        for shown in reversed(self._visible(name)):
            for there, data in shown.buttons:
                if there == label:
                    return shown, data
        there_are = sorted({label for shown in self._visible(name) for label, _ in shown.buttons})
        raise Astray(f"{name} sees no button “{label}”; there are {there_are}")

    def _last(self, place: str) -> Shown | None:
        return next((shown for shown in reversed(self.log) if shown.place == place), None)

    def _open_form(self, name: str) -> Shown:
        __tracebackhide__ = True
        last = self._last(own_side(name))
        opens = last and (last.form or _is_question(last) or (self.manner == "pages" and _can_be_changed(last)))
        if last is None or not opens:
            raise Astray(f"no form is open before {name}; there stands:\n{_drawn(last) if last else 'nothing'}")
        return last

    def _lately(self) -> str:
        return "\n".join(["-- stood last --", *(_drawn(shown) for shown in self.log[-8:]), f"-- {self.clock.now()} --"])


def _is_question(shown: Shown) -> bool:
    return any(data.startswith("form-") for _, data in shown.buttons)


def _can_be_changed(shown: Shown) -> bool:
    return any(data.startswith("setup:") for _, data in shown.buttons)


def _asked(shown: Shown, label: str) -> Asked | None:
    """The field that a label begins; a long question stands above the one field that it belongs to."""
    alone = len(shown.fields) == 1 and label in shown.text
    return next((asked for asked in shown.fields if alone or asked.label.startswith(label)), None)


def _way_to_page(shown: Shown, left: dict[str, str], known: dict[str, str]) -> str:
    """The press that opens the page with something that is left: the next one, or one of what was shown back."""
    for there, data in shown.buttons:
        own = any(there.startswith(label) or there.endswith(f": {known.get(label)}") for label in left)
        if data.startswith(("form-next", "setup:")) or (data.startswith("form-ask") and own):
            return data
    raise Astray(f"no button leads to {list(left)}; there are {[there for there, _ in shown.buttons]}")


def _chosen(options: tuple[tuple[str, str], ...], label: str) -> str:
    __tracebackhide__ = True
    for value, there in options:
        if there == label:
            return value
    raise Astray(f"“{label}” is not to choose; there are {[there for _, there in options]}")


def _drawn(shown: Shown) -> str:
    text = shown.text if len(shown.text) < 600 else f"{shown.text[:600]}…"
    buttons = " ".join(f"[{label}]" for label, _ in shown.buttons)
    indented = "\n".join(f"    {line}" for line in [*text.splitlines(), buttons] if line)
    return f"{shown.place}:\n{indented}"


def _local(typed: str) -> datetime:
    return datetime.strptime(typed, "%Y-%m-%d %H:%M").replace(tzinfo=HELSINKI).astimezone(UTC)


@dataclass
class Founder:
    """Makes circles for a journey. Equal ones are founded once for all journeys on a platform, and copied."""

    platform: str
    folder: Path
    templates: Path
    memory: dict[Any, Any]
    postgres: Server | None = None
    made: list[Circle] = field(default_factory=list)

    async def empty(self, *names: str, language: str = "fi", title: str = "Torstain piiri") -> Circle:
        """People and a channel of this name, and no group."""
        circle = Circle(STANDS[self.platform](), self.folder / f"c{len(self.made)}", language, self._database())
        circle.stand.title = title
        circle.folder.mkdir(parents=True)
        self.made.append(circle)
        await circle.up()
        await circle.stand.add_channel(CHANNEL)
        await circle.add(*names)
        return circle

    async def group(self, *names: str, language: str = "fi", **wishes: Any) -> Circle:
        """A group of these people, the first of them its convener; meets from Tuesday 15 September 2026, 17:00."""
        key = (self.platform, names, language, tuple(sorted(wishes.items())))
        if key not in self.memory:
            self.memory[key] = await self._found(names, language, wishes)
        template, kept, people, log = self.memory[key]
        database = self._database(like=template.database)
        circle = Circle(
            STANDS[self.platform](), self.folder / f"c{len(self.made)}", language, database, dict(people), list(log)
        )
        circle.stand.restore(kept)
        shutil.copytree(template.folder, circle.folder)
        self.made.append(circle)
        await circle.up()
        circle.read = {shown.place: len(circle.log) for shown in circle.log}
        return circle

    async def _found(self, names: tuple[str, ...], language: str, wishes: dict[str, Any]) -> Any:
        folder = self.templates / f"founded-{len(self.memory)}"
        circle = Circle(STANDS[self.platform](), folder, language, self._database())
        circle.folder.mkdir(parents=True)
        await circle.up()
        await circle.stand.add_channel(CHANNEL)
        await circle.add(*names)
        await found_group(circle, names[0], **wishes)
        await circle.plays("…")
        for name in names:
            await circle.until(circle.clock.now() + timedelta(minutes=1))
            await circle.presses(name, circle.button(name, JOIN[language]), in_=CHANNEL)
        await circle.down()
        await circle.stand.closed()
        return circle, circle.stand.kept(), circle.people, circle.log

    def _database(self, like: str = "") -> str:
        """A new one on PostgreSQL, where that is what the journeys are played on."""
        if self.postgres is None:
            return ""
        if not like and EMPTY not in self.memory:
            self.memory[EMPTY] = self.postgres.make(EMPTY)
        return self.postgres.make(f"c_{uuid.uuid4().hex}", like=like.rpartition("/")[2] or EMPTY)

    async def gone(self) -> None:
        """Everything that was made is down, and its databases are dropped."""
        for circle in self.made:
            await circle.down()
            await circle.stand.closed()
            if self.postgres and circle.database:
                self.postgres.drop(circle.database.rpartition("/")[2])


async def found_group(
    circle: Circle,
    convener: str,
    *,
    name: str = "Torstain piiri",
    channel: str = CHANNEL,
    first: datetime = datetime(2026, 9, 15, 17),
    of: str = "vahvistin",
    meetings: int = 6,
    floor: str = "five",
    themes: int = 4,
    place: str = "Kulttuuritalo",
    absences_at_once: bool = False,
) -> str:
    """Found a group through the core, as the command line does; its id."""
    house, who = circle.piiri.house, circle.people[convener]
    programme = house.library.programme(of)
    spec = Spec(
        name, circle.stand.name, circle.stand.address(channel), programme.slug, circle.language, HELSINKI, first, Rhythm(3, "week"), 150,
        meetings, place, "", programme.themes()[:themes], Floor(floor),
    )  # fmt: skip
    async with circle.piiri.store.begin() as work:
        sender = Sender(circle.stand.name, who.handle, who.name, who.language)
        group = await found(work, house, spec, await person_for(work, house, sender))
        if absences_at_once:
            await work.groups.save(replace(group, absences_at_once=True))
    circle.piiri.dispatcher.ring()
    await circle._gathered([])
    return group.id
