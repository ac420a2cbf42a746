"""The stand-in for Telegram, as python-telegram-bot meets it."""

import httpx
import pytest
from telegram import Bot, BotCommand, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken

from tests.fakes.telegram.fake import FakeTelegram

NOT_MODIFIED = "essage is not modified"


def buttons(*rows: tuple[tuple[str, str], ...]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows]
    )


async def test_the_bot_learns_who_it_is(fake: FakeTelegram, bot: Bot) -> None:
    assert (bot.id, bot.username) == (int(fake.token.split(":")[0]), fake.username)
    assert bot.bot.can_read_all_group_messages is False
    assert [call.method for call in fake.calls] == ["getMe"]


async def test_a_wrong_token_opens_nothing(fake: FakeTelegram) -> None:
    with pytest.raises(InvalidToken, match="Unauthorized"):
        await Bot("1:wrong", base_url=fake.url + "/bot").get_me()


async def test_a_text_stands_with_its_marks_and_buttons(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino", opened=True)
    sent = await bot.send_message(
        aino.id,
        "<b>Ti 15.9.</b> klo 17 &amp; 🌲",
        parse_mode="HTML",
        reply_markup=buttons((("Tulen", "a:1"), ("En", "a:2"))),
    )
    [post] = fake.ledger
    assert post.text == sent.text == "Ti 15.9. klo 17 & 🌲"
    assert post.html == "<b>Ti 15.9.</b> klo 17 &amp; 🌲"
    assert post.keyboard == ((("Tulen", "a:1"), ("En", "a:2")),)
    assert (post.chat_id, post.thread_id, post.message_id) == (aino.id, None, sent.message_id)
    assert (post.edited, post.pinned, post.document) == (False, False, None)
    assert sent.parse_entity(sent.entities[0]) == "Ti 15.9."
    assert post.labels == ["Tulen", "En"]
    assert post.button("En") == "a:2"
    assert len(fake.accepted) == 1
    assert not fake.violations


async def test_a_file_is_kept_as_it_came(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino", opened=True)
    data = bytes(range(256)) * 5000
    sent = await bot.send_document(aino.id, data, filename="piiri.ics", caption="<i>Kalenteri</i>", parse_mode="HTML")
    post = fake.ledger.last(aino)
    assert post.document == ("piiri.ics", data)
    assert post.text == sent.caption == "Kalenteri"
    assert sent.document is not None
    assert sent.document.file_size == len(data)
    again = await bot.send_document(aino.id, sent.document.file_id)
    assert again.document == sent.document
    await bot.edit_message_caption(aino.id, sent.message_id, caption="Uusi")
    assert (post.text, post.edited) == ("Uusi", True)
    with pytest.raises(BadRequest, match="here is no text in the message to edit"):
        await bot.edit_message_text("x", aino.id, sent.message_id)
    text = await bot.send_message(aino.id, "x")
    with pytest.raises(BadRequest, match="here is no caption in the message to edit"):
        await bot.edit_message_caption(aino.id, text.message_id, caption="y")
    assert not fake.violations


async def test_an_edit_changes_what_stands_and_its_buttons(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino", opened=True)
    sent = await bot.send_message(aino.id, "Tuletko?", reply_markup=buttons((("Tulen", "a:1"),)))
    with pytest.raises(BadRequest, match=NOT_MODIFIED):
        await bot.edit_message_text("Tuletko?", aino.id, sent.message_id, reply_markup=buttons((("Tulen", "a:1"),)))
    with pytest.raises(BadRequest, match=NOT_MODIFIED):
        await bot.edit_message_reply_markup(aino.id, sent.message_id, reply_markup=buttons((("Tulen", "a:1"),)))
    edited = await bot.edit_message_text("Tuletko?", aino.id, sent.message_id)
    post = fake.ledger.last(aino)
    assert (post.keyboard, post.edited) == ((), True)
    assert not isinstance(edited, bool)
    assert edited.edit_date
    await bot.edit_message_reply_markup(aino.id, sent.message_id, reply_markup=buttons((("En", "a:2"),)))
    assert post.labels == ["En"]
    await bot.delete_message(aino.id, sent.message_id)
    assert len(fake.ledger) == 0
    with pytest.raises(BadRequest, match="essage to edit not found"):
        await bot.edit_message_text("Myöhässä", aino.id, sent.message_id)
    with pytest.raises(BadRequest, match="essage to delete not found"):
        await bot.delete_message(aino.id, sent.message_id)
    theirs = fake.writes(aino, "hei")
    with pytest.raises(BadRequest, match="essage can't be edited"):
        await bot.edit_message_text("x", aino.id, theirs.message_id)
    assert not fake.violations


async def test_nobody_is_written_to_who_has_not_opened_a_chat_or_is_gone(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(aino.id, "hei")
    fake.starts(aino)
    await bot.send_message(aino.id, "hei")
    fake.blocks(aino)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(aino.id, "hei")
    fake.unblocks(aino)
    await bot.send_message(aino.id, "hei")
    fake.deactivates(aino)
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(aino.id, "hei")
    with pytest.raises(BadRequest, match="hat not found"):
        await bot.send_message(99, "hei")
    assert not fake.violations


@pytest.mark.parametrize(("kind", "name"), [("group", "group"), ("supergroup", "supergroup"), ("forum", "supergroup")])
async def test_a_group_that_has_sent_the_bot_away_hears_nothing(
    fake: FakeTelegram, bot: Bot, kind: str, name: str
) -> None:
    aino = fake.person("Aino")
    group = fake.group("Piiri", [aino], kind=kind)
    with pytest.raises(Forbidden, match=f"bot is not a member of the {name} chat"):
        await bot.send_message(group.id, "hei")
    fake.adds_bot(aino, group)
    await bot.send_message(group.id, "hei")
    fake.removes_bot(aino, group)
    with pytest.raises(Forbidden, match=f"bot was kicked from the {name} chat"):
        await bot.send_message(group.id, "hei")
    fake.lets_bot_in_again(aino, group)
    await bot.send_message(group.id, "hei")
    assert await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member"):
        await bot.send_message(group.id, "hei")
    assert not fake.violations


async def test_a_deleted_group_and_a_mute_are_said_as_telegram_says_them(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino")
    basic = fake.group("Piiri", [aino], kind="group", bot="member")
    fake.deletes_group(basic)
    with pytest.raises(Forbidden, match="the group chat was deleted"):
        await bot.send_message(basic.id, "hei")
    group = fake.group("Piiri", [aino], bot="member")
    fake.restricts_bot(aino, group)
    with pytest.raises(BadRequest, match="ot enough rights to send text messages to the chat"):
        await bot.send_message(group.id, "hei")
    with pytest.raises(BadRequest, match="ot enough rights to send documents to the chat"):
        await bot.send_document(group.id, b"x", filename="x.txt")
    fake.unrestricts(aino, group)
    await bot.send_message(group.id, "hei")


async def test_a_group_that_became_a_supergroup_says_where_it_went(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino")
    old = fake.group("Piiri", [aino], kind="group", bot="member")
    sent = await bot.send_message(old.id, "hei")
    new = fake.migrates(old)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old.id, "hei")
    assert moved.value.new_chat_id == new.id
    assert new.id < -1_000_000_000_000
    again = await bot.send_message(new.id, "hei")
    assert (sent.message_id, again.message_id) == (1001, 3)
    told = [update.message for update in await bot.get_updates()]
    assert [(m.chat.id, m.migrate_to_chat_id, m.migrate_from_chat_id) for m in told if m] == [
        (old.id, new.id, None),
        (new.id, None, old.id),
    ]
    assert not fake.violations


async def test_topics_take_messages_until_they_are_closed_or_gone(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino")
    forum = fake.group("Piiri", [aino], kind="forum", bot="member")
    thread = fake.topic(forum, "Tapaamiset")
    sent = await bot.send_message(forum.id, "hei", message_thread_id=thread)
    assert (sent.message_thread_id, sent.is_topic_message) == (thread, True)
    assert fake.ledger.in_chat(forum, thread)[0].thread_id == thread
    general = await bot.send_message(forum.id, "hei")
    assert general.message_thread_id is None
    for wrong in (1, 4711):
        with pytest.raises(BadRequest, match="essage thread not found"):
            await bot.send_message(forum.id, "hei", message_thread_id=wrong)
    fake.closes_topic(forum, thread)
    with pytest.raises(BadRequest, match="opic_closed"):
        await bot.send_message(forum.id, "hei", message_thread_id=thread)
    fake.promotes_bot(aino, forum, can_manage_topics=True)
    await bot.send_message(forum.id, "hei", message_thread_id=thread)
    fake.deletes_topic(forum, thread)
    assert fake.ledger.in_chat(forum, thread) == []
    with pytest.raises(BadRequest, match="essage thread not found"):
        await bot.send_message(forum.id, "hei", message_thread_id=thread)
    plain = fake.group("Piiri", [aino], bot="member")
    with pytest.raises(BadRequest, match="essage thread not found"):
        await bot.send_message(plain.id, "hei", message_thread_id=5)
    assert not fake.violations


async def test_a_reply_lands_in_the_thread_of_what_it_replies_to(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino")
    forum = fake.group("Piiri", [aino], kind="forum", bot="member")
    thread = fake.topic(forum, "Tapaamiset")
    said = fake.writes(aino, "/piiri", forum, thread)
    sent = await bot.send_message(
        forum.id, "hei", reply_markup=ForceReply(), reply_parameters=ReplyParameters(said.message_id)
    )
    assert sent.message_thread_id == thread
    assert sent.reply_to_message
    assert sent.reply_to_message.message_id == said.message_id
    assert fake.ledger.last(forum).force_reply
    with pytest.raises(BadRequest, match="essage to be replied not found"):
        await bot.send_message(forum.id, "hei", reply_parameters=ReplyParameters(4711))
    await bot.send_message(forum.id, "hei", reply_parameters=ReplyParameters(4711, allow_sending_without_reply=True))
    assert fake.ledger.last(forum).reply_to is None


async def test_pinning_asks_for_the_right_and_is_told_to_the_bot(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino")
    group = fake.group("Piiri", [aino], bot="member")
    sent = await bot.send_message(group.id, "hei")
    with pytest.raises(BadRequest, match="ot enough rights to manage pinned messages in the chat"):
        await bot.pin_chat_message(group.id, sent.message_id)
    fake.promotes_bot(aino, group, can_pin_messages=False)
    with pytest.raises(BadRequest, match="ot enough rights to manage pinned"):
        await bot.pin_chat_message(group.id, sent.message_id)
    fake.promotes_bot(aino, group)
    with pytest.raises(BadRequest, match="essage to pin not found"):
        await bot.pin_chat_message(group.id, 4711)
    assert await bot.pin_chat_message(group.id, sent.message_id, disable_notification=True)
    assert fake.ledger.last(group).pinned
    last = (await bot.get_updates())[-1].message
    assert last is not None
    assert last.pinned_message is not None
    assert (last.from_user and last.from_user.id, last.pinned_message.message_id) == (bot.id, sent.message_id)
    chat = await bot.get_chat(group.id)
    assert chat.pinned_message
    assert not fake.violations


async def test_the_bot_can_ask_who_is_where(fake: FakeTelegram, bot: Bot) -> None:
    aino, eino, ulla = (fake.person(name) for name in ("Aino", "Eino", "Ulla"))
    group = fake.group("Piiri", [aino, eino], bot="administrator")
    fake.promotes(eino, group, anonymous=True)
    assert (await bot.get_chat(group.id)).title == "Piiri"
    members = [await bot.get_chat_member(group.id, each.id) for each in (aino, eino, ulla)]
    assert [each.status for each in members] == ["creator", "administrator", "left"]
    own = await bot.get_chat_member(group.id, bot.id)
    assert getattr(own, "can_pin_messages", None) is True
    leading = await bot.get_chat_administrators(group.id)
    assert [each.user.id for each in leading] == [aino.id, eino.id, bot.id]
    with pytest.raises(BadRequest, match="here are no administrators in the private chat"):
        await bot.get_chat_administrators(aino.id)
    with pytest.raises(BadRequest, match="hat not found"):
        await bot.get_chat(ulla.id)


async def test_a_press_is_answered_once_and_while_it_is_fresh(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino", opened=True)
    await bot.send_message(aino.id, "Tuletko?", reply_markup=buttons((("Tulen", "a:1"),)))
    post = fake.ledger.last(aino)
    query_id = fake.presses(aino, post, post.button("Tulen"))
    forged = fake.presses(aino, post, "somebody else's")
    late = fake.presses(aino, post, "a:1")
    fake.expires(late)
    [first, second, _] = [update.callback_query for update in await bot.get_updates()]
    assert first
    assert second
    assert (first.id, first.data, first.from_user.id) == (query_id, "a:1", aino.id)
    assert first.message
    assert first.message.message_id == post.message_id
    assert second.data == "somebody else's"
    assert await first.answer("Kirjattu", show_alert=True)
    assert fake.answers[query_id] == ("Kirjattu", True, None)
    for gone in (query_id, late, "17"):
        with pytest.raises(BadRequest, match="uery is too old and response timeout expired or query id is invalid"):
            await bot.answer_callback_query(gone, "Taas")
    await bot.answer_callback_query(forged, url=f"https://t.me/{fake.username}?start=abc_DEF-9")
    assert fake.answers[forged].url
    assert not fake.violations


async def test_a_press_on_what_is_gone_says_so(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino", opened=True)
    await bot.send_message(aino.id, "Tuletko?", reply_markup=buttons((("Tulen", "a:1"),)))
    post = fake.ledger.last(aino)
    fake.deletes_message(post)
    fake.presses(aino, post, "a:1")
    [update] = await bot.get_updates()
    assert update.callback_query
    assert update.callback_query.message
    assert not update.callback_query.message.is_accessible


async def test_commands_are_kept_for_each_scope_and_language(fake: FakeTelegram, bot: Bot) -> None:
    from telegram import BotCommandScopeAllGroupChats

    finnish = [BotCommand("piiri", "Mitä piirille kuuluu")]
    await bot.set_my_commands(finnish, language_code="fi")
    await bot.set_my_commands([("circle", "What is new")], scope=BotCommandScopeAllGroupChats())
    assert await bot.get_my_commands(language_code="fi") == tuple(finnish)
    assert await bot.get_my_commands() == ()
    await bot.delete_my_commands(language_code="fi")
    assert await bot.get_my_commands(language_code="fi") == ()
    assert len(await bot.get_my_commands(scope=BotCommandScopeAllGroupChats())) == 1
    assert not fake.violations


async def test_calls_come_as_json_as_forms_and_in_the_address(fake: FakeTelegram) -> None:
    aino = fake.person("Aino", opened=True)
    markup = '{"inline_keyboard":[[{"text":"Tulen","callback_data":"a"}]]}'
    at = f"{fake.url}/bot{fake.token}/sendMessage"
    async with httpx.AsyncClient() as client:
        ways = [
            await client.get(at, params={"chat_id": aino.id, "text": "hei", "reply_markup": markup}),
            await client.post(at, data={"chat_id": str(aino.id), "text": "hei", "reply_markup": markup}),
            await client.post(at, data={"chat_id": str(aino.id), "text": "hei"}, files={"unused": ("a.txt", b"a")}),
            await client.post(at, json={"chat_id": aino.id, "text": "hei", "disable_notification": True}),
            await client.post(at.replace("2:", "2%3A"), json={"chat_id": aino.id, "text": "hei"}),
        ]
    assert [each.status_code for each in ways] == [200] * 5
    assert [post.silent for post in fake.ledger] == [False, False, False, True, False]
    assert not fake.violations
