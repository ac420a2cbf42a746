"""What editors check programmes by says the same as Piiri does, and every programme of ours stands before it."""

import json
import re
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
import yaml

from bot.content.json_schema import FILES, schemas
from bot.content.library import PROGRAMMES
from bot.content.pack_file import read_tree
from bot.content.pack_types import type_problems
from bot.content.schema import Shape, Words
from tests.content.packs import SHAPE, words

DOCS = Path(__file__).parents[2] / "docs" / "schema"
TEMPLATE = PROGRAMMES.parent / "template"
OURS = sorted([*PROGRAMMES.glob("*/*.yaml"), *TEMPLATE.glob("*.yaml")])
CHECKS = {name: fastjsonschema.compile(json.loads(text)) for name, text in schemas().items()}


def schema_of(path: Path) -> str:
    return "programme.schema.json" if path.name == "programme.yaml" else "words.schema.json"


def taken(name: str, text: str) -> bool:
    """Whether an editor would be content, reading YAML as most programs do."""
    try:
        CHECKS[name](yaml.safe_load(text))
    except fastjsonschema.JsonSchemaException:
        return False
    return True


@pytest.mark.parametrize("name", FILES)
def test_the_published_schemas_are_those_of_the_code(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == schemas()[name], "write them anew: make docs"


@pytest.mark.parametrize("path", OURS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_of_ours_stands_before_them(path: Path) -> None:
    CHECKS[schema_of(path)](yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", sorted(TEMPLATE.glob("*.yaml")), ids=lambda path: path.name)
def test_the_example_tells_editors_where_its_schema_is(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=./{schema_of(path)}"


def test_a_programme_with_everything_stands_before_them() -> None:
    assert taken("programme.schema.json", SHAPE)
    assert taken("words.schema.json", words("fi"))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("programme.schema.json", "lead: rota", "led: rota"),
        ("programme.schema.json", "lead: rota", "lead: anybody"),
        ("programme.schema.json", "{least: 4", "{least: none"),
        ("programme.schema.json", "- id: meet", "- id: Meet Up"),
        ("words.schema.json", "tagline: A path that we keep together\n", ""),
        ("words.schema.json", "name: Polku", "name: " + "x" * 81),
        ("words.schema.json", "ground_rules: [Be kind., Be quiet., Be there.]", "ground_rules: [Be kind.]"),
        ("words.schema.json", "steps: [Tell., Listen.]", "steps: Tell."),
    ],
)
def test_an_editor_and_piiri_refuse_the_same(tmp_path: Path, name: str, old: str, new: str) -> None:
    text = SHAPE if name.startswith("programme") else words("fi")
    assert old in text
    text = text.replace(old, new, 1)
    path = tmp_path / "fi.yaml"
    path.write_text(text, encoding="utf-8")
    assert type_problems(str(path), read_tree(path)[0], FILES[name])
    assert not taken(name, text)


@pytest.mark.parametrize("text", ["1", "2.5", "yes", "no", "off", "true", "1_000", "0x1F", "1e3"])
def test_text_that_reads_as_something_else_needs_no_quotes(tmp_path: Path, text: str) -> None:
    changed = words("fi").replace("low: no,", f"low: {text},", 1)
    path = tmp_path / "fi.yaml"
    path.write_text(changed, encoding="utf-8")
    assert not type_problems(str(path), read_tree(path)[0], Words)
    assert taken("words.schema.json", changed)


def test_every_part_is_described_in_a_plain_sentence() -> None:
    for text in schemas().values():
        for described in parts(json.loads(text)):
            assert re.fullmatch(r"[“A-ZÅÄÖ].{5,160}[.]|\w+\.yaml", described["description"], re.DOTALL), described


def parts(schema: dict[str, Any]) -> list[dict[str, Any]]:
    found = [schema, *schema.get("definitions", {}).values()]
    found += [part for each in found for name, part in each.get("properties", {}).items() if name != "minutes"]
    return found


def test_the_schemas_are_of_the_structs_that_are_read() -> None:
    assert {"programme.schema.json": Shape, "words.schema.json": Words} == FILES
