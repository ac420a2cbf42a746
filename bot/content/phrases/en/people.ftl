# Who is in: those who come later, those who leave, conveners, facilitator and guests.

## Joining later

join-over = The meetings that the group { $group } had planned are over. You can ask the convener if there will be more.
join-closed = The group { $group } has agreed to go on as it is, so nobody can join just now. You can ask the convener if another group starts later.
join-facilitator = You facilitate this group, and a facilitator isn't a member. If you'd like to be a member, stop facilitating first.
newcomer-asked = Good that you'd like to join. The group { $group } has already started, so I'm asking the members first. They answer by { $closes }, and nobody sees who answered what. I'll tell you in private as soon as it is clear.
newcomer-waits = The convener of the group { $group } is now deciding whether you can join. I'll tell you as soon as I know.
newcomer-withdrawn = All right, I'm no longer asking. You can come back to this if you change your mind.
newcomer-not-now = Thank you for asking. The group { $group } isn't taking new members just now. It isn't about you: often a group has already come a long way together. You can talk to the convener, or ask again later.
newcomer-full = Thank you for asking. The group { $group } has become full in the meantime, so there is no room now. You can ask the convener if another group could be started.
newcomer-paused = The group { $group } is taking a break, so I'm not asking it anything now. Try again when the group carries on.
newcomer-post = { $name } would like to join. Is that all right?
newcomer-how = Each of you answers for yourself, and no names are shown. They are in once more than half of you have welcomed them. If somebody would rather talk first, the convener decides after that talk. You can answer until { $closes }.
newcomer-voted = Thank you, noted. You can still change your answer.
newcomer-voted-in = Thank you. More than half of you have now said welcome, so the new member is in.
newcomer-talk = All right. I'll tell the convener that somebody would like to talk first. I won't say who.
newcomer-settled = This has been settled already.
newcomer-with-convener = The time to answer is over, and the convener is deciding now. You can tell them what you think.
newcomer-group-first = The group is still answering. You can decide if somebody would rather talk first, or when a week has passed.
newcomer-convener-talk = { $name } would like to join the group { $group }, and one of the members would like to talk about it first.
newcomer-convener-week = { $name } would like to join the group { $group }. A week has passed, and the members' answers haven't settled it.
newcomer-convener-how = Talk it over together first. Then press what you decided: I'll tell them in private.
newcomer-decided-in = { $name } is now in.
newcomer-decided-not = All right. I'll kindly tell { $name } that this isn't the right moment.
newcomer-decided-full = The group is full. I'll kindly tell { $name } so.
newcomers-now = Once the group has started: { $how }.
newcomers-open = a new member joins by pressing the button
newcomers-ask = the group is asked first
newcomers-closed = no new members are taken
newcomers-choose = Choose what you have agreed on together. Before the first meeting, everybody joins by pressing the button.
newcomers-kept-open = Saved. People join by pressing the button, during the season too.
newcomers-kept-ask = Saved. When somebody would like to join during the season, I'll ask the group first.
newcomers-kept-closed = Saved. Nobody can join during the season, and I'll kindly say so to those who ask.
newcomers-decide = { $name } is waiting for your decision.
newcomers-group = { $name } is waiting for the group's answer, by { $closes } at the latest.
preview-people = (A private message about who is in.)
so-far = What we've done
so-far-agreed = Agreed: { $text }
button-newcomers = New members
button-newcomers-open = By pressing the button
button-newcomers-ask = Ask the group first
button-newcomers-closed = No new members now
button-newcomer-withdraw = Don't ask after all
button-welcome = Welcome
button-talk-first = Let's talk first
button-let-in = Let them in
button-not-now = Not now
button-let-in-name = Let in: { $name }
button-not-now-name = Not now: { $name }
waits-newcomer = Decide about a new member

## Leaving

button-leave-word = Leave with a word to the group
button-leave-convener = Tell only the convener
leave-convener = You're also a convener, and you stay one after leaving as a member, until you hand it over.
leave-no-convener = There is no other convener to tell. You can tell the group or leave quietly.
leave-word-title-group = A word to the group
leave-word-label-group = What would you like to say as you leave?
leave-word-hint-group = This is shown in the group's channel with your name. When you send it, you leave the group.
leave-word-title-convener = To the convener, about your leaving
leave-word-label-convener = What would you like to say to the convener?
leave-word-hint-convener = Only the convener sees this. You may leave it empty. When you send it, you leave the group.
submit-leave-word = Send and leave
left-done-group = You're no longer in the group { $group }. I'll pass your word on to the group. Your notes and absences have been deleted. Thank you for being part of it.
left-done-convener = You're no longer in the group { $group }. I'll tell only the convener. Your notes and absences have been deleted. Thank you for being part of it.
left-post-word = { $name } has left the group and says: “{ $word }”
left-to-convener = { $name } has left the group { $group }.
left-to-convener-word = { $name } has left the group { $group } and tells you: “{ $word }”
waits-left = Read what you were told

## Conveners

button-seat = Conveners
seat-who = { $count ->
    [0] The group has no convener just now.
    [one] Convener: { $names }
   *[other] Conveners: { $names }
}
seat-pick-with = Who would you like to ask to convene with you?
seat-pick-over = Who would you like to hand over to? You stay the convener until they accept.
seat-nobody = There is no member yet to ask.
seat-two = There are two conveners already. There can't be more.
seat-asked = I'll ask { $name }, and tell you the answer.
seat-asked-already = I've asked { $name } already. I'll tell you when the answer comes.
seat-asked-with = { $name } asks you to convene the group { $group } with them.
seat-asked-over = { $name } would like to hand over to you as convener of the group { $group }.
seat-what = A convener moves dates when needed and answers questions. You can hand the task on later. You may say no, and you don't need to say why.
seat-gone = This request no longer stands.
seat-declined = All right. I'll only say that you can't just now.
seat-answer-yes-with = { $name } has said yes, and now convenes the group { $group } with you.
seat-answer-yes-over = { $name } has said yes, and is now the convener of the group { $group }. Thank you for convening it.
seat-answer-no-with = { $name } can't convene the group { $group } just now. You can ask somebody else.
seat-answer-no-over = { $name } can't convene the group { $group } just now. You're still the convener, and can ask somebody else.
seat-down-alone = If you step down, you no longer convene the group { $group }. There is no other convener, so I'll ask the group who could do it. Everything goes on as before.
seat-down-two = If you step down, you no longer convene the group { $group }. The other convener goes on.
seat-down-done = You no longer convene the group { $group }. Thank you for convening it.
button-seat-more = Show more
button-seat-with = Ask for a second convener
button-seat-over = Hand it over
button-seat-down = Step down
button-seat-down-sure = Step down now
button-seat-stay = I'll go on convening
button-seat-yes = Yes, I will
button-seat-no = I can't just now

## The facilitator

button-facilitators = Facilitator
button-facilitate = I facilitate
button-facilitate-sure = Facilitate, not be a member
button-facilitate-stop = Stop facilitating
button-stay-member = Stay a member
button-facilitator-in = Confirm as facilitator
button-facilitator-not = Don't confirm
button-facilitator-end = End it: { $name }
button-reasons-show = Let { $name } see reasons
button-reasons-hide = Hide reasons from { $name }
facilitators-line = { $count ->
    [one] Facilitator: { $names }
   *[other] Facilitators: { $names }
}
refused-facilitator = This is for members of the group { $group }, not for its facilitator.
facilitators-none = The group has no facilitator.
facilitators-how = A facilitator comes forward by themselves: they type /{ command-facilitate } in the group's channel. They see the plan, the themes, the brief for the lead and the materials, but no notes. Of the feedback they see what the group sees.
facilitate-in-channel = Facilitators come forward in the group's own channel. Type /{ command-facilitate } there.
facilitate-asked = I'm asking the convener to confirm you as facilitator. I'll tell you when they have answered.
facilitate-already = You facilitate this group already.
facilitate-no-convener = The group has no convener just now who could confirm it. Try again when there is one.
facilitate-or-member = You're a member of the group. A facilitator isn't one: they don't answer the feedback, and have no notes. If you start facilitating, you stop being a member, and your notes and absences are deleted.
facilitate-done = You now facilitate the group. You see the plan, the themes, the brief for the lead and the materials.
facilitate-yes = You now facilitate the group { $group }. You see the plan, the themes, the brief for the lead and the materials. You don't see the members' notes, and of the feedback you see what the group sees.
facilitate-no = The convener of the group { $group } hasn't confirmed you as facilitator for now. You can talk about it with them.
facilitate-over = You no longer facilitate the group { $group }. Thank you for supporting it.
facilitate-stopped = You no longer facilitate the group { $group }. I'll tell the convener. Thank you for supporting it.
facilitator-stopped = { $name } no longer facilitates the group { $group }. Look under “{ button-rota }” to see who is next.
facilitator-asks = { $name } would like to facilitate the group { $group }.
facilitator-what = A facilitator isn't a member. They see the plan, the themes, the brief for the lead and the materials, but no notes. Of the feedback they see what the group sees. Confirm only if you know them.
facilitator-is-in = { $name } now facilitates the group.
facilitator-is-not = All right. I'll kindly pass your answer on to { $name }.
facilitator-ended = { $name } no longer facilitates the group.
facilitator-reads-along = The facilitator reads the group's channel too: { $names }.
facilitator-sees = In the brief, { $name } also sees the reasons that members gave to the group.
facilitator-sees-not = In the brief, { $name } sees who can't come, but no reasons.
reasons-shown = { $name } now also sees the reasons given to the group. I'll tell the group so.
reasons-hidden = { $name } no longer sees any reasons.
reasons-post = { $name } facilitates the group. From now on, in the brief for the lead, they also see the reasons for absence that you give to the group. What you tell only the convener, they don't see.

## Guests

button-guests = Guests
button-guest = Guest { $when }
button-guest-more = Add another guest
button-guest-change = Change: { $name }
button-guest-drop = Remove: { $name }
guest-line = Guest: { $name }
guest-line-about = Guest: { $name } – { $about }
guest-sees = { $count ->
    [one] The guest is with you for this meeting only, and doesn't see this channel, your notes or the feedback.
   *[other] The guests are with you for this meeting only, and don't see this channel, your notes or the feedback.
}
guest-none = No guests.
guests-none = No guests have been named for the coming meetings.
guests-full = At most { $most } guests can be named for one meeting.
guest-title = A guest for the meeting on { $when }
guest-name = The guest's name
guest-name-hint = Ask the guest first if the group may be told their name.
guest-about = What will they talk about?
guest-about-hint = A few words are enough. You may leave it empty.
submit-guest = Save the guest
guest-kept-pretask = Saved. I'll tell the group in the pre-task and the reminder.
guest-kept-reminder = Saved. I'll tell the group in the reminder.
guest-kept-self = Saved. The reminder for this meeting has gone out already, or there is none, so please tell the group yourself.
guest-dropped = Removed.

## Trying sound and picture

sound-check = This is your first meeting online. You can try your sound and picture through the link from { $at }.
sound-check-now = This is your first meeting online. You can already try your sound and picture through the link.

## Your own data: what each thing is

data-chosen-language = The language you chose
data-zone = Your own time zone
data-facilitator-of = Facilitator of
data-requests = Your requests that wait for an answer
data-name-shown = Your name in the group
data-in-rota = Takes turns to lead
data-votes = Your answers to the group's questions
data-question = Question
data-about = About
data-answer = Answer
data-asked-by-you = What you've asked the group
data-opened = Asked
data-closes = To be answered by
data-papers = What you've written for the group or kept for yourself
data-kind = Kind
data-calendar-address = Calendar address
data-made = Made
data-agreement = What you've written for the agreement
data-whispers = What is still to be told to you
data-due = When
data-goodbyes = What you said when you left
data-open-doors = Links made for you and not opened
data-answers = Your answers
data-changed = How often you changed it
data-title = Name
data-more = More
data-at = Added
data-sees-reasons = Sees reasons given to the group
data-until = Good until
data-asked-of-you = What you have been asked
