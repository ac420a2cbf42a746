"""Private notes are gone a month after their season's last meeting, told before and only unless they are kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.core.delivery import Said
from bot.core.model import Group, Life, Meeting, Note, State
from bot.core.outgoing import Message, Quote
from bot.core.uses.season.retention import see_to_notes
from tests.core.core_desk import Desk, phrases, words


async def noted(desk: Desk, *meetings: int) -> tuple[Group, list[Meeting]]:
    """A group in which Aino wrote on these of its meetings."""
    group = await desk.group("Aino", "Aino", "Veikko", "Salme")
    of_group = await desk.meetings(group)
    for number in meetings:
        await desk.fills("Aino", "note", f"{of_group[number].id}:", text=f"Kirje {number}")
    return group, of_group


async def over(desk: Desk, group: Group, when: datetime) -> None:
    desk.clock.move(when)
    await desk.does("Aino", f"end-sure:{group.id}:")


async def night(desk: Desk) -> None:
    await see_to_notes(desk.store, desk.house)


async def notes(desk: Desk) -> list[Note]:
    async with desk.work() as work:
        return await work.notes.find()


async def heard(desk: Desk) -> Sequence[str]:
    """What the whisper says, as when it is claimed and sent."""
    said = await desk.says("notes-soon")
    assert isinstance(said, Said)
    await stands(desk, State.SENT)
    return [block.text.id if not isinstance(block, Quote) else str(block.text) for block in said.message.blocks]  # type: ignore[union-attr]


async def stands(desk: Desk, state: State) -> None:
    async with desk.work() as work:
        for notice in await work.notices.find(kind="notes-soon", state=State.WAITING):
            await work.notices.save(replace(notice, state=state))


@pytest.fixture
async def ended(desk: Desk) -> tuple[Desk, Group, datetime]:
    """Ended three days after its first meeting, on which Aino wrote; and when that meeting was over."""
    group, meetings = await noted(desk, 0)
    end = meetings[0].ends(group.tz)
    await over(desk, group, end + timedelta(days=3))
    return desk, group, end


async def test_their_author_is_told_a_week_before_with_the_notes_and_nobody_else(
    ended: tuple[Desk, Group, datetime],
) -> None:
    desk, _, end = ended
    desk.clock.move(end + timedelta(days=22))
    await night(desk)
    assert await desk.notices("notes-soon") == []
    desk.clock.move(end + timedelta(days=23, hours=12))
    await night(desk)
    await night(desk)
    (notice,) = await desk.notices("notes-soon")
    assert await heard(desk) == ["notes-soon-heading", "notes-soon", "Kirje 0", "notes-only-you"]
    async with desk.work() as work:
        person = await work.persons.get(notice.person_id or "")
    assert person
    assert person.name == "Aino"


async def test_what_the_night_finds_is_told_in_the_course_of_the_morning(ended: tuple[Desk, Group, datetime]) -> None:
    desk, group, end = ended
    for day in range(4, 33):
        desk.clock.move((end + timedelta(days=day)).replace(hour=3, minute=40))
        await night(desk)
        await stands(desk, State.SENT)
        if not await notes(desk):
            break
    (notice,) = await desk.notices("notes-soon")
    assert group.wall(notice.due) == datetime.combine(group.wall(end).date() + timedelta(days=23), time(10))
    assert day == 31, "in the night after the day that was told"


async def test_they_are_gone_on_the_thirtieth_day(ended: tuple[Desk, Group, datetime]) -> None:
    desk, _, end = ended
    desk.clock.move(end + timedelta(days=23, hours=12))
    await night(desk)
    await heard(desk)
    desk.clock.move(end + timedelta(days=29))
    await night(desk)
    assert len(await notes(desk)) == 1
    desk.clock.move(end + timedelta(days=31))
    await night(desk)
    assert await notes(desk) == []


async def test_whoever_keeps_them_has_them_until_everything_is_deleted(ended: tuple[Desk, Group, datetime]) -> None:
    desk, group, end = ended
    first = (await desk.meetings(group))[0]
    assert phrases(await desk.does("Aino", f"notes-keep:{first.id}:yes")) == ["notes-keep-until"]
    assert phrases(await desk.does("Aino", f"notes-keep:{first.id}:yes")) == ["notes-keep-until"]
    desk.clock.move(end + timedelta(days=31))
    await night(desk)
    assert await desk.notices("notes-soon") == []
    assert len(await notes(desk)) == 1
    assert phrases(await desk.does("Aino", f"notes-keep:{first.id}:no")) == ["notes-keep-not"]
    await night(desk)
    await heard(desk)
    assert len(await notes(desk)) == 1, "even whoever thinks better of it late has a week"
    desk.clock.move(end + timedelta(days=39))
    await night(desk)
    assert await notes(desk) == []


async def test_nothing_goes_untold_however_long_we_were_away(ended: tuple[Desk, Group, datetime]) -> None:
    desk, _, end = ended
    desk.clock.move(end + timedelta(days=200))
    await night(desk)
    assert len(await notes(desk)) == 1
    await stands(desk, State.SKIPPED)
    desk.clock.move(end + timedelta(days=230))
    await night(desk)
    assert len(await notes(desk)) == 1, "the first whisper never went out"
    await heard(desk)
    desk.clock.move(end + timedelta(days=236))
    await night(desk)
    assert len(await notes(desk)) == 1
    desk.clock.move(end + timedelta(days=238))
    await night(desk)
    assert await notes(desk) == []


async def test_a_whisper_that_is_still_to_go_keeps_them(ended: tuple[Desk, Group, datetime]) -> None:
    desk, _, end = ended
    desk.clock.move(end + timedelta(days=24))
    await night(desk)
    desk.clock.move(end + timedelta(days=40))
    await night(desk)
    assert len(await notes(desk)) == 1


async def test_a_group_that_still_meets_keeps_all_of_them(desk: Desk) -> None:
    group, meetings = await noted(desk, 0, 5)
    desk.clock.move(meetings[0].ends(group.tz) + timedelta(days=60))
    await night(desk)
    assert await desk.notices("notes-soon") == []
    assert len(await notes(desk)) == 2


async def in_seasons_of_two(desk: Desk, group: Group) -> None:
    async with desk.work() as work:
        there = await work.groups.get(group.id)
        assert there
        await work.groups.save(replace(there, season_meetings=2))


async def test_where_seasons_follow_each_other_those_of_the_season_that_is_over_go(desk: Desk) -> None:
    group, meetings = await noted(desk, 0, 1, 2)
    await in_seasons_of_two(desk, group)
    desk.clock.move(meetings[1].ends(group.tz) + timedelta(days=24))
    await night(desk)
    assert "Kirje 2" not in await heard(desk)
    assert phrases(await desk.does("Veikko", f"notes-keep:{meetings[1].id}:yes")) == ["notes-keep-none"]
    desk.clock.move(meetings[1].ends(group.tz) + timedelta(days=32))
    await night(desk)
    assert [note.text for note in await notes(desk)] == ["Kirje 2"]
    assert phrases(await desk.does("Aino", f"notes-keep:{meetings[1].id}:yes")) == ["notes-keep-none"]
    assert phrases(await desk.does("Aino", f"notes-keep:{meetings[2].id}:yes")) == ["refused-old"], "it ends no season"
    assert phrases(await desk.does("Aino", f"notes-keep:{meetings[3].id}:yes")) == ["notes-keep-on"]


async def test_what_goes_with_everything_else_is_not_told_of_twice(desk: Desk) -> None:
    group, meetings = await noted(desk, 0)
    end = meetings[0].begins(group.tz) - timedelta(days=3)
    await over(desk, group, end)
    desk.clock.move(end + timedelta(days=29))
    await night(desk)
    assert await desk.notices("notes-soon") == []
    assert "keepsake-notes-until" not in phrases(await desk.does("Aino", f"keepsake:{group.id}:"))


async def test_a_group_that_never_met_counts_from_its_end(desk: Desk) -> None:
    group, meetings = await noted(desk, 0, 3)
    end = meetings[0].begins(group.tz) - timedelta(days=3)
    await over(desk, group, end)
    await desk.does("Aino", f"followup:{group.id}:yes")  # so that all else is kept longer
    desk.clock.move(end + timedelta(days=24))
    await night(desk)
    said = await heard(desk)
    assert {"Kirje 0", "Kirje 3"} <= set(said)
    desk.clock.move(end + timedelta(days=32))
    await night(desk)
    assert await notes(desk) == []


async def test_a_press_that_is_made_up_keeps_nothing(ended: tuple[Desk, Group, datetime]) -> None:
    desk, group, _ = ended
    meetings = await desk.meetings(group)
    for data in (f"notes-keep:{meetings[0].id}:perhaps", f"notes-keep:{meetings[2].id}:yes", f"notes-keep:{group.id}:"):
        assert phrases(await desk.does("Aino", data)) == ["refused-old"], data
    assert phrases(await desk.does("Urho", f"notes-keep:{meetings[0].id}:yes")) == ["refused-stranger"]
    async with desk.work() as work:
        assert await work.papers.find(kind="kept-notes") == []


async def test_the_keepsake_says_until_when_they_are_in_it(ended: tuple[Desk, Group, datetime]) -> None:
    desk, group, _ = ended
    reply = await desk.does("Aino", f"keepsake:{group.id}:")
    assert isinstance(reply, Message)
    assert "keepsake-notes-until" in phrases(reply)
    assert "Säilytä muistiinpanoni" in words(reply)
    first = (await desk.meetings(group))[0]
    await desk.does("Aino", f"notes-keep:{first.id}:yes")
    assert "keepsake-notes-until" not in phrases(await desk.does("Aino", f"keepsake:{group.id}:"))


@pytest.mark.parametrize(("written", "said"), [((0,), False), ((0, 2), True)])
async def test_the_keepsake_speaks_of_the_season_whose_notes_are_not_kept(
    desk: Desk, written: tuple[int, ...], said: bool
) -> None:
    group, meetings = await noted(desk, *written)
    await in_seasons_of_two(desk, group)
    desk.clock.move(meetings[1].ends(group.tz))
    await desk.does("Aino", f"notes-keep:{meetings[1].id}:yes")
    await over(desk, group, meetings[2].ends(group.tz))
    await desk.does("Aino", f"followup:{group.id}:yes")  # so that all else is kept longer
    assert ("keepsake-notes-until" in phrases(await desk.does("Aino", f"keepsake:{group.id}:"))) is said


async def test_long_after_the_last_meeting_the_keepsake_names_a_day_of_which_they_can_still_be_told(
    ended: tuple[Desk, Group, datetime],
) -> None:
    desk, group, end = ended
    await desk.does("Aino", f"followup:{group.id}:yes")  # so that all else is kept longer
    desk.clock.move(end + timedelta(days=40))
    said = words(await desk.does("Aino", f"keepsake:{group.id}:"))
    then = group.wall(desk.clock.now() + timedelta(days=8))
    assert f"{then.day}.{then.month}.{then.year}. Jos haluat, että säilytän ne" in said


async def test_who_leaves_leaves_no_trace_of_having_kept(ended: tuple[Desk, Group, datetime]) -> None:
    desk, group, _ = ended
    first = (await desk.meetings(group))[0]
    await desk.does("Aino", f"notes-keep:{first.id}:yes")
    await desk.does("Aino", "forget-sure::")
    async with desk.work() as work:
        assert await work.papers.find(kind="kept-notes") == []
        (there,) = await work.groups.find()
        assert there.life is Life.ENDED
    await night(desk)


async def test_who_could_not_be_written_to_keeps_them_until_everything_goes(
    ended: tuple[Desk, Group, datetime],
) -> None:
    desk, _, end = ended
    desk.clock.move(end + timedelta(days=23, hours=12))
    await night(desk)
    await stands(desk, State.FAILED)
    for days in (31, 60):
        desk.clock.move(end + timedelta(days=days))
        await night(desk)
        assert len(await notes(desk)) == 1, "nothing goes untold"
    assert len(await desk.notices("notes-soon")) == 1, "and nobody is written to in vain every week"
    await fetched(desk)
    await night(desk)
    assert await notes(desk) == []


async def fetched(desk: Desk) -> None:
    """They have fetched it after all."""
    async with desk.work() as work:
        for notice in await work.notices.find(kind="notes-soon", state=State.FAILED):
            await work.notices.save(replace(notice, state=State.SENT))
