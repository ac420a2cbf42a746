"""From a claimed notice to what is said, and from an outcome to what is written down."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.model import Notice
from bot.core.outgoing import Message
from bot.core.ports import Address, House, Outcome, Settlement, UnitOfWork


@dataclass(frozen=True)
class Said:
    """What a notice says, to whom, in which language."""

    to: Address
    message: Message
    language: str


async def compose(work: UnitOfWork, notice: Notice, house: House) -> Said | Settlement:
    """What the notice says now, or the settlement of one that need not be said. Does what the kind does at this moment."""
    raise NotImplementedError


def verdict(
    notice: Notice, outcome: Outcome, *, parts: int, posts: tuple[str, ...], machine_now: datetime
) -> Settlement:
    """What an outcome means for this notice: sent, waiting again until a machine time, failed or unsure."""
    raise NotImplementedError


async def aftermath(
    work: UnitOfWork, notice: Notice, settlement: Settlement, outcome: Outcome | None, house: House
) -> None:
    """What follows in the same transaction: the convener told, an address closed, a channel moved. Outcome None: skipped late."""
    raise NotImplementedError
