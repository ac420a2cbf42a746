"""From the last meeting to the day on which nothing is left, and to a new season."""

from dataclasses import replace

from bot.adapters.browser.adapter import BrowserAdapter
from bot.adapters.browser.pages import person_address, room_address
from bot.core.model import Group, Life
from bot.core.outgoing import WrittenFile
from tests.journeys.circle import FIVE, Circle, Founder


async def at_the_last(founder: Founder, *names: str, language: str = "fi", **wishes: object) -> Circle:
    """A season of five meetings began on 15 September and comes to its last on Tuesday 8 December 2026."""
    circle = await founder.group(*(names or FIVE), language=language, meetings=5, themes=3, **wishes)
    await circle.plays("""
        time: 2026-12-08 10:00
        …
    """)
    return circle


async def ended_early(founder: Founder, *names: str, language: str = "fi") -> Circle:
    """A group that was ended on 16 September, after its first meeting."""
    circle = await founder.group(*(names or FIVE), language=language)
    end, sure = {"fi": ("/päätä", "Päätä pysyvästi"), "en": ("/end", "End it for good")}[language]
    await circle.plays(f"""
        time: 2026-09-16 12:00
        Kaarina privately: {end}
        Kaarina: {sure}
        time: 2026-09-16 12:30
        …
    """)
    return circle


async def group_of(circle: Circle) -> Group:
    async with circle.kept() as work:
        return (await work.groups.find())[0]


def files_of(circle: Circle, text: str) -> tuple[WrittenFile, ...]:
    return next(shown.files for shown in reversed(circle.log) if text in shown.text and shown.files)


async def our_own_pages_are_cleared(circle: Circle) -> None:
    """Where the platform is ours, nothing but the last word stands in it."""
    adapter = circle.piiri.adapters[circle.stand.name]
    if isinstance(adapter, BrowserAdapter):
        assert len(await adapter.pages(room_address(circle.stand.address("main")))) == 1
        for who in circle.people.values():
            assert await adapter.pages(person_address(who.handle)) == [], who.name


async def nothing_is_left(circle: Circle) -> None:
    async with circle.kept() as work:
        for name in ("groups", "members", "meetings", "notes", "papers", "polls", "batches", "questions", "votes"):
            assert await getattr(work, name).find() == [], name
        assert await work.notices.find() == []
        assert await work.persons.find() == []


async def test_what_one_hoped_for_comes_back_to_oneself_alone(founder: Founder) -> None:
    circle = await founder.group(*FIVE)
    await circle.plays("""
        time: 2026-09-10 10:00
        channel: Ensi kerralla
        Aino: Mitä toivon ryhmältä
        Aino fills: Mitä toivot tältä ryhmältä?=Rohkeutta
        whisper to Aino: Tallessa. Vain sinä näet tämän
        Aino: Mitä toivon ryhmältä
        Aino fills: Mitä toivot tältä ryhmältä?=Rohkeutta hinnoitella
        Veikko writes: Oma ajatukseni
        time: 2026-09-16 12:00
        …
        Kaarina privately: /päätä
        Kaarina: Päätä pysyvästi
        channel: Tämä ryhmä on päätetty. … Kiitos teille … Kauden raportti on tässä mukana … poistetaan perjantaina 16.10.2026
        time: 2026-09-16 12:30
        whisper to Aino: oma muistosi … kirjoitit itsellesi … Rohkeutta hinnoitella … perjantaina 16.10.2026
        only Aino: Rohkeutta hinnoitella
    """)
    page = circle.file(".html").decode()
    assert "Rohkeutta hinnoitella" in page
    assert "Aloitus" in page
    assert "Oma ajatukseni" not in page
    await circle.plays("""
        whisper to Veikko: oma muistosi
        nobody: Oma ajatukseni … oma muistosi
    """)
    assert "Oma ajatukseni" in circle.file(".html").decode()
    assert "Rohkeutta" not in circle.file(".html").decode()


async def test_from_the_last_meeting_to_the_day_on_which_nothing_is_left(founder: Founder) -> None:
    circle = await at_the_last(founder)
    await circle.plays("""
        time: 2026-12-11 09:59
        …
        Aino: Valikko
        time: 2026-12-11 10:00
        channel: Millainen kausi oli? … A. Pääsittekö siihen … Mikä ryhmässä auttoi sinua eniten? … ti 15.12. klo 10 asti … jos vähintään viisi vastaa
        Kaarina: A 5
        Aino: A 4
        Veikko: A 4
        Salme: A 3
        Oiva: A 5
        Oiva: Vastaa omin sanoin
        Oiva fills: Mikä ryhmässä auttoi=Se että kuunneltiin; Mitä tekisit toisin=Taukoja lisää
        whisper to Oiva: Vastauksesi on tallessa.
        Oiva: Lainauslupa: Mikä ryhmässä auttoi sinua eniten?
        Oiva: Myös muualla, ilman nimeä
        time: 2026-12-15 09:59
        nobody: Taukoja lisää
        …
        time: 2026-12-15 10:00
        channel: Kausi on päättynyt … Mitä sanoitte kaudesta … 3: 1 · 4: 2 · 5: 2 … Taukoja lisää … Kiitos teille … poistetaan torstaina 14.1.2027 … Saanko kysyä
        Aino: A 1
        whisper to Aino: Ryhmä Torstain piiri on päättynyt.
    """)
    report = next(file.body for file in files_of(circle, "Mitä sanoitte") if file.name.endswith(".html")).decode()
    assert "Se että kuunneltiin" in report.partition("Näitä saa lainata ryhmän ulkopuolellakin")[2]
    assert not any(name in report for name in FIVE)
    await circle.plays("""
        time: 2026-12-15 10:30
        whisper to Kaarina: oma muistosi
        Kaarina: Minulta saa kysyä myöhemmin
        whisper to Kaarina: Kiitos. Kysyn sinulta yksityisesti
        Aino: Minulta saa kysyä myöhemmin
        Veikko: Minulta saa kysyä myöhemmin
        Salme: Minulta saa kysyä myöhemmin
        Oiva: Minulta saa kysyä myöhemmin
        Salme privately: /raportti
        whisper to Salme: kauden raportti … poistetaan torstaina 15.7.2027
        time: 2027-01-20 10:00
        nobody: ryhmän tiedot poistetaan viikon päästä
        …
        time: 2027-03-15 10:00
        whisper to Kaarina: Mitä jäi? … kolme kuukautta … jos vähintään viisi vastaa
        Kaarina: Vastaa
        Kaarina fills: Mitä ryhmästä on jäänyt=Ystävä; Mikä on muuttunut=Hinnat; Mistä olisi=Lepo
        whisper to Kaarina: Vastauksesi on tallessa.
        Salme: Älä kysy enää
        whisper to Salme: Selvä, en kysy sinulta enää.
        time: 2027-03-22 10:00
        whisper to Kaarina: Mitä jäi … alle viisi, joten vastaukset on poistettu lukematta
        nobody: Ystävä … Mitä jäi
        time: 2027-06-15 10:00
        whisper to Kaarina: Mitä jäi? … kuusi kuukautta … vain sinun mietittäviksesi
        time: 2027-07-08 10:00
        channel: ryhmän tiedot poistetaan viikon päästä … Poistan torstaina 15.7.2027 kaiken
        time: 2027-07-15 09:59
        …
        time: 2027-07-15 10:00
        channel: kaikki, mitä siitä oli minulla tallessa, on nyt poistettu
        nothing
        time: 2027-09-01 10:00
        nothing
        Aino: Oma muistoni
        whisper to Aino: Tämä nappi on vanhentunut.
    """)
    await nothing_is_left(circle)


async def test_where_few_answer_the_farewell_says_so_and_shows_nothing(founder: Founder) -> None:
    circle = await at_the_last(founder, language="en")
    await circle.plays("""
        time: 2026-12-11 10:00
        …
        Aino: A 1
        Veikko: Answer in your own words
        Veikko fills: What in the group helped=Being heard; What would you do=Start sooner
        whisper to Veikko: Your answer is saved. … if at least five people answer
        time: 2026-12-15 09:59
        …
        time: 2026-12-15 10:00
        channel: The season is over … Fewer than five answered … deleted unread … The report on the season is here … deleted on Thursday 14 January 2027
        nobody: Being heard
        Oiva: My keepsake
        whisper to Oiva: your keepsake
        time: 2026-12-15 10:30
        …
        Oiva: You may ask me later
        Oiva: Don't ask me
        whisper to Oiva: All right, I won't ask you.
        Oiva privately: /menu
        whisper to Oiva: Torstain piiri: the season is over … deleted on Thursday 14 January 2027
    """)
    async with circle.kept() as work:
        assert await work.ballots.find() == []
        assert await work.notices.find(kind="followup") == []


async def test_a_new_season_begins_where_the_old_one_ended(founder: Founder) -> None:
    circle = await ended_early(founder, language="en")
    await circle.add("Stranger", language="en")
    old = await group_of(circle)
    answer = "First meeting=Thu 5 Nov at 18:00"
    if circle.manner != "pages":  # where only what must be asked has a page
        answer += "; Themes=We'll choose later"
    await circle.plays(
        """
        Aino: Start a new season
        whisper to Aino: The convener of the group Torstain piiri can do this.
        Stranger: Start a new season
        whisper to Stranger: This is for
        Kaarina: Start a new season
        Kaarina fills: """
        + answer
        + """
        whisper to Kaarina: Thu 5 Nov at 18:00: Opening … 2 h 30 min … Nothing private is carried over
        Kaarina: Start this season
        whisper to Kaarina: The new season of the group Torstain piiri has started.
        channel: Torstain piiri – Vahvistin … A new season begins. Nothing private is carried over
        Aino: I'm in
        whisper to Aino: You're in
        time: 2026-10-09 10:00
        channel: everything will be deleted in a week
        time: 2026-10-16 10:00
        channel: everything that I had about it has now been deleted
        nothing
        time: 2026-10-31 10:00
        channel: Next time: Opening
    """
    )
    async with circle.kept() as work:
        new = (await work.groups.find())[0]
        assert (new.season, new.before_id, new.life) == (1, old.id, Life.RUNNING)
        assert sorted(person.name for person in await work.persons.find()) == ["Aino", "Kaarina"]
        assert [member.name for member in await work.members.find()] == ["Aino"]


async def test_everything_is_kept_longer_only_when_everybody_wishes_it(founder: Founder) -> None:
    circle = await ended_early(founder, "Kaarina", "Aino", "Veikko")
    await circle.plays("""
        time: 2026-10-09 10:00
        channel: ryhmän tiedot poistetaan viikon päästä … Poistan perjantaina 16.10.2026 kaiken
        Kaarina: Säilytä 3 kuukautta pidempään
        whisper to Kaarina: Toiveesi on merkitty. … poistetaan perjantaina 16.10.2026
        Aino: Säilytä 3 kuukautta pidempään
        Veikko: Säilytä 3 kuukautta pidempään
        whisper to Veikko: Jokainen toivoi samaa. … lauantaina 16.1.2027
        channel: Jokainen ryhmän Torstain piiri jäsen toivoi
        time: 2026-10-20 10:00
        nothing
        Aino: Säilytä 3 kuukautta pidempään
        whisper to Aino: Tämä on jo ratkennut.
        time: 2027-01-09 10:00
        channel: ryhmän tiedot poistetaan viikon päästä … Poistan lauantaina 16.1.2027 kaiken
        Kaarina: Säilytä 3 kuukautta pidempään
        Aino: Säilytä 3 kuukautta pidempään
        time: 2027-01-16 10:00
        channel: on nyt poistettu
        nothing
    """)
    await nothing_is_left(circle)
    await our_own_pages_are_cleared(circle)


async def test_a_closed_channel_keeps_nothing_from_being_deleted(founder: Founder) -> None:
    circle = await ended_early(founder, "Kaarina", "Aino", "Veikko")
    async with circle.kept() as work:
        group = (await work.groups.find())[0]
        await work.groups.save(replace(group, unreachable="removed"))
    await circle.plays("""
        time: 2026-10-09 10:00
        whisper to Aino: ryhmän tiedot poistetaan viikon päästä
        time: 2026-10-16 10:00
    """)
    await nothing_is_left(circle)


async def test_a_group_that_speaks_aloud_is_asked_aloud_about_the_season_too(founder: Founder) -> None:
    circle = await at_the_last(founder, "Kaarina", "Aino", "Veikko", floor="aloud")
    await circle.plays("""
        time: 2026-12-08 16:00
        channel: Tapaaminen alkaa
        Aino: Tämän kerran aihe
        whisper to Aino: Lopuksi ääneen … Koko kaudesta ääneen … Pääsittekö siihen … Mitä tekisit toisin
        time: 2026-12-10 09:59
        …
        time: 2026-12-10 10:00
        channel: Kausi on päättynyt
        nobody: Millainen kausi oli?
    """)
    assert (await group_of(circle)).life is Life.ENDED
