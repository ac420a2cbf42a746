"""Everything that is wrong with a programme is said at once: the file, the line, the place in words, what to write."""

from pathlib import Path

import pytest

from bot.content.pack_file import PackProblem
from bot.content.pack_types import MOST
from bot.content.programme_folder import load_programme
from tests.content.packs import change, made, problems, said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path)


def test_a_whole_programme_has_nothing_to_say(folder: Path) -> None:
    assert said(folder) == []
    programme, words = load_programme(folder)
    assert programme.languages == ("en", "fi")
    assert words["fi"]["with"]["subgroups"] == "In sub-groups"


def test_everything_is_said_at_once_in_the_order_of_the_files(folder: Path) -> None:
    change(folder, "programme.yaml", "lead: rota", "lead: rotor")
    change(folder, "programme.yaml", "minutes: 15", "minutes: x")
    change(folder, "en.yaml", "farewell: Walk well.\n", "")
    change(folder, "fi.yaml", "      map:", "      mappi:")
    found = problems(folder)
    assert [Path(problem.file).name for problem in found] == ["programme.yaml"] * 2 + ["en.yaml"] + ["fi.yaml"] * 2
    with pytest.raises(PackProblem) as raised:
        load_programme(folder)
    assert str(raised.value).startswith(str(found[0]))
    assert "(and 4 more; piiri content check shows all)" in str(raised.value)
    assert len(raised.value.problems) == 5


STRUCTURE = [
    ("lead: rota", "led: rota", "programme.yaml:6:1: “led” is nothing that Piiri knows here; did you mean “lead”?"),
    ("lead: rota\n", "lead: rota\nxyzzy: 1\n", "“xyzzy” is nothing that Piiri knows here; take it out, or write one of: format, slug,"),
    ("lead: rota\n", "", "programme.yaml:1:1: lead: is missing; write it (who leads: the turn goes round, a facilitator"),
    ("lead: rota", "lead: fadding", "programme.yaml:6:7: lead: is “fadding”, write one of: coach, facilitator, fading, rota (did you mean fading?)"),
    ("lead: rota", "lead: ", "programme.yaml:6:6: lead: is “”, write one of: coach"),
    ("lead: rota", "lead: [rota]", "lead: is a list; write one of: coach"),
    ("format: 1", "format: 2", "programme.yaml:1:9: format: is “2”, write 1"),
    ("{least: 4,", "{least: four,", "programme.yaml:3:18: members.least: “four” is no whole number; write digits only, such as 1"),
    ("{least: 4,", "{least: ,", "members.least: is empty; write digits only"),
    ("{least: 4,", "{least: 0,", "members.least: is 0, write at least 1"),
    ("most: 12,", "most: 999,", "members.most: is 999, write at most 720"),
    ("{least: 4, most: 12, usual: 6}", "six", "programme.yaml:3:10: members: is “six”; write what belongs to it: least, most"),
    ("{least: 4, most: 12, usual: 6}", "[4, 12]", "members: is a list; write what belongs to it: least, most"),
    ("scales: [heard]", "scales: heard", "scales: is “heard”; write a list, each line of it beginning with “- ”"),
    ("scales: [heard]", "scales: [heard, b, c, d, e]", "scales: has 5, keep at most 4"),
    ("- id: meet", "- id: Meet Up", "sessions.opening.tasks.Meet Up.id: “Meet Up” cannot be a name here; write small letters from a to z"),
    ("- id: meet", "- id: " + "a" * 25, "cannot be a name here"),
    ("- id: meet", "- id: >\n          meet", "cannot be a name here"),
    ("{with: pairs, minutes: 20}", "{with: pair, minutes: 20}", "sessions.opening.tasks.meet.steps.1.with: is “pair”, write one of: all, alone, pairs, subgroups (did you mean pairs?)"),
    ("{with: pairs, minutes: 20}", "{with: pairs, minutes: -5}", "sessions.opening.tasks.meet.steps.1.minutes: is -5, write at least 0"),
    ("lead: rota", "lead: rota\nlead: coach", "programme.yaml:7:1: “lead” stands here a second time, first in line 6; keep one of them"),
    ("usual: 6", "usual: 6, usual: 7", "“usual” stands here a second time, first in line 3"),
    ("usual: 6", "usual: null, least: 5", "“least” stands here a second time"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "wanted"), STRUCTURE)
def test_what_is_wrong_with_the_structure_is_said(folder: Path, old: str, new: str, wanted: str) -> None:
    change(folder, "programme.yaml", old, new)
    assert any(wanted in line for line in said(folder)), said(folder)


WORDS = [
    ("tagline: A path", "tagine: A path", "fi.yaml:3:1: “tagine” is nothing that Piiri knows here; did you mean “tagline”?"),
    ("tagline: A path that we keep together\n", "", "fi.yaml:1:1: tagline: is missing; write it (what it is, in one line)"),
    ("name: Polku", "name: ", "fi.yaml:2:6: name: is empty; write the text"),
    ("name: Polku", 'name: "   "', "fi.yaml:2:7: is blank; write the text, or take it out"),
    ("name: Polku", "name: " + "x" * 95, "fi.yaml:2:7: name: has 95 characters and may have 80; shorten it by 15"),
    ("name: Polku", "name: {fi: Polku}", "name: has parts; write one text"),
    ("ground_rules: [Be kind., Be quiet., Be there.]", "ground_rules: [Be kind.]", "ground_rules: has 1, write at least 3"),
    ("[What comes to mind, What else]", "[What comes to mind?]", "sessions.opening.pretasks.1.prompts: has 1, write at least 2"),
    ("[What comes to mind, What else]", "[a, b, c, d, e]", "sessions.opening.pretasks.1.prompts: has 5, keep at most 4"),
    ("    heard: {question", "    herd: {question", "feedback.scales.heard: the text is missing; write it"),
    ("    heard: {question", "    herd: {question", "fi.yaml:11:5: feedback.scales: “herd” is not in programme.yaml; did you mean “heard”?"),
    ("farewell: Walk well.", "farewell: [Walk well.]", "farewell: is a list; write one text"),
    ("brief: Give everybody time.", "brief: " + "word " * 700, "brief: has 3499 characters and may have 3000; shorten it by 499"),
    ("steps: [Tell., Listen.]", "steps: [Tell., Listen., Laugh.]", "sessions.opening.tasks.meet.steps: has 3, write 2, one for each step in programme.yaml"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "wanted"), WORDS)
def test_what_is_wrong_with_the_words_is_said(folder: Path, old: str, new: str, wanted: str) -> None:
    change(folder, "fi.yaml", old, new)
    assert any(wanted in line for line in said(folder)), said(folder)


YAML = [
    ("name: Polku", "name: Polku: a path", "a colon stands in a text that has no quotes"),
    ("name: Polku", "name: @polku", "a text cannot begin with this character"),
    ("name: Polku", "name:\n\tPolku", "a tab cannot indent"),
    ("name: Polku", 'name: "Polku', "a quotation mark is opened and never closed"),
    ("name: Polku", 'name: "\\q"', "a \\ in double quotes needs another one"),
    ("name: Polku", 'name: "\\ud800"', "the number after \\u is no character"),
    ("name: Polku", 'name: "a\\0b"', "has a character that nobody sees (U+0000)"),
    ("name: Polku", "name: a\x07b", "fi.yaml:2:8: has a character that nobody sees (U+0007); take it out"),
    ("name: Polku", "name: &a Polku", "anchors (&) and aliases (*) are not taken"),
    ("name: Polku", "name: *a", "anchors (&) and aliases (*) are not taken"),
    ("name: Polku", "name: !!str Polku", "tags (!) are not taken"),
    ("name: Polku", "name: !Polku", "tags (!) are not taken"),
    ("name: Polku", "[a]: Polku", "a list or a map stands where a key is to be"),
    ("name: Polku", "? {a: b}\n: Polku", "a list or a map stands where a key is to be"),
    ("name: Polku", "k" * 61 + ": Polku", "is too long for a key"),
    ("name: Polku", "name: Polku\n<<: {tagline: x}", "“<<” is nothing that Piiri knows here"),
    ("name: Polku", "name: Polku\n---\nname: Polku", "a second part begins here after ---"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "wanted"), YAML)
def test_what_is_no_plain_yaml_is_said_in_words(folder: Path, old: str, new: str, wanted: str) -> None:
    change(folder, "fi.yaml", old, new)
    assert any(wanted in line and line.startswith("fi.yaml:") for line in said(folder)), said(folder)


def test_a_file_that_cannot_be_read_hides_nothing_of_the_others(folder: Path) -> None:
    change(folder, "fi.yaml", "name: Polku", 'name: "Polku')
    change(folder, "en.yaml", "farewell: Walk well.\n", "")
    assert [line.partition(":")[0] for line in said(folder)] == ["en.yaml", "fi.yaml"]


def test_what_windows_writes_is_read(folder: Path) -> None:
    for path in folder.glob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert said(folder) == []


def test_a_file_of_nothing_but_problems_tells_a_hundred_of_them(folder: Path) -> None:
    change(folder, "programme.yaml", "format: 1\n", "format: 1\n" + "".join(f"key{n}: x\n" for n in range(5000)))
    assert len(said(folder)) == MOST


def test_what_is_quoted_is_short_and_on_one_line(folder: Path) -> None:
    change(folder, "fi.yaml", "language: fi", 'language: "' + "f\\n" * 300 + '"')
    assert all(len(line) < 400 for line in said(folder))
    assert any("…; write fi, as in the file's name" in line for line in said(folder))
