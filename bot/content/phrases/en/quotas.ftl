# When there is so much of something that no more fits. Never met in ordinary life, and nobody's fault when it is.

quota-full = There are already { $most } of these, and there is no room for more. Remove one that is no longer needed first.
quota-notes = You already have { $most } notes here, and there is no room for more. Delete one that you no longer need first.
quota-today = So much has been put to the group within a day that there is no room for more now. You can go on tomorrow.
quota-news = The group has had plenty of messages about this within a day. Nothing was changed now. You can go on tomorrow.
quota-changes = You've changed what you told about this meeting { $most } times, and I can't change it any more. If something changes, tell the group directly.
quota-founded = You've set up { $most } groups within a day, and there is no room for more now. You can go on tomorrow.
quota-groups = You're already in { $most } groups, and there is no room for more. If one of them is over for you, leave it first.
quota-turns = That came faster than I can keep up with, and I couldn't take the last part in. Wait a couple of minutes and try it again.
