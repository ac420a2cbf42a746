"""Whom to ask about where a platform tells nobody who leaves, and what follows when somebody is not there."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.core import looking
from bot.core.hear import Heard, hear
from bot.core.looking import Sought, departure, sought
from bot.core.model import Group, Person, Subgroup
from tests.core.core_desk import Desk, phrases


async def server_group(desk: Desk, convener: str, *members: str, channel: str) -> Group:
    return await desk.group(convener, *members, channel=channel, platform="pages")


async def asked(desk: Desk) -> list[tuple[str, str]]:
    return sorted([(each.person.handle, each.channel) async for each in sought(desk.store, "pages")])


async def is_gone(desk: Desk, name: str, channel: str) -> Heard:
    """The platform, asked, says that this person is not there."""
    (found,) = [s async for s in sought(desk.store, "pages") if (s.person.handle, s.channel) == (name, channel)]
    return await takes_out(desk, found)


async def takes_out(desk: Desk, found: Sought) -> Heard:
    async with desk.work() as work:
        return await hear(work, desk.house, departure(found, desk.clock.now()))


async def members(desk: Desk, group: Group) -> Sequence[str]:
    async with desk.work() as work:
        return sorted(member.name for member in await work.members.find(group_id=group.id))


async def test_each_person_is_asked_about_once_for_a_server_however_many_groups_they_have_there(desk: Desk) -> None:
    await server_group(desk, "Kaarina", "Kaarina", "Aino", channel="7/1")
    await server_group(desk, "Kaarina", "Aino", channel="7/2")
    await server_group(desk, "Salme", "Aino", channel="8/1")
    assert await asked(desk) == [("Aino", "7"), ("Aino", "8"), ("Kaarina", "7"), ("Salme", "8")]


async def test_conveners_and_facilitators_who_are_no_members_are_asked_about(desk: Desk) -> None:
    group = await server_group(desk, "Kaarina", channel="7/1")
    await desk.does("Oiva", f"facilitate:{group.id}:", "7/1", platform="pages")
    async with desk.work() as work:
        (question,) = await work.questions.find(kind="facilitator")
    assert await asked(desk) == [("Kaarina", "7")], "whoever has only offered to has no seat yet"
    await desk.does("Kaarina", f"facilitator-in:{group.id}:{question.id}", platform="pages")
    assert await asked(desk) == [("Kaarina", "7"), ("Oiva", "7")]


async def test_a_group_that_is_over_is_asked_about_as_long_as_it_is_kept(desk: Desk) -> None:
    group = await server_group(desk, "Kaarina", "Aino", channel="7/1")
    await desk.does("Kaarina", f"end-sure:{group.id}:", platform="pages")
    assert await asked(desk) == [("Aino", "7"), ("Kaarina", "7")]
    await is_gone(desk, "Aino", "7")
    assert await members(desk, group) == []


async def test_a_sub_group_s_channel_elsewhere_is_nothing_to_be_missing_from(desk: Desk) -> None:
    group = await server_group(desk, "Kaarina", "Aino", channel="7/1")
    async with desk.work() as work:
        await work.subgroups.add(Subgroup("part1", group.id, "pages", "", "Yrittäjät", "9/1"))
    assert await asked(desk) == [("Aino", "7"), ("Kaarina", "7")]


async def test_people_of_other_platforms_are_not_asked_about(desk: Desk) -> None:
    await desk.group("Kaarina", "Kaarina", "Aino")
    assert await asked(desk) == []


async def test_page_after_page_everybody_is_asked_about_and_nobody_twice(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "PAGE", 2)
    names = ["Aino", "Oiva", "Salme", "Urho", "Veikko"]
    await server_group(desk, "Kaarina", *names, channel="7/1")
    await server_group(desk, "Kaarina", *names, channel="8/1")
    assert await asked(desk) == [(name, server) for name in sorted([*names, "Kaarina"]) for server in ("7", "8")]


async def test_those_who_are_taken_out_meanwhile_keep_nobody_from_being_asked_about(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "PAGE", 1)
    await server_group(desk, "Kaarina", "Aino", "Veikko", "Salme", channel="7/1")
    seen = []
    async for found in sought(desk.store, "pages"):
        seen.append(found.person.handle)
        await takes_out(desk, found)
    assert sorted(seen) == ["Aino", "Kaarina", "Salme", "Veikko"]
    assert await asked(desk) == []


async def test_who_has_left_a_server_is_out_of_all_its_groups_and_of_no_other(desk: Desk) -> None:
    first = await server_group(desk, "Kaarina", "Aino", "Veikko", channel="7/1")
    second = await server_group(desk, "Kaarina", "Aino", channel="7/2")
    longer_id = await server_group(desk, "Kaarina", "Aino", channel="77/1")
    about = f"{(await desk.meetings(first))[0].id}:"
    await desk.fills("Aino", "note", about, platform="pages", text="Tämä on vain minun.")
    async with desk.work() as work:
        assert [note.text for note in await work.notes.find()] == ["Tämä on vain minun."]
    await is_gone(desk, "Aino", "7")
    assert [await members(desk, group) for group in (first, second, longer_id)] == [["Veikko"], [], ["Aino"]]
    async with desk.work() as work:
        assert await work.notes.find() == []
    shown = await desk.does("Aino", f"upcoming:{first.id}:", platform="pages")
    assert phrases(shown) == ["refused-stranger"]


async def test_somebody_keeps_their_name_and_language_in_the_groups_that_they_stay_in(desk: Desk) -> None:
    await server_group(desk, "Kaarina", channel="7/1")
    stays = await server_group(desk, "Kaarina", channel="8/1")
    sv = {"platform": "pages", "language": "sv", "handle": "500"}
    for channel in ("7/1", "8/1"):
        async with desk.work() as work:
            (group,) = await work.groups.find(channel=channel)
        await desk.does("Astrid", f"join:{group.id}:", channel, **sv)
    await is_gone(desk, "500", "7")
    assert await members(desk, stays) == ["Astrid"]
    async with desk.work() as work:
        (astrid,) = await work.persons.find(handle="500")
    assert (astrid.name, astrid.language) == ("Astrid", "sv")


async def test_a_convener_who_has_left_convenes_no_more_and_the_group_is_asked_who_will(desk: Desk) -> None:
    group = await server_group(desk, "Kaarina", "Aino", channel="7/1")
    await is_gone(desk, "Kaarina", "7")
    async with desk.work() as work:
        assert await work.conveners.find() == []
    assert await desk.notices("vacancy")
    cancel = f"cancel-sure:{(await desk.meetings(group))[0].id}:"
    assert phrases(await desk.does("Kaarina", cancel, platform="pages"))[0].startswith("refused-")


async def test_the_same_night_twice_is_one_departure_and_coming_back_is_possible(desk: Desk) -> None:
    group = await server_group(desk, "Kaarina", "Aino", channel="7/1")
    (found,) = [s async for s in sought(desk.store, "pages") if s.person.handle == "Aino"]
    assert (await takes_out(desk, found)).became == "done"
    await desk.does("Aino", f"join:{group.id}:", "7/1", platform="pages")
    assert (await takes_out(desk, found)).became == "known"
    assert await members(desk, group) == ["Aino"], "what was found out that night says nothing of who came back"
    desk.clock.move(desk.clock.now() + timedelta(days=1))
    assert (await takes_out(desk, found)).became == "done"
    assert await members(desk, group) == [], "whoever leaves again another day has left again"


async def test_what_is_remembered_of_a_departure_names_nobody(desk: Desk) -> None:
    found = Sought(Person("randomletters", "pages", "210000001", "Aino", "fi"), "7")
    key = departure(found, desk.clock.now()).key
    assert "210000001" not in key
    assert "Aino" not in key
    elsewhere = departure(Sought(found.person, "8"), desk.clock.now()).key
    assert key != elsewhere, "two servers left on one day are two departures"
