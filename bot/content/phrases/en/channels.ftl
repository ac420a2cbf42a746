# The channel: the greeting, opening the door to the private side, and when the channel is closed.

greet-heading = Hello, I'm Piiri
greet-what = I keep a group together between its meetings: I send something to think over, remind, tell you who can't come, and ask afterwards how it felt.
greet-how = When one of you starts a group, I ask them what I need to know in private, and bring the plan here. I read only commands and button presses here.
button-setup = Start a group
let-in-again = I'm back. Shall we go on where we were?
departed = You're no longer in the channel of { $group }, so I took you out of the group. Your notes and absences have been deleted. If you come back, press “I'm in”.
look-private = I answered in our private chat.
look-later = My answer didn't get through just now. Please try again in a moment.
open-private = { $name }, I can't write to you in private yet. Open our conversation with the button, and I'll answer there.
button-open-private = Open the conversation
unread-file = I read only text, so I didn't save this. Write it in your own words if you'd like it as a note.
unread-edit = Editing a message doesn't change the note. You can change or delete it among your notes.

shut-heading = I can't write to the channel of the group { $group } just now: { $why }.
trouble-none = Everything has got through in the group { $group } lately.
button-few = Shall we meet?
button-trouble = What didn't get through?
why-removed = I have been removed from the channel
do-removed = Add me to the channel again. I'll ask then whether to go on.
why-muted = I'm not allowed to write there
do-muted = Let me write to the channel in its settings. I'll ask then whether to go on.
why-channel-gone = the channel is no longer there
do-channel-gone = Add me to the group's new channel and start the group there.
why-topic-gone = the topic where the group talked is no longer there
do-topic-gone = Start the group again in the topic where you talk now.
why-topic-closed = the topic or thread where the group talks is closed
do-topic-closed = Open it again. I'll ask then whether to go on.

refused-link = This link is out of date. Press the button in the group's channel again.
refused-nameless = I can't see who wrote this, so I can't answer. Write under your own name, or press a button.

## Ids for whoever founds groups from the command line

id-own = Your own id is { $id }
id-channel = The channel's id is { $id }
