"""A meeting moved with all that come after it."""

from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.core.model import How, Meeting, to_utc
from bot.core.outgoing import Items, Message
from tests.core.core_desk import Desk, buttons, phrases

DAY = timedelta(days=1)


async def circle(desk: Desk, meetings: int = 4) -> list[Meeting]:
    group = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko", meetings=meetings)
    return await desk.meetings(group)


async def on(desk: Desk, meeting: Meeting, starts: datetime, *, sure: bool = True) -> Message:
    word = "move-on-sure" if sure else "move-on"
    reply = await desk.does("Kaarina", f"{word}:{meeting.id}:{starts:%Y%m%d%H%M}")
    assert isinstance(reply, Message)
    return reply


async def times(desk: Desk) -> list[datetime]:
    async with desk.work() as work:
        return sorted(m.starts for m in await work.meetings.find() if not m.cancelled)


async def test_all_later_ones_move_by_as_much_and_none_that_came_before(desk: Desk) -> None:
    before = await circle(desk)
    by = DAY + timedelta(hours=1)
    assert phrases(await on(desk, before[1], before[1].starts + by)) == ["moved-on-done"]
    assert await times(desk) == [before[0].starts, *(m.starts + by for m in before[1:])]


async def test_five_in_the_afternoon_is_five_on_either_side_of_a_clock_change(desk: Desk) -> None:
    before = await circle(desk, 6)
    await on(desk, before[0], before[0].starts + DAY)
    now = await times(desk)
    assert {when.hour for when in now} == {17}
    assert {later - earlier for earlier, later in pairwise(now)} == {timedelta(weeks=3)}


async def test_the_way_to_it_stands_below_the_new_time_and_changes_nothing(desk: Desk) -> None:
    before = await circle(desk)
    kept = await desk.rows()
    asked = await desk.fills("Kaarina", "move", before[1].id, when="ke 7.10. klo 18")
    look = next(data for data in buttons(asked).values() if data.startswith("move-on:"))
    shown = await desk.does("Kaarina", look)
    assert isinstance(shown, Message)
    lines = next(block for block in shown.blocks if isinstance(block, Items))
    assert len(lines.items) == 3
    assert await desk.rows() == kept
    sure = next(data for data in buttons(shown).values() if data.startswith("move-on-sure:"))
    assert phrases(await desk.does("Kaarina", sure)) == ["moved-on-done"]


async def test_of_the_last_meeting_it_is_not_offered(desk: Desk) -> None:
    *_, last = await circle(desk)
    asked = await desk.fills("Kaarina", "move", last.id, when=f"{last.starts + DAY:%d.%m.%Y} klo 18")
    assert not [data for data in buttons(asked).values() if data.startswith("move-on:")]


async def test_pressed_twice_it_moves_them_once_and_the_group_hears_of_it_once(desk: Desk) -> None:
    before = await circle(desk)
    starts = before[0].starts + DAY
    await on(desk, before[0], starts)
    kept = await times(desk)
    assert phrases(await on(desk, before[0], starts)) == ["moved-already"]
    assert phrases(await on(desk, before[0], starts, sure=False)) == ["moved-already"]
    assert await times(desk) == kept
    assert len(await desk.notices("moved-on")) == 1
    assert await desk.notices("moved") == []


async def test_what_was_told_of_the_old_times_is_asked_anew(desk: Desk) -> None:
    before = await circle(desk)
    for name, meeting in (("Aino", before[0]), ("Veikko", before[2])):
        await desk.does(name, f"absent:{meeting.id}:")
    await on(desk, before[1], before[1].starts + DAY)
    async with desk.work() as work:
        (left,) = await work.comings.find()
    assert (left.meeting_id, left.how) == (before[0].id, How.ABSENT)


async def test_none_may_come_upon_one_that_stays(desk: Desk) -> None:
    first, second, third, _ = await circle(desk)
    four_weeks = timedelta(weeks=4)
    await desk.does("Kaarina", f"move-sure:{first.id}:{third.starts - four_weeks:%Y%m%d%H%M}")
    kept = await times(desk)
    assert phrases(await on(desk, second, second.starts - four_weeks, sure=False)) == ["meeting-overlaps"]
    assert phrases(await on(desk, second, second.starts - four_weeks)) == ["meeting-overlaps"]
    assert await times(desk) == kept


async def test_it_may_come_where_one_was_that_moves_too(desk: Desk) -> None:
    before = await circle(desk)
    assert phrases(await on(desk, before[1], before[2].starts)) == ["moved-on-done"]
    assert await times(desk) == [before[0].starts, *(m.starts + timedelta(weeks=3) for m in before[1:])]


async def test_what_is_moved_twice_in_a_night_is_told_once_in_the_morning_from_the_time_that_the_group_knows(
    desk: Desk,
) -> None:
    before = await circle(desk)
    at_night(desk)
    for days in (1, 2):
        await desk.does("Kaarina", f"move-sure:{before[0].id}:{before[0].starts + days * DAY:%Y%m%d%H%M}")
        await on(desk, before[2], before[2].starts + days * DAY)
    (alone,), (together,) = await desk.notices("moved"), await desk.notices("moved-on")
    assert alone.ref == f"{before[0].starts:%Y%m%d%H%M}"
    assert together.ref.startswith(f"{before[2].starts:%Y%m%d%H%M}.")


async def test_what_comes_back_to_where_it_was_is_still_to_be_answered_anew(desk: Desk) -> None:
    before = await circle(desk)
    at_night(desk)
    for days in (1, 0):
        await on(desk, before[1], before[1].starts + days * DAY)
    assert len(await desk.notices("moved-on")) == 2


def at_night(desk: Desk) -> None:
    desk.clock.move(desk.clock.now().replace(hour=20))  # 23 in Helsinki


async def test_the_news_comes_though_the_first_of_them_is_called_off(desk: Desk) -> None:
    before = await circle(desk)
    await on(desk, before[1], before[1].starts + DAY)
    await desk.does("Kaarina", f"cancel-sure:{before[1].id}:")
    assert len(await desk.notices("moved-on")) == 1


async def test_of_what_has_begun_nothing_moves(desk: Desk) -> None:
    before = await circle(desk)
    desk.clock.move(to_utc(before[0].starts, ZoneInfo("Europe/Helsinki")))
    assert phrases(await on(desk, before[0], before[0].starts + DAY)) == ["refused-over"]
