"""A whole season played: the same every time, quiet, and nothing private where it should not be."""

import asyncio
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

import pytest

from bot.content.phrases_file import phrase, phrase_ids
from bot.core.kinds import KINDS
from bot.core.refusal import Refusal
from bot.rehearsal.habits import SEVEN
from bot.rehearsal.play import Played, play
from bot.rehearsal.transcript import WIDTH, Entry, as_text

pytestmark = pytest.mark.long

FI = ("fi", 9, 1)
EN = ("en", 5, 2)
THEMES = 7
"""How many there are to choose from; a season of nine meetings has all of them."""


@cache
def played(language: str, meetings: int, seed: int) -> Played:
    return asyncio.run(play(programme="vahvistin", language=language, meetings=meetings, seed=seed))


@pytest.fixture(params=[FI, EN], ids=["fi", "en"])
def season(request: pytest.FixtureRequest) -> Played:
    return played(*request.param)


def text_of(season: Played) -> str:
    return as_text(season.transcript)


def entries(season: Played) -> Iterator[Entry]:
    return (entry for section in season.transcript.sections for entry in section.entries)


READ: dict[int, str] = {}
"""What has been read of the entries by now; the seasons that they are in stay."""


def everything_in(entry: Entry) -> str:
    """All of an entry, what is left out of the printed transcript included."""
    if id(entry) not in READ:
        READ[id(entry)] = repr((entry.posts, entry.exchanges, entry.short, entry.enclosed))
    return READ[id(entry)]


def local(season: Played, at: datetime) -> datetime:
    return at.astimezone(season.group.tz)


def elsewhere(language: str, meetings: int, seed: int) -> "subprocess.CompletedProcess[bytes]":
    """The command in a process of its own, which hashes in another way than this one."""
    options = ["--language", language, "--meetings", str(meetings), "--seed", str(seed)]
    return subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", "rehearse", *options],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONHASHSEED": "random", "PYTHONIOENCODING": "utf-8"},
        check=False,
    )


def test_the_same_seed_prints_the_same_in_every_process_however_it_hashes() -> None:
    done = elsewhere(*EN)
    assert done.returncode == 0
    assert done.stdout == text_of(played(*EN)).encode()


def test_whoever_wrote_notes_has_them_once_more_in_a_morning_before_they_go(season: Played) -> None:
    told = [sent for sent in season.sent if sent.kind == "notes-soon"]
    assert told
    assert all(sent.arrived.to.private and local(season, sent.at).hour == 10 for sent in told)


@pytest.mark.parametrize("meetings", [3, 4, 10])
async def test_a_number_of_meetings_that_the_programme_is_not_made_for_is_refused(meetings: int) -> None:
    with pytest.raises(Refusal) as refused:
        await play(programme="vahvistin", language="fi", meetings=meetings, seed=1)
    assert (refused.value.phrase, refused.value.values) == ("meetings-range", {"least": 5, "most": 9})


async def test_an_unknown_programme_or_language_is_refused() -> None:
    for programme, language, phrase_id in (
        ("none", "fi", "programme-unknown"),
        ("vahvistin", "xx", "language-unknown"),
    ):
        with pytest.raises(Refusal) as refused:
            await play(programme=programme, language=language, meetings=6, seed=1)
        assert refused.value.phrase == phrase_id


def test_everybody_joins_by_their_own_press(season: Played) -> None:
    press = phrase("button-join", season.transcript.language, {})
    joined = [entry.who for entry in entries(season) for exchange in entry.exchanges if exchange.did == (press,)]
    assert sorted(joined) == sorted(habit.name for habit in SEVEN)
    assert joined[0] == "Kaarina"


@pytest.mark.parametrize(("language", "meetings", "seed"), [FI, EN])
def test_every_meeting_has_each_of_its_posts_once(language: str, meetings: int, seed: int) -> None:
    season = played(language, meetings, seed)
    said = Counter(sent.kind for sent in season.sent)
    assert len(season.transcript.sections) == 1 + meetings + 1, "before the first, and after the last"
    assert {said[kind] for kind in ("pretask", "reminder", "soon", "feedback", "results")} == {meetings}


def test_the_season_shows_what_can_happen(season: Played) -> None:
    said = Counter(sent.kind for sent in season.sent)
    assert said["moved"] == 1
    assert said["word"] == 1
    assert said["absence"] >= 1
    assert said["notes"] >= len(season.transcript.sections) - 2
    assert said["trouble"] == 0
    once = ("agreement", "agreement-stands", "times", "times-result", "evaluation", "farewell", "deletion-soon")
    assert {kind: said[kind] for kind in (*once, "deletion")} == dict.fromkeys((*once, "deletion"), 1)
    chosen = len(season.transcript.sections) - 2 - 2 < THEMES
    assert (said["vote"], said["vote-result"]) == ((1, 1) if chosen else (0, 0))
    assert said["swap"] == 2, "the question and its answer"
    assert {said["agreement-copy"], said["keepsake"]} == {len(SEVEN)}
    assert said["followup"] == (len(SEVEN) - 1) + (len(SEVEN) - 3), "one said no, and two had enough after the first"
    assert said["followup-results"] == len(SEVEN) - 1, "the second time was for each alone"
    text = text_of(season)
    language = season.transcript.language
    for phrase_id in ("farewell-heading", "done-noted", "word-only-you", "joined-what"):
        assert phrase(phrase_id, language, {}).split("\n")[0][:60] in " ".join(text.split())


def test_nobody_in_the_play_is_refused_anything(season: Played) -> None:
    language = season.transcript.language
    shown = "".join(everything_in(entry) for entry in entries(season))
    for phrase_id in sorted(phrase_ids(language)):
        if phrase_id.startswith("refused-"):
            try:
                assert phrase(phrase_id, language, {}) not in shown
            except LookupError:  # one with values in it
                continue


def test_a_note_is_seen_only_by_the_one_who_wrote_it(season: Played) -> None:
    notes = {
        "".join(exchange.filled) or exchange.wrote: entry.who
        for entry in entries(season)
        for exchange in entry.exchanges
        if exchange.wrote or (exchange.form and exchange.form.name == "note")
    }
    assert len(notes) > 5
    for entry in entries(season):
        for text, author in notes.items():
            if text and text in everything_in(entry):
                assert (entry.private, entry.who) == (True, author)


def test_a_word_to_the_convener_is_seen_by_its_author_and_the_convener(season: Played) -> None:
    words = [
        (exchange.filled[0], entry.who)
        for entry in entries(season)
        for exchange in entry.exchanges
        if exchange.form and exchange.form.name == "reason" and exchange.form.about.endswith(":convener")
    ]
    assert len(words) == 1
    text, author = words[0]
    seen = [entry for entry in entries(season) if text in everything_in(entry)]
    assert all(entry.private for entry in seen)
    assert {entry.who for entry in seen} == {author, "Kaarina"}


def written_in(season: Played, form: str) -> set[str]:
    """What was written into a form, whoever wrote it."""
    return {
        text
        for entry in entries(season)
        for exchange in entry.exchanges
        for text in exchange.filled
        if exchange.form and exchange.form.name == form
    }


def test_a_sentence_is_in_the_channel_only_among_the_results_and_where_it_may_be_quoted(season: Played) -> None:
    sentences = written_in(season, "sentence") | {text for text in written_in(season, "feedback") if len(text) > 1}
    assert sentences
    for sent in season.sent:
        found = {sentence for sentence in sentences if sentence in repr(sent.arrived.part.blocks)}
        assert not found or sent.kind == "results"
    (farewell,) = [entry for entry in entries(season) if entry.enclosed]
    quoted = {sentence for sentence in sentences if sentence in repr(farewell.enclosed)}
    assert len(quoted) == 2, "one with its author's name, one without"
    names = {block.text.removeprefix("– ") for block in farewell.enclosed if block.text.startswith("– ")}
    assert len(names) == 1
    assert names <= {habit.name for habit in SEVEN}


def test_what_somebody_hopes_for_comes_back_to_its_author_alone(season: Played) -> None:
    hopes = {
        exchange.filled[0]: entry.who
        for entry in entries(season)
        for exchange in entry.exchanges
        if exchange.form and exchange.form.name == "expect"
    }
    assert len(hopes) == 3
    for text, author in hopes.items():
        seen = {(entry.private, entry.who) for entry in entries(season) if text in everything_in(entry)}
        assert seen == {(True, author)}
        given = [sent for sent in season.sent if sent.kind == "keepsake" and text in repr(sent.arrived.part)]
        assert [sent.arrived.to.id for sent in given] == [author.lower()]


def test_what_the_group_wants_to_come_back_to_is_in_the_next_pretask(season: Played) -> None:
    pretasks = [repr(sent.arrived.part) for sent in season.sent if sent.kind == "pretask"]
    (_, come_back), anonymous = _kept(season), written_in(season, "carry")
    assert len(anonymous) == 1
    for text in (come_back, *anonymous):
        assert len([post for post in pretasks if text in post]) == 1


def _kept(season: Played) -> tuple[str, str]:
    """What the lead wrote down: what was agreed, and what the group comes back to."""
    found = [
        exchange.filled[0]
        for entry in entries(season)
        for exchange in entry.exchanges
        if exchange.form and exchange.form.name == "outcome"
    ]
    agreed, back = found
    return agreed, back


def test_the_rules_that_members_wished_for_are_in_what_all_accepted(season: Played) -> None:
    (stands,) = [repr(sent.arrived.part) for sent in season.sent if sent.kind == "agreement-stands"]
    rules = written_in(season, "agreement-rule")
    assert len(rules) == 2
    assert all(rule in stands for rule in rules)


def test_nothing_but_the_last_word_comes_once_everything_is_deleted(season: Played) -> None:
    assert season.sent[-1].kind == "deletion"
    assert not season.sent[-1].arrived.to.private


def test_nothing_is_posted_in_quiet_hours(season: Played) -> None:
    assert all(8 <= local(season, sent.at).hour < 21 for sent in season.sent if not sent.arrived.to.private)


def test_there_is_one_routine_post_a_day_and_two_on_a_meetings_day(season: Played) -> None:
    meeting_days = {local(season, sent.at).date() for sent in season.sent if sent.kind == "soon"}
    posts: Counter[date] = Counter(
        local(season, sent.at).date()
        for sent in season.sent
        if not sent.arrived.to.private and KINDS[sent.kind].routine and sent.arrived.mark.endswith(":0")
    )
    assert all(count <= (2 if day in meeting_days else 1) for day, count in posts.items())


def test_a_meeting_keeps_its_wall_time_over_the_clock_change(season: Played) -> None:
    hours = [(local(season, sent.at).hour, sent.at.hour) for sent in season.sent if sent.kind == "soon"]
    assert {on_the_wall for on_the_wall, _ in hours} == {16}
    assert {in_utc for _, in_utc in hours} == {13, 14}


def test_the_transcript_is_narrow_enough_to_read(season: Played) -> None:
    assert max(len(line) for line in text_of(season).splitlines()) <= WIDTH
