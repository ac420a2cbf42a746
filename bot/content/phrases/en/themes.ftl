# The group's own themes, and choosing among themes.

## A meeting whose theme the group has named itself

own-theme-summary = You talk about a theme that came from you: what it is to each of you, and what helps with it.
own-theme-intros-0-title = A theme of your own
own-theme-intros-0-text =
    One of you named this theme. There is no text to go with it, and none is needed: between you, you know more about it than any guide does.

    Begin with what the words mean to you. The same word can be everyday to one, a sore spot to another, and to a third something they have never stopped to think about. All of that belongs here.

    Talk about what has happened to you, rather than about how things ought to be. One ordinary day often says more than an opinion. If somebody has found a way that has helped, they are welcome to tell it. The others need not make it theirs.

    Everybody tells as much as they like. You need not find an answer to everything this time, and if something is left open, you can come back to it.
own-theme-tasks-talk-title = What this is to us
own-theme-tasks-talk-text =
    Read the name of the theme aloud. Whoever suggested it may say where the thought came from, if they like.

    Then think on your own first, talk it over with a partner, and gather it together at the end. Write down what you want to come back to.
own-theme-tasks-talk-steps-0 = Bring to mind one situation in which you met this. Write what happened, what it felt like, and what helped or would have helped.
own-theme-tasks-talk-steps-1 = Take turns to tell of your situations. The other listens to the end first, and asks only then.
own-theme-tasks-talk-steps-2 = Gather what was alike in your experiences and what was not. Everyone names one thing that they might try, or would like to do less of.
own-theme-brief =
    The group named this theme itself, so there is not much text to go with it. At the start, ask whether the person who suggested it would like to say where it came from. They do not have to.

    Give the quiet time alone its full length, even if the talk is eager to begin. When you are all together, see that everyone gets a turn. If it turns into giving advice, ask the person who told what they would like. At the end, gather aloud what you want to come back to.
own-theme-prompt-0-0 = When did you last meet this in your work or your days?
own-theme-prompt-0-1 = What is hardest for you in it, and what goes well?
own-theme-prompt-0-2 = What would you like to hear from the others about it?
own-theme-prompt-1-0 = Which words or pictures come to your mind first?
own-theme-prompt-1-1 = How has this changed for you over the years?
own-theme-prompt-1-2 = What small thing would make it easier?

## Themes of our own

button-own-theme = Our own themes
button-own-theme-add = Suggest a theme
button-own-theme-drop = Remove: { $theme }
submit-own-theme-add = Suggest
own-theme-heading = The group's own themes
own-theme-what = Members can suggest themes at any time. They are there when you vote on themes or put them in order. Nobody is told who suggested what.
own-theme-none = There are no themes of your own yet. Members can suggest them at any time. Nobody is told who suggested what.
own-theme-title = A theme of your own
own-theme-label = What would you like the group to talk about?
own-theme-hint = A few words will do, 80 characters at most. The whole group sees the theme, but not your name.
own-theme-kept = “{ $theme }” is now among the group's themes.
own-theme-in-vote = “{ $theme }” is now among the group's themes, and in the vote.
own-theme-there = This theme is on the list already. Write another one.
own-theme-full = The group already has { $most } themes of its own. There is room for a new one when somebody removes theirs.
own-theme-chosen = This theme has been chosen for a meeting, so it stays. The convener can change the order.
own-theme-dropped = The theme has been removed.

## The vote

button-vote = Vote on themes
button-vote-open = Open the vote
button-vote-close = Close the vote
button-vote-pick = Pick themes
button-vote-before = Earlier themes
button-vote-after = More themes
button-vote-accept = Accept this order
button-vote-arrange = Arrange it myself
button-pick = { $number }. { $theme }
button-unpick = Unpick { $number }. { $theme }
vote-heading = What would you like to talk about?
vote-how = { $count ->
    [one] Pick one theme each. The vote is open until { $closes }, and you can change your pick until then. At the end I'll say how many votes each theme got, but not who picked what.
   *[other] Pick up to { $count } themes each. The vote is open until { $closes }, and you can change your picks until then. At the end I'll say how many votes each theme got, but not who picked what.
}
vote-mine = { $most ->
    [one] Pick one theme
   *[other] Pick up to { $most } themes
}
theme-named = “{ $text }”
vote-so-far = Your picks ({ $count }/{ $most }): { $names }.
vote-no-picks = You haven't picked anything yet.
vote-until = You can change your picks until { $closes }. The others don't see them.
vote-full = { $most ->
    [one] You have picked one theme already. To change it, unpick it first.
   *[other] You have picked { $most } themes already. To change them, unpick one first.
}
vote-members-only = The vote is open until { $closes }. The themes are picked by the group's members.
vote-none = There is no vote open just now. The convener can open one, and you can suggest themes of your own at any time.
vote-ask = { $count ->
    [one] Open a vote? Each member picks one theme. The vote closes on { $closes }, or when you close it. Nothing changes until you accept the order.
   *[other] Open a vote? Each member picks up to { $count } themes. The vote closes on { $closes }, or when you close it. Nothing changes until you accept the order.
}
vote-opened = The vote is open until { $closes }. I'll tell the group.
vote-already = The vote is open already, until { $closes }.
vote-nothing = There is no meeting ahead whose theme could be chosen.
vote-too-few = There are no more themes to pick from than there are meetings, so there is nothing to vote on. Suggest more themes, or choose the order yourself.
vote-closed = The vote is closed already.
vote-not-open = There is no vote open.
vote-result = How the vote went
vote-line = { $votes ->
    [one] 1 vote: { $names }
   *[other] { $votes } votes: { $names }
}
vote-line-tie = { $votes ->
    [one] 1 vote each, a tie: { $names }
   *[other] { $votes } votes each, a tie: { $names }
}
vote-tied = There isn't room for all of those that tied: { $names }. For the suggestion I took the first ones on the list. The convener can choose otherwise.
vote-nobody = No votes came. The convener can choose the order.
vote-proposal = A suggested order
vote-nothing-changes = Nothing changes until the convener accepts this or arranges the themes.
vote-preview = (How the vote went. Votes are not counted until it closes.)
themes-now = The themes now
themes-to-choose = To choose from
