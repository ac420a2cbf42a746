# Är någon fortfarande med: frågan till en medlem på sammankallarens önskan, och vad som följer av den.

kind-still-along = fråga om någon fortfarande är med
kind-along = svar på om någon fortfarande är med
kind-let-go = besked om att medlemskapet är slut
waits-still-along = Läs ett meddelande till dig
waits-along = Läs svaret på din fråga
waits-let-go = Läs om ditt medlemskap

button-along = Fråga om någon fortfarande är med
button-along-sure = Fråga privat
button-along-not = Fråga inte
button-along-back = Ta tillbaka frågan: { $name }
button-along-yes = Jag är fortfarande med
button-along-leave = Jag kliver av

## Till sammankallaren

along-pick = Vem ska jag fråga, om hen fortfarande är med? Jag frågar privat, och gruppen får inte veta det.
along-nobody = Det finns inga andra medlemmar i gruppen att fråga.
along-paused = Gruppen har paus, och då får man vara tyst. Fråga när gruppen fortsätter.
along-waits = { $name }: tillfrågad { $opened }, kan svara fram till { $closes }.
along-confirm = Jag frågar privat om { $name } fortfarande är med i gruppen { $group }. { $name } har två veckor på sig att svara. Gruppen berättar jag inget för.
along-confirm-silent = Om inget svar kommer tar medlemskapet slut, och medlemmens egna anteckningar och frånvaro raderas. Jag berättar det privat. Den som under tiden till exempel säger om hen kommer till en träff är fortfarande med.
along-return-open = Man kommer med igen när som helst genom att skriva /{ command-join } i gruppens kanal.
along-return-ask = Man kan när som helst be att få komma med igen genom att skriva /{ command-join } i gruppens kanal. Då frågar jag gruppen.
along-return-closed = Gruppen tar inte in nya just nu, så om att komma med igen kan man prata med sammankallaren.
along-asked = { $name } får frågan och kan svara fram till { $closes }. Jag berättar för dig om hen är med, eller om inget svar kommer.
along-already = { $name } har redan fått frågan och kan svara fram till { $closes }. Jag berättar för dig om hen är med, eller om inget svar kommer.
along-lately = { $name } fick samma fråga för en tid sedan. Du kan fråga igen från och med { $date }.
along-taken-back = Frågan är tillbakatagen. { $name } är fortfarande medlem, och inget svar behövs.
along-word-yes = { $name } är fortfarande med i gruppen { $group }.
along-word-unasked = { $name } är fortfarande medlem i gruppen { $group }: frågan kom inte fram, eller så var jag inte på plats när ett svar kunde ha kommit. Inget är raderat. Du kan fråga igen eller prata själv med hen.
left-silent = { $name } är inte längre med i gruppen { $group }: jag frågade om hen fortfarande var med, och på två veckor kom inget svar. Hens anteckningar och frånvaro är raderade. Gruppen berättar jag inget för.
left-silent-chat = I gruppens kanal kan hen finnas kvar. Jag tar inte bort någon där: vid behov gör ni det själva där.

## Till medlemmen

still-along-ask = Hej { $name }. Är du fortfarande med i gruppen { $group }? Det gör inget om du har varit tyst.
still-along-until = Du kan svara fram till { $closes }. Om jag inte hör ifrån dig tar ditt medlemskap slut då, och dina anteckningar och din frånvaro raderas. Innan dess kan du spara det som är ditt med knappen ”{ button-mydata }”.
still-along-who = Om du är med berättar jag det bara för sammankallaren. Om du kliver av väljer du själv vem som får veta det.
along-yes-done = Roligt att du är med. Jag berättar det för sammankallaren.
along-in-already = Du är med i gruppen { $group } och behöver inte svara på något.
let-go-told = Du är inte längre med i gruppen { $group }. Jag frågade om du fortfarande var med och hörde inte ifrån dig, så ditt medlemskap tog slut. Det händer många, och det är inget illa med det. Dina anteckningar och din frånvaro är raderade. Tack för att du var med.
