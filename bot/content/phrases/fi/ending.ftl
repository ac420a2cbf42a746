# Kauden alku ja loppu: mitä toivon, arviointi, raportti, oma muisto, jälkikysymys, poistaminen ja uusi kausi.

## Mitä toivon

button-expect = Mitä toivon ryhmältä
expect-title = Mitä toivon ryhmältä
expect-label = Mitä toivot tältä ryhmältä?
expect-hint = Tämän näet vain sinä. Saat sen takaisin, kun kausi päättyy.
expect-kept = Tallessa. Vain sinä näet tämän, ja saat sen takaisin, kun kausi päättyy. Voit muuttaa sitä milloin vain.
expect-gone = Selvä, toivetta ei ole tallessa.
submit-expect = Tallenna itselleni

## Arviointi viimeisen tapaamisen jälkeen

evaluation-heading = Millainen kausi oli?
evaluation-ask = Kausi alkaa olla lopussa. Katsokaa hetki taaksepäin, jos ehditte:
evaluation-promise = { $floor ->
    [3] Voitte vastata { $closes } asti. Vastaukset näytetään vasta sitten, yhdessä ja ilman nimiä, jos vähintään kolme vastaa. Muuten ne poistetaan lukematta.
   *[other] Voitte vastata { $closes } asti. Vastaukset näytetään vasta sitten, yhdessä ja ilman nimiä, jos vähintään viisi vastaa. Muuten ne poistetaan lukematta.
}
evaluation-not-yet = Koko kaudesta kysyn viimeisen tapaamisen jälkeen.
evaluation-empty = Selvä, sanallista vastausta ei ole tallessa.
evaluation-kept = { $floor ->
    [3] Vastauksesi on tallessa. Voit muuttaa sitä { $closes } asti. Se näytetään muiden joukossa ilman nimeä, jos vähintään kolme vastaa.
   *[other] Vastauksesi on tallessa. Voit muuttaa sitä { $closes } asti. Se näytetään muiden joukossa ilman nimeä, jos vähintään viisi vastaa.
}
evaluation-said = Mitä sanoitte kaudesta
evaluation-too-few = { $floor ->
    [3] Kauden arviointiin vastasi alle kolme, joten vastaukset on poistettu lukematta.
   *[other] Kauden arviointiin vastasi alle viisi, joten vastaukset on poistettu lukematta.
}
button-evaluate-words = Vastaa omin sanoin
button-quote-ask = Lainauslupa: { $question }
submit-evaluate-words = Tallenna vastaukset
aloud-season = Koko kaudesta ääneen

## Raportti

button-report = Raportti
report-file = { $group } raportti
report-title = { $group }: kauden raportti
report-about = Tämä on ryhmän yhteinen raportti kaudesta. Ohjelma: { $programme }.
report-did = Mitä teimme
report-line = { $number }. { $theme } ({ $date })
report-not-met = Ryhmä ei ehtinyt tavata.
report-changes = { $moved ->
    [0] Yhtään tapaamista ei siirretty
    [one] Yksi tapaaminen siirrettiin
   *[other] { $moved } tapaamista siirrettiin
}{ $cancelled ->
    [0] , eikä yhtään peruttu
    [one] { " " }ja yksi peruttiin
   *[other] { " " }ja { $cancelled } peruttiin
}.
report-nth = { $number }. kerta
report-nths = { $first }.–{ $last }. kerta
report-present = Kuinka moni pääsi
report-present-bars = Osallistujia kerroittain
report-present-how = Luvut kertoi kunkin kerran vetäjä. Jos vetäjä ei kertonut, mukaan on laskettu kaikki, jotka eivät ilmoittaneet olevansa poissa.
report-feedback = Miten palaute kulki
report-feedback-how = Luvut ovat keskiarvoja. Kohta jää auki, jos vastaajia oli liian vähän tai kaikki vastasivat samoin. Yhdessä näytetyt kerrat ovat yksi kohta.
report-evaluation = Mitä sanoimme kaudesta
report-quotes = Sanojamme
report-quotes-outside = Näitä saa lainata ryhmän ulkopuolellakin:
report-quotes-inside = Näitä saa lainata vain ryhmän kesken:
report-agreed = Mitä sovimme tapaamisissa
report-agreed-line = Sovimme { $date }: { $text }
report-private = Raportissa ei ole kenenkään muistiinpanoja. Vastauksen kohdalla on nimi vain, jos vastaaja itse antoi siihen luvan.
report-here = Tässä on raportti luettavaksi ja tulostettavaksi. Voit hakea sen uudelleen, kunnes kaikki poistetaan { $date }.

## Kauden päätös

farewell-preview = (Tähän tulee, mitä ryhmä sanoi kaudesta, sekä raportti.)
farewell-thanks = Kiitos teille
farewell-report = Kauden raportti on tässä mukana, luettavaksi ja tulostettavaksi. Jokainen saa lisäksi yksityisesti oman muistonsa.
farewell-next = Mitä nyt tapahtuu
farewell-gone = Kaikki, mitä ryhmästä on minulla tallessa, poistetaan { $date }. Kerron siitä vielä viikkoa ennen.
farewell-ask = Saanko kysyä sinulta kolmen ja kuuden kuukauden päästä, mitä ryhmästä jäi? Kysyn vain siltä, joka antaa luvan, ja vain yksityisesti. Jos joku antaa luvan, kaikki säilyy siihen asti ja vielä kuukauden.
farewell-again = Jos haluatte jatkaa, koollekutsuja voi aloittaa uuden kauden. Mukaan tulee se, joka haluaa.
farewell-again-anyone = Jos haluatte jatkaa, kuka tahansa jäsenistä voi aloittaa uuden kauden. Mukaan tulee se, joka haluaa.
menu-over = { $group }: kausi on päättynyt

## Oma muisto

button-keepsake = Oma muistoni
preview-keepsake = (Oma muisto kaudesta jokaiselle yksityisesti. Muut eivät näe sitä.)
keepsake-file = { $group } oma muisto
keepsake-title = { $group }: oma muistosi
keepsake-only-you = Tämän sait vain sinä. Alussa on omia sanojasi, lopussa ryhmän yhteinen raportti.
keepsake-hope = Mitä toivoit ryhmältä
keepsake-hoped = Kauden alussa kirjoitit itsellesi, mitä toivot ryhmältä:
keepsake-here = Tässä on oma muistosi kaudesta, luettavaksi ja tulostettavaksi. Tallenna se, jos haluat pitää sen. Voit hakea sen uudelleen, kunnes kaikki poistetaan { $date }.
keepsake-notes = Omat muistiinpanosi { $date }: { $theme }
keepsake-notes-open = Omat muistiinpanosi { $date }
keepsake-empty = Sinulla ei ole ryhmästä { $group } mitään omaa tallessa.

## Jälkikysymys

button-followup-yes = Minulta saa kysyä myöhemmin
button-followup-no = Älä kysy minulta
button-followup-stop = Älä kysy enää
button-followup-answer = Vastaa
followup-yes = Kiitos. Kysyn sinulta yksityisesti, kun aika tulee. Voit muuttaa mieltäsi milloin vain.
followup-no = Selvä, sinulta en kysy.
followup-over = Jälkikysymysten aika on jo ohi.
followup-stopped = Selvä, en kysy sinulta enää.
followup-heading = Mitä jäi? { $group }
followup-ask = { $months ->
    [3] Kauden päättymisestä on kolme kuukautta, ja annoit luvan kysyä:
   *[other] Kauden päättymisestä on kuusi kuukautta, ja annoit luvan kysyä:
}
followup-q-stayed = Mitä ryhmästä on jäänyt sinulle?
followup-q-changed = Mikä on muuttunut?
followup-q-help = Mistä olisi sinulle nyt apua?
followup-for-you = Nämä ovat vain sinun mietittäviksesi. Luvan antoi niin harva, ettei vastauksia voisi näyttää ilman nimiä, joten en kerää niitä.
followup-promise = { $floor ->
    [3] Vastausaikaa on viikko, ja se päättyy { $date }. Vastaukset näytetään niille, jotka antoivat luvan kysyä, ilman nimiä ja vain jos vähintään kolme vastaa. Muuten ne poistetaan lukematta.
   *[other] Vastausaikaa on viikko, ja se päättyy { $date }. Vastaukset näytetään niille, jotka antoivat luvan kysyä, ilman nimiä ja vain jos vähintään viisi vastaa. Muuten ne poistetaan lukematta.
}
followup-kept = Vastauksesi on tallessa. Voit muuttaa sitä, kunnes vastausaika loppuu.
followup-results = Mitä jäi: { $group }
followup-too-few = { $floor ->
    [3] Vastaajia oli alle kolme, joten vastaukset on poistettu lukematta.
   *[other] Vastaajia oli alle viisi, joten vastaukset on poistettu lukematta.
}
submit-followup-answer = Tallenna vastaukset

## Poistaminen

deletion-soon-heading = { $group }: ryhmän tiedot poistetaan viikon päästä
deletion-soon = Poistan { $date } kaiken, mitä minulla on ryhmästä: muistiinpanot, toiveet, palautteen, sopimuksen ja tiedot jäsenistä.
deletion-soon-save = Jos haluat pitää jotakin, hae se nyt napista ja tallenna itsellesi. Saat sen yksityisesti.
deletion-channel = Tämän keskustelun viestejä en voi poistaa. Ne säilyvät täällä niin kauan kuin itse haluatte.
deletion-soon-keep = Kaikki säilyy kolme kuukautta pidempään, jos jokainen jäsen toivoo sitä. Muuten poistan kaiken, eikä kenenkään tarvitse sanoa miksi.
button-keep-longer = Säilytä 3 kuukautta pidempään
button-keep-not = Ei tarvitse säilyttää
keep-settled = Tämä on jo ratkennut.
keep-noted = Toiveesi on merkitty. Kaikki säilyy pidempään, jos jokainen toivoo sitä. Muuten kaikki poistetaan { $date }.
keep-not-noted = Merkitty. Kaikki poistetaan { $date }.
keep-all = Jokainen toivoi samaa. Kaikki säilyy pidempään ja poistetaan vasta { $date }.
kept-post = Jokainen ryhmän { $group } jäsen toivoi, että kaikki säilyy pidempään. Poistan kaiken vasta { $date }. Kerron siitä taas viikkoa ennen.
deletion-done = Ryhmän kausi on päättynyt, ja kaikki, mitä siitä oli minulla tallessa, on nyt poistettu. Kiitos teille.

## Uusi kausi

button-again = Aloita uusi kausi
button-again-sure = Aloita tämä kausi
again-title = Uusi kausi
again-what = Mitään yksityistä ei siirry: jokainen tulee mukaan itse nappia painamalla. Ryhmän sopimus tulee luonnokseksi, jota voitte muuttaa.
again-done = Ryhmän { $group } uusi kausi on aloitettu. Suunnitelma on ryhmän keskustelussa, ja jokainen tulee mukaan itse nappia painamalla, sinäkin.
again-begun = Tässä keskustelussa on jo uusi ryhmä. Mukaan pääsee painamalla ”{ button-join }”.
submit-again = Näytä, miltä se näyttää
plan-again = Uusi kausi alkaa. Edelliseltä kaudelta ei siirry mitään yksityistä.

## Mikä ei onnistu vielä

refused-running = Tämä aukeaa, kun ryhmän { $group } kausi on päättynyt.
