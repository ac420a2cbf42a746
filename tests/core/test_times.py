"""Finding a common time: who may do what with it, whatever a press claims."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from bot.core.delivery import Said
from bot.core.model import Group, Question
from bot.core.ports import Settlement
from tests.core.core_desk import Desk, buttons, phrases, words

TYPED = "ti 29.9. klo 17, ke 30.9. klo 17"


@dataclass
class Asked:
    """A group with a question that Kaarina has put to it, and another group."""

    desk: Desk
    group: Group
    other: Group
    poll: Question

    async def now(self) -> Question:
        async with self.desk.work() as work:
            found = await work.questions.get(self.poll.id)
        assert found
        return found

    async def closed(self) -> None:
        self.desk.clock.move(self.poll.closes)
        await self.desk.says("times-result")


async def propose(desk: Desk, group: Group, name: str, about: str = "new", typed: str = TYPED) -> Question:
    reply = await desk.fills(name, "times", f"{group.id}:{about}", times=typed)
    await desk.does(name, buttons(reply)["Kysy ryhmältä"])
    async with desk.work() as work:
        return max(await work.questions.find(group_id=group.id, kind="times"), key=lambda q: q.opened)


@pytest.fixture
async def asked(desk: Desk) -> Asked:
    group = await desk.group("Kaarina", "Kaarina", "Aino", "Veikko")
    other = await desk.group("Helmi", "Helmi", "Urho", name="Toinen piiri", channel="other")
    return Asked(desk, group, other, await propose(desk, group, "Kaarina"))


async def test_only_members_of_the_group_answer(asked: Asked) -> None:
    desk, poll = asked.desk, asked.poll
    before = await desk.rows()
    for name in ("Helmi", "Urho", "Tuntematon"):
        for word in (f"times-answer:{asked.group.id}:{poll.id}", f"times-set:{asked.group.id}:{poll.id}.0.works"):
            assert phrases(await desk.does(name, word)) == ["refused-stranger"], f"{word} by {name}"
        forged = f"times-set:{asked.other.id}:{poll.id}.0.works"
        expected = "refused-stranger" if name == "Tuntematon" else "refused-old"
        assert phrases(await desk.does(name, forged)) == [expected], "a question belongs to its group"
    assert await desk.rows() == before
    async with desk.work() as work:
        assert await work.votes.find() == []


@pytest.mark.parametrize(
    "value",
    [
        "{poll}.2.works",
        "{poll}.-1.works",
        "{poll}.0.maybe",
        "{poll}.0",
        "{poll}",
        "{poll}.٠.works",
        "..",
        "{poll}.x.no",
    ],
)
async def test_nonsense_is_no_answer(asked: Asked, value: str) -> None:
    said = value.format(poll=asked.poll.id)
    assert phrases(await asked.desk.does("Aino", f"times-set:{asked.group.id}:{said}")) == ["refused-old"]
    async with asked.desk.work() as work:
        assert await work.votes.find() == []


async def test_an_answer_set_twice_stands_once(asked: Asked) -> None:
    for value in ("works", "works", "no"):
        await asked.desk.does("Aino", f"times-set:{asked.group.id}:{asked.poll.id}.0.{value}")
    async with asked.desk.work() as work:
        assert [(v.item, v.value) for v in await work.votes.find()] == [(asked.poll.items[0], "no")]


async def test_only_who_asked_and_the_convener_end_it_or_choose(asked: Asked) -> None:
    desk, group, poll = asked.desk, asked.group, asked.poll
    for word in ("times-close", "times-withdraw", "times-withdraw-sure"):
        assert phrases(await desk.does("Aino", f"{word}:{group.id}:{poll.id}")) == ["times-not-yours"], word
        assert phrases(await desk.does("Helmi", f"{word}:{group.id}:{poll.id}")) == ["refused-stranger"], word
        assert phrases(await desk.does("Helmi", f"{word}:{asked.other.id}:{poll.id}")) == ["refused-old"], word
    assert phrases(await desk.does("Kaarina", f"times-pick-sure:{group.id}:{poll.id}.0")) == ["refused-old"], (
        "not before it closes"
    )
    await asked.closed()
    for word in ("times-pick", "times-pick-sure"):
        assert phrases(await desk.does("Aino", f"{word}:{group.id}:{poll.id}.0")) == ["times-not-yours"]
        assert phrases(await desk.does("Helmi", f"{word}:{group.id}:{poll.id}.0")) == ["refused-stranger"]
        assert phrases(await desk.does("Helmi", f"{word}:{asked.other.id}:{poll.id}.0")) == ["refused-old"]
        for number in ("2", "-1", "", "0.0", "x"):
            assert phrases(await desk.does("Kaarina", f"{word}:{group.id}:{poll.id}.{number}")) == ["refused-old"]
    assert len(await desk.meetings(group)) == 6


async def test_a_member_proposes_only_where_the_convener_lets_them(asked: Asked) -> None:
    desk, group = asked.desk, asked.group
    await desk.does("Kaarina", f"times-withdraw-sure:{group.id}:{asked.poll.id}")
    assert phrases(await desk.does("Aino", f"times:{group.id}:new")) == ["times-convener"]
    assert phrases(await desk.fills("Aino", "times", f"{group.id}:new", times=TYPED)) == ["times-convener"]
    assert phrases(await desk.does("Aino", f"times-who:{group.id}:anyone")) == ["refused-convener"]
    await desk.does("Kaarina", f"times-who:{group.id}:anyone")
    reply = await desk.fills("Aino", "times", f"{group.id}:new", times=TYPED)
    await desk.does("Kaarina", f"times-who:{group.id}:convener")
    assert phrases(await desk.does("Aino", buttons(reply)["Kysy ryhmältä"])) == ["times-convener"], "checked again"


async def test_what_one_has_typed_is_not_anothers_to_post_or_see(asked: Asked) -> None:
    desk, group = asked.desk, asked.group
    await desk.does("Kaarina", f"times-who:{group.id}:anyone")
    draft = buttons(await desk.fills("Aino", "times", f"{group.id}:new", times="pe 2.10. klo 17, la 3.10. klo 12"))
    post = draft["Kysy ryhmältä"]
    for name in ("Veikko", "Kaarina"):
        assert phrases(await desk.does(name, post)) == ["refused-old"]
        assert phrases(await desk.does(name, draft["Lisää aikoja"])) == ["refused-old"]
    assert phrases(await desk.does("Helmi", post)) == ["refused-stranger"]


async def test_a_meeting_of_another_group_cannot_be_asked_about(asked: Asked) -> None:
    theirs = (await asked.desk.meetings(asked.other))[0]
    reply = await asked.desk.does("Kaarina", f"times:{asked.group.id}:{theirs.id}")
    assert phrases(reply) == ["refused-old"]


async def test_a_member_who_asked_and_left_decides_nothing_any_more(asked: Asked) -> None:
    desk, group = asked.desk, asked.group
    await desk.does("Kaarina", f"times-withdraw-sure:{group.id}:{asked.poll.id}")
    await desk.does("Kaarina", f"times-who:{group.id}:anyone")
    desk.clock.move(desk.clock.now() + timedelta(minutes=1))
    poll = await propose(desk, group, "Aino")
    await desk.does("Aino", f"leave-sure:{group.id}:quiet")
    assert phrases(await desk.does("Aino", f"times-close:{group.id}:{poll.id}")) == ["refused-stranger"]
    said = await desk.says("times", index=-1)
    assert isinstance(said, Said)
    assert "Aino" not in words(said.message)
    await desk.does("Aino", "forget-sure::")
    assert phrases(await desk.does("Kaarina", f"times-close:{group.id}:{poll.id}")) == ["times-withdrawn-unheard"]


async def test_the_reminder_falls_away_once_everybody_has_answered(asked: Asked) -> None:
    desk = asked.desk
    for name in ("Kaarina", "Aino", "Veikko"):
        said = await desk.says("times-nudge")
        assert isinstance(said, Said), "somebody has not answered"
        assert not any(each in words(said.message) for each in ("Kaarina", "Aino", "Veikko"))
        await desk.does(name, f"times-set:{asked.group.id}:{asked.poll.id}.rest.no")
    assert isinstance(await desk.says("times-nudge"), Settlement)


async def test_a_preview_tells_nothing_of_the_answers(asked: Asked) -> None:
    from bot.core.delivery import preview

    await asked.desk.does("Aino", f"times-set:{asked.group.id}:{asked.poll.id}.rest.works")
    async with asked.desk.work() as work:
        notice = (await work.notices.find(kind="times-result"))[0]
        message = await preview(work, notice, asked.desk.house)
    assert phrases(message) == ["times-heading", "times-preview"]
    assert not (await asked.now()).closed


async def test_a_time_that_passed_while_the_bot_was_away_cannot_be_chosen(asked: Asked) -> None:
    desk, group, poll = asked.desk, asked.group, asked.poll
    await desk.does("Aino", f"times-set:{group.id}:{poll.id}.rest.works")
    desk.clock.move(poll.closes + timedelta(days=25))  # the first of the times has begun
    said = await desk.says("times-result")
    assert isinstance(said, Said)
    assert "ti 29.9." not in words(said.message)
    assert phrases(await desk.does("Kaarina", f"times-pick-sure:{group.id}:{poll.id}.0")) == ["when-past"]
    assert phrases(await desk.does("Kaarina", f"times-pick-sure:{group.id}:{poll.id}.1")) == ["added-done"]


async def test_a_question_that_nobody_closed_does_not_stand_in_the_way_for_ever(asked: Asked) -> None:
    desk = asked.desk
    desk.clock.move(asked.poll.closes + timedelta(days=60))
    poll = await propose(desk, asked.group, "Kaarina", typed="pe 11.12. klo 17, la 12.12. klo 12")
    assert poll.id != asked.poll.id
    assert phrases(await desk.does("Aino", f"times-answer:{asked.group.id}:{asked.poll.id}")) == ["times-closed"]


async def test_a_choice_that_has_become_impossible_is_refused_and_stays_open(asked: Asked) -> None:
    desk, group, poll = asked.desk, asked.group, asked.poll
    await desk.does("Kaarina", f"add-sure:{group.id}:202609291800")
    await asked.closed()
    assert phrases(await desk.does("Kaarina", f"times-pick-sure:{group.id}:{poll.id}.0")) == ["meeting-overlaps"]
    assert phrases(await desk.does("Kaarina", f"times-pick-sure:{group.id}:{poll.id}.1")) == ["added-done"]
    assert (await asked.now()).items == (poll.items[1],)


@pytest.mark.parametrize("typed", ["ei mikään", "x" * 700, ""])
async def test_nothing_is_kept_of_what_cannot_be_understood(desk: Desk, typed: str) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    reply: Any = await desk.fills("Kaarina", "times", f"{group.id}:new", times=typed)
    assert words(reply)
    async with desk.work() as work:
        assert await work.questions.find() == []


async def test_a_zone_is_read_from_what_people_call_it(desk: Desk) -> None:
    for typed, expected in (
        ("Lontoo", "Europe/London"),
        ("europe/oslo", "Europe/Oslo"),
        ("Ruotsi", "Europe/Stockholm"),
        ("", ""),
    ):
        reply = await desk.fills("Aino", "zone", "", zone=typed)
        assert phrases(reply) == ["zone-kept" if expected else "zone-cleared"], typed
        async with desk.work() as work:
            people = await work.persons.find(handle="Aino")
        assert [person.zone for person in people] in ([expected], []), "nothing is kept of somebody in no group"
    assert phrases(await desk.fills("Aino", "zone", "", zone="Atlantis"))[1:] == ["zone-nowhere"]


async def test_its_time_is_over_when_it_said_so_even_if_the_result_has_not_come(asked: Asked) -> None:
    desk, group, poll = asked.desk, asked.group, asked.poll
    await desk.does("Aino", f"times-set:{group.id}:{poll.id}.rest.works")
    desk.clock.move(poll.closes)
    assert phrases(await desk.does("Aino", f"times-set:{group.id}:{poll.id}.0.no")) == ["times-closed"]
    theirs = await desk.does("Aino", f"times:{group.id}:")
    assert phrases(theirs)[0] == "times-result-heading"
    assert buttons(theirs) == {}, "who may not choose has nothing to press"
    mine = buttons(await desk.does("Kaarina", f"times:{group.id}:"))
    assert list(mine) == ["Valitaan ti 29.9. klo 17", "Valitaan ke 30.9. klo 17", "Kysy muita aikoja"]
    assert phrases(await desk.does("Kaarina", mine["Kysy muita aikoja"]))[0] == "times-title"
    assert phrases(await desk.does("Kaarina", f"times-pick-sure:{group.id}:{poll.id}.0")) == ["added-done"]


async def test_what_was_promised_of_names_holds_for_the_result_that_is_seen_again(asked: Asked) -> None:
    desk, group, poll = asked.desk, asked.group, asked.poll
    await desk.does("Aino", f"times-set:{group.id}:{poll.id}.rest.works")
    await asked.closed()
    async with desk.work() as work:
        await work.notices.drop(kind="times-result")
    assert phrases(await desk.does("Kaarina", f"times-names:{group.id}:shown")) == ["times-names-shown"]
    assert "Aino" not in words(await desk.does("Kaarina", f"times:{group.id}:"))


async def test_asked_anew_the_earlier_result_can_no_longer_be_chosen_from(asked: Asked) -> None:
    desk, group, poll = asked.desk, asked.group, asked.poll
    await desk.does("Aino", f"times-set:{group.id}:{poll.id}.rest.works")
    await asked.closed()
    await propose(desk, group, "Kaarina", typed="pe 2.10. klo 17, la 3.10. klo 12")
    assert phrases(await desk.does("Kaarina", f"times-pick-sure:{group.id}:{poll.id}.0")) == ["refused-old"]


async def test_what_comes_due_at_night_after_all_waits_for_the_morning(asked: Asked) -> None:
    asked.desk.clock.move(asked.poll.closes + timedelta(hours=8))
    said = await asked.desk.says("times-result")
    assert isinstance(said, Settlement)
    assert said.state == "waiting"
