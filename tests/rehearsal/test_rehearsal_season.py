"""What happens in a rehearsed season, whatever its seed: dealt without playing it."""

import random

import pytest

from bot.rehearsal.acts import Evening
from bot.rehearsal.cast import SEVEN
from bot.rehearsal.season import ENOUGH, deal_season
from bot.rehearsal.voices import Voices, voices

NAMES = [habit.name for habit in SEVEN]
CONVENER = NAMES[0]
MANY = range(60)


def season(seed: int, meetings: int, language: str = "fi") -> list[Evening]:
    sessions = ["opening", *["recovery"] * (meetings - 2), "closing"]
    return deal_season(random.Random(seed), NAMES, sessions, voices(language))


def seasons() -> list[list[Evening]]:
    return [season(seed, meetings) for meetings in range(5, 10) for seed in MANY]


def test_the_same_seed_deals_the_same_season_and_another_one_another() -> None:
    assert season(1, 6) == season(1, 6)
    assert season(1, 6) != season(2, 6)


def test_whatever_the_seed_everything_that_can_happen_happens_once() -> None:
    for evenings in seasons():
        told = [to for evening in evenings for to, _ in evening.absent.values()]
        assert sorted(told) == ["convener", "group"]
        for once in (
            [evening.last_minute for evening in evenings if evening.last_minute],
            [evening.wavers for evening in evenings if evening.wavers],
            [evening.late for evening in evenings if evening.late],
            [evening for evening in evenings if evening.moved],
            [evening for evening in evenings if evening.done],
            [evening for evening in evenings if len(evening.answers) < ENOUGH],
        ):
            assert len(once) == 1


def test_notes_are_written_and_the_theme_is_opened_around_every_meeting() -> None:
    for evenings in seasons():
        assert all(evening.notes and all(evening.notes.values()) and evening.readers for evening in evenings)


def test_few_answer_once_and_never_at_the_end_where_it_could_not_be_pooled_any_more() -> None:
    for evenings in seasons():
        few = [evening.number for evening in evenings if len(evening.answers) < ENOUGH]
        assert few[0] not in {1, len(evenings)}


def test_nobody_who_is_away_answers_or_is_late() -> None:
    for evenings in seasons():
        for evening in evenings:
            away = {*evening.absent, *evening.last_minute}
            assert not away & {*evening.answers, *evening.late, *evening.wavers, *evening.coming}


def test_the_convener_sends_no_word_to_themselves() -> None:
    for evenings in seasons():
        assert all(to == "group" or name != CONVENER for e in evenings for name, (to, _) in e.absent.items())


def test_no_sentence_is_written_twice_in_a_season() -> None:
    for evenings in seasons():
        sentences = [sentence for evening in evenings for sentence in evening.answers.values() if sentence]
        assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_voice_has_the_same_parts_and_nothing_is_empty(language: str) -> None:
    read, english = voices(language), voices("en")
    assert read.notes.keys() == english.notes.keys()
    assert read.labels.keys() == english.labels.keys()
    assert all(text.strip() for text in _texts(read))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_the_cast_writes_fits_where_it_is_written(language: str) -> None:
    assert max(len(text) for text in _texts(voices(language))) < 500


def test_a_language_without_voices_speaks_with_the_english_ones() -> None:
    assert voices("et") == voices("en")


def _texts(read: Voices) -> list[str]:
    notes = [text for texts in read.notes.values() for text in texts]
    others = (read.absent_group, read.absent_convener, read.late, read.sentences, read.sentences_last)
    return [*notes, *(text for texts in others for text in texts), *read.labels.values(), read.group, read.place]
