# En grupp som fortsätter säsong efter säsong, och slag av träffar. Till gruppen i ni-form, till en människa i du-form.

## Slag av träffar, och programmets förslag

kind-and-theme = { $kind } – { $theme }
plan-line-suggested = { $when }: { $theme } (programmets förslag)
plan-line-chosen = { $when }: { $theme } (ert val)
plan-suggested = Temana är programmets förslag, och ni kan byta ut dem mot egna när ni vill.
themes-hint-suggested = { $count ->
    [one] Ni kan välja ett tema. Skriv ett nummer. Om du lämnar det tomt föreslår programmet temat.
   *[other] Ni kan välja { $count } teman. Till exempel: 2, 5. För resten föreslår programmet temana.
}
themes-fixed = I programmet för gruppen { $group } har varje träff sitt eget innehåll, så det finns inga teman att välja.

## Vem som leder

awaited-facilitator = En handledare leder träffarna, men har inte anmält sig ännu. Handledaren anmäler sig genom att skriva /{ command-facilitate } i den här kanalen.
awaited-fading = En handledare kan leda de första träffarna och anmäler sig genom att skriva /{ command-facilitate } i den här kanalen. Annars går turen att leda runt från början.
awaited-coach = Om ni har en coach som handledare anmäler hen sig genom att skriva /{ command-facilitate } i den här kanalen och leder träffarna. Annars går turen att leda runt.

## Att starta

setup-meetings-hint = Om gruppen fortsätter säsong efter säsong: hur många gånger på en säsong.
setup-themes-hint = Om ni inte väljer och programmet har förslag kommer temana därifrån.
setup-themes-hint-some = Om ni inte väljer används programmets förslag, om det finns sådana. Ibland finns inget att välja.

## Säsonger

button-seasons = Säsonger och fortsättning
button-seasons-last = Den här säsongen är den sista
button-seasons-last-coming = Den kommande säsongen är den sista
button-seasons-stop = Vi slutar här
button-seasons-last-sure = Ja, den slutar där
button-seasons-on = Vi fortsätter ändå
button-seasons-count = Träffar per säsong
button-seasons-so-many = { $count }
seasons-heading = { $group }: säsonger
seasons-how = { $count ->
    [one] Gruppen fortsätter säsong efter säsong. En säsong är en träff. Gruppen kan sluta efter vilken säsong som helst.
   *[other] Gruppen fortsätter säsong efter säsong. En säsong är { $count } träffar. Gruppen kan sluta efter vilken säsong som helst.
}
seasons-now = Säsong { $number }. Dess sista träff är { $when }.
seasons-then = Nästa säsong börjar { $when }.
seasons-coming = Säsong { $number } börjar { $first }. Dess sista träff är { $when }.
seasons-last-is = Den här säsongen är gruppens sista, och den sista träffen är { $when }.
seasons-none = Det finns inga träffar framför er.
seasons-convener = Sammankallaren kan ändra det här.
refused-one-season = Programmet för gruppen { $group } har en säsong. När den är slut kan sammankallaren starta en ny.
seasons-last-ask = { $count ->
    [0] Är den här säsongen gruppens sista? Den sista träffen är då { $when }. Efter den kommer frågorna om säsongen och avslutningen.
    [one] Är den här säsongen gruppens sista? Den sista träffen är då { $when }, och en som var planerad efter den faller bort. Sedan kommer frågorna om säsongen och avslutningen.
   *[other] Är den här säsongen gruppens sista? Den sista träffen är då { $when }, och { $count } som var planerade efter den faller bort. Sedan kommer frågorna om säsongen och avslutningen.
}
seasons-stop-ask = Ska ni sluta efter den säsong som just tog slut? Den sista träffen var { $when }, och de som var planerade efter den faller bort. Härnäst kommer avslutningen.
seasons-last-done = Okej. Gruppens sista träff är { $when }. Jag berättar det för gruppen. Du kan ta tillbaka det så länge gruppen finns.
seasons-stop-done = Okej. Gruppens sista träff var { $when }. Härnäst kommer avslutningen.
seasons-on-done = { $count ->
    [one] Gruppen fortsätter. En säsong är en träff. Jag berättar det för gruppen.
   *[other] Gruppen fortsätter. En säsong är { $count } träffar. Jag berättar det för gruppen.
}
seasons-count-ask = { $count ->
    [one] En säsong är nu en träff. Hur många från och med nästa säsong?
   *[other] En säsong är nu { $count } träffar. Hur många från och med nästa säsong?
}
seasons-count-done = { $count ->
    [one] Från och med nästa säsong blir det en träff per säsong.
   *[other] Från och med nästa säsong blir det { $count } träffar per säsong.
}
seasons-last-heading = Den här säsongen är den sista
seasons-last-post = Gruppens sista träff är { $when }. Efter den kommer inga fler.
seasons-last-after = Sedan samlar jag ihop vad säsongen gav, och gruppen avslutas.
seasons-on-post = Gruppen fortsätter ändå med en ny säsong när den här är slut.

## I slutet av en säsong, när gruppen fortsätter

season-over-heading = Säsongen är slut, gruppen fortsätter
season-over-preview = (Här kommer vad gruppen sade om säsongen, och rapporten.)
season-report = Rapporten om säsongen finns här, att läsa och att skriva ut.
season-next = En ny säsong börjar
season-going-on = Allt fortsätter som förut: överenskommelsen, turerna att leda och anteckningarna. Om gruppen vill sluta kan sammankallaren avsluta den under ”{ button-seasons }”.

## Överenskommelsen

agreement-suggest-time-seasons = Vi träffas { $rhythm ->
    [w1] varje vecka
    [w2] varannan vecka
    [w3] var tredje vecka
    [w4] var fjärde vecka
    [m1] en gång i månaden
   *[other] på dagar som vi kommer överens om
}, säsong för säsong. En säsong är { $count ->
    [one] en träff
   *[other] { $count } träffar
}, och i slutet av den bestämmer vi om vi fortsätter. { $length }. Om en tid inte passar kommer vi överens om en ny tillsammans och i god tid.

joined-what-light = Före träffen får du något att fundera på, om du vill, och en påminnelse dagen före. Man får komma oförberedd.
joined-what-off = Du får en påminnelse dagen före varje träff. Inget behöver förberedas.
expect-hint-seasons = Bara du ser det här. Du får det tillbaka när gruppen avslutas.
expect-kept-seasons = Sparat. Bara du ser det här, och du får det tillbaka när gruppen avslutas. Du kan ändra det när du vill.
lead-awaited = Vi väntar ännu på en handledare.
meetings-far = Det finns redan { $most } träffar framför er. Lägg till en ny när några av dem har hållits, eller flytta någon av dem.
kind-season = slutet på en säsong och början på nästa
kind-season-news = besked om hur gruppen fortsätter
kind-onward = träffar för nästa säsong
