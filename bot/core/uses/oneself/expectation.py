"""What a member hopes for: written for oneself at the start, and given back to that one person at the end."""

from dataclasses import replace

from bot.core.model import Group, Member, Paper
from bot.core.outgoing import Button, Field, Form, Reply, say
from bot.core.ports import UnitOfWork
from bot.core.turn import GroupTurn, Values, button, told

EXPECTATION = "expectation"
"""The kind of paper; there is one a member, sealed with the member's own key."""

MOST = 1000


async def ask_expectation(turn: GroupTurn) -> Reply:
    """The one question, with what was written before."""
    there = await expectation_of(turn.work, turn.me)
    field = Field(
        "hope",
        say("expect-label"),
        say("expect-hint-seasons" if turn.group.season_meetings else "expect-hint"),
        required=False,
        long=True,
        most=MOST,
        value=there.text if there else "",
    )
    return Form("expect", turn.group.id, say("expect-title"), (field,))


async def take_expectation(turn: GroupTurn, values: Values) -> Reply:
    """Keep it, or take it out where it was emptied."""
    text, there = values["hope"].strip(), await expectation_of(turn.work, turn.me)
    if there and text:
        await turn.work.papers.save(replace(there, text=text))
    elif there:
        await turn.work.papers.drop(id=there.id)
    elif text:
        me, new_id = turn.me, turn.house.chance.new_id()
        await turn.work.papers.add(Paper(new_id, turn.group.id, EXPECTATION, None, me.id, me.key_id, text))
    kept = "expect-kept-seasons" if turn.group.season_meetings else "expect-kept"
    return told(kept if text else "expect-gone", (expect_button(turn.group),))


async def expectation_of(work: UnitOfWork, member: Member) -> Paper | None:
    """What the member wrote, if anything; only ever to be shown to that member."""
    return next(iter(await work.papers.find(member_id=member.id, kind=EXPECTATION)), None)


def expect_button(group: Group) -> Button:
    """The way to write it or change it."""
    return button(say("button-expect"), "expect", group.id)
