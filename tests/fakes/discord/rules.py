"""What fits into each field: Discord's limits as one table, by the API's version 10.

One word for a field: `text`, `number`, `list`, `bool`, `object`, `id` or `any`, then how little and how much fits in
(`1..100`), with `!` at its end when the field is required. A test holds the table against Discord's own description;
where we hold the bot to less than that, `STRICTER` says why.
"""

import re
from typing import Any, NamedTuple

# The standard library's own knows no scripts.
import regex


class Rule(NamedTuple):
    """What one field takes; None is no limit."""

    kind: str
    least: int | None = None
    most: int | None = None
    required: bool = False


def _rule(words: str) -> Rule:
    kind, _, span = words.rstrip("!").partition(" ")
    least, _, most = span.partition("..")
    return Rule(kind, int(least) if least else None, int(most) if most else None, words.endswith("!"))


def _table(fields: dict[str, str]) -> dict[str, Rule]:
    return {name: _rule(words) for name, words in fields.items()}


_TEXT_FIELDS = {"content": "text ..2000", "embeds": "list ..10", "components": "list ..40", "flags": "number"}
_CHOICES = {"custom_id": "text 1..100!", "placeholder": "text ..150", "min_values": "number 0..25", "max_values": "number 1..25", "disabled": "bool"}  # fmt: skip
_COMMAND = {"name": "text 1..32!", "name_localizations": "object", "description_localizations": "object"}
_OPTION = {**_COMMAND, "description": "text 1..100!", "required": "bool"}
_NUMBERS = {**_OPTION, "autocomplete": "bool", "choices": "list ..25"}
_THREAD = {"name": "text 1..100!", "rate_limit_per_user": "number 0..21600"}
_EVENT = {"name": "text 1..100!", "description": "text ..1000", "scheduled_start_time": "text!", "scheduled_end_time": "text", "channel_id": "id", "recurrence_rule": "object", "image": "text"}  # fmt: skip

FORMS: dict[str, dict[str, Rule]] = {
    name: _table(fields)
    for name, fields in {
        "message": {**_TEXT_FIELDS, "attachments": "list ..10", "sticker_ids": "list ..3", "tts": "bool", "enforce_nonce": "bool", "allowed_mentions": "object", "message_reference": "object"},
        "edit": {**_TEXT_FIELDS, "attachments": "list ..10", "allowed_mentions": "object"},
        "answer": {**_TEXT_FIELDS, "attachments": "list ..10", "allowed_mentions": "object", "tts": "bool"},
        "answer edit": {**_TEXT_FIELDS, "attachments": "list ..10", "allowed_mentions": "object"},
        "attachment": {"id": "id!", "filename": "text 1..1024", "description": "text ..1024"},
        "mentions": {"parse": "list ..1521", "users": "list ..100", "roles": "list ..100", "replied_user": "bool"},
        "embed": {"title": "text ..256", "description": "text ..4096", "url": "text ..2048", "color": "number 0..16777215", "fields": "list ..25", "footer": "object", "author": "object"},
        "embed field": {"name": "text 1..256!", "value": "text 1..1024!", "inline": "bool"},
        "embed footer": {"text": "text ..2048"},
        "embed author": {"name": "text ..256"},
        "row": {"components": "list 1..5!"},
        "button": {"custom_id": "text 1..100", "style": "number!", "label": "text ..80", "disabled": "bool", "url": "text ..512", "emoji": "object"},
        "string select": {**_CHOICES, "options": "list 1..25!"},
        "user select": _CHOICES,
        "role select": _CHOICES,
        "mentionable select": _CHOICES,
        "channel select": {**_CHOICES, "channel_types": "list"},
        "select option": {"label": "text 1..100!", "value": "text 1..100!", "description": "text ..100", "default": "bool", "emoji": "object"},
        "text display": {"content": "text 1..4000!"},
        "section": {"components": "list 1..3!", "accessory": "object!"},
        "separator": {"spacing": "number", "divider": "bool"},
        "container": {"components": "list 1..40!", "accent_color": "number 0..16777215", "spoiler": "bool"},
        "modal": {"custom_id": "text 1..100!", "title": "text 1..45!", "components": "list 1..5!"},
        "modal row": {"components": "list 1..1!"},
        "label": {"label": "text 1..45!", "description": "text 1..100", "component": "object!"},
        "text input": {"custom_id": "text 1..100!", "style": "number!", "label": "text 1..45", "value": "text ..4000", "placeholder": "text ..100", "required": "bool", "min_length": "number 0..4000", "max_length": "number 1..4000"},
        "modal select": {**_CHOICES, "options": "list 1..25!", "required": "bool"},
        "modal user select": {**_CHOICES, "required": "bool"},
        "radio group": {"custom_id": "text 1..100!", "required": "bool", "options": "list 2..10!"},
        "checkbox group": {"custom_id": "text 1..100!", "required": "bool", "options": "list 1..10!", "min_values": "number 0..10", "max_values": "number 1..10"},
        "checkbox": {"custom_id": "text 1..100!", "default": "bool"},
        "command": {**_COMMAND, "description": "text ..100", "options": "list ..25", "contexts": "list 1..", "integration_types": "list 1..", "dm_permission": "bool"},
        "group": {**_OPTION, "options": "list ..25"},
        "subcommand": {**_OPTION, "options": "list ..25"},
        "string option": {**_NUMBERS, "min_length": "number 0..6000", "max_length": "number 1..6000"},
        "integer option": _NUMBERS,
        "number option": _NUMBERS,
        "boolean option": _OPTION,
        "user option": _OPTION,
        "channel option": {**_OPTION, "channel_types": "list"},
        "role option": _OPTION,
        "mentionable option": _OPTION,
        "attachment option": _OPTION,
        "string choice": {"name": "text 1..100!", "name_localizations": "object", "value": "text ..6000!"},
        "integer choice": {"name": "text 1..100!", "name_localizations": "object", "value": "number!"},
        "number choice": {"name": "text 1..100!", "name_localizations": "object", "value": "any!"},
        "thread from message": _THREAD,
        "thread": {**_THREAD, "type": "number", "invitable": "bool"},
        "thread change": {"name": "text ..100", "archived": "bool", "locked": "bool", "rate_limit_per_user": "number 0..21600", "invitable": "bool"},
        "event": {**_EVENT, "privacy_level": "number!", "entity_type": "number!", "entity_metadata": "object"},
        "event change": {name: words.rstrip("!") for name, words in {**_EVENT, "status": "number", "privacy_level": "number", "entity_type": "number", "entity_metadata": "object"}.items()},
        "event place": {"location": "text 1..100!"},
    }.items()
}  # fmt: skip

# The schema of each form in Discord's description.
SPEC = {
    "message": "MessageCreateRequest", "edit": "MessageEditRequestPartial",
    "answer": "IncomingWebhookInteractionRequest",
    "answer edit": "IncomingWebhookUpdateForInteractionCallbackRequestPartial",
    "attachment": "MessageAttachmentRequest", "mentions": "MessageAllowedMentionsRequest",
    "embed": "RichEmbed", "embed field": "RichEmbedField", "embed footer": "RichEmbedFooter",
    "embed author": "RichEmbedAuthor",
    "row": "ActionRowComponentForMessageRequest", "button": "ButtonComponentForMessageRequest",
    "string select": "StringSelectComponentForMessageRequest", "user select": "UserSelectComponentForMessageRequest",
    "role select": "RoleSelectComponentForMessageRequest",
    "mentionable select": "MentionableSelectComponentForMessageRequest",
    "channel select": "ChannelSelectComponentForMessageRequest", "select option": "StringSelectOptionForRequest",
    "text display": "TextDisplayComponentForMessageRequest", "section": "SectionComponentForMessageRequest",
    "separator": "SeparatorComponentForMessageRequest", "container": "ContainerComponentForMessageRequest",
    "modal": "ModalInteractionCallbackRequestData", "modal row": "ActionRowComponentForModalRequest",
    "label": "LabelComponentForModalRequest", "text input": "TextInputComponentForModalRequest",
    "modal select": "StringSelectComponentForModalRequest", "modal user select": "UserSelectComponentForModalRequest",
    "radio group": "RadioGroupComponentForModalRequest", "checkbox group": "CheckboxGroupComponentForModalRequest",
    "checkbox": "CheckboxComponentForModalRequest",
    "command": "ApplicationCommandUpdateRequest", "group": "ApplicationCommandSubcommandGroupOption",
    "subcommand": "ApplicationCommandSubcommandOption", "string option": "ApplicationCommandStringOption",
    "integer option": "ApplicationCommandIntegerOption", "number option": "ApplicationCommandNumberOption",
    "boolean option": "ApplicationCommandBooleanOption", "user option": "ApplicationCommandUserOption",
    "channel option": "ApplicationCommandChannelOption", "role option": "ApplicationCommandRoleOption",
    "mentionable option": "ApplicationCommandMentionableOption",
    "attachment option": "ApplicationCommandAttachmentOption",
    "string choice": "ApplicationCommandOptionStringChoice",
    "integer choice": "ApplicationCommandOptionIntegerChoice",
    "number choice": "ApplicationCommandOptionNumberChoice",
    "thread from message": "CreateTextThreadWithMessageRequest", "thread": "CreateTextThreadWithoutMessageRequest",
    "thread change": "UpdateThreadRequestPartial", "event": "ExternalScheduledEventCreateRequest",
    "event change": "ExternalScheduledEventPatchRequestPartial", "event place": "EntityMetadataExternal",
}  # fmt: skip

# (form, field) → why we take less than the description says.
STRICTER = {
    ("message", "content"): "4,000 characters are for people who pay",
    ("edit", "content"): "4,000 characters are for people who pay",
    ("modal", "components"): "documented: between 1 and 5 components",
    ("modal row", "components"): "a row of a modal has room for one text input",
    ("event", "name"): "documented: 1-100 characters",
    ("event change", "name"): "documented: 1-100 characters",
    ("event place", "location"): "documented: 1-100 characters",
    ("embed field", "name"): "Discord refuses an empty one all the same",
    ("embed field", "value"): "Discord refuses an empty one all the same",
    ("event", "entity_metadata"): "needed for a place of its own alone",
    ("container", "components"): "40 components are in a message at most, containers' inner ones too",
    ("event", "scheduled_end_time"): "needed for a place of its own alone",
}

ROW, BUTTON, STRING_SELECT, TEXT_INPUT, SECTION, TEXT_DISPLAY, SEPARATOR, CONTAINER, LABEL = (
    1,
    2,
    3,
    4,
    9,
    10,
    14,
    17,
    18,
)
SELECTS = {3: "string select", 5: "user select", 6: "role select", 7: "mentionable select", 8: "channel select"}
IN_ROWS = {2: "button", **SELECTS}
# What may stand in a message that is laid out by components alone; pictures and files are not carried.
LAID_OUT = {1: "row", 9: "section", 10: "text display", 14: "separator", 17: "container"}
IN_LABELS = {3: "modal select", 4: "text input", 5: "modal user select", 6: "modal user select", 7: "modal user select", 8: "modal user select", 21: "radio group", 22: "checkbox group", 23: "checkbox"}  # fmt: skip
OPTIONS = {
    1: "subcommand", 2: "group", 3: "string option", 4: "integer option", 5: "boolean option", 6: "user option",
    7: "channel option", 8: "role option", 9: "mentionable option", 10: "number option", 11: "attachment option",
}  # fmt: skip
CHOICES = {3: "string choice", 4: "integer choice", 10: "number choice"}
BUTTON_STYLES = frozenset({1, 2, 3, 4, 5, 6})
LINK, PREMIUM = 5, 6
INPUT_STYLES = frozenset({1, 2})
CALLBACKS = frozenset({1, 4, 5, 6, 7, 8, 9, 12, 13})
CARRIED_CALLBACKS = frozenset({4, 5, 6, 7, 8, 9})
ARCHIVE_MINUTES = frozenset({60, 1440, 4320, 10080})
LOCALES = frozenset(
    [
        "ar",
        "bg",
        "cs",
        "da",
        "de",
        "el",
        "en-GB",
        "en-US",
        "es-419",
        "es-ES",
        "fi",
        "fr",
        "he",
        "hi",
        "hr",
        "hu",
        "id",
        "it",
        "ja",
        "ko",
        "lt",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
        "ru",
        "sv-SE",
        "th",
        "tr",
        "uk",
        "vi",
        "zh-CN",
        "zh-TW",
    ]
)
SCHEMES = frozenset({"http", "https", "discord"})
MENTIONS = frozenset({"users", "roles", "everyone"})
EVENT_STATUSES = frozenset({1, 2, 3, 4})
EVENT_KINDS = frozenset({1, 2, 3})

ROWS = 5
COMPONENTS_IN_ALL = 40
TEXTS_IN_ALL = 4000
FILES = 10
FILE_BYTES = 10 * 2**20
NONCE = 25
EMBED_CHARACTERS = 6000
COMMANDS = 100
COMMAND_CHARACTERS = 8000
AUTOCOMPLETE_CHOICES = 25
PINS = 250
EVENTS = 100
PAGE = 100

SUPPRESS_EMBEDS, EPHEMERAL, LOADING, SILENT, LAID_OUT_FLAG = 1 << 2, 1 << 6, 1 << 7, 1 << 12, 1 << 15
MESSAGE_FLAGS = SUPPRESS_EMBEDS | SILENT | LAID_OUT_FLAG
ANSWER_FLAGS = MESSAGE_FLAGS | EPHEMERAL

_NAME = r"[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}"


def command_name(name: str) -> bool:
    """Whether a command or an option may be called so."""

    return regex.fullmatch(_NAME, name) is not None and name == name.lower()


def url_scheme(url: str) -> str | None:
    """The scheme of an address, None when it has none."""
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*)://?\S", url)
    return found.group(1).lower() if found else None


def asked(form: str, body: dict[str, Any]) -> dict[str, Any]:
    """The part of a body that a form knows: Discord passes over what it does not."""
    return {name: body[name] for name in FORMS[form] if name in body}
