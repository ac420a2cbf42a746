"""A calendar address is offered where the house has one to give."""

from dataclasses import replace

import pytest

from tests.core.core_desk import Desk, buttons, phrases


@pytest.mark.parametrize(("address", "offered"), [("https://piiri.example/calendar", True), ("", False)])
async def test_the_button_stands_only_where_there_are_addresses(desk: Desk, address: str, offered: bool) -> None:
    desk.house = replace(desk.house, calendar_url=address)
    group = await desk.group("Kaarina", "Aino")
    page = buttons(await desk.does("Aino", f"ours:{group.id}:"))
    assert (f"calendar:{group.id}:" in page.values()) is offered
    assert phrases(await desk.does("Aino", "/calendar"))[0] == ("calendar-heading" if offered else "calendar-not-here")
