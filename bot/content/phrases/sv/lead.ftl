# Turen att leda: byte, tidtagning och det som frågas efter träffen.

## Vem leder när

rota-own = Du leder: { $whens }.
rota-own-none = Just nu har du ingen tur att leda.
rota-own-out = Du har bett att inte få någon tur. Den här raden ser bara du.
button-rota-out = Jag leder helst inte
button-rota-in = Jag kan leda igen
rota-part-out = Okej, du får ingen tur att leda. Om du hade en tur har den gått vidare till någon annan. Jag berättar det inte för någon.
rota-part-in = Bra, turen kommer till dig igen när det är dags.

## Byta tur

button-swap = Byt turen { $when }
button-swap-turn = { $name }: { $when }
swap-whom = Med vem vill du byta turen { $when }? Jag frågar privat.
swap-asked = Jag frågar { $name } privat och berättar svaret för dig. Till dess är turen { $when } din.
button-swap-withdraw = Dra tillbaka förslaget
swap-withdrawn = Förslaget är tillbakadraget, och turerna är som förut.
swap-ask = { $name } föreslår att ni byter tur: du skulle leda { $when } och { $name } skulle leda { $theirs }. Om det inte passar behöver du inte berätta varför.
swap-ask-take = { $name } frågar om du kunde leda i stället { $when }. Om det inte passar behöver du inte berätta varför.
button-swap-yes = Det passar
button-swap-no = Inte nu
swap-done = Ni har bytt tur: du leder { $mine } och { $name } leder { $theirs }.
swap-mine-now = Turen att leda { $when } är nu din. { $name } får veta det privat.
swap-theirs-now = { $name } leder i ditt ställe { $when }.
button-swap-back = Ångra bytet
swap-no-done = Okej, turerna är som förut. { $name } får veta det privat.
swap-said-no = { $name } kan inte ta turen { $when } just nu, så den är fortfarande din.
button-swap-other = Fråga någon annan
swap-said-back = { $name } ångrade bytet ({ $when }). Turerna är som före det.
swap-undone = Bytet är ångrat. { $name } får veta det privat.
swap-gone = Det här bytet går inte att göra längre: förslaget är tillbakadraget, eller så har turerna ändrats sedan dess.
swap-answered-yes = Du har redan svarat att bytet passar.
swap-answered-no = Du har redan svarat att bytet inte passar nu.
swap-answered-back = Det här bytet är ångrat.
preview-private-swap = (En privat fråga om att byta tur.)

## Hålla koll på tiden

button-clock = Håll koll på tiden åt mig
clock-begins = Jag håller koll på tiden från träffens början.
clock-begun = Jag håller koll på tiden från och med nu.
clock-runs = Jag håller redan koll på tiden.
clock-more = Den här delen har nu mera tid, och resten flyttas lika mycket.
clock-line = till kl. { $until }: { $text }
clock-only-you = Jag berättar bara för dig när tiden för en del är ute.
clock-stopped = Okej, jag håller inte koll på tiden längre.
clock-done = Ni är redan klara, så jag håller inte koll på tiden längre.
button-clock-more = Fem minuter till
button-clock-stop = Sluta hålla koll
button-clock-anew = Börja om från början
stretch-arrive = Inledningsrunda
stretch-pause = Paus
stretch-close = Avslutning
step-over = Tiden är ute: { $text }
step-next = Nästa: { $text } ({ $minutes } min)
step-last = Det här var den sista delen.

## Efter träffen

held-ask = Hölls träffen { $when }?
button-held-yes = Ja, den blev av
button-held-no = Den blev inte av
button-held-change = Ändra svaret
button-held-mistake = Den blev av i alla fall
held-too-early = Träffen börjar först { $when }. Svara på det här efteråt.
held-too-late = Tiden för respons på träffen { $when } är slut, så det här går inte att ändra längre. Berätta för sammankallaren.
held-no-kept = Okej, träffen { $when } blev inte av. Ingen respons samlas in om den. Sammankallaren får veta det och kan komma överens om en ny tid.
held-no-nobody = Okej, träffen { $when } blev inte av. Ingen respons samlas in om den. Gruppen har just nu ingen sammankallare, så kom tillsammans överens om fortsättningen.
not-held = Träffen { $when } blev inte av. Ingen respons samlas in om den. Ska den få en ny tid, eller faller den bort?
button-not-held-move = En ny tid
button-not-held-cancel = Den faller bort
present-ask = Hur många av er var på plats? Namn frågar jag inte efter.
present-ask-when = Hur många av er var på träffen { $when }? Namn frågar jag inte efter.
present-title = Hur många var på plats
present-label = Hur många av er var på plats?
present-hint = Ett tal mellan 2 och { $most }. Namn frågar jag inte efter.
present-range = Skriv ett tal mellan { $least } och { $most }.
present-kept = Tack. Ni var { $count }.
present-none = Tack.
button-number = { $number }
button-present-type = Jag skriver talet
button-present-skip = Jag minns inte
submit-present = Spara talet
outcome-offer = Om det är något ni vill komma ihåg från den här gången kan du skriva det här. Hela gruppen ser det, också de som inte kunde komma.
button-agreed = Vad ni kom överens om
button-come-back = Vad ni återkommer till
button-outcome-change = Ändra texten
outcome-title-agreed = Vad ni kom överens om
outcome-title-carry = Vad ni återkommer till
outcome-label-agreed = Vad kom ni överens om?
outcome-label-carry = Vad återkommer ni till nästa gång?
outcome-hint = Det här ser hela gruppen. Om du tömmer fältet tas den tidigare texten bort.
outcome-kept = Sparat. Det här ser hela gruppen.
outcome-none = Okej, ingen text är sparad.
outcome-not-held = Träffen { $when } blev inte av, så det finns inget att skriva upp. Om den blev av i alla fall, ändra först ditt svar.
submit-outcome = Spara för gruppen
agreed-heading = Det här kom gruppen överens om
come-back-heading = Det här återkommer gruppen till
carried-heading = Kvar från förra gången
catchup-heading = Träffen { $when }
catchup-theme = Tema: { $theme }
catchup-too-early = Träffen { $when } har inte varit ännu.
button-catchup-theme = Temat och uppgifterna
