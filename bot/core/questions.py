"""How a form's questions look when they are asked one by one. Pure; every button carries what it belongs to."""

from zlib import crc32

from bot.core.letters import cut
from bot.core.outgoing import Block, Button, Field, Form, Heading, Message, Para, Phrase, Text, say
from bot.core.turn import Values, press

SHOWN = 40
"""Characters of an answer that a button shows."""


def mark(form: str, about: str, step: int) -> str:
    """What a question's buttons carry: the form, a mark of what it is about, and which question it is."""
    return f"{form}.{crc32(about.encode()):x}.{step}"


def being_changed(form: Form, values: Values) -> bool:
    """Whether everything was answered before, so that a question is asked only to change its answer."""
    return form.shown_back and all(field.name in values for field in form.fields)


def before(form: Form, step: int, values: Values) -> int | None:
    """The question that was asked before this one, if any was."""
    asked = (n for n, field in enumerate(form.fields[:step]) if not (field.usual and field.name in values))
    return max(asked, default=None)


def question(form: Form, step: int, values: Values, problem: Phrase | None = None, *, keep: bool = True) -> Message:
    """One question, with what to mend; without `keep` what stands in the values or the field is not offered again."""
    field = form.fields[step]
    changing = being_changed(form, values)
    blocks: list[Block] = []
    if not changing and before(form, step, values) is None:
        blocks += [Heading(form.title), *form.intro]
    if problem:
        blocks.append(Para(problem))
    blocks.append(Para(field.label if changing else _numbered(form, field)))
    if field.hint:
        blocks.append(Para(field.hint))
    here = mark(form.name, form.about, step)
    rows = (
        *(
            (Button(option.label, press("form-pick", here, str(n))),)
            for n, option in enumerate(field.options)
            if option.value not in field.unfit
        ),
        *_as_it_is(field, values, here, keep=keep),
        _ways_off(form, step, values, problem),
    )
    return Message(tuple(blocks), rows)


def _ways_off(form: Form, step: int, values: Values, problem: Phrase | None) -> tuple[Button, ...]:
    """Back and out; from a single change only back, so that no slip puts everything away."""
    here = mark(form.name, form.about, step)
    if being_changed(form, values):
        return (Button(say("button-back" if problem else "button-look"), press("form-back", here)),)
    stop = Button(say("button-stop"), press("form-stop", here))
    if before(form, step, values) is None:
        return (stop,)
    return (Button(say("button-back"), press("form-back", here)), stop)


def _numbered(form: Form, field: Field) -> Text:
    """The question's label with how far it is; one that is only asked for want of a usual value is not counted."""
    counted = [each.name for each in form.fields if not each.usual]
    if field.usual or len(counted) == 1:
        return field.label
    return say("form-question", number=counted.index(field.name) + 1, count=len(counted), label=field.label)


def _as_it_is(field: Field, values: Values, here: str, *, keep: bool) -> list[tuple[Button, ...]]:
    """A way to keep what was answered before or what the field offers, or to leave open what may be."""
    kept = values.get(field.name, field.value) if keep else ""
    if field.options:  # a choice that was only offered is not marked: it stands among the others
        chosen = next((option.label for option in field.options if option.value == kept), None)
        return [_kept_button(chosen, here)] if keep and chosen and field.name in values else []
    label = say("button-clear" if kept else "button-skip")
    empty: list[tuple[Button, ...]] = [] if field.required else [(Button(label, press("form-skip", here)),)]
    return [_kept_button(_shortened(kept), here), *empty] if kept else empty


def _kept_button(value: Text | str, here: str) -> tuple[Button, ...]:
    return (Button(say("button-keep-value", value=value), press("form-keep", here)),)


def overview(form: Form, values: Values, step: int) -> Message:
    """Every answer that can be changed, each on a button of its own, and the way back; `step` is the draft's."""
    here = mark(form.name, form.about, step)
    rows = [
        (Button(_answered(field, values.get(field.name, "")), press("form-ask", here, str(n))),)
        for n, field in enumerate(form.fields)
        if sum(option.value not in field.unfit for option in field.options) != 1
    ]
    ways_on = (
        Button(say("button-look"), press("form-back", here)),
        Button(say("button-stop"), press("form-stop", here)),
    )
    return Message((Para(say("form-change")),), (*rows, ways_on))


def _answered(field: Field, value: str) -> Phrase:
    chosen: Text | str = next((option.label for option in field.options if option.value == value), _shortened(value))
    return say("form-answered", label=field.short or field.label, value=chosen or say("form-open"))


def _shortened(typed: str) -> str:
    return cut(" ".join(typed.split()), SHOWN)
