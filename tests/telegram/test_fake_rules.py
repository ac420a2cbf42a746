"""The stand-in's own rules, held against a machine-readable copy of the Bot API where there is one."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.fakes.telegram.api import HANDLERS
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.rules import METHODS, OBJECTS, SCOPES, UPDATE_KINDS

SPEC = Path(__file__).resolve().parents[2].parent / "shared/specs/telegram-bot-api-10.1.json"
PLAIN = {"Integer": int, "String": str, "Boolean": bool}


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    if not SPEC.exists():
        pytest.skip(f"THE BOT API'S SPECIFICATION IS NOT AT {SPEC}: THE STAND-IN'S RULES ARE NOT HELD AGAINST ANYTHING")
    return json.loads(SPEC.read_text(encoding="utf-8"))


def spelled(kind: str) -> str:
    """A type as the specification writes it."""
    return f"Array of {spelled(kind[:-2])}" if kind.endswith("[]") else kind


def shape(rules: dict[str, Any]) -> dict[str, Any]:
    return {name: (sorted(map(spelled, rule.types)), rule.required) for name, rule in rules.items()}


def written(described: dict[str, Any]) -> dict[str, Any]:
    return {each["name"]: (sorted(each["types"]), each["required"]) for each in described.get("fields", [])}


def test_every_rule_belongs_to_a_method_that_is_carried() -> None:
    assert METHODS.keys() == HANDLERS.keys()


def test_each_method_takes_what_the_bot_api_says(spec: dict[str, Any]) -> None:
    for name, rules in METHODS.items():
        assert shape(rules) == written(spec["methods"][name]), name


def test_each_object_looks_as_the_bot_api_says(spec: dict[str, Any]) -> None:
    for name, rules in OBJECTS.items():
        assert shape(rules) == written(spec["types"][name]), name
    assert sorted(SCOPES.values()) == sorted(spec["types"]["BotCommandScope"]["subtypes"])


def test_an_update_can_be_about_what_the_bot_api_says(spec: dict[str, Any]) -> None:
    fields = {each["name"] for each in spec["types"]["Update"]["fields"]}
    assert fields == {"update_id", *UPDATE_KINDS}


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    """With rules broken on purpose."""
    async with FakeTelegram() as fake:
        yield fake


class Caller:
    """Calls the stand-in and keeps what came of it."""

    def __init__(self, fake: FakeTelegram, client: httpx.AsyncClient) -> None:
        self.fake = fake
        self.client = client
        self.results: list[tuple[str, Any]] = []

    async def __call__(self, method: str, files: dict[str, Any] | None = None, **params: Any) -> Any:
        at = f"{self.fake.url}/bot{self.fake.token}/{method}"
        body = {"data": params, "files": files} if files else {"json": params}
        answer = (await self.client.post(at, **body)).json()
        assert answer["ok"], answer
        self.results.append((method, answer["result"]))
        return answer["result"]


MARKUP = {"inline_keyboard": [[{"text": "Tulen", "callback_data": "a"}]]}
HTML = {"text": "<b>hei</b> <a href='https://a.example'>a</a>", "parse_mode": "HTML"}


async def everything_happens_in_private(fake: FakeTelegram, call: Caller) -> None:
    aino = fake.person("Aino", username="aino_a")
    said = fake.starts(aino, "abc")
    fake.edits(aino, said, "/start xyz")
    fake.sends_photo(aino, caption="/kuva")
    fake.blocks(aino)
    fake.unblocks(aino)
    sent = await call("sendDocument", {"document": ("a.txt", b"a")}, chat_id=aino.id, caption="x")
    await call("editMessageCaption", chat_id=aino.id, message_id=sent["message_id"], caption="y")
    await call("getMe")
    await call("getChat", chat_id=aino.id)
    await call("getWebhookInfo")
    await call("setMyCommands", commands=[{"command": "a", "description": "b"}])
    await call("getMyCommands")
    await call("deleteMyCommands")
    await call("setWebhook", url="")
    await call("deleteWebhook")
    await call("deleteMessage", chat_id=aino.id, message_id=said.message_id)
    query = fake.presses(aino, fake.ledger.last(aino), "a")
    await call("answerCallbackQuery", callback_query_id=query)


async def everything_happens_in_a_group(fake: FakeTelegram, call: Caller, kind: str) -> None:
    aino, eino = fake.person("Aino"), fake.person("Eino", language_code=None)
    group = fake.group("Piiri", [aino, eino], kind=kind)
    fake.adds_bot(aino, group, "abc")
    fake.promotes_bot(aino, group)
    fake.promotes(eino, group)
    fake.writes_anonymously(group, "/piiri")
    fake.renames(aino, group, "Piirimme")
    threads = {"message_thread_id": fake.opens_topic(group, "Tapaamiset")} if kind == "forum" else {}
    await call("sendMessage", chat_id=group.id, reply_markup=MARKUP, protect_content=True, **HTML, **threads)
    post = fake.ledger.last(group)
    reply = fake.writes(eino, "minä", group, reply_to=post)
    await call("sendMessage", chat_id=group.id, text="x", reply_parameters={"message_id": reply.message_id})
    await call("editMessageText", chat_id=group.id, message_id=post.message_id, text="uusi", reply_markup=MARKUP)
    await call("editMessageReplyMarkup", chat_id=group.id, message_id=post.message_id)
    fake.presses(eino, post, "a")
    await call("pinChatMessage", chat_id=group.id, message_id=post.message_id)
    await call("getChat", chat_id=group.id)
    await call("getChatAdministrators", chat_id=group.id)
    for number in (aino.id, eino.id, fake.bot["id"]):
        await call("getChatMember", chat_id=group.id, user_id=number)
    if threads:
        fake.closes_topic(group, threads["message_thread_id"])
        fake.reopens_topic(group, threads["message_thread_id"])
    fake.deletes_message(post)
    fake.presses(eino, post, "a")
    fake.leaves(eino, group)
    fake.joins(eino, group)
    fake.removes_bot(aino, group)
    fake.lets_bot_in_again(aino, group)


async def everything_happens(fake: FakeTelegram) -> list[tuple[str, Any]]:
    """One of each: what the calls came to, at last what the bot was told."""
    async with httpx.AsyncClient() as client:
        call = Caller(fake, client)
        await everything_happens_in_private(fake, call)
        for kind in ("group", "supergroup", "forum"):
            await everything_happens_in_a_group(fake, call, kind)
        basic, supergroup, _ = list(fake.world.groups.values())
        fake.migrates(basic)
        fake.restricts_bot(fake.world.persons[supergroup.creator], supergroup)
        await call("getChatMember", chat_id=supergroup.id, user_id=fake.bot["id"])
        await call("leaveChat", chat_id=supergroup.id)
        await call("getUpdates")
    assert not fake.violations
    return call.results


async def test_what_the_stand_in_says_looks_as_the_bot_api_says(spec: dict[str, Any], fake: FakeTelegram) -> None:
    results = await everything_happens(fake)
    updates = results[-1][1]
    assert len(updates) >= 50
    assert {kind for update in updates for kind in update} >= {"edited_message", "my_chat_member", "callback_query"}
    for method, result in results:
        problems = [wrong(spec, kind, result) for kind in spec["methods"][method]["returns"]]
        assert [] in problems, (method, problems)
    assert {method for method, _ in results} == METHODS.keys()


def wrong(spec: dict[str, Any], kind: str, value: Any) -> list[str]:
    """How a value is not of a type of the Bot API."""
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{kind}: no array"]
        return [each for inner in value for each in wrong(spec, kind.removeprefix("Array of "), inner)]
    if kind in PLAIN:
        return [] if type(value) is PLAIN[kind] else [f"{kind}: {value!r}"]
    described = spec["types"][kind]
    if "subtypes" in described:
        found = [wrong(spec, each, value) for each in described["subtypes"]]
        return min(found, key=len)
    if not isinstance(value, dict):
        return [f"{kind}: no object"]
    fields = {each["name"]: each for each in described.get("fields", [])}
    missing = [f"{kind}.{name}: missing" for name, each in fields.items() if each["required"] and name not in value]
    unknown = [f"{kind}.{name}: unknown" for name in value if name not in fields]
    inner = [
        each
        for name, one in value.items()
        if name in fields
        for each in min((wrong(spec, kind, one) for kind in fields[name]["types"]), key=len)
    ]
    return missing + unknown + inner
