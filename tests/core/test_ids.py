"""The ids that an operator's table asks for are told where they are known, to anybody."""

import re

import pytest

from bot.commands.import_groups import SHAPES, WHOSE
from tests.core.core_desk import Desk, phrases, words


@pytest.mark.parametrize("typed", ["/id", "/tunnus", "/idnummer"])
async def test_a_channels_id_is_told_in_it_and_ones_own_in_private(desk: Desk, typed: str) -> None:
    for channel, phrase, told in (
        ("-1002300000002/7", "id-channel", "-1002300000002/7"),
        (None, "id-own", "210000001"),
    ):
        reply = await desk.does("Kaarina", typed, channel, handle="210000001")
        assert phrases(reply) == [phrase]
        assert words(reply).endswith(f" {told}"), "nothing stands behind it that would be copied along"
    async with desk.work() as work:
        assert await work.persons.find() == [], "nothing is kept of who asked"


@pytest.mark.parametrize(
    ("platform", "channel", "handle"),
    [
        ("telegram", "-1002300000001", "210000001"),
        ("telegram", "-1002300000002/7", "210000001"),
        ("discord", "1146900000000000789/1146900000000000123", "1146900000000000456"),
    ],
)
def test_what_adapters_call_a_channel_and_a_person_is_what_a_table_takes(
    platform: str, channel: str, handle: str
) -> None:
    assert re.fullmatch(SHAPES[platform][0], channel)
    assert re.fullmatch(WHOSE[platform][0], handle)
