"""Telegram as people see it: they act on the Bot API stand-in, and the adapter speaks to it over the real library."""

import asyncio
import copy
import socket
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette

from bot.adapters.telegram.adapter import TelegramAdapter, Webhook
from bot.adapters.telegram.web import PATH, routes
from bot.app import Ground, Piiri
from bot.content.library import Library
from bot.core.incoming import Act, Command, Press, Wrote
from bot.core.outgoing import WrittenFile, say
from bot.core.platform import Adapter
from scheduler.pace import Gate, Pace
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.world import Group, Person, Post
from tests.journeys.people import Shown, Who, own_side

LIBRARY = Library()
SECRET = "a-secret-that-only-Telegram-knows"
PUBLIC = "https://piiri.example.org"


@dataclass
class TelegramStand:
    """Everybody has opened a chat with the bot; those who have not are in the tests of the adapter itself."""

    webhook: bool = False
    title: str = ""
    name: str = "telegram"
    fake: FakeTelegram = field(default_factory=FakeTelegram)
    persons: dict[str, Person] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    told: int = -1
    stood: dict[tuple[int, int], str] = field(default_factory=dict)
    started: bool = False
    server: Any = None

    async def ready(self) -> None:
        if not self.started:
            self.started = True
            await self.fake.start()

    def address(self, channel: str) -> str:
        return str(self.groups[channel].id)

    def adapters(self, ground: Ground) -> Sequence[Adapter]:
        self.adapter = TelegramAdapter(
            self.fake.token,
            inbox=ground.inbox,
            library=LIBRARY,
            gate=Gate(Pace()),
            api_url=self.fake.url,
            webhook=Webhook(PUBLIC + PATH, SECRET) if self.webhook else None,
        )
        return [self.adapter]

    async def opened(self, piiri: Piiri) -> None:
        if self.webhook:
            door = socket.create_server(("127.0.0.1", 0))
            self.fake.reaches(PUBLIC, f"http://127.0.0.1:{door.getsockname()[1]}")
            config = uvicorn.Config(Starlette(routes=routes(self.adapter)), log_config=None, lifespan="off")
            self.server = uvicorn.Server(config)
            self.server.install_signal_handlers = lambda: None
            self.serving = asyncio.create_task(self.server.serve(sockets=[door]))
        wanted = "setWebhook" if self.webhook else "getUpdates"
        while not any(call.method == wanted for call in self.fake.calls):
            await asyncio.sleep(0.002)

    async def down(self) -> None:
        """The bot is no longer there."""
        self.fake.calls.clear()
        if self.server is not None:
            self.server.should_exit = True
            await self.serving
            self.server = None

    async def closed(self) -> None:
        if self.started:
            self.started = False
            await self.fake.stop()
            assert self.fake.violations == []

    async def add_channel(self, channel: str) -> None:
        owner = self.fake.person("Ylläpitäjä", opened=True)
        members = [owner, *self.persons.values()]
        administrators = [group.administrators for group in self.groups.values()]
        self.groups[channel] = self.fake.group(self.title or channel, members, bot="member")
        for already in administrators:  # whoever manages one manages this too
            self.groups[channel].administrators.update(already)

    async def add_person(self, who: Who) -> None:
        person = self.fake.person(who.name, language_code=who.language, opened=True, person_id=int(who.handle))
        self.persons[who.handle] = person
        for group in self.groups.values():
            group.members.add(person.id)
            if who.may_convene:
                group.administrators[person.id] = False

    async def act(self, who: Who, act: Act, channel: str | None, label: str) -> list[Shown]:
        person = self.persons[who.handle]
        place: Person | Group = self.groups[channel] if channel else person
        query = ""
        match act:
            case Press(data):
                query = self.fake.presses(person, self._pressed(place, data), data)
            case Command(word, rest):
                self.fake.writes(person, f"/{word} {rest}".strip(), None if place is person else place.id)
            case Wrote(text):
                self.fake.writes(person, text, None if place is person else place.id)
            case _:
                raise NotImplementedError("Telegram has no forms")
        await self.handled()
        passing = self.fake.answers[query].text if query in self.fake.answers else None
        elsewhere = {LIBRARY.text(say("look-private"), language) for language in LIBRARY.languages()}
        return [Shown(own_side(who.name), passing, toast=True)] if passing and passing not in elsewhere else []

    async def handled(self) -> None:
        """Until all that was done is committed and answered."""
        await self.fake.delivered()
        while self.adapter.intake.busy:
            await asyncio.sleep(0.001)

    def _pressed(self, place: Person | Group, data: str) -> Post:
        there = self.fake.ledger.in_chat(place)
        having = [post for post in there if data in {each for row in post.keyboard for _, each in row}]
        if having or there:
            return (having or there)[-1]
        anywhere = [post for posts in self.fake.ledger.chats.values() for post in posts.values()]
        return anywhere[-1]

    async def arrived(self) -> list[Shown]:
        posts = [post for chat in self.fake.ledger.chats.values() for post in chat.values()]
        new = sorted((post for post in posts if post.order > self.told), key=lambda post: post.order)
        changed = [post for post in posts if post.order <= self.told and self._reads(post) != self.stood[_id(post)]]
        self.told = max([self.told, *(post.order for post in new)])
        for post in (*new, *changed):
            self.stood[_id(post)] = self._reads(post)
        # In a channel a post that changes in its place is no news; in private it is the answer.
        shown: list[Shown] = []
        for post in (*new, *(post for post in changed if post.chat_id > 0)):
            if shown and not post.text and shown[-1].place == self._place(post):
                before = shown.pop()
                shown.append(Shown(before.place, before.text, before.buttons, (*before.files, *_files(post))))
            else:
                buttons = tuple((label, data) for row in post.keyboard for label, data in row if ":" in data[:20])
                shown.append(Shown(self._place(post), post.text, buttons, _files(post)))
        return shown

    def _reads(self, post: Post) -> str:
        return f"{post.text}\n{post.keyboard}"

    def _place(self, post: Post) -> str:
        if post.chat_id > 0:
            return own_side(next(p.first_name for p in self.persons.values() if p.id == post.chat_id))
        return next(name for name, group in self.groups.items() if group.id == post.chat_id)

    def kept(self) -> Any:
        return copy.deepcopy(
            (
                self.fake.world,
                self.fake.ledger,
                self.persons,
                self.groups,
                self.told,
                self.stood,
                self.fake.updates.next_id,
            )
        )

    def restore(self, kept: Any) -> None:
        world, ledger, self.persons, self.groups, self.told, self.stood, number = copy.deepcopy(kept)
        self.fake.world, self.fake.ledger = world, ledger
        self.fake.restarts_ids(number)


def _id(post: Post) -> tuple[int, int]:
    return post.chat_id, post.message_id


def _files(post: Post) -> tuple[WrittenFile, ...]:
    return (WrittenFile(post.document.name, "", post.document.data),) if post.document else ()
