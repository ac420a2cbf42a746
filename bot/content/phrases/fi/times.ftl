# Yhteisen ajan etsiminen, oma aikavyöhyke ja oma kieli.

## Painikkeet

button-times = Etsi yhteinen aika
button-times-meeting = Uusi aika tapaamiselle { $when }
button-times-new = Aika uudelle tapaamiselle
button-times-type = Kirjoita ajat uudelleen
button-times-more = Lisää aikoja
button-times-again = Aloita alusta
button-times-another = Kysy muita aikoja
button-times-open = Katso avoin kysely
button-times-post = Kysy ryhmältä
button-times-answer = Kerro, mitkä ajat käyvät
button-times-works = Käy
button-times-if-need = Tarvittaessa
button-times-no = Ei käy
button-times-all-works = Kaikki käyvät
button-times-all-no = Mikään ei käy
button-times-rest-works = Loput käyvät
button-times-rest-no = Loput eivät käy
button-times-change = Muuta: { $when }
button-times-close = Päätä kysely nyt
button-times-withdraw = Peru kysely
button-times-withdraw-sure = Kyllä, peru kysely
button-times-pick = Valitaan { $when }
button-times-keep = Pidetään tämä aika
button-times-who-anyone = Kaikki saavat ehdottaa
button-times-who-convener = Vain koollekutsuja ehdottaa
button-times-names-shown = Näytä tuloksessa nimet
button-times-names-counts = Näytä tuloksessa vain määrät
submit-times = Näytä ajat

## Ehdottaminen

times-title = Yhteisen ajan etsiminen
times-for-what = Mille etsitään aikaa? Kirjoitat seuraavaksi 2–7 aikaa, ja kysyn ryhmältä, mitkä niistä käyvät.
times-label = Mitkä ajat sopisivat?
times-hint = Kirjoita 2–7 aikaa, kukin omalle rivilleen. Ajat ovat ryhmän aikaa. Esimerkiksi: ti 15.9. klo 17
times-line = { $number }. { $when }
times-beside = { $when } ({ $there })
times-there = { $minute ->
    [0] { $city } klo { $hour }
   *[other] { $city } klo { $time }
}
times-there-day = { $city } { $when }
times-elsewhere = Muualla: { $there }
times-understood = Ymmärsin nämä ajat
times-not-understood = Näitä en ottanut mukaan:
times-none-understood = Näistä ajoista yhtäkään en voinut ottaa mukaan.
times-problem = Kohta { $number }, ”{ $typed }”: { $problem }
times-double = { $when } on jo mukana.
times-soon = { $when } on niin pian, etteivät kaikki ehdi vastata. Valitse aika, johon on vähintään vuorokausi.
times-over = { $when } ei enää mahdu mukaan. Aikoja voi olla { $most }.
times-many = Luin { $most } ensimmäistä kohtaa, tämä jäi lukematta. Kirjoita se uudelleen omalle rivilleen.
times-one-more = Lisää vielä ainakin yksi aika, niin ryhmällä on mistä valita.
times-would-close = Mitään ei ole vielä kysytty. Jos kysyn nyt, vastausaikaa on { $closes } asti.
times-posted = Kysyn tätä ryhmältä. Vastausaikaa on { $closes } asti, ja kerron silloin tuloksen.
times-posted-already = Tätä kysytään ryhmältä jo.
times-too-near = Tapaaminen { $when } on niin pian, ettei ryhmältä ehdi kysyä. Voit etsiä ajan uudelle tapaamiselle.
times-open-already = Ryhmältä kysytään jo aikoja, ja vastauksia odotetaan { $closes } asti. Uuden kyselyn voi aloittaa, kun edellinen on päättynyt tai peruttu.
times-convener = Ryhmässä { $group } aikoja ehdottaa koollekutsuja. Voit pyytää häntä.
times-none-open = Juuri nyt ei etsitä aikaa. Aikoja ehdottaa koollekutsuja.
times-who-anyone = Nyt kuka tahansa ryhmästä voi ehdottaa aikoja.
times-who-convener = Nyt vain koollekutsuja ehdottaa aikoja.
times-names-shown = Tuloksessa näkyy tästä lähtien, kenelle mikin aika käy. Kerron sen myös kysyessäni.
times-names-counts = Tuloksessa näkyy tästä lähtien vain, kuinka monelle mikin aika käy.
times-names-promised = Ryhmältä kysytään juuri nyt aikoja, ja olen jo kertonut, näkyvätkö nimet. Voit muuttaa tätä, kun tulos on tullut.

## Kysymys ryhmälle

times-heading = Milloin tavataan?
times-heading-move = Milloin, jos ei { $when }?
times-asked-by = { $name } kysyy, mitkä näistä ajoista käyvät teille:
times-asked = Mitkä näistä ajoista käyvät teille?
times-until = Voitte vastata ja muuttaa vastauksianne { $closes } asti. Kerron tuloksen silloin, vaikka kaikki olisivat vastanneet jo aiemmin.
times-with-names = Tuloksessa näkyy, kenelle mikin aika käy.
times-without-names = Tuloksessa näkyy vain, kuinka monelle mikin aika käy. Nimiä ei näytetä.
times-nudge = Voitte vastata vielä { $closes } asti. Jos olette jo vastanneet, muuta ei tarvita.
times-open-until = Kysely on auki { $closes } asti.
times-answered = { $count ->
    [0] Kukaan ei ole vielä vastannut.
    [one] Yksi on vastannut.
   *[other] { $count } on vastannut.
}

## Vastaaminen

times-ask = { $number }/{ $count } Käykö { $when }?
times-mine = Vastauksesi tähän asti
times-mine-all = Kiitos, tässä ovat vastauksesi
times-mine-line = { $when }: { $answer }
times-said-works = käy
times-said-if-need = tarvittaessa
times-said-no = ei käy
times-mine-until = Voit muuttaa niitä { $closes } asti.
times-closed = Tämä kysely on jo päättynyt, eikä vastauksia voi enää muuttaa.
times-settled = Aika on jo sovittu: { $when }.
times-withdrawn = Tämä kysely on peruttu.
times-not-yours = Tämän voi tehdä se, joka kyselyn aloitti, tai koollekutsuja.

## Tulos ja valinta

times-result-heading = Mitkä ajat käyvät
times-preview = Tähän tulee, mitkä ajat käyvät parhaiten.
times-best = Parhaiten sopii { $when }.
times-tie = { $count ->
    [2] Kaksi aikaa sopii yhtä hyvin: { $times }.
    [3] Kolme aikaa sopii yhtä hyvin: { $times }.
   *[other] { $count } aikaa sopii yhtä hyvin: { $times }.
}
times-too-few = { $least ->
    [2] Mikään näistä ajoista ei käy edes kahdelle vastanneista.
    [3] Mikään näistä ajoista ei käy edes kolmelle vastanneista.
   *[other] Mikään näistä ajoista ei käy riittävän monelle vastanneista.
}
times-nobody-can = Mikään näistä ajoista ei käy kenellekään.
times-nobody-answered = Vastauksia ei tullut.
times-line-counts = { $when } – käy: { $works }, tarvittaessa: { $need }, ei käy: { $no }
times-line-names = { $when } – { $said }
times-line-more = { $line }; { $said }
times-who-said-works = käy: { $names }
times-who-said-if-need = tarvittaessa: { $names }
times-who-said-no = ei käy: { $names }
times-line-nobody = { $when } – ei käy kenellekään
times-line-unsaid = { $when } – ei vastauksia
times-chooses = { $name } tai koollekutsuja valitsee ajan napista.
times-convener-chooses = Koollekutsuja valitsee ajan napista.
times-undecided = Aikakysely on päättynyt, mutta aikaa ei ole vielä valittu.
times-keep-ask = Tapaaminen on jo silloin: { $when }. Pidetäänkö se siinä?
times-kept = Tapaaminen pysyy siinä: { $when }. Kerron siitä ryhmälle.
times-kept-post = Tapaaminen pysyy siinä, missä se on: { $when }.
times-closed-now = Kysely on päätetty. Kerron tuloksen ryhmälle.
times-withdraw-ask = Perutaanko kysely? Annetut vastaukset poistetaan.
times-withdrawn-done = Kysely on peruttu. Kerron siitä ryhmälle.
times-withdrawn-unheard = Kysely on peruttu. Ryhmältä ei ehditty vielä kysyä.
times-withdrawn-post = Aikakysely on peruttu. Vastauksia ei enää tarvita.
waits-times-result = Valitse tapaamisen aika

## Oma aikavyöhyke

button-zone = Aikavyöhykkeeni
submit-zone = Tallenna
zone-title = Missä päin olet?
zone-label = Kaupunki tai aikavyöhyke
zone-hint = Esimerkiksi: Tukholma. Paikka näkyy ryhmälle ilman nimeäsi. Tyhjä tarkoittaa ryhmän aikaa.
zone-several = Tällä nimellä löytyy monta paikkaa. Kirjoita niistä yksi: { $names }
zone-nowhere = En löytänyt paikkaa ”{ $zone }”. Kirjoita iso kaupunki läheltäsi, esimerkiksi Tukholma.
zone-kept = Selvä. Kerron ajat tästä lähtien myös tämän paikan mukaan: { $city }. Ryhmän viesteissä paikka näkyy ilman nimeäsi.
zone-cleared = Selvä. Kerron ajat tästä lähtien vain ryhmän ajassa.

## Oma kieli

button-language = Kieleni
button-language-app = Sama kuin sovelluksellani
language-which = Kirjoitan sinulle nyt suomeksi. Millä kielellä haluat lukea?
language-kept = Selvä. Kirjoitan sinulle tästä lähtien suomeksi. Koko ryhmälle kirjoitan ryhmän kielellä.
language-as-app = Selvä. Kirjoitan sinulle tästä lähtien sovelluksesi kielellä. Jos en osaa sitä, kirjoitan ryhmäsi kielellä.
