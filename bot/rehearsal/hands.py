"""One person's hands: press a button that is really there, fill the form that came, write; and keep what came back."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.core.incoming import Act as Doing
from bot.core.incoming import Command, Filled, Incoming, Press, Sender, Wrote
from bot.core.outgoing import Answer, Written, WrittenButton, WrittenForm, WrittenToast
from bot.rehearsal.acts import Act, Ask, Fill, Push, Step, Taps, Write
from bot.rehearsal.transcript import Exchange

Hear = Callable[[Incoming], Awaitable[Answer]]
Side = Literal["channel", "private"]


class Lost(Exception):
    """The play went where nothing was prepared for it: a fault of ours, never of who asked for it."""


@dataclass
class Hands:
    """What one person sees, latest last, and does. `channel` is what everybody sees."""

    sender: Sender
    channel_id: str
    channel: list[Written]
    hear: Hear
    in_words: Callable[[datetime], str]
    command: Callable[[str], str]
    private: list[Written] = field(default_factory=list)
    done: int = 0

    async def do(self, act: Act, meeting_id: str) -> tuple[Exchange, ...]:
        """All steps of an act, each on what the one before brought."""
        exchanges: list[Exchange] = []
        side: Side = act.side
        shown: Sequence[Written] = self.channel if side == "channel" else self.private
        form: WrittenForm | None = None
        for step in act.steps:
            exchange, form = await self._one(step, side, shown, form, meeting_id)
            exchanges.append(exchange)
            if exchange.answer:
                # What the bot answers is private, and so are the buttons below it.
                self.private += exchange.answer
                shown, side = exchange.answer, "private"
        return tuple(exchanges)

    async def _one(
        self, step: Step, side: Side, shown: Sequence[Written], form: WrittenForm | None, meeting_id: str
    ) -> tuple[Exchange, WrittenForm | None]:
        match step:
            case Push(word, value):
                button = find(shown, word, value, meeting_id)
                answer = await self._say(Press(button.data), side)
                return _exchange((button.label,), answer), answer if isinstance(answer, WrittenForm) else None
            case Taps(steps):
                return await self._tap(steps, side, shown, meeting_id), None
            case Fill(text):
                if form is None:
                    raise Lost(f"{self.sender.name} has no form to fill")
                filled = self.in_words(text) if isinstance(text, datetime) else text
                values = {f.name: f.value for f in form.fields} | {form.fields[0].name: filled}
                answer = await self._say(Filled(form.name, form.about, values), "private")
                if isinstance(answer, WrittenForm):
                    raise Lost(f"the form {form.name} came back: {[f.problem for f in answer.fields]}")
                return _exchange((), answer, form=form, filled=filled), None
            case Ask(word):
                return _exchange((), await self._say(Command(word), "private"), command=f"/{self.command(word)}"), None
            case Write(text):
                return _exchange((), await self._say(Wrote(text), "private"), wrote=text), None

    async def _tap(self, steps: Sequence[int], side: Side, shown: Sequence[Written], meeting_id: str) -> Exchange:
        """One step of every scale; what the last tap is answered with stands for all."""
        post = latest(shown, "rate", meeting_id)
        scales = list(dict.fromkeys(b.data.split(":")[2].split("=")[0] for b in buttons(post, "rate", meeting_id)))
        labels, answer = [], None
        for scale, step in zip(scales, steps, strict=False):
            button = find([post], "rate", f"{scale}={step}", meeting_id)
            labels.append(button.label)
            answer = await self._say(Press(button.data), side)
        return _exchange(tuple(labels), answer)

    async def _say(self, doing: Doing, side: Side) -> Answer:
        self.done += 1
        key = f"{self.sender.handle}-{self.done}"
        return await self.hear(Incoming(key, self.sender, self.channel_id if side == "channel" else None, doing))


def _exchange(
    did: tuple[str, ...],
    answer: Answer,
    *,
    command: str = "",
    wrote: str = "",
    form: WrittenForm | None = None,
    filled: str = "",
) -> Exchange:
    toast = answer.text if isinstance(answer, WrittenToast) else ""
    parts = answer if isinstance(answer, tuple) else ()
    return Exchange(did, command, wrote, form, filled, parts, toast)


def buttons(written: Written, word: str, meeting_id: str) -> list[WrittenButton]:
    """A message's buttons that carry this word, about this meeting where one is named."""
    flat = [button for row in written.buttons for button in row]
    about = {meeting_id, ""} if meeting_id else set()
    return [
        b
        for b in flat
        if (parts := b.data.split(":"))[0] == word and (not about or word in _OF_GROUP or parts[1] in about)
    ]


_OF_GROUP = frozenset({"join", "menu", "plan"})
"""Words whose buttons name the group rather than a meeting."""


def latest(shown: Sequence[Written], word: str, meeting_id: str) -> Written:
    """The last message that has such a button."""
    for written in reversed(shown):
        if buttons(written, word, meeting_id):
            return written
    raise Lost(f"nobody sees a button that carries {word}")


def find(shown: Sequence[Written], word: str, value: str, meeting_id: str) -> WrittenButton:
    """The button that carries this word and value, on the last message that has one of this word."""
    for button in buttons(latest(shown, word, meeting_id), word, meeting_id):
        if not value or button.data.split(":")[2] == value:
            return button
    raise Lost(f"no button of {word} carries {value}")
