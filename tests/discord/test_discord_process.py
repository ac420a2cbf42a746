"""`piiri run` as a process of its own, with a Discord that is another one."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.cli.command import Place, Running, free_port

ROOT = Path(__file__).resolve().parents[2]


class Discord:
    """The stand-in as a process, and what people do in it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.fakes.discord", "--limits"], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        self.said = json.loads(self.process.stdout.readline())
        self.client = httpx.Client(base_url=f"{self.said['url']}/_control", timeout=20)

    def asks(self, what: str, /, **body: Any) -> Any:
        answer = self.client.post(f"/{what}", json=body).json()
        assert answer["ok"], answer
        return answer["result"]

    def settings(self, **more: str) -> dict[str, str]:
        """What Piiri is told of it."""
        return {
            "PIIRI_DISCORD_TOKEN": self.said["token"],
            "PIIRI_DISCORD_API_URL": self.said["api"],
            "PIIRI_DISCORD_GATEWAY_URL": self.said["gateway"],
            "PIIRI_LOG_LEVEL": "debug",
            **more,
        }


@contextmanager
def _discord() -> Iterator[Discord]:
    discord = Discord()
    yield discord
    discord.client.close()
    discord.process.send_signal(signal.SIGTERM)
    assert discord.process.wait(10) == 0


@pytest.fixture(scope="module")
def fake() -> Iterator[Discord]:
    with _discord() as discord:
        yield discord


def _until(true: Callable[[], bool], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.02)


def _listens(piiri: Running, fake: Discord) -> None:
    fake.asks("connected", timeout=20)
    _until(lambda: piiri.get("/readyz").status_code == 200)


def test_it_answers_a_slash_command_and_stops_in_time(tmp_path: Path, fake: Discord) -> None:
    aino = fake.asks("person", name="Aino", locale="fi")["id"]
    guild = fake.asks("guild", name="Talo", members=[aino])["id"]
    place = fake.asks("channel", guild=guild, name="piiri")["id"]
    with Place(tmp_path, fake.settings()).running() as piiri:
        _listens(piiri, fake)
        answer = fake.asks("invokes", person=aino, command="piiri privacy", channel=place)
        assert answer["kind"] == "ephemeral"
        assert answer["message"]["seen_by"] == aino
        assert answer["milliseconds"] < 3000
        pressed = fake.asks(
            "presses", person=aino, message=answer["message"]["id"], channel=place, button=answer["labels"][0]
        )
        assert pressed["kind"] == "ephemeral"
        assert piiri.get("/readyz").json() == {"ok": True, "amiss": {}}
        begun = time.monotonic()
        assert piiri.stop() == 0, piiri.err
        assert time.monotonic() - begun < 5
    said = "".join(piiri.out + piiri.err)
    assert "Traceback" not in said, said
    assert fake.said["token"] not in said
    assert "Aino" not in said
    assert fake.asks("state")["listening"] is False, "and it said goodbye"


def test_a_token_that_is_taken_back_while_it_runs_ends_it_with_one_line(tmp_path: Path) -> None:
    with _discord() as fake, Place(tmp_path, fake.settings(PIIRI_LOG_LEVEL="warning")).running() as piiri:
        aino = fake.asks("person", name="Aino", locale="fi")["id"]
        fake.asks("guild", name="Talo", members=[aino])
        _listens(piiri, fake)
        fake.asks("revokes_token")
        fake.asks("writes", person=aino, text="Sammakko")
        assert piiri.process.wait(10) != 0
        said = "".join(piiri.err)
    assert said.count("\n") == 1, said
    assert said.startswith("piiri: Discord does not accept the token")
    assert "piiri doctor --discord" in said


def test_a_token_that_is_refused_ends_it_with_one_line(tmp_path: Path, fake: Discord) -> None:
    port = str(free_port())
    other = "MTE4MDAwMDAwMDAwMDAwMDA0Mg.other.nothing-at-all-for-nobody"
    settings = fake.settings(PIIRI_DISCORD_TOKEN=other, PIIRI_LOG_LEVEL="warning")
    done = Place(tmp_path, settings).piiri("run", "--port", port)
    done.refused("does not accept the token", "piiri doctor --discord")
    assert other not in done.out + done.err


@pytest.mark.parametrize("signal_", [signal.SIGTERM, signal.SIGINT])
def test_it_starts_and_stops_in_time_where_nobody_answers(tmp_path: Path, signal_: signal.Signals) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}/api/v10"
    settings = {
        "PIIRI_DISCORD_TOKEN": "MTE4MDAwMDAwMDAwMDAwMDA0Mg.other.nothing-at-all-for-nobody",
        "PIIRI_DISCORD_API_URL": nowhere,
    }
    with Place(tmp_path, settings).running() as piiri:
        assert piiri.get("/readyz").status_code == 200, "that may pass yet"
        begun = time.monotonic()
        piiri.process.send_signal(signal_)
        assert piiri.process.wait(5) == 0
        assert time.monotonic() - begun < 5
    assert "Traceback" not in "".join(piiri.err)
