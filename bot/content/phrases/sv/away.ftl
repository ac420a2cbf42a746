# Borta från flera träffar, att gå före slutet, och en hälsning till gruppen.

## Från flera träffar

button-away = Jag är borta längre
away-which = Vilka träffar kan du inte komma till? Du behöver inte berätta varför.
button-away-next = { $count ->
    [1] Nästa: { $last }
    [2] De två nästa, den sista { $last }
    [3] De tre nästa, den sista { $last }
   *[other] De { $count } nästa, den sista { $last }
}
button-away-all = Alla som återstår
button-away-until = Jag skriver en dag
away-title = Borta från flera träffar
away-label = Till vilken dag är du borta?
away-hint = Till exempel: till 15.10
away-none = Din frånvaro skulle sluta { $day }, men nästa träff är först { $when }. Skriv en senare dag.
away-noted = { $count ->
    [one] Antecknat: du kan inte komma till den här träffen. Du behöver inte berätta varför.
   *[other] Antecknat: du kan inte komma till de här träffarna. Du behöver inte berätta varför.
}
away-already = { $count ->
    [one] Du har redan sagt att du inte kan komma till den här:
   *[other] Du har redan sagt att du inte kan komma till de här:
}
button-away-undo = { $count ->
    [one] Jag kan i alla fall
   *[other] Jag kan komma till alla de här
}
away-back = { $count ->
    [one] Bra, du kan komma till den här i alla fall:
   *[other] Bra, du kan komma till de här i alla fall:
}
away-undone = Den här frånvaron är redan ångrad. Du kan berätta på nytt vilka träffar du kan komma till.
submit-away = Anteckna frånvaron

## En del av tiden

button-early = Jag går tidigare
button-whole = Jag är med till slutet
early-noted = Antecknat: du går tidigare ({ $when }).
part-both = Jag kan bara anteckna det ena. Om du både kommer senare och går tidigare, berätta det andra för gruppen i en hälsning.
early-line = Går tidigare: { $names }
early-line-reason = Går tidigare: { $names } – ”{ $reason }”
early-post = { $names } går tidigare ({ $when }).
early-post-reason = { $names } går tidigare ({ $when }): ”{ $reason }”
whole-after-all = { $name } är med hela tiden ({ $when }).
absent-post-many = { $name } kan inte komma till de här träffarna: { $whens }.
coming-after-all-many = { $name } kan komma i alla fall: { $whens }.

## En hälsning till gruppen

greeting-line-reason = Hälsningar: { $names } – ”{ $reason }”
greeting-post = Hälsningar: { $name } ({ $when }) – ”{ $reason }”
word-to-convener-early = { $name } går tidigare från träffen { $when } och hälsar dig: ”{ $reason }”
word-to-convener-coming = { $name } kommer till träffen { $when } och hälsar dig: ”{ $reason }”
reason-whom-first = Om du kommer, tryck först på ”{ button-coming }”. Då antecknar jag bara din hälsning.
button-reason-drop = Ta bort min hälsning
button-reason-drop-of = Ta bort min hälsning ({ $when })
reason-dropped = Din hälsning är borttagen ({ $when }).
