"""Whoever was asked and has not stirred in two weeks is let go, as if they had left quietly; nobody else is."""

import json
from datetime import timedelta

import pytest

from bot.coming import coming
from bot.core.delivery import Said, preview
from bot.core.incoming import Press
from bot.core.kinds import KINDS
from bot.core.model import Newcomers, State
from bot.core.outgoing import DataFile, Message
from bot.core.platform import SHUT, Outcome, Unreachable
from bot.core.ports import Settlement
from tests.core.agreement_desk import offered, wishes
from tests.core.along_desk import (
    DUE,
    KINDS_OF_IT,
    asked,
    asks,
    circle,
    fails,
    member,
    names,
    over,
    person,
    posts,
    questions,
    sends,
    waiting,
    word,
)
from tests.core.core_desk import Desk, buttons, phrases, words


async def test_whoever_does_not_answer_is_let_go_as_if_they_had_left_quietly(desk: Desk) -> None:
    group = await circle(desk)
    (first, *_) = await desk.meetings(group)
    await desk.fills("Veikko", "note", f"{first.id}:", text="Kirje")
    await desk.does("Veikko", f"absent:{first.id}:")
    desk.clock.move(desk.clock.now() + timedelta(minutes=5))
    await asked(desk, group)
    left = await member(desk, "Veikko")
    said = await over(desk)
    assert desk.clock.now() == DUE
    assert isinstance(said, Said)
    assert said.to.private
    assert phrases(said.message) == ["let-go-told", "along-return-open"]
    assert await names(desk, group) == {"Kaarina", "Aino", "Salme"}
    rows = await desk.rows()
    assert rows["notes"] == []
    assert rows["comings"] == []
    assert await questions(desk) == []
    async with desk.work() as work:
        kept = await work.groups.get(group.id)
        assert kept is not None
        assert kept.departures == 1
    assert left not in str([n for n in rows["notices"] if n.state is State.WAITING])


async def test_the_group_is_told_nothing_and_the_convener_in_private(desk: Desk) -> None:
    group = await circle(desk)
    before = {(n.kind, n.meeting_id) for n in await posts(desk)}
    await asked(desk, group)
    _, ahead = await coming(desk.store, desk.house, "memory", "main")
    assert "Veikko" not in {each.to for each in ahead if each.notice.kind in KINDS_OF_IT}
    listed = words(await desk.does("Kaarina", f"upcoming:{group.id}:"))
    assert "ennakkotehtävä" in listed
    assert "jäsenyyden" not in listed
    await over(desk)
    assert {(n.kind, n.meeting_id) for n in await posts(desk)} <= before
    assert await word(desk, "left") == ["left-silent", "left-silent-chat"]
    _, ahead = await coming(desk.store, desk.house, "memory", "main")
    assert "Veikko" not in {each.to for each in ahead}


async def test_an_agreement_that_waited_for_them_alone_comes_into_force(desk: Desk) -> None:
    group = await circle(desk)
    await wishes(desk, group, "Aino", "Kahvia")
    press = await offered(desk, group)
    for name in ("Kaarina", "Aino", "Salme"):
        await desk.does(name, press)
    assert await waiting(desk, "agreement-stands") == []
    await asked(desk, group)
    await over(desk)
    assert len(await waiting(desk, "agreement-stands")) == 1


async def test_nobody_is_let_go_twice_and_whoever_comes_back_hears_nothing_of_it(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    (notice,) = await waiting(desk, "let-go")
    assert isinstance(await sends(desk, notice), Said)
    assert isinstance(await sends(desk, notice), Said), "tried once more, it says the same"
    async with desk.work() as work:
        kept = await work.groups.get(group.id)
        assert kept is not None
        assert kept.departures == 1
    assert len([n for n in await waiting(desk, "left") if not n.ref.startswith("over.")]) == 1
    assert phrases(await desk.does("Veikko", f"join:{group.id}:", "main"))[0] == "joined"
    assert isinstance(await sends(desk, notice), Settlement)
    assert "Veikko" in await names(desk, group)


async def test_somebody_who_was_let_go_twice_is_told_of_both_times(desk: Desk) -> None:
    group = await circle(desk)
    for _ in range(2):
        await asked(desk, group)
        await over(desk)
        assert (await word(desk, "left"))[0] == "left-silent"
        await desk.does("Veikko", f"join:{group.id}:", "main")
    async with desk.work() as work:
        kept = await work.groups.get(group.id)
    assert kept
    assert kept.departures == 2


async def test_nothing_is_kept_of_whoever_is_in_no_group_any_more(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    await over(desk)
    for notice in [n for n in await desk.notices("left") if n.ref.startswith("over.")]:
        assert isinstance(await sends(desk, notice), Settlement), "it says nothing to anybody"
    async with desk.work() as work:
        assert await work.persons.find(name="Veikko") == []


async def test_it_happens_though_nothing_can_be_said_to_them(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    (notice,) = await waiting(desk, "let-go")
    await sends(desk, notice)
    await fails(desk, notice, Unreachable(SHUT))
    assert "Veikko" not in await names(desk, group)
    assert await waiting(desk, "trouble") == [], "whom somebody lets write to them is their own affair"
    assert await word(desk, "left") == ["left-silent", "left-silent-chat"]


@pytest.mark.parametrize("sign", ["coming", "absent", "note", "vote"])
async def test_whoever_has_stirred_since_stays(desk: Desk, sign: str) -> None:
    group = await circle(desk)
    (first, *_) = await desk.meetings(group)
    await desk.fills("Veikko", "note", f"{first.id}:", text="Ennen kysymystä")
    await wishes(desk, group, "Aino", "Kahvia")
    press = await offered(desk, group)
    await asked(desk, group)
    desk.clock.move(desk.clock.now() + timedelta(hours=1))
    if sign == "note":
        await desk.fills("Veikko", "note", f"{first.id}:", text="Sen jälkeen")
    elif sign == "vote":
        await desk.does("Veikko", press)
    else:
        await desk.does("Veikko", f"{sign}:{first.id}:")
    assert isinstance(await over(desk), Settlement)
    assert "Veikko" in await names(desk, group)
    assert await word(desk) == ["along-word-yes"]


async def test_what_they_did_before_they_were_asked_is_no_answer(desk: Desk) -> None:
    group = await circle(desk)
    (first, *_) = await desk.meetings(group)
    await desk.fills("Veikko", "note", f"{first.id}:", text="Ennen kysymystä")
    await desk.does("Veikko", f"coming:{first.id}:")
    desk.clock.move(desk.clock.now() + timedelta(minutes=1))
    await asked(desk, group)
    assert isinstance(await over(desk), Said)
    assert "Veikko" not in await names(desk, group)


# Where they could not be asked


async def test_whoever_could_not_be_asked_since_we_were_away_stays(desk: Desk) -> None:
    group = await circle(desk)
    await asks(desk, group)
    await fails(desk, (await waiting(desk, "still-along"))[0], None)
    assert await waiting(desk, "trouble"), "the convener hears at once that it was not said"
    assert isinstance(await over(desk), Settlement)
    assert "Veikko" in await names(desk, group)
    assert await word(desk) == ["along-word-unasked"]
    assert await asks(desk, group) == ["along-asked"], "and may ask anew"


async def test_where_we_were_away_when_the_time_was_over_nobody_is_let_go(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    (notice,) = await waiting(desk, "let-go")
    desk.clock.move(notice.expires + timedelta(minutes=1))
    await fails(desk, notice, None)
    assert "Veikko" in await names(desk, group)
    assert await word(desk) == ["along-word-unasked"]


@pytest.mark.parametrize("how", [Unreachable(SHUT), Unreachable("blocked")])
async def test_where_their_private_side_is_closed_it_stands_behind_a_button_that_tells_nobody_anything(
    desk: Desk, how: Outcome
) -> None:
    group = await circle(desk)
    await asks(desk, group)
    await fails(desk, (await waiting(desk, "still-along"))[0], how)
    pretask = next(n for n in await waiting(desk, "pretask") if n.ref)
    said = await sends(desk, pretask)
    assert isinstance(said, Said)
    assert "Veikko" not in words(said.message)
    assert buttons(said.message)["Lue sinulle tullut viesti"] == f"still-along:{group.id}:"
    assert phrases(await desk.does("Veikko", f"still-along:{group.id}:", "main"))[0] == "still-along-ask"
    assert phrases(await desk.does("Aino", f"still-along:{group.id}:", "main")) == ["along-in-already"]
    assert phrases(await desk.does("Urho", f"still-along:{group.id}:", "main"))[0].startswith("refused-")
    assert isinstance(await over(desk), Settlement)
    assert "Veikko" in await names(desk, group), "the two weeks begin with the post"
    assert isinstance(await over(desk), Said)
    assert desk.clock.now() >= pretask.due + timedelta(days=13)
    assert "Veikko" not in await names(desk, group)


async def test_a_button_of_an_earlier_asking_asks_nobody(desk: Desk) -> None:
    group = await circle(desk)
    await asks(desk, group)
    await fails(desk, (await waiting(desk, "still-along"))[0], Unreachable(SHUT))
    pretask = next(n for n in await waiting(desk, "pretask") if n.ref)
    await sends(desk, pretask)
    await desk.does("Veikko", f"along-yes:{group.id}:")
    desk.clock.move(pretask.due + timedelta(days=31))
    assert await asks(desk, group) == ["along-asked"]
    await fails(desk, (await waiting(desk, "still-along"))[0], Unreachable(SHUT))
    assert isinstance(await over(desk), Settlement)
    assert "Veikko" in await names(desk, group)


async def test_a_button_that_never_came_to_stand_asks_nobody(desk: Desk) -> None:
    group = await circle(desk)
    await asks(desk, group)
    await fails(desk, (await waiting(desk, "still-along"))[0], Unreachable(SHUT))
    assert isinstance(await over(desk), Settlement)
    assert "Veikko" in await names(desk, group)
    assert await word(desk) == ["along-word-unasked"]


# What befalls the group meanwhile


async def test_without_anybody_who_convenes_nobody_is_let_go(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    await desk.does("Kaarina", f"seat-down-sure:{group.id}:")
    assert isinstance(await over(desk), Settlement)
    assert "Veikko" in await names(desk, group)
    assert await waiting(desk) == []
    assert await questions(desk, closed=False) == []


async def test_a_question_of_the_night_is_not_said_in_a_pause(desk: Desk) -> None:
    group = await circle(desk)
    await asks(desk, group)
    await desk.does("Kaarina", f"pause:{group.id}:")
    said = await sends(desk, (await waiting(desk, "still-along"))[0])
    assert isinstance(said, Settlement)
    assert said.state is State.DROPPED
    assert isinstance(await over(desk), Settlement)
    assert not await waiting(desk, "along"), "nor is anything else"
    await desk.does("Kaarina", f"resume:{group.id}:")
    assert isinstance(await over(desk), Settlement)
    assert "Veikko" in await names(desk, group)
    assert await word(desk) == ["along-word-unasked"]


async def test_where_we_were_away_when_the_time_was_over_in_a_pause_nobody_is_let_go_after_it(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    await desk.does("Kaarina", f"pause:{group.id}:")
    (notice,) = await waiting(desk, "let-go")
    desk.clock.move(notice.expires + timedelta(minutes=1))
    await fails(desk, notice, None)
    assert await word(desk) == ["along-word-unasked"]
    await desk.does("Kaarina", f"resume:{group.id}:")
    assert await waiting(desk, "let-go") == []
    assert "Veikko" in await names(desk, group)


async def test_whoever_convenes_by_then_hears_what_became_of_it(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    await desk.does("Kaarina", f"seat-down-sure:{group.id}:")
    await desk.does("Aino", f"convene:{group.id}:")
    page = await desk.does("Aino", f"along:{group.id}:")
    assert phrases(page) == ["along-pick", "along-waits"]
    await desk.does("Veikko", f"along-yes:{group.id}:")
    (notice,) = await waiting(desk, "along")
    assert notice.person_id == await person(desk, "Aino")


async def test_a_word_on_its_way_falls_away_with_the_seat(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    await desk.does("Veikko", f"along-yes:{group.id}:")
    await desk.does("Kaarina", f"seat-down-sure:{group.id}:")
    assert await waiting(desk, "along") == []


async def test_a_second_convener_can_be_asked_hears_no_word_of_themselves_and_keeps_the_seat(desk: Desk) -> None:
    group = await circle(desk)
    await desk.does("Kaarina", f"seat-ask:{group.id}:with={await member(desk, 'Veikko')}")
    async with desk.work() as work:
        (seat,) = await work.questions.find(kind="seat")
    await desk.does("Veikko", f"seat-yes:{group.id}:{seat.id}")
    await asked(desk, group)
    await desk.does("Veikko", f"along-yes:{group.id}:")
    assert await word(desk) == ["along-word-yes"]
    desk.clock.move(desk.clock.now() + timedelta(days=31))
    await asked(desk, group)
    said = await over(desk)
    assert isinstance(said, Said)
    assert "leave-convener" in phrases(said.message)
    assert await word(desk, "left") == ["left-silent", "left-silent-chat"]
    async with desk.work() as work:
        assert len(await work.conveners.find(group_id=group.id)) == 2


async def test_the_question_goes_with_the_group(desk: Desk) -> None:
    group = await circle(desk)
    message = await asked(desk, group)
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    assert await questions(desk) == []
    assert await waiting(desk) == []
    assert phrases(await desk.does("Veikko", buttons(message)["Olen vielä mukana"])) == ["refused-ended"]
    assert phrases(await desk.does("Kaarina", f"along:{group.id}:")) == ["refused-ended"]


async def test_whoever_asks_to_facilitate_instead_is_asked_no_more(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    await desk.does("Veikko", f"facilitate:{group.id}:sure", "main")
    async with desk.work() as work:
        (wish,) = await work.questions.find(kind="facilitator")
    await desk.does("Kaarina", f"facilitator-in:{group.id}:{wish.id}")
    assert await questions(desk) == []
    assert await waiting(desk) == []


async def test_it_stands_in_their_own_data_and_goes_when_they_are_forgotten(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    reply = await desk.does("Veikko", "/omattiedot")
    assert isinstance(reply, Message)
    (file,) = reply.files
    assert isinstance(file, DataFile)
    data = json.loads(json.dumps(dict(file.data), default=str))
    assert [each["question"] for each in data["groups"][0]["asked_of_you"]] == ["along"]
    await desk.hears("Veikko", Press("forget-sure::"))
    assert await questions(desk) == []
    assert await waiting(desk) == []


async def test_who_was_let_go_can_be_forgotten_at_once(desk: Desk) -> None:
    group = await circle(desk)
    await asked(desk, group)
    await over(desk)
    await desk.hears("Veikko", Press("forget-sure::"))
    assert [n for n in await desk.notices("left") if n.state is State.WAITING] == []


# What is said


@pytest.mark.parametrize("how", list(Newcomers))
async def test_the_way_back_is_told_as_it_is(desk: Desk, how: Newcomers) -> None:
    group = await circle(desk)
    await desk.does("Kaarina", f"newcomers:{group.id}:{how}")
    veikko = await member(desk, "Veikko")
    before = await desk.does("Kaarina", f"along-ask:{group.id}:{veikko}")
    assert phrases(before)[-1] == "along-return-open", "until it has met, anybody comes in by a press"
    desk.clock.move((await desk.meetings(group))[0].ends(group.tz))
    after = await desk.does("Kaarina", f"along-ask:{group.id}:{veikko}")
    assert phrases(after)[-1] == f"along-return-{how}"


async def test_a_look_at_what_is_to_come_tells_and_changes_nothing(desk: Desk) -> None:
    group = await circle(desk)
    await asks(desk, group)
    await asks(desk, group, "Salme")
    await desk.does("Salme", f"along-yes:{group.id}:")
    before = await desk.rows()
    ahead = await waiting(desk)
    assert {notice.kind for notice in ahead} == set(KINDS_OF_IT)
    async with desk.work() as work:
        for notice in ahead:
            shown = await preview(work, notice, desk.house)
            assert phrases(shown) == ["preview-people"]
    assert await desk.rows() == before


def test_what_is_done_when_the_time_is_over_is_done_whatever_befalls_and_never_at_night() -> None:
    assert KINDS["let-go"].befalls
    assert all(KINDS[kind].by_day for kind in ("still-along", "let-go"))
