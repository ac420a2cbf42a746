"""One life of two on a PostgreSQL database: Piiri as it runs, which stands by until it holds the lease."""

import asyncio
import logging
import os
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

import bot.app
from bot.app import Ground, opened
from bot.core import delivery
from bot.core.platform import Adapter
from bot.serving.serve import telegram_adapter
from bot.settings import Settings
from bot.store.lease import LeaseLost
from bot.store.store import SqlStore, open_store
from prove.kills_life import LIBRARY
from prove.kills_points import Points, mark_the_wire, watch_adapter
from scheduler.pace import Pace
from tests.fakes.telegram.state import TOKEN

LOST = 75
"""How a life ends that finds its place taken."""

_SAID = sa.text("SELECT set_config('piiri.token', :token, true)")


def live(order: Any) -> None:
    """Stand by, work, and end when all is settled, or with `LOST`."""
    logging.disable()
    delivery.FIRST_WAIT, delivery.LONGEST_WAIT = timedelta(milliseconds=50), timedelta(seconds=1)
    bot.serving.serve.TELEGRAM = Pace(per_second=order["per_second"])
    mark_the_wire()
    os._exit(asyncio.run(_lived(order)))


async def _lived(order: Any) -> int:
    def adapters(ground: Ground) -> Sequence[Adapter]:
        settings = Settings(telegram_token=TOKEN, telegram_api_url=order["url"])
        return [watch_adapter(telegram_adapter(settings, ground), Points("", 0))]

    async def open_and_say(*given: Any, **named: Any) -> SqlStore:
        return _says_its_token(await open_store(*given, **named))

    bot.app.open_store = open_and_say
    try:
        async with opened(
            order["database"],
            Path(order["key"]),
            adapters,
            library=LIBRARY,
            held=True,
            wakes=False,
            lease_seconds=order["lease"],
        ) as piiri:
            while not piiri.over():
                if await piiri.dispatcher.settled(0.05):
                    return 0
            return LOST if isinstance(piiri.failed, LeaseLost) else 1
    except LeaseLost:
        return LOST


def _says_its_token(store: SqlStore) -> SqlStore:
    """Every transaction tells the database by which token it writes, for the triggers that keep account of it."""
    lease: Any = store.lease
    fence = lease.fence

    async def fenced(connection: Any) -> None:
        await fence(connection)
        await connection.execute(_SAID, {"token": str(lease._token or 0)})

    lease.fence = fenced
    return store
