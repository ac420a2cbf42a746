# Vilka som är med: de som kommer senare, de som lämnar gruppen, sammankallare, handledare och gäster.

## Att komma med senare

join-over = De träffar som gruppen { $group } har kommit överens om är redan över. Fråga sammankallaren om det kommer fler.
join-closed = Gruppen { $group } har kommit överens om att fortsätta som den är, så just nu kan ingen ny komma med. Du kan fråga sammankallaren om en ny grupp börjar senare.
join-facilitator = Du är handledare för den här gruppen, och handledaren är inte medlem. Om du vill bli medlem, sluta först som handledare.
newcomer-asked = Fint att du vill komma med. Gruppen { $group } har redan börjat, så jag frågar medlemmarna först. De svarar senast { $closes }, och ingen ser vem som har svarat vad. Jag berättar för dig privat så snart det är klart.
newcomer-waits = Sammankallaren för gruppen { $group } bestämmer nu om du kommer med. Jag berättar genast när jag vet.
newcomer-withdrawn = Okej, då frågar jag inte. Du kan återkomma om du ändrar dig.
newcomer-not-now = Tack för att du frågade. Gruppen { $group } tar inte emot nya just nu. Det beror inte på dig: ofta har gruppen redan hunnit långt. Du kan prata med sammankallaren eller fråga på nytt senare.
newcomer-full = Tack för att du frågade. Gruppen { $group } hann bli full, så nu finns det inte plats. Du kan fråga sammankallaren om en annan grupp kunde börja.
newcomer-paused = Gruppen { $group } har paus, så jag frågar den ingenting nu. Försök på nytt när gruppen fortsätter.
newcomer-post = { $name } vill gärna komma med. Passar det er?
newcomer-how = Var och en svarar själv, och inga namn visas. Hen är med när mer än hälften av er har sagt välkommen. Om någon hellre vill prata först, bestämmer sammankallaren efter det samtalet. Ni kan svara fram till { $closes }.
newcomer-voted = Tack, det är antecknat. Du kan fortfarande ändra ditt svar.
newcomer-voted-in = Tack. Mer än hälften har nu sagt välkommen, så den nya medlemmen är med.
newcomer-talk = Okej. Jag berättar för sammankallaren att någon vill prata först. Jag säger inte vem.
newcomer-settled = Det här är redan avgjort.
newcomer-with-convener = Tiden att svara är slut, och sammankallaren bestämmer nu. Du kan berätta för sammankallaren vad du tänker.
newcomer-group-first = Gruppen håller på att svara. Du kan bestämma om någon vill prata först eller när en vecka har gått.
newcomer-convener-talk = { $name } vill gärna komma med i gruppen { $group }, och någon av medlemmarna vill prata om det först.
newcomer-convener-week = { $name } vill gärna komma med i gruppen { $group }. En vecka har gått, och medlemmarnas svar har inte avgjort saken.
newcomer-convener-how = Prata först om det tillsammans. Tryck sedan på det ni har bestämt: jag berättar det privat.
newcomer-decided-in = { $name } är nu med.
newcomer-decided-not = Okej. Jag säger vänligt till { $name } att det inte passar just nu.
newcomer-decided-full = Gruppen är full. Jag berättar det vänligt för { $name }.
newcomers-now = När gruppen redan har börjat: { $how }.
newcomers-open = en ny medlem kommer med genom att själv trycka på knappen
newcomers-ask = jag frågar gruppen först
newcomers-closed = inga nya medlemmar tas med
newcomers-choose = Välj det ni har kommit överens om. Före den första träffen kommer alla med genom att själva trycka på knappen.
newcomers-kept-open = Sparat. Också mitt i säsongen kommer man med genom att själv trycka på knappen.
newcomers-kept-ask = Sparat. När någon vill komma med mitt i säsongen frågar jag gruppen först.
newcomers-kept-closed = Sparat. Ingen kan komma med mitt i säsongen, och jag berättar det vänligt för den som frågar.
newcomers-decide = { $name } väntar på ditt beslut.
newcomers-group = { $name } väntar på gruppens svar, senast { $closes }.
preview-people = (Ett privat meddelande om vilka som är med.)
so-far = Det här har vi gjort
so-far-agreed = Vi kom överens om: { $text }
button-newcomers = Nya medlemmar
button-newcomers-open = Genom att själv trycka
button-newcomers-ask = Fråga gruppen först
button-newcomers-closed = Inga nya nu
button-newcomer-withdraw = Nej, fråga inte
button-welcome = Välkommen med
button-talk-first = Vi pratar först
button-let-in = Ta med
button-not-now = Inte just nu
button-let-in-name = Ta med: { $name }
button-not-now-name = Inte nu: { $name }
waits-newcomer = Bestäm om en ny medlem

## Att lämna gruppen

button-leave-word = Lämna med en hälsning
button-leave-convener = Berätta bara för sammankallaren
leave-convener = Du är också sammankallare, och det är du även efter att du har lämnat gruppen som medlem, tills du överlåter uppgiften.
leave-no-convener = Det finns ingen annan sammankallare att berätta för. Du kan berätta för gruppen eller lämna den i tysthet.
leave-word-title-group = En hälsning till gruppen
leave-word-label-group = Vad vill du säga när du går?
leave-word-hint-group = Det här syns i gruppens kanal med ditt namn. När du skickar det lämnar du gruppen.
leave-word-title-convener = Till sammankallaren om att du går
leave-word-label-convener = Vad vill du säga till sammankallaren?
leave-word-hint-convener = Det här ser bara sammankallaren. Du får lämna det tomt. När du skickar det lämnar du gruppen.
submit-leave-word = Skicka och lämna gruppen
left-done-group = Du är inte längre med i gruppen { $group }. Jag för din hälsning vidare till gruppen. Dina anteckningar och din frånvaro är raderade. Tack för att du var med.
left-done-convener = Du är inte längre med i gruppen { $group }. Jag berättar det bara för sammankallaren. Dina anteckningar och din frånvaro är raderade. Tack för att du var med.
left-post-word = { $name } har lämnat gruppen och säger: ”{ $word }”
left-to-convener = { $name } har lämnat gruppen { $group }.
left-to-convener-word = { $name } har lämnat gruppen { $group } och hälsar dig: ”{ $word }”
waits-left = Läs vad du har fått veta

## Sammankallare

button-seat = Sammankallare
seat-who = { $count ->
    [0] Gruppen har just nu ingen sammankallare.
    [one] Sammankallare: { $names }
   *[other] Sammankallare: { $names }
}
seat-pick-with = Vem vill du be att vara sammankallare med dig?
seat-pick-over = Till vem vill du överlåta uppgiften som sammankallare? Du är sammankallare tills den du frågar säger ja.
seat-nobody = Det finns ännu ingen medlem att fråga.
seat-two = Det finns redan två sammankallare. Fler kan det inte vara.
seat-asked = Jag frågar { $name } och berättar svaret för dig.
seat-asked-already = Jag har redan frågat { $name }. Jag berättar när svaret kommer.
seat-asked-with = { $name } ber dig bli den andra sammankallaren för gruppen { $group }.
seat-asked-over = { $name } vill gärna överlåta uppgiften som sammankallare för gruppen { $group } till dig.
seat-what = Sammankallaren flyttar tider vid behov och svarar på frågor. Uppgiften kan senare ges vidare. Du får säga nej, och du behöver inte berätta varför.
seat-gone = Frågan gäller inte längre.
seat-declined = Okej. Jag säger bara att du inte kan just nu.
seat-answer-yes-with = { $name } sade ja och är nu sammankallare med dig i gruppen { $group }.
seat-answer-yes-over = { $name } sade ja och är nu sammankallare för gruppen { $group }. Tack för din tid som sammankallare.
seat-answer-no-with = { $name } kan inte vara sammankallare för gruppen { $group } just nu. Du kan fråga någon annan.
seat-answer-no-over = { $name } kan inte vara sammankallare för gruppen { $group } just nu. Du är fortfarande sammankallare och kan fråga någon annan.
seat-down-alone = Om du lämnar uppgiften är du inte längre sammankallare för gruppen { $group }. Det finns ingen annan sammankallare, så jag frågar gruppen vem som kunde ta uppgiften. Allt fortsätter som förr.
seat-down-two = Om du lämnar uppgiften är du inte längre sammankallare för gruppen { $group }. Den andra sammankallaren fortsätter.
seat-down-done = Du är inte längre sammankallare för gruppen { $group }. Tack för din tid som sammankallare.
button-seat-more = Visa fler
button-seat-with = Be någon bli sammankallare
button-seat-over = Överlåt uppgiften
button-seat-down = Jag lämnar uppgiften
button-seat-down-sure = Jag lämnar uppgiften nu
button-seat-stay = Fortsätt som sammankallare
button-seat-yes = Ja, gärna
button-seat-no = Jag kan inte just nu

## Handledaren

button-facilitators = Handledare
button-facilitate = Jag handleder gruppen
button-facilitate-sure = Handledare, inte medlem
button-facilitate-stop = Jag handleder inte längre
button-stay-member = Jag förblir medlem
button-facilitator-in = Bekräfta som handledare
button-facilitator-not = Bekräfta inte
button-facilitator-end = Avsluta handledningen: { $name }
button-reasons-show = Låt { $name } se orsakerna
button-reasons-hide = Dölj orsakerna för { $name }
facilitators-line = { $count ->
    [one] Handledare: { $names }
   *[other] Handledare: { $names }
}
refused-facilitator = Det här är för medlemmarna i gruppen { $group }, inte för handledaren.
facilitators-none = Gruppen har ingen handledare.
facilitators-how = Handledaren anmäler sig själv genom att skriva /{ command-facilitate } i gruppens kanal. Handledaren ser planen, temana, råden till den som leder och materialet, men inga anteckningar. Av responsen ser handledaren det som gruppen ser.
facilitate-in-channel = Som handledare anmäler man sig i gruppens egen kanal. Skriv /{ command-facilitate } där.
facilitate-asked = Jag ber sammankallaren bekräfta dig som handledare. Jag berättar när jag har fått svar.
facilitate-already = Du är redan handledare för den här gruppen.
facilitate-no-convener = Gruppen har just nu ingen sammankallare som kan bekräfta det. Försök igen när det finns en.
facilitate-or-member = Du är medlem i gruppen. Handledaren är inte medlem: handledaren svarar inte på responsen och har inga anteckningar. Om du börjar handleda är du inte längre medlem, och dina anteckningar och din frånvaro raderas.
facilitate-done = Du är nu gruppens handledare. Du ser planen, temana, råden till den som leder och materialet.
facilitate-yes = Du är nu handledare för gruppen { $group }. Du ser planen, temana, råden till den som leder och materialet. Medlemmarnas anteckningar ser du inte, och av responsen ser du det som gruppen ser.
facilitate-no = Sammankallaren för gruppen { $group } bekräftade dig inte som handledare just nu. Ni kan prata om det.
facilitate-over = Du är inte längre handledare för gruppen { $group }. Tack för ditt stöd till gruppen.
facilitate-stopped = Du är inte längre handledare för gruppen { $group }. Jag berättar det för sammankallaren. Tack för ditt stöd till gruppen.
facilitator-stopped = { $name } handleder inte längre gruppen { $group }. Se under ”{ button-rota }” vem som leder härnäst.
facilitator-asks = { $name } vill gärna handleda gruppen { $group }.
facilitator-what = Handledaren är inte medlem. Handledaren ser planen, temana, råden till den som leder och materialet, men inga anteckningar. Av responsen ser handledaren det som gruppen ser. Bekräfta bara om du känner personen.
facilitator-is-in = { $name } är nu gruppens handledare.
facilitator-is-not = Okej. Jag för ditt svar vänligt vidare till { $name }.
facilitator-ended = { $name } handleder inte längre gruppen.
facilitator-reads-along = Också handledaren läser gruppens kanal: { $names }.
facilitator-sees = I råden till den som leder ser { $name } också de orsaker som medlemmarna har berättat för gruppen.
facilitator-sees-not = I råden till den som leder ser { $name } vem som inte kan komma, men inga orsaker.
reasons-shown = { $name } ser nu också de orsaker som har berättats för gruppen. Jag säger det till gruppen.
reasons-hidden = { $name } ser inte längre några orsaker.
reasons-post = { $name } handleder gruppen och ser från och med nu i råden till den som leder också de orsaker till frånvaro som ni berättar för gruppen. Det ni berättar bara för sammankallaren ser handledaren inte.

## Gäster

button-guests = Gäster
button-guest = Gäst { $when }
button-guest-more = Lägg till en gäst till
button-guest-change = Ändra: { $name }
button-guest-drop = Ta bort: { $name }
guest-line = Gäst: { $name }
guest-line-about = Gäst: { $name } – { $about }
guest-sees = { $count ->
    [one] Gästen är med bara på den här träffen och ser inte den här kanalen, era anteckningar eller responsen.
   *[other] Gästerna är med bara på den här träffen och ser inte den här kanalen, era anteckningar eller responsen.
}
guest-none = Inga gäster.
guests-none = Inga gäster är anmälda till de kommande träffarna.
guests-full = Till en träff kan ni anmäla högst { $most } gäster.
guest-title = En gäst till träffen { $when }
guest-name = Gästens namn
guest-name-hint = Fråga först gästen om gruppen får veta namnet.
guest-about = Vad talar gästen om?
guest-about-hint = Några ord räcker. Du får lämna det tomt.
submit-guest = Spara gästen
guest-kept-pretask = Sparat. Jag berättar om gästen i förhandsuppgiften och i påminnelsen.
guest-kept-reminder = Sparat. Jag berättar om gästen i påminnelsen.
guest-kept-self = Sparat. Påminnelsen för den här träffen har redan skickats eller uteblir, så berätta själv om gästen för gruppen.
guest-dropped = Borttagen.

## Att prova ljud och bild

sound-check = Det här är er första träff på distans. Ni kan prova ljud och bild via länken från kl. { $at }.
sound-check-now = Det här är er första träff på distans. Ni kan redan nu prova ljud och bild via länken.

## Dina uppgifter: vad varje sak är

data-chosen-language = Språket du har valt
data-zone = Din egen tidszon
data-facilitator-of = Handledare för
data-requests = Dina förfrågningar som väntar på svar
data-name-shown = Ditt namn i gruppen
data-in-rota = Med i turerna att leda
data-votes = Dina svar på gruppens frågor
data-question = Fråga
data-about = Om vad
data-answer = Svar
data-asked-by-you = Vad du har frågat gruppen
data-opened = Frågat
data-closes = Besvaras senast
data-papers = Vad du har skrivit för gruppen eller sparat för dig själv
data-kind = Slag
data-calendar-address = Kalenderadress
data-made = Gjord
data-agreement = Vad du har skrivit till överenskommelsen
data-whispers = Vad som ännu ska berättas för dig
data-due = När
data-goodbyes = Vad du sade när du gick
data-open-doors = Länkar till dig som inte är öppnade
data-answers = Dina svar
data-changed = Hur många gånger du ändrade
data-title = Namn
data-more = Mera
data-at = Tillagt
data-sees-reasons = Ser orsaker som har berättats för gruppen
data-until = Giltig till
data-asked-of-you = Vad du har blivit tillfrågad om
