"""Any meeting ahead: opened from the list, told about and changed by those who may, or named by its day."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.core.fit import fit
from bot.core.incoming import Command, Sender
from bot.core.model import Convener, Facilitator, Group, How
from bot.core.outgoing import Message
from bot.core.people import person_for
from bot.core.replan import replan
from bot.core.season import in_order
from tests.core.core_desk import LIBRARY, PAGES, Desk, buttons, phrases, words
from tests.core.core_rows import wall

TIMES = [
    "ti 15.9. klo 17",
    "ti 6.10. klo 17",
    "ti 27.10. klo 17",
    "ti 17.11. klo 17",
    "ti 8.12. klo 17",
    "ti 29.12. klo 17",
]
HELSINKI = ZoneInfo("Europe/Helsinki")
READERS = ("Kaarina", "Aino", "Veikko", "Taisto", "Ritva")


async def circle(desk: Desk, **more: Any) -> Group:
    """Taisto convenes and is no member, Kaarina convenes and is one, Ritva facilitates; Helmi is in another group."""
    group = await desk.group("Taisto", "Kaarina", "Aino", "Veikko", **more)
    await desk.group("Helmi", "Helmi", name="Toinen piiri", channel="other")
    async with desk.work() as work:
        kaarina = await person_for(work, desk.house, Sender("memory", "Kaarina", "Kaarina"))
        ritva = await person_for(work, desk.house, Sender("memory", "Ritva", "Ritva"))
        await work.conveners.add(Convener("second", group.id, kaarina.id))
        await work.facilitators.add(Facilitator("f1", group.id, ritva.id, "Ritva"))
    return group


async def meetings(desk: Desk, group: Group) -> list[str]:
    return [meeting.id for meeting in in_order(await desk.meetings(group))]


async def opened(desk: Desk, name: str, meeting_id: str) -> dict[str, str]:
    """What each word on a meeting's page carries, by the word."""
    page = await desk.does(name, f"meeting:{meeting_id}:")
    return {data.partition(":")[0]: data for data in buttons(page).values()}


async def test_every_meeting_ahead_opens_from_the_list_by_its_time(desk: Desk) -> None:
    group = await circle(desk)
    for name in READERS:
        shown = buttons(await desk.does(name, "/tapaamiset"))
        assert list(shown) == TIMES, name
        assert list(shown.values()) == [f"meeting:{each}:" for each in await meetings(desk, group)]
        page = await desk.does(name, shown["ti 27.10. klo 17"])
        assert words(page).startswith("3. tapaaminen: "), name
        assert "ti 27.10. klo 17\nPaikka: Kulttuuritalo\nVetovuorossa: " in words(page)
    desk.clock.move(wall(2026, 10, 6, 19, 30).replace(tzinfo=HELSINKI))
    assert "ti 15.9. klo 17" not in buttons(await desk.does("Aino", "/tapaamiset")), "it is over"


async def test_a_later_meeting_is_told_about_and_moved_and_the_next_stays_as_it_is(desk: Desk) -> None:
    group = await circle(desk)
    next_, _, third, fourth, *_ = await meetings(desk, group)
    assert "Voit kertoa, pääsetkö." in words(await desk.does("Aino", f"meeting:{third}:"))
    assert phrases(await desk.does("Aino", (await opened(desk, "Aino", third))["absent"])) == ["absent-noted"]
    await desk.fills("Aino", "reason", f"{third}:convener", reason="Olen matkoilla")
    page = words(await desk.does("Aino", f"meeting:{third}:"))
    assert "Olet kertonut, ettet pääse.\nSanasi vain koollekutsujalle: ”Olen matkoilla”" in page
    for other in READERS:
        if other != "Aino":
            assert "matkoilla" not in words(await desk.does(other, f"meeting:{third}:")), other
    assert phrases(await desk.does("Taisto", (await opened(desk, "Taisto", fourth))["move"])) == ["move-title"]
    asked = await desk.fills("Taisto", "move", fourth, when="to 19.11. klo 18")
    assert phrases(await desk.does("Taisto", buttons(asked)["Siirrä tähän aikaan"])) == ["moved-done"]
    async with desk.work() as work:
        assert [(c.meeting_id, c.how) for c in await work.comings.find(group_id=group.id)] == [(third, How.ABSENT)]
    times = {m.id: m.starts for m in await desk.meetings(group)}
    assert times[next_] == wall(2026, 9, 15, 17)
    assert times[fourth] == wall(2026, 11, 19, 18)


@pytest.mark.parametrize("life", ["running", "paused"])
async def test_nothing_that_a_page_offers_its_reader_is_refused(desk: Desk, life: str) -> None:
    group = await circle(desk)
    third = (await meetings(desk, group))[2]
    if life == "paused":
        await desk.does("Taisto", f"pause:{group.id}:")
    offered = {}
    for name in READERS:
        there = await opened(desk, name, third)
        offered[name] = set(there)
        turn_first = sorted(there.values(), key=lambda data: (data[:4] != "swap", data[:4] != "lead"))
        for data in turn_first:
            said = phrases(await desk.does(name, data))
            assert not said[0].startswith("refused-"), f"{data} by {name}: {said}"
    member = {"coming", "absent", "late", "early", "note", "notes", "theme", "rota", "plan"}
    convener = {"move", "cancel", "change", "brief", "plan"}
    assert offered["Aino"] - {"lead-take", "lead-pass", "swap"} == member
    assert offered["Kaarina"] - {"lead-take", "lead-pass", "swap"} == member | convener
    assert offered["Taisto"] == convener
    assert offered["Ritva"] - {"lead-pass"} == {"theme", "rota", "brief", "plan"}


async def test_the_turn_to_lead_is_passed_or_swapped_by_who_has_it_and_taken_by_others(desk: Desk) -> None:
    group = await circle(desk)
    third = (await meetings(desk, group))[2]
    await desk.does("Aino", f"lead-take:{third}:")

    async def turns() -> dict[str, set[str]]:
        return {name: {"lead-take", "lead-pass", "swap"} & set(await opened(desk, name, third)) for name in READERS}

    others = {"Taisto": set(), "Ritva": set(), "Veikko": {"lead-take"}}
    assert await turns() == others | {"Aino": {"lead-pass", "swap"}, "Kaarina": {"lead-take"}}
    await desk.does("Kaarina", (await opened(desk, "Kaarina", third))["lead-take"])
    assert await turns() == others | {"Aino": {"lead-take"}, "Kaarina": {"lead-pass", "swap"}}


async def test_a_meeting_that_is_over_cancelled_of_others_or_nobodys_does_not_open(desk: Desk) -> None:
    group = await circle(desk)
    first, second, *_ = await meetings(desk, group)
    await desk.does("Kaarina", f"cancel-sure:{second}:")
    desk.clock.move(wall(2026, 9, 15, 19, 29).replace(tzinfo=HELSINKI))
    assert phrases(await desk.does("Aino", f"meeting:{first}:"))[0] == "meeting-heading", "it goes on"
    desk.clock.move(wall(2026, 9, 15, 19, 30).replace(tzinfo=HELSINKI))
    for name in READERS:
        assert phrases(await desk.does(name, f"meeting:{first}:")) == ["refused-over"]
        assert phrases(await desk.does(name, f"meeting:{second}:")) == ["refused-cancelled"]
        assert phrases(await desk.does(name, "meeting:0000000000000000:")) == ["refused-old"]
    for name in ("Helmi", "Urho"):
        assert phrases(await desk.does(name, f"meeting:{first}:")) == ["refused-stranger"]
    await desk.does("Taisto", f"end-sure:{group.id}:")
    assert phrases(await desk.does("Aino", f"meeting:{(await meetings(desk, group))[0]}:")) == ["refused-ended"]


async def test_a_meeting_that_goes_on_offers_no_turn_to_lead(desk: Desk) -> None:
    group = await circle(desk)
    first = (await meetings(desk, group))[0]
    desk.clock.move(wall(2026, 9, 15, 17).replace(tzinfo=HELSINKI))
    for name in READERS:
        assert not {"lead-take", "lead-pass", "swap"} & set(await opened(desk, name, first))


async def test_a_long_season_is_a_page_at_a_time_and_fits_every_platform(desk: Desk) -> None:
    group = await circle(desk, meetings=20)
    every = await meetings(desk, group)
    seen: list[str] = []
    ask = f"plan:{group.id}:"
    for _ in range(2):
        reply = await desk.does("Aino", ask)
        assert isinstance(reply, Message)
        (*_, last) = fit(LIBRARY.write(reply, "fi"), PAGES)
        assert len(last.buttons) <= 5
        assert sum(map(len, last.buttons)) == len(buttons(reply)), "no button has become a line"
        seen += [data for data in buttons(reply).values() if data.startswith("meeting:")]
        ask = buttons(reply).get("Myöhemmät tapaamiset", "")
    assert seen == [f"meeting:{each}:" for each in every]
    assert not ask
    assert "Aiemmat tapaamiset" in buttons(reply)
    for odd in ("99", "-1", "1000", "x", "²"):
        assert next(iter(buttons(await desk.does("Aino", f"plan:{group.id}:{odd}")))) == TIMES[0], odd


async def test_in_a_group_that_goes_on_a_meeting_has_its_kind_and_is_counted_within_its_season(desk: Desk) -> None:
    group = await desk.group("Taisto", "Aino", programme="tyopeili", themes=(), meetings=4)
    desk.clock.move(wall(2026, 11, 18, 12).replace(tzinfo=HELSINKI))
    async with desk.work() as work:
        await replan(work, desk.house, await work.groups.get(group.id) or group)
    every = await meetings(desk, group)
    assert len(every) > 5
    page = words(await desk.does("Aino", f"meeting:{every[5]}:"))
    assert page.startswith("2. tapaaminen: Yhdessä tekeminen – ")
    assert "Teette jotakin konkreettista" in page


async def test_a_command_takes_the_day_of_a_meeting_behind_it(desk: Desk) -> None:
    group = await circle(desk)
    every = await meetings(desk, group)

    async def told(words_: str) -> list[str]:
        await desk.hears("Aino", Command("poissa", words_), "main")
        async with desk.work() as work:
            return [every.index(c.meeting_id) + 1 for c in await work.comings.find(group_id=group.id)]

    assert await told("27.10.") == [3]
    assert sorted(await told("ti 17.11. klo 17")) == [3, 4]
    assert sorted(await told("olen kipeä")) == [1, 3, 4], "words that name no day are not heard, as ever"
    moving = (await desk.hears("Taisto", Command("siirra", "8.12."))).reply
    assert phrases(moving) == ["move-title"]
    assert "ti 8.12. klo 17" in words(moving)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("28.10.", "Tapaamista ei ole keskiviikkona 28.10.2026. Mitä tapaamista tarkoitat?"),
        ("huomenna", "Tapaamista ei ole keskiviikkona 2.9.2026. Mitä tapaamista tarkoitat?"),
        ("31.11.", "Mitä tapaamista tarkoitat?"),
        ("ke 27.10.", "Mitä tapaamista tarkoitat?"),
        ("27.10. olen matkoilla", "Mitä tapaamista tarkoitat?"),
    ],
)
async def test_a_day_without_a_meeting_changes_nothing_and_asks_which(desk: Desk, typed: str, said: str) -> None:
    group = await circle(desk)
    before = await desk.rows()
    asked = (await desk.hears("Aino", Command("poissa", typed), "main")).reply
    assert await desk.rows() == before
    assert words(asked).splitlines()[0] == said
    assert list(buttons(asked).values()) == [f"absent:{each}:" for each in await meetings(desk, group)]
    await desk.does(
        "Aino", next(data for label, data in buttons(asked).items() if label.startswith("ti 27.10. klo 17: "))
    )
    async with desk.work() as work:
        assert [c.how for c in await work.comings.find(group_id=group.id)] == [How.ABSENT]


async def test_a_day_on_which_two_groups_meet_is_asked_about_and_nobody_elses_meeting_is_named(desk: Desk) -> None:
    group = await circle(desk)
    other = await desk.group("Salme", "Aino", name="Kolmas piiri", channel="third")
    asked = (await desk.hears("Aino", Command("poissa", "6.10."))).reply
    both = {f"absent:{(await meetings(desk, each))[1]}:" for each in (group, other)}
    assert set(buttons(asked).values()) == both
    assert "Kolmas piiri: ti 6.10. klo 17" in words(asked)
    for name, word in (("Urho", "poissa"), ("Aino", "siirra"), ("Ritva", "poissa")):
        said = phrases((await desk.hears(name, Command(word, "28.10."))).reply)
        assert said[0].startswith("refused-"), f"{name} hears of no meeting that they cannot do this about"
