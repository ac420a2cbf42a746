# Away from several meetings, leaving before the end, and a word to the group.

## From several meetings

button-away = I'll be away for longer
away-which = Which meetings can't you come to? You don't need to say why.
button-away-next = { $count ->
    [1] The next one: { $last }
    [2] The next two, the last on { $last }
    [3] The next three, the last on { $last }
   *[other] The next { $count }, the last on { $last }
}
button-away-all = All that are left
button-away-until = I'll type a day
away-title = Away from several meetings
away-label = Until which day are you away?
away-hint = For example: until 15 October
away-none = Your absence would end on { $day }, but the next meeting isn't until { $when }. Write a later day.
away-noted = { $count ->
    [one] Noted: you can't come to this meeting. You don't need to say why.
   *[other] Noted: you can't come to these meetings. You don't need to say why.
}
away-already = { $count ->
    [one] You've already told me that you can't come to this one:
   *[other] You've already told me that you can't come to these:
}
button-away-undo = { $count ->
    [one] I can come after all
   *[other] I can come to all of these after all
}
away-back = { $count ->
    [one] Good, you can come to this one after all:
   *[other] Good, you can come to these after all:
}
away-undone = These absences have been undone already. You can tell me again which meetings you can come to.
submit-away = Note the absences

## For a part of it

button-early = I'll leave early
button-whole = I'll stay to the end
early-noted = Noted: you'll leave early ({ $when }).
part-both = I can note only one of these. If you'll both be late and leave early, tell the group the other one in a word.
early-line = Leaving early: { $names }
early-line-reason = Leaving early: { $names } – “{ $reason }”
early-post = { $names } will leave early on { $when }.
early-post-reason = { $names } will leave early on { $when }: “{ $reason }”
whole-after-all = { $name } will be there for the whole meeting ({ $when }).
absent-post-many = { $name } can't come to these meetings: { $whens }.
coming-after-all-many = { $name } can come after all: { $whens }.

## A word to the group

greeting-line-reason = Greetings: { $names } – “{ $reason }”
greeting-post = Greetings: { $name } ({ $when }) – “{ $reason }”
word-to-convener-early = { $name } will leave the meeting on { $when } early and tells you: “{ $reason }”
word-to-convener-coming = { $name } is coming to the meeting on { $when } and tells you: “{ $reason }”
reason-whom-first = If you're coming, press “{ button-coming }” first. Then I'll note only your word.
button-reason-drop = Take my word back
button-reason-drop-of = Take my word back ({ $when })
reason-dropped = Your word has been removed ({ $when }).
