"""A group's life on Discord: what is there and nowhere else, as its people meet it."""

import json
from typing import Any

import pytest

from bot.adapters.discord import answers
from bot.core.incoming import Command, Press
from tests.contract.discord_world import custom_ids
from tests.journeys.circle import CHANNEL, FIVE, Circle, Founder, found_group

SETUP = {
    "programme": "Vahvistin",
    "every": "kolmen viikon välein",
    "length": "2h30",
    "meetings": "6",
    "themes": "Ohjelman järjestyksessä",
    "floor": "Kun viisi on vastannut",
}
PAGE = "Ryhmän nimi=Torstain piiri; Ensimmäinen tapaaminen=ti 15.9. klo 17; Paikka tai linkki=Kulttuuritalo"


def last(circle: Circle) -> Any:
    """The message that the bot said last, as Discord keeps it."""
    return circle.stand.world.messages()[-1]


def events(circle: Circle) -> dict[str, str]:
    """The server's events: when, by name."""
    there = circle.stand.world.backend.guilds[circle.stand.server].scheduled_events.values()
    return {event.name: event.scheduled_start_time[:16] for event in there}


def threads(circle: Circle) -> list[str]:
    return [each.name for each in circle.stand.world.channel(circle.stand.channels[CHANNEL]).threads]


async def groups(circle: Circle) -> int:
    async with circle.kept() as work:
        return len(await work.groups.find())


# Founding


@pytest.mark.parametrize("where", [CHANNEL, "lanka"])
async def test_a_group_is_set_up_by_options_a_page_and_a_last_look(founder: Founder, where: str) -> None:
    circle = await founder.empty("Kaarina", "Aino")
    circle.stand.add_thread("lanka", CHANNEL)
    await circle.acts("Kaarina", Command("aloita", options=SETUP), where)
    await circle.plays(f"""
        Kaarina fills: {PAGE}
        whisper to Kaarina: Näin ryhmä alkaisi … Torstain piiri – Vahvistin … ti 15.9. klo 17: Aloitus … Kulttuuritalo …
            Ryhmää ei ole vielä perustettu.
        nothing
    """)
    assert last(circle).is_ephemeral
    await circle.plays(f"""
        Kaarina: Aloita ryhmä
        whisper to Kaarina: Ryhmä Torstain piiri on aloitettu.
        channel {where}: Torstain piiri – Vahvistin … ti 15.9. klo 17: Aloitus
        nothing
        Aino: Olen mukana
        whisper to Aino: Olet mukana: Torstain piiri
        time: 2026-09-10 10:00
        channel {where}: Ensi kerralla: Aloitus
        Aino in {where}: /poissa
        whisper to Aino: et pääse (ti 15.9. klo 17)
        nothing
    """)
    assert {message.channel_id for message in circle.stand.world.messages()} == {circle.stand.channels[where]}


async def test_who_may_not_manage_channels_may_not_start_a_group(founder: Founder) -> None:
    circle = await founder.empty()
    await circle.add("Aino", may_convene=False)
    await circle.plays("""
        Aino: /aloita
        whisper to Aino: Ryhmän voi aloittaa keskustelun ylläpitäjä. Pyydä häntä.
        nothing
    """)
    assert last(circle).is_ephemeral
    assert await groups(circle) == 0


async def test_a_wrong_date_loses_nothing_that_was_typed(founder: Founder) -> None:
    circle = await founder.empty("Kaarina")
    await circle.acts("Kaarina", Command("aloita", options=SETUP), CHANNEL)
    await circle.plays(f"""
        Kaarina fills: {PAGE.replace("ti 15.9. klo 17", "ti 16.9. klo 17")}
        whisper to Kaarina: Ensimmäinen tapaaminen: Viikonpäivä ja päivämäärä eivät sovi yhteen
        nothing
        Kaarina: Korjaa
    """)
    form = circle.log[-1]
    assert [(asked.label, asked.value) for asked in form.fields] == [("Ensimmäinen tapaaminen", "ti 16.9. klo 17")]
    await circle.plays("""
        Kaarina: Korjaa                        # the form was put away by a slip
        Kaarina fills: Ensimmäinen tapaaminen=ti 15.9. klo 17
        whisper to Kaarina: Näin ryhmä alkaisi … Torstain piiri – Vahvistin … ti 15.9. klo 17: Aloitus … Kulttuuritalo
        nothing
    """)


# Who sees what


async def test_two_groups_on_one_server_see_nothing_of_each_other(circle: Circle) -> None:
    await circle.stand.add_channel("other")
    await circle.add("Helmi", "Urho")
    await found_group(circle, "Helmi", name="Toinen piiri", channel="other", place="Kirjasto")
    await circle.plays("""
        …
        Helmi: Olen mukana
        time: 2026-09-02 10:00
        Urho: Olen mukana
        time: 2026-09-10 10:00
        channel: Ensi kerralla … Kulttuuritalo
        channel other: Ensi kerralla … Kirjasto
        nothing
        Helmi: /tapaamiset
        whisper to Helmi: Tämän ryhmän suunnitelma näkyy ryhmän jäsenille.
        Helmi: /poissa
        whisper to Helmi: Tämä on ryhmän jäsenille.
        Helmi: /tauko
        whisper to Helmi: Tämä on ryhmän jäsenille.
        Helmi in other: /tapaamiset
        whisper to Helmi: Toinen piiri: tapaamiset … Mukana on 2: Helmi ja Urho.
        Urho in other: /poissa
        whisper to Urho: et pääse
        Urho in other: /tauko
        whisper to Urho: Tämän voi tehdä ryhmän Toinen piiri koollekutsuja.
        time: 2026-09-14 10:00
        channel: Muistutus … Kulttuuritalo
        channel other: Muistutus … Kirjasto … Ei pääse: Urho
    """)
    assert not any("Urho" in text or "Helmi" in text for text in circle.texts(CHANNEL))
    assert not any(name in text for text in circle.texts("other") for name in FIVE)


async def test_a_forged_press_of_another_group_shows_nothing(circle: Circle) -> None:
    await circle.stand.add_channel("other")
    await circle.add("Helmi")
    group = await found_group(circle, "Helmi", name="Toinen piiri", channel="other", place="Salainen kellari")
    async with circle.kept() as work:
        meeting = (await work.meetings.find(group_id=group))[0].id
    await circle.plays("""
        time: 2026-09-10 10:00
        …
    """)
    for word, about in [
        *((word, meeting) for word in ("coming", "absent", "notes", "note", "theme", "brief", "cancel-sure", "move")),
        *((word, group) for word in ("menu", "rota", "themes", "upcoming", "extras", "end-sure", "trouble")),
    ]:
        await circle.acts("Aino", Press(f"{word}:{about}:"), CHANNEL)
        assert last(circle).is_ephemeral, word
        assert "Tämä on ryhmän jäsenille" in circle.log[-1].text, word
    assert not any("kellari" in text or "Toinen" in text for name in FIVE for text in circle.texts(f"@{name}"))


async def test_whose_door_is_shut_finds_everything_at_the_next_press(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino: Kirjoita itselleni
        Aino fills: Kirjoita itsellesi=Pelkään että en osaa
        whisper to Aino: Tallessa.
    """)
    for name in ("Aino", "Kaarina"):
        circle.stand.world.shuts(int(circle.people[name].handle))
    await circle.plays("""
        time: 2026-09-12 10:00
        nothing                                # the brief could not be whispered
        time: 2026-09-14 10:00
        channel: Muistutus: Aloitus
        Kaarina: Vetäjän ohje
        whisper to Kaarina: Vetäjälle: Aloitus
        Veikko: Vetäjän ohje
        whisper to Veikko: Tämä on sille, joka vetää tapaamisen
        time: 2026-09-15 16:00
        channel: Tapaaminen alkaa
        nothing
        nobody: Pelkään
        Aino: /valikko
        whisper to Aino: Torstain piiri
        Aino: Lue muistiinpanosi
        whisper to Aino: Muistiinpanosi: Aloitus … Pelkään että en osaa … Nämä näet vain sinä.
        nothing
        only Aino: Pelkään että en osaa
    """)
    assert last(circle).is_ephemeral
    shown = circle.button("Aino", "Lue muistiinpanosi")
    await circle.acts("Veikko", Press(shown), CHANNEL)
    await circle.plays("""
        whisper to Veikko: Tämä nappi on vanhentunut.
        only Aino: Pelkään että en osaa
    """)


async def test_each_one_is_answered_in_the_language_of_their_app(circle: Circle) -> None:
    await circle.add("Astrid", language="sv")
    await circle.add("Heather", language="en")
    await circle.plays("""
        Astrid: Olen mukana
        whisper to Astrid: Du är med: Torstain piiri
        time: 2026-09-02 10:00
        Heather: Olen mukana
        whisper to Heather: You're in: Torstain piiri
        Astrid: /borta
        whisper to Astrid: du kan inte komma
        Heather: /absent
        whisper to Heather: you can't come
        time: 2026-09-14 10:00
        channel: Ensi kerralla
        channel: Muistutus … Ei pääse: Astrid ja Heather
    """)


# Meetings


async def test_a_reason_is_given_in_a_form_and_stands_where_its_author_said(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino: En pääse
        Aino: Viesti ryhmälle
        Aino fills: Mitä haluat sanoa ryhmälle?=Olen **keikalla** @everyone Oulussa
        whisper to Aino: Kerron tämän ryhmälle
        Veikko: En pääse
        Veikko: Viesti vain koollekutsujalle
        Veikko fills: Mitä haluat sanoa koollekutsujalle?=Väsyttää
        whisper to Veikko: vain koollekutsujalle
        time: 2026-09-14 10:00
        channel: Muistutus … Ei pääse: Veikko … Ei pääse: Aino – ”Olen **keikalla** @everyone Oulussa”
        only Kaarina: ”Väsyttää”
    """)
    assert not any(message.mention_everyone or message.ping_user_ids for message in circle.stand.world.messages())


async def test_feedback_is_tapped_and_a_sentence_written(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-15 19:45
        …
        Aino: A 4
        whisper to Aino: Merkitty: A 4
        Aino: Kirjoita lause
        Aino fills: Jos haluat=Kahvia oli liian vähän
        whisper to Aino: Lauseesi on tallessa.
        nothing
        nobody: Kahvia
        Kaarina: A 5
        Veikko: A 4
        Salme: A 3
        Oiva: A 5
        time: 2026-09-17 10:00
        channel: Mitä sanoitte: Aloitus … 3: 1 · 4: 2 · 5: 2 … Kahvia oli liian vähän
        nothing
    """)


async def test_my_data_comes_with_its_files_to_me_alone(circle: Circle) -> None:
    await circle.plays("""
        Aino: /omattiedot
        whisper to Aino: Omat tietosi … Olet yhdessä ryhmässä.
        nothing
    """)
    assert last(circle).is_ephemeral
    assert json.loads(circle.file(".json"))["person"]["name"] == "Aino"
    assert "Torstain piiri" in circle.file(".html").decode()


async def test_what_is_typed_into_a_command_is_offered_to_those_whom_it_concerns(circle: Circle) -> None:
    await circle.add("Helmi")
    kaarina, aino, helmi = (circle.people[name] for name in ("Kaarina", "Aino", "Helmi"))
    types = circle.stand.types
    meetings = await types(aino, "poissa", "meeting", "", CHANNEL)
    assert next(iter(meetings)).startswith("ti 15.9. klo 17: Aloitus")
    assert len(meetings) == 6
    assert list(await types(aino, "poissa", "meeting", "jaksa", None)) == [
        "ti 6.10. klo 17: Jaksaminen ja palautuminen"
    ]
    assert await types(helmi, "poissa", "meeting", "", CHANNEL) == {}
    assert await types(aino, "siirra", "when", "ti 22.9. klo 17", CHANNEL) == {}
    assert await types(kaarina, "siirra", "when", "ti 22.9. klo 17", CHANNEL) == {"ti 22.9. klo 17": "ti 22.9. klo 17"}
    (wrong,) = await types(kaarina, "siirra", "when", "ti 23.9. klo 17", CHANNEL)
    assert wrong.startswith("Viikonpäivä ja päivämäärä eivät sovi yhteen")
    assert "Europe/Helsinki" in await types(helmi, "aloita", "zone", "hels", CHANNEL)
    assert await circle.stand.arrived() == [], "nothing is said to anybody"

    second = meetings["ti 6.10. klo 17: Jaksaminen ja palautuminen"]
    await circle.acts("Aino", Command("poissa", options={"meeting": second}), CHANNEL)
    await circle.plays("whisper to Aino: et pääse (ti 6.10. klo 17)")
    await circle.acts("Kaarina", Command("siirra", options={"meeting": second, "when": "to 8.10. klo 18"}), CHANNEL)
    await circle.plays("""
        whisper to Kaarina: Siirretäänkö tapaaminen ti 6.10. klo 17? Uusi aika olisi to 8.10. klo 18.
        Kaarina: Siirrä tähän aikaan
        channel: Tapaaminen siirtyy … to 8.10. klo 18
    """)


async def test_a_value_that_was_never_offered_is_refused_in_plain_words(circle: Circle) -> None:
    await circle.stand.add_channel("other")
    await circle.add("Helmi")
    group = await found_group(circle, "Helmi", name="Toinen piiri", channel="other")
    async with circle.kept() as work:
        meeting = (await work.meetings.find(group_id=group))[0].id
    for forged, said in (
        ("ensi tiistai", "En löydä tätä tapaamista."),
        ("'; drop table", "En löydä tätä tapaamista."),
        (meeting, "Tämä on ryhmän jäsenille."),
    ):
        await circle.acts("Aino", Command("poissa", options={"meeting": forged}), CHANNEL)
        await circle.plays(f"""
            whisper to Aino: {said}
            nothing
        """)


# What a group may wish of Discord


async def test_meetings_become_events_that_move_and_fall_away_with_them(circle: Circle) -> None:
    await circle.acts("Kaarina", Command("lisätoiminnot", options={"events": "kyllä"}), CHANNEL)
    await circle.plays("""
        whisper to Kaarina: Valinnat ovat tallessa.
        nothing
    """)
    assert len(events(circle)) == 6
    assert events(circle)["Torstain piiri: Aloitus"] == "2026-09-15T14:00"
    await circle.plays("""
        Kaarina: /siirra
        Kaarina fills: Milloin?=to 17.9. klo 18
        Kaarina: Siirrä tähän aikaan
        whisper to Kaarina: Siirretty. Uusi aika on to 17.9. klo 18
        channel: Tapaaminen siirtyy
        nothing
    """)
    assert events(circle)["Torstain piiri: Aloitus"] == "2026-09-17T15:00"
    assert len(events(circle)) == 6
    await circle.plays("""
        Kaarina: /peru
        Kaarina: Kyllä, peru
        whisper to Kaarina: Peruttu: to 17.9. klo 18
        channel: Tapaaminen peruttu
        nothing
    """)
    assert len(events(circle)) == 5
    assert "2026-09-17T15:00" not in events(circle).values()
    await circle.acts("Kaarina", Command("lisätoiminnot", options={"events": "ei"}), CHANNEL)
    assert events(circle) == {}


async def test_the_page_of_wishes_shows_what_is_wished_for_now(circle: Circle) -> None:
    await circle.plays("""
        Kaarina: /valikko
        Kaarina: Lisätoiminnot
        whisper to Kaarina: Ryhmän lisätoiminnot … Rooli, joka mainitaan muistutuksissa
        nothing
        Kaarina fills: Oma ketju=kyllä
        whisper to Kaarina: Valinnat ovat tallessa.
        Kaarina: /lisätoiminnot
    """)
    assert {asked.name: asked.value for asked in circle.log[-1].fields} == {
        "events": "off",
        "threads": "on",
        "role": "",
    }


async def test_a_wish_that_the_bot_may_not_grant_is_told_to_the_convener(circle: Circle) -> None:
    backend = circle.stand.world.backend
    roles = backend.guilds[circle.stand.server].roles.values()
    mine = next(role for role in roles if role.managed)
    mine.permissions &= ~(1 << 33 | 1 << 44)
    await circle.acts("Kaarina", Command("lisätoiminnot", options={"events": "kyllä"}), CHANNEL)
    await circle.plays("""
        whisper to Kaarina: Valinnat ovat tallessa.
        whisper to Kaarina: Kaikki ei mennyt perille … minulta puuttuu oikeus luoda tapahtumia
    """)
    assert events(circle) == {}


async def test_each_theme_gets_a_thread_and_the_reminder_alone_calls_the_role(circle: Circle) -> None:
    role = circle.stand.add_role("Torstai")
    wishes = {"events": "ei", "threads": "kyllä", "role": "Torstai"}
    await circle.acts("Kaarina", Command("lisätoiminnot", options=wishes), CHANNEL)
    await circle.plays("""
        whisper to Kaarina: Valinnat ovat tallessa.
        time: 2026-09-10 10:00
        channel: Ensi kerralla: Aloitus
        nothing
        Kaarina: /lisätoiminnot
    """)
    wishes = {asked.name: asked.value for asked in circle.log[-1].fields}
    assert wishes == {"events": "off", "threads": "on", "role": role}
    assert threads(circle) == ["Aloitus"]
    await circle.plays("""
        time: 2026-09-14 10:00
        channel: Muistutus: Aloitus
    """)
    assert last(circle).ping_role_ids == [int(role)]
    await circle.plays("""
        time: 2026-10-10 10:00
        …
    """)
    called = [message for message in circle.stand.world.messages() if message.ping_role_ids]
    assert ["Muistutus" in message.content for message in called] == [True, True], "one a meeting"
    assert threads(circle) == ["Aloitus", "Jaksaminen ja palautuminen"]


async def test_every_member_sees_a_meetings_time_in_their_own_zone_too(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-14 10:00
        …
    """)
    assert "ti 15.9. klo 17 (<t:1789480800:f> sinun aikaasi)" in last(circle).content


# What is old


async def test_a_button_of_an_old_post_works_after_a_restart(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        channel: Ensi kerralla
        restart
        restart
        time: 2026-09-11 10:00
        Aino: En pääse
        whisper to Aino: et pääse (ti 15.9. klo 17)
        restart
        Aino: Pääsenkin
        whisper to Aino: pääset sittenkin (ti 15.9. klo 17)
        nothing
    """)


async def test_an_answer_that_takes_long_is_shown_all_the_same(circle: Circle, monkeypatch: pytest.MonkeyPatch) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
    """)
    monkeypatch.setattr(answers, "SOON", 0.0)
    await circle.plays("""
        Aino: En pääse
        whisper to Aino: et pääse (ti 15.9. klo 17)
        nothing
        Aino: Kirjoita itselleni
        whisper to Aino: Lomake on valmis avattavaksi.
        nothing
    """)
    assert last(circle).is_ephemeral
    monkeypatch.undo()
    await circle.plays("""
        Aino: Avaa lomake
        whisper to Aino: Muistiinpanot: Aloitus
        Aino fills: Kirjoita itsellesi=Ehdin sittenkin
        whisper to Aino: Tallessa.
        nothing
        only Aino: Tallessa.
    """)


async def test_what_one_alone_sees_is_changed_in_its_place_and_does_not_pile_up(founder: Founder) -> None:
    circle = await founder.empty("Kaarina")
    await circle.acts("Kaarina", Command("aloita", options=SETUP), CHANNEL)
    await circle.plays(f"""
        Kaarina fills: {PAGE.replace("ti 15.9. klo 17", "huomenna")}
        Kaarina: Korjaa
        Kaarina fills: Ensimmäinen tapaaminen=ti 15.9. klo 17
        Kaarina: Muuta
        Kaarina: Nimi: Torstain piiri
        Kaarina fills: Ryhmän nimi=Keskiviikon piiri
        whisper to Kaarina: Näin ryhmä alkaisi … Keskiviikon piiri
    """)
    (only,) = circle.stand.world.messages()
    assert only.is_ephemeral
    assert [label for _, label in custom_ids(only)] == ["Aloita ryhmä", "Muuta"]


async def test_what_was_whispered_stays_whatever_is_filled_in_from_there(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino: En pääse
        Veikko: En pääse
        Salme: En pääse
        whisper to Kaarina: pääsee vain 2
        Kaarina: Siirrä tapaaminen
        Kaarina fills: Milloin?=huomenna
        whisper to Kaarina: … kellonaika puuttuu
        Kaarina: Lopeta
        whisper to Kaarina: Lopetettu.
        nothing
    """)
    asked, ended = (
        m for m in circle.stand.world.messages() if not m.is_ephemeral and m.channel_id == last(circle).channel_id
    )
    assert [label for _, label in custom_ids(asked)] == [
        "Pidetään",
        "Siirrä tapaaminen",
        "Etsi yhteinen aika",
        "Peru tapaaminen",
    ]
    assert custom_ids(ended) == []
