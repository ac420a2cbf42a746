# Säsongens början och slut: vad jag hoppas på, utvärdering, rapport, eget minne, uppföljning, radering och en ny säsong.

## Vad jag hoppas på

button-expect = Vad jag hoppas på
expect-title = Vad jag hoppas på
expect-label = Vad hoppas du få ut av gruppen?
expect-hint = Det här ser bara du. Du får det tillbaka när säsongen är slut.
expect-kept = Sparat. Det här ser bara du, och du får det tillbaka när säsongen är slut. Du kan ändra det när du vill.
expect-gone = Okej, inget är sparat.
submit-expect = Spara för mig själv

## Utvärderingen efter den sista träffen

evaluation-heading = Hur var säsongen?
evaluation-ask = Säsongen går mot sitt slut. Se tillbaka en stund, om ni hinner:
evaluation-promise = { $floor ->
    [3] Ni kan svara fram till { $closes }. Svaren visas först då, tillsammans och utan namn, om minst tre svarar. Annars raderas de olästa.
   *[other] Ni kan svara fram till { $closes }. Svaren visas först då, tillsammans och utan namn, om minst fem svarar. Annars raderas de olästa.
}
evaluation-not-yet = Om hela säsongen frågar jag efter den sista träffen.
evaluation-empty = Okej, det finns inget svar i ord.
evaluation-kept = { $floor ->
    [3] Ditt svar är sparat. Du kan ändra det fram till { $closes }. Det visas bland de andra utan ditt namn, om minst tre svarar.
   *[other] Ditt svar är sparat. Du kan ändra det fram till { $closes }. Det visas bland de andra utan ditt namn, om minst fem svarar.
}
evaluation-said = Vad ni sade om säsongen
evaluation-too-few = { $floor ->
    [3] Färre än tre svarade på frågorna om säsongen, så svaren har raderats olästa.
   *[other] Färre än fem svarade på frågorna om säsongen, så svaren har raderats olästa.
}
button-evaluate-words = Svara med egna ord
button-quote-ask = Lov att citera: { $question }
submit-evaluate-words = Spara svaren
aloud-season = Att svara på muntligt om hela säsongen

## Rapporten

button-report = Rapport
report-file = { $group } rapport
report-title = { $group }: rapport om säsongen
report-about = Det här är gruppens gemensamma rapport om säsongen. Program: { $programme }.
report-did = Vad vi gjorde
report-line = { $number }. { $theme } ({ $date })
report-not-met = Gruppen hann inte träffas.
report-changes = Under säsongen flyttades { $moved ->
    [0] inga träffar
    [one] en träff
   *[other] { $moved } träffar
} och { $cancelled ->
    [0] ingen ställdes in
    [one] en ställdes in
   *[other] { $cancelled } ställdes in
}.
report-nth = Träff { $number }
report-nths = Träff { $first }–{ $last }
report-present = Hur många som kunde komma
report-present-bars = Deltagare per träff
report-present-how = Antalet är det som den som ledde uppgav. Annars är det antalet som inte hade meddelat frånvaro.
report-feedback = Hur responsen utvecklades
report-feedback-how = Talen är medeltal. En punkt lämnas öppen om för få svarade eller om alla svarade likadant. Träffar som visades tillsammans är en punkt.
report-evaluation = Vad vi sade om säsongen
report-quotes = Våra ord
report-quotes-outside = De här får citeras också utanför gruppen:
report-quotes-inside = De här får citeras bara inom gruppen:
report-agreed = Vad vi kom överens om på träffarna
report-agreed-line = { $date }: { $text }
report-private = I rapporten finns ingens anteckningar. Vid ett svar står ett namn bara om den som svarade själv har gett lov till det.
report-here = Här är rapporten, att läsa och att skriva ut. Du kan hämta den på nytt tills allt raderas { $date }.

## Avslutningen

farewell-preview = (Här kommer vad gruppen sade om säsongen, och rapporten.)
farewell-thanks = Tack till er
farewell-report = Rapporten om säsongen finns här, att läsa och att skriva ut. Var och en får dessutom ett eget minne av säsongen, privat.
farewell-next = Vad som händer nu
farewell-gone = Allt som jag har sparat om gruppen raderas { $date }. Jag berättar det igen en vecka före.
farewell-ask = Får jag fråga dig efter tre och sex månader vad som blev kvar? Jag frågar bara den som säger ja, och bara privat. Om någon säger ja sparas allt till dess och en månad till.
farewell-again = Om ni vill fortsätta kan sammankallaren starta en ny säsong. Den som vill kommer med.
farewell-again-anyone = Om ni vill fortsätta kan vem som helst av medlemmarna starta en ny säsong. Den som vill kommer med.
menu-over = { $group }: säsongen är slut

## Det egna minnet

button-keepsake = Mitt minne av säsongen
preview-keepsake = (Ett eget minne av säsongen till var och en, privat. Ingen annan ser det.)
keepsake-file = { $group } eget minne
keepsake-title = { $group }: ditt minne av säsongen
keepsake-only-you = Det här fick bara du. Först kommer dina egna ord, sedan gruppens gemensamma rapport.
keepsake-hope = Vad du hoppades på
keepsake-hoped = I början skrev du till dig själv vad du hoppades på:
keepsake-here = Här är ditt eget minne av säsongen, att läsa och att skriva ut. Spara det om du vill ha det. Du kan hämta det på nytt tills allt raderas { $date }.
keepsake-notes = Dina egna anteckningar, { $date }: { $theme }
keepsake-notes-open = Dina egna anteckningar, { $date }
keepsake-empty = Det finns inget eget sparat åt dig från gruppen { $group }.

## Uppföljningen

button-followup-yes = Du får fråga mig senare
button-followup-no = Fråga mig inte
button-followup-stop = Fråga inte längre
button-followup-answer = Svara
followup-yes = Tack. Jag frågar dig privat när tiden kommer. Du kan ändra dig när du vill.
followup-no = Okej, dig frågar jag inte.
followup-over = Tiden för de här frågorna är redan förbi.
followup-stopped = Okej, jag frågar dig inte fler gånger.
followup-heading = Vad har blivit kvar? { $group }
followup-ask = { $months ->
    [3] Det är tre månader sedan säsongen tog slut, och du sade att jag får fråga:
   *[other] Det är sex månader sedan säsongen tog slut, och du sade att jag får fråga:
}
followup-q-stayed = Vad bär du med dig från gruppen?
followup-q-changed = Vad har förändrats?
followup-q-help = Vad skulle hjälpa dig nu?
followup-for-you = De här är bara för dig att fundera på. Så få sade ja att svaren inte kan visas utan namn, så jag samlar inte in några svar.
followup-promise = { $floor ->
    [3] Du kan svara i en vecka, till och med { $date }. Svaren visas för dem som sade att jag får fråga, utan namn och bara om minst tre svarar. Annars raderas de olästa.
   *[other] Du kan svara i en vecka, till och med { $date }. Svaren visas för dem som sade att jag får fråga, utan namn och bara om minst fem svarar. Annars raderas de olästa.
}
followup-kept = Ditt svar är sparat. Du kan ändra det tills veckan är slut.
followup-results = Vad blev kvar: { $group }
followup-too-few = { $floor ->
    [3] Färre än tre svarade, så svaren är raderade olästa.
   *[other] Färre än fem svarade, så svaren är raderade olästa.
}
submit-followup-answer = Spara svaren

## Raderingen

deletion-soon-heading = { $group }: allt raderas om en vecka
deletion-soon = Jag raderar { $date } allt som jag har om gruppen: anteckningar, förhoppningar, respons, överenskommelsen och vem som var med.
deletion-soon-save = Om du vill ha något kvar, hämta det nu med knappen och spara det. Du får det privat.
deletion-channel = Meddelandena i den här kanalen kan jag inte radera: de finns kvar så länge ni själva vill.
deletion-soon-keep = Allt sparas tre månader längre om varje medlem önskar det. Annars raderar jag allt, och ingen behöver säga varför.
button-keep-longer = Spara 3 månader längre
button-keep-not = Behöver inte sparas
keep-settled = Det här är redan avgjort.
keep-noted = Din önskan är antecknad. Allt sparas längre om alla önskar det. Annars raderas allt { $date }.
keep-not-noted = Antecknat. Allt raderas { $date }.
keep-all = Alla önskade samma sak. Allt sparas längre och raderas först { $date }.
kept-post = Varje medlem i gruppen { $group } önskade att allt sparas längre. Jag raderar allt först { $date }. Jag berättar det igen en vecka före.
deletion-done = Gruppens säsong är slut, och allt som jag hade sparat om den är nu raderat. Tack till er alla.

## En ny säsong

button-again = Starta en ny säsong
button-again-sure = Starta den här säsongen
again-title = Ny säsong
again-what = Inget privat förs över: var och en kommer med genom att själv trycka på knappen. Gruppens överenskommelse blir ett utkast som ni kan ändra.
again-done = Den nya säsongen för gruppen { $group } är startad. Planen finns i kanalen, och var och en kommer med genom att själv trycka på knappen, du också.
again-begun = I den här kanalen finns redan en ny grupp. Man kommer med genom att trycka på ”{ button-join }”.
submit-again = Visa hur det ser ut
plan-again = En ny säsong börjar. Inget privat förs över från den förra.

## Vad som inte går ännu

refused-running = Det här öppnas när säsongen för gruppen { $group } är slut.
