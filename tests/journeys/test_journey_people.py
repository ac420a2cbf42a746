from tests.journeys.circle import Circle

ASKS_FI = """
    Kaarina privately: /valikko
    Kaarina: Koollekutsujan asiat
    Kaarina: Uudet jäsenet
    whisper to Kaarina: Kun ryhmä on jo aloittanut: uusi jäsen tulee mukaan itse nappia painamalla.
    Kaarina: Kysytään ensin ryhmältä
    whisper to Kaarina: kysyn ensin ryhmältä
    nothing
    time: 2026-09-16 12:00
    …
"""
ASKS_EN = """
    Kaarina privately: /menu
    Kaarina: For the convener
    Kaarina: New members
    Kaarina: Ask the group first
    whisper to Kaarina: I'll ask the group first
    time: 2026-09-16 12:00
    …
"""


async def test_once_the_group_has_met_a_newcomer_is_let_in_by_its_word(circle: Circle) -> None:
    await circle.add("Outi")
    await circle.plays(ASKS_FI)
    await circle.plays("""
        Outi: Olen mukana
        whisper to Outi: Ryhmä Torstain piiri on jo aloittanut … viimeistään ke 23.9. klo 12
        channel: Outi haluaisi tulla mukaan. Sopiiko se teille? … eikä nimiä näytetä
        nothing
        Outi: Olen mukana                    # the same again asks nobody twice
        whisper to Outi: Ryhmä Torstain piiri on jo aloittanut
        nothing
        Aino: Tervetuloa mukaan
        whisper to Aino: Kiitos, merkitsin.
        Aino: Tervetuloa mukaan
        Veikko: Tervetuloa mukaan
        whisper to Veikko: Kiitos, merkitsin.
        nothing
        Outi: Tervetuloa mukaan              # one's own welcome counts for nothing
        whisper to Outi: Tämä on ryhmän
        Salme: Tervetuloa mukaan
        whisper to Salme: uusi jäsen on mukana
        whisper to Outi: Olet mukana: Torstain piiri … Mitä olemme tehneet … ti 15.9. klo 17: Aloitus …
            Seuraava tapaaminen … ti 6.10. klo 17
        nothing
        Oiva: Jutellaan ensin
        whisper to Oiva: Tämä on jo ratkennut.
        Outi: Olen mukana
        whisper to Outi: Olet jo mukana
        time: 2026-10-01 09:59
        …
        time: 2026-10-01 10:00
        channel: Ensi kerralla
        Outi: En pääse
        whisper to Outi: Merkitty: et pääse
    """)
    async with circle.kept() as work:
        assert await work.votes.find() == [], "nobody's vote is kept once it is decided"


async def test_who_wants_to_talk_first_is_told_to_nobody(english: Circle) -> None:
    await english.add("Outi")
    await english.plays(ASKS_EN)
    await english.plays("""
        Outi: I'm in
        whisper to Outi: I'm asking the members first
        channel: Outi would like to join. Is that all right?
        Aino: Welcome
        Oiva: Let's talk first
        whisper to Oiva: I'll tell the convener that somebody would like to talk first. I won't say who.
        whisper to Kaarina: Outi would like to join the group Torstain piiri, and one of the members would like to
            talk about it first.
        nothing
        Veikko: Welcome
        Salme: Welcome
        Kaarina: Welcome
        whisper to Kaarina: Thank you, noted.
        nothing                              # not by the others' number alone
        Kaarina: Not now
        whisper to Kaarina: I'll kindly tell
        whisper to Outi: Thank you for asking. … It isn't about you
        nothing
        Outi: I'm in
        whisper to Outi: isn't taking new members just now
        nothing
        Kaarina: Let them in                 # another mind, after another talk
        whisper to Kaarina: Outi is now in.
        whisper to Outi: You're in: Torstain piiri
        nothing
        only Oiva: I won't say who
    """)


async def test_a_week_without_an_answer_makes_it_the_conveners_question(circle: Circle) -> None:
    await circle.add("Outi")
    await circle.plays(ASKS_FI)
    await circle.plays("""
        Outi: Olen mukana
        channel: Outi haluaisi tulla mukaan.
        Aino: Tervetuloa mukaan
        …
        time: 2026-09-23 12:00
        whisper to Outi: koollekutsuja päättää nyt
        whisper to Kaarina: Viikko on kulunut, eikä asia ole ratkennut
        Veikko: Tervetuloa mukaan
        whisper to Veikko: Aika vastata on päättynyt
        Kaarina: Otetaan mukaan
        whisper to Kaarina: Outi on nyt mukana.
        whisper to Outi: Olet mukana: Torstain piiri
        nothing
    """)


async def test_a_newcomer_may_take_it_back_and_a_closed_group_says_so_kindly(circle: Circle) -> None:
    await circle.add("Outi")
    await circle.plays(ASKS_FI)
    await circle.plays("""
        Outi: Olen mukana
        channel: Outi haluaisi
        Outi: En kysykään
        whisper to Outi: Selvä, en kysy enää.
        Aino: Tervetuloa mukaan
        whisper to Aino: Tämä nappi on vanhentunut.
        nothing
        Kaarina privately: /valikko
        Kaarina: Koollekutsujan asiat
        Kaarina: Uudet jäsenet
        Kaarina: Ei uusia nyt
        whisper to Kaarina: Kesken kauden mukaan ei voi tulla
        Outi: Olen mukana
        whisper to Outi: on sopinut jatkavansa tällä joukolla
        nothing
    """)


async def test_leaving_with_a_word_to_the_group(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Kaarina writes: Vetäjän muistiinpano
        Kaarina privately: /lahden
        whisper to Kaarina: Olet myös koollekutsuja
        Aino writes: Salaisuus
        Aino privately: /lahden
        Aino: Lähden ja jätän ryhmälle viestin
        Aino fills: Mitä haluat sanoa lähtiessäsi?=Muutan Ouluun. Kiitos teille!
        whisper to Aino: Et ole enää ryhmässä Torstain piiri. Kerron viestisi ryhmälle.
        channel: Aino on lähtenyt ryhmästä ja sanoo: ”Muutan Ouluun. Kiitos teille!”
        nothing
        time: 2026-09-14 10:00
        nobody: Salaisuus on
    """)
    async with circle.kept() as work:
        assert await work.papers.find(kind="goodbye") == [], "what has been said is not kept"
        assert [note.text for note in await work.notes.find()] == ["Vetäjän muistiinpano"]


async def test_leaving_told_to_the_convener_alone(english: Circle) -> None:
    await english.plays("""
        Aino privately: /leave
        Aino: Tell only the convener
        Aino fills: What would you like to say to the convener?=My shifts have changed
        whisper to Aino: I'll tell only the convener.
        whisper to Kaarina: Aino has left the group Torstain piiri and tells you: “My shifts have changed” …
            Only the conveners see this.
        nothing
        Veikko privately: /leave
        Veikko: Tell only the convener
        Veikko fills: What would you like to say to the convener?=
        whisper to Veikko: I'll tell only the convener.
        whisper to Kaarina: Veikko has left the group Torstain piiri.
        nothing
        time: 2026-09-14 12:00
        only Kaarina: My shifts have changed
    """)
    async with english.kept() as work:
        assert await work.persons.find(name=["Aino", "Veikko"]) == [], "who is in no group is not kept either"
        assert await work.papers.find(kind="goodbye") == []


async def test_two_may_convene_together_and_one_may_step_down(circle: Circle) -> None:
    await circle.plays("""
        Kaarina privately: /valikko
        Kaarina: Koollekutsujan asiat
        Kaarina: Koollekutsujat
        whisper to Kaarina: Koollekutsuja: Kaarina
        Kaarina: Pyydä toinen koollekutsuja
        whisper to Kaarina: Kenet haluat pyytää
        Kaarina: Aino
        whisper to Kaarina: Aino saa kysymyksen, ja kerron sinulle vastauksen.
        whisper to Aino: Kaarina pyytää sinua koollekutsujaksi kanssaan ryhmään Torstain piiri.
        nothing
        Aino: En nyt voi
        whisper to Aino: Kerron vain, ettet nyt voi.
        whisper to Kaarina: Aino ei nyt voi
        Aino: Suostun                        # too late
        whisper to Aino: Tämä nappi on vanhentunut.
        Kaarina: Veikko
        whisper to Kaarina: Veikko saa kysymyksen, ja kerron sinulle vastauksen
        whisper to Veikko: Kaarina pyytää
        Veikko: Suostun
        whisper to Veikko: Olet nyt ryhmän Torstain piiri koollekutsuja.
        whisper to Kaarina: Veikko suostui
        nothing
        Veikko privately: /tauko
        channel: Ryhmä on tauolla.
        Kaarina: Salme
        whisper to Kaarina: Koollekutsujia on jo kaksi.
        Kaarina: Jätän tehtävän
        whisper to Kaarina: Toinen koollekutsuja jatkaa.
        Kaarina: Jätän tehtävän nyt
        whisper to Kaarina: Et ole enää ryhmän Torstain piiri koollekutsuja.
        nothing
        Kaarina privately: /jatka
        whisper to Kaarina: Tämän voi tehdä
    """)


async def test_the_seat_is_handed_over_when_the_other_accepts(english: Circle) -> None:
    await english.plays("""
        Kaarina privately: /menu
        Kaarina: For the convener
        Kaarina: Conveners
        Kaarina: Hand it over
        whisper to Kaarina: You stay the convener until they accept.
        Kaarina: Salme
        whisper to Salme: Kaarina would like to hand over to you
        Kaarina privately: /upcoming
        whisper to Kaarina: What's coming
        Salme: Yes, I will
        whisper to Salme: You're now the convener
        whisper to Kaarina: Salme has said yes
        nothing
        Kaarina privately: /upcoming
        whisper to Kaarina: The convener of the group Torstain piiri can do this.
        Salme privately: /upcoming
        whisper to Salme: What's coming
        Salme privately: /menu
        Salme: For the convener
        Salme: Conveners
        Salme: Step down
        whisper to Salme: There is no other convener
        Salme: Step down now
        whisper to Salme: You no longer convene
        channel: The group has no convener just now.
        Aino: I'll be the convener
        whisper to Aino: You're now the convener
    """)


async def test_a_facilitator_comes_forward_and_a_convener_confirms(circle: Circle) -> None:
    await circle.add("Ritva")
    await circle.plays("""
        Ritva: /ohjaan
        whisper to Ritva: Kysyn koollekutsujalta
        whisper to Kaarina: Ritva haluaisi ohjata ryhmää Torstain piiri. … Vahvista vain, jos tunnet hänet.
        nothing
        Ritva privately: /aineistot
        whisper to Ritva: Et ole vielä missään ryhmässä
        Kaarina: Vahvista ohjaajaksi
        whisper to Kaarina: Ritva on nyt ryhmän ohjaaja.
        whisper to Ritva: Olet nyt ryhmän Torstain piiri ohjaaja.
        nothing
        Aino: /tapaamiset
        whisper to Aino: Mukana on 5 … Ohjaaja: Ritva
        Ritva: Olen mukana
        whisper to Ritva: ohjaaja ei ole jäsen
        time: 2026-09-14 10:00
        …
        Aino: En pääse
        Aino: Viesti ryhmälle
        Aino fills: Mitä haluat sanoa ryhmälle?=Olen sairaalassa
        time: 2026-09-14 10:30
        …
        Ritva privately: /vetaja
        whisper to Ritva: Vetäjälle: … Ei pääse: Aino
        Ritva privately: /kirjoita
        whisper to Ritva: Tämä on ryhmän Torstain piiri jäsenille, ei ohjaajalle.
        time: 2026-09-15 20:00
        …
        Ritva: A 5
        whisper to Ritva: Tämä on ryhmän Torstain piiri jäsenille, ei ohjaajalle.
    """)
    assert not any("sairaalassa" in text for text in circle.texts("@Ritva"))
    await circle.plays("""
        Kaarina privately: /valikko
        Kaarina: Koollekutsujan asiat
        Kaarina: Ohjaaja
        whisper to Kaarina: kuka ei pääse, mutta ei syitä
        Kaarina: Syyt näkyviin: ohjaaja Ritva
        whisper to Kaarina: Kerron tästä ryhmälle.
        channel: Ritva ohjaa ryhmää. Tästä lähtien hän näkee
        nothing
        Kaarina: Ohjaaja
        Kaarina: Päätä ohjaus: Ritva
        whisper to Kaarina: Ritva ei enää ohjaa ryhmää
        whisper to Ritva: Et ole enää ryhmän Torstain piiri ohjaaja.
        nothing
    """)


async def test_a_member_facilitates_only_without_being_one(english: Circle) -> None:
    await english.plays("""
        Aino: /facilitate
        whisper to Aino: If you start facilitating, you stop being a member
        nothing
        Aino: Facilitate, not be a member
        whisper to Aino: I'm asking the convener
        whisper to Kaarina: Aino would like to facilitate
        Aino: /plan
        whisper to Aino: 5 people have joined
        Kaarina: Confirm as facilitator
        whisper to Kaarina: Aino now facilitates the group.
        whisper to Aino: You now facilitate the group Torstain piiri.
        Veikko: /plan
        whisper to Veikko: 4 people have joined … Facilitator: Aino
        Aino privately: /menu
        Aino: Stop facilitating
        whisper to Aino: You no longer facilitate
        whisper to Kaarina: Aino no longer facilitates
        nothing
    """)


async def test_a_guest_is_announced_with_what_they_see(circle: Circle) -> None:
    await circle.plays("""
        Kaarina privately: /valikko
        Kaarina: Ryhmän asiat
        Kaarina: Vieraat
        Kaarina: Vieras ti 15.9. klo 17
        Kaarina fills: Vieraan nimi=Maija Meri; Mistä vieras puhuu?=Työhyvinvointi
        whisper to Kaarina: Kerron vieraasta ennakkotehtävässä ja muistutuksessa.
        nothing
        time: 2026-09-10 10:00
        channel: Ensi kerralla … Vieraana: Maija Meri – Työhyvinvointi … Vieras on mukana vain tässä tapaamisessa.
        Kaarina: Vieraat
        Kaarina: Vieras ti 15.9. klo 17
        Kaarina: Muuta: Maija Meri
        Kaarina fills: Vieraan nimi=Maija Mäki; Mistä vieras puhuu?=Uni
        whisper to Kaarina: Kerron vieraasta muistutuksessa.
        Aino privately: /valikko
        Aino: Ryhmän asiat
        Aino: Vieraat
        whisper to Aino: Vieraana: Maija Mäki – Uni
        time: 2026-09-14 10:00
        channel: Muistutus … Vieraana: Maija Mäki – Uni
    """)


async def test_a_guest_goes_with_the_meeting(english: Circle) -> None:
    await english.plays("""
        Kaarina privately: /menu
        Kaarina: Group matters
        Kaarina: Guests
        Kaarina: Guest Tue 15 Sept at 17:00
        Kaarina fills: The guest's name=Maija; What will they talk about?=
        whisper to Kaarina: Guest: Maija
        Kaarina privately: /cancel
        Kaarina: Yes, cancel it
        time: 2026-10-01 10:00
        channel: There is no meeting
        channel: Next time
    """)
    assert not any("Maija" in text for text in english.texts("main"))
    async with english.kept() as work:
        assert await work.papers.find(kind="guest") == []
