"""The ids that `piiri group create` and its table ask for, told where they are known."""

from bot.core.outgoing import Reply
from bot.core.turn import Turn, told


async def tell(turn: Turn) -> Reply:
    """In a channel its id as the command line takes it, in private the person's own."""
    if turn.channel is None:
        return told("id-own", id=turn.person.handle)
    return told("id-channel", id=turn.channel)
