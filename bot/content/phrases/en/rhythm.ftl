# The group's rhythm, holidays and between-tasks.

## Rhythm

button-naming = Name and language
naming-kept = Saved. The group's name: { $group }. Language: { $language }.
submit-naming = Save
button-rhythm = Rhythm of messages
rhythm-heading = Rhythm of messages: { $group }
rhythm-kept = The change is saved, and what is to come follows it.
rhythm-convener = The convener can change these. Tell them if something doesn't suit you.
rhythm-posts = At most { $count } messages come for each meeting.
rhythm-kinds-all = All messages are in use.
rhythm-kinds = Not in use: { $names }.
rhythm-before = The pre-task comes { $days } days before, the reminder { $reminder ->
    [one] the day before
   *[other] { $reminder } days before
} and the last message { $minutes } minutes before.
rhythm-quiet = It is quiet from { $start }:00 to { $end }:00.
rhythm-preparation-every = There is a pre-task before every meeting.
rhythm-preparation-light = The pre-task is light, and you may come unprepared.
rhythm-preparation-off = There are no pre-tasks. You may come unprepared.
rhythm-ask-posts = How many messages are enough for one meeting? What matters least gives way first.
rhythm-ask-kinds = Which messages would you like?
rhythm-ask-before = How long before? The top row is the pre-task, the middle one the reminder, and the bottom one the last message.
rhythm-ask-quiet = When may I send nothing? In the top row the quiet begins, in the bottom row it ends.
rhythm-ask-preparation = How much do you prepare for meetings?
rhythm-ask-floor = How is feedback shown? A change is for the next round. One that is open now keeps what was promised in it.
button-rhythm-posts = How many messages
button-rhythm-kinds = Which messages
button-rhythm-before = How long before
button-rhythm-quiet = Quiet hours
button-rhythm-floor = How feedback is shown
button-rhythm-preparation = Preparing
button-rhythm-set-posts = { $count }
button-rhythm-set-pretask = { $count } days
button-rhythm-set-reminder = { $count ->
    [one] 1 day
   *[other] { $count } days
}
button-rhythm-set-soon = { $count } min
button-rhythm-set-from = { $count }:00
button-rhythm-set-to = { $count }:00
button-rhythm-off = Leave out: { $kind }
button-rhythm-on = Bring back: { $kind }
button-preparation-every = Every time
button-preparation-light = Lightly
button-preparation-off = Not at all
pretask-ask-light = If you like, you can think these over. You may come unprepared:

## Holiday

button-holiday = Holiday
holiday-title = Holiday
holiday-first = First day of the holiday
holiday-last = Last day of the holiday
holiday-hint = For example: 20 December
submit-holiday = See what changes
holiday-order = The last day is before the first. Write a day that comes after it.
holiday-long = A holiday can last { $days } days at most. If you don't know when you'll carry on, press “{ button-pause }” in the menu.
holiday-look = The holiday begins on { $first } and ends on { $last }. I'll send the group nothing in that time.
holiday-moves = { $count ->
    [one] One meeting moves:
   *[other] { $count } meetings move:
}
holiday-move = { $old } → { $new }
holiday-moves-none = No meeting changes its time.
button-holiday-sure = Set the holiday
button-holiday-other = Other days
button-holiday-off = Remove the holiday
holiday-is = The group has a holiday: it begins on { $first } and ends on { $last }.
holiday-off = The holiday has been removed. The meetings stay at their times.
holiday-done = The holiday is set, and I'll tell the group.
holiday-heading = Holiday
holiday-post = The holiday begins on { $first } and ends on { $last }. I'll send nothing here in that time. Rest well.
holiday-times = Meetings after the holiday

## Between-task

button-between = Between-task
between-title = Before next time
between-label = What will you do before { $when }?
between-hint = Something small and concrete is enough. The whole group sees it. If you empty the field, the earlier text is removed.
submit-between = Save
between-none-ahead = A between-task is for the time between two meetings. Come back to this after the next meeting.
between-kept = Saved. I'll remind the group of it before next time.
between-gone = There is no between-task.
button-between-change = Change the between-task
between-heading = Before next time
between-until = You meet next on { $when }.

## Help

help-own-heading = Help close by
pretask-help = If things feel heavy, you're not alone: /{ command-help } says where to turn. In an emergency, call 112.
