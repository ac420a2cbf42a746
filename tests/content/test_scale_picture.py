"""How a scale's answers are drawn in text, the same on every platform."""

import pytest

from bot.content.library import Library, picture
from bot.core.outgoing import Message, Own, Scale


@pytest.mark.parametrize(
    ("counts", "drawn"),
    [
        ((0, 0, 1, 3, 1), "▁▁▄█▄"),
        ((0, 3, 0, 3, 0), "▁█▁█▁"),
        ((1, 0, 0, 0, 9), "▂▁▁▁█"),
        ((0, 0, 0, 0, 0), "▁▁▁▁▁"),
        ((2, 2, 1, 0, 40), "▂▂▂▁█"),
    ],
)
def test_the_highest_column_is_what_most_chose_and_nobody_is_told_from_few(counts: tuple[int, ...], drawn: str) -> None:
    assert picture(counts) == drawn


def test_the_ends_stand_beside_the_picture_and_the_numbers_can_be_read_aloud() -> None:
    scale = Scale(Own("Tulitko kuulluksi?"), Own("en"), Own("kyllä"), (0, 0, 1, 3, 1))
    (block,) = Library().write(Message((scale,)), "fi").blocks
    assert block.text == "Tulitko kuulluksi?\nen ▁▁▄█▄ kyllä\n1: 0 · 2: 0 · 3: 1 · 4: 3 · 5: 1"
    assert block.counts == (0, 0, 1, 3, 1), "and whoever can draw better has the numbers"
