"""What a rehearsal's people write, and how the rehearsal is presented: data, a file a language.

What any group might write stands in the language's own file; a programme's folder has what only its people would.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.content.pack_file import read_pack_file

FOLDER = Path(__file__).parent / "voices"
FALLBACK = "en"
ANY = "any"
"""The notes that fit a theme which nobody has written notes for."""

Said = tuple[tuple[str, ...], ...]
"""What several people answer to the same questions."""


@dataclass(frozen=True)
class Voices:
    """The words of one language; `notes` by session id, `labels` for the transcript itself."""

    group: str
    place: str
    link: str
    notes: Mapping[str, tuple[str, ...]]
    hopes: tuple[str, ...]
    contact: str
    rules: tuple[str, ...]
    absent_group: tuple[str, ...]
    absent_convener: tuple[str, ...]
    late: tuple[str, ...]
    sentences: tuple[str, ...]
    sentences_last: tuple[str, ...]
    carried: tuple[str, ...]
    agreed: tuple[str, ...]
    come_back: tuple[str, ...]
    between: tuple[str, ...]
    own_theme: str
    evaluation: Said
    swot: Said
    followup: Said
    reflections: Said
    labels: Mapping[str, str]

    def notes_on(self, session: str | None) -> tuple[str, ...]:
        """The notes that fit a session, or any."""
        return self.notes.get(session or ANY, self.notes[ANY])


def voices(language: str, programme: str = "") -> Voices:
    """The voices of a language, or the English ones where it has none; with the programme's own where there are any."""
    read = _file(FOLDER, language)
    if (FOLDER / programme / f"{FALLBACK}.yaml").exists():
        own = _file(FOLDER / programme, language)
        read = {**read, **own, "notes": {**read["notes"], **own.get("notes", {})}}
    return Voices(
        group=read["group"],
        place=read["place"],
        link=read["link"],
        notes={session: tuple(texts) for session, texts in read["notes"].items()},
        hopes=tuple(read["hopes"]),
        contact=read["contact"],
        rules=tuple(read["rules"]),
        absent_group=tuple(read["absent-group"]),
        absent_convener=tuple(read["absent-convener"]),
        late=tuple(read["late"]),
        sentences=tuple(read["sentences"]),
        sentences_last=tuple(read["sentences-last"]),
        carried=tuple(read["carried"]),
        agreed=tuple(read["agreed"]),
        come_back=tuple(read["come-back"]),
        between=tuple(read["between"]),
        own_theme=read["own-theme"],
        evaluation=_said(read["evaluation"]),
        swot=_said(read["swot"]),
        followup=_said(read["followup"]),
        reflections=_said(read["reflections"]),
        labels=read["labels"],
    )


def _file(folder: Path, language: str) -> dict[str, Any]:
    path = folder / f"{language}.yaml"
    read: dict[str, Any] = read_pack_file(path if path.exists() else folder / f"{FALLBACK}.yaml")
    return read


def _said(read: list[list[str]]) -> Said:
    return tuple(tuple(answers) for answers in read)
