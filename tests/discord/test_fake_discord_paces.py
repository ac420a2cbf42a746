"""How fast one may go, what a nonce remembers, and what goes wrong on the way."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.fakes.discord.caller import Caller
from tests.fakes.discord.fake import FakeDiscord
from tests.fakes.discord.ledger import most_in
from tests.fakes.discord.limits import Limits
from tests.fakes.discord.world import Channel


class Sender(Caller):
    fake: FakeDiscord
    place: Channel

    async def sends(self, nonce: str | None = None, where: Channel | None = None, **more: Any) -> Any:
        body: dict[str, Any] = {"content": "hei"}
        if nonce is not None:
            body |= {"nonce": nonce, "enforce_nonce": True}
        return await self.says(where or self.place, body | more)

    def standing(self) -> int:
        return len(self.place.messages)


@pytest.fixture
async def sender() -> AsyncIterator[Sender]:
    async with FakeDiscord() as fake, aiohttp.ClientSession() as session:
        sender = Sender(fake, session)
        sender.place = fake.channel(fake.guild())
        yield sender


async def test_a_nonce_makes_one_message_for_a_while(sender: Sender) -> None:
    first, second = await sender.sends("n-1"), await sender.sends("n-1", content="muuta")
    assert first.body["id"] == second.body["id"]
    assert second.body["content"] == "hei"
    assert second.body["nonce"] == "n-1"
    assert sender.standing() == 1
    sender.fake.passes(179)
    assert (await sender.sends("n-1")).body["id"] == first.body["id"]
    sender.fake.passes(2)
    assert (await sender.sends("n-1")).body["id"] != first.body["id"]
    assert sender.standing() == 2


async def test_a_nonce_counts_in_its_channel_and_only_where_it_is_enforced(sender: Sender) -> None:
    other = sender.fake.channel(sender.place.guild, "muu")  # type: ignore[arg-type]
    await sender.sends("n-1")
    assert (await sender.sends("n-1", other)).body["channel_id"] == str(other.id)
    await sender.sends("n-1", enforce_nonce=False)
    assert sender.standing() == 2


async def test_a_deleted_message_is_not_made_anew(sender: Sender) -> None:
    first = (await sender.sends("n-1")).body["id"]
    sender.fake.deletes_message(int(first), sender.place)
    no = await sender.sends("n-1")
    assert (no.status, no.code) == (404, 10008)
    assert sender.standing() == 0
    sender.fake.passes(181)
    assert (await sender.sends("n-1")).status == 200


async def test_what_is_read_carries_no_nonce(sender: Sender) -> None:
    sent = (await sender.sends("n-1")).body["id"]
    at = f"/channels/{sender.place.id}/messages"
    assert "nonce" not in (await sender("GET", f"{at}/{sent}")).body
    assert "nonce" not in (await sender("GET", at)).body[0]


async def test_a_channel_takes_five_messages_in_five_seconds(sender: Sender) -> None:
    sender.fake.limits = Limits()
    answers = [await sender.sends() for _ in range(6)]
    assert [each.status for each in answers] == [200] * 5 + [429]
    assert [each.headers["X-RateLimit-Remaining"] for each in answers[:5]] == list("43210")
    assert answers[0].headers["X-RateLimit-Limit"] == "5"
    assert len({each.headers["X-RateLimit-Bucket"] for each in answers}) == 1
    no = answers[5]
    assert no.body["global"] is False
    assert 0 < no.body["retry_after"] <= 5
    assert no.headers["X-RateLimit-Scope"] == "user"
    assert "Via" in no.headers
    assert (await sender.sends(where=sender.fake.channel(sender.place.guild, "muu"))).status == 200  # type: ignore[arg-type]
    sender.fake.passes(5)
    assert (await sender.sends()).status == 200
    assert sender.fake.ledger.throttled == 1


async def test_fifty_requests_go_through_in_a_second(sender: Sender) -> None:
    sender.fake.limits = Limits(buckets={}, others=(1000, 1.0))
    answers = await asyncio.gather(*[sender("GET", "/users/@me") for _ in range(60)])
    refused = [each for each in answers if each.status == 429]
    assert len(refused) == 10
    assert refused[0].body["global"] is True
    assert refused[0].headers["X-RateLimit-Global"] == "true"
    assert refused[0].headers["X-RateLimit-Scope"] == "global"
    assert most_in(sender.fake.ledger.times) == 60
    assert sender.fake.ledger.invalid == 10
    # Answers to interactions have no part in it.
    assert (await sender("POST", "/interactions/5/x/callback", {"type": 5})).code == 10062
    sender.fake.passes(1)
    assert (await sender("GET", "/users/@me")).status == 200


async def test_without_limits_one_is_told_of_wide_ones(sender: Sender) -> None:
    answers = [await sender.sends() for _ in range(8)]
    assert {each.status for each in answers} == {200}
    assert answers[-1].headers["X-RateLimit-Remaining"] == "999"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 500, 502, 503, 504, 524])
async def test_a_status_comes_so_often_as_it_was_ordered(sender: Sender, status: int) -> None:
    sender.fake.fails(str(status), "POST", "/channels/*/messages", times=2, code=40333, message="niin")
    assert (await sender("GET", "/users/@me")).status == 200
    for _ in range(2):
        no = await sender.sends()
        assert (no.status, no.body) == (status, {"message": "niin", "code": 40333})
    assert (await sender.sends()).status == 200
    assert sender.standing() == 1
    assert [each.fault for each in sender.fake.ledger.of("POST")] == [str(status)] * 2 + [None]


async def test_what_fails_afterwards_has_taken_effect(sender: Sender) -> None:
    sender.fake.fails("500 after", "POST", "/channels/*/messages")
    assert (await sender.sends("n-1")).status == 500
    assert sender.standing() == 1
    assert (await sender.sends("n-1")).status == 200
    assert sender.standing() == 1


async def test_a_broken_connection_comes_before_or_after(sender: Sender) -> None:
    for when, stands in (("before", 0), ("after", 1)):
        sender.fake.fails(f"reset {when}", "POST")
        with pytest.raises(aiohttp.ClientError):
            await sender.sends()
        assert sender.standing() == stands
    assert (await sender.sends()).status == 200


async def test_nobody_answers(sender: Sender) -> None:
    for when, stands in (("before", 0), ("after", 1)):
        sender.fake.fails(f"hang {when}")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(sender.sends(), 0.05)
        assert sender.standing() == stands


async def test_an_answer_is_slow(sender: Sender) -> None:
    sender.fake.fails("slow", seconds=0.1)
    started = asyncio.get_running_loop().time()
    assert (await sender.sends()).status == 200
    assert asyncio.get_running_loop().time() - started >= 0.1


async def test_somebody_before_discord_says_no(sender: Sender) -> None:
    sender.fake.fails("cloudflare")
    no = await sender.sends()
    assert (no.status, no.body) == (429, "error code: 1015")
    assert "Via" not in no.headers
    sender.fake.fails("html")
    page = await sender.sends()
    assert page.status == 502
    assert page.body.startswith("<html>")
    sender.fake.fails("429", retry_after=7.5)
    told = await sender.sends()
    assert (told.body["retry_after"], told.body["global"], told.headers["Via"]) == (7.5, False, "1.1 google")
    sender.fake.fails("global", retry_after=2)
    assert (await sender.sends()).headers["X-RateLimit-Global"] == "true"


async def test_only_what_there_is_can_be_ordered_and_it_can_be_taken_back(sender: Sender) -> None:
    with pytest.raises(ValueError, match="no such fault"):
        sender.fake.fails("418")
    sender.fake.fails("500", times=100)
    sender.fake.mends()
    assert (await sender.sends()).status == 200
