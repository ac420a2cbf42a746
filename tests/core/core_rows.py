"""Rows and a small programme for tests of the core's pure parts."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.model import Floor, Group, Life, Meeting, Member
from bot.core.programme import Flow, Programme, Range, Session, Step, Task

BEGUN = datetime(2026, 9, 1, 6, tzinfo=UTC)


def wall(*parts: int) -> datetime:
    """A local time, as on the wall."""
    return datetime(*parts)  # type: ignore[arg-type]


def group(**more: Any) -> Group:
    known: dict[str, Any] = {
        "id": "g1", "key_id": "k1", "name": "Torstain piiri", "platform": "memory", "channel": "main",
        "programme": "sample", "language": "fi", "zone": "Europe/Helsinki", "every_count": 3, "every_unit": "week",
        "minutes": 150, "themes": ("one", "two"), "floor": Floor.FIVE, "life": Life.RUNNING, "begun": BEGUN,
    }  # fmt: skip
    return Group(**(known | more))


def meeting(name: str, starts: datetime, *, time_set: datetime = BEGUN, **more: Any) -> Meeting:
    known: dict[str, Any] = {"minutes": 150, "place": "Kirjasto", "link": ""}
    return Meeting(name, "g1", starts, time_set=time_set, **(known | more))


def member(name: str, number: int = 0) -> Member:
    return Member(name, "g1", f"person-{name}", f"key-{name}", name, BEGUN + timedelta(minutes=number))


def programme(*, first: bool = True, last: bool = True, themes: int = 4, pretask: str = "every") -> Programme:
    task = Task("task", (Step("all", 30),))
    names = [
        *(["opening"] if first else []),
        *(["one", "two", "three", "four", "five", "six"][:themes]),
        *(["end"] if last else []),
    ]
    places = {"opening": "first", "end": "last"}
    sessions = tuple(Session(name, places.get(name, "chosen"), (task,), 1, 2) for name in names)  # type: ignore[arg-type]
    return Programme(
        "sample", ("fi",), Range(3, 10, 3), Range(1, 9, 6), Range(30, 180, 150), "rota", pretask,  # type: ignore[arg-type]
        Flow(5, 5, 5), ("heard",), sessions,
    )  # fmt: skip
