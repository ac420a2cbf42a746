# Knappar, formulär, kommandon och tidernas former.
# Tiderna skrivs på Unicodes sätt: EEE = tis, d.M = 15.9, H.mm = 17.30.

pattern-when-full-hour = EEE d.M 'kl.' H
pattern-when = EEE d.M 'kl.' H.mm
pattern-date = EEEE d.M.yyyy
pattern-time = H.mm


## Knappar

button-join = Jag är med
button-privacy = Integritet
button-menu = Meny
button-plan = Träffar
button-help = Hjälp
button-leave = Lämna gruppen
button-leave-tell = Lämna och berätta för gruppen
button-leave-quiet = Lämna utan att berätta
button-stay = Jag stannar
button-coming = Jag kommer
button-absent = Jag kan inte
button-late = Jag kommer lite senare
button-undo = Jag kan i alla fall
button-on-time = Jag kommer i tid
button-reason-group = Hälsning till gruppen
button-reason-convener = Hälsning bara till sammankallaren
button-meet = Håll träffen
button-move = Flytta träffen
button-cancel = Ställ in träffen
button-note = Skriv till mig själv
button-notes = Mina anteckningar
button-note-more = Skriv mera
button-note-change = Ändra nr { $number }
button-note-drop = Radera nr { $number }
button-theme = Temat den här gången
button-themes = Välj teman
button-brief = Råd till den som leder
button-rota = Vem leder när
button-lead-take = Jag leder { $when }
button-lead-pass = Ge turen vidare
button-done = Vi är klara
button-sentence = Skriv en mening
button-sentence-change = Ändra meningen
button-move-sure = Flytta till den här tiden
button-move-on = Flytta alla senare också
button-move-on-sure = Flytta de här
button-add-sure = Lägg till den här träffen
button-other-time = En annan tid
button-cancel-sure = Ja, ställ in den
button-keep = Ändra ingenting
button-change = Plats och längd
button-add = Lägg till en träff
button-absences-at-once = Berätta om frånvaro genast
button-absences-folded = Berätta om frånvaro i påminnelsen
button-upcoming = Vad är på gång
button-pause = Ta paus
button-resume = Fortsätt
button-end = Avsluta gruppen
button-end-sure = Avsluta för gott
button-convene = Jag blir sammankallare
button-setup-sure = Starta gruppen
button-setup-change = Ändra
button-mydata = Mina uppgifter
button-forget = Glöm mig
button-forget-sure = Radera alla mina uppgifter
button-back = Tillbaka
button-stop = Avbryt
button-skip = Hoppa över
button-clear = Töm
button-keep-value = Behåll: { $value }
button-look = Tillbaka till översikten

## Formulär

submit-note = Spara för mig själv
submit-reason = Skicka
submit-sentence = Spara meningen
submit-move = Visa den nya tiden
submit-add = Visa tiden
submit-change = Spara och berätta för gruppen
submit-themes = Spara ordningen
submit-setup = Visa hur det ser ut
form-question = { $number }/{ $count } { $label }
form-stopped = Avbrutet. Ingenting sparades av den här frågan.
form-here = Den knappen hörde till en tidigare fråga. Vi fortsätter här.
form-change = Vad vill du ändra?
form-answered = { $label }: { $value }
form-open = inte ännu
field-empty = Skriv något här.
field-too-long = Texten har { $count } tecken, och här ryms { $most }. Korta av den eller dela den i två.
choice-unknown = Välj ett av alternativen.
when-label = När?
when-hint = Till exempel: tis 15.9 kl. 17
where-label = Plats eller länk
where-hint = Skriv adressen, eller https-länken om ni träffas på distans.
length-label = Längd
length-hint = Till exempel: 2h30
move-title = Ny tid för träffen { $when }
move-ask = Ska träffen { $old } flyttas till { $new }?
moved-done = Flyttad. Den nya tiden är { $when }, och jag berättar det för gruppen.
moved-on-done = { $count ->
    [one] En träff är flyttad. Jag berättar den nya tiden för gruppen.
   *[other] { $count } träffar är flyttade. Jag berättar de nya tiderna för gruppen.
}
moved-already = Träffen är redan då: { $when }.
add-title = En ny träff
add-ask = Ska en träff { $new } läggas till?
added-done = Tillagd: { $when }. Jag berättar det för gruppen.
cancel-ask = Ska träffen { $when } ställas in? Temat går över till nästa gång.
cancel-ask-shift = Ska träffen { $when } ställas in? Temat går över till nästa gång, och i slutet faller det här bort: { $theme }.
cancel-ask-lost = Ska träffen { $when } ställas in? Då faller det här temat bort: { $theme }.
cancelled-done = Inställd: { $when }. Jag berättar det för gruppen.
change-title = Träffen { $when }
change-scope = Vilka träffar gäller ändringen?
change-scope-one = Bara den här
change-scope-on = Den här och alla senare
change-done = Träffen { $when } är ändrad. Jag berättar det för gruppen.
change-done-on = Träffen { $when } och alla därefter är ändrade. Jag berättar det för gruppen.
change-nothing = Ingenting ändrades i träffen { $when }.
themes-title = Temanas ordning
themes-label = Numren i den ordning som ni tar temana
themes-hint = { $count ->
    [one] Det finns en träff att välja tema för. Skriv ett nummer.
   *[other] Det finns { $count } träffar att välja tema för. Till exempel: 2, 5, 1, 7
}
theme-number = { $number }. { $theme }
themes-unclear = Skriv nummer ur listan, vart och ett en gång, till exempel: 2, 5, 1, 7
themes-kept = Temanas ordning är sparad.
setup-title = En ny grupp
setup-name = Gruppens namn
setup-programme = Program
setup-language = Gruppens språk
setup-first = Första träffen
setup-every = Hur ofta träffas ni?
setup-length = Träffens längd
setup-meetings = Hur många gånger?
setup-themes = Teman
setup-themes-later = Väljs senare
setup-themes-order = I programmets ordning
setup-floor = Hur visas responsen?
setup-floor-hint = Är ni färre än sex kommer kanske inte fem svar. Med tre är det lättare att gissa vem som skrev.
setup-zone = Tidszon
setup-short-name = Namn
setup-short-language = Språk
setup-short-every = Hur ofta
setup-short-length = Längd
setup-short-meetings = Gånger
setup-short-where = Plats
setup-short-floor = Respons
setup-preview = Så här skulle gruppen starta
setup-first-day = Första träffen: { $date }
setup-nothing-yet = Gruppen är inte startad ännu. När du trycker på ”Starta gruppen” visas planen i kanalen.
setup-done = Gruppen { $group } är startad. Planen finns i kanalen, och var och en kommer med genom att själv trycka på knappen, du också.
setup-in-channel = Starta gruppen i den kanal där gruppen pratar.
setup-too-old = Det har gått mer än ett dygn sedan du började starta gruppen, så jag har inte sparat dina svar. Börja om i gruppens kanal: /{ command-setup }
every-1w = varje vecka
every-2w = varannan vecka
every-3w = var tredje vecka
every-4w = var fjärde vecka
every-1m = en gång i månaden, samma veckodag
floor-five = När fem har svarat
floor-three = När tre har svarat (färre än sex i gruppen)
floor-aloud = Muntligt i slutet av träffen
floor-said-five = Responsen visas utan namn när fem har svarat.
floor-said-three = Responsen visas utan namn när tre har svarat. När ni är så få kan man ibland gissa vem som har skrivit.
floor-said-aloud = Responsen ges muntligt i slutet av träffen. Ingenting samlas in.

## Menyn, hjälpen och egna uppgifter

menu-heading = { $group }
which-group = Vilken grupp menar du?
help-heading = Piiri
help-what = Jag håller ihop gruppen mellan träffarna: jag skickar en förhandsuppgift och en påminnelse, berättar vem som inte kan komma och frågar till slut hur det kändes.
help-how = Allt finns i menyn: tryck på Meny eller skriv /meny. Det du skriver till mig privat sparar jag som en anteckning som bara du ser.
help-crisis = Jag är ingen jour, och jag läser inte meddelanden för att se om någon behöver hjälp. Ring 112 i en nödsituation. När det känns tungt kan du ringa Kristelefonen på svenska: MIELI rf, 09 2525 0112.
start-how = Lägg till mig i kanalen där er grupp pratar, och skriv /{ command-setup } där. Om gruppen redan finns där, tryck på ”{ button-join }” i kanalen.
start-invite = I den här kanalen finns ingen grupp ännu. Ska vi starta en? Jag frågar några saker, och du får se allt innan gruppen startar.
start-ask-admin = I den här kanalen finns ingen grupp ännu. Den som administrerar kanalen kan starta en. Fråga hen.
mydata-heading = Dina uppgifter
mydata-what = { $count ->
    [0] Du är inte med i någon grupp. Bifogat finns allt som är sparat om dig.
    [one] Du är med i en grupp. Bifogat finns allt som är sparat om dig.
   *[other] Du är med i { $count } grupper. Bifogat finns allt som är sparat om dig.
}
forget-ask = Ska alla dina uppgifter raderas? Du lämnar alla grupper, och dina anteckningar, din frånvaro och dina öppna svar försvinner. Respons som redan har visats kan inte raderas, eftersom ingen vet vad i den som är ditt.
forget-done = Dina uppgifter är raderade. Om du någon gång kommer tillbaka börjar vi från början.
end-ask = Ska gruppen { $group } avslutas för gott? De kommande träffarna faller bort, och respons som inte har visats raderas oläst.
ended-done = Gruppen { $group } är avslutad.
paused-done = Gruppen { $group } har paus. Jag skickar ingenting förrän ni fortsätter. Om en månad frågar jag sammankallarna hur det står till. Om pausen räcker ett halvår tar gruppen slut.
paused-already = Gruppen har redan paus. Om en månad frågar jag hur det står till.
resumed-done = Gruppen { $group } fortsätter.
resumed-already = Gruppen { $group } har inte paus.
convene-done = Du är nu sammankallare för gruppen { $group }.
convene-already = Du är redan sammankallare för gruppen { $group }.
convene-taken = Gruppen har redan en sammankallare.
file-meeting = träff
file-mydata = mina-uppgifter
data-time = { $when }
data-person = Du
data-name = Namn
data-platform = Plattform
data-platform-id = Id på plattformen
data-language = Språk
data-groups = Grupper
data-group = Grupp
data-programme = Program
data-joined = Kom med
data-notes = Anteckningar
data-meeting = Träff
data-text = Text
data-told-about-coming = Dina besked om att komma
data-told = Ditt besked
data-reason = Orsak
data-reason-seen-by = Vem som ser orsaken
data-leads = Dina turer att leda
data-open-feedback = Respons som ännu är öppen
data-scales = Svar
data-sentence = Mening
data-let-in = Kanaler som du lade till Piiri i
data-convener-of = Sammankallare för
data-unfinished-form = Ofärdigt formulär
day-unclear = Jag förstod inte dagen ”{ $typed }”. Skriv till exempel så här: 15.10.
day-range = Den dagen ({ $date }) har redan varit eller är mer än två år bort. Skriv en dag som ligger framför oss.
