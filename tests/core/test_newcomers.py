"""Who may join, when, and on whose word; presses set, and forged ones set nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.delivery import compose
from bot.core.incoming import Departed, Press
from bot.core.model import Group, Newcomers, Paper, Question
from bot.core.outgoing import Message
from bot.core.ports import Settlement
from tests.core.core_desk import Desk, buttons, phrases, words

MEMBERS = ("Aino", "Veikko", "Salme", "Oiva")


async def met(desk: Desk, how: Newcomers = Newcomers.ASK, *members: str, **more: object) -> Group:
    """A group that has met once, and wants newcomers to come so."""
    group = await desk.group("Kaarina", *(members or MEMBERS), **more)
    await wants(desk, group, how)
    first = (await desk.meetings(group))[0]
    desk.clock.move(first.ends(group.tz) + timedelta(hours=18))
    return group


async def wants(desk: Desk, group: Group, how: Newcomers) -> None:
    async with desk.work() as work:
        await work.groups.save(replace(group, newcomers=how))


async def asks(desk: Desk, group: Group, name: str = "Outi") -> str:
    """Somebody asks; the id of the question."""
    said = phrases(await desk.does(name, f"join:{group.id}:", "main"))
    assert said == ["newcomer-asked"], said
    return (await questions(desk, name))[0].id


async def questions(desk: Desk, name: str = "Outi") -> list[Question]:
    async with desk.work() as work:
        people = await work.persons.find(name=name)
        return await work.questions.find(kind="newcomer", person_id=people[0].id) if people else []


async def members(desk: Desk, group: Group) -> set[str]:
    async with desk.work() as work:
        return {member.name for member in await work.members.find(group_id=group.id)}


async def votes(desk: Desk, group: Group, question: str, word: str, *names: str) -> list[str]:
    said = []
    for name in names:
        said += phrases(await desk.does(name, f"{word}:{group.id}:{question}", "main"))
    return said


@pytest.mark.parametrize("how", list(Newcomers))
async def test_before_the_first_meeting_a_press_is_enough_whatever_the_group_wants(desk: Desk, how: Newcomers) -> None:
    group = await desk.group("Kaarina", "Aino")
    await wants(desk, group, how)
    first = (await desk.meetings(group))[0]
    desk.clock.move(first.begins(group.tz) - timedelta(minutes=1))
    assert phrases(await desk.does("Outi", f"join:{group.id}:", "main"))[0] == "joined"


@pytest.mark.parametrize(
    ("how", "said"), [(Newcomers.OPEN, "joined"), (Newcomers.ASK, "newcomer-asked"), (Newcomers.CLOSED, "join-closed")]
)
async def test_from_its_beginning_on_it_is_as_the_group_wants(desk: Desk, how: Newcomers, said: str) -> None:
    group = await desk.group("Kaarina", "Aino")
    await wants(desk, group, how)
    desk.clock.move((await desk.meetings(group))[0].begins(group.tz))
    assert phrases(await desk.does("Outi", f"join:{group.id}:", "main"))[0] == said


async def test_a_first_meeting_that_was_cancelled_was_none(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Aino")
    await wants(desk, group, Newcomers.CLOSED)
    first, *_ = await desk.meetings(group)
    await desk.does("Kaarina", f"cancel-sure:{first.id}:")
    desk.clock.move(first.ends(group.tz))
    assert phrases(await desk.does("Outi", f"join:{group.id}:", "main"))[0] == "joined"


async def test_the_convener_may_always_join_and_a_facilitator_never(desk: Desk) -> None:
    group = await met(desk, Newcomers.CLOSED)
    assert phrases(await desk.does("Kaarina", f"join:{group.id}:"))[0] == "joined"
    await desk.does("Ritva", f"facilitate:{group.id}:", "main")
    async with desk.work() as work:
        (asked,) = await work.questions.find(kind="facilitator")
    await desk.does("Kaarina", f"facilitator-in:{group.id}:{asked.id}")
    assert phrases(await desk.does("Ritva", f"join:{group.id}:", "main")) == ["join-facilitator"]


async def test_after_the_last_meeting_nobody_joins(desk: Desk) -> None:
    group = await met(desk, Newcomers.OPEN)
    desk.clock.move((await desk.meetings(group))[-1].ends(group.tz) + timedelta(minutes=1))
    assert phrases(await desk.does("Outi", f"join:{group.id}:", "main")) == ["join-over"]


async def test_a_paused_group_is_asked_nothing(desk: Desk) -> None:
    group = await met(desk)
    await desk.does("Kaarina", f"pause:{group.id}:")
    assert phrases(await desk.does("Outi", f"join:{group.id}:", "main")) == ["newcomer-paused"]
    assert await questions(desk) == []


async def test_only_from_the_groups_own_channel(desk: Desk) -> None:
    group = await met(desk)
    for channel in (None, "other"):
        assert phrases(await desk.does("Outi", f"join:{group.id}:", channel)) == ["join-in-channel"]
    await asks(desk, group)
    for way in (f"join:{group.id}:", "join::", "/mukana"):
        assert phrases(await desk.does("Outi", way)) == ["newcomer-asked"], "how it is, is told anywhere"


async def test_one_question_at_a_time_and_its_person_is_remembered_meanwhile(desk: Desk) -> None:
    group = await met(desk)
    await asks(desk, group)
    await desk.does("Outi", f"join:{group.id}:", "main")
    assert len(await questions(desk)) == 1
    assert len([notice for notice in await desk.notices("newcomer") if notice.person_id is None]) == 1


@pytest.mark.parametrize(("size", "needed"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3)])
async def test_more_than_half_of_the_members_let_somebody_in(desk: Desk, size: int, needed: int) -> None:
    names = ("Aino", "Veikko", "Salme", "Oiva", "Helmi")[:size]
    group = await met(desk, Newcomers.ASK, *names)
    question = await asks(desk, group)
    for number, name in enumerate(names[:needed], 1):
        said = await votes(desk, group, question, "welcome", name, name)
        assert ("Outi" in await members(desk, group)) is (number == needed), said


async def test_whoever_wanted_to_talk_may_say_welcome_after_it(desk: Desk) -> None:
    group = await met(desk)
    question = await asks(desk, group)
    await votes(desk, group, question, "talk-first", "Aino")
    await votes(desk, group, question, "welcome", "Veikko", "Salme", "Oiva")
    assert "Outi" not in await members(desk, group)
    assert await votes(desk, group, question, "welcome", "Aino") == ["newcomer-voted-in"]
    assert "Outi" in await members(desk, group)


async def test_the_conveners_hear_of_a_talk_once_and_not_who_wants_it(desk: Desk) -> None:
    group = await met(desk)
    question = await asks(desk, group)
    await votes(desk, group, question, "talk-first", "Aino", "Veikko")
    async with desk.work() as work:
        (kaarina,) = await work.persons.find(name="Kaarina")
    told = [notice for notice in await desk.notices("newcomer") if notice.person_id]
    assert [notice.person_id for notice in told] == [kaarina.id]
    desk.clock.move(desk.clock.now() + timedelta(minutes=1))
    async with desk.work() as work:
        said = await compose(work, told[0], desk.house)
    assert not isinstance(said, Settlement)
    assert "Aino" not in words(said.message)
    assert said.to.private
    page = words(await desk.does("Kaarina", f"newcomers:{group.id}:"))
    assert "Outi" in page
    assert "Aino" not in page


async def test_the_convener_decides_only_what_is_theirs_to_decide(desk: Desk) -> None:
    group = await met(desk)
    question = await asks(desk, group)
    early = await desk.does("Kaarina", f"newcomer-in:{group.id}:{question}")
    assert phrases(early) == ["newcomer-group-first"], "the group's word is not passed over"
    assert phrases(await desk.does("Kaarina", f"newcomer-not:{group.id}:{question}")) == ["newcomer-group-first"]
    for name in ("Aino", "Outi"):
        said = phrases(await desk.does(name, f"newcomer-in:{group.id}:{question}"))
        assert said[0] in {"refused-convener", "refused-stranger"}
    await votes(desk, group, question, "talk-first", "Aino")
    assert phrases(await desk.does("Kaarina", f"newcomer-not:{group.id}:{question}")) == ["newcomer-decided-not"]
    assert phrases(await desk.does("Outi", f"join:{group.id}:", "main")) == ["newcomer-not-now"]
    assert phrases(await desk.does("Kaarina", f"newcomer-in:{group.id}:{question}")) == ["newcomer-decided-in"]
    assert phrases(await desk.does("Kaarina", f"newcomer-not:{group.id}:{question}")) == ["newcomer-settled"]
    assert "Outi" in await members(desk, group), "nobody is put out by a late press"


async def test_a_not_now_stands_for_a_month(desk: Desk) -> None:
    group = await met(desk)
    question = await asks(desk, group)
    await votes(desk, group, question, "talk-first", "Aino")
    await desk.does("Kaarina", f"newcomer-not:{group.id}:{question}")
    desk.clock.move(desk.clock.now() + timedelta(days=29))
    assert phrases(await desk.does("Outi", f"join:{group.id}:", "main")) == ["newcomer-not-now"]
    desk.clock.move(desk.clock.now() + timedelta(days=2))
    assert phrases(await desk.does("Kaarina", f"newcomer-in:{group.id}:{question}")) == ["refused-old"]
    await asks(desk, group)


async def test_when_the_last_place_is_gone_meanwhile_the_newcomer_hears_so(desk: Desk) -> None:
    names = [f"Jäsen{number}" for number in range(9)]
    group = await met(desk, Newcomers.ASK, *names)
    question = await asks(desk, group)
    await desk.does("Kaarina", f"join:{group.id}:")
    await votes(desk, group, question, "welcome", *names[:6])
    assert "Outi" not in await members(desk, group)
    (closed,) = await questions(desk)
    assert (closed.closed, closed.items) == (True, ("full",))
    assert phrases(await desk.does("Pirkko", f"join:{group.id}:", "main")) == ["group-full"]


@pytest.mark.parametrize("word", ["welcome", "talk-first"])
async def test_a_vote_needs_a_member_and_a_question_of_this_very_group(desk: Desk, word: str) -> None:
    group = await met(desk)
    other = await desk.group("Helmi", "Helmi", channel="other", name="Toinen piiri")
    question = await asks(desk, group)
    for name, about, value in (
        ("Outi", group.id, question),
        ("Helmi", group.id, question),
        ("Kaarina", group.id, question),  # convenes, and is no member
        ("Helmi", other.id, question),
        ("Aino", group.id, "nowhere"),
        ("Aino", group.id, ""),
    ):
        said = phrases(await desk.does(name, f"{word}:{about}:{value}", "main"))
        assert said[0].startswith("refused-"), (name, said)
    async with desk.work() as work:
        assert await work.votes.find() == []


async def test_a_week_later_it_is_settled_or_the_conveners(desk: Desk) -> None:
    group = await met(desk)
    question = await asks(desk, group)
    await votes(desk, group, question, "welcome", "Aino", "Veikko")
    desk.clock.move((await questions(desk))[0].closes)
    assert await votes(desk, group, question, "welcome", "Salme") == ["newcomer-with-convener"]
    said = await desk.says("let-in")
    assert not isinstance(said, Settlement)
    assert phrases(said.message) == ["newcomer-waits"]
    assert [notice.ref for notice in await desk.notices("newcomer") if notice.person_id] == [f"{question}.week"]


async def test_whoever_takes_the_empty_seat_hears_who_waits_for_a_convener(desk: Desk) -> None:
    group = await met(desk)
    question = await asks(desk, group)
    await desk.does("Kaarina", f"seat-down-sure:{group.id}:")
    await votes(desk, group, question, "talk-first", "Aino")
    assert [notice for notice in await desk.notices("newcomer") if notice.person_id] == []
    await desk.does("Veikko", f"convene:{group.id}:")
    assert [n.ref for n in await desk.notices("newcomer") if n.person_id] == [f"{question}.talk"]


async def test_when_members_leave_fewer_welcomes_are_enough(desk: Desk) -> None:
    group = await met(desk)
    question = await asks(desk, group)
    await votes(desk, group, question, "welcome", "Aino", "Veikko")
    assert "Outi" not in await members(desk, group)
    await desk.does("Salme", f"leave-sure:{group.id}:quiet")
    assert "Outi" in await members(desk, group)


async def test_whoever_left_and_comes_back_is_a_newcomer_like_any_other(desk: Desk) -> None:
    group = await met(desk)
    await desk.does("Oiva", f"leave-sure:{group.id}:quiet")
    question = await asks(desk, group, "Oiva")
    await votes(desk, group, question, "welcome", "Aino", "Veikko")
    assert "Oiva" in await members(desk, group)


async def test_a_newcomer_who_goes_away_is_no_longer_asked_about(desk: Desk) -> None:
    group = await met(desk)
    question = await asks(desk, group)
    await desk.hears("Outi", Departed(), "main")
    assert await votes(desk, group, question, "welcome", "Aino") == ["refused-old"]
    await asks(desk, group)
    await desk.hears("Outi", Press("forget-sure::"))
    async with desk.work() as work:
        assert await work.questions.find() == []
        assert await work.persons.find(name="Outi") == []


async def test_a_late_newcomer_reads_what_was_agreed_and_nothing_that_is_private(desk: Desk) -> None:
    group = await met(desk, Newcomers.OPEN)
    first = (await desk.meetings(group))[0]
    async with desk.work() as work:
        (aino,) = await work.members.find(name="Aino")
        agreed = (group.id, "agreed", first.id)
        await work.papers.add(Paper("a", *agreed, None, group.key_id, "Soitellaan perjantaisin"))
        await work.papers.add(Paper("b", *agreed, aino.id, aino.key_id, "Oma aikomukseni"))
    said = words(await desk.does("Outi", f"join:{group.id}:", "main"))
    assert "Mitä olemme tehneet" in said
    assert "Soitellaan perjantaisin" in said
    assert "Oma aikomukseni" not in said


async def test_the_setting_is_set_by_press_and_only_to_what_there_is(desk: Desk) -> None:
    group = await met(desk)
    page = await desk.does("Kaarina", f"newcomers:{group.id}:")
    assert isinstance(page, Message)
    assert set(buttons(page)) == {"Itse nappia painamalla", "Ei uusia nyt"}
    assert phrases(await desk.does("Kaarina", f"newcomers:{group.id}:anything")) == ["refused-old"]
    for how in Newcomers:
        await desk.does("Kaarina", f"newcomers:{group.id}:{how}")
        async with desk.work() as work:
            (kept,) = await work.groups.find(id=group.id)
            assert kept.newcomers is how
