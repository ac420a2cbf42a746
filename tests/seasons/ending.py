"""What the group decides between its meetings, and how its season ends; in the middle of each the bot dies."""

from datetime import datetime

from tests.seasons.parts import Parts
from tests.seasons.people import BEST, FAREWELL, HOPE, SEVEN
from tests.seasons.season import S


class Ending(Parts[S]):
    """A search for a time, the farewell, and what follows months later."""

    async def a_time_is_looked_for(self) -> None:
        """The group asks itself, the bot dies in the middle of telling the result, and the time stays as it was."""
        await self.season.plays("""
            time: 2026-11-02 12:00
            Kaarina privately: /ajat
            whisper to Kaarina: Mille etsitään aikaa?
            Kaarina privately: Uusi aika tapaamiselle ti 17.11. klo 17
            whisper to Kaarina: Mitkä ajat sopisivat?
            Kaarina fills: ti 17.11. klo 17, to 19.11. klo 17
            whisper to Kaarina: Ymmärsin nämä ajat … 1. ti 17.11. klo 17 … 2. to 19.11. klo 17
            Kaarina privately: Kysy ryhmältä
            whisper to Kaarina: Kysyn tätä ryhmältä.
            channel: Milloin, jos ei ti 17.11. klo 17? … Kaarina kysyy … 2. to 19.11. klo 17
            nothing
        """)
        for name in SEVEN[:5]:
            await self.season.plays(f"""
                {name} in group: Kerro, mitkä ajat käyvät
                whisper to {name}: 1/2 Käykö ti 17.11. klo 17?
                {name} privately: Käy
                whisper to {name}: 2/2 Käykö to 19.11. klo 17?
                {name} privately: Ei käy
                whisper to {name}: Kiitos, tässä ovat vastauksesi
            """)
        await self.season.plays("""
            nothing
            time: 2026-11-04 10:00
            channel: Milloin, jos ei ti 17.11. klo 17? … vielä to 5.11. klo 18 asti
            nothing
        """)
        await self.dies_telling_the_time(datetime(2026, 11, 5, 18), "Mitkä ajat käyvät")
        await self.season.plays("""
            channel: Mitkä ajat käyvät … Parhaiten sopii ti 17.11. klo 17. … käy: 5, tarvittaessa: 0, ei käy: 0
                … to 19.11. klo 17 – ei käy kenellekään
            nothing
            Taisto in group: Kerro, mitkä ajat käyvät
            whisper to Taisto: Tämä kysely on jo päättynyt
            Kaarina in group: Valitaan ti 17.11. klo 17
            whisper to Kaarina: Tapaaminen on jo silloin: ti 17.11. klo 17. Pidetäänkö se siinä?
            Kaarina privately: Pidetään tämä aika
            whisper to Kaarina: Tapaaminen pysyy siinä: ti 17.11. klo 17.
            channel: Tapaaminen pysyy siinä, missä se on: ti 17.11. klo 17.
            nothing
        """)

    async def farewell(self) -> None:
        """The evaluation, and a week after the last meeting the farewell, in whose middle the bot dies."""
        await self.season.plays("""
            time: 2027-01-01 10:00
            channel: Millainen kausi oli? … Voitte vastata ti 5.1. klo 10 asti.
            nothing
        """)
        await self.rate(Kaarina="555", Aino="455", Veikko="345", Oiva="444", Helmi="555")
        await self.evaluates_in_words("Oiva", BEST)
        await self.season.plays(f"""
            nobody: {BEST}
        """)
        await self.dies_saying_farewell(datetime(2027, 1, 5, 10), FAREWELL)
        await self.season.plays(f"""
            telegram| channel: {FAREWELL}
            channel: {FAREWELL} … Mitä sanoitte kaudesta … {BEST} … Kulkekaa rauhassa … poistetaan torstaina 4.2.2027
            time: 2027-01-05 10:01
            whisper to Aino: Torstain piiri: oma muistosi … {HOPE}
            only Aino: {HOPE}
            nothing
            time: 2027-01-05 12:30
        """)
        for name in ("Kaarina", "Aino", "Veikko", "Oiva", "Taisto"):
            await self.season.plays(f"""
                {name} in group: Minulta saa kysyä myöhemmin
                whisper to {name}: Kiitos. Kysyn sinulta yksityisesti
            """)
        await self.season.plays("""
            Salme in group: Älä kysy minulta
            whisper to Salme: Selvä, sinulta en kysy.
            time: 2027-01-21 10:00
            whisper to Aino: Torstain piiri: omat muistiinpanosi … torstaina 28.1.2027
            nothing
            time: 2027-02-10 12:00
            nothing
            Aino privately: /raportti
            whisper to Aino: Torstain piiri: kauden raportti … poistetaan keskiviikkona 4.8.2027
            nothing
        """)

    async def months_later(self) -> None:
        """Those who said so are asked twice; then everything is deleted, in whose middle the bot dies once more."""
        await self.season.plays("""
            time: 2027-04-05 10:00
            whisper to Aino: Mitä jäi? Torstain piiri … kolme kuukautta
            whisper to Taisto: Mitä jäi? Torstain piiri
            nothing
            time: 2027-04-12 10:00
            whisper to Aino: alle viisi
            nothing
            time: 2027-04-12 11:15
            Oiva privately: Älä kysy enää
            whisper to Oiva: Selvä, en kysy sinulta enää.
            time: 2027-07-05 10:00
            whisper to Aino: Mitä jäi? Torstain piiri … kuusi kuukautta
            nothing
            time: 2027-07-28 10:00
            channel: Torstain piiri: ryhmän tiedot poistetaan viikon päästä … Poistan keskiviikkona 4.8.2027 kaiken
            nothing
            time: 2027-07-28 11:05
            Aino in group: Säilytä 3 kuukautta pidempään
            whisper to Aino: Toiveesi on merkitty.
            nothing
        """)
        await self.dies_deleting(datetime(2027, 8, 4, 10), "Ryhmän kausi on päättynyt")
        await self.season.plays("""
            channel: Ryhmän kausi on päättynyt, ja kaikki, mitä siitä oli minulla tallessa, on nyt poistettu.
            nothing
            time: 2027-09-01 12:00
            nothing
            Aino in group: Raportti
            whisper to Aino: Tämä nappi on vanhentunut.
        """)
        assert await self.season.house.next_due() is None
