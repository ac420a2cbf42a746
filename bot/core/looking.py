"""Whom to ask about where a platform tells nobody who leaves, and what it means that somebody is not there."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from bot.core.incoming import Departed, Incoming, Sender
from bot.core.model import Person, chat_of
from bot.core.ports import Store

PAGE = 100
"""So many people are in memory at once, however many groups there are."""


@dataclass(frozen=True)
class Sought:
    """One question: whether this person is still in this channel, with everything that is a topic of it."""

    person: Person
    channel: str


async def sought(store: Store, platform: str) -> AsyncIterator[Sought]:
    """Everybody with a seat in a group of the platform, once for each whole channel, also where the group is over.

    A sub-group's own channel is not among them: to leave that is not to leave the group. No transaction is open while
    one is being asked about.
    """
    after = ""
    while True:
        async with store.begin() as work:
            seats = await work.groups.seats(platform, after=after, most=PAGE)
        if not seats:
            return
        for each in dict.fromkeys(Sought(person, chat_of(channel)) for person, channel in seats):
            yield each
        after = seats[-1][0].id


def departure(of: Sought, now: datetime) -> Incoming:
    """What the platform would have told. It is the same one for the whole of a day, so that asking twice does no harm.

    The key names nobody once the person's row is gone.
    """
    person = of.person
    sender = Sender(person.platform, person.handle, person.name)
    return Incoming(f"left:{now:%Y-%m-%d}:{person.id}:{of.channel}", sender, of.channel, Departed())
