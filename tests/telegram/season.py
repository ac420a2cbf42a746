"""A season on Telegram: `piiri run --rehearsal` is a process, and people act on the Bot API stand-in by hand.

`python -m tests.telegram.season` plays it and prints what everybody sees, when, and under which buttons (with a name,
what that person sees); with `--paced` at the pace that Telegram's documentation allows, against a stand-in that holds
the bot to it (minutes).
"""

import asyncio
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

import httpx

from bot.content.library import Library
from bot.core.outgoing import say
from tests.cli.command import PIIRI
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.limits import Limits
from tests.fakes.telegram.world import Group, Post
from tests.seasons.house import Astray, House
from tests.seasons.people import FAREWELL
from tests.seasons.season import GROUP, How, Season, Seen, played
from tests.seasons.transcript import transcript

LOOK = Library().text(say("look-private"), "fi")
ALONE = "kahden kesken"
UNPACED = "import bot.serving.serve, bot.cli; from scheduler.pace import Pace; bot.serving.serve.TELEGRAM = Pace(); bot.cli.main()"
"""The same entry with Telegram's pace taken off: a group of which 50 posts are due would need three minutes."""


class Watched(FakeTelegram):
    """Tells as soon as a message, or another text in the place of one, stands somewhere."""

    look: Callable[[], None] = staticmethod(lambda: None)

    def admit(self, chat_id: int, method: str) -> float:
        at = super().admit(chat_id, method)
        asyncio.get_running_loop().call_soon(self.look)
        return at


@dataclass(repr=False)
class OnTelegram(Season):
    """The hand that people act with on Telegram, and their eyes."""

    fake: Watched = field(default_factory=Watched)
    answers: list[tuple[str, Seen]] = field(default_factory=list)
    """Each press by its label, with what its presser was told in passing."""

    platform: ClassVar[str] = "telegram"
    repeated: ClassVar[list[str]] = [FAREWELL]

    async def begins(self, title: str, *names: str) -> None:
        """A basic group; nobody has opened a chat with the bot."""
        self.fake.look = self._look
        self.fake.limits = Limits() if self.paced else None
        self._stood: dict[tuple[int, int], tuple[str, object]] = {}
        self._calls = 0
        self.persons = {name: self.fake.person(name) for name in names}
        self.group: Group = self.fake.group(title, self.persons.values(), kind="group")
        await self.fake.start()
        self.house.settings |= {"PIIRI_TELEGRAM_TOKEN": self.fake.token, "PIIRI_TELEGRAM_API_URL": self.fake.url}

    async def listens(self) -> None:
        calls, self._calls = self._calls, len(self.fake.calls)
        await self.house.waits(
            lambda: any(c.method == "getUpdates" for c in list(self.fake.calls)[calls:]), "it listens"
        )

    async def kills_bot(self) -> None:
        await super().kills_bot()
        self._calls = len(self.fake.calls)

    async def stops(self) -> None:
        await self.fake.stop()

    # What people do

    async def presses(self, name: str, label: str, *, where: str = "") -> None:
        """Press the newest such button, and follow the link that the app opens for it."""
        post, data = self._button(name, label, where)
        self.did(name, self._place(post), f"[{label}]")
        self.taps += 1
        if data.startswith("https://"):
            await self._follows(name, data)
            return
        query = self.fake.presses(self.person(name), post, data)
        await self.house.waits(lambda: query in self.fake.answers, "the press is answered")
        answer = self.fake.answers[query]
        if answer.url:
            await self._follows(name, answer.url)
        elif answer.text:
            seen = self.note(name, "alert" if answer.show_alert else "toast", answer.text, who=name)
            self.answers.append((label, seen))
        elif post.chat_id > 0:
            await self.answered(name)

    async def _follows(self, name: str, url: str) -> None:
        """The app opens the chat with the bot; its person presses Start there."""
        self.did(name, name, "[START]")
        self.taps += 1
        payload = url.partition("?start=")[2]
        assert payload
        self.fake.starts(self.person(name), payload)
        await self.answered(name)

    async def commands(self, name: str, words: str, *, in_group: bool) -> None:
        await self._writes(name, words, GROUP if in_group else name)

    async def writes(self, name: str, text: str) -> None:
        await self._writes(name, text, name)

    async def fills(self, name: str, values: str) -> None:
        await self._writes(name, values, name)

    async def _writes(self, name: str, text: str, place: str) -> None:
        self.did(name, place, f"”{text}”")
        self.typed += 1
        self.fake.writes(self.person(name), text, self.group if place == GROUP else None)
        await self.answered(name, place)

    async def dies_sending(self, method: str, heading: str, when: datetime, *, arrives: bool) -> None:
        """Time goes on, and the bot dies with -9 under a post to the group, whether that arrives or not."""
        before = len(self.fake.calls)
        self.fake.fault(method, f"timeout {'after' if arrives else 'before'}", chat=self.group, seconds=30)
        going_on = asyncio.ensure_future(self.until(when))
        await self.house.waits(
            lambda: any(c.method == method and heading in str(c.params) for c in list(self.fake.calls)[before:]),
            "it is on its way",
        )
        await self.kills_bot()
        await asyncio.wait([going_on])
        assert isinstance(going_on.exception(), httpx.HTTPError)
        self._look()

    def leaves_word(self, name: str, text: str) -> None:
        """Write to the bot alone while it is not there."""
        self.did(name, name, f"”{text}”")
        self.fake.writes(self.person(name), text)

    async def says(self, name: str, text: str) -> None:
        self.did(name, GROUP, f"”{text}”")
        self.fake.writes(self.person(name), text, self.group)
        await self.acknowledged()

    async def adds_bot(self, name: str) -> None:
        self.did(name, GROUP, "(lisää Piirin ryhmään)")
        self.fake.adds_bot(self.person(name), self.group)

    async def lets_it_pin(self, name: str) -> None:
        self.did(name, GROUP, "(tekee Piiristä ylläpitäjän, joka saa kiinnittää viestejä)")
        self.fake.promotes_bot(self.person(name), self.group, can_pin_messages=True)
        await self.acknowledged()

    async def becomes_supergroup(self) -> None:
        """What stood in the group stays behind with its old id."""
        self.did("", GROUP, "(ryhmästä tulee superryhmä)")
        self.group = self.fake.migrates(self.group)
        await self.acknowledged()

    async def acknowledged(self) -> None:
        await self.fake.delivered(self.house.patience)

    def traffic(self) -> int:
        return len(self.fake.accepted) + len(self.fake.answers)

    # What is seen

    def newest(self, heading: str) -> Post:
        return next(p for p in reversed(self.fake.ledger.in_chat(self.group)) if p.text.startswith(heading))

    def reads(self, post: Any) -> str:
        return str(post.text)

    def of_no_matter(self, seen: Seen) -> bool:
        return seen.text == LOOK or (bool(seen.file) and not seen.text)

    def _button(self, name: str, label: str, where: str) -> tuple[Post, str]:
        here: list[Post] = []
        if where != "privately":
            here += self.fake.ledger.in_chat(self.group)
        if where != GROUP:
            here += self.fake.ledger.in_chat(self.person(name))
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
                how: How = "edit" if key in self._stood else "post"
                self._stood[key] = reads
                self._note(how, post)

    def _note(self, how: How, post: Post) -> None:
        rows = tuple(tuple(label for label, _ in row) for row in post.keyboard)
        file = {"file": post.document.name, "data": post.document.data} if post.document else {}
        place = self._place(post)
        self.note(place, how, post.text, rows=rows, post=post, side="" if place == GROUP else ALONE, **file)

    def _place(self, post: Post) -> str:
        return next((name for name, person in self.persons.items() if person.id == post.chat_id), GROUP)


def on_telegram(folder: Path, *, paced: bool = False) -> OnTelegram:
    """A season that has yet to be played."""
    command = [str(PIIRI)] if paced else [sys.executable, "-c", UNPACED]
    return OnTelegram(House(folder, command, patience=90.0 if paced else 10.0), paced)


def main(words: list[str]) -> None:
    from tests.telegram.test_telegram_season import whole_season

    paced = "--paced" in words
    reader = next((word for word in words if not word.startswith("-")), "")
    with tempfile.TemporaryDirectory() as folder:
        done = played(on_telegram(Path(folder), paced=paced), whole_season)
    sys.stdout.write(transcript(done.log, reader))
    if paced:
        sys.stderr.write(f"throttled: {done.fake.throttled}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
