"""What goes wrong on the way: limits, faults, and what the stand-in writes down of them."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from types import SimpleNamespace

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.request import HTTPXRequest

from tests.fakes.telegram import state
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.ledger import most_in
from tests.fakes.telegram.limits import Limits

# The library tells at each of them that it will once be a duration.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after")


def seconds(error: RetryAfter) -> float:
    """The library tells them as a number or as a duration, by a switch of its own."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else wait


@pytest.fixture
async def bot(fake: FakeTelegram) -> AsyncIterator[Bot]:
    request = HTTPXRequest(read_timeout=1.0, connection_pool_size=64)
    async with Bot(fake.token, base_url=fake.url + "/bot", request=request) as bot:
        yield bot


@pytest.mark.parametrize(
    ("what", "error", "message"),
    [
        ("500", NetworkError, "Internal Server Error"),
        ("502", NetworkError, "Bad Gateway"),
        ("timeout", TimedOut, "Timed out"),
        ("reset", NetworkError, "ReadError"),
    ],
)
@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_fault_comes_before_or_after_the_message_is_accepted(
    fake: FakeTelegram, bot: Bot, what: str, error: type[NetworkError], message: str, when: str
) -> None:
    aino, eino = fake.person("Aino", opened=True), fake.person("Eino", opened=True)
    fake.fault("sendMessage", f"{what} {when}", chat=aino)
    await bot.send_message(eino.id, "hei")
    with pytest.raises(error, match=message):
        await bot.send_message(aino.id, "hei")
    assert len(fake.ledger.in_chat(aino)) == (when == "after")
    await bot.send_message(aino.id, "hei")
    assert len(fake.ledger.in_chat(aino)) == 1 + (when == "after")


async def test_other_faults_are_answers(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino", opened=True)
    fake.fault("*", "429", times=2, retry_after=7)
    fake.fault("sendMessage", "401")
    fake.fault("sendMessage", "404")
    for _ in range(2):
        with pytest.raises(RetryAfter) as again:
            await bot.send_message(aino.id, "hei")
        assert seconds(again.value) == 7
    with pytest.raises(InvalidToken, match="Unauthorized"):
        await bot.send_message(aino.id, "hei")
    with pytest.raises(InvalidToken, match="Not Found"):
        await bot.send_message(aino.id, "hei")
    await bot.send_message(aino.id, "hei")
    assert not fake.throttled
    with pytest.raises(ValueError, match="no such fault"):
        fake.fault("sendMessage", "500")


async def test_a_slow_answer_comes_to_a_message_that_stands(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino", opened=True)
    fake.fault("sendMessage", "slow", seconds=0.2)
    before = time.monotonic()
    sending = asyncio.create_task(bot.send_message(aino.id, "hei"))
    await asyncio.sleep(0.1)
    assert len(fake.ledger) == 1
    await sending
    assert time.monotonic() - before >= 0.2


async def test_without_limits_nothing_comes_too_soon(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino", opened=True)
    await asyncio.gather(*(bot.send_message(aino.id, "hei") for _ in range(50)))
    assert len(fake.accepted) == 50
    assert not fake.throttled


async def test_one_chat_takes_one_message_a_second_edits_too(fake: FakeTelegram, bot: Bot) -> None:
    aino, eino = fake.person("Aino", opened=True), fake.person("Eino", opened=True)
    fake.limits = Limits(chat_per_second=1)
    sent = await bot.send_message(aino.id, "hei")
    await bot.send_message(eino.id, "hei")
    with pytest.raises(RetryAfter) as again:
        await bot.edit_message_text("moi", aino.id, sent.message_id)
    assert seconds(again.value) == 1
    query_id = fake.presses(aino, fake.ledger.last(aino), "a")
    await bot.answer_callback_query(query_id)
    [throttled] = fake.throttled
    assert (throttled.method, throttled.chat_id, throttled.retry_after) == ("editMessageText", aino.id, 1)
    await asyncio.sleep(1.05)
    await bot.edit_message_text("moi", aino.id, sent.message_id)


async def test_all_chats_together_take_thirty_in_any_second(
    fake: FakeTelegram, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = time.monotonic()
    monkeypatch.setattr(state, "time", SimpleNamespace(monotonic=lambda: at))  # a busy machine takes longer than that
    people = [fake.person("Aino", opened=True) for _ in range(40)]
    fake.limits = Limits()
    results = await asyncio.gather(*(bot.send_message(each.id, "hei") for each in people), return_exceptions=True)
    assert sum(isinstance(each, RetryAfter) for each in results) == len(fake.throttled) == 10
    assert most_in([arrival.at for arrival in fake.accepted]) == 30


async def test_a_group_takes_twenty_a_minute(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino", opened=True)
    group = fake.group("Piiri", [aino], bot="member")
    fake.limits = Limits(overall_per_second=None, chat_per_second=None)
    for _ in range(20):
        await bot.send_message(group.id, "hei")
        await bot.send_message(aino.id, "hei")
    with pytest.raises(RetryAfter) as again:
        await bot.send_message(group.id, "hei")
    assert 50 < seconds(again.value) <= 60
    await bot.send_message(aino.id, "hei")


async def test_what_is_refused_does_not_count(fake: FakeTelegram, bot: Bot) -> None:
    aino = fake.person("Aino")
    fake.limits = Limits()
    for _ in range(3):
        with pytest.raises(Exception, match="can't initiate conversation"):
            await bot.send_message(aino.id, "hei")
    assert not fake.accepted
    assert not fake.throttled


def test_the_most_in_a_second_slides() -> None:
    assert most_in([]) == 0
    assert most_in([0.0, 0.5, 0.999, 1.0, 1.4, 3.0]) == 4
    assert most_in([0.0, 1.0, 2.0]) == 1


async def test_a_fault_of_the_stand_in_itself_is_not_telegrams() -> None:
    fake = FakeTelegram()
    await fake.start()
    fake.ledger.add = None  # type: ignore[assignment]
    aino = fake.person("Aino", opened=True)
    async with httpx.AsyncClient() as client:
        await client.post(f"{fake.url}/bot{fake.token}/sendMessage", json={"chat_id": aino.id, "text": "hei"})
    with pytest.raises(ExceptionGroup, match="the stand-in itself failed"):
        await fake.stop()


async def test_what_was_broken_is_told_apart_from_what_happens_in_life(fake: FakeTelegram, bot: Bot) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(4711, "hei")
    assert not fake.violations
    with pytest.raises(BadRequest, match="essage is too long"):
        await bot.send_message(4711, "ä" * 4097)
    [violation] = fake.violations
    assert (violation.method, violation.description) == ("sendMessage", "Bad Request: message is too long")
    fake.violations.clear()
