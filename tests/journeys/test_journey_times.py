from tests.journeys.circle import FIVE, Circle, Founder

ASKED = """
    Kaarina: Koollekutsujan asiat
    Kaarina: Etsi yhteinen aika
    whisper to Kaarina: Mille etsitään aikaa?
    Kaarina: Uusi aika tapaamiselle ti 15.9. klo 17
    Kaarina fills: Mitkä ajat sopisivat?=ke 16.9. klo 17, to 17.9. klo 18 tai pe 18.9. klo 9.30
    whisper to Kaarina: Ymmärsin nämä ajat … 1. ke 16.9. klo 17 … 2. to 17.9. klo 18 … 3. pe 18.9. klo 9.30 …
        Mitään ei ole vielä kysytty. Jos kysyn nyt, vastausaikaa on pe 4.9. klo 18 asti.
    nothing
    Kaarina: Kysy ryhmältä
    whisper to Kaarina: Kysyn tätä ryhmältä. Vastausaikaa on pe 4.9. klo 18 asti
    channel: Milloin, jos ei ti 15.9. klo 17? … Kaarina kysyy, mitkä näistä ajoista käyvät teille: …
        1. ke 16.9. klo 17 … 2. to 17.9. klo 18 … 3. pe 18.9. klo 9.30 … Voitte vastata ja muuttaa vastauksianne pe 4.9. klo 18 asti.
        Kerron tuloksen silloin … Nimiä ei näytetä.
    nothing
"""


async def test_a_whole_question_moves_a_meeting(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-01 10:00
        …
        Kaarina privately: /valikko
    """)
    await circle.plays(ASKED)
    await circle.plays("""
        Aino: Kerro, mitkä ajat käyvät
        whisper to Aino: 1/3 Käykö ke 16.9. klo 17?
        Aino: Käy
        whisper to Aino: Vastauksesi tähän asti … ke 16.9. klo 17: käy … 2/3 Käykö to 17.9. klo 18?
        Aino: Tarvittaessa
        Aino: Ei käy
        whisper to Aino: Kiitos, tässä ovat vastauksesi … ke 16.9. klo 17: käy … to 17.9. klo 18: tarvittaessa …
            pe 18.9. klo 9.30: ei käy … Voit muuttaa niitä pe 4.9. klo 18 asti. … Nimiä ei näytetä.
        nothing
        Aino: Muuta: ke 16.9. klo 17
        whisper to Aino: 1/3 Käykö ke 16.9. klo 17?
        Aino: Ei käy
        whisper to Aino: ke 16.9. klo 17: ei käy … to 17.9. klo 18: tarvittaessa
        Veikko: Kerro, mitkä ajat käyvät
        Veikko: Kaikki käyvät
        whisper to Veikko: ke 16.9. klo 17: käy … to 17.9. klo 18: käy … pe 18.9. klo 9.30: käy
        Salme: Kerro, mitkä ajat käyvät
        Salme: Ei käy
        Salme: Loput käyvät
        whisper to Salme: ke 16.9. klo 17: ei käy … to 17.9. klo 18: käy … pe 18.9. klo 9.30: käy
        nobody: Aino ei
        time: 2026-09-03 09:59
        nothing
        time: 2026-09-03 10:00
        channel: Milloin, jos ei ti 15.9. klo 17? … Voitte vastata vielä pe 4.9. klo 18 asti.
        nothing
        Oiva: Kerro, mitkä ajat käyvät
        Oiva: Mikään ei käy
        Kaarina: Kerro, mitkä ajat käyvät
        Kaarina: Kaikki käyvät
        …
        time: 2026-09-04 18:00
        channel: Mitkä ajat käyvät … Parhaiten sopii to 17.9. klo 18. … to 17.9. klo 18 – käy: 3, tarvittaessa: 1, ei käy: 1 …
            pe 18.9. klo 9.30 – käy: 3, tarvittaessa: 0, ei käy: 2 … ke 16.9. klo 17 – käy: 2, tarvittaessa: 0, ei käy: 3 …
            Koollekutsuja valitsee ajan napista.
        nothing
        Aino: Käy
        whisper to Aino: Tämä kysely on jo päättynyt, eikä vastauksia voi enää muuttaa.
        Aino: Valitaan to 17.9. klo 18
        whisper to Aino: Tämän voi tehdä se, joka kyselyn aloitti, tai koollekutsuja.
        nothing
        Kaarina: Valitaan to 17.9. klo 18
        whisper to Kaarina: Siirretäänkö tapaaminen ti 15.9. klo 17? Uusi aika olisi to 17.9. klo 18.
        nothing
        Kaarina: Siirrä tähän aikaan
        whisper to Kaarina: Siirretty. Uusi aika on to 17.9. klo 18
        channel: Tapaaminen siirtyy … Tapaaminen ti 15.9. klo 17 siirtyy. Uusi aika on to 17.9. klo 18. Kertokaa uudelleen, pääsettekö.
        nothing
        Kaarina: Valitaan pe 18.9. klo 9.30
        whisper to Kaarina: Aika on jo sovittu: to 17.9. klo 18.
        nothing
        time: 2026-09-12 09:59
        nothing
        time: 2026-09-12 10:00
        channel: Ensi kerralla: Aloitus
        time: 2026-09-16 10:00
        channel: Muistutus: Aloitus … to 17.9. klo 18
    """)
    assert b"20260917T180000" in circle.file(".ics")


async def test_a_new_meeting_in_english_that_a_member_proposed(english: Circle) -> None:
    await english.plays("""
        Aino privately: /times
        whisper to Aino: No time is being sought just now. The convener proposes times.
        Kaarina privately: /times
        whisper to Kaarina: What is the time for?
        Kaarina: Let everyone propose
        whisper to Kaarina: Anyone in the group can propose times now.
        Aino privately: /times
        Aino: A time for a new meeting
        Aino fills: Which times would do?=Tue, 22 Sep, 17:00, Wed, 23 Sep, 18:00
        whisper to Aino: I understood these times … 1. Tue 22 Sep… at 17:00 … 2. Wed 23 Sep… at 18:00 … until Fri 4 Sep… at 18:00
        Aino: Ask the group
        whisper to Aino: I'm asking the group.
        channel: When shall we meet? … Aino asks which of these times work for you: … 1. Tue 22 Sep… at 17:00
        nothing
        Veikko privately: /times
        whisper to Veikko: When shall we meet? … open until Fri 4 Sep… Nobody has answered yet.
        Veikko: Say which times work
        Veikko: Works
        Veikko: If need be
        whisper to Veikko: Thank you, here are your answers … Tue 22 Sep… at 17:00: works … Wed 23 Sep… at 18:00: if need be
        Salme: Say which times work
        Salme: All of them work
        Oiva: Say which times work
        Oiva: All of them work
        Aino privately: /times
        whisper to Aino: 3 people have answered.
        Aino: Close the question now
        whisper to Aino: The question is closed. I'll tell the group the result.
        channel: Which times work … The best time is Tue 22 Sep… at 17:00. … works for 3, if need be 0, doesn't work for 0 …
            works for 2, if need be 1, doesn't work for 0 … Aino or the convener chooses the time with a button.
        Aino: Choose Tue 22 Sept at 17:00
        whisper to Aino: Add a meeting on Tue 22 Sep… at 17:00?
        nothing
        Aino: Add this meeting
        whisper to Aino: Tue 22 Sep… at 17:00
        channel: Tue 22 Sep… at 17:00
        Kaarina: Choose Wed 23 Sept at 18:00
        whisper to Kaarina: The time has been settled: Tue 22 Sep… at 17:00.
        nothing
    """)
    async with english.kept() as work:
        assert len(await work.meetings.find()) == 7


async def test_when_few_can_come_the_convener_may_ask_for_another_time_and_choose_none_twice(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino: En pääse
        Veikko: En pääse
        Salme: En pääse
        whisper to Kaarina: pääsee vain 2 … kysytäänkö ryhmältä uutta aikaa
        Kaarina: Etsi yhteinen aika
        whisper to Kaarina: Milloin, jos ei ti 15.9. klo 17?
        Kaarina fills: Mitkä ajat sopisivat?=ti 15.9. klo 17, ma 14.9. klo 18, ti 22.9. klo 17
        whisper to Kaarina: 1. ma 14.9. klo 18 … 2. ti 15.9. klo 17 … 3. ti 22.9. klo 17 … vastausaikaa on su 13.9. klo 18 asti
        Kaarina: Kysy ryhmältä
        channel: Milloin, jos ei ti 15.9. klo 17?
        Aino: Kerro, mitkä ajat käyvät
        Aino: Ei käy
        Aino: Ei käy
        Aino: Käy
        Veikko: Kerro, mitkä ajat käyvät
        Veikko: Ei käy
        Veikko: Ei käy
        Veikko: Käy
        Salme: Kerro, mitkä ajat käyvät
        Salme: Ei käy
        Salme: Ei käy
        Salme: Tarvittaessa
        time: 2026-09-13 18:00
        …
        Kaarina: Valitaan ti 22.9. klo 17
        Kaarina: Siirrä tähän aikaan
        channel: Uusi aika on ti 22.9. klo 17.
        Kaarina: Siirrä tähän aikaan
        whisper to Kaarina: Aika on jo sovittu: ti 22.9. klo 17.
        nothing
        time: 2026-09-18 12:00
        nobody: aikaa ei ole vielä valittu
    """)
    async with circle.kept() as work:
        assert await work.comings.find(how="absent") == [], "they are asked anew"


async def test_a_tie_is_told_as_one_and_the_convener_is_asked_once_when_nobody_chooses(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-01 10:00
        Kaarina privately: /ajat
        Kaarina: Aika uudelle tapaamiselle
        Kaarina fills: Mitkä ajat=ti 29.9. klo 17, ke 30.9. klo 17, to 1.10. klo 17
        Kaarina: Kysy ryhmältä
        Aino: Kerro, mitkä ajat käyvät
        Aino: Kaikki käyvät
        Veikko: Kerro, mitkä ajat käyvät
        Veikko: Käy
        Veikko: Käy
        Veikko: Tarvittaessa
        Salme: Kerro, mitkä ajat käyvät
        Salme: Kaikki käyvät
        time: 2026-09-04 17:59
        …
        time: 2026-09-04 18:00
        channel: Kaksi aikaa sopii yhtä hyvin: ti 29.9. klo 17 ja ke 30.9. klo 17. … to 1.10. klo 17 – käy: 2, tarvittaessa: 1, ei käy: 0
        nothing
        time: 2026-09-06 17:59
        nothing
        time: 2026-09-06 18:00
        whisper to Kaarina: Milloin tavataan? … aikaa ei ole vielä valittu. … Kaksi aikaa sopii yhtä hyvin
        nothing
        only Kaarina: Aikakysely on päättynyt, mutta
        Kaarina: Valitaan ke 30.9. klo 17
        Kaarina: Lisää tämä tapaaminen
        channel: Uusi tapaaminen … ke 30.9. klo 17
        time: 2026-09-09 18:00
        nothing
    """)


async def test_it_is_said_plainly_when_nobody_can(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-01 10:00
        Kaarina privately: /times
        Kaarina: A time for a new meeting
        Kaarina fills: Which times would do?=Tue 29 Sep at 17:00, Wed 30 Sep at 17:00, Thu 1 Oct at 17:00
        Kaarina: Ask the group
        Aino: Say which times work
        Aino: None of them works
        Veikko: Say which times work
        Veikko: Doesn't work
        Veikko: If need be
        Veikko: Doesn't work
        time: 2026-09-04 17:59
        …
        time: 2026-09-04 18:00
        channel: No time works for at least three of those who answered. … The best time is Wed 30 Sep… at 17:00. …
            works for 0, if need be 1, doesn't work for 1 … Tue 29 Sep… at 17:00: works for nobody … Thu 1 Oct at 17:00: works for nobody
        Kaarina: Choose Wed 30 Sept at 17:00
        whisper to Kaarina: Add a meeting on Wed 30 Sep
    """)
    assert english.button("Kaarina", "Choose Wed 30 Sept at 17:00")
    assert "Choose Tue" not in str(english.seen.buttons)


async def test_no_answers_at_all_lead_to_other_times(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-01 10:00
        Kaarina privately: /ajat
        Kaarina: Aika uudelle tapaamiselle
        Kaarina fills: Mitkä ajat=ti 29.9. klo 17, ke 30.9. klo 17
        Kaarina: Kysy ryhmältä
        time: 2026-09-04 17:59
        …
        time: 2026-09-04 18:00
        channel: Vastauksia ei tullut. … ti 29.9. klo 17 – ei vastauksia … ke 30.9. klo 17 – ei vastauksia
        Kaarina: Kysy muita aikoja
        whisper to Kaarina: Mille etsitään aikaa?
        time: 2026-09-07 18:00
        nothing
    """)


async def test_names_are_shown_only_where_it_was_said_before_anybody_answered(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-01 10:00
        Kaarina privately: /ajat
        Kaarina: Näytä tuloksessa nimet
        whisper to Kaarina: Tuloksessa näkyy tästä lähtien, kenelle mikin aika käy.
        Kaarina privately: /ajat
        Kaarina: Aika uudelle tapaamiselle
        Kaarina fills: Mitkä ajat=ti 29.9. klo 17, ke 30.9. klo 17
        whisper to Kaarina: Tuloksessa näkyy, kenelle mikin aika käy.
        Kaarina: Kysy ryhmältä
        channel: Tuloksessa näkyy, kenelle mikin aika käy.
        Aino: Kerro, mitkä ajat käyvät
        Aino: Käy
        Aino: Ei käy
        whisper to Aino: Tuloksessa näkyy, kenelle mikin aika käy.
        Veikko: Kerro, mitkä ajat käyvät
        Veikko: Käy
        Veikko: Tarvittaessa
        Salme: Kerro, mitkä ajat käyvät
        Salme: Kaikki käyvät
        Kaarina: Näytä tuloksessa vain määrät
        whisper to Kaarina: olen jo kertonut, näkyvätkö nimet
        time: 2026-09-04 17:59
        …
        time: 2026-09-04 18:00
        channel: ti 29.9. klo 17 – käy: Aino, Veikko ja Salme … ke 30.9. klo 17 – käy: Salme; tarvittaessa: Veikko; ei käy: Aino
    """)


async def test_what_is_not_understood_is_named_and_nothing_typed_is_lost(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-01 10:00
        Kaarina privately: /ajat
        Kaarina: Uusi aika tapaamiselle ti 15.9. klo 17
        Kaarina fills: Mitkä ajat=joskus aamulla, ti 1.9. klo 9
        whisper to Kaarina: yhtäkään en voinut ottaa mukaan. … Kohta 1, ”joskus aamulla”: En ymmärtänyt aikaa ”joskus aamulla”.
            Kirjoita esimerkiksi: ti 15.9. klo 17 … Kohta 2, ”ti 1.9. klo 9”: ti 1.9. klo 9 on jo mennyt.
        Kaarina: Kirjoita ajat uudelleen
        Kaarina fills: Mitkä ajat=ke 16.9. klo 17, ke 16.9. klo 17, ti 6.10. klo 18, ke 2.9. klo 9
        whisper to Kaarina: Ymmärsin nämä ajat … 1. ke 16.9. klo 17 … Näitä en ottanut mukaan:
            … Kohta 2, ”ke 16.9. klo 17”: ke 16.9. klo 17 on jo mukana. … Kohta 3, ”ti 6.10. klo 18”: Silloin on jo tapaaminen: ti 6.10. klo 17.
            … Kohta 4, ”ke 2.9. klo 9”: ke 2.9. klo 9 on niin pian … Lisää vielä ainakin yksi aika
        Kaarina: Lisää aikoja
        whisper to Kaarina: 1. ke 16.9. klo 17
        Kaarina fills: Mitkä ajat=to 17.9. klo 17
        whisper to Kaarina: 1. ke 16.9. klo 17 … 2. to 17.9. klo 17
        Kaarina: Lisää aikoja
        Kaarina fills: Mitkä ajat=ma 21.9. klo 8, ma 21.9. klo 9, ma 21.9. klo 10, ma 21.9. klo 11, ma 21.9. klo 12, ma 21.9. klo 13
        whisper to Kaarina: 7. ma 21.9. klo 12 … Kohta 6, ”ma 21.9. klo 13”: ma 21.9. klo 13 ei enää mahdu mukaan.
        Kaarina: Aloita alusta
        Kaarina fills: Mitkä ajat=ke 16.9. klo 17, to 17.9. klo 17
        whisper to Kaarina: 1. ke 16.9. klo 17 … 2. to 17.9. klo 17
        Kaarina: Kysy ryhmältä
        channel: 1. ke 16.9. klo 17 … 2. to 17.9. klo 17
        Kaarina: Kysy ryhmältä
        whisper to Kaarina: Tätä kysytään ryhmältä jo.
        nothing
    """)


async def test_only_one_question_is_open_at_a_time_and_it_can_be_withdrawn(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-01 10:00
        Kaarina privately: /ajat
        Kaarina: Kaikki saavat ehdottaa
        Aino privately: /ajat
        Aino: Aika uudelle tapaamiselle
        Kaarina privately: /ajat
        Kaarina: Aika uudelle tapaamiselle
        Kaarina fills: Mitkä ajat=ti 29.9. klo 17, ke 30.9. klo 17
        Kaarina: Kysy ryhmältä
        channel: Milloin tavataan?
        Aino: Aika uudelle tapaamiselle
        whisper to Aino: Ryhmältä kysytään jo aikoja, ja vastauksia odotetaan pe 4.9. klo 18 asti.
        Aino fills: Mitkä ajat=pe 2.10. klo 17, la 3.10. klo 12
        whisper to Aino: 1. pe 2.10. klo 17 … 2. la 3.10. klo 12 … Ryhmältä kysytään jo aikoja
        Aino: Kysy ryhmältä
        whisper to Aino: Ryhmältä kysytään jo aikoja
        nothing
        Veikko: Kerro, mitkä ajat käyvät
        Veikko: Kaikki käyvät
        Kaarina privately: /ajat
        Kaarina: Peru kysely
        whisper to Kaarina: Perutaanko kysely? Annetut vastaukset poistetaan.
        Kaarina: Kyllä, peru kysely
        whisper to Kaarina: Kysely on peruttu.
        channel: Aikakysely on peruttu. Vastauksia ei enää tarvita.
        Veikko: Muuta: ti 29.9. klo 17
        whisper to Veikko: Tämä kysely on peruttu.
        Aino: Kysy ryhmältä
        channel: Aino kysyy
        time: 2026-09-04 17:59
        …
    """)
    async with circle.kept() as work:
        assert await work.votes.find() == []
        assert len(await work.notices.find(kind="times-result", state="waiting")) == 1


async def test_what_befalls_the_meeting_ends_the_question_about_it(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-01 10:00
        Kaarina privately: /ajat
    """)
    await circle.plays(ASKED.split("whisper to Kaarina: Mille etsitään aikaa?")[1])
    await circle.plays("""
        Aino: Kerro, mitkä ajat käyvät
        Aino: Kaikki käyvät
        time: 2026-09-02 10:00
        Kaarina privately: /siirrä
        Kaarina fills: Milloin?=ma 21.9. klo 17
        Kaarina: Siirrä tähän aikaan
        channel: Uusi aika on ma 21.9. klo 17.
        Aino: Muuta: ke 16.9. klo 17
        whisper to Aino: Aika on jo sovittu: ma 21.9. klo 17.
        time: 2026-09-04 20:00
        nothing
        Kaarina privately: /ajat
        Kaarina: Uusi aika tapaamiselle ma 21.9. klo 17
        Kaarina fills: Mitkä ajat=ke 23.9. klo 17, to 24.9. klo 17
        Kaarina: Kysy ryhmältä
        channel: Milloin, jos ei ma 21.9. klo 17?
        Kaarina privately: /peru
        Kaarina: Kyllä, peru
        Aino: Kerro, mitkä ajat käyvät
        whisper to Aino: Tapaaminen ma 21.9. klo 17 on peruttu.
        …
        time: 2026-09-10 20:00
        nobody: Mitkä ajat käyvät
        nobody: Voitte vastata vielä
    """)


async def test_a_meeting_tomorrow_is_too_near_to_be_asked_about(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-15 09:00
        …
        Aino: En pääse
        Veikko: En pääse
        Salme: En pääse
        Kaarina: Etsi yhteinen aika
        whisper to Kaarina: Tapaaminen ti 15.9. klo 17 on niin pian, ettei ryhmältä ehdi kysyä.
        Kaarina: Aika uudelle tapaamiselle
        Kaarina fills: Mitkä ajat=ke 23.9. klo 17, to 24.9. klo 17
        Kaarina: Kysy ryhmältä
        channel: Milloin tavataan?
    """)


async def test_asked_at_night_the_group_reads_it_in_the_morning_and_a_rest_keeps_the_reminder_back(
    circle: Circle,
) -> None:
    await circle.plays("""
        time: 2026-09-01 23:30
        Kaarina privately: /ajat
        Kaarina: Aika uudelle tapaamiselle
        Kaarina fills: Mitkä ajat=ti 29.9. klo 17, ke 30.9. klo 17
        whisper to Kaarina: vastausaikaa on la 5.9. klo 18 asti
        Kaarina: Kysy ryhmältä
        whisper to Kaarina: Kysyn tätä ryhmältä.
        nothing
        time: 2026-09-02 08:00
        channel: Milloin tavataan?
        Kaarina privately: /tauko
        channel: Ryhmä on tauolla.
        Aino: Kerro, mitkä ajat käyvät
        Aino: Kaikki käyvät
        whisper to Aino: Kiitos, tässä ovat vastauksesi
        time: 2026-09-05 17:59
        nothing
        time: 2026-09-05 18:00
        channel: Mitkä ajat käyvät
        nothing
    """)


async def test_the_time_that_the_meeting_has_may_be_kept(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-01 10:00
        Kaarina privately: /ajat
        Kaarina: Uusi aika tapaamiselle ti 15.9. klo 17
        Kaarina fills: Mitkä ajat=ti 15.9. klo 17, to 17.9. klo 17
        Kaarina: Kysy ryhmältä
        channel: 1. ti 15.9. klo 17
        Aino: Kerro, mitkä ajat käyvät
        Aino: Käy
        Aino: Ei käy
        Kaarina privately: /ajat
        Kaarina: Päätä kysely nyt
        channel: Mitkä ajat käyvät
        Kaarina: Valitaan ti 15.9. klo 17
        whisper to Kaarina: Tapaaminen on jo silloin: ti 15.9. klo 17. Pidetäänkö se siinä?
        Kaarina: Pidetään tämä aika
        channel: Tapaaminen pysyy siinä, missä se on: ti 15.9. klo 17.
        Kaarina: Valitaan ti 15.9. klo 17
        whisper to Kaarina: Aika on jo sovittu: ti 15.9. klo 17.
        nothing
    """)


async def test_whoever_leaves_takes_their_answers_along_and_the_end_is_the_end(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-01 10:00
        Kaarina privately: /ajat
        Kaarina: Aika uudelle tapaamiselle
        Kaarina fills: Mitkä ajat=ti 29.9. klo 17, ke 30.9. klo 17
        Kaarina: Kysy ryhmältä
        Aino: Kerro, mitkä ajat käyvät
        Aino: Kaikki käyvät
        Veikko: Kerro, mitkä ajat käyvät
        Veikko: Kaikki käyvät
        Aino privately: /lähden
        Aino: Lähden hiljaa
        Aino: Muuta: ti 29.9. klo 17
        whisper to Aino: Tämä on ryhmän jäsenille.
        Kaarina privately: /ajat
        whisper to Kaarina: Yksi on vastannut.
    """)
    async with circle.kept() as work:
        assert len(await work.votes.find()) == 2
    await circle.plays("""
        Kaarina privately: /päätä
        Kaarina: Päätä pysyvästi
        Veikko: Muuta: ti 29.9. klo 17
        whisper to Veikko: Ryhmä Torstain piiri on päättynyt.
        time: 2026-09-04 20:00
        nobody: Mitkä ajat käyvät
    """)


async def test_times_are_told_where_members_are_too(founder: Founder) -> None:
    circle = await founder.group(*FIVE)
    own_time = circle.piiri.house.capabilities[circle.stand.name].times
    await circle.plays("""
        time: 2026-09-01 10:00
        Aino privately: /aikavyöhyke
        whisper to Aino: Missä päin olet?
        Aino fills: Kaupunki tai aikavyöhyke=Espanja
        whisper to Aino: Kirjoita niistä yksi: Europe/Madrid, Africa/Ceuta ja Atlantic/Canary
        Aino fills: Kaupunki tai aikavyöhyke=Tukholma
        whisper to Aino: Kerron ajat tästä lähtien myös tämän paikan mukaan: Tukholma.
        Kaarina privately: /ajat
        Kaarina: Aika uudelle tapaamiselle
        Kaarina fills: Mitkä ajat=ti 29.9. klo 17.30, ke 30.9. klo 0
        Kaarina: Kysy ryhmältä
        …
        Aino: Kerro, mitkä ajat käyvät
    """)
    asked, mine = circle.texts("main")[-1], circle.texts("@Aino")[-1]
    if own_time:
        assert "Tukholma" not in asked, "each reader is shown their own time there"
        return
    assert "1. ti 29.9. klo 17.30 (Tukholma klo 16.30)" in asked
    assert "2. ke 30.9. klo 0 (Tukholma ti 29.9. klo 23)" in asked
    assert "Aino" not in asked
    assert "Käykö ti 29.9. klo 17.30 (Tukholma klo 16.30)?" in mine
    await circle.plays("""
        time: 2026-09-14 09:59
        …
        time: 2026-09-14 10:00
        channel: Muistutus: Aloitus … ti 15.9. klo 17 … Muualla: Tukholma klo 16
    """)
    await circle.plays("Aino privately: /aikavyöhyke")
    await circle.plays("Aino: Tyhjennä" if circle.manner == "steps" else "Aino fills: Kaupunki tai aikavyöhyke=")
    await circle.plays("whisper to Aino: Kerron ajat tästä lähtien vain ryhmän ajassa.")
