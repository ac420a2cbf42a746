"""What a convener asks of somebody silent, and how time goes on over it; see `test_still_along` and `test_let_go`."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.core.delivery import Said, aftermath, compose, verdict
from bot.core.model import Group, Notice, Question, State
from bot.core.outgoing import Message
from bot.core.platform import Outcome
from bot.core.ports import Settlement
from tests.core.core_desk import Desk, phrases

KINDS_OF_IT = ("still-along", "let-go", "along")
DUE = datetime(2026, 9, 15, 7, tzinfo=UTC)
"""Two weeks after 1 September, in the morning: ten o'clock in Helsinki."""


async def circle(desk: Desk) -> Group:
    return await desk.group("Kaarina", "Kaarina", "Aino", "Veikko", "Salme")


async def member(desk: Desk, name: str) -> str:
    async with desk.work() as work:
        found = await work.members.find(name=name)
    return found[0].id if found else ""


async def person(desk: Desk, name: str) -> str:
    async with desk.work() as work:
        return (await work.persons.find(name=name))[0].id


async def asks(desk: Desk, group: Group, name: str = "Veikko", by: str = "Kaarina") -> list[str]:
    return phrases(await desk.does(by, f"along-sure:{group.id}:{await member(desk, name)}"))


async def questions(desk: Desk, **equal: object) -> list[Question]:
    async with desk.work() as work:
        return await work.questions.find(kind="along", **equal)


async def waiting(desk: Desk, *kinds: str) -> list[Notice]:
    async with desk.work() as work:
        found = await work.notices.find(kind=kinds or KINDS_OF_IT, state=State.WAITING)
    return sorted(found, key=lambda n: (n.due, n.rank))


async def sends(desk: Desk, notice: Notice) -> Said | Settlement:
    """The notice is claimed when it is due, said, and arrives."""
    desk.clock.move(max(notice.due, desk.clock.now()))
    async with desk.work() as work:
        claimed = replace(notice, state=State.SENDING)
        await work.notices.save(claimed)
        said = await compose(work, claimed, desk.house)
        state = State.SENT if isinstance(said, Said) else said.state
        if there := await work.notices.get(notice.id):
            await work.notices.save(replace(there, state=state))
    return said


async def fails(desk: Desk, notice: Notice, outcome: Outcome | None) -> None:
    """The notice meets a closed door; or with no outcome, we were away for as long as it was of use."""
    async with desk.work() as work:
        settled = (
            verdict(notice, outcome, parts=0, posts=(), machine_now=desk.clock.now())
            if outcome
            else Settlement(notice.id, State.SKIPPED, why="late")
        )
        failed = replace(notice, state=settled.state, why=settled.why)
        await work.notices.save(failed)
        await aftermath(work, failed, settled, outcome, desk.house)


async def asked(desk: Desk, group: Group, name: str = "Veikko") -> Message:
    """Somebody is asked, and the question is said to them."""
    assert await asks(desk, group, name) == ["along-asked"]
    said = await sends(desk, (await waiting(desk, "still-along"))[0])
    assert isinstance(said, Said)
    return said.message


async def over(desk: Desk) -> Said | Settlement:
    """The time to answer is over."""
    return await sends(desk, (await waiting(desk, "let-go"))[-1])


async def names(desk: Desk, group: Group) -> set[str]:
    async with desk.work() as work:
        return {each.name for each in await work.members.find(group_id=group.id)}


async def word(desk: Desk, kind: str = "along") -> list[str]:
    """What the conveners hear, and nobody else."""
    (notice,) = [n for n in await waiting(desk, kind) if not n.ref.startswith("over.")]
    assert notice.person_id == await person(desk, "Kaarina")
    said = await sends(desk, notice)
    assert isinstance(said, Said)
    return phrases(said.message)


async def posts(desk: Desk) -> list[Notice]:
    async with desk.work() as work:
        return sorted(await work.notices.find(person_id=None), key=lambda n: n.id)
