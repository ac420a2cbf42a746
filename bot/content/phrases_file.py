"""The bot's own words: Fluent files, one folder a language, with plurals by CLDR and dates by Babel."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_datetime, format_time
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from bot.content.language_file import FOLDER, language_file


@lru_cache
def _bundle(language: str) -> FluentBundle:
    # Isolation marks go only around names that need them (see isolated): most messages stay plain text.
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


@lru_cache
def command_words(language: str) -> dict[str, str]:
    """Each use's word in a language, read from their own small file: a command may come in any language."""
    text = (FOLDER / language / "commands.ftl").read_text(encoding="utf-8")
    bundle = FluentBundle([language])
    bundle.add_resource(FluentResource(text))
    ids = [phrase_id for phrase_id in bundle._messages if phrase_id.startswith("command-")]
    return {phrase_id.removeprefix("command-"): _plain(bundle, phrase_id) for phrase_id in ids}


def _plain(bundle: FluentBundle, phrase_id: str) -> str:
    pattern = bundle.get_message(phrase_id).value
    if pattern is None:
        raise LookupError(f"the phrase {phrase_id} has no text")
    return str(bundle.format_pattern(pattern)[0])


def phrase_ids(language: str) -> frozenset[str]:
    """The ids of all phrases in a language."""
    return frozenset(_bundle(language)._messages)


def phrase(phrase_id: str, language: str, values: Mapping[str, Any]) -> str:
    """A phrase in words. A phrase or value that is missing is an error, never a blank."""
    if not values:
        return _fixed(phrase_id, language)
    return _said(phrase_id, language, {name: _value(value, language) for name, value in values.items()})


@lru_cache(maxsize=1024)
def _fixed(phrase_id: str, language: str) -> str:
    return _said(phrase_id, language, {})


def _said(phrase_id: str, language: str, values: dict[str, str | int]) -> str:
    bundle = _bundle(language)
    message = bundle.get_message(phrase_id)
    if message.value is None:
        raise LookupError(f"the phrase {phrase_id} has no text in {language}")
    text, errors = bundle.format_pattern(message.value, values)
    if errors:
        raise LookupError(f"the phrase {phrase_id} in {language}: {errors[0]!r}")
    return str(text)


def locale_of(language: str) -> str:
    """Babel's locale: English is British here, with no comma before the last name of a list."""
    return language_file(language).locale


def _value(value: Any, language: str) -> str | int:
    if isinstance(value, bool | int):
        return value
    if isinstance(value, date | time):
        # Aware ones are not kept: two can be equal and be written differently.
        return _local(value, language) if getattr(value, "tzinfo", None) is None else _moment(value, language)
    if isinstance(value, list | tuple):
        return format_list([isolated(str(item)) for item in value], locale=locale_of(language))
    return isolated(str(value))


def _moment(value: date | time, language: str) -> str:
    """A local date, time or both, as the language writes it."""
    if isinstance(value, datetime):
        pattern = "pattern-when" if value.minute else "pattern-when-full-hour"
        return format_datetime(value, phrase(pattern, language, {}), locale=locale_of(language))
    if isinstance(value, date):
        date_ = format_date(value, phrase("pattern-date", language, {}), locale=locale_of(language))
        for wrong, right in language_file(language).mend_dates.items():
            date_ = date_.replace(wrong, right)
        return date_
    return format_time(value, phrase("pattern-time", language, {}), locale=locale_of(language))


# A thousand groups meet at the same few hours.
_local = lru_cache(maxsize=1024)(_moment)


# Below Hebrew no letter runs from right to left, nor does common punctuation.
_LEFT_TO_RIGHT = re.compile("[\u0000-\u058f\u2010-\u2027]*")


def isolated(text: str) -> str:
    """Text with right-to-left letters kept from turning its neighbours round."""
    if _LEFT_TO_RIGHT.fullmatch(text):
        return text
    if any(unicodedata.bidirectional(c) in {"R", "AL", "RLE", "RLO", "RLI"} for c in text):
        return f"\u2068{text}\u2069"
    return text
