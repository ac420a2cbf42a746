"""What the types cannot say: numbers that agree, names that stand once, and a text for every part of the structure.

Everything is looked up so that what the types have found missing is passed over here, and not told twice.
"""

from collections.abc import Iterable, Sequence

from bot.content.pack_tree import Mark, Node, Problem, shown
from bot.content.pack_types import nearest
from bot.core.view import OWN

FOUR = ("strengths", "weaknesses", "opportunities", "threats")
"""The four fields of an evaluation, which has none of them or all."""


class Checks:
    """The problems of one file, as they are found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    def say(self, node: Node | Mark, place: str, what: str) -> None:
        """One more, where the node or the mark is."""
        mark = node.mark if isinstance(node, Node) else node
        named = ".".join(shown(part) for part in place.split("."))
        self.found.append(Problem(self.file, mark.line + 1, mark.column + 1, named, what))


def shape_problems(file: str, shape: Node, folder: str) -> list[Problem]:
    """What does not agree within programme.yaml, in a folder of this name."""
    checks = Checks(file)
    slug = shape.at("slug")
    if slug.text and slug.text != folder:
        checks.say(slug, "slug", f"is {shown(slug.text)}; write {shown(folder)}, the folder's name")
    for name in ("members", "meetings", "minutes"):
        _ordered(checks, shape.at(name), name)
    for path in LISTS:
        _once(checks, shape.at(*path).items, ".".join(path))
    sessions = shape.at("sessions").items
    _once(checks, [session.at("id") for session in sessions], "sessions")
    for session in sessions:
        where = f"sessions.{session.at('id').text}"
        if session.at("id").text.startswith(OWN):
            what = f"“{OWN}” begins the themes that groups name themselves; give this one another name"
            checks.say(session.at("id"), f"{where}.id", what)
        _once(checks, [task.at("id") for task in session.at("tasks").items], f"{where}.tasks")
        _fits_in(checks, shape, session, where)
        _splits(checks, shape, session, where)
    _kinds(checks, shape)
    _season(checks, shape)
    fields = shape.at("evaluation", "fields")
    if fields.items and sorted(node.text for node in fields.items) != sorted(FOUR):
        checks.say(fields, "evaluation.fields", f"has others; write [{', '.join(FOUR)}], or take the line out")
    if len(shape.at("subgroups").items) == 1:
        checks.say(shape.at("subgroups"), "subgroups", "has one; write at least two, or take the line out")
    return checks.found


LISTS = (
    ("scales",),
    ("evaluation", "scales"),
    ("evaluation", "words"),
    ("evaluation", "fields"),
    ("kinds",),
    ("subgroups",),
    ("followup",),
    ("reflections",),
)
"""Where programme.yaml has lists of names; the words stand in the same places, but for the first."""


def _once(checks: Checks, named: Iterable[Node], place: str) -> None:
    seen: dict[str, Node] = {}
    for node in named:
        if node.text and node.text in seen:
            line = seen[node.text].mark.line + 1
            checks.say(node, place, f"“{shown(node.text)}” is in line {line} already; give this one another name")
        seen.setdefault(node.text, node)


def _ordered(checks: Checks, limits: Node, place: str) -> None:
    least, usual, most = (limits.at(name).number for name in ("least", "usual", "most"))
    if least is not None and most is not None and least > most:
        checks.say(limits.at("most"), f"{place}.most", f"is {most} and least is {least}; write at least {least}")
    elif usual is not None and least is not None and usual < least:
        checks.say(limits.at("usual"), f"{place}.usual", f"is {usual} and least is {least}; write at least {least}")
    elif usual is not None and most is not None and usual > most:
        checks.say(limits.at("usual"), f"{place}.usual", f"is {usual} and most is {most}; write at most {most}")


def _fits_in(checks: Checks, shape: Node, session: Node, where: str) -> None:
    """The flow and the tasks of a session take no longer than the longest meeting. One task alone has no pause."""
    most, tasks = shape.at("minutes", "most").number, session.at("tasks").items
    around = ("arrive", "pause", "close") if len(tasks) > 1 else ("arrive", "close")
    parts = [shape.at("flow", name).number for name in around]
    parts += [step.at("minutes").number for task in tasks for step in task.at("steps").items]
    total = sum(part for part in parts if part is not None)
    if most is not None and total > most:
        what = f"takes {total} minutes with the flow, and a meeting has at most {most}; shorten it by {total - most}"
        checks.say(session, where, what)


def splits(task: Node) -> bool:
    """Whether some step of a task is done in sub-groups."""
    return any(step.at("with").text == "subgroups" for step in task.at("steps").items)


def _splits(checks: Checks, shape: Node, session: Node, where: str) -> None:
    if shape.at("subgroups").items:
        return
    for task in session.at("tasks").items:
        for number, step in enumerate(task.at("steps").items, 1):
            if step.at("with").text == "subgroups":
                place = f"{where}.tasks.{task.at('id').text}.steps.{number}"
                checks.say(step.at("with"), place, "the programme has no sub-groups; name them under subgroups")


def _kinds(checks: Checks, shape: Node) -> None:
    """Every chosen session is of a kind if there are kinds, and every kind is some session's."""
    kinds = [node.text for node in shape.at("kinds").items]
    used = set()
    for session in shape.at("sessions").items:
        kind, place = session.at("kind"), f"sessions.{session.at('id').text}.kind"
        used.add(kind.text)
        if kind.text and kind.text not in kinds:
            instead = f"write one of: {shown(', '.join(kinds))}" if kinds else "take it out, or name it under kinds"
            checks.say(kind, place, f"“{shown(kind.text)}” is not among the kinds; {instead}")
        elif kinds and not kind.text and session.at("place").text == "chosen":
            checks.say(session, place, f"is missing; write one of: {shown(', '.join(kinds))}")
        elif kind.text and session.at("place").text in {"first", "last"}:
            checks.say(kind, place, "only a chosen session is of a kind; take it out")
    for node in shape.at("kinds").items:
        if node.text and node.text not in used:
            checks.say(node, "kinds", f"no session is of the kind “{shown(node.text)}”; take it out, or give it one")


def _season(checks: Checks, shape: Node) -> None:
    """Any number of meetings can be filled: with fixed sessions, and with themes between them if there are any."""
    places = [session.at("place").text for session in shape.at("sessions").items]
    fixed = places.count("first") + places.count("last")
    meetings = shape.at("meetings")
    least, most = meetings.at("least").number, meetings.at("most").number
    if least is None or most is None or not places:
        return
    if fixed > least:
        what = f"is {least}, and {fixed} sessions are always there (first and last); write at least {fixed}"
        checks.say(meetings.at("least"), "meetings.least", what)
    elif "chosen" not in places and not fixed == least == most:
        what = f"nothing can be chosen and {fixed} sessions are always there; write {fixed} for least and for most"
        checks.say(meetings, "meetings", what)


def words_problems(file: str, shape: Node, words: Node, language: str) -> list[Problem]:
    """Every part of the structure has its words, and nothing else has; of a file named after this language."""
    checks = Checks(file)
    told = words.at("language")
    if told.text and told.text != language:
        checks.say(told, "language", f"is {shown(told.text)}; write {language}, as in the file's name")
    _same(checks, words, ("feedback", "scales"), shape.at("scales").items, must=True)
    for path in LISTS[1:]:
        _same(checks, words, path, shape.at(*path).items, must=False)
    sessions = shape.at("sessions").items
    _same(checks, words, ("sessions",), [session.at("id") for session in sessions], must=True)
    _onward(checks, shape, words)
    split = any(splits(task) for session in sessions for task in session.at("tasks").items)
    if split and words.has("with") and not words.at("with", "subgroups").text:
        what = "is missing; write how a step in sub-groups is called, such as “In sub-groups”"
        checks.say(words.at("with"), "with.subgroups", what)
    for session in sessions:
        name = session.at("id").text
        if words.has("sessions", name):
            _session(checks, shape, session, words)
    return checks.found


def _same(checks: Checks, words: Node, path: tuple[str, ...], named: Sequence[Node], *, must: bool) -> None:
    """All of these are there, and no others. What `must` be there and is not at all has been told already."""
    if must and not words.has(*path):
        return
    here, place = words.at(*path), ".".join(path)
    if here.text or here.items:
        return
    wanted = [node.text for node in named if node.text]
    for name in dict.fromkeys(wanted):
        if name not in here.parts:
            checks.say(here, f"{place}.{name}", "the text is missing; write it")
    left = [name for name in wanted if name not in here.parts]
    for name, mark in here.keys.items():
        if name not in wanted:
            near = nearest(name, left)
            instead = f"did you mean “{near}”?" if near else "take it out, or add it there"
            checks.say(mark, place, f"“{shown(name)}” is not in programme.yaml; {instead}")


def _onward(checks: Checks, shape: Node, words: Node) -> None:
    goes_on, said = shape.at("open_ended").text == "yes", words.has("onward")
    if goes_on and not said:
        checks.say(words, "onward", "is missing, and the programme is open-ended; write it")
    elif said and not goes_on:
        what = "the programme is not open-ended; take it out, or write open_ended: yes in programme.yaml"
        checks.say(words.keys["onward"], "onward", what)


def _session(checks: Checks, shape: Node, session: Node, words: Node) -> None:
    name = session.at("id").text
    here, where = words.at("sessions", name), ("sessions", name)
    tasks = session.at("tasks").items
    _same(checks, words, (*where, "tasks"), [task.at("id") for task in tasks], must=True)
    groups = shape.at("subgroups").items
    for task in tasks:
        path = (*where, "tasks", task.at("id").text)
        if not task.at("id").text or not words.has(*path):
            continue
        _same(checks, words, (*path, "subgroups"), groups if splits(task) else [], must=False)
        lines, steps = words.at(*path, "steps"), len(task.at("steps").items)
        if lines.items and steps and len(lines.items) != steps:
            what = f"has {len(lines.items)}, write {steps}, one for each step in programme.yaml"
            checks.say(lines, ".".join((*path, "steps")), what)
    for number, pretask in enumerate(here.at("pretasks").items, 1):
        _for_groups(checks, pretask, groups, f"{'.'.join(where)}.pretasks.{number}.subgroups")
    _between(checks, shape, session, here)


def _for_groups(checks: Checks, pretask: Node, groups: Sequence[Node], place: str) -> None:
    """Where the programme has sub-groups, each has prompts of its own in every pre-task."""
    within = Checks(checks.file)
    _same(within, pretask, ("subgroups",), groups, must=False)
    for problem in within.found:
        said = problem.place.removeprefix("subgroups")
        checks.found.append(Problem(problem.file, problem.line, problem.column, place + said, problem.what))


def _between(checks: Checks, shape: Node, session: Node, here: Node) -> None:
    texts, place = here.at("between"), f"sessions.{session.at('id').text}.between"
    if shape.at("between").text == "given" and session.at("place").text != "last":
        if not texts.items:
            checks.say(here, place, "is missing; write at least one small thing to do after this meeting")
    elif texts.items:
        last = session.at("place").text == "last" and shape.at("between").text == "given"
        why = "nothing follows this meeting" if last else "the programme gives nothing to do between meetings"
        instead = "" if last else ", or write between: given in programme.yaml"
        checks.say(here.keys["between"], place, f"{why}; take it out{instead}")


def count_problems(file: str, words: Node, like: Node, like_file: str) -> list[Problem]:
    """Two languages have equally many intros, pre-tasks and things to do, since a group's plan names them by number."""
    checks = Checks(file)
    for name, session in words.at("sessions").parts.items():
        for what in ("intros", "pretasks", "between"):
            other = like.at("sessions", name, what).items
            if other and session.at(what).items and len(session.at(what).items) != len(other):
                count = len(session.at(what).items)
                place = f"sessions.{name}.{what}"
                checks.say(session.at(what), place, f"has {count} and {like_file} has {len(other)}; write as many")
    _middles(checks, words, like, like_file)
    if words.at("flow").has("arrive_first") != like.at("flow").has("arrive_first"):
        what = f"stands in one language only; write it both here and in {like_file}, or in neither"
        checks.say(words.at("flow"), "flow.arrive_first", what)
    return checks.found


def _middles(checks: Checks, words: Node, like: Node, like_file: str) -> None:
    """A scale's middle has a name in both languages or in neither: it is shown only where all have one."""
    for part in ("feedback", "evaluation"):
        for name, scale in words.at(part, "scales").parts.items():
            other = like.at(part, "scales", name)
            if scale.parts and other.parts and scale.has("middle") != other.has("middle"):
                place, there = f"{part}.scales.{shown(name)}.middle", scale.has("middle")
                what = f"is not in {like_file}; write it there, or take it out" if there else "is missing; write it"
                checks.say(scale, place, what if there else f"{what}, as in {like_file}")
