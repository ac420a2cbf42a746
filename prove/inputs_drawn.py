"""Inputs drawn from a grammar of what there is to do, and from everything that nobody ought to type."""

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from bot.core.forms import WORDS
from bot.core.incoming import (
    Act,
    Closed,
    Command,
    Departed,
    Filled,
    LetIn,
    Opened,
    Press,
    Relocated,
    ShutOut,
    Typing,
    Unread,
    Wrote,
)
from bot.core.outgoing import Answer, Door, WrittenForm, say
from bot.core.register import COMMANDS, USES
from prove.circles import ENDS_SOMETHING, LIBRARY, buttons

HOSTILE = (
    "", " ", "\n", "\x00", "a\x00b", "\ud800", "x\udfff\ud83d", "\u202eolleh", "\u200b\u200d\u2060",
    "\u0301" * 40, "👩‍👩‍👧‍👦" * 30,
    "{ $name }", "{ $when -> [one] x *[other] y }", "{0}{}{x!r}", "%s%n%(x)s%999999d",
    "'; DROP TABLE groups; --", "\" OR 1=1 --",
    "<b>&amp;</b><script>x</script>", "<a href='tg://user?id=1'>x</a>", "[x](https://x)*_~`>|#",
    "@everyone <@1> <#2> </menu:1>",
    "../../../etc/passwd", "${jndi:ldap://x}", "null", "None", "NaN", "-0", "1e309", "9" * 400, "²³", "٣", "一",
    "Ⅷ", "\r\n.\r\n",
    "BEGIN:VCALENDAR\r\nEND:VCALENDAR", "\ufeffx", "\ufffe\uffff", "İıŉẞ", "ﷺ" * 50, "\t".join("abc"),
    "=cmd|'/c calc'!A0", "a:b:c:d", ":", "::",
    "{\"a\": [", "[[" * 2000, "\x1b[31m", "\x7f\x80\x9f", "ä" * 5000, "x" * 100_000,
)  # fmt: skip
"""Halves of characters, nothing and next to nothing, other scripts' digits, code of nine kinds, and far too much."""

MILLION = "ö " * 500_000
PLAUSIBLE = (
    "Tämä auttoi minua", "ti 22.9. klo 17", "to 1.10. klo 18", "1.10.", "15.12.2026 klo 17", "tiistai",
    "3, 1, 2", "2h30", "120", "5",
    "https://meet.example/x", "Kirjasto", "Tukholma", "Europe/Stockholm", "kyllä",
    "ti 29.9. klo 17\nke 30.9. klo 18\nto 1.10. klo 17",
    "three weeks", "1m", "10", "0", "-1", "31.2.", "29.2.2027", "25.10.2026 klo 3:30", "28.3.2027 klo 3:30",
    "ti 22.9. klo 25", "31.12.9999 klo 23",
    "1.1.0001 klo 0", "2026-09-22T17:00:00+03:00", "tomorrow at noon", "huomenna", "i morgon kl. 18",
)  # fmt: skip
VALUES = (
    "",
    "all",
    "yes",
    "no",
    "new",
    "off",
    "0",
    "1",
    "-1",
    "=",
    "quiet",
    "0.0.0",
    "with=",
    "heard=1",
    "undo.",
    "edit",
    "on",
    "²",
    "more.x",
)
KINDS = ("press", "forged press", "form", "command", "words", "step", "other")
SHARES = (30, 18, 22, 10, 8, 6, 6)


@dataclass
class Drawer:
    """Draws one act after another, and learns from every answer what more there is."""

    chance: random.Random
    groups: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    tokens: deque[str] = field(default_factory=lambda: deque(maxlen=20))
    offered: deque[str] = field(default_factory=lambda: deque(maxlen=400))
    forms: deque[WrittenForm] = field(default_factory=lambda: deque(maxlen=60))
    _words: list[str] = field(default_factory=list)

    def learns(self, answer: Answer) -> None:
        """What an answer offers can be pressed and filled in."""
        if isinstance(answer, WrittenForm):
            fields = tuple(replace(each, value="", problem="") for each in answer.fields)  # they echo what was typed
            self.forms.append(replace(answer, intro=(), fields=fields))
        elif isinstance(answer, Door):
            self.tokens.append(answer.token)
        else:
            self.offered.extend(buttons(answer))

    def text(self) -> str:
        """Something typed, by somebody sensible or by somebody who is not."""
        draw = self.chance.random()
        if draw < 0.0001:
            return MILLION
        if draw < 0.45:
            return self.chance.choice(PLAUSIBLE)
        if draw < 0.9:
            return self.chance.choice(HOSTILE)
        return "".join(chr(self.chance.randrange(0x110000)) for _ in range(self.chance.randrange(1, 30)))

    def draw(self) -> tuple[str, str, Act]:
        """The kind of input, the handler it is meant for (or ""), and the act."""
        kind = self.chance.choices(KINDS, SHARES)[0]
        ways = {
            "press": self._press, "forged press": self._forged_press, "form": self._form, "command": self._command,
            "words": self._wrote, "step": self._step, "other": self._other,
        }  # fmt: skip
        act = ways[kind]()
        return kind, _word_of(act), act

    def _word(self) -> str:
        """Every handler in turn, in an order that is never the same."""
        if not self._words:
            self._words = self.chance.sample([*USES], len(USES))
        return self._words.pop()

    def _press(self) -> Act:
        for _ in range(20):
            if not self.offered:
                break
            data = self.chance.choice(self.offered)
            if not ENDS_SOMETHING.search(data.partition(":")[0]) or self.chance.random() < 0.03:
                return Press(data)
        return self._forged_press()

    def _forged_press(self) -> Act:
        draw = self.chance
        word = self._word() if draw.random() < 0.95 else draw.choice(HOSTILE)[:80]
        about = draw.choice([*self.groups, draw.choice(self.ids or ("",)), "", draw.choice(HOSTILE)[:60]])
        if ENDS_SOMETHING.search(word) and draw.random() < 0.85:  # or else no group would live through it
            about = draw.choice(HOSTILE)[:60]
        value = draw.choice(
            [*VALUES, draw.choice(self.ids or ("",)), draw.choice(HOSTILE)[:60], f"undo.{draw.choice(VALUES)}"]
        )
        data = f"{word}:{about}:{value}"
        return Press(data[:64] if draw.random() < 0.9 else data)

    def _form(self) -> Act:
        draw = self.chance
        if self.forms and draw.random() < 0.8:
            form = draw.choice(self.forms)
            if not ENDS_SOMETHING.search(form.name) or draw.random() < 0.1:
                return Filled(form.name, form.about, {f.name: self._typed(f.options) for f in form.fields})
        names = draw.sample(
            ("text", "reason", "when", "first", "order", "hope", "title", "theme", "name", "times", "zone", "x\x00"), 5
        )
        about = f"{draw.choice([*self.groups, ''])}:{draw.choice(VALUES)}"
        word = self._word()
        if ENDS_SOMETHING.search(word):
            about = ""
        return Filled(word, about, {name: self.text() for name in names})

    def _typed(self, options: tuple[tuple[str, str], ...]) -> str:
        if options and self.chance.random() < 0.85:
            return self.chance.choice(options)[0]
        return self.text()

    def _command(self) -> Act:
        draw = self.chance
        word = draw.choice([each for each in COMMANDS if draw.random() < 0.3 or not ENDS_SOMETHING.search(each)])
        typed = LIBRARY.text(say(f"command-{word}"), draw.choice(LIBRARY.languages())) if word != "start" else word
        if draw.random() < 0.1:
            typed = draw.choice(HOSTILE)[:200]
        given = (
            {draw.choice(("meeting", "when", "zone", "x")): draw.choice([*self.ids, self.text()])}
            if draw.random() < 0.5
            else {}
        )
        if draw.random() < 0.25:
            return Typing(typed, draw.choice(("meeting", "when", "zone", "")), self.text())
        return Command(typed, self.text() if draw.random() < 0.3 else "", given)

    def _wrote(self) -> Act:
        return Wrote(self.text())

    def _step(self) -> Act:
        steps = [data for data in self.offered if data.partition(":")[0] in WORDS]
        if steps and self.chance.random() < 0.8:
            return Press(self.chance.choice(steps))
        word, form = self.chance.choice(sorted(WORDS)), self.chance.choice([*USES])
        return Press(f"{word}:{form}.{self.chance.randrange(9)}:{self.chance.choice(VALUES)}")

    def _other(self) -> Act:
        draw = self.chance
        token = draw.choice([*self.tokens, draw.choice(HOSTILE)[:60]])
        return draw.choice([
            Opened(token), Opened(token), Closed(draw.choice([*self.offered, "x"])), Unread("file"),
                Unread("edit"), Unread(self.text()[:40]),
            LetIn(), LetIn(), ShutOut("muted") if draw.random() < 0.3 else LetIn(), Departed(),
                Relocated(f"moved-{draw.randrange(5)}") if draw.random() < 0.05 else LetIn(),
        ])  # fmt: skip


def _word_of(act: Act) -> str:
    match act:
        case Press(data):
            return data.partition(":")[0]
        case Filled(form):
            return form
        case Command(word) | Typing(word):
            return LIBRARY.command(word)
    return ""


def mutated(raw: Any, chance: random.Random) -> Any:
    """The same data with one to three places in it gone, or something else."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        raw = _with_one(raw, chance)
    return raw


def _with_one(raw: Any, chance: random.Random) -> Any:
    places = list(_places(raw))
    if not places:
        return raw
    place = chance.choice(places)
    return _changed(raw, place, chance)


def _places(raw: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if way:
        yield way
    inside = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    for name, value in inside:
        yield from _places(value, (*way, name))


def _changed(raw: Any, way: tuple[Any, ...], chance: random.Random) -> Any:
    copy = dict(raw) if isinstance(raw, dict) else list(raw)
    if len(way) > 1:
        copy[way[0]] = _changed(copy[way[0]], way[1:], chance)
        return copy
    draw = chance.random()
    if draw < 0.2:
        del copy[way[0]]
    elif draw < 0.6:
        copy[way[0]] = chance.choice(HOSTILE[:-1])
    else:
        copy[way[0]] = chance.choice((None, 0, -1, 2**63, 1.5, True, [], {}, [{}], {"id": 1}, [None], "x"))
    return copy
