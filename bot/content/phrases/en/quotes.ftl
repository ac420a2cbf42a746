# May we quote this: a permission that the author of a sentence gives, or does not.

button-quotes = Who may quote me
button-quote-no = Don't quote it
button-quote-in = In the group, without my name
button-quote-in-n = In the group, with my name
button-quote-out = Elsewhere too, without my name
button-quote-out-n = Elsewhere too, with my name
button-quote-drop = Take back { $number }
quote-ask = May your sentence be quoted when people hear about the group's work? If you don't answer, it isn't quoted.
quote-limits = A permission without your name is for good once feedback closes: after that I don't know whose sentence it was. One with your name you can take back at any time. If you change the sentence, I'll ask again. Nothing is quoted before the group's feedback has been shown.
quote-set-no = Your sentence isn't quoted.
quote-set-in = Your sentence may be quoted in the group, without your name.
quote-set-in-n = Your sentence may be quoted in the group, with your name.
quote-set-out = Your sentence may be quoted outside the group too, without your name.
quote-set-out-n = Your sentence may be quoted outside the group too, with your name.
quotes-heading = Sentences that may be quoted with your name: { $group }
quotes-none = There are no sentences in the group { $group } that may be quoted with your name.
quotes-unnamed = Permissions given without a name I can neither show nor take back, because I don't know whose they are.
quote-inside = { $number }. In the group:
quote-outside = { $number }. Outside the group too:
quote-inside-waits = { $number }. In the group, once feedback has been shown:
quote-outside-waits = { $number }. Outside the group too, once feedback has been shown:
quote-dropped = The permission has been taken back. The sentence isn't quoted any more.
