"""What people do is kept before Telegram is told that it arrived, and handled once, whatever breaks in between."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

import pytest

from bot.adapters.telegram import polling
from bot.core.ports import Inbox, Undecided
from bot.core.uses.between import pretasks
from tests.fakes.telegram.ledger import Answer
from tests.office import words
from tests.telegram.post_office import PostOffice, until, webhook_door

SECRET_WORDS = "Sammakko-istuu-kivella"


class Fails:
    """An inbox that cannot keep anything, so many times."""

    def __init__(self, inbox: Inbox, times: int = 1) -> None:
        self.inbox = inbox
        self.left = times

    async def keep(self, platform: str, came: Sequence[tuple[str, bytes]]) -> list[str]:
        if came and self.left:
            self.left -= 1
            raise OSError("the disk is full")
        return await self.inbox.keep(platform, came)

    async def kept(self, platform: str) -> list[tuple[str, bytes]]:
        return await self.inbox.kept(platform)

    async def drop(self, platform: str, key: str) -> None:
        await self.inbox.drop(platform, key)


async def _never(*_: Any) -> None:
    await asyncio.Event().wait()


async def test_what_cannot_be_kept_is_not_acknowledged_and_is_handled_once_when_it_can(
    shut_office: PostOffice,
) -> None:
    office = shut_office
    office.inbox = Fails
    await office.opens()
    kaarina = office.person("Kaarina")
    office.fake.writes(kaarina, "/help")
    await until(lambda: "telegram" in office.piiri.amiss())
    assert office.piiri.amiss()["telegram"] == "keeping what came failed (OSError)"
    assert not office.fake.updates.quiet.is_set()
    assert office.texts(kaarina) == []
    await office.settles()
    assert len(office.texts(kaarina)) == 1
    assert office.piiri.amiss() == {}


async def test_whoever_acts_while_nothing_can_be_kept_is_told_once_and_served_later(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    chat = office.chat(kaarina, aino)
    group_id = await office.founds(chat, kaarina, aino)
    plan = office.fake.ledger.last(chat)
    later, posts = words("kept-later"), len(office.fake.ledger.in_chat(chat))
    inbox, kept = office.adapter.intake._inbox, office.piiri.store.inbox.keep

    async def full(*_: Any) -> Any:
        raise OSError

    monkeypatch.setattr(polling, "LONGEST_KEEPING", 0.05)
    monkeypatch.setattr(inbox, "keep", full)
    office.fake.writes(kaarina, "/help")
    query = office.fake.presses(aino, plan, f"pause:{group_id}:")
    office.fake.writes(aino, "/privacy", chat)
    await until(lambda: query in office.fake.answers and len(office.texts(kaarina)) == 1)
    assert office.fake.answers[query] == Answer(later, True, None)
    assert office.texts(kaarina) == [later]
    await asyncio.sleep(0.2)
    assert office.texts(kaarina) == [later], "once, however often it is tried"
    monkeypatch.setattr(inbox, "keep", kept)
    await office.settles()
    assert len(office.texts(kaarina)) == 2
    refused = words("refused-convener", group="Torstain piiri")
    assert any(refused in text for text in office.texts(aino)), "what came of it, since the press has had its word"
    assert len(office.fake.ledger.in_chat(chat)) == posts, "and nobody else heard of any of it"


async def test_a_webhook_is_answered_500_until_it_is_kept(shut_office: PostOffice) -> None:
    office = shut_office
    office.webhook = True
    office.inbox = Fails
    await office.opens()
    async with webhook_door(office):
        await office.listens()
        kaarina = office.person("Kaarina")
        office.fake.writes(kaarina, "/help")
        await office.settles()
        assert office.fake.updates.webhook
        assert office.fake.updates.webhook.failure == "Wrong response from the webhook: 500 Internal Server Error"
    assert len(office.texts(kaarina)) == 1


async def test_what_was_kept_and_not_handled_is_handled_at_the_next_start_once(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina)
    group_id = await office.founds(chat, kaarina)
    office.adapter.intake._handle = _never
    plan = office.fake.ledger.last(chat)
    office.fake.presses(kaarina, plan, plan.button(words("button-join")))
    office.fake.writes(kaarina, SECRET_WORDS)
    await office.fake.delivered()
    await office.crashes()
    assert office.texts(kaarina) == []
    await office.opens()
    await office.settles()
    joined, note = office.texts(kaarina)
    assert words("joined", group="Torstain piiri") in joined
    assert note.startswith(words("note-kept", when="").partition("(")[0])
    await office.restarts()
    await office.settles()
    async with office.kept() as work:
        assert len(await work.members.find(group_id=group_id)) == 1
        assert len(await work.notes.find(group_id=group_id)) == 1
    assert len(office.texts(kaarina)) == 2


async def test_what_was_handled_and_not_answered_is_not_handled_again(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina)
    group_id = await office.founds(chat, kaarina, kaarina)
    office.adapter._answers.show = _never  # type: ignore[method-assign]
    office.fake.writes(kaarina, SECRET_WORDS)
    await office.fake.delivered()
    async with asyncio.timeout(5):
        while True:
            async with office.kept() as work:
                if await work.notes.find(group_id=group_id):
                    break
    await office.crashes()
    await office.opens()
    await office.settles()
    async with office.kept() as work:
        assert len(await work.notes.find(group_id=group_id)) == 1
    assert office.texts(kaarina) == []


async def test_a_turn_that_was_cut_off_is_done_at_the_next_start_whole(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = asyncio.Event()

    async def cut_off(*told: Any) -> None:
        await keep_note(*told)
        begun.set()
        await _never()

    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina)
    group_id = await office.founds(chat, kaarina, kaarina)
    keep_note = pretasks.keep_note
    monkeypatch.setattr(pretasks, "keep_note", cut_off)
    office.fake.writes(kaarina, SECRET_WORDS)
    async with asyncio.timeout(5):
        await begun.wait()
    await office.fake.delivered()
    await office.crashes()
    monkeypatch.undo()
    await office.opens()
    await office.settles()
    async with office.kept() as work:
        assert len(await work.notes.find(group_id=group_id)) == 1
    assert len(office.texts(kaarina)) == 1


@pytest.mark.parametrize("how", ["in one batch", "one after the other", "over a restart", "over a crash"])
async def test_the_same_update_twice_is_one_act(office: PostOffice, how: str) -> None:
    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina)
    group_id = await office.founds(chat, kaarina, kaarina)
    office.fake.writes(kaarina, SECRET_WORDS)
    if how != "in one batch":
        await office.settles()
    if how == "over a restart":
        await office.restarts()
    if how == "over a crash":
        await office.crashes()
        await office.opens()
    office.fake.repeats_last()
    await office.settles()
    async with office.kept() as work:
        assert len(await work.notes.find(group_id=group_id)) == 1
    assert len(office.texts(kaarina)) == 1


async def test_ids_that_begin_anew_after_a_silence_are_heard(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    await office.says(kaarina, "/help")
    for number, start in enumerate((1, 7, 990_000_001, 500), 1):
        office.fake.restarts_ids(start)
        await office.says(kaarina, "/privacy")
        await office.says(kaarina, "/help")
        assert len(office.texts(kaarina)) == 1 + 2 * number, start
    assert office.piiri.amiss() == {}


async def test_one_persons_acts_are_handled_in_order_and_nobody_waits_for_another(office: PostOffice) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    office.fake.fault("sendMessage", "slow", chat=kaarina, seconds=0.5)
    for text in ("/help", "/privacy", "/help"):
        office.fake.writes(kaarina, text)
    office.fake.writes(aino, "/help")
    await office.settles()
    first, second = words("help-heading"), words("privacy-heading")
    assert [text.splitlines()[0] for text in office.texts(kaarina)] == [first, second, first]
    arrived = {each.chat_id: each.at for each in office.fake.accepted}
    assert arrived[aino.id] < arrived[kaarina.id] - 0.4


async def test_sixty_acts_while_the_process_falls_over_are_each_handled_once(office: PostOffice) -> None:
    people = [office.person(f"Jäsen {n}") for n in range(20)]
    chat = office.chat(*people)
    group_id = await office.founds(chat, people[0], *people[:10])
    for number in range(60):
        office.fake.writes(people[number % 10], f"Ajatus {number}")
        if number % 15 == 14:
            await asyncio.sleep(0.02)
            await office.crashes()
            await office.opens()
    await office.settles()
    async with office.kept() as work:
        notes = await work.notes.find(group_id=group_id)
    assert sorted(note.text for note in notes) == sorted(f"Ajatus {number}" for number in range(60))


async def test_nothing_that_people_wrote_can_be_read_while_it_waits(
    office: PostOffice, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="piiri")
    caplog.set_level(logging.WARNING, logger="telegram")
    kaarina = office.fake.person("Kaarina-Sammalkorpi", language_code="en", opened=True)
    office.adapter.intake._handle = _never
    office.fake.writes(kaarina, SECRET_WORDS)
    await office.fake.delivered()
    found = [*_readable(office, SECRET_WORDS), *_readable(office, kaarina.first_name)]
    await office.crashes()
    found += _readable(office, SECRET_WORDS)
    await office.opens()
    await office.settles()
    found += _readable(office, SECRET_WORDS)
    assert found == []
    assert SECRET_WORDS not in caplog.text
    assert len(office.texts(kaarina)) == 1


def _readable(office: PostOffice, text: str) -> list[str]:
    names = [path.name for path in office.folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]
    assert any(office.folder.iterdir())
    return names


async def test_an_answer_that_fails_writes_nothing_that_people_wrote_to_the_log(
    office: PostOffice, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def breaks(*_: Any) -> None:
        raise ValueError(SECRET_WORDS)

    caplog.set_level(logging.DEBUG)
    for quiet in ("telegram", "aiosqlite"):
        caplog.set_level(logging.WARNING, logger=quiet)
    kaarina = office.person("Kaarina")
    monkeypatch.setattr(office.adapter._answers, "show", breaks)
    await office.says(kaarina, SECRET_WORDS)
    monkeypatch.undo()
    await office.says(kaarina, "/help")
    assert "answering an update failed: ValueError" in caplog.text
    assert SECRET_WORDS not in caplog.text
    assert len(office.texts(kaarina)) == 1


@pytest.mark.parametrize(("why", "said"), [(ValueError, "refused-error"), (Undecided, "refused-undecided")])
async def test_a_failed_turn_is_said_and_not_tried_again(
    office: PostOffice,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    why: type[Exception],
    said: str,
) -> None:
    async def breaks(*_: Any) -> None:
        raise why(SECRET_WORDS)

    kaarina = office.person("Kaarina")
    monkeypatch.setattr("bot.app.hear", breaks)
    await office.says(kaarina, SECRET_WORDS)
    monkeypatch.undo()
    assert office.texts(kaarina) == [words(said)]
    await office.restarts()
    await office.settles()
    assert len(office.texts(kaarina)) == 1
    assert SECRET_WORDS not in caplog.text


async def test_a_turn_that_failed_with_the_database_is_put_away_when_that_is_back(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    kaarina, begin, left = office.person("Kaarina"), office.piiri.store.begin, [3]

    def away() -> Any:
        left[0] -= 1
        if left[0] >= 0:
            raise OSError
        return begin()

    monkeypatch.setattr("bot.app.FIRST_PAUSE", 0.01)
    monkeypatch.setattr(office.piiri.store, "begin", away)
    await office.says(kaarina, "/help")
    assert office.texts(kaarina) == [words("refused-error")]
    assert left[0] < 0
    await office.restarts()
    await office.settles()
    assert len(office.texts(kaarina)) == 1, "or they would get later what they were told had failed"


async def test_what_was_kept_though_keeping_was_said_to_have_failed_is_handled_once(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    kaarina, inbox, kept = office.person("Kaarina"), office.adapter.intake._inbox, office.piiri.store.inbox.keep

    async def keeps_and_fails(*came: Any) -> Any:
        monkeypatch.setattr(inbox, "keep", kept)
        await kept(*came)
        raise OSError

    monkeypatch.setattr(inbox, "keep", keeps_and_fails)
    await office.says(kaarina, "/help")
    assert len(office.texts(kaarina)) == 1
