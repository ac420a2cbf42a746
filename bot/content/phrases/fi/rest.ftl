# Ryhmä, joka on tauolla tai jolla ei ole tapaamisia: kysymys koollekutsujalle, ja päättyminen itsestään.

kind-resting = hetki kysyä tauosta
kind-rest-ask = kysymys koollekutsujalle tauosta
kind-rested = ryhmän päättyminen pitkän tauon jälkeen
waits-rest-ask = Mitä ryhmälle kuuluu?

button-rest-on = Jatketaan taukoa

rest-ask-paused = { $months ->
    [1] Ryhmä { $group } on ollut tauolla kuukauden.
   *[other] Ryhmä { $group } on ollut tauolla kolme kuukautta.
}
rest-ask-open = { $months ->
    [1] Ryhmällä { $group } ei ole ollut kuukauteen yhtään tapaamista tiedossa.
   *[other] Ryhmällä { $group } ei ole ollut kolmeen kuukauteen yhtään tapaamista tiedossa.
}
rest-ask-shut = { $months ->
    [1] Ryhmän { $group } keskustelu on ollut minulta suljettu ainakin kuukauden, enkä voi kirjoittaa sinne.
   *[other] Ryhmän { $group } keskustelu on ollut minulta suljettu ainakin kolme kuukautta, enkä voi kirjoittaa sinne.
}
rest-ask-choose = Mitä sille kuuluu? Vastata voi silloin kun sopii, ja tauko voi hyvin jatkua.
rest-ends = Jos mitään ei valita, ryhmä päättyy { $date }. Silloinkaan mitään ei poisteta heti.
rest-vacancy = Ryhmä on levännyt, eikä sillä ole nyt koollekutsujaa. Joku teistä voisi ottaa tehtävän, jos haluatte jatkaa.
rested-paused = Ryhmä on ollut tauolla puoli vuotta, joten se päättyy nyt. Mitään ei poisteta heti.
rested-open = Ryhmällä ei ole ollut puoleen vuoteen tapaamisia tiedossa, joten se päättyy nyt. Mitään ei poisteta heti.
