"""Forms that a platform cannot show whole: a page or a question at a time, kept as a sealed draft meanwhile."""

import json
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core import pages, questions
from bot.core.model import Draft
from bot.core.outgoing import Form, Message, Para, Phrase, Reply, say
from bot.core.refusal import Refusal
from bot.core.turn import Problems, Turn, Use, Values, problems_in, told

KEPT = timedelta(days=1)
"""How long an unfinished form waits for its next answer, and one that is shown back for its last press."""

SOON = timedelta(minutes=15)
"""How long the question of a form that is not patient waits: whoever writes later most likely means something else."""

DONE = -1
"""The step of a draft whose every question is answered."""

OFFERED = -2
"""The step of a draft that waits for its person to begin."""

WORDS = frozenset({"form-pick", "form-keep", "form-skip", "form-back", "form-ask", "form-next", "form-stop"})
"""The presses that belong to a question or a page rather than begin something."""

WALKED = frozenset({"times-answer", "times-set"})
"""The presses that lead from one question to the next without being a form: each is kept as it is answered."""

IN_PLACE = WORDS | {"pick"}
"""The presses whose answer, on their person's own side, takes the place of what was pressed, lest a pile grow."""


@dataclass(frozen=True)
class Asking:
    """A form that is being answered one question at a time."""

    turn: Turn
    use: Use
    form: Form
    draft: Draft

    @property
    def values(self) -> Values:
        """What has been answered, and the usual values that were not asked for."""
        return values_of(self.draft)

    @property
    def fields(self) -> int:
        """How many fields the platform shows at a time."""
        return self.turn.house.capabilities[self.turn.person.platform].fields

    @property
    def by_pages(self) -> bool:
        """Whether the platform shows pages, rather than questions one by one."""
        return self.turn.house.capabilities[self.turn.person.platform].form == "pages"

    @property
    def changing(self) -> bool:
        """Whether everything was answered before, and something of it is being changed."""
        return questions.being_changed(self.form, self.values)


def values_of(draft: Draft) -> Values:
    """The answers that a form's draft holds, as typed."""
    values: Values = json.loads(draft.values)
    return values


async def kept(turn: Turn) -> Draft | None:
    """The person's draft, put away where it is older than drafts are kept."""
    draft = await turn.work.drafts.get(turn.person.id)
    if draft is not None and turn.now - draft.begun > KEPT:
        await turn.work.drafts.drop(id=draft.id)
        return None
    return draft


async def waiting(turn: Turn) -> Draft | None:
    """The person's form of which one question waits for an answer."""
    draft = await kept(turn)
    return draft if draft and draft.step >= 0 else None


async def open_to(turn: Turn, mark: str) -> Draft | None:
    """The person's form that is open and has the name of the one that a button belongs to."""
    draft = await kept(turn)
    here = draft is not None and draft.step != OFFERED and draft.form == mark.partition(".")[0]
    return draft if here else None


async def start(turn: Turn, use: Use, form: Form, given: Values) -> Reply:
    """The form as the platform can show it, with what was `given` already. One that is open goes on where it is."""
    manner = turn.house.capabilities[turn.person.platform].form
    if manner == "modal":
        return pages.page(form, form.fields, given, {})
    draft = await kept(turn)
    here = draft is not None and (draft.form, draft.about) == (form.name, form.about)
    mine = draft if draft and here and draft.step != OFFERED else None
    if mine and mine.step == DONE and not given:
        return questions.overview(form, values_of(mine), DONE)
    if manner == "pages":
        known = {**(values_of(mine) if mine else {}), **given}
        if form.shown_back and given:
            await _put(turn, _draft(turn, form, 0, known))
            form = await _anew(turn, use, form)
        return await _first_page(turn, use, form, {**pages.offered(form, given), **known})
    return await _question_here(Asking(turn, use, form, mine or await _begun(turn, use, form, 0)))


async def _first_page(turn: Turn, use: Use, form: Form, values: Values) -> Reply:
    """What is open of it; all that is not on the page itself is kept meanwhile."""
    problems = await problems_of(turn, use, form, values)
    left = pages.still_open(form, values, problems)
    if not left:
        return await _finish(turn, use, form, values)
    shown = left[: turn.house.capabilities[turn.person.platform].fields]
    if len(shown) < len(form.fields):
        await _put(turn, _draft(turn, form, 0, values))
    return pages.page(form, shown, values, problems)


async def page_filled(turn: Turn, use: Use, form: Form, typed: Values) -> Reply:
    """Take a page: what to mend with everything that was typed kept, or all of it carried out."""
    draft = await kept(turn)
    here = draft is not None and (draft.form, draft.about) == (form.name, form.about)
    values = {**(values_of(draft) if draft and here else {}), **typed}
    problems = await problems_of(turn, use, form, values)
    left = pages.still_open(form, values, problems)
    if not left:
        return await _finish(turn, use, form, values)
    await _put(turn, _draft(turn, form, 0, values))
    return pages.mend(form, left, problems)


async def _finish(turn: Turn, use: Use, form: Form, values: Values) -> Reply:
    """Carry out, or show back, what every page has been filled in of."""
    assert use.take is not None  # noqa: S101 - what has no form is never asked
    done = await kept(turn)
    reply = await use.take(turn, values)
    if done and (done.form, done.about) == (form.name, form.about) and not form.shown_back:
        await turn.work.drafts.drop(id=done.id)
    return reply


async def offer(turn: Turn, use: Use, form: Form) -> None:
    """Let the form be begun in private, by a press that cannot say where it was offered; never in another's place."""
    if await kept(turn) is None:
        await _begun(turn, use, form, OFFERED)


async def _begun(turn: Turn, use: Use, form: Form, step: int) -> Draft:
    values = await _with_usual(turn, use, form, {})
    if step == 0:
        step = _first_open(form, values, {}) or 0
    return await _put(turn, _draft(turn, form, step, values))


async def _with_usual(turn: Turn, use: Use, form: Form, values: Values) -> Values:
    """What was answered, and the usual values that nobody needs to be asked for, where they can stand."""
    usual = {f.name: f.value for f in form.fields if f.usual and f.value and f.name not in values}
    problems = await problems_of(turn, use, form, usual | values) if usual else {}
    return {name: value for name, value in usual.items() if name not in problems} | values


def _draft(turn: Turn, form: Form, step: int, values: Values) -> Draft:
    return Draft(turn.person.id, form.key_id, form.name, form.about, step, json.dumps(values), turn.now)


async def _anew(turn: Turn, use: Use, form: Form) -> Form:
    """The form as it is now that more of it is answered: what is asked may hang on what has been answered."""
    again = await use.do(turn)
    return again if isinstance(again, Form) else form


async def keep(turn: Turn, form: str, about: str, values: Values) -> None:
    """Let a form that is shown back wait for its last press."""
    draft = Draft(turn.person.id, "instance", form, about, DONE, json.dumps(values), turn.now)
    there = await turn.work.drafts.get(turn.person.id)
    if there is None or replace(there, begun=draft.begun) != draft:
        await _put(turn, draft)


async def _put(turn: Turn, draft: Draft) -> Draft:
    await turn.work.drafts.drop(id=draft.id)
    await turn.work.drafts.add(draft)
    return draft


async def problems_of(turn: Turn, use: Use, form: Form, values: Values) -> Problems:
    """Everything that is wrong with what has been answered so far, and the first thing wrong with each field."""
    problems = problems_in(form, values)
    if use.check:
        sound = {name: typed for name, typed in values.items() if name not in problems}
        problems |= {name: what for name, what in (await use.check(turn, sound)).items() if name in sound}
    return problems


async def pressed(asking: Asking, word: str, mark: str, value: str) -> Reply:
    """What a button of this form does; one of an earlier question changes nothing, and shows the present one."""
    draft, form = asking.draft, asking.form
    if word == "form-ask" and asking.changing and value.isdecimal() and int(value) < len(form.fields):
        return await _ask(asking, int(value))
    if word == "form-next":
        return await _question_here(asking)
    if mark != questions.mark(draft.form, draft.about, draft.step) or word == "form-ask":
        return _said_first(say("form-here"), await _here(asking))
    if word == "form-stop":
        await asking.turn.work.drafts.drop(id=draft.id)
        return told("form-stopped")
    if word == "form-back":
        return await _back(asking)
    if draft.step == DONE:
        raise Refusal("refused-old")
    return await answered(asking, typed(asking, word, value))


def typed(asking: Asking, word: str, value: str) -> str:
    """What a press answers to the question that is open."""
    field = asking.form.fields[asking.draft.step]
    if word == "form-keep":
        return asking.values.get(field.name, field.value)
    if word == "form-pick":
        if not (value.isdecimal() and int(value) < len(field.options)):
            raise Refusal("refused-old")
        return field.options[int(value)].value
    return ""


async def answered(asking: Asking, text: str) -> Reply:
    """Take an answer: the same question with what to mend, whatever does not stand yet, or all of it carried out."""
    turn, form, draft = asking.turn, asking.form, asking.draft
    name = form.fields[draft.step].name
    values = {**asking.values, name: text}
    problems = await problems_of(turn, asking.use, form, values)
    if name in problems:
        stood = name not in await problems_of(turn, asking.use, form, asking.values)
        return questions.question(form, draft.step, asking.values, problems[name], keep=stood)
    draft = replace(draft, values=json.dumps(values), begun=turn.now)
    if form.shown_back:
        await turn.work.drafts.save(draft)
        form = await _anew(turn, asking.use, form)
        draft = replace(draft, values=json.dumps(await _with_usual(turn, asking.use, form, values)))
    return await _on(replace(asking, form=form, draft=draft), problems)


async def _on(asking: Asking, problems: Problems) -> Reply:
    """Ask the first thing that does not stand yet; with nothing left, carry out or show back what was answered."""
    step = _first_open(asking.form, asking.values, problems)
    if step is not None:
        return await _ask(asking, step, problems)
    assert asking.use.take is not None  # noqa: S101 - what has no form is never asked
    done = replace(asking.draft, step=DONE)
    await asking.turn.work.drafts.save(done)
    reply = await asking.use.take(asking.turn, asking.values)
    if not asking.form.shown_back:
        await asking.turn.work.drafts.drop(id=done.id)
    return reply


def _first_open(form: Form, values: Values, problems: Problems) -> int | None:
    stands = (field.name in values and field.name not in problems for field in form.fields)
    return next((n for n, fine in enumerate(stands) if not fine), None)


async def _ask(asking: Asking, step: int, problems: Problems | None = None) -> Reply:
    if asking.by_pages:  # a page that is put away again must not change where the form is
        return pages.page(asking.form, (asking.form.fields[step],), asking.values, problems or {})
    draft = replace(asking.draft, step=step)
    await asking.turn.work.drafts.save(draft)
    return await _question_here(replace(asking, draft=draft), problems)


async def _question_here(asking: Asking, problems: Problems | None = None) -> Message | Form:
    """The present question or page; where an answer cannot stand any more, with the reason."""
    if problems is None:
        problems = await problems_of(asking.turn, asking.use, asking.form, asking.values)
    if asking.by_pages:
        left = pages.still_open(asking.form, asking.values, problems) or asking.form.fields
        return pages.page(asking.form, left[: asking.fields], asking.values, problems)
    problem = problems.get(asking.form.fields[asking.draft.step].name)
    return questions.question(asking.form, asking.draft.step, asking.values, problem, keep=problem is None)


async def _back(asking: Asking) -> Reply:
    """The question before this one with its answer still there; from a change, what it is a change of."""
    form, draft = asking.form, asking.draft
    if not asking.changing:
        step = questions.before(form, draft.step, asking.values)
        return await _ask(asking, draft.step if step is None else step)
    problems = await problems_of(asking.turn, asking.use, form, asking.values)
    if problems and draft.step != DONE:  # the change that brought it about may be what is to be taken back
        await asking.turn.work.drafts.save(replace(draft, step=DONE))
        return questions.overview(form, asking.values, DONE)
    return await _on(asking, problems)


async def _here(asking: Asking) -> Reply:
    """Where the form is, without changing anything."""
    if asking.draft.step != DONE:
        return await _question_here(asking)
    problems = await problems_of(asking.turn, asking.use, asking.form, asking.values)
    return questions.overview(asking.form, asking.values, DONE) if problems else await _on(asking, problems)


def _said_first(line: Phrase, reply: Reply) -> Reply:
    return replace(reply, blocks=(Para(line), *reply.blocks)) if isinstance(reply, Message) else reply
