"""Told to wait: by one bucket, by all of Discord, for long, or by the wall in front of it."""

import asyncio
import time

import discord
import pytest

from bot.adapters.discord import posting, verdict
from bot.core.model import State
from bot.core.outgoing import Written, WrittenBlock
from bot.core.platform import Address, Sent, Throttled
from bot.serving.serve import DISCORD
from tests.discord.post_office_discord import SEND, Hurries, PostOffice, channel_id
from tests.fakes.discord.ledger import most_in
from tests.fakes.discord.limits import Limits
from tests.fakes.discord.world import Channel
from tests.office import words

pytest_plugins = ["tests.discord.office_discord"]

PRETASK = "2026-09-10 10:00"
PART = Written((WrittenBlock("para", "x"),))


def _path(place: Channel) -> str:
    return f"/channels/{place.id}/messages"


def _to(place: Channel) -> Address:
    return Address("discord", channel_id(place), False)


async def _groups(office: PostOffice, number: int) -> list[tuple[Channel, str]]:
    groups = []
    for _ in range(number):
        place = await office.place(kaarina := office.person("Kaarina"))
        groups.append((place, await office.founds(place, kaarina)))
    return groups


async def test_a_short_wait_of_one_channel_is_waited_out_and_others_go_on(office: PostOffice) -> None:
    (slow, slow_id), (other, _) = await _groups(office, 2)
    office.fake.fails("429", "POST", _path(slow), retry_after=0.5)
    await office.moves_to(PRETASK)
    notice = await office.notice("pretask", slow_id)
    assert (notice.state, notice.attempts) == (State.SENT, 1)
    told = office.tried(slow)[-2].at
    assert office.last(slow).sent_at - told >= 0.5
    assert office.last(other).sent_at < office.last(slow).sent_at - 0.3
    assert [len(office.posts(place)) for place in (slow, other)] == [2, 2]


async def test_a_short_wait_of_all_is_waited_out_by_all(office: PostOffice) -> None:
    groups = await _groups(office, 3)
    office.fake.fails("global", "POST", _path(groups[0][0]), retry_after=0.4)
    await office.moves_to(PRETASK)
    assert [len(office.posts(place)) for place, _ in groups] == [2, 2, 2]
    assert len(office.fake.ledger.of(status=429)) == 1


async def test_a_wait_of_all_that_outlasts_our_patience_does_not_silence_us_for_ever(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((place, group_id),) = await _groups(office, 1)
    monkeypatch.setattr(posting, "PATIENCE", 0.3)
    office.fake.fails("global", "POST", _path(place), retry_after=1.0)
    await office.moves_to(PRETASK)
    assert (await office.notice("pretask", group_id)).state is State.SENT
    assert len(office.posts(place)) == 2


async def test_a_long_wait_is_kept_and_the_others_go_on(office: PostOffice) -> None:
    (slow, slow_id), (other, other_id) = await _groups(office, 2)
    office.fake.fails("429", "POST", _path(slow), retry_after=45)
    moving = asyncio.create_task(office.moves_to(PRETASK))
    begun = time.monotonic()

    async def waits() -> bool:
        notice = await office.notice("pretask", slow_id)
        return notice.state is State.WAITING and notice.why == "throttled"

    await office.comes(waits)
    await office.comes(lambda: len(office.posts(other)) == 2)
    assert time.monotonic() - begun < 3
    notice = await office.notice("pretask", slow_id)
    assert notice.not_before
    assert 40 < (notice.not_before - discord.utils.utcnow()).total_seconds() <= 45
    assert (await office.notice("pretask", other_id)).state is State.SENT
    assert len(office.tried(slow)) == 2, "and is not tried meanwhile"
    moving.cancel()


async def test_another_group_of_the_same_server_goes_on_too(office: PostOffice) -> None:
    ((slow, slow_id),) = await _groups(office, 1)
    assert slow.guild
    other = office.fake.channel(slow.guild, "toinen")
    await office.listens()
    await office.founds(other, next(iter(slow.guild.members.values())).person)
    office.fake.fails("429", "POST", _path(slow), retry_after=45)
    moving = asyncio.create_task(office.moves_to(PRETASK))
    await office.comes(lambda: len(office.posts(other)) == 2)
    assert len(office.posts(slow)) == 1
    moving.cancel()


async def test_the_long_wait_is_kept_over_a_restart(office: PostOffice) -> None:
    ((place, group_id),) = await _groups(office, 1)
    office.fake.fails("429", "POST", _path(place), retry_after=31)
    moving = asyncio.create_task(office.moves_to(PRETASK))

    async def waits() -> bool:
        return (await office.notice("pretask", group_id)).why == "throttled"

    await office.comes(waits)
    moving.cancel()
    await office.restarts()
    office.piiri.dispatcher.ring()
    await asyncio.sleep(0.1)
    assert len(office.tried(place)) == 2


@pytest.mark.parametrize("how", ["cloudflare", "JSON"])
async def test_turned_away_at_the_outer_wall_we_leave_discord_alone(
    office: PostOffice, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdict, "BANNED", 0.3)
    from tests.fakes.discord import server

    if how == "JSON":  # an answer of the kind that Discord gives, and not from Discord
        monkeypatch.setitem(server.JSON, "Via", "")
    (place, group_id), (other, _), (third, _) = await _groups(office, 3)
    fault = "cloudflare" if how == "cloudflare" else "429"
    for each in (place, other):
        office.fake.fails(fault, "POST", _path(each), retry_after=0.01)
    await office.moves_to(PRETASK)
    assert (await office.notice("pretask", group_id)).state is State.SENT
    assert [len(office.posts(each)) for each in (place, other, third)] == [2, 2, 2]
    refused = [each for each in office.fake.ledger.requests if each.status == 429]
    assert len(refused) == 2, "one try each, and none before its time"
    for each in (place, other):
        first, again = office.tried(each)[-2:]
        assert again.at - first.at >= 0.3


async def test_the_outer_walls_minute_is_a_minute(office: PostOffice) -> None:
    place = await office.place(office.person("Kaarina"))
    office.fake.fails("cloudflare", "POST", _path(place))
    outcome = await office.adapter.post(_to(place), PART, mark="m:0")
    assert outcome == Throttled(verdict.BANNED)
    assert verdict.BANNED >= 60


async def test_a_second_server_told_to_wait_at_once_stops_all(office: PostOffice) -> None:
    places = [await office.place(office.person("Kaarina")) for _ in range(3)]
    for place in places[:2]:
        office.fake.fails("429", "POST", _path(place), retry_after=31)
        outcome = await office.adapter.post(_to(place), PART, mark=f"{place.id}:0")
        assert isinstance(outcome, Throttled)
        office.gate.throttle(_to(place), outcome.retry_after)
    assert office.gate.stopped(_to(places[2])) > 25


async def test_opening_a_private_side_that_is_told_to_wait_long_waits_without_a_call(office: PostOffice) -> None:
    aino = office.person("Aino")
    place = await office.place(aino)
    group_id = await office.founds(place, aino, aino)
    office.fake.fails("429", "POST", "/users/@me/channels", retry_after=40)
    moving = asyncio.create_task(office.moves_to("2026-09-12 10:00"))

    async def waits() -> bool:
        return (await office.notice("brief", group_id)).why == "throttled"

    await office.comes(waits)
    moving.cancel()
    assert office.texts(aino) == []


async def test_what_was_unsure_and_then_told_to_wait_is_still_looked_for(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch, hurries: Hurries
) -> None:
    hurries(discord.http)
    monkeypatch.setattr(verdict, "BANNED", 0.05)
    ((place, group_id),) = await _groups(office, 1)
    monkeypatch.setattr(posting, "WINDOW", 0.0)
    office.fake.nonce_seconds = 0.0
    office.fake.fails("503 after", "POST", _path(place))
    office.fake.fails("cloudflare", "GET", _path(place))
    await office.moves_to(PRETASK)
    assert (await office.notice("pretask", group_id)).state is State.SENT
    assert len(office.posts(place)) == 2


async def test_what_is_written_in_private_is_answered_in_the_end_though_told_to_wait(office: PostOffice) -> None:
    aino = office.person("Aino")
    await office.place(aino)
    office.fake.fails("429", "POST", _path(office.fake.dm(aino)), retry_after=0.3)
    office.fake.writes(aino, "hei")
    await office.comes(lambda: bool(office.texts(aino)))
    assert len(office.texts(aino)) == 1


# At the pace that it runs at


async def test_thirty_groups_at_once_are_each_told_once_and_discord_throttles_nothing(shut_office: PostOffice) -> None:
    office = shut_office
    office.pace = DISCORD
    await office.opens()
    await office.listens()
    people = [office.person(f"Jäsen {n}") for n in range(30)]
    places = [office.fake.channel(office.fake.guild("Talo", members=[each])) for each in people]
    await office.listens()
    ring, office.piiri.dispatcher.ring = office.piiri.dispatcher.ring, lambda: None  # type: ignore[method-assign]
    for person, place in zip(people, places, strict=True):
        await office.founds(place, person, settles=False)
    office.piiri.dispatcher.ring = ring  # type: ignore[method-assign]
    office.fake.limits = Limits()
    begun = time.monotonic()
    office.piiri.dispatcher.ring()
    answers = await asyncio.gather(
        *(office.fake.invokes(p, "piiri privacy", c) for p, c in zip(people, places, strict=True))
    )
    await office.settles()
    assert [len(office.posts(place)) for place in places] == [1] * 30
    assert office.fake.ledger.throttled == 0
    calls = [at for at in office.fake.ledger.times if at >= begun]  # to log in comes before the gate
    assert len(calls) > 50
    assert most_in(calls) <= 50
    assert time.monotonic() - begun < 10
    assert {each.kind for each in answers} == {"ephemeral"}
    assert max(office.fake.ledger.acknowledged_ms) < 3000, "answers to presses wait for no post"


async def test_many_posts_in_one_channel_keep_its_buckets_pace(office: PostOffice) -> None:
    place = await office.place(office.person("Kaarina"))
    limits = Limits()
    limits.buckets = {("POST", SEND): (5, 0.4)}
    office.fake.limits = limits
    sent = await asyncio.gather(*(office.adapter.post(_to(place), PART, mark=f"{n}:0") for n in range(12)))
    assert all(isinstance(each, Sent) for each in sent)
    assert len(office.posts(place)) == 12
    assert office.fake.ledger.throttled <= 1
    assert words("button-plan")
