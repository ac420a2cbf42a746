"""The plan in the group: pinned where that is allowed, and kept up to date in its place."""

import pytest

from bot.core.model import State
from tests.fakes.telegram.world import Group, Person, Post
from tests.office import words
from tests.telegram.post_office import PostOffice


class Planned:
    def __init__(self, office: PostOffice, kind: str = "supergroup") -> None:
        self.office = office
        self.kaarina: Person = office.person("Kaarina")
        self.chat: Group = office.chat(self.kaarina, kind=kind)

    async def found(self) -> "Planned":
        self.id = await self.office.founds(self.chat, self.kaarina, self.kaarina)
        return self

    @property
    def plans(self) -> list[Post]:
        """Every plan that stands in the group."""
        return [post for post in self.office.fake.ledger.in_chat(self.chat) if words("button-join") in post.labels]

    async def moves(self, number: int = 0, to: str = "202609161800") -> None:
        async with self.office.kept() as work:
            meetings = sorted(await work.meetings.find(group_id=self.id), key=lambda m: m.starts)
        await self.office.does(self.kaarina, f"move-sure:{meetings[number].id}:{to}")
        await self.office.settles()

    async def minute(self, clock: str) -> None:
        await self.office.moves_to(f"2026-09-01 {clock}")


@pytest.fixture
async def planned(office: PostOffice) -> Planned:
    return await Planned(office).found()


async def test_the_plan_is_pinned_where_the_bot_may_pin(office: PostOffice) -> None:
    planned = Planned(office)
    planned.chat.members_can_pin = True
    await planned.found()
    (plan,) = planned.plans
    assert plan.pinned
    (pinning,) = [call for call in office.fake.calls if call.method == "pinChatMessage"]
    assert pinning.params["disable_notification"] is True
    assert (await office.notice("plan", planned.id)).state is State.SENT


async def test_a_plan_that_may_not_be_pinned_is_no_failure(planned: Planned) -> None:
    (plan,) = planned.plans
    assert not plan.pinned
    assert (await planned.office.notice("plan", planned.id)).state is State.SENT
    assert planned.office.texts(planned.kaarina) == []


async def test_a_pin_that_goes_wrong_does_not_post_the_plan_twice(office: PostOffice) -> None:
    for what in ("429", "500 before", "reset after"):
        planned = Planned(office)
        planned.chat.members_can_pin = True
        office.fake.fault("pinChatMessage", what)
        await planned.found()
        await office.settles()
        assert len(planned.plans) == 1, what
        assert planned.office.texts(planned.kaarina) == []


async def test_nothing_but_the_plan_is_pinned(office: PostOffice) -> None:
    planned = Planned(office)
    planned.chat.members_can_pin = True
    await planned.found()
    await office.moves_to("2026-09-18 12:00")
    assert len(office.texts(planned.chat)) > 4
    assert [post.pinned for post in office.fake.ledger.in_chat(planned.chat)].count(True) == 1


async def test_the_plan_changes_in_its_place_when_a_meeting_moves(planned: Planned) -> None:
    (before,) = planned.plans
    await planned.moves()
    await planned.minute("09:05")
    (plan,) = planned.plans
    assert plan.message_id == before.message_id
    assert plan.edited
    assert "Wed 16 Sept at 18:00" in plan.text
    assert "Tue 15 Sept" not in plan.text
    assert plan.labels == [words("button-join"), words("button-privacy")]
    assert planned.office.texts(planned.chat)[1].startswith(words("moved-heading")), "and the news is a post of its own"


async def test_several_changes_in_a_minute_are_one_edit(planned: Planned) -> None:
    for number, to in enumerate(("202609161800", "202610071800", "202610281800")):
        await planned.moves(number, to)
    await planned.minute("09:05")
    assert len(planned.office.tried(planned.chat, "editMessageText")) == 1
    assert all(day in planned.plans[0].text for day in ("Wed 16 Sept", "Wed 7 Oct", "Wed 28 Oct"))


async def test_the_plan_changes_again_and_again_in_its_place(planned: Planned) -> None:
    (before,) = planned.plans
    for clock, to in (("09:05", "202609161800"), ("09:10", "202609171800"), ("09:15", "202609181800")):
        await planned.moves(0, to)
        await planned.minute(clock)
    (plan,) = planned.plans
    assert plan.message_id == before.message_id
    assert "Fri 18 Sept at 18:00" in plan.text


async def test_a_plan_that_somebody_deleted_is_posted_anew_and_kept_up_to_date_from_there(planned: Planned) -> None:
    planned.chat.members_can_pin = True
    planned.office.fake.deletes_message(planned.plans[0])
    await planned.moves()
    await planned.minute("09:05")
    (plan,) = planned.plans
    assert plan.pinned
    assert not plan.edited
    await planned.moves(0, "202609171800")
    await planned.minute("09:10")
    (again,) = planned.plans
    assert again.message_id == plan.message_id
    assert "Thu 17 Sept at 18:00" in again.text


async def test_a_plan_that_reads_so_already_is_no_failure(planned: Planned) -> None:
    await planned.moves()
    await planned.moves(0, "202609151700")
    await planned.minute("09:05")
    assert len(planned.office.tried(planned.chat, "editMessageText")) == 1
    notice = await planned.office.notice("plan-edit", planned.id)
    assert notice.state is State.SENT
    assert notice.posts == (str(planned.plans[0].message_id),)
    await planned.moves()
    await planned.minute("09:10")
    assert len(planned.plans) == 1
    assert "Wed 16 Sept at 18:00" in planned.plans[0].text


@pytest.mark.parametrize("what", ["500 before", "502 after", "reset before"])
async def test_an_edit_that_nobody_can_know_of_is_done_once_more_and_bothers_nobody(
    planned: Planned, what: str
) -> None:
    planned.office.fake.fault("editMessageText", what)
    await planned.moves()
    await planned.minute("09:05")
    assert len(planned.plans) == 1
    assert "Wed 16 Sept at 18:00" in planned.plans[0].text
    assert planned.office.texts(planned.kaarina) == []


async def test_after_the_move_to_a_supergroup_no_other_post_is_overwritten(office: PostOffice) -> None:
    planned = await Planned(office, "group").found()
    old_plan = planned.plans[0]
    planned.chat = new = office.fake.migrates(planned.chat)
    new.messages = old_plan.message_id - 1  # the next message there has the very number of the plan here
    await office.settles()
    await office.moves_to("2026-09-10 10:00")
    (pretask,) = office.fake.ledger.in_chat(new)
    assert pretask.message_id == old_plan.message_id
    await planned.moves()
    await office.moves_to("2026-09-10 10:05")
    assert pretask.text.startswith(words("pretask-heading", theme="").strip())
    assert len(planned.plans) == 1
    assert planned.plans[0].message_id != pretask.message_id
