# Ryhmän sopimus: käytännön kohdat, pelisäännöt, hyväksyminen ja muuttaminen.

agreement-heading = Ryhmän sopimus
agreement-since = Hyväksytty { $date }
agreement-was = Hyväksytty { $date }
agreement-past = Aiempi sopimus
agreement-none = Ryhmällä ei ole vielä sopimusta.
agreement-line = { $point }: { $text }
agreement-open = Sovitaan vielä: { $names }.
agreement-rules = Pelisäännöt omin sanoin

## Kohdat

agreement-point-time = Aikataulu
agreement-point-place = Paikka
agreement-point-roles = Vastuut
agreement-point-trust = Luottamuksellisuus
agreement-point-away = Poissaolot ja lähteminen
agreement-point-contact = Yhteydenpito
agreement-point-conflict = Jos tulee ristiriita
agreement-topic-time = aikataulu
agreement-topic-place = paikka
agreement-topic-roles = vastuut
agreement-topic-trust = luottamuksellisuus
agreement-topic-away = poissaolot
agreement-topic-contact = yhteydenpito
agreement-topic-conflict = ristiriidat
agreement-ask-time = Kuinka usein, montako kertaa ja kuinka kauan kerralla tapaatte? Voiko aikaa siirtää?
agreement-ask-place = Missä teidän on hyvä tavata? Oletteko yhdessä paikan päällä vai kaikki etänä?
agreement-ask-roles = Kuka vetää, kuka katsoo kelloa ja kuka pitää huolta muusta?
agreement-ask-trust = Mikä jää vain teidän kesken? Mistä saa puhua muualla?
agreement-ask-away = Miten kerrotte, ettei joku pääse? Entä jos jonkun pitää lähteä kesken kauden?
agreement-ask-contact = Missä pidätte yhteyttä tapaamisten välillä, ja mistä yhteiset aineistot löytyvät?
agreement-ask-conflict = Mitä teette, jos joku loukkaantuu tai olette kovin eri mieltä? Kenelle siitä kerrotaan?

## Ehdotukset. Ryhmän omalla äänellä: me-muoto.

agreement-suggest-time = Tapaamme { $rhythm ->
    [w1] viikon välein
    [w2] kahden viikon välein
    [w3] kolmen viikon välein
    [w4] neljän viikon välein
    [m1] kerran kuussa
   *[other] sovittuina päivinä
}, yhteensä { $count ->
    [one] yhden kerran
   *[other] { $count } kertaa
}. Ensimmäinen tapaaminen on { $when }. { $length }. Jos aika ei käy, sovimme siirrosta yhdessä ja hyvissä ajoin.
agreement-suggest-time-open = Tapaamme { $rhythm ->
    [w1] viikon välein
    [w2] kahden viikon välein
    [w3] kolmen viikon välein
    [w4] neljän viikon välein
    [m1] kerran kuussa
   *[other] sovittuina päivinä
}. { $length }. Sovimme ajoista ja siirroista yhdessä ja hyvissä ajoin.
agreement-suggest-place = { $form ->
    [place] Tapaamme paikan päällä: { $place }.
    [there] Tapaamme paikan päällä. Paikka kerrotaan muistutuksessa.
    [remote] Tapaamme etänä. Linkki on muistutuksessa.
    [mixed] Tapaamme vuoroin paikan päällä ja etänä. Muistutus kertoo, kumpi on vuorossa.
   *[open] Paikasta sovitaan ennen jokaista tapaamista.
} Joka kerta kaikki ovat joko paikan päällä tai etänä, ettei kukaan jää sivuun.
agreement-suggest-roles = { $led ->
    [rota] Vetovuoro kiertää.
    [fading] Ohjaaja vetää aluksi, ja vetovuoro siirtyy vähitellen meille.
   *[other] Ohjaaja vetää tapaamiset.
} Vetäjä katsoo kelloa ja pitää huolta siitä, että jokainen saa puheenvuoron. Muut auttavat häntä.
agreement-usual-trust = Se, mitä täällä kerrotaan, jää meidän kesken. Omista oivalluksista saa puhua muualla, kunhan ketään muuta ei tunnista.
agreement-usual-away = Se, joka ei pääse, kertoo siitä Piirille heti, kun tietää asian. Syytä ei tarvitse sanoa. Ryhmästä saa lähteä kesken kauden. Lähtijä kertoo siitä muille itse, jos haluaa.
agreement-usual-contact = Pidämme yhteyttä ryhmän omassa keskustelussa, ja yhteiset aineistot jaetaan siellä. Vastata saa silloin, kun ehtii.
agreement-usual-conflict = Jos jokin hiertää, siitä puhutaan ensin sen kanssa, jota asia koskee. Jos se ei auta, asia tuodaan rauhassa ryhmään ja sovitaan, miten jatketaan. Kuka tahansa saa pyytää tauon.

## Kirjoittaminen

agreement-draft = Ryhmän sopimus: luonnos
agreement-proposal = Muutosehdotus sopimukseen
agreement-intro = Sopimus kirjoitetaan yhdessä, kohta kerrallaan. Ehdotan jokaiseen kohtaan valmista tekstiä, jonka voitte ottaa tai muuttaa. Pelisääntöihin jokainen lisää toiveensa omasta puhelimestaan.
agreement-so-far = Kohdista on kirjoitettu { $written }/{ $most }. { $rules ->
    [0] Toiveita pelisäännöiksi ei vielä ole.
    [one] Toiveita pelisäännöiksi on yksi.
   *[other] Toiveita pelisäännöiksi on { $rules }.
}
agreement-undecided = Näissä kohdissa on useampi ehdotus, josta valita: { $names }.
agreement-until-then = Nykyinen sopimus on voimassa, kunnes kaikki ovat hyväksyneet muutoksen.
agreement-stands-so = Nyt tässä lukee:
agreement-could-be = Voisitte sopia näin:
agreement-wordings = Tähän on kirjoitettu useampi ehdotus. Valitkaa yksi tai kirjoittakaa niistä yhteinen.
agreement-wording = { $number }. { $text }
agreement-wordings-full = Tässä on jo monta ehdotusta. Valitkaa ensin niistä yksi.
agreement-meanwhile = Joku kirjoitti tähän samaan aikaan. Sinunkin ehdotuksesi on tallessa.
agreement-changed-since = Tämä kohta on muuttunut sillä välin. Näin se on nyt.
agreement-kept = Tallessa.
agreement-left-open = Jää vielä auki: { $point }.
agreement-write-title = Sopimuksen kohta
submit-agreement-write = Tallenna luonnokseen
agreement-rule-title = Toive pelisäännöksi
agreement-rule-ask = Muistele ryhmää, jossa sinun oli hyvä olla. Mitä toivot siitä tänne?
agreement-rule-label = Toiveesi yhdellä lauseella
agreement-rule-hint = Näkyy ilman nimeäsi. Voit muuttaa sen tai ottaa takaisin, kunnes sopimus on hyväksytty.
submit-agreement-rule = Lisää toive
agreement-rule-kept = Toive on luonnoksessa.
agreement-rule-same = Tämä toive on jo luonnoksessa.
agreement-rule-dropped = Otettu pois luonnoksesta:
agreement-rules-full = Toiveita on jo { $most }, ja enempää ei mahdu. Yhdistäkää niitä, niin tulee tilaa.
agreement-wishes = Toiveet, joita voit muuttaa tai poistaa
agreement-wishes-until = Omaa toivetta voit muuttaa, kunnes sopimus on hyväksytty. Muiden toiveita et voi muuttaa.
agreement-wishes-none = Sinulla ei ole vielä toiveita luonnoksessa.
agreement-being-read = Sopimus on nyt ryhmän luettavana. Jos haluat muuttaa sitä, ota se ensin takaisin kirjoitettavaksi.
agreement-in-force = Sopimus on jo voimassa. Voit ehdottaa siihen muutosta.
agreement-your-words = Kirjoitit näin. Tätä en tallentanut, joten kopioi se talteen:

## Luettavaksi ja hyväksyttäväksi

agreement-offer-ask = { $count ->
    [0] Kaikki kohdat on kirjoitettu.
    [one] Yksi kohta on vielä auki. Se jää sopimukseen merkinnällä ”sovitaan vielä”.
   *[other] { $count } kohtaa on vielä auki. Ne jäävät sopimukseen merkinnällä ”sovitaan vielä”.
} Laitetaanko teksti ryhmän keskusteluun luettavaksi? Sopimus tulee voimaan, kun jokainen jäsen on hyväksynyt sen.
agreement-choose-first = Jossakin kohdassa on useampi ehdotus. Valitkaa ensin, mikä niistä jää.
agreement-write-first = Luonnos on vielä tyhjä. Kirjoittakaa ensin ainakin yksi kohta tai pelisääntö.
agreement-nothing-new = Ehdotus on vielä samanlainen kuin voimassa oleva sopimus. Muuttakaa ensin, mitä haluatte.
agreement-written-on = Luonnosta on muutettu välillä. Tällainen se on nyt.
agreement-offer-now = Sopimus on nyt ryhmän keskustelussa luettavana. Jokainen jäsen hyväksyy sen itse napista.
agreement-offer-morning = Sopimus tulee ryhmän keskusteluun luettavaksi { $when }. Jokainen jäsen hyväksyy sen itse napista.
agreement-offered = Sopimus luettavaksi
agreement-read = Lukekaa tämä läpi yhdessä. Sopimus tulee voimaan, kun jokainen on hyväksynyt sen itse napista.
agreement-read-change = Tätä ehdotetaan muutokseksi sopimukseen. Nykyinen sopimus on voimassa, kunnes jokainen on hyväksynyt muutoksen.
agreement-changes = Mikä muuttuu
agreement-whole = Koko teksti
agreement-change-added = { $point }: uutta ”{ $new }”
agreement-change-changed = { $point }: ”{ $old }” → ”{ $new }”
agreement-change-opened = { $point }: ”{ $old }” jää pois, ja kohta sovitaan vielä
agreement-rule-new = Uusi pelisääntö: { $text }
agreement-rule-gone = Jää pois: { $text }
agreement-count = { $count ->
    [0] Kukaan ei ole vielä hyväksynyt.
   *[other] Hyväksyntöjä on { $count }/{ $most }.
}
agreement-you-accepted = Sinä olet hyväksynyt tämän.
agreement-accepted = Merkitty: hyväksyt sopimuksen. Se tulee voimaan, kun jokainen on hyväksynyt.
agreement-accepted-all = Merkitty: hyväksyt sopimuksen. Nyt jokainen on hyväksynyt, ja sopimus on voimassa.
agreement-accepted-in-force = Merkitty: hyväksyt sopimuksen, joka on voimassa.
agreement-unaccepted = Hyväksyntäsi on otettu pois. Voit hyväksyä, kun olet valmis, tai sopimusta voi vielä muuttaa.
agreement-moved-on = Teksti on muuttunut tuon napin jälkeen. Avaa sopimus, niin näet, mitä nyt on luettavana.
agreement-reopen-ask = Otetaanko sopimus takaisin kirjoitettavaksi? Silloin jo annetut hyväksynnät raukeavat, ja kaikki lukevat uuden tekstin.
agreement-reopened = Sopimusta voi taas muuttaa. Kun se on valmis, laittakaa se uudelleen luettavaksi.
agreement-joiner = Tämän ryhmä on sopinut. Lue se rauhassa ja hyväksy, kun se sopii sinulle.
agreement-proposal-going = Sopimukseen valmistellaan muutosta.
agreement-all-accepted = Jokainen on hyväksynyt tämän sopimuksen. Siihen voi ehdottaa muutosta milloin vain.
agreement-your-copy = Tämä on sinun kappaleesi ryhmän { $group } sopimuksesta.
agreement-undo-ask = Luovutaanko muutoksesta? Ehdotus ja siihen lisätyt toiveet poistetaan, ja nykyinen sopimus jää voimaan.
agreement-undone = Muutoksesta luovuttiin. Sopimus on ennallaan.
agreement-versions = Sopimus eri aikoina. Valitse, minkä haluat lukea.

## Turvallisempi tila

agreement-space = Turvallisempi tila
agreement-space-what = Näistä on hyvä lähteä. Ne kulkevat sopimuksen rinnalla.
agreement-space-1 = Vastaan sanoistani ja siitä, mitä ne saavat aikaan. Jos minulla on muita enemmän valtaa tai kokemusta, käytän sitä varoen.
agreement-space-2 = Kysyn, ennen kuin päätän, mitä ajattelen. Saan olla väärässä ja oppia uutta.
agreement-space-3 = Jokaisella on tilaa puhua ja olla hiljaa. Puhun niin selkeästi, että kaikki pysyvät mukana.
agreement-space-4 = Jos näen, että jotakuta kohdellaan huonosti, sanon siitä. Jos minulle huomautetaan, kuuntelen.
agreement-space-5 = En oleta mitään kenenkään taustasta, elämästä tai mielipiteistä. Jokainen kertoo itsestään sen, minkä haluaa.

## Painikkeet

button-agreement = Ryhmän sopimus
button-agreement-write = Kirjoitetaan sopimus
button-agreement-read = Sopimus luettavana
button-agreement-next = Jatketaan: { $point }
button-agreement-agree = Sovitaan näin
button-agreement-own = Kirjoitetaan itse
button-agreement-reword = Muutetaan tekstiä
button-agreement-skip = Jätetään auki
button-agreement-following = Seuraava kohta
button-agreement-draft = Koko luonnos
button-agreement-pick = Otetaan { $number }.
button-agreement-merge = Kirjoitetaan yhteinen
button-agreement-rule = Lisään toiveen
button-agreement-wishes = Toiveeni
button-agreement-rule-change = Muuta { $number }.
button-agreement-rule-drop = Ota pois { $number }.
button-agreement-rule-back = Palauta
button-agreement-more = Seuraavat
button-agreement-offer = Luettavaksi ryhmälle
button-agreement-offer-sure = Laita ryhmän keskusteluun
button-agreement-accept = Hyväksyn
button-agreement-unaccept = En hyväksykään vielä
button-agreement-reopen = Muutetaan vielä
button-agreement-reopen-sure = Kyllä, muutetaan
button-agreement-change = Ehdota muutosta
button-agreement-proposal = Muutosehdotus
button-agreement-undo = Luovutaan muutoksesta
button-agreement-undo-sure = Kyllä, luovutaan
button-agreement-old = Aiemmat sopimukset
button-agreement-stands = Voimassa oleva sopimus
button-agreement-now = Voimassa, hyväksytty { $date }
button-agreement-then = Hyväksytty { $date }
button-agreement-space = Turvallisempi tila
