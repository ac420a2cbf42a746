"""The order that a vote comes to, for any votes on any season."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.choosing import on_the_line, proposed, still_open
from bot.core.view import View
from tests.core.core_rows import group, meeting, programme, wall

THEMES = ("one", "two", "three", "four", "five", "six")
NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)


@st.composite
def seasons(draw: st.DrawFn) -> tuple[View, datetime]:
    """A season of some meetings, of which some are past and some have a theme."""
    meetings = tuple(
        meeting(f"m{n}", wall(2026, 9, 15, 17) + timedelta(weeks=3 * n)) for n in range(draw(st.integers(1, 8)))
    )
    chosen = draw(st.permutations(THEMES))[: draw(st.integers(0, len(THEMES)))]
    seen = View(group(themes=tuple(chosen)), programme(themes=6), (), meetings, ())
    return seen, NOW + timedelta(weeks=3 * draw(st.integers(0, 9)))


votes = st.dictionaries(st.sampled_from(THEMES), st.integers(0, 5)).map(
    lambda found: dict(sorted(found.items(), key=lambda pair: -pair[1]))
)


@given(seasons(), votes)
def test_what_stands_stays_first_and_nothing_comes_twice(season: tuple[View, datetime], counts: dict[str, int]) -> None:
    seen, now = season
    order, ahead = proposed(seen, now, counts), still_open(seen, now)
    if not order:
        return
    assert order[: len(ahead.stand)] == ahead.stand
    named = [theme for theme in order if theme]
    assert len(named) == len(set(named))
    assert len(order) <= len(ahead.stand) + ahead.count


@given(seasons(), votes)
def test_no_theme_with_fewer_votes_comes_before_one_with_more(
    season: tuple[View, datetime], counts: dict[str, int]
) -> None:
    seen, now = season
    order, ahead = proposed(seen, now, counts), still_open(seen, now)
    new = [counts.get(theme, 0) for theme in order[len(ahead.stand) :]]
    assert new == sorted(new, reverse=True)
    left = [count for theme, count in counts.items() if theme not in order and theme not in ahead.stand]
    if order and left and len(order) == len(ahead.stand) + ahead.count:
        assert max(left) <= min(new)


@given(seasons(), votes)
def test_a_tie_is_told_exactly_where_equal_themes_are_parted(
    season: tuple[View, datetime], counts: dict[str, int]
) -> None:
    seen, now = season
    order, tied = proposed(seen, now, counts), on_the_line(seen, now, counts)
    assert len({counts[theme] for theme in tied}) <= 1
    parted = {
        counts[theme]
        for theme in counts
        if counts[theme] and theme in order and theme not in still_open(seen, now).stand
    } & {counts[theme] for theme in counts if counts[theme] and theme not in order}
    assert bool(tied) == bool(parted)


@given(seasons())
def test_without_votes_nothing_is_proposed(season: tuple[View, datetime]) -> None:
    seen, now = season
    assert proposed(seen, now, {}) == proposed(seen, now, dict.fromkeys(THEMES, 0)) == ()
