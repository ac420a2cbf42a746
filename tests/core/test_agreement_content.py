"""What stands in an agreement: written and read, compared, suggested, and small enough for every platform."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.memory.adapter import MODAL
from bot.core.agreement_content import (
    POINT_MOST,
    POINTS,
    RULE_MOST,
    RULES_MOST,
    Content,
    Point,
    Rule,
    changes,
    read,
    text_blocks,
    write,
)
from bot.core.fit import fit, size
from bot.core.model import Agreement, Standing
from bot.core.outgoing import Message, say
from bot.core.uses.agreement.agreement_suggest import suggestion
from bot.core.view import View
from tests.core import core_rows
from tests.core.core_desk import LIBRARY
from tests.core.core_rows import wall

TEXTS = st.text(min_size=1, max_size=40).filter(lambda text: bool(text.strip()))
CONTENTS = st.builds(
    Content,
    st.dictionaries(
        st.sampled_from(POINTS), st.builds(Point, TEXTS, st.lists(TEXTS, max_size=3).map(tuple)), max_size=7
    ),
    st.lists(TEXTS, max_size=5, unique=True).map(
        lambda texts: tuple(Rule(f"r{n}", text, "m1" if n % 2 else "") for n, text in enumerate(texts))
    ),
)


def kept(content: Content) -> Agreement:
    return Agreement("a1", "g1", "k1", 1, Standing.DRAFT, write(content), datetime(2026, 9, 1, tzinfo=UTC))


@given(CONTENTS)
def test_what_is_written_is_read_again_as_it_was(content: Content) -> None:
    again = read(kept(content))
    assert again == content
    assert {name: again.point(name) for name in POINTS} == {name: content.point(name) for name in POINTS}


@given(CONTENTS)
def test_what_stands_has_neither_authors_nor_other_wordings(content: Content) -> None:
    agreed = content.agreed()
    assert not any(rule.by for rule in agreed.rules)
    assert agreed.undecided() == ()
    assert [rule.text for rule in agreed.rules] == [rule.text for rule in content.rules]


@given(CONTENTS, CONTENTS)
def test_changes_are_told_just_where_there_are_some(old: Content, new: Content) -> None:
    same = all(old.point(n).text == new.point(n).text for n in POINTS)
    same = same and {r.text for r in old.rules} == {r.text for r in new.rules}
    assert (changes(old, new) == ()) is same
    assert changes(old, old) == ()


@given(st.sampled_from(POINTS), st.sets(st.sampled_from(POINTS)))
def test_the_next_open_point_is_open_and_another_one(name: str, written: set[str]) -> None:
    content = Content({each: Point("x") for each in written})
    following = content.next_open(name)
    left = set(POINTS) - written - {name}
    assert (following in left) if left else following is None


@pytest.mark.parametrize("language", ["fi", "en", "sv"])
@pytest.mark.parametrize("unit", ["week", "month"])
def test_every_suggestion_fits_and_has_words(language: str, unit: str) -> None:
    places: list[dict[str, str]] = [
        {"place": "Kulttuuritalo", "link": ""}, {"place": "", "link": "https://x.example/y"},
        {"place": "", "link": ""}, {"place": "P" * 120, "link": ""}, {"place": "P" * 300, "link": ""},
    ]  # fmt: skip
    for count in (1, 2, 3, 5):
        group = core_rows.group(every_count=count, every_unit=unit, minutes=150)
        for lead in ("rota", "facilitator", "fading", "coach"):
            programme = replace(core_rows.programme(), lead=lead)  # type: ignore[arg-type]
            for here in places:
                for meetings in ((), (here,), (here, {"place": "", "link": "https://x.example/y"})):
                    rows = tuple(
                        core_rows.meeting(f"m{n}", wall(2026, 9, 15 + n, 17), **each) for n, each in enumerate(meetings)
                    )
                    seen = View(group, programme, (), rows, ())
                    for name in POINTS:
                        text = LIBRARY.text(suggestion(seen, name), language)
                        assert 20 < len(text) <= POINT_MOST, text
                        assert "{" not in text


@pytest.mark.parametrize("language", ["fi", "en", "sv"])
def test_the_longest_agreement_comes_in_parts_that_every_platform_takes(language: str) -> None:
    content = Content(
        {name: Point("ä" * POINT_MOST) for name in POINTS},
        tuple(Rule(f"r{n}", f"{n} " + "ж" * (RULE_MOST - 3)) for n in range(RULES_MOST)),
    )
    for text in (2000, 4096):
        can = replace(MODAL, text=text)
        parts = fit(LIBRARY.write(Message(text_blocks(content), pin=True), language), can)
        assert len(parts) > 1
        assert all(sum(size(b.text) for b in part.blocks) <= text for part in parts)
        assert "".join(b.text for part in parts for b in part.blocks).count("ж") == RULES_MOST * (RULE_MOST - 3)
        assert [part.pin for part in parts].count(True) == 1


@pytest.mark.parametrize("language", ["fi", "en", "sv"])
def test_what_is_asked_stands_whole_in_every_platforms_form(language: str) -> None:
    for name in (*(f"agreement-ask-{point}" for point in POINTS), "agreement-rule-hint"):
        assert len(LIBRARY.text(say(name), language)) <= 100, name
    for name in (*(f"agreement-point-{point}" for point in POINTS), "agreement-rule-label", "agreement-write-title"):
        assert len(LIBRARY.text(say(name), language)) <= 45, name
