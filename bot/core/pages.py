"""Forms a page at a time: as many fields as a platform's own form holds, each page opened by a press. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.core import questions
from bot.core.outgoing import Button, Field, Form, Message, Para, Phrase, say
from bot.core.turn import Problems, Values, press


def offered(form: Form, given: Values) -> Values:
    """What stands without being asked for.

    In a form that is shown back that is usual values, and choices that come with one or may be left open. Of any other
    nothing, unless part of it was `given`: then only that part was meant to be changed.
    """
    if form.shown_back:
        kept = [f for f in form.fields if (f.usual and f.value) or (f.options and (f.value or not f.required))]
    else:
        kept = [f for f in form.fields if given and (f.value or not f.required)]
    return {field.name: field.value for field in kept}


def page(form: Form, fields: Iterable[Field], values: Values, problems: Problems) -> Form:
    """These fields alone, with what was answered before and what is to be mended."""
    shown = (replace(f, value=values.get(f.name, f.value), problem=problems.get(f.name)) for f in fields)
    return replace(form, fields=tuple(shown))


def still_open(form: Form, values: Values, problems: Problems) -> list[Field]:
    """The fields that have no answer yet, or none that can stand."""
    return [field for field in form.fields if field.name not in values or field.name in problems]


def mend(form: Form, left: Sequence[Field], problems: Problems) -> Message:
    """What cannot stand yet, and the press that opens the next page: a page never follows another by itself."""
    here = questions.mark(form.name, form.about, 0)
    wrong = [field for field in left if field.name in problems]
    lines = [_wrong(form, field, problems[field.name]) for field in wrong]
    label = say("button-mend" if wrong else "button-on")
    ways = (Button(label, press("form-next", here)), Button(say("button-stop"), press("form-stop", here)))
    return Message(tuple(Para(line) for line in lines or [say("form-goes-on")]), (ways,))


def _wrong(form: Form, field: Field, problem: Phrase) -> Phrase:
    """What is wrong with a field, with its name where there are others."""
    if len(form.fields) == 1:
        return problem
    return say("form-problem", label=field.short or field.label, problem=problem)
