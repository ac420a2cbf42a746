# Gruppens rytm, ledighet och mellanuppgifter.

## Rytm

button-naming = Namn och språk
naming-kept = Sparat. Gruppens namn: { $group }. Språk: { $language }.
submit-naming = Spara
button-rhythm = Meddelandenas rytm
rhythm-heading = Meddelandenas rytm: { $group }
rhythm-kept = Ändringen är sparad, och kommande meddelanden följer den.
rhythm-convener = Sammankallaren kan ändra det här. Berätta om något inte passar dig.
rhythm-posts = Det kommer högst { $count } meddelanden per träff.
rhythm-kinds-all = Alla meddelanden används.
rhythm-kinds = Används inte: { $names }.
rhythm-before = Förhandsuppgiften kommer { $days } dagar före, påminnelsen { $reminder ->
    [one] dagen före
   *[other] { $reminder } dagar före
} och det sista meddelandet { $minutes } minuter före.
rhythm-quiet = Det är tyst kl. { $start }–{ $end }.
rhythm-preparation-every = Det kommer en förhandsuppgift före varje träff.
rhythm-preparation-light = Förhandsuppgiften är lätt, och man får komma oförberedd.
rhythm-preparation-off = Det finns inga förhandsuppgifter. Ni får komma oförberedda.
rhythm-ask-posts = Hur många meddelanden räcker för en träff? Det minst viktiga faller bort först.
rhythm-ask-kinds = Vilka meddelanden vill ni ha?
rhythm-ask-before = Hur långt före? Översta raden är förhandsuppgiften, mellersta påminnelsen och nedersta det sista meddelandet.
rhythm-ask-quiet = När får jag inte skicka något? På övre raden börjar tystnaden, på nedre slutar den.
rhythm-ask-preparation = Hur mycket förbereder ni er inför träffarna?
rhythm-ask-floor = Hur visas responsen? En ändring gäller nästa omgång. Den som är öppen nu håller det som har lovats i den.
button-rhythm-posts = Antal meddelanden
button-rhythm-kinds = Vilka meddelanden
button-rhythm-before = Hur långt före
button-rhythm-quiet = Tysta timmar
button-rhythm-floor = Hur responsen visas
button-rhythm-preparation = Förberedelser
button-rhythm-set-posts = { $count }
button-rhythm-set-pretask = { $count } dagar
button-rhythm-set-reminder = { $count ->
    [one] 1 dag
   *[other] { $count } dagar
}
button-rhythm-set-soon = { $count } min
button-rhythm-set-from = Kl. { $count }
button-rhythm-set-to = Kl. { $count }
button-rhythm-off = Ta inte med: { $kind }
button-rhythm-on = Ta med igen: { $kind }
button-preparation-every = Varje gång
button-preparation-light = Lätt
button-preparation-off = Inte alls
pretask-ask-light = Om du vill kan du fundera på det här. Man får komma oförberedd:

## Ledighet

button-holiday = Ledighet
holiday-title = Ledighet
holiday-first = Första lediga dagen
holiday-last = Sista lediga dagen
holiday-hint = Till exempel: 20.12
submit-holiday = Se vad som ändras
holiday-order = Den sista dagen är före den första. Skriv en dag som kommer efter den.
holiday-long = Ledigheten kan vara högst { $days } dagar. Om ni inte vet när ni fortsätter, tryck på ”{ button-pause }” i menyn.
holiday-look = Ledigheten börjar { $first } och slutar { $last }. Under den tiden skickar jag inget till gruppen.
holiday-moves = { $count ->
    [one] En träff flyttas:
   *[other] { $count } träffar flyttas:
}
holiday-move = { $old } → { $new }
holiday-moves-none = Träffarnas tider ändras inte.
button-holiday-sure = Anteckna ledigheten
button-holiday-other = Andra dagar
button-holiday-off = Ta bort ledigheten
holiday-is = Gruppens ledighet börjar { $first } och slutar { $last }.
holiday-off = Ledigheten är borttagen. Träffarna har kvar sina tider.
holiday-done = Ledigheten är antecknad, och jag berättar för gruppen.
holiday-heading = Ledighet
holiday-post = Ledigheten börjar { $first } och slutar { $last }. Under den tiden skickar jag inget hit. Vila gott.
holiday-times = Träffarna efter ledigheten

## Mellanuppgift

button-between = Mellanuppgift
between-title = Före nästa gång
between-label = Vad gör ni före träffen { $when }?
between-hint = Något litet och konkret räcker. Hela gruppen ser det här. Om du tömmer fältet tas den tidigare texten bort.
submit-between = Spara
between-none-ahead = En mellanuppgift hör till tiden mellan två träffar. Kom tillbaka hit efter nästa träff.
between-kept = Sparat. Jag påminner gruppen om det före nästa gång.
between-gone = Det finns ingen mellanuppgift.
button-between-change = Ändra mellanuppgiften
between-heading = Före nästa gång
between-until = Ni träffas nästa gång { $when }.

## Hjälp

help-own-heading = Hjälp nära dig
pretask-help = Om det känns tungt är du inte ensam: /{ command-help } berättar var det finns hjälp. Ring 112 i en nödsituation.
