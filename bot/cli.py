"""The piiri command. A command imports only what it needs; what goes wrong is one line that says what to do."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from bot import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="piiri")
def cli() -> None:
    """Piiri keeps a peer group together between its meetings."""


@cli.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port of the page on this machine (default 8123).")
@click.option("--rehearsal", is_flag=True, help="Hold group time; move it through /rehearsal/clock.")
@click.option("--content", type=click.Path(path_type=Path), help="Folder of your own programmes, beside ours.")
def run(port: int | None, rehearsal: bool, content: Path | None) -> None:
    """Run for real, from settings, until stopped."""
    from bot.commands.run import run_until_stopped

    _run(run_until_stopped(port=port, held=rehearsal, content=content))


@cli.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8123, show_default=True)
@click.option("--language", default="fi", show_default=True, help="Language of the sample group.")
def demo(port: int, language: str) -> None:
    """Show a sample group of seven in the browser, on a clock that you move."""
    from bot.commands.demo import show

    _run(show(port=port, language=language))


@cli.command()
@click.option("--programme", default="vahvistin", show_default=True)
@click.option("--language", default="fi", show_default=True)
@click.option("--meetings", type=int, help="How many in a season; as many as suit the programme where nothing is said.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same season.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write it as a page instead.")
def rehearse(programme: str, language: str, meetings: int | None, seed: int, html: Path | None) -> None:
    """Play a whole season on a hurried clock and print what everybody sees."""
    from bot.commands.rehearse import play_and_print

    _run(play_and_print(programme=programme, language=language, meetings=meetings, seed=seed, html=html))


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def seasons(folder: Path) -> None:
    """Rehearse all our programmes in all their languages, and write each as Markdown into FOLDER."""
    from bot.commands.rehearse import write_all

    _run(write_all(folder))


@cli.command()
def settings() -> None:
    """Print the settings in force and where each comes from; secrets are hidden."""
    from dataclasses import asdict

    from bot.settings import load_settings, shown

    in_force, sources = load_settings()
    values = {**asdict(in_force), "key_file": str(in_force.key_path)}
    for name, value in values.items():
        click.echo(f"{name} = {shown(name, value)}    ({sources[name]})")


@cli.command()
@click.option("--telegram", is_flag=True, help="Look at Telegram only: the bot, and its rights in each group.")
@click.option("--discord", is_flag=True, help="Look at Discord only: the bot, and its permissions in each group.")
def doctor(telegram: bool, discord: bool) -> None:
    """Check that all is well, and say what to do where it is not; exits 1 if anything is to be done."""
    import asyncio

    from bot.commands.doctor import all_is_well

    if not asyncio.run(all_is_well(telegram=telegram, discord=discord)):
        sys.exit(1)


@cli.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Copy the database into FILE while Piiri runs, as it is at one instant; checked, and for your eyes only.

    No key is in the copy, and no file is ever overwritten.
    """
    from bot.commands.backup import make_backup

    make_backup(file)


@cli.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Put a copy made by `piiri backup` in the database's place, while no Piiri runs.

    What was erased since it was made is erased from it, too. The database of before is kept beside it.
    """
    from bot.commands.backup import put_back

    _run(put_back(file))


@cli.group()
def group() -> None:
    """Create, import, list, show, vacate and end groups; `group` and `groups` are the same."""


cli.add_command(group, "groups")


def _founding(command: Callable[..., None]) -> Callable[..., None]:
    """The options that found a group."""
    options: list[tuple[str, dict[str, Any]]] = [
        ("--platform", {"default": "browser", "show_default": True, "help": "browser, telegram or discord"}),
        ("--channel", {"required": True, "help": "The platform's id of the group's channel, as /id there tells it."}),
        ("--name", {"required": True}),
        ("--programme", {"default": "vahvistin", "show_default": True}),
        ("--language", {"default": "fi", "show_default": True}),
        ("--zone", {"default": "Europe/Helsinki", "show_default": True}),
        ("--first", {"required": True, "help": "First meeting, such as “2026-09-15 17:00”."}),
        ("--every", {"default": "3w", "show_default": True, "help": "3w, 1m, or “tue 17:00”."}),
        ("--length", {"help": "Such as 2h30; the programme's usual length otherwise."}),
        ("--meetings", {"type": int, "help": "In all, or in a season; the programme's usual number otherwise."}),
        ("--remote", {"metavar": "URL", "help": "https link of remote meetings."}),
        ("--place", {"metavar": "TEXT", "help": "Where meetings are held."}),
        ("--convener", {"required": True, "help": "The platform's id of the convener, as /id in private tells it."}),
        ("--convener-name", {"help": "How the convener is called until the platform tells."}),
        ("--themes", {"help": "Theme ids in order, with commas."}),
        ("--feedback", {"type": click.Choice(["five", "three", "aloud"]), "default": "five", "show_default": True}),
    ]
    for name, keywords in reversed(options):
        command = click.option(name, **keywords)(command)
    return command


@group.command("create")
@_founding
def create(**typed: Any) -> None:
    """Found a group; its plan is posted on its channel."""
    from bot.commands.groups import create_group

    _run(create_group(typed))


@group.command("import")
@click.argument("table", metavar="FILE.csv", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Check everything and say what would be founded; found nothing.")
def import_(table: Path, dry_run: bool) -> None:
    """Found all groups of a table, or none of them.

    The first line names the columns, in any order: those of `piiri group create`, with _ for -. name, channel, convener
    and first must be filled in. Commas or semicolons, UTF-8. Everything that cannot stand is said with its line.
    """
    from bot.commands.import_groups import import_groups

    _run(import_groups(table, dry_run=dry_run))


@group.command("list")
def list_() -> None:
    """List all groups."""
    from bot.commands.groups import list_groups

    _run(list_groups())


@group.command()
@click.argument("group_id")
def show(group_id: str) -> None:
    """Show a group's meetings, what is coming, and what did not arrive."""
    from bot.commands.groups import show_group

    _run(show_group(group_id))


@group.command()
@click.argument("group_id")
@click.option("--yes", is_flag=True, help="Do not ask.")
def vacate(group_id: str, yes: bool) -> None:
    """Take the convener's seat from whoever has vanished; the group is asked who would convene it."""
    from bot.commands.groups import vacate_group

    if not yes and not click.confirm(f"Empty the convener's seats of the group {group_id}?"):
        return
    _run(vacate_group(group_id))


@group.command()
@click.argument("group_id")
@click.option("--yes", is_flag=True, help="Do not ask.")
def end(group_id: str, yes: bool) -> None:
    """End a group for good; what was never shown is destroyed."""
    from bot.commands.groups import end_group

    if not yes and not click.confirm(f"End the group {group_id} for good?"):
        return
    _run(end_group(group_id))


@cli.command()
@click.option("--all", "of_all", is_flag=True, help="Of all groups together, which is the only report there is.")
@click.option("--csv", "table", type=click.Path(dir_okay=False, path_type=Path), help="Write it as a table, too.")
@click.option("--picture", type=click.Path(dir_okay=False, path_type=Path), help="Draw the feedback as SVG, too.")
@click.option("--since", metavar="DATE", help="Leave out the months before this one, such as 2026-09.")
def report(of_all: bool, table: Path | None, picture: Path | None, since: str | None) -> None:
    """Counts of all groups together, and what they fed back; nothing that anybody wrote, and no names.

    Whatever would describe fewer than five people or a single group is shown as “–”.
    """
    from bot.commands.report import report_all

    if not of_all:
        raise click.UsageError("a report is of all groups together: piiri report --all")
    _run(report_all(table=table, drawing=picture, since=since))


@cli.group()
def content() -> None:
    """Write a programme of your own: begin one, check it, see what a group would get."""


@content.command("new")
@click.argument("name")
@click.option("--in", "folder", type=click.Path(path_type=Path), default=Path(), help="Where its folder is made.")
@click.option("--language", "languages", multiple=True, default=("fi",), show_default=True, help="May be repeated.")
def new(name: str, folder: Path, languages: tuple[str, ...]) -> None:
    """Begin a programme: a folder of that name with a small whole example in it, to be changed piece by piece."""
    from bot.commands.content import new_programme

    new_programme(name, folder, tuple(dict.fromkeys(languages)))


@content.command("check")
@click.argument("path", type=click.Path(path_type=Path))
def check(path: Path) -> None:
    """Say everything that is amiss in a programme's folder, or in a folder of several; exits 1 if anything is.

    Every text is also tried on every platform: what would be cut there is told with its place. Advice is only advice.
    """
    from bot.commands import content

    _run(content.check(path))


@content.command()
@click.argument("code")
@click.option("--like", default="en", show_default=True, help="The language whose texts you translate.")
def language(code: str, like: str) -> None:
    """Begin a language in a clone of Piiri: every file that it needs, ready to be translated."""
    from bot.commands.language import begin_language

    begin_language(code, like=like)


@content.command("preview")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--language", help="The first that the programme has, otherwise.")
@click.option("--meetings", type=int, help="The programme's usual number, otherwise.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same season.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write it as a page instead.")
def preview(path: Path, language: str | None, meetings: int | None, seed: int, html: Path | None) -> None:
    """Play a whole season of the programme in a folder and print what everybody would see."""
    from bot.commands import content

    _run(content.preview(path, language=language, meetings=meetings, seed=seed, html=html))


def _run(coroutine: Any) -> None:
    import asyncio

    asyncio.run(coroutine)


def main() -> None:
    """The command's entry: exits 0 when all went well, else with one line on standard error and no traceback."""
    try:
        cli(standalone_mode=False)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "piiri"
        _fail(f"{error.format_message().rstrip('.')}; see {where} --help", 2)
    except click.ClickException as error:
        _fail(error.format_message(), 1)
    except (click.Abort, KeyboardInterrupt):
        _fail("stopped", 130)
    except BrokenPipeError:
        sys.exit(0)
    except Exception as error:  # the text of an unexpected error may hold what somebody wrote
        _fail(_explained(error), 1)


def _explained(error: Exception) -> str:
    """What an error says to the operator, in one line."""
    from bot.problems import explain

    return explain(error)


def _fail(line: str, code: int) -> None:
    print(f"piiri: {' '.join(line.split())}", file=sys.stderr)  # noqa: T201
    sys.exit(code)
