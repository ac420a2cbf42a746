"""What facilitators saw in a season: who is asked when, and whose it stays."""

import json
import logging
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core import reflecting
from bot.core.delivery import preview
from bot.core.model import Floor, Life, Meeting, Paper
from bot.core.outgoing import DataFile, Form, Message, Quote, Reply
from bot.core.uses.feedback.reflections import shared
from bot.core.view import view
from tests.core.core_desk import START, Desk, buttons, phrases, words
from tests.core.test_asking import a_group, after, coached

HELSINKI = ZoneInfo("Europe/Helsinki")
SECRET = "Näin miten he auttoivat toisiaan"


async def reflected(desk: Desk, meetings: list[Meeting], name: str = "Ritva") -> None:
    after(desk, meetings[-1], days=3)
    await desk.fills(name, "reflect", meetings[-1].id, gave=SECRET, trusted="", differently="")


async def test_each_facilitator_is_asked_at_every_seasons_end_and_nobody_else(desk: Desk) -> None:
    group, meetings = await a_group(desk, "tyopeili", meetings=2)
    assert await desk.notices("reflect") == []
    await coached(desk, group)
    await coached(desk, group, "Irma")
    waiting = [n for n in await desk.notices("reflect") if n.due < START + timedelta(days=60)]
    asked = {(notice.meeting_id, notice.person_id) for notice in waiting}
    async with desk.work() as work:
        seats = await work.facilitators.find(group_id=group.id)
    assert asked == {(meetings[1].id, seat.person_id) for seat in seats}
    assert {f"{n.due.astimezone(HELSINKI):%Y-%m-%d %H:%M}" for n in waiting} == {"2026-10-09 10:00"}
    await desk.does("Kaarina", f"pause:{group.id}:")
    assert await desk.notices("reflect") == []


async def test_a_group_that_ends_early_asks_after_the_last_meeting_that_it_began(desk: Desk) -> None:
    group, meetings = await a_group(desk, "tyopeili", meetings=4)
    await coached(desk, group)
    after(desk, meetings[0], days=5)
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    (notice,) = [n for n in await desk.notices("reflect") if n.state == "waiting"]
    assert notice.meeting_id == meetings[0].id
    assert f"{notice.due.astimezone(HELSINKI):%Y-%m-%d}" == "2026-09-23"
    assert isinstance(await desk.does("Ritva", f"reflect:{meetings[0].id}:"), Form)
    assert phrases(await desk.does("Ritva", f"reflect:{meetings[1].id}:")) == ["refused-old"]


async def test_nothing_is_asked_where_a_group_ended_before_it_met(desk: Desk) -> None:
    group, _ = await a_group(desk, "tyopeili", meetings=4)
    await coached(desk, group)
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    assert [n for n in await desk.notices("reflect") if n.state == "waiting"] == []


async def test_a_reflection_is_its_authors_alone(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    group, meetings = await a_group(desk, "tyopeili", meetings=2)
    await coached(desk, group)
    await coached(desk, group, "Irma")
    await reflected(desk, meetings)
    last = meetings[-1].id
    assert SECRET in words(await desk.does("Ritva", f"reflection:{last}:"))
    for name, wanted in (("Irma", "reflect-none"), ("Aino", "refused-only-facilitator"), ("Urho", "refused-stranger")):
        assert phrases(await desk.does(name, f"reflection:{last}:"))[0] == wanted
        assert SECRET not in words(await desk.does(name, f"reflect:{last}:"))
        assert SECRET not in words(await desk.does(name, "mydata::"))
        for press in (f"reflect-share:{last}:yes", f"reflect-drop:{last}:"):
            assert phrases(await desk.does(name, press))[0] in {wanted, "refused-old"}
    async with desk.work() as work:
        ((paper, mine),) = await reflecting.kept(work, group)
    assert (mine.answers, mine.shared, paper.key_id) == ({"gave": SECRET}, False, group.key_id)
    assert SECRET not in caplog.text
    data = await desk.does("Ritva", "mydata::")
    assert isinstance(data, Message)
    (file,) = data.files
    assert isinstance(file, DataFile)
    assert SECRET in json.dumps(dict(file.data), default=str, ensure_ascii=False)


async def test_a_reflection_can_be_changed_for_two_weeks_and_shared_or_deleted_for_as_long_as_it_is_kept(
    desk: Desk,
) -> None:
    group, meetings = await a_group(desk, "tyopeili", meetings=2)
    await coached(desk, group)
    last = meetings[-1]
    after(desk, meetings[0], days=1)
    assert phrases(await desk.does("Ritva", f"reflect:{last.id}:")) == ["reflect-not-yet"]
    assert phrases(await desk.does("Ritva", f"reflections:{group.id}:")) == ["reflect-not-yet"]
    await reflected(desk, meetings)
    await desk.does("Ritva", f"reflect-share:{last.id}:yes")
    await desk.does("Ritva", f"reflect-share:{last.id}:yes")
    async with desk.work() as work:
        assert [r.shared for _, r in await reflecting.kept(work, group)] == [True]
    await desk.fills("Ritva", "reflect", last.id, gave="Toisin", trusted="", differently="")
    async with desk.work() as work:
        assert [r.shared for _, r in await reflecting.kept(work, group)] == [False], "other words are asked about anew"
    after(desk, last, days=18)
    late = await desk.fills("Ritva", "reflect", last.id, gave="Myöhässä")
    assert "Toisin" in words(late) or phrases(late) == ["refused-old"]
    async with desk.work() as work:
        assert [dict(r.answers) for _, r in await reflecting.kept(work, group)] == [{"gave": "Toisin"}]
    assert "reflect-share" in {data.split(":")[0] for data in buttons(await _show(desk, last)).values()}
    assert phrases(await desk.does("Ritva", f"reflect-drop:{last.id}:")) == ["reflect-none"]
    async with desk.work() as work:
        assert await work.papers.find(kind="reflection") == []


async def _show(desk: Desk, meeting: Meeting) -> Reply:
    return await desk.does("Ritva", f"reflection:{meeting.id}:")


async def test_a_reflection_goes_with_its_authors_seat_and_the_others_stay(desk: Desk) -> None:
    group, meetings = await a_group(desk, "tyopeili", meetings=2)
    await coached(desk, group)
    await coached(desk, group, "Irma")
    await reflected(desk, meetings)
    await desk.fills("Irma", "reflect", meetings[-1].id, gave="Irman oma", trusted="", differently="")
    await desk.does("Ritva", "forget-sure::")
    async with desk.work() as work:
        assert [dict(r.answers) for _, r in await reflecting.kept(work, group)] == [{"gave": "Irman oma"}]
        seat = (await work.facilitators.find(group_id=group.id))[0]
    await desk.does("Kaarina", f"facilitator-end:{group.id}:{seat.id}")
    async with desk.work() as work:
        assert await reflecting.kept(work, group) == []


async def test_what_asks_shows_nothing_private_beforehand_and_nothing_to_one_who_has_answered(desk: Desk) -> None:
    group, meetings = await a_group(desk, "tyopeili", meetings=2)
    await coached(desk, group)
    async with desk.work() as work:
        (notice,) = await work.notices.find(kind="reflect", meeting_id=meetings[-1].id)
        shown = await preview(work, notice, desk.house)
    assert shown is not None
    await reflected(desk, meetings)
    async with desk.work() as work:
        assert await preview(work, notice, desk.house) is None


async def test_a_report_on_one_season_has_the_reflections_of_that_season_alone(desk: Desk) -> None:
    group, meetings = await a_group(desk, "tyopeili", meetings=2)
    await coached(desk, group)
    await reflected(desk, meetings)
    await desk.does("Ritva", f"reflect-share:{meetings[-1].id}:yes")
    async with desk.work() as work:
        seen = await view(work, desk.house, group)
        assert Quote(SECRET) in await shared(work, seen)
        assert Quote(SECRET) in await shared(work, seen, {meetings[-1].id})
        assert await shared(work, seen, {meetings[0].id}) == []
        await work.papers.add(Paper("p" * 16, group.id, "agreed", meetings[0].id, None, group.key_id, "Sovittu"))
        assert len(await reflecting.kept(work, group)) == 1, "other papers are none of it"


async def test_a_group_that_speaks_aloud_asks_its_facilitator_all_the_same(desk: Desk) -> None:
    group, meetings = await a_group(desk, "tyopeili", meetings=2, floor=Floor.ALOUD)
    await coached(desk, group)
    async with desk.work() as work:
        there = await work.groups.get(group.id)
        assert there is not None
        assert there.life is Life.RUNNING
    assert (await desk.notices("reflect"))[0].meeting_id == meetings[-1].id
