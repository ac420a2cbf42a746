"""What every story of a season is made of: the acts that it repeats, and what each platform has of its own."""

from datetime import datetime
from typing import Any, Generic

from icalendar import Calendar

from tests.seasons.people import SENTENCES
from tests.seasons.season import GROUP, S


class Parts(Generic[S]):
    """The season, and how things are done in it."""

    def __init__(self, season: S) -> None:
        self.season = season

    async def rate(self, **answers: str) -> None:
        for name, steps in answers.items():
            for letter, step in zip("ABC", steps, strict=True):
                await self.season.presses(name, f"{letter} {step}", where=GROUP)
                await self.season.plays(f"whisper to {name}: Merkitty: … {letter} {step}")

    async def sentence(self, name: str) -> None:
        await self.season.plays(f"""
            {name} in group: Kirjoita lause
            whisper to {name}: Jos haluat, kirjoita vielä yksi lause
            {name} fills: {SENTENCES[name]}
            whisper to {name}: Lauseesi on tallessa.
        """)

    def calendar(self) -> Any:
        """The event in the file that the group got last."""
        seen = next(seen for seen in reversed(self.season.posts()) if seen.file)
        assert seen is self.season.posts()[-1]
        assert seen.file.endswith(".ics")
        return Calendar.from_ical(seen.data).walk("VEVENT")[0]

    # What each platform has of its own

    async def set_up(self) -> None:
        """From the bot's coming to the plan in the group, which is pinned."""
        raise NotImplementedError

    async def the_bot_dies_under_a_note(self, name: str, note: str) -> None:
        """With -9, while somebody has a note half written; afterwards the note is theirs, and they read so."""
        raise NotImplementedError

    async def half_way(self) -> None:
        """Something happens to the place where the group lives, and is mended; the fourth reminder has come by then."""
        raise NotImplementedError

    async def before_the_first_meeting(self) -> None:
        """Whatever a platform's people do then."""

    async def in_the_second_meeting(self) -> None:
        """Whatever happens to a platform then."""

    async def presses_to_cancel(self, name: str, label: str) -> None:
        """The press after which the group is told."""
        await self.season.presses(name, label, where="privately")

    async def dies_telling_the_time(self, when: datetime, heading: str) -> None:
        """With -9, when the result of the search for a time is on its way; afterwards it is in the group."""
        raise NotImplementedError

    async def evaluates_in_words(self, name: str, best: str) -> None:
        """Somebody answers what helped most, and leaves out the rest."""
        raise NotImplementedError

    async def dies_saying_farewell(self, when: datetime, heading: str) -> None:
        """The same with the farewell."""
        raise NotImplementedError

    async def dies_deleting(self, when: datetime, heading: str) -> None:
        """The same with the last word, when everything is deleted already."""
        raise NotImplementedError

    async def sends_the_last_pretask(self) -> None:
        """Time goes on until it stands in the group."""
        await self.season.plays("time: 2026-12-24 10:00")
