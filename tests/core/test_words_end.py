"""A word about coming is its author's to take back at any time, and goes a month after its meeting by itself."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from bot.core.model import Coming, Group, How, Meeting
from bot.core.uses.coming.absence_end import see_to_reasons
from tests.core.core_desk import Desk, buttons, desk_in, phrases
from tests.core.core_rows import wall

MONTH = timedelta(days=30)


async def worded(desk: Desk, seen: str = "group") -> tuple[Group, Meeting]:
    """A group in which Aino said why she cannot come to its first meeting."""
    group = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko", "Salme")
    first = (await desk.meetings(group))[0]
    await desk.does("Aino", f"absent:{first.id}:")
    await desk.fills("Aino", "reason", f"{first.id}:{seen}", reason="Flunssa")
    return group, first


async def told(desk: Desk) -> list[Coming]:
    async with desk.work() as work:
        return await work.comings.find()


async def test_it_can_be_taken_back_after_the_meeting(desk: Desk) -> None:
    group, first = await worded(desk)
    desk.clock.move(first.ends(group.tz) + timedelta(days=3))
    assert phrases(await desk.does("Aino", f"reason-drop:{first.id}:")) == ["reason-dropped"]
    (kept,) = await told(desk)
    assert (kept.how, kept.reason) == (How.ABSENT, "")


async def test_it_can_be_taken_back_after_the_end_of_the_group(desk: Desk) -> None:
    group, first = await worded(desk, "convener")
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    assert phrases(await desk.does("Aino", f"reason-drop:{first.id}:")) == ["reason-dropped"]
    assert [each.reason for each in await told(desk)] == [""]


async def test_it_can_be_taken_back_where_the_meeting_was_called_off(desk: Desk) -> None:
    _, first = await worded(desk)
    await desk.does("Kaarina", f"cancel-sure:{first.id}:{first.version}")
    assert phrases(await desk.does("Aino", f"reason-drop:{first.id}:")) == ["reason-dropped"]
    assert [each.reason for each in await told(desk)] == [""]


async def test_to_take_it_back_is_no_change_that_is_counted(desk: Desk) -> None:
    _, first = await worded(desk)
    before = (await told(desk))[0]
    await desk.does("Aino", f"reason-drop:{first.id}:")
    assert (await told(desk))[0].changes == before.changes


async def test_nobody_else_can_take_it_back(desk: Desk) -> None:
    _, first = await worded(desk)
    await desk.does("Veikko", f"reason-drop:{first.id}:")
    await desk.does("Kaarina", f"reason-drop:{first.id}:")
    assert [each.reason for each in await told(desk)] == ["Flunssa"]


async def test_who_comes_and_takes_a_greeting_back_is_not_announced(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko", "Salme")
    first = (await desk.meetings(group))[0]
    await desk.does("Kaarina", f"absences:{group.id}:at-once")
    await desk.does("Aino", f"coming:{first.id}:")
    await desk.fills("Aino", "reason", f"{first.id}:group", reason="Tuon pullaa")
    assert await desk.notices("absence")
    await desk.does("Aino", f"reason-drop:{first.id}:")
    assert await desk.notices("absence") == []


async def test_ones_own_data_has_a_way_to_take_each_back(desk: Desk) -> None:
    group, first = await worded(desk)
    desk.clock.move(first.ends(group.tz) + timedelta(days=3))
    shown = buttons(await desk.does("Aino", "/omattiedot"))
    assert shown["Otan viestini pois (ti 15.9. klo 17)"] == f"reason-drop:{first.id}:"
    await desk.does("Aino", f"reason-drop:{first.id}:")
    assert not any("Otan" in label for label in buttons(await desk.does("Aino", "/omattiedot")))
    assert not any("Otan" in label for label in buttons(await desk.does("Veikko", "/omattiedot")))


async def test_a_month_after_the_meeting_it_is_gone_and_the_absence_is_not(desk: Desk) -> None:
    group, first = await worded(desk)
    over = first.ends(group.tz)
    second = (await desk.meetings(group))[1]
    await desk.fills("Aino", "reason", f"{second.id}:convener", reason="Matkalla")
    desk.clock.move(over + MONTH - timedelta(minutes=1))
    await see_to_reasons(desk.store, desk.house)
    assert {each.reason for each in await told(desk)} == {"Flunssa", "Matkalla"}
    desk.clock.move(over + MONTH)
    await see_to_reasons(desk.store, desk.house)
    await see_to_reasons(desk.store, desk.house)
    kept = {each.meeting_id: (each.how, each.reason) for each in await told(desk)}
    assert kept == {first.id: (How.ABSENT, ""), second.id: (How.ABSENT, "Matkalla")}


async def test_it_goes_whatever_becomes_of_the_group(desk: Desk) -> None:
    for life in ("pause", "end-sure"):
        group = await desk.group("Kaarina", "Aino", channel=life, first=wall(2026, 9, 15, 17), name=life)
        first = (await desk.meetings(group))[0]
        await desk.fills("Aino", "reason", f"{first.id}:group", life, reason="Flunssa")
        await desk.does("Kaarina", f"{life}:{group.id}:")
    assert [each.reason for each in await told(desk)] == ["Flunssa", "Flunssa"]
    desk.clock.move(first.ends(group.tz) + MONTH)
    await see_to_reasons(desk.store, desk.house)
    assert [each.reason for each in await told(desk)] == ["", ""]


def left_in(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.glob("piiri.db*"))


async def test_not_even_sealed_does_it_stand_in_the_file_any_more(tmp_path: Path) -> None:
    file = tmp_path / "piiri.db"
    async with desk_in(tmp_path) as desk:
        group, first = await worded(desk)
        with closing(sqlite3.connect(file)) as raw:
            (sealed,) = raw.execute("SELECT reason FROM comings").fetchone()
        assert sealed in left_in(tmp_path)
        desk.clock.move(first.ends(group.tz) + MONTH)
        await see_to_reasons(desk.store, desk.house)
    assert len(sealed) > 28
    assert sealed not in left_in(tmp_path)
