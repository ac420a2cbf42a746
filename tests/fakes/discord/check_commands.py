"""Holds commands against the rules, with their options, choices and translations."""

from typing import Any

from tests.fakes.discord.check import hold, one_of
from tests.fakes.discord.errors import Path, Wrongs
from tests.fakes.discord.rules import (
    CHOICES,
    COMMAND_CHARACTERS,
    COMMANDS,
    LOCALES,
    OPTIONS,
    command_name,
)

Fields = dict[str, Any]
SUBCOMMAND, GROUP = 1, 2
CHAT = 1


def in_all(commands: Any) -> None:
    """Every command of the bot at once; raises `Refused`."""
    wrong = Wrongs()
    if not isinstance(commands, list):
        wrong.add((), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        wrong.refuse()
    if len(commands) > COMMANDS:
        wrong.add((), "APPLICATION_COMMAND_TOO_MANY", f"Maximum number of application commands reached ({COMMANDS})")
    names: set[tuple[int, Any]] = set()
    for number, each in enumerate(commands):
        _command(each, (number,), wrong)
        if isinstance(each, dict):
            key = (each.get("type") or CHAT, each.get("name"))
            if key in names:
                wrong.add((number,), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
            names.add(key)
    wrong.refuse()


def _command(command: Any, at: Path, wrong: Wrongs) -> None:
    if not hold("command", command, at, wrong):
        return
    if (command.get("type") or CHAT) != CHAT:
        return
    if not command.get("description"):
        wrong.add((*at, "description"), "BASE_TYPE_REQUIRED", "This field is required")
    _named(command, at, wrong)
    for each in command.get("contexts") or []:
        one_of(each, {0, 1, 2}, (*at, "contexts"), wrong)
    for each in command.get("integration_types") or []:
        one_of(each, {0, 1}, (*at, "integration_types"), wrong)
    _options(command, at, wrong, {SUBCOMMAND, GROUP, *OPTIONS})
    if letters(command) > COMMAND_CHARACTERS:
        wrong.add(at, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({COMMAND_CHARACTERS})")


def _named(thing: Fields, at: Path, wrong: Wrongs) -> None:
    """Names and descriptions, in the bot's own words and in every translation."""
    names = {("name",): thing["name"]}
    names |= {("name_localizations", code): each for code, each in (thing.get("name_localizations") or {}).items()}
    for where, name in names.items():
        if not isinstance(name, str) or not command_name(name):
            wrong.add((*at, *where), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    for field in ("name_localizations", "description_localizations"):
        for code, each in (thing.get(field) or {}).items():
            one_of(code, LOCALES, (*at, field), wrong)
            if field.startswith("description") and not 1 <= len(each or "") <= 100:
                wrong.add((*at, field, code), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")


def _options(thing: Fields, at: Path, wrong: Wrongs, allowed: set[int]) -> None:
    options = thing.get("options") or []
    kinds = [each.get("type") if isinstance(each, dict) else None for each in options]
    if any(kind in {SUBCOMMAND, GROUP} for kind in kinds) and not all(kind in {SUBCOMMAND, GROUP} for kind in kinds):
        wrong.add(
            (*at, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-command and sub-command group option types are mutually exclusive to all other types",
        )  # fmt: skip
    seen: set[Any] = set()
    optional = False
    for number, each in enumerate(options):
        here = (*at, "options", number)
        kind = kinds[number]
        if kind not in allowed:
            one_of(kind, allowed, (*here, "type"), wrong)
            continue
        if not hold(OPTIONS[kind], each, here, wrong):
            continue
        _named(each, here, wrong)
        if each["name"] in seen:
            wrong.add((*here, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
        seen.add(each["name"])
        if each.get("required") and optional:
            wrong.add(
                here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )  # fmt: skip
        optional = optional or not each.get("required")
        if kind == GROUP:
            _options(each, here, wrong, {SUBCOMMAND})
        elif kind == SUBCOMMAND:
            _options(each, here, wrong, set(OPTIONS) - {SUBCOMMAND, GROUP})
        elif kind in CHOICES:
            _choices(each, here, wrong)


def _choices(option: Fields, at: Path, wrong: Wrongs) -> None:
    choices = option.get("choices") or []
    if choices and option.get("autocomplete"):
        wrong.add(at, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", "Choices and autocomplete exclude each other")
    names = set()
    for number, each in enumerate(choices):
        here = (*at, "choices", number)
        if not hold(CHOICES[option["type"]], each, here, wrong):
            continue
        if each["name"] in names:
            wrong.add(
                here, "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", "Option choice name already exists"
            )
        names.add(each["name"])
        for code, text in (each.get("name_localizations") or {}).items():
            one_of(code, LOCALES, (*here, "name_localizations"), wrong)
            if not 1 <= len(text or "") <= 100:
                wrong.add(
                    (*here, "name_localizations", code), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length."
                )


def letters(thing: Fields) -> int:
    """How many characters names, descriptions and values have; of translations the longest counts."""
    found = 0
    for field in ("name", "description"):
        own = [str(thing.get(field) or ""), *map(str, (thing.get(f"{field}_localizations") or {}).values())]
        found += max(map(len, own))
    found += len(str(thing.get("value", "")))
    inner = [*(thing.get("options") or []), *(thing.get("choices") or [])]
    return found + sum(letters(each) for each in inner)
