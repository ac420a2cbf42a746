"""A token that Telegram does not know, one that two processes use, and none of it in any log."""

import asyncio
import logging
from datetime import timedelta
from pathlib import Path

import pytest
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.adapters.telegram.polling import TokenRefused
from bot.adapters.telegram.transport import AiohttpRequest
from bot.adapters.telegram.verdict import is_refused, outcome_of
from bot.commands.output import log_to_stderr
from bot.core import delivery
from bot.core.platform import NotSent
from bot.settings import Settings
from tests.cli.command import Place, free_port
from tests.fakes.telegram.fake import FakeTelegram
from tests.office import words
from tests.telegram.post_office import PostOffice, until


@pytest.mark.parametrize(
    ("method", "code"), [("getMe", "401"), ("setMyCommands", "404"), ("deleteWebhook", "404"), ("getUpdates", "401")]
)
async def test_piiri_stops_when_its_token_is_not_known(shut_office: PostOffice, method: str, code: str) -> None:
    shut_office.fake.fault(method, code)
    await shut_office.opens()
    async with asyncio.timeout(5):
        await shut_office.piiri.ended()
    assert isinstance(shut_office.piiri.failed, TokenRefused)


@pytest.mark.parametrize(("method", "code"), [("sendMessage", "401"), ("answerCallbackQuery", "404")])
async def test_piiri_stops_when_its_token_is_taken_back_while_it_runs(
    office: PostOffice, method: str, code: str
) -> None:
    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina)
    await office.founds(chat, kaarina)
    office.fake.fault(method, code)
    office.fake.presses(kaarina, office.fake.ledger.last(chat), "privacy::")
    async with asyncio.timeout(5):
        await office.piiri.ended()
    assert isinstance(office.piiri.failed, TokenRefused)


async def test_a_notice_that_met_a_refused_token_is_sent_at_the_next_start(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "FIRST_WAIT", timedelta(milliseconds=50))
    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina)
    office.fake.fault("sendMessage", "401", times=2)
    group_id = await office.founds(chat, kaarina, settles=False)
    async with asyncio.timeout(5):
        await office.piiri.ended()
    assert office.piiri.amiss()["telegram"] == "the token is refused"
    office.fake.faults.waiting.clear()
    await office.restarts()
    await office.settles()
    assert (await office.notice("plan", group_id)).attempts > 1
    assert len(office.texts(chat)) == 1


async def test_the_process_says_in_one_line_what_to_do(tmp_path: Path) -> None:
    fake = FakeTelegram()
    await fake.start()
    fake.fault("getMe", "401")
    settings = {"PIIRI_TELEGRAM_TOKEN": fake.token, "PIIRI_TELEGRAM_API_URL": fake.url}
    run = Place(tmp_path, settings).piiri
    done = await asyncio.to_thread(run, "run", "--port", str(free_port()))
    await fake.stop()
    done.refused("@BotFather", "PIIRI_TELEGRAM_TOKEN")
    assert fake.token not in done.out + done.err
    assert fake.token.partition(":")[2] not in done.out + done.err


async def test_a_second_process_is_waited_for_and_then_work_goes_on(office: PostOffice) -> None:
    other = AiohttpRequest()
    second = Bot(office.fake.token, base_url=office.fake.url + "/bot", request=other, get_updates_request=other)
    asking = asyncio.create_task(second.get_updates(timeout=20))
    await until(lambda: "telegram" in office.piiri.amiss())
    assert "another process" in office.piiri.amiss()["telegram"]
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    await other.shutdown()
    kaarina = office.person("Kaarina")
    await office.says(kaarina, "/help")
    assert words("help-heading") in office.texts(kaarina)[0]
    assert office.piiri.amiss() == {}


async def test_a_webhook_left_from_before_is_taken_away_even_if_that_fails_at_first(shut_office: PostOffice) -> None:
    office = shut_office
    await office.fake.start()
    request = AiohttpRequest()
    earlier = Bot(office.fake.token, base_url=office.fake.url + "/bot", request=request, get_updates_request=request)
    await earlier.set_webhook("https://somewhere.example.org/telegram")
    await request.shutdown()
    office.fake.fault("deleteWebhook", "500 before")
    await office.opens()
    kaarina = office.person("Kaarina")
    await office.says(kaarina, "/help")
    assert words("help-heading") in office.texts(kaarina)[0]


async def test_the_token_is_in_no_line_of_the_log(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", root.level)
    log_to_stderr(Settings(log_level="debug"))
    for name in ("telegram", "telegram.Bot", "aiohttp", "asyncio"):  # however loud somebody sets them
        monkeypatch.setattr(logging.getLogger(name), "level", logging.DEBUG)
    kaarina = office.person("Kaarina")
    office.fake.fault("sendMessage", "500 before")
    office.fake.fault("sendMessage", "reset before", times=2)
    await office.says(kaarina, "/help")
    await office.says(kaarina, "/help")
    await office.says(kaarina, "/help")
    await office.fake.stop()
    await until(lambda: "telegram" in office.piiri.amiss())
    logging.getLogger("piiri").error("see %s", f"https://api.telegram.org/bot{office.fake.token}/getMe")
    try:
        raise OSError(office.adapter._bot.base_url)
    except OSError:
        logging.getLogger("elsewhere").exception("failed with %r", office.adapter._bot)
    said = capsys.readouterr().err
    assert "a call to Telegram failed" in said
    assert "(token)" in said
    assert office.fake.token.partition(":")[2] not in said


def test_a_proxys_own_404_is_no_word_of_telegrams_about_the_token() -> None:
    page = InvalidToken("Not Found (404)")
    page.__cause__ = TelegramError("Invalid server response")
    assert not is_refused(page)
    assert outcome_of(page, private=False) == NotSent("no-connection")
    assert is_refused(InvalidToken("Unauthorized"))
