# A group that takes a break or has no meetings: the question to the convener, and the end that comes by itself.

kind-resting = time to ask about the break
kind-rest-ask = question to the convener about the break
kind-rested = end of the group after a long break
waits-rest-ask = How is the group?

button-rest-on = Let the break go on

rest-ask-paused = { $months ->
    [1] The group { $group } has been on a break for a month.
   *[other] The group { $group } has been on a break for three months.
}
rest-ask-open = { $months ->
    [1] The group { $group } has had no meeting ahead for a month.
   *[other] The group { $group } has had no meeting ahead for three months.
}
rest-ask-shut = { $months ->
    [1] The channel of the group { $group } has been closed to me for at least a month, and I can't write there.
   *[other] The channel of the group { $group } has been closed to me for at least three months, and I can't write there.
}
rest-ask-choose = How are things? You can answer when it suits you, and the break may well go on.
rest-ends = If nothing is chosen, the group ends on { $date }. Even then nothing is deleted at once.
rest-vacancy = The group has been resting, and it has no convener just now. One of you could take this on, if you'd like to carry on.
rested-paused = The group has been on a break for half a year, so it ends now. Nothing is deleted at once.
rested-open = The group has had no meeting ahead for half a year, so it ends now. Nothing is deleted at once.
