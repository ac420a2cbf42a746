# Finding a common time, one's own time zone and one's own language.

## Buttons

button-times = Find a common time
button-times-meeting = A new time for { $when }
button-times-new = A time for a new meeting
button-times-type = Type the times again
button-times-more = Add times
button-times-again = Start over
button-times-another = Ask about other times
button-times-open = See what is being asked
button-times-post = Ask the group
button-times-answer = Say which times work
button-times-works = Works
button-times-if-need = If need be
button-times-no = Doesn't work
button-times-all-works = All of them work
button-times-all-no = None of them works
button-times-rest-works = The rest work
button-times-rest-no = The rest don't work
button-times-change = Change: { $when }
button-times-close = Close the question now
button-times-withdraw = Withdraw the question
button-times-withdraw-sure = Yes, withdraw it
button-times-pick = Choose { $when }
button-times-keep = Keep this time
button-times-who-anyone = Let everyone propose
button-times-who-convener = Only the convener proposes
button-times-names-shown = Show names in the result
button-times-names-counts = Show only counts in the result
submit-times = Show the times

## Proposing

times-title = Finding a common time
times-for-what = What is the time for? Next you type 2–7 times, and I ask the group which of them work.
times-label = Which times would do?
times-hint = Type 2–7 times, each on a line of its own, in the group's time. For example: Tue 15 Sep at 17:00
times-line = { $number }. { $when }
times-beside = { $when } ({ $there })
times-there = { $minute ->
    [0] { $city } { $hour }:00
   *[other] { $city } { $time }
}
times-there-day = { $city } { $when }
times-elsewhere = Elsewhere: { $there }
times-understood = I understood these times
times-not-understood = I left these out:
times-none-understood = I couldn't use any of these times.
times-problem = Number { $number }, “{ $typed }”: { $problem }
times-double = { $when } is already there.
times-soon = { $when } is so soon that not everyone has time to answer. Choose a time at least a day from now.
times-over = There is no more room for { $when }. There can be { $most } times.
times-many = I read the first { $most }, and left this unread. Type it again on a line of its own.
times-one-more = Add at least one more time, so that the group has something to choose from.
times-would-close = Nothing has been asked yet. If I ask now, the group can answer until { $closes }.
times-posted = I'm asking the group. They can answer until { $closes }, and then I'll post the result.
times-posted-already = The group is already being asked about this.
times-too-near = The meeting on { $when } is so soon that there is no time to ask the group. You can find a time for a new meeting.
times-open-already = The group is already being asked about times, until { $closes }. You can ask again once that is closed or withdrawn.
times-convener = In the group { $group }, the convener proposes times. You can ask them.
times-none-open = No time is being sought just now. The convener proposes times.
times-who-anyone = Anyone in the group can propose times now.
times-who-convener = Only the convener proposes times now.
times-names-shown = From now on, the result shows who each time works for. I say so when I ask, too.
times-names-counts = From now on, the result shows only how many each time works for.
times-names-promised = The group is being asked about times just now, and I have already said whether names are shown. You can change this once the result is out.

## The question to the group

times-heading = When shall we meet?
times-heading-move = When, if not { $when }?
times-asked-by = { $name } asks which of these times work for you:
times-asked = Which of these times work for you?
times-until = You can answer, and change your answers, until { $closes }. I'll post the result then, even if everyone has answered sooner.
times-with-names = The result shows who each time works for.
times-without-names = The result shows only how many each time works for. No names are shown.
times-nudge = You can still answer until { $closes }. If you have answered already, there is nothing more to do.
times-open-until = The question is open until { $closes }.
times-answered = { $count ->
    [0] Nobody has answered yet.
    [one] One person has answered.
   *[other] { $count } people have answered.
}

## Answering

times-ask = { $number }/{ $count } Does { $when } work?
times-mine = Your answers so far
times-mine-all = Thank you, here are your answers
times-mine-line = { $when }: { $answer }
times-said-works = works
times-said-if-need = if need be
times-said-no = doesn't work
times-mine-until = You can change them until { $closes }.
times-closed = This question has closed, and answers can no longer be changed.
times-settled = The time has been settled: { $when }.
times-withdrawn = This question has been withdrawn.
times-not-yours = This is for the convener, or for whoever asked the group.

## The result and the choice

times-result-heading = Which times work
times-preview = Here it will say which times work best.
times-best = The best time is { $when }.
times-tie = { $count ->
    [2] Two times are equally good: { $times }.
    [3] Three times are equally good: { $times }.
   *[other] { $count } times are equally good: { $times }.
}
times-too-few = { $least ->
    [2] No time works for at least two of those who answered.
    [3] No time works for at least three of those who answered.
   *[other] No time works for enough of those who answered.
}
times-nobody-can = None of these times works for anybody.
times-nobody-answered = There were no answers.
times-line-counts = { $when }: works for { $works }, if need be { $need }, doesn't work for { $no }
times-line-names = { $when }: { $said }
times-line-more = { $line }; { $said }
times-who-said-works = works for { $names }
times-who-said-if-need = if need be { $names }
times-who-said-no = doesn't work for { $names }
times-line-nobody = { $when }: works for nobody
times-line-unsaid = { $when }: no answers
times-chooses = { $name } or the convener chooses the time with a button.
times-convener-chooses = The convener chooses the time with a button.
times-undecided = The group has said which times work, and no time has been chosen yet.
times-keep-ask = The meeting is at that time already: { $when }. Keep it there?
times-kept = The meeting stays where it is: { $when }. I'll tell the group.
times-kept-post = The meeting stays where it is: { $when }.
times-closed-now = The question is closed. I'll tell the group the result.
times-withdraw-ask = Withdraw the question about times? The answers given so far are deleted.
times-withdrawn-done = The question is withdrawn. I'll tell the group.
times-withdrawn-unheard = The question is withdrawn. The group had not been asked yet.
times-withdrawn-post = The question about times has been withdrawn. No answers are needed any more.
waits-times-result = Choose the meeting's time

## One's own time zone

button-zone = My time zone
submit-zone = Save
zone-title = Where are you?
zone-label = City or time zone
zone-hint = For example: Stockholm. The group sees the place without your name. Empty means the group's time.
zone-several = There are several of that name. Type one of them: { $names }
zone-nowhere = I didn't find the place “{ $zone }”. Write a big city near you, for example Stockholm.
zone-kept = All right. From now on I give times for { $city }, too. In the group's posts the place is shown without your name.
zone-cleared = All right. From now on I give times in the group's own time only.

## One's own language

button-language = My language
button-language-app = Same as my app
language-which = I write to you in English now. Which language would you like to read?
language-kept = All right. From now on I write to you in English. To the whole group I write in the group's language.
language-as-app = All right. From now on I write to you in your app's language. If I don't know it, I write in your group's.
