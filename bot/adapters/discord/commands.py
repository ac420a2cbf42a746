"""The slash commands as Discord registers them, in all languages. Pure; nothing of them is asked of the library."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from bot.adapters.discord.read import EMPTY, ROOT
from bot.core.letters import plain
from bot.core.outgoing import say
from bot.core.ports import Library
from bot.core.register import BRANCHES, COMMANDS, USES
from bot.core.uses.founding.setup_form import choices

_SUBCOMMAND, _BRANCH, _STRING, _ROLE = 1, 2, 3, 8
_HERE_AND_IN_PRIVATE = [0, 1]
_INTO_SERVERS = [0]

BRANCH = {word: branch for branch, words in BRANCHES.items() for word in words}
"""What only conveners do, and what is wanted less often, has a branch of its own: a command has room for 25."""

ALL = tuple(word for word in COMMANDS if word != "start")


def tree(library: Library, without: Collection[str] = ()) -> list[dict[str, Any]]:
    """All of it: one command with a word for each use, `without` those that this house has nothing for."""
    flat = [_use(word, library) for word in ALL if word not in {*BRANCH, *without}]
    parted = {branch: [word for word in words if word not in without] for branch, words in BRANCHES.items()}
    branches = [_branch(branch, words, library) for branch, words in parted.items() if words]
    root = {"type": 1, "name": ROOT, **_described("root-about", library), "options": [*flat, *branches]}
    return [root | {"contexts": _HERE_AND_IN_PRIVATE, "integration_types": _INTO_SERVERS}]


def _branch(branch: str, words: Sequence[str], library: Library) -> dict[str, Any]:
    said = _named(f"branch-{branch}", library) | _described(f"branch-{branch}-about", library)
    return {"type": _BRANCH, **said, "options": [_use(word, library) for word in words]}


def path(use: str, word: str, library: Library) -> str:
    """How a command is called here, in the language of its word."""
    own = _words(library, f"command-{use}")
    language = next((code for code in library.languages() if plain(own[code]) == plain(word)), "en")
    branch = [_words(library, f"branch-{BRANCH[use]}")[language]] if use in BRANCH else []
    return " ".join([ROOT, *branch, own[language]])


def _use(word: str, library: Library) -> dict[str, Any]:
    said = _named(f"command-{word}", library) | _described(f"about-{word}", library)
    options = list(_options(word, library))
    return {"type": _SUBCOMMAND, **said, **({"options": options} if options else {})}


def _options(word: str, library: Library) -> Iterator[dict[str, Any]]:
    """What may be given along with a command: a meeting, a time, or whatever its form has to choose from."""
    if word == "setup":
        for field in choices(library):
            given = [_choice(option.value or EMPTY, option.label, library) for option in field.options]
            yield _option(field.name, f"setup-{field.name}", library) | {"choices": given}
        yield _option("zone", "setup-zone", library) | {"autocomplete": True}
    elif word == "extras":
        for name in ("events", "threads"):
            given = [_choice(value, say(f"extras-{value}"), library) for value in ("on", "off")]
            yield _option(name, f"extras-{name}", library) | {"choices": given}
        yield _option("role", "extras-role", library, _ROLE)
    else:
        if word in {"move", "add"}:
            yield _option("when", "option-when-about", library) | {"autocomplete": True}
        if USES[word].about == "meeting":
            yield _option("meeting", "option-meeting-about", library) | {"autocomplete": True}


def _option(name: str, about: str, library: Library, kind: int = _STRING) -> dict[str, Any]:
    """An option goes by its field's name; what people see of it is in their language."""
    own = _locales(f"option-{name}", library)
    own["en-US"] = own["en-GB"] = _words(library, f"option-{name}")["en"]
    return {"type": kind, "name": name, "name_localizations": own, **_described(about, library), "required": False}


def _choice(value: str, label: Any, library: Library) -> dict[str, Any]:
    own = {locale: library.text(label, code) for code, locale in _codes(library)}
    return {"name": library.text(label, "en"), "name_localizations": own, "value": value}


def _named(phrase: str, library: Library) -> dict[str, Any]:
    return {"name": _words(library, phrase)["en"], "name_localizations": _locales(phrase, library)}


def _described(phrase: str, library: Library) -> dict[str, Any]:
    words = _words(library, phrase)
    return {"description": words["en"], "description_localizations": _locales(phrase, library)}


def _locales(phrase: str, library: Library) -> dict[str, str]:
    words = _words(library, phrase)
    return {locale: words[code] for code, locale in _codes(library)}


def _codes(library: Library) -> list[tuple[str, str]]:
    """Our languages, each with what Discord calls it; English is what stands where nothing is said."""
    return [(code, locale) for code in library.languages() for locale in library.discord_codes(code)]


def _words(library: Library, phrase: str) -> dict[str, str]:
    return {code: library.text(say(phrase), code) for code in library.languages()}
