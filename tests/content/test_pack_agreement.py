"""What one part of a programme says of another has to be so."""

from pathlib import Path

import pytest

from bot.content.language_file import spoken
from tests.content.packs import change, made, said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path)


STRUCTURE = [
    ("slug: polku", "slug: toinen", "programme.yaml:2:7: slug: is toinen; write polku, the folder's name"),
    ("{least: 4, most: 12, usual: 6}", "{least: 13, most: 12}", "members.most: is 12 and least is 13; write at least 13"),
    ("most: 5, usual: 4", "most: 5, usual: 6", "meetings.usual: is 6 and most is 5; write at most 5"),
    ("most: 5, usual: 4", "most: 5, usual: 2", "meetings.usual: is 2 and least is 3; write at least 3"),
    ("scales: [heard]", "scales: [heard, heard]", "scales: “heard” is in line 9 already; give this one another name"),
    ("- id: bench", "- id: paths", "sessions: “paths” is in line 29 already"),
    ("- id: show", "- id: map", "sessions.paths.tasks: “map” is in line 33 already"),
    ("- id: bench", "- id: own-bench", "sessions.own-bench.id: “own-” begins the themes that groups name themselves"),
    ("kind: doing", "kind: doings", "sessions.bench.kind: “doings” is not among the kinds; write one of: talk, doing"),
    ("kind: doing", "kind: talk", "kinds: no session is of the kind “doing”; take it out, or give it one"),
    ("    kind: doing\n", "", "sessions.bench.kind: is missing; write one of: talk, doing"),
    ("place: first\n", "place: first\n    kind: talk\n", "sessions.opening.kind: only a chosen session is of a kind; take it out"),
    ("kinds: [talk, doing]\n", "", "sessions.paths.kind: “talk” is not among the kinds; take it out, or name it under kinds"),
    ("subgroups: [north, south]\n", "", "sessions.paths.tasks.map.steps.2: the programme has no sub-groups; name them under subgroups"),
    ("subgroups: [north, south]", "subgroups: [north]", "subgroups: has one; write at least two"),
    ("[strengths, weaknesses, opportunities, threats]", "[strengths, weaknesses]", "evaluation.fields: has others; write [strengths, weaknesses, opportunities, threats]"),
    ("{with: all, minutes: 60}", "{with: all, minutes: 115}", "sessions.bench: takes 135 minutes with the flow, and a meeting has at most 120; shorten it by 15"),
    ("{least: 3, most: 5, usual: 4}", "{least: 1, most: 5}", "meetings.least: is 1, and 2 sessions are always there (first and last); write at least 2"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "wanted"), STRUCTURE)
def test_the_structure_agrees_with_itself(folder: Path, old: str, new: str, wanted: str) -> None:
    change(folder, "programme.yaml", old, new)
    assert any(wanted in line for line in said(folder)), said(folder)


def test_a_session_of_one_task_has_no_pause_to_count(folder: Path) -> None:
    change(folder, "programme.yaml", "{with: all, minutes: 60}", "{with: all, minutes: 100}")
    assert said(folder) == []


def test_a_season_without_themes_has_as_many_meetings_as_it_has_sessions(folder: Path) -> None:
    change(folder, "programme.yaml", "place: chosen", "place: first")
    change(folder, "programme.yaml", "place: chosen", "place: last")
    wanted = "meetings: nothing can be chosen and 4 sessions are always there; write 4 for least and for most"
    assert any("meetings.least: is 3, and 4 sessions are always there" in line for line in said(folder))
    change(folder, "programme.yaml", "{least: 3, most: 5, usual: 4}", "{least: 4, most: 5}")
    assert any(wanted in line for line in said(folder)), said(folder)
    change(folder, "programme.yaml", "{least: 4, most: 5}", "{least: 4, most: 4}")
    assert not any("meetings" in line for line in said(folder))


WORDS = [
    ("language: fi", "language: sv", "fi.yaml:1:11: language: is sv; write fi, as in the file's name"),
    ("onward: On we go.\n", "", "onward: is missing, and the programme is open-ended; write it"),
    ("    goals: {", "    gaols: {", "evaluation.scales.goals: the text is missing; write it"),
    ("    best: What", "    worst: What", "evaluation.words: “worst” is not in programme.yaml; take it out, or add it there"),
    ("    threats: {title", "    threat: {title", "evaluation.fields.threats: the text is missing"),
    ("  talk: {name", "  talks: {name", "kinds: “talks” is not in programme.yaml; did you mean “talk”?"),
    ("  north: {name", "  noth: {name", "subgroups.north: the text is missing"),
    ("  still: Is", "  stil: Is", "followup.still: the text is missing"),
    ("  own: What", "  owned: What", "reflections.own: the text is missing"),
    ("  bench:\n", "  bank:\n", "sessions.bench: the text is missing; write it"),
    ("      build:\n", "      built:\n", "sessions.bench.tasks: “built” is not in programme.yaml; did you mean “build”?"),
    ("subgroups: In sub-groups, ", "", "with.subgroups: is missing; write how a step in sub-groups is called"),
    ("{north: Draw the hills., south", "{south", "sessions.paths.tasks.map.subgroups.north: the text is missing"),
    ("steps: [Show.]\n", "steps: [Show.]\n        subgroups: {north: Up., south: Down.}\n", "sessions.paths.tasks.show.subgroups: “north” is not in programme.yaml; take it out"),
    ("{north: [What is it like up there, Who walks there], south", "{south", "sessions.opening.pretasks.1.subgroups.north: the text is missing"),
    ("    between:\n      - Walk it once.\n      - Ask somebody about it.\n", "", "sessions.opening.between: is missing; write at least one small thing to do after this meeting"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "wanted"), WORDS)
def test_every_part_has_its_words_and_nothing_else_has(folder: Path, old: str, new: str, wanted: str) -> None:
    change(folder, "fi.yaml", old, new)
    assert any(wanted in line for line in said(folder)), said(folder)


def test_after_the_last_meeting_there_is_nothing_to_do(folder: Path) -> None:
    for name in ("fi.yaml", "en.yaml"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(f"{text}    between: [Walk on.]\n", encoding="utf-8")
    assert any("sessions.closing.between: nothing follows this meeting; take it out" in line for line in said(folder))


def test_what_a_programme_does_not_give_may_not_stand(folder: Path) -> None:
    change(folder, "programme.yaml", "between: given", "between: agreed")
    change(folder, "programme.yaml", "open_ended: yes", "open_ended: no")
    wanted = "sessions.paths.between: the programme gives nothing to do between meetings; take it out, or write between: given"
    assert any(wanted in line for line in said(folder))
    assert any(
        "onward: the programme is not open-ended; take it out, or write open_ended: yes" in line
        for line in said(folder)
    )


def test_the_languages_have_equally_many_of_what_a_plan_names_by_number(folder: Path) -> None:
    change(folder, "fi.yaml", "      - Ask somebody about it.\n", "")
    assert "fi.yaml:85:5: sessions.opening.between: has 1 and en.yaml has 2; write as many" in [
        f"fi.yaml:85:5{line[line.index(': sessions') :]}" for line in said(folder)
    ]


def test_a_language_that_piiri_does_not_speak_is_said_with_those_that_it_does(folder: Path) -> None:
    (folder / "en.yaml").rename(folder / "eng.yaml")
    (line,) = said(folder)
    assert line.startswith("eng.yaml: Piiri does not speak this; write ")
    assert all(f"{code}.yaml" in line for code in spoken())
    assert line.endswith("(did you mean en.yaml?)")


def test_a_file_with_another_ending_is_not_passed_over_in_silence(folder: Path) -> None:
    (folder / "en.yaml").rename(folder / "en.yml")
    assert said(folder) == ["en.yml: is not read; call it en.yaml"]


def test_a_folder_without_words_is_told_what_to_add(folder: Path) -> None:
    for name in ("fi.yaml", "en.yaml"):
        (folder / name).unlink()
    assert said(folder) == [f"{folder}: has no words; add a file such as fi.yaml"]


def test_a_folder_without_a_structure_says_so(folder: Path) -> None:
    (folder / "programme.yaml").unlink()
    assert said(folder) == ["programme.yaml: cannot be read (No such file or directory); check that the file is there"]


def test_what_editors_and_people_leave_beside_is_nobodys_business(folder: Path) -> None:
    for name in ("README.md", ".fi.yaml.swp", "._fi.yaml", "words.schema.json"):
        (folder / name).write_text("anything", encoding="utf-8")
    assert said(folder) == []
