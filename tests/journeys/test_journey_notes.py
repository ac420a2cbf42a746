from datetime import datetime

from tests.journeys.circle import HELSINKI, Circle, Founder, found_group


async def test_a_note_comes_back_to_its_writer_an_hour_before_and_to_nobody_else(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        channel: Ensi kerralla: Aloitus … Mikä sai sinut lähtemään mukaan tähän ryhmään? … Vetovuorossa: Kaarina
        nothing
        Aino: Kirjoita itselleni
        whisper to Aino: Muistiinpanot: Aloitus … Tämän näet vain sinä.
        nothing
        Aino fills: Kirjoita itsellesi=Pelkään että en osaa
        whisper to Aino: Tallessa. Vain sinä näet tämän, ja saat sen takaisin ennen tapaamista (ti 15.9. klo 17).
        nothing
        Aino writes: Toinen ajatus samasta
        whisper to Aino: Tallessa.
        Veikko privately: /muistiinpanot
        whisper to Veikko: Sinulla ei ole muistiinpanoja tapaamiseen ti 15.9. klo 17.
        time: 2026-09-14 10:00
        …
        time: 2026-09-15 15:59
        nothing
        time: 2026-09-15 16:00
        channel: Tapaaminen alkaa ti 15.9. klo 17 … Paikka: Kulttuuritalo … Pelisäännöistä:
        whisper to Aino: Muistiinpanosi: Aloitus … Pelkään että en osaa … Toinen ajatus samasta … Nämä näet vain sinä.
        nothing
        only Aino: Pelkään että en osaa
        only Aino: Toinen ajatus
    """)


async def test_a_note_in_english_can_be_changed_and_deleted(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-10 10:00
        …
        Aino writes: First thought
        whisper to Aino: Saved. Only you see this
        Aino writes: Second thought
        Aino: My notes
        whisper to Aino: First thought … Second thought … Only you see these.
        Aino: Change no. 1
        whisper to Aino: My notes
        Aino fills: Write to yourself=Better thought
        whisper to Aino: Saved.
        Aino: My notes
        Aino: Delete no. 2
        whisper to Aino: The note has been deleted.
        time: 2026-09-15 16:00
        …
    """)
    back = english.texts("@Aino")[-1]
    assert "Your notes" in back
    assert ("Better thought" in back) != ("Second thought" in back), "one of the two was deleted"
    assert "First thought" not in back or "Second thought" not in back


async def test_who_is_in_two_groups_is_asked_which_one_is_meant(circle: Circle) -> None:
    await circle.stand.add_channel("other")
    await circle.add("Helmi")
    await found_group(circle, "Helmi", name="Toinen piiri", channel="other")
    await circle.plays("""
        channel other: Toinen piiri – Vahvistin
        …
        Aino: Olen mukana
        whisper to Aino: Olet mukana: Toinen piiri
        Aino writes: Kumpaan tämä menee
        whisper to Aino: Mihin ryhmään tämä kuuluu? … Tallennan sen
        nothing
        Aino writes: Ja vielä toinen rivi
        whisper to Aino: Mihin ryhmään tämä kuuluu? … Tallennan sen
        nothing
        Aino: Toinen piiri
        whisper to Aino: Tallessa.
        Aino: Muistiinpanoni
        whisper to Aino: Muistiinpanosi tapaamiseen … Kumpaan tämä menee … Ja vielä toinen rivi
        Aino privately: /poissa
        whisper to Aino: Mitä ryhmää tarkoitat?
        Aino: Torstain piiri
        whisper to Aino: et pääse
        Aino in other: /tulen
        whisper to Aino: olet tulossa
        Veikko privately: /tulen
        whisper to Veikko: olet tulossa
        only Aino: Kumpaan tämä menee
    """)
    async with circle.kept() as work:
        groups = {group.id: group.name for group in await work.groups.find()}
        assert [groups[note.group_id] for note in await work.notes.find()] == ["Toinen piiri"]
        assert {
            groups[c.group_id]: c.how for c in await work.comings.find(member_id=await members_of(work, "Aino"))
        } == {
            "Torstain piiri": "absent",
            "Toinen piiri": "coming",
        }


async def members_of(work: object, name: str) -> list[str]:
    return [member.id for member in await work.members.find(name=name)]  # type: ignore[attr-defined]


async def test_a_stranger_who_writes_is_told_that_nothing_was_kept(founder: Founder) -> None:
    circle = await founder.group("Kaarina", "Aino", "Veikko")
    await circle.add("Urho")
    await circle.plays("""
        Urho writes: Hei onko täällä ketään
        whisper to Urho: Hei, olen Piiri … Viestiäsi en tallentanut.
        nothing
        Kaarina says: Tämä on ryhmän omaa puhetta
        nothing
    """)
    async with circle.kept() as work:
        assert await work.notes.find() == []
        assert await work.persons.find(name="Urho") == []


async def test_prompts_wall_time_stays_over_the_clock_change(founder: Founder) -> None:

    circle = await founder.group("Kaarina", "Aino", "Veikko", first=datetime(2026, 10, 27, 17))
    await circle.plays("""
        time: 2026-10-22 09:59
        nothing
        time: 2026-10-22 10:00
        channel: Ensi kerralla … ti 27.10. klo 17
        time: 2026-10-26 09:59
        …
        time: 2026-10-26 10:00
        channel: Muistutus … ti 27.10. klo 17
        time: 2026-10-27 15:59
        nothing
        time: 2026-10-27 16:00
        channel: Tapaaminen alkaa ti 27.10. klo 17
        nothing
    """)
    assert circle.clock.now().astimezone(HELSINKI).hour == 16
