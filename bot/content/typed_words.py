"""The words and shapes people type dates, rhythms and lengths in: Finnish, English and Swedish."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final


def fold(text: str) -> str:
    """Give `text` in lower case and without diacritics, since many type without them."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _any_of(phrases: Iterable[str]) -> str:
    folded = {fold(phrase) for phrase in phrases}
    return "(?:" + "|".join(re.escape(phrase) for phrase in sorted(folded, key=len, reverse=True)) + ")"


def _word(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any_of(phrases)}(?!\w)")


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

HALVES: Final = {
    **_one_meaning({"am": "aamulla aamupäivällä bitti ap", "pm": "päivällä iltapäivällä illalla iltana ip"}),
    **_one_meaning({"am": "morning", "pm": "afternoon evening"}),
    **_one_meaning({"am": "morgon morgonen förmiddag förmiddagen fm"}),
    **_one_meaning({"pm": "eftermiddag eftermiddagen kväll kvällen em"}),
}
"""Words that say which half of the day an hour belongs to."""

FILLERS: Final = frozenset(
    fold(word)
    for words in (
        "klo kello tänä tulevana",
        "at on in the of this coming",
        "kl klockan på den i nu kommande",
    )
    for word in words.split()
)
"""Words that may stand in a date and change nothing."""

UNTIL: Final = re.compile(r"\b(?:asti|saakka|mennessä|until|till|by|fram till|t\.? ?o\.? ?m\b\.?)")
"""Words around a day that something lasts to, and that change nothing of the day."""

TURNS: Final = frozenset(
    fold(word)
    for words in (
        "ja tai asti puoli yli vaille vartti keskiyöllä",
        "and or from after before by until half past quarter midnight",
        "och eller till halv över kvart midnatt",
    )
    for word in words.split()
)
"""Words that turn what stands beside them into something else: a date with one of them is not read."""

# -- Shapes of a time of day: groups h, m and half (the first letter of am, pm, fm, em) --

PUNCTUATION: Final = " .,;:()'!?-"
"""Marks that may stand between the parts of a date, ready for a character class."""

_LEFT, _RIGHT = r"(?<![\w:/+-])(?<!\d\.)", r"(?![\w:/+-])(?![.,]\d)"
_HALF_MARK = r"(?:\s?(?P<half>[apfe])\.?m\b\.?)"
_HOUR = r"(?P<h>\d{1,2})"
_SPOKEN_FIRST = r"(?:(?<!\w)(?:klo|kello|klockan|kl|at)\.?|@)\s*"
_BARE_CLOCK = rf"{_HOUR}(?:\.(?P<m>\d\d))?(?P<half>)(?P<stop>\.?)"

CLOCKS: Final = [
    re.compile(rf"{_SPOKEN_FIRST}{_HOUR}(?:[.:](?P<m>\d\d)(?::00)?)?{_HALF_MARK}?{_RIGHT}"),
    re.compile(rf"{_LEFT}{_HOUR}:(?P<m>\d\d)(?::00)?{_HALF_MARK}?{_RIGHT}"),
    re.compile(rf"{_LEFT}{_HOUR}(?:\.(?P<m>\d\d))?{_HALF_MARK}{_RIGHT}"),
]
"""Shapes that can be nothing but a time of day; "17.10" alone could be a date as well."""

BARE_HOUR: Final = re.compile(rf"{_LEFT}(?<!the )(?<!den ){_BARE_CLOCK}{_RIGHT}")
"""An hour without a word that says so; after an article it would be a day of the month."""

# Midnight is missing, since nobody agrees which day it belongs to.
_NOONS = ["keskipäivällä", "puoliltapäivin", "noon", "midday", "mitt på dagen"]
NOON: Final = re.compile(rf"(?<!\w)(?:12 )?{_any_of(_NOONS)}(?!\w)")
"""Phrases for twelve o'clock in the day."""

HALF: Final = _word(*HALVES)
"""Any of HALVES."""

# -- Shapes of a day --

TONIGHT: Final = _word("tänä iltana", "tonight", "i kväll", "ikväll")
"""Phrases for the evening of today."""

AHEAD: Final = _word(*DAYS_AHEAD)
"""Any of DAYS_AHEAD."""

WEEKDAY: Final = _word(*WEEKDAYS)
"""Any of WEEKDAYS."""

_NEXT = [fold(word) for word in ("ensi", "seuraava", "seuraavana", "next", "nästa", "nästkommande")]
NEXT: Final = _word(*_NEXT)
"""Words that put a weekday strictly after today."""

NEXT_WEEK: Final = _word(
    *("ensi viikon", "ensi viikolla", "seuraavan viikon", "seuraavalla viikolla"),
    *("next week's", "next week", "nästa veckas", "nästa vecka"),
)
"""Phrases for the week after this one."""

VOCABULARY: Final = frozenset({*WEEKDAYS, *MONTHS, *HALVES, *FILLERS, *_NEXT})
"""All single words that the grammar of dates knows."""

_D, _M = r"(?P<d>0?[1-9]|[12]\d|3[01])", r"(?P<m>0?[1-9]|1[0-2])"
_NAME = rf"(?P<m>{_any_of(MONTHS)})\.?"
_NAMED_YEAR = r"(?:,?\s?(?P<y>(?:19|20)\d\d))?"
# A year may stand apart only with four digits: in "15.9. 17" the 17 is an hour.
_DOTTED_YEAR = r"(?:(?:\.(?=\d)|\.?\s(?=(?:19|20)\d\d))(?P<y>\d{4}|\d\d))?\.?"

MONTH_OR_DAY_FIRST: Final = [
    re.compile(rf"{_LEFT}(?P<d>\d\d?)/(?P<m>\d\d?)(?:/(?P<y>\d{{4}}|\d\d))?{_RIGHT}"),
    re.compile(rf"{_LEFT}(?P<d>\d\d?)-(?P<m>\d\d?)-(?P<y>\d{{4}}){_RIGHT}"),
]
"""Shapes of a date in which English has the month first as often as the day."""

DATES: Final = [
    re.compile(rf"{_LEFT}(?P<y>\d{{4}})([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?){_RIGHT}"),
    re.compile(rf"{_LEFT}{_D}(?:\.|:e|st|nd|rd|th)?\s?(?:of |paiva |paivana )?{_NAME}{_NAMED_YEAR}{_RIGHT}"),
    re.compile(rf"{_LEFT}{_NAME}\s?{_D}(?:\.|st|nd|rd|th)?(?: paiva| paivana)?{_NAMED_YEAR}{_RIGHT}"),
    re.compile(rf"{_LEFT}{_D}\.\s?{_M}{_DOTTED_YEAR}{_RIGHT}"),
    *MONTH_OR_DAY_FIRST,
]
"""Shapes of a date, surest first: groups d, m (a number or one of MONTHS) and y (two or four digits)."""

# -- Rhythms --

ANY_WEEKDAYS: Final = {**WEEKDAYS, **REPEATED_WEEKDAYS}
"""WEEKDAYS and REPEATED_WEEKDAYS together."""

ANY_WEEKDAY: Final = _word(*ANY_WEEKDAYS)
"""Any of ANY_WEEKDAYS."""

_CARDINALS: Final = _numbered(
    [
        "one yksi yhden yhdessä en ett",
        "two kaksi kahden kahdessa två",
        "three kolme kolmen kolmessa tre",
        "four neljä neljän neljässä fyra",
        "five viisi viiden viidessä fem",
        "six kuusi kuuden kuudessa sex",
    ],
    first=1,
)
_ORDINALS: Final = _numbered(
    [
        "second other toinen andra",
        "third kolmas tredje",
        "fourth neljäs fjärde",
        "fifth viides femte",
        "sixth kuudes sjätte",
    ],
    first=2,
)

RHYTHM_WORDS: Final = {
    **{word: str(number) for word, number in _CARDINALS.items()},
    **{word: f"{number} th" for word, number in _ORDINALS.items()},
    **_one_meaning(
        {
            "every": "every each joka varje var vart",
            "every 2 th": "varannan vartannat",
            "every week": "weekly viikoittain veckovis",
            "every 2 week": "fortnightly",
            "2 week": "fortnight",
            "every month": "monthly kuukausittain månadsvis månatligen",
            "week": "w wk wks week weeks v vk vko viikko viikkoa viikon vecka veckor",
            "month": "m mo kk month months kuukausi kuukautta kuukauden kuu mån månad månader",
            "in week": "viikossa veckan",
            "in month": "kuussa kuukaudessa månaden",
            "apart": "välein",
            "": "at on på",
        }
    ),
}
"""What each word of a rhythm comes to."""

ONCE: Final = _word("once a", "once per", "once in", "once", "kerran", "en gång i", "en gång")
"""Phrases for one time in each."""

ORDER_SUFFIX: Final = re.compile(r"(?<=\d)(?:(?::e|:s|st|nd|rd|th)(?!\w)|\.(?=\s*[^\W\d]))")
"""What makes a number an order number: "3:e", "3rd", "3. viikko"."""

# "#" stands where a weekday was taken out.
HOUR_AFTER_WEEKDAY: Final = re.compile(rf"(?<=#)\W+{_BARE_CLOCK}\s*$")
"""A bare hour at the end, right after the weekday."""

RHYTHM: Final = re.compile(
    r"(?:# )?(?P<every>every )?(?:(?P<count>\d{1,3})(?P<order> th)? )?"
    r"(?:(?P<inside>in )?(?P<unit>week|month)(?: apart)?(?: #)?|(?P<on>#))"
)
"""The shape of a rhythm once its words are exchanged."""

# -- Lengths --

LENGTH_WORDS: Final = {
    **{word: str(number) for word, number in _CARDINALS.items()},
    **_one_meaning(
        {
            "h": "h hr hrs hour hours t tunti tuntia tim timme timmar",
            "min": "m min mins minute minutes minuutti minuuttia minut minuter",
            "and": "and ja och",
            "half": "half puoli halv",
            "half h": "halvtimme",
            "1,5": "puolitoista",
            "1": "a an",
        }
    ),
}
"""What each word of a length comes to."""

ONE_HOUR: Final = re.compile(r"^(?=(?:tunti|hour|timme)\b)")
"""The place where a length says one hour without the one."""

LENGTHS: Final = [
    re.compile(shape)
    for shape in (
        r"(?P<h>\d{1,3}) h(?: (?:and )?(?P<m>[0-5]?\d)(?: min)?)?",
        # Other pairs of decimals might be minutes: "2.30 h".
        r"(?P<h>\d{1,3}[.,](?:\d|25|75)) h",
        r"(?P<h>\d{1,2}):(?P<m>[0-5]\d)(?: h)?",
        r"(?P<m>\d{1,4}) min",
        r"(?P<h>\d{1,2}) h and (?:1 )?(?P<half>half)",
        r"(?P<h>\d{1,2}) and (?:1 )?(?P<half>half) h",
        r"(?:1 )?(?P<half>half) (?:1 )?h",
        # Bare numbers: up to twelve they are hours, from fifteen on minutes, between them nobody knows.
        r"(?P<h>0?\d|1[0-2]|\d[.,]\d)",
        r"(?P<m>1[5-9]|[2-9]\d|\d{3,4})",
    )
]
"""Shapes of a length once its words are exchanged: groups h, m and half, where they are said."""
