"""What a sub-group is called, thinks over and does when its group splits: the programme's words, or any that fit."""

from bot.core.model import Meeting, Subgroup
from bot.core.outgoing import Own, Pack, Text, say
from bot.core.programme import Task
from bot.core.view import OWN, View


def name_of(seen: View, subgroup: Subgroup) -> Text:
    """What a sub-group is called."""
    return Pack(seen.programme.pack, f"subgroups.{subgroup.name}.name") if subgroup.name else Own(subgroup.title)


def counted(seen: View) -> dict[str, int]:
    """How many members have said to be in each sub-group, by its id; nobody's name is in it."""
    return {s.id: sum(member.subgroup_id == s.id for member in seen.members) for s in seen.subgroups}


def splitting(seen: View, meeting: Meeting) -> tuple[Task, ...]:
    """The tasks of a meeting that the group does partly in its sub-groups."""
    theme = seen.theme(meeting)
    if theme is None or not seen.subgroups:
        return ()
    return tuple(task for task in seen.session(theme).tasks if task.splits)


def prompts_of(seen: View, meeting: Meeting, subgroup: Subgroup) -> tuple[Text, ...]:
    """What a sub-group thinks over before a meeting; none where the programme has nothing for just them."""
    theme = seen.theme(meeting)
    if theme is None or theme.startswith(OWN) or not subgroup.name:
        return ()
    which = seen.turn_of(meeting) % seen.session(theme).pretasks
    return (seen.words(theme, f"pretasks.{which}.subgroups.{subgroup.name}"),)


def task_of(seen: View, meeting: Meeting, task: Task, subgroup: Subgroup) -> Text:
    """What a sub-group does with a task that splits."""
    if not subgroup.name:
        return say("subgroup-own-task")
    return seen.words(seen.theme(meeting) or "", f"tasks.{task.id}.subgroups.{subgroup.name}")


def apart(task: Task) -> int:
    """For how many minutes of a task the group is split."""
    return sum(step.minutes for step in task.steps if step.company == "subgroups")
