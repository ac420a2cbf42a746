"""What an interaction takes as an answer, and until when."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from typing import Any

import aiohttp
import pytest

from tests.fakes.discord.caller import Caller, Reply
from tests.fakes.discord.fake import FakeDiscord
from tests.fakes.discord.interactions import Answered, Interaction
from tests.fakes.discord.world import Channel, Message, Person

BUTTON = {"type": 2, "style": 2, "label": "Tulen", "custom_id": "a"}
ROWS = [{"type": 1, "components": [BUTTON]}]
TEXT = {"type": 4, "custom_id": "t", "style": 1, "label": "Sana"}


class Desk(Caller):
    """Somebody who answers by hand what Aino does."""

    fake: FakeDiscord
    aino: Person
    eino: Person
    place: Channel
    doing: list[asyncio.Task[Answered]]

    async def begins(self, act: Coroutine[Any, Any, Answered]) -> Interaction:
        """What a person does, waiting for its answer."""
        before = len(self.fake.interactions)
        self.doing.append(asyncio.create_task(act))
        await self.fake.until(lambda: len(self.fake.interactions) > before)
        return list(self.fake.interactions.values())[-1]

    async def commanded(self) -> Interaction:
        return await self.begins(self.fake.invokes(self.aino, "piiri", self.place, patience=0.2))

    async def pressed(self, message: Message | None = None, person: Person | None = None) -> Interaction:
        if message is None:
            sent = await self.says(self.place, {"content": "hei", "components": ROWS})
            message = self.fake.message_of(int(sent.body["id"]), self.place)
        return await self.begins(self.fake.presses(person or self.aino, message, "Tulen", patience=0.2))

    async def later(self, asked: Interaction, method: str, what: str = "", body: Any = None, **more: Any) -> Reply:
        path = f"/webhooks/{self.fake.application_id}/{asked.token}{what}"
        return await self(method, path, body, **more)

    async def seen(self) -> Answered:
        """What came of what was done last."""
        return await self.doing[-1]


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with FakeDiscord() as fake, aiohttp.ClientSession() as session:
        desk = Desk(fake, session)
        desk.doing = []
        desk.aino, desk.eino = fake.person("Aino"), fake.person("Eino")
        desk.place = fake.channel(fake.guild(members=[desk.aino, desk.eino]))
        command = {"name": "piiri", "description": "Piiri"}
        done = await desk("PUT", f"/applications/{fake.application_id}/commands", [command])
        assert done.status == 200
        yield desk
        for task in desk.doing:
            task.cancel()


async def test_an_answer_comes_once(desk: Desk) -> None:
    asked = await desk.commanded()
    first = await desk.answers(asked, 4, {"content": "hei"}, with_response="1")
    assert first.status == 200
    assert first.body["interaction"]["response_message_id"] == first.body["resource"]["message"]["id"]
    again = await desk.answers(asked, 4, {"content": "hei"})
    assert (again.status, again.code) == (400, 40060)
    assert again.body["message"] == "Interaction has already been acknowledged."
    assert (await desk.seen()).text == "hei"
    assert len(desk.fake.sees(desk.eino, desk.place)) == 1


async def test_an_answer_without_a_wish_for_a_response_has_none(desk: Desk) -> None:
    assert (await desk.answers(await desk.commanded(), 4, {"content": "hei"})).status == 204


async def test_an_answer_comes_within_three_seconds(desk: Desk) -> None:
    late = await desk.commanded()
    desk.fake.passes(3.1)
    no = await desk.answers(late, 5)
    assert (no.status, no.code, no.body["message"]) == (404, 10062, "Unknown interaction")
    assert (await desk.later(late, "POST", "", {"content": "hei"})).code == 10015
    in_time = await desk.commanded()
    desk.fake.passes(2.9)
    assert (await desk.answers(in_time, 5)).status == 204


async def test_nobody_answers_for_another(desk: Desk) -> None:
    asked = await desk.commanded()
    wrong = await desk("POST", f"/interactions/{asked.id}/wrong/callback", {"type": 5})
    assert (wrong.status, wrong.code) == (404, 10062)
    assert (await desk("POST", f"/interactions/5/{asked.token}/callback", {"type": 5})).code == 10062


async def test_nothing_follows_before_there_is_an_answer(desk: Desk) -> None:
    asked = await desk.commanded()
    for method, what in (("POST", ""), ("PATCH", "/messages/@original"), ("GET", "/messages/@original")):
        no = await desk.later(asked, method, what, {"content": "hei"})
        assert (no.status, no.code) == (404, 10015)
    assert (await desk("POST", f"/webhooks/{desk.fake.application_id}/wrong", {"content": "hei"})).code == 10015


async def test_a_token_opens_for_a_quarter_of_an_hour(desk: Desk) -> None:
    asked = await desk.commanded()
    await desk.answers(asked, 4, {"content": "hei"})
    desk.fake.passes(899)
    assert (await desk.later(asked, "PATCH", "/messages/@original", {"content": "hei taas"})).status == 200
    desk.fake.passes(2)
    no = await desk.later(asked, "PATCH", "/messages/@original", {"content": "hei taas"})
    assert (no.status, no.code, no.body["message"]) == (401, 50027, "Invalid Webhook Token")


async def test_an_answer_for_one_is_seen_by_one(desk: Desk) -> None:
    asked = await desk.commanded()
    told = await desk.answers(asked, 4, {"content": "vain sinulle", "flags": 64, "components": ROWS}, with_response="1")
    assert told.body["interaction"]["response_message_ephemeral"] is True
    answered = await desk.seen()
    assert answered.kind == "ephemeral"
    assert [each.text for each in desk.fake.sees(desk.aino, desk.place)] == ["vain sinulle"]
    assert desk.fake.sees(desk.eino, desk.place) == []
    assert answered.message
    with pytest.raises(LookupError, match="does not see"):
        await desk.fake.presses(desk.eino, answered, "Tulen")
    at = f"/channels/{desk.place.id}/messages"
    assert (await desk("GET", f"{at}/{answered.message.id}")).code == 10008
    assert (await desk("PATCH", f"{at}/{answered.message.id}", {"content": "x"})).code == 10008
    assert (await desk("GET", at)).body == []
    pressed = await desk.pressed(answered.message)
    assert (await desk.answers(pressed, 7, {"content": "muuttui", "components": []})).status == 204
    assert desk.fake.last(desk.aino, desk.place).text == "muuttui"


async def test_thinking_becomes_the_answer_and_the_first_to_follow_takes_its_place(desk: Desk) -> None:
    asked = await desk.commanded()
    told = await desk.answers(asked, 5, {"flags": 64}, with_response="1")
    assert told.body["interaction"]["response_message_loading"] is True
    assert told.body["resource"]["message"]["flags"] == 64 | 128
    assert (await desk.later(asked, "POST", "", {"content": "valmis"})).body["flags"] == 64
    answered = await desk.seen()
    assert (answered.kind, answered.deferred, answered.texts) == ("ephemeral", True, ["valmis"])
    follow = await desk.later(asked, "POST", "", {"content": "ja vielä", "flags": 64})
    assert answered.texts == ["valmis", "ja vielä"]
    at = f"/messages/{follow.body['id']}"
    assert (await desk.later(asked, "PATCH", at, {"content": "ja viimein"})).status == 200
    assert answered.texts == ["valmis", "ja viimein"]
    assert (await desk.later(asked, "DELETE", at)).status == 204
    assert (await desk.later(asked, "GET", at)).code == 10008
    assert (await desk.later(asked, "GET", "/messages/@original")).body["content"] == "valmis"


async def test_an_answer_in_a_locked_thread_is_for_one_alone(desk: Desk) -> None:
    desk.place = desk.fake.thread(desk.place, owner=desk.aino)
    asked = await desk.commanded()
    await desk.answers(asked, 5)
    desk.fake.locks(desk.place)
    no = await desk.later(asked, "PATCH", "/messages/@original", {"content": "hei"})
    assert (no.status, no.code) == (403, 50083)
    assert (await desk.answers(await desk.commanded(), 4, {"content": "hei"})).code == 50083
    assert (await desk.answers(await desk.commanded(), 4, {"content": "hei", "flags": 64})).status == 204


async def test_a_press_finds_its_button_among_all_that_was_shown(desk: Desk) -> None:
    asked = await desk.commanded()
    await desk.answers(asked, 4, {"content": "napin kanssa", "components": ROWS})
    answered = await desk.seen()
    await desk.later(asked, "POST", "", {"content": "ilman nappia", "flags": 64})
    assert answered.texts == ["napin kanssa", "ilman nappia"]
    pressed = await desk.begins(desk.fake.presses(desk.aino, answered, "Tulen", patience=0.2))
    assert pressed.source is answered.message


async def test_a_press_where_the_bot_is_no_more_reaches_nobody(desk: Desk) -> None:
    desk.fake.ack_seconds = 0.05
    sent = await desk.says(desk.place, {"content": "hei", "components": ROWS})
    desk.fake.removes_bot(desk.place.guild)  # type: ignore[arg-type]
    answered = await desk.fake.presses(desk.aino, int(sent.body["id"]), "Tulen", desk.place)
    assert answered.kind == "none"


async def test_who_acknowledges_and_shows_nothing_is_seen_to(desk: Desk) -> None:
    await desk.answers(await desk.commanded(), 5)
    assert (await desk.seen()).kind == "deferred"
    await desk.answers(await desk.pressed(), 6)
    assert (await desk.seen()).kind == "deferred"


async def test_who_does_not_answer_is_seen_to(desk: Desk) -> None:
    desk.fake.ack_seconds = 0.05
    answered = await desk.fake.invokes(desk.aino, "piiri", desk.place)
    assert (answered.kind, answered.text, answered.milliseconds) == ("none", "", None)


async def test_a_press_changes_its_message_now_or_later(desk: Desk) -> None:
    asked = await desk.pressed()
    await desk.answers(asked, 6)
    assert (await desk.later(asked, "PATCH", "/messages/@original", {"content": "muuttui"})).status == 200
    answered = await desk.seen()
    assert (answered.kind, answered.text, answered.deferred) == ("update", "muuttui", True)
    assert answered.message is asked.source
    assert answered.message
    gone = await desk.pressed(answered.message)
    desk.fake.deletes_message(answered.message)
    assert (await desk.answers(gone, 7, {"content": "x"})).code == 10008


async def test_what_no_message_lies_behind_changes_none(desk: Desk) -> None:
    for kind in (6, 7):
        no = await desk.answers(await desk.commanded(), kind, {"content": "x"})
        assert (no.status, no.wrong("type")) == (400, "BASE_TYPE_CHOICES")
    no = await desk.answers(await desk.commanded(), 8, {"choices": []})
    assert no.wrong("type") == "BASE_TYPE_CHOICES"
    assert (await desk.answers(await desk.commanded(), 99)).wrong("type") == "BASE_TYPE_CHOICES"


def modal(*components: Any, **fields: Any) -> dict[str, Any]:
    return {"custom_id": "m", "title": "Muistiinpano", "components": list(components) or [row(TEXT)]} | fields


def row(field: Any) -> dict[str, Any]:
    return {"type": 1, "components": [field]}


def label(field: Any, **fields: Any) -> dict[str, Any]:
    bare = {name: value for name, value in field.items() if name != "label"}
    return {"type": 18, "label": "Sana", "component": bare} | fields


CHOICE = {"type": 3, "custom_id": "c", "options": [{"label": "Yksi", "value": "1"}, {"label": "Kaksi", "value": "2"}]}


@pytest.mark.parametrize(
    ("data", "where", "why"),
    [
        (modal(title="x" * 46), ("title",), "BASE_TYPE_BAD_LENGTH"),
        (modal(title=""), ("title",), "BASE_TYPE_REQUIRED"),
        (modal(custom_id="x" * 101), ("custom_id",), "BASE_TYPE_BAD_LENGTH"),
        (modal(components=[]), ("components",), "BASE_TYPE_BAD_LENGTH"),
        (modal(*[row(TEXT | {"custom_id": str(each)}) for each in range(6)]), ("components",), "BASE_TYPE_BAD_LENGTH"),
        (modal(TEXT), ("components", 0, "type"), "UNION_TYPE_CHOICES"),
        (modal(row(BUTTON)), ("components", 0, "components", 0, "type"), "UNION_TYPE_CHOICES"),
        (modal(row(CHOICE)), ("components", 0, "components", 0, "type"), "UNION_TYPE_CHOICES"),
        (modal(label(BUTTON)), ("components", 0, "component", "type"), "UNION_TYPE_CHOICES"),
        (modal({"type": 1, "components": [TEXT, TEXT]}), ("components", 0, "components"), "BASE_TYPE_BAD_LENGTH"),
        (modal(row(TEXT), row(TEXT)), ("components", 1, "components", 0, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED"),
        (modal(row(TEXT | {"label": None})), ("components", 0, "components", 0, "label"), "BASE_TYPE_REQUIRED"),
        (modal(row(TEXT | {"label": "x" * 46})), ("components", 0, "components", 0, "label"), "BASE_TYPE_BAD_LENGTH"),
        (modal(row(TEXT | {"style": 3})), ("components", 0, "components", 0, "style"), "BASE_TYPE_CHOICES"),
        (modal(row(TEXT | {"value": "x" * 4001})), ("components", 0, "components", 0, "value"), "BASE_TYPE_MAX_LENGTH"),
        (modal(row(TEXT | {"placeholder": "x" * 101})), ("components", 0, "components", 0, "placeholder"), "BASE_TYPE_MAX_LENGTH"),
        (modal(row(TEXT | {"max_length": 4001})), ("components", 0, "components", 0, "max_length"), "NUMBER_TYPE_MAX"),
        (modal(row(TEXT | {"min_length": 5, "max_length": 4})), ("components", 0, "components", 0, "min_length"), "TEXT_INPUT_MIN_LENGTH"),
        (modal(row(TEXT | {"max_length": 4, "value": "xxxxx"})), ("components", 0, "components", 0, "value"), "BASE_TYPE_MAX_LENGTH"),
        (modal(label(TEXT, label="x" * 46)), ("components", 0, "label"), "BASE_TYPE_BAD_LENGTH"),
        (modal(label(TEXT, description="x" * 101)), ("components", 0, "description"), "BASE_TYPE_BAD_LENGTH"),
        (modal({"type": 18, "label": "Sana", "component": TEXT}), ("components", 0, "component", "label"), "TEXT_INPUT_LABEL_IN_LABEL"),
        (modal(label(CHOICE | {"options": []})), ("components", 0, "component", "options"), "BASE_TYPE_BAD_LENGTH"),
    ],
)  # fmt: skip
async def test_forms_have_their_limits(desk: Desk, data: Any, where: tuple[Any, ...], why: str) -> None:
    asked = await desk.commanded()
    no = await desk.answers(asked, 9, data)
    assert (no.status, no.code) == (400, 50035)
    assert no.wrong("data", *where) == why
    assert (await desk.answers(asked, 9, modal())).status == 204


async def test_a_form_is_the_first_answer_and_none_to_a_form(desk: Desk) -> None:
    deferred = await desk.commanded()
    await desk.answers(deferred, 5)
    assert (await desk.answers(deferred, 9, modal())).code == 40060
    opened = await desk.commanded()
    await desk.answers(opened, 9, modal())
    form = await desk.seen()
    assert form.modal
    assert (await desk.later(opened, "PATCH", "/messages/@original", {"content": "x"})).code == 10008
    sent = await desk.begins(desk.fake.submits(form, {"Sana": "kyllä"}))
    assert (await desk.answers(sent, 9, modal())).wrong("type") == "BASE_TYPE_CHOICES"
    assert (await desk.answers(sent, 7, {"content": "x"})).wrong("type") == "BASE_TYPE_CHOICES"
    assert (await desk.answers(sent, 4, {"content": "kiitos", "flags": 64})).status == 204
    assert (await desk.seen()).text == "kiitos"


async def test_a_form_behind_a_press_may_change_the_message(desk: Desk) -> None:
    pressed = await desk.pressed()
    await desk.answers(pressed, 9, modal())
    sent = await desk.begins(desk.fake.submits(await desk.seen(), {"t": "kyllä"}))
    assert (await desk.answers(sent, 7, {"content": "muuttui"})).status == 204
    assert (await desk.seen()).message is pressed.source


async def test_a_form_is_filled_in_as_the_app_lets_one(desk: Desk) -> None:
    form = modal(
        label(TEXT | {"min_length": 2, "max_length": 5}),
        label(CHOICE, label="Valinta", description="Yksi riittää"),
        {"type": 10, "content": "Ohje"},
        label(TEXT | {"custom_id": "v", "required": False, "value": "valmiiksi"}, label="Vapaa"),
        label({"type": 21, "custom_id": "r", "options": [{"label": n, "value": n} for n in "ab"]}, label="Kumpi"),
    )
    asked = await desk.commanded()
    assert (await desk.answers(asked, 9, form)).status == 204
    shown = await desk.seen()
    assert shown.labels == ["Sana", "Valinta", "Vapaa", "Kumpi"]
    assert shown.text == "Muistiinpano\nOhje"
    fine = {"Sana": "kyllä", "Valinta": "Kaksi", "Kumpi": "b"}
    for wrong, why in (
        ({"Sana": "x"}, "between 2 and 5"),
        ({"Sana": "xxxxxx"}, "between 2 and 5"),
        ({"Sana": ""}, "required"),
        ({"Valinta": "Kolme"}, "'Kolme'"),
        ({"Valinta": ["1", "2"]}, "between 1 and 1"),
        ({"Valinta": None}, "required"),
        ({"Muu": "x"}, "no fields"),
    ):
        with pytest.raises((LookupError, ValueError), match=why):
            await desk.fake.submits(shown, fine | wrong)
    desk.fake.hub.tell = lambda event, data, **_: told.append(data)  # type: ignore[method-assign]
    told: list[Any] = []
    await desk.begins(desk.fake.submits(shown, fine))
    inner = [each.get("component") for each in told[0]["data"]["components"]]
    assert [each and (each.get("value") or each.get("values")) for each in inner] == [
        "kyllä",
        ["2"],
        None,
        "valmiiksi",
        "b",
    ]


async def test_people_press_only_what_stands_there(desk: Desk) -> None:
    link = {"type": 2, "style": 5, "label": "Linkki", "url": "https://piiri.example"}
    shut = BUTTON | {"custom_id": "b", "label": "Suljettu", "disabled": True}
    sent = await desk.says(
        desk.place, {"content": "hei", "components": [{"type": 1, "components": [BUTTON, link, shut]}]}
    )
    message = int(sent.body["id"])
    for who, what, why in (
        (desk.aino, "Muu", "no button"),
        (desk.aino, "Linkki", "a link"),
        (desk.aino, "Suljettu", "disabled"),
    ):
        with pytest.raises((LookupError, ValueError), match=why):
            await desk.fake.presses(who, message, what)
    desk.fake.deletes_message(message)
    with pytest.raises(LookupError, match="no message"):
        await desk.fake.presses(desk.aino, message, "Tulen")


async def test_what_is_wrong_with_an_answer_stands_in_its_data_and_one_may_try_again(desk: Desk) -> None:
    asked = await desk.commanded()
    assert (await desk.answers(asked, 4, {"content": "x" * 2001})).wrong("data", "content") == "BASE_TYPE_MAX_LENGTH"
    assert (await desk.answers(asked, 4, {"content": ""})).code == 50006
    assert (await desk.answers(asked, 4, {}, files=[b"x"] * 11)).code == 30015
    body = {"type": 4, "data": {"content": "liitteen kanssa", "attachments": [{"id": 0, "filename": "a.ics"}]}}
    sent = await desk("POST", f"/interactions/{asked.id}/{asked.token}/callback", body, files=[b"BEGIN"])
    assert sent.status == 204
    assert [each.name for each in (await desk.seen()).files] == ["a.ics"]
