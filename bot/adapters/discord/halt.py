"""Discord's stop for everything that a bot asks: the library keeps to it in part only, so we stand before all of it.

It holds back those who come later, but neither its own further tries nor what waits for another reason, lets everybody
go when the first of two stops is over, and of a long one tells only whoever was answered with it.
"""

import asyncio
from types import SimpleNamespace

import aiohttp
import discord

APART = ("/interactions/", "/webhooks/")
"""What such a stop does not hold for: answers to people."""


class Halt:
    """As long as a stop lasts, requests below `base` wait for its end; those that would wait too long are Throttled."""

    def __init__(self, base: str, *, longest: float) -> None:
        self._base = base.rstrip("/")
        self._longest = longest
        self._until = 0.0

    def trace(self) -> aiohttp.TraceConfig:
        """What a session needs to keep to it."""
        config = aiohttp.TraceConfig()
        config.on_request_start.append(self._begins)
        config.on_request_end.append(self._ended)
        return config

    async def _begins(
        self, _: aiohttp.ClientSession, __: SimpleNamespace, request: aiohttp.TraceRequestStartParams
    ) -> None:
        """Wait; `discord.RateLimited`, with nothing sent, where that is too long."""
        url = str(request.url)
        if not url.startswith(f"{self._base}/") or url.removeprefix(self._base).startswith(APART):
            return
        while (left := self._until - asyncio.get_running_loop().time()) > 0:
            if left > self._longest:
                raise discord.RateLimited(left)
            await asyncio.sleep(left)

    async def _ended(
        self, _: aiohttp.ClientSession, __: SimpleNamespace, request: aiohttp.TraceRequestEndParams
    ) -> None:
        """A stop is told of in the answer to any request."""
        told = request.response.headers
        if request.response.status == 429 and "X-RateLimit-Global" in told:
            try:
                seconds = float(told.get("Retry-After", ""))
            except ValueError:
                return
            self._until = max(self._until, asyncio.get_running_loop().time() + seconds)
