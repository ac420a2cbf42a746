"""Holds what a call brings against the rules, and makes typed values of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from tests.fakes.telegram.errors import against_rules
from tests.fakes.telegram.rules import METHODS, OBJECTS, SCOPES, Rule

WHOLE = re.compile(r"-?\d{1,19}")
SCALARS = {"Integer": int, "String": str, "Boolean": bool}
REQUIRED = {name: {field for field, rule in rules.items() if rule.required} for name, rules in OBJECTS.items()}
NEEDED = {name: [field for field, rule in rules.items() if rule.required] for name, rules in METHODS.items()}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    data: bytes
    kind: str = "application/octet-stream"


def checked(method: str, given: Mapping[str, Any], *, typed: bool, files: Mapping[str, Upload]) -> dict[str, Any]:
    """The call's parameters as typed values.

    `typed` says whether they came as JSON; in a form everything is a string. Raises `Refused` for an unknown name, a
    missing one, a wrong type, and for what the stand-in does not carry.
    """
    rules = METHODS[method]
    values = {}
    for name, value in given.items():
        rule = rules.get(name)
        if rule is None:
            raise against_rules(f'unknown parameter "{name}" in {method}')
        if not rule.carried:
            raise against_rules(f'parameter "{name}" is not carried by the stand-in')
        values[name] = _value(name, value, rule, typed, files)
    for name in NEEDED[method]:
        if name not in values:
            raise against_rules(_missing(name))
    return values


def _missing(name: str) -> str:
    return {"text": "message text is empty", "chat_id": "chat_id is empty"}.get(name, f'parameter "{name}" is required')


def _value(name: str, value: Any, rule: Rule, typed: bool, files: Mapping[str, Upload]) -> Any:
    if "InputFile" in rule.types:
        return _file(name, value, rule, files)
    if not isinstance(value, str):
        return _fit(value, rule.types, name)
    if "String" in rule.types:
        return int(value) if "Integer" in rule.types and WHOLE.fullmatch(value) else value
    if rule.types[0] in SCALARS:
        return _fit(value if typed else _from_form(value), rule.types, name)
    try:
        decoded = msgspec.json.decode(value)
    except msgspec.DecodeError as error:
        raise against_rules(f"can't parse {name} JSON object") from error
    return _fit(decoded, rule.types, name)


def _from_form(value: str) -> Any:
    if WHOLE.fullmatch(value):
        return int(value)
    return {"true": True, "false": False}.get(value.lower(), value)


def _file(name: str, value: Any, rule: Rule, files: Mapping[str, Upload]) -> Any:
    if isinstance(value, Upload):
        return value
    if isinstance(value, str) and value.startswith("attach://"):
        attached = files.get(value.removeprefix("attach://"))
        if attached is None:
            raise against_rules(f'there is no attached file for "{name}"')
        return attached
    if isinstance(value, str) and value and "String" in rule.types:
        return value
    raise against_rules(f'parameter "{name}" must be a file')


def _fit(value: Any, types: tuple[str, ...], where: str) -> Any:
    for name in types:
        if _fits(value, name, where):
            return value
    raise against_rules(f'"{where}" must be {" or ".join(types)}')


def _fits(value: Any, name: str, where: str) -> bool:
    plain = SCALARS.get(name)
    if plain is not None:
        return type(value) is plain
    if name.endswith("[]"):
        if not isinstance(value, list):
            return False
        inner = (name[:-2],)
        for each in value:
            _fit(each, inner, where)
        return True
    if not isinstance(value, dict):
        return False
    if name == "BotCommandScope":
        name = SCOPES.get(value.get("type", ""), "")
    rules = OBJECTS.get(name)
    if rules is None or not value.keys() >= REQUIRED[name]:
        return False
    for field, inner_value in value.items():
        rule = rules.get(field)
        if rule is None:
            raise against_rules(f'unknown field "{field}" in {name} at "{where}"')
        if not rule.carried:
            raise against_rules(f'field "{field}" of {name} is not carried by the stand-in')
        _fit(inner_value, rule.types, field)
    return True
