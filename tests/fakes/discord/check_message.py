"""Makes a message of what a request brings, or says what is wrong with it."""

import mimetypes
from typing import Any, NamedTuple

from tests.fakes.discord.check import hold, one_of
from tests.fakes.discord.check_components import in_message
from tests.fakes.discord.errors import Refused, Wrongs
from tests.fakes.discord.posting import Draft
from tests.fakes.discord.rules import (
    ANSWER_FLAGS,
    EMBED_CHARACTERS,
    EPHEMERAL,
    FILE_BYTES,
    FILES,
    LAID_OUT_FLAG,
    MENTIONS,
    MESSAGE_FLAGS,
    NONCE,
)
from tests.fakes.discord.state import State
from tests.fakes.discord.world import File, Message

Fields = dict[str, Any]


class Upload(NamedTuple):
    """A file that came with a request, under its number."""

    name: str
    data: bytes
    kind: str


def draft(
    state: State, body: Fields, files: dict[int, Upload], form: str = "message", *, limit: int = FILE_BYTES
) -> Draft:
    """A new message; raises `Refused`.

    `form` is "message" for one that the bot sends, "answer" for one in an interaction, which may be ephemeral.
    """
    wrong = Wrongs()
    flags = _formed(body, form, wrong)
    nonce = body.get("nonce")
    if form == "message" and nonce is not None:
        _nonce(nonce, wrong)
    wrong.refuse()
    _together(body, files, limit)
    made = Draft(
        content=str(body.get("content") or "").strip(),
        components=numbered(body.get("components") or []),
        embeds=[{"type": "rich", **each} for each in body.get("embeds") or []],
        files=_files(state, body, files, {}),
        flags=flags,
        mentions=body.get("allowed_mentions"),
        nonce=nonce if form == "message" else None,
        reply_to=_reply(body),
    )
    if not (
        made.content or made.embeds or made.files or made.components or body.get("sticker_ids") or body.get("poll")
    ):
        raise Refused(400, 50006, "Cannot send an empty message", broken=True)
    return made


def changes(state: State, body: Fields, files: dict[int, Upload], message: Message, form: str = "edit") -> Fields:
    """What an edit makes of a message: attribute → value; raises `Refused`."""
    wrong = Wrongs()
    flags = _formed(body, form, wrong, laid_out=bool(message.flags & LAID_OUT_FLAG))
    wrong.refuse()
    _together(body, files, FILE_BYTES)
    made: Fields = {}
    if "content" in body:
        made["content"] = str(body["content"] or "").strip()
    if "embeds" in body:
        made["embeds"] = [{"type": "rich", **each} for each in body["embeds"] or []]
    if "components" in body:
        made["components"] = numbered(body["components"] or [])
    if "flags" in body:
        kept = message.flags & ~MESSAGE_FLAGS | message.flags & LAID_OUT_FLAG
        made["flags"] = kept | flags & MESSAGE_FLAGS
    if files or "attachments" in body:
        standing = {each.id: each for each in message.files}
        made["files"] = _files(state, body, files, standing)
        if "attachments" not in body:
            made["files"] = [*message.files, *made["files"]]
    after = [made.get(name, getattr(message, name)) for name in ("content", "embeds", "components", "files")]
    if not any(after):
        raise Refused(400, 50006, "Cannot send an empty message", broken=True)
    return made


def _formed(body: Fields, form: str, wrong: Wrongs, *, laid_out: bool = False) -> int:
    """Holds what every kind of message shares; the flags that it has."""
    hold(form, body, (), wrong)
    given = body.get("flags")
    flags = given if isinstance(given, int) and not isinstance(given, bool) else 0
    may = ANSWER_FLAGS if form in {"answer", "answer edit"} else MESSAGE_FLAGS
    if flags & EPHEMERAL and not may & EPHEMERAL:
        wrong.add(("flags",), "MESSAGE_FLAGS_INVALID", "Only an answer to an interaction can be ephemeral.")
    laid_out = laid_out or bool(flags & LAID_OUT_FLAG)
    in_message(body.get("components"), laid_out, wrong)
    if laid_out:
        for name in ("content", "embeds"):
            if body.get(name):
                wrong.add(
                    (name,), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
                )  # fmt: skip
    _embeds(body.get("embeds"), wrong)
    _mentions(body.get("allowed_mentions"), wrong)
    for number, each in enumerate(body.get("attachments") or []):
        hold("attachment", each, ("attachments", number), wrong)
    return flags & may


def _nonce(nonce: Any, wrong: Wrongs) -> None:
    if isinstance(nonce, bool) or not isinstance(nonce, str | int):
        wrong.add(("nonce",), "NONCE_TYPE_COERCE", "Nonce must be a string or an integer.")
    elif len(str(nonce)) > NONCE:
        wrong.add(("nonce",), "NONCE_TYPE_TOO_LONG", f"Nonce must be {NONCE} or fewer characters long.")


def _embeds(embeds: Any, wrong: Wrongs) -> None:
    letters = 0
    for number, each in enumerate(embeds if isinstance(embeds, list) else []):
        at = ("embeds", number)
        if not hold("embed", each, at, wrong):
            continue
        letters += len(each.get("title") or "") + len(each.get("description") or "")
        for place, field in enumerate(each.get("fields") or []):
            if hold("embed field", field, (*at, "fields", place), wrong):
                letters += len(field["name"]) + len(field["value"])
        for name, form, inner in (("footer", "embed footer", "text"), ("author", "embed author", "name")):
            if each.get(name) is not None and hold(form, each[name], (*at, name), wrong):
                letters += len(each[name].get(inner) or "")
    if letters > EMBED_CHARACTERS:
        wrong.add(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {EMBED_CHARACTERS}")


def _mentions(mentions: Any, wrong: Wrongs) -> None:
    if not isinstance(mentions, dict):
        return
    at = ("allowed_mentions",)
    hold("mentions", mentions, at, wrong)
    parse = mentions.get("parse") or []
    for number, each in enumerate(parse if isinstance(parse, list) else []):
        one_of(each, MENTIONS, (*at, "parse", number), wrong)
    for name in ("users", "roles"):
        if mentions.get(name) and name in parse:
            wrong.add(
                at,
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{name}"] and {name}: [ids...] are mutually exclusive.',
            )


def _together(body: Fields, files: dict[int, Upload], limit: int) -> None:
    if len(files) > FILES:
        raise Refused(400, 30015, f"Maximum number of attachments in a message reached ({FILES})", broken=True)
    if any(len(each.data) > limit for each in files.values()):
        raise Refused(413, 40005, "Request entity too large", broken=True)


def _files(state: State, body: Fields, files: dict[int, Upload], standing: dict[int, File]) -> list[File]:
    """The files of a message: those that stood and stay, and those that came."""
    described = body.get("attachments")
    if described is None:
        described = [{"id": number} for number in sorted(files)]
    found = []
    for number, each in enumerate(described):
        identity = int(each["id"])
        if identity in standing:
            found.append(standing[identity])
        elif identity in files:
            came = files[identity]
            name = (each.get("filename") or came.name).replace(" ", "_")
            kind = mimetypes.guess_type(name)[0] or came.kind
            if kind.startswith("text/"):
                kind += "; charset=utf-8"
            found.append(File(state.clock.snowflake(), name, came.data, kind, each.get("description")))
        else:
            wrong = Wrongs()
            wrong.add(
                ("attachments", number, "id"), "ATTACHMENT_NOT_FOUND", f"Attachment data for id {identity} not found"
            )
            wrong.refuse()
    return found


def _reply(body: Fields) -> int | None:
    reference = body.get("message_reference") or {}
    return int(reference["message_id"]) if reference.get("message_id") else None


def numbered(components: list[Fields]) -> list[Fields]:
    """Components as they come back: each with a number of its own."""
    counter = 0

    def number(each: Fields) -> Fields:
        nonlocal counter
        counter += 1
        made = {name: value for name, value in each.items() if value is not None}
        made["id"] = each.get("id") or counter
        if "components" in made:
            made["components"] = [number(inner) for inner in made["components"]]
        for name in ("accessory", "component"):
            if name in made:
                made[name] = number(made[name])
        return made

    return [number(each) for each in components]
