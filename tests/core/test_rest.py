"""A group that rests is asked after a while, kindly, and is over in the end; whatever goes on takes that away."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.delivery import Said, aftermath, preview
from bot.core.incoming import ShutOut
from bot.core.model import Group, Life, Notice, State
from bot.core.outgoing import Message
from bot.core.ports import Settlement
from bot.core.replan import replan
from bot.core.resting import planned, rests_since
from bot.core.uses.season.deletion import see_to_ended
from bot.core.uses.season.retention import see_to_notes
from tests.core.core_desk import Desk, buttons, phrases
from tests.core.core_rows import group as a_group
from tests.core.core_rows import meeting as a_meeting
from tests.core.core_rows import wall

PAUSED = datetime(2026, 9, 20, 9, tzinfo=UTC)
OF_REST = ("resting", "rested")


def test_a_rest_is_asked_about_after_one_month_and_three_and_over_after_six() -> None:
    rests = a_group(life=Life.PAUSED, resting=PAUSED)
    found = planned(rests, [a_meeting("m1", wall(2026, 9, 15, 17)), a_meeting("m2", wall(2026, 10, 6, 17))])
    days = [(p.kind, f"{p.due.astimezone(rests.tz):%Y-%m-%d %H:%M}", p.meeting.id) for p in found]
    assert days == [
        ("resting", "2026-10-20 10:00", "m2"),
        ("resting", "2026-12-20 10:00", "m2"),
        ("rested", "2027-03-20 10:00", "m2"),
    ]
    assert len({p.key() for p in found}) == 3


def test_a_group_that_goes_on_or_is_over_has_nothing_of_it() -> None:
    meetings = [a_meeting("m", wall(2026, 9, 15, 17))]
    assert planned(a_group(), meetings) == []
    assert planned(a_group(life=Life.ENDED), meetings) == []


def test_a_time_that_is_set_in_a_break_is_a_sign_of_life() -> None:
    later = PAUSED + timedelta(days=50)
    rests = a_group(life=Life.PAUSED, resting=PAUSED)
    assert rests_since(rests, [a_meeting("m", wall(2026, 12, 15, 17), time_set=later)]) == later


async def there(desk: Desk, group: Group) -> Group:
    async with desk.work() as work:
        found = await work.groups.get(group.id)
    assert found
    return found


async def waiting(desk: Desk, *kinds: str) -> list[Notice]:
    async with desk.work() as work:
        return sorted(await work.notices.find(kind=kinds, state=State.WAITING), key=lambda n: (n.due, n.rank))


async def paused(desk: Desk, *members: str) -> Group:
    group = await desk.group("Kaarina", *(members or ("Kaarina", "Aino", "Veikko")))
    desk.clock.move(PAUSED)
    await desk.does("Kaarina", f"pause:{group.id}:")
    return group


async def called_off(desk: Desk) -> Group:
    """A group all of whose meetings were cancelled before the first."""
    group = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko")
    for meeting in await desk.meetings(group):
        await desk.does("Kaarina", f"cancel-sure:{meeting.id}:{meeting.version}")
    assert all(meeting.cancelled for meeting in await desk.meetings(group))
    return group


async def passes(desk: Desk) -> list[str]:
    """The next of it that is due, claimed and settled; what is said, or nothing."""
    notice = (await waiting(desk, *OF_REST, "rest-ask"))[0]
    desk.clock.move(max(notice.due, desk.clock.now()))
    async with desk.work() as work:
        await work.notices.save(replace(notice, state=State.SENDING))
    nth = [n.id for n in await desk.notices(notice.kind)].index(notice.id)
    said = await desk.says(notice.kind, index=nth)
    state = State.SENT if isinstance(said, Said) else said.state
    async with desk.work() as work:
        await work.notices.save(replace(notice, state=state))
    return phrases(said.message) if isinstance(said, Said) else []


async def test_the_convener_alone_is_asked_and_can_go_on_rest_on_or_end(desk: Desk) -> None:
    await paused(desk)
    assert await passes(desk) == [], "nothing to the group"
    (ask,) = await waiting(desk, "rest-ask")
    async with desk.work() as work:
        person = await work.persons.get(ask.person_id or "")
    assert person
    assert person.name == "Kaarina"
    said = await desk.says("rest-ask")
    assert isinstance(said, Said)
    assert said.to.private
    assert phrases(said.message) == ["rest-ask-paused", "rest-ask-choose", "rest-ends"]
    ways = [data.split(":")[0] for data in buttons(said.message).values()]
    assert ways == ["resume", "pause", "end"]


async def test_to_go_on_takes_all_of_it_away(desk: Desk) -> None:
    group = await paused(desk)
    assert await waiting(desk, *OF_REST)
    await passes(desk)
    await desk.does("Kaarina", f"resume:{group.id}:")
    assert await waiting(desk, *OF_REST) == []
    assert (await there(desk, group)).resting is None
    said = await desk.says("rest-ask")
    assert isinstance(said, Settlement), "a question that is on its way is not asked any more"


async def test_to_rest_on_counts_from_the_press(desk: Desk) -> None:
    group = await paused(desk)
    before = [notice.due for notice in await waiting(desk, *OF_REST)]
    desk.clock.move(PAUSED + timedelta(days=91))
    reply = await desk.does("Kaarina", f"pause:{group.id}:")
    assert phrases(reply) == ["paused-already"]
    after = [notice.due for notice in await waiting(desk, *OF_REST)]
    assert len(after) == len(before) == 3
    assert all(later - earlier > timedelta(days=80) for earlier, later in zip(before, after, strict=True))


async def test_without_a_convener_the_group_is_asked_for_one(desk: Desk) -> None:
    group = await paused(desk)
    await desk.does("Kaarina", f"seat-down-sure:{group.id}:")
    assert await passes(desk) == ["rest-vacancy", "rest-ends"]
    assert await waiting(desk, "rest-ask") == []


async def test_who_convenes_by_then_is_asked_not_who_did_at_the_beginning(desk: Desk) -> None:
    group = await paused(desk)
    await desk.does("Kaarina", f"seat-down-sure:{group.id}:")
    await desk.does("Aino", f"convene:{group.id}:")
    await passes(desk)
    (ask,) = await waiting(desk, "rest-ask")
    async with desk.work() as work:
        person = await work.persons.get(ask.person_id or "")
    assert person
    assert person.name == "Aino"


@pytest.mark.parametrize("why", ["rested-paused", "rested-open"])
async def test_after_half_a_year_it_ends_as_if_the_convener_had_ended_it(desk: Desk, why: str) -> None:
    group = await (paused(desk) if why == "rested-paused" else called_off(desk))
    for _ in range(4):
        await passes(desk)
    said = await passes(desk)
    assert said[1] == why
    assert "farewell-gone" in said, "with the date on which all is deleted"
    over = await there(desk, group)
    assert (over.life, over.ended) == (Life.ENDED, desk.clock.now())
    soon, gone = await waiting(desk, "deletion-soon", "deletion")
    assert gone.due - over.ended >= timedelta(days=29)
    assert gone.due - soon.due >= timedelta(days=6)


async def test_a_group_with_all_its_meetings_called_off_is_not_deleted_the_night_after_its_end(desk: Desk) -> None:
    group = await called_off(desk)
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    await see_to_ended(desk.store, desk.house)
    assert (await desk.rows())["members"]
    assert len(await waiting(desk, "deletion")) == 1


async def test_notes_of_a_group_that_never_met_go_a_month_after_its_end_though_all_else_is_kept(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko")
    meetings = await desk.meetings(group)
    await desk.fills("Aino", "note", f"{meetings[0].id}:", text="Kirje")
    for meeting in meetings:
        await desk.does("Kaarina", f"cancel-sure:{meeting.id}:{meeting.version}")
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    await desk.does("Veikko", f"followup:{group.id}:yes")
    for days in (24, 40):
        desk.clock.move(desk.clock.now() + timedelta(days=days))
        await see_to_notes(desk.store, desk.house)
        async with desk.work() as work:
            for notice in await work.notices.find(kind="notes-soon", state=State.WAITING):
                await work.notices.save(replace(notice, state=State.SENT))
    assert (await desk.rows())["notes"] == []
    assert (await desk.rows())["members"]


async def test_a_meeting_that_is_added_wakes_a_group_without_any(desk: Desk) -> None:
    group = await called_off(desk)
    assert len(await waiting(desk, *OF_REST)) == 3
    ask = await waiting(desk, "rest-ask")
    assert ask == []
    await desk.does("Kaarina", f"add-sure:{group.id}:202610011700")
    assert any(not meeting.cancelled for meeting in await desk.meetings(group))
    assert await waiting(desk, *OF_REST) == []


async def test_the_way_on_for_a_group_without_meetings_is_to_add_one(desk: Desk) -> None:
    await called_off(desk)
    await passes(desk)
    said = await desk.says("rest-ask")
    assert isinstance(said, Said)
    assert phrases(said.message)[0] == "rest-ask-open"
    assert [data.split(":")[0] for data in buttons(said.message).values()] == ["add", "pause", "end"]


async def test_a_group_that_nobody_could_ask_does_not_end_but_rests_anew(desk: Desk) -> None:
    group = await paused(desk)
    async with desk.work() as work:
        for notice in await work.notices.find(kind="resting"):
            await work.notices.save(replace(notice, state=State.SKIPPED))
    assert await passes(desk) == []
    rests = await there(desk, group)
    assert (rests.life, rests.resting) == (Life.PAUSED, desk.clock.now())
    assert len(await waiting(desk, *OF_REST)) == 3


async def test_its_farewell_that_must_wait_for_the_platform_is_not_lost_when_somebody_leaves_meanwhile(
    desk: Desk,
) -> None:
    group = await paused(desk)
    for _ in range(4):
        await passes(desk)
    (rested,) = await waiting(desk, "rested")
    assert await passes(desk)
    assert (await there(desk, group)).life is Life.ENDED
    async with desk.work() as work:
        await work.notices.drop(id=rested.id)
        await work.notices.add(replace(rested, attempts=1, why="throttled"))
    await desk.does("Veikko", f"leave-sure:{group.id}:quiet")
    assert [notice.id for notice in await waiting(desk, "rested")] == [rested.id]


async def test_the_end_comes_though_the_channel_is_closed(desk: Desk) -> None:
    group = await there(desk, await paused(desk))
    async with desk.work() as work:
        await work.groups.save(replace(group, unreachable="removed"))
    for kind in ("resting", "resting", "rested"):
        notice = (await waiting(desk, kind))[0]
        desk.clock.move(max(notice.due, desk.clock.now()))
        async with desk.work() as work:
            failed = replace(notice, state=State.FAILED)
            await work.notices.save(failed)
            await aftermath(work, failed, Settlement(notice.id, State.FAILED, why="removed"), None, desk.house)
        if kind == "resting":
            assert await waiting(desk, "rest-ask"), "the convener is asked all the same"
    assert (await there(desk, group)).life is Life.ENDED
    assert await waiting(desk, "trouble"), "and hears that it could not be said"


async def shut_out(desk: Desk) -> Group:
    """A group that goes on season by season, and whose channel put Piiri out; its next meeting has been since."""
    group = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko", programme="tyopeili", themes=(), meetings=4)
    await desk.hears("Kaarina", ShutOut("removed"), "main")
    first, *_ = await desk.meetings(group)
    desk.clock.move(first.ends(group.tz) + timedelta(days=4))
    async with desk.work() as work:
        (onward,) = await work.notices.find(kind="onward", meeting_id=first.id)
        failed = replace(onward, state=State.FAILED)
        await work.notices.save(failed)
        await aftermath(work, failed, Settlement(onward.id, State.FAILED, why="removed"), None, desk.house)
    return await there(desk, group)


async def test_a_group_whose_channel_is_closed_rests_although_it_would_go_on_for_ever(desk: Desk) -> None:
    group = await shut_out(desk)
    before = len(await desk.meetings(group))
    assert group.resting == desk.clock.now()
    assert len(await waiting(desk, *OF_REST)) == 3
    for number in range(1, 4):
        meeting = (await desk.meetings(group))[number]
        desk.clock.move(meeting.ends(group.tz) + timedelta(days=4))
        as_it_is = await there(desk, group)
        async with desk.work() as work:
            await replan(work, desk.house, as_it_is)
    assert len(await desk.meetings(group)) == before, "nobody is there to be told of more"
    assert (await there(desk, group)).resting == group.resting


async def test_its_convener_is_asked_and_told_what_can_be_done_about_the_channel(desk: Desk) -> None:
    await shut_out(desk)
    notice = (await waiting(desk, "resting"))[0]
    desk.clock.move(notice.due)
    async with desk.work() as work:
        failed = replace(notice, state=State.FAILED)
        await work.notices.save(failed)
        await aftermath(work, failed, Settlement(notice.id, State.FAILED, why="removed"), None, desk.house)
    said = await desk.says("rest-ask")
    assert isinstance(said, Said)
    assert phrases(said.message) == ["rest-ask-shut", "rest-ask-choose", "rest-ends"]
    assert [data.split(":")[0] for data in buttons(said.message).values()] == ["trouble", "pause", "end"]


async def test_let_in_again_it_rests_no_more_and_its_meetings_come_again(desk: Desk) -> None:
    group = await shut_out(desk)
    last = (await desk.meetings(group))[-1]
    desk.clock.move(last.ends(group.tz) + timedelta(days=4))
    await desk.does("Kaarina", f"resume:{group.id}:")
    assert (await there(desk, group)).resting is None
    assert await waiting(desk, *OF_REST) == []
    assert (await desk.meetings(group))[-1].begins(group.tz) > desk.clock.now()


async def test_a_group_that_rested_before_there_was_an_end_to_it_is_given_one_in_the_night(desk: Desk) -> None:
    group = await there(desk, await paused(desk))
    async with desk.work() as work:
        await work.groups.save(replace(group, resting=None))
        await work.notices.drop(group_id=group.id, kind=OF_REST)
    desk.clock.move(PAUSED + timedelta(days=800))
    await see_to_ended(desk.store, desk.house)
    await see_to_ended(desk.store, desk.house)
    assert [notice.kind for notice in await waiting(desk, *OF_REST)] == ["resting", "resting", "rested"]
    assert (await waiting(desk, *OF_REST))[0].due > desk.clock.now(), "and it is asked first"


async def test_what_it_would_say_can_be_looked_at_and_changes_nothing(desk: Desk) -> None:
    await paused(desk)
    before = await desk.rows()
    async with desk.work() as work:
        for notice in await work.notices.find(kind=OF_REST):
            shown = await preview(work, notice, desk.house)
            assert shown is None or isinstance(shown, Message)
    assert await desk.rows() == before
