# Private notes after the season.

kind-notes-soon = word of notes to be deleted
waits-notes-soon = Your own notes

notes-soon-heading = { $group }: your own notes
notes-soon = I will delete your own notes of the season on { $date }. Here they are once more. If you'd like me to keep them as long as the rest of the group's things, press the button.
button-notes-keep = Keep my notes
button-notes-not-keep = No need to keep them
notes-keep-until = I'll keep your notes until everything of the group is deleted on { $date }.
notes-keep-on = I'll keep your notes as long as the group goes on. You can delete them at any time.
notes-keep-not = All right. Your notes will be deleted on { $date }.
notes-keep-none = You have no notes of that season.
keepsake-notes-until = I will delete your own notes on { $date }. If you'd like me to keep them as long as the rest, press “{ button-notes-keep }”.
