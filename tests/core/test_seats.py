"""Conveners and facilitators: a seat is taken only by the press of whom it was offered to, as long as it stands."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.delivery import compose
from bot.core.incoming import Press
from bot.core.model import Group, How, Person, State
from bot.core.outgoing import Message
from bot.core.ports import Settlement
from bot.core.view import view
from tests.core.core_desk import Desk, buttons, phrases, words


async def circle(desk: Desk) -> Group:
    return await desk.group("Kaarina", "Aino", "Veikko", "Salme")


async def member(desk: Desk, name: str) -> str:
    async with desk.work() as work:
        return (await work.members.find(name=name))[0].id


async def conveners(desk: Desk, group: Group) -> set[str]:
    async with desk.work() as work:
        seats = await work.conveners.find(group_id=group.id)
        return {(await work.persons.find(id=seat.person_id))[0].name for seat in seats}


async def asked(desk: Desk, group: Group, name: str, how: str = "with", by: str = "Kaarina") -> str:
    said = phrases(await desk.does(by, f"seat-ask:{group.id}:{how}={await member(desk, name)}"))
    assert said == ["seat-asked"], said
    async with desk.work() as work:
        (question,) = await work.questions.find(kind="seat", closed=False)
        return question.id


async def test_only_the_one_who_was_asked_takes_the_seat_and_once(desk: Desk) -> None:
    group = await circle(desk)
    question = await asked(desk, group, "Aino")
    for name in ("Veikko", "Kaarina", "Urho"):
        assert phrases(await desk.does(name, f"seat-yes:{group.id}:{question}"))[0].startswith("refused-")
    heard = await desk.hears("Aino", Press(f"seat-yes:{group.id}:{question}"))
    assert phrases(heard.reply) == ["convene-done"]
    assert heard.seats == {"Aino": True}
    assert phrases(await desk.does("Aino", f"seat-yes:{group.id}:{question}")) == ["refused-old"]
    assert await conveners(desk, group) == {"Kaarina", "Aino"}


async def test_there_are_never_three(desk: Desk) -> None:
    group = await circle(desk)
    question = await asked(desk, group, "Aino")
    await desk.does("Aino", f"seat-yes:{group.id}:{question}")
    veikko = await member(desk, "Veikko")
    for data in (f"seat-pick:{group.id}:with", f"seat-ask:{group.id}:with={veikko}"):
        assert phrases(await desk.does("Kaarina", data)) == ["seat-two"]
    over = await asked(desk, group, "Veikko", "over")
    heard = await desk.hears("Veikko", Press(f"seat-yes:{group.id}:{over}"))
    assert heard.seats == {"Veikko": True, "Kaarina": False}
    assert await conveners(desk, group) == {"Aino", "Veikko"}


async def test_what_was_asked_falls_away_with_the_seat_of_whoever_asked(desk: Desk) -> None:
    group = await circle(desk)
    question = await asked(desk, group, "Aino")
    await desk.does("Kaarina", f"seat-down-sure:{group.id}:")
    assert phrases(await desk.does("Aino", f"seat-yes:{group.id}:{question}")) == ["refused-old"]
    assert await conveners(desk, group) == set()
    assert len(await desk.notices("vacancy")) == 1


async def test_an_offer_stands_for_a_week(desk: Desk) -> None:
    group = await circle(desk)
    question = await asked(desk, group, "Aino")
    desk.clock.move(desk.clock.now() + timedelta(days=8))
    assert phrases(await desk.does("Aino", f"seat-yes:{group.id}:{question}")) == ["refused-old"]
    await asked_again(desk, group)


async def asked_again(desk: Desk, group: Group) -> None:
    await asked(desk, group, "Aino")
    assert phrases(await desk.does("Kaarina", f"seat-ask:{group.id}:with={await member(desk, 'Aino')}")) == [
        "seat-asked-already"
    ]


async def test_asking_another_takes_the_first_offer_back(desk: Desk) -> None:
    group = await circle(desk)
    first = await asked(desk, group, "Aino")
    await asked(desk, group, "Veikko")
    assert phrases(await desk.does("Aino", f"seat-yes:{group.id}:{first}")) == ["refused-old"]
    for notice in await desk.notices("seat"):
        async with desk.work() as work:
            said = await compose(work, notice, desk.house)
        assert isinstance(said, Settlement) is notice.ref.startswith(first), (
            "a whisper that no longer stands is not sent"
        )


async def test_in_a_big_group_everybody_can_be_asked(desk: Desk) -> None:
    group = await circle(desk)
    async with desk.work() as work:
        (aino,) = await work.members.find(name="Aino")
        for number in range(30):
            person = Person(f"p{number}", "memory", f"h{number}", f"Jäsen {number:02}", "fi")
            await work.persons.add(person)
            await work.members.add(replace(aino, id=f"m{number}", person_id=person.id, name=person.name))
    first = await desk.does("Kaarina", f"seat-pick:{group.id}:over")
    rest = await desk.does("Kaarina", buttons(first)["Näytä lisää"])
    assert len(buttons(first)) - 1 + len(buttons(rest)) == 33
    for start in ("99", "-1", "x"):
        assert buttons(await desk.does("Kaarina", f"seat-pick:{group.id}:over.{start}")) == buttons(first)


async def test_a_forged_choice_asks_nobody(desk: Desk) -> None:
    group = await circle(desk)
    await desk.group("Helmi", "Helmi", channel="other", name="Toinen piiri")
    helmi, aino = await member(desk, "Helmi"), await member(desk, "Aino")
    for value in ("", "with", "with=", f"with={helmi}", f"both={aino}", "with=nobody", aino):
        assert phrases(await desk.does("Kaarina", f"seat-ask:{group.id}:{value}"))[0].startswith("refused-"), value
    for name in ("Aino", "Helmi"):
        assert phrases(await desk.does(name, f"seat-ask:{group.id}:with={aino}"))[0].startswith("refused-"), name
    async with desk.work() as work:
        assert await work.questions.find() == []


async def test_a_convener_of_two_groups_still_has_the_commands_of_one(desk: Desk) -> None:
    group = await circle(desk)
    await desk.group("Kaarina", channel="other", name="Toinen piiri")
    heard = await desk.hears("Kaarina", Press(f"seat-down-sure:{group.id}:"))
    assert heard.seats == {"Kaarina": True}


async def guided(desk: Desk) -> Group:
    """A group that Ritva facilitates."""
    group = await circle(desk)
    await desk.does("Ritva", f"facilitate:{group.id}:", "main")
    async with desk.work() as work:
        (question,) = await work.questions.find(kind="facilitator")
    assert phrases(await desk.does("Kaarina", f"facilitator-in:{group.id}:{question.id}")) == ["facilitator-is-in"]
    return group


async def test_only_a_convener_confirms_a_facilitator(desk: Desk) -> None:
    group = await circle(desk)
    await desk.group("Helmi", "Helmi", channel="other", name="Toinen piiri")
    for channel in (None, "other"):
        assert phrases(await desk.does("Ritva", f"facilitate:{group.id}:", channel)) == ["facilitate-in-channel"]
    await desk.does("Ritva", f"facilitate:{group.id}:", "main")
    assert phrases(await desk.does("Ritva", "facilitate::")) == ["facilitate-asked"], (
        "as whoever opens a way in reads it"
    )
    async with desk.work() as work:
        (question,) = await work.questions.find(kind="facilitator")
    for name in ("Ritva", "Aino", "Helmi"):
        for word in ("facilitator-in", "facilitator-not"):
            assert phrases(await desk.does(name, f"{word}:{group.id}:{question.id}"))[0].startswith("refused-")
    async with desk.work() as work:
        (other,) = await work.groups.find(name="Toinen piiri")
    assert phrases(await desk.does("Helmi", f"facilitator-in:{other.id}:{question.id}")) == ["refused-old"]
    async with desk.work() as work:
        assert await work.facilitators.find() == []


async def test_a_facilitator_is_no_member_of_any_count(desk: Desk) -> None:
    group = await guided(desk)
    async with desk.work() as work:
        assert len(await work.members.find(group_id=group.id)) == 3
        (seat,) = await work.facilitators.find()
        assert seat.name == "Ritva"
    meeting = (await desk.meetings(group))[0]
    for word in ("note", "notes", "coming", "absent", "rate", "sentence", "lead-take", "leave", "welcome", "newcomers"):
        about = group.id if word in {"leave", "welcome", "newcomers"} else meeting.id
        assert phrases(await desk.does("Ritva", f"{word}:{about}:"))[0].startswith("refused-"), word
    for word in ("theme", "brief"):
        assert not phrases(await desk.does("Ritva", f"{word}:{meeting.id}:"))[0].startswith("refused-"), word
    for word in ("rota", "plan", "menu", "materials", "guests", "seat"):
        assert not phrases(await desk.does("Ritva", f"{word}:{group.id}:"))[0].startswith("refused-"), word
    assert "Ohjaaja: Ritva" in words(await desk.does("Aino", f"menu:{group.id}:"))


async def test_a_facilitator_sees_reasons_only_from_when_the_group_is_told_so(desk: Desk) -> None:
    group = await guided(desk)
    meeting = (await desk.meetings(group))[0]
    await desk.fills("Aino", "reason", f"{meeting.id}:group", reason="Olen leikkauksessa")
    async with desk.work() as work:
        (seat,) = await work.facilitators.find()
        (coming,) = await work.comings.find()
        assert coming.how is How.ABSENT
    assert "leikkauksessa" not in words(await desk.does("Ritva", f"brief:{meeting.id}:"))
    form = await desk.does("Aino", f"reason:{meeting.id}:group")
    assert "lukee myös ohjaaja: Ritva" in words(form), "where everybody reads, the author knows who does"
    assert "Ritva" not in words(await desk.does("Aino", f"reason:{meeting.id}:convener"))
    assert phrases(await desk.does("Ritva", f"reasons-show:{group.id}:{seat.id}"))[0].startswith("refused-")
    for _ in range(2):
        await desk.does("Kaarina", f"reasons-show:{group.id}:{seat.id}")
    assert "leikkauksessa" in words(await desk.does("Ritva", f"brief:{meeting.id}:"))
    told = [notice for notice in await desk.notices("seat") if notice.person_id is None]
    assert len(told) == 1, "once"
    await desk.does("Kaarina", f"reasons-hide:{group.id}:{seat.id}")
    assert "leikkauksessa" not in words(await desk.does("Ritva", f"brief:{meeting.id}:"))
    async with desk.work() as work:
        assert isinstance(await compose(work, told[0], desk.house), Settlement), "it is not said of what is no more"


async def test_a_convener_ends_it_and_the_facilitator_is_a_stranger_again(desk: Desk) -> None:
    group = await guided(desk)
    async with desk.work() as work:
        (seat,) = await work.facilitators.find()
    for _ in range(2):
        reply = await desk.does("Kaarina", f"facilitator-end:{group.id}:{seat.id}")
    assert phrases(reply) == ["refused-old"]
    assert phrases(await desk.does("Ritva", f"menu:{group.id}:")) == ["refused-stranger"]
    assert phrases(await desk.does("Ritva", f"facilitate-stop:{group.id}:")) == ["refused-stranger"]


async def test_a_convener_may_facilitate_by_a_press_and_a_member_gives_up_membership_for_it(desk: Desk) -> None:
    group = await circle(desk)
    assert phrases(await desk.does("Kaarina", f"facilitate:{group.id}:", "main")) == ["facilitate-done"]
    assert phrases(await desk.does("Kaarina", f"join:{group.id}:", "main")) == ["join-facilitator"]
    meeting = (await desk.meetings(group))[0]
    await desk.fills("Aino", "note", f"{meeting.id}:", text="Salaisuus")
    assert phrases(await desk.does("Aino", f"facilitate:{group.id}:", "main")) == ["facilitate-or-member"]
    await desk.does("Aino", f"facilitate:{group.id}:sure", "main")
    async with desk.work() as work:
        assert await work.members.find(name="Aino"), "nothing is given up before a convener has confirmed"
        (question,) = await work.questions.find(kind="facilitator")
    await desk.does("Kaarina", f"facilitator-in:{group.id}:{question.id}")
    async with desk.work() as work:
        assert await work.members.find(name="Aino") == []
        assert await work.notes.find() == []
        assert {seat.name for seat in await work.facilitators.find()} == {"Kaarina", "Aino"}


@pytest.mark.parametrize(("lead", "outside"), [("coach", True), ("rota", False)])
async def test_where_the_programme_has_a_coach_lead_it_is_the_facilitator(desk: Desk, lead: str, outside: bool) -> None:
    group = await guided(desk)
    async with desk.work() as work:
        seen = await view(work, desk.house, group)
    seen = replace(seen, programme=replace(seen.programme, lead=lead))  # type: ignore[arg-type]
    found = seen.lead(seen.meetings[0])
    assert found is not None
    assert (found.name == "Ritva") is outside


async def test_the_name_of_a_facilitator_is_the_one_that_they_have_now(desk: Desk) -> None:
    group = await guided(desk)
    await desk.hears("Ritva Rinne", Press(f"menu:{group.id}:"), handle="Ritva")
    reply = await desk.does("Aino", f"plan:{group.id}:")
    assert isinstance(reply, Message)
    assert "Ohjaaja: Ritva Rinne" in words(reply)


async def test_a_word_for_the_convener_alone_is_not_read_by_who_convenes_no_more(desk: Desk) -> None:
    group = await circle(desk)
    (meeting, *_) = await desk.meetings(group)
    desk.clock.move(desk.clock.now().replace(hour=20))  # at night, so that it waits for the morning
    await desk.does("Aino", f"absent:{meeting.id}:")
    await desk.fills("Aino", "reason", f"{meeting.id}:convener", reason="Leikkaus maanantaina")
    (word,) = await desk.notices("word")
    async with desk.work() as work:
        said = await compose(work, word, desk.house)
    assert not isinstance(said, Settlement)
    await desk.does("Kaarina", f"seat-down-sure:{group.id}:")
    async with desk.work() as work:
        assert await work.notices.find(kind="word") == []
        assert await compose(work, word, desk.house) == Settlement(word.id, State.DROPPED, why="no-convener")
