"""Forms on a platform that shows a page at a time: pressed open, handed in, mended, and nothing typed is lost."""

import json
from datetime import timedelta

from bot.core.incoming import Command, Filled
from bot.core.outgoing import Form, Message, Reply
from tests.core.core_desk import Desk, buttons, phrases, words

CHANNEL = "1/2"
TYPED = {"name": "Torstain piiri", "first": "ti 15.9. klo 17", "where": "Kulttuuritalo"}


async def begins(desk: Desk, **options: str) -> Reply:
    heard = await desk.hears(
        "Kaarina", Command("aloita", options={"programme": "vahvistin"} | options), CHANNEL, platform="pages"
    )
    return heard.reply


async def hands_in(desk: Desk, **values: str) -> Reply:
    return await desk.fills("Kaarina", "setup", CHANNEL, CHANNEL, platform="pages", **values)


async def presses(desk: Desk, reply: Reply, label: str) -> Reply:
    return await desk.does("Kaarina", buttons(reply)[label], CHANNEL, platform="pages")


def asked(reply: Reply) -> dict[str, str]:
    assert isinstance(reply, Form)
    return {field.name: field.value for field in reply.fields}


async def test_the_command_carries_the_choices_and_one_page_asks_for_the_rest(desk: Desk) -> None:
    page = await begins(desk, every="2w", floor="three", zone="Europe/Stockholm")
    assert asked(page) == {"name": "", "first": "", "where": ""}
    preview = await hands_in(desk, **TYPED)
    assert phrases(preview)[0] == "setup-preview"
    assert "ti 29.9. klo 17" in words(preview), "every two weeks"
    founded = await presses(desk, preview, "Aloita ryhmä")
    assert phrases(founded) == ["setup-done"]
    async with desk.work() as work:
        (group,) = await work.groups.find()
        assert await work.drafts.find() == []
    assert (group.every_count, group.floor, group.zone, group.channel) == (2, "three", "Europe/Stockholm", CHANNEL)


async def test_what_cannot_stand_comes_back_with_everything_that_was_typed(desk: Desk) -> None:
    await begins(desk)
    mend = await hands_in(desk, **TYPED | {"first": "ti 16.9. klo 17"})
    assert "Ensimmäinen tapaaminen: Viikonpäivä ja päivämäärä" in words(mend)
    page = await presses(desk, mend, "Korjaa")
    assert asked(page) == {"first": "ti 16.9. klo 17"}, "only what is to be mended, as it was typed"
    assert isinstance(page, Form)
    assert page.fields[0].problem is not None
    preview = await hands_in(desk, first="ti 15.9. klo 17")
    assert "Torstain piiri" in words(preview)
    assert "Kulttuuritalo" in words(preview)


async def test_an_option_that_cannot_stand_is_asked_for_on_the_page(desk: Desk) -> None:
    page = await begins(desk, zone="Europe/Helsingfors", floor="seven")
    assert {"zone": "Europe/Helsingfors", "floor": "seven"}.items() <= asked(page).items()
    preview = await hands_in(desk, **TYPED, zone="Europe/Helsinki", floor="five")
    assert phrases(preview)[0] == "setup-preview"


async def test_more_than_a_page_holds_goes_on_behind_a_press(desk: Desk) -> None:
    wrong = {"zone": "x", "floor": "x", "every": "x", "length": "x", "meetings": "x"}
    page = await begins(desk, **wrong)
    assert len(asked(page)) == 5
    right = {"every": "3w", "length": "2h30", "meetings": "6", "floor": "five", "zone": "Europe/Helsinki"} | TYPED
    going_on = await hands_in(desk, **{name: right[name] for name in asked(page)})
    assert isinstance(going_on, Message), "a page never follows another by itself"
    page = await presses(desk, going_on, "Korjaa")
    assert len(asked(page)) == 3
    assert phrases(await hands_in(desk, **{name: right[name] for name in asked(page)}))[0] == "setup-preview"


async def test_each_answer_can_be_changed_alone_and_a_page_put_away_changes_nothing(desk: Desk) -> None:
    await begins(desk)
    preview = await hands_in(desk, **TYPED)
    overview = await presses(desk, preview, "Muuta")
    page = await presses(desk, overview, "Nimi: Torstain piiri")
    assert asked(page) == {"name": "Torstain piiri"}
    page = await presses(desk, overview, "Kuinka usein: kolmen viikon välein")  # the first page was put away
    preview = await hands_in(desk, every="1w")
    assert "ti 22.9. klo 17" in words(preview)
    assert "Torstain piiri" in words(preview)
    assert phrases(await presses(desk, preview, "Aloita ryhmä")) == ["setup-done"]


async def test_a_last_look_that_is_no_longer_true_founds_nothing(desk: Desk) -> None:
    await begins(desk)
    before = await hands_in(desk, **TYPED)
    await presses(desk, before, "Muuta")
    await hands_in(desk, name="Keskiviikon piiri")
    assert phrases(await presses(desk, before, "Aloita ryhmä")) == ["setup-changed"]
    assert (await desk.rows())["groups"] == []


async def test_after_a_day_the_choices_are_asked_for_rather_than_guessed(desk: Desk) -> None:
    await begins(desk, every="2w")
    desk.clock.move(desk.clock.now() + timedelta(days=1, minutes=1))
    going_on = await hands_in(desk, **TYPED)
    page = await presses(desk, going_on, "Jatka")
    assert "every" in asked(page)


async def test_a_form_of_one_page_keeps_no_draft_unless_something_is_to_be_mended(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Aino", channel=CHANNEL, platform="pages")
    (meeting, *_) = await desk.meetings(group)
    page = await desk.does("Aino", f"note:{meeting.id}:", CHANNEL, platform="pages")
    assert asked(page) == {"text": ""}
    assert (await desk.rows())["drafts"] == []
    note = await desk.fills("Aino", "note", meeting.id, CHANNEL, platform="pages", text="Pohdin rahaa")
    assert phrases(note) == ["note-kept"]
    page = await desk.does("Kaarina", f"move:{meeting.id}:", CHANNEL, platform="pages")
    mend = await desk.fills("Kaarina", "move", meeting.id, CHANNEL, platform="pages", when="eilen klo 17")
    (draft,) = (await desk.rows())["drafts"]
    assert json.loads(draft.values) == {"when": "eilen klo 17"}
    again = await presses(desk, mend, "Korjaa")
    assert asked(again) == {"when": "eilen klo 17"}
    assert phrases(await desk.fills("Kaarina", "move", meeting.id, CHANNEL, platform="pages", when="ke 16.9. klo 17"))
    assert (await desk.rows())["drafts"] == [], "nothing is kept of what was carried out"


async def test_words_in_private_are_a_note_even_while_a_form_waits(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", channel=CHANNEL, platform="pages")
    (meeting, *_) = await desk.meetings(group)
    await desk.fills("Kaarina", "move", meeting.id, CHANNEL, platform="pages", when="eilen")
    assert phrases(await desk.does("Kaarina", "Muista nuotit", platform="pages")) == ["note-kept"]
    assert len((await desk.rows())["drafts"]) == 1, "and what was typed there is still to be mended"


async def test_a_time_given_with_the_command_needs_no_page(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", channel=CHANNEL, platform="pages")
    second = (await desk.meetings(group))[1]
    options = {"meeting": second.id, "when": "ke 7.10. klo 18"}
    heard = await desk.hears("Kaarina", Command("siirra", options=options), CHANNEL, platform="pages")
    assert phrases(heard.reply) == ["move-ask"]
    assert f"move-sure:{second.id}:202610071800" in buttons(heard.reply).values()


async def test_a_page_of_a_form_that_is_not_the_persons_to_fill_is_refused(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Aino", channel=CHANNEL, platform="pages")
    (meeting, *_) = await desk.meetings(group)
    before = await desk.rows()
    for form, about in (("move", meeting.id), ("extras", group.id), ("add", group.id), ("themes", group.id)):
        heard = await desk.hears("Aino", Filled(form, about, {"when": "ke 16.9. klo 17"}), CHANNEL, platform="pages")
        assert phrases(heard.reply) == ["refused-convener"], form
    assert await desk.rows() == before


async def test_what_is_offered_follows_from_the_programme(desk: Desk) -> None:
    page = await begins(desk, programme="emessi")
    assert asked(page) == {"name": "", "first": "", "where": ""}, "its own usual length and number stand"
    preview = await hands_in(desk, **TYPED)
    assert "1 h 30 min" in words(preview)
    assert await drafted(desk, "meetings") == "8"


async def test_a_programme_that_leaves_no_choice_asks_for_none(desk: Desk) -> None:
    await begins(desk, programme="keikkatyo")
    assert phrases(await hands_in(desk, **TYPED))[0] == "setup-preview"
    assert await drafted(desk, "meetings") == "2"


async def test_a_number_that_the_programme_has_not_is_asked_for_with_the_reason(desk: Desk) -> None:
    page = await begins(desk, programme="keikkatyo", meetings="6")
    assert asked(page) == {"name": "", "first": "", "meetings": "6", "where": ""}
    assert isinstance(page, Form)
    (problem,) = [field.problem for field in page.fields if field.problem]
    assert problem.id == "meetings-just"


async def drafted(desk: Desk, name: str) -> str:
    (draft,) = (await desk.rows())["drafts"]
    found: str = json.loads(draft.values)[name]
    return found
