"""The kinds of notice and what each may do: the one table that planning, saying and settling read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of notice.

    `rank` orders notices due at one instant: results come before the end that closes all that is open. Of several
    posts for one day or one meeting the one with the lowest `weight` gives way. `again` allows one repeat when nobody
    can know whether it was sent.

    When: a `planned` kind follows from the plan, all others are told once, when something happens. A `routine` one can
    be done without, and carries the buttons of what waits; of the `budgeted` a group may want fewer. Planned ones wait
    for the morning where they come due at night after all, and so do those `by_day`. The `uncounted` follow from the
    meetings, however often these are changed, so that no day's quota counts them.

    When it fails: `befalls` means that what it does is done even where it comes too late or cannot be said. Conveners
    hear of it unless it is `untold`, once the group is over only where it is `of_the_end`. A `last_word` tells a
    convener what did not get through: were it lost, nobody would ever hear of it.

    Whom: `conveners` hear it as such, members or not; what is `of_one` tells of a member, whose id begins its `ref`,
    and said or not goes with that member. What is `unlisted` stands in no list of what is to come. `part_of` is the
    group's own post with which it goes to a sub-group's own channel, named in its `ref`. `waits_as` is what the button
    says behind which it waits, on the next routine post, when its person cannot be reached: it opens the use of the
    kind's name, about the meeting, or the one that it `opens`, about the group. What has no such button goes to that
    person or nowhere: nothing private ever has one.
    """

    name: str
    rank: int
    planned: bool = False
    routine: bool = False
    budgeted: bool = False
    weight: int = 0
    again: bool = False
    by_day: bool = False
    uncounted: bool = False
    befalls: bool = False
    untold: bool = False
    of_the_end: bool = False
    last_word: bool = False
    conveners: bool = False
    of_one: bool = False
    unlisted: bool = False
    part_of: str = ""
    waits_as: str = ""
    opens: str = ""


_ALL = (
    Kind("plan", 0),
    Kind("plan-edit", 0, again=True, untold=True, uncounted=True),
    Kind("moved", 1, again=True),
    Kind("moved-on", 1, again=True),
    Kind("cancelled", 2, again=True),
    Kind("added", 3, again=True),
    Kind("changed", 3, again=True),
    Kind("paused", 4),
    Kind("resumed", 5),
    Kind("results", 6, planned=True, routine=True, budgeted=True, weight=3, befalls=True),
    Kind("catchup", 6, planned=True, again=True, waits_as="waits-catchup"),
    Kind("farewell", 7, planned=True, weight=1, again=True, befalls=True, of_the_end=True),
    Kind("season", 7, planned=True, weight=1, again=True, befalls=True),
    Kind("season-news", 3, again=True),
    Kind("onward", 0, planned=True, befalls=True, untold=True),
    Kind("keepsake", 7, planned=True, again=True),
    Kind("between", 7, planned=True, routine=True, budgeted=True),
    Kind("pretask", 7, planned=True, routine=True, budgeted=True, weight=2, again=True),
    Kind("part-pretask", 7, planned=True, routine=True, weight=2, again=True, part_of="pretask"),
    Kind("part-here", 7, again=True, by_day=True),
    Kind("brief", 8, planned=True, waits_as="button-brief"),
    Kind("reminder", 9, planned=True, routine=True, budgeted=True, weight=5, again=True),
    Kind("soon", 10, planned=True, routine=True, budgeted=True, weight=6),
    Kind("part-task", 10, planned=True, routine=True, weight=6, part_of="soon"),
    Kind("notes", 11, planned=True, again=True),
    Kind("notes-soon", 11, again=True),
    Kind("absence", 12, again=True, of_one=True),
    Kind("word", 13, conveners=True, of_one=True),
    Kind("few", 13, conveners=True, waits_as="button-few"),
    Kind("not-held", 13, conveners=True),
    Kind("feedback", 14, planned=True, routine=True, budgeted=True, weight=4),
    Kind("evaluation", 14, planned=True, routine=True, weight=4),
    Kind("held", 14, planned=True, waits_as="waits-held"),
    Kind("reflect", 14, planned=True, waits_as="waits-reflect"),
    Kind("step", 14, untold=True),
    Kind("times", 3, again=True, by_day=True),
    Kind("times-nudge", 12, by_day=True),
    Kind("times-result", 3, again=True, by_day=True),
    Kind("vote", 3, again=True),
    Kind("vote-result", 3, again=True),
    Kind("agreement", 3, again=True),
    Kind("agreement-stands", 3, again=True),
    Kind("agreement-copy", 11, again=True, waits_as="waits-agreement-copy", opens="agreement"),
    Kind("swap", 11, untold=True),
    Kind("newcomer", 11, conveners=True),
    Kind("let-in", 11, again=True, waits_as="waits-let-in", opens="join"),
    Kind("still-along", 11, again=True, by_day=True, unlisted=True, waits_as="waits-still-along", opens="still-along"),
    Kind("along", 11, again=True, conveners=True, of_one=True, unlisted=True),
    Kind("let-go", 11, again=True, by_day=True, befalls=True, unlisted=True),
    Kind("seat", 7, conveners=True, waits_as="button-seat", opens="seat"),
    Kind("holiday", 1, again=True),
    Kind("followup", 14, planned=True),
    Kind("followup-results", 14, planned=True, befalls=True),
    Kind("deletion-soon", 16, planned=True, again=True, of_the_end=True),
    Kind("kept", 16, again=True),
    Kind("deletion", 20, planned=True, befalls=True),
    Kind("left", 15),
    Kind("vacancy", 16),
    Kind("ended", 17, of_the_end=True),
    Kind("resting", 16, planned=True, befalls=True, untold=True),
    Kind("rest-ask", 16, again=True, conveners=True),
    Kind("rested", 17, planned=True, again=True, befalls=True, of_the_end=True),
    Kind("go-on", 18, untold=True),
    Kind("trouble", 18, untold=True, last_word=True, conveners=True, waits_as="button-trouble", opens="trouble"),
    Kind("shut", 18, untold=True, last_word=True, conveners=True, waits_as="button-trouble", opens="trouble"),
    Kind("part-shut", 18, untold=True, last_word=True, conveners=True, waits_as="waits-part-shut", opens="subgroups"),
    Kind("event", 19, again=True, uncounted=True),
)

KINDS = {kind.name: kind for kind in _ALL}


def _those(fact: str) -> frozenset[str]:
    return frozenset(kind.name for kind in _ALL if getattr(kind, fact))


PLANNED = _those("planned")
BUDGETED = _those("budgeted")
BY_DAY = PLANNED | _those("by_day")
UNCOUNTED = PLANNED | _those("uncounted")
WHATEVER_BEFALLS = _those("befalls")
UNTOLD = _those("untold")
OF_THE_END = _those("of_the_end")
ENDING = WHATEVER_BEFALLS & OF_THE_END  # a farewell, after the last meeting or a long rest
LAST_WORD = _those("last_word")
CONVENERS = _those("conveners")
FOR_CONVENERS = CONVENERS - {"seat"}  # which asks members whether they would be one
OF_ONE = _those("of_one")
UNLISTED = _those("unlisted")
PARTS = {kind.name: kind.part_of for kind in _ALL if kind.part_of}
