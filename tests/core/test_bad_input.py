"""What people may type or press by mistake: a clear sentence in their own language, and nothing lost or half-done."""

from datetime import UTC, datetime

import pytest

from bot.core.hear import hear
from bot.core.incoming import Command, Incoming, Sender, Wrote
from bot.core.outgoing import Form
from bot.core.people import person_for
from bot.core.uses.founding.setup import read_name
from tests.core.core_desk import Desk, buttons, phrases, words

SETUP = {
    "name": "Torstain piiri", "programme": "vahvistin", "language": "fi", "first": "ti 15.9. klo 17", "every": "3w",
    "length": "2h30", "meetings": "6", "where": "Kulttuuritalo", "themes": "order", "floor": "five",
    "zone": "Europe/Helsinki",
}  # fmt: skip
DATES = [
    ("1.8.2026 klo 17", "when-past", "on jo mennyt", "already gone by"),
    ("su 28.3.2027 klo 3.30", "when-skipped", "kesäaikaan", "clocks go forward"),
    ("su 25.10.2026 klo 3.30", "when-doubled", "talviaikaan", "clocks go back"),
    ("ke 15.9. klo 17", "when-weekday", "eivät sovi yhteen", "don't match"),
    ("15.9.2031 klo 17", "when-far", "kahden vuoden", "two years"),
    ("15.9.", "when-no-time", "kellonaika puuttuu", "time is missing"),
    ("🙂" * 30, "when-unclear", "En ymmärtänyt", "didn't understand"),
    ("x" * 10_000, "field-too-long", "merkkiä", "characters"),
    ("", "field-empty", "Kirjoita tähän jotakin", "Write something here"),
]


@pytest.mark.parametrize("case", DATES, ids=[each[1] for each in DATES])
@pytest.mark.parametrize("where", ["setup", "move", "add"])
async def test_a_date_that_cannot_stand_comes_back_with_what_to_do(
    desk: Desk, where: str, case: tuple[str, str, str, str]
) -> None:
    typed, phrase, finnish, english = case
    if where == "setup":
        form = await desk.fills("Kaarina", "setup", "main", "main", **(SETUP | {"first": typed}))
    else:
        group = await desk.group("Kaarina", "Kaarina", "Aino")
        about = group.id if where == "add" else (await desk.meetings(group))[0].id
        before = await desk.rows()
        form = await desk.fills("Kaarina", where, about, when=typed)
        assert await desk.rows() == before
    assert isinstance(form, Form)
    asked = next(f for f in form.fields if f.name in {"first", "when"})
    assert asked.problem is not None
    assert asked.problem.id == phrase
    assert asked.value == typed, "what was typed is still there"
    assert finnish in words(form, "fi")
    assert english in words(form, "en")
    if where == "setup":
        assert (await desk.rows())["groups"] == []


@pytest.mark.parametrize(
    ("field", "typed", "phrase"),
    [
        ("name", "", "field-empty"), ("name", "   ", "field-empty"), ("name", "x" * 61, "field-too-long"),
        ("name", "\u200b\u0007", "field-empty"), ("zone", "Mars/Olympus", "zone-unknown"), ("zone", "EET", "zone-unknown"),
        ("zone", "../../etc/passwd", "zone-unknown"), ("every", "joskus", "choice-unknown"),
        ("length", "5h", "choice-unknown"), ("meetings", "99", "choice-unknown"), ("meetings", "²", "choice-unknown"),
        ("language", "xx", "choice-unknown"), ("programme", "../vahvistin", "choice-unknown"),
        ("floor", "one", "choice-unknown"), ("where", "javascript:alert(1)", "link-not-https"),
        ("where", "http://example.org", "link-not-https"), ("where", "x" * 300, "field-too-long"),
    ],
)  # fmt: skip
async def test_a_setup_field_that_cannot_stand_is_marked_and_nothing_is_founded(
    desk: Desk, field: str, typed: str, phrase: str
) -> None:
    form = await desk.fills("Kaarina", "setup", "main", "main", **(SETUP | {field: typed}))
    assert isinstance(form, Form)
    marked = {f.name: f.problem.id for f in form.fields if f.problem}
    assert marked == {field: phrase}
    assert {f.name: f.value for f in form.fields} == SETUP | {field: typed}
    rows = await desk.rows()
    assert rows["groups"] == rows["drafts"] == rows["meetings"] == []


async def test_all_that_is_wrong_is_said_at_once(desk: Desk) -> None:
    form = await desk.fills(
        "Kaarina", "setup", "main", "main", **(SETUP | {"name": "", "first": "1.8.2026 klo 17", "zone": "X"})
    )
    assert isinstance(form, Form)
    assert {f.name for f in form.fields if f.problem} == {"name", "first", "zone"}


async def test_only_who_may_sets_a_group_up(desk: Desk) -> None:
    heard = await desk.hears("Aino", Command("aloita"), "main", may_convene=False)
    assert phrases(heard.reply) == ["refused-may-not-convene"]
    async with desk.work() as work:
        assert await work.persons.find() == [], "nobody who only tried is kept"


async def test_ten_thousand_characters_of_note_come_back_in_the_form(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    meeting = (await desk.meetings(group))[0]
    long = "ä" * 10_000
    before = await desk.rows()
    for form in (await desk.fills("Aino", "note", meeting.id, text=long), await desk.does("Aino", long)):
        assert isinstance(form, Form)
        assert form.fields[0].value == long
        assert form.fields[0].problem is not None
        assert "10 000" in words(form).replace("\xa0", " ") or "10000" in words(form)
    assert await desk.rows() == before
    assert phrases(await desk.fills("Aino", "note", meeting.id, text=long[:4000])) == ["note-kept"]
    async with desk.work() as work:
        assert [note.text for note in await work.notes.find()] == [long[:4000]]


@pytest.mark.parametrize("text", ["   ", "\n\n", ""])
async def test_an_empty_note_is_not_kept(desk: Desk, text: str) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    meeting = (await desk.meetings(group))[0]
    form = await desk.fills("Aino", "note", meeting.id, text=text)
    assert isinstance(form, Form)
    async with desk.work() as work:
        assert await work.notes.find() == []


@pytest.mark.parametrize(
    ("name", "kept"),
    [("🌿🌿", "🌿🌿"), ("أمل بنت سالم", "أمل بنت سالم"), ("Aino\nVeikko", "Aino Veikko"), ("\u202eoniA", "oniA"),
     ("", "Handle"), ("\u200b", "Handle"), ("x" * 300, "x" * 64)],
)  # fmt: skip
async def test_any_name_joins_and_stands_on_one_line(desk: Desk, name: str, kept: str) -> None:
    group = await desk.group("Kaarina", "Kaarina")
    await desk.does(name, f"join:{group.id}:", "main", handle="Handle")
    async with desk.work() as work:
        assert sorted(m.name for m in await work.members.find()) == sorted(["Kaarina", kept])
    said = words(await desk.does("Kaarina", "/tapaamiset", "main"))
    assert kept in said
    assert "\u202e" not in said


@pytest.mark.parametrize(
    "typed", ["Nuoret\nnaiset", "Nuoret\r\n\u2028naiset", " Nuoret\t naiset\u200b", "\u202eNuoret naiset"]
)
def test_a_groups_name_typed_on_two_lines_is_not_glued(typed: str) -> None:
    assert read_name(typed) == "Nuoret naiset"


async def test_a_full_group_says_so_and_keeps_nothing_of_who_tried(desk: Desk) -> None:
    group = await desk.group("Kaarina", *(f"Jäsen {n}" for n in range(10)))
    before = await desk.rows()
    reply = await desk.does("Urho", f"join:{group.id}:", "main")
    assert phrases(reply) == ["group-full"]
    assert "room for 10" in words(reply, "en")
    assert await desk.rows() == before
    async with desk.work() as work:
        assert await work.persons.find(name="Urho") == []


async def test_two_groups_never_share_a_channel(desk: Desk) -> None:
    await desk.group("Kaarina", "Kaarina")
    before = await desk.rows()
    assert phrases(await desk.does("Aino", "setup::", "main")) == ["channel-taken"], "before anything is asked"
    assert phrases(await desk.fills("Aino", "setup", "main", "main", **SETUP)) == ["channel-taken"]
    assert await desk.rows() == before


async def test_old_buttons_say_what_became_of_their_meeting(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Kaarina", "Aino")
    first, second, *_ = await desk.meetings(group)
    await desk.does("Kaarina", f"cancel-sure:{first.id}:")
    assert phrases(await desk.does("Aino", f"absent:{first.id}:")) == ["refused-cancelled"]
    desk.clock.move(datetime(2026, 10, 7, tzinfo=UTC))
    assert phrases(await desk.does("Aino", f"absent:{second.id}:")) == ["refused-over"]
    assert phrases(await desk.does("Kaarina", f"move-sure:{second.id}:202612241700")) == ["refused-over"]
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    assert phrases(await desk.does("Aino", f"coming:{second.id}:")) == ["refused-ended"]
    async with desk.work() as work:
        assert await work.comings.find() == []


async def test_the_same_act_delivered_twice_is_done_once(desk: Desk) -> None:
    await desk.group("Kaarina", "Kaarina", "Aino")
    incoming = Incoming("same", Sender("memory", "Aino", "Aino", "fi"), None, Wrote("Kerran"))
    for _ in range(2):
        async with desk.work() as work:
            await hear(work, desk.house, incoming)
    async with desk.work() as work:
        assert len(await work.notes.find()) == 1


async def test_a_sentence_in_the_readers_own_language(desk: Desk) -> None:
    await desk.group("Kaarina", "Kaarina")
    for language, word in (("fi", "En tunne"), ("en", "I don't know"), ("sv", "")):
        heard = await desk.hears("Urho", Command("hölynpöly"), language=language)
        assert heard.language == language
        assert phrases(heard.reply) == ["command-unknown"]
        assert word in words(heard.reply, heard.language)


async def test_an_unfinished_form_is_put_away_after_a_day(desk: Desk) -> None:
    async with desk.work() as work:
        await person_for(work, desk.house, Sender("steps", "Kaarina", "Kaarina", "fi"))
    reply = await desk.does("Kaarina", "/aloita", "main", platform="steps")
    assert "setup-title" in phrases(reply)
    desk.clock.move(datetime(2026, 9, 3, 6, tzinfo=UTC))
    reply = await desk.does("Kaarina", "Torstain piiri", platform="steps")
    assert phrases(reply)[-1] == "wrote-not-kept"


async def test_a_form_that_is_stopped_keeps_nothing(desk: Desk) -> None:
    await desk.does("Kaarina", "/aloita", "main", platform="steps")
    asked = await desk.does("Kaarina", "Torstain piiri", platform="steps")
    assert phrases(await desk.does("Kaarina", buttons(asked)["Lopeta"], platform="steps")) == ["form-stopped"]
    assert (await desk.rows())["drafts"] == []
