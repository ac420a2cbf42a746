"""One person's hands: press a button that is really there, fill the form that came, write; and keep what came back."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.incoming import Act as Doing
from bot.core.incoming import Command, Filled, Incoming, Press, Sender, Wrote
from bot.core.outgoing import Answer, Written, WrittenButton, WrittenField, WrittenForm, WrittenToast
from bot.rehearsal.acts import Act, Ask, Fill, Page, Push, Side, Step, Taps, Write
from bot.rehearsal.transcript import Exchange

Hear = Callable[[Incoming], Awaitable[Answer]]


class Lost(Exception):
    """The play went where nothing was prepared for it: a fault of ours, never of who asked for it."""


@dataclass
class Hands:
    """What one person sees, latest last, and does. `channels` are what everybody sees there, `ids` the addresses."""

    sender: Sender
    ids: Mapping[Side, str]
    group_id: str
    channels: Mapping[Side, list[Written]]
    hear: Hear
    in_words: Callable[[datetime], str]
    command: Callable[[str], str]
    private: list[Written] = field(default_factory=list)
    done: int = 0

    async def do(self, act: Act, meeting_id: str) -> tuple[Exchange, ...]:
        """All steps of an act, each on what the one before brought."""
        exchanges: list[Exchange] = []
        side: Side = act.side
        shown: Sequence[Written] = self.channels.get(side, self.private)
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
            case Push(word, value, place):
                button = find(shown, word, value, self._about(meeting_id), place)
                answer = await self._say(Press(button.data), side)
                return _exchange((button.label,), answer), answer if isinstance(answer, WrittenForm) else None
            case Taps(steps, word):
                return await self._tap(word, steps, side, shown, self._about(meeting_id)), None
            case Fill(text, more):
                first = text if isinstance(text, str) else "\n".join(self.in_words(each) for each in text)
                return await self._fill(form, (first, *more)), None
            case Page(steps, text, permission):
                left, said = list(map(str, steps)), [text]
                values = [self._answer(field, left, said, permission) for field in form.fields] if form else []
                return await self._fill(form, tuple(values)), None
            case Ask(word):
                answer = await self._say(Command(word), side)
                exchange = _exchange((), answer, command=f"/{self.command(word)}")
                return exchange, answer if isinstance(answer, WrittenForm) else None
            case Write(text):
                return _exchange((), await self._say(Wrote(text), "private"), wrote=text), None

    @staticmethod
    def _answer(field: WrittenField, steps: list[str], said: list[str], permission: str) -> str:
        """A step for a scale, the text in the first field for words, and whether it may be quoted."""
        if not field.options:
            return said.pop() if said else ""
        return steps.pop(0) if steps and steps[0] in dict(field.options) else permission

    async def _fill(self, form: WrittenForm | None, filled: tuple[str, ...]) -> Exchange:
        """Send the form with these texts in its fields, from the first on."""
        if form is None:
            raise Lost(f"{self.sender.name} has no form to fill in with {filled}")
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
        return await self.hear(Incoming(key, self.sender, self.ids.get(side), doing))


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


def find(shown: Sequence[Written], word: str, value: str, about: frozenset[str], place: int = 0) -> WrittenButton:
    """The button that carries this word and a value that is this or ends so, on the last message with such a word."""
    fitting = []
    for button in buttons(latest(shown, word, about), word, about):
        carried = button.data.split(":", 2)[2]
        if not value or carried == value or carried.endswith(f".{value}"):
            fitting.append(button)
    if place < len(fitting):
        return fitting[place]
    raise Lost(f"no button of {word} carries {value}")
