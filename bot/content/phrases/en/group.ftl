# What Piiri says to a group and its members. “You” is the group in the channel, one person in private.
# Times: $when reads like "Tue 15 Sep at 17:00". The pattern can be changed in forms.ftl.

## Where, when, who

when = { $when }
where-link = Online: { $link }
where-place = Place: { $place }
where-open = The place is still to be agreed.
theme-open = theme still to be chosen
lead-is = Leading: { $name }
lead-open = Who leads is agreed on the spot.
absent-line = Can't come: { $names }
absent-line-reason = Can't come: { $names } – “{ $reason }”
late-line = Coming late: { $names }
late-line-reason = Coming late: { $names } – “{ $reason }”
next-time = Next meeting
next-line = { $when }: { $theme }
lasts = Length: { $hours ->
    [0] { $minutes } minutes
   *[other] { $minutes ->
        [0] { $hours ->
            [one] one hour
           *[other] { $hours } hours
        }
       *[other] { $hours } h { $minutes } min
    }
}
calendar-title = { $group }: { $theme }

## The plan and joining

plan-heading = { $group } – { $programme }
plan-line = { $when }: { $theme }
plan-line-lead = { $when }: { $theme } ({ $name } leads)
plan-join = To join, press the button yourself. You can leave whenever you like.
plan-stranger = This group's plan is for its members to see.
privacy-short =
    What you write in private is yours: only you see your notes, and feedback is shown without names.
    I read only commands, button presses and what you write to me.
plan-privacy = { privacy-short } Read more: /{ command-privacy }
season-heading = { $group }: meetings
members-line = { $count ->
    [0] Nobody has joined yet.
    [one] One person has joined: { $names }.
   *[other] { $count } people have joined: { $names }.
}
joined = You're in: { $group }
joined-what = Before each meeting you get something to think over, and a reminder the day before.
already-in = You're already in the group { $group }.
leave-ask = Would you like to leave the group { $group }? Your notes and absences will be deleted for good, and so will your open answers. Themes and materials that you added stay with the group, without your name.
left-done = You're no longer in the group { $group }. Your notes and absences have been deleted. Thank you for being part of it.
left-post = { $name } has left the group.

## The pre-task and notes

pretask-heading = Next time: { $theme }
pretask-ask = To think over before the meeting, if you have a moment:
pretask-no-theme = The theme for this meeting is still open. The convener can choose it with the button.
note-title = My notes: { $theme }
note-label = Write to yourself
note-hint = Only you see this. You get it back just before the meeting.
note-kept = Saved. Only you see this, and you get it back before the meeting ({ $when }).
note-dropped = The note has been deleted.
notes-none = You have no notes for the meeting on { $when }.
notes-heading = Your notes for the meeting on { $when }
notes-back = Your notes: { $theme }
notes-only-you = Only you see these.
wrote-which = Which group is this for? I save it as your note when you choose.
wrote-not-kept = I didn't save your message.
wrote-nothing-to = I don't know yet where this belongs, so I didn't save it. You can write notes once your group has a meeting coming.

## The reminder and just before

reminder-heading = Reminder: { $theme }
soon-heading = Starting soon: { $when }
soon-rule = From the ground rules: { $rule }

## I'm coming, I can't come

coming-noted = Good, you're coming ({ $when }).
coming-again = Good, you can come after all ({ $when }).
absent-noted = Noted: you can't come ({ $when }). You don't need to say why. If you like, you can send a word to the group or only to the convener.
late-noted = Noted: you'll be late ({ $when }).
reason-title-group = A word to the group
reason-title-convener = A word to the convener
reason-label-group = What would you like to say to the group?
reason-label-convener = What would you like to say to the convener?
reason-hint = Write only what you want to tell.
reason-whom = Who would you like to send a word to ({ $when })?
reason-whom-absent = Who would you like to send a word to? I'll also note that you can't come ({ $when }).
reason-kept-soon = I'll tell the group shortly.
reason-kept-morning = I'll tell the group in the morning.
reason-kept-reminder = I'll tell the group in the reminder.
reason-kept-convener = I'll tell this to the convener and nobody else.
absent-post = { $names } can't come on { $when }.
absent-post-reason = { $names } can't come on { $when }: “{ $reason }”
late-post = { $names } will be late on { $when }.
late-post-reason = { $names } will be late on { $when }: “{ $reason }”
coming-after-all = { $name } can come after all ({ $when }).
word-to-convener = { $name } can't come to the meeting on { $when } and tells you: “{ $reason }”
word-to-convener-late = { $name } will be late for the meeting on { $when } and tells you: “{ $reason }”
word-only-you = Only the conveners see this.
few-can = { $count ->
    [0] Nobody can come to the meeting on { $when }.
    [one] Only one person can come to the meeting on { $when }.
   *[other] Only { $count } people can come to the meeting on { $when }.
}
few-ask = Would you rather meet anyway, move the meeting, ask the group for another time or cancel it?
meet-kept = All right, the meeting goes ahead ({ $when }).
absences-at-once = I'll tell the group at once when somebody can't come.
absences-folded = I'll tell the group in the reminder who can't come.
absences-which = When shall I tell the group that somebody can't come?

## The theme and the lead

theme-still-open = The theme for the meeting on { $when } has not been chosen yet.
task-heading = { $task } ({ $minutes } min)
task-step = { $company } { $minutes } min: { $text }
brief-heading = Brief for the lead: { $theme }
brief-passed = It is now your turn to lead.
brief-mind = This time
agenda-heading = How it goes, { $minutes } min in all
agenda-line = { $minutes } min: { $text }
agenda-over = This is { $minutes } min longer than the meeting. Choose together what to leave out or shorten.
aloud-heading = Aloud at the end
lead-taken = You're now leading on { $when }.
lead-passed = { $name } now leads on { $when }.
lead-absent = You've told me you can't come on { $when }. If you can after all, tell me that first. Then you can take the lead.
lead-nobody-else = Nobody else can lead this time, as things stand. Ask in the group.
rota-heading = Who leads when
rota-line = { $when }: { $name }
rota-open = { $when }: still to be agreed

## Feedback

farewell-heading = The season is over
done-noted = Thank you for leading. I'll ask the group for feedback now.
done-aloud = Thank you for leading.
done-too-early = The meeting doesn't start until { $when }. Press this when you're done.

## Changes

moved-heading = The meeting moves
moved-line = The meeting on { $old } moves to { $new }.
moved-again = Please say again whether you can come.
moved-on-heading = The meetings have new times
moved-on-line = The meeting on { $old } and all after it move. The meetings ahead are now:
added-heading = A new meeting
cancelled-heading = Meeting cancelled
cancelled-line = There is no meeting on { $when }.
changed-heading = A change to the meeting on { $when }
changed-heading-on = A change to the meeting on { $when } and all after it
paused-post = The group is taking a break. I won't send anything until you carry on. If the break lasts half a year, the group ends, and I'll say so here.
resumed-post = The group carries on.
ended-post = This group has ended. Thank you all.
vacancy-post = The group has no convener just now. Everything goes on as before, but somebody could take this on: moving dates and answering questions.

## For the convener

trouble-heading = Not everything got through in the group { $group }:
trouble-line = { $kind }, { $when }: { $why }
trouble-do = Please tell the group yourself what it needs to know. Other messages go out on time.
why-late = I was away when it was due, and now it would be late
why-crash = I was cut off halfway, and don't know if the group saw it
why-unsure = the connection broke, and I don't know if the group saw it
why-error = I couldn't put it together; whoever runs Piiri can look in the log
why-words = some of its text was missing; whoever runs Piiri can look in the log
why-other = the channel didn't accept it
upcoming-heading = What's coming
upcoming-line = { $when }: { $kind }
upcoming-none = Nothing is coming.
preview-notes = (Own notes, for each person who has written some. Nobody else sees them.)
preview-private = (A private word to the convener.)
