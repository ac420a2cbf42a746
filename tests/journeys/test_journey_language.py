import pytest

from tests.journeys.circle import FIVE, Circle, Founder


async def test_a_finn_with_an_english_phone_chooses_finnish(circle: Circle) -> None:
    await circle.add("Helmi", language="en")
    await circle.plays("""
        Helmi: Olen mukana
        whisper to Helmi: You're in
        Helmi privately: /language
        whisper to Helmi: I write to you in English now. Which language would you like to read?
        Helmi: suomi
        whisper to Helmi: Selvä. Kirjoitan sinulle tästä lähtien suomeksi.
        nothing
        Helmi: Olen mukana
        whisper to Helmi: Olet jo mukana
        nothing
        time: 2026-09-14 10:00
        channel: Ensi kerralla
        Helmi: En pääse
        whisper to Helmi: Merkitty: et pääse
        restart
        Helmi privately: /language           # any language's word for it will do
        whisper to Helmi: Kirjoitan sinulle nyt suomeksi. Millä kielellä haluat lukea?
        Helmi: Sama kuin sovelluksellani
        whisper to Helmi: All right. From now on I write to you in your app's language.
        Helmi privately: /plan
        whisper to Helmi: Torstain piiri: meetings
    """)


async def test_a_german_app_in_a_swedish_group_gets_swedish(founder: Founder) -> None:
    swedish = await founder.group(*FIVE, language="sv")
    if swedish.stand.name == "browser":
        pytest.skip("a page is only opened in a language of ours")
    await swedish.add("Dieter", language="de")
    await swedish.plays("""
        Dieter: Jag är med
        whisper to Dieter: Du är med
        time: 2026-09-14 10:00
        channel: Nästa gång
        Dieter: Jag kan inte
        whisper to Dieter: Antecknat
        Dieter privately: /language
        whisper to Dieter: Jag skriver nu till dig på svenska. Vilket språk vill du läsa?
        Dieter: English
        whisper to Dieter: All right. From now on I write to you in English.
        Dieter: Jag är med
        whisper to Dieter: You're already in
    """)
