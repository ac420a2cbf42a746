"""Updates that say nothing to us, or that nobody can read: none of them stops what comes after."""

import logging
from typing import Any

import pytest

from tests.fakes.telegram.updates import Item
from tests.office import words
from tests.telegram.post_office import PostOffice, webhook_door

WRITTEN = "Sammakko-istuu-kivella"
PERSON = {"id": 77, "is_bot": False, "first_name": "Outo"}
PRIVATE = {"id": 77, "type": "private", "first_name": "Outo"}
GROUP = {"id": -100123, "type": "supergroup", "title": "Outo piiri"}
CHANNEL = {"id": -100999, "type": "channel", "title": "Kanava"}
MESSAGE: dict[str, Any] = {"message_id": 5, "date": 1, "chat": PRIVATE, "from": PERSON, "text": WRITTEN}

STRANGE: dict[str, dict[str, Any]] = {
    "nothing at all": {},
    "a kind that does not exist yet": {"mind_reading": {"thought": WRITTEN}},
    "a message without a chat": {"message": {"message_id": 5, "date": 1, "from": PERSON, "text": WRITTEN}},
    "a message without a date": {"message": {"message_id": 5, "chat": PRIVATE, "from": PERSON, "text": WRITTEN}},
    "a message whose text is a list": {"message": MESSAGE | {"text": [WRITTEN]}},
    "a message that is a text": {"message": WRITTEN},
    "a sender without a name": {"message": MESSAGE | {"from": {"id": 77, "is_bot": False}}},
    "a sender whose name is empty": {"message": MESSAGE | {"from": PERSON | {"first_name": ""}}},
    "a sender who is a number": {"message": MESSAGE | {"from": 77}},
    "a sender whose language is odd": {"message": MESSAGE | {"from": PERSON | {"language_code": "-"}}},
    "no sender in private": {"message": {name: it for name, it in MESSAGE.items() if name != "from"}},
    "a chat of an unknown kind": {"message": MESSAGE | {"chat": {"id": 3, "type": "hive"}}},
    "a channel's post": {"channel_post": MESSAGE | {"chat": CHANNEL}},
    "a channel's post as a message": {"message": MESSAGE | {"chat": CHANNEL, "sender_chat": CHANNEL}},
    "an edited message in a group": {"edited_message": MESSAGE | {"chat": GROUP, "edit_date": 2}},
    "an edited message without text": {"edited_message": MESSAGE | {"edit_date": 2, "text": ""}},
    "a service message of the future": {"message": MESSAGE | {"chat": GROUP, "text": None, "group_teleported": True}},
    "a group's talk": {"message": MESSAGE | {"chat": GROUP}},
    "another bot's command": {"message": MESSAGE | {"chat": GROUP, "text": f"/start@other_bot {WRITTEN}"}},
    "a slash alone": {"message": MESSAGE | {"text": "/"}},
    "a press of an inline message": {"callback_query": {"id": "1", "from": PERSON, "chat_instance": "1", "data": "x"}},
    "a press without data": {"callback_query": {"id": "1", "from": PERSON, "chat_instance": "1", "message": MESSAGE}},
    "a press without a presser": {"callback_query": {"id": "1", "chat_instance": "1", "message": MESSAGE, "data": "x"}},
    "a forged press": {
        "callback_query": {
            "id": "1",
            "from": PERSON,
            "chat_instance": "1",
            "message": {"chat": GROUP, "message_id": 9, "date": 0},
            "data": "join:::::\x00",
        }
    },
    "a standing of an unknown kind": {
        "my_chat_member": {
            "chat": GROUP,
            "from": PERSON,
            "date": 1,
            "old_chat_member": {"user": PERSON, "status": "member"},
            "new_chat_member": {"user": PERSON, "status": "enlightened"},
        }
    },
    "a standing without a member": {"my_chat_member": {"chat": GROUP, "from": PERSON, "date": 1}},
}


def _comes(office: PostOffice, update: dict[str, Any]) -> None:
    office.fake.updates._add(Item({"update_id": office.fake.updates.next_id} | update))
    office.fake.updates.next_id += 1


async def test_what_is_strange_stops_nothing(office: PostOffice, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="piiri")
    caplog.set_level(logging.WARNING, logger="telegram")
    kaarina = office.person("Kaarina")
    heads = [words("help-heading"), words("privacy-heading")]
    for what, update in STRANGE.items():
        before = len(office.texts(kaarina))
        office.fake.writes(kaarina, "/help")
        _comes(office, update)
        office.fake.writes(kaarina, "/privacy")
        await office.handles(5)
        assert [text.splitlines()[0] for text in office.texts(kaarina)[before:]] == heads, what
        assert office.piiri.amiss() == {}, what
        assert WRITTEN not in caplog.text, what
    async with office.kept() as work:
        assert await work.persons.find() == []


async def test_all_of_it_together_comes_by_webhook_and_over_a_restart(shut_office: PostOffice) -> None:
    office = shut_office
    office.webhook = True
    await office.opens()
    kaarina = office.person("Kaarina")
    for update in STRANGE.values():
        _comes(office, update)
    office.fake.writes(kaarina, "/help")
    async with webhook_door(office):
        await office.settles()
    await office.closes()
    assert len(office.texts(kaarina)) == 1
    office.webhook = False
    await office.opens()
    await office.says(kaarina, "/privacy")
    assert len(office.texts(kaarina)) == 2


async def test_what_an_older_version_kept_and_we_cannot_read_does_not_keep_us_from_starting(
    office: PostOffice,
) -> None:
    kaarina = office.person("Kaarina")
    inbox = office.piiri.store.inbox
    await inbox.keep("telegram", [("1", b"{}"), ("2", b"no JSON"), ("3", b'{"update_id": 3, "message": 5}')])
    await office.restarts()
    await office.says(kaarina, "/help")
    assert len(office.texts(kaarina)) == 1
    assert await inbox.kept("telegram") == []


async def test_a_photo_in_private_is_said_not_to_be_read(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    office.fake.sends_photo(kaarina, caption="Kesä")
    await office.settles()
    assert office.texts(kaarina) == [words("unread-file")]


async def test_a_changed_message_in_private_is_said_to_change_nothing(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    said = office.fake.writes(kaarina, "/help")
    await office.settles()
    office.fake.edits(kaarina, said, "/forgetme")
    await office.settles()
    assert office.texts(kaarina)[1] == words("unread-edit")


async def test_the_groups_own_talk_is_not_even_kept(office: PostOffice) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    chat = office.chat(kaarina, aino)
    await office.founds(chat, kaarina, aino)
    office.fake.promotes_bot(kaarina, chat)
    await office.settles()
    inbox = office.piiri.store.inbox
    keep, kept = inbox.keep, []

    async def noted(platform: str, came: Any) -> Any:
        kept.extend(came)
        return await keep(platform, came)

    inbox.keep = noted  # type: ignore[method-assign]
    said = office.fake.writes(aino, WRITTEN, chat)
    office.fake.writes(aino, f"/roll@other_bot {WRITTEN}", chat)
    office.fake.edits(aino, said, WRITTEN * 2)
    office.fake.sends_photo(aino, chat, caption=WRITTEN)
    await office.settles()
    assert said.heard, "an administrator is told everything"
    assert kept == []
    assert len(office.fake.ledger) == 1
