# Feedback on a meeting: questions, answers, and what to come back to.

feedback-heading = How did the meeting feel? { $theme }
scale-line = { $letter }. { $question } 1 = { $low }, 5 = { $high }
scale-button = { $letter } { $step }
scale-drawn =
    { $question }
    { $low } { $picture } { $high }
    { $counts }
feedback-promise = { $floor ->
    [3] You can answer until { $closes }. Only then are the answers shown, together and without names, if at least three people answer. If you couldn't come, there is nothing to answer here.
   *[other] You can answer until { $closes }. Only then are the answers shown, together and without names, if at least five people answer. If you couldn't come, there is nothing to answer here.
}
feedback-limits = In a small group, people can still sometimes guess the writer from the words.
rated = Noted: { $marks }
sentence-title = One sentence of feedback
sentence-hint = You may leave this empty. If you empty the field, the earlier sentence is removed.
sentence-kept = { $floor ->
    [3] Your sentence is saved. You can change it until { $closes }. It is shown among the others without your name, if at least three people answer.
   *[other] Your sentence is saved. You can change it until { $closes }. It is shown among the others without your name, if at least five people answer.
}
sentence-back = All right, no sentence is saved.
feedback-not-yet = Feedback opens after the meeting.
feedback-not-held = The meeting on { $when } was not held, so there is nothing to answer about it.
feedback-closed = The feedback has closed, so answers can no longer be changed.
feedback-absent = This is for those who were at the meeting. If you were there after all, share your thoughts in the group.
results-heading = What you said: { $theme }
results-pooled = { $floor ->
    [3] There are still too few answers to show without names. They will be counted together with the next ones, and shown once at least three people have answered.
   *[other] There are still too few answers to show without names. They will be counted together with the next ones, and shown once at least five people have answered.
}
results-too-few = There were too few answers to show without names. They will be deleted unread when the group ends.
results-of-several = { $count ->
    [one] These answers are from the last meeting.
    [2] These answers are from the last two meetings together.
    [3] These answers are from the last three meetings together.
   *[other] These answers are from the last { $count } meetings together.
}
results-alike = { $question } Your answers were close to one another.
results-sentences = In your own words
results-preview = { $floor ->
    [3] What the group answered comes here, if at least three people answer.
   *[other] What the group answered comes here, if at least five people answer.
}

## One page for everything

button-feedback = Answer on one page
button-feedback-change = Change my answers
submit-feedback = Save my answers
feedback-page = Feedback on the meeting
scale-end = { $step } – { $end }
feedback-kept = { $floor ->
    [3] Your answers are saved. You can change them until { $closes }. They are shown among the others, without a name, if at least three answer.
   *[other] Your answers are saved. You can change them until { $closes }. They are shown among the others, without a name, if at least five answer.
}

## What to come back to

button-carry = What to come back to
button-carry-change = Change this
button-carry-open = Note what to come back to
submit-carry = Save
submit-carry-open = Save
carry-title = What to come back to
carry-label = What would you like to come back to?
carry-hint = Shown without your name in feedback and the next pre-task. If you empty the field, the earlier text is removed.
carry-kept = { $floor ->
    [3] Saved. You can change it until { $closes }. It is shown among the others, without a name, if at least three answer. People who know each other can sometimes guess from the words.
   *[other] Saved. You can change it until { $closes }. It is shown among the others, without a name, if at least five answer. People who know each other can sometimes guess from the words.
}
carry-back = All right, nothing is saved.
carry-open-label = What should the group come back to?
carry-open-hint = Everybody sees it in the next pre-task, without your name. If you empty the field, the earlier text is removed.
carry-open-kept = Saved. Everybody sees it in the next pre-task.
carry-aloud = What one thing would you like to come back to next time?
carry-too-early = The meeting begins { $when }. You can write this after that.
carry-too-late = The next pre-task has gone out already, so this would come too late for it. Bring it up at the meeting.
carry-no-next = There is no next meeting yet, so this has no place to go. Write it in the group's channel.
results-carried = What some of you wished to come back to
pretask-carried = Last time you wanted to come back to this:

## My data

data-words = In your own words
data-quote = Permission to quote
data-carry = What to come back to
