"""A programme's folder: programme.yaml and a file a language, read and checked against each other."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from bot.content.language_file import spoken
from bot.content.pack_checks import count_problems, shape_problems, words_problems
from bot.content.pack_file import PackProblem, read_tree, whole
from bot.content.pack_tree import Node, Problem
from bot.content.pack_types import MOST, nearest, type_problems
from bot.content.schema import Limits, Shape, Words
from bot.core.programme import Evaluation, Flow, Programme, Range, Session, Step, Task

SHAPE = "programme.yaml"
MOST_FILES = 100
"""A programme has a file a language; beside them a few others may lie, such as the editor's schema."""


@dataclass(frozen=True)
class Examined:
    """A folder as it was read: its trees by file name, its Structs where they could be made, and all that is amiss."""

    folder: Path
    trees: dict[str, Node]
    shape: Shape | None
    words: dict[str, Words]
    problems: tuple[Problem, ...]


def load_programme(folder: Path) -> tuple[Programme, dict[str, Any]]:
    """The structure, and by language the words as plain maps and lists; PackProblem with everything that is amiss."""
    seen = examine(folder)
    if seen.problems or seen.shape is None:
        raise PackProblem(*seen.problems)
    words = {language: msgspec.to_builtins(text) for language, text in seen.words.items()}
    return _programme(seen.shape, seen.words), words


def examine(folder: Path) -> Examined:
    """Read a programme's folder once, and find all that is amiss in it, in the order of its files. Raises nothing."""
    try:
        languages, problems = _languages(folder)
    except PackProblem as problem:
        return Examined(folder, {}, None, {}, problem.problems)
    trees: dict[str, Node] = {}
    made: dict[str, Any] = {}
    for name, kind in ((SHAPE, Shape), *((f"{language}.yaml", Words) for language in languages)):
        problems += _read(folder / name, kind, trees, made)
    problems += _agreement(folder, trees, languages)
    order = [str(folder), str(folder / SHAPE), *(str(folder / f"{language}.yaml") for language in languages)]
    found = sorted(dict.fromkeys(problems), key=lambda p: (order.index(p.file) if p.file in order else 0, p))
    words = {language: made[f"{language}.yaml"] for language in languages if f"{language}.yaml" in made}
    return Examined(folder, trees, made.get(SHAPE), words, tuple(found))


def _languages(folder: Path) -> tuple[list[str], list[Problem]]:
    """The languages that there are files of, and the files whose name is no language's."""
    names: list[str] = []
    try:
        with os.scandir(folder) as there:
            for entry in there:
                names.append(entry.name)
                if len(names) > MOST_FILES:
                    raise PackProblem(
                        whole(folder, f"has more than {MOST_FILES} files; leave the programme's own there")
                    )
    except OSError as error:
        raise PackProblem(whole(folder, f"cannot be read ({error.strerror}); check that the folder is there")) from None
    known, problems, languages = spoken(), [], []
    for name in sorted(names):
        stem, _, ending = name.rpartition(".")
        if name.startswith(".") or ending not in {"yaml", "yml"} or name == SHAPE:
            continue
        if ending == "yml":
            problems.append(whole(folder / name, f"is not read; call it {stem}.yaml"))
        elif stem in known:
            languages.append(stem)
        else:
            near = nearest(stem, [*known, SHAPE.removesuffix(".yaml")])
            meant = f" (did you mean {near}.yaml?)" if near else ""
            codes = ", ".join(f"{code}.yaml" for code in known)
            problems.append(whole(folder / name, f"Piiri does not speak this; write {codes}{meant}"))
    if not languages:
        raise PackProblem(*problems, whole(folder, f"has no words; add a file such as {known[0]}.yaml"))
    return languages, problems


def _read(path: Path, kind: type, trees: dict[str, Node], made: dict[str, Any]) -> list[Problem]:
    """Put a file's tree and its Struct among the others; what is amiss in it alone."""
    try:
        tree, problems = read_tree(path)
    except PackProblem as problem:
        return list(problem.problems)
    trees[path.name] = tree
    try:
        made[path.name] = msgspec.convert(tree.plain(), kind, strict=False)
    except msgspec.ValidationError as error:
        # The tree's own look says where; should it ever see less than the types do, their word stands.
        problems += type_problems(str(path), tree, kind) or [Problem(str(path), 1, 1, "", str(error))]
    return problems


def _agreement(folder: Path, trees: dict[str, Node], languages: list[str]) -> list[Problem]:
    """What the files that could be read say against each other."""
    shape = trees.get(SHAPE)
    if shape is None or not shape.parts:
        return []
    problems = shape_problems(str(folder / SHAPE), shape, Path(os.path.abspath(folder)).name)
    read = {code: trees[f"{code}.yaml"] for code in languages if f"{code}.yaml" in trees}
    read = {code: words for code, words in read.items() if words.parts}
    for code, words in read.items():
        file = str(folder / f"{code}.yaml")
        problems += words_problems(file, shape, words, code)[:MOST]
        first = next(iter(read))
        if code != first:
            problems += count_problems(file, words, read[first], f"{first}.yaml")
    return problems


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
        flow=Flow(
            shape.flow.arrive,
            shape.flow.pause,
            shape.flow.close,
            begins=all(said.flow.arrive_first for said in words.values()),
        ),
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
        middles=_middles(shape, words),
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


def _middles(shape: Shape, words: dict[str, Words]) -> tuple[str, ...]:
    """The scales whose middle has a name in every language, by where their words are."""
    asked = (("feedback", shape.scales), ("evaluation", shape.evaluation.scales))
    return tuple(
        f"{part}.scales.{scale}"
        for part, scales in asked
        for scale in scales
        if all(getattr(said, part).scales[scale].middle for said in words.values())
    )


def _range(limits: Limits) -> Range:
    return Range(limits.least, limits.most, limits.usual or limits.least)
