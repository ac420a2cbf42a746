# Sanat, jotka näkyvät selaimen sivulla.

## top

page-skip = Siirry keskusteluun
page-who = Kuka olet
page-who-choose = Valitse…
page-who-first = Valitse ensin, kuka olet.
page-who-explain = Täällä ei kirjauduta sisään. Valitse, kenen silmin katsot.
page-who-nobody = Täällä ei ole vielä ketään. Lisää ensimmäinen henkilö.
page-who-add = Lisää henkilö
page-add-name = Nimi
page-add-language = Kieli
page-add-save = Lisää
page-cancel = Peruuta
page-theme-dark = Tumma teema
page-tabs = Näkymät
page-tab-group = Ryhmä
page-tab-you = Sinä
page-tab-coming = Tulossa
page-tab-news = uutta

## the group's channel

page-group-title = Ryhmän kanava
page-group-lead = Tämän näkevät kaikki.
page-group-empty = Piiri pitää vertaisryhmän koossa tapaamisten välillä: muistuttaa, kertoo, kuka ei pääse, ja kysyy lopuksi, miten meni.
page-group-setup = Perusta ryhmä tähän
page-group-write = Viesti kanavalle
page-group-hint = Komennot alkavat vinoviivalla, esimerkiksi /ohje.
page-send = Lähetä
page-someone = Joku
page-changed = muutettu

## the private side

page-you-title = Sinä ja Piiri
page-you-lead = Tämän näet vain sinä.
page-you-empty = Täällä Piiri vastaa sinulle kahden kesken. Valikosta näet, mitä voit tehdä.
page-you-menu = Valikko
page-you-write = Viesti Piirille
page-you-pressed = Valitsit
page-you-command = Pyysit
page-you-wrote = Kirjoitit viestin
page-you-filled = Täytit lomakkeen

## messages and forms

page-file-get = Lataa
page-link-opens = avautuu uuteen välilehteen
page-scale-counts = Vastauksia kullakin portaalla, alkupäästä loppupäähän
page-optional = vapaaehtoinen
page-choose = Valitse
page-form-problems = Korjaa vielä merkityt kohdat.
page-said-group = Uusi viesti kanavalla
page-said-you = Piiri vastasi sinulle

## the clock and what is coming

page-clock-title = Ryhmän kello
page-clock-still = Kello seisoo.
page-clock-runs = Minuutti kuluu sekunnissa.
page-clock-hurries = Tunti kuluu sekunnissa.
page-clock-run = Käynnistä
page-clock-hurry = Nopeuta
page-clock-stop = Pysäytä
page-clock-next = Siirry seuraavaan viestiin
page-clock-due = Seuraavaksi
page-clock-nothing = Mitään ei ole tulossa.
page-clock-jump = Siirrä kello aikaan
page-clock-go = Siirrä
page-clock-back = Kello kulkee vain eteenpäin. Valitse myöhempi aika.
page-coming-title = Tulossa
page-coming-lead = Näin viestit lukisivat, jos ne lähtisivät nyt.
page-coming-empty = Ei vielä mitään. Kun ryhmä on perustettu, tulevat viestit näkyvät tässä.
page-coming-channel = kanavalle

## all channels

page-rooms-title = Kanavat
page-rooms-lead = Täällä voi kokeilla Piiriä. Se, mitä täällä kirjoitetaan, pysyy tällä koneella.
page-rooms-none = Kanavia ei ole vielä. Tee ensimmäinen.
page-rooms-name = Uuden kanavan nimi
page-rooms-make = Tee kanava
page-rooms-all = Kaikki kanavat

## when something is not as it should be

page-lost = Yhteys katkesi. Yritetään uudelleen.
page-back = Yhteys palasi.
page-error-failed = Tämä ei onnistunut. Yritä hetken päästä uudelleen.
page-error-lost = Yhteyttä ei saatu. Yritä hetken päästä uudelleen.
page-error-empty = Kirjoita ensin jotakin.
page-error-too-long = Teksti on liian pitkä. Lyhennä sitä vähän.
page-error-too-many = Tänne ei mahdu enempää.
page-error-unknown-person = Häntä ei ole enää täällä. Valitse uudelleen, kuka olet.
page-error-unknown-room = Tällaista kanavaa ei ole.
page-error-not-ready = Piiri on vasta käynnistymässä. Yritä hetken päästä uudelleen.
