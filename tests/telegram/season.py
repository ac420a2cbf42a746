"""A season on Telegram from outside: `piiri run --rehearsal` is a process, and people act on the stand-in by hand.

`python -m tests.telegram.season` plays it and prints what everybody sees, when, and under which buttons; with
`--paced` at the pace that Telegram's documentation allows, against a stand-in that holds the bot to it (minutes).
"""

import asyncio
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import httpx

from bot.content.library import Library
from bot.core.outgoing import say
from tests.cli.command import PIIRI, Place, Running, free_port
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.limits import Limits
from tests.fakes.telegram.world import Group, Person, Post
from tests.journeys.dialogue import Line, lines_of, stands_in

HELSINKI = ZoneInfo("Europe/Helsinki")
GROUP = "group"
LIBRARY = Library()
LOOK = LIBRARY.text(say("look-private"), "fi")
UNPACED = "import bot.serve, bot.cli; from scheduler.pace import Pace; bot.serve.TELEGRAM = Pace(); bot.cli.main()"
"""The same entry with Telegram's pace taken off: a group of which 50 posts are due would need three minutes."""

How = Literal["post", "edit", "toast", "alert", "did", "clock"]


class Astray(AssertionError):
    """The season went another way than its script."""


@dataclass(frozen=True)
class Seen:
    """One thing that somebody saw or did: when (the group's local time), where (the group, or whose own side)."""

    at: datetime
    place: str
    how: How
    text: str
    keyboard: tuple[tuple[str, ...], ...] = ()
    file: str = ""
    post: Post | None = None
    who: str = ""

    @property
    def said(self) -> bool:
        """Whether the bot said it."""
        return self.how not in {"did", "clock"}

    @property
    def heading(self) -> str:
        return self.text.partition("\n")[0]


class Watched(FakeTelegram):
    """Tells as soon as a message, or another text in the place of one, stands somewhere."""

    look: Callable[[], None] = staticmethod(lambda: None)

    def admit(self, chat_id: int, method: str) -> float:
        at = super().admit(chat_id, method)
        asyncio.get_running_loop().call_soon(self.look)
        return at


@dataclass
class Season:
    """The people, their phones, the bot's process and its clock, and everything that was seen and done."""

    folder: Path
    paced: bool = False
    fake: Watched = field(default_factory=Watched)
    persons: dict[str, Person] = field(default_factory=dict)
    log: list[Seen] = field(default_factory=list)
    runs: list[Running] = field(default_factory=list)
    left: list[bytes] = field(default_factory=list)
    """The database's files as they lay on the disk, at each end of the process."""
    now: datetime = datetime(2026, 9, 1, 9)
    taps: int = 0
    typed: int = 0
    answered: list[tuple[str, Seen]] = field(default_factory=list)
    """Each press by its label, with what its presser was told in passing."""

    # Up and down

    async def begins(self, title: str, *names: str) -> None:
        """A basic group of these people, of whom the first made it; nobody has opened a chat with the bot."""
        self.fake.look = self._look
        self.fake.limits = Limits() if self.paced else None
        self._stood: dict[tuple[int, int], tuple[str, object]] = {}
        self._read: dict[str, int] = {}
        self._since = 0
        self.persons = {name: self.fake.person(name) for name in names}
        self.group: Group = self.fake.group(title, self.persons.values(), kind="group")
        await self.fake.start()
        await self.starts_bot()

    async def starts_bot(self) -> None:
        """`piiri run --rehearsal`, where it left off."""
        self.bot = self._process()
        self.runs.append(self.bot)
        calls = len(self.fake.calls)
        await asyncio.to_thread(self.bot.wait_for, "Piiri is at")
        await self._until(lambda: any(c.method == "getUpdates" for c in list(self.fake.calls)[calls:]), "it listens")
        self._web = httpx.AsyncClient(base_url=self.bot.url, timeout=120)

    def _process(self) -> Running:
        port = free_port()
        settings = {
            "PIIRI_TELEGRAM_TOKEN": self.fake.token,
            "PIIRI_TELEGRAM_API_URL": self.fake.url,
            "PIIRI_PORT": str(port),
            "PIIRI_LOG_LEVEL": "debug",
        }
        command = [str(PIIRI)] if self.paced else [sys.executable, "-c", UNPACED]
        process = subprocess.Popen(
            [*command, "run", "--rehearsal"],
            cwd=self.folder, env=Place(self.folder, settings).environment,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        return Running(process, port)

    async def kills_bot(self) -> None:
        """With -9: it has no time to put anything away."""
        self.bot.process.kill()
        await asyncio.to_thread(self.bot.process.wait, 10)
        await self._web.aclose()
        self._keep_files()

    async def ends(self) -> None:
        await self._web.aclose()
        assert await asyncio.to_thread(self.bot.stop) == 0
        self._keep_files()
        await self.fake.stop()

    def kills_what_runs(self) -> None:
        """Whatever went astray, no process stays."""
        for run in self.runs:
            if run.process.poll() is None:
                run.process.kill()
            run.process.wait(10)

    def _keep_files(self) -> None:
        self.left += [path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file()]

    # What is played: the language of the journeys

    async def plays(self, script: str) -> None:
        """Play a script; Astray at the first line that does not hold."""
        __tracebackhide__ = True
        for line in lines_of(script):
            try:
                await self._plays(line)
            except Astray as astray:
                raise Astray(f"line {line.number}: {line.source}\n{astray}\n{self._lately()}") from None

    async def _plays(self, line: Line) -> None:
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
                self._only(line.name, line.rest)
            case "nobody":
                self._nobody(line.rest)
            case "time":
                await self.until(datetime.fromisoformat(line.rest))
            case "presses":
                await self.presses(line.name, line.rest, where=line.where)
            case "command" | "writes":
                await self.writes(line.name, line.rest, in_group=line.kind == "command" and line.where != "privately")
            case "says":
                self.fake.writes(self._person(line.name), line.rest, self.group)
                self._did(line.name, GROUP, f"”{line.rest}”")
                await self._acknowledged()
            case _:
                raise Astray("that cannot be done here")

    # What people do

    async def presses(self, name: str, label: str, *, where: str = "") -> None:
        """Press the newest button with this label that somebody sees, and follow the link that the app opens for it."""
        post, data = self._button(name, label, where)
        self._did(name, self._place(post), f"[{label}]")
        self.taps += 1
        if data.startswith("https://"):
            await self._follows(name, data)
            return
        query = self.fake.presses(self._person(name), post, data)
        await self._until(lambda: query in self.fake.answers, "the press is answered")
        answer = self.fake.answers[query]
        if answer.url:
            await self._follows(name, answer.url)
        elif answer.text:
            seen = Seen(self.now, name, "alert" if answer.show_alert else "toast", answer.text, who=name)
            self.log.append(seen)
            self.answered.append((label, seen))
        elif post.chat_id > 0:
            await self._answer(name)

    async def _follows(self, name: str, url: str) -> None:
        """The app opens the chat with the bot; its person presses Start there."""
        self._did(name, name, "[START]")
        self.taps += 1
        payload = url.partition("?start=")[2]
        assert payload
        self.fake.starts(self._person(name), payload)
        await self._answer(name)

    async def writes(self, name: str, text: str, *, in_group: bool = False) -> None:
        """Write to the bot alone, or a command in the group."""
        self._did(name, GROUP if in_group else name, f"”{text}”")
        self.typed += 1
        self.fake.writes(self._person(name), text, self.group if in_group else None)
        await self._answer(name, GROUP if in_group else name)

    def leaves_word(self, name: str, text: str) -> None:
        """Write to the bot alone while it is not there."""
        self._did(name, name, f"”{text}”")
        self.fake.writes(self._person(name), text)

    async def adds_bot(self, name: str) -> None:
        self._did(name, GROUP, "(lisää Piirin ryhmään)")
        self.fake.adds_bot(self._person(name), self.group)

    async def lets_it_pin(self, name: str) -> None:
        self._did(name, GROUP, "(tekee Piiristä ylläpitäjän, joka saa kiinnittää viestejä)")
        self.fake.promotes_bot(self._person(name), self.group, can_pin_messages=True)
        await self._acknowledged()

    async def becomes_supergroup(self) -> None:
        """What stood in the group stays behind with its old id."""
        self._did("", GROUP, "(ryhmästä tulee superryhmä)")
        self.group = self.fake.migrates(self.group)
        await self._acknowledged()

    # Time

    async def until(self, when: datetime) -> None:
        """Move group time on, noting at each stop what time it is."""
        place = (await self._web.get("/rehearsal/clock")).json()
        while place["next"] and _local(place["next"]["due"]) <= when:
            place = await self._moves(max(self.now, _local(place["next"]["due"])))
        await self._moves(when)
        self._since = len(self.log)

    async def _moves(self, to: datetime) -> dict[str, dict[str, str]]:
        if to.date() != self.now.date():
            self.log.append(Seen(to, "", "clock", ""))
        self.now = to
        answer = await self._web.post("/rehearsal/clock", json={"to": _iso(to)})
        place = answer.json()
        if answer.status_code != 200 or not place["settled"] or _local(place["now"]) != to:
            raise Astray(f"the clock did not move to {to}: {place}")
        return place

    async def next_due(self) -> dict[str, str] | None:
        """What the bot's clock says is due next."""
        return (await self._web.get("/rehearsal/clock")).json()["next"]

    async def _settles(self) -> None:
        """Until all that was done is answered, and everything that is due now has been sent."""
        await self._acknowledged()
        before = -1
        while before != (before := len(self.fake.accepted) + len(self.fake.answers)):
            await self._moves(self.now)
            await asyncio.sleep(0.03)

    async def _acknowledged(self) -> None:
        await self.fake.delivered(self._patience)

    # What is seen

    def posts(self, place: str = GROUP) -> list[Seen]:
        """Everything that the bot posted in a place, first texts and edits."""
        return [seen for seen in self.log if seen.place == place and seen.how in {"post", "edit"}]

    def newest(self, heading: str) -> Post:
        """The newest post in the group that begins so, as it stands now."""
        return next(p for p in reversed(self.fake.ledger.in_chat(self.group)) if p.text.startswith(heading))

    def buttons(self, name: str) -> list[str]:
        """The labels under the newest message on somebody's own side."""
        return self.fake.ledger.last(self._person(name)).labels

    async def _expects(self, place: str, wanted: str) -> None:
        await self._until(lambda: self._unread(place) is not None, "something new stands there")
        number = self._unread(place)
        assert number is not None
        if not stands_in(wanted, _shown(self.log[number])):
            raise Astray(f"the next there reads:\n{_drawn(self.log[number])}")
        self._read[place] = number + 1

    def _unread(self, place: str) -> int | None:
        for number in range(self._read.get(place, 0), len(self.log)):
            seen = self.log[number]
            if seen.place == place and seen.said and seen.text != LOOK and not (seen.how == "edit" and place == GROUP):
                return number
        return None

    async def _nothing(self) -> None:
        await self._settles()
        come = [n for place in (GROUP, *self.persons) if (n := self._unread(place)) is not None and n >= self._since]
        if come:
            raise Astray("\n".join(["this has come:", *(_drawn(self.log[n]) for n in come)]))

    def _places(self, wanted: str) -> set[str]:
        return {seen.place for seen in self.log if seen.said and stands_in(wanted, seen.text)}

    def _only(self, name: str, wanted: str) -> None:
        if self._places(wanted) != {name}:
            raise Astray(f"it stands at {sorted(self._places(wanted))}")

    def _nobody(self, wanted: str) -> None:
        if self._places(wanted):
            raise Astray(f"it stands at {sorted(self._places(wanted))}")

    def _button(self, name: str, label: str, where: str) -> tuple[Post, str]:
        here: list[Post] = []
        if where != "privately":
            here += self.fake.ledger.in_chat(self.group)
        if where != GROUP:
            here += self.fake.ledger.in_chat(self._person(name))
        for post in sorted(here, key=lambda p: p.order, reverse=True):
            if label in post.labels:
                return post, post.button(label)
        raise Astray(f"{name} sees no button “{label}”; there are {sorted({each for p in here for each in p.labels})}")

    def _look(self) -> None:
        """Write down what is new anywhere, or reads otherwise than before."""
        posts = [post for chat in self.fake.ledger.chats.values() for post in chat.values()]
        for post in sorted(posts, key=lambda p: p.order):
            key, reads = (post.chat_id, post.message_id), (post.text, post.keyboard)
            if self._stood.get(key) != reads:
                rows = tuple(tuple(label for label, _ in row) for row in post.keyboard)
                how: How = "edit" if key in self._stood else "post"
                name = post.document.name if post.document else ""
                self.log.append(Seen(self.now, self._place(post), how, post.text, rows, name, post))
                self._stood[key] = reads

    # Within

    @property
    def _patience(self) -> float:
        return 90.0 if self.paced else 10.0

    async def _until(self, holds: Callable[[], object], what: str) -> None:
        deadline = time.monotonic() + self._patience
        while not holds():
            if time.monotonic() > deadline:
                raise Astray(f"waited in vain until {what}")
            await asyncio.sleep(0.002)

    async def _answer(self, *places: str) -> None:
        begun = self._since
        await self._until(
            lambda: any(seen.said and seen.place in places for seen in self.log[begun:]), "an answer comes"
        )

    def _did(self, name: str, place: str, what: str) -> None:
        """Doing something reads what stood on one's own side."""
        self._since = len(self.log)
        self._read[name] = len(self.log)
        self.log.append(Seen(self.now, place, "did", what, who=name))

    def _person(self, name: str) -> Person:
        if name not in self.persons:
            raise Astray(f"there is nobody called {name}")
        return self.persons[name]

    def _place(self, post: Post) -> str:
        return next((name for name, person in self.persons.items() if person.id == post.chat_id), GROUP)

    def _lately(self) -> str:
        return "\n".join(["-- lately --", *(_drawn(seen) for seen in self.log[-10:]), f"-- {self.now} --"])


def _local(iso: str) -> datetime:
    return datetime.fromisoformat(iso).astimezone(HELSINKI).replace(tzinfo=None)


def _iso(local: datetime) -> str:
    return local.replace(tzinfo=HELSINKI).astimezone(UTC).isoformat()


# As it is read

WIDTH = 72
OPEN, OWN = "  ", "          "
DAYS = ("ma", "ti", "ke", "to", "pe", "la", "su")


def transcript(season: Season) -> str:
    """The whole season: the group's chat at the edge, everybody's own side set in under their name.

    What is told in passing stands where its presser looks; a long text that stood before is not printed again.
    """
    lines: list[str] = []
    side, long_before = "", set[str]()
    for seen in season.log:
        if seen.how == "clock":
            lines += ["", f"── {DAYS[seen.at.weekday()]} {seen.at:%-d.%-m.%Y} ".ljust(WIDTH + 8, "─")]
            side = ""
        elif seen.how in {"toast", "alert"}:
            indent = OPEN if side == GROUP else OWN
            passing = "ohimennen" if seen.how == "toast" else "ikkunassa"
            lines += _wrapped(f"({seen.who} näkee {passing}: {seen.text})", indent + "  ")
        else:
            head = "● RYHMÄ" if seen.place == GROUP else f"        ○ {seen.place}, kahden kesken"
            if seen.place != side or (seen.said and seen.place == GROUP):
                lines += ["", f"{head} · {seen.at:%-H.%M}"]
            elif seen.said:
                lines.append("")
            side = seen.place
            again = len(seen.text) > 600 and (seen.text in long_before or long_before.add(seen.text))
            shorter = replace(seen, text=f"{seen.heading}\n[… sama teksti kuin aiemmin]") if again else seen
            lines += _drawn(shorter).splitlines()
    return "\n".join(lines) + "\n"


def _drawn(seen: Seen) -> str:
    return "\n".join(_lines(seen))


def _lines(seen: Seen) -> Iterator[str]:
    indent = OPEN if seen.place == GROUP else OWN
    if seen.how == "did":
        yield from _wrapped(" ".join(filter(None, ["→", seen.who if seen.place == GROUP else "", seen.text])), indent)
        return
    marks = [*(["muuttui paikallaan"] if seen.how == "edit" else [])]
    marks += ["kiinnitetty"] if seen.post and seen.post.pinned else []
    if marks:
        yield f"{indent}({', '.join(marks)})"
    for line in seen.text.splitlines():
        yield from _wrapped(line, indent)
    for row in seen.keyboard:
        yield indent + " ".join(f"[{label}]" for label in row)
    if seen.file:
        yield f"{indent}(liite: {seen.file})"


def _wrapped(line: str, indent: str) -> list[str]:
    return textwrap.wrap(line, WIDTH, initial_indent=indent, subsequent_indent=indent) or [""]


def _shown(seen: Seen) -> str:
    """As a script reads it: what is said in passing says so."""
    return f"{seen.how}: {seen.text}" if seen.how in {"toast", "alert"} else seen.text


def played(folder: Path, story: Callable[[Season], Awaitable[None]], *, paced: bool = False) -> Season:
    """A season played from beginning to end."""

    async def play() -> Season:
        season = Season(folder, paced)
        try:
            await story(season)
            await season.ends()
        finally:
            season.kills_what_runs()
        return season

    return asyncio.run(play())


if __name__ == "__main__":
    from tests.telegram.test_telegram_season import whole_season

    with tempfile.TemporaryDirectory() as folder:
        done = played(Path(folder), whole_season, paced="--paced" in sys.argv)
    sys.stdout.write(transcript(done))
    if done.paced:
        sys.stderr.write(f"throttled: {done.fake.throttled}\n")
