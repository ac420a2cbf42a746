# Oma kalenteriosoite.

button-calendar = Kalenteriosoite
button-calendar-open = Avaa kalenteri
button-calendar-new = Tee uusi osoite
button-calendar-off = Poista osoite
calendar-heading = Oma kalenteriosoitteesi: { $group }
calendar-how = Lisää tämä osoite kalenteriisi (”tilaa kalenteri”). Kun tapaaminen siirtyy, se siirtyy kalenterissasikin.
calendar-secret = Osoite on vain sinun, ja näytän sen vain tämän kerran. Siinä ovat ryhmän nimi ja ajat, ei muuta. Jos osoite katoaa, tee uusi.
calendar-is = Sinulla on jo kalenteriosoite. En voi näyttää sitä uudelleen, mutta voit tehdä uuden. Silloin vanha lakkaa toimimasta.
calendar-off = Kalenteriosoite on poistettu, eikä se enää toimi.
calendar-not-here = Kalenteriosoite ei ole täällä käytössä. Muistutuksen mukana tulee tiedosto, jonka voit lisätä kalenteriisi.
calendar-note = Paikka ja aihe löytyvät ryhmän keskustelusta.
