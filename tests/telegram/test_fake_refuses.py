"""Calls that Telegram refuses, and calls that only the stand-in does."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.fakes.telegram.errors import Refused
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.markup import marked, units


class Caller:
    """Calls by hand, so that no library puts a wrong call right."""

    def __init__(self, fake: FakeTelegram, client: httpx.AsyncClient) -> None:
        self.fake = fake
        self.client = client
        self.aino = fake.person("Aino", opened=True)

    async def call(self, method: str, **params: Any) -> tuple[int, Any]:
        answer = await self.client.post(f"{self.fake.url}/bot{self.fake.token}/{method}", json=params)
        body = answer.json()
        assert body["ok"] is (answer.status_code == 200)
        assert body.get("error_code", 200) == answer.status_code
        return answer.status_code, body.get("description", body.get("result"))

    async def refuses(self, method: str, **params: Any) -> str:
        code, description = await self.call(method, **params)
        assert code >= 400
        assert self.fake.violations[-1].description == description
        return description

    async def says(self, **params: Any) -> str:
        return await self.refuses("sendMessage", **({"chat_id": self.aino.id, "text": "hei"} | params))


@pytest.fixture
async def caller() -> AsyncIterator[Caller]:
    async with FakeTelegram() as fake, httpx.AsyncClient() as client:
        yield Caller(fake, client)


async def test_a_method_that_there_is_not(caller: Caller) -> None:
    assert await caller.call("sendmessages") == (404, "Not Found: method not found")
    assert len(caller.fake.violations) == 1


async def test_parameters_that_are_unknown_missing_or_of_a_wrong_type(caller: Caller) -> None:
    assert await caller.refuses("sendMessage", text="hei") == "Bad Request: chat_id is empty"
    assert await caller.refuses("sendMessage", chat_id=1) == "Bad Request: message text is empty"
    assert await caller.refuses("deleteMessage", chat_id=1) == 'Bad Request: parameter "message_id" is required'
    assert "unknown parameter" in await caller.says(disable_web_page_preview=True)
    assert '"disable_notification" must be Boolean' in await caller.says(disable_notification=1)
    assert '"text" must be String' in await caller.says(text=5)
    assert '"message_thread_id" must be Integer' in await caller.says(message_thread_id="5")
    assert "unknown field" in await caller.says(reply_parameters={"message_id": 1, "chat": 2})
    assert '"reply_parameters" must be' in await caller.says(reply_parameters={})
    assert "can't parse reply_markup JSON" in await caller.says(reply_markup="{")
    assert "not carried" in await caller.says(message_effect_id="1")


async def test_a_form_has_only_strings_and_says_no_to_the_same(caller: Caller) -> None:
    at = f"{caller.fake.url}/bot{caller.fake.token}/"

    async def refused(method: str, body: str, kind: str = "application/x-www-form-urlencoded") -> str:
        answer = await caller.client.post(at + method, content=body, headers={"Content-Type": kind})
        return answer.json()["description"]

    assert '"message_id" must be Integer' in await refused("deleteMessage", "chat_id=1&message_id=x")
    assert '"show_alert" must be Boolean' in await refused("answerCallbackQuery", "callback_query_id=1&show_alert=1")
    assert "came twice" in await refused("sendMessage", "chat_id=1&chat_id=2&text=x")
    assert "cannot be read" in await refused("sendMessage", "chat_id=1&text=%ff")
    assert "cannot be read" in await refused("sendMessage", "[1]", "application/json")
    assert "is not read" in await refused("sendMessage", "x", "text/plain")
    assert await refused("getChat", "chat_id=@somebody") == "Bad Request: chat not found"


async def test_texts_that_are_empty_or_too_long_for_people_to_read(caller: Caller) -> None:
    empty, long = "Bad Request: message text is empty", "Bad Request: message is too long"
    assert await caller.says(text=" \n ") == empty
    assert await caller.says(text="<b> </b>", parse_mode="HTML") == empty
    assert await caller.says(text="x" * 4097) == long
    assert await caller.says(text="🌲" * 2049) == long
    fits = {"text": "<b>" + "&amp;" * 4096 + "</b>", "parse_mode": "HTML"}
    assert (await caller.call("sendMessage", chat_id=caller.aino.id, **fits))[0] == 200
    assert units(caller.fake.ledger.last(caller.aino).text) == 4096


async def test_captions_and_files(caller: Caller) -> None:
    at = f"{caller.fake.url}/bot{caller.fake.token}/sendDocument"

    async def sends(data: bytes = b"x", **fields: str) -> str:
        form = {"chat_id": str(caller.aino.id), **fields}
        files = {"document": ("a.txt", data, "text/plain")} if data is not None else None
        return (await caller.client.post(at, data=form, files=files)).json().get("description", "ok")

    assert await sends(caption="🌲" * 512) == "ok"
    assert await sends(caption="🌲" * 513) == "Bad Request: message caption is too long"
    assert await sends(b"") == "Bad Request: file must be non-empty"
    assert 'parameter "document" is required' in await caller.refuses("sendDocument", chat_id=caller.aino.id)
    unknown = await caller.refuses("sendDocument", chat_id=caller.aino.id, document="https://piiri.example/a.txt")
    assert "wrong file identifier" in unknown
    attached = {"chat_id": str(caller.aino.id), "document": "attach://there"}
    answer = await caller.client.post(at, data=attached, files={"there": ("b.txt", b"b")})
    assert answer.json()["result"]["document"]["file_name"] == "b.txt"
    answer = await caller.client.post(at, data=attached, files={"elsewhere": ("b.txt", b"b")})
    assert "there is no attached file" in answer.json()["description"]


def button(**fields: Any) -> dict[str, Any]:
    return {"text": "Tulen", **fields}


FINE = button(callback_data="a")


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([[FINE] * 9], "more than 8 buttons"),
        ([[FINE]] * 101, "reply markup is too long"),
        ([[]], "a row of the inline keyboard is empty"),
        ([[button()]], "Text buttons are unallowed"),
        ([[button(callback_data="a", url="https://piiri.example")]], "more than one action"),
        ([[button(callback_data="")]], "BUTTON_DATA_INVALID"),
        ([[button(callback_data="ä" * 33)]], "BUTTON_DATA_INVALID"),
        ([[button(url="http://piiri.example")]], "an https address is wanted"),
        ([[button(url="tg://user?id=1")]], "an https address is wanted"),
        ([[button(url="https://")]], "an https address is wanted"),
        ([[button(pay=True)]], "not carried"),
        ([[button(callback_data="a", style="pink")]], "invalid button style"),
        ([[button(callback_data="a", colour="red")]], "unknown field"),
        ([[{"text": " ", "callback_data": "a"}]], "text must be non-empty"),
        ([[{"callback_data": "a"}]], "must be InlineKeyboardButton"),
        ([FINE], "must be InlineKeyboardButton[]"),
    ],
)
async def test_keyboards(caller: Caller, rows: list[Any], why: str) -> None:
    assert why in await caller.says(reply_markup={"inline_keyboard": rows})
    assert not caller.fake.ledger.in_chat(caller.aino)


async def test_keyboards_at_their_limits_are_fine(caller: Caller) -> None:
    rows = [[button(callback_data="ä" * 32)] * 8] * 12 + [[button(url="https://piiri.example/a?b=c#d")] * 4]
    code, message = await caller.call(
        "sendMessage", chat_id=caller.aino.id, text="hei", reply_markup=json.dumps({"inline_keyboard": rows})
    )
    assert code == 200
    assert message["reply_markup"]["inline_keyboard"] == rows
    assert len(caller.fake.ledger.last(caller.aino).labels) == 100
    others = [{"force_reply": True, "input_field_placeholder": "…"}, {"remove_keyboard": True}]
    for markup in others:
        assert (await caller.call("sendMessage", chat_id=caller.aino.id, text="hei", reply_markup=markup))[0] == 200
    assert "must be" in await caller.says(reply_markup={"keyboard": [["Tulen"]]})
    assert "must be true" in await caller.says(reply_markup={"force_reply": False})
    assert "1-64 characters" in await caller.says(
        reply_markup={"force_reply": True, "input_field_placeholder": "x" * 65}
    )


async def test_answers_to_presses(caller: Caller) -> None:
    async def answers(**fields: Any) -> str:
        return await caller.refuses("answerCallbackQuery", callback_query_id="1", **fields)

    me = caller.fake.username
    assert await answers(text="x" * 201) == "Bad Request: MESSAGE_TOO_LONG"
    for url in (
        "https://piiri.example",
        "https://t.me/another_bot?start=a",
        f"https://t.me/{me}?start=",
        f"https://t.me/{me}?start={'a' * 65}",
        f"https://t.me/{me}?start=ä",
        f"http://t.me/{me}?start=a",
        f"https://t.me/{me}?startgroup=a",
    ):
        assert await answers(url=url) == "Bad Request: URL_INVALID"
    aino = caller.aino
    caller.fake.writes(aino, "hei")
    await caller.call("sendMessage", chat_id=aino.id, text="hei")
    query = caller.fake.presses(aino, caller.fake.ledger.last(aino), "a")
    assert await caller.call("answerCallbackQuery", callback_query_id=query, url=f"t.me/{me}?start=a") == (200, True)


async def test_commands(caller: Caller) -> None:
    async def sets(*commands: tuple[str, str], **fields: Any) -> str:
        shown = [{"command": name, "description": text} for name, text in commands]
        return await caller.refuses("setMyCommands", commands=shown, **fields)

    assert "BOT_COMMANDS_TOO_MUCH" in await sets(*[("a", "b")] * 101)
    for name in ("", "Piiri", "piiri!", "a" * 33, "ä", "/piiri"):
        assert "BOT_COMMAND_INVALID" in await sets((name, "b"))
    for text in ("", "x" * 257):
        assert "BOT_COMMAND_DESCRIPTION_INVALID" in await sets(("a", text))
    assert "invalid language code" in await sets(("a", "b"), language_code="fin")
    assert "must be BotCommandScope" in await sets(("a", "b"), scope={"type": "nowhere"})
    assert "must be BotCommandScope" in await sets(("a", "b"), scope={"type": "chat"})


async def test_polls_for_updates(caller: Caller) -> None:
    assert "limit must be" in await caller.refuses("getUpdates", limit=101)
    assert "timeout must not" in await caller.refuses("getUpdates", timeout=-1)
    assert "no update called" in await caller.refuses("getUpdates", allowed_updates=["massage"])


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("ä<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("a <3", 'Unsupported start tag "3" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b", 'Unclosed start tag "b" at byte offset 0'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<a href='http://piiri.example'>a</a>", "must have an https address"),
        ("<a href='tg://user?id=1'>a</a>", "must have an https address"),
        ("<a>a</a>", "must have an https address"),
        ("<a href='https://a.example'><a href='https://b.example'>b</a></a>", "can't be nested"),
        ("<b class='x'>a</b>", 'Unexpected attribute "class"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler"'),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "can't be nested"),
        ("<code><b>a</b></code>", "can't be inside"),
        ("<pre><i>a</i></pre>", "can't be inside"),
        ("a & b", "Unsupported entity at byte offset 2"),
        ("a&nbsp;b", "Unsupported entity at byte offset 1"),
        ("&#0;", "Unsupported entity"),
        ("&#xD800;", "Unsupported entity"),
        ("a > b", "Unescaped >"),
        ("<tg-emoji emoji-id='1'>a</tg-emoji>", "Unsupported start tag"),
    ],
)
def test_html_that_is_not_understood(html: str, why: str) -> None:
    with pytest.raises(Refused) as no:
        marked(html, "HTML")
    assert no.value.description.startswith("Bad Request: can't parse entities: ")
    assert why in no.value.description


def test_html_that_is_understood() -> None:
    every = (
        "<b>b</b><strong>b</strong><i>i</i><em>i</em><u>u</u><ins>u</ins><s>s</s><strike>s</strike><del>s</del>"
        '<span class="tg-spoiler">p</span><tg-spoiler>p</tg-spoiler><a href="https://piiri.example/?a=1&amp;b=2">a</a>'
        '<code>c</code><pre>r</pre><pre><code class="language-python">r</code></pre><blockquote>q</blockquote>'
        "<blockquote expandable>q</blockquote>"
    )
    read = marked(every, "HTML")
    assert read.text == "bbiiuussspp" + "acrrqq"
    kinds = [each["type"] for each in read.entities]
    assert kinds[9] == "spoiler"
    assert kinds[-1] == "expandable_blockquote"
    assert [each["url"] for each in read.entities if "url" in each] == ["https://piiri.example/?a=1&b=2"]


def test_marks_count_in_utf_16_and_move_with_what_is_cut_away() -> None:
    read = marked("\n 🌲<b> <i>Ti</i>&#128512;&lt; </b>\n", "HTML")
    assert read.text == "🌲 Ti😀<"
    assert read.entities == (
        {"type": "bold", "offset": 2, "length": 6},
        {"type": "italic", "offset": 3, "length": 2},
    )
    assert marked("a < b & c", None).html == "a &lt; b &amp; c"
    with pytest.raises(Refused, match="unsupported or not carried"):
        marked("*a*", "MarkdownV2")
