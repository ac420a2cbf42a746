# Onko joku vielä mukana: koollekutsujan pyytämä kysymys jäsenelle, ja mitä siitä seuraa.

kind-still-along = kysymys, onko joku vielä mukana
kind-along = vastaus siihen, onko joku vielä mukana
kind-let-go = tieto jäsenyyden päättymisestä
waits-still-along = Lue sinulle tullut viesti
waits-along = Lue, mitä kysymykseesi vastattiin
waits-let-go = Lue, mitä jäsenyydestäsi kerrotaan

button-along = Kysy, onko joku vielä mukana
button-along-sure = Kysy yksityisesti
button-along-not = Ei kysytä
button-along-back = Peru kysymys: { $name }
button-along-yes = Olen vielä mukana
button-along-leave = Jään pois

## Koollekutsujalle

along-pick = Keneltä kysyn, onko hän vielä mukana? Kysyn yksityisesti, eikä ryhmä kuule siitä.
along-nobody = Ryhmässä ei ole muita jäseniä, joilta voisin kysyä.
along-paused = Ryhmä on tauolla, ja silloin saa olla hiljaa. Kysy vasta, kun ryhmä jatkaa.
along-waits = { $name }: kysytty { $opened }, vastata voi { $closes } asti.
along-confirm = Kysyn yksityisesti, onko { $name } vielä mukana ryhmässä { $group }. Vastausaikaa on kaksi viikkoa. Ryhmälle en kerro kysymyksestä.
along-confirm-silent = Jos vastausta ei tule, jäsenyys päättyy ja jäsenen omat muistiinpanot ja poissaolot poistetaan. Kerron sen hänelle yksityisesti. Jos hän sillä välin kertoo vaikkapa, pääseekö tapaamiseen, hän pysyy mukana.
along-return-open = Takaisin pääsee milloin vain kirjoittamalla ryhmän keskustelussa /{ command-join }.
along-return-ask = Takaisin voi pyytää milloin vain kirjoittamalla ryhmän keskustelussa /{ command-join }. Silloin kysyn ryhmältä.
along-return-closed = Ryhmä ei ota juuri nyt uusia mukaan, joten takaisin tulemisesta voi jutella koollekutsujan kanssa.
along-asked = { $name } saa kysymyksen ja voi vastata { $closes } asti. Kerron sinulle, jos hän on mukana tai jos vastausta ei tule.
along-already = { $name } on jo saanut kysymyksen ja voi vastata { $closes } asti. Kerron sinulle, jos hän on mukana tai jos vastausta ei tule.
along-lately = { $name } on saanut saman kysymyksen vähän aikaa sitten. Uudelleen voit kysyä { $date } alkaen.
along-taken-back = Kysymys on peruttu. { $name } pysyy jäsenenä, eikä vastausta tarvita.
along-word-yes = { $name } on edelleen mukana ryhmässä { $group }.
along-word-unasked = { $name } pysyy ryhmän { $group } jäsenenä: kysymys ei mennyt perille, tai en ollut paikalla kuulemassa vastausta. Mitään ei ole poistettu. Voit kysyä uudelleen tai jutella hänen kanssaan itse.
left-silent = { $name } ei ole enää ryhmässä { $group }: kysyin, onko hän vielä mukana, eikä kahdessa viikossa tullut vastausta. Hänen muistiinpanonsa ja poissaolonsa on poistettu. Ryhmälle en kerro tästä.
left-silent-chat = Ryhmän keskustelussa hän voi yhä olla. Minä en poista sieltä ketään: jos niin on tarpeen, se tehdään siellä itse.

## Jäsenelle

still-along-ask = Hei { $name }. Oletko vielä mukana ryhmässä { $group }? Ei haittaa, vaikka olisit ollut hiljaa.
still-along-until = Voit vastata { $closes } asti. Jos en kuule sinusta, jäsenyytesi päättyy silloin, ja muistiinpanosi ja poissaolosi poistetaan. Sitä ennen voit hakea omasi talteen napista ”{ button-mydata }”.
still-along-who = Jos olet mukana, kerron sen vain koollekutsujalle. Jos jäät pois, valitset itse, kuka siitä kuulee.
along-yes-done = Mukavaa, että olet mukana. Kerron sen koollekutsujalle.
along-in-already = Olet mukana ryhmässä { $group }, eikä mihinkään tarvitse vastata.
let-go-told = Et ole enää ryhmässä { $group }. Kysyin, oletko vielä mukana, enkä kuullut sinusta, joten jäsenyytesi päättyi. Näin käy monelle, eikä siinä ole mitään pahaa. Muistiinpanosi ja poissaolosi on poistettu. Kiitos, että olit mukana.
