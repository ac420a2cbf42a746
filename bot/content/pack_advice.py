"""What reads badly without being wrong: said, and never in anybody's way."""

from collections.abc import Iterator

from bot.content.pack_tree import Node, Problem, shown

INTRO = (80, 180)
"""Words of an intro that is read aloud: shorter says little, longer loses the listener."""

READING = 1000
"""Words that a meeting's texts may have in all, about eight minutes aloud."""

BETWEEN = 2
"""How many things to do between meetings make a choice."""


def advice(file: str, shape: Node, words: Node) -> Iterator[Problem]:
    """What to think over in one language's words."""
    for session in shape.at("sessions").items:
        name = session.at("id").text
        here, where = words.at("sessions", name), f"sessions.{shown(name)}"
        for number, intro in enumerate(here.at("intros").items, 1):
            count, (least, most) = _words(intro.at("text")), INTRO
            if not least <= count <= most:
                what = f"has {count} words; {least} to {most} are good to listen to"
                yield _at(file, intro.at("text"), f"{where}.intros.{number}.text", what)
        given = shape.at("between").text == "given" and session.at("place").text != "last"
        if given and len(here.at("between").items) < BETWEEN:
            yield _at(file, here.at("between"), f"{where}.between", "has one; with two there is something to choose")
        read = sum(_words(intro.at("text")) for intro in here.at("intros").items)
        for task in here.at("tasks").parts.values():
            read += _words(task.at("text")) + sum(_words(step) for step in task.at("steps").items)
        if read > READING:
            yield _at(file, here, where, f"has {read} words to be read in one meeting; {READING} take eight minutes")


def _words(node: Node) -> int:
    return len(node.text.split())


def _at(file: str, node: Node, place: str, what: str) -> Problem:
    return Problem(file, node.mark.line + 1, node.mark.column + 1, place, what)
