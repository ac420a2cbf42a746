"""The language that a person chooses to be spoken to in, over their app's; it holds in all their groups."""

from dataclasses import replace

from bot.core.model import Group
from bot.core.outgoing import Button, Reply, say
from bot.core.people import among
from bot.core.refusal import Refusal
from bot.core.turn import Turn, all_groups_of, button, groups_here, told

AS_APP = "app"


async def language(turn: Turn) -> Reply:
    """The languages to choose from, each by its own name; or the one that was pressed, spoken from this answer on."""
    groups = await all_groups_of(turn.work, turn.person)
    if not groups:  # nothing is kept of them, so neither is a choice
        raise Refusal("refused-no-group")
    if not turn.value:
        rows = tuple((_choice(turn, code),) for code in turn.house.library.languages())
        return told("language-which", *rows, (button(say("button-language-app"), "language", value=AS_APP),))
    chosen = among(turn.house.library, turn.value)
    if not chosen and turn.value != AS_APP:
        raise Refusal("refused-old")
    spoken = chosen or await _unchosen(turn, groups)
    await turn.work.persons.save(replace(turn.person, language=spoken, chosen_language=chosen))
    turn.spoken.append(spoken)
    # Whose commands are drawn for them alone sees them in their language, too.
    turn.seats[turn.person.handle] = bool(await turn.work.conveners.find(person_id=turn.person.id))
    return told("language-kept" if chosen else "language-as-app")


def _choice(turn: Turn, code: str) -> Button:
    """Called by its own name: whoever cannot read what stands around it finds it all the same."""
    name = turn.house.library.text(say("language-name", code=code), code)
    return button(say("label", text=name), "language", value=code)


async def _unchosen(turn: Turn, groups: list[Group]) -> str:
    """What they are spoken to in without a choice: their app's language, or that of the group here, or of theirs."""
    here = await groups_here(turn) if turn.channel is not None else []
    return among(turn.house.library, turn.app_language) or (here or groups)[-1].language
