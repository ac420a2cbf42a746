"""What fell due while the channel was closed, once the group goes on."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.core.model import Group, Notice, State
from tests.core.core_desk import Desk


async def shut(desk: Desk, *kinds: str) -> Group:
    """A group whose first notices of these kinds found the channel closed."""
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    async with desk.work() as work:
        await work.groups.save(replace(group, unreachable="lacks-send"))
    for kind in kinds:
        notice = (await desk.notices(kind))[0]
        async with desk.work() as work:
            await work.notices.save(replace(notice, state=State.FAILED, why="lacks-send"))
    return group


async def first(desk: Desk, kind: str) -> Notice:
    return min(await desk.notices(kind), key=lambda notice: notice.due)


async def test_the_last_routine_post_is_made_up_for_and_no_earlier_one(desk: Desk) -> None:
    group = await shut(desk, "pretask", "reminder")
    desk.clock.move(datetime(2026, 9, 14, 9, tzinfo=UTC))
    await desk.does("Kaarina", f"resume:{group.id}:", "main")
    reminder = await first(desk, "reminder")
    assert (reminder.state, reminder.due) == (State.WAITING, desk.clock.now())
    assert (await first(desk, "pretask")).state is State.FAILED


async def test_what_is_of_no_use_any_more_stays_away_and_is_still_told_to_the_convener(desk: Desk) -> None:
    group = await shut(desk, "reminder")
    desk.clock.move(datetime(2026, 9, 15, 17, tzinfo=UTC))
    await desk.does("Kaarina", f"resume:{group.id}:", "main")
    assert (await first(desk, "reminder")).state is State.FAILED
