# Poissaolo monesta tapaamisesta, lähtö ennen loppua, ja viesti ryhmälle.

## Monesta tapaamisesta

button-away = Olen poissa pidempään
away-which = Mistä tapaamisista olet poissa? Syytä ei tarvitse kertoa.
button-away-next = { $count ->
    [1] Seuraavasta: { $last }
    [2] Kahdesta, viimeisenä { $last }
    [3] Kolmesta, viimeisenä { $last }
   *[other] { $count } seuraavasta, viimeisenä { $last }
}
button-away-all = Kaikista loppuun asti
button-away-until = Kirjoitan päivän
away-title = Poissa monesta tapaamisesta
away-label = Mihin päivään asti olet poissa?
away-hint = Esimerkiksi: 15.10. asti
away-none = Poissaolosi päättyisi { $day }, mutta seuraava tapaaminen on vasta { $when }. Kirjoita myöhempi päivä.
away-noted = { $count ->
    [one] Merkitty: et pääse tähän tapaamiseen. Syytä ei tarvitse kertoa.
   *[other] Merkitty: et pääse näihin tapaamisiin. Syytä ei tarvitse kertoa.
}
away-already = { $count ->
    [one] Olet jo kertonut, ettet pääse tähän:
   *[other] Olet jo kertonut, ettet pääse näihin:
}
button-away-undo = { $count ->
    [one] Pääsenkin
   *[other] Pääsenkin näihin kaikkiin
}
away-back = { $count ->
    [one] Hyvä, pääset sittenkin tähän:
   *[other] Hyvä, pääset sittenkin näihin:
}
away-undone = Nämä poissaolot on jo peruttu. Voit kertoa uudelleen, mihin pääset.
submit-away = Merkitse poissaolot

## Osan aikaa

button-early = Lähden aiemmin
button-whole = Olen loppuun asti
early-noted = Merkitty: lähdet aiemmin ({ $when }).
part-both = Voin merkitä näistä vain toisen. Jos sekä myöhästyt että lähdet aiemmin, kerro toinen ryhmälle viestissä.
early-line = Lähtee aiemmin: { $names }
early-line-reason = Lähtee aiemmin: { $names } – ”{ $reason }”
early-post = { $names } lähtee aiemmin ({ $when }).
early-post-reason = { $names } lähtee aiemmin ({ $when }): ”{ $reason }”
whole-after-all = { $name } on mukana koko ajan ({ $when }).
absent-post-many = { $name } ei pääse näihin tapaamisiin: { $whens }.
coming-after-all-many = { $name } pääsee sittenkin: { $whens }.

## Viesti ryhmälle

greeting-line-reason = Terveisiä: { $names } – ”{ $reason }”
greeting-post = Terveisiä: { $name } ({ $when }) – ”{ $reason }”
word-to-convener-early = { $name } lähtee aiemmin tapaamisesta { $when } ja kertoo sinulle: ”{ $reason }”
word-to-convener-coming = { $name } on tulossa tapaamiseen { $when } ja kertoo sinulle: ”{ $reason }”
reason-whom-first = Jos olet tulossa, paina ensin ”{ button-coming }”. Silloin välitän vain viestin.
button-reason-drop = Otan viestin pois
button-reason-drop-of = Otan viestini pois ({ $when })
reason-dropped = Viesti on poistettu ({ $when }).
