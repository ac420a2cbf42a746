"""A sub-group's own channel: given and taken back there, what comes to it, and what happens when it is closed."""

from dataclasses import replace

import pytest

from bot.core.delivery import Said
from bot.core.incoming import LetIn, Relocated, ShutOut
from bot.core.model import State
from bot.core.platform import Address, Moved, Unreachable
from bot.core.uses.season.erasing import erase, pages_of
from tests.core.core_desk import Desk, buttons, phrases, words
from tests.core.subgroup_desk import THEIRS, follows, found, linked, part, subgroups


async def test_the_groups_pre_task_asks_for_those_who_have_no_channel_and_the_others_in_theirs(desk: Desk) -> None:
    group = await found(desk)
    (first, _) = await desk.meetings(group)
    whole = await desk.says("pretask", first)
    assert isinstance(whole, Said)
    assert THEIRS in words(whole.message)
    await linked(desk, group)
    common, theirs = await desk.says("pretask", first), await desk.says("part-pretask", first)
    assert isinstance(common, Said)
    assert isinstance(theirs, Said)
    assert THEIRS not in words(common.message)
    assert "Keikkatyöntekijät:" in words(common.message)
    assert THEIRS in words(theirs.message)
    assert "Ensi kerralla: " in words(theirs.message)
    assert (common.to.id, theirs.to.id) == ("main", "chiefs")
    task = await desk.says("part-task", first)
    assert isinstance(task, Said)
    assert task.to.id == "chiefs"
    assert "25 min pienryhmässä" in words(task.message)
    assert "Vain se, minkä yhdessä olette sopineet" in words(task.message)


async def test_a_note_is_written_to_ones_own_prompts_too(desk: Desk) -> None:
    group = await found(desk)
    (first, _) = await desk.meetings(group)
    await desk.does("Aino", f"my-subgroup:{group.id}:{(await subgroups(desk, group))['management'].id}")
    assert THEIRS in words(await desk.does("Aino", f"note:{first.id}:"))
    assert THEIRS not in words(await desk.does("Veikko", f"note:{first.id}:"))


async def test_members_find_their_group_from_there_and_strangers_cannot_come_in_by_it(desk: Desk) -> None:
    group = await found(desk)
    await linked(desk, group)
    assert phrases(await desk.does("Aino", "/poissa", "chiefs"))[0] == "absent-noted"
    assert phrases(await desk.does("Aino", "/aihe", "chiefs"))
    assert phrases(await desk.does("Urho", "/mukana", "chiefs")) == ["join-in-channel"]
    assert "Torstain piiri" in words(await desk.does("Kaarina", "/jako", "chiefs"))
    assert "Et ole vielä valinnut" in words(await desk.does("Aino", "/jako", "chiefs"))
    assert phrases(await desk.does("Aino", "/aloita", "chiefs")) == ["setup-in-subgroup"]


async def test_a_channel_is_one_groups_or_one_sub_groups(desk: Desk) -> None:
    group, other = await found(desk), await found(desk, "Kaarina", channel="other", name="Toinen")
    one = await linked(desk, group)
    theirs = (await subgroups(desk, other))["workers"]
    for channel, phrase in (("other", "subgroup-link-group"), ("chiefs", "subgroup-link-other")):
        reply = await desk.does("Kaarina", f"subgroup-link:{other.id}:{theirs.id}", channel)
        assert phrases(reply) == [phrase], channel
    again = await desk.does("Kaarina", f"subgroup-link:{group.id}:{one.id}", "chiefs")
    assert phrases(again)[0] == "subgroup-linked"
    with pytest.raises(Exception, match="setup-in-subgroup"):
        await found(desk, "Kaarina", channel="chiefs", name="Kolmas")


async def test_who_may_not_decide_in_the_channel_or_convenes_nothing_is_told_what_to_do(desk: Desk) -> None:
    group = await found(desk)
    one = (await subgroups(desk, group))["workers"]
    assert phrases(await desk.does("Aino", "/jako", "chiefs")) == ["subgroup-link-who"]
    assert phrases(await desk.does("Urho", "/jako", "chiefs")) == ["subgroup-link-who"]
    for act in ("/jako", f"subgroup-link:{group.id}:{one.id}", f"subgroup-pick:{group.id}:"):
        reply = await desk.does("Kaarina", act, "chiefs", may_convene=False)
        assert phrases(reply) == ["subgroup-link-may-not"], act
    assert phrases(await desk.does("Kaarina", f"subgroup-link:{group.id}:{one.id}")) == ["subgroup-link-where"]
    await desk.hears("Kaarina", LetIn(), "let")
    assert "subgroup-link-which" in phrases(await desk.does("Kaarina", "/jako", "let", may_convene=False))


async def test_with_two_groups_it_is_asked_which_one_is_meant(desk: Desk) -> None:
    group = await found(desk)
    await found(desk, "Kaarina", channel="other", name="Toinen")
    asked = await desk.does("Kaarina", "/jako", "chiefs")
    assert phrases(asked) == ["which-group"]
    picked = await desk.does("Kaarina", buttons(asked)["Torstain piiri"])
    linked_ = await desk.does("Kaarina", buttons(picked)["Johto"])
    assert phrases(linked_)[0] == "subgroup-linked"
    assert (await subgroups(desk, group))["management"].channel == "chiefs"


async def test_taken_back_after_the_groups_pre_task_the_sub_groups_own_is_not_lost(desk: Desk) -> None:
    group = await found(desk)
    one = await linked(desk, group)
    (first, _) = await desk.meetings(group)
    common = await part(desk, "pretask", first)
    async with desk.work() as work:
        await work.notices.save(replace(common, state=State.SENT))
    await desk.does("Kaarina", f"subgroup-unlink:{group.id}:{one.id}", "chiefs")
    await desk.does("Kaarina", f"subgroup-unlink:{group.id}:{one.id}", "chiefs")
    assert await desk.notices("part-pretask") == []
    here = await desk.says("part-here", first)
    assert isinstance(here, Said)
    assert here.to.id == "main"
    assert THEIRS in words(here.message)
    assert len(await desk.notices("part-here")) == 1


async def test_a_channel_found_closed_is_taken_from_it_told_to_the_convener_and_the_post_comes_home(desk: Desk) -> None:
    group = await found(desk)
    await linked(desk, group)
    (first, _) = await desk.meetings(group)
    await follows(desk, await part(desk, "part-pretask", first), Unreachable("removed"))
    assert (await subgroups(desk, group))["management"].channel == ""
    async with desk.work() as work:
        assert (await work.groups.get(group.id)).unreachable is None  # type: ignore[union-attr]
    here, told = await desk.says("part-here", first), await desk.says("part-shut")
    assert isinstance(here, Said)
    assert isinstance(told, Said)
    assert (here.to.id, told.to.id, told.to.private) == ("main", "Kaarina", True)
    assert THEIRS in words(here.message)
    assert "minut on poistettu keskustelusta" in words(told.message)
    assert await desk.notices("trouble") == [], "it is told once"


async def test_a_channel_that_moves_to_another_sub_groups_own_is_lost(desk: Desk) -> None:
    group = await found(desk)
    await linked(desk, group)
    await linked(desk, group, "workers", "-2")
    await desk.hears("", Relocated("chiefs"), "-2")
    there = await subgroups(desk, group)
    assert (there["management"].channel, there["workers"].channel) == ("chiefs", "")
    assert len(await desk.notices("part-shut")) == 1


async def test_a_channel_that_shuts_us_out_or_moves_is_followed(desk: Desk) -> None:
    group = await found(desk)
    await linked(desk, group)
    await linked(desk, group, "workers", "-2")
    await desk.hears("", Relocated("-100"), "-2")
    assert (await subgroups(desk, group))["workers"].channel == "-100"
    (first, _) = await desk.meetings(group)
    workers = (await subgroups(desk, group))["workers"].id
    theirs = next(n for n in await desk.notices("part-pretask") if n.meeting_id == first.id and n.ref == workers)
    await follows(desk, theirs, Moved("-200"), State.WAITING)
    assert (await subgroups(desk, group))["workers"].channel == "-200"
    await desk.hears("Urho", ShutOut("removed"), "chiefs")
    await desk.hears("Urho", ShutOut("removed"), "chiefs")
    assert (await subgroups(desk, group))["management"].channel == ""
    assert len(await desk.notices("part-shut")) == 1
    async with desk.work() as work:
        there = await work.groups.get(group.id)
        assert there
        assert (there.channel, there.unreachable) == ("main", None)


async def test_where_the_whole_place_shuts_us_out_channels_are_kept_until_we_are_back(desk: Desk) -> None:
    group = await found(desk, channel="server/1")
    await linked(desk, group, channel="server/2")
    await desk.hears("Urho", ShutOut("removed"), "server")
    assert (await subgroups(desk, group))["management"].channel == "server/2"
    assert await desk.notices("part-shut") == []
    assert (await desk.says("part-pretask")).state is State.FAILED  # type: ignore[union-attr]


async def test_a_sub_group_that_is_removed_has_nothing_more_sent_to_its_channel(desk: Desk) -> None:
    group = await found(desk)
    one = await linked(desk, group)
    asked = words(await desk.does("Kaarina", f"subgroup-drop:{group.id}:{one.id}"))
    assert "En lähetä sen keskusteluun enää mitään" in asked
    await desk.does("Kaarina", f"subgroup-drop-sure:{group.id}:{one.id}")
    assert await desk.notices("part-pretask") + await desk.notices("part-task") == []
    assert phrases(await desk.does("Aino", "/poissa", "chiefs")) == ["refused-no-group-here"]


async def test_the_convener_of_a_group_that_goes_on_keeps_its_own_sub_groups_and_channels(desk: Desk) -> None:
    group = await found(desk)
    await desk.fills("Kaarina", "subgroup-add", group.id, title="Kuljettajat")
    await linked(desk, group)
    await linked(desk, group, "Kuljettajat", "drivers")
    await desk.does("Aino", f"my-subgroup:{group.id}:{(await subgroups(desk, group))['Kuljettajat'].id}")
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    values = {"name": "Torstain piiri", "programme": "keikkatyo", "language": "fi", "first": "ti 12.1.2027 klo 17",
              "every": "3w", "length": "2h30", "meetings": "2", "where": "Kirjasto", "themes": "", "floor": "five",
              "zone": "Europe/Helsinki"}  # fmt: skip
    shown = await desk.fills("Kaarina", "again", group.id, "main", **values)
    (sure,) = [data for data in buttons(shown).values() if data.startswith("again-sure")]
    assert phrases(await desk.does("Kaarina", sure, "main"))[0] == "again-done"
    async with desk.work() as work:
        (new,) = await work.groups.find(before_id=group.id)
    carried = await subgroups(desk, new)
    assert {name: one.channel for name, one in carried.items()} == {
        "management": "chiefs", "workers": "", "solo": "", "Kuljettajat": "drivers",
    }  # fmt: skip
    assert {one.channel for one in (await subgroups(desk, group)).values()} == {""}


async def test_a_channel_of_a_group_that_is_over_is_free_for_another(desk: Desk) -> None:
    group = await found(desk)
    await linked(desk, group)
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    other = await found(desk, "Kaarina", channel="other", name="Toinen")
    assert (await linked(desk, other)).channel == "chiefs"
    assert (await subgroups(desk, group))["management"].channel == ""


async def test_when_everything_is_deleted_nothing_is_left_of_them_nor_in_their_channels(desk: Desk) -> None:
    group = await found(desk)
    await linked(desk, group)
    async with desk.work() as work:
        assert Address("memory", "chiefs", private=False) in {page.at for page in await pages_of(work, group)}
        await erase(work, group, None)
        assert await work.subgroups.find(group_id=group.id) == []
