import socket
import time
from pathlib import Path

import httpx

from tests.cli.command import Place, free_port

GROUP = ("--channel", "main", "--name", "Torstain piiri", "--convener", "kaarina", "--convener-name", "Kaarina")


def listening(port: int) -> set[str]:
    """The addresses, as the kernel writes them, on which somebody listens to this port; empty where it does not tell."""
    table = Path("/proc/net/tcp")
    rows = [line.split()[1:4] for line in table.read_text().splitlines()[1:]] if table.exists() else []
    listens = "0A"
    return {local.split(":")[0] for local, _, state in rows if state == listens and local.endswith(f":{port:04X}")}


def test_run_answers_here_and_nobody_else_stops_in_time_and_goes_on(place: Place) -> None:
    assert place.here("group", "create", *GROUP, "--first", "2027-09-14 17:00").code == 0
    with place.running() as piiri:
        assert listening(piiri.port) in ({"0100007F"}, set()), "on loopback and on no other address"
        assert piiri.get("/").status_code in {200, 307}
        room = piiri.get("/api/rooms/main")
        assert room.json()["people"][0]["name"] == "Kaarina"
        assert room.json()["rehearsal"] is False
        assert room.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'self'" in room.headers["content-security-policy"]
        assert piiri.get("/api/rooms", host="piiri.example.org").status_code == 403
        assert piiri.get("/api/rooms", origin="https://example.org").status_code == 403
        assert piiri.get("/api/rooms", **{"sec-fetch-site": "cross-site"}).status_code == 403
        assert piiri.post("/api/rooms", {"name": "x"}, origin="http://evil.example.org").status_code == 403
        assert piiri.get("/rehearsal/clock").status_code == 404
        assert piiri.get("/api/rooms", host=f"localhost:{piiri.port}").status_code == 200
        added = piiri.post("/api/rooms/main/people", {"name": "Aino", "language": "fi"})
        assert added.status_code == 201
        began = time.monotonic()
        with httpx.stream("GET", f"{piiri.url}/api/rooms/main/stream", timeout=10) as stream:
            lines = stream.iter_lines()
            assert "retry" in next(lines)
            assert piiri.stop() == 0, piiri.err
        assert time.monotonic() - began < 5
        assert "Piiri has stopped." in "".join(piiri.out)
        assert "Traceback" not in "".join(piiri.err)
    with place.running() as piiri:
        names = {person["name"] for person in piiri.get("/api/rooms/main").json()["people"]}
        assert names == {"Kaarina", "Aino"}
        assert piiri.stop() == 0
    assert "Torstain piiri" in place.here("group", "list").out


def test_a_port_that_is_in_use_is_said_and_nothing_is_begun(place: Place) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        place.piiri("run", "--port", str(taken.getsockname()[1])).refused("in use", "--port")
    assert not (place.folder / "piiri.db").exists()


def test_a_rehearsal_is_moved_by_its_clock_and_keeps_its_time(place: Place) -> None:
    with place.running("--rehearsal") as piiri:
        assert piiri.get("/rehearsal/clock").json() == {"now": "2026-09-01T06:00:00Z", "next": None}
        assert piiri.stop() == 0
    created = place.here("group", "create", *GROUP, "--first", "2026-09-15 17:00")
    group_id = created.out.split()[0]
    with place.running("--rehearsal") as piiri:
        # What is due at this very instant goes out by itself; the next is the pre-task.
        piiri.post("/rehearsal/clock", {"to": "2026-09-01T06:00:00Z"})
        where = piiri.get("/rehearsal/clock").json()
        assert where["now"] == "2026-09-01T06:00:00Z"
        assert where["next"] == {"due": "2026-09-10T07:00:00Z", "kind": "pretask", "group": group_id}
        moved = piiri.post("/rehearsal/clock", {"next": True}).json()
        assert (moved["now"], moved["settled"]) == ("2026-09-10T07:00:00Z", True)
        moved = piiri.post("/rehearsal/clock", {"to": "2026-09-14T08:00:00Z"}).json()
        assert moved["now"] == "2026-09-14T08:00:00Z"
        assert moved["next"]["kind"] == "soon"
        for order in (
            {"to": "2026-09-01T06:00:00Z"},
            {"to": "soon"},
            {"next": False},
            {},
            [],
            {"to": "2026-09-15T08:00:00"},
        ):
            refused = piiri.post("/rehearsal/clock", order)
            assert refused.status_code == 400
            assert refused.json()["error"]
        coming = piiri.get("/rehearsal/coming?channel=main").json()
        assert coming["zone"] == "Europe/Helsinki"
        assert [item["kind"] for item in coming["items"][:2]] == ["soon", "feedback"]
        assert piiri.post("/rehearsal/clock", {"next": True}, origin="https://example.org").status_code == 403
        assert piiri.stop() == 0
    with place.running("--rehearsal") as piiri:
        assert piiri.get("/rehearsal/clock").json()["now"] == "2026-09-14T08:00:00Z"
        assert piiri.stop() == 0
    place.piiri("run", "--port", str(free_port())).refused("rehearsal")


def test_real_groups_are_never_rehearsed_with(place: Place) -> None:
    with place.running() as piiri:
        assert piiri.stop() == 0
    place.piiri("run", "--rehearsal", "--port", str(free_port())).refused("real groups", "PIIRI_DATABASE_URL")


def test_groups_created_before_the_first_run_are_real(place: Place) -> None:
    assert place.here("group", "create", *GROUP, "--first", "2027-09-14 17:00").code == 0
    place.piiri("run", "--rehearsal", "--port", str(free_port())).refused("real groups")
