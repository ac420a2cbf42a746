"""The rehearsed seasons under docs/seasons: each is what a fresh play gives, and in none of them anything went wrong."""

import asyncio
from pathlib import Path

import pytest

from bot.content.library import Library
from bot.content.phrases_file import phrase, phrase_ids
from bot.rehearsal.markdown import as_markdown
from bot.rehearsal.play import LAST_WORD, Played, play

pytestmark = pytest.mark.long

FOLDER = Path(__file__).parents[2] / "docs" / "seasons"
FILES = sorted(path.stem for path in FOLDER.glob("*.md"))


@pytest.mark.parametrize("name", FILES)
def test_a_season_in_the_docs_is_as_the_texts_have_it_now(name: str) -> None:
    programme, _, language = name.rpartition("-")
    season = asyncio.run(play(programme=programme, language=language))
    page = as_markdown(season.transcript)
    went_well(season, language)
    written, found = page.split("\n"), (FOLDER / f"{name}.md").read_text("utf-8").split("\n")
    at = next((n for n, pair in enumerate(zip(written, found, strict=False)) if len(set(pair)) > 1), None)
    same = at is None and len(written) == len(found)
    where = min(len(written), len(found)) - 1 if at is None else at
    assert same, (
        f"docs/seasons/{name}.md is not what is played now; run `make seasons` and read what changed. "
        f"Line {where + 1} is\n  {found[where]}\nand would be\n  {written[where]}"
    )


def went_well(season: Played, language: str) -> None:
    """Everything was said, by day, to the end, and nobody was refused anything."""
    kinds = [sent.kind for sent in season.sent]
    assert "trouble" not in kinds, "something could not be said; its log names what"
    assert kinds[-1] == LAST_WORD
    in_channels = [sent.at.astimezone(season.group.tz) for sent in season.sent if not sent.arrived.to.private]
    assert all(8 <= at.hour < 21 for at in in_channels)
    said = repr(season.transcript.sections)
    for phrase_id in sorted(phrase_ids(language)):
        if phrase_id.startswith("refused-"):
            try:
                assert phrase(phrase_id, language, {}) not in said, phrase_id
            except LookupError:  # one with values in it
                continue


def test_every_programme_of_ours_has_its_seasons_in_finnish_english_and_swedish() -> None:
    assert set(FILES) >= {f"{slug}-{code}" for slug in Library().programmes() for code in ("fi", "en", "sv")}


def test_every_season_in_the_docs_is_of_a_programme_and_a_language_that_there_are() -> None:
    known = Library()
    assert set(FILES) <= {f"{slug}-{code}" for slug in known.programmes() for code in known.programme(slug).languages}
