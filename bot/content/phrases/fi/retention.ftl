# Omat muistiinpanot kauden jälkeen.

kind-notes-soon = tieto poistuvista muistiinpanoista
waits-notes-soon = Omat muistiinpanosi

notes-soon-heading = { $group }: omat muistiinpanosi
notes-soon = Poistan kauden omat muistiinpanosi { $date }. Tässä ne ovat vielä kerran. Jos haluat, että säilytän ne yhtä kauan kuin muut ryhmän asiat, paina nappia.
button-notes-keep = Säilytä muistiinpanoni
button-notes-not-keep = Ei tarvitse säilyttää
notes-keep-until = Säilytän muistiinpanosi siihen asti, kun kaikki ryhmän tiedot poistetaan { $date }.
notes-keep-on = Säilytän muistiinpanosi niin kauan kuin ryhmä jatkuu. Voit poistaa ne milloin vain.
notes-keep-not = Selvä. Muistiinpanosi poistetaan { $date }.
notes-keep-none = Sinulla ei ole muistiinpanoja siltä kaudelta.
keepsake-notes-until = Poistan omat muistiinpanosi { $date }. Jos haluat, että säilytän ne yhtä kauan kuin muun, paina ”{ button-notes-keep }”.
