"""A token that Discord does not know, what else it refuses for good, and none of it in any log."""

import asyncio
import logging

import discord
import pytest

from bot.adapters.discord import adapter as adapter_module
from bot.adapters.discord import answers
from bot.adapters.discord.adapter import DiscordRefused
from bot.adapters.discord.verdict import is_refused, outcome_of
from bot.commands.output import QUIET, log_to_stderr
from bot.core.model import State
from bot.core.outgoing import Written, WrittenBlock
from bot.core.platform import Address, NotSent
from bot.problems import explain
from bot.settings import Settings
from tests.discord.post_office_discord import ANSWERED, CALLBACK, Hurries, PostOffice, channel_id
from tests.office import words

pytest_plugins = ["tests.discord.office_discord"]

DOCTOR = "`piiri doctor --discord`"
COMMANDS = "/applications/*/commands"


async def _ends(office: PostOffice, seconds: float = 5) -> str:
    """How the run ends: in one line that says what to do."""
    async with asyncio.timeout(seconds):
        await office.piiri.ended()
    failed = office.piiri.failed
    assert isinstance(failed, DiscordRefused)
    line = str(failed)
    assert explain(failed) == line
    assert "\n" not in line
    assert DOCTOR in line
    assert office.fake.token not in line
    return line


@pytest.mark.parametrize("where", ["at login", "when the commands are registered"])
async def test_piiri_stops_when_its_token_is_not_known(shut_office: PostOffice, where: str) -> None:
    office = shut_office
    await office.fake.start()
    office.fake.fails("401", "GET" if where == "at login" else "PUT", "/users/@me" if where == "at login" else COMMANDS)
    await office.opens()
    assert "does not accept the token" in await _ends(office)
    assert office.fake.connects == [], "nobody came to the gateway with it"


@pytest.mark.parametrize("what", ["a post", "a private post", "a look", "a change"])
async def test_piiri_stops_when_its_token_is_taken_back_while_it_runs(office: PostOffice, what: str) -> None:
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina)
    await office.founds(place, kaarina, kaarina)
    office.fake.revokes_token()
    part, to = Written((WrittenBlock("para", "x"),)), Address("discord", channel_id(place), False)
    if what == "a private post":
        to = Address("discord", str(kaarina.id), True)
    if what == "a change":
        outcome = await office.adapter.amend(to, str(office.last(place).id), part)
    else:
        outcome = await office.adapter.post(to, part, mark="m:0", again=what == "a look")
    assert outcome == NotSent("token")
    await _ends(office)
    assert office.piiri.amiss()["discord"] == "the token is refused"


async def test_a_notice_that_met_a_refused_token_is_sent_at_the_next_start(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina)
    office.fake.revokes_token()
    group_id = await office.founds(place, kaarina, settles=False)
    await _ends(office)
    assert (await office.notice("plan", group_id)).state is State.WAITING
    office.fake.token_valid = True
    await office.restarts()
    assert (await office.sends("plan", group_id)).attempts > 1
    assert len(office.posts(place)) == 1


async def test_a_void_token_of_one_interaction_is_not_the_bots(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina)
    office.fake.fails("401", "POST", ANSWERED, code=50027)
    office.fake.ack_seconds = 0.2
    await office.fake.invokes(kaarina, "piiri privacy", place)
    office.fake.ack_seconds = 3.0
    answer = await office.invokes(kaarina, "privacy", place)
    assert answer.kind == "ephemeral"
    assert office.piiri.amiss() == {}


FATAL = {
    4004: "does not accept the token",
    4010: "refuses the shard",
    4011: "sharded",
    4012: "version",
    4013: "refuses the intents",
    4014: "not allowed",
}


@pytest.mark.parametrize("code", FATAL)
async def test_what_the_gateway_refuses_for_good_ends_the_run_in_one_line(office: PostOffice, code: int) -> None:
    office.fake.closes(code)
    assert FATAL[code] in await _ends(office)
    assert len(office.fake.connects) == 1, "it did not come back"


def test_every_code_that_is_for_good_has_its_line() -> None:
    assert set(adapter_module.FATAL) == set(FATAL)


@pytest.mark.parametrize("code", [1000, 1001, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009])
async def test_what_else_the_gateway_says_when_it_closes_is_only_a_pause(
    office: PostOffice, code: int, hurries: Hurries
) -> None:
    hurries(discord.client)
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina)
    office.fake.closes(code)
    await office.listens()
    answer = await office.invokes(kaarina, "privacy", place)
    assert answer.kind == "ephemeral"
    assert office.piiri.failed is None
    assert len(office.fake.connects) <= 4


async def test_intents_that_are_refused_at_the_door_end_the_run_too(shut_office: PostOffice) -> None:
    office = shut_office
    await office.fake.start()
    office.fake.hub.privileged = 0  # type: ignore[attr-defined]
    real = adapter_module.build_client

    def greedy(*given: object, **named: object) -> discord.Client:
        client = real(*given, **named)  # type: ignore[arg-type]
        client._connection._intents = discord.Intents.all()
        return client

    adapter_module.build_client = greedy  # type: ignore[assignment]
    try:
        await office.opens()
        assert "not allowed" in await _ends(office)
    finally:
        adapter_module.build_client = real


def test_an_answer_of_somebody_else_is_no_word_of_discords_about_the_token() -> None:
    class Response:
        status, reason = 404, "Not Found"

    page = discord.NotFound(Response(), "<html>404</html>")  # type: ignore[arg-type]
    assert not is_refused(page)
    assert outcome_of(page, private=False) != NotSent("token")
    assert is_refused(discord.LoginFailure("x"))


# What stands in logs

SECRET = "Sammakko istuu kivellä"


async def test_no_line_of_the_log_has_the_token_or_what_somebody_wrote(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], hurries: Hurries
) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", root.level)
    for name in ("discord", "aiohttp", "asyncio"):
        monkeypatch.setattr(logging.getLogger(name), "level", logging.NOTSET)
    log_to_stderr(Settings(log_level="debug"))
    hurries(discord.http)
    hurries(discord.webhook.async_)
    hurries(discord.client)
    monkeypatch.setattr(answers, "LATE", (0.02, 0.02, 0.02))
    tokens = await _a_bad_day(office)
    said = capsys.readouterr().err
    assert "a call to Discord failed" in said
    _is_clean(said, office, tokens)


async def test_not_even_our_own_loggers_at_their_loudest_say_what_somebody_wrote(
    office: PostOffice, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, hurries: Hurries
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in QUIET:
        monkeypatch.setattr(logging.getLogger(name), "level", logging.WARNING)
    hurries(discord.http)
    hurries(discord.webhook.async_)
    hurries(discord.client)
    monkeypatch.setattr(answers, "LATE", (0.02, 0.02, 0.02))
    tokens = await _a_bad_day(office)
    ours = [record for record in caplog.records if record.name.startswith("piiri")]
    assert any(record.levelno == logging.INFO for record in ours)
    _is_clean(caplog.text + "".join(str(record.args) for record in caplog.records), office, tokens)


def _is_clean(said: str, office: PostOffice, tokens: list[str]) -> None:
    assert SECRET not in said
    assert "Sammakko" not in said
    assert office.fake.token not in said
    assert office.fake.token.rpartition(".")[2] not in said
    assert len(tokens) > 5
    assert not [token for token in tokens if token in said]


async def _a_bad_day(office: PostOffice) -> list[str]:
    """Somebody writes, and everything goes wrong that can; the tokens of all interactions."""
    fake = office.fake
    fake.ack_seconds = 0.2
    kaarina = office.person(SECRET)
    place = await office.place(kaarina)
    await office.founds(place, kaarina, kaarina)
    await office.moves_to("2026-09-10 10:00")
    path = f"/channels/{place.id}/messages"
    for what in ("500 before", "reset after", "400", "404", "429", "cloudflare", "html"):
        fake.fails(what, "POST", ANSWERED, retry_after=0.01, message=SECRET)
        form = await fake.presses(kaarina, office.last(place), words("button-note"), patience=0.1)
        if form.modal:
            fake.fails(what, "POST", ANSWERED, retry_after=0.01, message=SECRET)
            await fake.submits(form, {form.modal.fields[0].custom_id: SECRET}, patience=0.1)
        fake.mends()
    for what in ("403", "400"):
        fake.fails(what, "POST", path, code=50035, message=SECRET)
    fake.fails("reset before", "POST", "/channels/*/messages")
    fake.writes(kaarina, SECRET)
    await office.comes(lambda: bool(office.texts(kaarina)))
    await office.moves_to("2026-09-14 10:00")
    fake.drops()
    await office.listens()
    fake.closes(1000)
    await office.listens()
    assert [each for each in fake.ledger.requests if each.route == CALLBACK and each.fault]
    return list(fake.by_token)
