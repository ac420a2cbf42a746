"""From what the page sends to what the core hears. Pure; raises Unreadable with a code for what is wrong."""

import re
from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec

from bot.adapters.browser.pages import Did, Someone
from bot.core.incoming import Act, Command, Filled, Incoming, Press, Sender, Wrote

MOST_BODY: Final = 64 * 1024
MOST_TEXT: Final = 4000
MOST_NAME: Final = 60
MOST_FIELDS: Final = 20
MOST_LABEL: Final = 80
MOST_DATA_BYTES: Final = 64
MOST_WORD: Final = 64

_KEY = re.compile(r"[A-Za-z0-9-]{8,64}")
_COMMAND = re.compile(r"/(?P<word>[^\s/@]{1,32})(?:@\S*)?(?:\s+(?P<rest>.*))?", re.DOTALL)
_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")

Shape = TypeVar("Shape")


class Unreadable(Exception):
    """What the page sent cannot be taken; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Act(msgspec.Struct, frozen=True):
    kind: str
    data: str = ""
    word: str = ""
    rest: str = ""
    text: str = ""
    form: str = ""
    about: str = ""
    values: dict[str, str] = msgspec.field(default_factory=dict)
    label: str = ""


class _Request(msgspec.Struct, frozen=True):
    key: str
    sender: str = msgspec.field(name="as")
    act: _Act
    private: bool = False


class _Newcomer(msgspec.Struct, frozen=True):
    name: str
    language: str


class _Opening(msgspec.Struct, frozen=True):
    name: str


@dataclass(frozen=True)
class Asked:
    """One act as the page sent it: `label` is a short name for it, `line` what was typed, for all to see in a room."""

    key: str
    handle: str
    private: bool
    act: Act
    did: Did
    label: str = ""
    line: str = ""

    def incoming(self, someone: Someone, room: str) -> Incoming:
        """What the core hears; keys of one person do not meet another's."""
        return Incoming(
            key=f"{someone.handle}:{self.key}",
            sender=Sender("browser", someone.handle, someone.name, someone.language, may_convene=True),
            channel=None if self.private else room,
            act=self.act,
        )


def read_act(body: bytes) -> Asked:
    """One act of one person."""
    request = _decode(body, _Request)
    if not _KEY.fullmatch(request.key):
        raise Unreadable("malformed")
    act, did, label = _act(request.act)
    line = "" if request.private or request.act.kind != "wrote" else clean(request.act.text)
    return Asked(request.key, request.sender, request.private, act, did, clean(label)[:MOST_LABEL], line)


def read_person(body: bytes, languages: tuple[str, ...]) -> tuple[str, str]:
    """The name and the language of somebody new."""
    newcomer = _decode(body, _Newcomer)
    if newcomer.language not in languages:
        raise Unreadable("unknown-language")
    return _name(newcomer.name), newcomer.language


def read_room(body: bytes) -> str:
    """The name of a new room."""
    return _name(_decode(body, _Opening).name)


def clean(text: str) -> str:
    """Without surrounding space and without what cannot be shown; line breaks stay."""
    return _UNSHOWN.sub("", text.replace("\r\n", "\n")).strip()


def _act(act: _Act) -> tuple[Act, Did, str]:
    match act.kind:
        case "press":
            return Press(_short(act.data, MOST_DATA_BYTES)), "pressed", act.label
        case "command":
            word = _short(act.word, MOST_WORD).lower()
            return Command(word, _text(act.rest)), "command", act.label or f"/{word}"
        case "wrote":
            text = _text(act.text)
            if not text:
                raise Unreadable("empty")
            if command := _COMMAND.fullmatch(text):
                word = command["word"].lower()
                return Command(word, clean(command["rest"] or "")), "command", f"/{word}"
            return Wrote(text), "wrote", ""
        case "filled":
            if len(act.values) > MOST_FIELDS:
                raise Unreadable("too-long")
            values = {_short(name, MOST_WORD): _text(value) for name, value in act.values.items()}
            about = _short(act.about, MOST_DATA_BYTES) if act.about else ""
            return Filled(_short(act.form, MOST_WORD), about, values), "filled", act.label
        case _:
            raise Unreadable("malformed")


def _decode(body: bytes, shape: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as wrong:
        raise Unreadable("malformed") from wrong


def _short(text: str, most_bytes: int) -> str:
    if not text or _UNSHOWN.search(text):
        raise Unreadable("malformed")
    if len(text.encode()) > most_bytes:
        raise Unreadable("too-long")
    return text


def _text(text: str) -> str:
    if len(text) > MOST_TEXT:
        raise Unreadable("too-long")
    return clean(text)


def _name(text: str) -> str:
    name = " ".join(clean(text).split())
    if not name:
        raise Unreadable("empty")
    if len(name) > MOST_NAME:
        raise Unreadable("too-long")
    return name
