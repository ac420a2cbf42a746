"""Sub-groups: who is in which is each one's own word; the theme, the brief and the time follow it."""

import json
from datetime import UTC, datetime

from bot.core.agenda import agenda
from bot.core.delivery import Said
from bot.core.incoming import Press
from bot.core.model import How
from bot.core.outgoing import DataFile, Form, Message
from bot.core.ports import Settlement
from bot.core.uses.subgroups.subgroups_convening import MOST
from bot.core.view import view
from tests.core.core_desk import Desk, buttons, phrases, words
from tests.core.subgroup_desk import PEOPLE, found, subgroups

# Who is in which


async def test_a_group_has_the_sub_groups_of_its_programme_and_others_have_none(desk: Desk) -> None:
    group, other = await found(desk), await desk.group("Helmi", "Helmi", channel="other")
    assert set(await subgroups(desk, group)) == {"management", "workers", "solo"}
    assert await subgroups(desk, other) == {}
    for act in (f"my-subgroup:{other.id}:", f"subgroups:{other.id}:", f"subgroup-pick:{other.id}:"):
        assert phrases(await desk.does("Helmi", act)) == ["subgroup-none"], act
    for page in (f"ours:{other.id}:", f"convening:{other.id}:"):
        assert "ienryhm" not in words(await desk.does("Helmi", page))


async def test_whoever_comes_in_is_asked_which_one_is_theirs_and_chooses_for_themselves(desk: Desk) -> None:
    group = await found(desk, "Kaarina")
    welcome = await desk.does("Aino", f"join:{group.id}:", "main")
    assert "Missä pienryhmässä olet?" in words(welcome)
    assert "Keikkatyöntekijät: Teet keikkaa" in words(welcome)
    press = buttons(welcome)["Keikkatyöntekijät"]
    for _ in range(2):
        chosen = await desk.does("Aino", press)
        assert "Pienryhmäsi: Keikkatyöntekijät" in words(chosen)
        assert "jää sinne" in words(chosen)
    async with desk.work() as work:
        chosen_by = {m.name: m.subgroup_id for m in await work.members.find(group_id=group.id)}
    assert chosen_by == {"Kaarina": None, "Aino": press.split(":")[2]}
    page = await desk.does("Aino", "/jako")
    assert "Olet valinnut: Keikkatyöntekijät" in words(page)
    await desk.does("Aino", buttons(page)["En mikään näistä"])
    assert "Et ole vielä valinnut" in words(await desk.does("Aino", "/jako", "main"))


async def test_a_sub_group_of_another_group_is_refused_as_is_a_made_up_one(desk: Desk) -> None:
    group, other = await found(desk), await found(desk, "Kaarina", channel="other", name="Toinen")
    theirs = (await subgroups(desk, other))["workers"].id
    before = await desk.rows()
    for value in (theirs, "nowhere", "=", "0"):
        for word in ("my-subgroup", "subgroups", "subgroup-drop", "subgroup-drop-sure", "subgroup-unlink",
                     "subgroup-name", "subgroup-link", "subgroup-back"):  # fmt: skip
            reply = await desk.does("Kaarina", f"{word}:{group.id}:{value}")
            assert phrases(reply) == ["refused-old"], f"{word} {value}"
        assert phrases(await desk.fills("Kaarina", "subgroup-name", f"{group.id}:{value}", title="X")) == [
            "refused-old"
        ]
    assert await desk.rows() == before


async def test_only_the_convener_arranges_them_and_sees_how_many_are_in_each_and_no_name(desk: Desk) -> None:
    group = await found(desk)
    ids = {name: one.id for name, one in (await subgroups(desk, group)).items()}
    for name, which in (("Aino", "workers"), ("Veikko", "workers"), ("Salme", "solo")):
        await desk.does(name, f"my-subgroup:{group.id}:{ids[which]}")
    page = words(await desk.does("Kaarina", f"subgroups:{group.id}:"))
    for line in ("Johto: ei vielä ketään", "Keikkatyöntekijät: 2", "Yksinyrittäjät: yksi", "Valitsematta: 1"):
        assert line in page
    assert not [name for name in PEOPLE if name in page]
    for word in ("subgroups", "subgroup-add", "subgroup-name", "subgroup-drop", "subgroup-drop-sure",
                 "subgroup-back", "subgroup-pick", "subgroup-link", "subgroup-unlink"):  # fmt: skip
        assert phrases(await desk.does("Aino", f"{word}:{group.id}:{ids['solo']}")) == ["refused-convener"], word


async def test_the_convener_adds_one_names_it_anew_and_removes_it_and_nobody_is_moved(desk: Desk) -> None:
    group = await found(desk)
    assert "Kuljettajat" in words(await desk.fills("Kaarina", "subgroup-add", group.id, title="  Kuljettajat \u200b"))
    drivers = (await subgroups(desk, group))["Kuljettajat"]
    await desk.does("Aino", f"my-subgroup:{group.id}:{drivers.id}")
    for again in ("kuljettajat", "JOHTO", "  ", "x" * 41):
        form = await desk.fills("Kaarina", "subgroup-add", group.id, title=again)
        assert isinstance(form, Form), again
        assert form.fields[0].problem, again
    await desk.fills("Kaarina", "subgroup-name", f"{group.id}:{drivers.id}", title="Ratin takana")
    assert "Olet valinnut: Ratin takana" in words(await desk.does("Aino", "/jako"))
    asked = words(await desk.does("Kaarina", f"subgroup-drop:{group.id}:{drivers.id}"))
    assert "Yksi on valinnut sen." in asked
    await desk.does("Kaarina", f"subgroup-drop-sure:{group.id}:{drivers.id}")
    assert phrases(await desk.does("Kaarina", f"subgroup-drop-sure:{group.id}:{drivers.id}")) == ["refused-old"]
    assert "Et ole vielä valinnut" in words(await desk.does("Aino", "/jako"))


async def test_one_of_the_programmes_can_be_done_without_and_taken_back_but_not_renamed(desk: Desk) -> None:
    group = await found(desk)
    solo = (await subgroups(desk, group))["solo"]
    assert phrases(await desk.does("Kaarina", f"subgroup-name:{group.id}:{solo.id}")) == ["refused-old"]
    await desk.does("Kaarina", f"subgroup-drop-sure:{group.id}:{solo.id}")
    page = await desk.does("Kaarina", f"subgroups:{group.id}:")
    back = buttons(page)["Ota takaisin: Yksinyrittäjät"]
    await desk.does("Kaarina", back)
    await desk.does("Kaarina", back)
    assert set(await subgroups(desk, group)) == {"management", "workers", "solo"}


async def test_there_are_never_more_than_have_room(desk: Desk) -> None:
    group = await found(desk)
    for number in range(MOST):
        await desk.fills("Kaarina", "subgroup-add", group.id, title=f"Ala {number}")
    assert len(await subgroups(desk, group)) == MOST
    assert phrases(await desk.does("Kaarina", f"subgroup-add:{group.id}:")) == ["subgroup-full"]
    assert "Lisää pienryhmä" not in buttons(await desk.does("Kaarina", f"subgroups:{group.id}:"))


async def test_a_choice_is_in_ones_own_data_and_goes_with_the_leaver(desk: Desk) -> None:
    group = await found(desk)
    solo = (await subgroups(desk, group))["solo"]
    await desk.does("Aino", f"my-subgroup:{group.id}:{solo.id}")
    reply = (await desk.hears("Aino", Press("mydata::"))).reply
    assert isinstance(reply, Message)
    (file,) = reply.files
    assert isinstance(file, DataFile)
    assert '"subgroup": "Yksinyrittäjät"' in json.dumps(dict(file.data), default=str, ensure_ascii=False)
    await desk.does("Aino", f"leave-sure:{group.id}:quiet")
    assert "Yksinyrittäjät: ei vielä ketään" in words(await desk.does("Kaarina", f"subgroups:{group.id}:"))


# The theme, the brief and the time


async def test_the_theme_shows_ones_own_task_and_all_to_who_has_no_sub_group_or_looks_after_all(desk: Desk) -> None:
    group = await found(desk)
    (first, _) = await desk.meetings(group)
    ids = {name: one.id for name, one in (await subgroups(desk, group)).items()}
    for name in ("Aino", "Kaarina"):
        await desk.does(name, f"my-subgroup:{group.id}:{ids['workers']}")
    own = words(await desk.does("Aino", f"theme:{first.id}:"))
    assert "Keikkatyöntekijät: Millaista on tulla taloon" in own
    assert "Johto: " not in own
    for name in ("Veikko", "Kaarina"):
        every = words(await desk.does(name, f"theme:{first.id}:"))
        assert all(f"{title}: " in every for title in ("Johto", "Keikkatyöntekijät", "Yksinyrittäjät")), name


async def test_the_brief_lists_the_split_and_how_many_are_where(desk: Desk) -> None:
    group = await found(desk)
    (first, _) = await desk.meetings(group)
    await desk.does("Aino", f"my-subgroup:{group.id}:{(await subgroups(desk, group))['solo'].id}")
    said = words(await desk.does("Kaarina", f"brief:{first.id}:"))
    assert "25 min: Pienryhmissä: Mitä tarvitaan" in said
    assert "20 min: Yhdessä: Mitä kokeillaan" in said
    assert "Yksinyrittäjät: yksi" in said
    assert "missä kukin pienryhmä istuu" in said


async def test_the_meeting_splits_once_for_two_tasks_on_end_and_comes_together_once(desk: Desk) -> None:
    group = await found(desk)
    async with desk.work() as work:
        seen = await view(work, desk.house, group)
    steps = agenda(seen, seen.meetings[0])
    assert [step.begins for step in steps if step.begins] == ["split", "together"]
    assert sum(step.minutes for step in steps) == 145, "as long as without the split"


async def test_the_timekeeper_says_when_to_split_and_when_all_come_together(desk: Desk) -> None:
    group = await found(desk, "Aino", "Veikko")
    await desk.does("Kaarina", f"facilitate:{group.id}:", "main")
    (first, _) = await desk.meetings(group)
    desk.clock.move(first.begins(group.tz))
    async with desk.work() as work:
        seen = await view(work, desk.house, group)
    await desk.does("Kaarina", f"clock:{first.id}:")
    said = []
    for index in range(len(agenda(seen, first))):
        step = await desk.says("step", first, index)
        assert isinstance(step, Said)
        said.append(phrases(step.message))
    assert sum("step-split" in each for each in said) == 1
    assert sum("step-together" in each for each in said) == 1


async def test_without_any_sub_group_the_task_is_everybodys(desk: Desk) -> None:
    group = await found(desk)
    for one in (await subgroups(desk, group)).values():
        await desk.does("Kaarina", f"subgroup-drop-sure:{group.id}:{one.id}")
    (first, _) = await desk.meetings(group)
    assert "Kun jakaudutte" not in words(await desk.does("Kaarina", f"brief:{first.id}:"))
    assert not isinstance(await desk.says("pretask", first), Settlement)


# Seventy


async def test_of_many_who_cannot_come_the_reminder_tells_how_many_and_the_convener_reads_who(desk: Desk) -> None:
    names = tuple(f"Jäsen{number}" for number in range(14))
    group = await found(desk, *names)
    (first, _) = await desk.meetings(group)
    for name in names[:10]:
        await desk.does(name, f"absent:{first.id}:")
    reminder = await desk.says("reminder", first)
    assert isinstance(reminder, Said)
    assert "Ei pääse: Jäsen0" in words(reminder.message)
    for name in names[10:12]:
        await desk.does(name, f"absent:{first.id}:")
    await desk.fills(names[0], "reason", f"{first.id}:group", reason="Kuume")
    reminder = await desk.says("reminder", first)
    assert isinstance(reminder, Said)
    said = words(reminder.message)
    assert "Ei pääse: 11 jäsentä" in said
    assert "Jäsen0 – ”Kuume”" in said, "what somebody told the group is told"
    assert "Jäsen5" in words(await desk.does("Kaarina", f"brief:{first.id}:"))
    async with desk.work() as work:
        seen = await view(work, desk.house, group)
    assert len(seen.told(first, How.ABSENT)) == 12


async def test_of_many_members_the_plan_tells_how_many(desk: Desk) -> None:
    group = await found(desk, *(f"Jäsen{number}" for number in range(31)))
    said = words(await desk.does("Kaarina", f"plan:{group.id}:"))
    assert "Mukana on 31." in said
    assert "Jäsen5," not in said


async def test_the_post_just_before_says_that_there_is_a_split(desk: Desk) -> None:
    group = await found(desk)
    (first, _) = await desk.meetings(group)
    desk.clock.move(datetime(2026, 9, 15, 13, tzinfo=UTC))
    soon = await desk.says("soon", first)
    assert isinstance(soon, Said)
    assert "jakaudutte välillä pienryhmiin" in words(soon.message)


async def test_the_pre_task_offers_the_choice_while_anybody_is_in_none(desk: Desk) -> None:
    group = await found(desk, "Aino", "Veikko")
    first = (await desk.meetings(group))[0]
    management = (await subgroups(desk, group))["management"]
    await desk.does("Aino", f"my-subgroup:{group.id}:{management.id}")
    assert "Oma pienryhmä" in buttons((await desk.says("pretask", first)).message)
    await desk.does("Veikko", f"my-subgroup:{group.id}:{management.id}")
    assert "Oma pienryhmä" not in buttons((await desk.says("pretask", first)).message)
