"""What the group keeps at hand: links and titles that any member adds, where everybody finds them."""

import json
from dataclasses import dataclass

from bot.core.model import Life, Member, Paper
from bot.core.outgoing import Button, Field, Form, Heading, Items, Message, Own, Para, Phrase, Reply, say
from bot.core.refusal import Refusal
from bot.core.turn import GroupTurn, Problems, Values, button, told
from bot.core.uses.meetings.elsewhere import place_or_link

KIND = "material"
MOST = 50
PAGE = 8
"""How many stand on one page, so that it is one post on every platform."""

TITLE_MOST, MORE_MOST = 100, 300


@dataclass(frozen=True)
class Material:
    """One thing to read or look at; `more` is a link or plain words, and may be empty."""

    title: str
    more: str
    at: str
    paper: Paper


async def materials(turn: GroupTurn) -> Reply:
    """The group's materials, newest first, a page at a time; the value is the page, from 0."""
    kept = await _kept(turn)
    resting = turn.group.life is Life.ENDED
    add = () if resting or len(kept) >= MOST else (button(say("button-material-add"), "material", turn.group.id),)
    if not kept:
        return told("materials-none", *((add,) if add else ()))
    last = (len(kept) - 1) // PAGE
    page = min(int(turn.value), last) if turn.value.isascii() and turn.value.isdecimal() else 0
    shown = list(enumerate(kept, 1))[page * PAGE : (page + 1) * PAGE]
    names = {member.id: member.name for member in (await turn.view(turn.group)).members}
    lines = tuple(_line(number, each, names) for number, each in shown)
    rows = [_removable(turn, shown)[n : n + 4] for n in range(0, len(_removable(turn, shown)), 4)]
    return Message(
        (Heading(say("materials-heading", group=turn.group.name)), Items(lines)),
        tuple(row for row in (*rows, _pages(turn, page, last), add) if row),
    )


async def _kept(turn: GroupTurn) -> list[Material]:
    found = []
    for paper in await turn.work.papers.find(group_id=turn.group.id, kind=KIND):
        told_ = json.loads(paper.text)
        found.append(Material(told_["title"], told_["more"], told_["at"], paper))
    return sorted(found, key=lambda each: (each.at, each.paper.id), reverse=True)


def _line(number: int, each: Material, names: dict[str, str]) -> Phrase:
    """Its number, name and link, and who added it as long as they are here."""
    said = Own(f"{each.title}: {each.more}" if each.more else each.title)
    name = names.get(each.paper.member_id or "")
    if name:
        return say("material-line-by", number=number, material=said, name=name)
    return say("material-line", number=number, material=said)


def _removable(turn: GroupTurn, shown: list[tuple[int, Material]]) -> tuple[Button, ...]:
    return tuple(
        button(say("button-material-drop", number=number), "material-drop", turn.group.id, each.paper.id)
        for number, each in shown
        if _may_drop(turn, each.paper)
    )


def _may_drop(turn: GroupTurn, paper: Paper) -> bool:
    mine = turn.member is not None and paper.member_id == turn.member.id
    return (mine or turn.convenes) and turn.group.life is not Life.ENDED


def _pages(turn: GroupTurn, page: int, last: int) -> tuple[Button, ...]:
    newer = button(say("button-newer"), "materials", turn.group.id, str(page - 1)) if page else None
    older = button(say("button-older"), "materials", turn.group.id, str(page + 1)) if page < last else None
    return tuple(each for each in (newer, older) if each)


async def ask_material(turn: GroupTurn) -> Reply:
    """The form for one more."""
    if len(await _kept(turn)) >= MOST:
        raise Refusal("materials-full", most=MOST)
    fields = (
        Field("title", say("material-title"), say("material-title-hint"), most=TITLE_MOST),
        Field("more", say("material-more"), say("material-more-hint"), required=False, most=MORE_MOST),
    )
    return Form("material", turn.group.id, say("material-form"), fields)


async def check_material(_turn: GroupTurn, values: Values) -> Problems:
    """A link is an https one, and whatever else is typed is no link at all."""
    problems: Problems = {}
    for name in ("title", "more"):
        try:
            place_or_link(values.get(name, ""))
        except Refusal:
            problems[name] = say("material-not-https")
    return problems


async def take_material(turn: GroupTurn, values: Values) -> Reply:
    """Keep it, with whose it is; it is never fetched, and the same again is not kept twice."""
    title, more = (" ".join(values.get(name, "").split()) for name in ("title", "more"))
    kept = await _kept(turn)
    row = (button(say("button-materials"), "materials", turn.group.id),)
    if any((each.title, each.more) == (title, more) for each in kept):
        return told("material-there", row)
    if len(kept) >= MOST:
        raise Refusal("materials-full", most=MOST)
    author: Member | None = turn.member
    text = json.dumps({"title": title, "more": more, "at": turn.now.isoformat()})
    new, group = turn.house.chance.new_id(), turn.group
    await turn.work.papers.add(Paper(new, group.id, KIND, None, author.id if author else None, group.key_id, text))
    return told("material-kept", row)


async def drop_material(turn: GroupTurn) -> Reply:
    """Take one away: one's own, or any of them as a convener."""
    paper = await turn.work.papers.get(turn.value)
    if paper is None or paper.group_id != turn.group.id or paper.kind != KIND:
        raise Refusal("refused-old")
    if not _may_drop(turn, paper):
        raise Refusal("material-not-yours")
    await turn.work.papers.drop(id=paper.id)
    return Message((Para(say("material-dropped")),), ((button(say("button-materials"), "materials", turn.group.id),),))
