"""What is said of privacy: the platform's part where it keeps messages, and who runs this Piiri."""

from dataclasses import replace

import pytest

from bot.core.outgoing import Items, Message, Phrase
from tests.core.core_desk import Desk, phrases


def lines(answer: object) -> list[Phrase]:
    assert isinstance(answer, Message)
    found = [line for block in answer.blocks if isinstance(block, Items) for line in block.items]
    return [line for line in found if isinstance(line, Phrase)]


@pytest.mark.parametrize(("keeps", "said"), [(False, True), (True, False)])
async def test_what_the_platform_keeps_is_said_only_where_messages_are_its_own(
    desk: Desk, keeps: bool, said: bool
) -> None:
    can = replace(desk.house.capabilities["memory"], keeps=keeps)
    desk.house = replace(desk.house, capabilities={**desk.house.capabilities, "memory": can})
    ids = [line.id for line in lines(await desk.does("Aino", "/privacy"))]
    assert ("privacy-limit-platform" in ids) is said
    assert "privacy-limit-operator" in ids, "what whoever holds file and key could do is always said"


async def test_where_no_operator_is_named_the_convener_is_whom_to_ask(desk: Desk) -> None:
    assert phrases(await desk.does("Aino", "/privacy"))[-1] == "privacy-operator-unsaid"
    desk.house = replace(desk.house, operator="Esimerkki ry")
    assert phrases(await desk.does("Aino", "/privacy"))[-1] == "privacy-operator"
