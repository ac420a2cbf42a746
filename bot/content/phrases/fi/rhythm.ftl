# Viestien rytmi, loma ja välitehtävä.

## Rytmi

button-naming = Nimi ja kieli
naming-kept = Tallessa. Ryhmän nimi: { $group }. Kieli: { $language }.
submit-naming = Tallenna
button-rhythm = Viestien rytmi
rhythm-heading = Viestien rytmi: { $group }
rhythm-kept = Muutos on tallessa, ja tulevat viestit noudattavat sitä.
rhythm-convener = Koollekutsuja voi muuttaa näitä. Kerro hänelle, jos jokin ei sovi.
rhythm-posts = Tapaamista kohti tulee enintään { $count } viestiä.
rhythm-kinds-all = Kaikki viestit ovat käytössä.
rhythm-kinds = Pois käytöstä: { $names }.
rhythm-before = Ennakkotehtävä tulee { $days } päivää ennen, muistutus { $reminder ->
    [one] päivää ennen
   *[other] { $reminder } päivää ennen
} ja viimeinen viesti { $minutes } minuuttia ennen.
rhythm-quiet = Klo { $start }–{ $end } on hiljaista.
rhythm-preparation-every = Ennen jokaista tapaamista tulee ennakkotehtävä.
rhythm-preparation-light = Ennakkotehtävä on kevyt, ja valmistautumatta saa tulla.
rhythm-preparation-off = Ennakkotehtäviä ei ole. Saatte tulla valmistautumatta.
rhythm-ask-posts = Montako viestiä yhtä tapaamista kohti saa enintään tulla? Ensin jää pois se, mikä on vähiten tärkeää.
rhythm-ask-kinds = Mitkä viestit haluatte?
rhythm-ask-before = Kuinka paljon ennen? Ylin rivi on ennakkotehtävä, keskimmäinen muistutus ja alin viimeinen viesti.
rhythm-ask-quiet = Milloin en saa lähettää mitään? Ylemmällä rivillä hiljaisuus alkaa, alemmalla se päättyy.
rhythm-ask-preparation = Kuinka paljon valmistaudutte tapaamisiin?
rhythm-ask-floor = Miten palaute näytetään? Muutos koskee seuraavaa kyselyä. Se, joka on nyt auki, pitää mitä siinä on luvattu.
button-rhythm-posts = Viestien määrä
button-rhythm-kinds = Mitkä viestit
button-rhythm-before = Kuinka paljon ennen
button-rhythm-quiet = Hiljaiset tunnit
button-rhythm-floor = Miten palaute näytetään
button-rhythm-preparation = Valmistautuminen
button-rhythm-set-posts = { $count }
button-rhythm-set-pretask = { $count } pv
button-rhythm-set-reminder = { $count } pv
button-rhythm-set-soon = { $count } min
button-rhythm-set-from = Klo { $count }
button-rhythm-set-to = Klo { $count }
button-rhythm-off = Jätä pois: { $kind }
button-rhythm-on = Ota takaisin: { $kind }
button-preparation-every = Joka kerta
button-preparation-light = Kevyesti
button-preparation-off = Ei lainkaan
pretask-ask-light = Jos haluat, voit miettiä näitä ennalta. Valmistautumatta saa tulla:

## Loma

button-holiday = Loma
holiday-title = Loma
holiday-first = Ensimmäinen lomapäivä
holiday-last = Viimeinen lomapäivä
holiday-hint = Esimerkiksi: 20.12.
submit-holiday = Katso, mitä muuttuu
holiday-order = Viimeinen päivä on ennen ensimmäistä. Kirjoita päivä, joka on sen jälkeen.
holiday-long = Loma voi kestää enintään { $days } päivää. Jos ette tiedä, milloin jatkatte, paina valikosta ”{ button-pause }”.
holiday-look = Loma alkaa { $first } ja päättyy { $last }. Sinä aikana en lähetä ryhmälle viestejä.
holiday-moves = { $count ->
    [one] Yksi tapaaminen siirtyy:
   *[other] { $count } tapaamista siirtyy:
}
holiday-move = { $old } → { $new }
holiday-moves-none = Tapaamisten ajat eivät muutu.
button-holiday-sure = Merkitse loma
button-holiday-other = Muut päivät
button-holiday-off = Poista loma
holiday-is = Ryhmällä on loma merkittynä: se alkaa { $first } ja päättyy { $last }.
holiday-off = Loma on poistettu. Tapaamisten ajat jäivät ennalleen.
holiday-done = Loma on merkitty, ja kerron siitä ryhmälle.
holiday-heading = Loma
holiday-post = Loma alkaa { $first } ja päättyy { $last }. Sinä aikana en lähetä tänne mitään. Levätkää hyvin.
holiday-times = Tapaamiset loman jälkeen

## Välitehtävä

button-between = Välitehtävä
between-title = Ennen ensi kertaa
between-label = Mitä teette ennen tapaamista { $when }?
between-hint = Pieni ja konkreettinen riittää. Koko ryhmä näkee tämän. Jos tyhjennät kentän, aiempi teksti poistuu.
submit-between = Tallenna
between-none-ahead = Välitehtävä sovitaan kahden tapaamisen väliin. Palaa tähän seuraavan tapaamisen jälkeen.
between-kept = Tallessa. Muistutan tästä ryhmää ennen ensi kertaa.
between-gone = Selvä, välitehtävää ei ole tallessa.
button-between-change = Muuta välitehtävää
between-heading = Ennen ensi kertaa
between-until = Tapaatte seuraavan kerran { $when }.

## Apua

help-own-heading = Apua lähellä
pretask-help = Jos olo on raskas, et ole yksin: /{ command-help } kertoo, mistä saa apua. Hädässä soita 112.
