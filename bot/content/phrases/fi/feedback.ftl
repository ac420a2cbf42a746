# Palaute tapaamisesta: kysymykset, vastaukset ja se, mihin palataan.

feedback-heading = Miltä tapaaminen tuntui? { $theme }
scale-line = { $letter }. { $question } 1 = { $low }, 5 = { $high }
scale-button = { $letter } { $step }
scale-drawn =
    { $question }
    { $low } { $picture } { $high }
    { $counts }
feedback-promise = { $floor ->
    [3] Voitte vastata { $closes } asti. Vastaukset näytetään vasta sitten, yhdessä ja ilman nimiä, jos vähintään kolme vastaa. Sen, joka ei päässyt paikalle, ei tarvitse vastata.
   *[other] Voitte vastata { $closes } asti. Vastaukset näytetään vasta sitten, yhdessä ja ilman nimiä, jos vähintään viisi vastaa. Sen, joka ei päässyt paikalle, ei tarvitse vastata.
}
feedback-limits = Pienessä ryhmässä sanoista voi silti joskus arvata kirjoittajan.
rated = Merkitty: { $marks }
sentence-title = Yksi lause palautteeseen
sentence-hint = Saa jättää tyhjäksi. Jos tyhjennät kentän, aiempi lause poistuu.
sentence-kept = { $floor ->
    [3] Lauseesi on tallessa. Voit muuttaa sitä { $closes } asti. Se näytetään muiden joukossa ilman nimeä, jos vähintään kolme vastaa.
   *[other] Lauseesi on tallessa. Voit muuttaa sitä { $closes } asti. Se näytetään muiden joukossa ilman nimeä, jos vähintään viisi vastaa.
}
sentence-back = Selvä, lausetta ei ole tallessa.
feedback-not-yet = Palaute avautuu tapaamisen jälkeen.
feedback-not-held = Tapaamista { $when } ei pidetty, joten siitä ei kysytä palautetta.
feedback-closed = Palaute on jo suljettu, eikä vastauksia voi enää muuttaa.
feedback-absent = Tästä tapaamisesta kysytään niiltä, jotka olivat paikalla. Jos olit sittenkin mukana, kerro ajatuksesi ryhmässä.
results-heading = Mitä sanoitte: { $theme }
results-pooled = { $floor ->
    [3] Vastauksia on vielä niin vähän, ettei niitä voi näyttää ilman nimiä. Ne lasketaan yhteen seuraavan kerran kanssa ja näytetään, kun vähintään kolme on vastannut.
   *[other] Vastauksia on vielä niin vähän, ettei niitä voi näyttää ilman nimiä. Ne lasketaan yhteen seuraavan kerran kanssa ja näytetään, kun vähintään viisi on vastannut.
}
results-too-few = Vastauksia tuli niin vähän, ettei niitä voi näyttää ilman nimiä. Ne poistetaan lukematta, kun ryhmä päättyy.
results-of-several = { $count ->
    [one] Tässä ovat viime tapaamisen vastaukset.
    [2] Tässä ovat kahden viime tapaamisen vastaukset yhdessä.
    [3] Tässä ovat kolmen viime tapaamisen vastaukset yhdessä.
   *[other] Tässä ovat { $count } viime tapaamisen vastaukset yhdessä.
}
results-alike = { $question } Vastaukset olivat lähellä toisiaan.
results-sentences = Omin sanoin
results-preview = { $floor ->
    [3] Tähän tulee, mitä ryhmä vastasi, jos vähintään kolme vastaa.
   *[other] Tähän tulee, mitä ryhmä vastasi, jos vähintään viisi vastaa.
}

## Yksi sivu kaikelle

button-feedback = Vastaa yhdellä sivulla
button-feedback-change = Muuta vastauksia
submit-feedback = Tallenna vastaukset
feedback-page = Palaute tapaamisesta
scale-end = { $step } – { $end }
feedback-kept = { $floor ->
    [3] Vastauksesi ovat tallessa. Voit muuttaa niitä { $closes } asti. Ne näytetään muiden joukossa ilman nimeä, jos vähintään kolme vastaa.
   *[other] Vastauksesi ovat tallessa. Voit muuttaa niitä { $closes } asti. Ne näytetään muiden joukossa ilman nimeä, jos vähintään viisi vastaa.
}

## Mihin palataan

button-carry = Mihin palataan
button-carry-change = Muuta tätä
button-carry-open = Kirjaa, mihin palataan
submit-carry = Tallenna
submit-carry-open = Tallenna
carry-title = Mihin palataan
carry-label = Mihin asiaan haluaisit palata ensi kerralla?
carry-hint = Näkyy ilman nimeäsi palautteessa ja seuraavassa ennakkotehtävässä. Jos tyhjennät kentän, aiempi teksti poistuu.
carry-kept = { $floor ->
    [3] Tallessa. Voit muuttaa tätä { $closes } asti. Se näytetään muiden joukossa ilman nimeä, jos vähintään kolme vastaa. Tutussa porukassa kirjoittajan voi joskus arvata sanoista.
   *[other] Tallessa. Voit muuttaa tätä { $closes } asti. Se näytetään muiden joukossa ilman nimeä, jos vähintään viisi vastaa. Tutussa porukassa kirjoittajan voi joskus arvata sanoista.
}
carry-back = Selvä, mitään ei ole tallessa.
carry-open-label = Mihin haluaisit ryhmän palaavan?
carry-open-hint = Näkyy kaikille seuraavassa ennakkotehtävässä, ilman nimeäsi. Jos tyhjennät kentän, aiempi teksti poistuu.
carry-open-kept = Tallessa. Se näkyy kaikille seuraavassa ennakkotehtävässä.
carry-aloud = Mihin yhteen asiaan haluatte palata ensi kerralla?
carry-too-early = Tapaaminen alkaa { $when }. Tämän voi kirjoittaa sen jälkeen.
carry-too-late = Seuraava ennakkotehtävä on jo lähtenyt, joten tämä ei enää ehtisi mukaan. Ota asia puheeksi tapaamisessa.
carry-no-next = Seuraavaa tapaamista ei ole sovittu, joten tätä ei vielä voi ottaa mukaan. Kirjoita se ryhmän keskusteluun.
results-carried = Näihin toivottiin palattavan
pretask-carried = Viime kerralla haluttiin palata tähän:

## Omat tiedot

data-words = Omin sanoin
data-quote = Lainauslupa
data-carry = Mihin palataan
