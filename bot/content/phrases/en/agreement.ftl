# The group's agreement: practical points, ground rules, accepting and changing.

agreement-heading = The group's agreement
agreement-since = Accepted on { $date }
agreement-was = Accepted on { $date }
agreement-past = An earlier agreement
agreement-none = The group has no agreement yet.
agreement-line = { $point }: { $text }
agreement-open = Still to be agreed: { $names }.
agreement-rules = Ground rules in our own words

## The points

agreement-point-time = Timetable
agreement-point-place = Place
agreement-point-roles = Roles
agreement-point-trust = Confidentiality
agreement-point-away = Absences and leaving
agreement-point-contact = Keeping in touch
agreement-point-conflict = If there is a conflict
agreement-topic-time = the timetable
agreement-topic-place = the place
agreement-topic-roles = roles
agreement-topic-trust = confidentiality
agreement-topic-away = absences
agreement-topic-contact = keeping in touch
agreement-topic-conflict = conflicts
agreement-ask-time = How often, how many times and for how long do you meet? May a time be moved?
agreement-ask-place = Where is it good for you to meet? Are you together in one place, or all remote?
agreement-ask-roles = Who leads, who watches the clock, and who takes care of the rest?
agreement-ask-trust = What stays among you? What may be talked about elsewhere?
agreement-ask-away = How do you tell each other that somebody can't come? And if somebody has to leave before the end?
agreement-ask-contact = Where do you keep in touch between meetings, and where are shared materials found?
agreement-ask-conflict = What do you do if somebody is hurt or you disagree deeply? Who is told?

## Suggestions, in the group's own voice: we.

agreement-suggest-time = We meet { $rhythm ->
    [w1] every week
    [w2] every two weeks
    [w3] every three weeks
    [w4] every four weeks
    [m1] once a month
   *[other] on the days agreed
}, { $count ->
    [one] once
   *[other] { $count } times
} in all. The first meeting is on { $when }. { $length }. If a time doesn't suit, we agree on moving it together and in good time.
agreement-suggest-time-open = We meet { $rhythm ->
    [w1] every week
    [w2] every two weeks
    [w3] every three weeks
    [w4] every four weeks
    [m1] once a month
   *[other] on the days agreed
}. { $length }. We agree on times and on moving them together and in good time.
agreement-suggest-place = { $form ->
    [place] We meet in person: { $place }.
    [there] We meet in person. The place is in the reminder.
    [remote] We meet remotely. The link is in the reminder.
    [mixed] Some meetings are in person and some remote. The reminder tells which is next.
   *[open] We agree on the place before each meeting.
} Each time either everybody is there in person or everybody is remote, so that nobody is left out.
agreement-suggest-roles = { $led ->
    [rota] The turn to lead goes round.
    [fading] The facilitator leads to begin with, and little by little the turn passes to us.
   *[other] The facilitator leads the meetings.
} Whoever leads watches the clock and sees that everybody gets to speak. The others help.
agreement-usual-trust = What is told here stays among us. We may talk elsewhere about what we ourselves have come to see, as long as nobody else can be recognised.
agreement-usual-away = Whoever can't come tells Piiri as soon as they know. No reason is needed. Anyone may leave the group before the end, and tells the others themselves if they wish.
agreement-usual-contact = We keep in touch in the group's own channel, and share our materials there. An answer may wait until there is time for it.
agreement-usual-conflict = If something troubles one of us, we first talk with the person it concerns. If that doesn't help, it is brought calmly to the group, and we agree on how to go on. Anyone may ask for a pause.

## Writing

agreement-draft = The group's agreement: draft
agreement-proposal = A proposed change to the agreement
agreement-intro = The agreement is written together, one point at a time. I suggest a text for each point, and you can take it or change it. Each of you adds your own wishes for the ground rules from your own phone.
agreement-so-far = Points written: { $written }/{ $most }. { $rules ->
    [0] There are no wishes for ground rules yet.
    [one] There is one wish for the ground rules.
   *[other] There are { $rules } wishes for the ground rules.
}
agreement-undecided = These points have more than one suggestion to choose from: { $names }.
agreement-until-then = The present agreement is in force until everybody has accepted the change.
agreement-stands-so = This is what it says now:
agreement-could-be = You could agree like this:
agreement-wordings = There is more than one suggestion for this. Choose one, or write one together.
agreement-wording = { $number }. { $text }
agreement-wordings-full = There are many suggestions here already. Choose one of them first.
agreement-meanwhile = Somebody wrote here at the same time. Your suggestion is saved too.
agreement-changed-since = This point has changed meanwhile. This is how it is now.
agreement-kept = Saved.
agreement-left-open = Still open: { $point }.
agreement-write-title = A point of the agreement
submit-agreement-write = Save in the draft
agreement-rule-title = A wish for the ground rules
agreement-rule-ask = Think of a group where it was good to be. What of it would you wish for here?
agreement-rule-label = Your wish in one sentence
agreement-rule-hint = Shown without your name. You can change it or take it back until the agreement is accepted.
submit-agreement-rule = Add the wish
agreement-rule-kept = The wish is in the draft.
agreement-rule-same = This wish is in the draft already.
agreement-rule-dropped = Taken out of the draft:
agreement-rules-full = There are { $most } wishes already, and no room for more. Put some of them together to make room.
agreement-wishes = Wishes that you can change or take out
agreement-wishes-until = You can change your own wish until the agreement is accepted. You can't change the wishes of others.
agreement-wishes-none = You have no wishes in the draft yet.
agreement-being-read = The group is reading the agreement now. If you want to change it, take it back for editing first.
agreement-in-force = The agreement is in force already. You can propose a change to it.
agreement-your-words = This is what you wrote. I didn't save it, so copy it to be safe:

## Reading and accepting

agreement-offer-ask = { $count ->
    [0] All the points are written.
    [one] One point is still open. It stays in the agreement, marked “still to be agreed”.
   *[other] { $count } points are still open. They stay in the agreement, marked “still to be agreed”.
} Shall I post the text for the group to read? The agreement comes into force when every member has accepted it.
agreement-choose-first = One of the points has more than one suggestion. First choose which of them stays.
agreement-write-first = The draft is still empty. First write at least one point or ground rule.
agreement-nothing-new = The proposal is still the same as the agreement in force. First change what you want to.
agreement-written-on = The draft has been changed meanwhile. This is how it is now.
agreement-offer-now = The agreement is now in the group's channel to be read. Each member accepts it by pressing the button.
agreement-offer-morning = The agreement will be in the group's channel on { $when }. Each member accepts it by pressing the button.
agreement-offered = An agreement to read
agreement-read = Read this through together. The agreement comes into force when everybody has accepted it by pressing the button.
agreement-read-change = This is proposed as a change to the agreement. The present one is in force until everybody has accepted the change.
agreement-changes = What changes
agreement-whole = The whole text
agreement-change-added = { $point }: new “{ $new }”
agreement-change-changed = { $point }: “{ $old }” → “{ $new }”
agreement-change-opened = { $point }: “{ $old }” is left out, and this is still to be agreed
agreement-rule-new = A new ground rule: { $text }
agreement-rule-gone = Left out: { $text }
agreement-count = { $count ->
    [0] Nobody has accepted yet.
   *[other] Accepted so far: { $count }/{ $most }.
}
agreement-you-accepted = You have accepted this.
agreement-accepted = Noted: you accept the agreement. It comes into force when everybody has accepted.
agreement-accepted-all = Noted: you accept the agreement. Now everybody has accepted, and it is in force.
agreement-accepted-in-force = Noted: you accept the agreement that is in force.
agreement-unaccepted = Your acceptance is taken back. You can accept when you are ready, or the agreement can still be changed.
agreement-moved-on = The text has changed since that button was sent. Open the agreement to see what there is to read now.
agreement-reopen-ask = Take the agreement back for editing? Acceptances given so far then lapse, and everybody reads the new text.
agreement-reopened = The agreement can be changed again. When it is ready, put it to the group once more.
agreement-joiner = This is what the group has agreed. Read it in peace, and accept it when it suits you.
agreement-proposal-going = A change to the agreement is being prepared.
agreement-all-accepted = Everybody has accepted this agreement. A change to it can be proposed at any time.
agreement-your-copy = This is your own copy of the agreement of { $group }.
agreement-undo-ask = Drop the change? The proposal and the wishes added to it are deleted, and the present agreement stays in force.
agreement-undone = The change was dropped. The agreement is as it was.
agreement-versions = The agreement over time. Choose which one to read.

## Safer space

agreement-space = Safer space
agreement-space-what = This is a good place to start from. It goes along with the agreement.
agreement-space-1 = I answer for my words and for what they bring about. If I have more power or experience than others, I use it with care.
agreement-space-2 = I ask before I decide what to think. I may be wrong, and learn something new.
agreement-space-3 = Everybody has room to speak and to be silent. I speak so plainly that all can follow.
agreement-space-4 = If I see somebody treated badly, I say so. If I am told that I did it, I listen.
agreement-space-5 = I presume nothing about anybody's background, life or opinions. Everyone tells about themselves what they wish.

## Buttons

button-agreement = The group's agreement
button-agreement-write = Write the agreement
button-agreement-read = An agreement to read
button-agreement-next = Go on: { $point }
button-agreement-agree = Agree on this
button-agreement-own = Write it ourselves
button-agreement-reword = Change the words
button-agreement-skip = Leave it open
button-agreement-following = The next point
button-agreement-draft = The whole draft
button-agreement-pick = Take { $number }
button-agreement-merge = Write one together
button-agreement-rule = Add a wish
button-agreement-wishes = My wishes
button-agreement-rule-change = Change { $number }
button-agreement-rule-drop = Take out { $number }
button-agreement-rule-back = Put it back
button-agreement-more = The next ones
button-agreement-offer = Put it to the group
button-agreement-offer-sure = Post it in the channel
button-agreement-accept = I accept
button-agreement-unaccept = I don't accept it yet
button-agreement-reopen = Edit it again
button-agreement-reopen-sure = Yes, edit it
button-agreement-change = Propose a change
button-agreement-proposal = The proposed change
button-agreement-undo = Drop the change
button-agreement-undo-sure = Yes, drop it
button-agreement-old = Earlier agreements
button-agreement-stands = The agreement in force
button-agreement-now = In force, accepted on { $date }
button-agreement-then = Accepted on { $date }
button-agreement-space = Safer space
