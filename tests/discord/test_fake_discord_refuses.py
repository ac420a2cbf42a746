"""Messages that Discord does not take, and what it says to each."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.fakes.discord.caller import Caller
from tests.fakes.discord.fake import FakeDiscord
from tests.fakes.discord.world import Channel


class Post(Caller):
    """Somebody who sends messages to one channel."""

    place: Channel

    async def sends(self, **body: Any) -> Any:
        return await self.says(self.place, body)

    async def refuses(self, *path: str | int, **body: Any) -> str:
        """What is wrong there with a message that is otherwise fine."""
        no = await self.sends(**({"content": "hei"} | body))
        assert (no.status, no.code) == (400, 50035), no
        assert no.body["message"] == "Invalid Form Body"
        assert self.fake.violations[-1].body == no.body
        assert not self.place.messages
        return no.wrong(*path)


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    async with FakeDiscord() as fake, aiohttp.ClientSession() as session:
        post = Post(fake, session)
        post.place = fake.channel(fake.guild())
        yield post


def rows(*components: Any) -> list[Any]:
    return [{"type": 1, "components": list(components)}]


def button(**fields: Any) -> dict[str, Any]:
    return {"type": 2, "style": 2, "label": "Tulen", "custom_id": "a"} | fields


def select(**fields: Any) -> dict[str, Any]:
    return {"type": 3, "custom_id": "s", "options": [{"label": "Yksi", "value": "1"}]} | fields


async def test_a_form_tells_all_that_is_wrong_in_discords_shape(post: Post) -> None:
    no = await post.sends(content="x" * 2001, components=rows(button(label="x" * 81)))
    assert no.status == 400
    assert no.body == {
        "message": "Invalid Form Body",
        "code": 50035,
        "errors": {
            "content": {"_errors": [{"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 2000 or fewer in length."}]},
            "components": {"0": {"components": {"0": {"label": {"_errors": [
                {"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 80 or fewer in length."}
            ]}}}}},
        },
    }  # fmt: skip


async def test_a_message_has_something_in_it(post: Post) -> None:
    for body in ({}, {"content": ""}, {"content": " \n "}, {"embeds": []}):
        no = await post.sends(**body)
        assert (no.status, no.code, no.body["message"]) == (400, 50006, "Cannot send an empty message")
    assert (await post.sends(components=rows(button()))).status == 200


async def test_texts_and_nonces_have_their_length(post: Post) -> None:
    assert await post.refuses("content", content="x" * 2001) == "BASE_TYPE_MAX_LENGTH"
    assert await post.refuses("content", content=["x"]) == "STRING_TYPE_CONVERT"
    assert await post.refuses("nonce", nonce="x" * 26) == "NONCE_TYPE_TOO_LONG"
    assert await post.refuses("nonce", nonce=True) == "NONCE_TYPE_COERCE"
    assert await post.refuses("flags", flags=64) == "MESSAGE_FLAGS_INVALID"
    assert (
        await post.refuses("allowed_mentions", "parse", 0, allowed_mentions={"parse": ["all"]}) == "BASE_TYPE_CHOICES"
    )
    both = {"parse": ["users"], "users": ["1"]}
    assert await post.refuses("allowed_mentions", allowed_mentions=both) == "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"
    fine = await post.sends(content="x" * 2000, nonce="x" * 25, flags=4 | 4096, unheard_of=1)
    assert (fine.status, fine.body["flags"], fine.body["nonce"]) == (200, 4 | 4096, "x" * 25)


@pytest.mark.parametrize(
    ("components", "where", "why"),
    [
        ([{"type": 1, "components": [button(custom_id=str(each))]} for each in range(6)], (), "BASE_TYPE_MAX_LENGTH"),
        (rows(*[button(custom_id=str(each)) for each in range(6)]), (0, "components"), "BASE_TYPE_BAD_LENGTH"),
        (rows(), (0, "components"), "BASE_TYPE_BAD_LENGTH"),
        ([button()], (0, "type"), "UNION_TYPE_CHOICES"),
        ([{"type": 10, "content": "teksti"}], (0, "type"), "UNION_TYPE_CHOICES"),
        (rows({"type": 4, "custom_id": "a", "style": 1, "label": "x"}), (0, "components", 0, "type"), "UNION_TYPE_CHOICES"),
        (rows(button(), button()), (0, "components", 1, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED"),
        (rows(button(custom_id="")), (0, "components", 0, "custom_id"), "BASE_TYPE_REQUIRED"),
        (rows(button(custom_id=None)), (0, "components", 0, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED"),
        (rows(button(custom_id="x" * 101)), (0, "components", 0, "custom_id"), "BASE_TYPE_BAD_LENGTH"),
        (rows(button(label="x" * 81)), (0, "components", 0, "label"), "BASE_TYPE_MAX_LENGTH"),
        (rows(button(label="")), (0, "components", 0, "label"), "BASE_TYPE_REQUIRED"),
        (rows(button(style=9)), (0, "components", 0, "style"), "BASE_TYPE_CHOICES"),
        (rows(button(url="https://piiri.example")), (0, "components", 0), "BUTTON_COMPONENT_INVALID"),
        (rows({"type": 2, "style": 5, "label": "Linkki"}), (0, "components", 0, "url"), "BASE_TYPE_REQUIRED"),
        (rows({"type": 2, "style": 5, "label": "Linkki", "url": "piiri"}), (0, "components", 0, "url"), "URL_TYPE_INVALID_URL"),
        (rows({"type": 2, "style": 5, "label": "Linkki", "url": "tg://x/y"}), (0, "components", 0, "url"), "URL_TYPE_INVALID_SCHEME"),
        (rows(select(), button()), (0,), "COMPONENT_LAYOUT_WIDTH_EXCEEDED"),
        (rows(select(options=[])), (0, "components", 0, "options"), "BASE_TYPE_BAD_LENGTH"),
        (rows(select(options=[{"label": str(n), "value": str(n)} for n in range(26)])), (0, "components", 0, "options"), "BASE_TYPE_BAD_LENGTH"),
        (rows(select(options=[{"label": "x" * 101, "value": "1"}])), (0, "components", 0, "options", 0, "label"), "BASE_TYPE_BAD_LENGTH"),
        (rows(select(options=[{"label": "x", "value": "x" * 101}])), (0, "components", 0, "options", 0, "value"), "BASE_TYPE_BAD_LENGTH"),
        (rows(select(options=[{"label": "x", "value": "1", "description": "x" * 101}])), (0, "components", 0, "options", 0, "description"), "BASE_TYPE_MAX_LENGTH"),
        (rows(select(options=[{"label": "x", "value": "1"}] * 2)), (0, "components", 0, "options", 1, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"),
        (rows(select(placeholder="x" * 151)), (0, "components", 0, "placeholder"), "BASE_TYPE_MAX_LENGTH"),
        (rows(select(max_values=2)), (0, "components", 0, "max_values"), "SELECT_COMPONENT_MAX_VALUES"),
        (rows(select(max_values=26)), (0, "components", 0, "max_values"), "NUMBER_TYPE_MAX"),
    ],
)  # fmt: skip
async def test_components_have_their_limits(post: Post, components: Any, where: tuple[Any, ...], why: str) -> None:
    assert await post.refuses("components", *where, components=components) == why


async def test_components_at_their_limits_are_fine(post: Post) -> None:
    full = [
        {"type": 1, "components": [button(custom_id=f"{row}{n}" + "x" * 98, label="x" * 80) for n in range(5)]}
        for row in range(4)
    ]
    options = [{"label": f"{n:0100}", "value": f"{n:0100}", "description": "x" * 100} for n in range(25)]
    sent = await post.sends(components=[*full, *rows(select(custom_id="s" * 100, options=options, max_values=25))])
    assert sent.status == 200
    assert sent.body["components"][0]["components"][0]["custom_id"] == "00" + "x" * 98
    links = [
        {"type": 2, "style": 5, "label": "L", "url": url}
        for url in ("https://a.example", "http://a.example", "discord://-/x")
    ]
    assert (await post.sends(components=rows(*links))).status == 200


async def test_a_message_laid_out_by_components_has_nothing_else(post: Post) -> None:
    inside = {"type": 17, "components": [{"type": 10, "content": "teksti"}, {"type": 14}, *rows(button())]}
    sent = await post.sends(flags=1 << 15, components=[inside])
    assert sent.status == 200
    assert post.fake.last(post.fake.world.persons[post.place.guild.owner_id], post.place).text == "teksti"  # type: ignore[union-attr]
    no = await post.sends(flags=1 << 15, components=[inside], content="hei")
    assert no.wrong("content") == "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
    no = await post.sends(flags=1 << 15, components=[{"type": 10, "content": "x" * 3000}] * 2)
    assert no.wrong("components") == "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"
    no = await post.sends(flags=1 << 15, components=[inside | {"components": [inside]}])
    assert no.wrong("components", 0, "components", 0, "type") == "UNION_TYPE_CHOICES"


async def test_embeds_have_their_limits(post: Post) -> None:
    assert await post.refuses("embeds", embeds=[{"title": "x"}] * 11) == "BASE_TYPE_MAX_LENGTH"
    assert await post.refuses("embeds", 0, "title", embeds=[{"title": "x" * 257}]) == "BASE_TYPE_MAX_LENGTH"
    assert (
        await post.refuses("embeds", 0, "description", embeds=[{"description": "x" * 4097}]) == "BASE_TYPE_MAX_LENGTH"
    )
    fields = [{"name": "x", "value": "x" * 1025}]
    assert await post.refuses("embeds", 0, "fields", 0, "value", embeds=[{"fields": fields}]) == "BASE_TYPE_BAD_LENGTH"
    many = [{"description": "x" * 3001}] * 2
    assert await post.refuses("embeds", embeds=many) == "MAX_EMBED_SIZE_EXCEEDED"
    assert (await post.sends(embeds=[{"description": "x" * 4096}])).status == 200


async def test_files_have_their_number_and_size(post: Post) -> None:
    no = await post.says(post.place, {}, files=[b"x"] * 11)
    assert (no.status, no.code) == (400, 30015)
    no = await post.says(post.place, {}, files=[b"x" * (10 * 2**20 + 1)])
    assert (no.status, no.code, no.body["message"]) == (413, 40005, "Request entity too large")
    no = await post.says(post.place, {"attachments": [{"id": 1}]}, files=[b"x"])
    assert no.wrong("attachments", 0, "id") == "ATTACHMENT_NOT_FOUND"
    described = {"attachments": [{"id": 0, "filename": "piiri kutsu.ics", "description": "Kutsu"}]}
    sent = await post.says(post.place, described, files=[b"x" * (10 * 2**20)])
    assert sent.status == 200
    file = sent.body["attachments"][0]
    assert (file["filename"], file["description"], file["size"]) == ("piiri_kutsu.ics", "Kutsu", 10 * 2**20)
    kept = {"content": "muutettu", "attachments": [{"id": file["id"]}]}
    at = f"/channels/{post.place.id}/messages/{sent.body['id']}"
    assert [each["id"] for each in (await post("PATCH", at, kept)).body["attachments"]] == [file["id"]]
    assert (await post("PATCH", at, {"attachments": []})).body["attachments"] == []
    assert (await post("PATCH", at, {"content": ""})).code == 50006


async def test_what_is_no_json_and_what_there_is_not(post: Post) -> None:
    at = f"{post.fake.api}/channels/{post.place.id}/messages"
    headers = {"Authorization": f"Bot {post.fake.token}", "Content-Type": "application/json"}
    async with post.session.post(at, data=b"{", headers=headers) as answer:
        assert (answer.status, (await answer.json())["code"]) == (400, 50109)
    no = await post("GET", "/nothing/here")
    assert (no.status, no.body) == (404, {"message": "404: Not Found", "code": 0})


async def test_a_token_that_opens_nothing(post: Post) -> None:
    stranger = Caller(post.fake, post.session, "wrong")
    no = await stranger("GET", "/users/@me")
    assert (no.status, no.body) == (401, {"message": "401: Unauthorized", "code": 0})
    assert (await stranger("GET", "/gateway")).status == 200
    post.fake.revokes_token()
    assert (await post("GET", "/users/@me")).status == 401
