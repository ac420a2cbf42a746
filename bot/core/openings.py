"""The way in: a press whose answer is private, by somebody who has not opened their private side yet."""

from datetime import timedelta

from bot.core.model import Opening
from bot.core.outgoing import Door, Reply
from bot.core.refusal import Refusal
from bot.core.turn import Turn

GOOD_FOR = timedelta(hours=24)


async def closed(turn: Turn, data: str) -> Reply:
    """Keep the press, and give its person a token that nobody else can use; an earlier one is no longer good."""
    mine = {"platform": turn.person.platform, "handle": turn.person.handle}
    await turn.work.openings.drop(**mine)
    token = turn.house.chance.new_id() + turn.house.chance.new_id()  # of 82 bits each
    await turn.work.openings.add(Opening(token, **mine, data=data, until=turn.now + GOOD_FOR))
    return Door(token)


async def opened(turn: Turn, token: str) -> str:
    """What its person had pressed; good once, for that person alone, and not for ever."""
    opening = await turn.work.openings.get(token)
    mine = opening is not None and (opening.platform, opening.handle) == (turn.person.platform, turn.person.handle)
    if opening is None or not mine:
        raise Refusal("refused-link")
    await turn.work.openings.drop(id=token)
    if opening.until < turn.now:
        raise Refusal("refused-link")
    return opening.data
