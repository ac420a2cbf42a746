# Gruppens egna teman och valet av teman.

## En träff vars tema gruppen själv har namngett

own-theme-summary = Ni talar om ett tema som kom från er: vad det är för var och en, och vad som hjälper.
own-theme-intros-0-title = Ert eget tema
own-theme-intros-0-text =
    Det är någon av er som har gett temat dess namn. Det finns ingen färdig text om det, och det behövs ingen: tillsammans vet ni mer om det än någon handbok.

    Börja med vad orden betyder för er. Samma ord kan vara vardag för en, en öm punkt för en annan och för en tredje något som hen aldrig har stannat upp vid. Allt det hör hit.

    Tala om det som har hänt er själva, hellre än om hur det borde vara. En vanlig dag berättar ofta mer än en åsikt. Om någon har hittat ett sätt som har hjälpt får hen gärna berätta om det. De andra behöver inte ta det till sig.

    Var och en berättar så mycket som hen vill. Ni behöver inte hitta svar på allt den här gången, och om något blir ofärdigt kan ni återkomma till det.
own-theme-tasks-talk-title = Vad det här är för oss
own-theme-tasks-talk-text =
    Läs temats namn högt. Den som föreslog det får berätta varifrån tanken kom, om hen vill.

    Fundera sedan först var för sig, tala med en annan och samla till sist ihop allt tillsammans. Skriv upp det som ni vill återkomma till.
own-theme-tasks-talk-steps-0 = Tänk på en situation där du mötte det här. Skriv vad som hände, hur det kändes och vad som hjälpte eller hade kunnat hjälpa.
own-theme-tasks-talk-steps-1 = Berätta i tur och ordning om era situationer. Den andra lyssnar först färdigt och frågar sedan.
own-theme-tasks-talk-steps-2 = Samla det som var lika i era erfarenheter och det som var olika. Var och en nämner en sak som hen kunde pröva eller vill göra mindre av.
own-theme-brief =
    Gruppen gav själv temat dess namn, så det finns inte mycket färdig text. Fråga i början om den som föreslog temat vill berätta varifrån tanken kom. Det är frivilligt.

    Ge stunden för egna tankar hela dess tid, också om samtalet redan vill börja. Se till att alla får sin tur när ni är tillsammans. Om talet går över i råd, fråga vad den som berättade själv önskar. Säg till sist högt vad ni vill återkomma till.
own-theme-prompt-0-0 = När mötte du det här senast i ditt arbete eller din vardag?
own-theme-prompt-0-1 = Vad är svårast för dig i det, och vad går bra?
own-theme-prompt-0-2 = Vad skulle du vilja höra av de andra om det?
own-theme-prompt-1-0 = Vilka ord eller bilder kommer du först att tänka på?
own-theme-prompt-1-1 = Hur har det här förändrats för dig under åren?
own-theme-prompt-1-2 = Vilken liten sak skulle göra det lättare?

## Egna teman

button-own-theme = Gruppens egna teman
button-own-theme-add = Föreslå ett eget tema
button-own-theme-drop = Ta bort: { $theme }
submit-own-theme-add = Föreslå
own-theme-heading = Gruppens egna teman
own-theme-what = Medlemmarna kan föreslå teman när som helst. De är med när ni röstar om teman eller ordnar dem. Ingen får veta vem som har föreslagit vad.
own-theme-none = Det finns inga egna teman ännu. Medlemmarna kan föreslå sådana när som helst. Ingen får veta vem som har föreslagit vad.
own-theme-title = Ett eget tema
own-theme-label = Vad vill du att gruppen ska tala om?
own-theme-hint = Några ord räcker, högst 80 tecken. Temat syns för hela gruppen, ditt namn gör det inte.
own-theme-kept = ”{ $theme }” finns nu bland gruppens teman.
own-theme-in-vote = ”{ $theme }” finns nu bland gruppens teman och är med i omröstningen.
own-theme-there = Det här temat finns redan på listan. Skriv ett annat.
own-theme-full = Gruppen har redan { $most } egna teman. Det blir plats för ett nytt när någon tar bort sitt.
own-theme-chosen = Temat är redan valt för en träff, så det blir kvar. Sammankallaren kan ändra ordningen.
own-theme-dropped = Temat är borttaget.

## Omröstningen

button-vote = Omröstning om teman
button-vote-open = Öppna omröstningen
button-vote-close = Stäng omröstningen
button-vote-pick = Välj teman
button-vote-before = Tidigare teman
button-vote-after = Fler teman
button-vote-accept = Godkänn ordningen
button-vote-arrange = Ordna själv
button-pick = { $number }. { $theme }
button-unpick = Ta tillbaka { $number }. { $theme }
vote-heading = Vad vill ni tala om?
vote-how = { $count ->
    [one] Välj ett tema var. Omröstningen är öppen till { $closes }, och fram till dess går det att ändra valet. Till slut berättar jag hur många röster varje tema fick, men inte vem som valde vad.
   *[other] Välj högst { $count } teman var. Omröstningen är öppen till { $closes }, och fram till dess går det att ändra valen. Till slut berättar jag hur många röster varje tema fick, men inte vem som valde vad.
}
vote-mine = { $most ->
    [one] Välj ett tema
   *[other] Välj högst { $most } teman
}
theme-named = ”{ $text }”
vote-so-far = Dina val ({ $count }/{ $most }): { $names }.
vote-no-picks = Du har inte valt något ännu.
vote-until = Du kan ändra dina val fram till { $closes }. De andra ser dem inte.
vote-full = { $most ->
    [one] Du har redan valt ett tema. Om du vill byta, ta först tillbaka det.
   *[other] Du har redan valt { $most } teman. Om du vill byta, ta först tillbaka något av dem.
}
vote-members-only = Omröstningen är öppen till { $closes }. Det är gruppens medlemmar som väljer teman.
vote-none = Ingen omröstning är öppen just nu. Sammankallaren kan öppna en, och egna teman kan du föreslå när som helst.
vote-ask = { $count ->
    [one] Ska omröstningen öppnas? Varje medlem väljer ett tema. Omröstningen stängs { $closes }, eller när du stänger den. Ingenting ändras förrän du godkänner ordningen.
   *[other] Ska omröstningen öppnas? Varje medlem väljer högst { $count } teman. Omröstningen stängs { $closes }, eller när du stänger den. Ingenting ändras förrän du godkänner ordningen.
}
vote-opened = Omröstningen är öppen till { $closes }. Jag berättar om den för gruppen.
vote-already = Omröstningen är redan öppen, till { $closes }.
vote-nothing = Det finns ingen kommande träff vars tema går att välja.
vote-too-few = Det finns inte fler teman att välja bland än det finns träffar, så det finns ingenting att rösta om. Föreslå fler teman, eller välj ordningen själv.
vote-closed = Omröstningen är redan stängd.
vote-not-open = Ingen omröstning är öppen.
vote-result = Så gick omröstningen
vote-line = { $votes ->
    [one] 1 röst: { $names }
   *[other] { $votes } röster: { $names }
}
vote-line-tie = { $votes ->
    [one] 1 röst var, lika: { $names }
   *[other] { $votes } röster var, lika: { $names }
}
vote-tied = Alla som hamnade lika ryms inte med: { $names }. I förslaget tog jag de första på listan. Sammankallaren kan välja annorlunda.
vote-nobody = Det kom inga röster. Sammankallaren kan välja ordningen själv.
vote-proposal = Förslag till ordning
vote-nothing-changes = Ingenting ändras förrän sammankallaren godkänner det här eller ordnar temana själv.
vote-preview = (Så gick omröstningen. Rösterna räknas först när den stängs.)
themes-now = Temana nu
themes-to-choose = Att välja bland
