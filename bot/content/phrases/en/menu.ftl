# Menus: what there is to do by press.

button-ours = Group matters
ours-heading = What there is to do: { $group }
button-convening = For the convener
convening-heading = For the convener: { $group }
branch-more = more
branch-more-about = what is needed less often

## One meeting

plan-open = Press a time to open that meeting.
button-plan-before = Earlier meetings
button-plan-after = Later meetings
meeting-heading = Meeting { $number }: { $theme }
meeting-told-nothing = You can say whether you're coming.
meeting-told-coming = You've told me you're coming.
meeting-told-absent = You've told me you can't come.
meeting-told-late = You've told me you'll be late.
meeting-told-early = You've told me you'll leave early.
meeting-word-group = Your word to the group: “{ $reason }”
meeting-word-convener = Your word to the convener only: “{ $reason }”
meeting-none-then = There is no meeting on { $date }. Which meeting do you mean?
meeting-which = Which meeting do you mean?
