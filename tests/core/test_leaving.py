"""Whoever leaves says who hears of it; nobody else does, and a word of goodbye is kept only until it is said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coming import coming
from bot.core.delivery import compose, preview
from bot.core.incoming import Departed, Press
from bot.core.model import Group, Notice, State
from bot.core.ports import Settlement
from tests.core.core_desk import Desk, buttons, phrases, words


async def left(desk: Desk) -> list[Notice]:
    """What is told of somebody's leaving."""
    return [notice for notice in await desk.notices("left") if not notice.ref.startswith("over.")]


async def person(desk: Desk, name: str) -> str:
    async with desk.work() as work:
        return (await work.persons.find(name=name))[0].id


async def circle(desk: Desk) -> Group:
    return await desk.group("Kaarina", "Aino", "Veikko", "Salme")


async def test_nobody_hears_of_a_quiet_leaving(desk: Desk) -> None:
    group = await circle(desk)
    before = {notice.id for notice in await desk.notices("trouble")}
    await desk.does("Aino", f"leave-sure:{group.id}:quiet")
    assert await desk.notices("left") == []
    assert {notice.id for notice in await desk.notices("trouble")} == before


async def test_a_word_for_the_convener_goes_to_each_of_them_and_to_nobody_else(desk: Desk) -> None:
    group = await circle(desk)
    await desk.fills("Aino", "leave-word", f"{group.id}:convener", word="Jaksaminen ei riitä")
    (notice,) = await left(desk)
    assert notice.person_id == await person(desk, "Kaarina")
    async with desk.work() as work:
        shown = await preview(work, notice, desk.house)
    assert phrases(shown) == ["preview-private"]
    _, ahead = await coming(desk.store, desk.house, "memory", "main")
    assert "Aino" not in {each.to for each in ahead}, "nobody who looks at what is to come sees who has left"
    assert phrases(await desk.does("Kaarina", f"upcoming:{group.id}:"))[0] == "upcoming-heading"
    assert "lähdöstä" not in words(await desk.does("Kaarina", f"upcoming:{group.id}:"))


async def test_who_no_longer_convenes_does_not_read_it_either(desk: Desk) -> None:
    group = await circle(desk)
    await desk.fills("Aino", "leave-word", f"{group.id}:convener", word="Jaksaminen ei riitä")
    await desk.does("Kaarina", f"seat-down-sure:{group.id}:")
    (notice,) = await left(desk)
    async with desk.work() as work:
        assert isinstance(await compose(work, notice, desk.house), Settlement)


async def test_the_only_convener_is_not_offered_to_tell_the_convener(desk: Desk) -> None:
    group = await circle(desk)
    await desk.does("Kaarina", f"join:{group.id}:")
    assert "Kerron vain koollekutsujalle" in buttons(await desk.does("Aino", f"leave:{group.id}:"))
    assert "Kerron vain koollekutsujalle" not in buttons(await desk.does("Kaarina", f"leave:{group.id}:"))
    assert phrases(await desk.fills("Kaarina", "leave-word", f"{group.id}:convener", word="x")) == ["leave-no-convener"]


@pytest.mark.parametrize("value", ["", "group", "convener", "everybody", "tell;quiet"])
async def test_a_forged_way_of_leaving_leaves_nothing(desk: Desk, value: str) -> None:
    group = await circle(desk)
    before = await desk.rows()
    assert phrases(await desk.does("Aino", f"leave-sure:{group.id}:{value}")) == ["refused-old"]
    assert await desk.rows() == before
    if value not in {"group", "convener"}:
        assert phrases(await desk.fills("Aino", "leave-word", f"{group.id}:{value}", word="x")) == ["refused-old"]
    assert await desk.rows() == before


async def test_a_word_is_kept_no_longer_than_until_it_is_said(desk: Desk) -> None:
    group = await circle(desk)
    await desk.fills("Aino", "leave-word", f"{group.id}:group", word="Kiitos teille")
    (over,) = [notice for notice in await desk.notices("left") if notice.ref.startswith("over.")]
    (post,) = await left(desk)
    assert post.expires <= over.due <= desk.clock.now() + timedelta(days=3)
    async with desk.work() as work:
        assert not isinstance(await compose(work, post, desk.house), Settlement)
        assert isinstance(await compose(work, over, desk.house), Settlement), "it says nothing to anybody"
        assert await work.papers.find() == []


async def test_a_word_that_is_not_said_yet_goes_with_whoever_is_forgotten(desk: Desk) -> None:
    group = await circle(desk)
    desk.clock.move(desk.clock.now() + timedelta(hours=16))  # quiet hours: it would be said in the morning
    await desk.fills("Aino", "leave-word", f"{group.id}:group", word="Kiitos teille")
    await desk.hears("Aino", Press("forget-sure::"))
    async with desk.work() as work:
        assert await work.papers.find() == []
    assert await desk.notices("left") == []


@pytest.mark.parametrize("how", ["tell", "quiet"])
async def test_nothing_is_kept_of_whoever_is_in_no_group_any_more(desk: Desk, how: str) -> None:
    group = await circle(desk)
    await desk.does("Aino", f"leave-sure:{group.id}:{how}")
    for notice in await desk.notices("left"):
        desk.clock.move(max(desk.clock.now(), notice.due))
        async with desk.work() as work:
            await compose(work, notice, desk.house)
    async with desk.work() as work:
        assert await work.persons.find(name="Aino") == []
        assert await work.persons.find(name="Veikko")


async def test_whoever_comes_back_meanwhile_is_kept(desk: Desk) -> None:
    group = await circle(desk)
    await desk.does("Aino", f"leave-sure:{group.id}:tell")
    await desk.does("Aino", f"join:{group.id}:", "main")
    (over,) = [notice for notice in await desk.notices("left") if notice.ref.startswith("over.")]
    async with desk.work() as work:
        await compose(work, over, desk.house)
        assert await work.members.find(name="Aino")


async def test_leaving_twice_is_told_twice(desk: Desk) -> None:
    group = await circle(desk)
    for _ in range(2):
        await desk.does("Aino", f"leave-sure:{group.id}:tell")
        await desk.does("Aino", f"join:{group.id}:", "main")
    assert len(await left(desk)) == 2


async def test_a_convener_who_leaves_as_a_member_goes_on_hearing_what_conveners_hear(desk: Desk) -> None:
    group = await circle(desk)
    await desk.does("Kaarina", f"join:{group.id}:")
    meeting = (await desk.meetings(group))[0]
    await desk.fills("Aino", "reason", f"{meeting.id}:convener", reason="Flunssa")
    assert "seat" in buttons(await desk.does("Kaarina", f"leave:{group.id}:"))["Koollekutsujat"]
    await desk.does("Kaarina", f"leave-sure:{group.id}:quiet")
    assert len(await desk.notices("word")) == 1
    assert phrases(await desk.does("Kaarina", f"upcoming:{group.id}:"))[0] == "upcoming-heading"


async def test_whoever_leaves_the_channel_has_no_seat_of_any_kind_left(desk: Desk) -> None:
    group = await circle(desk)
    await desk.does("Kaarina", f"facilitate:{group.id}:", "main")
    await desk.does("Kaarina", f"seat-ask:{group.id}:over={await member_id(desk, 'Aino')}")
    heard = await desk.hears("Kaarina", Departed(), "main")
    assert heard.seats == {"Kaarina": False}
    async with desk.work() as work:
        assert await work.conveners.find() == []
        assert await work.facilitators.find() == []
        assert await work.questions.find() == []


async def member_id(desk: Desk, name: str) -> str:
    async with desk.work() as work:
        return (await work.members.find(name=name))[0].id


async def test_what_was_said_of_an_absence_does_not_name_the_leaver_any_more(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Aino", "Veikko", "Salme")
    first = (await desk.meetings(group))[0]
    await desk.does("Kaarina", f"absences:{group.id}:once")
    await desk.does("Aino", f"absent:{first.id}:")
    await desk.fills("Aino", "reason", f"{first.id}:convener", reason="Kurkku on kipeä")
    async with desk.work() as work:
        (aino,) = await work.members.find(name="Aino")
        for notice in await work.notices.find(kind=("absence", "word")):
            await work.notices.save(replace(notice, state=State.SENT))
        told = [notice for notice in await work.notices.find() if aino.id in notice.ref]
        assert {notice.kind for notice in told} >= {"word"}
    await desk.does("Aino", "forget-sure::")
    async with desk.work() as work:
        assert [notice.kind for notice in await work.notices.find() if aino.id in notice.ref + notice.key] == []
