"""From finished text to what Discord takes: Markdown, buttons and modals. Pure."""

import io
import re
from typing import Any, Final

import discord
from discord import ui
from discord.utils import escape_mentions

from bot.adapters.discord.commands import path
from bot.adapters.discord.read import EMPTY
from bot.core.layout import joints
from bot.core.letters import cut
from bot.core.outgoing import Written, WrittenBlock, WrittenButton, WrittenField, WrittenFile, WrittenForm
from bot.core.ports import Library
from bot.core.register import COMMANDS

ESCAPED = r"\*_~|`<>[#-@"
"""What may get another character before it, so that it stands for itself."""

NONCE = 25
"""Characters that a nonce may have."""

NO_EMBEDS: Final = 4
"""The flag by which nothing is shown of what a link leads to."""

TITLE = 45
HINT = 100
COMPONENTS = 5
INTRO = 2000

_COMMAND = re.compile(r"(?<![\w/:.])/([^\W\d_]+)\b")
_MARKS = re.compile(r"^(\s*)([>#-])|([\\*_~|`<\[])", re.MULTILINE)  # the library's own leaves masked links a way
_LINK = re.compile(r"https?://\S+")


def text(written: Written, library: Library) -> str:
    """The blocks as Discord's Markdown; whatever people wrote is text in it."""
    said = "".join(joint + _block(block, library) for joint, block in joints(written.blocks))
    return f"<@&{written.mention}>\n{said}" if written.mention else said


def _block(block: WrittenBlock, library: Library) -> str:
    if block.kind == "quote":
        return "\n".join(f"> {plain(line)}" for line in block.text.splitlines()) if block.text.strip() else block.text
    said = plain(_commanded(block.text, library))
    if block.kind == "heading" and said.strip():
        said = f"**{said}**"
    if block.at:
        shown = discord.utils.format_dt(block.at, "t" if block.kind == "item" else "f")
        said += f" ({block.own.replace('{at}', shown)})"
    return f"• {said}" if block.kind == "item" else said


def plain(said: str) -> str:
    """The text so that every character stands for itself; a link stays one."""
    pieces, at = [], 0
    for link in _LINK.finditer(said):
        pieces += [_escaped(said[at : link.start()]), link[0]]
        at = link.end()
    return "".join([*pieces, _escaped(said[at:])])


def _escaped(said: str) -> str:
    return escape_mentions(_MARKS.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", said))


def _commanded(said: str, library: Library) -> str:
    """The text with commands as they are called here, where all of ours are behind one word."""

    def called(found: re.Match[str]) -> str:
        use = library.command(found[1])
        return f"/{path(use, found[1], library)}" if use in COMMANDS else found[0]

    return _COMMAND.sub(called, said)


def view(written: Written, mark: str = "") -> ui.View | None:
    """The buttons, the first of them with the mark; their presses are not the library's to dispatch."""
    if not written.buttons:
        return None
    made, seen = ui.View(timeout=None), set[str]()
    for number, row in enumerate(written.buttons):
        for button in row:
            made.add_item(_button(button, number, seen, mark))
    made.stop()
    return made


def _button(button: WrittenButton, row: int, seen: set[str], mark: str) -> ui.Button[ui.View]:
    if button.url:
        return ui.Button(label=button.label, url=button.url, row=row)
    return ui.Button(label=button.label, custom_id=_own(button, seen, mark), row=row)


def post(written: Written, library: Library, mark: str) -> dict[str, Any]:
    """A new post as the API takes it, known again by its mark; files are not in it.

    The same that the library makes of `view` and `mentions`, without its objects: they cost half as much as a request.
    """
    seen = set[str]()
    rows = [[_component(button, seen, mark) for button in row] for row in written.buttons]
    return {
        "content": text(written, library) or None,
        "tts": False,
        "nonce": mark[:NONCE],
        "enforce_nonce": True,
        "flags": NO_EMBEDS,
        "allowed_mentions": {"parse": [], "roles": [int(written.mention)] if written.mention else []},
        **({"components": [{"type": 1, "components": row} for row in rows if row]} if written.buttons else {}),
    }


def _component(button: WrittenButton, seen: set[str], mark: str) -> dict[str, Any]:
    if button.url:
        return {"type": 2, "style": 5, "label": button.label, "disabled": False, "url": button.url}
    own = _own(button, seen, mark)
    return {"type": 2, "style": 2, "label": button.label, "disabled": False, "custom_id": own}


def _own(button: WrittenButton, seen: set[str], mark: str) -> str:
    """What a button is called: the first one has the mark, and two of a kind need two names."""
    mark = mark if not any("|" in each for each in seen) else ""
    own = f"{button.data}|{mark}" if mark else button.data
    own = own if own not in seen else f"{button.data}|{len(seen)}"
    seen.add(own)
    return own


def marked(message: discord.Message, mark: str) -> bool:
    """Whether one of our own messages carries a mark."""
    return any(own.endswith(f"|{mark}") for own in _custom_ids(message))


def sent(message: discord.Message) -> bool:
    """Whether a message with buttons was sent, under a mark, rather than shown in answer to something."""
    return any(":" in own.partition("|")[2] for own in _custom_ids(message))


def _custom_ids(message: discord.Message) -> list[str]:
    rows = (component for component in message.components if isinstance(component, discord.ActionRow))
    return [getattr(each, "custom_id", None) or "" for row in rows for each in row.children]


def files(written: Written) -> list[discord.File]:
    """The files, anew for each try."""
    return [_file(file) for file in written.files]


def _file(file: WrittenFile) -> discord.File:
    return discord.File(io.BytesIO(file.body), filename=file.name)


def mentions(written: Written) -> discord.AllowedMentions:
    """Nobody, but for the role that the group wants to be mentioned."""
    roles = [discord.Object(int(written.mention))] if written.mention else []
    return discord.AllowedMentions(everyone=False, users=False, replied_user=False, roles=roles)


def modal(form: WrittenForm) -> ui.Modal:
    """A form as a modal; a question too long to stand beside its field stands above it whole, where there is room."""
    made = ui.Modal(title=cut(form.title, TITLE), custom_id=f"{form.name}:{form.about}", timeout=None)
    room = len(form.fields) < COMPONENTS
    fits = TITLE if len(form.fields) == 1 else HINT
    long = [field for field in form.fields if len(field.label) > fits] if room else []
    above = (*form.intro, *(WrittenBlock("para", field.label) for field in long))
    intro = "".join(joint + plain(block.text) for joint, block in joints(above))
    if intro and room:
        made.add_item(ui.TextDisplay(cut(intro, INTRO)))
    for field in form.fields:
        named = form.title if field in long and len(form.fields) == 1 else field.label
        hint = field.problem or (named if len(named) > TITLE and field not in long else field.hint)
        label: ui.Label[ui.Modal] = ui.Label(
            text=cut(named, TITLE), description=cut(hint, HINT) if hint else None, component=_input(field)
        )
        made.add_item(label)
    made.stop()
    return made


def _input(field: WrittenField) -> ui.Item[ui.Modal]:
    if field.role:
        known, role = field.value.isdecimal(), discord.SelectDefaultValueType.role
        return ui.RoleSelect(
            custom_id=field.name,
            min_values=0,
            required=field.required,
            default_values=[discord.SelectDefaultValue(id=int(field.value), type=role)] if known else [],
        )
    if field.options:
        options = [
            discord.SelectOption(label=cut(label, HINT), value=value or EMPTY, default=value == field.value)
            for value, label in field.options
        ]
        return ui.Select(custom_id=field.name, options=options, required=field.required)
    return ui.TextInput(
        custom_id=field.name,
        style=discord.TextStyle.paragraph if field.long else discord.TextStyle.short,
        default=field.value[: field.most] or None,
        max_length=field.most,
        required=field.required,
    )
