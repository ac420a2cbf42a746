"""The words people type for dates, rhythms and lengths, in Finnish, English and Swedish."""

import unicodedata
from collections.abc import Iterable
from typing import Final


def fold(text: str) -> str:
    """Give `text` in lower case and without diacritics, since many type without them."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _numbered(rows: Iterable[str], first: int) -> dict[str, int]:
    return {fold(word): number for number, row in enumerate(rows, first) for word in row.split()}


def _one_meaning(table: dict[str, str]) -> dict[str, str]:
    return {fold(word): meaning for meaning, words in table.items() for word in words.split()}


# Swedish "on" (onsdag) is left out: in English it is no weekday.
WEEKDAYS: Final = _numbered(
    [
        "ma maanantai maanantaina mon monday mån måndag måndagen",
        "ti tiistai tiistaina tu tue tues tuesday tis tisdag tisdagen",
        "ke keskiviikko keskiviikkona wed weds wednesday ons onsdag onsdagen",
        "to torstai torstaina thu thur thurs thursday tor tors torsdag torsdagen",
        "pe perjantai perjantaina fri friday fre fredag fredagen",
        "la lauantai lauantaina sat saturday lör lördag lördagen",
        "su sunnuntai sunnuntaina sun sunday sön söndag söndagen",
    ],
    first=0,
)
"""Words for one day of the week, 0 = Monday."""

REPEATED_WEEKDAYS: Final = _numbered(
    [
        "maanantaisin mondays måndagar måndagarna",
        "tiistaisin tuesdays tisdagar tisdagarna",
        "keskiviikkoisin wednesdays onsdagar onsdagarna",
        "torstaisin thursdays torsdagar torsdagarna",
        "perjantaisin fridays fredagar fredagarna",
        "lauantaisin saturdays lördagar lördagarna",
        "sunnuntaisin sundays söndagar söndagarna",
    ],
    first=0,
)
"""Words for a weekday that comes round again and again, 0 = Monday."""

MONTHS: Final = _numbered(
    [
        "tammi tammikuu tammikuuta tammikuun jan january januari",
        "helmi helmikuu helmikuuta helmikuun feb february februari",
        "maalis maaliskuu maaliskuuta maaliskuun mar march mars",
        "huhti huhtikuu huhtikuuta huhtikuun apr april",
        "touko toukokuu toukokuuta toukokuun may maj",
        "kesä kesäkuu kesäkuuta kesäkuun jun june juni",
        "heinä heinäkuu heinäkuuta heinäkuun jul july juli",
        "elo elokuu elokuuta elokuun aug august augusti",
        "syys syyskuu syyskuuta syyskuun sep sept september",
        "loka lokakuu lokakuuta lokakuun oct okt october oktober",
        "marras marraskuu marraskuuta marraskuun nov november",
        "joulu joulukuu joulukuuta joulukuun dec december",
    ],
    first=1,
)
"""Words for the months, 1 = January."""

DAYS_AHEAD: Final = {
    fold(phrase): days
    for days, phrases in enumerate(
        [
            ["tänään", "today", "idag", "i dag"],
            ["huomenna", "tomorrow", "imorgon", "i morgon"],
            ["ylihuomenna", "day after tomorrow", "övermorgon", "i övermorgon", "iövermorgon"],
        ]
    )
    for phrase in phrases
}
"""Phrases that count days from today."""

NOON: Final = [fold(phrase) for phrase in ["noon", "midday", "keskipäivällä", "puoliltapäivin", "klockan tolv"]]
"""Phrases for twelve o'clock in the day; midnight is missing since nobody agrees which day it belongs to."""

NEXT_WEEK: Final = [
    fold(f"{coming} {week}")
    for comings, weeks in [
        ("ensi seuraavan seuraavalla", "viikon viikolla"),
        ("next", "week's week"),
        ("nästa", "veckas vecka"),
    ]
    for coming in comings.split()
    for week in weeks.split()
]
"""Phrases for the week after this one."""

NEXT: Final = [fold(word) for word in "ensi seuraava seuraavana next nästa nästkommande".split()]
"""Words that put a weekday strictly after today."""

HALVES: Final = _one_meaning(
    {
        "am": "aamulla aamupäivällä morning morgonen förmiddagen fm ap",
        "pm": "päivällä iltapäivällä illalla iltana afternoon evening eftermiddagen kväll kvällen em ip",
    }
)
"""Words that say which half of the day an hour belongs to."""

FILLERS: Final = frozenset(
    fold(word) for word in "klo kello kl klockan at on in the of på den i nu this tänä ja and och".split()
)
"""Words that may stand in a date or a rhythm and change nothing."""

COUNTS: Final = _numbered(
    [
        "one first yksi yhden yhdessä en ett första",
        "two second other kaksi kahden kahdessa toinen två andra",
        "three third kolme kolmen kolmessa kolmas tre tredje",
        "four fourth neljä neljän neljässä neljäs fyra fjärde",
        "five fifth viisi viiden viidessä viides fem femte",
        "six sixth kuusi kuuden kuudessa kuudes sex sjätte",
    ],
    first=1,
)
"""Number words from one to six, counting and ordering alike."""

RHYTHM: Final = _one_meaning(
    {
        "every": "every each joka varje var vart",
        "every 2": "varannan vartannat",
        "every week": "weekly viikoittain veckovis",
        "every 2 week": "fortnightly",
        "2 week": "fortnight",
        "every month": "monthly kuukausittain månadsvis månatligen",
        "week": "w wk wks week weeks v vk vko viikko viikkoa viikon vecka veckor",
        "month": "m mo kk month months kuukausi kuukautta kuukauden kuu mån månad månader",
        # These ask for a word like "once" before them: "two a month" is no rhythm of ours.
        "in-week": "viikossa veckan",
        "in-month": "kuussa kuukaudessa månaden",
        "apart": "välein",
        "": "at on på",
    }
)
"""What a word of a rhythm comes to."""

ONCE: Final = [fold(phrase) for phrase in ["once a", "once per", "once in", "once", "kerran", "en gång i", "en gång"]]
"""Phrases that say "one time in each", longest first."""

LENGTH: Final = _one_meaning(
    {
        "h": "h hr hrs hour hours t tunti tuntia tim timme timmar",
        "min": "m min mins minute minutes minuutti minuuttia minut minuter",
        "and": "and ja och",
        "half": "half puoli halv",
        "half h": "halvtimme",
        "1,5": "puolitoista",
        "1": "a an",
    }
)
"""What a word of a length comes to."""
