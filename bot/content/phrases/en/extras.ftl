# What a platform has besides messages: offers for a command, forms by pages, wishes, missing permissions.

button-mend = Correct it
button-on = Go on
form-problem = { $label }: { $problem }
form-goes-on = A few more things.
button-open-form = Open the form
answer-none = Done.
answer-lost = I could not show the answer. The menu tells you what has been saved.
form-again = The form is ready to be opened.

meeting-unknown = I can't find that meeting. Choose it from the list that opens as you type.
offer-of-group = { $group }: { $offer }
offer-when = { $when }
option-meeting = meeting
option-meeting-about = which meeting; left out, it is the next one
option-when = when
option-when-about = for example Tue 15 Sep at 17:00
option-zone = zone
option-programme = programme
option-language = language
option-every = every
option-length = length
option-meetings = meetings
option-themes = themes
option-floor = feedback
option-events = events
option-threads = threads
option-role = role
root-about = your group in Piiri
branch-group = group
branch-group-about = what a convener does for the group
own-time = { $at } your time

button-extras = Extras
extras-title = What the group would like
extras-events = Meetings as events of the server
extras-threads = A thread for each theme
extras-role = A role to mention in reminders
extras-role-hint = Leave it empty to mention nobody.
extras-on = yes
extras-off = no
submit-extras = Save
extras-none = There is nothing else to choose on this platform.
extras-role-everybody = Choose a role that not everybody has.
extras-kept = That is saved.


why-lacks-view = I don't have the permission to see the channel (View Channel)
do-lacks-view = Allow it for me in the channel's settings, under Permissions. Then I'll ask whether to go on.
why-lacks-send = I don't have the permission to send messages (Send Messages)
do-lacks-send = Allow it for me in the channel's settings, under Permissions. Then I'll ask whether to go on.
why-lacks-threads = I don't have the permission to send messages in threads (Send Messages in Threads)
do-lacks-threads = Allow it for me in the channel's settings, under Permissions. Then I'll ask whether to go on.
why-lacks-history = I don't know whether it arrived, because I don't have the permission to look (Read Message History)
why-lacks-files = it arrived without the calendar file, because I don't have the permission to attach one (Attach Files)
why-lacks-events = I don't have the permission to create events (Create Events)
why-lacks-make-threads = it arrived, but I don't have the permission to open a thread for it (Create Public Threads)
why-lacks-pin = it arrived, but I don't have the permission to pin it (Pin Messages)
