"""Themes that rise from the group: named in a sentence by a member, and taken back while they are not chosen."""

from dataclasses import replace

from bot.core.choosing import THEME, THEMES, own_themes, something_to_choose
from bot.core.model import Paper
from bot.core.outgoing import Block, Field, Form, Heading, Items, Message, Own, Pack, Para, Reply, say
from bot.core.refusal import Refusal
from bot.core.turn import GroupTurn, Problems, Values, button, told
from bot.core.view import OWN

MOST = 20
"""Themes of its own in one group."""

LONGEST = 80
"""Characters of one: it stands in headings."""


async def page(turn: GroupTurn) -> Reply:
    """The group's own themes, and the ways to add one and to take back one's own."""
    something_to_choose(await turn.view(turn.group))
    papers = await own_themes(turn.work, turn.group.id)
    blocks: list[Block] = [Heading(say("own-theme-heading"))]
    if papers:
        blocks.append(Items(tuple(Own(paper.text) for paper in papers)))
    blocks.append(Para(say("own-theme-what" if papers else "own-theme-none")))
    theirs = [paper for paper in papers if _may_drop(turn, paper) and not _chosen(turn, paper)]
    rows = [
        (button(say("button-own-theme-drop", theme=Own(paper.text)), "own-theme-drop", turn.group.id, paper.id),)
        for paper in theirs
    ]
    add = (button(say("button-own-theme-add"), "own-theme-add", turn.group.id),)
    return Message(tuple(blocks), (add, *rows) if turn.member and len(papers) < MOST else tuple(rows))


def _may_drop(turn: GroupTurn, paper: Paper) -> bool:
    """Its author may; of one whose author has left, a convener."""
    if paper.member_id is None:
        return turn.convenes
    return turn.member is not None and paper.member_id == turn.member.id


def _chosen(turn: GroupTurn, paper: Paper) -> bool:
    return f"{OWN}{paper.id}" in turn.group.themes


async def ask_own(turn: GroupTurn) -> Reply:
    """The form for one theme."""
    something_to_choose(await turn.view(turn.group))
    if len(await own_themes(turn.work, turn.group.id)) >= MOST:
        raise Refusal("own-theme-full", most=MOST)
    field = Field("theme", say("own-theme-label"), say("own-theme-hint"), most=LONGEST)
    return Form("own-theme-add", turn.group.id, say("own-theme-title"), (field,))


async def check_own(turn: GroupTurn, values: Values) -> Problems:
    """One that is not there yet, in the programme's words or in the group's."""
    typed = _in_one_line(values.get("theme", "")).casefold()
    seen = await turn.view(turn.group)
    named = [paper.text for paper in await own_themes(turn.work, turn.group.id)]
    packs = [Pack(seen.programme.pack, f"sessions.{theme}.title") for theme in seen.programme.themes()]
    named += [turn.house.library.text(pack, turn.group.language) for pack in packs]
    return {"theme": say("own-theme-there")} if typed in {name.casefold() for name in named} else {}


async def take_own(turn: GroupTurn, values: Values) -> Reply:
    """Keep it among the group's own; a vote that is open has it at once."""
    text = _in_one_line(values["theme"])
    paper = Paper(turn.house.chance.new_id(), turn.group.id, THEME, None, turn.me.id, turn.group.key_id, text)
    await turn.work.papers.add(paper)
    votes = await turn.work.questions.find(group_id=turn.group.id, kind=THEMES, closed=False)
    for question in votes:
        if question.closes > turn.now:
            await turn.work.questions.save(replace(question, items=(*question.items, f"{OWN}{paper.id}")))
    rows = [(button(say("button-own-theme"), "own-theme", turn.group.id),)]
    if votes:
        rows.insert(0, (button(say("button-vote-pick"), "vote", turn.group.id),))
    return told("own-theme-in-vote" if votes else "own-theme-kept", *rows, theme=Own(text))


def _in_one_line(typed: str) -> str:
    return " ".join(typed.split())


async def drop_own(turn: GroupTurn) -> Reply:
    """Take a theme back, and with it whatever votes it has; one that is chosen stays."""
    paper = await turn.work.papers.get(turn.value)
    if paper is None or paper.kind != THEME or paper.group_id != turn.group.id or not _may_drop(turn, paper):
        raise Refusal("refused-old")
    if _chosen(turn, paper):
        raise Refusal("own-theme-chosen")
    for question in await turn.work.questions.find(group_id=turn.group.id, kind=THEMES):
        await turn.work.votes.drop(question_id=question.id, item=f"{OWN}{paper.id}")
    await turn.work.papers.drop(id=paper.id)
    return told("own-theme-dropped", (button(say("button-own-theme"), "own-theme", turn.group.id),))
