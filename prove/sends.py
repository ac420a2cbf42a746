"""100,000 sends into bad weather: each is sent or visibly failed, and nobody suffers for a platform's trouble.

Groups live through their seasons, half of them on Telegram and half on Discord, in one real store (SQLite). The real
dispatcher sends for them by the real adapters, over sockets, to the platforms' stand-ins, before whose doors a seeded
plan decides what becomes of each call that sends: 10 % are told to wait (on Discord one in five of these for the whole
bot), 5 % meet a server's error before and 5 % after they took effect, 5 % are never answered though they arrived, 2 %
lose their connection, 2 % find the door closed (removed, muted, forbidden, blocked), 1 % a chat that has moved. What
was closed is opened again before the next instant at which anything is due, and the convener has the group go on. All
waiting is on a hurried clock; nothing of it is left out.

Then 300 groups are due at once, ten times: without and with one bad group among them, that is told to wait for ever,
is never answered, or meets errors. What the others wait longer for its sake is measured.

It passes when nothing that was due is left over, nothing counts as sent that did not arrive, of what failed the
conveners were told, posts are doubled only where nobody could know and the kind is repeated (never on Discord), nothing
was asked before it was allowed again, nothing refused was tried again, and no innocent group waited 2 s longer.
"""

import asyncio
import random
import tempfile
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

from bot.core.incoming import Incoming, LetIn, Press, Sender
from bot.core.kinds import KINDS, LAST_WORD, UNTOLD
from bot.core.model import State
from bot.core.platform import SHUT
from prove.hurried import HurriedLoop, hurried
from prove.report import Report, share
from prove.sends_bad import delays
from prove.sends_house import MODULES_WITH_TIME, Stand, filled, standing

SENDS = 100_000
A_GROUP = 42
"""About so many calls one group is good for before its season ends."""

MEMBERS = 3
ROOM = Path("/dev/shm")
TRIES_TO_HEAL = 0.5
"""How often a person who shut the bot out lets it in again, at each instant at which something is due."""


def run(scale: float, seed: int) -> Report:
    """See above; `scale` multiplies the sends and the groups of the second part."""
    report = Report(f"3. Sends: {SENDS * scale:,.0f} sends into bad weather, on both platforms")
    modules = [import_module(name) for name in MODULES_WITH_TIME]
    sends = max(1, int(SENDS * scale))
    with tempfile.TemporaryDirectory(dir=ROOM if ROOM.is_dir() else None) as name:
        folder = Path(name)
        asyncio.run(filled(folder, max(4, sends // A_GROUP + 1), MEMBERS, seed))
        hurried(lambda loop: _season(loop, folder, sends, seed, report), *modules)
    delays(scale, seed, report, modules)
    return report


async def _season(loop: HurriedLoop, folder: Path, sends: int, seed: int, report: Report) -> None:
    async with standing(folder, loop, seed) as stand:
        chance = random.Random(seed)
        healed = 0
        while _calls(stand) < sends and await stand.moves_on():
            healed += await _heal(stand, chance)
            await stand.settles()
            stand.telegram.updates.clear()
        rows = await _rows(stand)
        _tell(stand, report, rows, healed)
        _judge(stand, report, rows)


def _calls(stand: Stand) -> int:
    return sum(weather.book.calls.total() for weather in stand.weathers.values())


async def _heal(stand: Stand, chance: random.Random) -> int:
    """Open every closed channel again, let the convener go on there; some people open their private sides."""
    groups = await _select(
        stand,
        "SELECT g.id, g.platform, g.channel, p.handle FROM groups g JOIN conveners c ON c.group_id = g.id "
        "JOIN persons p ON p.id = c.person_id WHERE g.unreachable IS NOT NULL",
    )
    for number, (group, platform, channel, handle) in enumerate(groups):
        stand.weathers[platform].closed.discard(channel)
        if platform == "telegram":
            stand.telegram.opens(int(channel))
        sender = Sender(platform, handle, "Kaarina", "fi")
        for act in (LetIn(), Press(f"resume:{group}:")):
            key = f"heal:{stand.loop.time()}:{number}:{type(act).__name__}"
            await stand.piiri.hear(Incoming(key, sender, channel, act))
    for platform, weather in stand.weathers.items():
        for address in sorted(weather.closed):
            if "/" not in address and not address.startswith("-") and chance.random() < TRIES_TO_HEAL:
                weather.closed.discard(address)
                if platform == "telegram":
                    stand.telegram.opens(int(address))
    return len(groups)


async def _select(stand: Stand, statement: str) -> list[Any]:
    async with stand.piiri.store.begin() as work:
        connection: Any = work.connection  # type: ignore[attr-defined]
        return list(await connection.exec_driver_sql(statement))


async def _rows(stand: Stand) -> list[Any]:
    return await _select(
        stand,
        "SELECT n.id, n.kind, n.state, n.why, n.person_id, n.ref, n.parts, g.platform, n.due, n.attempts "
        "FROM notices n JOIN groups g ON g.id = n.group_id",
    )


def _tell(stand: Stand, report: Report, rows: list[Any], healed: int) -> None:
    books = {name: weather.book for name, weather in stand.weathers.items()}
    for name, book in books.items():
        report.tell(f"{name}: calls that send, for notices", f"{book.calls.total():,}, {len(book.calls):,}")
    fates: Counter[str] = sum((Counter(book.fates) for book in books.values()), Counter())
    whole = fates.total()
    for what in sorted(fates, key=lambda each: (not each, each)):
        report.tell(f"  {what or 'fair'}", f"{fates[what]:,} = {share(fates[what], whole)}")
    states = Counter(row.state for row in rows if row.id in stand.kinds)
    report.tell("notices sent / failed / unsure", _counts(states, State.SENT, State.FAILED, State.UNSURE))
    report.tell("  skipped as late / dropped as needless", _counts(states, State.SKIPPED, State.DROPPED))
    report.tell("channels that were opened again", f"{healed:,}")
    report.tell("virtual hours", f"{stand.loop.time() / 3600:.1f}")


def _judge(stand: Stand, report: Report, rows: list[Any]) -> None:
    telegram, discord = stand.telegram.book, stand.discord.book
    now = f"{stand.clock.now():%Y-%m-%d %H:%M:%S}"
    left = [row for row in rows if row.state == State.SENDING or (row.state == State.WAITING and str(row.due) <= now)]
    report.none("due and neither sent nor failed", len(left))
    arrived = {"telegram": telegram.arrived, "discord": stand.discord.arrivals()}
    sent = [row for row in rows if row.state == State.SENT and row.kind != "plan-edit"]
    lost = [row for row in sent for part in range(row.parts) if not arrived[row.platform].get(f"{row.id}:{part}")]
    report.none("counts as sent and never arrived", len(lost))
    _judge_told(report, rows)
    _judge_doubles(stand, report, arrived)
    report.none("calls before an address was free again", telegram.early + discord.early)
    report.none("calls before the whole of Discord was free again", discord.early_for_all)
    report.none("calls too fast by the platform's own rules", len(stand.telegram.throttled) + _own_429(stand))
    report.none("calls for a notice that was refused for good", telegram.again_refused + discord.again_refused)
    report.none("calls into a closed channel", telegram.into_closed + discord.into_closed)
    report.none("calls against the rules of a platform", len(stand.telegram.violations) + len(stand.discord.violations))


def _own_429(stand: Stand) -> int:
    fates = stand.discord.book.fates
    return stand.discord.ledger.throttled - fates["429"] - fates["429 for all"]


def _judge_told(report: Report, rows: list[Any]) -> None:
    """Of what failed, the conveners have a whisper; only what a person shut themselves off from is their own affair."""
    failed = [
        row
        for row in rows
        if row.state in {State.FAILED, State.UNSURE, State.SKIPPED}
        and row.kind not in UNTOLD
        and not (row.person_id and row.why == SHUT)
    ]
    whispers = [row for row in rows if row.kind == "trouble"]
    named = {each for row in whispers for each in row.ref.split()}
    report.tell("failed, and the convener is to know", f"{len(failed):,}")
    report.none("  of these no whisper names", sum(row.id not in named for row in failed))
    states = Counter(row.state for row in whispers if row.ref)
    report.tell("  whispers sent / waiting for day / not through", _whispered(states))


def _whispered(states: Counter[str]) -> str:
    apart = states[State.FAILED] + states[State.UNSURE] + states[State.SKIPPED]
    return f"{states[State.SENT]:,} / {states[State.WAITING]:,} / {apart:,}"


def _judge_doubles(stand: Stand, report: Report, arrived: dict[str, dict[str, list[float]]]) -> None:
    for name, again in (("repeated", True), ("not repeated", False)):
        marks = [mark for mark in arrived["telegram"] if _is_repeated(stand, mark) is again]
        doubles = sum(len(arrived["telegram"][mark]) - 1 for mark in marks)
        of_which = stand.telegram.book.unknowable
        unknowable = sum(many for mark, many in of_which.items() if _is_repeated(stand, mark) is again)
        most = unknowable if again else 0
        bound = f"<= {most:,} unknowable" if again else "0"
        report.judge(f"Telegram: doubles of kinds that are {name}", f"{doubles:,}", bound, holds=doubles <= most)
        beyond = sum(len(arrived["telegram"][mark]) - 1 > of_which[mark] for mark in marks)
        report.none("  posts doubled oftener than nobody could know", beyond)
        if not again:
            report.tell("  outcomes that nobody could know, and no repeat", f"{unknowable:,}")
    report.tell("Discord: outcomes that nobody could know", f"{stand.discord.book.unknowable.total():,}")
    report.none("Discord: doubles", sum(len(each) - 1 for each in arrived["discord"].values()))


def _is_repeated(stand: Stand, mark: str) -> bool:
    kind = stand.kinds[mark.partition(":")[0]]
    return KINDS[kind].again or kind in LAST_WORD


def _counts(states: Counter[str], *which: State) -> str:
    return " / ".join(f"{states[each]:,}" for each in which)
