# The words on the browser page.

## top

page-skip = Skip to the conversation
page-who = Who you are
page-who-choose = Choose…
page-who-first = First choose who you are.
page-who-explain = There is no signing in here. Choose whose eyes you look through.
page-who-nobody = Nobody is here yet. Add the first person.
page-who-add = Add a person
page-add-name = Name
page-add-language = Language
page-add-save = Add
page-cancel = Cancel
page-theme-dark = Dark theme
page-tabs = Views
page-tab-group = Group
page-tab-you = You
page-tab-coming = Coming
page-tab-news = new

## the group's channel

page-group-title = The group's channel
page-group-lead = Everyone sees this.
page-group-empty = Piiri keeps a peer group together between its meetings: it reminds, tells who can't come, and asks afterwards how it went.
page-group-setup = Set up a group here
page-group-write = Message to the channel
page-group-hint = Commands begin with a slash, for example /help.
page-send = Send
page-someone = Someone
page-changed = changed

## the private side

page-you-title = You and Piiri
page-you-lead = Only you see this.
page-you-empty = Here Piiri answers you in private. The menu shows what you can do.
page-you-menu = Menu
page-you-write = Message to Piiri
page-you-pressed = You chose
page-you-command = You asked for
page-you-wrote = You wrote a message
page-you-filled = You filled in a form

## messages and forms

page-file-get = Download
page-link-opens = opens in a new tab
page-scale-counts = Answers on each step, from the low end to the high one
page-optional = optional
page-choose = Choose
page-form-problems = Please correct the marked fields.
page-said-group = New message in the channel
page-said-you = Piiri answered you

## the clock and what is coming

page-clock-title = The group's clock
page-clock-still = The clock stands still.
page-clock-runs = A minute passes each second.
page-clock-hurries = An hour passes each second.
page-clock-run = Run
page-clock-hurry = Hurry
page-clock-stop = Stop
page-clock-next = To the next message
page-clock-due = Next
page-clock-nothing = Nothing is coming.
page-clock-jump = Move the clock to
page-clock-go = Move
page-clock-back = The clock only moves forward. Choose a later time.
page-coming-title = What is coming
page-coming-lead = This is how the messages would read if they left now.
page-coming-empty = Nothing yet. Once a group is set up, its coming messages show here.
page-coming-channel = to the channel

## all channels

page-rooms-title = Channels
page-rooms-lead = Piiri can be tried here. What is written here stays on this machine.
page-rooms-none = There are no channels yet. Make the first one.
page-rooms-name = Name of the new channel
page-rooms-make = Make the channel
page-rooms-all = All channels

## when something is not as it should be

page-lost = Connection lost. Trying again.
page-back = Connected again.
page-error-failed = That did not work. Please try again in a moment.
page-error-lost = No connection. Please try again in a moment.
page-error-empty = Please write something first.
page-error-too-long = The text is too long. Please shorten it a little.
page-error-too-many = There is no room for more here.
page-error-unknown-person = That person is no longer here. Choose again who you are.
page-error-unknown-room = There is no such channel.
page-error-not-ready = Piiri is still starting. Please try again in a moment.
