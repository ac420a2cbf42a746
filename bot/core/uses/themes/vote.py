"""The group's vote on its themes: opened by a convener, taken in private, counted at close, carried out by a press."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.choosing import (
    PICKED,
    THEMES,
    choices,
    counted,
    in_short,
    proposed,
    something_to_choose,
    still_open,
)
from bot.core.model import Question, Vote
from bot.core.outgoing import Button, Heading, Message, Para, Reply, Text, say
from bot.core.plan import local_day, morning_of, polite
from bot.core.refusal import Refusal
from bot.core.tell import tell
from bot.core.turn import GroupTurn, button, told
from bot.core.uses.themes.themes import set_order
from bot.core.uses.themes.vote_said import count, named, numbered, result
from bot.core.view import View
from bot.core.votes import put, set_vote

DAYS = 3
A_WHILE = timedelta(days=14)
"""How late the result is still worth posting."""

PAGE = 12
"""How many themes are shown at a time: what a phone has room for."""


async def vote(turn: GroupTurn) -> Reply:
    """One's own picks while a vote is open; else its result, or for a convener the question whether to open one."""
    question = await _latest(turn)
    if question and not question.closed:
        return await _picks(turn, question, int(turn.value) if turn.value.isdecimal() and len(turn.value) < 3 else 0)
    seen = await turn.view(turn.group)
    something_to_choose(seen)
    if question:
        there = await choices(turn.work, seen)
        shown = result(seen, question, there, turn.now)
        return shown if turn.convenes else replace(shown, buttons=())
    suggest = (button(say("button-own-theme"), "own-theme", turn.group.id),)
    if not turn.convenes:
        return told("vote-none", suggest)
    most = await _to_choose(turn, seen)
    ways = (button(say("button-vote-open"), "vote-open", turn.group.id),)
    return told("vote-ask", ways, suggest, count=most, closes=turn.group.wall(_closing(turn)))


async def _latest(turn: GroupTurn) -> Question | None:
    """The group's vote, closed where its time is over: then it has a result, whatever became of the post about it."""
    found = await turn.work.questions.find(group_id=turn.group.id, kind=THEMES)
    question = max(found, key=lambda q: (not q.closed, q.opened), default=None)
    if question and not question.closed and question.closes <= turn.now:
        return await count(turn.work, turn.house, question)
    return question


async def _to_choose(turn: GroupTurn, seen: View) -> int:
    """How many themes are to be picked; a refusal where there is nothing to vote on."""
    ahead = still_open(seen, turn.now)
    left = [theme for theme in await choices(turn.work, seen) if theme not in ahead.settled]
    if not ahead.count:
        raise Refusal("vote-nothing")
    if len(left) <= ahead.count:
        raise Refusal("vote-too-few", count=ahead.count)
    return ahead.count


async def open_vote(turn: GroupTurn) -> Reply:
    """Put the themes to the group; the result comes by itself."""
    latest = await _latest(turn)
    if latest and not latest.closed:
        return told("vote-already", _own_row(turn), closes=turn.group.wall(latest.closes))
    seen = await turn.view(turn.group)
    something_to_choose(seen)
    await _to_choose(turn, seen)
    await turn.work.questions.drop(group_id=turn.group.id, kind=THEMES)
    settled = still_open(seen, turn.now).settled
    items = tuple(theme for theme in await choices(turn.work, seen) if theme not in settled)
    question = await put(turn, THEMES, _closing(turn), items=items)
    now = polite(turn.group, turn.now)
    await tell(turn.work, turn.house, turn.group, "vote", due=now, expires=question.closes, ref=question.id)
    await _result_at(turn, question, question.closes)
    return told("vote-opened", _own_row(turn), closes=turn.group.wall(question.closes))


def _closing(turn: GroupTurn) -> datetime:
    """The first morning when everybody has had three days."""
    least = turn.now + timedelta(days=DAYS)
    day = local_day(turn.group, least)
    mornings = (morning_of(turn.group, day), morning_of(turn.group, day + timedelta(days=1)))
    return next(morning for morning in mornings if morning >= least)


async def _result_at(turn: GroupTurn, question: Question, due: datetime) -> None:
    await tell(
        turn.work, turn.house, turn.group, "vote-result", due=due, expires=question.closes + A_WHILE, ref=question.id
    )


def _own_row(turn: GroupTurn) -> tuple[Button, ...]:
    """The way to one's own picks, for a convener who has any."""
    close = button(say("button-vote-close"), "vote-close", turn.group.id)
    return (button(say("button-vote-pick"), "vote", turn.group.id), close) if turn.member else (close,)


async def _picks(turn: GroupTurn, question: Question, first: int = 0) -> Message:
    """The member's own page: what they have picked so far, and a press for each theme."""
    seen = await turn.view(turn.group)
    there = await choices(turn.work, seen)
    short = in_short(seen, there)
    close = [(button(say("button-vote-close"), "vote-close", turn.group.id),)] if turn.convenes else []
    closes = turn.group.wall(question.closes)
    if turn.member is None:
        return told("vote-members-only", *close, closes=closes)
    mine = await _mine(turn, question)
    most, lines = still_open(seen, turn.now).count, numbered(question, there)
    shown = [place for place in sorted(lines) if place >= first][:PAGE]
    rows: list[tuple[Button, ...]] = [(_press(turn, question, place, short, mine),) for place in shown]
    rows += _pages(turn, sorted(lines), shown)
    picked = named([short[item] for item in question.items if item in mine and item in short])
    so_far = say("vote-so-far", count=len(picked), most=most, names=picked) if picked else say("vote-no-picks")
    return Message(
        (Heading(say("vote-mine", most=most)), Para(so_far), Para(say("vote-until", closes=closes))),
        (*rows, *close),
    )


def _press(
    turn: GroupTurn, question: Question, place: int, there: Mapping[str, Text], mine: Mapping[str, Vote]
) -> Button:
    """One theme's press: it picks, or it takes the pick back, and says which."""
    item = question.items[place]
    label = say("button-unpick" if item in mine else "button-pick", number=place + 1, theme=there[item])
    return button(label, "pick", turn.group.id, f"{question.id}.{place}.{0 if item in mine else 1}")


def _pages(turn: GroupTurn, places: list[int], shown: list[int]) -> list[tuple[Button, ...]]:
    """The ways to the themes before and after those that are shown."""
    row: list[Button] = []
    if shown and shown[0] > places[0]:
        before = [place for place in places if place < shown[0]][-PAGE:]
        row.append(button(say("button-vote-before"), "vote", turn.group.id, str(before[0])))
    after = [place for place in places if shown and place > shown[-1]]
    if after:
        row.append(button(say("button-vote-after"), "vote", turn.group.id, str(after[0])))
    return [tuple(row)] if row else []


async def _mine(turn: GroupTurn, question: Question) -> dict[str, Vote]:
    votes = await turn.work.votes.find(question_id=question.id, member_id=turn.me.id)
    return {vote.item: vote for vote in votes}


async def pick(turn: GroupTurn) -> Reply:
    """Pick a theme, or take a pick back, as the press says; changeable until the vote closes."""
    question_id, place, what = (*turn.value.split("."), "", "", "")[:3]
    question = await _latest(turn)
    if question is None or question.id != question_id:
        raise Refusal("refused-old")
    if question.closed:
        raise Refusal("vote-closed")
    seen = await turn.view(turn.group)
    there = await choices(turn.work, seen)
    known = {str(number): question.items[number] for number in numbered(question, there)}
    if place not in known or what not in {"0", "1"}:
        raise Refusal("refused-old")
    mine = await _mine(turn, question)
    item = known[place]
    if what == "0" and item in mine:
        await turn.work.votes.drop(id=mine[item].id)
    if what == "1" and item not in mine:
        most = still_open(seen, turn.now).count
        if len([picked for picked in mine if picked in there]) >= most:
            raise Refusal("vote-full", most=most)
        await set_vote(turn.work, turn.house, question, turn.me, item, PICKED)
    places = sorted(numbered(question, there))
    return await _picks(turn, question, places[places.index(int(place)) // PAGE * PAGE])


async def close_vote(turn: GroupTurn) -> Reply:
    """Count what has been picked so far, and have the result posted; a repeat does no harm."""
    question = await _latest(turn)
    if question is None:
        raise Refusal("vote-not-open")
    if not question.closed:
        question = await count(turn.work, turn.house, question)
        await _result_at(turn, question, polite(turn.group, turn.now))
    seen = await turn.view(turn.group)
    return result(seen, question, await choices(turn.work, seen), turn.now)


async def accept(turn: GroupTurn) -> Reply:
    """Take the order that the vote came to."""
    question = await _latest(turn)
    if question is None or question.id != turn.value or not question.closed:
        raise Refusal("refused-old")
    seen = await turn.view(turn.group)
    order = proposed(seen, turn.now, counted(question, await choices(turn.work, seen)))
    if not order:
        raise Refusal("refused-old")
    return await set_order(turn, order)
