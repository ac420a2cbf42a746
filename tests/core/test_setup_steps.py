"""A group set up question by question: what is asked, what is kept, and what a press gone astray does."""

import json
import re
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.content.library import PROGRAMMES, Library
from bot.core.forms import DONE, OFFERED
from bot.core.outgoing import Form, Message, Reply
from tests.core.core_desk import Desk, buttons, phrases, words

TITLE = "Torstain piiri"


class Steps:
    """Kaarina on a platform where questions come one by one: in private, but for the first word in the channel."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.shown: Reply = None

    async def begins(self, what: str = "/aloita", title: str = TITLE, channel: str = "main") -> Reply:
        self.shown = await self.desk.does("Kaarina", what, channel, platform="steps", title=title)
        return self.shown

    async def does(self, what: str) -> Reply:
        """A label that stands on a button now, or what is typed."""
        there = self.labels()
        self.shown = await self.desk.does("Kaarina", there.get(what, what), platform="steps")
        return self.shown

    def labels(self) -> dict[str, str]:
        """What stands on the buttons now, and what they carry."""
        return buttons(self.shown, self.desk.house.library)

    async def answers(self, *what: str) -> Reply:
        for each in what:
            await self.does(each)
        return self.shown

    async def values(self) -> dict[str, str]:
        found: dict[str, str] = json.loads((await self.desk.rows())["drafts"][0].values)
        return found

    async def asked(self) -> str:
        """The field that the draft waits for."""
        draft = (await self.desk.rows())["drafts"][0]
        fields = ("name", "programme", "language", "first", "every", "length", "meetings", "where", "themes", "floor")
        return "" if draft.step == DONE else (*fields, "zone")[draft.step]


ANSWERS = (
    "suomi", "ti 15.9. klo 17", "kolmen viikon välein", "2h30", "6", "Kulttuuritalo", "Ohjelman järjestyksessä",
    "Kun viisi on vastannut",
)  # fmt: skip


@pytest.fixture
def steps(desk: Desk, tmp_path: Path) -> Steps:
    """An operator who offers one programme."""
    shutil.copytree(PROGRAMMES / "vahvistin", tmp_path / "vahvistin")
    desk.house = replace(desk.house, library=Library(tmp_path))
    return Steps(desk)


@pytest.fixture
def two_programmes(steps: Steps, tmp_path: Path) -> Steps:
    """The same with a second programme, shorter and only in English."""
    shutil.copytree(PROGRAMMES / "vahvistin", tmp_path / "brief")
    for other in ("fi.yaml", "sv.yaml"):
        (tmp_path / "brief" / other).unlink(missing_ok=True)
    path = tmp_path / "brief" / "programme.yaml"
    text = path.read_text(encoding="utf-8").replace("slug: vahvistin", "slug: brief")
    text = re.sub(r"(with: \w+, minutes: )\d+", r"\g<1>5", text)  # so that it fits in two hours
    path.write_text(text.replace("{least: 120, most: 180, usual: 150}", "{least: 120, most: 120, usual: 120}"), "utf-8")
    path = tmp_path / "brief" / "en.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: Vahvistin", "name: Brief"), "utf-8")
    steps.desk.house = replace(steps.desk.house, library=Library(tmp_path))
    return steps


async def test_only_what_differs_from_group_to_group_is_asked(steps: Steps) -> None:
    await steps.begins()
    asked = [await steps.asked()]
    for answer in ANSWERS:
        await steps.does(answer)
        asked.append(await steps.asked())
    assert asked == ["language", "first", "every", "length", "meetings", "where", "themes", "floor", ""]
    assert phrases(steps.shown)[:2] == ["setup-preview", "plan-heading"]
    assert (await steps.values())["name"] == TITLE
    assert (await steps.values())["zone"] == "Europe/Helsinki"


@pytest.mark.parametrize("title", ["", " \u200b "])
async def test_where_the_channel_has_no_name_the_groups_is_asked(steps: Steps, title: str) -> None:
    assert phrases(await steps.begins(title=title)) == ["setup-title", "setup-name"]
    await steps.answers("Keskiviikon piiri", *ANSWERS)
    assert "Keskiviikon piiri – Vahvistin" in words(steps.shown)


async def test_a_channels_long_name_is_cut_to_a_groups(steps: Steps) -> None:
    await steps.begins(title="Erittäin " * 20)
    await steps.answers(*ANSWERS)
    assert (await steps.values())["name"] == ("Erittäin " * 20)[:59].rstrip() + "…"
    assert phrases(steps.shown)[0] == "setup-preview"


async def test_a_whole_form_shows_every_field_with_the_channels_name_in_it(desk: Desk) -> None:
    form = await desk.does("Kaarina", "/aloita", "main", title=TITLE)
    assert isinstance(form, Form)
    assert len(form.fields) == 11
    assert form.fields[0].value == TITLE


async def test_of_several_programmes_one_is_chosen(two_programmes: Steps) -> None:
    await two_programmes.begins()
    assert await two_programmes.asked() == "programme"
    assert {"Vahvistin", "Brief"} <= two_programmes.labels().keys()


async def test_what_a_change_makes_wrong_is_asked_next_until_all_stands(two_programmes: Steps) -> None:
    steps = two_programmes
    await steps.begins()
    await steps.answers("Vahvistin", *ANSWERS)
    before = await steps.values()
    await steps.answers("Muuta", "Ohjelma: Vahvistin", "Brief")
    assert phrases(steps.shown)[0] == "language-not-in-programme"
    assert await steps.asked() == "language"
    await steps.does("englanti")
    assert phrases(steps.shown)[0] == "length-range"
    assert await steps.asked() == "length"
    await steps.does("3h")
    assert phrases(steps.shown)[0] == "length-range", "what is answered now has to stand as well"
    await steps.does("2h")
    assert phrases(steps.shown)[0] == "setup-preview"
    assert await steps.values() == before | {"programme": "brief", "language": "en", "length": "2h"}


async def test_from_what_a_change_made_wrong_the_change_can_be_taken_back(two_programmes: Steps) -> None:
    steps = two_programmes
    await steps.begins()
    await steps.answers("Vahvistin", *ANSWERS)
    before = await steps.values()
    await steps.answers("Muuta", "Ohjelma: Vahvistin", "Brief")
    assert await steps.asked() == "language"
    assert not any(label.startswith("Kelpaa") for label in steps.labels()), "what cannot stand is not offered"
    await steps.does("Takaisin")
    assert phrases(steps.shown) == ["form-change"]
    await steps.does("Takaisin yhteenvetoon")
    assert phrases(steps.shown)[0] == "language-not-in-programme", "the last look shows only what stands"
    await steps.answers("Takaisin", "Ohjelma: Brief", "Vahvistin")
    assert phrases(steps.shown)[0] == "setup-preview"
    assert await steps.values() == before


async def test_going_back_to_change_what_others_hang_on_asks_them_again(two_programmes: Steps) -> None:
    steps = two_programmes
    await steps.begins()
    await steps.answers("Vahvistin", "suomi", "Takaisin", "Takaisin", "Brief")
    assert phrases(steps.shown)[0] == "language-not-in-programme"
    await steps.does("englanti")
    assert await steps.asked() == "first"


async def test_a_press_of_an_earlier_question_changes_nothing(steps: Steps) -> None:
    first = await steps.begins()
    await steps.answers("suomi", "ti 15.9. klo 17")
    before = await steps.desk.rows()
    for label in ("englanti", "Lopeta"):
        stale = await steps.desk.does("Kaarina", buttons(first)[label], platform="steps")
        assert phrases(stale) == ["form-here", "form-question"], label
        assert "viikon välein" in words(stale)
        assert await steps.desk.rows() == before
    steps.shown = first
    await steps.does("ruotsi")
    await steps.answers(*ANSWERS[2:])
    assert (await steps.values())["language"] == "fi"


async def test_an_earlier_press_at_the_last_look_shows_the_last_look(steps: Steps) -> None:
    first = await steps.begins()
    await steps.answers(*ANSWERS)
    before = await steps.desk.rows()
    stale = await steps.desk.does("Kaarina", buttons(first)["englanti"], platform="steps")
    assert phrases(stale)[:2] == ["form-here", "setup-preview"]
    assert await steps.desk.rows() == before


async def test_a_press_of_a_form_that_is_not_open_is_refused(steps: Steps) -> None:
    first = await steps.begins()
    await steps.does("Lopeta")
    for label in ("englanti", "Lopeta"):
        assert phrases(await steps.desk.does("Kaarina", buttons(first)[label], platform="steps")) == ["refused-old"]
    assert (await steps.desk.rows())["drafts"] == []


async def test_the_same_word_again_goes_on_where_the_form_is(steps: Steps) -> None:
    await steps.begins()
    await steps.answers("suomi", "ti 15.9. klo 17")
    await steps.begins()
    assert await steps.asked() == "every"
    await steps.answers(*ANSWERS[2:])
    await steps.begins()
    assert phrases(steps.shown) == ["form-change"], "everything that was answered waits to be changed"


async def test_going_back_and_on_again_asks_nothing_twice(steps: Steps) -> None:
    await steps.begins()
    await steps.answers("suomi", "ti 15.9. klo 17", "kolmen viikon välein")
    await steps.answers("Takaisin", "Takaisin")
    assert await steps.asked() == "first"
    await steps.does("ke 16.9. klo 18")
    assert await steps.asked() == "length"


async def test_a_wrong_answer_does_not_take_the_place_of_the_one_before(steps: Steps) -> None:
    await steps.begins()
    await steps.answers("suomi", "ti 15.9. klo 17", "Takaisin", "1.8.2026 klo 17")
    assert phrases(steps.shown)[0] == "when-past"
    assert "Kelpaa: ti 15.9. klo 17" in steps.labels()
    await steps.does("Kelpaa: ti 15.9. klo 17")
    assert await steps.asked() == "every"


async def test_the_last_press_founds_only_what_its_last_look_showed(steps: Steps) -> None:
    await steps.begins()
    old = await steps.answers(*ANSWERS)
    await steps.answers("Muuta", "Tapaamisia: 6", "5")
    refused = await steps.desk.does("Kaarina", buttons(old)["Aloita ryhmä"], platform="steps")
    assert phrases(refused) == ["setup-changed"]
    assert (await steps.desk.rows())["groups"] == []
    assert phrases(await steps.does("Aloita ryhmä")) == ["setup-done"]
    assert len((await steps.desk.rows())["meetings"]) == 5


async def test_the_last_press_is_good_for_a_day(steps: Steps) -> None:
    await steps.begins()
    await steps.answers(*ANSWERS)
    steps.desk.clock.move(steps.desk.clock.now() + timedelta(days=1, minutes=1))
    assert phrases(await steps.does("Aloita ryhmä")) == ["setup-too-old"]
    rows = await steps.desk.rows()
    assert rows["groups"] == rows["drafts"] == []


async def test_a_form_that_cannot_go_on_does_not_stand_in_the_way(desk: Desk) -> None:
    group = await desk.group("Kaarina", platform="steps")
    meeting = (await desk.meetings(group))[0]
    await desk.does("Aino", f"join:{group.id}:", "main", platform="steps")
    await desk.does("Aino", f"reason:{meeting.id}:group", platform="steps")
    async with desk.work() as work:
        await work.meetings.save(replace(meeting, cancelled=True))
    assert phrases(await desk.does("Aino", "En pääse", platform="steps")) == ["refused-cancelled"]
    assert phrases(await desk.does("Aino", "Mietin tätä", platform="steps")) == ["note-kept"]


async def test_what_waits_for_its_group_is_no_form_that_a_press_could_go_on_with(desk: Desk) -> None:
    await desk.group("Kaarina", "Aino", platform="steps", channel="one")
    await desk.group("Kaarina", "Aino", platform="steps", channel="two")
    for name in ("one", "two"):
        await desk.does("Aino", "/mukana", name, platform="steps")
    await desk.does("Aino", "Mietin tätä", platform="steps")
    before = await desk.rows()
    assert before["drafts"]
    for word in ("form-keep", "form-ask", "form-stop", "form-back"):
        assert phrases(await desk.does("Aino", f"{word}:note-keep.0.-1:0", platform="steps")) == ["refused-old"]
    assert await desk.rows() == before


async def test_the_first_word_offers_a_set_up_that_can_begin_in_private(steps: Steps) -> None:
    await steps.begins("/start")
    assert phrases(steps.shown) == ["start-invite"]
    assert [draft.step for draft in (await steps.desk.rows())["drafts"]] == [OFFERED]
    assert phrases(await steps.desk.does("Kaarina", "Hei vaan", platform="steps"))[-1] == "wrote-not-kept"
    await steps.does("Perusta ryhmä")
    await steps.answers(*ANSWERS)
    assert (await steps.values())["name"] == TITLE
    assert phrases(await steps.does("Aloita ryhmä")) == ["setup-done"]


async def test_the_first_word_takes_nothing_away_that_is_under_way(steps: Steps) -> None:
    await steps.begins()
    await steps.answers("suomi", "ti 15.9. klo 17")
    await steps.begins("/start")
    await steps.does("Perusta ryhmä")
    assert await steps.asked() == "every"


async def test_nothing_but_a_message_is_shown_step_by_step(steps: Steps) -> None:
    assert isinstance(await steps.begins(), Message)
