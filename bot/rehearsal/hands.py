"""One person's hands: press a button that is really there, fill the form that came, write; and keep what came back."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.core.incoming import Act as Doing
from bot.core.incoming import Command, Filled, Incoming, Press, Sender, Wrote
from bot.core.outgoing import Answer, Written, WrittenButton, WrittenForm, WrittenToast
from bot.rehearsal.acts import Act, Ask, Fill, Page, Push, Step, Taps, Write
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
    group_id: str
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
                button = find(shown, word, value, self._about(meeting_id))
                answer = await self._say(Press(button.data), side)
                return _exchange((button.label,), answer), answer if isinstance(answer, WrittenForm) else None
            case Taps(steps, word):
                return await self._tap(word, steps, side, shown, self._about(meeting_id)), None
            case Fill(text, more):
                first = text if isinstance(text, str) else "\n".join(self.in_words(each) for each in text)
                return await self._fill(form, (first, *more)), None
            case Page(steps, text):
                scales = len([field for field in form.fields if field.options]) if form else 0
                return await self._fill(form, (*map(str, steps[:scales]), *filter(None, [text]))), None
            case Ask(word):
                return _exchange((), await self._say(Command(word), "private"), command=f"/{self.command(word)}"), None
            case Write(text):
                return _exchange((), await self._say(Wrote(text), "private"), wrote=text), None

    async def _fill(self, form: WrittenForm | None, filled: tuple[str, ...]) -> Exchange:
        """Send the form with these texts in its fields, from the first on."""
        if form is None:
            raise Lost(f"{self.sender.name} has no form to fill")
        typed = {field.name: text for field, text in zip(form.fields, filled, strict=False)}
        values = {field.name: field.value for field in form.fields} | typed
        answer = await self._say(Filled(form.name, form.about, values), "private")
        if isinstance(answer, WrittenForm):
            raise Lost(f"the form {form.name} came back: {[field.problem for field in answer.fields]}")
        return _exchange((), answer, form=form, filled=filled)

    def _about(self, meeting_id: str) -> frozenset[str]:
        """What the buttons may be about; empty for anything."""
        return frozenset({meeting_id, self.group_id, ""}) if meeting_id else frozenset()

    async def _tap(
        self, word: str, steps: Sequence[int], side: Side, shown: Sequence[Written], about: frozenset[str]
    ) -> Exchange:
        """One step of every scale; what the last tap is answered with stands for all."""
        post = latest(shown, word, about)
        scales = list(dict.fromkeys(b.data.split(":")[2].split("=")[0] for b in buttons(post, word, about)))
        labels, answer = [], None
        for scale, step in zip(scales, steps, strict=False):
            button = find([post], word, f"{scale}={step}", about)
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
    filled: tuple[str, ...] = (),
) -> Exchange:
    toast = answer.text if isinstance(answer, WrittenToast) else ""
    parts = answer if isinstance(answer, tuple) else ()
    return Exchange(did, command, wrote, form, filled, parts, toast)


def buttons(written: Written, word: str, about: frozenset[str]) -> list[WrittenButton]:
    """A message's buttons that carry this word, about one of these where any are named."""
    flat = [button for row in written.buttons for button in row]
    return [b for b in flat if (parts := b.data.split(":"))[0] == word and (not about or parts[1] in about)]


def latest(shown: Sequence[Written], word: str, about: frozenset[str]) -> Written:
    """The last message that has such a button."""
    for written in reversed(shown):
        if buttons(written, word, about):
            return written
    raise Lost(f"nobody sees a button that carries {word}")


def find(shown: Sequence[Written], word: str, value: str, about: frozenset[str]) -> WrittenButton:
    """The button that carries this word and a value that is this or ends so, on the last message with such a word."""
    for button in buttons(latest(shown, word, about), word, about):
        carried = button.data.split(":", 2)[2]
        if not value or carried == value or carried.endswith(f".{value}"):
            return button
    raise Lost(f"no button of {word} carries {value}")
