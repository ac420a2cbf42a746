"""What comes around the theme in a meeting."""

from bot.core.agenda import agenda
from bot.core.outgoing import Pack
from bot.core.view import view
from tests.core.core_desk import Desk


async def test_only_the_very_first_meeting_has_words_for_arriving_without_a_last_time(desk: Desk) -> None:
    group = await desk.group("Kaarina", programme="foorumix", themes=())
    async with desk.work() as work:
        seen = await view(work, desk.house, group)
    arriving = [agenda(seen, meeting)[0].text for meeting in seen.meetings]
    assert arriving[0] == Pack(group.pack, "flow.arrive_first")
    assert set(arriving[1:]) == {Pack(group.pack, "flow.arrive")}


async def test_a_programme_without_such_words_arrives_as_ever(desk: Desk) -> None:
    group = await desk.group("Kaarina", programme="keikkatyo", meetings=2, themes=())
    async with desk.work() as work:
        seen = await view(work, desk.house, group)
    assert agenda(seen, seen.meetings[0])[0].text == Pack(group.pack, "flow.arrive")
