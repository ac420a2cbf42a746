"""Everything that people can do, by the word that buttons and commands carry: who may, and where it is done."""

from bot.core import absence, feedback, lead, life, meetings, membership, mydata, overview, pretasks, setup, theme
from bot.core.model import Life, Role
from bot.core.turn import Use

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
    Use("setup", setup.ask_setup, "person", check=setup.check_setup, take=setup.take_setup),
    Use("setup-sure", setup.setup, "person"),
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
    Use("pause", life.pause, needs=_CONVENER),
    Use("resume", life.resume, needs=_CONVENER),
    Use("end", life.ask_end, needs=_CONVENER),
    Use("end-sure", life.end, needs=_CONVENER),
    Use("convene", life.convene, needs=_MEMBER),
    # for everybody
    Use("menu", overview.menu, needs=_EITHER),
    Use("plan", overview.plan),
    Use("help", overview.help_, "person"),
    Use("privacy", overview.privacy, "person"),
    Use("mydata", mydata.mydata, "person"),
    Use("forgetme", mydata.ask_forget, "person"),
    Use("forget-sure", mydata.forget, "person"),
)

USES = {use.word: use for use in _ALL}

COMMANDS = (
    "setup", "menu", "plan", "coming", "absent", "late", "note", "notes", "theme", "brief", "rota", "sentence",
    "themes", "move", "cancel", "change", "add", "upcoming", "pause", "resume", "end", "leave", "help", "privacy",
    "mydata", "forgetme",
)  # fmt: skip
"""The uses that have a command of their own; each language names them in its phrases as `command-…`."""
