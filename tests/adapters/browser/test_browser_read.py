import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.browser.pages import Someone
from bot.adapters.browser.read import Unreadable, clean, read_act, read_person, read_room
from bot.core.incoming import Command, Filled, Press, Wrote

AINO = Someone("aino", "Aino", "fi")
LANGUAGES = ("fi", "en", "sv")


def asked(act: dict[str, Any], **more: Any) -> bytes:
    return json.dumps({"key": "k-12345678", "as": "aino", "private": False, "act": act} | more).encode()


@pytest.mark.parametrize(
    ("act", "read"),
    [
        ({"kind": "press", "data": "absent:1"}, Press("absent:1")),
        ({"kind": "command", "word": "MENU", "rest": " nyt "}, Command("menu", "nyt")),
        ({"kind": "wrote", "text": " hei \n sinä"}, Wrote("hei \n sinä")),
        ({"kind": "wrote", "text": "/ohje"}, Command("ohje")),
        ({"kind": "wrote", "text": "/Poissa@piiri ti 10.11.\nkuume"}, Command("poissa", "ti 10.11.\nkuume")),
        ({"kind": "wrote", "text": "/ 3 euroa"}, Wrote("/ 3 euroa")),
        (
            {"kind": "filled", "form": "absence", "about": "1", "values": {"a": " b "}},
            Filled("absence", "1", {"a": "b"}),
        ),
        ({"kind": "filled", "form": "setup"}, Filled("setup", "", {})),
    ],
)
def test_acts(act, read):
    assert read_act(asked(act)).act == read


def test_an_incoming_is_of_the_person_and_the_room():
    incoming = read_act(asked({"kind": "press", "data": "x"})).incoming(AINO, "piiri")
    assert (incoming.key, incoming.channel) == ("aino:k-12345678", "piiri")
    assert (incoming.sender.platform, incoming.sender.handle, incoming.sender.may_convene) == ("browser", "aino", True)
    assert read_act(asked({"kind": "press", "data": "x"}, private=True)).incoming(AINO, "piiri").channel is None


def test_only_what_is_written_to_a_room_has_a_line_for_all_to_see():
    assert read_act(asked({"kind": "wrote", "text": "/ohje nyt"})).line == "/ohje nyt"
    assert read_act(asked({"kind": "wrote", "text": "salaisuus"}, private=True)).line == ""
    assert read_act(asked({"kind": "press", "data": "x", "label": "En pääse"})).line == ""


def test_what_is_kept_of_an_act_never_holds_its_text():
    wrote = read_act(asked({"kind": "wrote", "text": "salaisuus", "label": "salaisuus"}, private=True))
    command = read_act(asked({"kind": "wrote", "text": "/kirjoita salaisuus"}, private=True))
    filled = read_act(asked({"kind": "filled", "form": "f", "values": {"a": "salaisuus"}, "label": "Otsikko"}))
    assert [wrote.label, command.label, filled.label] == ["", "/kirjoita", "Otsikko"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "malformed"),
        (b"[]", "malformed"),
        (b'{"key": 1}', "malformed"),
        (b"[" * 60_000, "malformed"),
        (b'{"key":"k-12345678","as":"aino","act":{"kind":"wrote","text":"\\ud800"}}', "malformed"),
        (asked({"kind": "wrote", "text": "x"}, key="short"), "malformed"),
        (asked({"kind": "wrote", "text": "x"}, key="a b c d e f"), "malformed"),
        (asked({"kind": "dance"}), "malformed"),
        (asked({"kind": "press"}), "malformed"),
        (asked({"kind": "press", "data": "a\nb\x00"}), "malformed"),
        (asked({"kind": "press", "data": "ä" * 33}), "too-long"),
        (asked({"kind": "wrote", "text": " \n "}), "empty"),
        (asked({"kind": "wrote", "text": "x" * 4001}), "too-long"),
        (asked({"kind": "filled", "form": "f", "values": {str(n): "" for n in range(21)}}), "too-long"),
        (asked({"kind": "filled", "form": "f", "values": {"a": "x" * 4001}}), "too-long"),
        (asked({"kind": "filled", "form": "f", "values": {"a": 1}}), "malformed"),
    ],
)
def test_what_cannot_be_taken_says_why(body, code):
    with pytest.raises(Unreadable) as refused:
        read_act(body)
    assert refused.value.code == code


def test_names():
    assert read_person(b'{"name": "  Aino \\n Maria ", "language": "fi"}', LANGUAGES) == ("Aino Maria", "fi")
    assert read_room(b'{"name": "Tiistain piiri"}') == "Tiistain piiri"
    for body, code in [
        (b'{"name": "Aino", "language": "xx"}', "unknown-language"),
        (b'{"name": " ", "language": "fi"}', "empty"),
        (json.dumps({"name": "x" * 61, "language": "fi"}).encode(), "too-long"),
    ]:
        with pytest.raises(Unreadable) as refused:
            read_person(body, LANGUAGES)
        assert refused.value.code == code


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_leaves_nothing_unshown(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not any(ord(c) < 32 and c not in "\n\t" for c in cleaned)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(body):
    with pytest.raises(Unreadable):
        read_act(body)
