# Yksityisyys: mitä tallennan, kuka sen näkee, kuinka kauan, ja mitä en voi luvata.

privacy-heading = Yksityisyys
privacy-reads = Luen vain komennot, painallukset ja sen, mitä minulle kirjoitetaan. Ryhmän muuta puhetta en lue enkä tallenna.
privacy-kept = Tallennan nimesi ja tunnuksesi täällä, kielesi, ryhmäsi ja sen, mitä itse valitset tai kirjoitat minulle. Nimesi, tulosi ja poissaolosi näkee ryhmäsi.
privacy-notes = Muistiinpanosi on salattu omalla avaimellasi, ja näytän ne vain sinulle.
privacy-absence = Poissaolon syytä ei kysytä. Jos kerrot sen, se menee ryhmälle tai koollekutsujalle, kuten itse valitset.
privacy-feedback = Palaute näytetään vasta, kun riittävän moni on vastannut. Sulkemisen jälkeen kukaan ei näe, kuka vastasi mitäkin.
privacy-logs = Se, mitä kirjoitat, ei päädy lokeihin, eikä kukaan analysoi sitä.

privacy-lasts-heading = Kuinka kauan
privacy-lasts-notes = Poistan muistiinpanosi 30 päivää kauden viimeisen tapaamisen jälkeen. Kerron siitä viikkoa ennen, ja voit säilyttää ne pidempään.
privacy-lasts-rest = Jos ryhmä on tauolla tai ilman tapaamisia puoli vuotta, se päättyy itsestään. Siihen asti muistiinpanot odottavat.
privacy-lasts-reasons = Poissaolon syyn poistan 30 päivää tapaamisen jälkeen. Voit poistaa sen milloin vain omista tiedoistasi.
privacy-lasts-group = Kun kausi päättyy, kerron, minä päivänä ryhmän kaikki tiedot poistetaan, ja muistutan siitä viikkoa ennen.
privacy-lasts-yours = Voit katsoa kaikki tietosi tai poistaa ne milloin vain. Napit ovat tämän alla. Jo näytettyä palautetta ei voi poistaa, koska kukaan ei tiedä, mikä siitä on sinun.
privacy-lasts-backups = Ylläpitäjän varmuuskopioissa poistettu voi olla tallessa, kunnes kopiot vanhenevat. Jos kopio otetaan käyttöön, poistan saman uudelleen.

privacy-limits-heading = Mitä en voi luvata
privacy-limit-platform = { $platform } säilyttää viestit omien ehtojensa mukaan, myös ne, jotka kirjoitat minulle. Niitä en voi poistaa puolestasi.
privacy-limit-operator = Ylläpitäjä, jolla on sekä tietokanta että sen avain, voisi lukea muistiinpanoja ja poissaolojen syitä, vaikka en näytä niitä hänelle. Suljetusta palautteesta hänkään ei saa selville, kuka kirjoitti mitäkin.

privacy-operator = Tätä Piiriä pitää yllä { $operator }. Sieltä voit kysyä tiedoistasi.
privacy-operator-unsaid = Jos haluat tietää, kuka tätä Piiriä pitää yllä, kysy ryhmäsi koollekutsujalta.
