"""A programme as it is at a moment, in one piece that can be kept and read again when its files have changed."""

import hashlib
import zlib
from dataclasses import replace
from typing import Any

import msgspec

from bot.core.model import Edition
from bot.core.programme import Programme

MOST_BYTES = 16 * 1024 * 1024
"""What an edition may come to unpacked: far more than any pack, and a bound for what is read back."""


class _Kept(msgspec.Struct):
    """What an edition holds; the structure's fields that are newer than it have their defaults."""

    programme: Programme
    words: dict[str, dict[str, Any]]


def written(programme: Programme, words: dict[str, Any]) -> Edition:
    """The edition of a programme as its files have it. The same files always give the same one."""
    plain = msgspec.json.encode(_Kept(programme, words), order="deterministic")
    digest = hashlib.sha256(plain).hexdigest()[:16]
    return Edition(f"{programme.slug}@{digest}", zlib.compress(plain))


def read(edition: Edition) -> tuple[Programme, dict[str, Any]]:
    """The structure, named by the edition, and by language the words."""
    plain = zlib.decompressobj().decompress(edition.content, MOST_BYTES)
    kept = msgspec.json.decode(plain, type=_Kept)
    return replace(kept.programme, edition=edition.id), kept.words
