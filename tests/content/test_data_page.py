"""A person's own data as a page: whatever is in it has a label, and text is text."""

import json
from datetime import UTC, datetime

import pytest

from bot.content.library import Library
from bot.core.outgoing import DataFile, Heading, Message, say

DATA = {
    "person": {"name": "<b>Aino</b>", "language": "fi"},
    "groups": [
        {
            "joined": datetime(2026, 9, 1, 6, tzinfo=UTC),
            "notes": [],
            "open_feedback": [{"scales": {"heard": 4}, "sentence": "Hyvä ilta"}],
        }
    ],
    "unfinished_form": {"first": "ti 15.9. klo 17"},
}


@pytest.mark.parametrize("language", Library().languages())
def test_every_part_of_a_persons_data_stands_on_the_page_and_in_the_json(language: str) -> None:
    page, data = Library().write(Message((Heading(say("mydata-heading")),), (), (DataFile(DATA),)), language).files
    text = page.body.decode()
    for word in ("heard", "Hyvä ilta", "ti 15.9. klo 17", "&lt;b&gt;Aino&lt;/b&gt;"):
        assert word in text
    assert "<b>Aino" not in text
    assert json.loads(data.body)["groups"][0]["open_feedback"][0]["scales"] == {"heard": 4}
