"""piiri content language: the files of a new language, begun from those of one that is there."""

import re
import shutil
from pathlib import Path

from babel.core import Locale, UnknownLocaleError

import bot
from bot.commands.output import say
from bot.content.language_file import spoken

HOUSE = Path(bot.__file__).parent


class LanguageProblem(Exception):
    """Why a language cannot be begun; its one line says what to do instead."""

    for_operator = True


def begin_language(code: str, *, like: str, house: Path = HOUSE) -> None:
    """Make every file that a language needs, with the texts of another to be translated; what is there stays."""
    locale = _locale(code)
    if like not in spoken():
        raise LanguageProblem(f"--like {like}: there is no such language; the languages are {', '.join(spoken())}")
    phrases = house / "content" / "phrases"
    if (phrases / code).exists():
        raise LanguageProblem(f"{phrases / code}: this language is there already; go on in its files")
    (phrases / code).mkdir()
    made = [_copied(path, phrases / code / path.name) for path in sorted((phrases / like).glob("*.ftl"))]
    made.append(phrases / code / "language.yaml")
    made[-1].write_text(_language_yaml(phrases / like / "language.yaml", locale), encoding="utf-8")
    voices = house / "rehearsal" / "voices"
    made += [_copied(path, path.with_name(f"{code}.yaml")) for path in sorted(voices.rglob(f"{like}.yaml"))]
    for path in sorted((house / "content").glob(f"*/**/{like}.yaml")):
        made.append(_copied(path, path.with_name(f"{code}.yaml")))
        text = path.read_text(encoding="utf-8")
        made[-1].write_text(re.sub(rf"(?m)^language: {like}$", f"language: {code}", text), encoding="utf-8")
    for path in made:
        say(str(path))
    name = locale.get_display_name("en")
    say(f"{len(made)} files in the words of “{like}” are ready to be translated into {name} ({code}).")


def _locale(code: str) -> Locale:
    try:
        return Locale.parse(code)
    except (ValueError, UnknownLocaleError):
        raise LanguageProblem(f"{code}: no language is known by this code; write one such as et or de") from None


def _copied(path: Path, to: Path) -> Path:
    shutil.copyfile(path, to)
    return to


def _language_yaml(like: Path, locale: Locale) -> str:
    """The other language's file, with days and months as the new one has them by the world's common data."""
    days, months = locale.days["format"], locale.months["format"]
    rows = {
        "weekdays": [_row(days["wide"][n], days["abbreviated"][n]) for n in range(7)],
        "each-weekday": [_row(days["wide"][n]) for n in range(7)],
        "months": [_row(months["wide"][n], months["abbreviated"][n]) for n in range(1, 13)],
    }
    text = re.sub(r"(?m)^locale: .*$", f"locale: {locale}", like.read_text(encoding="utf-8"))
    text = re.sub(r"(?m)^discord: .*$", "discord: []", text)
    text = re.sub(r"(?m)^mend-dates: .*\n", "", text)
    for name, lines in rows.items():
        listed = "".join(f"  - {line}\n" for line in lines)
        text = re.sub(rf"(?m)^{name}:(?: \[.*\]\n|\n(?:  - .*\n)+)", f"{name}:\n{listed}", text)
    return text


def _row(*words: str) -> str:
    """A line of words without doubles, in quotes for what YAML might take otherwise."""
    return '"' + ", ".join(dict.fromkeys(word.strip(".").replace(",", "") for word in words)) + '"'
