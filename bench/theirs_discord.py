"""`python -m bench.theirs_discord <token> <api url>`: the library's own client sending the same, and nothing else."""

import asyncio
import sys
import time

import discord
from discord import ui
from discord.http import Route

from bench.worker import obey

IN_FLIGHT = 32


async def main(token: str, api: str) -> None:
    Route.BASE = api
    async with discord.Client(intents=discord.Intents.none()) as client:
        await client.login(token)

        async def bare(channels: list[list[int]], text: str, buttons: list[list[list[str]]]) -> float:
            places = asyncio.Semaphore(IN_FLIGHT)

            async def one(server: int, channel: int) -> None:
                async with places:
                    view = ui.View(timeout=None)
                    for number, row in enumerate(buttons):
                        for label, own in row:
                            view.add_item(ui.Button(label=label, custom_id=own, row=number))
                    there = client.get_partial_messageable(channel, guild_id=server)
                    if view.children:
                        await there.send(text, view=view)
                    else:
                        await there.send(text)

            begun = time.process_time()
            await asyncio.gather(*(one(server, channel) for server, channel in channels))
            return time.process_time() - begun

        await obey({"bare": bare})


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
