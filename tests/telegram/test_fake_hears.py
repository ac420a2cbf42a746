"""What the stand-in tells the bot, and how: by polling and to a webhook."""

import asyncio

import pytest
from aiohttp import web
from telegram import Bot, Message, Update
from telegram.error import BadRequest, Conflict

from tests.fakes.telegram.fake import FakeTelegram


async def heard(bot: Bot) -> list[Message]:
    """All that has been said since the last time, acknowledged."""
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return [each.effective_message for each in updates if isinstance(each.effective_message, Message)]


async def test_what_is_written_to_the_bot_alone_is_heard_with_its_commands(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino", language_code="sv")
    fake.starts(aino, "abc")
    fake.writes(aino, "🌲 hei /piiri")
    fake.sends_photo(aino, caption="kuva")
    start, hei, photo = await heard(bot)
    assert aino.opened
    assert (start.text, start.from_user and start.from_user.language_code) == ("/start abc", "sv")
    assert start.parse_entity(start.entities[0]) == "/start"
    assert hei.parse_entity(hei.entities[0]) == "/piiri"
    assert (len(photo.photo), photo.caption) == (1, "kuva")


async def test_in_a_group_only_what_is_meant_for_the_bot_is_heard(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino")
    group = fake.group("Piiri", [aino], bot="member")
    post = await bot.send_message(group.id, "Kuka tulee?")
    fake.writes(aino, "moi kaikki", group)
    fake.writes(aino, "kirjoita /piiri", group)
    fake.writes(aino, "/piiri@another_bot", group)
    fake.sends_photo(aino, group)
    meant = [
        fake.writes(aino, "/piiri", group),
        fake.writes(aino, f"/piiri@{fake.username} nyt", group),
        fake.writes(aino, "minä", group, reply_to=post.message_id),
        fake.writes(aino, "minäkin", group, reply_to=fake.ledger.last(group)),
    ]
    assert all(each.heard for each in meant)
    messages = await heard(bot)
    assert [each.message_id for each in messages] == [each.message_id for each in meant]
    assert messages[2].reply_to_message
    assert messages[2].reply_to_message.text == "Kuka tulee?"
    fake.promotes_bot(aino, group)
    assert fake.writes(aino, "moi", group).heard
    with pytest.raises(ValueError, match="not a member"):
        fake.writes(fake.person("Ulla"), "moi", group)


async def test_an_edit_is_told_as_an_edit(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino")
    said = fake.writes(aino, "moi")
    fake.edits(aino, said, "moikka")
    group = fake.group("Piiri", [aino], bot="member")
    unheard = fake.writes(aino, "moi", group)
    fake.edits(aino, unheard, "hei vain")
    fake.edits(aino, unheard, "/piiri")
    first, second, third = await bot.get_updates()
    assert first.message
    assert second.edited_message
    assert (second.edited_message.text, second.edited_message.message_id) == ("moikka", first.message.message_id)
    assert third.edited_message
    assert third.edited_message.text == "/piiri"


async def test_an_anonymous_administrator_speaks_in_the_groups_name(fake: FakeTelegram, bot: Bot) -> None:
    group = fake.group("Piiri", [fake.person("Aino")], bot="member")
    fake.writes_anonymously(group, "/piiri")
    [message] = await heard(bot)
    assert message.from_user
    assert (message.from_user.id, message.from_user.is_bot) == (1087968824, True)
    assert message.sender_chat
    assert message.sender_chat.id == group.id


async def test_a_message_in_a_topic_replies_to_what_opened_the_topic(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino")
    forum = fake.group("Piiri", [aino], kind="forum", bot="member")
    thread = fake.opens_topic(forum, "Tapaamiset", aino)
    fake.writes(aino, "/piiri", forum, thread)
    fake.writes(aino, "/piiri", forum)
    fake.writes(aino, "moi", forum, thread)
    fake.closes_topic(forum, thread)
    opened, there, general, closed = await heard(bot)
    assert opened.forum_topic_created
    assert opened.message_id == opened.message_thread_id == thread
    assert (there.message_thread_id, there.is_topic_message) == (thread, True)
    assert there.reply_to_message
    assert there.reply_to_message.message_id == thread
    assert (general.message_thread_id, general.is_topic_message, general.reply_to_message) == (None, None, None)
    assert closed.forum_topic_closed is not None


def statuses(update: Update) -> tuple[str, str]:
    change = update.my_chat_member
    assert change
    return change.old_chat_member.status, change.new_chat_member.status


async def test_the_bot_is_told_how_it_comes_and_goes(fake: FakeTelegram, bot: Bot) -> None:
    aino, eino = fake.person("Aino"), fake.person("Eino")
    group = fake.group("Piiri", [aino, eino])
    fake.adds_bot(aino, group, "abc")
    fake.promotes_bot(aino, group)
    fake.demotes_bot(aino, group)
    fake.restricts_bot(aino, group)
    fake.unrestricts(aino, group)
    fake.renames(aino, group, "Keskiviikon piiri")
    fake.leaves(eino, group)
    fake.joins(eino, group)
    fake.removes_bot(aino, group)
    fake.leaves(eino, group)
    fake.lets_bot_in_again(aino, group)
    updates = await bot.get_updates()
    assert [statuses(each) for each in updates if each.my_chat_member] == [
        ("left", "member"),
        ("member", "administrator"),
        ("administrator", "member"),
        ("member", "restricted"),
        ("restricted", "member"),
        ("member", "kicked"),
        ("kicked", "member"),
    ]
    messages = [each.message for each in updates if each.message]
    assert [each.id for each in messages[0].new_chat_members] == [bot.id]
    assert messages[1].text == f"/start@{fake.username} abc"
    assert messages[2].new_chat_title == "Keskiviikon piiri"
    assert messages[3].left_chat_member
    assert messages[3].left_chat_member.id == eino.id
    assert [each.id for each in messages[4].new_chat_members] == [eino.id]
    assert len(messages) == 6


async def test_a_person_who_blocks_is_told_of_and_heard_again_after_starting(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino", opened=True)
    fake.blocks(aino)
    fake.starts(aino)
    blocked, unblocked, start = await bot.get_updates()
    assert (statuses(blocked), statuses(unblocked)) == (("member", "kicked"), ("kicked", "member"))
    assert blocked.my_chat_member
    assert blocked.my_chat_member.chat.type == "private"
    assert start.message
    assert start.message.text == "/start"


async def test_an_offset_acknowledges_what_lies_below_it(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino")
    for text in "abcd":
        fake.writes(aino, text)
    first = await bot.get_updates(limit=2)
    assert [each.message.text for each in first if each.message] == ["a", "b"]
    again = await bot.get_updates(limit=2)
    assert [each.update_id for each in again] == [each.update_id for each in first]
    with pytest.raises(TimeoutError):
        await fake.delivered(timeout=0.05)
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [each.message.text for each in rest if each.message] == ["c", "d"]
    [last] = await bot.get_updates(offset=-1)
    assert last.update_id == rest[-1].update_id
    assert await bot.get_updates(offset=last.update_id + 1) == ()
    await fake.delivered()


async def test_a_long_poll_ends_when_something_happens(fake: FakeTelegram, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)
    assert not poll.done()
    fake.starts(fake.person("Aino"))
    assert len(await asyncio.wait_for(poll, 1)) == 1
    before = asyncio.get_running_loop().time()
    [update] = await bot.get_updates()
    assert await bot.get_updates(offset=update.update_id + 1, timeout=1) == ()
    assert asyncio.get_running_loop().time() - before >= 1


async def test_two_polls_at_once_are_one_too_many(fake: FakeTelegram, bot: Bot) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)
    async with Bot(fake.token, base_url=fake.url + "/bot") as other:
        newer = asyncio.create_task(other.get_updates(timeout=10))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await older
        fake.starts(fake.person("Aino"))
        assert len(await newer) == 1


async def test_a_poll_that_was_given_up_bothers_nobody(fake: FakeTelegram, bot: Bot) -> None:
    given_up = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)
    given_up.cancel()
    await asyncio.sleep(0.05)
    assert fake.updates.poll is None


async def test_only_what_was_asked_for_is_told(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino", opened=True)
    await bot.get_updates(allowed_updates=["message"])
    fake.blocks(aino)
    fake.starts(aino)
    assert [bool(each.message) for each in await bot.get_updates()] == [True]
    await bot.get_updates(allowed_updates=[])
    fake.blocks(aino)
    assert len(await bot.get_updates()) == 2


async def test_ids_can_start_anew_lower_and_be_heard(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino")
    fake.writes(aino, "ennen")
    [before] = await bot.get_updates()
    offset = before.update_id + 1
    assert await bot.get_updates(offset=offset) == ()
    fake.restarts_ids(17)
    fake.writes(aino, "jälkeen")
    [after] = await bot.get_updates(offset=offset)
    assert after.update_id == 17
    with pytest.raises(ValueError, match="nothing waits"):
        fake.restarts_ids(5)


async def test_an_update_can_come_twice(fake: FakeTelegram, bot: Bot) -> None:
    fake.starts(fake.person("Aino"))
    [first] = await bot.get_updates()
    await bot.get_updates(offset=first.update_id + 1)
    await fake.delivered()
    assert fake.repeats_last() == first.update_id
    [again] = await bot.get_updates(offset=first.update_id + 1)
    assert again.to_dict() == first.to_dict()
    await bot.get_updates(offset=first.update_id + 1)
    await fake.delivered()


class Listener:
    """A bot's side of a webhook, that accepts after so many refusals."""

    def __init__(self, refusals: int = 0) -> None:
        self.refusals = refusals
        self.got: list[tuple[str | None, dict]] = []

    async def __aenter__(self) -> str:
        server = web.Server(self.answer, access_log=None)
        self.runner = web.ServerRunner(server, shutdown_timeout=0.1)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{self.runner.addresses[0][1]}"

    async def __aexit__(self, *_: object) -> None:
        await self.runner.cleanup()

    async def answer(self, request: web.BaseRequest) -> web.Response:
        self.got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        self.refusals -= 1
        return web.Response(status=500 if self.refusals >= 0 else 200)


async def test_a_webhook_is_told_in_order_until_it_accepts(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino")
    listener = Listener(refusals=2)
    async with listener as url:
        fake.writes(aino, "a")
        fake.writes(aino, "b")
        await bot.set_webhook(url + "/hears", secret_token="a-Secret_1")
        await fake.delivered()
        assert [(secret, got["message"]["text"]) for secret, got in listener.got] == [
            ("a-Secret_1", each) for each in "aaab"
        ]
        fake.repeats_last()
        await fake.delivered()
        assert listener.got[-1] == listener.got[-2]
        info = await bot.get_webhook_info()
        assert (info.url, info.pending_update_count) == (url + "/hears", 0)
        assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
        with pytest.raises(Conflict, match="while webhook is active"):
            await bot.get_updates()
        await bot.delete_webhook()
        fake.writes(aino, "c")
        assert len(await bot.get_updates()) == 1
        await bot.delete_webhook(drop_pending_updates=True)
        assert await bot.get_updates() == ()


async def test_setting_a_webhook_ends_a_poll(fake: FakeTelegram, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)
    async with Listener() as url:
        await bot.set_webhook(url)
        with pytest.raises(Conflict, match="terminated by setWebhook request"):
            await poll
        await bot.delete_webhook()


async def test_a_public_address_is_reached_on_this_machine_or_not_at_all(fake: FakeTelegram, bot: Bot) -> None:
    fake.starts(fake.person("Aino"))
    listener = Listener()
    async with listener as url:
        await bot.set_webhook("https://piiri.example/telegram")
        with pytest.raises(TimeoutError):
            await fake.delivered(timeout=0.1)
        assert (await bot.get_webhook_info()).last_error_message == "Connection refused"
        fake.reaches("https://piiri.example", url)
        await fake.delivered()
        assert len(listener.got) == 1


async def test_a_webhook_needs_a_good_address_and_secret(fake: FakeTelegram, bot: Bot) -> None:
    for url in ("http://piiri.example/x", "piiri", "https://piiri.example:8081/x"):
        with pytest.raises(BadRequest, match="ad webhook"):
            await bot.set_webhook(url)
    with pytest.raises(BadRequest, match="ecret token contains unallowed characters"):
        await bot.set_webhook("https://piiri.example/x", secret_token="å")
    assert len(fake.violations) == 4
    fake.violations.clear()


async def test_it_can_be_away_for_a_while_and_knows_what_it_knew(fake: FakeTelegram, bot: Bot) -> None:
    fake.starts(fake.person("Aino"))
    url = fake.url
    poll = asyncio.create_task(bot.get_updates())
    assert len(await poll) == 1
    await fake.stop()
    await fake.start()
    assert fake.url == url
    assert len(await bot.get_updates()) == 1
