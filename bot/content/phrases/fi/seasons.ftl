# Ryhmä, joka jatkuu kausi kerrallaan, ja tapaamisten lajit. Ryhmälle te-muodossa, yhdelle ihmiselle sinä-muodossa.

## Tapaamisten lajit ja ohjelman ehdotukset

kind-and-theme = { $kind } – { $theme }
plan-line-suggested = { $when }: { $theme } (ohjelman ehdotus)
plan-line-chosen = { $when }: { $theme } (teidän valintanne)
plan-suggested = Aiheet ovat ohjelman ehdotuksia, ja voitte vaihtaa ne omiinne milloin vain.
themes-hint-suggested = { $count ->
    [one] Voitte valita yhden aiheen. Kirjoita numero. Jos jätät tyhjäksi, aihe on ohjelman ehdotus.
   *[other] Voitte valita { $count } aihetta. Esimerkiksi: 2, 5. Loput aiheet ovat ohjelman ehdotuksia.
}
themes-fixed = Ryhmän { $group } ohjelmassa jokaisella tapaamisella on oma sisältönsä, joten aiheita ei valita.

## Kuka vetää

awaited-facilitator = Tapaamiset vetää ohjaaja, ja häntä odotetaan vielä. Ohjaaja ilmoittautuu kirjoittamalla tässä keskustelussa /{ command-facilitate }.
awaited-fading = Ensimmäiset tapaamiset voi vetää ohjaaja, joka ilmoittautuu kirjoittamalla tässä keskustelussa /{ command-facilitate }. Muuten vetovuoro kiertää alusta asti.
awaited-coach = Jos teillä on valmentaja, hän ilmoittautuu kirjoittamalla tässä keskustelussa /{ command-facilitate } ja vetää tapaamiset. Muuten vetovuoro kiertää.

## Perustaminen

setup-meetings-hint = Jos ryhmä jatkuu kausi kerrallaan, montako kertaa on yhdessä kaudessa.
setup-themes-hint = Jos ette valitse ja ohjelmassa on omat ehdotukset, aiheet tulevat niistä.
setup-themes-hint-some = Jos ette valitse, käytetään ohjelman ehdotuksia, jos niitä on. Osassa ohjelmista valittavaa ei ole.

## Kaudet

button-seasons = Kaudet ja jatkaminen
button-seasons-last = Tämä kausi on viimeinen
button-seasons-last-coming = Tuleva kausi on viimeinen
button-seasons-stop = Lopetetaan tähän
button-seasons-last-sure = Kyllä, päättyy siihen
button-seasons-on = Jatketaan sittenkin
button-seasons-count = Tapaamisia kaudessa
button-seasons-so-many = { $count }
seasons-heading = { $group }: kaudet
seasons-how = { $count ->
    [one] Ryhmä jatkuu kausi kerrallaan. Kaudessa on yksi tapaaminen. Ryhmä voi päättyä minkä tahansa kauden lopussa.
   *[other] Ryhmä jatkuu kausi kerrallaan. Kaudessa on { $count } tapaamista. Ryhmä voi päättyä minkä tahansa kauden lopussa.
}
seasons-now = { $number }. kausi. Sen viimeinen tapaaminen on { $when }.
seasons-then = Seuraava kausi alkaa { $when }.
seasons-coming = { $number }. kausi alkaa { $first }. Sen viimeinen tapaaminen on { $when }.
seasons-last-is = Tämä kausi on ryhmän viimeinen, ja viimeinen tapaaminen on { $when }.
seasons-none = Edessä ei ole tapaamisia.
seasons-convener = Koollekutsuja voi muuttaa tätä.
refused-one-season = Ryhmän { $group } ohjelmassa on yksi kausi. Kun se päättyy, koollekutsuja voi aloittaa uuden.
seasons-last-ask = { $count ->
    [0] Onko tämä kausi ryhmän viimeinen? Viimeinen tapaaminen on silloin { $when }. Sen jälkeen tulevat kauden kysymykset ja päätös.
    [one] Onko tämä kausi ryhmän viimeinen? Viimeinen tapaaminen on silloin { $when }, ja yksi sen jälkeen suunniteltu tapaaminen jää pois. Lopuksi tulevat kauden kysymykset ja päätös.
   *[other] Onko tämä kausi ryhmän viimeinen? Viimeinen tapaaminen on silloin { $when }, ja { $count } sen jälkeen suunniteltua tapaamista jää pois. Lopuksi tulevat kauden kysymykset ja päätös.
}
seasons-stop-ask = Lopetetaanko kauteen, joka juuri päättyi? Viimeinen tapaaminen oli { $when }, ja sen jälkeen suunnitellut jäävät pois. Seuraavaksi tulee ryhmän päätös.
seasons-last-done = Selvä. Ryhmän viimeinen tapaaminen on { $when }. Kerron siitä ryhmälle. Voit perua tämän niin kauan kuin ryhmä on koossa.
seasons-stop-done = Selvä. Ryhmän viimeinen tapaaminen oli { $when }. Ryhmän päätös tulee seuraavaksi.
seasons-on-done = { $count ->
    [one] Ryhmä jatkuu. Kaudessa on yksi tapaaminen. Kerron siitä ryhmälle.
   *[other] Ryhmä jatkuu. Kaudessa on { $count } tapaamista. Kerron siitä ryhmälle.
}
seasons-count-ask = { $count ->
    [one] Nyt kaudessa on yksi tapaaminen. Montako seuraavasta kaudesta alkaen?
   *[other] Nyt kaudessa on { $count } tapaamista. Montako seuraavasta kaudesta alkaen?
}
seasons-count-done = { $count ->
    [one] Seuraavasta kaudesta alkaen kaudessa on yksi tapaaminen.
   *[other] Seuraavasta kaudesta alkaen kaudessa on { $count } tapaamista.
}
seasons-last-heading = Tämä kausi on viimeinen
seasons-last-post = Ryhmän viimeinen tapaaminen on { $when }. Sen jälkeen ei enää tavata.
seasons-last-after = Sen jälkeen kokoan vielä, mitä kaudesta jäi, ja ryhmä päättyy.
seasons-on-post = Ryhmä jatkuu sittenkin uudella kaudella, kun tämä kausi päättyy.

## Kauden lopussa, kun ryhmä jatkuu

season-over-heading = Kausi päättyi, ryhmä jatkuu
season-over-preview = (Tähän tulee, mitä ryhmä sanoi kaudesta, sekä raportti.)
season-report = Kauden raportti on tässä mukana, luettavaksi ja tulostettavaksi.
season-next = Uusi kausi alkaa
season-going-on = Kaikki jatkuu ennallaan: sopimus, vetovuorot ja muistiinpanot. Jos ryhmä haluaa lopettaa, koollekutsuja voi päättää sen kohdasta ”{ button-seasons }”.

## Sopimus

agreement-suggest-time-seasons = Tapaamme { $rhythm ->
    [w1] viikon välein
    [w2] kahden viikon välein
    [w3] kolmen viikon välein
    [w4] neljän viikon välein
    [m1] kerran kuussa
   *[other] sovittuina päivinä
}, kausi kerrallaan. Kaudessa on { $count ->
    [one] yksi tapaaminen
   *[other] { $count } tapaamista
}, ja kauden lopussa sovimme, jatkammeko. { $length }. Jos aika ei käy, sovimme siirrosta yhdessä ja hyvissä ajoin.

joined-what-light = Ennen tapaamista saat jotakin mietittävää, jos haluat, ja muistutuksen päivää ennen. Valmistautumatta saa tulla.
joined-what-off = Saat muistutuksen päivää ennen jokaista tapaamista. Ennakkoon ei tarvitse tehdä mitään.
expect-hint-seasons = Tämän näet vain sinä. Saat sen takaisin, kun ryhmä päättyy.
expect-kept-seasons = Tallessa. Vain sinä näet tämän, ja saat sen takaisin, kun ryhmä päättyy. Voit muuttaa sitä milloin vain.
lead-awaited = Ohjaajaa odotetaan vielä.
meetings-far = Edessä on jo { $most } tapaamista. Lisää uusi, kun niistä on muutama pidetty, tai siirrä jokin niistä.
kind-season = kauden päätös ja seuraavan alku
kind-season-news = tieto ryhmän jatkosta
kind-onward = seuraavan kauden tapaamiset
