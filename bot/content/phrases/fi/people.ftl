# Ketkä ovat mukana: myöhemmin tulevat, lähtevät, koollekutsujat, ohjaaja ja vieraat.

## Mukaan myöhemmin

join-over = Ryhmän { $group } sovitut tapaamiset on jo pidetty. Kysy koollekutsujalta, onko jatkoa tulossa.
join-closed = Ryhmä { $group } on sopinut jatkavansa tällä joukolla, joten mukaan ei nyt voi tulla. Voit kysyä koollekutsujalta, alkaako myöhemmin uusi ryhmä.
join-facilitator = Olet tämän ryhmän ohjaaja, ja ohjaaja ei ole jäsen. Jos haluat jäseneksi, lopeta ensin ohjaaminen.
newcomer-asked = Hienoa, että haluat mukaan. Ryhmä { $group } on jo aloittanut, joten kysyn ensin jäseniltä. He vastaavat viimeistään { $closes }, eikä kukaan näe, kuka vastasi mitä. Kerron sinulle yksityisesti, kun asia on selvä.
newcomer-waits = Ryhmän { $group } koollekutsuja päättää nyt, tuletko mukaan. Kerron sinulle heti, kun tiedän.
newcomer-withdrawn = Selvä, en kysy enää. Voit palata asiaan, jos mieli muuttuu.
newcomer-not-now = Kiitos, että kysyit. Ryhmä { $group } ei ota juuri nyt uusia mukaan. Se ei johdu sinusta: usein ryhmä on ehtinyt jo pitkälle. Voit jutella koollekutsujan kanssa tai kysyä myöhemmin uudelleen.
newcomer-full = Kiitos, että kysyit. Ryhmä { $group } ehti tulla täyteen, joten nyt ei ole tilaa. Voit kysyä koollekutsujalta, perustetaanko toinen ryhmä.
newcomer-paused = Ryhmä { $group } on tauolla, joten en kysy siltä nyt mitään. Kokeile uudelleen, kun ryhmä jatkaa.
newcomer-post = { $name } haluaisi tulla mukaan. Sopiiko se teille?
newcomer-how = Jokainen vastaa itse, eikä nimiä näytetä. Mukaan pääsee, kun yli puolet teistä on toivottanut hänet tervetulleeksi. Jos joku haluaa ensin jutella, koollekutsuja päättää juttelun jälkeen. Vastata voi { $closes } asti.
newcomer-voted = Kiitos, merkitsin. Voit vielä muuttaa vastaustasi.
newcomer-voted-in = Kiitos. Yli puolet on nyt toivottanut tervetulleeksi, joten uusi jäsen on mukana.
newcomer-talk = Selvä. Kerron koollekutsujalle, että joku haluaa ensin jutella. En kerro, kuka.
newcomer-settled = Tämä on jo ratkennut.
newcomer-with-convener = Aika vastata on päättynyt, ja koollekutsuja päättää nyt. Voit kertoa ajatuksesi hänelle.
newcomer-group-first = Ryhmä vastaa vielä. Voit päättää, jos joku haluaa jutella ensin tai kun viikko on kulunut.
newcomer-convener-talk = { $name } haluaisi tulla ryhmään { $group }, ja joku jäsenistä haluaisi ensin jutella siitä.
newcomer-convener-week = { $name } haluaisi tulla ryhmään { $group }. Viikko on kulunut, eikä asia ole ratkennut jäsenten vastauksilla.
newcomer-convener-how = Jutelkaa asiasta ensin yhdessä. Paina sitten, mitä päätitte: kerron sen hänelle yksityisesti.
newcomer-decided-in = { $name } on nyt mukana.
newcomer-decided-not = Selvä. { $name } saa ystävällisen viestin, ettei nyt ole sopiva hetki.
newcomer-decided-full = Ryhmä on täynnä. { $name } saa siitä ystävällisen viestin.
newcomers-now = Kun ryhmä on jo aloittanut: { $how }.
newcomers-open = uusi jäsen tulee mukaan itse nappia painamalla
newcomers-ask = ryhmältä kysytään ensin
newcomers-closed = uusia jäseniä ei oteta mukaan
newcomers-choose = Valitse niin kuin olette sopineet. Ennen ensimmäistä tapaamista jokainen tulee mukaan itse nappia painamalla.
newcomers-kept-open = Tallessa. Kesken kaudenkin mukaan tullaan nappia painamalla.
newcomers-kept-ask = Tallessa. Kun joku haluaa mukaan kesken kauden, kysyn ensin ryhmältä.
newcomers-kept-closed = Tallessa. Kesken kauden mukaan ei voi tulla, ja kerron sen kysyjälle ystävällisesti.
newcomers-decide = { $name } odottaa sinun päätöstäsi.
newcomers-group = { $name } odottaa ryhmän vastausta, viimeistään { $closes }.
preview-people = (Yksityinen viesti siitä, ketkä ovat mukana.)
so-far = Mitä olemme tehneet
so-far-agreed = Sovittiin: { $text }
button-newcomers = Uudet jäsenet
button-newcomers-open = Itse nappia painamalla
button-newcomers-ask = Kysytään ensin ryhmältä
button-newcomers-closed = Ei uusia nyt
button-newcomer-withdraw = En kysykään
button-welcome = Tervetuloa mukaan
button-talk-first = Jutellaan ensin
button-let-in = Otetaan mukaan
button-not-now = Ei juuri nyt
button-let-in-name = Mukaan: { $name }
button-not-now-name = Ei nyt: { $name }
waits-newcomer = Päätä uudesta jäsenestä

## Lähteminen

button-leave-word = Lähden ja jätän ryhmälle viestin
button-leave-convener = Kerron vain koollekutsujalle
leave-convener = Olet myös koollekutsuja, ja olet sitä jäsenyyden jälkeenkin, kunnes luovutat tehtävän.
leave-no-convener = Ryhmällä ei ole toista koollekutsujaa, jolle kertoa. Voit kertoa ryhmälle tai lähteä hiljaa.
leave-word-title-group = Viesti ryhmälle
leave-word-label-group = Mitä haluat sanoa lähtiessäsi?
leave-word-hint-group = Tämä näkyy ryhmän keskustelussa nimesi kanssa. Kun lähetät, lähdet ryhmästä.
leave-word-title-convener = Viesti koollekutsujalle lähdöstäsi
leave-word-label-convener = Mitä haluat sanoa koollekutsujalle?
leave-word-hint-convener = Tämän näkee vain koollekutsuja. Saat jättää tyhjäksi. Kun lähetät, lähdet ryhmästä.
submit-leave-word = Lähetä ja lähde
left-done-group = Et ole enää ryhmässä { $group }. Kerron viestisi ryhmälle. Muistiinpanosi ja poissaolosi on poistettu. Kiitos, että olit mukana.
left-done-convener = Et ole enää ryhmässä { $group }. Kerron tästä vain koollekutsujalle. Muistiinpanosi ja poissaolosi on poistettu. Kiitos, että olit mukana.
left-post-word = { $name } on lähtenyt ryhmästä ja sanoo: ”{ $word }”
left-to-convener = { $name } on lähtenyt ryhmästä { $group }.
left-to-convener-word = { $name } on lähtenyt ryhmästä { $group } ja sanoo sinulle: ”{ $word }”
waits-left = Lue sinulle tullut tieto

## Koollekutsujat

button-seat = Koollekutsujat
seat-who = { $count ->
    [0] Ryhmällä ei ole juuri nyt koollekutsujaa.
    [one] Koollekutsuja: { $names }
   *[other] Koollekutsujat: { $names }
}
seat-pick-with = Kenet haluat pyytää koollekutsujaksi kanssasi?
seat-pick-over = Kenelle haluat luovuttaa koollekutsujan tehtävän? Olet koollekutsuja siihen asti, kun hän suostuu.
seat-nobody = Ryhmässä ei ole vielä jäsentä, jota voisi pyytää.
seat-two = Koollekutsujia on jo kaksi. Useampaa ei voi olla.
seat-asked = { $name } saa kysymyksen, ja kerron sinulle vastauksen.
seat-asked-already = { $name } on jo saanut kysymyksen. Kerron sinulle, kun vastaus tulee.
seat-asked-with = { $name } pyytää sinua koollekutsujaksi kanssaan ryhmään { $group }.
seat-asked-over = { $name } haluaisi luovuttaa sinulle ryhmän { $group } koollekutsujan tehtävän.
seat-what = Koollekutsuja siirtää tarvittaessa aikoja ja vastaa kysymyksiin. Tehtävän voi myöhemmin antaa eteenpäin. Saat kieltäytyä, eikä syytä tarvitse kertoa.
seat-gone = Pyyntö ei ole enää voimassa.
seat-declined = Selvä. Kerron vain, ettet nyt voi.
seat-answer-yes-with = { $name } suostui ja on nyt koollekutsuja kanssasi ryhmässä { $group }.
seat-answer-yes-over = { $name } suostui ja on nyt ryhmän { $group } koollekutsuja. Kiitos, että olet kutsunut ryhmää koolle.
seat-answer-no-with = { $name } ei nyt voi ryhtyä ryhmän { $group } koollekutsujaksi. Voit kysyä toista.
seat-answer-no-over = { $name } ei nyt voi ryhtyä ryhmän { $group } koollekutsujaksi. Olet edelleen koollekutsuja, ja voit kysyä toista.
seat-down-alone = Jos jätät tehtävän, et ole enää ryhmän { $group } koollekutsuja. Toista koollekutsujaa ei ole, joten kysyn ryhmältä, kuka voisi ottaa tehtävän. Kaikki jatkuu ennallaan.
seat-down-two = Jos jätät tehtävän, et ole enää ryhmän { $group } koollekutsuja. Toinen koollekutsuja jatkaa.
seat-down-done = Et ole enää ryhmän { $group } koollekutsuja. Kiitos, että olet kutsunut ryhmää koolle.
button-seat-more = Näytä lisää
button-seat-with = Pyydä toinen koollekutsuja
button-seat-over = Luovuta tehtävä
button-seat-down = Jätän tehtävän
button-seat-down-sure = Jätän tehtävän nyt
button-seat-stay = Jatkan koollekutsujana
button-seat-yes = Suostun
button-seat-no = En nyt voi

## Ohjaaja

button-facilitators = Ohjaaja
button-facilitate = Ohjaan ryhmää
button-facilitate-sure = Ohjaan, enkä ole jäsen
button-facilitate-stop = En ohjaa enää
button-stay-member = Pysyn jäsenenä
button-facilitator-in = Vahvista ohjaajaksi
button-facilitator-not = Älä vahvista
button-facilitator-end = Päätä ohjaus: { $name }
button-reasons-show = Syyt näkyviin: ohjaaja { $name }
button-reasons-hide = Syyt piiloon: ohjaaja { $name }
facilitators-line = { $count ->
    [one] Ohjaaja: { $names }
   *[other] Ohjaajat: { $names }
}
refused-facilitator = Tämä on ryhmän { $group } jäsenille, ei ohjaajalle.
facilitators-none = Ryhmällä ei ole ohjaajaa.
facilitators-how = Ohjaaja ilmoittautuu itse: hän kirjoittaa ryhmän keskustelussa /{ command-facilitate }. Hän näkee suunnitelman, aiheet, vetäjän ohjeen ja aineistot, mutta ei muistiinpanoja. Palautteesta hän näkee saman kuin ryhmä.
facilitate-in-channel = Ohjaajaksi ilmoittaudutaan ryhmän omassa keskustelussa. Kirjoita siellä /{ command-facilitate }.
facilitate-asked = Kysyn koollekutsujalta, vahvistaako hän sinut ohjaajaksi. Kerron, kun hän on vastannut.
facilitate-already = Olet jo tämän ryhmän ohjaaja.
facilitate-no-convener = Ryhmällä ei ole juuri nyt koollekutsujaa, joka voisi vahvistaa. Kokeile uudelleen, kun sellainen on.
facilitate-or-member = Olet ryhmän jäsen. Ohjaaja ei ole jäsen: hän ei vastaa palautteeseen, eikä hänellä ole muistiinpanoja. Jos alat ohjata, jäsenyytesi päättyy ja muistiinpanosi ja poissaolosi poistetaan.
facilitate-done = Olet nyt ryhmän ohjaaja. Näet suunnitelman, aiheet, vetäjän ohjeen ja aineistot.
facilitate-yes = Olet nyt ryhmän { $group } ohjaaja. Näet suunnitelman, aiheet, vetäjän ohjeen ja aineistot. Jäsenten muistiinpanoja et näe, ja palautteesta näet saman kuin ryhmä.
facilitate-no = Ryhmän { $group } koollekutsuja ei nyt vahvistanut sinua ohjaajaksi. Voit jutella asiasta hänen kanssaan.
facilitate-over = Et ole enää ryhmän { $group } ohjaaja. Kiitos, että olet ollut ryhmän tukena.
facilitate-stopped = Et ole enää ryhmän { $group } ohjaaja. Kerron tästä koollekutsujalle. Kiitos, että olet ollut ryhmän tukena.
facilitator-stopped = { $name } ei enää ohjaa ryhmää { $group }. Katso vetovuorot, niin näet, kuka vetää seuraavaksi.
facilitator-asks = { $name } haluaisi ohjata ryhmää { $group }.
facilitator-what = Ohjaaja ei ole jäsen. Hän näkee suunnitelman, aiheet, vetäjän ohjeen ja aineistot, mutta ei muistiinpanoja. Palautteesta hän näkee saman kuin ryhmä. Vahvista vain, jos tunnet hänet.
facilitator-is-in = { $name } on nyt ryhmän ohjaaja.
facilitator-is-not = Selvä. { $name } saa vastauksesta ystävällisen viestin.
facilitator-ended = { $name } ei enää ohjaa ryhmää.
facilitator-reads-along = Ryhmän keskustelua lukee myös ohjaaja: { $names }.
facilitator-sees = { $name } näkee vetäjän ohjeessa myös syyt, jotka jäsenet ovat kertoneet ryhmälle.
facilitator-sees-not = { $name } näkee vetäjän ohjeessa, kuka ei pääse, mutta ei syitä.
reasons-shown = { $name } näkee nyt myös ryhmälle kerrotut syyt. Kerron tästä ryhmälle.
reasons-hidden = { $name } ei enää näe syitä.
reasons-post = { $name } ohjaa ryhmää. Tästä lähtien hän näkee vetäjän ohjeessa myös ne poissaolojen syyt, jotka kerrotte ryhmälle. Sitä, mitä kerrotte vain koollekutsujalle, ohjaaja ei näe.

## Vieraat

button-guests = Vieraat
button-guest = Vieras { $when }
button-guest-more = Lisää toinen vieras
button-guest-change = Muuta: { $name }
button-guest-drop = Poista: { $name }
guest-line = Vieraana: { $name }
guest-line-about = Vieraana: { $name } – { $about }
guest-sees = { $count ->
    [one] Vieras on mukana vain tässä tapaamisessa. Hän ei näe tätä keskustelua, muistiinpanojanne eikä palautetta.
   *[other] Vieraat ovat mukana vain tässä tapaamisessa. He eivät näe tätä keskustelua, muistiinpanojanne eivätkä palautetta.
}
guest-none = Vieraita ei ole.
guests-none = Tuleviin tapaamisiin ei ole ilmoitettu vieraita.
guests-full = Yhteen tapaamiseen voi ilmoittaa enintään { $most } vierasta.
guest-title = Vieras tapaamiseen { $when }
guest-name = Vieraan nimi
guest-name-hint = Kysy vieraalta ensin, sopiiko nimen kertominen ryhmälle.
guest-about = Mistä vieras puhuu?
guest-about-hint = Muutama sana riittää. Saat jättää tyhjäksi.
submit-guest = Tallenna vieras
guest-kept-pretask = Tallessa. Kerron vieraasta ennakkotehtävässä ja muistutuksessa.
guest-kept-reminder = Tallessa. Kerron vieraasta muistutuksessa.
guest-kept-self = Tallessa. Tämän tapaamisen muistutus on jo lähtenyt tai jää pois, joten kerro vieraasta ryhmälle itse.
guest-dropped = Poistettu.

## Äänen ja kuvan kokeilu

sound-check = Tämä on ensimmäinen etätapaamisenne. Ääntä ja kuvaa voi kokeilla linkistä klo { $at } alkaen.
sound-check-now = Tämä on ensimmäinen etätapaamisenne. Ääntä ja kuvaa voi kokeilla linkistä jo nyt.

## Omat tiedot: mitä kussakin on

data-chosen-language = Valitsemasi kieli
data-zone = Oma aikavyöhyke
data-facilitator-of = Ohjaajana
data-requests = Pyyntösi, joihin ei ole vielä vastattu
data-name-shown = Nimesi ryhmässä
data-in-rota = Mukana vetovuoroissa
data-votes = Vastauksesi ryhmän kysymyksiin
data-question = Kysymys
data-about = Mistä
data-answer = Vastaus
data-asked-by-you = Mitä olet kysynyt ryhmältä
data-opened = Kysytty
data-closes = Vastataan viimeistään
data-papers = Mitä olet kirjoittanut ryhmälle tai itsellesi talteen
data-kind = Laji
data-calendar-address = Kalenteriosoite
data-made = Tehty
data-agreement = Sopimukseen kirjoittamasi
data-whispers = Mitä sinulle on vielä kerrottavana
data-due = Milloin
data-goodbyes = Mitä sanoit lähtiessäsi
data-open-doors = Avaamattomat linkit sinulle
data-answers = Vastauksesi
data-changed = Kuinka monta kertaa muutit
data-title = Nimi
data-more = Lisätieto
data-at = Lisätty
data-sees-reasons = Näkee ryhmälle kerrotut syyt
data-until = Voimassa asti
data-asked-of-you = Mitä sinulta on kysytty
