import json

from browser_fakes import FILE, NOW, full, plain
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.browser import render
from bot.adapters.browser.pages import Page, pack, unpack
from bot.core.outgoing import Written, WrittenBlock, WrittenButton, WrittenField, WrittenForm


def test_a_message_is_plain_data_with_its_files_only_where_they_are_kept():
    written = Written(
        (WrittenBlock("para", "<b>Hei</b>"), WrittenBlock("scale", "Miten meni?\n1: 0 · 2: 3", (0, 3))),
        ((WrittenButton("Tulen", "coming:1"), WrittenButton("Kartta", url="https://example.org/")),),
        (FILE,),
    )
    drawn = render.message(written)
    assert drawn["blocks"] == [
        {"kind": "para", "text": "<b>Hei</b>"},
        {"kind": "scale", "text": "Miten meni?\n1: 0 · 2: 3", "counts": [0, 3]},
    ]
    assert drawn["buttons"] == [
        [{"label": "Tulen", "data": "coming:1"}, {"label": "Kartta", "url": "https://example.org/"}]
    ]
    assert drawn["files"] == [{"name": "tapaaminen.ics", "mime": "text/calendar", "size": 17, "href": ""}]
    assert render.message(written, "/files/x/3")["files"][0]["href"] == "/files/x/3/0"
    json.dumps(drawn)


def test_pages():
    bot = render.page(7, Page("bot", NOW, written=full(), changed=True), "room:piiri", {})
    assert (bot["number"], bot["where"], bot["who"], bot["changed"]) == (7, "room", "bot", True)
    assert bot["files"][0]["href"] == "/files/room%3Apiiri/7/0"
    line = render.page(8, Page("person", NOW, handle="aino", text="/ohje"), "room:piiri", {"aino": "Aino"})
    assert (line["name"], line["text"]) == ("Aino", "/ohje")
    gone = render.page(8, Page("person", NOW, handle="aino", text="/ohje"), "room:piiri", {})
    assert gone["name"] == ""
    mine = render.page(9, Page("you", NOW, did="filled", label="Poissaolo", key="k1"), "person:aino", {})
    assert (mine["where"], mine["did"], mine["label"], mine["key"]) == ("mine", "filled", "Poissaolo", "k1")


def test_a_form_keeps_what_was_typed_and_what_was_wrong_with_it():
    field = WrittenField("how", "Miten käy?", "", (("absent", "En pääse"),), True, False, 20, "x", "Valitse kumpi.")
    drawn = render.form(WrittenForm("absence", "1", "Poissaolo", (WrittenBlock("para", "Hei"),), (field,), "Kerro"))
    assert drawn["fields"][0]["options"] == [{"value": "absent", "label": "En pääse"}]
    assert (drawn["fields"][0]["value"], drawn["fields"][0]["problem"]) == ("x", "Valitse kumpi.")
    assert (drawn["intro"], drawn["submit"]) == ([{"kind": "para", "text": "Hei"}], "Kerro")


@given(st.text())
def test_no_name_breaks_out_of_the_header_that_carries_it(name):
    header = render.attachment(name)
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2
    assert "/" not in header
    assert ".." not in header.split('"')[1][:2]


def test_what_is_kept_comes_back_as_it_was():
    page = Page("bot", NOW, mark="m", written=full())
    assert unpack(pack(page), Page) == page
    assert unpack(pack(Page("bot", NOW, written=plain("ä"))), Page).written == plain("ä")
