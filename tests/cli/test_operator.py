"""Whether it is alive, whether it is ready, and how it has been: what whoever runs Piiri is told, and of nobody."""

import asyncio
import json
import re
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette

import bot.app
from bot.adapters.memory.adapter import STEPS, MemoryAdapter
from bot.app import Piiri, opened
from bot.core.kinds import KINDS
from bot.core.model import Life, State
from bot.core.platform import Sent
from bot.rehearsal.play import play
from bot.serving.health import STUCK, Health
from bot.serving.metrics import OTHER, UNASKED, Metrics
from bot.serving.operator_door import operator_routes
from tests.cli.command import Place, free_port

ALLOWED = {
    "platform": {"memory", "browser", "telegram", "discord", UNASKED},
    "became": {"done", "refused", "known", "failed"},
    "outcome": {"sent", "throttled", "notsent", "unreachable", "rejected", "unsure", "moved"},
    "kind": {*KINDS, OTHER},
    "state": {state.value for state in State},
    "life": {life.value for life in Life},
    "what": {"backup", "nightly"},
    "database": {"sqlite", "postgresql"},
}
"""Every label with a value for each group or person would be one that tells of them."""

FREE = {"le", "version", "python", "implementation", "major", "minor", "patchlevel", "error"}
"""Those that Python, Prometheus or the database's driver name."""


def _families(page: str) -> dict[str, Any]:
    return {family.name: family for family in text_string_to_metric_families(page)}


def _value(page: str, name: str, **labels: str) -> float:
    samples = [s for family in _families(page).values() for s in family.samples if s.name == name]
    return sum(s.value for s in samples if labels.items() <= s.labels.items())


def _bounded(page: str) -> None:
    for family in _families(page).values():
        for sample in family.samples:
            for label, value in sample.labels.items():
                assert label in FREE or value in ALLOWED[label], (sample.name, label, value)


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = time.monotonic()

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Hand:
    """The monotonic clock of whoever asks the database and of what it remembers."""
    hand = Hand()
    monkeypatch.setattr("bot.store.pulse.time", SimpleNamespace(monotonic=hand))
    return hand


@pytest.fixture
async def piiri(tmp_path: Path) -> AsyncIterator[Piiri]:
    url, key = f"sqlite:///{tmp_path / 'piiri.db'}", tmp_path / "piiri.key"
    adapter = MemoryAdapter(STEPS)
    async with opened(url, key, lambda _: [adapter], held=True, wakes=False, watch=Metrics()) as piiri:
        yield piiri


@asynccontextmanager
async def _asked(piiri: Piiri) -> AsyncIterator[Callable[[str], Any]]:
    app = Starlette(routes=operator_routes(piiri))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        yield client.get


# Metrics


def test_a_whole_season_names_nobody_and_no_group_in_any_label(monkeypatch: pytest.MonkeyPatch) -> None:
    metrics = Metrics()
    monkeypatch.setattr(bot.app, "Unwatched", lambda: metrics)
    played = asyncio.run(play(programme="vahvistin", language="en", meetings=5, seed=2))
    page = generate_latest(metrics.registry).decode()
    _bounded(page)
    assert played.group.id not in page
    assert played.group.name not in page
    ids = re.compile(r'"(?=[a-z0-9]*[0-9])[a-z0-9]{16}"')
    assert not ids.search(page)
    assert _value(page, "piiri_post_seconds_count", outcome="sent") >= len(played.sent), "what was changed counts too"
    assert _value(page, "piiri_notices_total", state="sent") >= _value(page, "piiri_notices_total", kind="reminder") > 0
    assert _value(page, "piiri_notice_late_seconds_count") == _value(page, "piiri_notices_total", state="sent")
    assert _value(page, "piiri_turn_seconds_count", became="done") > 50
    assert _value(page, "piiri_turn_seconds_count", became="failed") == 0


def test_being_watched_costs_a_notice_and_a_turn_next_to_nothing() -> None:
    metrics, times = Metrics(), 20_000
    begun = time.process_time()
    for _ in range(times):
        metrics.turned("telegram", "done", 0.01)
        metrics.posted("telegram", Sent("1"), 0.1)
        metrics.concluded("reminder", "telegram", State.SENT, 0.5)
    assert (time.process_time() - begun) / times < 50e-6, "of some milliseconds that each of them takes"


async def test_what_is_due_how_old_it_is_and_what_there_is_are_told(piiri: Piiri) -> None:
    async with _asked(piiri) as get:
        page = (await get("/metrics")).text
    _bounded(page)
    assert _value(page, "piiri_notices_due") == 0
    assert _value(page, "piiri_database_up") == 1
    assert _value(page, "piiri_lease_held") == 1
    assert _value(page, "piiri_build_info", database="sqlite") == 1
    assert _value(page, "piiri_groups", life="running") == 0
    assert _value(page, "piiri_last_done_timestamp_seconds", what="backup") == 0
    assert _value(page, "process_resident_memory_bytes") > 1_000_000


async def test_while_the_database_is_away_what_only_it_knows_is_left_out(piiri: Piiri, tmp_path: Path) -> None:
    (tmp_path / "piiri.db").rename(tmp_path / "away")
    async with _asked(piiri) as get:
        page = (await get("/metrics")).text
        assert _value(page, "piiri_database_up") == 0
        assert _value(page, "piiri_database_errors_total", error="OperationalError") > 0
        assert "piiri_groups{" not in page
        (tmp_path / "away").rename(tmp_path / "piiri.db")
        assert _value((await get("/metrics")).text, "piiri_database_up") == 1


# Alive and ready


async def test_one_question_that_goes_wrong_is_no_outage_and_some_seconds_of_them_are(
    piiri: Piiri, hand: Hand, tmp_path: Path
) -> None:
    health = Health(piiri, monotonic=hand)
    assert await health.amiss() == {}
    hand.at += 60  # long after the last commit
    (tmp_path / "piiri.db").rename(tmp_path / "away")
    assert await health.amiss() == {}, "once may pass"
    hand.at += 6
    assert await health.amiss() == {"database": "takes nothing for 6 s"}
    assert health.stuck() == {}, "another start would not help"
    (tmp_path / "away").rename(tmp_path / "piiri.db")
    assert await health.amiss() == {}, "at once"


async def test_a_database_that_can_be_read_and_not_written_is_not_ready(
    piiri: Piiri, hand: Hand, tmp_path: Path
) -> None:
    health = Health(piiri, monotonic=hand)
    hand.at += 60
    other = sqlite3.connect(tmp_path / "piiri.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert await health.amiss() == {}
    hand.at += 6
    assert "database" in await health.amiss()
    other.close()
    async with asyncio.timeout(8):
        while await health.amiss():
            await asyncio.sleep(0.02)


async def test_a_part_that_has_ended_or_hangs_wants_another_start(
    piiri: Piiri, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with _asked(piiri) as get:
        assert (await get("/healthz")).json() == {"ok": True, "amiss": {}}
        hung = replace(piiri.dispatcher.health(), at_it=STUCK + 1)
        monkeypatch.setattr(piiri.dispatcher, "health", lambda: hung)
        answer = await get("/healthz")
        assert (answer.status_code, answer.json()["amiss"]) == (503, {"dispatcher": "stuck"})
        monkeypatch.undo()
        listening = next(task for task in piiri._tasks if task.get_name() == "memory")
        listening.cancel()
        await asyncio.wait({listening})
        answer = await get("/healthz")
        assert (answer.status_code, answer.json()["amiss"]) == (503, {"memory": "ended"})
        assert (await get("/readyz")).status_code == 503


# The process


def test_a_running_piiri_answers_at_its_own_port_and_at_one_for_operators_alone(tmp_path: Path) -> None:
    port = free_port()
    settings = {"PIIRI_METRICS_HOST": "127.0.0.1", "PIIRI_METRICS_PORT": str(port), "PIIRI_LOG_FORMAT": "json"}
    with Place(tmp_path, {**settings, "PIIRI_LOG_LEVEL": "debug"}).running() as piiri:
        for path in ("/healthz", "/readyz"):
            assert piiri.get(path).json() == {"ok": True, "amiss": {}}
            elsewhere = httpx.get(f"http://127.0.0.1:{port}{path}", headers={"host": "piiri.example"}, timeout=10)
            assert elsewhere.json() == {"ok": True, "amiss": {}}
        page = httpx.get(f"http://127.0.0.1:{port}/metrics", timeout=10)
        assert page.headers["content-type"].startswith("text/plain; version=")
        _bounded(page.text)
        assert piiri.get("/metrics").status_code == 200
        assert piiri.get("/health").status_code == 404
        for path in ("/", "/api/rooms", "/c/main", "/calendar/x.ics", "/rehearsal/clock"):
            assert httpx.get(f"http://127.0.0.1:{port}{path}", timeout=10).status_code == 404, path
        assert piiri.stop() == 0
    for line in piiri.err:
        assert {"at", "level", "logger"} <= json.loads(line).keys()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [("PIIRI_LOG_FORMAT", "xml", ("log_format", "text, json")), ("PIIRI_METRICS_PORT", "many", ("metrics_port",))],
)
def test_a_setting_that_cannot_stand_is_said(tmp_path: Path, name: str, value: str, words: tuple[str, ...]) -> None:
    Place(tmp_path, {name: value}).here("run").refused(*words)
