"""Pushes updates to the bot, one after another, each until it is accepted."""

import asyncio
import time
from urllib.parse import urlsplit

import aiohttp

from tests.fakes.telegram.updates import Item, Updates, Webhook

TIMEOUT = aiohttp.ClientTimeout(total=10)
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Pusher:
    """Works while a webhook is set. `reaches` says where a public address really is on this machine."""

    def __init__(self, updates: Updates, retry_after: float) -> None:
        self.updates = updates
        self.retry_after = retry_after
        self.reaches: dict[str, str] = {}
        self.task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begins to push to the webhook that is set."""
        if self.updates.webhook is not None and self.task is None:
            self.task = asyncio.create_task(self._push(self.updates.webhook))

    async def stop(self) -> None:
        """Pushes no more."""
        task, self.task = self.task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _push(self, webhook: Webhook) -> None:
        async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
            while True:
                await self.updates.news.wait()
                item = self.updates.waiting[0]
                failure = await self._post(session, webhook, item)
                if failure is None:
                    self.updates.remove([item])
                else:
                    webhook.failed_at, webhook.failure = int(time.time()), failure
                    await asyncio.sleep(self.retry_after)

    async def _post(self, session: aiohttp.ClientSession, webhook: Webhook, item: Item) -> str | None:
        url = self._on_this_machine(webhook.url)
        if url is None:
            return "Connection refused"
        headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
        try:
            async with session.post(url, json=item.update, headers=headers, allow_redirects=False) as answer:
                if answer.status // 100 == 2:
                    return None
                return f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except TimeoutError:
            return "Read timeout expired"
        except (aiohttp.ClientError, OSError):
            return "Connection refused"

    def _on_this_machine(self, url: str) -> str | None:
        for public, local in self.reaches.items():
            if url.startswith(public):
                return local + url.removeprefix(public)
        return url if urlsplit(url).hostname in LOOPBACK else None
