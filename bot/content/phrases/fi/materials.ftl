# Aineistot: mitä ryhmä pitää tallessa.

button-materials = Aineistot
button-material-add = Lisää aineisto
button-material-drop = Poista { $number }.
button-newer = Uudempia
button-older = Vanhempia
materials-heading = { $group }: aineistot
materials-none = Aineistoja ei ole vielä. Tähän voi tallentaa linkin tai vaikkapa kirjan nimen, niin kaikki löytävät sen.
materials-full = Aineistoja on jo { $most }, eikä enempää mahdu. Poista jokin vanha ensin.
material-line = { $number }. { $material }
material-line-by = { $number }. { $material } ({ $name })
material-form = Uusi aineisto
material-title = Nimi
material-title-hint = Esimerkiksi kirjan tai sivun nimi. Nimesi näkyy ryhmälle sen vieressä.
material-more = Linkki tai muu tieto
material-more-hint = Https-linkki, tekijä tai muu, mistä sen löytää. Saat jättää tyhjäksi.
submit-material = Lisää aineistoihin
material-kept = Lisätty aineistoihin.
material-there = Sama on jo aineistoissa.
material-not-https = Linkin pitää alkaa https://. Kopioi se selaimen osoiteriviltä tai kirjoita nimi ilman linkkiä.
material-dropped = Poistettu aineistoista.
material-not-yours = Aineiston voi poistaa se, joka sen lisäsi, tai koollekutsuja.
