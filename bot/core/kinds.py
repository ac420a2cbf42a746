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
    Kind("results", 6, routine=True, weight=3),
    Kind("catchup", 6, "personal", again=True),
    Kind("farewell", 6, weight=1, again=True),
    Kind("season", 6, weight=1, again=True),
    Kind("season-news", 3, again=True),
    Kind("onward", 0),
    Kind("keepsake", 7, "private", again=True),
    Kind("between", 7, routine=True, weight=0),
    Kind("pretask", 7, routine=True, weight=2, again=True),
    Kind("part-pretask", 7, routine=True, weight=2, again=True),
    Kind("part-here", 7, again=True),
    Kind("brief", 8, "personal"),
    Kind("reminder", 9, routine=True, weight=5, again=True),
    Kind("soon", 10, routine=True, weight=6),
    Kind("part-task", 10, routine=True, weight=6),
    Kind("notes", 11, "private", again=True),
    Kind("notes-soon", 11, "private", again=True),
    Kind("absence", 12, again=True),
    Kind("word", 13, "private"),
    Kind("few", 13, "personal"),
    Kind("not-held", 13, "personal"),
    Kind("feedback", 14, routine=True, weight=4),
    Kind("evaluation", 14, routine=True, weight=4),
    Kind("held", 14, "personal"),
    Kind("reflect", 14, "personal"),
    Kind("step", 14, "personal"),
    Kind("times", 3, again=True),
    Kind("times-nudge", 12),
    Kind("times-result", 3, again=True),
    Kind("vote", 3, again=True),
    Kind("vote-result", 3, again=True),
    Kind("agreement", 3, again=True),
    Kind("agreement-stands", 3, again=True),
    Kind("agreement-copy", 11, "personal", again=True),
    Kind("swap", 11, "personal"),
    Kind("newcomer", 11),
    Kind("let-in", 11, "personal", again=True),
    Kind("seat", 7, "personal"),
    Kind("holiday", 1, again=True),
    Kind("followup", 14, "personal"),
    Kind("followup-results", 14, "personal"),
    Kind("deletion-soon", 16, again=True),
    Kind("kept", 16, again=True),
    Kind("deletion", 20),
    Kind("left", 15),
    Kind("vacancy", 16),
    Kind("ended", 17),
    Kind("go-on", 18),
    Kind("trouble", 18, "personal"),
    Kind("shut", 18, "personal"),
    Kind("part-shut", 18, "personal"),
    Kind("event", 19, again=True),
)

KINDS = {kind.name: kind for kind in _ALL}

PARTS = {"part-pretask": "pretask", "part-task": "soon"}
"""The kinds that go to a sub-group's own channel, named in `ref`, each with the group's own post that it goes with."""
