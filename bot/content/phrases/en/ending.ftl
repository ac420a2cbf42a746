# The season's beginning and end: what I hope for, evaluation, report, keepsake, follow-up, deletion, a new season.

## What I hope for

button-expect = What I hope for
expect-title = What I hope for
expect-label = What do you hope for from this group?
expect-hint = Only you see this. You get it back when the season ends.
expect-kept = Saved. Only you see this, and you get it back when the season ends. You can change it at any time.
expect-gone = All right, nothing is saved.
submit-expect = Save for myself

## The evaluation after the last meeting

evaluation-heading = How was the season?
evaluation-ask = The season is coming to its end. Look back for a moment, if you have the time:
evaluation-promise = { $floor ->
    [3] You can answer until { $closes }. Answers are shown only then, together and without names, if at least three people answer. Otherwise they are deleted unread.
   *[other] You can answer until { $closes }. Answers are shown only then, together and without names, if at least five people answer. Otherwise they are deleted unread.
}
evaluation-not-yet = I ask about the whole season after the last meeting.
evaluation-empty = All right, no answer in words is saved.
evaluation-kept = { $floor ->
    [3] Your answer is saved. You can change it until { $closes }. It is shown among the others without your name, if at least three people answer.
   *[other] Your answer is saved. You can change it until { $closes }. It is shown among the others without your name, if at least five people answer.
}
evaluation-said = What you said about the season
evaluation-too-few = { $floor ->
    [3] Fewer than three answered the questions about the season, so the answers were deleted unread.
   *[other] Fewer than five answered the questions about the season, so the answers were deleted unread.
}
button-evaluate-words = Answer in your own words
button-quote-ask = Permission to quote: { $question }
submit-evaluate-words = Save the answers
aloud-season = The whole season, aloud

## The report

button-report = Report
report-file = { $group } report
report-title = { $group }: report on the season
report-about = This is the group's shared report on its season. Programme: { $programme }.
report-did = What we did
report-line = { $number }. { $theme } ({ $date })
report-not-met = The group did not get to meet.
report-changes = On the way, { $moved ->
    [0] no meetings were
    [one] one meeting was
   *[other] { $moved } meetings were
} moved and { $cancelled ->
    [0] none were
    [one] one was
   *[other] { $cancelled } were
} cancelled.
report-nth = Meeting { $number }
report-nths = Meetings { $first }–{ $last }
report-present = How many could come
report-present-bars = People at each meeting
report-present-how = The number is what the lead said. Where the lead gave none, it is how many had not said that they couldn't come.
report-feedback = How the feedback went
report-feedback-how = The numbers are averages. A point is left open where too few answered or everybody answered alike. Meetings that were shown together are one point.
report-evaluation = What we said about the season
report-quotes = Our words
report-quotes-outside = These may be quoted outside the group, too:
report-quotes-inside = These may be quoted only within the group:
report-agreed = What we agreed at the meetings
report-agreed-line = { $date }: { $text }
report-private = Nobody's notes are in the report. An answer bears a name only where its author allowed it.
report-here = Here is the report, to read and to print. You can get it again until everything is deleted on { $date }.

## The farewell

farewell-preview = (What the group said about the season goes here, with the report.)
farewell-thanks = Thank you
farewell-report = The report on the season is here, to read and to print. Each of you also gets a keepsake of your own, privately.
farewell-next = What happens now
farewell-gone = Everything that I have about the group will be deleted on { $date }. I'll tell you again a week before.
farewell-ask = May I ask you after three and six months what has stayed with you? I ask only those who say yes, and only privately. If somebody says yes, everything is kept until then and for a month more.
farewell-again = If you'd like to carry on, the convener can start a new season. Whoever wants to can join.
farewell-again-anyone = If you'd like to carry on, any member can start a new season. Whoever wants to can join.
menu-over = { $group }: the season is over

## The keepsake

button-keepsake = My keepsake
preview-keepsake = (A keepsake of the season for each member, privately. Nobody else sees it.)
keepsake-file = { $group } keepsake
keepsake-title = { $group }: your keepsake
keepsake-only-you = Only you were given this. Your own words come first, then the report that you all share.
keepsake-hope = What you hoped for
keepsake-hoped = At the beginning you wrote to yourself what you hoped for:
keepsake-here = Here is your own keepsake of the season, to read and to print. Save it if you'd like to have it. You can get it again until everything is deleted on { $date }.
keepsake-notes = Your own notes, { $date }: { $theme }
keepsake-notes-open = Your own notes, { $date }
keepsake-empty = Nothing of your own has been saved from the group { $group }.

## The follow-up

button-followup-yes = You may ask me later
button-followup-no = Don't ask me
button-followup-stop = Don't ask me any more
button-followup-answer = Answer
followup-yes = Thank you. I'll ask you privately when the time comes. You can change your mind whenever you like.
followup-no = All right, I won't ask you.
followup-over = The time for these questions has passed.
followup-stopped = All right, I won't ask you any more.
followup-heading = What stayed? { $group }
followup-ask = { $months ->
    [3] It is three months since the season ended, and you said I may ask:
   *[other] It is six months since the season ended, and you said I may ask:
}
followup-q-stayed = What has stayed with you from the group?
followup-q-changed = What has changed?
followup-q-help = What would help you now?
followup-for-you = These are for you alone to think about. So few said yes that answers could not be shown without names, so I don't collect them.
followup-promise = { $floor ->
    [3] You can answer for a week, until { $date }. Answers are shown to those who said I may ask, without names and only if at least three people answer. Otherwise they are deleted unread.
   *[other] You can answer for a week, until { $date }. Answers are shown to those who said I may ask, without names and only if at least five people answer. Otherwise they are deleted unread.
}
followup-kept = Your answer is saved. You can change it until the week is over.
followup-results = What stayed: { $group }
followup-too-few = { $floor ->
    [3] Fewer than three answered, so the answers were deleted unread.
   *[other] Fewer than five answered, so the answers were deleted unread.
}
submit-followup-answer = Save the answers

## Deletion

deletion-soon-heading = { $group }: everything will be deleted in a week
deletion-soon = On { $date } I will delete everything that I have about the group: notes, hopes, feedback, the agreement and who was in it.
deletion-soon-save = If you'd like to keep something, get it now with a button and save it. You get it privately.
deletion-channel = The messages in this channel are not mine to delete: they stay here for as long as you like.
deletion-soon-keep = Everything is kept three months longer if every member wishes it. Otherwise I delete it, and nobody needs to say why.
button-keep-longer = Keep it 3 months longer
button-keep-not = No need to keep it
keep-settled = This has been settled already.
keep-noted = Your wish is noted. Everything is kept longer if everybody wishes it. Otherwise it is deleted on { $date }.
keep-not-noted = Noted. Everything will be deleted on { $date }.
keep-all = Everybody wished the same. Everything is kept, and will be deleted on { $date }.
kept-post = Every member of the group { $group } wished to keep everything longer. It will now be deleted on { $date }. I'll tell you again a week before.
deletion-done = The group's season is over, and everything that I had about it has now been deleted. Thank you all.

## A new season

button-again = Start a new season
button-again-sure = Start this season
again-title = New season
again-what = Nothing private is carried over: each person joins by pressing the button. The group's agreement becomes a draft that you can change.
again-done = The new season of the group { $group } has started. The plan is in the channel, and each person joins by pressing the button there, you too.
again-begun = There is already a new group in this channel. You can join it by pressing “{ button-join }”.
submit-again = Show me how it looks
plan-again = A new season begins. Nothing private is carried over from the one before.

## What cannot be done yet

refused-running = This opens when the season of the group { $group } is over.
