"""A document as a page and on paper: all of it is there for eye and ear, and whatever is written in it stays words."""

import io
import os
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bot.content.document import picture, write_document
from bot.content.document_page import STYLE
from bot.content.document_parts import Part, legible, runs_left
from bot.content.document_pdf import ENDS, STARTS, drawable, pdf
from bot.content.library import Library
from bot.content.phrases_file import phrase
from bot.core.outgoing import (
    Bars,
    Document,
    Heading,
    Items,
    Message,
    Own,
    Para,
    Quote,
    Scale,
    Trend,
    WrittenFile,
)

LIBRARY = Library()
BARS = Bars(Own("Paikalla"), ((Own("1.9."), 5), (Own("15.9."), 0), (Own("1.9."), 7)), 7)
TREND = Trend(
    Own("Minua kuultiin"),
    Own("en lainkaan"),
    Own("täysin"),
    ((Own("1.9."), 3.25), (Own("15.9."), None), (Own("29.9."), 4.0), (Own("13.10."), 4.5)),
    (1.0, 5.0),
)
SCALE = Scale(Own("Oliko aikaa?"), Own("liian vähän"), Own("sopivasti"), (0, 1, 2, 4, 1))
NAMES = "Åsa Östman, Ђорђе Шљивић, Ελένη Παπαδοπούλου, Łukasz Żółć, Nguyễn Ánh"
DOCUMENT = Document(
    Own("Kausi: syksy / 2026"),
    Own("Mitä kausi antoi"),
    (
        Para(Own("Tavattiin neljästi.")),
        Heading(Own("Kuvat")),
        BARS,
        TREND,
        Heading(Own("Omin sanoin")),
        Items((Own("Aika riitti"), Own("Tauko teki hyvää"))),
        Items((Own("Jatketaan"),)),
        Quote("<script>alert(1)</script> #let x = 1 $a$ *b* _c_ \\ @d"),
        Quote(NAMES),
        SCALE,
    ),
)


def written(document: Document, language: str = "fi") -> tuple[str, bytes]:
    page, paper = write_document(document, language, LIBRARY)
    return page.body.decode(), paper.body


def on_paper(body: bytes) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages))


class Elements(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def tags(self) -> list[str]:
        return [tag for tag, _ in self.found]


@pytest.mark.parametrize("language", LIBRARY.languages())
def test_a_message_hands_out_both_files_with_all_that_was_said(language: str) -> None:
    page, paper = LIBRARY.write(Message((), files=(DOCUMENT,)), language).files
    assert (page.name, page.mime) == ("Kausi-syksy-2026.html", "text/html; charset=utf-8")
    assert (paper.name, paper.mime) == ("Kausi-syksy-2026.pdf", "application/pdf")
    shown, printed = Elements(page.body.decode()), on_paper(paper.body)
    said = [
        "Mitä kausi antoi",
        "Tavattiin neljästi.",
        "Kuvat",
        "Omin sanoin",
        "Aika riitti",
        "Jatketaan",
        "Oliko aikaa?",
    ]
    for words in [*said, "<script>alert(1)</script> #let x = 1 $a$ *b* _c_ \\ @d", NAMES]:
        assert words in re.sub(r"\s+", " ", shown.words)
        assert words in printed
    assert dict(shown.found)["html"] == {"lang": language}
    reader = PdfReader(io.BytesIO(paper.body))
    assert reader.trailer["/Root"]["/Lang"] == language
    assert reader.metadata is not None
    assert reader.metadata.title == "Mitä kausi antoi"


def test_the_page_needs_nothing_lets_nothing_run_and_has_its_headings_in_order() -> None:
    page = Elements(written(DOCUMENT)[0])
    assert not {"script", "link", "img", "iframe", "object", "use", "image", "a"} & set(page.tags())
    assert [tag for tag in page.tags() if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h2"]
    assert page.tags().count("ul") == 1
    names = {name for _, attributes in page.found for name in attributes}
    assert not {name for name in names if name in {"style", "src", "href"} or name.startswith("on")}
    assert page.tags().count("style") == 1
    assert "url(" not in STYLE
    assert "@import" not in STYLE
    policy = next(a["content"] for tag, a in page.found if tag == "meta" and "http-equiv" in a)
    assert policy is not None
    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[\w+/]{43}='", policy)


def test_a_picture_says_all_that_it_shows() -> None:
    page, paper = written(DOCUMENT)
    heard = [a["aria-label"] for tag, a in Elements(page).found if tag == "svg" and a["role"] == "img"]
    assert heard == [
        "Paikalla – pylväskuva: 1.9.: 5, 15.9.: 0 ja 1.9.: 7.",
        "Minua kuultiin – viivakuva, 1 = en lainkaan, 5 = täysin:"
        " 1.9.: 3,2, 15.9.: ei näytetä, 29.9.: 4,0 ja 13.10.: 4,5.",
        "Oliko aikaa? – pylväskuva, 1 = liian vähän, 5 = sopivasti: 1: 0, 2: 1, 3: 2, 4: 4 ja 5: 1.",
    ]
    tags = list(tagged(PdfReader(io.BytesIO(paper)).trailer["/Root"]["/StructTreeRoot"]))
    assert [tag.get("/Alt") for tag in tags if tag.get("/Alt")] == heard
    kinds = {str(tag.get("/S")) for tag in tags}
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/BlockQuote", "/Figure"} <= kinds


def tagged(node: object) -> Iterator[dict[str, object]]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from tagged(each)
    elif isinstance(node, dict):
        yield node
        yield from tagged(node.get("/K"))


def test_the_paper_has_bookmarks_and_says_that_it_can_be_listened_to() -> None:
    reader = PdfReader(io.BytesIO(written(DOCUMENT)[1]))
    titles = re.findall(r"'/Title': '([^']*)'", str(reader.outline))
    assert titles == ["Mitä kausi antoi", "Kuvat", "Omin sanoin"]
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_object().get_data()


def drawn(svg: str, kind: str) -> list[dict[str, str]]:
    return [element.attrib for element in ET.fromstring(svg).iter(f"{{http://www.w3.org/2000/svg}}{kind}")]


def svg_of(block: Bars | Trend) -> WrittenFile:
    return picture(block, "fi", LIBRARY)


def test_bars_are_as_long_as_their_numbers_and_two_of_one_name_stay_two() -> None:
    file = svg_of(BARS)
    assert (file.name, file.mime) == ("Paikalla.svg", "image/svg+xml")
    # The first rectangle is the ground; the library draws the last bar first.
    third, second, first = (float(bar["width"]) for bar in drawn(file.body.decode(), "rect")[1:])
    assert second == 0
    assert first / third == pytest.approx(5 / 7, abs=0.001)
    half = svg_of(Bars(BARS.title, BARS.bars, 14)).body.decode()
    assert float(drawn(half, "rect")[1]["width"]) == pytest.approx(third / 2, abs=0.01)
    labels = [element.text for element in ET.fromstring(file.body).iter("{http://www.w3.org/2000/svg}text")]
    assert [label for label in labels if label] == ["1.9.\u20037", "15.9.\u20030", "1.9.\u20035"]


def test_a_trend_has_a_dot_for_each_number_and_no_line_across_a_gap() -> None:
    svg = svg_of(TREND).body.decode()
    dots = [(float(dot["cx"]), float(dot["cy"])) for dot in drawn(svg, "circle")]
    assert len(dots) == 3
    assert dots[0][1] > dots[1][1] > dots[2][1]
    assert [path["d"].count("L") for path in drawn(svg, "path")] == [0, 1]
    steps = dots[1][0] - dots[0][0], dots[2][0] - dots[1][0]
    assert steps[0] == pytest.approx(2 * steps[1], abs=0.05)


@pytest.mark.parametrize(
    "block",
    [
        Bars(Own("Tyhjä"), (), 5),
        Trend(Own("Tyhjä"), Own("a"), Own("b"), (), (1, 5)),
        Trend(Own("Tyhjä"), Own("a"), Own("b"), ((Own("x"), None), (Own("y"), float("nan"))), (1, 5)),
        Scale(Own("Tyhjä"), Own("a"), Own("b"), ()),
    ],
)
def test_where_there_is_nothing_to_draw_it_is_said(block: Bars | Trend | Scale) -> None:
    page, paper = written(Document(Own("x"), Own("Otsikko"), (block,)))
    assert "svg" not in Elements(page).tags()
    for words in ("Tyhjä", "Tästä ei ole vielä mitään näytettävää."):
        assert words in page
        assert words in on_paper(paper)
    if isinstance(block, Bars | Trend):
        ET.fromstring(svg_of(block).body)


def test_a_label_too_long_for_its_bar_is_told_in_full_below() -> None:
    long = "Se, että joku muu piti huolta ajasta ja sisällöstä"
    page, paper = written(Document(Own("x"), Own("y"), (Bars(Own("Apu"), ((Own(long), 3), (Own("muu"), 1)), 3),)))
    assert f'<p dir="auto">{long}: 3</p>' in page
    assert f"{long}: 3" in on_paper(paper)
    assert "<p" not in written(Document(Own("x"), Own("y"), (BARS,)))[0]


def test_every_character_that_is_said_to_be_drawn_is_drawn() -> None:
    every = [chr(point) for first, last in zip(STARTS, ENDS, strict=True) for point in range(first, last + 1)]
    alone = [Part("para", f"{c}") for c in every if legible(c) == c and c != "\n"]
    body = pdf("Merkit", alone, "fi")
    assert b"pdfuaid:part>1<" in PdfReader(io.BytesIO(body)).trailer["/Root"]["/Metadata"].get_object().get_data()
    signs = "".join(part.text for part in alone if unicodedata.category(part.text) not in {"Mn", "Me"})
    assert drawable(signs) == signs


def test_what_the_fonts_lack_is_spelled_out_on_paper_and_stays_as_it_is_on_the_page() -> None:
    signs = "Kiitos 😀 👍🏽 🇫🇮 友 ❤️"
    page, paper = written(Document(Own("x"), Own("y"), (Quote(signs), BARS)))
    assert signs in page
    assert "Kiitos [grinning face] [thumbs up sign] FI [U+53CB] ❤" in on_paper(paper)
    assert phrase("document-lacks", "fi", {}) in on_paper(paper)
    assert phrase("document-lacks", "fi", {}) not in on_paper(written(DOCUMENT)[1])


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("A\u030a Ñ и\u0306 מִ مُ", "A\u030a Ñ и\u0306 מִ مُ"),
        ("P\u05b4 \u0642\u0301 1\u0301", "P[U+05B4] \u0642[U+0301] 1[U+0301]"),
        ("\u0301", "[U+0301]"),
        ("❤\ufe0f", "❤\ufe0f"),
    ],
)
def test_a_mark_stays_on_a_letter_of_its_own_script(text: str, spelled: str) -> None:
    assert drawable(text) == spelled
    assert b"pdfuaid:part>1<" in written(Document(Own("x"), Own("y"), (Quote(text),)))[1]


@pytest.mark.parametrize("text", ["\u05df\u0593", "\u047c\u05d8\u05ac\u041f", "😀"])
def test_what_the_typesetter_stumbles_over_becomes_a_document_all_the_same(text: str) -> None:
    body = pdf("Otsikko", [Part("para", f"ennen {text} jälkeen")], "fi")
    assert "ennen" in on_paper(body)
    assert "jälkeen" in on_paper(body)
    assert PdfReader(io.BytesIO(body)).trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_a_word_wider_than_the_page_is_broken_and_whole() -> None:
    word = "".join(str(number) for number in range(1000, 1100))  # nothing that could be hyphenated
    body = written(Document(Own("x"), Own("y"), (Quote(word), Para(Own(f"ja {word} loppu")))))[1]
    assert re.sub("[ \u200b]", "", on_paper(body)).count(word) == 2
    lines = [line for page in PdfReader(io.BytesIO(body)).pages for line in page.extract_text().splitlines()]
    assert max(len(line) for line in lines) < 200  # with the spaces of no width


def test_text_that_begins_from_the_right_does_so_in_its_own_lines_only() -> None:
    assert runs_left("שלום abc")
    assert runs_left("2026 مساء")
    assert not runs_left("abc שלום")
    assert not runs_left("2026")
    page, paper = written(Document(Own("x"), Own("y"), (Quote("\u202eoikealta\u202d שלום"), Para(Own("vasemmalta")))))
    assert page.count('<blockquote dir="auto">oikealta') == 1
    assert "vasemmalta" in on_paper(paper)


ODD = st.text(
    st.one_of(st.characters(codec=None), st.sampled_from("<>&\"'#$*_\\`@[]{}\0\u202e\u2066\ud800\ufffe\u0301👍"))
)


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@example("\0\ud800\ufffe\x85\u2028\r\n\x1b", "]]>", 0.5)
@example("<svg onload=alert(1)>", '"/><script>', 5.0)
@given(ODD, ODD, st.floats(1, 5))
def test_whatever_is_written_stays_words(one: str, other: str, mean: float) -> None:
    blocks = (
        Quote(one),
        Para(Own(other)),
        Heading(Own(one)),
        Items((Own(other), Own(one))),
        Bars(Own(one), ((Own(other), 3), (Own(one), 1)), 3),
        Trend(Own(other), Own(one), Own(other), ((Own(one), mean), (Own(other), None)), (1, 5)),
    )
    page, paper = written(Document(Own(one), Own(other), blocks))
    shown = Elements(page)
    allowed = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "ul", "li", "p", "blockquote"}
    allowed |= {"figure", "figcaption", "svg", "g", "rect", "line", "text", "path", "circle"}
    assert set(shown.tags()) <= allowed
    assert legible(one).strip() in shown.words
    drawings = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    for svg in drawings:
        ET.fromstring(svg)
    assert len(PdfReader(io.BytesIO(paper)).pages) >= 1


# Letters as names have them, and all that is markup somewhere; hyphens and line ends are the typesetter's.
PLAIN = st.text("aeöÅŁżИЂΩή<>&\"'#$*_\\`@[]{}/=~ 1", min_size=1, max_size=200)


@settings(max_examples=60, deadline=None)
@given(PLAIN)
def test_whatever_is_written_is_found_on_paper(text: str) -> None:
    paper = written(Document(Own("x"), Own("y"), (Quote(text),)))[1]
    found = re.sub("[ \u00ad\u200b-]", "", on_paper(paper))
    assert found == f"y{text.replace(' ', '')}1/1"


def test_the_same_document_gives_the_same_bytes_in_any_process() -> None:
    program = (
        "import hashlib; from tests.content.test_document import *;"
        "print(hashlib.sha256(b''.join(f.body for f in write_document(DOCUMENT, 'sv', LIBRARY))).hexdigest())"
    )
    sums = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(sums) == 1
    assert written(DOCUMENT, "sv") == written(DOCUMENT, "sv")


def test_nobody_pays_for_it_who_writes_no_document() -> None:
    program = "import sys, bot.content.library; print([m for m in ('typst', 'leather', 'jinja2') if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
