"""The commands that Telegram's own menu offers: by language, and by where one is and what one may do."""

from collections.abc import Collection, Iterator

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from bot.core.letters import plain
from bot.core.outgoing import say
from bot.core.ports import Library
from bot.core.register import MENUS


async def set_menus(bot: Bot, library: Library, without: Collection[str] = ()) -> None:
    """The menus of groups and of private chats; those of an app in another language are in our first one."""
    scopes: dict[str, BotCommandScope] = {
        "group": BotCommandScopeAllGroupChats(),
        "private": BotCommandScopeAllPrivateChats(),
    }
    for menu, scope in scopes.items():
        for language in library.languages():
            own = list(_commands(menu, language, library, without))
            await bot.set_my_commands(own, scope=scope, language_code=language)
        await bot.set_my_commands(list(_commands(menu, library.languages()[0], library, without)), scope=scope)


async def set_menu(
    bot: Bot, library: Library, handle: str, language: str, *, convenes: bool, without: Collection[str] = ()
) -> None:
    """One person's own menu: with what a convener can do, or as everybody has it."""
    scope = BotCommandScopeChat(int(handle))
    if convenes:
        await bot.set_my_commands(list(_commands("convener", language, library, without)), scope=scope)
    else:
        await bot.delete_my_commands(scope=scope)


def _commands(menu: str, language: str, library: Library, without: Collection[str]) -> Iterator[BotCommand]:
    for use in (word for word in MENUS[menu] if word not in without):
        word = plain(library.text(say(f"command-{use}"), language))  # Telegram takes no other letters
        yield BotCommand(word, library.text(say(f"about-{use}"), language))
