"""A programme's folder: programme.yaml and a file a language, read and checked against each other."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from bot.content.pack_file import PackProblem, read_pack_file
from bot.content.schema import Limits, Shape, Words
from bot.core.programme import Evaluation, Flow, Programme, Range, Session, Step, Task

T = TypeVar("T")


def load_programme(folder: Path) -> tuple[Programme, dict[str, Any]]:
    """The structure, and by language the words as plain maps and lists; PackProblem at the first thing amiss."""
    shape = _read(folder / "programme.yaml", Shape)
    files = sorted(path for path in folder.glob("*.yaml") if path.name != "programme.yaml")
    if not files:
        raise PackProblem(f"{folder}: has no words; add a file such as fi.yaml")
    words = {path.stem: _read(path, Words) for path in files}
    for path in files:
        _check_words(path, shape, words[path.stem])
    _check_same_counts(folder, words)
    return _programme(shape, words), {language: msgspec.to_builtins(text) for language, text in words.items()}


def _read(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.convert(read_pack_file(path), kind, strict=False)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        at = where.strip("`").removeprefix("$.") or "the file's top level"
        raise PackProblem(f"{path}: {at}: {what[:1].lower()}{what[1:]}") from None


def _check_words(path: Path, shape: Shape, words: Words) -> None:
    """Every session, task, step and scale of the structure has its words, and no others are there."""
    if words.language != path.stem:
        raise PackProblem(f"{path}: language: is {words.language}, write {path.stem} as in the file's name")
    _same(path, "feedback.scales", shape.scales, list(words.feedback.scales))
    _same(path, "evaluation.scales", shape.evaluation.scales, list(words.evaluation.scales))
    _same(path, "evaluation.words", shape.evaluation.words, list(words.evaluation.words))
    _same(path, "evaluation.fields", shape.evaluation.fields, list(words.evaluation.fields))
    _same(path, "kinds", shape.kinds, list(words.kinds))
    _same(path, "subgroups", shape.subgroups, list(words.subgroups))
    _same(path, "followup", shape.followup, list(words.followup))
    _same(path, "reflections", shape.reflections, list(words.reflections))
    _same(path, "sessions", [s.id for s in shape.sessions], list(words.sessions))
    for session in shape.sessions:
        said = words.sessions[session.id]
        _same(path, f"sessions.{session.id}.tasks", [t.id for t in session.tasks], list(said.tasks))
        for task in session.tasks:
            lines = len(said.tasks[task.id].steps)
            if lines != len(task.steps):
                at = f"sessions.{session.id}.tasks.{task.id}.steps"
                raise PackProblem(f"{path}: {at}: has {lines} lines, write {len(task.steps)}, one for each step")


def _same(path: Path, at: str, wanted: list[str], found: list[str]) -> None:
    missing = [name for name in wanted if name not in found]
    if missing:
        raise PackProblem(f"{path}: {at}: the text of “{missing[0]}” is missing; write it")
    extra = [name for name in found if name not in wanted]
    if extra:
        raise PackProblem(f"{path}: {at}: “{extra[0]}” is not in programme.yaml; take it out or add it there")


def _check_same_counts(folder: Path, words: dict[str, Words]) -> None:
    """The languages have equally many intros and pre-tasks, since a group's plan names them by number."""
    first, *others = words.items()
    for language, said in others:
        for name, session in said.sessions.items():
            like = first[1].sessions[name]
            for what in ("intros", "pretasks", "between"):
                if len(getattr(session, what)) != len(getattr(like, what)):
                    at = f"{folder / language}.yaml: sessions.{name}.{what}"
                    raise PackProblem(f"{at}: has another number than {first[0]}.yaml; write as many")


def _programme(shape: Shape, words: dict[str, Words]) -> Programme:
    any_words = next(iter(words.values()))
    return Programme(
        slug=shape.slug,
        languages=tuple(words),
        members=_range(shape.members),
        meetings=_range(shape.meetings),
        minutes=_range(shape.minutes),
        lead=shape.lead,
        pretask=shape.pretask,
        flow=Flow(shape.flow.arrive, shape.flow.pause, shape.flow.close),
        scales=tuple(shape.scales),
        evaluation=Evaluation(
            tuple(shape.evaluation.scales), tuple(shape.evaluation.words), tuple(shape.evaluation.fields)
        ),
        open_ended=shape.open_ended == "yes",
        unchosen=shape.unchosen,
        kinds=tuple(shape.kinds),
        subgroups=tuple(shape.subgroups),
        between=shape.between,
        sentence=shape.sentence,
        followup=tuple(shape.followup),
        reflections=tuple(shape.reflections),
        sessions=tuple(
            Session(
                s.id,
                s.place,
                tuple(Task(t.id, tuple(Step(st.company, st.minutes) for st in t.steps)) for t in s.tasks),
                intros=len(any_words.sessions[s.id].intros),
                pretasks=len(any_words.sessions[s.id].pretasks),
                kind=s.kind or "",
                between=len(any_words.sessions[s.id].between),
            )
            for s in shape.sessions
        ),
    )


def _range(limits: Limits) -> Range:
    return Range(limits.least, limits.most, limits.usual or limits.least)
