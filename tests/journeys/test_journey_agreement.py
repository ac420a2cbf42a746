"""The group's agreement, from the first meeting's button to the pinned text, and changed later in the same way."""

from tests.journeys.circle import Circle
from tests.journeys.discord_stand import DiscordStand
from tests.journeys.people import Stand
from tests.journeys.telegram_stand import TelegramStand


async def test_the_first_meeting_writes_accepts_and_pins_its_agreement(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-15 16:00
        …
        Kaarina: Kirjoitetaan sopimus
        whisper to Kaarina: Ryhmän sopimus: luonnos … kirjoitetaan yhdessä, kohta kerrallaan … Sovitaan vielä: aikataulu, paikka
        Kaarina: Jatketaan: Aikataulu
        whisper to Kaarina: Aikataulu … Kuinka usein … Tapaamme kolmen viikon välein, yhteensä 6 kertaa. Ensimmäinen
            tapaaminen on ti 15.9. klo 17. Kesto: 2 h 30 min.
        Kaarina: Sovitaan näin
        whisper to Kaarina: Tallessa. … Aikataulu: Tapaamme kolmen viikon välein … Paikka … Tapaamme paikan päällä: Kulttuuritalo.
        Kaarina: Sovitaan näin
        whisper to Kaarina: Paikka: Tapaamme paikan päällä … Vastuut … Vetovuoro kiertää.
        Kaarina: Kirjoitetaan itse
        Kaarina fills: Vastuut=Vetovuoro kiertää. Oiva keittää kahvin.
        whisper to Kaarina: Vastuut: Vetovuoro kiertää. Oiva keittää kahvin. … Luottamuksellisuus
        Kaarina: Jätetään auki
        whisper to Kaarina: Poissaolot ja lähteminen
        Kaarina: Sovitaan näin
        whisper to Kaarina: Yhteydenpito
        # somebody else goes on where she left
        Aino privately: /sopimus
        whisper to Aino: Kohdista on kirjoitettu 4/7. Toiveita pelisäännöiksi ei vielä ole. … Oiva keittää kahvin …
            Sovitaan vielä: luottamuksellisuus, yhteydenpito ja ristiriidat.
        Aino: Yhteydenpito
        Aino: Sovitaan näin
        whisper to Aino: Jos tulee ristiriita … Jos jokin hiertää
        Aino: Sovitaan näin
        whisper to Aino: Luottamuksellisuus
        Aino: Koko luonnos
        Aino: Lisään toiveen
        Aino fills: Toiveesi yhdellä lauseella=Kuunnellaan loppuun asti
        whisper to Aino: Toive on luonnoksessa. … Kuunnellaan loppuun asti
        Veikko privately: /sopimus
        Veikko: Lisään toiveen
        Veikko fills: Toiveesi yhdellä lauseella=Saa olla hiljaa
        time: 2026-09-15 18:00
        Salme privately: /sopimus
        Salme: Luettavaksi ryhmälle
        whisper to Salme: Yksi kohta on vielä auki. … Laitetaanko teksti ryhmän keskusteluun
        nothing
        Salme: Laita ryhmän keskusteluun
        whisper to Salme: Sopimus on nyt ryhmän keskustelussa luettavana.
        channel: Sopimus luettavaksi … Lukekaa tämä läpi yhdessä. … Aikataulu: Tapaamme kolmen viikon välein …
            Oiva keittää kahvin … Sovitaan vielä: luottamuksellisuus. … Kuunnellaan loppuun asti … Saa olla hiljaa
        nothing
        Kaarina: Hyväksyn
        whisper to Kaarina: Merkitty: hyväksyt sopimuksen. Se tulee voimaan, kun jokainen on hyväksynyt.
        Kaarina: Hyväksyn                         # once more does no harm
        Aino: Hyväksyn
        Veikko: Hyväksyn
        Salme: Hyväksyn
        Salme privately: /sopimus
        whisper to Salme: Sopimus luettavaksi … Hyväksyntöjä on 4/5. … Sinä olet hyväksynyt tämän.
        …
        Oiva: Hyväksyn
        whisper to Oiva: Nyt jokainen on hyväksynyt, ja sopimus on voimassa.
        channel: Ryhmän sopimus … Jokainen on hyväksynyt tämän sopimuksen. … Hyväksytty tiistaina 15.9.2026 … Vastuut: …
            Pelisäännöt omin sanoin … Kuunnellaan loppuun asti
        whisper to Aino: Ryhmän sopimus … Tämä on sinun kappaleesi ryhmän Torstain piiri sopimuksesta. … Saa olla hiljaa
        whisper to Kaarina: Tämä on sinun kappaleesi
        whisper to Veikko: Tämä on sinun kappaleesi
        whisper to Salme: Tämä on sinun kappaleesi
        whisper to Oiva: Tämä on sinun kappaleesi
        nothing
        time: 2026-10-06 15:59
        …
        time: 2026-10-06 16:00
        channel: Tapaaminen alkaa ti 6.10. klo 17 … Pelisäännöistä: Saa olla hiljaa
    """)
    async with circle.kept() as work:
        (agreement,) = await work.agreements.find()
        assert agreement.standing == "standing"
        assert '"by"' not in agreement.content


async def test_the_agreement_in_english_from_the_theme_page_to_acceptance(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-15 16:00
        …
        Aino: This time's theme
        Aino: Write the agreement
        whisper to Aino: The group's agreement: draft … Each of you adds your own wishes
        Aino: Go on: Timetable
        whisper to Aino: We meet every three weeks, 6 times in all. The first meeting is on Tue 15 Sep… at 17:00.
        Aino: Agree on this
        whisper to Aino: Saved. … Place … We meet in person: Kulttuuritalo.
        Aino: The whole draft
        Aino: Add a wish
        Aino fills: Your wish in one sentence=We laugh too
        whisper to Aino: The wish is in the draft. … We laugh too
        Aino: The whole draft
        whisper to Aino: Points written: 1/7. There is one wish for the ground rules.
        Aino: Put it to the group
        whisper to Aino: 6 points are still open.
        Aino: Post it in the channel
        channel: An agreement to read … Timetable: We meet every three weeks … Still to be agreed: the place, roles … We laugh too
        Kaarina: I accept
        Aino: I accept
        Veikko: I accept
        Salme: I accept
        whisper to Salme: Noted: you accept the agreement. It comes into force when everybody has accepted.
        …
        Oiva: I accept
        whisper to Oiva: Now everybody has accepted, and it is in force.
        channel: The group's agreement … Everybody has accepted this agreement. … Accepted on Tuesday 15 September 2026
        whisper to Aino: This is your own copy of the agreement of Torstain piiri.
        Aino: Safer space
        whisper to Aino: Safer space … I answer for my words
    """)


async def test_whoever_joins_later_accepts_what_stands_without_reopening_it(circle: Circle) -> None:
    await agreed(circle)
    await circle.add("Tyyne")
    await circle.plays("""
        Tyyne in main: /mukana
        whisper to Tyyne: Olet mukana … Ryhmän sopimus … Yhteydenpito: … Puhutaan vuorotellen
        Tyyne: Hyväksyn
        whisper to Tyyne: Merkitty: hyväksyt sopimuksen, joka on voimassa.
        nothing
        Tyyne privately: /sopimus
        whisper to Tyyne: Ryhmän sopimus … Puhutaan vuorotellen
        nobody: Lue se rauhassa
        nothing
    """)


async def test_a_change_is_proposed_shown_and_accepted_and_the_old_one_is_kept(circle: Circle) -> None:
    await agreed(circle)
    await circle.plays("""
        Veikko privately: /sopimus
        Veikko: Ehdota muutosta
        whisper to Veikko: Muutosehdotus sopimukseen … Nykyinen sopimus on voimassa
        Veikko: Luettavaksi ryhmälle
        whisper to Veikko: samanlainen kuin voimassa oleva sopimus
        Veikko: Koko luonnos
        Veikko: Yhteydenpito
        Veikko: Muutetaan tekstiä
        Veikko fills: Yhteydenpito=Soitamme toisillemme
        whisper to Veikko: Mikä muuttuu … Yhteydenpito: ”Pidämme yhteyttä … → ”Soitamme toisillemme”
        Veikko: Toiveeni
        whisper to Veikko: 1. Puhutaan vuorotellen
        Veikko: Ota pois 1.
        whisper to Veikko: Otettu pois luonnoksesta: … Puhutaan vuorotellen
        Veikko: Palauta
        whisper to Veikko: Toive on luonnoksessa. … Puhutaan vuorotellen
        Veikko: Toiveeni
        Veikko: Ota pois 1.
        Veikko: Lisään toiveen
        Veikko fills: Toiveesi yhdellä lauseella=Tauko puolivälissä
        Oiva privately: /sopimus
        whisper to Oiva: Ryhmän sopimus … Puhutaan vuorotellen … valmistellaan muutosta
        Veikko: Koko luonnos
        Veikko: Luettavaksi ryhmälle
        Veikko: Laita ryhmän keskusteluun
        channel: ehdotetaan muutokseksi … Mikä muuttuu … → ”Soitamme toisillemme” … Uusi pelisääntö: Tauko puolivälissä …
            Jää pois: Puhutaan vuorotellen … Koko teksti
        Kaarina: Hyväksyn
        Aino: Hyväksyn
        Veikko: Hyväksyn
        Salme: Hyväksyn
        whisper to Salme: Merkitty
        nothing
        Oiva privately: /sopimus
        whisper to Oiva: Mikä muuttuu … Hyväksyntöjä on 4/5
        Oiva: Voimassa oleva sopimus
        whisper to Oiva: Puhutaan vuorotellen
        Oiva: Hyväksyn
        whisper to Oiva: Nyt jokainen on hyväksynyt
        channel: Jokainen on hyväksynyt … Soitamme toisillemme … Tauko puolivälissä
        Oiva privately: /sopimus
        Oiva: Aiemmat sopimukset
        whisper to Oiva: Sopimus eri aikoina
        Oiva: Hyväksytty tiistaina 1.9.2026
        whisper to Oiva: Aiempi sopimus … Puhutaan vuorotellen
        nothing
    """)


async def test_an_author_changes_a_wish_and_takes_another_back(circle: Circle) -> None:
    await circle.plays("""
        Aino privately: /sopimus
        Aino: Lisään toiveen
        Aino fills: Toiveesi yhdellä lauseella=Puhelimet pois
        Aino: Lisään toiveen
        Aino fills: Toiveesi yhdellä lauseella=Aina karkkia
        Aino: Toiveeni
        whisper to Aino: 1. Puhelimet pois … 2. Aina karkkia
        Aino: Ota pois 2.
        whisper to Aino: Otettu pois luonnoksesta: … Aina karkkia
        Aino: Toiveeni
        Aino: Muuta 1.
        Aino fills: Toiveesi yhdellä lauseella=Puhelimet taskuun
        Veikko privately: /sopimus
        whisper to Veikko: Toiveita pelisäännöiksi on yksi. … Puhelimet taskuun
        Veikko: Toiveeni
        whisper to Veikko: Sinulla ei ole vielä toiveita luonnoksessa.
        nothing
    """)


async def test_two_who_write_the_same_point_at_once_lose_nothing(circle: Circle) -> None:
    await circle.plays("""
        Aino privately: /sopimus
        Aino: Paikka
        Veikko privately: /sopimus
        Veikko: Paikka
        Aino: Kirjoitetaan itse
        Veikko: Kirjoitetaan itse
        Aino fills: Paikka=Ainon luona
        whisper to Aino: Tallessa. … Ainon luona
        Veikko fills: Paikka=Veikon luona
        whisper to Veikko: samaan aikaan. Sinunkin ehdotuksesi on tallessa. … 1. Ainon luona … 2. Veikon luona
        Salme privately: /sopimus
        whisper to Salme: Näissä kohdissa on useampi ehdotus, josta valita: paikka.
        Salme: Luettavaksi ryhmälle
        whisper to Salme: Valitkaa ensin
        Salme: Koko luonnos
        Salme: Paikka
        Salme: Otetaan 2.
        whisper to Salme: Tallessa. … Paikka: Veikon luona
        Veikko: Otetaan 1.
        whisper to Veikko: Tämä kohta on muuttunut sillä välin. … Veikon luona
        nothing
    """)


async def test_what_is_read_through_can_be_taken_back_and_is_accepted_anew(circle: Circle) -> None:
    await circle.plays("""
        Aino privately: /sopimus
        Aino: Lisään toiveen
        Aino fills: Toiveesi yhdellä lauseella=Kahvia
        Aino: Koko luonnos
        Aino: Luettavaksi ryhmälle
        Aino: Laita ryhmän keskusteluun
        channel: Sopimus luettavaksi
        Veikko: Hyväksyn
        Veikko: En hyväksykään vielä
        whisper to Veikko: Hyväksyntäsi on otettu pois.
        Salme: Hyväksyn
        Aino: Lisään toiveen
        Aino fills: Toiveesi yhdellä lauseella=Teetä
        whisper to Aino: Sopimus on nyt ryhmän luettavana. … Kirjoitit näin. … Teetä
        Aino: Muutetaan vielä
        whisper to Aino: raukeavat
        Aino: Kyllä, muutetaan
        whisper to Aino: Sopimusta voi taas muuttaa.
        Oiva: Hyväksyn
        whisper to Oiva: Teksti on muuttunut
        nothing
    """)
    async with circle.kept() as work:
        assert await work.votes.find(value="yes") == []


async def test_whoever_leaves_is_not_waited_for_and_silence_is_no_answer(circle: Circle) -> None:
    await circle.plays("""
        Aino privately: /sopimus
        Aino: Lisään toiveen
        Aino fills: Toiveesi yhdellä lauseella=Kahvia
        Aino: Koko luonnos
        Aino: Luettavaksi ryhmälle
        Aino: Laita ryhmän keskusteluun
        Kaarina: Hyväksyn
        Aino: Hyväksyn
        Veikko: Hyväksyn
        Salme: Hyväksyn
        time: 2026-09-09 10:00
        nobody: Jokainen on hyväksynyt
        Oiva privately: /lähden
        Oiva: Lähden hiljaa
        channel: Sopimus luettavaksi
        channel: Jokainen on hyväksynyt tämän sopimuksen
    """)


async def test_the_agreement_is_pinned_and_the_plan_stays_pinned(circle: Circle) -> None:
    if isinstance(circle.stand, TelegramStand):  # there nobody may pin at first, and the plan was not either
        for group in circle.stand.fake.world.groups.values():
            group.members_can_pin = True
    await agreed(circle)
    pinned = pinned_in(circle.stand)
    if pinned is not None:
        assert any("Jokainen on hyväksynyt tämän sopimuksen" in text for text in pinned)
    if isinstance(circle.stand, DiscordStand):
        assert any("Jokainen tulee mukaan itse painamalla" in text for text in pinned or ())


def pinned_in(stand: Stand) -> list[str] | None:
    """What is pinned in the channel; None on platforms that pin nothing."""
    if isinstance(stand, TelegramStand):
        return [post.text for posts in stand.fake.ledger.chats.values() for post in posts.values() if post.pinned]
    if isinstance(stand, DiscordStand):
        there = stand.world.backend.messages[stand.channels["main"]].values()
        return [str(message) for message in there if message.pinned]
    return None


async def agreed(circle: Circle) -> None:
    """An agreement of one point and one rule, accepted by all five on 1 September."""
    await circle.plays("""
        Aino privately: /sopimus
        Aino: Yhteydenpito
        Aino: Sovitaan näin
        Aino: Koko luonnos
        Aino: Lisään toiveen
        Aino fills: Toiveesi yhdellä lauseella=Puhutaan vuorotellen
        Aino: Koko luonnos
        Aino: Luettavaksi ryhmälle
        Aino: Laita ryhmän keskusteluun
        Kaarina: Hyväksyn
        Aino: Hyväksyn
        Veikko: Hyväksyn
        Salme: Hyväksyn
        Oiva: Hyväksyn
        channel: Sopimus luettavaksi
        channel: Jokainen on hyväksynyt tämän sopimuksen
        …
    """)
