# Mitä alustalla on viestien lisäksi: ehdotukset komentoon, sivuittain täytettävät lomakkeet, toiveet, puuttuvat oikeudet.

button-mend = Korjaa
button-on = Jatka
form-problem = { $label }: { $problem }
form-goes-on = Vielä muutama kohta.
button-open-form = Avaa lomake
answer-none = Tehty.
answer-lost = En saanut vastausta näkyviin. Katso valikosta, mitä on tallessa.
form-again = Lomake on valmis avattavaksi.

meeting-unknown = En löydä tätä tapaamista. Valitse se luettelosta, joka aukeaa kirjoittaessasi.
offer-of-group = { $group }: { $offer }
offer-when = { $when }
option-meeting = tapaaminen
option-meeting-about = mikä tapaaminen; jos jätät tyhjäksi, valitsen seuraavan
option-when = milloin
option-when-about = esimerkiksi ti 15.9. klo 17
option-zone = aikavyöhyke
option-programme = ohjelma
option-language = kieli
option-every = kuinkausein
option-length = kesto
option-meetings = tapaamisia
option-themes = aiheet
option-floor = palaute
option-events = tapahtumat
option-threads = ketjut
option-role = rooli
root-about = ryhmäsi Piirissä
branch-group = ryhmä
branch-group-about = ryhmän asiat koollekutsujalle
own-time = { $at } sinun aikaasi

button-extras = Lisätoiminnot
extras-title = Ryhmän lisätoiminnot
extras-events = Tapaamiset palvelimen tapahtumiksi
extras-threads = Oma ketju jokaiselle aiheelle
extras-role = Rooli, joka mainitaan muistutuksissa
extras-role-hint = Jätä tyhjäksi, jos ketään ei mainita.
extras-on = kyllä
extras-off = ei
submit-extras = Tallenna
extras-none = Tällä alustalla ei ole muuta valittavaa.
extras-role-everybody = Valitse rooli, johon eivät kuulu kaikki.
extras-kept = Valinnat ovat tallessa.


why-lacks-view = minulta puuttuu oikeus nähdä kanava (View Channel)
do-lacks-view = Salli se minulle kanavan asetuksissa, kohdassa Oikeudet. Kysyn silloin, jatketaanko.
why-lacks-send = minulta puuttuu oikeus lähettää viestejä (Send Messages)
do-lacks-send = Salli se minulle kanavan asetuksissa, kohdassa Oikeudet. Kysyn silloin, jatketaanko.
why-lacks-threads = minulta puuttuu oikeus lähettää viestejä ketjuihin (Send Messages in Threads)
do-lacks-threads = Salli se minulle kanavan asetuksissa, kohdassa Oikeudet. Kysyn silloin, jatketaanko.
why-lacks-history = en tiedä, menikö se perille, koska minulta puuttuu oikeus lukea viestihistoriaa (Read Message History)
why-lacks-files = viesti meni perille ilman kalenteritiedostoa, koska minulta puuttuu oikeus liittää tiedostoja (Attach Files)
why-lacks-events = minulta puuttuu oikeus luoda tapahtumia (Create Events)
why-lacks-make-threads = viesti meni perille, mutta minulta puuttuu oikeus avata sille ketju (Create Public Threads)
why-lacks-pin = viesti meni perille, mutta minulta puuttuu oikeus kiinnittää se (Pin Messages)
