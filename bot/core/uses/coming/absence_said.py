"""What is said of absences: to the channel, to the conveners, and the question whether few are enough."""

from bot.core.model import Coming, How, Meeting, Member, Seen
from bot.core.outgoing import Message, Own, Para, Phrase, Reply, say
from bot.core.saying import Saying, with_reason
from bot.core.season import fewest
from bot.core.turn import MeetingTurn, button, told

_POSTS = {How.ABSENT: "absent-post", How.LATE: "late-post", How.EARLY: "early-post"}
_WORDS = {
    How.ABSENT: "word-to-convener",
    How.LATE: "word-to-convener-late",
    How.EARLY: "word-to-convener-early",
    How.COMING: "word-to-convener-coming",
}


async def _told_of(saying: Saying) -> Coming | None:
    """What the notice is about, unless its member has changed it since."""
    member_id, changes, *_ = f"{saying.notice.ref}.".split(".")
    found = await saying.work.comings.find(meeting_id=saying.meeting.id, member_id=member_id)
    return found[0] if found and str(found[0].changes) == changes else None


async def say_absence(saying: Saying) -> Message | None:
    """One line for the channel, as it stands now; nothing where it has been changed since."""
    told_of = await _told_of(saying)
    if told_of is None:
        return None
    member = next(m for m in saying.seen.members if m.id == told_of.member_id)
    together = _told_together(saying, told_of)
    if len(together) > 1:
        phrase = "coming-after-all-many" if told_of.how is How.COMING else "absent-post-many"
        return Message((Para(say(phrase, name=member.name, whens=together)),))
    if told_of.how is How.COMING:
        return _comes(saying, member, told_of)
    lines = [Para(with_reason(_POSTS[told_of.how], member, told_of, when=saying.meeting.starts))]
    lead = saying.seen.lead(saying.meeting)
    # The member whose turn it was cannot come, so it is another's now; whoever facilitates is not in the turns.
    if lead and lead.member and saying.meeting.lead_id is None:
        lines.append(Para(say("lead-is", name=lead.name)))
    return Message(tuple(lines))


def _comes(saying: Saying, member: Member, told_of: Coming) -> Message | None:
    """That a member comes after all, comes for the whole of it, or only has a word for the group."""
    when = saying.meeting.starts
    if told_of.reason:
        if told_of.seen is not Seen.GROUP:
            return None
        return Message((Para(say("greeting-post", name=member.name, when=when, reason=Own(told_of.reason))),))
    whole = saying.notice.ref.endswith(".whole")
    return Message((Para(say("whole-after-all" if whole else "coming-after-all", name=member.name, when=when)),))


def _told_together(saying: Saying, told_of: Coming) -> tuple[str | Phrase, ...]:
    """The meetings that the member told the same of in one go, where the group wants to hear of all of them now."""
    if not saying.seen.group.absences_at_once:
        return ()
    same = {
        c.meeting_id
        for c in saying.seen.comings
        if (c.member_id, c.how, c.told) == (told_of.member_id, told_of.how, told_of.told)
    }
    return tuple(say("when", when=m.starts) for m in saying.seen.meetings if m.id in same)


async def say_word(saying: Saying) -> Message | None:
    """The reason that a member gave to the convener alone."""
    told_of = await _told_of(saying)
    if told_of is None or told_of.seen is not Seen.CONVENER or not told_of.reason or saying.preview:
        return Message((Para(say("preview-private")),)) if saying.preview else None
    member = next(m for m in saying.seen.members if m.id == told_of.member_id)
    line = say(_WORDS[told_of.how], name=member.name, when=saying.meeting.starts, reason=Own(told_of.reason))
    return Message((Para(line), Para(say("word-only-you"))))


async def say_few(saying: Saying) -> Message | None:
    """Ask the convener whether to meet, move, find another time or cancel; nothing where enough can come again."""
    size = len(saying.seen.members)
    gone = saying.seen.told(saying.meeting, How.ABSENT)
    if size - len(gone) >= fewest(size):
        return None
    return few_question(saying.meeting, size - len(gone))


async def ask_few(turn: MeetingTurn) -> Reply:
    """The same question on request, as things stand now."""
    turn.before_start()
    seen = await turn.view(turn.group)
    return few_question(turn.meeting, len(seen.members) - len(seen.told(turn.meeting, How.ABSENT)))


def few_question(meeting: Meeting, able: int) -> Message:
    """The question and its answers."""
    return Message(
        (Para(say("few-can", when=meeting.starts, count=able)), Para(say("few-ask"))),
        (
            (button(say("button-meet"), "meet", meeting.id), button(say("button-move"), "move", meeting.id)),
            (
                button(say("button-times"), "times", meeting.group_id, meeting.id),
                button(say("button-cancel"), "cancel", meeting.id),
            ),
        ),
    )


async def meet(turn: MeetingTurn) -> Reply:
    """The convener's answer that a small meeting is a meeting."""
    return told("meet-kept", when=turn.meeting.starts)
