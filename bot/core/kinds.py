"""The kinds of notice and what each may do: the one table that planning, saying and settling read."""

from dataclasses import dataclass
from typing import Literal

Privacy = Literal["open", "personal", "private"]


@dataclass(frozen=True)
class Kind:
    """One kind of notice.

    `rank` orders notices due at one instant. `routine` posts count against the budget, and the one with the lowest
    `weight` is the first to give way. `again` allows one repeat when nobody can know whether it was sent. `privacy`
    says what may become of it when its person cannot be reached: open and personal things may wait behind a button,
    private ones go to that person or nowhere.
    """

    name: str
    rank: int
    privacy: Privacy = "open"
    routine: bool = False
    weight: int = 0
    again: bool = False


_ALL = (
    Kind("plan", 0),
    Kind("plan-edit", 0, again=True),
    Kind("moved", 1, again=True),
    Kind("cancelled", 2, again=True),
    Kind("added", 3, again=True),
    Kind("changed", 3, again=True),
    Kind("paused", 4),
    Kind("resumed", 5),
    Kind("results", 6, routine=True, weight=2),
    Kind("pretask", 7, routine=True, weight=1, again=True),
    Kind("brief", 8, "personal"),
    Kind("reminder", 9, routine=True, weight=4, again=True),
    Kind("soon", 10, routine=True, weight=5),
    Kind("notes", 11, "private", again=True),
    Kind("absence", 12, again=True),
    Kind("word", 13, "private"),
    Kind("few", 13, "personal"),
    Kind("feedback", 14, routine=True, weight=3),
    Kind("left", 15),
    Kind("vacancy", 16),
    Kind("ended", 17),
    Kind("go-on", 18),
    Kind("trouble", 18, "personal"),
    Kind("shut", 18, "personal"),
    Kind("event", 19, again=True),
)

KINDS = {kind.name: kind for kind in _ALL}
