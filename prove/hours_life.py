"""Groups that live a year on a store with the real dispatcher, while the clock jumps under them.

The machine's clock is also the groups', as in a running bot, and it can be put forward and back. The dispatcher is
given every instant at which something is due, and between them the clock jumps, sometimes in the middle of sending.
What it said, and when, is compared with what a reader of the design expects of each notice on the same way through
time: it is said at the first moment at which the clock shows its time or later; at night it waits for the morning; and
once it is of no use any more it is not said, and the convener hears of it.
"""

import asyncio
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.adapters.memory.adapter import MODAL, MemoryAdapter
from bot.chance import Chance
from bot.content.library import Library
from bot.content.typed_port import TypedText
from bot.core import delivery
from bot.core.delivery import Said
from bot.core.incoming import Sender
from bot.core.model import Coming, Floor, How, Member, Note, Notice, Paper, Seen, State
from bot.core.model import Group as Row
from bot.core.outgoing import Message, Written, WrittenBlock
from bot.core.people import person_for
from bot.core.platform import Address, Outcome, Sent
from bot.core.ports import House, Rhythm, Settlement, UnitOfWork
from bot.core.replan import replan
from bot.core.uses.founding.setup import Spec, found
from bot.core.view import view
from bot.store.store import SqlStore, open_store
from prove.hours_drawn import drawn, instant, its_habits, local
from prove.hours_fates import START, Life, Told, Way, compare
from prove.hours_walls import DAY, HOUR, MINUTE, Wall
from prove.hours_words import Gathering, Group, notices
from prove.report import Report
from scheduler.clock import NoWaking
from scheduler.dispatcher import Dispatcher
from scheduler.steps import Steps, Waits

JUMPS = (5 * MINUTE, HOUR, DAY)
JUMPY, LOOKS = 0.05, 0.15
"""How likely the clock jumps on the way to what is due next, in a crowd, and how likely it is looked at just before."""

PEOPLE = ("aino", "veikko", "salme", "oiva", "helmi")


class Wordless(Library):
    """Everything but the words: what is said is not what is asked here, only when."""

    def write(self, message: Message, language: str) -> Written:
        """A line for any message."""
        return Written((WrittenBlock("para", "…"),))


LIBRARY = Wordless()


class JumpingClock:
    """The machine's clock and the groups': it may be set to anything."""

    def __init__(self, at: int) -> None:
        self.at = at

    def now(self) -> datetime:
        """What it shows."""
        return datetime.fromtimestamp(self.at, UTC)


class Ledger(MemoryAdapter):
    """A platform that takes everything, doubles too, and remembers when; the clock may jump while it does."""

    def __init__(self, clock: JumpingClock) -> None:
        super().__init__()
        self.clock = clock
        self.posts: dict[str, list[int]] = defaultdict(list)
        self.jump: int | None = None
        self.after = 0

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:
        """Take it."""
        if self.jump is not None:
            self.after -= 1
            if self.after < 0:
                self.clock.at += self.jump
                self.jump = None
        self.posts[mark].append(self.clock.at)
        return Sent(mark)


@dataclass
class World:
    """All that happened."""

    clock: JumpingClock
    ledger: Ledger
    told: dict[str, Told] = field(default_factory=dict)
    stops: list[list[int]] = field(default_factory=list)
    jumps: Counter[str] = field(default_factory=Counter)

    async def compose(self, work: UnitOfWork, notice: Notice, house: House) -> Said | Settlement:
        """As the bot does, and note it down."""
        said = await delivery.compose(work, notice, house)
        how = "said" if isinstance(said, Said) else str(said.state)
        self.told[notice.id] = Told(notice, how, self.clock.at)
        return said

    async def aftermath(
        self, work: UnitOfWork, notice: Notice, settlement: Settlement, outcome: Outcome | None, house: House
    ) -> None:
        """As the bot does, and note down what was skipped."""
        if settlement.state is State.SKIPPED:
            self.told[notice.id] = Told(notice, str(State.SKIPPED), self.clock.at)
        await delivery.aftermath(work, notice, settlement, outcome, house)


def lives(report: Report, dice: random.Random, clocks: dict[str, Wall], groups: int) -> None:
    """Let so many groups live, and compare."""
    folder = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=folder) as place:
        asyncio.run(_live(report, dice, clocks, groups, Path(place)))


async def _live(report: Report, dice: random.Random, clocks: dict[str, Wall], groups: int, place: Path) -> None:
    store = await open_store(f"sqlite:///{place / 'piiri.db'}", place / "piiri.key")
    try:
        clock = JumpingClock(START)
        world = World(clock, Ledger(clock))
        house = House(LIBRARY, TypedText(), clock, Chance(), {"memory": MODAL})
        founded = [await _found(store, house, dice, clocks, number) for number in range(groups)]
        await _time_passes(store, house, dice, world, max(JUMPY, min(0.25, 1 / groups)))
    finally:
        await store.close()
    _judge(report, world, founded)


async def _found(store: SqlStore, house: House, dice: random.Random, clocks: dict[str, Wall], number: int) -> Life:
    """A group with its members, notes and absences, as the core itself founds and plans it."""
    one = drawn(dice, clocks)
    one = replace(
        one, starts=one.starts[: (len(one.starts) + 1) // 2], meetings=one.meetings[: (len(one.starts) + 1) // 2]
    )
    habits = replace(one.group.habits, goes_on=0, evaluates=True)
    spec = Spec(
        name=f"Piiri {number}",
        platform="memory",
        channel=f"channel-{number}",
        programme="vahvistin",
        language="fi",
        zone=ZoneInfo(one.group.wall.zone),
        first=local(one.first),
        rhythm=Rhythm(one.count, one.unit),  # type: ignore[arg-type]
        minutes=one.meetings[0].minutes,
        meetings=len(one.starts),
        place="Kirjasto",
        link="",
        themes=LIBRARY.programme("vahvistin").themes()[:4],
        floor=Floor.ALOUD if habits.aloud else Floor.FIVE,
    )
    async with store.begin() as work:
        convener = await person_for(work, house, Sender("memory", f"kaarina-{number}", "Kaarina", "fi"))
        row = await found(work, house, spec, convener)
        row = replace(row, **its_habits(habits))
        await work.groups.save(row)
        meetings = sorted(await work.meetings.find(group_id=row.id), key=lambda m: m.starts)
        members = await _people(work, house, row, number)
        known: list[Gathering] = []
        for drawn_one, starts, meeting in zip(one.meetings, one.starts, meetings, strict=True):
            await work.meetings.save(replace(meeting, starts=local(starts)))
            about = replace(drawn_one, local=starts, set_at=START, moved=False, done=None, cancelled=False, held=True)
            about = replace(about, pretask_was=None, id=meeting.id, lead="")
            known.append(await _tells(work, house, row, about, members))
        seen = await view(work, house, row)
        leads = {m.id: lead.person_id for m in seen.meetings if (lead := seen.lead(m))}
        known = [replace(m, lead=leads.get(m.id, "")) for m in known]
        await replan(work, house, row)
    its = Group(one.group.wall, habits)
    plan = notices(its, known)
    return Life(
        replace(one, group=its),
        row,
        plan,
        {m.id: m.id for m in meetings},
        max(known, key=lambda m: m.local),
        [*members],
    )


async def _people(work: UnitOfWork, house: House, row: Row, number: int) -> dict[str, Member]:
    """Five members, by person id."""
    there: dict[str, Member] = {}
    for n, name in enumerate(PEOPLE):
        person = await person_for(work, house, Sender("memory", f"{name}-{number}", name, "fi"))
        joined = instant(START - 60 + n)
        member = Member(house.chance.new_id(), row.id, person.id, await work.keys.make(), name, joined)
        await work.members.add(member)
        there[person.id] = member
    return there


async def _tells(work: UnitOfWork, house: House, row: Row, about: Gathering, members: dict[str, Member]) -> Gathering:
    """Notes, absences and something to do between, as the oracle drew them; the same in person ids."""
    ids = {member.name: person for person, member in members.items()}
    absent = about.absent[:4]  # somebody is left to lead
    for name in about.writers:
        writer = members[ids[name]]
        await work.notes.add(Note(house.chance.new_id(), row.id, about.id, writer.id, writer.key_id, "oma ajatus"))
    for name in absent:
        away = members[ids[name]]
        await work.comings.add(
            Coming(
                house.chance.new_id(), row.id, about.id, away.id, row.key_id, How.ABSENT, "", Seen.GROUP, 1,
                instant(START),
            )
        )  # fmt: skip
    if about.task_after:
        await work.papers.add(Paper(house.chance.new_id(), row.id, "between", about.id, None, row.key_id, "kävely"))
    return replace(about, writers=tuple(ids[n] for n in about.writers), absent=tuple(ids[n] for n in absent))


async def _time_passes(store: SqlStore, house: House, dice: random.Random, world: World, jumpy: float) -> None:
    """From one due instant to the next until nothing is left, with jumps on the way and looks just before."""
    clock, ledger = world.clock, world.ledger
    steps = Steps(compose=world.compose, aftermath=world.aftermath)
    dispatcher = Dispatcher(
        store, store.outbox, {"memory": ledger}, house, NoWaking(), steps=steps, waits=Waits(gathering=0.0),
        now=clock.now,
    )  # fmt: skip
    running = asyncio.create_task(dispatcher.run())
    try:
        while first := await store.outbox.next_due():
            due = max(clock.at, int(first.due.timestamp()))
            if dice.random() < LOOKS and due > clock.at:
                clock.at = max(clock.at, due - dice.randint(1, 15 * MINUTE))
            elif dice.random() >= jumpy:
                clock.at = due
            else:
                by = dice.choice(JUMPS) * dice.choice((-1, 1))
                if dice.random() < 0.4:  # while it sends, at the first post or one of those after it
                    clock.at, ledger.jump, ledger.after = due, by, dice.randrange(2)
                else:
                    clock.at = dice.randint(clock.at, due) + by
                    world.jumps[_named(by)] += 1
            before = clock.at
            dispatcher.ring()
            if not await dispatcher.settled(60):
                raise RuntimeError("the dispatcher did not come to rest in a minute")
            world.stops.append([before] if clock.at == before else [before, clock.at])
            if clock.at != before:
                world.jumps[f"{_named(clock.at - before)}, while sending"] += 1
            ledger.jump = None
    finally:
        await dispatcher.stop()
        await running


def _named(by: int) -> str:
    names = {5 * MINUTE: "5 min", HOUR: "1 h", DAY: "1 day"}
    return f"{'+' if by > 0 else '-'}{names[abs(by)]}"


def _judge(report: Report, world: World, founded: Sequence[Life]) -> None:
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    heard = {ref for t in world.told.values() if t.notice.kind == "trouble" for ref in t.notice.key.split(":")[-1:]}
    by_group: dict[str, list[Told]] = defaultdict(list)
    for told in world.told.values():
        by_group[told.notice.group_id].append(told)
    way = Way(world.stops)
    for life in founded:
        wrong += compare(life, by_group[life.row.id], way, heard, counts)
    doubles = sum(len(posts) - 1 for posts in world.ledger.posts.values())
    for told in world.told.values():
        if told.how == "said" and not way.together(told.at, world.ledger.posts[f"{told.notice.id}:0"]):
            wrong.append(f"{told.notice.kind} claimed at {told.at} and posted at {world.ledger.posts[told.notice.id]}")
    jumps = world.jumps
    report.tell("groups that lived it through the dispatcher", len(founded))
    report.tell("posts and whispers sent", f"{sum(map(len, world.ledger.posts.values())):,}")
    for name in sorted(jumps, key=lambda name: (name.endswith("sending"), name[1:], name)):
        report.tell(f"clock jumps of {name}", jumps[name])
    report.tell("notices compared", f"{counts['compared']:,}")
    report.tell("said at the very second", f"{counts['on time']:,}")
    report.tell("said late, by what the clock was put forward", f"{counts['late']:,}")
    report.tell("and those that then waited for the morning", f"{counts['morning']:,}")
    report.tell("skipped as too late", f"{counts['skipped']:,}")
    report.none("skipped and not told to the convener", counts["untold"])
    report.none("sent twice", doubles)
    report.none("said early, missing, or at another time than expected", len(wrong))
    for line in wrong[:5]:
        report.judge("for example", line, "none", holds=False)
