"""What happens in a rehearsed season, whatever its seed: dealt without playing it."""

import random

import pytest

from bot.rehearsal.acts import Evening
from bot.rehearsal.habits import SEVEN
from bot.rehearsal.season import ENOUGH, deal_season
from bot.rehearsal.voices import Voices, voices

NAMES = [habit.name for habit in SEVEN]
CONVENER = NAMES[0]
MANY = range(60)


def season(seed: int, meetings: int, language: str = "fi") -> list[Evening]:
    return deal_season(random.Random(seed), NAMES, meetings, voices(language))


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
            [evening for evening in evenings if evening.swapped],
            [evening for evening in evenings if evening.leaves],
            [evening for evening in evenings if evening.kept],
            [evening for evening in evenings if evening.carried],
            [evening for evening in evenings if evening.quoted == "out-n"],
            [evening for evening in evenings if evening.quoted == "in"],
            [evening for evening in evenings if len(evening.answers) < ENOUGH],
        ):
            assert len(once) == 1


def test_notes_are_written_and_the_theme_is_opened_around_every_meeting() -> None:
    for evenings in seasons():
        assert all(evening.writers and evening.readers for evening in evenings)


def test_who_is_away_is_so_from_two_meetings_in_a_row_and_nowhere_near_the_one_that_moves() -> None:
    for evenings in seasons():
        first, second = (evening for evening in evenings if evening.away)
        assert second.number == first.number + 1
        assert first.away == second.away
        assert (bool(first.leaves), bool(second.leaves)) == (True, False)
        assert (first.moved, second.moved) == (False, False)


def test_what_is_carried_over_and_quoted_has_enough_answers_to_be_shown() -> None:
    for evenings in seasons():
        quoted = [evening for evening in evenings if evening.quoted]
        assert all(len(evening.answers) >= ENOUGH for evening in quoted)
        assert next(evening for evening in evenings if evening.kept) is not evenings[-1]


def test_as_many_are_there_as_have_not_cried_off() -> None:
    for evenings in seasons():
        for evening in evenings:
            gone = {*evening.absent, *evening.last_minute, *filter(None, [evening.away])}
            assert evening.present == len(NAMES) - len(gone)


def test_few_answer_once_and_never_at_the_end_where_it_could_not_be_pooled_any_more() -> None:
    for evenings in seasons():
        few = [evening.number for evening in evenings if len(evening.answers) < ENOUGH]
        assert few[0] not in {1, len(evenings)}


def test_nobody_who_is_away_answers_or_is_late() -> None:
    for evenings in seasons():
        for evening in evenings:
            away = {*evening.absent, *evening.last_minute, evening.away}
            assert not away & {*evening.answers, *evening.late, *evening.wavers, *evening.coming, *evening.writers}


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


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_there_is_enough_to_say_at_the_end(language: str) -> None:
    read = voices(language)
    assert len(read.followup) == ENOUGH
    assert {len(answers) for answers in read.followup} == {3}
    assert {len(answers) for answers in read.evaluation} == {2}
    assert len(read.rules) >= 2
    assert len(read.hopes) == 3


def _texts(read: Voices) -> list[str]:
    notes = [text for texts in read.notes.values() for text in texts]
    others = (
        *(read.absent_group, read.absent_convener, read.late, read.sentences, read.sentences_last, read.hopes),
        *(read.rules, read.carried, read.agreed, read.come_back, *read.evaluation, *read.followup),
    )
    alone = (read.group, read.place, read.contact)
    return [*notes, *(text for texts in others for text in texts), *read.labels.values(), *alone]
