"""What asks `piiri doctor` and reads its lines."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from aiohttp import web

from bot.store.store import open_store
from tests.cli.command import Done, Place
from tests.fakes.telegram.world import Group


class Doctor:
    """The command in a place whose platform is a stand-in."""

    def __init__(self, place: Place, fake: Any) -> None:
        self.place = place
        self.fake = fake

    async def says(self, *words: str) -> Done:
        """What `piiri doctor` prints; the token is never in it, and every line is one of its own."""
        done = await asyncio.to_thread(self.place.here, "doctor", *words)
        said = done.out + done.err
        assert self.fake.token not in said
        assert re.split("[:.]", self.fake.token)[-1] not in said
        assert "Traceback" not in said
        assert done.err == ""
        *findings, last = done.out.splitlines()
        assert all(line.startswith(("ok    ", "note  ", "to do ")) for line in findings), done.out
        to_do = sum(line.startswith("to do") for line in findings)
        assert last == (f"{to_do} to do." if to_do else "All is well.")
        assert done.code == (1 if to_do else 0)
        return done

    async def lives_in(self, chat: Group | str, topic: int = 0, name: str = "Torstain piiri") -> str:
        """A group of ours in that chat; returns its id."""
        return await self.founded("telegram", f"{getattr(chat, 'id', chat)}" + (f"/{topic}" if topic else ""), name)

    async def founded(self, platform: str, channel: str, name: str) -> str:
        """A group of ours on a platform; returns its id."""
        options = {"--platform": platform, "--channel": channel, "--name": name, "--first": "2027-09-14 17:00"}
        words = [word for pair in options.items() for word in pair]
        done = await asyncio.to_thread(
            self.place.here, "group", "create", *words, "--convener", "1", "--convener-name", "Kaarina"
        )
        assert done.code == 0, done.err
        return done.out.split()[0]

    async def marked(self, group_id: str, why: str) -> None:
        """That group, as closed to Piiri."""
        store = await open_store(f"sqlite:///{self.place.folder}/piiri.db", self.place.folder / "piiri.key")
        async with store.begin() as work:
            group = await work.groups.get(group_id)
            assert group
            await work.groups.save(replace(group, unreachable=why))
        await store.close()


def line(done: Done, *words: str) -> str:
    """The one line with these words in it."""
    found = [each for each in done.out.splitlines()[:-1] if all(word in each for word in words)]
    assert len(found) == 1, done.out
    return found[0]


Answer = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def answering(answer: Answer) -> AsyncIterator[str]:
    """A server that answers everything in one way; its address."""
    runner = web.ServerRunner(web.Server(answer, access_log=None), shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()
