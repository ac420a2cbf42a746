"""A group's name and language, changed while it goes on."""

import pytest

from bot.core.model import Group
from bot.core.outgoing import Form
from tests.core.core_desk import Desk, phrases


async def kept(desk: Desk, group: Group) -> Group:
    async with desk.work() as work:
        found = await work.groups.get(group.id)
    assert found is not None
    return found


async def test_a_name_is_changed_by_a_convener_and_by_nobody_else(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    assert phrases(await desk.fills("Aino", "naming", group.id, name="Minun piirini")) == ["refused-convener"]
    named = await desk.fills("Kaarina", "naming", group.id, name="  Keskiviikon\npiiri ", language="fi")
    assert phrases(named) == ["naming-kept"]
    assert (await kept(desk, group)).name == "Keskiviikon piiri"


async def test_the_language_is_one_of_the_programmes(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina")
    await desk.fills("Kaarina", "naming", group.id, name=group.name, language="sv")
    assert (await kept(desk, group)).language == "sv"
    refused = await desk.fills("Kaarina", "naming", group.id, name=group.name, language="xx")
    assert isinstance(refused, Form)
    assert (await kept(desk, group)).language == "sv"


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
async def test_a_name_that_cannot_be_is_asked_anew(desk: Desk, name: str) -> None:
    group = await desk.group("Kaarina", "Kaarina")
    again = await desk.fills("Kaarina", "naming", group.id, name=name, language="fi")
    assert isinstance(again, Form)
    assert (await kept(desk, group)).name == group.name


async def test_calendars_and_the_plan_hear_of_it_and_the_group_is_not_written_to(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", meetings=3)
    before = {n.kind for n in (await desk.rows())["notices"]}
    await desk.fills("Kaarina", "naming", group.id, name="Uusi nimi", language="fi")
    assert {m.revision for m in await desk.meetings(group)} == {1}
    after = {n.kind for n in (await desk.rows())["notices"]}
    assert after - before == {"plan-edit"}
    kept_rows = await desk.rows()
    await desk.fills("Kaarina", "naming", group.id, name="Uusi nimi", language="fi")
    assert await desk.rows() == kept_rows, "said again it changes nothing"
