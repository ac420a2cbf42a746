"""A basic group that becomes a supergroup under another id."""

import asyncio

import pytest

from bot.core.model import State
from tests.fakes.telegram.world import Group, Person
from tests.office import words
from tests.telegram.post_office import PostOffice, until


async def _circle(office: PostOffice) -> tuple[Person, Group, str]:
    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina, kind="group")
    return kaarina, chat, await office.founds(chat, kaarina, kaarina)


@pytest.mark.parametrize("lost", [None, "migrate_from_chat_id", "migrate_to_chat_id"])
async def test_the_service_message_moves_the_group_before_anything_is_sent(
    office: PostOffice, lost: str | None
) -> None:
    kaarina, old, group_id = await _circle(office)
    new = office.fake.migrates(old)
    office.fake.updates.remove([item for item in office.fake.updates.waiting if lost in item.update["message"]])
    await office.settles()
    assert (await office.group(group_id)).channel == str(new.id)
    await office.moves_to("2026-09-10 10:00")
    assert len(office.tried(old)) == 1, "the plan, from before"
    assert len(office.texts(new)) == 1
    assert office.texts(kaarina) == []


async def test_the_error_of_a_post_moves_the_group_and_the_post_arrives_once(shut_office: PostOffice) -> None:
    office = shut_office
    await office.opens()
    kaarina, old, group_id = await _circle(office)
    new = office.fake.migrates(old)
    office.fake.updates.clear()  # the service messages are lost
    await office.moves_to("2026-09-10 10:00")
    assert (await office.group(group_id)).channel == str(new.id)
    assert len(office.tried(old)) == 2
    assert len(office.texts(old)) == len(office.texts(new)) == 1
    assert (await office.notice("pretask", group_id)).state is State.SENT
    assert office.texts(kaarina) == [], "there is nothing to tell a convener"
    await office.moves_to("2026-09-14 10:00")
    assert len(office.tried(old)) == 2
    assert len(office.texts(new)) == 2


async def test_a_group_that_moves_while_its_posts_wait_gets_each_of_them_once(office: PostOffice) -> None:
    kaarina, old, group_id = await _circle(office)
    office.fake.fault("*", "429", chat=old, retry_after=1)
    async with office.kept() as work:
        first, second = (await work.meetings.find(group_id=group_id))[:2]
    for meeting in (first, second):
        await office.does(kaarina, f"cancel-sure:{meeting.id}:")
    await until(lambda: len(office.tried(old)) == 2)
    new = office.fake.migrates(old)
    await office.settles()
    said = [text.splitlines()[0] for text in office.texts(new)]
    assert said == [words("cancelled-heading")] * 2
    assert len(office.texts(old)) == 1
    assert (await office.group(group_id)).channel == str(new.id)


async def test_a_group_that_moves_while_its_post_is_on_the_way_gets_it_once(office: PostOffice) -> None:
    kaarina, old, group_id = await _circle(office)
    office.fake.fault("*", "slow", chat=old, seconds=0.3)
    async with office.kept() as work:
        first, second = (await work.meetings.find(group_id=group_id))[:2]
    await office.does(kaarina, f"cancel-sure:{first.id}:")
    await until(lambda: len(office.tried(old)) == 2)
    await office.does(kaarina, f"cancel-sure:{second.id}:")
    await asyncio.sleep(0.05)
    new = office.fake.migrates(old)
    await office.settles()
    assert len(office.texts(old)) == 2, "the first of them had arrived"
    assert len(office.texts(new)) == 1


async def test_presses_after_the_move_find_the_group(office: PostOffice) -> None:
    kaarina, old, group_id = await _circle(office)
    new = office.fake.migrates(old)
    await office.says(kaarina, "/menu", new)
    assert words("menu-heading", group="Torstain piiri") in office.texts(kaarina)[-1]


async def test_a_set_up_that_was_under_way_goes_on_in_the_new_group(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    old = office.chat(kaarina, kind="group")
    await office.says(kaarina, "/setup", old)
    new = office.fake.migrates(old)
    await office.settles()
    async with office.kept() as work:
        (draft,) = await work.drafts.find(form="setup")
    assert draft.about == str(new.id)
