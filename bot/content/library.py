"""The content room's front: programmes by slug, and words for whatever the core says."""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from babel.core import Locale
from babel.dates import get_timezone_location

from bot.content.edition import read, written
from bot.content.language_file import language_file, spoken
from bot.content.pack_file import PackProblem
from bot.content.phrases_file import command_words, locale_of, phrase
from bot.content.programme_folder import load_programme
from bot.core.letters import plain
from bot.core.model import Edition
from bot.core.outgoing import (
    Block,
    Button,
    CalendarFile,
    DataFile,
    Event,
    Fields,
    File,
    Form,
    Heading,
    Items,
    Link,
    Message,
    Own,
    Pack,
    Para,
    Phrase,
    Quote,
    Scale,
    Text,
    Written,
    WrittenBlock,
    WrittenButton,
    WrittenEvent,
    WrittenField,
    WrittenFile,
    WrittenForm,
)
from bot.core.programme import Programme
from bot.core.refusal import Refusal

PROGRAMMES = Path(__file__).parent / "programmes"


LEVELS = "▁▂▃▄▅▆▇█"
"""Characters of one width in any font, so that five of them stand as a picture; the lowest is for nobody."""


def picture(counts: tuple[int, ...]) -> str:
    """How many chose each step, as columns beside each other; the highest is for the step that most chose."""
    most = max((*counts, 1))
    return "".join(LEVELS[-(-count * (len(LEVELS) - 1) // most)] for count in counts)


def library_with(content: Path | None) -> "Library":
    """Our own programmes and those in an operator's folder, all of theirs read at once; PackProblem says what is amiss.

    None for ours alone.
    """
    if content is None:
        return Library()
    if not content.is_dir():
        raise PackProblem(f"{content}: is no folder; name the one that your programmes' folders are in")
    library = Library(PROGRAMMES, content)
    for slug in library.programmes():
        if (content / slug).is_dir():
            library.programme(slug)
    return library


class Library:
    """Programmes are read when they are first asked for, and kept as they were then. Editions are taught to it.

    With `only` there is no other programme than the one of that name.
    """

    def __init__(self, *folders: Path, only: str = "") -> None:
        self._folders = folders or (PROGRAMMES,)
        self._only = only
        self._editions: dict[str, tuple[Programme, dict[str, Any]]] = {}

    @lru_cache  # noqa: B019 - one library lives as long as its process
    def languages(self) -> tuple[str, ...]:
        """The languages that the bot speaks, by code; the first one is for people whose own is not among them."""
        return spoken()

    def discord_codes(self, language: str) -> tuple[str, ...]:
        """Discord's own codes for one of our languages; none for English, which stands where nothing is said."""
        return tuple(language_file(language).discord)

    @cached_property
    def _commands(self) -> dict[str, str]:
        """Every language's command words; accents may be typed or left out."""
        words = [pair for language in self.languages() for pair in command_words(language).items()]
        return {**{use: use for use, _ in words}, **{plain(word): use for use, word in words}}

    def command(self, word: str) -> str:
        """The use that a command's word stands for in any language; the word itself where it stands for none."""
        return self._commands.get(plain(word), plain(word))

    def programmes(self) -> tuple[str, ...]:
        """The slugs of all programmes that a group can begin with, by name of folder."""
        return tuple(sorted(self._places()))

    def _places(self) -> dict[str, Path]:
        """Where each programme is; PackProblem where two folders have one of the same name."""
        found: dict[str, Path] = {}
        for folder in self._folders:
            for path in folder.glob(f"{self._only or '*'}/programme.yaml"):
                slug = path.parent.name
                if slug in found:
                    raise PackProblem(f"{path.parent}: there is a programme {slug} already; give this one another name")
                found[slug] = path.parent
        return found

    def programme(self, pack: str) -> Programme:
        """A programme's structure by its slug, or an edition's by its id.

        Refusal("programme-unknown") where there is none, PackProblem where its files are amiss.
        """
        return self._found(pack)[0]

    def edition(self, slug: str) -> Edition:
        """A programme as its files had it when they were read."""
        edition = self._edition(slug)
        self.learn(edition)
        return edition

    @lru_cache  # noqa: B019 - as `_loaded`
    def _edition(self, slug: str) -> Edition:
        return written(*self._loaded(slug))

    def knows(self, edition_id: str) -> bool:
        """Whether it has been taught this edition."""
        return edition_id in self._editions

    def learn(self, edition: Edition) -> None:
        """Take in an edition that was kept; one that is as the files are costs nothing more."""
        if edition.id in self._editions:
            return
        slug = edition.id.partition("@")[0]
        known = self._loaded(slug) if slug in self.programmes() else None
        programme, words = read(edition)
        self._editions[edition.id] = (programme, known[1] if known and known[1] == words else words)

    def _found(self, pack: str) -> tuple[Programme, dict[str, Any]]:
        return self._editions.get(pack) or self._loaded(pack)

    @lru_cache  # noqa: B019 - one library lives as long as its process
    def _loaded(self, slug: str) -> tuple[Programme, dict[str, Any]]:
        folder = self._places().get(slug)
        if folder is None:
            raise Refusal("programme-unknown", names=self.programmes())
        programme, words = load_programme(folder)
        if programme.slug != slug:
            raise PackProblem(f"{folder}/programme.yaml: slug: write {slug}, the folder's name")
        return programme, words

    def text(self, text: Text, language: str) -> str:
        """One text in words; a list from a pack gives a line each."""
        match text:
            case Own(own):
                return own
            case Pack():
                found = self._from_pack(text, language)
                return "\n".join(found) if isinstance(found, list) else found
            case Phrase(phrase_id, values):
                said = {n: self._value(v, language) for n, v in values.items()}
                if phrase_id == "label":
                    return str(said["text"])
                if phrase_id == "language-name":
                    return str(Locale.parse(str(said["code"])).get_language_name(locale_of(language)))
                if phrase_id == "zone-city":
                    return str(get_timezone_location(said["zone"], locale=locale_of(language), return_city=True))
                return phrase(phrase_id, language, said)

    def _value(self, value: Any, language: str) -> Any:
        if isinstance(value, tuple):
            return tuple(self._value(item, language) for item in value)
        return self.text(value, language) if isinstance(value, Phrase | Pack | Own) else value

    def _from_pack(self, text: Pack, language: str) -> str | list[str]:
        """The pack's text in the reader's language, or in the first of ours that the programme has."""
        _, words = self._found(text.programme)
        found: Any = words[next(code for code in (language, *self.languages(), *words) if code in words)]
        for step in text.path.split("."):
            found = found[int(step)] if isinstance(found, list) else found[step]
        if isinstance(found, list) and text.pick is not None:
            found = found[text.pick % len(found)]
        return found if isinstance(found, list) else str(found)

    def write(self, message: Message, language: str) -> Written:
        """A message in words, buttons and files included."""
        return Written(
            tuple(written for block in message.blocks for written in self._block(block, language)),
            tuple(tuple(self._button(b, language) for b in row) for row in message.buttons),
            tuple(written for file in message.files for written in self._file(file, language)),
            message.enough,
            message.pin,
            self.text(message.thread, language) if message.thread else "",
            message.mention,
            self._event(message.event, language) if message.event else None,
            language,
        )

    def _event(self, event: Event, language: str) -> WrittenEvent:
        words = self.text(event.title, language), self.text(event.place, language)
        return WrittenEvent(words[0], event.starts, event.ends, words[1], event.over)

    def _block(self, block: Block, language: str) -> Iterator[WrittenBlock]:
        match block:
            case Heading(text, at) | Para(text, at):
                kind = "heading" if isinstance(block, Heading) else "para"
                yield WrittenBlock(kind, self.text(text, language), at=at, own=self._own(language, at))
            case Items(items, instants):
                for number, item in enumerate(items):
                    at = instants[number] if instants else None
                    found = self._from_pack(item, language) if isinstance(item, Pack) else self.text(item, language)
                    for line in found if isinstance(found, list) else [found]:
                        yield WrittenBlock("item", line, at=at, own=self._own(language, at))
            case Quote(text):
                yield WrittenBlock("quote", text)
            case Scale(question, low, high, counts, middle):
                ends = {"low": self.text(low, language), "high": self.text(high, language)}
                ends |= {"middle": self.text(middle, language)} if middle else {}
                drawn = " · ".join(f"{step}: {count}" for step, count in enumerate(counts, 1))
                said = {"question": self.text(question, language), **ends}
                values = {**said, "picture": picture(counts), "counts": drawn}
                which = "scale-drawn-middle" if middle else "scale-drawn"
                yield WrittenBlock("scale", phrase(which, language, values), counts)
            case Fields(fields):
                for title, said_there in fields:
                    yield WrittenBlock("heading", self.text(title, language))
                    nothing = [] if said_there else [WrittenBlock("para", phrase("field-empty-said", language, {}))]
                    yield from nothing or [WrittenBlock("quote", text) for text in said_there]

    @staticmethod
    def _own(language: str, at: datetime | None) -> str:
        return phrase("own-time", language, {"at": "{at}"}) if at else ""

    def _button(self, button: Button | Link, language: str) -> WrittenButton:
        label = self.text(button.label, language)
        return WrittenButton(label, url=button.url) if isinstance(button, Link) else WrittenButton(label, button.data)

    def _file(self, file: File, language: str) -> Iterator[WrittenFile]:
        if isinstance(file, CalendarFile):
            from bot.content.calendar import write_calendar  # noqa: PLC0415 - icalendar is slow to import

            name = phrase("file-meeting", language, {})
            yield write_calendar(file, self.text(file.title, language), file.link or file.place, name)
        elif isinstance(file, DataFile):
            from bot.content.data_page import write_data  # noqa: PLC0415 - so is Jinja

            yield from write_data(file.data, language, phrase)
        else:
            from bot.content.document import write_document  # noqa: PLC0415 - so are the typesetter and the charts

            yield from write_document(file, language, self)

    def write_form(self, form: Form, language: str) -> WrittenForm:
        """A form in words."""
        return WrittenForm(
            name=form.name,
            about=form.about,
            title=self.text(form.title, language),
            intro=tuple(written for block in form.intro for written in self._block(block, language)),
            fields=tuple(
                WrittenField(
                    name=f.name,
                    label=self.text(f.label, language),
                    hint=self.text(f.hint, language) if f.hint else "",
                    options=tuple((o.value, self.text(o.label, language)) for o in f.options),
                    required=f.required,
                    long=f.long,
                    most=f.most,
                    value=f.value,
                    problem=self.text(f.problem, language) if f.problem else "",
                    role=f.role,
                )
                for f in form.fields
            ),
            submit=phrase(f"submit-{form.name}", language, {}),
        )
