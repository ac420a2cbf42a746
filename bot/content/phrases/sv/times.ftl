# Att hitta en gemensam tid, den egna tidszonen och det egna språket.

## Knappar

button-times = Hitta en gemensam tid
button-times-meeting = Ny tid för träffen { $when }
button-times-new = Tid för en ny träff
button-times-type = Skriv tiderna på nytt
button-times-more = Lägg till tider
button-times-again = Börja om
button-times-another = Fråga om andra tider
button-times-open = Se vad som frågas nu
button-times-post = Fråga gruppen
button-times-answer = Berätta vad som passar
button-times-works = Passar
button-times-if-need = Vid behov
button-times-no = Passar inte
button-times-all-works = Alla passar
button-times-all-no = Ingen passar
button-times-rest-works = Resten passar
button-times-rest-no = Resten passar inte
button-times-change = Ändra: { $when }
button-times-close = Avsluta nu
button-times-withdraw = Dra tillbaka frågan
button-times-withdraw-sure = Ja, dra tillbaka
button-times-pick = Välj { $when }
button-times-keep = Behåll den här tiden
button-times-who-anyone = Alla får föreslå
button-times-who-convener = Bara sammankallaren föreslår
button-times-names-shown = Visa namn i resultatet
button-times-names-counts = Visa bara antal i resultatet
submit-times = Visa tiderna

## Att föreslå

times-title = Att hitta en gemensam tid
times-for-what = Vad söker du en tid för? Härnäst skriver du 2–7 tider, och jag frågar gruppen vilka av dem som passar.
times-label = Vilka tider kunde passa?
times-hint = Skriv 2–7 tider på var sin rad, i gruppens tid. Till exempel: tis 15.9 kl. 17
times-line = { $number }. { $when }
times-beside = { $when } ({ $there })
times-there = { $minute ->
    [0] { $city } kl. { $hour }
   *[other] { $city } kl. { $time }
}
times-there-day = { $city } { $when }
times-elsewhere = På andra orter: { $there }
times-understood = Jag förstod de här tiderna
times-not-understood = De här tog jag inte med:
times-none-understood = Jag kunde inte ta med någon av de här tiderna.
times-problem = Nummer { $number }, ”{ $typed }”: { $problem }
times-double = { $when } finns redan med.
times-soon = { $when } är så snart att alla inte hinner svara. Välj en tid som är minst ett dygn bort.
times-over = { $when } ryms inte längre med. Det kan vara { $most } tider.
times-many = Jag läste de { $most } första, och det här blev oläst. Skriv det på nytt på en egen rad.
times-one-more = Lägg till minst en tid till, så har gruppen något att välja mellan.
times-would-close = Inget har frågats ännu. Om jag frågar nu går det att svara till { $closes }.
times-posted = Jag frågar gruppen. Det går att svara till { $closes }, och då berättar jag resultatet.
times-posted-already = Gruppen har redan fått den här frågan.
times-too-near = Träffen { $when } är så snart att gruppen inte hinner svara. Du kan söka en tid för en ny träff.
times-open-already = Gruppen har redan en öppen fråga om tider, till { $closes }. Du kan fråga på nytt när den är avslutad eller tillbakadragen.
times-convener = I gruppen { $group } är det sammankallaren som föreslår tider. Berätta för sammankallaren vad du önskar.
times-none-open = Just nu söks ingen tid. Det är sammankallaren som föreslår tider.
times-who-anyone = Nu kan vem som helst i gruppen föreslå tider.
times-who-convener = Nu föreslår bara sammankallaren tider.
times-names-shown = Från och med nu visar resultatet vem varje tid passar. Jag säger det också när jag frågar.
times-names-counts = Från och med nu visar resultatet bara hur många varje tid passar.
times-names-promised = Gruppen har just nu en öppen fråga om tider, och jag har redan sagt om namnen visas. Du kan ändra det här när resultatet har kommit.

## Frågan till gruppen

times-heading = När ska vi träffas?
times-heading-move = När, om inte { $when }?
times-asked-by = { $name } frågar vilka av de här tiderna som passar er:
times-asked = Vilka av de här tiderna passar er?
times-until = Det går att svara och ändra svaren till { $closes }. Då berättar jag resultatet, även om alla har svarat tidigare.
times-with-names = Resultatet visar vem varje tid passar.
times-without-names = Resultatet visar bara hur många varje tid passar. Inga namn visas.
times-nudge = Det går ännu att svara, till { $closes }. Om ni redan har svarat behövs inget mer.
times-open-until = Frågan är öppen till { $closes }.
times-answered = { $count ->
    [0] Ingen har svarat ännu.
    [one] En har svarat.
   *[other] { $count } har svarat.
}

## Att svara

times-ask = { $number }/{ $count } Passar { $when }?
times-mine = Dina svar hittills
times-mine-all = Tack, här är dina svar
times-mine-line = { $when }: { $answer }
times-said-works = passar
times-said-if-need = vid behov
times-said-no = passar inte
times-mine-until = Du kan ändra dem till { $closes }.
times-closed = Den här frågan är redan avslutad, och svaren kan inte längre ändras.
times-settled = Tiden är redan bestämd: { $when }.
times-withdrawn = Den här frågan har dragits tillbaka.
times-not-yours = Det här kan den göra som ställde frågan, eller sammankallaren.

## Resultatet och valet

times-result-heading = Så här passar tiderna
times-preview = Här kommer det att stå vilka tider som passar bäst.
times-best = Bäst passar { $when }.
times-tie = { $count ->
    [2] Två tider passar lika bra: { $times }.
    [3] Tre tider passar lika bra: { $times }.
   *[other] { $count } tider passar lika bra: { $times }.
}
times-too-few = { $least ->
    [2] Ingen av tiderna passar minst två av dem som svarade.
    [3] Ingen av tiderna passar minst tre av dem som svarade.
   *[other] Ingen av tiderna passar tillräckligt många av dem som svarade.
}
times-nobody-can = Ingen av de här tiderna passar någon.
times-nobody-answered = Det kom inga svar.
times-line-counts = { $when }: passar { $works }, vid behov { $need }, passar inte { $no }
times-line-names = { $when }: { $said }
times-line-more = { $line }; { $said }
times-who-said-works = passar { $names }
times-who-said-if-need = vid behov { $names }
times-who-said-no = passar inte { $names }
times-line-nobody = { $when }: passar ingen
times-line-unsaid = { $when }: inga svar
times-chooses = { $name } eller sammankallaren väljer tiden med en knapp.
times-convener-chooses = Sammankallaren väljer tiden med en knapp.
times-undecided = Gruppen har sagt vilka tider som passar, men ingen tid är vald ännu.
times-keep-ask = Träffen är redan då: { $when }. Ska den hållas som planerat?
times-kept = Träffen hålls som planerat: { $when }. Jag berättar det för gruppen.
times-kept-post = Träffen hålls som planerat: { $when }.
times-closed-now = Frågan är avslutad. Jag berättar resultatet för gruppen.
times-withdraw-ask = Ska frågan om tider dras tillbaka? Svaren som har getts raderas.
times-withdrawn-done = Frågan är tillbakadragen. Jag berättar det för gruppen.
times-withdrawn-unheard = Frågan är tillbakadragen. Gruppen hann inte få den.
times-withdrawn-post = Frågan om tider har dragits tillbaka. Inga svar behövs längre.
waits-times-result = Välj tid för träffen

## Den egna tidszonen

button-zone = Min tidszon
submit-zone = Spara
zone-title = Var är du?
zone-label = Stad eller tidszon
zone-hint = Till exempel: Stockholm. Gruppen ser orten utan ditt namn. Tomt betyder gruppens tid.
zone-several = Det finns flera. Skriv en av dem: { $names }
zone-nowhere = Jag hittade inte platsen ”{ $zone }”. Skriv en stor stad nära dig, till exempel Stockholm.
zone-kept = Okej. Från och med nu berättar jag också tiderna i { $city }. I gruppens meddelanden visas orten utan ditt namn.
zone-cleared = Okej. Från och med nu berättar jag tiderna bara i gruppens tid.

## Det egna språket

button-language = Mitt språk
button-language-app = Samma som i min app
language-which = Jag skriver nu till dig på svenska. Vilket språk vill du läsa?
language-kept = Okej. Från och med nu skriver jag till dig på svenska. Till hela gruppen skriver jag på gruppens språk.
language-as-app = Okej. Från och med nu skriver jag till dig på din apps språk. Kan jag inte det, skriver jag på din grupps språk.
