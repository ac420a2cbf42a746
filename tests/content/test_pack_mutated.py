"""Ten thousand packs spoilt at random: each is either whole or refused in lines, and none costs much.

The look that says where a thing is wrong must see exactly what the types do not take.
"""

import random
import re
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from bot.content.pack_file import PackProblem, read_tree
from bot.content.pack_types import type_problems
from bot.content.programme_folder import load_programme
from bot.content.schema import Shape, Words
from tests.content.packs import SHAPE, made, within, words

PACKS = 10_000
SLICES = 10
"""So many packs, in as many tests, so that the cores share them."""

LONGEST = 1.0
"""Seconds of the processor that one pack may take."""

MOST_MEMORY = 50 * 1024 * 1024

BITS = [
    "", " ", "\n", "\t", "\r\n", ":", ": ", "- ", "-", "#", "&a ", "*a", "!", "!!int ", "|", "|-\n", ">-\n", "[", "]", "{", "}",
    ",", "'", '"', "---\n", "...\n", "%", "@", "`", "?", "? ", "<<: ", "~", "null", "yes", "no", "off", "0", "-1", "1e3", "1.0", "999999",
    "x", "ä", "🌿", "\u202e", "\x00", "\x07", "\x85", "\u2028", "\ufeff", "\ud7ff", "\\u0000", "\\ud800", "first", "chosen", "all", "pairs",
    "subgroups", "north", "x" * 250, "k: " * 20, "[" * 30, "{a: " * 15, "a: b\n" * 50,
]  # fmt: skip

SHORT = re.sub(r"(Somebody walks here[^.]*\. )+", "Come. ", words("fi"))

Mutation = Callable[[random.Random, str], str]


def _put(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(BITS) + text[at:]


def _cut(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice([1, 2, 5, 20, 200]) :]


def _line(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = chance.choice(["  ", "    ", "\t", ""]) + lines[at].lstrip(" ")
        case _:
            lines[at] = lines[at].partition(":")[0] + ": " + chance.choice(BITS) + "\n"
    return "".join(lines)


def _word(chance: random.Random, text: str) -> str:
    """One word of the file in the place of another."""
    found = text.split()
    return text.replace(chance.choice(found), chance.choice([*found, *BITS]), 1) if found else text


def _byte(chance: random.Random, text: str) -> str:
    raw = bytearray(text.encode("utf-8", "surrogatepass"))
    if raw:
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    return raw.decode("utf-8", "surrogateescape")


MUTATIONS: list[Mutation] = [_put, _put, _cut, _line, _line, _word, _word, _byte]


def spoilt(chance: random.Random, text: str) -> bytes:
    for _ in range(chance.choice([1, 1, 1, 2, 3, 8])):
        text = chance.choice(MUTATIONS)(chance, text)
    return text.encode("utf-8", "surrogateescape")


@pytest.mark.parametrize("part", range(SLICES))
def test_a_spoilt_pack_is_whole_or_refused_in_lines(shelter: Path, part: int) -> None:
    chance = random.Random(part)
    folder = made(shelter / f"mutated-{part}", "fi")
    texts = {"programme.yaml": SHAPE, "fi.yaml": SHORT}
    refused = 0
    for number in range(PACKS // SLICES):
        name = chance.choice(["programme.yaml", "fi.yaml"])
        content = spoilt(chance, texts[name])
        (folder / name).write_bytes(content)
        measured = number % 50 == 0
        if measured:
            tracemalloc.start()
        with within(LONGEST):
            try:
                load_programme(folder)
            except PackProblem as problem:
                refused += 1
                lines = [str(each) for each in problem.problems]
            else:
                lines = ["whole"]
        assert lines
        assert all(line.isprintable() and len(line) < 1000 for line in lines), content
        if measured:
            assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY, content
            tracemalloc.stop()
        (folder / name).write_text(texts[name], encoding="utf-8")
    assert refused > PACKS // SLICES // 2, "the mutations spoil too little to tell anything"
    load_programme(folder)


@pytest.mark.parametrize("part", range(4))
def test_the_look_sees_what_the_types_do_not_take_and_nothing_else(tmp_path: Path, part: int) -> None:
    chance = random.Random(100 + part)
    path, agreed = tmp_path / "fi.yaml", 0
    for _ in range(400):
        kind, text = chance.choice([(Shape, SHAPE), (Words, words("fi"))])
        for _ in range(chance.choice([1, 1, 2])):
            text = chance.choice([_line, _word])(chance, text)
        path.write_text(text, encoding="utf-8")
        try:
            tree, _ = read_tree(path)
        except PackProblem:
            continue
        try:
            msgspec.convert(tree.plain(), kind, strict=False)
            wrong = ""
        except msgspec.ValidationError as error:
            wrong = str(error)
        found = type_problems(str(path), tree, kind)
        assert bool(found) == bool(wrong), (wrong, found, text)
        agreed += 1
    assert agreed > 100
