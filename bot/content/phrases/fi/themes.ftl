# Ryhmän omat aiheet ja aiheiden valinta. Ryhmälle te-muodossa, yhdelle ihmiselle sinä-muodossa.

## Tapaaminen, jonka aiheen ryhmä on nimennyt itse

own-theme-summary = Puhutte aiheesta, joka nousi teistä: mitä se kenellekin on, ja mikä siinä auttaa.
own-theme-intros-0-title = Teidän oma aiheenne
own-theme-intros-0-text =
    Tämän aiheen on nimennyt joku teistä. Valmista tekstiä siitä ei ole, eikä tarvita: teillä on siitä kokemusta enemmän kuin yhdessäkään oppaassa.

    Aloittakaa siitä, mitä sanat teille tarkoittavat. Sama sana voi yhdelle olla arkea, toiselle kipeä paikka ja kolmannelle jotakin, mitä hän ei ole koskaan pysähtynyt miettimään. Kaikki se kuuluu tähän.

    Puhukaa siitä, mitä teille itsellenne on tapahtunut, mieluummin kuin siitä, miten asian kuuluisi olla. Yksi tavallinen päivä kertoo usein enemmän kuin mielipide. Jos joku on löytänyt keinon, josta on ollut apua, hän saa kertoa sen. Muiden ei tarvitse ottaa sitä omakseen.

    Jokainen kertoo sen verran kuin haluaa. Kaikkeen ei tarvitse löytyä vastausta tällä kerralla, ja jos jokin jää kesken, siihen voi palata.
own-theme-tasks-talk-title = Mitä tämä on meille
own-theme-tasks-talk-text =
    Lukekaa aiheen nimi ääneen. Se, joka sitä ehdotti, saa kertoa, mistä ajatus tuli, jos haluaa.

    Miettikää sitten ensin kukin itseksenne, puhukaa parin kanssa ja kootkaa lopuksi yhdessä. Kirjoittakaa ylös se, mihin haluatte palata.
own-theme-tasks-talk-steps-0 = Palauta mieleesi yksi tilanne, jossa tämä tuli vastaan. Kirjoita, mitä tapahtui, miltä se tuntui ja mikä siinä auttoi tai olisi auttanut.
own-theme-tasks-talk-steps-1 = Kertokaa tilanteistanne vuorotellen. Toinen kuuntelee ensin loppuun ja kysyy vasta sitten.
own-theme-tasks-talk-steps-2 = Kootkaa, mikä kokemuksissanne oli samaa ja mikä erilaista. Jokainen nimeää yhden asian, jota voisi kokeilla tai jonka haluaa jättää vähemmälle.
own-theme-brief =
    Aiheen nimesi ryhmä itse, joten valmista tekstiä on vain vähän. Kysy alussa, haluaako ehdottaja kertoa, mistä ajatus tuli. Hänen ei ole pakko.

    Anna yksin miettimiselle sen oma aika, vaikka juttu jo pyrkisi alkuun. Yhteisessä osassa pidä huolta, että jokainen saa vuoron. Jos puhe kääntyy neuvomiseksi, kysy, mitä kertoja itse toivoo. Kootkaa lopuksi ääneen, mihin haluatte palata.
own-theme-prompt-0-0 = Milloin tämä viimeksi tuli vastaan työssäsi tai arjessasi?
own-theme-prompt-0-1 = Mikä siinä on sinulle vaikeinta, ja mikä sujuu?
own-theme-prompt-0-2 = Mitä haluaisit kuulla siitä muilta?
own-theme-prompt-1-0 = Mitä sanoja tai kuvia tästä tulee sinulle ensimmäisenä mieleen?
own-theme-prompt-1-1 = Miten suhteesi tähän on muuttunut vuosien varrella?
own-theme-prompt-1-2 = Mikä pieni asia tekisi tästä helpompaa?

## Omat aiheet

button-own-theme = Ryhmän omat aiheet
button-own-theme-add = Ehdota omaa aihetta
button-own-theme-drop = Poista: { $theme }
submit-own-theme-add = Ehdota
own-theme-heading = Ryhmän omat aiheet
own-theme-what = Jäsenet voivat ehdottaa aiheita milloin vain. Ne ovat mukana, kun aiheista äänestetään tai niitä järjestetään. Ehdottajan nimeä ei näytetä.
own-theme-none = Omia aiheita ei vielä ole. Jäsenet voivat ehdottaa niitä milloin vain. Ehdottajan nimeä ei näytetä.
own-theme-title = Oma aihe
own-theme-label = Mistä haluaisit ryhmän puhuvan?
own-theme-hint = Muutama sana riittää, enintään 80 merkkiä. Aihe näkyy koko ryhmälle, nimesi ei.
own-theme-kept = ”{ $theme }” on nyt ryhmän aiheiden joukossa.
own-theme-in-vote = ”{ $theme }” on nyt ryhmän aiheiden joukossa ja mukana äänestyksessä.
own-theme-there = Tämä aihe on jo listalla. Kirjoita jokin toinen.
own-theme-full = Ryhmällä on jo { $most } omaa aihetta. Uudelle tulee tilaa, kun joku poistaa omansa.
own-theme-chosen = Tämä aihe on jo valittu tapaamiseen, joten se pysyy. Koollekutsuja voi muuttaa järjestystä.
own-theme-dropped = Aihe on poistettu.

## Äänestys

button-vote = Äänestys aiheista
button-vote-open = Avaa äänestys
button-vote-close = Sulje äänestys
button-vote-pick = Valitse aiheet
button-vote-before = Edelliset aiheet
button-vote-after = Seuraavat aiheet
button-vote-accept = Hyväksy järjestys
button-vote-arrange = Järjestä itse
button-pick = { $number }. { $theme }
button-unpick = Peru valinta { $number }. { $theme }
vote-heading = Mistä haluatte puhua?
vote-how = { $count ->
    [one] Valitkaa kukin yksi aihe. Äänestys on auki { $closes } asti, ja valintaa voi muuttaa siihen saakka. Lopuksi kerron äänimäärät, mutta en sitä, kuka valitsi mitä.
   *[other] Valitkaa kukin enintään { $count } aihetta. Äänestys on auki { $closes } asti, ja valintoja voi muuttaa siihen saakka. Lopuksi kerron äänimäärät, mutta en sitä, kuka valitsi mitä.
}
vote-mine = { $most ->
    [one] Valitse yksi aihe
   *[other] Valitse enintään { $most } aihetta
}
theme-named = ”{ $text }”
vote-so-far = Valintasi ({ $count }/{ $most }): { $names }.
vote-no-picks = Et ole vielä valinnut mitään.
vote-until = Voit muuttaa valintojasi { $closes } asti. Muut eivät näe niitä.
vote-full = { $most ->
    [one] Valitsit jo yhden aiheen. Jos haluat vaihtaa, peru se ensin.
   *[other] Valitsit jo { $most } aihetta. Jos haluat vaihtaa, peru ensin jokin niistä.
}
vote-members-only = Äänestys on auki { $closes } asti. Aiheet valitsevat ryhmän jäsenet.
vote-none = Äänestys ei ole nyt auki. Koollekutsuja voi avata sen, ja omia aiheita voit ehdottaa milloin vain.
vote-ask = { $count ->
    [one] Avataanko äänestys? Jokainen jäsen valitsee yhden aiheen. Äänestys sulkeutuu { $closes }, tai kun suljet sen. Mikään ei muutu, ennen kuin hyväksyt järjestyksen.
   *[other] Avataanko äänestys? Jokainen jäsen valitsee enintään { $count } aihetta. Äänestys sulkeutuu { $closes }, tai kun suljet sen. Mikään ei muutu, ennen kuin hyväksyt järjestyksen.
}
vote-opened = Äänestys on auki { $closes } asti. Kerron siitä ryhmälle.
vote-already = Äänestys on jo auki, { $closes } asti.
vote-nothing = Edessä ei ole tapaamista, jonka aiheen voisi valita.
vote-too-few = Valittavia aiheita ei ole enempää kuin tapaamisia, joten äänestettävää ei ole. Ryhmä voi ehdottaa lisää aiheita, tai voit valita järjestyksen itse.
vote-closed = Äänestys on jo suljettu.
vote-not-open = Äänestys ei ole auki.
vote-result = Äänestyksen tulos
vote-line = { $votes ->
    [one] 1 ääni: { $names }
   *[other] { $votes } ääntä: { $names }
}
vote-line-tie = { $votes ->
    [one] 1 ääni, tasatulos: { $names }
   *[other] { $votes } ääntä, tasatulos: { $names }
}
vote-tied = Tasatulokseen jääneistä kaikki eivät mahdu mukaan: { $names }. Otin ehdotukseen ne, jotka ovat listalla ensimmäisinä. Koollekutsuja voi valita toisin.
vote-nobody = Ääniä ei tullut. Koollekutsuja voi valita järjestyksen itse.
vote-proposal = Ehdotus järjestykseksi
vote-nothing-changes = Mikään ei muutu, ennen kuin koollekutsuja hyväksyy tämän tai järjestää aiheet itse.
vote-preview = (Äänestyksen tulos. Äänet lasketaan vasta, kun äänestys sulkeutuu.)
themes-now = Aiheet nyt
themes-to-choose = Näistä voi valita
