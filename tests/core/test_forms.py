"""Questions asked one by one: what was answered stays answered when one goes back."""

from datetime import UTC, datetime

from bot.core import forms
from bot.core.model import Draft
from bot.core.outgoing import Button, Field, Form, Message, Option, Own, Phrase

LENGTH = Field("length", Own("How long?"), options=(Option("2h", Own("two hours")), Option("3h", Own("three"))))
NAME = Field("name", Own("What is it called?"))
FORM = Form("setup", "", Own("A new group"), (LENGTH, NAME))


def draft(values: str, step: int = 0) -> Draft:
    return Draft("aino", "instance", "setup", "", step, values, datetime(2026, 9, 1, tzinfo=UTC))


def kept(message: Message) -> list[object]:
    labels = [
        b.label for row in message.buttons for b in row if isinstance(b, Button) and b.data.startswith("form-keep")
    ]
    return [label.values["value"] for label in labels if isinstance(label, Phrase)]


def test_a_choice_asked_for_the_first_time_has_nothing_to_keep() -> None:
    assert kept(forms._question(FORM, 0, {})) == []


def test_going_back_to_a_choice_offers_the_one_made_before_by_its_name() -> None:
    assert kept(forms._question(FORM, 0, {"length": "3h"})) == [Own("three")]
    assert forms.typed(FORM, draft('{"length": "3h"}'), "form-keep", "") == "3h"


def test_going_back_to_what_was_typed_keeps_it_as_it_was_typed() -> None:
    assert kept(forms._question(FORM, 1, {"length": "3h", "name": "Jousiväki"})) == ["Jousiväki"]
    assert forms.typed(FORM, draft('{"name": "Jousiväki"}', 1), "form-keep", "") == "Jousiväki"
