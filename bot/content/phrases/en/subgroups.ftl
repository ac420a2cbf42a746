# Sub-groups: who is in which, a channel of their own, and what happens when the group splits.

## One's own sub-group

button-my-subgroup = My sub-group
subgroup-which = Which sub-group are you in?
subgroup-who = { $subgroup }: { $who }
subgroup-now = You have chosen: { $subgroup }. You can change it at any time.
subgroup-now-none = You haven't chosen yet. Until you do, you see the tasks of all sub-groups.
subgroup-chosen = Your sub-group: { $subgroup }. The theme page now shows its tasks.
subgroup-chosen-none = You aren't in any sub-group now. You see the tasks of all sub-groups.
subgroup-promise =
    What is said in a sub-group stays there, except what you agree together to tell. I don't carry it to others.
    Only you see your notes, and feedback belongs to the whole group. The convener and the lead see how many are in each, but I don't tell them names.
button-subgroup-none = None of these
subgroup-none = The group { $group } has no sub-groups.

## For the convener

button-subgroups = Sub-groups
subgroups-heading = Sub-groups: { $group }
subgroup-line = { $subgroup }: { $count ->
    [0] nobody yet
    [one] one
   *[other] { $count }
}
subgroup-line-channel = { $subgroup }: { $count ->
    [0] nobody yet
    [one] one
   *[other] { $count }
} – own channel
subgroups-left = Not chosen yet: { $count }
subgroups-how = Everybody chooses their own sub-group. If you'd like a sub-group to have its own channel, add me to it and type /{ command-subgroup } there.
subgroup-has-channel = The sub-group's pre-task and task come to its own channel.
button-subgroup-add = Add a sub-group
button-subgroup-back = Take back: { $subgroup }
button-subgroup-name = Change the name
button-subgroup-drop = Remove the sub-group
button-subgroup-drop-sure = Remove
button-subgroup-unlink = No own channel
subgroup-full = There can be at most { $most } sub-groups. Remove one first.
subgroup-add-title = A new sub-group
subgroup-name-title = The sub-group's name
subgroup-label = Name
subgroup-hint = For example a field or a job: drivers, kitchen
subgroup-there = There is a sub-group of this name already. Choose another name.
submit-subgroup-add = Add
submit-subgroup-name = Save
subgroup-added = The sub-group has been added.
subgroup-named = The name has been changed.
subgroup-dropped = The sub-group has been removed.
subgroup-drop-ask = Shall I remove this one: { $subgroup }? { $count ->
    [0] Nobody is in it.
    [one] One member has chosen it, and will be in none until they choose another.
   *[other] { $count } members have chosen it, and will be in none until they choose another.
}
subgroup-drop-channel = { subgroup-drop-ask } I'll send nothing more to its channel.

## A channel of its own

subgroup-link-which = Which sub-group of { $group } is this channel for?
subgroup-linked = This channel now belongs to the sub-group: { $subgroup }.
subgroup-linked-what = I'll bring its pre-task here, and its task just before the meeting. Members can use the same commands here as in the group's channel.
subgroup-here-is = This channel belongs to a sub-group of { $group }: { $subgroup }.
subgroup-unlinked = The sub-group no longer has its own channel: { $subgroup }. Its pre-task now comes to the group's own channel.
subgroup-link-who = There is no group in this channel yet. A group's convener can give the channel to a sub-group.
subgroup-link-may-not = A channel can be given to a sub-group by somebody who manages it or let me in. Ask an admin to make you one, and then type /{ command-subgroup } again.
subgroup-link-where = Type /{ command-subgroup } in the channel that is to be the sub-group's own.
subgroup-link-group = This channel already has a group. Choose another channel for the sub-group.
subgroup-link-other = This channel already belongs to another sub-group. Type /{ command-subgroup } there if you'd like to free it.
setup-in-subgroup = This channel belongs to some group's sub-group, so a new group can't be started here. That group's convener can free the channel with /{ command-subgroup }.
part-shut = The sub-group's channel is closed to me ({ $subgroup }, group { $group }): { $why }.
part-shut-do = What is for the sub-group I now post in the group's own channel. If you'd like the sub-group to have its own channel again, add me to it and type /{ command-subgroup } there.

## What is said to a sub-group

part-pretask-heading = Next time: { $theme } – { $subgroup }
part-task-heading = When you split ({ $when }): { $subgroup }
part-task-title = { $task } ({ $minutes } min in the sub-group)
part-task-bring = Before you go back, agree what you tell the others and who tells it. Only what you have agreed on together is told to everybody.
subgroup-prompts = { $subgroup }:
subgroup-task = { $subgroup }: { $text }
subgroup-own-task = Do the same task from where you stand, and agree what you tell the others about it.
soon-split = This time you split into sub-groups for a while. Your own sub-group's task is on the theme page.
brief-split-heading = When you split
brief-split = Before the split, say where each sub-group sits and when to come back. Ask each one to agree what it tells the others and who tells it. Once together, ask only about what the sub-group itself wants to tell.
stretch-part = { $company }: { $text }
step-split = Now you split. Say where each sub-group sits and when to come back.
step-together = Now everybody comes together. Each sub-group tells what it has agreed to tell.
kind-part-pretask = a sub-group's pre-task
kind-part-task = a sub-group's task
kind-part-here = a sub-group's post in the group's channel
kind-part-shut = news of a sub-group's channel
waits-part-shut = Read about the sub-groups' channels
data-subgroup = Sub-group

## A big group

absent-line-count = Can't come: { $count } members
late-line-count = Coming late: { $count } members
early-line-count = Leaving early: { $count } members
members-count = There are { $count } of you.
