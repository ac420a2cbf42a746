"""Long texts, marks in what people write, and files."""

import pytest
from icalendar import Calendar, Event

from bot.core.fit import size
from tests.fakes.telegram.world import Group, Person, Post
from tests.office import words
from tests.telegram.post_office import PostOffice

NASTY = 'Kaarina <b>"Kaisa"</b> & <a href="tg://user?id=1">X</a> <script>_*[`'


class Circle:
    def __init__(self, office: PostOffice, name: str = "Kaarina") -> None:
        self.office = office
        self.kaarina: Person = office.person(name)
        self.others = [office.person(f"Jäsen {n}") for n in range(3)]
        self.chat: Group = office.chat(self.kaarina, *self.others)

    async def found(self, **wishes: str) -> "Circle":
        self.id = await self.office.founds(self.chat, self.kaarina, self.kaarina, *self.others, **wishes)
        return self

    async def writes(self, person: Person, text: str) -> None:
        await self.office.says(person, text)

    async def explains(self, person: Person, word: str) -> None:
        """Say that one cannot come, and why, to the group."""
        office = self.office
        async with office.kept() as work:
            first = min(await work.meetings.find(group_id=self.id), key=lambda m: m.starts)
        plan = office.fake.ledger.in_chat(self.chat)[0]
        await office.presses(person, plan, f"absent:{first.id}:")
        await office.presses(person, office.fake.ledger.last(person), words("button-reason-group"))
        await office.says(person, word)

    async def reminder(self) -> list[Post]:
        await self.office.moves_to("2026-09-13 10:00")
        before = len(self.office.fake.ledger.in_chat(self.chat))
        await self.office.moves_to("2026-09-14 10:00")
        return self.office.fake.ledger.in_chat(self.chat)[before:]


@pytest.fixture
async def circle(office: PostOffice) -> Circle:
    return await Circle(office).found()


def _event(post: Post) -> tuple[str, Event]:
    assert post.document
    assert post.document.name.endswith(".ics")
    calendar = Calendar.from_ical(post.document.data)
    (event,) = calendar.walk("VEVENT")
    return str(calendar["METHOD"]), event


@pytest.mark.parametrize("letter", ["a", "ä", "🐸", "<", "&"])
async def test_a_long_text_comes_in_parts_that_telegram_takes_split_between_paragraphs(
    circle: Circle, letter: str
) -> None:
    office, kaarina = circle.office, circle.kaarina
    paragraph = letter * (900 // size(letter))
    notes = ["\n\n".join([f"{n}{m}{paragraph}" for m in range(3)]) for n in range(4)]
    for note in notes:
        await circle.writes(kaarina, note)
    before = len(office.texts(kaarina))
    await office.says(kaarina, "/notes")
    parts = office.fake.ledger.in_chat(kaarina)[before:]
    assert len(parts) == 4
    assert all(size(part.text) <= 4096 for part in parts)
    said = "\n".join(part.text for part in parts)
    assert [said.count(note) for note in notes] == [1, 1, 1, 1], "no paragraph is cut"
    assert [bool(part.labels) for part in parts] == [False, False, False, True]


async def test_one_paragraph_longer_than_a_message_is_cut_between_words(circle: Circle) -> None:
    for _ in range(2):
        await circle.writes(circle.kaarina, ("sana " * 800).strip())
    before = len(circle.office.texts(circle.kaarina))
    await circle.office.says(circle.kaarina, "/notes")
    parts = circle.office.texts(circle.kaarina)[before:]
    assert all(size(part) <= 4096 for part in parts)
    assert sum(part.count("sana") for part in parts) == 1600


async def test_parts_after_one_that_failed_are_not_said(circle: Circle) -> None:
    for n in range(3):
        await circle.writes(circle.kaarina, f"{n}" * 3000)
    before = len(circle.office.texts(circle.kaarina))
    circle.office.fake.fault("sendMessage", "500 before", chat=circle.kaarina)
    await circle.office.says(circle.kaarina, "/notes")
    assert len(circle.office.texts(circle.kaarina)) == before


async def test_marks_in_names_titles_places_and_notes_are_only_text(office: PostOffice) -> None:
    circle = await Circle(office, NASTY).found(name="<i>Torstain</i> & [piiri](tg://x)")
    await circle.writes(circle.kaarina, "<code>a</code> & <tg-spoiler>b</tg-spoiler> &lt;")
    await office.says(circle.kaarina, "/notes")
    await office.says(circle.kaarina, "/plan", circle.chat)
    await circle.explains(circle.others[0], '<a href="https://example.org">tästä</a> *näin* _niin_')
    (reminder,) = await circle.reminder()
    said = [*office.fake.ledger.in_chat(circle.chat), *office.fake.ledger.in_chat(circle.kaarina)]
    kinds = {entity["type"] for post in said for entity in post.marked.entities}
    assert kinds <= {"bold", "blockquote", "bot_command", "url"}
    everything = "\n".join(post.text for post in said)
    for written in (
        "<i>Torstain</i> & [piiri](tg",
        "<code>a</code> & <tg-spoiler>b</tg-spoiler> &lt;",
        "*näin* _niin_",
    ):
        assert written in everything
    assert '<a href="https://example.org">tästä</a>' in reminder.text
    assert "tg://" not in everything


async def test_no_preview_is_made_of_any_link(office: PostOffice) -> None:
    circle = await Circle(office).found()
    await circle.writes(circle.kaarina, "https://example.org/kavala")
    await office.says(circle.kaarina, "/notes")
    await office.moves_to("2026-09-18 12:00")
    sent = [c for c in office.fake.calls if c.method in {"sendMessage", "editMessageText"}]
    assert sent
    assert all(call.params["link_preview_options"] == {"is_disabled": True} for call in sent)


async def test_the_reminder_carries_the_meeting_for_a_calendar(circle: Circle) -> None:
    (reminder,) = await circle.reminder()
    assert reminder.labels == [words(f"button-{word}") for word in ("coming", "absent", "late", "early")]
    assert reminder.text.startswith(words("reminder-heading", theme="").strip())
    assert size(reminder.text) <= 1024
    method, event = _event(reminder)
    assert method == "PUBLISH"
    assert event["SEQUENCE"] == 0
    assert event["DTSTART"].dt.isoformat() == "2026-09-15T17:00:00+03:00"


async def test_the_calendar_follows_a_meeting_that_moves_and_falls_away(circle: Circle) -> None:
    office = circle.office
    (reminder,) = await circle.reminder()
    _, first = _event(reminder)
    async with office.kept() as work:
        meeting = min(await work.meetings.find(group_id=circle.id), key=lambda m: m.starts)
    await office.does(circle.kaarina, f"move-sure:{meeting.id}:202609171800")
    await office.settles()
    method, moved = _event(office.fake.ledger.last(circle.chat))
    assert (method, moved["UID"], moved["SEQUENCE"]) == ("PUBLISH", first["UID"], 1)
    assert moved["DTSTART"].dt.isoformat() == "2026-09-17T18:00:00+03:00"
    await office.moves_to("2026-09-16 10:00")
    _, again = _event(office.fake.ledger.last(circle.chat))
    assert (again["UID"], again["SEQUENCE"]) == (first["UID"], 1)
    await office.does(circle.kaarina, f"cancel-sure:{meeting.id}:")
    await office.settles()
    method, gone = _event(office.fake.ledger.last(circle.chat))
    assert (method, gone["UID"], gone["SEQUENCE"], gone["STATUS"]) == ("CANCEL", first["UID"], 2, "CANCELLED")


@pytest.mark.parametrize("letter", ["a", "🐸"])
async def test_a_reminder_too_long_to_stand_with_its_file_goes_before_it(circle: Circle, letter: str) -> None:
    for person in circle.others:
        await circle.explains(person, letter * 480)
    text, file = await circle.reminder()
    assert size(text.text) > 1024
    assert text.document is None
    assert text.labels == [words(f"button-{word}") for word in ("coming", "absent", "late", "early")]
    assert all(letter * 400 in text.text for _ in circle.others)
    assert (file.text, file.labels) == ("", [])
    assert _event(file)[0] == "PUBLISH"


async def test_a_file_that_fails_after_its_text_is_sent_alone(circle: Circle) -> None:
    for person in circle.others:
        await circle.explains(person, "a" * 480)
    circle.office.fake.fault("sendDocument", "500 before", chat=circle.chat)
    text, file = await circle.reminder()
    assert text.document is None
    assert file.document


async def test_everybodys_own_data_comes_as_a_page_and_as_json(circle: Circle) -> None:
    await circle.office.says(circle.kaarina, "/mydata")
    names = [post.document.name for post in circle.office.fake.ledger.in_chat(circle.kaarina) if post.document]
    assert sorted(name.rpartition(".")[2] for name in names) == ["html", "json"]
