# The lead's turn: swapping it, keeping time, and what the lead is asked after the meeting.

## Who leads when

rota-own = You lead: { $whens }.
rota-own-none = You have no turn to lead just now.
rota-own-out = You've asked not to have a turn. Only you see this line.
button-rota-out = I'd rather not lead
button-rota-in = I can lead again
rota-part-out = All right, you won't have a turn to lead. If you had one, it has passed to somebody else. I won't tell anyone about this.
rota-part-in = Good, your turn will come round again.

## Swapping a turn

button-swap = Swap { $when }
button-swap-turn = { $name }: { $when }
swap-whom = With whom would you like to swap your turn on { $when }? I'll ask them in private.
swap-asked = I'll ask { $name } in private, and tell you the answer. Until then the turn on { $when } is yours.
button-swap-withdraw = Withdraw the proposal
swap-withdrawn = The proposal is withdrawn, and the turns are as they were.
swap-ask = { $name } would like to swap turns: you would lead on { $when }, and { $name } on { $theirs }. If that doesn't suit you, you don't need to say why.
swap-ask-take = { $name } asks whether you could lead in their place on { $when }. If that doesn't suit you, you don't need to say why.
button-swap-yes = That's fine
button-swap-no = Not now
swap-done = The turns are swapped: you lead on { $mine }, and { $name } on { $theirs }.
swap-mine-now = It's now your turn to lead on { $when }. { $name } will hear of it in private.
swap-theirs-now = { $name } leads in your place on { $when }.
button-swap-back = Undo the swap
swap-no-done = All right, the turns stay as they are. { $name } will hear of it in private.
swap-said-no = { $name } can't take the turn on { $when } just now, so it is still yours.
button-swap-other = Ask somebody else
swap-said-back = { $name } has undone the swap ({ $when }). The turns are as they were before it.
swap-undone = The swap is undone. { $name } will hear of it in private.
swap-gone = This swap can't be made any more: it was withdrawn, or the turns have changed since.
swap-answered-yes = You've already answered that the swap is fine.
swap-answered-no = You've already answered that the swap doesn't suit you now.
swap-answered-back = This swap has been undone.
preview-private-swap = (A private question about swapping turns.)

## Keeping time

button-clock = Keep time for me
clock-begins = I'll keep time from the start of the meeting.
clock-begun = I'm keeping time from this moment on.
clock-runs = I'm already keeping time.
clock-more = This part has more time now, and the rest moves on by as much.
clock-line = until { $until }: { $text }
clock-only-you = I'll tell only you when the time for a part is up.
clock-stopped = All right, I've stopped keeping time.
clock-done = You're done already, so I'm not keeping time any more.
button-clock-more = Five more minutes
button-clock-stop = Stop keeping time
button-clock-anew = Start from the beginning
stretch-arrive = Opening round
stretch-pause = Break
stretch-close = Closing
step-over = Time is up: { $text }
step-next = Next: { $text } ({ $minutes } min)
step-last = This was the last part.

## After the meeting

held-ask = Was the meeting on { $when } held?
button-held-yes = Yes, it was
button-held-no = It wasn't held
button-held-change = Change the answer
button-held-mistake = It was held after all
held-too-early = The meeting doesn't start until { $when }. Answer this afterwards.
held-too-late = The feedback on the meeting on { $when } has closed, so this can't be changed any more. Please tell the convener.
held-no-kept = All right, the meeting on { $when } wasn't held. No feedback is collected on it. The convener will hear of it and can agree on a new time.
held-no-nobody = All right, the meeting on { $when } wasn't held. No feedback is collected on it. The group has no convener just now, so agree together on how to go on.
not-held = The meeting on { $when } wasn't held. No feedback is collected on it. Shall it have a new time, or be left out?
button-not-held-move = A new time
button-not-held-cancel = Leave it out
present-ask = How many of you were there? I don't ask for names.
present-ask-when = How many of you were at the meeting on { $when }? I don't ask for names.
present-title = How many were there
present-label = How many of you were there?
present-hint = A number from 2 to { $most }. I don't ask for names.
present-range = Write a number from { $least } to { $most }.
present-kept = Thank you. There were { $count } of you.
present-none = Thank you.
button-number = { $number }
button-present-type = I'll type the number
button-present-skip = I don't remember
submit-present = Save the number
outcome-offer = If there is something that you all want to remember from this time, write it here. The whole group sees it, also those who couldn't come.
button-agreed = What you agreed on
button-come-back = What you'll come back to
button-outcome-change = Change the text
outcome-title-agreed = What you agreed on
outcome-title-carry = What you'll come back to
outcome-label-agreed = What did you agree on?
outcome-label-carry = What will you come back to next time?
outcome-hint = The whole group sees this. If you empty the field, the earlier text is removed.
outcome-kept = Saved. The whole group sees this.
outcome-none = All right, no text is saved.
outcome-not-held = The meeting on { $when } wasn't held, so there is nothing to write down. If it was held after all, change your answer first.
submit-outcome = Save for the group
agreed-heading = What was agreed
come-back-heading = What to come back to
carried-heading = Left from last time
catchup-heading = The meeting on { $when }
catchup-theme = The theme: { $theme }
catchup-too-early = The meeting on { $when } hasn't been held yet.
button-catchup-theme = The theme and its tasks
