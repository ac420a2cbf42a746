"""A meeting held elsewhere or for longer, alone or with all that come after it."""

from datetime import timedelta

from bot.core.model import Meeting
from bot.core.outgoing import Form
from tests.core.core_desk import Desk, phrases


async def circle(desk: Desk) -> tuple[Meeting, Meeting, Meeting]:
    """A group's three meetings."""
    group = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko", meetings=3)
    first, second, third = await desk.meetings(group)
    return first, second, third


async def told(desk: Desk, meeting: Meeting, scope: str | None, **values: str) -> list[str]:
    """What the convener fills in, and hears."""
    more = {"scope": scope} if scope else {}
    return phrases(await desk.fills("Kaarina", "change", meeting.id, **values, **more))


async def held(desk: Desk) -> list[tuple[str, int]]:
    async with desk.work() as work:
        found = await work.meetings.find()
    return [(m.link or m.place, m.minutes) for m in sorted(found, key=lambda m: m.starts)]


async def test_one_meeting_is_changed_and_no_other(desk: Desk) -> None:
    first, *_ = await circle(desk)
    before = await held(desk)
    assert await told(desk, first, "one", where="Kirjasto", length="2h") == ["change-done"]
    assert await held(desk) == [("Kirjasto", 120), *before[1:]]


async def test_all_later_ones_go_with_it_and_none_that_came_before(desk: Desk) -> None:
    _, second, _ = await circle(desk)
    before = await held(desk)
    assert await told(desk, second, "on", where="Kirjasto", length="2h") == ["change-done-on"]
    assert await held(desk) == [before[0], ("Kirjasto", 120), ("Kirjasto", 120)]
    assert len(await desk.notices("changed")) == 1


async def test_what_was_not_touched_stays_as_each_has_it(desk: Desk) -> None:
    first, second, third = await circle(desk)
    (_, minutes), *_ = await held(desk)
    length = f"{minutes // 60}h{minutes % 60:02}"
    await told(desk, second, "one", where="Kirjasto", length="1h")
    await told(desk, third, None, where="Kahvila", length=length)
    assert await told(desk, first, "on", where="https://meet.example.org/a", length=length) == ["change-done-on"]
    assert await held(desk) == [
        ("https://meet.example.org/a", minutes),
        ("https://meet.example.org/a", 60),
        ("https://meet.example.org/a", minutes),
    ]


async def test_a_change_of_one_can_be_carried_on_to_all_afterwards(desk: Desk) -> None:
    first, *_ = await circle(desk)
    assert await told(desk, first, "one", where="Kirjasto", length="2h") == ["change-done"]
    assert await told(desk, first, "on", where="Kirjasto", length="2h") == ["change-done-on"]
    assert await held(desk) == [("Kirjasto", 120)] * 3
    assert await told(desk, first, "on", where="Kirjasto", length="2h") == ["change-nothing"]
    assert len(await desk.notices("changed")) == 2


async def test_a_length_for_all_is_that_of_meetings_still_to_be_added(desk: Desk) -> None:
    first, _, last = await circle(desk)
    await told(desk, first, "on", where="Kirjasto", length="2h")
    when = last.starts + timedelta(days=21)
    await desk.does("Kaarina", f"add-sure:{last.group_id}:{when:%Y%m%d%H%M}")
    assert await held(desk) == [("Kirjasto", 120)] * 4


async def test_of_the_last_meeting_it_is_not_asked_which(desk: Desk) -> None:
    first, _, last = await circle(desk)
    form = await desk.does("Kaarina", f"change:{first.id}:")
    assert isinstance(form, Form)
    assert [field.name for field in form.fields] == ["where", "length", "scope"]
    form = await desk.does("Kaarina", f"change:{last.id}:")
    assert isinstance(form, Form)
    assert [field.name for field in form.fields] == ["where", "length"]
