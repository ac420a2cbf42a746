# Mitä ohjelmat kysyvät omalla tavallaan: asteikon keskikohta, nelikenttä, lainaukset, välitehtävät, ohjaajan havainnot.

scale-line-middle = { $letter }. { $question } 1 = { $low }, 3 = { $middle }, 5 = { $high }
scale-drawn-middle =
    { $question }
    { $low } { $picture } { $high } (3 = { $middle })
    { $counts }
document-ends-middle = { $bottom } = { $low }, { $half } = { $middle }, { $top } = { $high }
any-empty = Minkä tahansa kohdan saa jättää tyhjäksi.

## Nelikenttä

button-evaluate-fields = Nelikenttä
submit-evaluate-fields = Tallenna vastaukset
fields-heading = Nelikenttä
field-line = { $title }: { $question }
field-empty-said = Tähän ei kirjoitettu mitään.

## Lainaukset

button-quotation = Kirjoita lause lainattavaksi
quotation-title = Lause, jota voisi lainata
quotation-hint = Saa jättää tyhjäksi. Ilman lupaasi lause on vain ryhmälle. Jos tyhjennät kentän, aiempi lause poistuu.
quotation-kept = { $floor ->
    [3] Lauseesi on tallessa. Voit muuttaa sitä { $closes } asti. Ryhmä näkee sen muiden joukossa ilman nimeä, jos vähintään kolme vastaa.
   *[other] Lauseesi on tallessa. Voit muuttaa sitä { $closes } asti. Ryhmä näkee sen muiden joukossa ilman nimeä, jos vähintään viisi vastaa.
}
quotation-may = Saako lausettasi lainata?
quotation-limits = Ilman nimeä annettua lupaa ei voi perua, kun palaute on sulkeutunut.
results-quotations = Lauseita, joita saa lainata
report-quotations = Lauseita, joita saa lainata
button-quotations = Lainattavat lauseet
quotations-none = Ryhmässä { $group } ei ole vielä lauseita, joita saisi lainata ryhmän ulkopuolella.
quotations-title = { $group }: lauseet, joita saa lainata
quotations-how = Kirjoittajat ovat antaneet luvan lainata näitä myös ryhmän ulkopuolella. Nimi on mukana vain, jos kirjoittaja on sallinut sen, ja sen luvan hän voi perua. Hae lauseet siksi uudelleen juuri ennen kuin käytät niitä.
quotations-file = { $group } lainattavat lauseet
quotations-more = { $count ->
    [one] Yksi lause lisää on liitteessä.
   *[other] { $count } lausetta lisää on liitteessä.
}

## Välitehtävä

between-suggested = Ohjelma ehdottaa: { $task }
between-instead = Jos sovitte jotain muuta, kirjoita se tähän. Silloin se tulee ehdotuksen tilalle.
between-went = Alussa voi kertoa, miten välitehtävä sujui. Jos se jäi tekemättä, ei haittaa.
button-between-agree = Kirjaa, mitä teette ennen ensi kertaa
between-our-way = Tässä ohjelmassa sovitaan joka kerta jostakin konkreettisesta, jonka teette ennen seuraavaa tapaamista. Kirjaa se, niin muistutan ryhmää siitä.
between-to-agree = Sopikaa lopuksi yhdessä jostakin pienestä ja konkreettisesta, jonka teette ennen ensi kertaa.

## Mitä ohjaaja näki

kind-reflect = kysymykset ohjaajalle
waits-reflect = Kysymyksiä ohjaajalle
button-reflect = Vastaa
button-reflect-change = Muuta vastauksia
button-reflect-share-yes = Raporttiin nimelläni
button-reflect-share-no = Ei raporttiin
button-reflect-drop = Poista vastaukseni
button-reflections = Havaintoni ohjaajana
button-reflection-of = Kausi, joka päättyi { $date }
submit-reflect = Tallenna vastaukset
reflect-heading = Mitä näit ohjaajana? { $group }
reflect-ask = Kauden tapaamiset ovat takana. Katso hetki taaksepäin, jos ehdit:
reflect-own = Vastauksesi näet vain sinä. Ryhmän raporttiin ne tulevat vain, jos itse niin päätät. Voit muuttaa niitä { $closes } asti. Jos lopetat ohjaajana, ne poistetaan.
reflect-yours = Vastauksesi näet vain sinä, ellet itse päätä toisin.
reflect-not-yet = Näihin voi vastata, kun kausi on päättynyt.
reflect-closed = Vastausaika on ohi, eikä vastauksia voi enää muuttaa.
reflect-none = Selvä, vastauksia ei ole tallessa.
reflect-kept = Vastauksesi ovat tallessa.
reflect-shared-no = Nämä näet vain sinä. Jos haluat, ne voivat olla ryhmän raportissa nimelläsi.
reflect-shared-yes = Nämä saavat olla ryhmän raportissa nimelläsi. Voit muuttaa mieltäsi, mutta jo haetusta raportista en voi poistaa niitä.
reflections-which = Vastauksesi ohjaajana. Muut eivät näe niitä, ellet ole päättänyt toisin.
report-reflections = Mitä ohjaaja näki
report-reflection-by = { $name } kirjoitti:
refused-only-facilitator = Tämä on ryhmän { $group } ohjaajalle.
data-reflections = Vastauksesi ohjaajana
data-in-report = Saa olla raportissa
