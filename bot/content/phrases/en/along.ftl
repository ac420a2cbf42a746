# Whether somebody is still in: the question to a member, at the convener's wish, and what comes of it.

kind-still-along = question whether somebody is still in
kind-along = answer to whether somebody is still in
kind-let-go = news that a membership is over
waits-still-along = Read a message for you
waits-along = Read the answer to your question
waits-let-go = Read about your membership

button-along = Ask whether somebody is still in
button-along-sure = Ask in private
button-along-not = Don't ask
button-along-back = Take the question back: { $name }
button-along-yes = I'm still in
button-along-leave = I'll step out

## To the convener

along-pick = Whom shall I ask whether they're still in? I ask in private, and the group doesn't hear of it.
along-nobody = There are no other members in the group to ask.
along-paused = The group is taking a break, when anybody may be silent. Ask once the group goes on.
along-waits = { $name }: asked on { $opened }, can answer until { $closes }.
along-confirm = I'll ask in private whether { $name } is still in the group { $group }. There are two weeks to answer. I won't tell the group about it.
along-confirm-silent = If no answer comes, the membership ends, and the member's own notes and absences are deleted. I'll tell them so in private. If they say in the meantime, for instance, whether they're coming to a meeting, they stay in.
along-return-open = Anybody can come back at any time by typing /{ command-join } in the group's channel.
along-return-ask = Anybody can ask to come back at any time by typing /{ command-join } in the group's channel. I'll then ask the group.
along-return-closed = The group isn't taking new members just now, so coming back is something to talk about with the convener.
along-asked = { $name } will get the question and can answer until { $closes }. I'll tell you if they're in, or if no answer comes.
along-already = { $name } has got the question already and can answer until { $closes }. I'll tell you if they're in, or if no answer comes.
along-lately = { $name } was asked the same a while ago. You can ask again from { $date }.
along-taken-back = The question is taken back. { $name } stays a member, and no answer is needed.
along-word-yes = { $name } is still in the group { $group }.
along-word-unasked = { $name } stays a member of the group { $group }: the question didn't get through, or I wasn't there to hear an answer. Nothing has been deleted. You can ask again, or talk with them yourself.
left-silent = { $name } is no longer in the group { $group }: I asked whether they were still in, and no answer came in two weeks. Their notes and absences have been deleted. I won't tell the group about it.
left-silent-chat = They may still be in the group's channel. I don't remove anybody from there: where it's needed, you do it there yourselves.

## To the member

still-along-ask = Hello { $name }. Are you still in the group { $group }? It's all right if you've been quiet.
still-along-until = You can answer until { $closes }. If I don't hear from you, your membership ends then, and your notes and absences are deleted. Before that you can keep what is yours by pressing “{ button-mydata }”.
still-along-who = If you're in, I'll tell only the convener. If you step out, you choose who hears of it.
along-yes-done = It's good to have you. I'll tell the convener.
along-in-already = You're in the group { $group }, and there is nothing you need to answer.
let-go-told = You're no longer in the group { $group }. I asked whether you were still in and didn't hear from you, so your membership has ended. That happens to many, and there's nothing wrong with it. Your notes and absences have been deleted. Thank you for being part of it.
