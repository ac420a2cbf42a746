"""In which language each is spoken to: their own choice, or else their app's, or else their group's."""

from typing import Any

import pytest

from bot.core.incoming import Command, Filled, Press, Typing
from bot.core.model import Person
from tests.core.core_desk import LIBRARY, Desk, buttons, phrases, words


async def person(desk: Desk, handle: str) -> Person:
    async with desk.work() as work:
        (found,) = await work.persons.find(handle=handle)
    return found


async def spoken(desk: Desk, name: str, act: Any, channel: str | None = None, **more: Any) -> str:
    """The language of the answer, which is also the one that is written down for what is whispered later."""
    return (await desk.hears(name, act, channel, **more)).language


@pytest.mark.parametrize("app", ["de", "", None, "xx-fi"])
async def test_whose_app_speaks_none_of_ours_hears_the_groups_language(desk: Desk, app: str | None) -> None:
    group = await desk.group("Kaarina", "Aino", language="sv")
    assert await spoken(desk, "Dieter", Command("hilfe"), "main", language=app) == "sv", "refusals, too"
    assert await spoken(desk, "Dieter", Press(f"join:{group.id}:"), "main", language=app) == "sv"
    assert (await person(desk, "Dieter")).language == "sv"
    assert await spoken(desk, "Dieter", Command("plan"), None, language=app) == "sv"
    assert await spoken(desk, "Dieter", Command("help"), None, language=app) == "sv"
    assert await spoken(desk, "Dieter", Command("plan"), None, language="en") == "en", "as soon as the app tells"


async def test_without_a_group_they_hear_the_first_of_ours(desk: Desk) -> None:
    first = LIBRARY.languages()[0]
    assert await spoken(desk, "Dieter", Command("help"), language="de") == first
    assert await spoken(desk, "Dieter", Command("help"), "nowhere", language="de") == first
    assert await spoken(desk, "Dieter", Typing("plan", "meeting", ""), "nowhere", language="de") == first


async def test_in_two_groups_each_is_in_its_own_language(desk: Desk) -> None:
    swedish = await desk.group("Kaarina", "Aino", language="sv", channel="gruppen", name="Gruppen")
    english = await desk.group("Kaarina", "Aino", language="en", channel="group", name="The group")
    for _ in range(2):
        for group, channel, language in ((swedish, "gruppen", "sv"), (english, "group", "en")):
            about = Press(f"menu:{group.id}:")
            join = Press(f"join:{group.id}:")
            assert await spoken(desk, "Dieter", join, channel, language="de") == language
            assert await spoken(desk, "Dieter", about, None, language="de") == language, "by what a button is about"
            assert await spoken(desk, "Dieter", Command("help"), channel, language="de") == language, "by the channel"
            form = Filled("expect", group.id, {"words": "Mut"})
            assert await spoken(desk, "Dieter", form, None, language="de") == language
    assert await spoken(desk, "Dieter", Command("help"), None, language="de") == "en", "the last one, in private"


async def test_another_groups_language_is_not_told_by_a_forged_press(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Aino", language="sv")
    for word in ("menu", "plan", "rota", "join"):
        assert await spoken(desk, "Urho", Press(f"{word}:{group.id}:"), None, language="de") == "fi", word


async def test_what_was_chosen_stands_over_the_app_everywhere(desk: Desk) -> None:
    await desk.group("Kaarina", "Aino", language="en", channel="one", name="One")
    await desk.group("Kaarina", "Aino", language="sv", channel="two", name="Two")
    offered = buttons(await desk.does("Aino", "/language", language="en"))
    assert list(offered) == ["suomi", "English", "svenska", "Sama kuin sovelluksellani"]
    heard = await desk.hears("Aino", Press(offered["suomi"]), language="en")
    assert (phrases(heard.reply), heard.language) == (["language-kept"], "fi"), "from this answer on"
    assert "suomeksi" in words(heard.reply, heard.language)
    for channel in ("one", "two", None):
        for app in ("en", "sv", "de", None):
            assert await spoken(desk, "Aino", Command("menu"), channel, language=app) == "fi"
    assert (await person(desk, "Aino")).language == "fi", "so whispers are in it, too"


@pytest.mark.parametrize(("app", "expected"), [("en", "en"), ("de", "sv"), (None, "sv")])
async def test_a_choice_can_be_taken_back(desk: Desk, app: str | None, expected: str) -> None:
    await desk.group("Kaarina", "Aino", language="sv")
    await desk.does("Aino", "language::fi", language=app)
    for channel in (None, "main"):
        heard = await desk.hears("Aino", Press("language::app"), channel, language=app)
        assert (phrases(heard.reply), heard.language) == (["language-as-app"], expected)
        aino = await person(desk, "Aino")
        assert (aino.language, aino.chosen_language) == (expected, "")
    assert await spoken(desk, "Aino", Command("help"), language=app) == expected


async def test_pressing_the_same_again_changes_nothing(desk: Desk) -> None:
    await desk.group("Kaarina", "Aino")
    await desk.does("Aino", "language::sv")
    before = await person(desk, "Aino")
    assert phrases(await desk.does("Aino", "language::sv")) == ["language-kept"]
    assert await person(desk, "Aino") == before


@pytest.mark.parametrize("value", ["de", "FI", "fi:sv", "app ", "../fi"])
async def test_a_language_that_is_none_of_ours_cannot_be_chosen(desk: Desk, value: str) -> None:
    await desk.group("Kaarina", "Aino")
    before = await person(desk, "Aino")
    heard = await desk.hears("Aino", Press(f"language::{value}"))
    assert (phrases(heard.reply), heard.language) == (["refused-old"], "fi")
    assert await person(desk, "Aino") == before


async def test_a_choice_that_is_no_longer_ours_counts_as_none(desk: Desk) -> None:
    await desk.group("Kaarina", "Aino", language="sv")
    await desk.does("Aino", "language::fi", language="de")
    async with desk.work() as work:
        (aino,) = await work.persons.find(handle="Aino")
        await work.persons.save(type(aino)(**{**vars(aino), "chosen_language": "la"}))
    assert await spoken(desk, "Aino", Command("plan"), language="de") == "sv"
    assert await spoken(desk, "Aino", Command("plan"), language="en") == "en"


async def test_nothing_is_kept_of_a_choice_by_somebody_in_no_group(desk: Desk) -> None:
    for what in ("/language", "language::sv"):
        assert phrases(await desk.does("Urho", what)) == ["refused-no-group"]
    async with desk.work() as work:
        assert await work.persons.find(handle="Urho") == []


async def test_whose_commands_are_their_own_sees_them_in_the_new_language(desk: Desk) -> None:
    await desk.group("Kaarina", "Aino")
    heard = await desk.hears("Kaarina", Press("language::sv"))
    assert (heard.seats, heard.language) == ({"Kaarina": True}, "sv")
    heard = await desk.hears("Aino", Press("language::sv"))
    assert heard.seats == {"Aino": False}
