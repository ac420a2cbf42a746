# Commands (typed after a slash)

command-setup = setup
command-menu = menu
command-plan = plan
command-coming = coming
command-absent = absent
command-late = late
command-note = note
command-notes = notes
command-theme = theme
command-brief = brief
command-rota = rota
command-sentence = sentence
command-themes = themes
command-move = move
command-cancel = cancel
command-change = change
command-add = add
command-upcoming = upcoming
command-pause = pause
command-resume = resume
command-end = end
command-leave = leave
command-help = help
command-privacy = privacy
command-mydata = mydata
command-forgetme = forgetme
