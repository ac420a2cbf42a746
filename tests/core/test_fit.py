import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.fit import fit
from bot.core.outgoing import Written, WrittenBlock, WrittenButton, WrittenFile
from bot.core.platform import Capabilities

words = st.text(st.sampled_from("aäö bc.\n!🙂ش"), min_size=1, max_size=400)
blocks = st.lists(
    st.builds(WrittenBlock, st.sampled_from(["heading", "para", "item", "quote"]), words), min_size=1, max_size=8
)
names = st.text(st.sampled_from("abcåäö 12"), min_size=1, max_size=60)
buttons = st.one_of(
    st.builds(WrittenButton, names, st.integers(0, 999).map(lambda n: f"use{n}:x:")),
    st.builds(WrittenButton, names, url=st.integers(0, 999).map(lambda n: f"https://example.org/{n}")),
)
messages = st.builds(
    Written,
    blocks.map(tuple),
    st.lists(st.lists(buttons, min_size=1, max_size=6).map(tuple), max_size=6).map(tuple),
    st.lists(st.just(WrittenFile("a.ics", "text/calendar", b"x")), max_size=1).map(tuple),
)
platforms = st.builds(
    Capabilities,
    whisper=st.just("direct"),
    form=st.just("steps"),
    fields=st.just(0),
    buttons=st.integers(0, 25),
    per_row=st.integers(1, 8),
    label=st.integers(4, 80),
    text=st.integers(120, 2000),
    files=st.booleans(),
    edit=st.booleans(),
)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@settings(max_examples=200, deadline=None)
@given(messages, platforms)
def test_nothing_is_lost_and_every_limit_is_kept(written: Written, can: Capabilities) -> None:
    parts = fit(written, can)
    assert parts
    said = bare("".join(block.text for part in parts for block in part.blocks))
    for block in written.blocks:
        assert bare(block.text) in said
    for part in parts:
        assert sum(len(block.text) for block in part.blocks) <= can.text
    kept = [button for part in parts for row in part.buttons for button in row]
    assert len(kept) <= can.buttons
    assert all(len(row) <= can.per_row for part in parts for row in part.buttons)
    assert all(len(button.label) <= can.label for button in kept)
    for button in (button for row in written.buttons for button in row):
        there = any((b.data, b.url) == (button.data, button.url) for b in kept)
        assert there or bare(button.url or f"/{button.data.partition(':')[0]}") in said
    assert not any(part.buttons or part.files for part in parts[:-1]), "buttons and files go with the last part"
    assert parts[-1].files == (written.files if can.files else ())


@given(messages)
def test_what_fits_is_left_as_it_is(written: Written) -> None:
    roomy = Capabilities("direct", "modal", 20, 100, 10, 200, 100_000, True, True)
    assert fit(written, roomy) == (written,)


@given(messages, platforms)
def test_fitting_what_was_fitted_changes_nothing(written: Written, can: Capabilities) -> None:
    for part in fit(written, can):
        again = fit(part, can)
        assert "".join(b.text for p in again for b in p.blocks) == "".join(b.text for b in part.blocks)
        assert again[-1].buttons == part.buttons
