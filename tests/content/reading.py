"""Reading what somebody typed, as the tests ask for it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.content.typed import read_when
from bot.core.refusal import Refusal

HELSINKI = ZoneInfo("Europe/Helsinki")
LANGUAGES = ["fi", "en", "sv"]
# A Thursday, noon in Helsinki.
NOW = datetime(2026, 9, 10, 9, 0, tzinfo=UTC)
HERE = datetime.fromisoformat("2026-09-10T12:00")


Wrap = Callable[[str], str]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def listed(words: str) -> list[str]:
    return words.split()


def when(text: str, *, language: str = "en", zone: ZoneInfo = HELSINKI, now: datetime = NOW) -> datetime:
    return read_when(text, language=language, zone=zone, now=now)


def refusal(read: Callable[[], object]) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refusal) as caught:
        read()
    return caught.value.phrase, dict(caught.value.values)


def outcome(read: Callable[[], Any]) -> Any:
    """What was read, or the refusal."""
    try:
        return read()
    except Refusal as said:
        return said


def refused_when(text: str, **how: Any) -> tuple[str, dict[str, object]]:
    return refusal(lambda: when(text, **how))
