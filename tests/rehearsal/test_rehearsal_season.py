"""What happens in a rehearsed season, whatever its seed: dealt without playing it."""

import random
from datetime import date, timedelta

import pytest

from bot.content.library import Library
from bot.core.ballots import CARRY_MOST
from bot.core.season import dates
from bot.core.uses.themes.own_theme import LONGEST
from bot.rehearsal.acts import Evening
from bot.rehearsal.habits import SEVEN
from bot.rehearsal.season import ENOUGH, deal_season
from bot.rehearsal.staging import staging
from bot.rehearsal.voices import Voices, voices

NAMES = [habit.name for habit in SEVEN]
CONVENER = NAMES[0]
MANY = range(60)
PROGRAMMES = ("", *Library().programmes())
"""None, for the voices of any group; then each of ours."""

FEASTS = {
    *(date(2026, 10, 31), date(2026, 12, 6), date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 26)),
    *(date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 6), date(2027, 3, 26), date(2027, 3, 28), date(2027, 3, 29)),
    *(date(2027, 5, 1), date(2027, 5, 6), date(2027, 6, 25), date(2027, 6, 26)),
}


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


def test_a_short_season_has_what_it_has_room_for() -> None:
    for seed in MANY:
        first, second = season(seed, 2)
        assert not any(evening.moved or evening.swapped or evening.away for evening in (first, second))
        assert (bool(first.kept), bool(second.kept)) == (True, False)
        assert (bool(first.absent), bool(second.absent)) == (True, True)


def test_what_the_group_is_to_do_is_agreed_on_after_every_meeting_but_the_last_of_a_season() -> None:
    evenings = deal_season(random.Random(1), NAMES, 8, voices("fi"), ends={4, 8})
    assert [bool(evening.between) for evening in evenings] == [True, True, True, False] * 2


@pytest.mark.parametrize("programme", PROGRAMMES)
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_voice_has_as_much_to_say_and_nothing_is_empty(language: str, programme: str) -> None:
    read, english = voices(language, programme), voices("en", programme)
    assert {theme: len(notes) for theme, notes in read.notes.items()} == {
        theme: len(notes) for theme, notes in english.notes.items()
    }
    assert read.labels.keys() == english.labels.keys()
    assert [len(texts) for texts in _several(read)] == [len(texts) for texts in _several(english)]
    assert all(text.strip() for text in _texts(read))
    assert (bool(read.link), bool(read.place)) == (bool(english.link), bool(english.place))
    assert bool(read.own_theme) == bool(english.own_theme)


@pytest.mark.parametrize("programme", PROGRAMMES)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_the_cast_writes_fits_where_it_is_written(language: str, programme: str) -> None:
    read = voices(language, programme)
    assert max(len(text) for text in _texts(read)) < 500
    assert max(len(text) for text in read.carried) <= CARRY_MOST
    assert len(read.own_theme) <= LONGEST


def test_a_language_without_voices_speaks_with_the_english_ones() -> None:
    assert voices("et") == voices("en")
    assert voices("et", "emessi") == voices("en", "emessi")


def test_a_programme_without_voices_of_its_own_has_what_any_group_would_say() -> None:
    assert voices("fi", "somebody-elses") == voices("fi")


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_there_are_notes_for_every_theme_of_our_own(programme: str) -> None:
    sessions = {session.id for session in Library().programme(programme).sessions} if programme else set()
    assert voices("fi", programme).notes.keys() >= sessions


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_there_is_enough_to_say_at_the_end(programme: str) -> None:
    read = voices("fi", programme)
    assert len(read.followup) == ENOUGH
    assert len(read.rules) >= 2
    assert len(read.hopes) == 3
    if programme:
        shape = Library().programme(programme)
        assert {len(answers) for answers in read.evaluation} == {len(shape.evaluation.words)}
        assert {len(answers) for answers in read.followup} == {len(shape.followup) or 3}
        assert {len(answers) for answers in read.swot} == {4}
        if shape.reflections:
            assert {len(answers) for answers in read.reflections} == {len(shape.reflections)}


@pytest.mark.parametrize("programme", Library().programmes())
def test_no_meeting_falls_on_a_feast_and_none_is_at_night(programme: str) -> None:
    stage = staging(Library().programme(programme))
    starts = dates(stage.first, stage.rhythm.count, stage.rhythm.unit, stage.meetings)
    assert not {when.date() for when in starts} & FEASTS
    assert {when.weekday() for when in starts} <= {0, 1, 2, 3, 4}
    assert stage.programme.minutes.least <= stage.minutes <= stage.programme.minutes.most
    assert stage.first.hour >= 9
    assert (stage.first + timedelta(minutes=stage.minutes)).hour <= 20


@pytest.mark.parametrize("programme", Library().programmes())
def test_as_many_people_are_rehearsed_as_the_programme_has(programme: str) -> None:
    shape = Library().programme(programme)
    stage = staging(shape)
    assert max(shape.members.least, stage.enough) <= len(stage.people) <= shape.members.most
    assert bool(stage.guide) is (shape.lead != "rota")
    assert max(stage.ends) == stage.meetings


def _several(read: Voices) -> list[tuple[str, ...]]:
    return [
        *(read.absent_group, read.absent_convener, read.late, read.sentences, read.sentences_last, read.hopes),
        *(read.rules, read.carried, read.agreed, read.come_back, read.between),
        *(*read.evaluation, *read.followup, *read.reflections),
    ]


def _texts(read: Voices) -> list[str]:
    notes = [text for texts in read.notes.values() for text in texts]
    alone = (read.group, read.place, read.contact)
    return [*notes, *(text for texts in _several(read) for text in texts), *read.labels.values(), *alone]
