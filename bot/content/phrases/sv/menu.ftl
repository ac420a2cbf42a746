# Menyer: vad man kan göra med knapparna.

button-ours = Mer om gruppen
ours-heading = Vad man kan göra: { $group }
button-convening = För sammankallaren
convening-heading = För sammankallaren: { $group }
branch-more = mer
branch-more-about = det som behövs mer sällan

## En träff

plan-open = Tryck på en tid så öppnas den träffen.
button-plan-before = Tidigare träffar
button-plan-after = Senare träffar
meeting-heading = Träff { $number }: { $theme }
meeting-told-nothing = Du kan berätta om du kommer.
meeting-told-coming = Du har sagt att du kommer.
meeting-told-absent = Du har sagt att du inte kan komma.
meeting-told-late = Du har sagt att du kommer lite senare.
meeting-told-early = Du har sagt att du går tidigare.
meeting-word-group = Din hälsning till gruppen: ”{ $reason }”
meeting-word-convener = Din hälsning bara till sammankallaren: ”{ $reason }”
meeting-none-then = Det finns ingen träff { $date }. Vilken träff menar du?
meeting-which = Vilken träff menar du?
