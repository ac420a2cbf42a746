"""What holds of a whole season on any platform; each platform's own test of it takes these for its own.

The fixture `season` is a season that has been played.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from urllib.parse import quote_plus

from tests.seasons.people import (
    BEST,
    COME_BACK,
    FAREWELL,
    GUEST,
    HOPE,
    NOTES,
    SENTENCES,
    SEVEN,
    THEIRS,
    TITLE,
    TO_CONVENER,
    TO_GROUP,
)
from tests.seasons.planned import planned
from tests.seasons.season import GROUP, Season, Seen
from tests.seasons.transcript import DAYS, transcript

ROUTINE = {
    "Ensi kerralla:": "pretask",
    "Muistutus:": "reminder",
    "Tapaaminen alkaa ": "soon",
    "Miltä tapaaminen tuntui?": "feedback",
    "Mitä sanoitte:": "results",
    "Millainen kausi oli?": "evaluation",
}
PLANNED = ROUTINE | {
    FAREWELL: "farewell",
    "Torstain piiri: ryhmän tiedot poistetaan": "deletion-soon",
    "Ryhmän kausi on päättynyt": "deletion",
}
"""How each kind of post that follows from the plan begins; the first of them count against what a group may get."""

IN_THE_GROUP = """
    telegram| ti 1.9. 9.00 Hei, olen Piiri
    ti 1.9. 9.00 Torstain piiri – Vahvistin
    to 10.9. 10.00 Ensi kerralla: Aloitus
    ma 14.9. 10.00 Muistutus: Aloitus
    ma 14.9. 10.02 Oiva tulee myöhässä (ti 15.9. klo 17): ”Juna tulee vasta puoli kuudelta, alkakaa ilman minua.”
    ti 15.9. 16.00 Tapaaminen alkaa ti 15.9. klo 17
    ti 15.9. 19.10 Miltä tapaaminen tuntui? Aloitus
    to 17.9. 10.00 Mitä sanoitte: Aloitus
    to 1.10. 10.00 Ensi kerralla: Jaksaminen ja palautuminen
    ma 5.10. 10.00 Muistutus: Jaksaminen ja palautuminen
    ti 6.10. 8.02 Taisto ei pääse tapaamiseen ti 6.10. klo 17.
    ti 6.10. 16.00 Tapaaminen alkaa ti 6.10. klo 17
    ti 6.10. 19.45 Miltä tapaaminen tuntui? Jaksaminen ja palautuminen
    to 8.10. 10.00 Mitä sanoitte: Jaksaminen ja palautuminen
    to 22.10. 10.00 Ensi kerralla: Minä tekijänä
    la 24.10. 13.00 Tapaaminen siirtyy
    la 24.10. 13.01 (edit) Torstain piiri – Vahvistin
    ti 27.10. 10.00 Muistutus: Minä tekijänä
    ke 28.10. 17.30 Tapaaminen alkaa ke 28.10. klo 18.30
    to 29.10. 10.00 Miltä tapaaminen tuntui? Minä tekijänä
    pe 30.10. 10.00 Mitä sanoitte: Minä tekijänä
    ma 2.11. 12.00 Milloin, jos ei ti 17.11. klo 17?
    ke 4.11. 10.00 Milloin, jos ei ti 17.11. klo 17?
    to 5.11. 18.00 Mitkä ajat käyvät
    to 5.11. 18.00 Tapaaminen pysyy siinä, missä se on: ti 17.11. klo 17.
    to 12.11. 10.00 Ensi kerralla: Oma työ ja aika
    telegram| ma 16.11. 10.00 Muistutus: Oma työ ja aika
    discord| ma 16.11. 11.30 Pääsin takaisin. Jatketaanko siitä, mihin jäätiin?
    discord| ma 16.11. 11.30 Ryhmä jatkaa.
    discord| ma 16.11. 11.30 Muistutus: Oma työ ja aika
    ti 17.11. 9.32 Salme ei pääse tapaamiseen ti 17.11. klo 17: ”Lapsi sairastui, lähetän terveisiä.”
    ti 17.11. 16.00 Tapaaminen alkaa ti 17.11. klo 17
    ti 17.11. 19.45 Miltä tapaaminen tuntui? Oma työ ja aika
    to 19.11. 10.00 Mitä sanoitte: Oma työ ja aika
    to 3.12. 10.00 Ensi kerralla: Osaaminen
    la 5.12. 12.00 Tapaaminen peruttu
    telegram| la 5.12. 12.01 Torstain piiri – Vahvistin
    discord| la 5.12. 12.01 (edit) Torstain piiri – Vahvistin
    to 24.12. 10.00 Ensi kerralla: Päätös
    ma 28.12. 10.00 Muistutus: Päätös
    ti 29.12. 16.00 Tapaaminen alkaa ti 29.12. klo 17
    ti 29.12. 19.45 Miltä tapaaminen tuntui? Päätös
    to 31.12. 10.00 Mitä sanoitte: Päätös
    pe 1.1. 10.00 Millainen kausi oli?
    ti 5.1. 10.00 Kausi on päättynyt
    telegram| ti 5.1. 10.00 Kausi on päättynyt
    telegram| ti 5.1. 10.00 (Torstain-piiri-raportti.html)
    telegram| ti 5.1. 10.00 (Torstain-piiri-raportti.pdf)
    ke 28.7. 10.00 Torstain piiri: ryhmän tiedot poistetaan viikon päästä
    ke 4.8. 10.00 Ryhmän kausi on päättynyt, ja kaikki, mitä siitä oli minulla tallessa, on nyt poistettu. Kiitos teille.
"""
TO_PEOPLE = """
    la 12.9. 10.00 Kaarina: Vetäjälle: Aloitus
    la 12.9. 12.05 Aino: Vetäjälle: Aloitus
    ti 15.9. 16.00 Aino: Muistiinpanosi: Aloitus
    telegram| ti 15.9. 16.00 Helmi: Muistiinpanosi: Aloitus
    ti 15.9. 19.25 Aino: Kuinka monta teitä oli paikalla tapaamisessa ti 15.9. klo 17? Nimiä en kysy.
    to 17.9. 10.00 Veikko: Tapaaminen ti 15.9. klo 17
    la 3.10. 10.00 Kaarina: Vetäjälle: Jaksaminen ja palautuminen
    ti 6.10. 8.00 Kaarina: Taisto ei pääse tapaamiseen ti 6.10. klo 17 ja kertoo sinulle
    ti 6.10. 16.00 Veikko: Muistiinpanosi: Jaksaminen ja palautuminen
    ti 6.10. 19.45 Kaarina: Pidettiinkö tapaaminen ti 6.10. klo 17?
    to 8.10. 10.00 Taisto: Tapaaminen ti 6.10. klo 17
    la 24.10. 10.00 Veikko: Vetäjälle: Minä tekijänä
    su 25.10. 10.00 Veikko: Vetäjälle: Minä tekijänä
    ke 28.10. 17.30 Salme: Muistiinpanosi: Minä tekijänä
    to 29.10. 10.00 Veikko: Pidettiinkö tapaaminen ke 28.10. klo 18.30?
    pe 13.11. 14.20 Kaarina: Helmi ei pääse tapaamiseen ti 17.11. klo 17 ja kertoo sinulle
    la 14.11. 10.00 Salme: Vetäjälle: Oma työ ja aika
    discord| la 14.11. 13.00 Kaarina: En voi nyt kirjoittaa ryhmän Torstain piiri keskusteluun
    discord| ma 16.11. 10.00 Kaarina: Kaikki ei mennyt perille ryhmässä Torstain piiri:
    ti 17.11. 9.30 Oiva: Vetäjälle: Oma työ ja aika
    ti 17.11. 19.45 Oiva: Pidettiinkö tapaaminen ti 17.11. klo 17?
    telegram| to 19.11. 10.00 Helmi: Tapaaminen ti 17.11. klo 17
    to 19.11. 10.00 Salme: Tapaaminen ti 17.11. klo 17
    la 5.12. 10.00 Salme: Vetäjälle: Osaaminen
    la 26.12. 10.00 Salme: Vetäjälle: Päätös
    ti 29.12. 19.45 Salme: Pidettiinkö tapaaminen ti 29.12. klo 17?
    ti 5.1. 10.01 Aino: Torstain piiri: oma muistosi
    telegram| ti 5.1. 10.01 Helmi: Torstain piiri: oma muistosi
    ti 5.1. 10.01 Kaarina: Torstain piiri: oma muistosi
    ti 5.1. 10.01 Oiva: Torstain piiri: oma muistosi
    ti 5.1. 10.01 Salme: Torstain piiri: oma muistosi
    ti 5.1. 10.01 Taisto: Torstain piiri: oma muistosi
    ti 5.1. 10.01 Veikko: Torstain piiri: oma muistosi
    to 21.1. 10.00 Aino: Torstain piiri: omat muistiinpanosi
    telegram| to 21.1. 10.00 Helmi: Torstain piiri: omat muistiinpanosi
    to 21.1. 10.00 Salme: Torstain piiri: omat muistiinpanosi
    to 21.1. 10.00 Veikko: Torstain piiri: omat muistiinpanosi
    ma 5.4. 10.00 Aino: Mitä jäi? Torstain piiri
    ma 5.4. 10.00 Kaarina: Mitä jäi? Torstain piiri
    ma 5.4. 10.00 Oiva: Mitä jäi? Torstain piiri
    ma 5.4. 10.00 Taisto: Mitä jäi? Torstain piiri
    ma 5.4. 10.00 Veikko: Mitä jäi? Torstain piiri
    ma 12.4. 10.00 Aino: Mitä jäi
    ma 12.4. 10.00 Kaarina: Mitä jäi
    ma 12.4. 10.00 Oiva: Mitä jäi
    ma 12.4. 10.00 Taisto: Mitä jäi
    ma 12.4. 10.00 Veikko: Mitä jäi
    ma 5.7. 10.00 Aino: Mitä jäi? Torstain piiri
    ma 5.7. 10.00 Kaarina: Mitä jäi? Torstain piiri
    ma 5.7. 10.00 Taisto: Mitä jäi? Torstain piiri
    ma 5.7. 10.00 Veikko: Mitä jäi? Torstain piiri
"""
"""What came to people on their own side without their having done anything just then."""

OWN_TIME = re.compile(r" \([^()]* 20\d\d klo [^()]*\)")
"""The same instant in the reader's own time, which their app adds where it can."""


class Promises:
    """Read against everything that anybody saw."""

    def test_the_group_gets_these_posts_at_these_hours_and_no_others(self, season: Season) -> None:
        found = [f"{stamp(seen)} {'(edit) ' * (seen.how == 'edit')}{headed(seen)}" for seen in season.posts()]
        assert [OWN_TIME.sub("", line) for line in found] == lines(season.meant(IN_THE_GROUP))

    def test_whatever_follows_from_the_plan_is_posted_when_the_plan_has_it_and_not_otherwise(
        self, season: Season
    ) -> None:
        """The plan's own rules, asked for just this season: a move, a cancellation and a meeting that ended early."""
        meant = [(kind, season.late.get((kind, due), due)) for kind, due in planned()]
        found = {(kind(seen, PLANNED), seen.at) for seen in season.posts() if kind(seen, PLANNED)}
        assert sorted(found, key=lambda post: post[1]) == meant

    def test_nobody_hears_anything_unasked_but_this(self, season: Season) -> None:
        found = [
            (seen.at, f"{stamp(seen)} {seen.place}: {re.split(': [”mT]', seen.heading)[0]}")
            for seen in season.unasked()
            if seen.heading
        ]
        assert [line for _, line in sorted(found)] == lines(season.meant(TO_PEOPLE))

    def test_files_come_to_their_reader_with_what_they_belong_to(self, season: Season) -> None:
        files = {(seen.place, seen.at.date()) for seen in season.log if seen.file and not seen.file.endswith(".ics")}
        written = {(seen.place, seen.at.date()) for seen in season.log if "luettavaksi ja tulostettavaksi" in seen.text}
        assert files == written
        assert files

    def test_a_meeting_has_at_most_five_routine_posts_in_their_order_one_a_day_and_two_on_its_own(
        self, season: Season
    ) -> None:
        routine = [(kind(seen), seen.at) for seen in season.posts() if kind(seen)]
        starts = [n for n, (what, _) in enumerate(routine) if what == "pretask"]
        assert len(starts) == 6
        order = [what for what in ROUTINE.values() if what != "evaluation"]
        for first, following in pairwise([*starts, len(routine)]):
            of_one = [what for what, _ in routine[first:following] if what != "evaluation"]
            assert of_one == order[: len(of_one)]
        assert [what for what, _ in routine].count("evaluation") == 1
        own_days = {at.date() for what, at in routine if what == "soon"}
        for day, count in Counter(at.date() for _, at in routine).items():
            assert count <= (2 if day in own_days else 1), day

    def test_nothing_routine_and_nothing_unasked_comes_between_21_and_8(self, season: Season) -> None:
        for seen in [*season.posts(), *season.unasked()]:
            assert 8 <= seen.at.hour < 21, (seen.at, seen.heading)

    def test_nothing_stands_twice(self, season: Season) -> None:
        """But for what a platform cannot know again after a crash, and that at most once more."""
        in_group = Counter((seen.text, seen.file) for seen in season.posts() if seen.how == "post")
        to_people = Counter((seen.place, seen.text, seen.file) for seen in season.unasked())
        assert [what for what, count in to_people.items() if count != 1] == []
        assert [text.partition("\n")[0] for (text, _), count in in_group.items() if count != 1] == season.repeated
        assert max(in_group.values()) == (2 if season.repeated else 1)

    def test_the_reminder_of_the_moved_meeting_is_at_its_new_time_and_not_at_the_old(self, season: Season) -> None:
        days = {seen.at.date() for seen in season.posts() if kind(seen)}
        assert not {date(2026, 10, 26)} & days
        assert not {date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 10)} & days, "the cancelled one has none"

    def test_what_is_private_stands_before_its_reader_alone(self, season: Season) -> None:
        for author, note in NOTES.items():
            assert season.places(note) == {author}
        for word in TO_CONVENER.values():
            assert season.places(word) == {"Kaarina"}
        for word in (*TO_GROUP.values(), COME_BACK):
            assert GROUP in season.places(word)
        assert season.places(HOPE) == {"Aino"}

    def test_words_about_the_season_are_read_by_nobody_before_the_farewell_and_then_without_a_name(
        self, season: Season
    ) -> None:
        shown = [seen for seen in season.log if seen.said and BEST in seen.text]
        assert {(seen.place, seen.heading) for seen in shown} == {(GROUP, FAREWELL)}
        assert not any(name in shown[0].text for name in SEVEN)

    def test_once_everything_is_deleted_nothing_of_it_lies_on_the_disk(self, season: Season) -> None:
        at_the_end = season.house.left[-season.house.last :]
        assert at_the_end
        for text in (TITLE, *SEVEN, "Kulttuuritalo"):
            assert not any(text.encode() in part for part in at_the_end), text

    def test_a_sentence_is_read_by_nobody_before_the_results_and_then_without_a_name(self, season: Season) -> None:
        for sentence in SENTENCES.values():
            shown = [seen for seen in season.log if seen.said and sentence in seen.text]
            assert [(seen.place, kind(seen)) for seen in shown] == [(GROUP, "results")]
            assert not any(name in shown[0].text.partition("Seuraava tapaaminen")[0] for name in SEVEN)

    def test_the_guest_is_left_alone(self, season: Season) -> None:
        said = [seen.heading.partition(".")[0] for seen in season.log if seen.place == GUEST and seen.said]
        assert said == ["Yksityisyys", "Tämä on ryhmän jäsenille"], "what she asked for, and why not"
        assert not season.places(GUEST)

    def test_nothing_that_they_wrote_is_in_the_log_or_lies_open_in_a_file(self, season: Season) -> None:
        printed, files = season.printed, b"".join(season.house.left)
        assert TITLE.encode() in files, "these are the right files"
        assert f"piiri.{season.platform}" in printed, "and this is the log"
        for text in THEIRS:
            for written in {text, json.dumps(text)[1:-1], quote_plus(text), *re.findall(r"[A-Za-z]{9,}", text)}:
                assert written not in printed
                assert written.encode() not in files
        for name in (*SEVEN, GUEST, *(value for key, value in season.house.settings.items() if key.endswith("TOKEN"))):
            assert name not in printed

    def test_the_season_can_be_read(self, season: Season) -> None:
        read = transcript(season.log)
        assert read.count("● RYHMÄ") > 30
        assert "○ Aino, " in read
        own = transcript(season.log, "Aino")
        assert "○ Aino, " in own
        assert "○ Veikko" not in own


def lines(block: str) -> list[str]:
    """The lines of a block, without the space around them."""
    return [line.strip() for line in block.strip().splitlines()]


def stamp(seen: Seen) -> str:
    return f"{DAYS[seen.at.weekday()]} {seen.at:%-d.%-m.} {seen.at:%-H.%M}"


def headed(seen: Seen) -> str:
    """What a post is known by: its heading, or where it is but a file the file's name."""
    return seen.heading or f"({seen.file})"


def kind(seen: Seen, kinds: Mapping[str, str] = ROUTINE) -> str:
    """Which of these it is; empty for what is none."""
    return next((name for start, name in kinds.items() if seen.how == "post" and seen.text.startswith(start)), "")
