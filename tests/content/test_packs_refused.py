"""A pack that is amiss is refused in one line that names the file, before it costs anything."""

import shutil
from pathlib import Path

import pytest

from bot.content.library import PROGRAMMES, Library
from bot.content.pack_file import MOST_BYTES, PackProblem
from bot.content.phrases_file import phrase
from bot.core.outgoing import Pack
from bot.core.refusal import Refusal
from tests.content.packs import within


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of Vahvistin, to be spoilt."""
    shutil.copytree(PROGRAMMES / "vahvistin", tmp_path / "vahvistin")
    return tmp_path


def problem(folder: Path) -> str:
    """What the library says of it, quickly and in one line."""
    with within(1.0), pytest.raises(PackProblem) as raised:
        Library(folder).programme("vahvistin")
    said = str(raised.value)
    assert "\n" not in said.strip()
    assert len(said) < 500
    return said


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / "vahvistin" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_packs_that_we_ship_are_whole() -> None:
    library = Library()
    for slug in library.programmes():
        programme = library.programme(slug)
        for language in programme.languages:
            for session in programme.sessions:
                assert library.text(Pack(slug, f"sessions.{session.id}.title"), language)
            assert library.text(Pack(slug, "farewell"), language)


def test_a_missing_text_is_named(folder: Path) -> None:
    change(folder, "fi.yaml", "  arrive: >-", "  arive: >-")
    assert "fi.yaml" in problem(folder)


def test_a_text_that_is_taken_out_is_named(folder: Path) -> None:
    path = folder / "vahvistin" / "en.yaml"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("tagline:")]
    path.write_text("\n".join(lines), encoding="utf-8")
    said = problem(folder)
    assert "en.yaml" in said
    assert "tagline" in said


def test_a_language_that_lacks_a_task_is_named(folder: Path) -> None:
    change(folder, "programme.yaml", "      - id: goals", "      - id: wishes")
    said = problem(folder)
    assert "wishes" in said
    assert "missing" in said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a: &a [x, x]\nb: [*a, *a]\n", "anchors"),
        ("a: &a ['lol']\n" + "".join(f"{c}: &{c} [{', '.join(['*' + p] * 9)}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)), "anchors"),
        ("[" * 5000 + "]" * 5000, "nested"),
        ("a: " + "{b: " * 2000 + "x" + "}" * 2000, "nested"),
        ("- x\n" * 100_000, "values"),
        ("a: !!python/object/apply:os.system ['true']", "tags"),
        ("a: [1, 2\nb: 3", "fi.yaml:"),
        ("a: \x07", "fi.yaml"),
        ("", "fi.yaml"),
        ("just text", "fi.yaml"),
    ],
    ids=["alias", "bomb", "deep-list", "deep-map", "many", "tag", "broken", "control", "empty", "text"],
)  # fmt: skip
def test_what_would_grow_or_is_no_pack_is_refused(folder: Path, content: str, said: str) -> None:
    (folder / "vahvistin" / "fi.yaml").write_text(content, encoding="utf-8")
    assert said in problem(folder)


def test_bytes_that_are_no_text_are_refused(folder: Path) -> None:
    (folder / "vahvistin" / "fi.yaml").write_bytes(b"name: \xff\xfe")
    assert "UTF-8" in problem(folder)


def test_a_hundred_megabytes_are_refused_unread(folder: Path) -> None:
    with (folder / "vahvistin" / "fi.yaml").open("wb") as file:
        file.truncate(100 * 1024 * 1024)  # a sparse file: the size without the bytes
    assert str(MOST_BYTES) in problem(folder)


def test_another_slug_than_the_folders_name_is_refused(folder: Path) -> None:
    (folder / "vahvistin").rename(folder / "toinen")
    with pytest.raises(PackProblem, match="slug"):
        Library(folder).programme("toinen")


@pytest.mark.parametrize("slug", ["", "..", "../vahvistin", "nothing", "vahvistin/", "VAHVISTIN", "\x00"])
def test_a_name_that_is_no_programme_is_refused(slug: str) -> None:
    with pytest.raises(Refusal) as raised:
        Library().programme(slug)
    assert raised.value.phrase == "programme-unknown"


def test_words_keep_right_to_left_names_in_their_place() -> None:
    said = phrase("left-post", "fi", {"name": "أمل"})
    assert "\u2068أمل\u2069" in said
    assert "\u2068" not in phrase("left-post", "fi", {"name": "Aino 🌿"})
