"""Sealing: AES-256-GCM, every value bound to its place, every key wrapped by one that the master key gives."""

import base64
import logging
import os
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.store.secret_files import ErasureList, Ring

INSTANCE = "instance"
"""The key of what belongs to no group; it comes of the master key and is never destroyed."""

log = logging.getLogger(__name__)

_NONCE = 12
NOTHING = _NONCE + 16
"""Bytes that an empty text has once it is sealed: nonce and tag."""

_CHECK = b"piiri"
_CACHED = 4096
_GONE = 4096
"""More than are ever destroyed while one transaction lasts."""


class KeyGone(LookupError):
    """The key was destroyed or never made: nothing can be sealed with it any more."""


class Vault:
    """All keys of one store."""

    def __init__(self, master: bytes, key_file: Path) -> None:
        self.ring = Ring(key_file.with_name(key_file.name + ".ring"))
        self.erased = ErasureList(key_file.with_name(key_file.name + ".erased"))
        self._wrapping = AESGCM(_derive(master, b"wrapping"))
        self.instance = AESGCM(_derive(master, b"instance"))
        self._cache: OrderedDict[str, AESGCM] = OrderedDict()
        # Ids destroyed lately: a transaction that still saw the key must not bring it back into the cache.
        self._gone: dict[str, None] = {}

    def check_value(self) -> str:
        """A known text, sealed: what tells later whether a master key is the right one."""
        return base64.b64encode(_seal(self._wrapping, _CHECK, "check")).decode()

    def is_ours(self, check_value: str) -> bool:
        """Whether this check value was made with our master key; False of whatever is none."""
        try:
            return _open(self._wrapping, base64.b64decode(check_value), "check") == _CHECK
        except ValueError:
            return False

    def new_key(self, key_id: str) -> tuple[AESGCM, bytes]:
        """A random key, to use and wrapped to keep."""
        key = os.urandom(32)
        return AESGCM(key), _seal(self._wrapping, key, f"key:{key_id}")

    def unwrap(self, key_id: str, wrapped: bytes) -> AESGCM | None:
        """A kept key, from now on cached; None where it was not wrapped for this id by our master key."""
        if key_id in self._gone:
            return None
        unwrapped = _open(self._wrapping, wrapped, f"key:{key_id}")
        if unwrapped is None:
            log.warning("key %s is damaged: what it sealed cannot be read", key_id)
            return None
        key = AESGCM(unwrapped)
        self.remember(key_id, key)
        return key

    def cached(self, key_id: str) -> AESGCM | None:
        """The key, if it is at hand without reading anything."""
        if key_id == INSTANCE:
            return self.instance
        key = self._cache.get(key_id)
        if key is not None:
            self._cache.move_to_end(key_id)
        return key

    def remember(self, key_id: str, key: AESGCM) -> None:
        """Keep at hand, and let go of the one longest unused when there are many."""
        self._cache[key_id] = key
        if len(self._cache) > _CACHED:
            self._cache.popitem(last=False)

    def forget(self, key_ids: Iterable[str]) -> None:
        """These are destroyed: never at hand again."""
        for key_id in key_ids:
            self._gone[key_id] = None
            self._cache.pop(key_id, None)
        while len(self._gone) > _GONE:  # each round of feedback destroys some, for as long as we run
            del self._gone[next(iter(self._gone))]


def seal(key: AESGCM, content: bytes, *, table: str, row_id: object, column: str) -> bytes:
    """Nonce and ciphertext; it opens only in the same column of the same row."""
    return _seal(key, content, f"{table}:{row_id}:{column}")


def unseal(key: AESGCM, sealed: bytes, *, table: str, row_id: object, column: str) -> bytes | None:
    """What was sealed; None where it was not sealed with this key for this place."""
    content = _open(key, sealed, f"{table}:{row_id}:{column}")
    if content is None:
        log.warning("row %s of %s is damaged: its %s cannot be read", row_id, table, column)
    return content


def _seal(key: AESGCM, content: bytes, place: str) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + key.encrypt(nonce, content, place.encode())


def _open(key: AESGCM, sealed: bytes, place: str) -> bytes | None:
    try:
        return key.decrypt(sealed[:_NONCE], sealed[_NONCE:], place.encode())
    except (InvalidTag, ValueError):  # the latter for what is too short to be sealed at all
        return None


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"piiri " + purpose).derive(master)
