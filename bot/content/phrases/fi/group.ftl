# Mitä Piiri sanoo ryhmälle ja sen jäsenille. Ryhmälle te-muodossa, yhdelle ihmiselle sinä-muodossa.
# Ajat: $when näkyy muodossa "ti 15.9. klo 17". Muotoa voi muuttaa tiedostossa forms.ftl.

## Missä, milloin, kuka

when = { $when }
where-link = Etänä: { $link }
where-place = Paikka: { $place }
where-open = Paikka sovitaan vielä.
theme-open = aihe valitaan vielä
lead-is = Vetovuorossa: { $name }
lead-open = Vetäjästä sovitaan tapaamisen alussa.
absent-line = Ei pääse: { $names }
absent-line-reason = Ei pääse: { $names } – ”{ $reason }”
late-line = Tulee myöhässä: { $names }
late-line-reason = Tulee myöhässä: { $names } – ”{ $reason }”
next-time = Seuraava tapaaminen
next-line = { $when }: { $theme }
lasts = Kesto: { $hours ->
    [0] { $minutes } minuuttia
   *[other] { $minutes ->
        [0] { $hours ->
            [one] tunti
           *[other] { $hours } tuntia
        }
       *[other] { $hours } h { $minutes } min
    }
}
calendar-title = { $group }: { $theme }

## Suunnitelma ja mukaan tuleminen

plan-heading = { $group } – { $programme }
plan-line = { $when }: { $theme }
plan-line-lead = { $when }: { $theme } ({ $name } vetää)
plan-join = Jokainen tulee mukaan itse painamalla ”{ button-join }”. Ryhmästä saa myös lähteä milloin vain.
plan-stranger = Tämän ryhmän suunnitelma näkyy ryhmän jäsenille.
privacy-short =
    Se, mitä kirjoitat yksityisesti, on sinun: muistiinpanosi näet vain sinä, ja palaute näytetään ilman nimiä.
    Luen vain komennot, painallukset ja sen, mitä kirjoitat minulle.
plan-privacy = { privacy-short } Lue lisää: /{ command-privacy }
season-heading = { $group }: tapaamiset
members-line = { $count ->
    [0] Ryhmässä ei ole vielä jäseniä.
    [one] Mukana on yksi: { $names }.
   *[other] Mukana on { $count }: { $names }.
}
joined = Olet mukana: { $group }
joined-what = Saat ennakkotehtävän ennen jokaista tapaamista ja muistutuksen päivää ennen.
already-in = Olet jo mukana ryhmässä { $group }.
leave-ask = Haluatko lähteä ryhmästä { $group }? Muistiinpanosi ja poissaolosi poistetaan pysyvästi. Samoin häviävät avoimet vastauksesi. Ryhmälle lisäämäsi aiheet ja aineistot jäävät ilman nimeäsi.
left-done = Et ole enää ryhmässä { $group }. Muistiinpanosi ja poissaolosi on poistettu. Kiitos, että olit mukana.
left-post = { $name } on lähtenyt ryhmästä.

## Ennakkotehtävä ja muistiinpanot

pretask-heading = Ensi kerralla: { $theme }
pretask-ask = Mieti ennen tapaamista, jos ehdit:
pretask-no-theme = Tämän kerran aihe on vielä valitsematta. Koollekutsuja voi valita sen napista.
note-title = Muistiinpanot: { $theme }
note-label = Kirjoita itsellesi
note-hint = Tämän näet vain sinä. Saat sen takaisin juuri ennen tapaamista.
note-kept = Tallessa. Vain sinä näet tämän, ja saat sen takaisin ennen tapaamista ({ $when }).
note-dropped = Muistiinpano on poistettu.
notes-none = Sinulla ei ole muistiinpanoja tapaamiseen { $when }.
notes-heading = Muistiinpanosi tapaamiseen { $when }
notes-back = Muistiinpanosi: { $theme }
notes-only-you = Nämä näet vain sinä.
wrote-which = Mihin ryhmään tämä kuuluu? Tallennan sen muistiinpanoksi, kun valitset.
wrote-not-kept = Viestiäsi en tallentanut.
wrote-nothing-to = En tiedä vielä, mihin tämä kuuluu, joten en tallentanut sitä. Muistiinpanoja voi kirjoittaa, kun ryhmälläsi on tapaaminen tulossa.

## Muistutus ja juuri ennen

reminder-heading = Muistutus: { $theme }
soon-heading = Tapaaminen alkaa { $when }
soon-rule = Pelisäännöistä: { $rule }

## Tulen, en pääse

coming-noted = Hyvä, olet tulossa ({ $when }).
coming-again = Hyvä, pääset sittenkin ({ $when }).
absent-noted = Merkitty: et pääse ({ $when }). Syytä ei tarvitse kertoa. Jos haluat, voit lähettää viestin ryhmälle tai vain koollekutsujalle.
late-noted = Merkitty: tulet myöhässä ({ $when }).
reason-title-group = Viesti ryhmälle
reason-title-convener = Viesti koollekutsujalle
reason-label-group = Mitä haluat sanoa ryhmälle?
reason-label-convener = Mitä haluat sanoa koollekutsujalle?
reason-hint = Kirjoita vain se, minkä haluat kertoa.
reason-whom = Kenelle haluat lähettää viestin ({ $when })?
reason-whom-absent = Kenelle haluat lähettää viestin? Samalla merkitsen, ettet pääse ({ $when }).
reason-kept-soon = Kerron tämän pian ryhmälle.
reason-kept-morning = Kerron tämän ryhmälle aamulla.
reason-kept-reminder = Kerron tämän ryhmälle muistutuksessa.
reason-kept-convener = Kerron tämän vain koollekutsujalle.
absent-post = { $names } ei pääse tapaamiseen { $when }.
absent-post-reason = { $names } ei pääse tapaamiseen { $when }: ”{ $reason }”
late-post = { $names } tulee myöhässä ({ $when }).
late-post-reason = { $names } tulee myöhässä ({ $when }): ”{ $reason }”
coming-after-all = { $name } pääsee sittenkin ({ $when }).
word-to-convener = { $name } ei pääse tapaamiseen { $when } ja kertoo sinulle: ”{ $reason }”
word-to-convener-late = { $name } tulee myöhässä tapaamiseen { $when } ja kertoo sinulle: ”{ $reason }”
word-only-you = Tämä viesti tuli vain koollekutsujille.
few-can = { $count ->
    [0] Tapaamiseen { $when } ei pääse kukaan.
    [one] Tapaamiseen { $when } pääsee vain yksi.
   *[other] Tapaamiseen { $when } pääsee vain { $count }.
}
few-ask = Pidetäänkö tapaaminen, siirretäänkö se, kysytäänkö ryhmältä uutta aikaa vai perutaanko?
meet-kept = Selvä, tapaaminen pidetään ({ $when }).
absences-at-once = Kerron poissaoloista ryhmälle heti.
absences-folded = Kerron poissaoloista ryhmälle muistutuksessa.
absences-which = Milloin kerron ryhmälle, ettei joku pääse?

## Aihe ja vetäjä

theme-still-open = Aihetta tapaamiseen { $when } ei ole vielä valittu.
task-heading = { $task } ({ $minutes } min)
task-step = { $company } { $minutes } min: { $text }
brief-heading = Vetäjälle: { $theme }
brief-passed = Vetovuoro siirtyi sinulle.
brief-mind = Tällä kerralla
agenda-heading = Kulku, yhteensä { $minutes } min
agenda-line = { $minutes } min: { $text }
agenda-over = Tämä on { $minutes } min pidempi kuin tapaaminen. Valitkaa, mitä jätätte pois tai lyhennätte.
aloud-heading = Lopuksi ääneen
lead-taken = Vetovuoro { $when } on nyt sinun.
lead-passed = Vetovuoro { $when } siirtyi: { $name } vetää.
lead-absent = Olet kertonut, ettet pääse tapaamiseen { $when }. Kerro ensin, että tulet, niin voit ottaa vetovuoron.
lead-nobody-else = Kukaan muu ei juuri nyt voi vetää tätä kertaa. Kysykää ryhmässä.
rota-heading = Vetovuorot
rota-line = { $when }: { $name }
rota-open = { $when }: sovitaan vielä

## Palaute

farewell-heading = Kausi on päättynyt
done-noted = Kiitos, että vedit. Kysyn nyt ryhmältä palautetta.
done-aloud = Kiitos, että vedit.
done-too-early = Tapaaminen alkaa vasta { $when }. Paina tätä, kun olette valmiita.

## Muutokset

moved-heading = Tapaaminen siirtyy
moved-line = Tapaaminen { $old } siirtyy. Uusi aika on { $new }.
moved-again = Kertokaa uudelleen, pääsettekö.
moved-on-heading = Tapaamisilla on uudet ajat
moved-on-line = Tapaaminen { $old } ja kaikki sen jälkeiset siirtyvät. Tulevat tapaamiset ovat nyt:
added-heading = Uusi tapaaminen
cancelled-heading = Tapaaminen peruttu
cancelled-line = Tapaaminen { $when } jää pois.
changed-heading = Muutos tapaamiseen { $when }
changed-heading-on = Muutos tapaamiseen { $when } ja kaikkiin sen jälkeisiin
paused-post = Ryhmä on tauolla. En lähetä mitään, ennen kuin jatkatte. Jos tauko kestää puoli vuotta, ryhmä päättyy, ja kerron siitä täällä.
resumed-post = Ryhmä jatkaa.
ended-post = Tämä ryhmä on päätetty. Kiitos teille.
vacancy-post = Ryhmällä ei ole nyt koollekutsujaa. Kaikki jatkuu ennallaan, mutta joku voisi ottaa tehtävän: siirtää aikoja ja vastata kysymyksiin.

## Koollekutsujalle

trouble-heading = Kaikki ei mennyt perille ryhmässä { $group }:
trouble-line = { $kind }, { $when }: { $why }
trouble-do = Kerro ryhmälle itse se, mikä jäi tulematta. Muut viestit lähtevät ajallaan.
why-late = olin poissa, kun sen aika oli, ja nyt se olisi myöhässä
why-crash = katkesi kesken, enkä tiedä, näkikö ryhmä sen
why-unsure = yhteys katkesi, enkä tiedä, näkikö ryhmä sen
why-error = en osannut muodostaa sitä; ylläpitäjän kannattaa katsoa lokia
why-words = siitä puuttui teksti; ylläpitäjän kannattaa katsoa lokia
why-other = se ei mennyt läpi ryhmän keskusteluun
upcoming-heading = Tulossa
upcoming-line = { $when }: { $kind }
upcoming-none = Mitään ei ole tulossa.
preview-notes = (Omat muistiinpanot sille, joka on kirjoittanut niitä. Muut eivät näe niitä.)
preview-private = (Yksityinen viesti koollekutsujalle.)
