"""Everything that people can do, by the word that buttons and commands carry: who may, and where it is done."""

from collections.abc import Mapping

from bot.core.model import Life, Role
from bot.core.turn import Use
from bot.core.uses import (
    absence,
    extras,
    feedback,
    lead,
    life,
    meetings,
    membership,
    mydata,
    overview,
    pretasks,
    setup_form,
    start,
    theme,
    trouble,
    waiting,
)

_MEMBER = frozenset({Role.MEMBER})
_CONVENER = frozenset({Role.CONVENER})
_EITHER = _MEMBER | _CONVENER
_ANY_LIFE = frozenset(Life)

_ALL = (
    # joining and leaving
    Use("join", membership.join),
    Use("leave", membership.leave, needs=_MEMBER, standing=_ANY_LIFE),
    Use("leave-sure", membership.leave_sure, needs=_MEMBER, standing=_ANY_LIFE),
    # coming and not coming
    Use("coming", absence.coming, "meeting", _MEMBER),
    Use("absent", absence.absent, "meeting", _MEMBER),
    Use("late", absence.late, "meeting", _MEMBER),
    Use("reason", absence.ask_reason, "meeting", _MEMBER, take=absence.take_reason),
    Use("meet", absence.meet, "meeting", _CONVENER),
    Use("few", absence.ask_few, "meeting", _CONVENER),
    # the notebook
    Use("note", pretasks.ask_note, "meeting", _MEMBER, take=pretasks.take_note),
    Use(pretasks.KEEP, pretasks.keep, "meeting", _MEMBER),
    Use("notes", pretasks.notes, "meeting", _MEMBER, standing=_ANY_LIFE),
    Use("note-drop", pretasks.drop_note, "meeting", _MEMBER, standing=_ANY_LIFE),
    # the theme and its lead
    Use("theme", theme.theme, "meeting", _EITHER),
    Use("brief", theme.brief, "meeting", _EITHER),
    Use("rota", lead.rota, needs=_EITHER),
    Use("lead-take", lead.take_lead, "meeting", _MEMBER),
    Use("lead-pass", lead.pass_lead, "meeting", _MEMBER),
    Use("done", feedback.done, "meeting", _EITHER, which="last"),
    # feedback
    Use("rate", feedback.rate, "meeting", _MEMBER, which="last"),
    Use("sentence", feedback.ask_sentence, "meeting", _MEMBER, take=feedback.take_sentence, which="last"),
    # convening
    start.SETUP,
    Use("setup-sure", setup_form.setup, "person"),
    Use("themes", theme.ask_themes, needs=_CONVENER, check=theme.check_themes, take=theme.take_themes),
    Use("move", meetings.ask_move, "meeting", _CONVENER, meetings.check_when, meetings.take_move),
    Use("move-sure", meetings.move, "meeting", _CONVENER),
    Use("cancel", meetings.ask_cancel, "meeting", _CONVENER),
    Use("cancel-sure", meetings.cancel, "meeting", _CONVENER),
    Use("change", meetings.ask_change, "meeting", _CONVENER, meetings.check_change, meetings.take_change),
    Use("add", meetings.ask_add, "group", _CONVENER, meetings.check_when, meetings.take_add),
    Use("add-sure", meetings.add, "group", _CONVENER),
    Use("absences", absence.set_absences, needs=_CONVENER),
    Use("upcoming", overview.upcoming, needs=_CONVENER),
    Use("extras", extras.ask_extras, "group", _CONVENER, extras.check_extras, extras.take_extras),
    Use("trouble", trouble.trouble, needs=_CONVENER, standing=_ANY_LIFE),
    Use("pause", life.pause, needs=_CONVENER),
    Use("resume", life.resume, needs=_CONVENER),
    Use("end", life.ask_end, needs=_CONVENER),
    Use("end-sure", life.end, needs=_CONVENER),
    Use("convene", life.convene, needs=_MEMBER),
    # for everybody
    Use("start", start.start, "person"),
    start.MENU,
    Use("plan", overview.plan),
    Use("help", overview.help_, "person"),
    Use("privacy", overview.privacy, "person"),
    Use("waiting", waiting.waiting, "person"),
    Use("mydata", mydata.mydata, "person"),
    Use("forgetme", mydata.ask_forget, "person"),
    Use("forget-sure", mydata.forget, "person"),
)

USES = {use.word: use for use in _ALL}

_ANYBODYS = ("help", "privacy")
_MEMBERS = (
    "menu", "plan", "coming", "absent", "late", "reason", "note", "notes", "theme", "rota", "brief", "lead-take",
    "lead-pass", "done", "sentence", "mydata", "forgetme", "leave", "convene",
)  # fmt: skip
_CONVENERS = ("move", "cancel", "change", "add", "themes", "absences", "upcoming", "extras", "pause", "resume", "end")

MENUS: Mapping[str, tuple[str, ...]] = {
    "group": ("join", "menu", "plan", "coming", "absent", "late", *_ANYBODYS, "setup"),
    "private": (*_MEMBERS, *_ANYBODYS),
    "convener": (*_MEMBERS, *_CONVENERS, *_ANYBODYS),
}
"""The commands to offer where: in the channel, to a member in private, and to a convener in private."""

COMMANDS = ("start", *dict.fromkeys(word for words in MENUS.values() for word in words))
"""The uses that have a command of their own; each language names them as `command-…` and tells of them in `about-…`."""
