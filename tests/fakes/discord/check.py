"""Holds what a request brings against the table of rules."""

from collections.abc import Callable
from typing import Any

from tests.fakes.discord.errors import Path, Wrongs
from tests.fakes.discord.rules import FORMS, Rule

Fields = dict[str, Any]


def hold(form: str, value: Any, at: Path, wrong: Wrongs) -> bool:
    """Whether an object's fields fit a form; what does not is added to `wrong`."""
    if not isinstance(value, dict):
        wrong.add(at, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
        return False
    before = len(wrong.found)
    for name, rule in FORMS[form].items():
        given = value.get(name)
        if given is None:
            if rule.required:
                wrong.add((*at, name), "BASE_TYPE_REQUIRED", "This field is required")
        else:
            KINDS[rule.kind](given, rule, (*at, name), wrong)
    return len(wrong.found) == before


def _text(value: Any, rule: Rule, at: Path, wrong: Wrongs) -> None:
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        wrong.add(at, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
        return
    value = str(value)
    if rule.least and not value:
        wrong.add(at, "BASE_TYPE_REQUIRED", "This field is required")
    else:
        _long(len(value), rule, at, wrong)


def _long(length: int, rule: Rule, at: Path, wrong: Wrongs) -> None:
    least, most = rule.least or 0, rule.most
    if least <= length and (most is None or length <= most):
        return
    if least and most is not None:
        wrong.add(at, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
    elif most is not None:
        wrong.add(at, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
    else:
        wrong.add(at, "BASE_TYPE_MIN_LENGTH", f"Must be {least} or more in length.")


def _number(value: Any, rule: Rule, at: Path, wrong: Wrongs) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        wrong.add(at, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
    elif rule.least is not None and value < rule.least:
        wrong.add(at, "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {rule.least}.")
    elif rule.most is not None and value > rule.most:
        wrong.add(at, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {rule.most}.")


def _list(value: Any, rule: Rule, at: Path, wrong: Wrongs) -> None:
    if not isinstance(value, list):
        wrong.add(at, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
    else:
        _long(len(value), rule, at, wrong)


def _bool(value: Any, rule: Rule, at: Path, wrong: Wrongs) -> None:
    if not isinstance(value, bool):
        wrong.add(at, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.")


def _object(value: Any, rule: Rule, at: Path, wrong: Wrongs) -> None:
    if not isinstance(value, dict):
        wrong.add(at, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")


def _id(value: Any, rule: Rule, at: Path, wrong: Wrongs) -> None:
    if not str(value).isdigit() or isinstance(value, bool):
        wrong.add(at, "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')


def _any(value: Any, rule: Rule, at: Path, wrong: Wrongs) -> None:
    """Takes anything; what it may be depends on other fields."""


KINDS: dict[str, Callable[[Any, Rule, Path, Wrongs], None]] = {
    "text": _text, "number": _number, "list": _list, "bool": _bool, "object": _object, "id": _id, "any": _any,
}  # fmt: skip


def one_of(value: Any, allowed: Any, at: Path, wrong: Wrongs) -> None:
    """Adds to `wrong` what is none of what is allowed."""
    if value not in allowed:
        wrong.add(at, "BASE_TYPE_CHOICES", f"Value must be one of {{{', '.join(map(str, sorted(allowed)))}}}.")
