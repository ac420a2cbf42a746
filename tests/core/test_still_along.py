"""Somebody silent is asked in private whether they are still along, kindly, seldom, and by their convener alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.delivery import Said, compose
from bot.core.model import State
from bot.core.ports import Settlement
from tests.core.along_desk import DUE, asked, asks, circle, fails, member, names, posts, questions, sends, waiting, word
from tests.core.core_desk import Desk, buttons, phrases, words


async def test_a_convener_chooses_among_the_others_and_hears_what_will_happen_first(desk: Desk) -> None:
    group = await circle(desk)
    menu = await desk.does("Kaarina", f"convening:{group.id}:")
    page = await desk.does("Kaarina", buttons(menu)["Kysy, onko joku vielä mukana"])
    assert list(buttons(page)) == ["Aino", "Veikko", "Salme"]
    confirm = await desk.does("Kaarina", buttons(page)["Veikko"])
    assert phrases(confirm) == ["along-confirm", "along-confirm-silent", "along-return-open"]
    assert await questions(desk) == [], "nobody is asked before it is confirmed"
    reply = await desk.does("Kaarina", buttons(confirm)["Kysy yksityisesti"])
    assert phrases(reply) == ["along-asked"]
    assert "ti 15.9. klo 10" in words(reply)
    assert phrases(await desk.does("Kaarina", "/vielämukana")) == ["along-pick", "along-waits"]


async def test_they_are_asked_alone_kindly_and_with_the_way_to_their_own(desk: Desk) -> None:
    group = await circle(desk)
    assert await asks(desk, group) == ["along-asked"]
    said = await sends(desk, (await waiting(desk, "still-along"))[0])
    assert isinstance(said, Said)
    assert (said.to.private, said.to.id) == (True, "Veikko")
    text = words(said.message)
    assert "Hei Veikko." in text
    assert "ti 15.9. klo 10 asti" in text
    assert "Kaarina" not in text, "it does not matter who asks"
    ways = [data.split(":")[0] for data in buttons(said.message).values()]
    assert ways == ["along-yes", "leave", "mydata"]


async def test_a_second_press_asks_nobody_twice(desk: Desk) -> None:
    group = await circle(desk)
    assert await asks(desk, group) == ["along-asked"]
    before = await desk.rows()
    assert await asks(desk, group) == ["along-already"]
    page = await desk.does("Kaarina", f"along:{group.id}:")
    assert "Veikko" not in buttons(page)
    assert phrases(await desk.does("Kaarina", f"along-ask:{group.id}:{await member(desk, 'Veikko')}")) == [
        "along-already"
    ]
    assert await desk.rows() == before
    assert len(await questions(desk)) == 1


async def test_in_the_evening_they_are_asked_in_the_morning_and_the_two_weeks_begin_then(desk: Desk) -> None:
    group = await circle(desk)
    desk.clock.move(datetime(2026, 9, 1, 20, tzinfo=UTC))
    await asks(desk, group)
    (ask,) = await waiting(desk, "still-along")
    assert ask.due == datetime(2026, 9, 2, 5, tzinfo=UTC)
    (question,) = await questions(desk)
    assert question.closes == DUE + timedelta(days=1)


async def test_said_late_the_two_weeks_are_counted_from_then(desk: Desk) -> None:
    group = await circle(desk)
    await asks(desk, group)
    desk.clock.move(datetime(2026, 9, 6, 9, tzinfo=UTC))
    said = await sends(desk, (await waiting(desk, "still-along"))[0])
    assert isinstance(said, Said)
    assert "su 20.9. klo 10 asti" in words(said.message)
    earlier, later = await waiting(desk, "let-go")
    assert isinstance(await sends(desk, earlier), Settlement)
    assert "Veikko" in await names(desk, group), "the earlier date does nothing any more"
    assert isinstance(await sends(desk, later), Said)
    assert "Veikko" not in await names(desk, group)


async def test_an_earlier_date_that_came_too_late_is_no_end_of_the_asking(desk: Desk) -> None:
    group = await circle(desk)
    await asks(desk, group)
    desk.clock.move(datetime(2026, 9, 6, 9, tzinfo=UTC))
    await sends(desk, (await waiting(desk, "still-along"))[0])
    earlier, later = await waiting(desk, "let-go")
    desk.clock.move(earlier.expires + timedelta(minutes=1))
    await fails(desk, earlier, None)
    assert [notice.id for notice in await waiting(desk, "let-go")] == [later.id]
    assert await waiting(desk, "along") == []


@pytest.mark.parametrize("name", ["Aino", "Urho", "Outi"])
async def test_only_a_convener_asks_and_takes_back(desk: Desk, name: str) -> None:
    group = await circle(desk)
    await desk.does("Outi", f"facilitate:{group.id}:", "main")
    async with desk.work() as work:
        (wish,) = await work.questions.find(kind="facilitator")
    await desk.does("Kaarina", f"facilitator-in:{group.id}:{wish.id}")
    await asks(desk, group)
    (question,), veikko = await questions(desk), await member(desk, "Veikko")
    before = await desk.rows()
    for data in (f"along:{group.id}:", f"along-ask:{group.id}:{veikko}", f"along-sure:{group.id}:{veikko}",
                 f"along-back:{group.id}:{question.id}"):  # fmt: skip
        assert phrases(await desk.does(name, data))[0].startswith("refused-")
    after = await desk.rows()
    assert {table: after[table] for table in after if table != "persons"} == before


async def test_nobody_asks_themselves_nor_somebody_of_another_group(desk: Desk) -> None:
    group = await circle(desk)
    await desk.group("Helmi", "Sampo", channel="other", name="Toinen piiri")
    for name in ("Kaarina", "Sampo"):
        for step in ("along-ask", "along-sure"):
            data = f"{step}:{group.id}:{await member(desk, name)}"
            assert phrases(await desk.does("Kaarina", data)) == ["refused-old"]
    for value in ("", "nowhere", "²", "-1", "9999999"):
        assert phrases(await desk.does("Kaarina", f"along:{group.id}:{value}")) == ["along-pick"]
        assert phrases(await desk.does("Kaarina", f"along-sure:{group.id}:{value}")) == ["refused-old"]
    assert await questions(desk) == []


async def test_many_members_are_shown_a_page_at_a_time(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Aino")
    async with desk.work() as work:
        (aino,), (her,) = await work.members.find(name="Aino"), await work.persons.find(name="Aino")
        for number in range(24):
            await work.persons.add(replace(her, id=f"p{number}", handle=f"h{number}"))
            await work.members.add(replace(aino, id=f"m{number}", name=f"Jäsen{number}", person_id=f"p{number}"))
    first = await desk.does("Kaarina", f"along:{group.id}:")
    second = await desk.does("Kaarina", buttons(first)["Näytä lisää"])
    assert len(buttons(first)) == 20 + 1
    assert len(buttons(second)) == 5
    assert not set(buttons(first).values()) & set(buttons(second).values())


async def test_a_group_of_one_has_nobody_to_ask(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina")
    assert phrases(await desk.does("Kaarina", f"along:{group.id}:")) == ["along-nobody"]


async def test_nobody_is_asked_more_often_than_once_a_month(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    await desk.does("Veikko", f"along-yes:{group.id}:")
    assert await asks(desk, group) == ["along-lately"]
    (question,) = await questions(desk)
    desk.clock.move(question.opened + timedelta(days=30))
    assert await asks(desk, group) == ["along-asked"]


# Answering


async def test_whoever_is_along_stays_and_the_convener_alone_hears_it(desk: Desk) -> None:
    group = await circle(desk)
    message = await asked(desk, group)
    before = [n.id for n in await posts(desk)]
    reply = await desk.does("Veikko", buttons(message)["Olen vielä mukana"])
    assert phrases(reply)[0] == "along-yes-done"
    assert await waiting(desk, "let-go") == []
    assert await word(desk) == ["along-word-yes"]
    assert [n.id for n in await posts(desk)] == before, "the group hears nothing"
    assert phrases(await desk.does("Veikko", buttons(message)["Olen vielä mukana"])) == ["along-in-already"]
    assert await waiting(desk, "along") == [], "nor the convener twice"


async def test_what_is_on_its_way_when_the_answer_comes_says_and_does_nothing(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    in_hand = [*await waiting(desk, "let-go"), *await desk.notices("still-along")]
    await desk.does("Veikko", f"along-yes:{group.id}:")
    desk.clock.move(DUE)
    async with desk.work() as work:
        for notice in in_hand:
            assert isinstance(await compose(work, replace(notice, state=State.SENDING), desk.house), Settlement)
    assert "Veikko" in await names(desk, group)


async def test_somebody_elses_yes_is_no_answer(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    assert phrases(await desk.does("Aino", f"along-yes:{group.id}:")) == ["along-in-already"]
    assert phrases(await desk.does("Urho", f"along-yes:{group.id}:"))[0].startswith("refused-")
    assert len(await questions(desk, closed=False)) == 1


async def test_to_step_out_is_to_leave_as_ever(desk: Desk) -> None:
    group = await circle(desk)
    message = await asked(desk, group)
    reply = await desk.does("Veikko", buttons(message)["Jään pois"])
    assert phrases(reply)[0] == "leave-ask"
    await desk.does("Veikko", f"leave-sure:{group.id}:quiet")
    assert await questions(desk) == []
    assert await waiting(desk) == []


async def test_taken_back_nothing_comes_of_it(desk: Desk) -> None:
    group = await circle(desk)
    message = await asked(desk, group)
    page = await desk.does("Kaarina", f"along:{group.id}:")
    back = buttons(page)["Peru kysymys: Veikko"]
    assert phrases(await desk.does("Kaarina", back)) == ["along-taken-back"]
    assert phrases(await desk.does("Kaarina", back)) == ["refused-old"]
    assert await waiting(desk) == []
    assert phrases(await desk.does("Veikko", buttons(message)["Olen vielä mukana"])) == ["along-in-already"]
    assert await asks(desk, group) == ["along-lately"], "Veikko has heard it"


async def test_taken_back_before_it_was_said_it_has_never_been(desk: Desk) -> None:
    group = await circle(desk)
    desk.clock.move(datetime(2026, 9, 1, 20, tzinfo=UTC))
    await asks(desk, group)
    (question,) = await questions(desk)
    await desk.does("Kaarina", f"along-back:{group.id}:{question.id}")
    assert await waiting(desk) == []
    assert await questions(desk) == []
    assert await asks(desk, group) == ["along-asked"]
