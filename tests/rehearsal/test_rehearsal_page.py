"""The transcript on a page and in text, of a season made up here: well formed, escaped, nothing from elsewhere."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.commands.rehearse import play_and_print
from bot.core.outgoing import Written, WrittenBlock, WrittenButton, WrittenField, WrittenFile, WrittenForm
from bot.rehearsal.enclosed import enclosed
from bot.rehearsal.page import as_page
from bot.rehearsal.transcript import Entry, Exchange, Section, Transcript, as_text
from bot.rehearsal.voices import voices

NASTY = '<script>alert("x")</script> & </p>'
VOID = frozenset({"meta", "br", "hr", "img", "link", "input"})


class Strict(HTMLParser):
    """Fails on an element that is closed out of turn or never; keeps text, tags and ids."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag in {"p", "ul", "blockquote", "article", "h3", "h4"}:
            assert "p" not in self.open, f"<{tag}> inside a paragraph"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self.open):
            self.text += data


def nasty() -> Transcript:
    """A season in which everything that anybody could write is nasty."""
    message = Written(
        (
            WrittenBlock("heading", NASTY),
            WrittenBlock("para", NASTY),
            WrittenBlock("item", NASTY),
            WrittenBlock("item", "two"),
            WrittenBlock("quote", NASTY),
            WrittenBlock("heading", "again"),
            WrittenBlock("scale", "How?\n1: 0 · 2: 5", (0, 5)),
        ),
        ((WrittenButton(NASTY, "a:b:c"), WrittenButton("Other", "a:b:d")),),
        (WrittenFile(NASTY, "text/plain", b""),),
    )
    field = WrittenField("text", NASTY, NASTY, (), required=True, long=True, most=10, value="", problem="")
    form = WrittenForm("note", "", NASTY, (WrittenBlock("item", NASTY),), (field,), NASTY)
    entries = [
        Entry("Tue 1", False, "", NASTY, (message,)),
        Entry("Tue 2", True, NASTY, exchanges=(Exchange(did=(NASTY,)), Exchange(form=form, filled=(NASTY,)))),
        Entry("Tue 3", True, NASTY, exchanges=(Exchange(wrote=NASTY), Exchange(command="/menu", answer=(message,)))),
        Entry("Tue 4", True, NASTY, exchanges=(Exchange(did=("A 1",), toast=NASTY),)),
        Entry("Tue 5", True, NASTY, posts=(message,), short=NASTY),
        Entry("Tue 6", False, "", "feedback", posts=(message,), short="as before"),
        Entry("Tue 7", False, "", "farewell", posts=(message,), enclosed=message.blocks),
    ]
    return Transcript("en", NASTY, ((NASTY, NASTY),), voices("en").labels, (Section(NASTY, entries),))


def parsed(page: str) -> Strict:
    strict = Strict()
    strict.feed(page)
    strict.close()
    assert strict.open == []
    return strict


def test_the_page_is_well_formed_and_all_text_on_it_is_escaped() -> None:
    page = parsed(as_page(nasty()))
    assert "script" not in page.tags
    assert page.text.count(NASTY) > 20


def test_the_page_needs_nothing_from_anywhere() -> None:
    page = as_page(nasty())
    assert not {"script", "link", "img", "iframe"} & parsed(page).tags
    assert "url(" not in page
    assert "@import" not in page
    assert "http" not in page


def test_the_page_has_a_language_one_title_and_a_heading_for_each_section_that_is_linked_to() -> None:
    page = as_page(nasty())
    assert '<html lang="en">' in page
    assert page.count("<h1>") == 1
    attributes = parsed(page).attributes
    linked = {value.removeprefix("#") for name, value in attributes if name == "href"}
    assert linked == {value for name, value in attributes if name == "id"} == {"part-1"}


def test_on_the_page_what_is_private_is_marked_as_such() -> None:
    page = as_page(nasty())
    assert page.count('<article class="channel') == 3
    assert page.count('<article class="private') == 4


def test_a_repeated_thing_is_a_line_on_the_page_and_in_the_text() -> None:
    season = nasty()
    assert season.sections[0].entries[-1].short in as_text(season)
    assert as_text(season).count("How?") == 4
    assert as_page(season).count("How?") == 4


def test_in_the_text_what_is_private_is_set_in_further_than_the_channel() -> None:
    lines = as_text(nasty()).splitlines()
    assert any(line.startswith("● Tue 1 · in the channel") for line in lines)
    assert any(line.startswith("    ○ Tue 2 · ") for line in lines)
    assert any(line.startswith("      → /menu") for line in lines)


def test_a_page_that_came_as_a_file_is_read_out_with_its_pictures_in_words() -> None:
    page = (
        "<title>T</title><h1>Report</h1><ul><li>one &amp; two</li></ul>"
        "<figure><figcaption>How many</figcaption><svg aria-label='How many: 1: 5'><text>5</text></svg><p>1: 5</p></figure>"
        "<blockquote>Quiet was fine.\n– Salme</blockquote>"
    )
    read = enclosed(WrittenFile("report.html", "text/html", page.encode()))
    assert [(block.kind, block.text) for block in read] == [
        ("heading", "Report"),
        ("item", "one & two"),
        ("para", "How many: 1: 5"),
        ("quote", "Quiet was fine."),
        ("para", "– Salme"),
    ]
    assert enclosed(WrittenFile("a.pdf", "application/pdf", b"%PDF")) == ()


async def test_a_page_that_cannot_be_written_is_known_before_the_play(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as raised:
        await play_and_print(programme="vahvistin", language="fi", meetings=6, seed=1, html=tmp_path / "no" / "x.html")
    assert raised.value.strerror
