# Buttons, forms, commands and the patterns of times.
# The patterns are written the Unicode way: EEE = Tue, d MMM = 15 Sep, HH:mm = 17:30.

pattern-when-full-hour = EEE d MMM 'at' HH:mm
pattern-when = EEE d MMM 'at' HH:mm
pattern-date = EEEE d MMMM yyyy
pattern-time = HH:mm


## Buttons

button-join = I'm in
button-privacy = Privacy
button-menu = Menu
button-plan = Meetings
button-help = Help
button-leave = Leave the group
button-leave-tell = Leave and tell the group
button-leave-quiet = Leave quietly
button-stay = I'll stay
button-coming = I'm coming
button-absent = I can't come
button-late = I'll be late
button-undo = I can come after all
button-on-time = I'll be on time
button-reason-group = A word to the group
button-reason-convener = A word to the convener only
button-meet = Meet anyway
button-move = Move the meeting
button-cancel = Cancel the meeting
button-note = Write to myself
button-notes = My notes
button-note-more = Write more
button-note-change = Change no. { $number }
button-note-drop = Delete no. { $number }
button-theme = This time's theme
button-themes = Choose the themes
button-brief = Brief for the lead
button-rota = Who leads when
button-lead-take = I'll lead on { $when }
button-lead-pass = Pass my turn on
button-done = We're done
button-sentence = Write a sentence
button-sentence-change = Change the sentence
button-move-sure = Move to this time
button-move-on = Move all later ones too
button-move-on-sure = Move these
button-add-sure = Add this meeting
button-other-time = Another time
button-cancel-sure = Yes, cancel it
button-keep = Leave it as it is
button-change = Place and length
button-add = Add a meeting
button-absences-at-once = Tell absences at once
button-absences-folded = Tell absences in the reminder
button-upcoming = What's coming
button-pause = Take a break
button-resume = Carry on
button-end = End the group
button-end-sure = End it for good
button-convene = I'll be the convener
button-setup-sure = Start the group
button-setup-change = Change something
button-mydata = My data
button-forget = Forget me
button-forget-sure = Delete all my data
button-back = Back
button-stop = Stop
button-skip = Skip
button-clear = Clear it
button-keep-value = Keep: { $value }
button-look = Back to the summary

## Forms

submit-note = Save for myself
submit-reason = Send
submit-sentence = Save the sentence
submit-move = Show the new time
submit-add = Show the time
submit-change = Save and tell the group
submit-themes = Save the order
submit-setup = Show me how it looks
form-question = { $number }/{ $count } { $label }
form-stopped = Stopped. Nothing was saved of this question.
form-here = That button was for an earlier question. Let's go on from here.
form-change = What would you like to change?
form-answered = { $label }: { $value }
form-open = not yet
field-empty = Write something here.
field-too-long = Your text has { $count } characters, and there is room for { $most }. Shorten it or split it in two.
choice-unknown = Choose one of the options given.
when-label = When?
when-hint = For example: Tue 15 Sept at 17:00
where-label = Place or link
where-hint = Write the address, or the https link of an online meeting.
length-label = Length
length-hint = For example: 2h30
move-title = A new time for the meeting on { $when }
move-ask = Move the meeting from { $old } to { $new }?
moved-done = Moved. The new time is { $when }, and I'll tell the group.
moved-on-done = { $count ->
    [one] One meeting moved. I'll tell the group the new time.
   *[other] { $count } meetings moved. I'll tell the group the new times.
}
moved-already = The meeting is already at that time: { $when }.
add-title = A new meeting
add-ask = Add a meeting on { $new }?
added-done = Added: { $when }. I'll tell the group.
cancel-ask = Cancel the meeting on { $when }? Its theme passes to the next one.
cancel-ask-shift = Cancel the meeting on { $when }? Its theme passes to the next one, and this one drops out at the end: { $theme }.
cancel-ask-lost = Cancel the meeting on { $when }? Then this theme drops out of the season: { $theme }.
cancelled-done = Cancelled: { $when }. I'll tell the group.
change-title = The meeting on { $when }
change-scope = Which meetings is it for?
change-scope-one = This one only
change-scope-on = This and all later ones
change-done = The meeting on { $when } is changed. I'll tell the group.
change-done-on = The meeting on { $when } and all after it are changed. I'll tell the group.
change-nothing = Nothing changed in the meeting on { $when }.
themes-title = The order of the themes
themes-label = Theme numbers, in your order
themes-hint = { $count ->
    [one] There is one meeting to choose for. Write one number.
   *[other] There are { $count } meetings to choose for. For example: 2, 5, 1, 7
}
theme-number = { $number }. { $theme }
themes-unclear = Write numbers from the list, each one once, for example: 2, 5, 1, 7
themes-kept = The order of the themes is saved.
setup-title = A new group
setup-name = The group's name
setup-programme = Programme
setup-language = The group's language
setup-first = First meeting
setup-every = How often will you meet?
setup-length = Length of a meeting
setup-meetings = How many times?
setup-themes = Themes
setup-themes-later = We'll choose later
setup-themes-order = In the programme's order
setup-floor = How is feedback shown?
setup-floor-hint = If there are fewer than six of you, five may not answer. With three, guessing who wrote is easier.
setup-zone = Time zone
setup-short-name = Name
setup-short-language = Language
setup-short-every = How often
setup-short-length = Length
setup-short-meetings = Times
setup-short-where = Place
setup-short-floor = Feedback
setup-preview = This is how the group would start
setup-first-day = First meeting: { $date }
setup-nothing-yet = The group has not been started yet. When you press “Start the group”, the plan appears in the channel.
setup-done = The group { $group } has started. The plan is in the channel, and each person joins by pressing the button there, you too.
setup-in-channel = Start setting up the group in the channel where it talks.
setup-too-old = Setting up the group was left unfinished for more than a day, so I didn't keep your answers. Start again in the channel: /{ command-setup }
every-1w = every week
every-2w = every two weeks
every-3w = every three weeks
every-4w = every four weeks
every-1m = once a month, same day of the week
floor-five = When five have answered
floor-three = When three have answered (groups under six)
floor-aloud = Spoken aloud at the end of the meeting
floor-said-five = Feedback is shown without names once five people have answered.
floor-said-three = Feedback is shown without names once three people have answered. Among so few, the writer can sometimes be guessed.
floor-said-aloud = Feedback is spoken aloud at the end of the meeting. Nothing is collected.

## The menu, help and your own data

menu-heading = { $group }
which-group = Which group do you mean?
help-heading = Piiri
help-what = I keep the group together between meetings. I send something to think over and a reminder, tell you who can't come, and ask afterwards how it felt.
help-how = Everything is in the menu: press Menu or type /menu. What you write to me in private, I save as a note that only you see.
help-crisis = I'm not an emergency service, and I don't read messages to see if somebody needs help. In an emergency, call 112. When things feel heavy, you can talk to MIELI's crisis line, in English too: 09 2525 0113.
start-how = Add me to the channel where your group talks, and type /{ command-setup } there. If the group is there already, press “{ button-join }” in the channel.
start-invite = There is no group in this channel yet. Shall we start one? I'll ask a few things, and you can look at everything before the group starts.
start-ask-admin = There is no group in this channel yet. An admin of the channel can start one. You can ask them.
mydata-heading = Your data
mydata-what = { $count ->
    [0] You're not in any group. Everything that is kept about you is attached.
    [one] You're in one group. Everything that is kept about you is attached.
   *[other] You're in { $count } groups. Everything that is kept about you is attached.
}
forget-ask = Delete all your data? You leave every group, and your notes, absences and open answers disappear. Feedback that has been shown can't be deleted, because nobody knows which of it is yours.
forget-done = Your data has been deleted. If you ever come back, we start afresh.
end-ask = End the group { $group } for good? Its coming meetings fall away, and feedback that has not been shown is deleted unread.
ended-done = The group { $group } has ended.
paused-done = The group { $group } is taking a break. I won't send anything until you carry on. In a month I'll ask the conveners how things are. If the break lasts half a year, the group ends.
paused-already = The group is already taking a break. In a month I'll ask how things are.
resumed-done = The group { $group } carries on.
resumed-already = The group { $group } isn't on a break.
convene-done = You're now the convener of the group { $group }.
convene-already = You're already the convener of the group { $group }.
convene-taken = The group already has a convener.
file-meeting = meeting
file-mydata = my-data
data-time = { $when }
data-person = You
data-name = Name
data-platform = Platform
data-platform-id = Id on the platform
data-language = Language
data-groups = Groups
data-group = Group
data-programme = Programme
data-joined = Joined
data-notes = Notes
data-meeting = Meeting
data-text = Text
data-told-about-coming = What you've said about coming
data-told = You said
data-reason = Reason
data-reason-seen-by = Who sees the reason
data-leads = Your turns to lead
data-open-feedback = Feedback that is still open
data-scales = Answers
data-sentence = Sentence
data-let-in = Channels that you added Piiri to
data-convener-of = Convener of
data-unfinished-form = Unfinished form
day-unclear = I didn't understand the day “{ $typed }”. Write it like this, for example: 15 October
day-range = That day ({ $date }) has passed or is more than two years away. Write a day that lies ahead.
