"""Questions asked one by one: what was answered stays answered, and each button belongs to its own question."""

from datetime import timedelta
from typing import Any

from bot.core import questions
from bot.core.outgoing import Button, Field, Form, Message, Option, Own, Phrase, say
from tests.core.core_desk import Desk, phrases

LENGTH = Field("length", Own("How long?"), options=(Option("2h", Own("two hours")), Option("3h", Own("three"))))
NAME = Field("name", Own("What is it called?"))
PLACE = Field("place", Own("Where?"), required=False, short=Own("Place"))
ZONE = Field("zone", Own("Time zone"), value="Europe/Helsinki", usual=True)
FORM = Form("setup", "main", Own("A new group"), (ZONE, LENGTH, NAME, PLACE), shown_back=True)
ALL = {"zone": "Europe/Helsinki", "length": "3h", "name": "Jousiväki", "place": ""}


def buttons(message: Message, word: str = "form-") -> list[Button]:
    return [b for row in message.buttons for b in row if isinstance(b, Button) and b.data.startswith(word)]


def kept(message: Message) -> list[object]:
    return [b.label.values["value"] for b in buttons(message, "form-keep") if isinstance(b.label, Phrase)]


def labels(message: Message) -> list[Any]:
    return [b.label.id if isinstance(b.label, Phrase) else b.label.text for b in buttons(message)]


def asked(message: Message) -> list[Any]:
    return [getattr(block, "text", None) for block in message.blocks]


def test_a_choice_asked_for_the_first_time_has_nothing_to_keep() -> None:
    assert kept(questions.question(FORM, 1, {})) == []


def test_going_back_to_a_choice_offers_the_one_made_before_by_its_name() -> None:
    assert kept(questions.question(FORM, 1, {"length": "3h"})) == [Own("three")]


def test_going_back_to_what_was_typed_keeps_it_as_it_was_typed() -> None:
    assert kept(questions.question(FORM, 2, {"length": "3h", "name": "Jousiväki"})) == ["Jousiväki"]


def test_what_cannot_stand_is_not_offered_to_be_kept() -> None:
    wrong = questions.question(FORM, 2, {"length": "3h", "name": "x"}, say("field-empty"), keep=False)
    assert kept(wrong) == []
    assert asked(wrong)[0] == say("field-empty")


def test_only_what_is_asked_is_counted_and_gone_back_to() -> None:
    usual = {"zone": "Europe/Helsinki"}
    first = questions.question(FORM, 1, usual)
    assert asked(first) == [Own("A new group"), say("form-question", number=1, count=3, label=LENGTH.label)]
    assert labels(first)[-1:] == ["button-stop"], "there is nothing before it"
    assert questions.before(FORM, 2, usual) == 1
    assert questions.before(FORM, 1, {}) == 0, "a field without a usual value was asked after all"
    assert asked(questions.question(FORM, 0, {})) == [Own("A new group"), ZONE.label]


def test_what_may_be_left_open_can_be_skipped_and_nothing_else_can() -> None:
    assert "button-skip" in labels(questions.question(FORM, 3, {}))
    assert "button-skip" not in labels(questions.question(FORM, 2, {}))


def test_a_single_change_has_one_way_off_and_that_puts_nothing_away() -> None:
    assert labels(questions.question(FORM, 2, ALL)) == ["button-keep-value", "button-look"]
    assert asked(questions.question(FORM, 2, ALL)) == [NAME.label], "it is not one of a row of questions"


def test_every_answer_stands_on_a_button_of_its_own() -> None:
    shown = [b.label for b in buttons(questions.overview(FORM, ALL | {"name": "Jousi\n" + "ä" * 80}, -1), "form-ask")]
    assert shown == [
        say("form-answered", label=ZONE.label, value="Europe/Helsinki"),
        say("form-answered", label=LENGTH.label, value=Own("three")),
        say("form-answered", label=NAME.label, value="Jousi " + "ä" * 33 + "…"),
        say("form-answered", label=Own("Place"), value=say("form-open")),
    ]


def test_where_there_is_nothing_to_choose_there_is_nothing_to_change() -> None:
    only = Field("programme", Own("Programme"), options=(Option("one", Own("The one")),), value="one", usual=True)
    form = Form("setup", "main", Own("A new group"), (only, NAME), shown_back=True)
    assert len(buttons(questions.overview(form, {"programme": "one", "name": "x"}, -1), "form-ask")) == 1


def test_a_button_says_which_question_of_which_form_it_belongs_to() -> None:
    carried = [
        {b.data.split(":")[1] for b in buttons(questions.question(form, step, {}))}
        for form in (FORM, Form("setup", "other", Own("A new group"), FORM.fields))
        for step in range(4)
    ]
    assert all(len(each) == 1 for each in carried)
    assert len(set.union(*carried)) == 8
    longest = Form("sentence", "x" * 200, Own(""), (Field("a", Own("")),) * 20 + (LENGTH,))
    assert all(len(b.data) <= 64 for b in buttons(questions.question(longest, 20, {})))


async def asked_for_a_word(desk: Desk) -> str:
    """Aino is asked what she would say to the group; the press that asked her."""
    group = await desk.group("Kaarina", platform="steps")
    (first, *_) = await desk.meetings(group)
    await desk.does("Aino", f"join:{group.id}:", "main", platform="steps")
    await desk.does("Aino", f"absent:{first.id}:", "main", platform="steps")
    asked = await desk.does("Aino", f"reason:{first.id}:group", platform="steps")
    assert "reason-title-group" in phrases(asked)
    return group.id


async def test_words_written_long_after_a_question_are_a_note_and_not_its_answer(desk: Desk) -> None:
    await asked_for_a_word(desk)
    desk.clock.move(desk.clock.now() + timedelta(minutes=16))
    assert phrases(await desk.does("Aino", "Itkin tänään kotimatkalla.", platform="steps")) == ["note-kept"]
    assert [row.reason for row in (await desk.rows())["comings"]] == [""]


async def test_words_written_after_doing_something_else_are_a_note_and_not_an_answer(desk: Desk) -> None:
    group_id = await asked_for_a_word(desk)
    await desk.does("Aino", f"plan:{group_id}:", platform="steps")
    assert phrases(await desk.does("Aino", "Itkin tänään kotimatkalla.", platform="steps")) == ["note-kept"]
    assert [row.reason for row in (await desk.rows())["comings"]] == [""]
