# Painikkeet, lomakkeet, komennot ja aikojen muodot.
# Ajan muodot ovat Unicoden merkintää: EEE = ti, d.M. = 15.9., H.mm = 17.30.

pattern-when-full-hour = EEE d.M. 'klo' H
pattern-when = EEE d.M. 'klo' H.mm
pattern-date = EEEE d.M.yyyy
pattern-time = H.mm


## Painikkeet

button-join = Olen mukana
button-privacy = Yksityisyys
button-menu = Valikko
button-plan = Tapaamiset
button-help = Apua
button-leave = Lähden ryhmästä
button-leave-tell = Lähden ja kerron ryhmälle
button-leave-quiet = Lähden hiljaa
button-stay = Jään
button-coming = Tulen
button-absent = En pääse
button-late = Tulen myöhässä
button-undo = Pääsenkin
button-on-time = Tulen ajoissa
button-reason-group = Viesti ryhmälle
button-reason-convener = Viesti vain koollekutsujalle
button-meet = Pidetään
button-move = Siirrä tapaaminen
button-cancel = Peru tapaaminen
button-note = Kirjoita itselleni
button-notes = Muistiinpanoni
button-note-more = Kirjoita lisää
button-note-change = Muuta { $number }.
button-note-drop = Poista { $number }.
button-theme = Tämän kerran aihe
button-themes = Valitse aiheet
button-brief = Vetäjän ohje
button-rota = Vetovuorot
button-lead-take = Vedän { $when }
button-lead-pass = Annan vuoron eteenpäin
button-done = Olemme valmiita
button-sentence = Kirjoita lause
button-sentence-change = Muuta lausetta
button-move-sure = Siirrä tähän aikaan
button-move-on = Siirrä myös kaikki myöhemmät
button-move-on-sure = Siirrä nämä
button-add-sure = Lisää tämä tapaaminen
button-other-time = Toinen aika
button-cancel-sure = Kyllä, peru
button-keep = Ei muuteta mitään
button-change = Paikka ja kesto
button-add = Lisää tapaaminen
button-absences-at-once = Kerro poissaolot heti
button-absences-folded = Kerro poissaolot muistutuksessa
button-upcoming = Mitä on tulossa
button-pause = Pidä taukoa
button-resume = Jatka
button-end = Päätä ryhmä
button-end-sure = Päätä pysyvästi
button-convene = Ryhdyn koollekutsujaksi
button-setup-sure = Aloita ryhmä
button-setup-change = Muuta
button-mydata = Omat tietoni
button-forget = Unohda minut
button-forget-sure = Poista kaikki tietoni
button-back = Takaisin
button-stop = Lopeta
button-skip = Ohita
button-clear = Tyhjennä
button-keep-value = Kelpaa: { $value }
button-look = Takaisin yhteenvetoon

## Lomakkeet

submit-note = Tallenna itselleni
submit-reason = Lähetä
submit-sentence = Tallenna lause
submit-move = Näytä uusi aika
submit-add = Näytä aika
submit-change = Tallenna ja kerro ryhmälle
submit-themes = Tallenna järjestys
submit-setup = Näytä, miltä se näyttää
form-question = { $number }/{ $count } { $label }
form-stopped = Lopetettu. Tästä kysymyksestä ei tallennettu mitään.
form-here = Tuo nappi kuului aiempaan kysymykseen. Jatketaan tästä.
form-change = Mitä haluat muuttaa?
form-answered = { $label }: { $value }
form-open = ei vielä
field-empty = Kirjoita tähän jotakin.
field-too-long = Tekstissä on { $count } merkkiä, ja tilaa on { $most } merkille. Lyhennä tai jaa se kahteen osaan.
choice-unknown = Valitse jokin annetuista vaihtoehdoista.
when-label = Milloin?
when-hint = Esimerkiksi: ti 15.9. klo 17
where-label = Paikka tai linkki
where-hint = Kirjoita osoite tai etätapaamisen https-linkki.
length-label = Kesto
length-hint = Esimerkiksi: 2h30
move-title = Uusi aika tapaamiselle { $when }
move-ask = Siirretäänkö tapaaminen { $old }? Uusi aika olisi { $new }.
moved-done = Siirretty. Uusi aika on { $when }, ja kerron siitä ryhmälle.
moved-on-done = { $count ->
    [one] Siirretty yksi tapaaminen. Kerron uudesta ajasta ryhmälle.
   *[other] Siirretty { $count } tapaamista. Kerron uusista ajoista ryhmälle.
}
moved-already = Tapaaminen on jo silloin: { $when }.
add-title = Uusi tapaaminen
add-ask = Lisätäänkö tapaaminen { $new }?
added-done = Lisätty: { $when }. Kerron siitä ryhmälle.
cancel-ask = Perutaanko tapaaminen { $when }? Sen aihe siirtyy seuraavaan kertaan.
cancel-ask-shift = Perutaanko tapaaminen { $when }? Sen aihe siirtyy seuraavaan kertaan, ja kauden lopusta jää pois: { $theme }.
cancel-ask-lost = Perutaanko tapaaminen { $when }? Tältä kaudelta jää silloin pois aihe: { $theme }.
cancelled-done = Peruttu: { $when }. Kerron siitä ryhmälle.
change-title = Tapaaminen { $when }
change-scope = Mitä tapaamisia muutos koskee?
change-scope-one = Vain tätä
change-scope-on = Tätä ja kaikkia myöhempiä
change-done = Tapaamista { $when } on muutettu. Kerron siitä ryhmälle.
change-done-on = Tapaamista { $when } ja kaikkia sen jälkeisiä on muutettu. Kerron siitä ryhmälle.
change-nothing = Tapaamisessa { $when } ei muuttunut mitään.
themes-title = Aiheiden järjestys
themes-label = Aiheiden numerot järjestyksessä
themes-hint = { $count ->
    [one] Valittavia tapaamisia on yksi. Kirjoita numero.
   *[other] Valittavia tapaamisia on { $count }. Esimerkiksi: 2, 5, 1, 7
}
theme-number = { $number }. { $theme }
themes-unclear = Kirjoita numeroita luettelosta, kukin kerran, esimerkiksi: 2, 5, 1, 7
themes-kept = Aiheiden järjestys on tallessa.
setup-title = Uusi ryhmä
setup-name = Ryhmän nimi
setup-programme = Ohjelma
setup-language = Ryhmän kieli
setup-first = Ensimmäinen tapaaminen
setup-every = Kuinka usein tapaatte?
setup-length = Tapaamisen kesto
setup-meetings = Montako kertaa?
setup-themes = Aiheet
setup-themes-later = Valitaan myöhemmin
setup-themes-order = Ohjelman järjestyksessä
setup-floor = Miten palaute näytetään?
setup-floor-hint = Jos teitä on alle kuusi, viittä vastausta ei ehkä tule. Kun vastauksia on kolme, kirjoittajan arvaa helpommin.
setup-zone = Aikavyöhyke
setup-short-name = Nimi
setup-short-language = Kieli
setup-short-every = Kuinka usein
setup-short-length = Kesto
setup-short-meetings = Tapaamisia
setup-short-where = Paikka
setup-short-floor = Palaute
setup-preview = Näin ryhmä alkaisi
setup-first-day = Ensimmäinen tapaaminen: { $date }
setup-nothing-yet = Ryhmää ei ole vielä perustettu. Kun painat ”Aloita ryhmä”, suunnitelma näkyy ryhmän keskustelussa.
setup-done = Ryhmä { $group } on aloitettu. Suunnitelma on ryhmän keskustelussa, ja jokainen tulee mukaan itse nappia painamalla, sinäkin.
setup-in-channel = Aloita ryhmän perustaminen siinä keskustelussa, jossa ryhmä puhuu.
setup-too-old = Ryhmän perustaminen jäi kesken yli vuorokausi sitten, joten en säilyttänyt vastauksiasi. Aloita uudelleen ryhmän keskustelussa: /{ command-setup }
every-1w = viikon välein
every-2w = kahden viikon välein
every-3w = kolmen viikon välein
every-4w = neljän viikon välein
every-1m = kerran kuussa, samana viikonpäivänä
floor-five = Kun viisi on vastannut
floor-three = Kun kolme on vastannut (alle kuuden ryhmä)
floor-aloud = Puhutaan ääneen tapaamisen lopuksi
floor-said-five = Palaute näytetään ilman nimiä, kun viisi on vastannut.
floor-said-three = Palaute näytetään ilman nimiä, kun kolme on vastannut. Näin pienessä joukossa kirjoittajan voi joskus arvata.
floor-said-aloud = Palaute puhutaan ääneen tapaamisen lopuksi. Mitään ei kerätä.

## Valikko, ohje ja omat tiedot

menu-heading = { $group }
which-group = Mitä ryhmää tarkoitat?
help-heading = Piiri
help-what = Pidän ryhmän koossa tapaamisten välillä: lähetän ennakkotehtävän ja muistutuksen, kerron, kuka ei pääse, ja kysyn lopuksi, miltä tuntui.
help-how = Kaikki löytyy valikosta: paina Valikko tai kirjoita /valikko. Kun kirjoitat minulle yksityisesti, tallennan sen muistiinpanoksi, jonka näet vain sinä.
help-crisis = En ole päivystys, enkä lue viestejä siltä varalta, että joku tarvitsee apua. Hädässä soita 112. Kriisipuhelin auttaa, kun olo on raskas: MIELI ry, 09 2525 0111.
start-how = Lisää minut ryhmänne keskusteluun ja kirjoita siellä /{ command-setup }. Jos ryhmä on siellä jo, paina siellä ”{ button-join }”.
start-invite = Tässä keskustelussa ei ole vielä ryhmää. Perustetaanko sellainen? Kysyn muutaman asian, ja saat katsoa kaiken, ennen kuin ryhmä alkaa.
start-ask-admin = Tässä keskustelussa ei ole vielä ryhmää. Keskustelun ylläpitäjä voi perustaa sellaisen. Pyydä häntä.
mydata-heading = Omat tietosi
mydata-what = { $count ->
    [0] Et ole missään ryhmässä. Liitteenä on kaikki, mitä sinusta on tallessa.
    [one] Olet yhdessä ryhmässä. Liitteenä on kaikki, mitä sinusta on tallessa.
   *[other] Olet { $count } ryhmässä. Liitteenä on kaikki, mitä sinusta on tallessa.
}
forget-ask = Poistetaanko kaikki tietosi? Lähdet kaikista ryhmistä, ja muistiinpanosi, poissaolosi ja avoimet vastauksesi häviävät. Jo näytettyä palautetta ei voi poistaa, koska kukaan ei tiedä, mikä siitä on sinun.
forget-done = Tietosi on poistettu. Jos tulet joskus takaisin, aloitamme alusta.
end-ask = Päätetäänkö ryhmä { $group } pysyvästi? Tulevat tapaamiset jäävät pois, ja palaute, jota ei ole näytetty, poistetaan lukematta.
ended-done = Ryhmä { $group } on päätetty.
paused-done = Ryhmä { $group } on tauolla. En lähetä mitään, ennen kuin jatkatte. Kuukauden päästä kysyn koollekutsujilta, mitä ryhmälle kuuluu. Jos tauko kestää puoli vuotta, ryhmä päättyy.
paused-already = Ryhmä on jo tauolla. Kysyn kuukauden päästä, mitä sille kuuluu.
resumed-done = Ryhmä { $group } jatkaa.
resumed-already = Ryhmä { $group } ei ole tauolla.
convene-done = Olet nyt ryhmän { $group } koollekutsuja.
convene-already = Olet jo ryhmän { $group } koollekutsuja.
convene-taken = Ryhmällä on jo koollekutsuja.
file-meeting = tapaaminen
file-mydata = omat-tiedot
data-time = { $when }
data-person = Sinä
data-name = Nimi
data-platform = Alusta
data-platform-id = Tunnus alustalla
data-language = Kieli
data-groups = Ryhmät
data-group = Ryhmä
data-programme = Ohjelma
data-joined = Liittynyt
data-notes = Muistiinpanot
data-meeting = Tapaaminen
data-text = Teksti
data-told-about-coming = Mitä olet kertonut tulemisestasi
data-told = Kerroit
data-reason = Syy
data-reason-seen-by = Kuka näkee syyn
data-leads = Vetovuorosi
data-open-feedback = Palaute, joka on vielä auki
data-scales = Vastaukset
data-sentence = Lause
data-let-in = Keskustelut, joihin lisäsit Piirin
data-convener-of = Koollekutsujana
data-unfinished-form = Kesken jäänyt lomake
day-unclear = En ymmärtänyt päivää ”{ $typed }”. Kirjoita se esimerkiksi näin: 15.10.
day-range = Tuo päivä on jo mennyt tai yli kahden vuoden päässä ({ $date }). Kirjoita päivä, joka on edessä.
