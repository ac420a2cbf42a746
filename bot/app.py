"""The wiring: puts the rooms together, with whatever adapters it is given."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot import leading
from bot.chance import Chance
from bot.content.library import Library
from bot.content.typed_port import TypedText
from bot.core.allowance import Allowance
from bot.core.editions import settle_old
from bot.core.fit import fit
from bot.core.hear import Heard, hear
from bot.core.incoming import Incoming
from bot.core.outgoing import Answer, Door, Form, Offers, Toast, WrittenOffers, WrittenToast
from bot.core.platform import Adapter, CanForget, CanLook, CanMenu, CanSicken, Capabilities
from bot.core.ports import Clock, House, Inbox, Shelf, Undecided
from bot.core.turn import told
from bot.core.uses.coming.absence_end import see_to_reasons
from bot.core.uses.season.deletion import see_to_ended
from bot.core.uses.season.retention import see_to_notes
from bot.core.watch import Unwatched, Watch
from bot.looking import look_around
from bot.memory import settled_in
from bot.problems import where_raised
from bot.store.store import LEASE_SECONDS, SqlStore, open_store
from bot.store_time import clock_of, keep_time
from scheduler.clock import HeldClock, NoWaking, machine_now
from scheduler.dispatcher import Dispatcher
from scheduler.housekeeping import TIDIED, nightly

if TYPE_CHECKING:
    from scheduler.waking import SchedulerWaking

log = logging.getLogger("piiri.app")

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0
"""Seconds between tries to put away what failed, while the database is away."""


@dataclass
class Piiri:
    """A store, a core and the platforms, put together. `hear` takes what comes in, the dispatcher what goes out."""

    store: SqlStore
    house: House
    adapters: Mapping[str, Adapter]
    dispatcher: Dispatcher
    waking: "SchedulerWaking | NoWaking"
    allowance: Allowance | None = None
    watch: Watch = field(default_factory=Unwatched)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _aside: set[asyncio.Task[None]] = field(default_factory=set)
    _failed: list[Incoming] = field(default_factory=list)
    _looking: asyncio.Task[None] | None = None

    async def hear(self, incoming: Incoming) -> Answer:
        """Handle one incoming in a turn of its own, and return what its person is shown. Never raises."""
        if self.allowance is not None and (verdict := self.allowance.verdict(incoming)) != "yes":
            return await self._turned_away(incoming, aloud=verdict == "told")
        began = time.perf_counter()
        try:
            async with self.store.begin() as work:
                heard = await hear(work, self.house, incoming)
        except Exception as error:  # a person is never left without an answer, and the log gets no text of theirs
            raised = where_raised(error)
            log.error("a turn failed: %s", raised, extra={"platform": incoming.sender.platform, "error": raised})
            spoken = self.house.library.languages()
            language = incoming.sender.language
            language = language if language in spoken else spoken[0]
            why = "refused-undecided" if isinstance(error, Undecided) else "refused-error"
            heard = Heard(told(why), language, became="failed")
            self._put_away(incoming)
        self.dispatcher.ring()
        platform = incoming.sender.platform
        took = time.perf_counter() - began
        self.watch.turned(platform, heard.became, took)
        log.debug(
            "a turn: %s", heard.became, extra={"platform": platform, "became": heard.became, "seconds": round(took, 4)}
        )
        adapter = self.adapters[platform]
        if isinstance(adapter, CanForget):
            for handle in heard.erased:
                await adapter.forget(handle)
        if isinstance(adapter, CanMenu):
            for handle, convenes in heard.seats.items():
                self._spawn_aside(adapter.menu(handle, heard.language, convenes=convenes))
        return self._worded(platform, heard)

    def _worded(self, platform: str, heard: Heard) -> Answer:
        """The answer; where it cannot be put in words, that what was done stands, and a menu shows it."""
        try:
            return self.answer(platform, heard)
        except Exception as error:
            log.error("an answer could not be put in words: %s", where_raised(error))
            return self.answer(platform, replace(heard, reply=told("answer-lost")))

    async def _turned_away(self, incoming: Incoming, *, aloud: bool) -> Answer:
        """One turn too many for one person: nothing is done or kept, and they are told so once."""
        sender, spoken = incoming.sender, self.house.library.languages()
        try:
            await self.store.inbox.drop(sender.platform, incoming.key)
        except Exception as error:
            log.error("an incoming could not be put away: %s", where_raised(error))
        language = sender.language if sender.language in spoken else spoken[0]
        return self.answer(sender.platform, Heard(told("quota-turns") if aloud else None, language))

    def _put_away(self, incoming: Incoming) -> None:
        """A turn that failed is not tried again at the next start: its person has been told that it failed."""
        self._failed.append(incoming)
        if len(self._failed) == 1:  # else somebody is at it
            self._spawn_aside(self._put_away_failed())

    async def _put_away_failed(self) -> None:
        """Until the database takes it: often it is what made the turn fail."""
        pause = FIRST_PAUSE
        while failed := list(self._failed):
            try:
                async with self.store.begin() as work:
                    for incoming in failed:
                        await work.remember(incoming.sender.platform, incoming.key, self.house.clock.now())
            except Exception as error:
                log.error("%d turns that failed are not put away yet: %s", len(failed), where_raised(error))
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                del self._failed[: len(failed)]

    def answer(self, platform: str, heard: Heard) -> Answer:
        """The reply in words, cut to what the platform carries."""
        library, reply = self.house.library, heard.reply
        if reply is None or isinstance(reply, Door):
            return reply
        if isinstance(reply, Toast):
            return WrittenToast(library.text(reply.text, heard.language))
        if isinstance(reply, Offers):
            return WrittenOffers(tuple((o.value, library.text(o.label, heard.language)) for o in reply.offers))
        if isinstance(reply, Form):
            return library.write_form(reply, heard.language)
        return fit(library.write(reply, heard.language), self.house.capabilities[platform])

    async def night(self) -> None:
        """What is done once a night. Doing it twice, or a night late, does no harm."""
        await nightly(self.store.outbox, self.house.clock)
        await self.see_to_all()
        await self.store.set_mark(TIDIED, machine_now().isoformat())
        if self._looking is None or self._looking.done():  # at its pace a night may be too short for all
            self._looking = self._spawn_aside(self.look_around())

    async def look_around(self) -> None:
        """Find out who has left where no platform tells by itself; they leave their groups there. Never raises."""
        for name, adapter in self.adapters.items():
            if isinstance(adapter, CanLook):
                await look_around(self.store, self.house.clock, name, adapter, self.hear)

    async def see_to_all(self) -> None:
        """What time alone brings to groups, and nobody's act: as much of the night's work as people may notice."""
        await see_to_ended(self.store, self.house)
        await see_to_notes(self.store, self.house)
        await see_to_reasons(self.store, self.house)
        self.dispatcher.ring()

    async def start(self) -> None:
        """Settle what a crash left, then listen and send."""
        await self.dispatcher.recover()
        self._spawn(self.dispatcher.run(), "dispatcher")
        if self.store.lease.seconds:
            self._spawn(leading.kept(self.store.lease), "lease")
        for adapter in self.adapters.values():
            self._spawn(adapter.run(self.hear), adapter.name)
        if not isinstance(self.waking, NoWaking):
            self.waking.start()
        self.dispatcher.ring()

    async def stop(self) -> None:
        """Stop listening, let what is in flight settle for a moment, and let go of everything."""
        if not isinstance(self.waking, NoWaking):
            self.waking.stop()
        listening = [task for task in self._tasks if task.get_name() != "dispatcher"]
        for task in listening:
            task.cancel()
        for task in self._aside:
            task.cancel()
        await self.dispatcher.stop()
        await asyncio.gather(*self._tasks, *self._aside, return_exceptions=True)

    def amiss(self) -> dict[str, str]:
        """What is wrong with the platforms at this moment; empty where all is well."""
        found = {}
        for name, adapter in self.adapters.items():
            if isinstance(adapter, CanSicken) and (wrong := adapter.amiss()):
                found[name] = wrong
        return found

    def over(self) -> list[str]:
        """The parts that should go on and have ended."""
        return [task.get_name() for task in self._tasks if task.done()]

    async def ended(self) -> None:
        """Return when any part that should go on has ended."""
        await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)

    @property
    def failed(self) -> BaseException | None:
        """What ended a task that should have gone on, if anything did."""
        for task in self._tasks:
            if task.done() and not task.cancelled() and task.exception():
                return task.exception()
        return None

    def _spawn(self, coroutine: Any, name: str) -> None:
        self._tasks.add(asyncio.create_task(coroutine, name=name))

    def _spawn_aside(self, coroutine: Any) -> asyncio.Task[None]:
        """What nobody waits for."""
        task = asyncio.create_task(coroutine)
        self._aside.add(task)
        task.add_done_callback(self._aside.discard)
        return task


@dataclass(frozen=True)
class Ground:
    """What a platform's adapter may stand on."""

    shelf: Shelf
    inbox: Inbox
    clock: Clock
    chance: Chance
    library: Library


Adapters = Callable[[Ground], Sequence[Adapter]]
"""Makes the platforms' adapters, once there is a store for those that keep something in it."""


@asynccontextmanager
async def opened(
    url: str,
    key_file: Path,
    adapters: Adapters,
    *,
    clock: Clock | None = None,
    chance: Chance | None = None,
    library: Library | None = None,
    held: bool = False,
    wakes: bool = True,
    help_lines: tuple[str, ...] = (),
    operator: str = "",
    calendar_url: str = "",
    allowance: Allowance | None = None,
    watch: Watch | None = None,
    lease_seconds: float = LEASE_SECONDS,
    stands_by: Callable[[], None] = lambda: None,
) -> AsyncIterator[Piiri]:
    """Piiri put together on a store, started, and at the end stopped and closed.

    With no clock, group time is the machine's; with `held` it is the store's own, from the rehearsal's first day on.
    Without `wakes` nothing is sent by itself: whoever moves the clock rings. An `allowance` bounds
    how many turns one person may take.

    While another process works on the same database, `stands_by` is called once, and it begins when that one is gone.
    """
    chance = chance or Chance()
    store = await open_store(url, key_file, chance, lease_seconds=lease_seconds)
    try:
        await leading.taken(store.lease, stands_by)
        await keep_time(store, "held" if held else "real")
        clock = clock or await clock_of(store)
        library = library or Library()
        ground = Ground(store.shelf, store.inbox, clock, chance, library)
        house = House(library, TypedText(), clock, chance, {}, calendar_url, help_lines, operator)
        await settle_old(store, house)
        piiri = _together(store, adapters(ground), house, watch or Unwatched(), wakes=wakes)
        piiri.allowance = allowance
        await piiri.start()
        try:
            with settled_in():
                yield piiri
        finally:
            await piiri.stop()
    finally:
        await store.close()


def _together(store: SqlStore, adapters: Sequence[Adapter], ground: House, watch: Watch, *, wakes: bool) -> Piiri:
    by_name = {adapter.name: adapter for adapter in adapters}
    can: dict[str, Capabilities] = {name: adapter.capabilities for name, adapter in by_name.items()}
    house = replace(ground, capabilities=can)
    # Both are made below.
    waking = _waking(lambda: dispatcher.ring(), lambda: piiri.night(), house) if wakes else NoWaking()  # noqa: PLW0108
    dispatcher = Dispatcher(store, store.outbox, by_name, house, waking, watch=watch, may_post=store.lease.holds)
    piiri = Piiri(store, house, by_name, dispatcher, waking, watch=watch)
    return piiri


def _waking(ring: Callable[[], None], nightly: Callable[[], Awaitable[None]], house: House) -> "SchedulerWaking":
    from scheduler.waking import SchedulerWaking  # noqa: PLC0415 - a rehearsal without a page needs no APScheduler

    return SchedulerWaking(ring, nightly, held=isinstance(house.clock, HeldClock))
