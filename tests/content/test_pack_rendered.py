"""What a programme's words become on every platform: nothing of ours is cut, and what would be is told with its place."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters.discord.adapter import CAPABILITIES as DISCORD
from bot.adapters.telegram.adapter import CAPABILITIES as TELEGRAM
from bot.commands.content_fits import CAN, Cut, cuts, packs
from bot.commands.content_rendered import rendered
from bot.content.library import PROGRAMMES, Library
from bot.core.outgoing import Field, Form, Items, Message, Option, Own, Pack, Para, Phrase, Scale, Toast, say
from bot.core.turn import button
from tests.content.packs import change, made

OURS = sorted((path.parent.name, path.stem) for path in PROGRAMMES.glob("*/*.yaml") if path.name != "programme.yaml")


LIBRARY = Library()
NAMES = (
    *("heard", "still", "own", "goals", "best", "opening", "paths", "bench", "closing"),
    *("meet", "map", "show", "build", "thanks", "talk", "doing", "north", "south"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path)


def over(library: Library, reply: Message | Form | Toast) -> set[tuple[str, str]]:
    """Which texts would be cut, and where."""
    return {(cut.place, cut.where) for cut in cuts(library, reply, "fi")}


async def found(folder: Path) -> list[Cut]:
    done = await rendered(Library(folder.parent, only=folder.name), folder.name, ("fi",))
    assert done.untried == ()
    return [cut for cut in done.cuts if cut.grave]


@pytest.mark.parametrize(("slug", "language"), OURS)
async def test_no_name_of_ours_is_cut_anywhere(slug: str, language: str) -> None:
    done = await rendered(LIBRARY, slug, (language,))
    assert done.untried == ()
    assert done.looked_at > 200
    assert [cut for cut in done.cuts if cut.grave] == []


async def test_a_small_whole_programme_has_nothing_to_cut(folder: Path) -> None:
    assert await found(folder) == []


async def test_every_language_has_the_same_number_of_things_to_say(folder: Path) -> None:
    library = Library(folder.parent, only=folder.name)
    each = [(await rendered(library, folder.name, (code,))).looked_at for code in ("fi", "en")]
    assert each[0] == each[1] > 200


async def test_a_name_that_a_choice_cannot_show_is_told_with_its_place(folder: Path) -> None:
    change(folder, "fi.yaml", "name: Polku", "name: " + "Pitkä polku " * 6)
    (cut,) = await found(folder)
    assert (cut.language, cut.place, cut.where) == ("fi", "name", "on a button on Telegram")
    assert str(cut).endswith("has 71 characters and may have 64; shorten it by 7")


def with_longest_names(text: str) -> str:
    for name in NAMES:
        long = f"{name}-{'x' * 24}"[:24]
        text = re.sub(rf"(- id: |kind: ){name}$", rf"\g<1>{long}", text, flags=re.MULTILINE)
        text = re.sub(rf"^( *){name}:", rf"\g<1>{long}:", text, flags=re.MULTILINE)
        text = re.sub(rf"([\[{{ ]){name}([\],:])", rf"\g<1>{long}\g<2>", text)
    return text


async def test_the_longest_names_there_may_be_fit_behind_every_button(folder: Path) -> None:
    for name in ("programme.yaml", "fi.yaml", "en.yaml"):
        path = folder / name
        path.write_text(with_longest_names(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert await found(folder) == []


async def test_what_the_core_cannot_say_is_not_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(_saying: object) -> None:
        raise LookupError

    monkeypatch.setitem(__import__("bot.core.delivery", fromlist=["SAYERS"]).SAYERS, "pretask", broken)
    done = await rendered(Library(folder.parent, only=folder.name), folder.name, ("fi",))
    assert "pretask: LookupError" in done.untried


def test_a_label_too_long_is_told_of_each_platform_that_cuts_it(folder: Path) -> None:
    change(folder, "fi.yaml", "summary: What we do this time.", "summary: " + "x" * 70)
    label = say("theme-number", number=1, theme=Pack("polku", "sessions.opening.summary"))
    message = Message((Para(label),), ((button(label, "theme"),),))
    assert over(Library(folder.parent, only=folder.name), message) == {
        ("sessions.opening.summary", "on a button on Telegram")
    }


def test_buttons_that_are_too_many_are_told(folder: Path) -> None:
    rows = tuple((button(Pack("polku", "name"), "theme", str(n)),) for n in range(DISCORD.buttons + 1))  # type: ignore[arg-type]
    assert ("name", "on Discord") in over(
        Library(folder.parent, only=folder.name), Message((Para(say("themes-title")),), rows)
    )


def test_a_question_that_no_form_on_discord_shows_whole_is_told(folder: Path) -> None:
    library = Library(folder.parent, only=folder.name)
    question = Field("a", Pack("polku", "about"))
    others = (Field(name, say("themes-label")) for name in "bcde")
    form = Form("themes", "", say("themes-title"), (question, *others))
    assert over(library, form) == set()
    change(folder, "fi.yaml", "about: We keep a path.", "about: " + "x" * 101)
    assert over(Library(folder.parent, only=folder.name), form) == {("about", "as a question in a form on Discord")}


def test_a_form_s_title_and_an_answer_are_measured(folder: Path) -> None:
    change(folder, "fi.yaml", "about: We keep a path.", "about: " + "x" * 101)
    about = Pack("polku", "about")
    form = Form("themes", "", about, (Field("a", say("themes-label"), options=(Option("x", about),)),))
    wheres = {where for _, where in over(Library(folder.parent, only=folder.name), form)}
    assert wheres >= {"as a form's title on Discord", "as an answer in a form on Discord", "on a button on Telegram"}


def test_a_passing_note_is_measured(folder: Path) -> None:
    change(folder, "fi.yaml", "about: We keep a path.", "about: " + "x" * 201)
    toast = Toast(say("label", text=Pack("polku", "about")))
    assert over(Library(folder.parent, only=folder.name), toast) == {("about", "in a passing note on Telegram")}


def test_a_post_that_a_platform_would_refuse_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(folder, "fi.yaml", "about: We keep a path.", "about: " + "x" * 3000)
    monkeypatch.setitem(CAN, "Discord", replace(DISCORD, text=5000))
    assert ("about", "on Discord") in over(
        Library(folder.parent, only=folder.name), Message((Para(Pack("polku", "about")),))
    )
    assert TELEGRAM.text > 3000


def test_places_are_found_however_deep_they_are() -> None:
    inner = Phrase("a", {"b": (Pack("p", "x"), Phrase("c", {"d": Pack("p", "y")})), "n": 3})
    assert list(packs(Para(inner), Items((Pack("p", "z"), Own("w"))))) == ["x", "y", "z"]
    scale = Scale(Pack("p", "q"), Pack("p", "low"), Pack("p", "high"), (1,))
    assert list(packs(Message((scale,)))) == ["q", "low", "high"]
