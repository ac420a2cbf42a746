"""Packs that want to hurt: each is refused soon, in little memory, and with lines that say what is wrong."""

import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
import yaml

from bot.content.pack_file import MOST_BYTES, PackProblem
from bot.content.programme_folder import MOST_FILES, load_programme
from tests.content.packs import made, within, words

MEGABYTE = 1024 * 1024


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path)


def refused(folder: Path) -> PackProblem:
    """Refused in a second of the processor and 50 MB, in lines that can be printed."""
    with within(1.0), pytest.raises(PackProblem):
        load_programme(folder)
    tracemalloc.start()  # apart, since it makes everything several times slower
    with pytest.raises(PackProblem) as raised:
        load_programme(folder)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50 * MEGABYTE
    for problem in raised.value.problems:
        assert str(problem).isprintable()
        assert len(str(problem)) < 1000
    assert str(raised.value).isprintable()
    return raised.value


def bomb(levels: int = 9) -> str:
    lines = ["a0: &a0 [lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines)


CONTENTS: dict[str, tuple[bytes, str]] = {
    "a bomb of aliases": (bomb().encode(), "anchors"),
    "5,000 brackets": (b"[" * 5000 + b"]" * 5000, "nested"),
    "half a million brackets": (b"[" * (MOST_BYTES - 1), "nested"),
    "maps in maps": (b"{a: " * 5000, "nested"),
    "maps as keys": (b"? " * 20_000 + b"x", "fi.yaml"),
    "a very long line": (b"name: " + b"x" * (MOST_BYTES - 100), "characters and may have"),
    "one key of half a megabyte": (b"k" * (MOST_BYTES - 10) + b": x", "fi.yaml"),
    "a quoted key of half a megabyte": (b'"' + b"k" * (MOST_BYTES - 10) + b'": x', "fi.yaml"),
    "thousands of keys": ("".join(f"key{n}: x\n" for n in range(9000)).encode(), "nothing that Piiri knows"),
    "tens of thousands of keys": ("".join(f"k{n}: x\n" for n in range(40_000)).encode(), "values"),
    "the same key thousands of times": (b"name: x\n" * 9000, "a second time"),
    "thousands of sessions": (b"sessions:\n" + "".join(f"  s{n}: {{}}\n" for n in range(6000)).encode(), "is missing"),
    "many documents": (b"--- x\n" * 5000, "second part"),
    "a merge key": (b"<<: {name: x}\nlanguage: fi\n", "nothing that Piiri knows"),
    "a merge of an alias": (b"x: &x {name: y}\n<<: *x\n", "anchors"),
    "NULs": (b"\x00" * 1000, "U+0000"),
    "a NUL in the middle": (b"name: a\x00b", "U+0000"),
    "UTF-16": ("name: Polku".encode("utf-16"), "UTF-8"),
    "UTF-32": ("name: Polku".encode("utf-32"), "UTF-8"),
    "half a character": (b"name: \xc3", "UTF-8"),
    "a lone surrogate": (b"name: \xed\xa0\x80", "UTF-8"),
    "a lone surrogate as an escape": (b'name: "\\udc00"', "no character"),
    "two marks before the text": (b"\xef\xbb\xbf\xef\xbb\xbfname: x", "fi.yaml"),
    "only tabs": (b"\t\t\t", "fi.yaml"),
    "tabs for spaces": (b"flow:\n\tarrive: x", "tab"),
    "a tag that runs something": (b"!!python/object/apply:os.system ['true']", "tags"),
    "a tag on a text": (b"name: !!binary aGVp", "tags"),
    "another version": (b"%YAML 9.9\n---\nname: x", "fi.yaml"),
    "a directive of its own": (b"%TAG ! tag:x,2000:\n---\nname: !x y", "tags"),
    "a list": (b"- x\n" * 100, "is a list; write what belongs to it"),
    "a text": (b"hei", "is “hei”; write what belongs to it"),
    "nothing": (b"", "is empty; write what belongs to it"),
    "only a comment": (b"# later", "is empty; write what belongs to it"),
    "an archive": (b"PK\x03\x04" + bytes(range(256)) * 50, "fi.yaml"),
}  # fmt: skip


@pytest.mark.parametrize("what", CONTENTS)
@pytest.mark.parametrize("name", ["fi.yaml", "programme.yaml"])
def test_what_wants_to_hurt_is_refused(folder: Path, what: str, name: str) -> None:
    content, said = CONTENTS[what]
    (folder / name).write_bytes(content)
    problems = refused(folder).problems
    if name == "fi.yaml":
        assert any(said in str(problem) for problem in problems), problems


@pytest.mark.parametrize("what", CONTENTS)
def test_the_reader_that_is_all_python_is_as_safe(folder: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    monkeypatch.setattr("bot.content.pack_file.LOADER", yaml.BaseLoader)
    (folder / "fi.yaml").write_bytes(CONTENTS[what][0])
    with pytest.raises(PackProblem) as raised:
        load_programme(folder)
    assert str(raised.value).isprintable()


def test_a_hundred_megabytes_are_refused_unread(folder: Path) -> None:
    with (folder / "fi.yaml").open("wb") as file:
        file.truncate(100 * MEGABYTE)
    assert str(MOST_BYTES) in str(refused(folder))


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    (folder / "fi.yaml").unlink()
    os.mkfifo(folder / "fi.yaml")
    assert "fi.yaml: is no file with text in it" in str(refused(folder))


def test_a_folder_in_the_place_of_a_file_is_refused(folder: Path) -> None:
    (folder / "fi.yaml").unlink()
    (folder / "fi.yaml").mkdir()
    assert "fi.yaml: is no file with text in it" in str(refused(folder))


@pytest.mark.parametrize("target", ["/dev/zero", "/proc/self/environ", "/etc/hostname", "../elsewhere.yaml"])
def test_a_link_that_leads_out_of_the_folder_is_refused(folder: Path, target: str) -> None:
    (folder.parent / "elsewhere.yaml").write_text(words("fi"), encoding="utf-8")
    (folder / "fi.yaml").unlink()
    (folder / "fi.yaml").symlink_to(target)
    assert "fi.yaml: is " in str(refused(folder))


def test_a_link_within_the_folder_is_read(folder: Path) -> None:
    (folder / "..data").mkdir()
    (folder / "fi.yaml").rename(folder / "..data" / "fi.yaml")
    (folder / "fi.yaml").symlink_to("..data/fi.yaml")
    assert load_programme(folder)[0].languages == ("en", "fi")


def test_a_link_in_a_circle_is_refused(folder: Path) -> None:
    (folder / "fi.yaml").unlink()
    (folder / "fi.yaml").symlink_to("fi.yaml")
    assert "fi.yaml: cannot be read" in str(refused(folder))


def test_a_folder_of_ten_thousand_files_is_not_gone_through(folder: Path) -> None:
    for number in range(10_000):
        (folder / f"{number}.yaml").touch()
    assert f"has more than {MOST_FILES} files" in str(refused(folder))


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "polku").write_text("hei", encoding="utf-8")
    assert "polku: cannot be read (Not a directory)" in str(refused(tmp_path / "polku"))


def test_a_file_that_may_not_be_read_is_refused(folder: Path) -> None:
    (folder / "fi.yaml").chmod(0)
    if os.access(folder / "fi.yaml", os.R_OK):
        pytest.skip("this user reads everything")
    assert "cannot be read" in str(refused(folder))


SMALL = """
import resource, sys, time
from pathlib import Path
from bot.content.pack_file import PackProblem
from bot.content.programme_folder import load_programme

before = resource.getrusage(resource.RUSAGE_SELF)
try:
    load_programme(Path(sys.argv[1]))
except PackProblem as problem:
    after = resource.getrusage(resource.RUSAGE_SELF)
    print(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss - before.ru_maxrss)
    print(problem)
"""


@pytest.mark.parametrize(
    "what", ["a bomb of aliases", "half a million brackets", "thousands of keys", "tens of thousands of keys", "NULs"]
)
def test_the_heavy_ones_in_a_process_of_their_own(folder: Path, what: str) -> None:
    (folder / "fi.yaml").write_bytes(CONTENTS[what][0])
    done = subprocess.run([sys.executable, "-c", SMALL, folder], capture_output=True, text=True, timeout=30, check=True)
    figures, line = done.stdout.splitlines()
    seconds, kilobytes = figures.split()
    assert float(seconds) < 1
    assert int(kilobytes) < 50 * 1024
    assert CONTENTS[what][1] in line
