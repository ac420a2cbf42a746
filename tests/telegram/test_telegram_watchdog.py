"""A poller that hangs or has ended is noticed, said, and begun anew."""

import asyncio
import time
from typing import Any, NoReturn

import pytest
from telegram.error import InvalidToken

from bot.adapters.telegram import polling
from bot.adapters.telegram.polling import DEAD, LOOK, Pulse, TokenRefused, watched
from bot.adapters.telegram.transport import AiohttpRequest
from bot.adapters.telegram.updates import LONG
from tests.fakes.telegram import api
from tests.office import words
from tests.telegram.post_office import PostOffice, until


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds are a hundredth of what they are."""
    monkeypatch.setattr(api, "LONGEST_POLL", 0.1)
    monkeypatch.setattr(polling, "DEAD", 0.4)
    monkeypatch.setattr(polling, "LOOK", 0.05)


def test_a_dead_poller_is_noticed_within_a_minute_and_a_slow_one_is_let_be() -> None:
    answer = AiohttpRequest().read_timeout
    assert answer is not None
    assert LONG + answer < DEAD
    assert DEAD + LOOK < 60


@pytest.mark.usefixtures("hasty")
async def test_a_poller_that_hangs_is_begun_anew(office: PostOffice) -> None:
    office.fake.fault("getUpdates", "timeout before")
    kaarina = office.person("Kaarina")
    await until(lambda: not office.fake.faults.waiting)
    office.fake.writes(kaarina, "/help")
    begun = time.monotonic()
    await until(lambda: "telegram" in office.piiri.amiss())
    assert time.monotonic() - begun < 2
    assert office.piiri.amiss()["telegram"].startswith(("the poller was dead", "the poller is dead"))
    await office.settles()
    assert words("help-heading") in office.texts(kaarina)[0]
    await until(lambda: office.piiri.amiss() == {})


@pytest.mark.usefixtures("hasty")
async def test_a_store_that_hangs_does_not_keep_the_poller_for_ever(office: PostOffice) -> None:
    inbox = office.piiri.store.inbox
    keep, hung = inbox.keep, asyncio.Event()

    async def hangs_once(platform: str, came: Any) -> list[str]:
        if not hung.is_set():
            hung.set()
            await asyncio.Event().wait()
        return await keep(platform, came)

    inbox.keep = hangs_once  # type: ignore[method-assign]
    kaarina = office.person("Kaarina")
    await office.says(kaarina, "/help")
    assert hung.is_set()
    assert len(office.texts(kaarina)) == 1


@pytest.mark.usefixtures("hasty")
async def test_a_silent_telegram_is_said_and_no_longer_when_it_speaks_again(office: PostOffice) -> None:
    office.adapter._requests[1]._read = 0.2
    await office.fake.stop()
    await until(lambda: "telegram" in office.piiri.amiss())
    await asyncio.sleep(0.5)
    assert office.piiri.amiss()["telegram"]
    await office.fake.start()
    await until(lambda: office.piiri.amiss() == {})
    kaarina = office.person("Kaarina")
    await office.says(kaarina, "/help")
    assert len(office.texts(kaarina)) == 1


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("how", ["returns", "raises", "is cancelled"])
async def test_a_poller_that_ended_without_a_word_is_begun_anew(how: str) -> None:
    pulse, runs = Pulse(), []

    async def ends() -> None:
        runs.append(time.monotonic())
        if len(runs) > 2:
            pulse.beat()
            await asyncio.Event().wait()
        if how == "raises":
            raise RuntimeError("nobody expected this")
        if how == "is cancelled":
            raise asyncio.CancelledError

    watching = asyncio.create_task(watched(ends, pulse))
    await until(lambda: bool(pulse.amiss) or watching.done(), 2)
    assert pulse.amiss == "the poller was dead and has been started anew"
    await until(lambda: len(runs) == 3 or watching.done(), 2)
    assert not watching.done()
    assert pulse.amiss == ""
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)


@pytest.mark.usefixtures("hasty")
async def test_a_poller_that_ends_again_and_again_does_not_take_all_of_the_machine() -> None:
    runs = []

    async def ends() -> None:
        runs.append(1)

    watching = asyncio.create_task(watched(ends, Pulse()))
    await asyncio.sleep(0.3)
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    assert 1 < len(runs) < 12


@pytest.mark.usefixtures("hasty")
async def test_a_token_that_is_refused_is_not_asked_with_again() -> None:
    async def refused(_: int | None) -> NoReturn:
        raise InvalidToken

    async def nothing(_: Any) -> None:
        """Nothing comes."""

    pulse = Pulse()
    with pytest.raises(TokenRefused):
        async with asyncio.timeout(2):
            await watched(lambda: polling.poll(refused, nothing, pulse), pulse)
