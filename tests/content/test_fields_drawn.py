"""Four fields and a named middle: in a message, on the page and on paper."""

import io
import re

import pytest
from pypdf import PdfReader

from bot.content.document import write_document
from bot.content.library import Library
from bot.core.outgoing import Document, Fields, Heading, Message, Own, Scale, Trend
from tests.content.test_document import tagged

LIBRARY = Library()
NAMES = ("Vahvuudet", "Heikkoudet", "Mahdollisuudet", "Uhat")


def fields(*said: tuple[str, ...]) -> Fields:
    texts = [*said, *([()] * 4)][:4]
    return Fields(tuple((Own(name), tuple(there)) for name, there in zip(NAMES, texts, strict=True)))


def written(*blocks: object, language: str = "fi") -> tuple[str, str]:
    """The page as HTML, and the words of the PDF."""
    document = Document(Own("raportti"), Own("Raportti"), (Heading(Own("Nelikenttä")), *blocks))  # type: ignore[arg-type]
    page, paper = write_document(document, language, LIBRARY)
    text = " ".join(each.extract_text() for each in PdfReader(io.BytesIO(paper.body)).pages)
    return page.body.decode(), re.sub(r"\s+", " ", text)


def test_four_fields_are_a_table_of_two_rows_on_the_page_and_all_there_on_paper() -> None:
    page, paper = written(fields(("Aika", "Into"), ("Ääni pätki",)))
    table = page.partition("<table>")[2].partition("</table>")[0]
    rows = table.split("</tr>")[:2]
    assert [[name in row for name in NAMES] for row in rows] == [[True, True, False, False], [False, False, True, True]]
    assert table.count("Tähän ei kirjoitettu mitään.") == 2
    assert paper.count("Tähän ei kirjoitettu mitään.") == 2
    for text in (*NAMES, "Aika", "Into", "Ääni pätki"):
        assert text in paper


def test_on_paper_the_four_fields_are_tagged_as_a_table_that_can_be_listened_to() -> None:
    document = Document(Own("r"), Own("R"), (Heading(Own("N")), fields(("Aika",))))
    _, paper = write_document(document, "fi", LIBRARY)
    root = PdfReader(io.BytesIO(paper.body)).trailer["/Root"]
    kinds = {str(tag.get("/S")) for tag in tagged(root["/StructTreeRoot"])}
    assert {"/Table", "/TR", "/TD", "/H3", "/LI"} <= kinds
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_object().get_data()


def test_whatever_is_written_in_a_field_stays_words() -> None:
    page, paper = written(fields(("<script>x</script>", "#let a = 1 [b] *c*")))
    assert "<script>" not in page
    assert "<script>x</script>" in paper
    assert "#let a = 1 [b] *c*" in paper


def test_fields_that_are_longer_than_a_page_go_on_on_the_next() -> None:
    _, paper = written(fields(tuple(f"Ajatus {number}. {'sana ' * 90}" for number in range(12)), ("a\n" * 200,)))
    assert all(f"Ajatus {number}." in paper for number in range(12))


def test_in_a_message_each_field_has_its_heading() -> None:
    blocks = LIBRARY.write(Message((fields(("Aika",)),)), "sv").blocks
    assert [(block.kind, block.text) for block in blocks[:4]] == [
        ("heading", "Vahvuudet"),
        ("quote", "Aika"),
        ("heading", "Heikkoudet"),
        ("para", "Här skrevs ingenting."),
    ]


@pytest.mark.parametrize("language", LIBRARY.languages())
def test_a_middle_with_a_name_stands_wherever_the_ends_do(language: str) -> None:
    middle = Own("siltä väliltä")
    scale = Scale(Own("Kuormittiko?"), Own("ei"), Own("kyllä"), (0, 1, 2, 1, 1), middle)
    trend = Trend(
        Own("Kuormittiko?"), Own("ei"), Own("kyllä"), ((Own("1."), 2.0), (Own("2."), 3.0)), (1.0, 5.0), middle
    )
    page, paper = written(scale, trend, language=language)
    line = "1 = ei, 3 = siltä väliltä, 5 = kyllä"
    assert page.count(f">{line}<") == 2
    assert paper.count(line) == 2
    (drawn,) = LIBRARY.write(Message((scale,)), language).blocks
    assert "(3 = siltä väliltä)" in drawn.text
    unnamed, _ = written(Scale(Own("Kuormittiko?"), Own("ei"), Own("kyllä"), (0, 1, 2, 1, 1)), language=language)
    assert ">1 = ei, 5 = kyllä<" in unnamed
