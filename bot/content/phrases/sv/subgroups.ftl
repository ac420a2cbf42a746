# Smågrupper: vem som hör till vilken, en egen kanal, och vad som händer när gruppen delar sig.

## Den egna smågruppen

button-my-subgroup = Min smågrupp
subgroup-which = Vilken smågrupp hör du till?
subgroup-who = { $subgroup }: { $who }
subgroup-now = Du har valt: { $subgroup }. Du kan byta när som helst.
subgroup-now-none = Du har inte valt ännu. Tills dess ser du alla smågruppers uppgifter.
subgroup-chosen = Din smågrupp: { $subgroup }. På temats sida ser du nu dess uppgifter.
subgroup-chosen-none = Du hör nu inte till någon smågrupp. Du ser alla smågruppers uppgifter.
subgroup-promise =
    Det som sägs i smågruppen stannar där, utom det ni tillsammans kommer överens om att berätta. Jag för det inte vidare.
    Dina anteckningar ser bara du, och responsen är hela gruppens. Sammankallaren och den som leder ser hur många som hör till varje, men jag nämner inga namn för dem.
button-subgroup-none = Ingen av dem
subgroup-none = Gruppen { $group } har inga smågrupper.

## För sammankallaren

button-subgroups = Smågrupper
subgroups-heading = Smågrupper: { $group }
subgroup-line = { $subgroup }: { $count ->
    [0] ingen ännu
    [one] en
   *[other] { $count }
}
subgroup-line-channel = { $subgroup }: { $count ->
    [0] ingen ännu
    [one] en
   *[other] { $count }
} – egen kanal
subgroups-left = Har inte valt: { $count }
subgroups-how = Var och en väljer sin smågrupp själv. Om ni vill att en smågrupp ska ha en egen kanal, lägg till mig i den och skriv /{ command-subgroup } där.
subgroup-has-channel = Smågruppens förhandsuppgift och uppgift kommer till dess egen kanal.
button-subgroup-add = Lägg till en smågrupp
button-subgroup-back = Ta tillbaka: { $subgroup }
button-subgroup-name = Ändra namnet
button-subgroup-drop = Ta bort smågruppen
button-subgroup-drop-sure = Ta bort
button-subgroup-unlink = Ingen egen kanal
subgroup-full = Det kan finnas högst { $most } smågrupper. Ta först bort en av dem.
subgroup-add-title = En ny smågrupp
subgroup-name-title = Smågruppens namn
subgroup-label = Namn
subgroup-hint = Till exempel en bransch eller en uppgift: förare, köket
subgroup-there = Det finns redan en smågrupp med det namnet. Välj ett annat namn.
submit-subgroup-add = Lägg till
submit-subgroup-name = Spara
subgroup-added = Smågruppen är tillagd.
subgroup-named = Namnet är ändrat.
subgroup-dropped = Smågruppen är borttagen.
subgroup-drop-ask = Ska jag ta bort den här: { $subgroup }? { $count ->
    [0] Ingen hör till den.
    [one] En medlem har valt den och hör sedan inte till någon, tills hen väljer en annan.
   *[other] { $count } medlemmar har valt den och hör sedan inte till någon, tills de väljer en annan.
}
subgroup-drop-channel = { subgroup-drop-ask } Jag skickar inget mer till dess kanal.

## En egen kanal

subgroup-link-which = Vilken av smågrupperna i { $group } är den här kanalen för?
subgroup-linked = Den här kanalen hör nu till smågruppen: { $subgroup }.
subgroup-linked-what = Hit skickar jag smågruppens förhandsuppgift, och strax före träffen dess uppgift. Medlemmarna kan använda samma kommandon här som i gruppens kanal.
subgroup-here-is = Den här kanalen hör till en smågrupp i { $group }: { $subgroup }.
subgroup-unlinked = Smågruppen har inte längre en egen kanal: { $subgroup }. Dess förhandsuppgift kommer nu till gruppens egen kanal.
subgroup-link-who = I den här kanalen finns ingen grupp ännu. En grupps sammankallare kan ge kanalen till en smågrupp.
subgroup-link-may-not = En kanal kan ges till en smågrupp av den som administrerar den eller släppte in mig. Be en administratör ge dig den rollen, och skriv sedan /{ command-subgroup } på nytt.
subgroup-link-where = Skriv /{ command-subgroup } i den kanal som ska bli smågruppens egen.
subgroup-link-group = Den här kanalen har redan en grupp. Välj en annan kanal för smågruppen.
subgroup-link-other = Den här kanalen hör redan till en annan smågrupp. Skriv /{ command-subgroup } där om du vill frigöra den.
setup-in-subgroup = Den här kanalen hör till en smågrupp, så en ny grupp kan inte startas här. Den gruppens sammankallare kan frigöra kanalen med /{ command-subgroup }.
part-shut = Smågruppens kanal är stängd för mig ({ $subgroup }, gruppen { $group }): { $why }.
part-shut-do = Det som är till smågruppen skriver jag nu i gruppens egen kanal. Om ni vill att smågruppen ska ha en egen kanal igen, lägg till mig i den och skriv /{ command-subgroup } där.

## Vad som sägs till en smågrupp

part-pretask-heading = Nästa gång: { $theme } – { $subgroup }
part-task-heading = När ni delar er ({ $when }): { $subgroup }
part-task-title = { $task } ({ $minutes } min i smågruppen)
part-task-bring = Kom överens om vad ni berättar för de andra och vem som berättar, innan ni går tillbaka. Bara det som ni tillsammans har kommit överens om berättas för alla.
subgroup-prompts = { $subgroup }:
subgroup-task = { $subgroup }: { $text }
subgroup-own-task = Gör samma uppgift utifrån hur det är för er, och kom överens om vad ni berättar för de andra.
soon-split = Den här gången delar ni er i smågrupper en stund. Din egen smågrupps uppgift finns på temats sida.
brief-split-heading = När ni delar er
brief-split = Säg före delningen var varje smågrupp sitter och när ni samlas igen. Be var och en av dem komma överens om vad den berättar för de andra och vem som berättar. När ni är samlade, fråga bara om det som smågruppen själv vill berätta.
stretch-part = { $company }: { $text }
step-split = Nu delar ni er. Säg var varje smågrupp sitter och när ni samlas igen.
step-together = Nu samlas alla. Varje smågrupp berättar det som den har kommit överens om att berätta.
kind-part-pretask = smågruppens förhandsuppgift
kind-part-task = smågruppens uppgift
kind-part-here = smågruppens meddelande i gruppens kanal
kind-part-shut = besked om smågruppens kanal
waits-part-shut = Läs om smågruppernas kanaler
data-subgroup = Smågrupp

## En stor grupp

absent-line-count = Kan inte komma: { $count } medlemmar
late-line-count = Kommer lite senare: { $count } medlemmar
early-line-count = Går tidigare: { $count } medlemmar
members-count = Ni är { $count }.
