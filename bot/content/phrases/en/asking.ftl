# What programmes ask in their own ways: a named middle, four fields, quotations, between-tasks, what facilitators saw.

scale-line-middle = { $letter }. { $question } 1 = { $low }, 3 = { $middle }, 5 = { $high }
scale-drawn-middle =
    { $question }
    { $low } { $picture } { $high } (3 = { $middle })
    { $counts }
document-ends-middle = { $bottom } = { $low }, { $half } = { $middle }, { $top } = { $high }
any-empty = You may leave any of these empty.

## Four fields

button-evaluate-fields = Four fields
submit-evaluate-fields = Save the answers
fields-heading = Four fields
field-line = { $title }: { $question }
field-empty-said = Nothing was written here.

## Quotations

button-quotation = Write a line to be quoted
quotation-title = A sentence that could be quoted
quotation-hint = You may leave this empty. Without your permission it is for the group only. If you empty the field, the earlier sentence is removed.
quotation-kept = { $floor ->
    [3] Your sentence is saved. You can change it until { $closes }. The group sees it among the others without your name, if at least three people answer.
   *[other] Your sentence is saved. You can change it until { $closes }. The group sees it among the others without your name, if at least five people answer.
}
quotation-may = May your sentence be quoted?
quotation-limits = A permission without your name is for good once feedback closes.
results-quotations = Sentences that may be quoted
report-quotations = Sentences that may be quoted
button-quotations = Sentences to quote
quotations-none = There are no sentences yet in the group { $group } that may be quoted outside it.
quotations-title = { $group }: sentences that may be quoted
quotations-how = Those who wrote these let them be quoted outside the group too. A name is there only if its owner allowed it, and they can take that back. So get the sentences again just before you use them.
quotations-file = { $group } sentences to quote
quotations-more = { $count ->
    [one] One more is in the attached file.
   *[other] { $count } more are in the attached file.
}

## The between-task

between-suggested = The programme suggests: { $task }
between-instead = If you agree on something else, write it here. It then takes the suggestion's place.
between-went = At the start you can say how the between-task went. If you didn't get to it, that's fine.
button-between-agree = Write down what you'll do
between-our-way = In this programme you agree each time on something concrete to do before you meet again. Write it down, and I'll remind the group of it.
between-to-agree = At the end, agree together on something small and concrete to do before you meet again.

## What facilitators saw

kind-reflect = questions to the facilitator
waits-reflect = Questions to the facilitator
button-reflect = Answer
button-reflect-change = Change my answers
button-reflect-share-yes = In the report, with my name
button-reflect-share-no = Not in the report
button-reflect-drop = Delete my answers
button-reflections = What I saw as facilitator
button-reflection-of = The season that ended on { $date }
submit-reflect = Save the answers
reflect-heading = What did you see as facilitator? { $group }
reflect-ask = The meetings of the season are behind you. Look back for a moment, if you have the time:
reflect-own = Only you see your answers. They go into the group's report only if you decide so yourself. You can change them until { $closes }. If you stop facilitating, they are deleted.
reflect-yours = Only you see your answers, unless you decide otherwise.
reflect-not-yet = You can answer these when the season is over.
reflect-closed = The time for answering is over, so your answers can no longer be changed.
reflect-none = All right, no answers are saved.
reflect-kept = Your answers are saved.
reflect-shared-no = Only you see these. If you like, they can be in the group's report with your name.
reflect-shared-yes = These may be in the group's report with your name. You can change your mind, but I can't take them out of a report that somebody already has.
reflections-which = Your answers as facilitator. Nobody else sees them unless you've decided otherwise.
report-reflections = What the facilitator saw
report-reflection-by = { $name } wrote:
refused-only-facilitator = This is for the facilitator of the group { $group }.
data-reflections = Your answers as facilitator
data-in-report = May be in the report
