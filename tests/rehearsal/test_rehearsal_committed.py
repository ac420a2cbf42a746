"""The rehearsed seasons under docs/seasons: each is what a fresh play gives, and in none of them anything went wrong."""

import asyncio
from pathlib import Path

import pytest

from bot.content.library import Library
from bot.rehearsal.markdown import as_markdown
from bot.rehearsal.play import play

FOLDER = Path(__file__).parents[2] / "docs" / "seasons"
FILES = sorted(path.stem for path in FOLDER.glob("*.md"))


@pytest.mark.parametrize("name", FILES)
def test_a_season_in_the_docs_is_as_the_texts_have_it_now(name: str) -> None:
    programme, _, language = name.rpartition("-")
    season = asyncio.run(play(programme=programme, language=language))
    assert [sent.kind for sent in season.sent if sent.kind == "trouble"] == [], "something was not said; read its log"
    written, found = as_markdown(season.transcript).split("\n"), (FOLDER / f"{name}.md").read_text("utf-8").split("\n")
    at = next((n for n, pair in enumerate(zip(written, found, strict=False)) if len(set(pair)) > 1), None)
    same = at is None and len(written) == len(found)
    where = min(len(written), len(found)) - 1 if at is None else at
    assert same, (
        f"docs/seasons/{name}.md is not what is played now; run `make seasons` and read what changed. "
        f"Line {where + 1} is\n  {found[where]}\nand would be\n  {written[where]}"
    )


def test_every_programme_of_ours_has_its_seasons_in_finnish_english_and_swedish() -> None:
    assert set(FILES) >= {f"{slug}-{code}" for slug in Library().programmes() for code in ("fi", "en", "sv")}


def test_every_season_in_the_docs_is_of_a_programme_and_a_language_that_there_are() -> None:
    known = Library()
    assert set(FILES) <= {f"{slug}-{code}" for slug in known.programmes() for code in known.programme(slug).languages}
