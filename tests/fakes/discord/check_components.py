"""Buttons, selects and layout in messages, and the fields of modals."""

from typing import Any

from tests.fakes.discord.check import hold, one_of
from tests.fakes.discord.errors import Path, Wrongs
from tests.fakes.discord.rules import (
    BUTTON,
    BUTTON_STYLES,
    COMPONENTS_IN_ALL,
    CONTAINER,
    IN_LABELS,
    IN_ROWS,
    INPUT_STYLES,
    LABEL,
    LAID_OUT,
    LINK,
    PREMIUM,
    ROW,
    ROWS,
    SCHEMES,
    SECTION,
    STRING_SELECT,
    TEXT_DISPLAY,
    TEXT_INPUT,
    TEXTS_IN_ALL,
    url_scheme,
)

Fields = dict[str, Any]


class Seen:
    """What one message or modal has so far: custom ids must differ, components and texts are counted."""

    def __init__(self, wrong: Wrongs) -> None:
        self.wrong = wrong
        self.ids: set[str] = set()
        self.count = 0
        self.letters = 0

    def custom_id(self, value: Any, at: Path) -> None:
        """Notes an id; a second one of the same is wrong."""
        if isinstance(value, str) and value:
            if value in self.ids:
                self.wrong.add(
                    (*at, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"
                )
            self.ids.add(value)


def in_message(components: Any, laid_out: bool, wrong: Wrongs, at: Path = ("components",)) -> None:
    """Holds a message's components against the rules."""
    if not isinstance(components, list):
        return
    seen = Seen(wrong)
    if not laid_out and len(components) > ROWS:
        wrong.add(at, "BASE_TYPE_MAX_LENGTH", f"Must be {ROWS} or fewer in length.")
    for number, each in enumerate(components):
        here = (*at, number)
        if _kind(each, LAID_OUT if laid_out else {ROW: "row"}, here, wrong):
            _laid_out(each, here, seen)
    if laid_out and seen.count > COMPONENTS_IN_ALL:
        wrong.add(at, "BASE_TYPE_MAX_LENGTH", f"Must be {COMPONENTS_IN_ALL} or fewer in length.")
    if seen.letters > TEXTS_IN_ALL:
        wrong.add(
            at, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "Displayable text size of the components exceeds 4000"
        )


def _kind(component: Any, allowed: dict[int, str], at: Path, wrong: Wrongs) -> bool:
    kind = component.get("type") if isinstance(component, dict) else None
    if kind in allowed:
        return True
    which = ", ".join(map(str, sorted(allowed)))
    wrong.add((*at, "type"), "UNION_TYPE_CHOICES", f'Value of field "type" must be one of ({which},).')
    return False


def _laid_out(component: Fields, at: Path, seen: Seen) -> None:
    seen.count += 1
    kind, wrong = component["type"], seen.wrong
    if not hold(LAID_OUT[kind], component, at, wrong):
        return
    if kind == ROW:
        _row(component, at, seen)
    elif kind == TEXT_DISPLAY:
        seen.letters += len(component["content"])
    elif kind == SECTION:
        for number, each in enumerate(component["components"]):
            here = (*at, "components", number)
            if _kind(each, {TEXT_DISPLAY: "text display"}, here, wrong):
                _laid_out(each, here, seen)
        if _kind(component["accessory"], {BUTTON: "button"}, (*at, "accessory"), wrong):
            _in_row(component["accessory"], (*at, "accessory"), seen)
    elif kind == CONTAINER:
        inner = {number: name for number, name in LAID_OUT.items() if number != CONTAINER}
        for number, each in enumerate(component["components"]):
            here = (*at, "components", number)
            if _kind(each, inner, here, wrong):
                _laid_out(each, here, seen)


def _row(row: Fields, at: Path, seen: Seen) -> None:
    inner = row["components"]
    for number, each in enumerate(inner):
        here = (*at, "components", number)
        if _kind(each, IN_ROWS, here, seen.wrong):
            _in_row(each, here, seen)
    kinds = [each.get("type") for each in inner if isinstance(each, dict)]
    if len(kinds) > 1 and any(kind != BUTTON for kind in kinds):
        seen.wrong.add(at, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width")


def _in_row(component: Fields, at: Path, seen: Seen) -> None:
    seen.count += 1
    form = IN_ROWS[component["type"]]
    hold(form, component, at, seen.wrong)
    seen.custom_id(component.get("custom_id"), at)
    if component["type"] == BUTTON:
        _button(component, at, seen.wrong)
    else:
        _choices(component, at, seen.wrong)


def _button(button: Fields, at: Path, wrong: Wrongs) -> None:
    style = button.get("style")
    if style is None:
        return
    one_of(style, BUTTON_STYLES, (*at, "style"), wrong)
    url, custom_id = button.get("url"), button.get("custom_id")
    if style == LINK:
        if not url:
            wrong.add((*at, "url"), "BASE_TYPE_REQUIRED", "A url is required")
        elif url_scheme(str(url)) is None:
            wrong.add((*at, "url"), "URL_TYPE_INVALID_URL", "Not a well formed URL.")
        elif url_scheme(str(url)) not in SCHEMES:
            wrong.add(
                (*at, "url"),
                "URL_TYPE_INVALID_SCHEME",
                f"Scheme \"{url_scheme(str(url))}\" is not supported. Scheme must be one of ('http', 'https', 'discord').",
            )
        if custom_id:
            wrong.add(at, "BUTTON_COMPONENT_INVALID", "A custom id and url cannot both be specified")
    elif style != PREMIUM:
        if url:
            wrong.add(at, "BUTTON_COMPONENT_INVALID", "A custom id and url cannot both be specified")
        if not custom_id:
            wrong.add((*at, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
    if style != PREMIUM and not button.get("label") and not button.get("emoji"):
        wrong.add((*at, "label"), "BASE_TYPE_REQUIRED", "A label or an emoji is required")


def _choices(select: Fields, at: Path, wrong: Wrongs) -> None:
    """What selects and groups of boxes share: options with values of their own, and how many may be taken."""
    options = select.get("options")
    if isinstance(options, list):
        values = set()
        for number, option in enumerate(options):
            here = (*at, "options", number)
            if hold("select option", option, here, wrong):
                if option["value"] in values:
                    wrong.add(
                        (*here, "value"),
                        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                        "The specified option value is already used",
                    )
                values.add(option["value"])
    elif select["type"] == STRING_SELECT and options is None:
        return
    least, most = select.get("min_values"), select.get("max_values")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        wrong.add((*at, "min_values"), "SELECT_COMPONENT_MIN_VALUES", "min_values must not be greater than max_values")
    if isinstance(options, list) and isinstance(most, int) and most > len(options):
        wrong.add(
            (*at, "max_values"), "SELECT_COMPONENT_MAX_VALUES", "The maximum number of values is more than the options"
        )


def in_modal(modal: Any, wrong: Wrongs, at: Path = ("data",)) -> None:
    """Holds a modal against the rules."""
    if not hold("modal", modal, at, wrong):
        return
    seen = Seen(wrong)
    for number, each in enumerate(modal["components"]):
        here = (*at, "components", number)
        if not _kind(each, {ROW: "modal row", LABEL: "label", TEXT_DISPLAY: "text display"}, here, wrong):
            continue
        if each["type"] == TEXT_DISPLAY:
            hold("text display", each, here, wrong)
        elif each["type"] == LABEL:
            if hold("label", each, here, wrong):
                _field(each["component"], (*here, "component"), seen, labelled=True)
        elif hold("modal row", each, here, wrong):
            inside = (*here, "components", 0)
            if _kind(each["components"][0], {TEXT_INPUT: "text input"}, inside, wrong):
                _field(each["components"][0], inside, seen, labelled=False)


def _field(field: Fields, at: Path, seen: Seen, *, labelled: bool) -> None:
    wrong = seen.wrong
    if not _kind(field, IN_LABELS, at, wrong):
        return
    hold(IN_LABELS[field["type"]], field, at, wrong)
    seen.custom_id(field.get("custom_id"), at)
    if field["type"] != TEXT_INPUT:
        _choices(field, at, wrong)
        return
    one_of(field.get("style"), INPUT_STYLES, (*at, "style"), wrong)
    if labelled and field.get("label") is not None:
        wrong.add((*at, "label"), "TEXT_INPUT_LABEL_IN_LABEL", "A text input in a label has no label of its own")
    if not labelled and not field.get("label"):
        wrong.add((*at, "label"), "BASE_TYPE_REQUIRED", "This field is required")
    least, most, value = field.get("min_length"), field.get("max_length"), field.get("value")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        wrong.add((*at, "min_length"), "TEXT_INPUT_MIN_LENGTH", "min_length must not be greater than max_length")
    if isinstance(value, str) and value and isinstance(most, int) and len(value) > most:
        wrong.add((*at, "value"), "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
    if isinstance(value, str) and value and isinstance(least, int) and len(value) < least:
        wrong.add((*at, "value"), "BASE_TYPE_MIN_LENGTH", f"Must be {least} or more in length.")
