"""Guests of one meeting and the group's materials: who may name and remove them, and what the group reads of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.incoming import Filled
from bot.core.model import Group, Life
from bot.core.outgoing import Form, Message
from bot.core.ports import Settlement
from bot.core.uses.between.materials import MOST, PAGE
from bot.core.uses.meetings.guests import MOST as GUESTS
from bot.core.uses.meetings.soundcheck import sound_check
from bot.core.view import View
from tests.core.core_desk import Desk, buttons, phrases, words
from tests.core.core_rows import group as a_group
from tests.core.core_rows import meeting, programme, wall


async def circle(desk: Desk) -> Group:
    return await desk.group("Kaarina", "Aino", "Veikko", "Salme")


async def announces(desk: Desk, name: str, meeting_id: str, guest: str = "Maija", about: str = "Uni") -> list[str]:
    return phrases(await desk.fills(name, "guest", f"{meeting_id}:new", name=guest, about=about))


async def test_the_convener_and_the_lead_announce_a_guest_and_others_do_not(desk: Desk) -> None:
    group = await circle(desk)
    first, second, *_ = await desk.meetings(group)
    assert (await announces(desk, "Kaarina", first.id))[0].startswith("guest-kept")
    assert (await announces(desk, "Aino", first.id, "Liisa"))[0].startswith("guest-kept"), "Aino leads the first one"
    assert await announces(desk, "Veikko", first.id) == ["refused-lead"]
    assert await announces(desk, "Aino", second.id) == ["refused-lead"]
    assert (await announces(desk, "Urho", first.id))[0] == "refused-stranger"
    said = words(await desk.does("Salme", f"guests:{group.id}:"))
    assert "Maija" in said
    assert "Vieras ti 15.9. klo 17" not in buttons(await desk.does("Salme", f"guests:{group.id}:"))


async def test_a_guest_is_changed_and_removed_by_whoever_may_announce_one(desk: Desk) -> None:
    group = await circle(desk)
    first, second, *_ = await desk.meetings(group)
    await announces(desk, "Kaarina", first.id)
    async with desk.work() as work:
        (paper,) = await work.papers.find(kind="guest")
    for name, about, value in (
        ("Veikko", first.id, paper.id),
        ("Kaarina", second.id, paper.id),
        ("Kaarina", first.id, "nowhere"),
        ("Urho", first.id, paper.id),
    ):
        assert phrases(await desk.does(name, f"guest-drop:{about}:{value}"))[0].startswith("refused-"), name
    await desk.fills("Kaarina", "guest", f"{first.id}:{paper.id}", name="Maija Mäki", about="")
    assert "Maija Mäki" in words(await desk.does("Aino", f"guests:{group.id}:"))
    assert phrases(await desk.does("Kaarina", f"guest-drop:{first.id}:{paper.id}"))[0] == "guest-dropped"
    assert "Maija" not in words(await desk.does("Salme", f"guests:{group.id}:"))


async def test_no_more_guests_than_there_is_room_for_nor_after_the_meeting_has_begun(desk: Desk) -> None:
    group = await circle(desk)
    first = (await desk.meetings(group))[0]
    for number in range(GUESTS):
        await announces(desk, "Kaarina", first.id, f"Vieras{number}")
    assert await announces(desk, "Kaarina", first.id) == ["guests-full"]
    desk.clock.move(first.begins(group.tz))
    assert await announces(desk, "Kaarina", first.id) == ["refused-over"]


async def test_pretask_and_reminder_say_what_a_guest_sees(desk: Desk) -> None:
    group = await circle(desk)
    first, second, *_ = await desk.meetings(group)
    await announces(desk, "Kaarina", first.id)
    for kind in ("pretask", "reminder"):
        said, other = await desk.says(kind, first), await desk.says(kind, second)
        assert not isinstance(said, Settlement)
        assert not isinstance(other, Settlement)
        assert "Vieraana: Maija – Uni" in words(said.message)
        assert "ei näe tätä keskustelua, muistiinpanojanne eikä palautetta" in words(said.message)
        assert "Vieraana" not in words(other.message)


async def adds(desk: Desk, group: Group, name: str, title: str, more: str = "") -> list[str]:
    desk.clock.move(desk.clock.now() + timedelta(seconds=1))
    return phrases(await desk.fills(name, "material", group.id, title=title, more=more))


async def test_the_newest_comes_first_a_page_at_a_time_and_fifty_are_enough(desk: Desk) -> None:
    group = await circle(desk)
    for number in range(MOST):
        assert await adds(desk, group, "Aino", f"Kirja {number:02}") == ["material-kept"]
    assert await adds(desk, group, "Aino", "Yksi liikaa") == ["materials-full"]
    titles: list[str] = []
    for page in range(-(-MOST // PAGE)):
        shown = await desk.does("Veikko", f"materials:{group.id}:{page}")
        found = [line for line in words(shown).splitlines() if "Kirja" in line]
        assert len(found) <= PAGE
        titles += found
    assert [title.split("Kirja ")[1][:2] for title in titles] == [f"{n:02}" for n in reversed(range(MOST))]
    for page in ("-1", "99", "x", "²"):
        assert "Kirja" in words(await desk.does("Veikko", f"materials:{group.id}:{page}"))


@pytest.mark.parametrize("link", ["http://example.org", "tg://resolve?x", "javascript:alert(1)", "ftp://example.org"])
@pytest.mark.parametrize("field", ["title", "more"])
async def test_only_https_links_are_kept(desk: Desk, field: str, link: str) -> None:
    group = await circle(desk)
    values = {"title": "Kirja", "more": "", field: link}
    reply = (await desk.hears("Aino", Filled("material", group.id, values))).reply
    assert isinstance(reply, Form)
    assert [each.problem.id for each in reply.fields if each.problem] == ["material-not-https"]
    async with desk.work() as work:
        assert await work.papers.find() == []


async def test_ones_own_is_ones_own_to_remove_and_anything_the_conveners(desk: Desk) -> None:
    group = await circle(desk)
    other = await desk.group("Helmi", "Helmi", channel="other", name="Toinen piiri")
    await adds(desk, group, "Aino", "Kirja")
    async with desk.work() as work:
        (paper,) = await work.papers.find(kind="material")
    assert phrases(await desk.does("Veikko", f"material-drop:{group.id}:{paper.id}")) == ["material-not-yours"]
    assert phrases(await desk.does("Helmi", f"material-drop:{other.id}:{paper.id}")) == ["refused-old"]
    assert phrases(await desk.does("Helmi", f"material-drop:{group.id}:{paper.id}"))[0].startswith("refused-")
    assert "Poista 1." not in buttons(await desk.does("Veikko", f"materials:{group.id}:"))
    assert "Poista 1." in buttons(await desk.does("Kaarina", f"materials:{group.id}:"))
    assert phrases(await desk.does("Aino", f"material-drop:{group.id}:{paper.id}")) == ["material-dropped"]
    assert phrases(await desk.does("Aino", f"material-drop:{group.id}:{paper.id}")) == ["refused-old"]


async def test_no_other_paper_is_removed_as_a_material(desk: Desk) -> None:
    group = await circle(desk)
    first = (await desk.meetings(group))[0]
    await announces(desk, "Kaarina", first.id)
    async with desk.work() as work:
        (paper,) = await work.papers.find(kind="guest")
    assert phrases(await desk.does("Kaarina", f"material-drop:{group.id}:{paper.id}")) == ["refused-old"]


async def test_the_same_twice_is_kept_once(desk: Desk) -> None:
    group = await circle(desk)
    await adds(desk, group, "Aino", "Kirja", "https://example.org/kirja")
    assert await adds(desk, group, "Veikko", " Kirja ", "https://example.org/kirja") == ["material-there"]


async def test_when_the_group_is_over_materials_are_still_to_be_read(desk: Desk) -> None:
    group = await circle(desk)
    await adds(desk, group, "Aino", "Kirja")
    async with desk.work() as work:
        (kept,) = await work.groups.find(id=group.id)
        await work.groups.save(replace(kept, life=Life.ENDED))
    page = await desk.does("Aino", f"materials:{group.id}:")
    assert isinstance(page, Message)
    assert "Kirja" in words(page)
    assert buttons(page) == {}
    assert await adds(desk, group, "Aino", "Toinen") == ["refused-ended"]


LINK = {"place": "", "link": "https://meet.example.org"}


def seen(*meetings: object) -> View:
    return View(a_group(), programme(), (), tuple(meetings), ())  # type: ignore[arg-type]


def test_sound_and_picture_are_tried_before_the_first_meeting_with_a_link() -> None:
    here, far = meeting("m1", wall(2026, 9, 15, 17)), meeting("m2", wall(2026, 10, 6, 17), **LINK)
    farther = meeting("m3", wall(2026, 10, 27, 17), **LINK)
    view = seen(here, far, farther)
    tz = view.group.tz
    before = far.begins(tz) - timedelta(hours=1)
    (line,) = sound_check(view, far, before)
    assert line.text.values["at"] == wall(2026, 10, 6, 16, 30).time()  # type: ignore[union-attr]
    assert sound_check(view, here, before) == []
    assert sound_check(view, farther, before) == []
    (late,) = sound_check(view, far, far.begins(tz) - timedelta(minutes=30))
    assert late.text.id == "sound-check-now", "nothing is promised for a time that has gone by"  # type: ignore[union-attr]
