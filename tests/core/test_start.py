"""The first word, and commands that say less than a button does."""

import pytest

from bot.core.incoming import Command
from bot.core.model import Seen
from tests.core.core_desk import Desk, buttons, phrases, words


@pytest.mark.parametrize("language", ["fi", "en", "sv"])
async def test_a_stranger_in_private_hears_what_piiri_is_and_how_a_group_begins(desk: Desk, language: str) -> None:
    heard = await desk.hears("Urho", Command("start"), language=language)
    assert phrases(heard.reply) == ["greet-heading", "greet-what", "start-how"]
    assert {"fi": "/aloita", "en": "/setup", "sv": "/starta"}[language] in words(heard.reply, language)
    assert (await desk.rows())["drafts"] == []


async def test_a_member_of_one_group_gets_its_menu_and_of_several_the_question_which(desk: Desk) -> None:
    await desk.group("Kaarina", "Aino")
    assert phrases(await desk.does("Aino", "/start"))[0] == "menu-heading"
    assert phrases(await desk.does("Aino", "/start", "main"))[0] == "menu-heading"
    other = await desk.group("Salme", "Aino", channel="other", name="Toinen piiri")
    which = await desk.does("Aino", "/start")
    assert phrases(which) == ["which-group"]
    assert buttons(which)["Toinen piiri"] == f"menu:{other.id}:"
    assert phrases(await desk.does("Urho", "/start", "main")) == ["refused-stranger"]


async def test_a_forged_press_that_names_no_group_and_carries_too_much_is_refused(desk: Desk) -> None:
    await desk.group("Kaarina", "Aino")
    await desk.group("Salme", "Aino", channel="other", name="Toinen piiri")
    assert phrases(await desk.does("Aino", "agreement-rule-drop::" + "x" * 40)) == ["refused-old"]


async def test_in_a_channel_without_a_group_whoever_may_is_invited_to_set_one_up(desk: Desk) -> None:
    assert phrases(await desk.does("Kaarina", "/start", "main", may_convene=False)) == ["start-ask-admin"]
    assert (await desk.rows())["drafts"] == []
    invited = await desk.does("Kaarina", "/start", "main", title="Torstain piiri")
    assert phrases(invited) == ["start-invite"]
    form = await desk.does("Kaarina", buttons(invited)["Perusta ryhmä"])
    assert phrases(form) == ["setup-title"]
    assert "Torstain piiri" in words(form)


async def test_in_a_channel_whose_group_has_ended_a_new_one_can_begin(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina")
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    assert phrases(await desk.does("Kaarina", "/start", "main")) == ["start-invite"]


async def test_joining_by_a_command_works_in_the_channel(desk: Desk) -> None:
    await desk.group("Kaarina")
    assert phrases(await desk.does("Aino", "/mukana", "main"))[0] == "joined"
    assert phrases(await desk.does("Urho", "/mukana")) == ["refused-no-group"]


async def test_a_word_asks_for_whom_it_is_and_says_what_else_it_tells(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    meeting = (await desk.meetings(group))[0]
    asked = await desk.does("Aino", "/viesti")
    assert phrases(asked) == ["reason-whom-absent", "reason-whom-first"]
    assert list(buttons(asked).values())[:2] == [f"reason:{meeting.id}:{seen}" for seen in Seen]
    async with desk.work() as work:
        assert await work.comings.find() == [], "the question alone tells nothing"
    await desk.does("Aino", f"late:{meeting.id}:")
    assert phrases(await desk.does("Aino", "/viesti")) == ["reason-whom"]
    assert phrases(await desk.does("Aino", f"reason:{meeting.id}:everybody")) == ["refused-old"]
    assert phrases(await desk.fills("Aino", "reason", meeting.id, reason="x")) == ["refused-old"]


async def test_how_absences_are_told_is_asked_and_not_chosen_for_the_convener(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    before = await desk.rows()
    asked = await desk.does("Kaarina", "/poissaolot")
    assert phrases(asked) == ["absences-which"]
    assert await desk.rows() == before
    for label, told in (("Kerro poissaolot heti", True), ("Kerro poissaolot muistutuksessa", False)):
        await desk.does("Kaarina", buttons(asked)[label])
        async with desk.work() as work:
            kept = await work.groups.get(group.id)
            assert kept is not None
            assert kept.absences_at_once is told


async def test_the_lead_is_taken_and_passed_and_the_end_is_told_by_a_command(desk: Desk) -> None:
    await desk.group("Kaarina", "Kaarina", "Aino", "Veikko")
    assert phrases(await desk.does("Veikko", "/vedän")) == ["lead-taken"]
    assert phrases(await desk.does("Veikko", "/annavuoro")) == ["lead-passed"]
    assert phrases(await desk.does("Kaarina", "/valmis")) == ["refused-none-yet"]
    assert phrases(await desk.does("Veikko", "/koollekutsuja")) == ["convene-taken"]
