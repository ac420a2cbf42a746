"""Whatever the code says has words in every language, with the values that the code gives."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

import bot
from bot.content.language_file import FOLDER, spoken
from bot.content.library import Library
from bot.content.phrases_file import phrase, phrase_ids
from bot.core.kinds import KINDS
from bot.core.model import Floor, Seen
from bot.core.register import COMMANDS, MENUS, USES
from bot.core.uses.convening.trouble import REASONS

SOURCES = Path(bot.__file__).parent
BUILT_IN = {"label", "language-name", "zone-city"}
"""Ids that the library answers without a phrase of its own."""


@dataclass(frozen=True)
class Said:
    """One say, told or Refusal: `id` is a pattern where the code puts it together, `values` None where unknown."""

    where: str
    pattern: str
    values: frozenset[str] | None


def said_in(path: Path) -> Iterator[Said]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    ours = set(ours_in(tree))
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
            continue
        if node.func.id not in ours:
            continue
        whole = not any(keyword.arg is None for keyword in node.keywords)
        values = frozenset(str(keyword.arg) for keyword in node.keywords) if whole else None
        for pattern in patterns(node.args[0]):
            yield Said(f"{path.relative_to(SOURCES.parent)}:{node.lineno}", pattern, values)


def ours_in(tree: ast.Module) -> Iterator[str]:
    """What the core's say, told and Refusal are called in a file; the command line has a `say` of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bot.core."):
            yield from (each.asname or each.name for each in node.names if each.name in {"say", "told", "Refusal"})
        elif isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in {"say", "told", "Refusal"}:
            if "phrase" in ast.dump(node):
                yield node.name


def patterns(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield re.escape(text)
        case ast.IfExp(body=body, orelse=orelse):
            yield from patterns(body)
            yield from patterns(orelse)
        case ast.JoinedStr(values=parts):
            yield "".join(re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in parts)


@cache
def all_said() -> list[Said]:
    found = {said for path in SOURCES.rglob("*.py") for said in said_in(path)}
    by_name = {said for said in found if said.pattern.replace("\\", "") not in BUILT_IN}
    return sorted(by_name, key=lambda said: (said.where, said.pattern))


@cache
def variables(language: str) -> dict[str, frozenset[str]]:
    """Every phrase's variables, by id."""
    found: dict[str, frozenset[str]] = {}
    for path in sorted((FOLDER / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path}: {entry.content}"
            if isinstance(entry, ftl.Message):
                names: set[str] = set()
                collect(entry.value, names)
                found[entry.id.name] = frozenset(names)
    return found


def collect(node: object, names: set[str]) -> None:
    if isinstance(node, ftl.VariableReference):
        names.add(node.id.name)
    for value in vars(node).values() if isinstance(node, ftl.BaseNode) else ():
        for each in value if isinstance(value, list) else [value]:
            collect(each, names)


def test_the_scan_sees_what_the_code_says() -> None:
    assert len(all_said()) > 150


@pytest.mark.parametrize("language", spoken())
def test_everything_that_is_said_has_words_and_gets_its_values(language: str) -> None:
    missing, there = [], variables(language)
    for said in all_said():
        ids = [name for name in there if re.fullmatch(said.pattern, name)]
        if not ids:
            missing.append(f"{said.where}: there is no phrase {said.pattern}")
        lacking = there[ids[0]] - said.values if said.values is not None and len(ids) == 1 else None
        if lacking:
            missing.append(f"{said.where}: {ids[0]} is not given {sorted(lacking)}")
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", spoken())
def test_all_languages_have_the_same_phrases_with_the_same_values(language: str) -> None:
    first, here = variables(spoken()[0]), variables(language)
    assert set(here) == set(first)
    assert {name: here[name] for name in here if here[name] != first[name]} == {}


@pytest.mark.parametrize("language", spoken())
def test_every_use_kind_and_reason_has_its_words(language: str) -> None:
    wanted = {f"command-{word}" for word in COMMANDS}
    wanted |= {f"submit-{word}" for word, use in USES.items() if use.take}
    wanted |= {f"kind-{kind}" for kind in KINDS}
    wanted |= {f"why-{reason}" for reason in (*REASONS, "other")}
    wanted |= {f"floor-{floor}" for floor in Floor} | {f"reason-title-{seen}" for seen in Seen}
    assert wanted - phrase_ids(language) == set()


def test_every_command_is_a_use() -> None:
    assert set(COMMANDS) <= set(USES)


def test_a_command_word_means_one_thing_in_all_languages() -> None:
    meanings: dict[str, set[str]] = {}
    library = Library()
    for language in spoken():
        for use in COMMANDS:
            word = phrase(f"command-{use}", language, {})
            assert re.fullmatch(r"[a-z0-9_]{1,32}", plain(word)), f"{word} cannot be typed as a command"
            for typed in (word, word.upper(), plain(word)):
                meanings.setdefault(typed.lower(), set()).add(use)
                assert library.command(typed) == use, f"/{typed} in {language}"
    assert {word: uses for word, uses in meanings.items() if len(uses) > 1} == {}


@pytest.mark.parametrize("language", spoken())
def test_every_command_has_a_word_of_its_own_and_a_line_for_menus(language: str) -> None:
    words = [phrase(f"command-{use}", language, {}) for use in COMMANDS]
    assert len(set(words)) == len(words)
    for use in COMMANDS:
        line = phrase(f"about-{use}", language, {})
        assert 3 <= len(line) <= 60, line
        assert line[0].islower(), line
        assert line[-1] not in ".!", line
        assert "\n" not in line


def test_menus_offer_what_there_is_each_thing_once() -> None:
    assert set(MENUS) == {"group", "private", "convener"}
    for words in MENUS.values():
        assert set(words) <= set(COMMANDS)
        assert len(set(words)) == len(words)
    assert set(MENUS["private"]) < set(MENUS["convener"])
    assert set(MENUS["group"]) | set(MENUS["convener"]) | {"start", "id"} == set(COMMANDS)


def test_the_first_word_is_the_same_in_every_language() -> None:
    assert {phrase("command-start", language, {}) for language in spoken()} == {"start"}


def plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def test_a_value_or_phrase_that_is_missing_is_an_error_and_never_a_blank() -> None:
    with pytest.raises(LookupError):
        phrase("no-such-phrase", "fi", {})
    with pytest.raises(LookupError):
        phrase("left-post", "fi", {})
