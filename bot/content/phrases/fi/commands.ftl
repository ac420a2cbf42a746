# Komennot (kirjoitetaan kauttaviivan perään)

command-setup = aloita
command-menu = valikko
command-plan = tapaamiset
command-coming = tulen
command-absent = poissa
command-late = myohassa
command-note = kirjoita
command-notes = muistiinpanot
command-theme = aihe
command-brief = vetaja
command-rota = vuorot
command-sentence = lause
command-themes = aiheet
command-move = siirra
command-cancel = peru
command-change = muuta
command-add = lisaa
command-upcoming = tulossa
command-pause = tauko
command-resume = jatka
command-end = paata
command-leave = lahden
command-help = ohje
command-privacy = yksityisyys
command-mydata = omattiedot
command-forgetme = unohdaminut
