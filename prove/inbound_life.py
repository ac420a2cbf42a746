"""One life that listens, by polling or by a webhook, until it is killed."""

import asyncio
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

import bot.adapters.telegram.adapter
import bot.content.calendar
import bot.serving.serve
import bot.store.postgresql  # and its driver
from bot.adapters.telegram.adapter import TelegramAdapter
from bot.adapters.telegram.web import routes
from bot.app import Ground, opened
from bot.core.platform import Adapter
from bot.serving.serve import bound, quiet_server, telegram_adapter
from bot.settings import Settings
from prove.kills_life import LIBRARY
from scheduler.pace import Pace
from tests.fakes.telegram.state import TOKEN


def live(order: Any) -> None:
    """Listen, handle and answer for ever."""
    logging.disable()
    bot.serving.serve.TELEGRAM = Pace()
    asyncio.run(_lived(order))


async def _lived(order: Any) -> None:
    made: list[TelegramAdapter] = []
    urls = {"telegram_api_url": order["url"], "telegram_webhook_url": order.get("webhook", "")}
    settings = Settings(**urls, telegram_token=TOKEN, telegram_webhook_secret=order.get("secret", ""))

    def adapters(ground: Ground) -> Sequence[Adapter]:
        made.append(telegram_adapter(settings, ground))
        return made

    key = Path(order["key"])
    door = bound(order["port"]) if "port" in order else None
    async with opened(order["database"], key, adapters, library=LIBRARY, held=True, wakes=False) as piiri:
        if door:
            await quiet_server(Starlette(routes=routes(made[0]))).serve(sockets=[door])
        await piiri.ended()
        raise RuntimeError("it has ended by itself") from piiri.failed
