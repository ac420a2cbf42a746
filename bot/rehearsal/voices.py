"""What a rehearsal's people write, and how the rehearsal is presented: data, one file a language."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.pack_file import read_pack_file

FOLDER = Path(__file__).parent / "voices"
FALLBACK = "en"
ANY = "any"
"""The notes that fit a theme which nobody has written notes for."""


@dataclass(frozen=True)
class Voices:
    """The words of one language; `notes` by session id, `labels` for the transcript itself."""

    group: str
    place: str
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
    evaluation: tuple[tuple[str, ...], ...]
    followup: tuple[tuple[str, ...], ...]
    labels: Mapping[str, str]

    def notes_on(self, session: str | None) -> tuple[str, ...]:
        """The notes that fit a session, or any."""
        return self.notes.get(session or ANY, self.notes[ANY])


def voices(language: str) -> Voices:
    """The voices of a language, or the English ones where it has none."""
    path = FOLDER / f"{language}.yaml"
    read = read_pack_file(path if path.exists() else FOLDER / f"{FALLBACK}.yaml")
    return Voices(
        group=read["group"],
        place=read["place"],
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
        evaluation=tuple(tuple(answers) for answers in read["evaluation"]),
        followup=tuple(tuple(answers) for answers in read["followup"]),
        labels=read["labels"],
    )
