# Gruppens överenskommelse: praktiska punkter, spelregler, godkännande och ändringar.

agreement-heading = Gruppens överenskommelse
agreement-since = Godkänd { $date }
agreement-was = Godkänd { $date }
agreement-past = En tidigare överenskommelse
agreement-none = Gruppen har ännu ingen överenskommelse.
agreement-line = { $point }: { $text }
agreement-open = Att komma överens om: { $names }.
agreement-rules = Spelregler med egna ord

## Punkterna

agreement-point-time = Tidtabell
agreement-point-place = Plats
agreement-point-roles = Ansvar
agreement-point-trust = Förtrolighet
agreement-point-away = Frånvaro och att lämna gruppen
agreement-point-contact = Kontakt
agreement-point-conflict = Om det blir en konflikt
agreement-topic-time = tidtabellen
agreement-topic-place = platsen
agreement-topic-roles = ansvaret
agreement-topic-trust = förtroligheten
agreement-topic-away = frånvaro
agreement-topic-contact = kontakten
agreement-topic-conflict = konflikter
agreement-ask-time = Hur ofta, hur många gånger och hur länge träffas ni? Får en tid flyttas?
agreement-ask-place = Var är det bra för er att träffas? Är ni tillsammans på plats, eller alla på distans?
agreement-ask-roles = Vem leder, vem ser på klockan och vem tar hand om resten?
agreement-ask-trust = Vad stannar mellan er? Vad får man tala om på andra håll?
agreement-ask-away = Hur berättar ni att någon inte kan komma? Och om någon måste lämna gruppen i förtid?
agreement-ask-contact = Var håller ni kontakt mellan träffarna, och var finns gemensamt material?
agreement-ask-conflict = Vad gör ni om någon blir sårad eller ni är djupt oense? Vem berättar man för?

## Förslag, med gruppens egen röst: vi.

agreement-suggest-time = Vi träffas { $rhythm ->
    [w1] varje vecka
    [w2] varannan vecka
    [w3] var tredje vecka
    [w4] var fjärde vecka
    [m1] en gång i månaden
   *[other] de dagar som vi kommit överens om
}, sammanlagt { $count ->
    [one] en gång
   *[other] { $count } gånger
}. Den första träffen är { $when }. { $length }. Om en tid inte passar kommer vi tillsammans och i god tid överens om att flytta den.
agreement-suggest-time-open = Vi träffas { $rhythm ->
    [w1] varje vecka
    [w2] varannan vecka
    [w3] var tredje vecka
    [w4] var fjärde vecka
    [m1] en gång i månaden
   *[other] de dagar som vi kommit överens om
}. { $length }. Om tiderna, och om att flytta dem, kommer vi överens tillsammans och i god tid.
agreement-suggest-place = { $form ->
    [place] Vi träffas på plats: { $place }.
    [there] Vi träffas på plats. Var vi är står i påminnelsen.
    [remote] Vi träffas på distans. Länken finns i påminnelsen.
    [mixed] Vi träffas ibland på plats och ibland på distans. Påminnelsen berättar vilket som gäller.
   *[open] Om platsen kommer vi överens före varje träff.
} Varje gång är alla antingen på plats eller på distans, så att ingen hamnar utanför.
agreement-suggest-roles = { $led ->
    [rota] Turen att leda går runt.
    [fading] Handledaren leder i början, och så småningom går turen över till oss.
   *[other] Handledaren leder träffarna.
} Den som leder ser på klockan och ser till att alla får tala. De andra hjälper till.
agreement-usual-trust = Det som berättas här stannar mellan oss. Om egna insikter får man tala på andra håll, så länge ingen annan kan kännas igen.
agreement-usual-away = Den som inte kan komma berättar det för Piiri så snart hen vet. Ingen orsak behövs. Man får lämna gruppen i förtid och berättar det själv för de andra om man vill.
agreement-usual-contact = Vi håller kontakt i gruppens egen kanal och delar gemensamt material där. Man får svara när man hinner.
agreement-usual-conflict = Om något skaver talar vi först med den som saken gäller. Om det inte hjälper tar vi lugnt upp det i gruppen och kommer överens om hur vi fortsätter. Vem som helst får be om en paus.

## Att skriva

agreement-draft = Gruppens överenskommelse: utkast
agreement-proposal = Förslag till ändring av överenskommelsen
agreement-intro = Överenskommelsen skrivs tillsammans, en punkt i taget. Jag föreslår en färdig text till varje punkt, och ni kan ta den eller ändra den. Önskemål om spelregler lägger var och en till från sin egen telefon.
agreement-so-far = Skrivna punkter: { $written }/{ $most }. { $rules ->
    [0] Det finns ännu inga önskemål om spelregler.
    [one] Det finns ett önskemål om spelregler.
   *[other] Det finns { $rules } önskemål om spelregler.
}
agreement-undecided = I de här punkterna finns mer än ett förslag att välja bland: { $names }.
agreement-until-then = Den nuvarande överenskommelsen gäller tills alla har godkänt ändringen.
agreement-stands-so = Här står nu:
agreement-could-be = Ni kunde komma överens så här:
agreement-wordings = Här finns mer än ett förslag. Välj ett, eller skriv ett gemensamt.
agreement-wording = { $number }. { $text }
agreement-wordings-full = Här finns redan många förslag. Välj först ett av dem.
agreement-meanwhile = Någon skrev här samtidigt. Ditt förslag finns också kvar.
agreement-changed-since = Den här punkten har ändrats under tiden. Så här är den nu.
agreement-kept = Sparat.
agreement-left-open = Fortfarande öppet: { $point }.
agreement-write-title = En punkt i överenskommelsen
submit-agreement-write = Spara i utkastet
agreement-rule-title = Önskemål om en spelregel
agreement-rule-ask = Tänk på en grupp där du hade det bra. Vad av det önskar du dig hit?
agreement-rule-label = Ditt önskemål i en mening
agreement-rule-hint = Visas utan ditt namn. Du kan ändra det eller ta tillbaka det tills överenskommelsen är godkänd.
submit-agreement-rule = Lägg till önskemålet
agreement-rule-kept = Önskemålet finns i utkastet.
agreement-rule-same = Det här önskemålet finns redan i utkastet.
agreement-rule-dropped = Borttaget ur utkastet:
agreement-rules-full = Det finns redan { $most } önskemål, och fler får inte plats. Slå ihop några av dem, så blir det plats.
agreement-wishes = Önskemål som du kan ändra eller ta bort
agreement-wishes-until = Du kan ändra ditt eget önskemål tills överenskommelsen är godkänd. Andras önskemål kan du inte ändra.
agreement-wishes-none = Du har ännu inga önskemål i utkastet.
agreement-being-read = Gruppen läser nu överenskommelsen. Om du vill ändra den, ta först tillbaka den.
agreement-in-force = Överenskommelsen gäller redan. Du kan föreslå en ändring.
agreement-your-words = Så här skrev du. Jag sparade det inte, så kopiera det för säkerhets skull:

## Att läsa och godkänna

agreement-offer-ask = { $count ->
    [0] Alla punkter är skrivna.
    [one] En punkt är ännu öppen. Den står kvar som något att komma överens om.
   *[other] { $count } punkter är ännu öppna. De står kvar som något att komma överens om.
} Ska texten läggas ut i gruppens kanal för att läsas? Överenskommelsen börjar gälla när varje medlem har godkänt den.
agreement-choose-first = En punkt har mer än ett förslag. Välj först vilket som blir kvar.
agreement-write-first = Utkastet är fortfarande tomt. Skriv först åtminstone en punkt eller en spelregel.
agreement-nothing-new = Förslaget är fortfarande likadant som den gällande överenskommelsen. Ändra först det ni vill.
agreement-written-on = Utkastet har ändrats under tiden. Så här är det nu.
agreement-offer-now = Överenskommelsen finns nu i gruppens kanal för att läsas. Varje medlem godkänner den med sitt eget tryck.
agreement-offer-morning = Överenskommelsen kommer i gruppens kanal { $when }. Varje medlem godkänner den med sitt eget tryck.
agreement-offered = Överenskommelse att läsa
agreement-read = Läs det här tillsammans. Överenskommelsen börjar gälla när alla har godkänt den med sitt eget tryck.
agreement-read-change = Det här föreslås som ändring av överenskommelsen. Den nuvarande gäller tills alla har godkänt ändringen.
agreement-changes = Vad som ändras
agreement-whole = Hela texten
agreement-change-added = { $point }: nytt ”{ $new }”
agreement-change-changed = { $point }: ”{ $old }” → ”{ $new }”
agreement-change-opened = { $point }: ”{ $old }” faller bort, och punkten är öppen
agreement-rule-new = Ny spelregel: { $text }
agreement-rule-gone = Faller bort: { $text }
agreement-count = { $count ->
    [0] Ingen har godkänt ännu.
   *[other] Godkännanden hittills: { $count }/{ $most }.
}
agreement-you-accepted = Du har godkänt det här.
agreement-accepted = Antecknat: du godkänner överenskommelsen. Den börjar gälla när alla har godkänt.
agreement-accepted-all = Antecknat: du godkänner överenskommelsen. Nu har alla godkänt, och den gäller.
agreement-accepted-in-force = Antecknat: du godkänner överenskommelsen som gäller.
agreement-unaccepted = Ditt godkännande är borttaget. Du kan godkänna när du är redo, och överenskommelsen kan fortfarande ändras.
agreement-moved-on = Texten har ändrats sedan knappen skickades. Öppna överenskommelsen, så ser du vad som nu finns att läsa.
agreement-reopen-ask = Ska överenskommelsen tas tillbaka för att ändras? Godkännanden som redan getts förfaller då, och alla läser den nya texten.
agreement-reopened = Överenskommelsen kan ändras igen. När den är klar, lägg ut den på nytt.
agreement-joiner = Det här har gruppen kommit överens om. Läs det i lugn och ro och godkänn när det passar dig.
agreement-proposal-going = En ändring av överenskommelsen förbereds.
agreement-all-accepted = Alla har godkänt den här överenskommelsen. En ändring kan föreslås när som helst.
agreement-your-copy = Det här är ditt eget exemplar av överenskommelsen i { $group }.
agreement-undo-ask = Vill ni avstå från ändringen? Förslaget och önskemålen i det raderas, och den nuvarande överenskommelsen gäller.
agreement-undone = Ni avstod från ändringen. Överenskommelsen är som förut.
agreement-versions = Överenskommelsen vid olika tider. Välj vilken du vill läsa.

## Tryggare rum

agreement-space = Tryggare rum
agreement-space-what = Det här är bra att utgå från. Det följer med överenskommelsen.
agreement-space-1 = Jag svarar för mina ord och för vad de leder till. Om jag har mer makt eller erfarenhet än andra använder jag den varsamt.
agreement-space-2 = Jag frågar innan jag bestämmer vad jag tycker. Jag får ha fel och lära mig nytt.
agreement-space-3 = Var och en har rum att tala och att vara tyst. Jag talar så tydligt att alla hänger med.
agreement-space-4 = Om jag ser att någon behandlas illa säger jag ifrån. Om någon säger ifrån till mig lyssnar jag.
agreement-space-5 = Jag utgår inte från något om någons bakgrund, liv eller åsikter. Var och en berättar det hen vill om sig själv.

## Knappar

button-agreement = Gruppens överenskommelse
button-agreement-write = Skriv överenskommelsen
button-agreement-read = Överenskommelse att läsa
button-agreement-next = Fortsätt: { $point }
button-agreement-agree = Så gör vi
button-agreement-own = Skriv själva
button-agreement-reword = Ändra orden
button-agreement-skip = Lämna öppet
button-agreement-following = Nästa punkt
button-agreement-draft = Hela utkastet
button-agreement-pick = Välj { $number }
button-agreement-merge = Skriv ett gemensamt
button-agreement-rule = Lägg till ett önskemål
button-agreement-wishes = Mina önskemål
button-agreement-rule-change = Ändra nr { $number }
button-agreement-rule-drop = Ta bort nr { $number }
button-agreement-rule-back = Ta med igen
button-agreement-more = Nästa
button-agreement-offer = Låt gruppen läsa
button-agreement-offer-sure = Lägg ut i gruppens kanal
button-agreement-accept = Jag godkänner
button-agreement-unaccept = Jag godkänner inte ännu
button-agreement-reopen = Fortsätt ändra
button-agreement-reopen-sure = Ja, ändra
button-agreement-change = Föreslå en ändring
button-agreement-proposal = Ändringsförslaget
button-agreement-undo = Avstå från ändringen
button-agreement-undo-sure = Ja, avstå
button-agreement-old = Tidigare överenskommelser
button-agreement-stands = Gällande överenskommelse
button-agreement-now = Gäller, godkänd { $date }
button-agreement-then = Godkänd { $date }
button-agreement-space = Tryggare rum
