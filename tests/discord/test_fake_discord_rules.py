"""The stand-in's own rules, held against Discord's description of its API where there is one."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.discord import rules
from tests.fakes.discord.api import HANDLERS
from tests.fakes.discord.rules import FORMS, SPEC, STRICTER, Rule

DESCRIBED = Path(__file__).resolve().parents[2].parent / "shared/specs/discord-openapi-v10.json"
KINDS = {
    "string": {"text"}, "integer": {"number"}, "number": {"number"}, "boolean": {"bool"}, "array": {"list"},
    "object": {"object"},
}  # fmt: skip


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    if not DESCRIBED.exists():
        pytest.skip(f"DISCORD'S DESCRIPTION IS NOT AT {DESCRIBED}: THE STAND-IN'S RULES ARE NOT HELD AGAINST ANYTHING")
    return json.loads(DESCRIBED.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def schemas(described: dict[str, Any]) -> dict[str, Any]:
    return described["components"]["schemas"]


def limits(field: dict[str, Any]) -> tuple[int | None, int | None]:
    """The least and the most that a field's description names."""
    least = next((field[name] for name in ("minLength", "minItems", "minimum") if name in field), None)
    most = next((field[name] for name in ("maxLength", "maxItems", "maximum") if name in field), None)
    return least or None, most


def constants(schemas: dict[str, Any], name: str) -> set[Any]:
    return {each["const"] for each in schemas[name]["oneOf"]}


def test_every_form_has_its_schema(schemas: dict[str, Any]) -> None:
    assert FORMS.keys() == SPEC.keys()
    assert set(SPEC.values()) <= schemas.keys()


@pytest.mark.parametrize("form", FORMS)
def test_a_form_takes_what_discord_says(schemas: dict[str, Any], form: str) -> None:
    schema = schemas[SPEC[form]]
    for name, rule in FORMS[form].items():
        field = schema["properties"][name]
        if (form, name) not in STRICTER:
            assert rule.required == (name in schema.get("required", [])), name
        kinds = field.get("type")
        if kinds is None or "contentEncoding" in field:
            continue
        kinds = [kinds] if isinstance(kinds, str) else kinds
        assert any(rule.kind in KINDS.get(each, set()) for each in kinds) or rule.kind == "any", name
        if rule.kind != "any":
            assert_fits(form, name, rule, limits(field))


def assert_fits(form: str, name: str, rule: Rule, written: tuple[int | None, int | None]) -> None:
    mine = (rule.least or None, rule.most)
    if (form, name) not in STRICTER:
        # Whole numbers of JavaScript and numbers of 64 bits bound what nobody would send.
        assert mine == written or (mine == (None, None) and rule.kind == "number"), (form, name, mine, written)
        return
    least, most = written
    assert (rule.least or 0) >= (least or 0)
    assert most is None or (rule.most is not None and rule.most <= most)


def test_no_required_field_is_left_out(schemas: dict[str, Any]) -> None:
    for form, schema in SPEC.items():
        needed = set(schemas[schema].get("required", [])) - {"type"}
        assert needed <= FORMS[form].keys(), form


def test_whoever_is_stricter_says_why() -> None:
    assert all(name in FORMS[form] and why for (form, name), why in STRICTER.items())


def test_numbers_mean_what_discord_says(schemas: dict[str, Any]) -> None:
    assert constants(schemas, "AvailableLocalesEnum") == rules.LOCALES
    assert constants(schemas, "ButtonStyleTypes") == rules.BUTTON_STYLES
    assert constants(schemas, "InteractionCallbackTypes") == rules.CALLBACKS
    assert constants(schemas, "ThreadAutoArchiveDuration") == rules.ARCHIVE_MINUTES
    assert constants(schemas, "TextInputStyleTypes") == rules.INPUT_STYLES
    assert constants(schemas, "AllowedMentionTypes") == rules.MENTIONS
    assert constants(schemas, "ApplicationCommandOptionType") == set(rules.OPTIONS)
    assert constants(schemas, "GuildScheduledEventStatuses") == rules.EVENT_STATUSES
    assert constants(schemas, "GuildScheduledEventEntityTypes") - {0} == rules.EVENT_KINDS
    components = {
        each["const"]: each["title"].replace("_", " ").lower() for each in schemas["MessageComponentTypes"]["oneOf"]
    }
    assert all(components[number] == name for number, name in rules.IN_ROWS.items())
    assert rules.ROW == 1
    assert components[rules.LABEL] == "label"
    assert {components[each] for each in rules.LAID_OUT} == {
        "action row",
        "section",
        "text display",
        "separator",
        "container",
    }


def test_a_row_a_message_and_a_label_hold_the_kinds_that_discord_names(schemas: dict[str, Any]) -> None:
    def kinds(schema: str, field: str) -> set[int]:
        inner = schemas[schema]["properties"][field]
        names = [each["$ref"].rpartition("/")[2] for each in inner.get("items", inner)["oneOf"]]
        return {schemas[name]["properties"]["type"]["enum"][0] for name in names}

    assert kinds("ActionRowComponentForMessageRequest", "components") == set(rules.IN_ROWS)
    # Files and pictures (13, 12) are not carried in a message, nor a file field (19) in a form.
    assert kinds("MessageCreateRequest", "components") - {12, 13} == set(rules.LAID_OUT)
    assert kinds("LabelComponentForModalRequest", "component") - {19} == set(rules.IN_LABELS)
    assert kinds("ModalInteractionCallbackRequestData", "components") == {1, 10, 18}


def test_the_routes_are_discords(described: dict[str, Any]) -> None:
    import re

    def bare(path: str) -> str:
        return re.sub(r"\{[^}]*\}", "{}", path)

    known = {(method.upper(), bare(path)) for path, methods in described["paths"].items() for method in methods}
    # Neither stands in the description, and both are in use: the first by who has not yet followed, the second by all.
    beside = {("DELETE", "/users/@me/guilds/{}"), ("GET", "/oauth2/applications/@me")}
    assert HANDLERS.keys() <= known | beside
