from datetime import UTC, datetime, timedelta

import pytest

from bot.core.delivery import FIRST_WAIT, LONGEST_WAIT, SAYERS, verdict
from bot.core.kinds import KINDS, LAST_WORD
from bot.core.model import Notice, State
from bot.core.platform import BLIND, Moved, NotSent, Outcome, Rejected, Sent, Throttled, Unreachable, Unsure
from bot.core.register import USES

NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)
REPEATED = {"plan-edit", "pretask", "reminder", "moved", "moved-on", "cancelled", "added", "changed", "absence", "notes", "notes-soon", "event",
    "catchup", "farewell", "keepsake", "times", "times-result", "vote", "vote-result", "agreement", "agreement-stands",
    "agreement-copy", "let-in", "holiday", "deletion-soon", "kept", "part-pretask", "part-here",
    "season", "season-news", "rest-ask", "rested", "still-along", "along", "let-go", *LAST_WORD,
}  # fmt: skip


def notice(kind: str, **more: object) -> Notice:
    return Notice("n", "n", kind, "g", None, None, NOW, NOW + timedelta(hours=1), 0, state=State.SENDING, **more)  # type: ignore[arg-type]


def judged(kind: str, outcome: Outcome, marks: bool = False, **more: object):  # type: ignore[no-untyped-def]
    return verdict(notice(kind, **more), outcome, parts=1, posts=("p1",), machine_now=NOW, marks=marks)


def test_every_kind_can_be_said() -> None:
    assert set(SAYERS) == set(KINDS)


def test_what_is_private_never_waits_behind_a_button_that_others_see() -> None:
    assert not {kind for kind in ("notes", "notes-soon", "keepsake", "word") if KINDS[kind].waits_as}
    assert {each.opens or each.name for each in KINDS.values() if each.waits_as} <= set(USES)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("outcome", "state", "why"),
    [
        (Sent("p1"), State.SENT, ""),
        (Throttled(30), State.WAITING, "throttled"),
        (NotSent("no-connection"), State.WAITING, "no-connection"),
        (Moved("new"), State.WAITING, "moved"),
        (Unreachable("kicked"), State.FAILED, "kicked"),
        (Rejected("too-long"), State.FAILED, "too-long"),
    ],
)
def test_what_is_known_is_the_same_for_every_kind(kind: str, outcome: Outcome, state: State, why: str) -> None:
    settled = judged(kind, outcome)
    assert (settled.state, settled.why) == (state, why)
    assert (settled.parts, settled.posts) == (1, ("p1",)), "what has surely been sent is kept"


@pytest.mark.parametrize("kind", KINDS)
def test_what_nobody_can_know_is_repeated_once_or_never(kind: str) -> None:
    once = judged(kind, Unsure("timeout"))
    assert (once.state is State.WAITING) == (kind in REPEATED)
    again = judged(kind, Unsure("timeout"), why="unsure")
    assert (again.state, again.why) == (State.UNSURE, "timeout")


@pytest.mark.parametrize("kind", KINDS)
def test_what_tells_of_trouble_survives_any_number_of_crashes(kind: str) -> None:
    again = judged(kind, Unsure("crash"), why="unsure", attempts=9)
    assert (again.state is State.WAITING) == (kind in LAST_WORD), "of it nobody else would hear"


@pytest.mark.parametrize("kind", KINDS)
def test_where_a_platform_knows_its_posts_again_the_unsure_is_tried_until_it_is_known(kind: str) -> None:
    for why in ("", "unsure", "throttled"):
        tried = judged(kind, Unsure("timeout"), why=why, marks=True)
        assert (tried.state, tried.why) == (State.WAITING, "unsure")
        assert tried.not_before is not None
        assert tried.not_before > NOW, "a server in trouble is given time"
    blind = judged(kind, Unsure(BLIND), why="unsure", marks=True)
    assert (blind.state, blind.why) == (State.UNSURE, BLIND), "where it cannot look, the convener is told"


@pytest.mark.parametrize("between", [Throttled(1), NotSent("no-connection"), Moved("new")])
def test_that_it_was_unsure_once_is_remembered_whatever_comes_between(between: Outcome) -> None:
    waiting = judged("pretask", between, why="unsure")
    assert waiting.why == "unsure"
    assert judged("pretask", Unsure("timeout"), why=waiting.why).state is State.UNSURE


def test_a_throttled_post_waits_as_long_as_it_was_told() -> None:
    assert judged("reminder", Throttled(30)).not_before == NOW + timedelta(seconds=30)


def test_waits_between_tries_grow_up_to_a_limit() -> None:
    waits = [judged("reminder", NotSent("x"), attempts=n).not_before - NOW for n in range(0, 40, 1)]
    assert waits[0] == FIRST_WAIT
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT
