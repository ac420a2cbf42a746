# A group that goes on season after season, and kinds of meeting. To the group and to one person alike: "you".

## Kinds of meeting, and what the programme suggests

kind-and-theme = { $kind } – { $theme }
plan-line-suggested = { $when }: { $theme } (the programme's suggestion)
plan-line-chosen = { $when }: { $theme } (your choice)
plan-suggested = The themes are the programme's suggestions. You can put your own in their place at any time.
themes-hint-suggested = { $count ->
    [one] You can choose one theme. Write a number. If you leave it empty, the programme suggests the theme.
   *[other] You can choose { $count } themes. For example: 2, 5. For the rest the programme suggests the themes.
}
themes-fixed = In the programme of the group { $group } every meeting has its own content, so there are no themes to choose.

## Who leads

awaited-facilitator = A facilitator leads the meetings and hasn't come forward yet. They do so by typing /{ command-facilitate } in this channel.
awaited-fading = A facilitator can lead the first meetings: they come forward by typing /{ command-facilitate } in this channel. Otherwise the turn to lead goes round from the start.
awaited-coach = If you have a coach, they come forward by typing /{ command-facilitate } in this channel, and lead the meetings. Otherwise the turn to lead goes round.

## Founding

setup-meetings-hint = In a group that goes on season after season: how many times in one season.
setup-themes-hint = If you don't choose and the programme has suggestions, the themes come from those.
setup-themes-hint-some = If you don't choose, the programme's suggestions are used, if any. Some leave nothing to choose.

## Seasons

button-seasons = Seasons and going on
button-seasons-last = This season is the last
button-seasons-last-coming = The coming season is the last
button-seasons-stop = Stop here
button-seasons-last-sure = Yes, it ends there
button-seasons-on = Go on after all
button-seasons-count = Meetings in a season
button-seasons-so-many = { $count }
seasons-heading = { $group }: seasons
seasons-how = { $count ->
    [one] The group goes on season after season. A season is one meeting. The group may stop at the end of any season.
   *[other] The group goes on season after season. A season is { $count } meetings. The group may stop at the end of any season.
}
seasons-now = Season { $number }. Its last meeting is on { $when }.
seasons-then = The next season begins on { $when }.
seasons-coming = Season { $number } begins on { $first }. Its last meeting is on { $when }.
seasons-last-is = This season is the group's last one, and the last meeting is on { $when }.
seasons-none = There are no meetings ahead.
seasons-convener = The convener can change this.
refused-one-season = The programme of the group { $group } has one season. When it is over, the convener can start a new one.
seasons-last-ask = { $count ->
    [0] Is this season the group's last? The last meeting is then on { $when }. After it come the questions on the season, and the farewell.
    [one] Is this season the group's last? The last meeting is then on { $when }, and the one planned after it falls away. Then come the questions on the season, and the farewell.
   *[other] Is this season the group's last? The last meeting is then on { $when }, and the { $count } planned after it fall away. Then come the questions on the season, and the farewell.
}
seasons-stop-ask = Stop after the season that has just ended? The last meeting was on { $when }, and those planned after it fall away. The farewell comes next.
seasons-last-done = All right. The group's last meeting is on { $when }. I'll tell the group. You can take this back for as long as the group is together.
seasons-stop-done = All right. The group's last meeting was on { $when }. The farewell comes next.
seasons-on-done = { $count ->
    [one] The group goes on. A season is one meeting. I'll tell the group.
   *[other] The group goes on. A season is { $count } meetings. I'll tell the group.
}
seasons-count-ask = { $count ->
    [one] A season is now one meeting. How many from the next season on?
   *[other] A season is now { $count } meetings. How many from the next season on?
}
seasons-count-done = { $count ->
    [one] From the next season on, a season is one meeting.
   *[other] From the next season on, a season is { $count } meetings.
}
seasons-last-heading = This season is the last
seasons-last-post = The group's last meeting is on { $when }. There are no more after it.
seasons-last-after = Then I gather what the season came to, and the group comes to its end.
seasons-on-post = The group goes on after all, with a new season when this one is over.

## At a season's end, when the group goes on

season-over-heading = The season is over, the group goes on
season-over-preview = (What the group said about the season goes here, with the report.)
season-report = The report on the season is here, to read and to print.
season-next = A new season begins
season-going-on = Everything stays as it is: the agreement, the turns to lead, the notes. If the group would like to stop, the convener can end it under “{ button-seasons }”.

## The agreement

agreement-suggest-time-seasons = We meet { $rhythm ->
    [w1] every week
    [w2] every two weeks
    [w3] every three weeks
    [w4] every four weeks
    [m1] once a month
   *[other] on days that we agree on
}, season by season. A season is { $count ->
    [one] one meeting
   *[other] { $count } meetings
}, and at its end we decide whether to go on. { $length }. If a time doesn't suit, we agree on another together and in good time.

joined-what-light = Before each meeting you'll get something to think over, if you like, and a reminder the day before. You may come unprepared.
joined-what-off = You'll get a reminder the day before each meeting. There is nothing to prepare.
expect-hint-seasons = Only you see this. You get it back when the group comes to its end.
expect-kept-seasons = Saved. Only you see this, and you get it back when the group comes to its end. You can change it at any time.
lead-awaited = A facilitator is still awaited.
meetings-far = There are { $most } meetings ahead already. Add one when some of them have been held, or move one of them.
kind-season = end of a season and start of the next
kind-season-news = news of how the group goes on
kind-onward = meetings of the next season
