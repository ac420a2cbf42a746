"""`python -m bench.theirs_telegram <token> <api url> [database]`: other ways to send the same through Telegram's API.

Each builds the keyboard anew for every message, as a bot does, and sends at most thirty at a time.
"""

import asyncio
import logging
import pickle
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bench.worker import obey

IN_FLIGHT = 30
Buttons = list[list[list[str]]]


class Desk:
    """One bot of the library's, and a count of what it still has to send."""

    bot: Bot
    places = asyncio.Semaphore(IN_FLIGHT)
    left = 0
    done = asyncio.Event()


async def send(chat: int, text: str, buttons: Buttons) -> None:
    """One message, as anybody writes it who uses the library."""
    keyboard = [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in buttons]
    async with Desk.places:
        await Desk.bot.send_message(
            chat, text, parse_mode=ParseMode.HTML, reply_markup=InlineKeyboardMarkup(keyboard) if keyboard else None
        )
    Desk.left -= 1
    if not Desk.left:
        Desk.done.set()


async def bare(chats: list[int], text: str, buttons: Buttons) -> float:
    """The library in a loop, and nothing else: processor time."""
    begun = time.process_time()
    await asyncio.gather(*(send(chat, text, buttons) for chat in chats))
    return time.process_time() - begun


class ByAPScheduler:
    """A job a message in SQLAlchemyJobStore on SQLite, all due: processor time from waking to the last one gone."""

    def __init__(self, folder: Path) -> None:
        self.scheduler = AsyncIOScheduler(timezone=UTC, job_defaults={"misfire_grace_time": None})
        store = SQLAlchemyJobStore(url=f"sqlite:///{folder}/jobs.db", pickle_protocol=pickle.HIGHEST_PROTOCOL)
        self.scheduler.add_jobstore(store)

    async def __call__(self, chats: list[int], text: str, buttons: Buttons) -> float:
        if not self.scheduler.running:
            self.scheduler.start(paused=True)
        self.scheduler.pause()
        for chat in chats:
            self.scheduler.add_job(send, "date", run_date=datetime.now(UTC), args=(chat, text, buttons))
        Desk.left, Desk.done = len(chats), asyncio.Event()
        begun = time.process_time()
        self.scheduler.resume()
        await Desk.done.wait()
        while self.scheduler.get_jobs():  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
        return time.process_time() - begun

    async def plan(self, count: int) -> float:
        """Seconds that it takes to put so many into the store, far ahead; they are taken out again."""
        if not self.scheduler.running:
            self.scheduler.start(paused=True)
        when = datetime.now(UTC) + timedelta(days=400)
        begun = time.perf_counter()
        for number in range(count):
            self.scheduler.add_job(send, "date", run_date=when, args=(number, "", []), id=str(number))
        taken = time.perf_counter() - begun
        self.scheduler.remove_all_jobs()
        return taken


class ByProcrastinate:
    """A job a message in its tables on PostgreSQL, deferred before: the worker's processor time.

    The server's is asked for where the server is.
    """

    def __init__(self, database: str) -> None:
        from procrastinate import App, PsycopgConnector

        self.app = App(connector=PsycopgConnector(conninfo=database))
        self.task = self.app.task(name="send")(send)

    async def defer(self, chats: list[int], text: str, buttons: Buttons) -> None:
        await self.task.batch_defer_async(*({"chat": chat, "text": text, "buttons": buttons} for chat in chats))

    async def __call__(self) -> float:
        begun = time.process_time()
        await self.app.run_worker_async(
            concurrency=IN_FLIGHT, wait=False, listen_notify=False, install_signal_handlers=False
        )
        return time.process_time() - begun


async def limited(chats: list[int], text: str, asked: list[list[float]]) -> dict[str, Any]:
    """The library's own limiter: thirty at a time; each who `asked` as [chat, after seconds] gets a message at once.

    `waits` are from each question to its answer, or to where the library gave it up; what it gave up is counted.
    """
    begun, waits, last, lost = time.perf_counter(), [], 0.0, 0

    async def post(chat: int) -> None:
        nonlocal last, lost
        try:
            await Desk.bot.send_message(chat, text)
        except TelegramError:
            lost += 1
        last = time.perf_counter() - begun

    async def planned(chat: int) -> None:
        async with Desk.places:
            await post(chat)

    async def answer(chat: int, after: float) -> None:
        await asyncio.sleep(after)
        since = time.perf_counter()
        await post(chat)
        waits.append(time.perf_counter() - since)

    await asyncio.gather(*(planned(chat) for chat in chats), *(answer(int(chat), after) for chat, after in asked))
    return {"seconds": last, "waits": waits, "lost": lost}


async def main(token: str, url: str, database: str = "", limits: str = "") -> None:
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
    limiter = AIORateLimiter(max_retries=3) if limits == "limited" else None
    request = HTTPXRequest(connection_pool_size=400 if limiter else IN_FLIGHT)
    Desk.bot = (
        ExtBot(token, base_url=f"{url}/bot", request=request, rate_limiter=limiter)
        if limiter
        else Bot(token, base_url=f"{url}/bot", request=request)
    )
    with TemporaryDirectory() as folder:
        jobs = ByAPScheduler(Path(folder))
        orders: dict[str, Any] = {"bare": bare, "apscheduler": jobs, "plan": jobs.plan, "limited": limited}
        if database:
            queue = ByProcrastinate(database)
            async with Desk.bot, queue.app.open_async():
                await queue.app.schema_manager.apply_schema_async()
                await obey(orders | {"defer": queue.defer, "procrastinate": queue})
        elif limits == "offline":  # only to plan
            await obey(orders)
        else:
            async with Desk.bot:
                await obey(orders)


if __name__ == "__main__":
    # Jobs name their function by its module.
    from bench import theirs_telegram  # noqa: PLW0406

    asyncio.run(theirs_telegram.main(*sys.argv[1:]))
