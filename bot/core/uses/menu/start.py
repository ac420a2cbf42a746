"""The first word to the bot, anywhere: what there is to do here, or how a group begins."""

from dataclasses import replace

from bot.core import forms
from bot.core.model import Life, Role
from bot.core.outgoing import Form, Heading, Message, Para, Phrase, Reply, say
from bot.core.turn import Turn, Use, button, find_turn, groups_here, groups_of, told
from bot.core.uses.convening.channels import may_convene
from bot.core.uses.founding.setup_form import ask_setup, check_setup, take_setup
from bot.core.uses.menu.menu import menu

MENU = Use("menu", menu, needs=frozenset({Role.MEMBER, Role.CONVENER, Role.FACILITATOR}), standing=frozenset(Life))
SETUP = Use("setup", ask_setup, "person", check=check_setup, take=take_setup, patient=True)


async def start(turn: Turn) -> Reply:
    """The menu where there is a group, or the question of which; else what the bot is and how a group begins."""
    if turn.channel is None and not await groups_of(turn.work, turn.person):
        return hello()
    if turn.channel is not None and not await groups_here(turn):
        return await _invitation(turn)
    found = await find_turn(replace(turn, value=""), MENU, "")
    return await MENU.do(found) if isinstance(found, Turn) else found


def hello(*last: Phrase) -> Message:
    """What the bot is and how a group begins, to somebody who is in none."""
    return Message(
        (
            Heading(say("greet-heading")),
            Para(say("greet-what")),
            Para(say("start-how")),
            *(Para(line) for line in last),
        ),
        ((button(say("button-help"), "help"), button(say("button-privacy"), "privacy")),),
    )


async def _invitation(turn: Turn) -> Message:
    if not await may_convene(turn):
        return told("start-ask-admin")
    form = await ask_setup(turn)
    if isinstance(form, Form):  # the press may come in private, where the channel cannot be told any more
        await forms.offer(turn, SETUP, form)
    return told("start-invite", (button(say("button-setup"), "setup"),))
