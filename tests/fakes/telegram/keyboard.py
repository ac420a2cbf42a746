"""Buttons under a message: what Telegram refuses, and how a person sees them."""

from typing import Any

from tests.fakes.telegram.errors import against_rules
from tests.fakes.telegram.markup import LINK, units
from tests.fakes.telegram.rules import BUTTONS_LIMIT, CALLBACK_DATA_BYTES, OBJECTS, ROW_LIMIT

Rows = tuple[tuple[tuple[str, str], ...], ...]

NO_ACTIONS = {"text", "style", "icon_custom_emoji_id"}
ACTIONS = OBJECTS["InlineKeyboardButton"].keys() - NO_ACTIONS
STYLES = {"danger", "success", "primary"}


def rows_of(markup: dict[str, Any] | None) -> Rows:
    """The rows of (label, callback data or address) that people see; raises `Refused` for a wrong keyboard."""
    if markup is None or "inline_keyboard" not in markup:
        return ()
    rows = markup["inline_keyboard"]
    if sum(map(len, rows)) > BUTTONS_LIMIT:
        raise against_rules("reply markup is too long")
    for row in rows:
        if not row:
            raise against_rules("a row of the inline keyboard is empty")
        if len(row) > ROW_LIMIT:
            raise against_rules(f"a row of the inline keyboard has more than {ROW_LIMIT} buttons")
    return tuple(tuple(_button(each) for each in row) for row in rows)


def _button(button: dict[str, Any]) -> tuple[str, str]:
    label = button["text"]
    if not label.strip():
        raise against_rules("inline keyboard button text must be non-empty")
    actions = [name for name in button if name in ACTIONS]
    if not actions:
        raise against_rules("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise against_rules(f"an inline keyboard button has more than one action: {', '.join(actions)}")
    if button.get("style", "primary") not in STYLES:
        raise against_rules("can't parse inline keyboard button: invalid button style specified")
    if "url" in button:
        if not LINK.fullmatch(button["url"]):
            # Telegram also takes http and tg; we send people to https alone.
            raise against_rules("inline keyboard button URL is invalid: an https address is wanted")
        return label, button["url"]
    data = button["callback_data"]
    if not 1 <= len(data.encode()) <= CALLBACK_DATA_BYTES:
        raise against_rules("BUTTON_DATA_INVALID")
    return label, data


def check_other(markup: dict[str, Any] | None) -> None:
    """Holds what is neither a keyboard under the message against its rules."""
    if markup is None or "inline_keyboard" in markup:
        return
    for flag in ("force_reply", "remove_keyboard"):
        if markup.get(flag) is False:
            raise against_rules(f'"{flag}" must be true')
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None and not 1 <= units(placeholder) <= 64:
        raise against_rules("input_field_placeholder must have 1-64 characters")
