# Vetovuoro: vaihto, kellon katsominen, ja mitä vetäjältä kysytään tapaamisen jälkeen.

## Vetovuorot

rota-own = Sinä vedät: { $whens }.
rota-own-none = Sinulla ei ole nyt vetovuoroa.
rota-own-out = Olet pyytänyt, ettei vuoro tule sinulle. Tämän rivin näet vain sinä.
button-rota-out = En mielelläni vedä
button-rota-in = Voin taas vetää
rota-part-out = Selvä, vuoro ei tule enää sinulle. Jos sinulla oli vuoro, se siirtyi toiselle. En kerro tästä muille.
rota-part-in = Hyvä, vuoro tulee taas aikanaan sinulle.

## Vuoron vaihto

button-swap = Vaihda vuoro { $when }
button-swap-turn = { $name }: { $when }
swap-whom = Kenen kanssa haluat vaihtaa vuoron { $when }? Kysyn häneltä yksityisesti.
swap-asked = { $name } saa kysymyksen yksityisesti. Kerron sinulle vastauksen. Siihen asti vuoro { $when } on sinun.
button-swap-withdraw = Peru ehdotus
swap-withdrawn = Ehdotus on peruttu, ja vuorot ovat ennallaan.
swap-ask = { $name } ehdottaa vuoron vaihtoa: sinä vetäisit { $when } ja { $name } vetäisi { $theirs }. Syytä ei tarvitse kertoa, jos se ei sovi.
swap-ask-take = { $name } kysyy, voisitko vetää hänen puolestaan { $when }. Syytä ei tarvitse kertoa, jos se ei sovi.
button-swap-yes = Sopii
button-swap-no = Ei nyt
swap-done = Vuorot on vaihdettu: sinä vedät { $mine } ja { $name } vetää { $theirs }.
swap-mine-now = Vetovuoro { $when } on nyt sinun. { $name } saa tiedon yksityisesti.
swap-theirs-now = { $name } vetää puolestasi { $when }.
button-swap-back = Peru vaihto
swap-no-done = Selvä, vuorot pysyvät ennallaan. { $name } saa tiedon yksityisesti.
swap-said-no = { $name } ei voi nyt ottaa vuoroa { $when }, joten se on edelleen sinun.
button-swap-other = Kysy toiselta
swap-said-back = { $name } perui vaihdon ({ $when }). Vuorot ovat niin kuin ennen sitä.
swap-undone = Vaihto on peruttu. { $name } saa tiedon yksityisesti.
swap-gone = Tätä vaihtoa ei voi enää tehdä: ehdotus on peruttu, tai vuorot ovat sen jälkeen muuttuneet.
swap-answered-yes = Olet jo vastannut, että vaihto sopii.
swap-answered-no = Olet jo vastannut, ettei vaihto nyt sovi.
swap-answered-back = Tämä vaihto on peruttu.
preview-private-swap = (Yksityinen kysymys vetovuoron vaihdosta.)

## Kellon katsominen

button-clock = Katso kelloa puolestani
clock-begins = Katson kelloa tapaamisen alusta alkaen.
clock-begun = Katson kelloa tästä hetkestä alkaen.
clock-runs = Katson jo kelloa.
clock-more = Tällä osalla on nyt enemmän aikaa, ja loput siirtyvät saman verran.
clock-line = klo { $until } asti: { $text }
clock-only-you = Kerron vain sinulle, kun jonkin osan aika on täynnä.
clock-stopped = Selvä, en katso enää kelloa.
clock-done = Olette jo valmiita, joten en katso enää kelloa.
button-clock-more = Viisi minuuttia lisää
button-clock-stop = Älä katso enää
button-clock-anew = Aloita alusta
stretch-arrive = Alkukierros
stretch-pause = Tauko
stretch-close = Lopetus
step-over = Aika on täynnä: { $text }
step-next = Seuraavaksi: { $text } ({ $minutes } min)
step-last = Tämä oli viimeinen osa.

## Tapaamisen jälkeen

held-ask = Pidettiinkö tapaaminen { $when }?
button-held-yes = Pidettiin
button-held-no = Ei pidetty
button-held-change = Muuta vastausta
button-held-mistake = Se pidettiin sittenkin
held-too-early = Tapaaminen alkaa vasta { $when }. Vastaa tähän sen jälkeen.
held-too-late = Palaute tapaamisesta { $when } on jo suljettu, joten tätä ei voi enää muuttaa. Kerro asiasta koollekutsujalle.
held-no-kept = Selvä, tapaamista { $when } ei pidetty. Palautetta siitä ei kerätä. Koollekutsuja saa tiedon ja voi sopia uuden ajan.
held-no-nobody = Selvä, tapaamista { $when } ei pidetty. Palautetta siitä ei kerätä. Ryhmällä ei ole nyt koollekutsujaa, joten sopikaa jatkosta yhdessä.
not-held = Tapaamista { $when } ei pidetty. Palautetta siitä ei kerätä. Sovitaanko sille uusi aika, vai jääkö se pois?
button-not-held-move = Uusi aika
button-not-held-cancel = Se jää pois
present-ask = Kuinka monta teitä oli paikalla? Nimiä en kysy.
present-ask-when = Kuinka monta teitä oli paikalla tapaamisessa { $when }? Nimiä en kysy.
present-title = Kuinka monta oli paikalla
present-label = Kuinka monta teitä oli paikalla?
present-hint = Luku väliltä 2–{ $most }. Nimiä en kysy.
present-range = Kirjoita luku väliltä { $least }–{ $most }.
present-kept = Kiitos. Paikalla oli { $count }.
present-none = Kiitos.
button-number = { $number }
button-present-type = Kirjoitan luvun
button-present-skip = En muista
submit-present = Tallenna luku
outcome-offer = Jos haluatte muistaa jotakin tästä kerrasta, kirjoita se tähän. Sen näkee koko ryhmä, myös ne, jotka eivät päässeet.
button-agreed = Mitä sovitte
button-come-back = Mihin palaatte
button-outcome-change = Muuta tekstiä
outcome-title-agreed = Mitä sovitte
outcome-title-carry = Mihin palaatte
outcome-label-agreed = Mitä sovitte?
outcome-label-carry = Mihin palaatte ensi kerralla?
outcome-hint = Tämän näkee koko ryhmä. Jos tyhjennät kentän, aiempi teksti poistuu.
outcome-kept = Tallessa. Tämän näkee koko ryhmä.
outcome-none = Selvä, tekstiä ei ole tallessa.
outcome-not-held = Tapaamista { $when } ei pidetty, joten siitä ei jää kirjattavaa. Jos se pidettiin sittenkin, muuta ensin vastauksesi.
submit-outcome = Tallenna ryhmälle
agreed-heading = Mitä sovittiin
come-back-heading = Mihin palataan
carried-heading = Viime kerralta jäi
catchup-heading = Tapaaminen { $when }
catchup-theme = Aiheena: { $theme }
catchup-too-early = Tapaamista { $when } ei ole vielä ollut.
button-catchup-theme = Aihe ja tehtävät
