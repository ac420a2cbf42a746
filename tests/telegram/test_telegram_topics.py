"""A group that lives in a topic: everything is said there, and nothing ever in General."""

import pytest

from bot.core.model import State
from tests.fakes.telegram.world import Group, Person
from tests.office import words
from tests.telegram.post_office import PostOffice


class Forum:
    def __init__(self, office: PostOffice) -> None:
        self.office = office
        self.kaarina = office.person("Kaarina")
        self.veikko = office.person("Veikko", opened=False)
        self.chat: Group = office.chat(self.kaarina, self.veikko, kind="forum")
        self.topic = office.fake.topic(self.chat, "Piiri")
        self.other = office.fake.topic(self.chat, "Muut")

    async def found(self) -> "Forum":
        self.id = await self.office.founds(self.chat, self.kaarina, self.kaarina, self.veikko, topic=self.topic)
        return self

    def general(self) -> list[str]:
        return [post.text for post in self.office.fake.ledger.in_chat(self.chat) if post.thread_id is None]


@pytest.fixture
async def forum(office: PostOffice) -> Forum:
    return await Forum(office).found()


async def test_a_season_is_said_in_the_topic_alone(forum: Forum) -> None:
    await forum.office.moves_to("2026-09-18 12:00")
    said = forum.office.fake.ledger.in_chat(forum.chat)
    assert len(said) == 6
    assert {post.thread_id for post in said} == {forum.topic}


async def test_setting_up_in_a_topic_founds_the_group_there(office: PostOffice) -> None:
    forum = Forum(office)
    office.fake.adds_bot(forum.kaarina, forum.chat)
    await office.settles()
    greeted = len(forum.general())
    await office.says(forum.kaarina, "/setup", forum.chat, forum.topic)
    await _answers_all(office, forum.kaarina)
    plan = office.fake.ledger.last(forum.chat)
    assert plan.thread_id == forum.topic
    await office.presses(forum.kaarina, plan, words("button-join", "fi"))
    async with office.kept() as work:
        (group,) = await work.groups.find()
        assert len(await work.members.find(group_id=group.id)) == 1
    assert group.channel == f"{forum.chat.id}/{forum.topic}"
    assert len(forum.general()) == greeted


async def _answers_all(office: PostOffice, person: Person) -> None:
    """Answer the questions of a set-up, from the first to the last press."""
    for _ in range(20):
        asked = office.fake.ledger.last(person)
        behind = [data for row in asked.keyboard for _, data in row]
        if any(data.startswith("setup-sure") for data in behind):
            await office.presses(person, asked, next(data for data in behind if data.startswith("setup-sure")))
            return
        press = next((d for d in behind if d.startswith(("form-keep", "form-pick", "form-skip"))), None)
        if press:
            await office.presses(person, asked, press)
        else:
            await office.says(person, "Tue 15 Sept 2026 at 17:00")
    raise AssertionError("the questions have no end")


async def test_two_topics_are_two_groups(forum: Forum) -> None:
    office = forum.office
    other = await office.founds(forum.chat, forum.kaarina, topic=forum.other, name="Toinen piiri")
    assert other != forum.id
    await office.says(forum.kaarina, "/menu", forum.chat, forum.other)
    assert office.texts(forum.kaarina)[-1].startswith("Toinen piiri")
    await office.says(forum.kaarina, "/menu", forum.chat, forum.topic)
    assert office.texts(forum.kaarina)[-1].startswith("Torstain piiri")


async def test_the_way_in_stands_in_the_topic_of_the_command(forum: Forum) -> None:
    await forum.office.says(forum.veikko, "/menu", forum.chat, forum.topic)
    assert forum.office.texts(forum.chat, forum.topic)[-1] == words("open-private", name="Veikko")
    assert forum.general() == []


async def test_an_administrator_who_hides_is_answered_in_the_topic(forum: Forum) -> None:
    forum.office.fake.writes_anonymously(forum.chat, "/menu", forum.topic)
    await forum.office.settles()
    assert forum.office.texts(forum.chat, forum.topic)[-1] == words("refused-nameless"), "in its group's language"
    assert forum.general() == []


async def test_a_closed_topic_is_told_to_the_convener_and_nothing_lands_elsewhere(forum: Forum) -> None:
    office = forum.office
    office.fake.closes_topic(forum.chat, forum.topic)
    await office.settles()
    assert (await office.group(forum.id)).unreachable == "topic-closed"
    (told,) = office.texts(forum.kaarina)
    assert words("why-topic-closed") in told
    assert words("do-topic-closed") in told
    await office.moves_to("2026-09-10 10:00")
    assert len(office.fake.ledger.in_chat(forum.chat)) == 1
    assert len(office.tried(forum.chat)) == 1


async def test_a_topic_that_was_closed_unnoticed_is_found_closed_at_the_next_post(forum: Forum) -> None:
    office = forum.office
    forum.chat.topics[forum.topic].closed = True
    await office.moves_to("2026-09-10 10:00")
    assert (await office.group(forum.id)).unreachable == "topic-closed"
    assert words("do-topic-closed") in office.texts(forum.kaarina)[-1]
    assert forum.general() == []


async def test_a_topic_opened_again_asks_whether_to_go_on(forum: Forum) -> None:
    office = forum.office
    office.fake.closes_topic(forum.chat, forum.topic)
    await office.settles()
    office.fake.reopens_topic(forum.chat, forum.topic)
    await office.settles()
    asked = office.fake.ledger.last(forum.chat)
    assert (asked.text, asked.thread_id) == (words("let-in-again"), forum.topic)
    await office.presses(forum.kaarina, asked, words("button-resume"))
    assert (await office.group(forum.id)).unreachable is None
    await office.moves_to("2026-09-10 10:00")
    assert forum.general() == []


async def test_a_topic_that_is_gone_is_told_to_the_convener_and_nothing_lands_in_general(forum: Forum) -> None:
    office = forum.office
    office.fake.deletes_topic(forum.chat, forum.topic)
    await office.moves_to("2026-09-14 10:00")
    assert (await office.notice("pretask", forum.id)).state is State.FAILED
    assert (await office.group(forum.id)).unreachable == "topic-gone"
    assert words("do-topic-gone") in office.texts(forum.kaarina)[0]
    assert office.fake.ledger.in_chat(forum.chat) == []


async def test_a_group_that_is_no_forum_any_more_is_not_written_to_in_general(forum: Forum) -> None:
    office = forum.office
    forum.chat.forum = False
    await office.moves_to("2026-09-10 10:00")
    assert (await office.group(forum.id)).unreachable == "topic-gone"
    assert forum.general() == []


async def test_closing_general_closes_no_topic(forum: Forum) -> None:
    office = forum.office
    office.fake.closes_topic(forum.chat, None)
    await office.settles()
    assert (await office.group(forum.id)).unreachable is None
    await office.moves_to("2026-09-10 10:00")
    assert len(office.texts(forum.chat, forum.topic)) == 2
    office.fake.reopens_topic(forum.chat, None)
    await office.settles()
    assert forum.general() == []
    assert len(office.texts(forum.chat, forum.topic)) == 2


async def test_a_group_in_general_hears_of_its_closing_at_the_next_post(office: PostOffice) -> None:
    forum = Forum(office)
    group_id = await office.founds(forum.chat, forum.kaarina, forum.kaarina)
    office.fake.closes_topic(forum.chat, None)
    await office.moves_to("2026-09-10 10:00")
    assert (await office.group(group_id)).unreachable == "topic-closed"
    assert words("do-topic-closed") in office.texts(forum.kaarina)[-1]
    office.fake.reopens_topic(forum.chat, None)
    await office.settles()
    assert office.texts(forum.chat)[-1] == words("let-in-again")


async def test_shutting_the_bot_out_of_the_forum_closes_every_group_in_it(forum: Forum) -> None:
    office = forum.office
    other = await office.founds(forum.chat, forum.kaarina, topic=forum.other, name="Toinen piiri")
    office.fake.removes_bot(forum.kaarina, forum.chat)
    await office.settles()
    for group_id in (forum.id, other):
        assert (await office.group(group_id)).unreachable == "removed"
    assert len(office.texts(forum.kaarina)) == 2


async def test_let_into_the_forum_again_each_group_is_asked_in_its_own_topic(forum: Forum) -> None:
    office = forum.office
    office.fake.removes_bot(forum.kaarina, forum.chat)
    await office.settles()
    office.fake.lets_bot_in_again(forum.kaarina, forum.chat)
    await office.settles()
    assert office.texts(forum.chat, forum.topic)[-1] == words("let-in-again")
    assert forum.general() == []
