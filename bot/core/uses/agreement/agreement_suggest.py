"""What could stand in the agreement's points, from what is known of the group already. Pure; names nobody."""

from bot.core.outgoing import Phrase, say
from bot.core.view import View

PLACE_MOST = 120
"""Characters of a place that still stand well in a sentence."""


def suggestion(seen: View, name: str) -> Phrase:
    """A wording of one point that fits this group as it is; never longer than a point may be."""
    match name:
        case "time":
            return _time(seen)
        case "place":
            return say("agreement-suggest-place", form=_form(seen), place=_place(seen))
        case "roles":
            awaited = bool(seen.facilitators) or seen.programme.lead == "facilitator"
            return say("agreement-suggest-roles", led=seen.programme.lead if awaited else "rota")
        case _:
            return say(f"agreement-usual-{name}")


def _time(seen: View) -> Phrase:
    group = seen.group
    rhythm = f"{group.every_unit[:1]}{group.every_count}"
    length = say("lasts", hours=group.minutes // 60, minutes=group.minutes % 60)
    if not seen.meetings:
        return say("agreement-suggest-time-open", rhythm=rhythm, length=length)
    if group.season_meetings:
        return say("agreement-suggest-time-seasons", rhythm=rhythm, length=length, count=group.season_meetings)
    return say(
        "agreement-suggest-time",
        rhythm=rhythm,
        length=length,
        count=len(seen.meetings),
        when=seen.meetings[0].starts,
    )


def _form(seen: View) -> str:
    """How the meetings are held: "place" where all are in one, "there" in several, "remote", "mixed", or "open"."""
    remote = {bool(meeting.link) for meeting in seen.meetings if meeting.link or meeting.place}
    if len(remote) != 1:
        return "mixed" if remote else "open"
    if True in remote:
        return "remote"
    return "place" if _place(seen) else "there"


def _place(seen: View) -> str:
    """The one place of all meetings, where there is one."""
    places = {meeting.place for meeting in seen.meetings}
    place = " ".join(places) if len(places) == 1 else ""
    return place if len(place) <= PLACE_MOST else ""
