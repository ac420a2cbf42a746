# Valikot: mitä voi tehdä napeista.

button-ours = Ryhmän asiat
ours-heading = Mitä ryhmässä voi tehdä: { $group }
button-convening = Koollekutsujan asiat
convening-heading = Koollekutsujalle: { $group }
branch-more = muut
branch-more-about = harvemmin tarvittavat asiat

## Yksi tapaaminen

plan-open = Tapaaminen avautuu, kun painat sen aikaa.
button-plan-before = Aiemmat tapaamiset
button-plan-after = Myöhemmät tapaamiset
meeting-heading = { $number }. tapaaminen: { $theme }
meeting-told-nothing = Voit kertoa, pääsetkö.
meeting-told-coming = Olet kertonut, että tulet.
meeting-told-absent = Olet kertonut, ettet pääse.
meeting-told-late = Olet kertonut, että tulet myöhässä.
meeting-told-early = Olet kertonut, että lähdet aiemmin.
meeting-word-group = Sanasi ryhmälle: ”{ $reason }”
meeting-word-convener = Sanasi vain koollekutsujalle: ”{ $reason }”
meeting-none-then = Tapaamista ei ole { $date }. Mitä tapaamista tarkoitat?
meeting-which = Mitä tapaamista tarkoitat?
