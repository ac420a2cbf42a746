"""What the bot asks to be allowed, held against the library's own table and its own reckoning."""

import random
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import discord
import pytest
from discord.abc import GuildChannel, _Overwrites
from discord.utils import SnowflakeList

from bot.adapters.discord.checks import CONTENT, MEMBERS, PRESENCE
from bot.adapters.discord.permissions import NEEDED, OPTIONAL, Permission, bits, invite, lacking
from bot.adapters.discord.rights import ADMINISTRATOR, COMMANDS, EVERYTHING, MANAGE_THREADS, Place, powers

EACH = (*NEEDED, *OPTIONAL)
FLAGS = discord.Permissions.VALID_FLAGS


def codes(found: tuple[Permission, ...]) -> list[str]:
    return [permission.code for permission in found]


@pytest.mark.parametrize("permission", EACH, ids=lambda permission: permission.code)
def test_each_permission_is_the_one_that_the_library_knows_by_that_name(permission: Permission) -> None:
    assert FLAGS[permission.flag] == 1 << permission.bit
    assert getattr(discord.Permissions(1 << permission.bit), permission.flag)
    assert permission.why.endswith(".")


def test_each_permission_has_a_code_of_its_own() -> None:
    assert len({permission.code for permission in EACH}) == len(EACH)
    assert len({permission.flag for permission in EACH}) == len(EACH)


def test_the_invite_asks_for_these_permissions_and_no_others() -> None:
    asked = discord.Permissions(bits())
    assert asked == discord.Permissions(**{permission.flag: True for permission in EACH})
    assert not asked.embed_links
    assert not asked.manage_messages
    assert not asked.administrator
    assert not asked.manage_guild


def test_nothing_that_is_asked_for_makes_the_server_ask_for_a_second_factor() -> None:
    assert not bits() & discord.Permissions.elevated().value


def test_the_invite_is_the_librarys_but_for_the_order() -> None:
    ours = urlsplit(invite("118000000000000042"))
    theirs = urlsplit(
        discord.utils.oauth_url(
            118000000000000042,
            permissions=discord.Permissions(bits()),
            scopes=("bot", "applications.commands"),
        )
    )
    assert ours[:3] == theirs[:3]
    assert parse_qs(ours.query) == parse_qs(theirs.query)


def test_where_nothing_lacks_nothing_is_lacking() -> None:
    assert lacking(lambda _: True, thread=False) == ()
    assert lacking(lambda _: True, thread=True) == ()


def test_what_lacks_comes_with_the_most_important_first() -> None:
    assert codes(lacking(lambda _: False, thread=False)) == ["lacks-view", "lacks-send", "lacks-history", "lacks-files"]
    assert codes(lacking(lambda _: False, thread=True)) == [
        "lacks-view",
        "lacks-threads",
        "lacks-history",
        "lacks-files",
    ]


def test_in_a_thread_sending_in_threads_counts_and_outside_it_does_not() -> None:
    assert codes(lacking(lambda flag: flag != "send_messages", thread=False)) == ["lacks-send"]
    assert lacking(lambda flag: flag != "send_messages", thread=True) == ()
    assert codes(lacking(lambda flag: flag != "send_messages_in_threads", thread=True)) == ["lacks-threads"]
    assert lacking(lambda flag: flag != "send_messages_in_threads", thread=False) == ()


def test_the_bits_beside_are_the_librarys_too() -> None:
    assert FLAGS["administrator"] == ADMINISTRATOR
    assert FLAGS["use_application_commands"] == COMMANDS
    assert FLAGS["manage_threads"] == MANAGE_THREADS
    flags = discord.ApplicationFlags.VALID_FLAGS
    assert flags["gateway_presence"] | flags["gateway_presence_limited"] == PRESENCE
    assert flags["gateway_guild_members"] | flags["gateway_guild_members_limited"] == MEMBERS
    assert flags["gateway_message_content"] | flags["gateway_message_content_limited"] == CONTENT


GUILD, ME = 600, 42


def of_the_library(place: Place) -> int:
    """The library's reckoning of the same, before one permission that lacks takes others along."""
    roles = {
        int(role["id"]): SimpleNamespace(id=int(role["id"]), _permissions=int(role["permissions"]))
        for role in place.server["roles"]
    }
    default = SimpleNamespace(permissions=discord.Permissions(roles[GUILD]._permissions))
    guild = SimpleNamespace(id=GUILD, owner_id=int(place.server["owner_id"]), default_role=default, get_role=roles.get)
    # The library puts everybody's overwrite first when it reads a channel.
    overwrites = sorted(place.channel["permission_overwrites"], key=lambda each: each["id"] != str(GUILD))
    channel = SimpleNamespace(guild=guild, _overwrites=[_Overwrites(dict(each)) for each in overwrites])
    mine = SnowflakeList(map(int, place.bot["roles"]))
    member = SimpleNamespace(id=ME, _roles=mine, is_timed_out=lambda: False, bot=True)
    return GuildChannel.permissions_for(channel, member).value  # type: ignore[arg-type]


def test_a_hundred_channels_are_reckoned_as_the_library_does() -> None:
    chance = random.Random(7)

    def some() -> str:
        return str(chance.getrandbits(53) & ~ADMINISTRATOR if chance.random() < 0.9 else chance.getrandbits(53))

    for _ in range(100):
        roles = [{"id": str(GUILD + n), "permissions": some()} for n in range(5)]
        whose = [(GUILD + n, 0) for n in range(5)] + [(ME, 1), (43, 1)]
        chosen = chance.sample(whose, chance.randint(0, len(whose)))
        overwrites: list[dict[str, Any]] = [
            {"id": str(id_), "type": kind, "allow": some(), "deny": some()} for id_, kind in chosen
        ]
        place = Place(
            {"id": str(GUILD), "owner_id": "1", "roles": roles},
            {"user": {"id": str(ME)}, "roles": [str(GUILD + n) for n in range(1, chance.randint(1, 5))]},
            {"id": "700", "name": "piiri", "permission_overwrites": overwrites},
        )
        ours, theirs = powers(place), of_the_library(place)
        assert ours == theirs or (ours == EVERYTHING and theirs == discord.Permissions.all().value)


def test_who_owns_the_server_may_everything() -> None:
    place = Place(
        {"id": str(GUILD), "owner_id": str(ME), "roles": []}, {"user": {"id": str(ME)}, "roles": []}, {"id": "700"}
    )
    assert powers(place) == EVERYTHING
