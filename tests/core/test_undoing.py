"""What is taken back: an absence told by a slip, a meeting with notes on it, a turn to lead."""

from dataclasses import replace
from datetime import timedelta

from bot.core.delivery import Said
from bot.core.model import State
from tests.core.core_desk import Desk, phrases, words


async def settle(desk: Desk, kind: str) -> None:
    """All waiting notices of a kind have gone out."""
    async with desk.work() as work:
        for notice in await work.notices.find(kind=kind, state=State.WAITING):
            await work.notices.save(replace(notice, state=State.SENT))


async def test_a_slip_that_nobody_has_heard_of_is_undone_without_a_word(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko", "Salme")
    first, *_ = await desk.meetings(group)
    await settle(desk, "reminder")
    await desk.does("Aino", f"absent:{first.id}:", "main")
    await desk.does("Aino", f"coming:{first.id}:", "main")
    assert await desk.notices("absence") == []


async def test_what_the_group_has_heard_is_taken_back_aloud(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko", "Salme")
    first, *_ = await desk.meetings(group)
    await settle(desk, "reminder")
    await desk.does("Aino", f"absent:{first.id}:", "main")
    await settle(desk, "absence")
    desk.clock.move(desk.clock.now() + timedelta(hours=1))
    await desk.does("Aino", f"late:{first.id}:", "main")
    await desk.does("Aino", f"coming:{first.id}:", "main")
    (waiting,) = [n for n in await desk.notices("absence") if n.state is State.WAITING]
    assert waiting.ref.endswith(".2")


async def test_notes_on_a_cancelled_meeting_go_with_its_theme_to_the_next(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    first, second, *_ = await desk.meetings(group)
    await desk.does("Aino", "Tästä haluan puhua.")
    await desk.does("Kaarina", f"cancel-sure:{first.id}:")
    assert "Tästä haluan puhua." in words(await desk.does("Aino", f"notes:{second.id}:"))
    (back,) = await desk.notices("notes")
    assert back.meeting_id == second.id


async def test_asking_to_cancel_says_which_theme_is_lost(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina")
    meetings = await desk.meetings(group)
    asked = {n: await desk.does("Kaarina", f"cancel:{meetings[n].id}:") for n in (1, 4)}
    assert [phrases(reply) for reply in asked.values()] == [["cancel-ask-shift"], ["cancel-ask-lost"]]
    assert all("Osaaminen ja sanat sille" in words(reply) for reply in asked.values())


async def test_whoever_gets_the_lead_from_another_reads_that_it_was_passed_on(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    first, *_ = await desk.meetings(group)
    await desk.says("pretask", first)
    await settle(desk, "brief")
    passed = await desk.does("Kaarina", f"lead-pass:{first.id}:")
    assert "Vedän ti 15.9. klo 17" in words(passed), "and the way back is there"
    (brief,) = [n for n in await desk.notices("brief") if n.meeting_id == first.id and n.state is State.WAITING]
    index = (await desk.notices("brief")).index(brief)
    said = await desk.says("brief", index=index)
    assert isinstance(said, Said)
    assert "brief-passed" in phrases(said.message)
