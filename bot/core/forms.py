"""Forms where a platform has none: the same questions one by one, with Back, kept as a sealed draft between answers."""

import json
from dataclasses import replace
from datetime import timedelta

from bot.core.model import Draft
from bot.core.outgoing import Block, Button, Field, Form, Heading, Message, Para, Reply, say
from bot.core.refusal import Refusal
from bot.core.turn import Problems, Turn, Use, Values, press, problems_in, told

KEPT = timedelta(days=1)
"""How long an unfinished form waits for its next answer."""

DONE = -1
"""The step of a draft whose every question is answered."""

WORDS = frozenset({"form-pick", "form-keep", "form-back", "form-stop"})
"""The presses that answer a question rather than begin something."""


async def start(turn: Turn, form: Form) -> Reply:
    """Ask the first question, in private."""
    await turn.work.drafts.drop(id=turn.person.id)
    draft = Draft(turn.person.id, "instance", form.name, form.about, 0, "{}", turn.now)
    await turn.work.drafts.add(draft)
    return _question(form, 0, {})


async def open_draft(turn: Turn) -> Draft | None:
    """The person's form that waits for an answer."""
    draft = await turn.work.drafts.get(turn.person.id)
    if draft is None or draft.step == DONE:
        return None
    if turn.now - draft.begun > KEPT:
        await turn.work.drafts.drop(id=draft.id)
        return None
    return draft


async def stop(turn: Turn) -> Reply:
    """Put the form away; nothing of it is kept."""
    await turn.work.drafts.drop(id=turn.person.id)
    return told("form-stopped")


def typed(form: Form, draft: Draft, word: str, value: str) -> str:
    """What a press or a line of text answers to the question that is open."""
    field = form.fields[draft.step]
    if word == "form-keep":
        return _kept(field, json.loads(draft.values))
    if word == "form-pick":
        if not (value.isdecimal() and int(value) < len(field.options)):
            raise Refusal("refused-old")
        return field.options[int(value)].value
    return value


async def answer(turn: Turn, use: Use, form: Form, draft: Draft, text: str) -> tuple[Reply, Values | None]:
    """Take an answer: the next question, the same one with what to mend, or at the end all the values."""
    field = form.fields[draft.step]
    values: Values = {**json.loads(draft.values), field.name: text}
    problems = problems_in(form, {field.name: text})
    if not problems and use.check:
        problems = await use.check(turn, values)
    if field.name in problems:
        return _question(form, draft.step, values, problems), None
    if draft.step + 1 == len(form.fields):
        await turn.work.drafts.save(replace(draft, values=json.dumps(values), step=DONE))
        return None, values
    await turn.work.drafts.save(replace(draft, values=json.dumps(values), step=draft.step + 1))
    return _question(form, draft.step + 1, values), None


async def back(turn: Turn, form: Form, draft: Draft) -> Reply:
    """The question before this one, with its answer still there."""
    step = max(draft.step - 1, 0)
    await turn.work.drafts.save(replace(draft, step=step))
    return _question(form, step, json.loads(draft.values))


def _question(form: Form, step: int, values: Values, problems: Problems | None = None) -> Message:
    field = form.fields[step]
    blocks: list[Block] = [Heading(form.title)] if step == 0 else []
    if step == 0:
        blocks += form.intro
    if problems:
        blocks.append(Para(problems[field.name]))
    many = len(form.fields) > 1
    blocks.append(
        Para(say("form-question", number=step + 1, count=len(form.fields), label=field.label) if many else field.label)
    )
    if field.hint:
        blocks.append(Para(field.hint))
    rows = [(Button(option.label, press("form-pick", "", str(n))),) for n, option in enumerate(field.options)]
    return Message(tuple(blocks), (*rows, *_ways_on(field, step, values)))


def _ways_on(field: Field, step: int, values: Values) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    kept = _kept(field, values)
    chosen = next((option.label for option in field.options if option.value == kept), None)
    if field.name in values and chosen:  # come back to: the choice made before need not be looked for again
        rows.append((Button(say("button-keep-value", value=chosen), press("form-keep")),))
    elif not field.options and (kept or not field.required):
        label = say("button-keep-value", value=kept[:40]) if kept else say("button-skip")
        rows.append((Button(label, press("form-keep")),))
    stop_ = Button(say("button-stop"), press("form-stop"))
    rows.append((Button(say("button-back"), press("form-back")), stop_) if step else (stop_,))
    return rows


def _kept(field: Field, values: Values) -> str:
    """What was answered before, or what the field offers."""
    return values.get(field.name, field.value)
