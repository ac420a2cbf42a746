"""What an operator sees of a running Piiri, for Prometheus: counts by platform, kind and outcome, and of nobody."""

import asyncio
import platform as machine
from datetime import datetime
from types import MappingProxyType

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

from bot import __version__
from bot.app import Piiri
from bot.core.kinds import KINDS
from bot.core.model import Life, State
from bot.core.platform import CanFallSilent, Outcome
from bot.core.watch import Became
from bot.store.backup import LAST, made_at
from scheduler.housekeeping import TIDIED

TYPE = CONTENT_TYPE_LATEST
"""What the page is, to those who ask for it."""

PATIENCE = 2.0
"""Seconds that one look waits for the database."""

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
LATE = (1, 2, 5, 10, 20, 40, 60, 300, 900, 3600, 14400, 86400)
UNASKED = "none"
"""The platform of a notice that had come to none when it ended."""

OTHER = "other"
"""The kind of a notice that this version does not know."""

MARKS = MappingProxyType({"backup": LAST, "nightly": TIDIED})
"""What is done now and then, by the store's mark that tells when it was."""


class Metrics:
    """A Watch that counts, and a look at what is counted nowhere because it can be asked."""

    def __init__(self) -> None:
        self.registry = kept = CollectorRegistry()
        self._turns = Histogram(
            "piiri_turn_seconds",
            "Turns, by what became of them.",
            ("platform", "became"),
            buckets=SECONDS,
            registry=kept,
        )
        self._posts = Histogram(
            "piiri_post_seconds",
            "Parts of notices handed to a platform, by its answer.",
            ("platform", "outcome"),
            buckets=SECONDS,
            registry=kept,
        )
        self._notices = Counter(
            "piiri_notices", "Notices that ended, by how.", ("kind", "platform", "state"), registry=kept
        )
        self._late = Histogram(
            "piiri_notice_late_seconds",
            "From when a notice was due until it was sent.",
            ("platform",),
            buckets=LATE,
            registry=kept,
        )
        self._looks = _Looks(kept)
        ProcessCollector(registry=kept)
        PlatformCollector(registry=kept)

    # As a Watch

    def turned(self, platform: str, became: Became, seconds: float) -> None:
        """A turn has ended."""
        self._turns.labels(platform, became).observe(seconds)

    def posted(self, platform: str, outcome: Outcome, seconds: float) -> None:
        """A platform has answered."""
        self._posts.labels(platform, type(outcome).__name__.lower()).observe(seconds)

    def concluded(self, kind: str, platform: str, state: State, late: float) -> None:
        """What became of a notice is committed."""
        self._notices.labels(kind if kind in KINDS else OTHER, platform or UNASKED, state).inc()
        if state is State.SENT:
            self._late.labels(platform or UNASKED).observe(max(0.0, late))

    # For whoever asks

    async def page(self, piiri: Piiri) -> bytes:
        """Everything in Prometheus's text format; what only the database knows is left out while it is away."""
        await self._looks.take(piiri)
        return generate_latest(self.registry)


class _Looks:
    """What is so at this moment."""

    def __init__(self, kept: CollectorRegistry) -> None:
        def gauge(name: str, what: str, *labels: str) -> Gauge:
            return Gauge(f"piiri_{name}", what, labels, registry=kept)

        self._build = gauge("build_info", "What runs.", "version", "python", "database")
        self._in_hand = gauge("notices_in_hand", "Notices that are claimed and not settled yet.")
        self._due = gauge("notices_due", "Notices that are due and wait, counted up to ten thousand.")
        self._oldest = gauge("notices_oldest_due_seconds", "For how long the first of them has been due.")
        self._groups = gauge("groups", "Groups, by where they are in their life.", "life")
        self._silent = gauge("platform_silent_seconds", "Since a platform was last surely there.", "platform")
        self._up = gauge("database_up", "Whether the database answered to this very look.")
        self._failing = gauge("database_failing_seconds", "For how long it has failed without a commit in between.")
        self._errors = Counter(
            "piiri_database_errors", "Failures of the database, by what it calls them.", ("error",), registry=kept
        )
        self._counted = dict[str, int]()
        self._lease = gauge("lease_held", "Whether this process has the right to work on the database.")
        self._done = gauge("last_done_timestamp_seconds", "When something was last done; 0 for never.", "what")

    async def take(self, piiri: Piiri) -> None:
        """Look at everything; never raises, and waits no longer than PATIENCE."""
        store, now = piiri.store, piiri.house.clock.now()
        self._build.labels(__version__, machine.python_version(), store.kind).set(1)
        self._in_hand.set(piiri.dispatcher.health().in_hand)
        self._lease.set(store.lease.holds())
        for name, adapter in piiri.adapters.items():
            if isinstance(adapter, CanFallSilent):
                self._silent.labels(name).set(adapter.silent())
        up = await self._asked(piiri, now)
        self._up.set(up)
        self._failing.set(store.pulse.failing_for())
        for error, count in store.pulse.errors.items():
            self._errors.labels(error).inc(count - self._counted.get(error, 0))
            self._counted[error] = count

    async def _asked(self, piiri: Piiri, now: datetime) -> bool:
        for stale in (self._groups, self._done):
            stale.clear()
        self._due.set(float("nan"))
        self._oldest.set(float("nan"))
        try:
            async with asyncio.timeout(PATIENCE):
                backlog = await piiri.store.backlog.now(now)
                done = {what: made_at(await piiri.store.mark(mark)) for what, mark in MARKS.items()}
        except Exception:  # it is counted where it fails
            return False
        self._due.set(backlog.due)
        self._oldest.set((now - backlog.oldest).total_seconds() if backlog.oldest else 0)
        for life in Life:
            self._groups.labels(life).set(backlog.groups[life])
        for what, at in done.items():
            self._done.labels(what).set(at.timestamp() if at else 0)
        return True
