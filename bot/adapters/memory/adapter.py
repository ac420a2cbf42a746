"""The reference adapter: everything stays in this process. Rehearsals and tests run on it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.core.outgoing import Written
from bot.core.platform import Address, Capabilities, Hear, Outcome, Rejected, Sent

MODAL = Capabilities(
    whisper="direct", form="modal", fields=20, buttons=40, per_row=5, label=80, text=4000, files=True, edit=True
)
STEPS = Capabilities(
    whisper="direct", form="steps", fields=0, buttons=40, per_row=5, label=64, text=4000, files=True, edit=True
)


@dataclass(frozen=True)
class Arrived:
    """One part that arrived: where, under which mark, and what it says."""

    to: Address
    mark: str
    part: Written


@dataclass
class MemoryAdapter:
    """A platform that never forgets a mark: the same part posted twice arrives once.

    `fate` may decide otherwise for any post, before it arrives; `lost` is then what the caller hears.
    """

    capabilities: Capabilities = MODAL
    name: str = "memory"
    arrived: list[Arrived] = field(default_factory=list)
    fate: Callable[[Address, str], Outcome | None] | None = None
    hear: Hear | None = None

    async def run(self, hear: Hear) -> None:
        """Hear until cancelled; acts are handed in by whoever holds the adapter."""
        self.hear = hear
        await asyncio.Event().wait()

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:  # noqa: ARG002 - no mark is ever forgotten
        """Let it arrive, unless fate has it otherwise."""
        decided = self.fate(to, mark) if self.fate else None
        if decided is not None:
            return decided
        for number, there in enumerate(self.arrived):
            if there.mark == mark:
                return Sent(str(number))
        self.arrived.append(Arrived(to, mark, part))
        return Sent(str(len(self.arrived) - 1))

    async def amend(self, to: Address, post: str, part: Written) -> Outcome:
        """Put this in the place of an earlier post."""
        if not post.isdecimal() or int(post) >= len(self.arrived) or self.arrived[int(post)].to != to:
            return Rejected("post-unknown")
        self.arrived[int(post)] = Arrived(to, self.arrived[int(post)].mark, part)
        return Sent(post)
