"""The audit of what Piiri runs on: it fails on what is known, and says so when nothing could be asked."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements" / "run.txt"


class Advisories(ThreadingHTTPServer):
    """An advisory service in OSV's manner; it knows of one flaw in one version."""

    flawed: tuple[str, str] | None = None
    asked: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    server: Advisories

    def do_POST(self) -> None:
        queries = json.loads(self.rfile.read(int(self.headers["content-length"])))["queries"]
        self.server.asked += len(queries)
        found = [{"id": "PYSEC-2030-1", "modified": "2030-01-01T00:00:00Z"}]
        results = [
            {"vulns": found} if (each["package"]["name"], each["version"]) == self.server.flawed else {}
            for each in queries
        ]
        self._says({"results": results})

    def do_GET(self) -> None:
        name, version = self.server.flawed or ("", "")
        package = {"ecosystem": "PyPI", "name": name}
        ranges = [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "99"}]}]
        affected = [{"package": package, "versions": [version], "ranges": ranges}]
        when = {"modified": "2030-01-01T00:00:00Z", "published": "2030-01-01T00:00:00Z"}
        self._says({"id": "PYSEC-2030-1", "summary": "It opens doors.", "affected": affected, **when})

    def _says(self, what: object) -> None:
        body = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quietly."""


@pytest.fixture
def advisories() -> Iterator[Advisories]:
    service = Advisories(("127.0.0.1", 0), Answers)
    answering = threading.Thread(target=service.serve_forever, daemon=True)
    answering.start()
    yield service
    service.shutdown()
    service.server_close()
    answering.join()


def audited(*given: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "deploy" / "audit.py"), *given]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def locked() -> list[tuple[str, str]]:
    names = [line.split()[0] for line in LOCK.read_text().splitlines() if "==" in line and not line.startswith(" ")]
    return [(name, version) for name, _, version in (each.partition("==") for each in names)]


def test_every_package_of_the_lock_is_asked_about(advisories: Advisories) -> None:
    done = audited(str(LOCK), "--service", advisories.address, "--strict")
    assert done.returncode == 0, done.stderr
    assert advisories.asked == len(locked()) > 40
    assert f"No known vulnerability in the {len(locked())} packages" in done.stdout


def test_a_known_vulnerability_fails_with_its_package_and_what_mends_it(advisories: Advisories) -> None:
    advisories.flawed = next(each for each in locked() if each[0] == "jinja2")
    done = audited(str(LOCK), "--service", advisories.address)
    assert done.returncode == 1
    assert f"jinja2 {advisories.flawed[1]}: PYSEC-2030-1, mended in 99. It opens doors." in done.stdout


@pytest.mark.parametrize(("strict", "code"), [((), 0), (("--strict",), 2)])
def test_a_service_that_cannot_be_asked_is_said_aloud(
    advisories: Advisories, strict: tuple[str, ...], code: int
) -> None:
    nowhere = advisories.address
    advisories.shutdown()
    advisories.server_close()
    done = audited(str(LOCK), "--service", nowhere, *strict)
    assert done.returncode == code
    assert "NOT AUDITED: the advisory service answered for 0 of" in done.stderr
    assert "No known vulnerability" not in done.stdout


def test_a_lock_that_pins_nothing_is_no_all_clear(tmp_path: Path) -> None:
    (tmp_path / "lock.txt").write_text("# nothing\n")
    assert audited(str(tmp_path / "lock.txt")).returncode == 2
