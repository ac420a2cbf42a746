"""What people wrote stands as they wrote it, whatever it means to Discord; and nothing grows beyond what it takes."""

import re
from datetime import UTC, datetime

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.discord import render
from bot.adapters.discord.adapter import CAPABILITIES
from bot.content.library import Library
from bot.core.fit import fit
from bot.core.outgoing import (
    Event,
    Message,
    Own,
    Para,
    Written,
    WrittenBlock,
    WrittenButton,
    WrittenField,
    WrittenForm,
    say,
)
from bot.core.platform import Capabilities

LIBRARY = Library()


def said(*blocks: WrittenBlock, **more: object) -> str:
    return render.text(Written(tuple(blocks), **more), LIBRARY)  # type: ignore[arg-type]


def para(text: str) -> WrittenBlock:
    return WrittenBlock("para", text)


def unescaped(text: str) -> str:
    """As a reader sees it."""
    return re.sub(r"\\(\W|_)", r"\1", text).replace("@\u200b", "@")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("*lihava*", r"\*lihava\*"),
        ("_kursiivi_ ~~yli~~", r"\_kursiivi\_ \~\~yli\~\~"),
        ("||salaa|| `koodi`", r"\|\|salaa\|\| \`koodi\`"),
        ("> lainaus", r"\> lainaus"),
        ("# iso", r"\# iso"),
        ("- lista", r"\- lista"),
        ("[pankki](https://paha.example)", r"\[pankki](https://paha.example)"),
        ("<@1234567890123456789> <t:1:f> </piiri:1>", "\\<@\u200b1234567890123456789> \\<t:1:f> \\</piiri:1>"),
        ("@everyone ja @here", "@\u200beveryone ja @\u200bhere"),
        ("https://a_b.example/c_d_e*f", "https://a_b.example/c_d_e*f"),
    ],
)
def test_what_people_write_is_text(typed: str, shown: str) -> None:
    assert render.plain(typed) == shown
    assert said(WrittenBlock("quote", typed)) == f"> {shown}"


def test_a_quote_of_several_lines_is_set_apart_as_a_whole() -> None:
    assert said(WrittenBlock("quote", "yksi\n\nkaksi")) == "> yksi\n> \n> kaksi"


def test_headings_items_and_short_lines_stand_as_on_a_phone() -> None:
    text = said(
        WrittenBlock("heading", "Muistutus"), para("ti 15.9. klo 17"), para("Paikka: Kulttuuritalo"),
        WrittenBlock("item", "yksi"), WrittenBlock("item", "kaksi"),
    )  # fmt: skip
    assert text == "**Muistutus**\nti 15.9. klo 17\nPaikka: Kulttuuritalo\n\n• yksi\n• kaksi"


def test_a_time_is_shown_in_each_readers_own_zone_beside_the_groups() -> None:
    at = datetime(2026, 9, 15, 14, tzinfo=UTC)
    written = LIBRARY.write(Message((Para(Own("ti 15.9. klo 17"), at),)), "fi")
    assert render.text(written, LIBRARY) == "ti 15.9. klo 17 (<t:1789480800:f> sinun aikaasi)"


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("Lue lisää: /yksityisyys", "Lue lisää: /piiri yksityisyys"),
        ("Type /help to see", "Type /piiri help to see"),
        ("skriv /hjalp.", "skriv /piiri hjälp."),
        ("kirjoita /siirra", "kirjoita /piiri ryhmä siirrä"),
        ("skriv /meny.", "skriv /piiri meny."),
        ("tai/menu ja https://a.example/help ja /tuntematon", "tai/menu ja https://a.example/help ja /tuntematon"),
    ],
)
def test_commands_are_named_as_they_are_called_here(typed: str, called: str) -> None:
    assert said(para(typed)) == called


def test_a_role_is_mentioned_only_where_the_group_wants_it() -> None:
    assert said(para("Huomenna"), mention="77").startswith("<@&77>\n")
    allowed = render.mentions(Written((), mention="77")).to_dict()
    assert (allowed["parse"], allowed["roles"]) == ([], [77])
    nobody = render.mentions(Written(())).to_dict()
    assert (nobody["parse"], nobody.get("roles", []), nobody.get("users", [])) == ([], [], [])


texts = st.text(st.sampled_from("aä*_~|`<>[]()#-@\\\n 🙂.:/"), min_size=1, max_size=5000)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.builds(WrittenBlock, st.sampled_from(["heading", "para", "item", "quote"]), texts), min_size=1, max_size=4
    )
)
def test_no_part_is_too_long_however_much_must_be_escaped(blocks: list[WrittenBlock]) -> None:
    parts = fit(Written(tuple(blocks)), CAPABILITIES)
    shown = [render.text(part, LIBRARY) for part in parts]
    assert all(len(each.encode("utf-16-le")) // 2 <= 2000 for each in shown)


async def test_every_button_keeps_what_it_carries_and_the_first_has_the_mark() -> None:
    row = (
        WrittenButton("Avaa", url="https://a.example"),
        WrittenButton("Tulen", "coming:m1:"),
        WrittenButton("En", "absent:m1:"),
    )
    view = render.view(Written((), (row,)), "n1:0")
    assert view is not None
    assert view.is_finished(), "its presses are not the library's to dispatch"
    ids = [getattr(item, "custom_id", None) for item in view.children]
    assert ids == [None, "coming:m1:|n1:0", "absent:m1:"]


async def test_two_buttons_that_carry_the_same_get_two_names() -> None:
    rows = ((WrittenButton("A", "menu:g:"),), (WrittenButton("B", "menu:g:"),))
    view = render.view(Written((), rows))
    assert view is not None
    names = [item.custom_id for item in view.children if isinstance(item, discord.ui.Button)]
    assert len(set(names)) == 2
    assert [str(name).partition("|")[0] for name in names] == ["menu:g:", "menu:g:"]


async def test_more_rows_than_discord_has_room_for_move_together() -> None:
    rows = tuple((WrittenButton(str(n), f"use:{n}:"),) for n in range(12))
    (part,) = fit(Written((para("x"),), rows), CAPABILITIES)
    assert len(part.buttons) == 5
    assert [b.data for row in part.buttons for b in row] == [f"use:{n}:" for n in range(12)], "in their order"
    view = render.view(part)
    assert view is not None
    assert len(view.to_components()) == 5


def field(name: str, **more: object) -> WrittenField:
    known = {
        "name": name,
        "label": name,
        "hint": "",
        "options": (),
        "required": True,
        "long": False,
        "most": 200,
        "value": "",
        "problem": "",
    }
    return WrittenField(**(known | more))  # type: ignore[arg-type]


async def test_a_modal_shows_what_is_asked_what_stands_and_what_is_to_be_mended() -> None:
    form = WrittenForm("note", "m1:n1", "T" * 60, (para("*pohdi*"),), (
        field("text", label="L" * 60, long=True, most=4000, value="Omaa *tekstiä*"),
        field("when", hint="vihje", problem="Tämä aika on jo mennyt."),
        field("floor", options=(("", "myöhemmin"), ("five", "viisi")), value="five", required=False),
        field("role", role=True, value="77", required=False),
    ), "Tallenna")  # fmt: skip
    made = render.modal(form).to_dict()
    assert len(made["title"]) <= 45
    assert made["custom_id"] == "note:m1:n1"
    intro, text, when, floor, role = made["components"]
    assert intro["content"] == r"\*pohdi\*"
    assert len(text["label"]) <= 45
    assert text["description"] == "L" * 60, "a label that has no room stands below"
    assert text["component"]["value"] == "Omaa *tekstiä*"
    assert text["component"]["max_length"] == 4000
    assert when["description"] == "Tämä aika on jo mennyt."
    assert [(o["value"], o["default"]) for o in floor["component"]["options"]] == [("-", False), ("five", True)]
    assert role["component"]["default_values"] == [{"id": 77, "type": "role"}]
    assert role["component"]["min_values"] == 0


@pytest.mark.parametrize("language", LIBRARY.languages())
def test_the_forms_own_labels_have_room_in_a_modal(language: str) -> None:
    for name in (
        "setup-name",
        "setup-first",
        "where-label",
        "when-label",
        "length-label",
        "note-label",
        "reason-label-group",
        "reason-label-convener",
        "extras-events",
        "extras-threads",
        "extras-role",
    ):
        assert len(LIBRARY.text(say(name), language)) <= render.TITLE, name


def test_an_event_has_no_part_where_a_platform_has_none() -> None:
    event = Message(
        (),
        event=Event(
            Own("Torstain piiri"),
            datetime(2026, 9, 15, 14, tzinfo=UTC),
            datetime(2026, 9, 15, 16, tzinfo=UTC),
            Own("Kulttuuritalo"),
        ),
    )
    written = LIBRARY.write(event, "fi")
    assert len(fit(written, CAPABILITIES)) == 1
    bare = Capabilities(
        whisper="direct", form="steps", fields=0, buttons=5, per_row=5, label=20, text=500, files=False, edit=False
    )
    assert fit(written, bare) == ()
