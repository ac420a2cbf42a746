"""What is kept of a person, who sees it, for how long, and what stands in nobody's power; said in the chat itself."""

from bot.core.outgoing import Block, Heading, Items, Message, Para, Phrase, Reply, say
from bot.core.turn import Turn, button

KEPT = ("reads", "kept", "notes", "absence", "feedback", "logs")
LASTS = ("notes", "rest", "reasons", "group", "yours", "backups")


async def privacy(turn: Turn) -> Reply:
    """The whole of it in one answer, its limits included, and the way to one's own data."""
    platform = turn.person.platform
    ours = turn.house.capabilities[platform].keeps  # then what is said there is erased with the rest
    limits = ("operator",) if ours else ("platform", "operator")
    blocks: tuple[Block, ...] = (
        Heading(say("privacy-heading")),
        Items(tuple(say(f"privacy-{what}") for what in KEPT)),
        Heading(say("privacy-lasts-heading")),
        Items(tuple(say(f"privacy-lasts-{what}") for what in LASTS)),
        Heading(say("privacy-limits-heading")),
        Items(tuple(say(f"privacy-limit-{what}", platform=platform.capitalize()) for what in limits)),
        Para(_who_runs_it(turn)),
    )
    return Message(blocks, ((button(say("button-mydata"), "mydata"), button(say("button-forget"), "forgetme")),))


def _who_runs_it(turn: Turn) -> Phrase:
    """Whom to ask, write to or complain to."""
    if turn.house.operator:
        return say("privacy-operator", operator=turn.house.operator)
    return say("privacy-operator-unsaid")
