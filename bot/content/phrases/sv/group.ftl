# Vad Piiri säger till gruppen och dess medlemmar. Gruppen tilltalas ni, en enskild människa du.
# Tider: $when ser ut så här: "tis 15.9 kl. 17". Formen kan ändras i forms.ftl.

## Var, när, vem

when = { $when }
where-link = På distans: { $link }
where-place = Plats: { $place }
where-open = Platsen är inte bestämd ännu.
theme-open = temat är inte valt ännu
lead-is = Tur att leda: { $name }
lead-open = Ni kommer överens på plats om vem som leder.
absent-line = Kan inte komma: { $names }
absent-line-reason = Kan inte komma: { $names } – ”{ $reason }”
late-line = Kommer lite senare: { $names }
late-line-reason = Kommer lite senare: { $names } – ”{ $reason }”
next-time = Nästa träff
next-line = { $when }: { $theme }
lasts = Längd: { $hours ->
    [0] { $minutes } minuter
   *[other] { $minutes ->
        [0] { $hours ->
            [one] en timme
           *[other] { $hours } timmar
        }
       *[other] { $hours } h { $minutes } min
    }
}
calendar-title = { $group }: { $theme }

## Planen och att komma med

plan-heading = { $group } – { $programme }
plan-line = { $when }: { $theme }
plan-line-lead = { $when }: { $theme } ({ $name } leder)
plan-join = Var och en kommer med genom att själv trycka på knappen. Ni kan lämna gruppen när ni vill.
plan-stranger = Gruppens plan syns för gruppens medlemmar.
privacy-short =
    Det du skriver privat är ditt: dina anteckningar ser bara du, och responsen visas utan namn.
    Jag läser bara kommandon, knapptryckningar och det du skriver till mig.
plan-privacy = { privacy-short } Läs mera: /{ command-privacy }
season-heading = { $group }: träffar
members-line = { $count ->
    [0] Ingen har kommit med i gruppen ännu.
    [one] En är med: { $names }.
   *[other] { $count } är med: { $names }.
}
joined = Du är med: { $group }
joined-what = Före varje träff kommer en förhandsuppgift, och dagen innan en påminnelse.
already-in = Du är redan med i gruppen { $group }.
leave-ask = Vill du lämna gruppen { $group }? Dina anteckningar och din frånvaro raderas för gott, och likaså dina öppna svar. Teman och material som du har lagt till stannar i gruppen utan ditt namn.
left-done = Du är inte längre med i gruppen { $group }. Dina anteckningar och din frånvaro är raderade. Tack för att du var med.
left-post = { $name } har lämnat gruppen.

## Förhandsuppgiften och anteckningar

pretask-heading = Nästa gång: { $theme }
pretask-ask = Fundera gärna på det här före träffen, om ni hinner:
pretask-no-theme = Temat för den här gången är inte valt ännu. Sammankallaren kan välja det med knappen.
note-title = Anteckningar: { $theme }
note-label = Skriv till dig själv
note-hint = Det här ser bara du. Du får det tillbaka strax före träffen.
note-kept = Sparat. Det här ser bara du, och du får det tillbaka före träffen ({ $when }).
note-dropped = Anteckningen är raderad.
notes-none = Du har inga anteckningar inför träffen { $when }.
notes-heading = Dina anteckningar inför träffen { $when }
notes-back = Dina anteckningar: { $theme }
notes-only-you = De här ser bara du.
wrote-which = Vilken grupp gäller det här? Jag sparar det som din anteckning när du väljer.
wrote-not-kept = Ditt meddelande sparade jag inte.
wrote-nothing-to = Jag vet inte ännu vart det här hör, så jag sparade det inte. Du kan skriva anteckningar när din grupp har en träff på gång.

## Påminnelsen och strax före

reminder-heading = Påminnelse: { $theme }
soon-heading = Träffen börjar { $when }
soon-rule = Ur spelreglerna: { $rule }

## Jag kommer, jag kan inte

coming-noted = Bra, du kommer ({ $when }).
coming-again = Bra, du kan komma i alla fall ({ $when }).
absent-noted = Antecknat: du kan inte komma ({ $when }). Du behöver inte berätta varför. Om du vill kan du skicka en hälsning till gruppen eller bara till sammankallaren.
late-noted = Antecknat: du kommer lite senare ({ $when }).
reason-title-group = En hälsning till gruppen
reason-title-convener = En hälsning till sammankallaren
reason-label-group = Vad vill du säga till gruppen?
reason-label-convener = Vad vill du säga till sammankallaren?
reason-hint = Skriv bara det du vill berätta.
reason-whom = Vem vill du skicka en hälsning till ({ $when })?
reason-whom-absent = Vem vill du skicka en hälsning till? Samtidigt antecknar jag att du inte kan komma ({ $when }).
reason-kept-soon = Jag berättar det här för gruppen om en liten stund.
reason-kept-morning = Jag berättar det här för gruppen på morgonen.
reason-kept-reminder = Jag berättar det här för gruppen i påminnelsen.
reason-kept-convener = Det här berättar jag bara för sammankallaren.
absent-post = { $names } kan inte komma till träffen { $when }.
absent-post-reason = { $names } kan inte komma till träffen { $when }: ”{ $reason }”
late-post = { $names } kommer lite senare ({ $when }).
late-post-reason = { $names } kommer lite senare ({ $when }): ”{ $reason }”
coming-after-all = { $name } kan komma i alla fall ({ $when }).
word-to-convener = { $name } kan inte komma till träffen { $when } och hälsar dig: ”{ $reason }”
word-to-convener-late = { $name } kommer lite senare till träffen { $when } och hälsar dig: ”{ $reason }”
word-only-you = Den här hälsningen har bara sammankallarna fått.
few-can = { $count ->
    [0] Ingen kan komma till träffen { $when }.
    [one] Bara en kan komma till träffen { $when }.
   *[other] Bara { $count } kan komma till träffen { $when }.
}
few-ask = Vill du hålla träffen, flytta den, fråga gruppen om en ny tid eller ställa in?
meet-kept = Bra, träffen hålls ({ $when }).
absences-at-once = Jag berättar genast för gruppen när någon inte kan komma.
absences-folded = Jag berättar i påminnelsen vem som inte kan komma.
absences-which = När ska jag berätta för gruppen att någon inte kan komma?

## Temat och den som leder

theme-still-open = Temat för träffen { $when } är inte valt ännu.
task-heading = { $task } ({ $minutes } min)
task-step = { $company } { $minutes } min: { $text }
brief-heading = Till den som leder: { $theme }
brief-passed = Turen att leda gick vidare till dig.
brief-mind = Den här gången
agenda-heading = Träffens gång, sammanlagt { $minutes } min
agenda-line = { $minutes } min: { $text }
agenda-over = Det här är { $minutes } min längre än träffen. Välj tillsammans vad ni hoppar över eller kortar av.
aloud-heading = Att svara på muntligt till slut
lead-taken = Nu är det din tur att leda { $when }.
lead-passed = Turen att leda { $when } gick vidare: { $name } leder.
lead-absent = Du har sagt att du inte kan komma { $when }. Säg först att du kommer, så kan du sedan ta turen att leda.
lead-nobody-else = Just nu kan ingen annan leda den här gången. Fråga i gruppen.
rota-heading = Vem leder när
rota-line = { $when }: { $name }
rota-open = { $when }: inte bestämt ännu

## Respons

farewell-heading = Säsongen är slut
done-noted = Tack för att du ledde. Nu ber jag gruppen om respons.
done-aloud = Tack för att du ledde.
done-too-early = Träffen börjar först { $when }. Tryck här när ni är klara.

## Ändringar

moved-heading = Träffen flyttas
moved-line = Träffen { $old } flyttas. Den nya tiden är { $new }.
moved-again = Berätta på nytt om ni kan komma.
moved-on-heading = Träffarna har nya tider
moved-on-line = Träffen { $old } och alla efter den flyttas. De kommande träffarna är nu:
added-heading = En ny träff
cancelled-heading = Träffen är inställd
cancelled-line = Ingen träff { $when }.
changed-heading = En ändring i träffen { $when }
changed-heading-on = En ändring i träffen { $when } och alla därefter
paused-post = Gruppen har paus. Jag skickar ingenting förrän ni fortsätter. Om pausen räcker ett halvår tar gruppen slut, och det berättar jag här.
resumed-post = Gruppen fortsätter.
ended-post = Den här gruppen är avslutad. Tack till er alla.
vacancy-post = Gruppen har just nu ingen sammankallare. Allt fortsätter som förr, men någon av er kunde ta över uppgiften: att flytta tider och svara på frågor.

## Till sammankallaren

trouble-heading = Allt kom inte fram i gruppen { $group }:
trouble-line = { $kind }, { $when }: { $why }
trouble-do = Berätta själv för gruppen det den behöver veta. De andra meddelandena kommer i tid.
why-late = jag var borta när det var dags, och nu skulle det komma för sent
why-crash = jag avbröts mitt i, och vet inte om gruppen såg det
why-unsure = förbindelsen bröts, och jag vet inte om gruppen såg det
why-error = jag fick inte ihop det; den som sköter Piiri kan titta i loggen
why-words = en del av texten saknades; den som sköter Piiri kan titta i loggen
why-other = kanalen tog inte emot det
upcoming-heading = På gång
upcoming-line = { $when }: { $kind }
upcoming-none = Inget är på gång.
preview-notes = (Egna anteckningar till var och en som har skrivit. Andra ser dem inte.)
preview-private = (En privat hälsning till sammankallaren.)
