"""Season after season: how the group goes on, whether the present season is its last, and how many meetings one has."""

from dataclasses import replace
from datetime import timedelta

from bot.core import onward
from bot.core.model import Group, Meeting
from bot.core.outgoing import Block, Button, Heading, Message, Para, Reply, say
from bot.core.plan import polite
from bot.core.refusal import Refusal
from bot.core.replan import edit_plan, replan
from bot.core.saying import Saying, next_meeting
from bot.core.season import lengths_of
from bot.core.seasons_kept import Kept, keep, kept_of
from bot.core.tell import A_WEEK, tell
from bot.core.turn import GroupTurn, button, told
from bot.core.view import View

NEWS = "season-news"
THIS, NOW = "this", "now"
"""Which season is to be the last: the one that goes on, or begins next; or the one that is just over."""

A_ROW = 5


async def page(turn: GroupTurn) -> Reply:
    """How the group goes on, for everybody to see; with what a convener can change."""
    _going(turn)
    seen = await turn.view(turn.group)
    count, end = turn.group.season_meetings, _this_end(turn, seen)
    blocks: list[Block] = [Heading(say("seasons-heading", group=turn.group.name))]
    rows: list[tuple[Button, ...]] = []
    if count:
        over = _over(turn, seen)
        if end:
            said, first = "seasons-coming" if over else "seasons-now", seen.season_of(end)[0].starts
            blocks.append(Para(say(said, number=seen.season(end) + 1, first=first, when=end.starts)))
            label = say("button-seasons-last-coming" if over else "button-seasons-last")
            rows.append((button(label, "seasons-last", turn.group.id, THIS),))
        blocks.append(Para(say("seasons-how", count=count)))
        if over:
            rows.insert(0, (button(say("button-seasons-stop"), "seasons-last", turn.group.id, NOW),))
        rows.append((button(say("button-seasons-count"), "seasons-count", turn.group.id),))
    else:
        end = seen.meetings[-1] if seen.meetings else None
        blocks.append(Para(say("seasons-last-is", when=end.starts) if end else say("seasons-none")))
        rows.append((button(say("button-seasons-on"), "seasons-on", turn.group.id),))
    if not turn.convenes:
        return Message((*blocks, Para(say("seasons-convener"))))
    return Message(tuple(blocks), tuple(rows))


def _going(turn: GroupTurn) -> None:
    """Refuse where the programme has one season only: a group can begin a new one when that is over."""
    if not turn.programme.open_ended:
        raise Refusal("refused-one-season", group=turn.group.name)


def _this_end(turn: GroupTurn, seen: View) -> Meeting | None:
    """The last meeting, as things stand, of the season of the next one."""
    following = seen.next(turn.now)
    return seen.season_of(following)[-1] if following else None


def _over(turn: GroupTurn, seen: View) -> Meeting | None:
    """The last meeting of a season that is just over, while the next season has not begun."""
    latest = seen.last(turn.now)
    over = latest is not None and seen.ends_season(latest) and latest.ends(turn.group.tz) <= turn.now
    return latest if over else None


def _end(turn: GroupTurn, seen: View) -> Meeting:
    """The meeting that is to be the last, as the press says."""
    if not turn.group.season_meetings:
        raise Refusal("refused-old")
    end = {THIS: _this_end, NOW: _over}.get(turn.value, lambda _turn, _seen: None)(turn, seen)
    if end is None:
        raise Refusal("refused-old")
    return end


async def ask_last(turn: GroupTurn) -> Reply:
    """Ask once, with what would fall away."""
    _going(turn)
    seen = await turn.view(turn.group)
    end = _end(turn, seen)
    beyond = len(seen.meetings) - seen.number(end)
    sure = button(say("button-seasons-last-sure"), "seasons-last-sure", turn.group.id, turn.value)
    keep_on = button(say("button-keep"), "seasons", turn.group.id)
    ask = "seasons-last-ask" if turn.value == THIS else "seasons-stop-ask"
    return told(ask, (sure,), (keep_on,), when=end.starts, count=beyond)


async def last(turn: GroupTurn) -> Reply:
    """Let this season be the last: what was planned beyond it falls away, and then comes the farewell."""
    _going(turn)
    if not turn.group.season_meetings:
        return await page(turn)
    seen = await turn.view(turn.group)
    end = _end(turn, seen)
    beyond = [m for m in seen.meetings if m.starts > end.starts]
    for meeting in beyond:
        await turn.work.meetings.save(replace(meeting, cancelled=True, revision=meeting.revision + 1))
        await turn.work.notices.drop(meeting_id=meeting.id, state="waiting")
        await turn.work.papers.drop(meeting_id=meeting.id, kind="guest")
    before = seen.number(seen.season_of(end)[0]) - 1
    earlier = tuple(lengths_of(turn.group, before, seen.earlier))
    fallen = tuple(meeting.id for meeting in beyond)
    await keep(turn.work, turn.house, turn.group, Kept(earlier, turn.group.season_meetings, fallen))
    await _changed(turn, replace(turn.group, season_meetings=0), news=turn.value == THIS)
    undo = button(say("button-seasons-on"), "seasons-on", turn.group.id)
    return told("seasons-last-done" if turn.value == THIS else "seasons-stop-done", (undo,), when=end.starts)


async def go_on(turn: GroupTurn) -> Reply:
    """Go on after all: what had fallen away and lies ahead stands again."""
    _going(turn)
    kept = await kept_of(turn.work, turn.group)
    if turn.group.season_meetings:
        return await page(turn)
    seen = await turn.view(turn.group)
    for meeting_id in kept.fallen:
        meeting = await turn.work.meetings.get(meeting_id)
        if meeting and meeting.group_id == turn.group.id and _free(turn, seen, meeting):
            back = replace(meeting, cancelled=False, revision=meeting.revision + 1)
            await turn.work.meetings.save(back)
    count = kept.meetings or turn.programme.meetings.usual
    await keep(turn.work, turn.house, turn.group, Kept(kept.earlier))
    group = replace(turn.group, season_meetings=count)
    await _changed(turn, group, news=True)
    return told("seasons-on-done", (button(say("button-plan"), "plan", group.id),), count=count)


def _free(turn: GroupTurn, seen: View, meeting: Meeting) -> bool:
    """Whether it lies ahead, and nothing else has come in its place."""
    length = timedelta(minutes=meeting.minutes)
    clash = any(
        other.starts < meeting.starts + length and meeting.starts < other.starts + timedelta(minutes=other.minutes)
        for other in seen.meetings
    )
    return meeting.cancelled and meeting.begins(turn.group.tz) > turn.now and not clash


async def set_count(turn: GroupTurn) -> Reply:
    """How many meetings a season has, from the next season on: asked, or set."""
    _going(turn)
    if not turn.group.season_meetings:
        raise Refusal("refused-old")
    meetings = turn.programme.meetings
    offered = [str(number) for number in range(meetings.least, meetings.most + 1)]
    if not turn.value:
        buttons = [
            button(say("button-seasons-so-many", count=int(each)), "seasons-count", turn.group.id, each)
            for each in offered
        ]
        rows = tuple(tuple(buttons[n : n + A_ROW]) for n in range(0, len(buttons), A_ROW))
        return told("seasons-count-ask", *rows, count=turn.group.season_meetings)
    if turn.value not in offered:
        raise Refusal("refused-old")
    count = int(turn.value)
    if count != turn.group.season_meetings:
        earlier = _begun(turn, await turn.view(turn.group))
        await keep(turn.work, turn.house, turn.group, Kept(earlier))
        await _changed(turn, replace(turn.group, season_meetings=count), news=False)
    return told("seasons-count-done", (button(say("button-seasons"), "seasons", turn.group.id),), count=count)


def _begun(turn: GroupTurn, seen: View) -> tuple[int, ...]:
    """The lengths of the seasons that have begun; the group's first one was told when it was founded."""
    latest = seen.last(turn.now)
    number = seen.number(latest) if latest else 1
    return tuple(lengths_of(turn.group, max(number, 1), seen.earlier))


async def _changed(turn: GroupTurn, group: Group, *, news: bool) -> None:
    """Keep it and plan anew; the group hears of it, unless it has not heard yet of what is now taken back."""
    await turn.work.groups.save(group)
    await onward.go_on(turn.work, turn.house, await turn.view(group), whole=True)
    await replan(turn.work, turn.house, group)
    await edit_plan(turn.work, turn.house, group)
    unsaid = await turn.work.notices.drop(group_id=group.id, kind=NEWS, state="waiting")
    if news and not unsaid:
        due, ref = polite(group, turn.now), f"{group.season_meetings}.{turn.now:%Y%m%d%H%M%S}"
        await tell(turn.work, turn.house, group, NEWS, due=due, expires=due + A_WEEK, ref=ref)


async def say_news(saying: Saying) -> Message | None:
    """That this season is the group's last, or that it goes on after all."""
    seen = saying.seen
    if seen.group.season_meetings:
        return Message((Para(say("seasons-on-post")), *next_meeting(seen, seen.next(saying.now))))
    if not seen.meetings:
        return None
    end = seen.meetings[-1]
    post = Para(say("seasons-last-post", when=end.starts), end.begins(seen.group.tz))
    return Message((Heading(say("seasons-last-heading")), post, Para(say("seasons-last-after"))))
