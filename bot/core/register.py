"""Everything that people can do, by the word that buttons and commands carry: who may, and where it is done."""

from collections.abc import Mapping

from bot.core.model import Life, Role
from bot.core.turn import Use
from bot.core.uses.agreement import agreement, agreement_accept, agreement_change, agreement_points, agreement_wishes
from bot.core.uses.between import between, carry, materials, pretasks
from bot.core.uses.coming import absence, absence_said, away, catchup
from bot.core.uses.convening import extras, facilitation, life, naming, rhythm, seat, trouble
from bot.core.uses.feedback import evaluation, feedback, followup, quotes, reflections, report
from bot.core.uses.founding import again, setup_form
from bot.core.uses.founding.setup_form import check_setup
from bot.core.uses.leading import lead, outcome, swap, timekeeper
from bot.core.uses.meetings import elsewhere, guests, holiday, meetings, moving, one_meeting
from bot.core.uses.members import along, leaving, newcomers, welcoming
from bot.core.uses.menu import ids, menu, overview, start
from bot.core.uses.oneself import calendar, expectation, keepsake, language, mydata, privacy, waiting, zone
from bot.core.uses.season import deletion, retention, seasons
from bot.core.uses.subgroups import subgroups, subgroups_channel, subgroups_convening
from bot.core.uses.themes import own_theme, theme, themes, vote
from bot.core.uses.times import times, times_answer, times_form, times_pick

_MEMBER = frozenset({Role.MEMBER})
_CONVENER = frozenset({Role.CONVENER})
_FACILITATOR = frozenset({Role.FACILITATOR})
_EITHER = _MEMBER | _CONVENER | _FACILITATOR
_ANY_LIFE = frozenset(Life)
_RUNNING = frozenset({Life.RUNNING})
_OVER = frozenset({Life.ENDED})

_ALL = (
    # joining and leaving
    Use("join", newcomers.join),
    Use("newcomer-withdraw", newcomers.withdraw),
    Use("welcome", welcoming.welcome_in, needs=_MEMBER),
    Use("talk-first", welcoming.talk_first, needs=_MEMBER),
    Use("newcomers", newcomers.set_newcomers, needs=_CONVENER),
    Use("newcomer-in", welcoming.let_in, needs=_CONVENER),
    Use("newcomer-not", welcoming.not_now, needs=_CONVENER),
    Use("leave", leaving.leave, needs=_MEMBER, standing=_ANY_LIFE),
    Use("leave-sure", leaving.leave_sure, needs=_MEMBER, standing=_ANY_LIFE),
    Use("leave-word", leaving.ask_word, needs=_MEMBER, take=leaving.take_word, standing=_ANY_LIFE),
    Use("still-along", along.still_along, needs=_MEMBER),
    Use("along-yes", along.yes, needs=_MEMBER),
    Use("along", along.page, needs=_CONVENER),
    Use("along-ask", along.ask, needs=_CONVENER),
    Use("along-sure", along.ask_sure, needs=_CONVENER),
    Use("along-back", along.take_back, needs=_CONVENER),
    # sub-groups
    subgroups.MINE,
    Use("subgroups", subgroups_convening.page, needs=_CONVENER),
    Use(
        "subgroup-add",
        subgroups_convening.ask_add,
        "group",
        _CONVENER,
        subgroups_convening.check_title,
        subgroups_convening.take_add,
    ),
    Use(
        "subgroup-name",
        subgroups_convening.ask_name,
        "group",
        _CONVENER,
        subgroups_convening.check_title,
        subgroups_convening.take_name,
    ),
    Use("subgroup-drop", subgroups_convening.ask_drop, needs=_CONVENER),
    Use("subgroup-drop-sure", subgroups_convening.drop, needs=_CONVENER),
    Use("subgroup-back", subgroups_convening.back, needs=_CONVENER),
    Use("subgroup", subgroups_channel.subgroup, "person"),
    subgroups_channel.PICK,
    Use(subgroups_channel.LINK, subgroups_channel.link, needs=_CONVENER),
    Use("subgroup-unlink", subgroups_channel.unlink, needs=_CONVENER),
    # who convenes, facilitates and comes as a guest
    Use("seat", seat.seat, needs=_EITHER),
    Use("seat-pick", seat.pick, needs=_CONVENER),
    Use("seat-ask", seat.ask, needs=_CONVENER),
    Use("seat-yes", seat.accept, needs=_MEMBER),
    Use("seat-no", seat.decline, needs=_MEMBER),
    Use("seat-down", seat.ask_down, needs=_CONVENER),
    Use("seat-down-sure", seat.down, needs=_CONVENER),
    Use("facilitate", facilitation.facilitate),
    Use("facilitate-stop", facilitation.stop, needs=_FACILITATOR),
    Use("facilitators", facilitation.page, needs=_CONVENER),
    Use("facilitator-in", facilitation.let_in, needs=_CONVENER),
    Use("facilitator-not", facilitation.turn_down, needs=_CONVENER),
    Use("facilitator-end", facilitation.end, needs=_CONVENER),
    Use("reasons-show", facilitation.show_reasons, needs=_CONVENER),
    Use("reasons-hide", facilitation.hide_reasons, needs=_CONVENER),
    Use("guests", guests.guests, needs=_EITHER),
    Use("guest", guests.ask_guest, "meeting", _EITHER, take=guests.take_guest),
    Use("guest-drop", guests.drop_guest, "meeting", _EITHER),
    # what the group keeps at hand
    Use("materials", materials.materials, needs=_EITHER, standing=_ANY_LIFE),
    Use("material", materials.ask_material, "group", _EITHER, materials.check_material, materials.take_material),
    Use("material-drop", materials.drop_material, needs=_EITHER),
    # coming and not coming
    Use("coming", absence.coming, "meeting", _MEMBER),
    Use("absent", absence.absent, "meeting", _MEMBER),
    Use("late", absence.late, "meeting", _MEMBER),
    Use("early", absence.early, "meeting", _MEMBER),
    Use("away", away.away, needs=_MEMBER, check=away.check_away, take=away.take_away),
    Use("reason", absence.ask_reason, "meeting", _MEMBER, take=absence.take_reason),
    Use("reason-drop", absence.drop_word, "meeting", _MEMBER, standing=_ANY_LIFE, called_off=True),
    Use("meet", absence_said.meet, "meeting", _CONVENER),
    Use("few", absence_said.ask_few, "meeting", _CONVENER),
    # the notebook
    Use("note", pretasks.ask_note, "meeting", _MEMBER, take=pretasks.take_note),
    Use(pretasks.KEEP, pretasks.keep, "meeting", _MEMBER),
    Use("notes", pretasks.notes, "meeting", _MEMBER, standing=_ANY_LIFE, called_off=True),
    Use("note-drop", pretasks.drop_note, "meeting", _MEMBER, standing=_ANY_LIFE, called_off=True),
    Use("notes-keep", retention.keep, "meeting", _MEMBER, standing=_ANY_LIFE, which="last", called_off=True),
    # the theme and its lead
    Use("theme", theme.theme, "meeting", _EITHER),
    Use("brief", theme.brief, "meeting", _EITHER),
    Use("rota", lead.rota, needs=_EITHER),
    Use("lead-take", lead.take_lead, "meeting", _MEMBER),
    Use("lead-pass", lead.pass_lead, "meeting", _EITHER),
    Use("rota-part", lead.set_part, needs=_MEMBER),
    Use("swap", swap.ask_swap, "meeting", _MEMBER),
    Use("swap-yes", swap.answer_yes, "meeting", _MEMBER),
    Use("swap-no", swap.answer_no, "meeting", _MEMBER),
    Use("swap-back", swap.take_back, "meeting", _MEMBER),
    Use("clock", timekeeper.clock, "meeting", _EITHER),
    Use("held", outcome.held, "meeting", _EITHER, which="last"),
    Use("present", outcome.ask_present, "meeting", _EITHER, outcome.check_present, outcome.take_present, which="last"),
    Use("outcome", outcome.ask_outcome, "meeting", _EITHER, take=outcome.take_outcome, which="last"),
    Use("catchup", catchup.catchup, "meeting", _MEMBER, which="last"),
    Use("done", feedback.done, "meeting", _EITHER, which="last"),
    # feedback
    Use("rate", feedback.rate, "meeting", _MEMBER, which="last"),
    Use("sentence", feedback.ask_sentence, "meeting", _MEMBER, take=feedback.take_sentence, which="last"),
    Use("carry", feedback.ask_carry, "meeting", _MEMBER, take=feedback.take_carry, which="last"),
    Use("feedback", feedback.ask_page, "meeting", _MEMBER, take=feedback.take_page, which="last"),
    Use("carry-open", carry.ask_open, "meeting", _MEMBER, take=carry.take_open, which="last"),
    Use("quote", quotes.permit, "meeting", _MEMBER, standing=_ANY_LIFE, which="last"),
    Use("quotes", quotes.mine, needs=_MEMBER, standing=_ANY_LIFE),
    Use("quote-drop", quotes.drop, needs=_MEMBER, standing=_ANY_LIFE),
    Use("expect", expectation.ask_expectation, needs=_MEMBER, take=expectation.take_expectation),
    Use("evaluate", evaluation.evaluate, "meeting", _MEMBER, which="last"),
    Use("evaluate-words", evaluation.ask_words, "meeting", _MEMBER, take=evaluation.take_words, which="last"),
    Use("evaluate-fields", evaluation.ask_fields, "meeting", _MEMBER, take=evaluation.take_fields, which="last"),
    Use("evaluate-quote", evaluation.ask_quote, "meeting", _MEMBER, which="last"),
    Use("quotations", quotes.quotations, needs=_EITHER, standing=_ANY_LIFE),
    # what facilitators saw
    Use("reflect", reflections.ask, "meeting", _FACILITATOR, None, reflections.take, _ANY_LIFE, "last"),
    Use("reflection", reflections.show, "meeting", _FACILITATOR, standing=_ANY_LIFE, which="last"),
    Use("reflect-share", reflections.share, "meeting", _FACILITATOR, standing=_ANY_LIFE, which="last"),
    Use("reflect-drop", reflections.drop, "meeting", _FACILITATOR, standing=_ANY_LIFE, which="last"),
    Use("reflections", reflections.page, needs=_FACILITATOR, standing=_ANY_LIFE),
    # after the end
    Use("report", report.report_, needs=_EITHER, standing=_OVER),
    Use("keepsake", keepsake.keepsake, needs=_MEMBER, standing=_OVER),
    Use("followup", followup.followup, needs=_MEMBER, standing=_OVER),
    Use("followup-stop", followup.stop, needs=_MEMBER, standing=_OVER),
    Use("followup-answer", followup.ask_answer, needs=_MEMBER, take=followup.take_answer, standing=_OVER),
    Use("keep-longer", deletion.keep_longer, needs=_MEMBER, standing=_OVER),
    Use("again", again.ask_again, "group", _MEMBER | _CONVENER, check_setup, again.take_again, _OVER, patient=True),
    Use("again-sure", again.again, needs=_MEMBER | _CONVENER, standing=_OVER),
    # choosing themes
    Use("vote", vote.vote, needs=_EITHER),
    Use("pick", vote.pick, needs=_MEMBER),
    Use("vote-open", vote.open_vote, needs=_CONVENER),
    Use("vote-close", vote.close_vote, needs=_CONVENER),
    Use("vote-accept", vote.accept, needs=_CONVENER),
    Use("own-theme", own_theme.page, needs=_EITHER),
    Use("own-theme-add", own_theme.ask_own, "group", _MEMBER, own_theme.check_own, own_theme.take_own),
    Use("own-theme-drop", own_theme.drop_own, needs=_MEMBER | _CONVENER),
    # what the group agrees on
    Use("agreement", agreement.agreement, needs=_EITHER, standing=_ANY_LIFE),
    Use("agreement-space", agreement.space, needs=_EITHER, standing=_ANY_LIFE),
    Use("agreement-old", agreement_change.old, needs=_EITHER, standing=_ANY_LIFE),
    Use("agreement-point", agreement_points.ask_point, needs=_EITHER, standing=_RUNNING),
    Use("agreement-agree", agreement_points.agree, needs=_EITHER, standing=_RUNNING),
    Use("agreement-pick", agreement_points.pick, needs=_EITHER, standing=_RUNNING),
    Use(
        "agreement-write",
        agreement_points.ask_words,
        "group",
        _EITHER,
        agreement_points.check_words,
        agreement_points.take_words,
        _RUNNING,
    ),
    Use(
        "agreement-rule",
        agreement_wishes.ask_rule,
        "group",
        _MEMBER,
        agreement_wishes.check_rule,
        agreement_wishes.take_rule,
        _RUNNING,
    ),
    Use("agreement-wishes", agreement_wishes.wishes, needs=_EITHER, standing=_RUNNING),
    Use("agreement-rule-drop", agreement_wishes.drop_rule, needs=_EITHER, standing=_RUNNING),
    Use("agreement-rule-back", agreement_wishes.restore_rule, needs=_EITHER, standing=_RUNNING),
    Use("agreement-offer", agreement_accept.ask_offer, needs=_EITHER, standing=_RUNNING),
    Use("agreement-put", agreement_accept.offer, needs=_EITHER, standing=_RUNNING),
    Use("agreement-accept", agreement_accept.accept, needs=_MEMBER, standing=_RUNNING),
    Use("agreement-unaccept", agreement_accept.unaccept, needs=_MEMBER, standing=_RUNNING),
    Use("agreement-reopen", agreement_accept.ask_reopen, needs=_EITHER, standing=_RUNNING),
    Use("agreement-rewrite", agreement_accept.reopen, needs=_EITHER, standing=_RUNNING),
    Use("agreement-change", agreement_change.change, needs=_EITHER, standing=_RUNNING),
    Use("agreement-undo", agreement_change.ask_undo, needs=_EITHER, standing=_RUNNING),
    Use("agreement-undo-sure", agreement_change.undo, needs=_EITHER, standing=_RUNNING),
    # convening
    start.SETUP,
    Use("setup-sure", setup_form.setup, "person"),
    Use("themes", themes.ask_themes, needs=_CONVENER, check=themes.check_themes, take=themes.take_themes),
    Use("move", moving.ask_move, "meeting", _CONVENER, meetings.check_when, moving.take_move),
    Use("move-sure", moving.move, "meeting", _CONVENER),
    Use("move-on", moving.look_on, "meeting", _CONVENER),
    Use("move-on-sure", moving.move_on, "meeting", _CONVENER),
    Use("cancel", meetings.ask_cancel, "meeting", _CONVENER),
    Use("cancel-sure", meetings.cancel, "meeting", _CONVENER),
    Use("change", elsewhere.ask_change, "meeting", _CONVENER, elsewhere.check_change, elsewhere.take_change),
    Use("add", meetings.ask_add, "group", _CONVENER, meetings.check_when, meetings.take_add),
    Use("add-sure", meetings.add, "group", _CONVENER),
    Use("rhythm", rhythm.rhythm, needs=_EITHER),
    Use("naming", naming.ask_naming, "group", _CONVENER, naming.check_naming, naming.take_naming),
    Use("seasons", seasons.page, needs=_EITHER),
    Use("seasons-last", seasons.ask_last, needs=_CONVENER),
    Use("seasons-last-sure", seasons.last, needs=_CONVENER),
    Use("seasons-on", seasons.go_on, needs=_CONVENER),
    Use("seasons-count", seasons.set_count, needs=_CONVENER),
    Use("holiday", holiday.ask_holiday, "group", _CONVENER, holiday.check_holiday, holiday.take_holiday),
    Use("holiday-sure", holiday.holiday, needs=_CONVENER),
    Use("calendar", calendar.calendar, needs=_MEMBER),
    Use("between", between.ask_between, needs=_EITHER, take=between.take_between),
    # finding a common time
    Use("times", times.times, needs=_EITHER, take=times_form.take),
    Use("times-post", times.post, needs=_EITHER),
    Use("times-answer", times_answer.answer, needs=_MEMBER),
    Use("times-set", times_answer.set_answer, needs=_MEMBER),
    Use("times-close", times.close, needs=_EITHER),
    Use("times-withdraw", times.ask_withdraw, needs=_EITHER),
    Use("times-withdraw-sure", times.withdraw, needs=_EITHER),
    Use("times-pick", times_pick.ask_pick, needs=_EITHER),
    Use("times-pick-sure", times_pick.pick, needs=_EITHER),
    Use("times-who", times.set_who, needs=_CONVENER),
    Use("times-names", times.set_names, needs=_CONVENER),
    # how one is spoken to
    Use("zone", zone.ask_zone, "person", check=zone.check_zone, take=zone.take_zone),
    Use("language", language.language, "person"),
    # the group's ways
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
    Use("ours", menu.ours, needs=_EITHER),
    Use("convening", menu.convening, needs=_CONVENER),
    Use("plan", overview.plan),
    Use("meeting", one_meeting.page, "meeting", _EITHER),
    Use("help", overview.help_, "person"),
    Use("privacy", privacy.privacy, "person"),
    Use("id", ids.tell, "person"),
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
_LESS_OFTEN: tuple[str, ...] = (
    "away",
    "catchup",
    "agreement",
    "between",
    "calendar",
    "times",
    "zone",
    "language",
    "report",
    "materials",
    "facilitate",
    "own-theme",
    "subgroup",
)
_CONVENERS = (
    "move",
    "cancel",
    "change",
    "add",
    "themes",
    "vote",
    "absences",
    "upcoming",
    "extras",
    "rhythm",
    "holiday",
    "along",
    "pause",
    "resume",
    "end",
)

_UNLISTED = ("id",)
"""What is of use to whoever has read of it: it stands in no menu."""

MENUS: Mapping[str, tuple[str, ...]] = {
    "group": ("join", "menu", "plan", "coming", "absent", "late", *_ANYBODYS, "setup"),
    "private": (*_MEMBERS, *_LESS_OFTEN, *_ANYBODYS),
    "convener": (*_MEMBERS, *_LESS_OFTEN, *_CONVENERS, *_ANYBODYS),
}
"""The commands to offer where: in the channel, to a member in private, and to a convener in private."""

BRANCHES: Mapping[str, tuple[str, ...]] = {"group": _CONVENERS, "more": (*_LESS_OFTEN, *_UNLISTED)}
"""Where there is room for few commands side by side, those of conveners and those wanted less often are kept apart."""

COMMANDS = ("start", *_UNLISTED, *dict.fromkeys(word for words in MENUS.values() for word in words))
"""The uses that have a command of their own; each language names them as `command-…` and tells of them in `about-…`."""
