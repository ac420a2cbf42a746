"""1,000 groups of ten with a post due in the same minute, at each platform's limit; then a year of all of them.

The minute: the real adapter at the pace that Piiri ships with, against the platform's stand-in in a process of its own,
that holds a bot to the platform's limits: Telegram's 30 messages in any second over all, one a second to a chat, 20 a
minute to a group; Discord's 50 requests in any second over all, and its buckets for each route and channel. The time
is real. At a part of its size ten seconds are added to the part of the time, for what a start costs on a busy machine.

The year: a thousand groups that meet monthly, on the memory platform and a held clock, with the night's work done each
day on which anything happens. After each meeting one group in five answers the feedback, before it half of them have
somebody who cannot come. Three groups more have as many meetings in twelve weeks, so that all which a season's end
loads is there early. What is measured is memory that belongs to the process alone, after three months and after twelve.

It passes when the minute is done in time with no call too fast and one post a group, when the year's notices are all
sent as planned, none twice and none left, and memory after twelve months is within 10 MB of what it was after three.
"""

from prove.crowd_minute import minute
from prove.crowd_year import year
from prove.report import Report

GROUPS = 1_000


def run(scale: float, seed: int) -> Report:
    """See above; `scale` multiplies the groups, of which the minute has ninety at least."""
    groups = max(1, int(GROUPS * scale))
    report = Report(f"12. Crowd: {groups:,} groups of ten, all due at once, and a year of them")
    minute(groups, seed, report)
    year(groups, seed, report)
    return report
