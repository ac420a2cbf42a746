"""Whether somebody is on a server: Discord tells nobody who leaves without a privileged intent, but says when asked."""

import discord

NOT_A_MEMBER = 10007
"""Discord's code for somebody whom it knows, and who is not on this server."""


async def still_there(client: discord.Client, server: int, person: int) -> bool | None:
    """None where that cannot be known; whatever the library raises means no more than that.

    A no is believed only of a server that the gateway shows us, and that finds us ourselves in the same breath: else it
    is about us, or about a server that has lost its list of members, and nobody has gone anywhere.
    """
    guild = client.get_guild(server)
    if guild is None or guild.unavailable or client.user is None:
        return None
    if await _finds(client, server, person):
        return True
    return False if await _finds(client, server, client.user.id) else None


async def _finds(client: discord.Client, server: int, person: int) -> bool:
    """Only the one code is a no.

    Whom Discord does not know at all (10013) has no account, or the id was mistyped in a table: they see nothing in any
    case, so that nothing need be erased on a guess.
    """
    try:
        await client.http.get_member(server, person)
    except discord.NotFound as error:
        if error.code != NOT_A_MEMBER:
            raise
        return False
    return True
