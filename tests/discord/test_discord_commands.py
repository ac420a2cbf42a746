"""The commands as Discord takes them: its limits kept, every use reachable, in three languages."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.adapters.discord.commands import BRANCH, path, tree
from bot.content.library import Library
from bot.core.register import COMMANDS
from bot.core.uses.founding.setup_form import choices

LIBRARY = Library()
(ROOT,) = tree(LIBRARY)
NAME = re.compile(r"^[-_\w]{1,32}$")
LOCALES = {"fi", "sv-SE", "en-US", "en-GB"}


def everything(node: dict[str, Any] = ROOT) -> Iterator[dict[str, Any]]:
    yield node
    for option in node.get("options", ()):
        yield from everything(option)


def words(node: dict[str, Any] = ROOT) -> Iterator[dict[str, Any]]:
    return (each for each in everything(node) if each is not ROOT and each["type"] == 1)


def names(node: dict[str, Any]) -> Iterator[str]:
    yield node["name"]
    yield from node.get("name_localizations", {}).values()


@pytest.mark.parametrize("node", [*everything()], ids=lambda node: node["name"])
def test_names_and_descriptions_are_such_as_discord_takes(node: dict[str, Any]) -> None:
    for name in names(node):
        assert NAME.match(name), name
        assert name == name.lower()
    for text in (node["description"], *node["description_localizations"].values()):
        assert 1 <= len(text) <= 100, text
    assert set(node.get("name_localizations", {})) <= LOCALES
    assert set(node["description_localizations"]) == {"fi", "sv-SE"}
    assert len(node.get("options", ())) <= 25
    choices_here = node.get("choices", ())
    assert len(choices_here) <= 25
    for choice in choices_here:
        assert all(1 <= len(name) <= 100 for name in names(choice))
        assert choice["value"]


@pytest.mark.parametrize("locale", ["", "fi", "sv-SE"])
def test_no_two_go_by_one_name_in_any_language(locale: str) -> None:
    for node in everything():
        here = [option.get("name_localizations", {}).get(locale, option["name"]) for option in node.get("options", ())]
        assert len(here) == len(set(here)), here


def test_it_is_not_too_long_in_all() -> None:
    total = sum(
        max(len(name) for name in names(node))
        + max(len(text) for text in (node["description"], *node["description_localizations"].values()))
        + sum(max(len(name) for name in names(choice)) + len(choice["value"]) for choice in node.get("choices", ()))
        for node in everything()
    )
    assert total <= 8000


def test_every_use_that_has_a_command_is_reached_by_one_word() -> None:
    reached = [LIBRARY.command(word["name"]) for word in words()]
    assert sorted(reached) == sorted(set(COMMANDS) - {"start"})
    apart = [word for option in ROOT["options"] if option["type"] == 2 for word in option["options"]]
    assert {LIBRARY.command(word["name"]) for word in apart} == set(BRANCH)


@pytest.mark.parametrize("language", LIBRARY.languages())
def test_what_a_command_is_called_is_told_as_it_is_registered(language: str) -> None:
    locale = next(iter(LIBRARY.discord_codes(language)), "")

    def own(node: dict[str, Any]) -> str:
        return str(node["name_localizations"].get(locale, node["name"]))

    for option in ROOT["options"]:
        if option["type"] == 2:
            for word in option["options"]:
                assert path(LIBRARY.command(own(word)), own(word), LIBRARY) == f"piiri {own(option)} {own(word)}"
        else:
            assert path(LIBRARY.command(own(option)), own(option), LIBRARY) == f"piiri {own(option)}"


def test_the_set_up_offers_every_choice_that_its_form_has() -> None:
    (setup,) = (word for word in words() if LIBRARY.command(word["name"]) == "setup")
    offered = {o["name"]: [c["value"] for c in o.get("choices", ())] for o in setup["options"]}
    wanted = {f.name: [option.value or "-" for option in f.options] for f in choices(LIBRARY)}
    assert offered == wanted | {"zone": []}


def test_what_the_house_has_nothing_for_is_not_registered() -> None:
    def words_of(root: dict[str, Any]) -> set[str]:
        return {word["name"] for option in root["options"] for word in (option, *option.get("options", ()))}

    (without,) = tree(LIBRARY, ("calendar",))
    assert words_of(ROOT) - words_of(without) == {"calendar"}


def test_it_can_be_used_in_servers_and_in_private_and_is_added_to_servers_alone() -> None:
    assert (ROOT["contexts"], ROOT["integration_types"]) == ([0, 1], [0])
    assert "default_member_permissions" not in ROOT, "who may do what is the group's affair, and checked there"
