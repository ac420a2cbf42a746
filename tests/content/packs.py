"""A small whole programme that has everything a programme can have, to be spoilt in one place at a time."""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.content.pack_tree import Problem
from bot.content.programme_folder import examine

NAME = "polku"


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """It takes no more of the processor than this; what a full process of tests is made to collect is not counted."""
    gc.disable()
    began = time.thread_time()
    try:
        yield
        taken = time.thread_time() - began
    finally:
        gc.enable()
    assert taken < seconds, f"{taken:.2f} s"


SHAPE = """\
format: 1
slug: polku
members: {least: 4, most: 12, usual: 6}
meetings: {least: 3, most: 5, usual: 4}
minutes: {least: 90, most: 120}
lead: rota
pretask: every
flow: {arrive: 10, pause: 5, close: 10}
scales: [heard]
open_ended: yes
unchosen: next
kinds: [talk, doing]
subgroups: [north, south]
between: given
followup: [still]
reflections: [own]
evaluation:
  scales: [goals]
  words: [best]
  fields: [strengths, weaknesses, opportunities, threats]
sessions:
  - id: opening
    place: first
    tasks:
      - id: meet
        steps:
          - {with: pairs, minutes: 20}
          - {with: all, minutes: 15}
  - id: paths
    place: chosen
    kind: talk
    tasks:
      - id: map
        steps:
          - {with: alone, minutes: 10}
          - {with: subgroups, minutes: 20}
      - id: show
        steps:
          - {with: all, minutes: 30}
  - id: bench
    place: chosen
    kind: doing
    tasks:
      - id: build
        steps:
          - {with: all, minutes: 60}
  - id: closing
    place: last
    tasks:
      - id: thanks
        steps:
          - {with: all, minutes: 30}
"""


def _session(title: str, tasks: str, between: str) -> str:
    return f"""\
    title: {title} and what it is
    short: {title}
    summary: What we do this time.
    intros:
      - title: Before we begin
        text: >-
          {"Somebody walks here every morning and somebody else every night. " * 9}
    tasks:
{tasks}
    pretasks:
      - prompts: [What comes to mind, What else]
        subgroups: {{north: [What is it like up there, Who walks there], south: [And down there, Who stays]}}
      - prompts: [What would you rather do, With whom]
        subgroups: {{north: [Which way, How far], south: [Whose is it, Since when]}}
    brief: Give everybody time.
{between}"""


def _task(name: str, steps: str, more: str = "") -> str:
    return f"      {name}:\n        title: {name.title()}\n        text: Do this.\n        steps: [{steps}]\n{more}"


GROUPS = "        subgroups: {north: Draw the hills., south: Draw the shore.}\n"
BETWEEN = "    between:\n      - Walk it once.\n      - Ask somebody about it.\n"


def words(language: str) -> str:
    """All the words in one language, which are the same in each."""
    return f"""\
language: {language}
name: Polku
tagline: A path that we keep together
about: We keep a path.
source: Written for tests.
ground_rules: [Be kind., Be quiet., Be there.]
flow: {{arrive: Sit down., pause: Stand up., close: Say one thing.}}
with: {{alone: Alone, pairs: In pairs, subgroups: In sub-groups, all: Together}}
feedback:
  scales:
    heard: {{question: Were you heard, low: no, high: yes, middle: partly}}
  sentence: Write one sentence.
evaluation:
  scales:
    goals: {{question: Is the path there, low: no, high: yes}}
  words:
    best: What was best?
  fields:
    strengths: {{title: Strengths, question: What carries}}
    weaknesses: {{title: Weaknesses, question: What does not}}
    opportunities: {{title: Opportunities, question: What could be}}
    threats: {{title: Threats, question: What is in the way}}
kinds:
  talk: {{name: Talk, what: We talk.}}
  doing: {{name: Doing, what: We do.}}
subgroups:
  north: {{name: North, who: Those of the hills.}}
  south: {{name: South, who: Those of the shore.}}
followup:
  still: Is the path still there?
reflections:
  own: What did you learn?
farewell: Walk well.
onward: On we go.
sessions:
  opening:
{_session("Opening", _task("meet", "Tell., Listen."), BETWEEN)}\
  paths:
{_session("Paths", _task("map", "Draw., Compare.", GROUPS) + _task("show", "Show."), BETWEEN)}\
  bench:
{_session("Bench", _task("build", "Build."), BETWEEN)}\
  closing:
{_session("Closing", _task("thanks", "Thank."), "")}"""


def made(folder: Path, *languages: str) -> Path:
    """The programme's folder, whole."""
    place = folder / NAME
    place.mkdir(parents=True)
    (place / "programme.yaml").write_text(SHAPE, encoding="utf-8")
    for language in languages or ("fi", "en"):
        (place / f"{language}.yaml").write_text(words(language), encoding="utf-8")
    return place


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Put something else in the first place where this stands."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(folder: Path) -> list[Problem]:
    return list(examine(folder).problems)


def said(folder: Path) -> list[str]:
    """What is amiss, each in a line without the folder's name."""
    lines = [str(problem) for problem in problems(folder)]
    assert all(line.isprintable() for line in lines)
    return [line.removeprefix(f"{folder}/") for line in lines]
