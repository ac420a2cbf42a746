"""The canaries: what nobody but their readers may ever come across."""

import base64
import re

NAMES = ("Kaarinalintunen", "Ainolintunen", "Veikkolintunen", "Salmelintunen", "Oivalintunen")
"""People's names stand in the database as they are, and in no log."""

_PRIVATE = "PIILOLINTU"


def private(what: str) -> str:
    """A text that somebody writes for few or none."""
    return f"{_PRIVATE} {what} yöllä"


def forms_of(words: str) -> set[bytes]:
    """Words as they may stand in a file: plain, escaped, and in base64 at any of its three offsets."""
    plain = words.encode()
    found = {plain, words.encode("utf-16-le")}
    for offset in range(3):
        coded = base64.b64encode(b"\0" * offset + plain)
        found.add(coded[4 if offset else 0 : -4])
    return found


PRIVATE = re.compile(b"|".join(re.escape(form) for form in sorted(forms_of(_PRIVATE))), re.IGNORECASE)
"""Any private text."""

ANY = re.compile(PRIVATE.pattern + b"|lintunen|" + "yöllä".encode(), re.IGNORECASE)
"""Any private text or anybody's name."""
