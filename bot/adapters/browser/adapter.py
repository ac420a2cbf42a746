"""The browser chat as an adapter: pages on our own shelf, and those who look at them told at once."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Final

from bot.adapters.browser import pages
from bot.adapters.browser.pages import Page, Room, Someone
from bot.adapters.browser.read import Asked
from bot.core.outgoing import Answer, Written, WrittenForm
from bot.core.platform import Address, Capabilities, Hear, NotSent, Outcome, Pages, Rejected, Sent, Unreachable
from bot.core.ports import Chance, Clock, Shelf

MOST_PEOPLE: Final = 100
MOST_ROOMS: Final = 100
MOST_UNHEARD: Final = 500


class Full(Exception):
    """There is no place for more people or rooms."""


class NotListening(Exception):
    """Nobody hears yet what people do here: the adapter is not running."""


@dataclass(frozen=True)
class Change:
    """What a listener is told: a page that is new or changed, that an address was cleared, or that people are new."""

    address: str
    number: int = 0
    page: Page | None = None


@dataclass(eq=False)
class Listener:
    """One open page; `lost` when it fell so far behind that it must start again."""

    addresses: tuple[str, ...]
    changes: asyncio.Queue[Change] = field(default_factory=lambda: asyncio.Queue(MOST_UNHEARD))
    lost: bool = False


class BrowserAdapter:
    """A door on this machine. All that it knows is on the shelf; only who is listening is kept here."""

    name = "browser"
    capabilities = Capabilities(
        whisper="direct",
        form="modal",
        fields=20,
        buttons=40,
        per_row=5,
        label=80,
        text=20_000,
        files=True,
        edit=True,
        pictures=True,
        keeps=True,
    )

    def __init__(self, shelf: Shelf, clock: Clock, chance: Chance) -> None:
        self.closing = asyncio.Event()
        self._shelf = shelf
        self._clock = clock
        self._chance = chance
        self._hear: Hear | None = None
        self._listeners: set[Listener] = set()
        self._writing = asyncio.Lock()

    # As the dispatcher knows it

    async def run(self, hear: Hear) -> None:
        """Hear what people do on the page until cancelled; then open pages are let go."""
        self._hear = hear
        try:
            await asyncio.Event().wait()
        finally:
            self._hear = None
            self.closing.set()

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:  # noqa: ARG002 - no mark is ever forgotten
        """Put the part on the shelf, once for each mark, and tell those who look."""
        address = _address(to)
        try:
            if not await self._known(to):
                return Unreachable("gone")
            async with self._writing:
                for number, page in await self.pages(address):
                    if mark and page.mark == mark:
                        return Sent(str(number))
                number = await self._put(address, Page("bot", self._clock.now(), mark=mark, written=part))
        except Exception as failure:  # the shelf is closed or locked; a repeat finds the mark, so it does no harm
            return NotSent(type(failure).__name__)
        return Sent(str(number))

    async def amend(self, to: Address, post: str, part: Written) -> Outcome:
        """Put this in the place of an earlier post."""
        address = _address(to)
        try:
            async with self._writing:
                for number, page in await self.pages(address):
                    if str(number) == post and page.who == "bot":
                        changed = replace(page, written=part, changed=True)
                        await self._replace(address, number, changed)
                        return Sent(post)
        except Exception as failure:
            return NotSent(type(failure).__name__)
        return Rejected("post-unknown")

    async def forget(self, handle: str) -> None:
        """Erase a person's own pages and the lines that they wrote to rooms."""
        async with self._writing:
            await self._shelf.clear(pages.person_address(handle))
            for room in await self.rooms():
                address = pages.room_address(room.id)
                for number, page in await self.pages(address):
                    if page.who == "person" and page.handle == handle:
                        await self._replace(address, number, Page("gone", page.at))
        self._tell(Change(pages.person_address(handle)))

    async def clear(self, pages_: Pages) -> None:
        """Erase what stands in a room or on a person's side; who and what there is stays."""
        address = _address(pages_.at)
        async with self._writing:
            if pages_.before is None:
                await self._shelf.clear(address)
            else:
                for number, page in await self.pages(address):
                    if page.at < pages_.before:
                        await self._replace(address, number, Page("gone", page.at))
        self._tell(Change(address))

    # As the page knows it

    async def act(self, asked: Asked, someone: Someone, room: str) -> tuple[Answer, list[tuple[int, Page]]]:
        """Let the core hear one act; its answer, and the pages that were kept of it on the person's side."""
        if self._hear is None:
            raise NotListening
        if asked.line:
            async with self._writing:
                line = Page("person", self._clock.now(), handle=someone.handle, text=asked.line, key=asked.key)
                await self._put_once(pages.room_address(room), line)
        title = next((each.name for each in await self.rooms() if each.id == room), "")
        answer = await self._hear(replace(asked.incoming(someone, room), title="" if asked.private else title))
        messages = answer if isinstance(answer, tuple) else ()
        mine = pages.person_address(someone.handle)
        async with self._writing:
            kept = []
            if messages or (asked.private and asked.did != "pressed" and not isinstance(answer, WrittenForm)):
                now = self._clock.now()
                did = Page("you", now, handle=someone.handle, did=asked.did, label=asked.label, key=asked.key)
                if await self._put_once(mine, did):
                    kept = [(await self._put(mine, page), page) for page in _said(messages, self._clock)]
        return answer, kept

    async def people(self) -> list[Someone]:
        """Everybody on this platform, oldest first."""
        return [pages.unpack(body, Someone) for _, body in await self._shelf.pages(pages.PEOPLE)]

    async def rooms(self) -> list[Room]:
        """All channels of this platform, oldest first."""
        return [pages.unpack(body, Room) for _, body in await self._shelf.pages(pages.ROOMS)]

    async def add_person(self, name: str, language: str, handle: str | None = None) -> Someone:
        """Somebody new; with a handle that is known already, nothing new."""
        async with self._writing:
            people = await self.people()
            for someone in people:
                if someone.handle == handle:
                    return someone
            if len(people) >= MOST_PEOPLE:
                raise Full
            someone = Someone(handle or self._chance.new_id(), name, language)
            await self._shelf.put(pages.PEOPLE, pages.pack(someone))
        self._tell(Change(pages.PEOPLE))
        return someone

    async def add_room(self, name: str, room_id: str | None = None) -> Room:
        """A new channel; with an id that is known already, nothing new."""
        async with self._writing:
            rooms = await self.rooms()
            for room in rooms:
                if room.id == room_id:
                    return room
            if len(rooms) >= MOST_ROOMS:
                raise Full
            room = Room(room_id or self._chance.new_id(), name)
            await self._shelf.put(pages.ROOMS, pages.pack(room))
        return room

    async def pages(self, address: str) -> list[tuple[int, Page]]:
        """All pages at an address, oldest first."""
        return [(number, pages.unpack(body, Page)) for number, body in await self._shelf.pages(address)]

    @contextmanager
    def listen(self, *addresses: str) -> Iterator[Listener]:
        """Hear of changes at these addresses from now on."""
        listener = Listener(addresses)
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)

    # Within

    async def _known(self, to: Address) -> bool:
        if to.private:
            return any(someone.handle == to.id for someone in await self.people())
        return any(room.id == to.id for room in await self.rooms())

    async def _put(self, address: str, page: Page) -> int:
        number = await self._shelf.put(address, pages.pack(page))
        self._tell(Change(address, number, page))
        return number

    async def _put_once(self, address: str, page: Page) -> bool:
        """Put what a person did, but not again when the same act comes a second time."""
        for _, there in await self.pages(address):
            if there.who == page.who and there.handle == page.handle and there.key == page.key:
                return False
        await self._put(address, page)
        return True

    async def _replace(self, address: str, number: int, page: Page) -> None:
        await self._shelf.replace(number, pages.pack(page))
        self._tell(Change(address, number, page))

    def _tell(self, change: Change) -> None:
        for listener in self._listeners:
            if change.address in listener.addresses:
                try:
                    listener.changes.put_nowait(change)
                except asyncio.QueueFull:
                    listener.lost = True


def _address(to: Address) -> str:
    return pages.person_address(to.id) if to.private else pages.room_address(to.id)


def _said(messages: tuple[Written, ...], clock: Clock) -> Iterator[Page]:
    for written in messages:
        yield Page("bot", clock.now(), written=written)
