"""piiri content new, check and preview: what somebody needs who writes a programme of their own."""

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.output import say
from bot.content.json_schema import write as write_schemas
from bot.content.library import PROGRAMMES, Library
from bot.content.pack_advice import advice
from bot.content.pack_file import PackProblem, whole
from bot.content.pack_tree import Node, Problem
from bot.content.programme_folder import SHAPE, Examined, examine
from bot.content.schema import Shape

if TYPE_CHECKING:
    from bot.commands.content_fits import Cut

TEMPLATE = Path(__file__).parents[1] / "content" / "template"
NAME = re.compile(r"[a-z][a-z0-9-]{0,23}")
MOST_PROGRAMMES = 200


class ContentProblem(Exception):
    """What stands in the way, in one line that says what to do."""

    for_operator = True


# new


def new_programme(name: str, folder: Path, languages: tuple[str, ...]) -> None:
    """Begin a programme from the example, in these languages, with the schemas that editors check by."""
    if not NAME.fullmatch(name):
        instead = "write small letters from a to z, digits and -, a letter first, at most 24 in all"
        raise ContentProblem(f"“{name}” cannot be a programme's name; {instead}")
    if name in _ours():
        raise ContentProblem(f"{name} is a programme of Piiri's own; give yours another name")
    there = sorted(path.stem for path in TEMPLATE.glob("*.yaml") if path.name != SHAPE)
    unknown = [language for language in languages if language not in there]
    if unknown:
        raise ContentProblem(f"there is no example in {unknown[0]}; write one of: {', '.join(there)}")
    if not folder.is_dir():
        raise ContentProblem(f"{folder} is no folder; make it first, or name another with --in")
    place = folder / name
    try:
        place.mkdir()
    except FileExistsError:
        raise ContentProblem(f"{place} is there already; give the new one another name") from None
    shape = (TEMPLATE / SHAPE).read_text(encoding="utf-8")
    _write(place / SHAPE, re.sub(r"^(slug:\s*)[a-z0-9-]+", rf"\g<1>{name}", shape, count=1, flags=re.MULTILINE))
    for language in languages:
        _write(place / f"{language}.yaml", (TEMPLATE / f"{language}.yaml").read_text(encoding="utf-8"))
    write_schemas(place)
    say(f"{place} is there, a small programme to change into yours. Now and then: piiri content check {place}")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _ours() -> set[str]:
    return {path.parent.name for path in PROGRAMMES.glob(f"*/{SHAPE}")}


# check


async def check(path: Path) -> None:
    """Say all that is amiss in a programme's folder or in a folder of several, or what each has where nothing is."""
    problems: list[Problem] = []
    for folder in _folders(path):
        seen = examine(folder)
        found = [*seen.problems, *_name_taken(folder)]
        if not found:
            found = await _cut(seen)
        for each in _advice(seen):
            say(f"advice: {each}")
        if not found:
            say(_line(seen))
        problems += found
    if problems:
        for problem in problems:
            sys.stderr.write(f"piiri: {problem}\n")
        things = "1 thing" if len(problems) == 1 else f"{len(problems)} things"
        raise ContentProblem(f"{path}: {things} to mend")


def _folders(path: Path) -> list[Path]:
    """The folder itself where it is a programme's, else all programmes' folders in it."""
    if not path.is_dir():
        raise ContentProblem(f"{path} is no folder; name a programme's, or the one that several are in")
    with os.scandir(path) as there:
        entries = sorted(there, key=lambda entry: entry.name)
    if any(entry.name.endswith(".yaml") for entry in entries):
        return [Path(os.path.abspath(path))]
    found = [Path(os.path.abspath(entry)) for entry in entries if entry.is_dir() and any(Path(entry).glob("*.yaml"))]
    if not found:
        raise ContentProblem(f"{path} has no programme in it; begin one with: piiri content new NAME --in {path}")
    if len(found) > MOST_PROGRAMMES:
        raise ContentProblem(f"{path} has {len(found)} programmes; check at most {MOST_PROGRAMMES} at a time")
    return found


def _name_taken(folder: Path) -> list[Problem]:
    if folder.name not in _ours() or folder.resolve().parent == PROGRAMMES.resolve():
        return []
    return [whole(folder, f"{folder.name} is a programme of Piiri's own; give yours another name, and the same slug")]


async def _cut(seen: Examined) -> list[Problem]:
    """The texts that some platform would cut, each with its place in its file."""
    from bot.commands.content_rendered import rendered  # noqa: PLC0415 - it knows every platform

    done = await rendered(Library(seen.folder.parent, only=seen.folder.name), seen.folder.name)
    if done.untried:
        say(f"note: Piiri could not try everything by itself ({'; '.join(done.untried)}); please report this line")
    worst: dict[tuple[str, str], Cut] = {}
    for cut in sorted(done.cuts, key=lambda cut: (cut.grave, cut.over)):
        worst[cut.language, cut.place] = cut
    for cut in sorted(worst.values()):
        if not cut.grave:
            say(f"advice: {_problem(seen, cut)}")
    return sorted(_problem(seen, cut) for cut in worst.values() if cut.grave)


def _problem(seen: Examined, cut: "Cut") -> Problem:
    name = f"{cut.language}.yaml"
    mark = _at(seen.trees[name], cut.place).mark
    steps = [str(int(step) + 1) if step.isdecimal() else step for step in cut.place.split(".")]
    return Problem(str(seen.folder / name), mark.line + 1, mark.column + 1, ".".join(steps), str(cut))


def _at(tree: Node, place: str) -> Node:
    """What stands at a place that the core has named, where lists are counted from 0."""
    here = tree
    for step in place.split("."):
        there = here.items[int(step)] if here.items and step.isdecimal() else here.parts.get(step)
        if there is None:
            break
        here = there
    return here


def _advice(seen: Examined) -> list[Problem]:
    shape = seen.trees.get(SHAPE)
    trees = [(name, tree) for name, tree in seen.trees.items() if name != SHAPE]
    return [each for name, tree in trees if shape for each in advice(str(seen.folder / name), shape, tree)]


def _line(seen: Examined) -> str:
    """What a programme that is whole has in it."""
    shape = seen.shape
    assert shape is not None  # noqa: S101 - nothing was amiss
    texts = sum(_texts(tree) for name, tree in seen.trees.items() if name != SHAPE)
    parts = [
        ", ".join(seen.words),
        f"{len(shape.sessions)} sessions",
        f"{texts} texts",
        f"{_span(shape.meetings.least, shape.meetings.most)} meetings",
        f"{_longest(shape)} of at most {shape.minutes.most} minutes planned",
    ]
    return f"{seen.folder.name}: all is well. {'; '.join(parts)}"


def _span(least: int, most: int) -> str:
    return str(least) if least == most else f"{least} to {most}"


def _longest(shape: Shape) -> int:
    around = shape.flow.arrive + shape.flow.close
    return max(
        around + (shape.flow.pause if len(s.tasks) > 1 else 0) + sum(st.minutes for t in s.tasks for st in t.steps)
        for s in shape.sessions
    )


def _texts(node: Node) -> int:
    inside: Iterable[Node] = node.items or node.parts.values()
    return sum(_texts(each) for each in inside) if not node.text else 1


# preview


async def preview(path: Path, *, language: str | None, meetings: int | None, seed: int, html: Path | None) -> None:
    """Play a season of the programme in a folder, before any group has it; what is amiss there is said first."""
    from bot.commands.rehearse import play_and_print  # noqa: PLC0415 - it puts everything together

    seen = _sound(path)
    assert seen.shape is not None  # noqa: S101 - it is sound
    usual = seen.shape.meetings.usual or seen.shape.meetings.least
    await play_and_print(
        programme=seen.folder.name,
        language=language or next(iter(seen.words)),
        meetings=meetings or usual,
        seed=seed,
        html=html,
        library=Library(seen.folder.parent, only=seen.folder.name),
    )


def _sound(path: Path) -> Examined:
    """The programme of a folder; PackProblem where something is amiss."""
    folder = Path(os.path.abspath(path))
    if not folder.is_dir():
        raise ContentProblem(f"{path} is no folder; name a programme's")
    seen = examine(folder)
    if seen.problems:
        raise PackProblem(*seen.problems)
    return seen
