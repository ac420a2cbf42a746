# Pienryhmät: kuka on missäkin, oma keskustelu, ja mitä tapahtuu, kun ryhmä jakautuu.

## Oma pienryhmä

button-my-subgroup = Oma pienryhmä
subgroup-which = Missä pienryhmässä olet?
subgroup-who = { $subgroup }: { $who }
subgroup-now = Olet valinnut: { $subgroup }. Voit vaihtaa milloin vain.
subgroup-now-none = Et ole vielä valinnut. Siihen asti näet kaikkien pienryhmien tehtävät.
subgroup-chosen = Pienryhmäsi: { $subgroup }. Näet nyt aiheen sivulla oman pienryhmäsi tehtävät.
subgroup-chosen-none = Et ole nyt missään pienryhmässä. Näet kaikkien pienryhmien tehtävät.
subgroup-promise =
    Se, mitä pienryhmässä puhutaan, jää sinne. Muille kerrotaan vain se, mistä yhdessä sovitte. Minä en vie sitä muille.
    Muistiinpanosi näet vain sinä, ja palaute on koko ryhmän yhteinen. Koollekutsuja ja vetäjä näkevät, montako missäkin on, mutta en kerro heille nimiä.
button-subgroup-none = En mikään näistä
subgroup-none = Ryhmässä { $group } ei ole pienryhmiä.

## Koollekutsujalle

button-subgroups = Pienryhmät
subgroups-heading = Pienryhmät: { $group }
subgroup-line = { $subgroup }: { $count ->
    [0] ei vielä ketään
    [one] yksi
   *[other] { $count }
}
subgroup-line-channel = { $subgroup }: { $count ->
    [0] ei vielä ketään
    [one] yksi
   *[other] { $count }
} – oma keskustelu
subgroups-left = Valitsematta: { $count }
subgroups-how = Jokainen valitsee pienryhmänsä itse. Jos haluatte pienryhmälle oman keskustelun, lisää minut siihen ja kirjoita siellä /{ command-subgroup }.
subgroup-has-channel = Pienryhmän ennakkotehtävä ja tehtävä tulevat sen omaan keskusteluun.
button-subgroup-add = Lisää pienryhmä
button-subgroup-back = Ota takaisin: { $subgroup }
button-subgroup-name = Muuta nimeä
button-subgroup-drop = Poista pienryhmä
button-subgroup-drop-sure = Poista
button-subgroup-unlink = Ei omaa keskustelua
subgroup-full = Pienryhmiä voi olla enintään { $most }. Poista ensin jokin.
subgroup-add-title = Uusi pienryhmä
subgroup-name-title = Pienryhmän nimi
subgroup-label = Nimi
subgroup-hint = Esimerkiksi ala tai tehtävä: kuljettajat, keittiö
subgroup-there = Tämänniminen pienryhmä on jo olemassa. Valitse toinen nimi.
submit-subgroup-add = Lisää
submit-subgroup-name = Tallenna
subgroup-added = Pienryhmä on lisätty.
subgroup-named = Nimi on muutettu.
subgroup-dropped = Pienryhmä on poistettu.
subgroup-drop-ask = Poistetaanko tämä: { $subgroup }? { $count ->
    [0] Siinä ei ole ketään.
    [one] Yksi on valinnut sen. Hän jää ilman pienryhmää, kunnes valitsee toisen.
   *[other] Sen on valinnut { $count }. He jäävät ilman pienryhmää, kunnes valitsevat toisen.
}
subgroup-drop-channel = { subgroup-drop-ask } En lähetä sen keskusteluun enää mitään.

## Oma keskustelu

subgroup-link-which = Mille ryhmän { $group } pienryhmälle tämä keskustelu on?
subgroup-linked = Tämä keskustelu on nyt pienryhmällä: { $subgroup }.
subgroup-linked-what = Tuon tänne sen ennakkotehtävän ja juuri ennen tapaamista sen tehtävän. Jäsenet voivat käyttää täällä samoja komentoja kuin ryhmän keskustelussa.
subgroup-here-is = Tämä keskustelu on ryhmän { $group } pienryhmällä: { $subgroup }.
subgroup-unlinked = Pienryhmällä ei ole enää omaa keskustelua: { $subgroup }. Sen ennakkotehtävä tulee nyt ryhmän omaan keskusteluun.
subgroup-link-who = Tässä keskustelussa ei ole vielä ryhmää. Pienryhmälle sen voi antaa ryhmän koollekutsuja.
subgroup-link-may-not = Keskustelun voi antaa pienryhmälle se, joka ylläpitää sitä tai päästi minut siihen. Pyydä ylläpitäjää lisäämään sinut ylläpitäjäksi ja kirjoita sitten uudelleen /{ command-subgroup }.
subgroup-link-where = Kirjoita /{ command-subgroup } siinä keskustelussa, josta haluat pienryhmän oman.
subgroup-link-group = Tässä keskustelussa on jo ryhmä. Valitse pienryhmälle toinen keskustelu.
subgroup-link-other = Tämä keskustelu on jo toisella pienryhmällä. Kirjoita siellä /{ command-subgroup }, jos haluat vapauttaa sen.
setup-in-subgroup = Tämä keskustelu on erään ryhmän pienryhmällä, joten tähän ei voi perustaa uutta ryhmää. Pienryhmän koollekutsuja voi vapauttaa sen komennolla /{ command-subgroup }.
part-shut = En pääse enää pienryhmän keskusteluun ({ $subgroup }, ryhmä { $group }): { $why }.
part-shut-do = Pienryhmän viestit tulevat nyt ryhmän omaan keskusteluun. Jos haluatte pienryhmälle taas oman keskustelun, lisää minut siihen ja kirjoita siellä /{ command-subgroup }.

## Mitä pienryhmälle sanotaan

part-pretask-heading = Ensi kerralla: { $theme } – { $subgroup }
part-task-heading = Kun jakaudutte ({ $when }): { $subgroup }
part-task-title = { $task } ({ $minutes } min pienryhmässä)
part-task-bring = Sopikaa ennen paluuta, mitä kerrotte muille ja kuka kertoo. Vain se, minkä yhdessä olette sopineet, kerrotaan kaikille.
subgroup-prompts = { $subgroup }:
subgroup-task = { $subgroup }: { $text }
subgroup-own-task = Tehkää sama tehtävä omasta näkökulmastanne ja sopikaa, mitä kerrotte siitä muille.
soon-split = Tällä kertaa jakaudutte välillä pienryhmiin. Oman pienryhmäsi tehtävä on aiheen sivulla.
brief-split-heading = Kun jakaudutte
brief-split = Sano ennen jakautumista, missä kukin pienryhmä istuu ja mihin aikaan palataan. Pyydä jokaista pienryhmää sopimaan, mitä se kertoo muille ja kuka kertoo. Kysy yhdessä ollessanne vain sitä, mitä pienryhmä itse haluaa kertoa.
stretch-part = { $company }: { $text }
step-split = Nyt jakaudutte. Sano, missä kukin pienryhmä istuu ja milloin palataan.
step-together = Nyt kootaan kaikki yhteen. Jokainen pienryhmä kertoo sen, minkä se on sopinut kertovansa.
kind-part-pretask = pienryhmän ennakkotehtävä
kind-part-task = pienryhmän tehtävä
kind-part-here = pienryhmän viesti ryhmän keskustelussa
kind-part-shut = tieto pienryhmän keskustelusta
waits-part-shut = Lue pienryhmien keskusteluista
data-subgroup = Pienryhmä

## Suuri ryhmä

absent-line-count = Ei pääse: { $count } jäsentä
late-line-count = Tulee myöhässä: { $count } jäsentä
early-line-count = Lähtee aiemmin: { $count } jäsentä
members-count = Mukana on { $count }.
