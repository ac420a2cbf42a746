"""docs/write-a-programme.md shows the example as it is, and the example passes the check."""

import pytest

from tests.content.guide import PAGE, excerpt, filled


def test_the_guide_shows_the_example_as_it_is() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert "```yaml" in page
    assert page == filled(page), "run: make docs"


def test_an_excerpt_is_a_key_with_the_notes_above_it() -> None:
    text = "# far\n\n# note\nkey:\n  a: 1\n\n  b: 2\n\n# next\nother: 3\n"
    assert excerpt(text, "key") == ["# note", "key:", "  a: 1", "", "  b: 2"]
    with pytest.raises(KeyError):
        excerpt(text, "a")
