"""What is answered after a meeting has no author any more once it is shown, not even for who holds everything.

10,000 meetings on which three to fifteen people answer, on real databases, straight through the rounds of questions
(anonymity_meetings), and 300 through the whole bot, by presses and sentences (anonymity_turns). An onlooker sees all
that is shown after every single answer, and knows who answered which question when. A thief (anonymity_thief) takes a
copy of the database and its write-ahead log at a random moment while a round is open, and in the end has them again,
with the log, the bot's own backup, the list of erasures, the master key and the folder beside it as it then is. It
guesses whose each published answer is: by the order of answers, members, rows; by the sizes of sealed rows; by all that
any key opens that it can find, in tables, in earlier states of the write-ahead log and in bytes that were freed.

It passes when no way of guessing is right more often than the best guess from what was published, which is one of the
published sentences at random and the commonest step of a scale, plus one point, beyond what chance makes of it; when
nothing was shown before its round closed or of fewer people than the floor; and when whoever has the files without a
key finds no word of anybody's, at any time. A thief with the keys of the moment of the copy opens every ballot: so it
is able to.
"""

import asyncio
import random
import tempfile
from pathlib import Path

from prove.anonymity_meetings import hold_all
from prove.anonymity_seen import Tried
from prove.anonymity_thief import Tally
from prove.anonymity_turns import live
from prove.report import Report, share

MEETINGS, WHOLE = 10_000, 300
ALLOWED = 1.0
"""Points above the best guess from what was published."""


def run(scale: float, seed: int) -> Report:
    """Hold the meetings, and let the thief guess."""
    report = Report("9. Anonymity: what was answered has no author, not even for who holds everything")
    folder = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=folder) as place:
        tried = hold_all(max(1, round(MEETINGS * scale)), random.Random(f"{seed}:rounds"), Path(place))
        asyncio.run(live(max(1, round(WHOLE * scale)), random.Random(f"{seed}:turns"), tried, Path(place)))
    _told(report, tried)
    return report


def _told(report: Report, tried: Tried) -> None:
    counts = tried.counts
    report.tell(
        "meetings / of them through the whole bot", f"{counts['meetings']:,} / {counts['meetings, whole bot']:,}"
    )
    report.tell(
        "looks at all that is shown, one after each answer", f"{counts['looks'] + counts['looks, whole bot']:,}"
    )
    report.tell("rounds published / of several meetings / kept back", _three(tried))
    report.none("answers of others seen while a round was open", counts["seen while open"])
    report.none("anything shown otherwise after an answer than before", counts["shown otherwise after an answer"])
    report.none("rounds shown below the floor", counts["shown below the floor"])
    report.none("kept back though enough had answered", counts["kept back though enough"])
    report.none("scales shown that everybody answered alike", counts["unanimous shown as such"])
    report.none("published otherwise than answered", sum("answered was published" in line for line in tried.wrong))
    for name, tally in tried.words.items():
        _judged(report, f"whose sentence, by {name}", tally)
    _judged(report, "which step, by what can be opened", tried.scales)
    report.tell("sealed ballots in copies", f"{counts['ballots in copies']:,}")
    opened = counts["control opened"]
    report.judge("opened with the keys of that moment (control)", share(opened, counts["control"]), "100.0 %",
                 holds=0 < opened == counts["control"])  # fmt: skip
    report.none("opened afterwards, with the master key", counts["ballots opened"])
    report.none("batches that waited then, opened afterwards", counts["waiting batches opened"])
    report.none(
        "sentences never shown (of {:,}) and found".format(counts["never shown"]), counts["never shown and found"]
    )
    report.none("sentences in a row beside their author, whole bot", counts["found beside their author"])
    report.none("words in plain in a file while a round was open", counts["plain while open"])
    report.none("words in plain in a file afterwards", counts["plain afterwards"])
    report.none("words in the log at DEBUG", counts["words in logs"])


def _three(tried: Tried) -> str:
    counts = tried.counts
    return f"{counts['published']:,} / {counts['of several meetings']:,} / {counts['kept back']:,}"


def _judged(report: Report, what: str, tally: Tally) -> None:
    right, anyway = (100 * part / max(1, tally.guesses) for part in (tally.right, tally.expected))
    holds = tally.excess - tally.spread <= ALLOWED
    figure = f"{right:.1f} % of {tally.guesses:,}"
    report.judge(what, figure, f"{anyway:.1f} % + 1 (±{tally.spread:.1f})", holds=holds)
