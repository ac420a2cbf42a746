"""Leaving in two taps: the group or the convener hears what the leaver chose, and otherwise nobody hears anything."""

from datetime import timedelta

from bot.core.agreeing import settle
from bot.core.model import Group, Notice, Paper, Person
from bot.core.outgoing import Button, Field, Form, Message, Own, Para, Reply, say
from bot.core.plan import polite
from bot.core.ports import House, UnitOfWork
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying
from bot.core.tell import tell, tell_conveners
from bot.core.turn import GroupTurn, Values, button, told
from bot.core.uses.members import welcoming
from bot.core.uses.members.membership import let_go, remove

TOLD_WITHIN = timedelta(days=3)
"""How long a word of goodbye is kept at most: until then it has been said, or never will be."""

KIND = "goodbye"
"""The papers that hold such words meanwhile."""

OVER = "over"
SILENT = "silent"
"""Begins what stands for the word of somebody who has not left, but was let go without one."""

WORD_MOST = 500


async def leave(turn: GroupTurn) -> Reply:
    """Ask once, say what will be erased, and offer what the others may hear of it."""
    group_id = turn.group.id
    rows: list[tuple[Button, ...]] = [
        (button(say("button-leave-tell"), "leave-sure", group_id, "tell"),),
        (button(say("button-leave-word"), "leave-word", group_id, "group"),),
        (button(say("button-leave-quiet"), "leave-sure", group_id, "quiet"),),
    ]
    if await _others(turn):
        rows.append((button(say("button-leave-convener"), "leave-word", group_id, "convener"),))
    rows.append((button(say("button-stay"), "menu", group_id),))
    asked = told("leave-ask", *rows, group=turn.group.name)
    if not turn.convenes:
        return asked
    stays = Para(say("leave-convener"))
    return Message((*asked.blocks, stays), (*asked.buttons, (button(say("button-seat"), "seat", group_id),)))


async def _others(turn: GroupTurn) -> list[str]:
    """The conveners besides the one who leaves, by person id."""
    seats = await turn.work.conveners.find(group_id=turn.group.id)
    return [seat.person_id for seat in seats if seat.person_id != turn.person.id]


async def leave_sure(turn: GroupTurn) -> Reply:
    """Leave: what was private is erased, and the group hears of it only if the person wanted."""
    if turn.value not in {"tell", "quiet"}:
        raise Refusal("refused-old")
    await _go(turn)
    if turn.value == "tell":
        await _tell(turn, None, "")
    else:
        await let_go(turn.work, turn.person)
    return told("left-done", group=turn.group.name)


async def ask_word(turn: GroupTurn) -> Reply:
    """The form for a word to the group, or for one to the convener, which may be left empty."""
    await _checked(turn)
    whom = turn.value
    label, hint = say(f"leave-word-label-{whom}"), say(f"leave-word-hint-{whom}")
    field = Field("word", label, hint, required=whom == "group", long=True, most=WORD_MOST)
    return Form("leave-word", f"{turn.group.id}:{whom}", say(f"leave-word-title-{whom}"), (field,))


async def _checked(turn: GroupTurn) -> None:
    if turn.value not in {"group", "convener"}:
        raise Refusal("refused-old")
    if turn.value == "convener" and not await _others(turn):
        raise Refusal("leave-no-convener")


async def take_word(turn: GroupTurn, values: Values) -> Reply:
    """Leave with a word, which goes where its author chose and nowhere else."""
    await _checked(turn)
    word = values["word"].strip()
    whom = await _others(turn) if turn.value == "convener" else [None]
    await _go(turn)
    for person_id in whom:
        await _tell(turn, person_id, word)
    return told(f"left-done-{turn.value}", group=turn.group.name)


async def _go(turn: GroupTurn) -> None:
    await remove(turn.work, turn.me)
    await go_on(turn.work, turn.house, turn.group)


async def go_on(work: UnitOfWork, house: House, group: Group) -> None:
    """What follows for those who stay: plans, and answers that waited only for the one who has left."""
    await replan(work, house, group)
    await welcoming.again(work, house, group)
    await settle(work, house, group)


async def _tell(turn: GroupTurn, person_id: str | None, word: str) -> None:
    """Say it in the group, or to one convener alone. The word is kept, sealed, only until it has been said."""
    work, house, group, until = turn.work, turn.house, turn.group, turn.now + TOLD_WITHIN
    paper = Paper(house.chance.new_id(), group.id, KIND, None, None, group.key_id, word)
    ref = f"{turn.person.id}.{paper.id}"
    if word:
        await work.papers.add(paper)
    await _tidy_in_time(work, house, group, turn.person.id, paper.id)
    await tell(work, house, group, "left", due=polite(group, turn.now), expires=until, person_id=person_id, ref=ref)


async def _tidy_in_time(work: UnitOfWork, house: House, group: Group, person_id: str, paper_id: str) -> None:
    # To the leaver's own address, where it says nothing: what tidies up must not hang on the channel.
    due = house.clock.now() + TOLD_WITHIN
    over, late = f"{OVER}.{paper_id}", due + TOLD_WITHIN
    await tell(work, house, group, "left", due=due, expires=late, person_id=person_id, ref=over)


async def tell_of_silent(work: UnitOfWork, house: House, group: Group, person_id: str, asked_id: str) -> None:
    """Tell each convener alone that somebody is out who was asked, by that question, and has not answered."""
    now, mark = house.clock.now(), f"{SILENT}-{asked_id}"
    await _tidy_in_time(work, house, group, person_id, mark)
    due, until, ref = polite(group, now), now + TOLD_WITHIN, f"{person_id}.{mark}"
    await tell_conveners(work, house, group, "left", due=due, expires=until, ref=ref, but=person_id)


def says_nothing(notice: Notice) -> bool:
    """Whether it only tidies up; it names who has left, which is nobody's business any more."""
    return notice.kind == "left" and notice.ref.startswith(f"{OVER}.")


async def tidy(saying: Saying) -> None:
    """Erase a word that has been said, and whoever said it if they are in no group any more."""
    what, _, paper_id = saying.notice.ref.partition(".")
    if what == OVER:
        await saying.work.papers.drop(id=paper_id, kind=KIND)
        if saying.person:
            await let_go(saying.work, saying.person)


async def say_left(saying: Saying) -> Message | None:
    """That somebody has left and in which words, if they wanted it said and have not been forgotten since."""
    who, _, paper_id = saying.notice.ref.partition(".")
    person = await saying.work.persons.get(who)
    if saying.preview and saying.person:
        return Message((Para(say("preview-private")),))
    if person is None:
        return None
    group, paper = saying.seen.group, await saying.work.papers.get(paper_id)
    word = {"word": Own(paper.text)} if paper else {}
    if saying.person is None:
        return Message((Para(say("left-post-word" if paper else "left-post", name=person.name, **word)),))
    if not await saying.work.conveners.find(group_id=group.id, person_id=saying.person.id):
        return None
    if paper_id.startswith(SILENT):
        elsewhere = not saying.house.capabilities[group.platform].keeps
        chat = (Para(say("left-silent-chat")),) if elsewhere else ()
        return Message((Para(say("left-silent", name=person.name, group=group.name)), *chat))
    line = say("left-to-convener-word" if paper else "left-to-convener", name=person.name, group=group.name, **word)
    return Message((Para(line), Para(say("word-only-you"))))


async def goodbyes_of(work: UnitOfWork, person: Person) -> list[tuple[Notice, Paper | None]]:
    """What somebody let the others know of their leaving, in whatever groups, with the words where there are any."""
    found = []
    for notice in await work.notices.find(kind="left"):
        who, _, paper_id = notice.ref.partition(".")
        if who == person.id:
            papers = await work.papers.find(id=paper_id, kind=KIND)
            found.append((notice, next(iter(papers), None)))
    return found
