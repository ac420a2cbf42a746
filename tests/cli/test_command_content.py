"""piiri content: a programme is begun, checked and looked at by somebody who is no programmer."""

import tomllib
from pathlib import Path

import pytest

from bot.commands.content import TEMPLATE
from tests.cli.command import Place
from tests.content.packs import change, made


def test_a_new_programme_is_whole_and_is_told_how_to_go_on(place: Place) -> None:
    done = place.piiri("content", "new", "polku", "--language", "fi", "--language", "sv")
    assert (done.code, done.err) == (0, "")
    assert "piiri content check polku" in done.out
    folder = place.folder / "polku"
    assert {path.name for path in folder.iterdir()} == {
        "programme.yaml", "fi.yaml", "sv.yaml", "programme.schema.json", "words.schema.json",
    }  # fmt: skip
    assert "\nslug: polku\n" in (folder / "programme.yaml").read_text(encoding="utf-8")
    checked = place.here("content", "check", "polku")
    assert checked.code == 0, checked.err
    line = checked.out.splitlines()[-1]
    assert line.startswith("polku: all is well. fi, sv; ")
    for word in ("sessions", "texts", "meetings", "minutes"):
        assert word in line


def test_finnish_alone_is_the_usual_beginning_and_a_folder_can_be_named(place: Place) -> None:
    (place.folder / "mine").mkdir()
    assert place.here("content", "new", "polku", "--in", "mine").code == 0
    assert {path.name for path in (place.folder / "mine/polku").glob("*.yaml")} == {"programme.yaml", "fi.yaml"}
    for path in (place.folder / "mine/polku").glob("*.yaml"):
        beside = path.read_text(encoding="utf-8").partition("$schema=./")[2].partition("\n")[0]
        assert (path.parent / beside).is_file(), "the editor's first line names a file that is there"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Polku",), "small letters from a to z, digits and -"),
        (("../polku",), "small letters from a to z"),
        (("9polkua",), "a letter first"),
        (("p" * 25,), "at most 24"),
        (("vahvistin",), "Piiri's own"),
        (("polku", "--language", "de"), "write one of: en, fi, sv"),
        (("polku", "--in", "nowhere"), "nowhere is no folder"),
    ],
)
def test_what_cannot_be_begun_is_refused_and_nothing_is_made(place: Place, words: tuple[str, ...], said: str) -> None:
    before = set(place.folder.iterdir())
    place.here("content", "new", *words).refused(said)
    assert set(place.folder.iterdir()) == before


def test_a_folder_that_is_there_stays_as_it_is(place: Place) -> None:
    (place.folder / "polku").mkdir()
    (place.folder / "polku" / "mine.txt").write_text("mine", encoding="utf-8")
    place.here("content", "new", "polku").refused("is there already")
    assert [path.name for path in (place.folder / "polku").iterdir()] == ["mine.txt"]


def test_everything_that_is_amiss_is_a_line_of_its_own(place: Place) -> None:
    folder = made(place.folder)
    change(folder, "programme.yaml", "lead: rota", "lead: rotor")
    change(folder, "fi.yaml", "tagline: ", "tagine: ")
    done = place.here("content", "check", "polku")
    assert done.code == 1
    lines = done.err.splitlines()
    assert len(lines) == 4
    assert "programme.yaml:6:7: lead: is “rotor”" in lines[0]
    assert lines[-1] == "piiri: polku: 3 things to mend"
    assert "all is well" not in done.out


def test_a_folder_of_programmes_is_checked_as_a_whole(place: Place) -> None:
    made(place.folder / "mine")
    other = made(place.folder / "more")
    other.rename(place.folder / "mine" / "toinen")
    change(place.folder / "mine" / "toinen", "programme.yaml", "slug: polku", "slug: toinen")
    change(place.folder / "mine" / "toinen", "fi.yaml", "name: Polku", "name: ")
    done = place.here("content", "check", "mine")
    assert done.code == 1
    assert "polku: all is well" in done.out
    assert "toinen/fi.yaml:2:6: name: is empty" in done.err
    assert done.err.endswith("piiri: mine: 1 thing to mend\n")


def test_advice_stands_in_nobodys_way(place: Place) -> None:
    folder = made(place.folder, "fi")
    change(folder, "fi.yaml", "      - Ask somebody about it.\n", "")
    text = (folder / "fi.yaml").read_text(encoding="utf-8")
    (folder / "fi.yaml").write_text(text.replace("Somebody walks here every morning", "x", 99), encoding="utf-8")
    done = place.here("content", "check", "polku")
    assert done.code == 0, done.err
    assert "advice: " in done.out
    assert "sessions.opening.between: has one; with two there is something to choose" in done.out
    assert "80 to 180 are good to listen to" in done.out


def test_a_text_that_a_platform_would_cut_is_told_with_its_line(place: Place) -> None:
    folder = made(place.folder, "fi")
    change(folder, "fi.yaml", "name: Polku", "name: " + "Pitkä polku " * 6)
    done = place.here("content", "check", "polku")
    assert done.code == 1
    assert "polku/fi.yaml:2:7: name: would not stand whole on a button on Telegram" in done.err


def test_a_name_of_ours_is_refused_elsewhere(place: Place) -> None:
    folder = made(place.folder, "fi").rename(place.folder / "vahvistin")
    change(folder, "programme.yaml", "slug: polku", "slug: vahvistin")
    done = place.here("content", "check", "vahvistin")
    assert done.code == 1
    assert "is a programme of Piiri's own" in done.err


@pytest.mark.parametrize(("path", "said"), [("nowhere", "is no folder"), ("empty", "has no programme in it")])
def test_a_folder_without_a_programme_is_told_apart(place: Place, path: str, said: str) -> None:
    (place.folder / "empty").mkdir()
    place.here("content", "check", path).refused(said)


def test_a_season_is_played_from_the_folder(place: Place) -> None:
    folder = made(place.folder, "en")
    change(folder, "programme.yaml", "open_ended: yes", "open_ended: no")
    change(folder, "en.yaml", "onward: On we go.\n", "")
    done = place.here("content", "preview", "polku", "--meetings", "3", "--html", "season.html")
    assert (done.code, done.err) == (0, "")
    assert "Paths and what it is" in (place.folder / "season.html").read_text(encoding="utf-8")


def test_a_season_that_cannot_be_played_is_refused(place: Place) -> None:
    folder = made(place.folder, "en")
    place.here("content", "preview", "polku", "--meetings", "99").refused("3")
    place.here("content", "preview", "polku", "--language", "fi").refused("English")
    place.here("content", "preview", "nowhere").refused("is no folder")
    change(folder, "en.yaml", "farewell: Walk well.\n", "")
    place.here("content", "preview", "polku").refused("farewell: is missing")


def test_the_example_is_where_the_command_looks_for_it() -> None:
    assert (TEMPLATE / "programme.yaml").is_file()


def test_an_installed_piiri_carries_the_example() -> None:
    root = Path(__file__).parents[2]
    packed = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert any(TEMPLATE.is_relative_to(root / package) for package in packed["packages"])
    assert not packed.get("exclude")
