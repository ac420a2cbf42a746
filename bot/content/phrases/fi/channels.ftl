# Kanava: tervehdys, oven avaaminen yksityiselle puolelle, ja kun kanava on kiinni.

greet-heading = Hei, olen Piiri
greet-what = Pidän ryhmän koossa tapaamisten välillä: lähetän pohdittavaa, muistutan, kerron, kuka ei pääse, ja kysyn jälkikäteen, miltä tuntui.
greet-how = Kun joku teistä perustaa ryhmän, kysyn häneltä asiat kahden kesken ja tuon suunnitelman tänne. Luen täältä vain komennot ja painallukset.
button-setup = Perusta ryhmä
let-in-again = Pääsin takaisin. Jatketaanko siitä, mihin jäätiin?
departed = Et ole enää ryhmän { $group } keskustelussa, joten poistin sinut ryhmästä. Muistiinpanosi ja poissaolosi on poistettu. Jos palaat, paina ”Olen mukana”.
look-private = Vastasin sinulle kahdenkeskisessä keskustelussamme.
look-later = En saanut vastausta heti perille. Kokeile hetken päästä uudelleen.
open-private = { $name }, en voi vielä kirjoittaa sinulle yksityisesti. Avaa keskustelu napista, niin vastaan siellä.
button-open-private = Avaa keskustelu
unread-file = Luen vain tekstiä, joten en tallentanut tätä. Kirjoita sama omin sanoin, jos haluat sen muistiinpanoksi.
unread-edit = Viestin muokkaaminen ei muuta muistiinpanoa. Voit muuttaa tai poistaa sen muistiinpanoistasi.

shut-heading = En voi nyt kirjoittaa ryhmän { $group } keskusteluun: { $why }.
trouble-none = Ryhmässä { $group } kaikki on viime aikoina mennyt perille.
button-few = Pidetäänkö tapaaminen?
button-trouble = Mikä ei mennyt perille?
why-removed = minut on poistettu keskustelusta
do-removed = Lisää minut keskusteluun uudelleen. Kysyn silloin, jatketaanko.
why-muted = minulla ei ole siellä kirjoitusoikeutta
do-muted = Salli minun kirjoittaa keskustelun asetuksissa. Kysyn silloin, jatketaanko.
why-channel-gone = keskustelua ei enää ole
do-channel-gone = Lisää minut ryhmän uuteen keskusteluun ja perusta ryhmä siellä.
why-topic-gone = aihetta, jossa ryhmä keskusteli, ei enää ole
do-topic-gone = Perusta ryhmä uudelleen siinä aiheessa, jossa nyt keskustelette.
why-topic-closed = aihe tai ketju, jossa ryhmä keskustelee, on suljettu
do-topic-closed = Avaa se uudelleen. Kysyn silloin, jatketaanko.

refused-link = Tämä linkki on vanhentunut. Paina nappia ryhmän keskustelussa uudelleen.
refused-nameless = En näe, kuka kirjoitti, joten en voi vastata. Kirjoita omalla nimelläsi tai paina nappia.

## Tunnukset sille, joka perustaa ryhmiä komentoriviltä

id-own = Oma tunnuksesi on { $id }
id-channel = Keskustelun tunnus on { $id }
