# Privacy: what is kept, who sees it, for how long, and what cannot be promised.

privacy-heading = Privacy
privacy-reads = I read only commands, button presses and what is written to me. I don't read or save anything else the group says.
privacy-kept = I keep your name and your id here, your language, your groups, and what you choose or write to me. Your group sees your name and whether you're coming.
privacy-notes = Your notes are encrypted with a key of your own, and I show them only to you.
privacy-absence = Nobody asks why you can't come. If you say why, it goes to the group or to the convener, as you choose.
privacy-feedback = Feedback is shown only once enough people have answered. After it closes, nobody can see who answered what.
privacy-logs = What you write doesn't end up in logs, and nobody analyses it.

privacy-lasts-heading = For how long
privacy-lasts-notes = I delete your notes 30 days after the last meeting of a season. I tell you a week before, and you can keep them longer.
privacy-lasts-rest = A group that takes a break or has no meetings for half a year ends by itself. Until then notes are kept.
privacy-lasts-reasons = I delete the reason for an absence 30 days after the meeting. You can take it back at any time, in your own data.
privacy-lasts-group = When the season ends, I tell you the day on which everything about the group is deleted, and again a week before.
privacy-lasts-yours = You can look at all your data or delete it at any time. The buttons are below. Feedback that has been shown can't be deleted, because nobody knows which of it is yours.
privacy-lasts-backups = What is deleted may remain in the operator's backups until those grow old. If a backup is put to use, I delete the same things again.

privacy-limits-heading = What I can't promise
privacy-limit-platform = { $platform } keeps messages on its own terms, and also those you write to me. I can't delete them for you.
privacy-limit-operator = An operator who holds both the database and its key could read notes and the reasons for absences, though I don't show them. Of feedback that has closed, not even they can tell who wrote what.

privacy-operator = This Piiri is run by { $operator }. That's where you can ask about your data.
privacy-operator-unsaid = If you'd like to know who runs this Piiri, ask your group's convener.
