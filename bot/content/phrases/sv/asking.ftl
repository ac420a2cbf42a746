# Vad programmen frågar på sitt eget sätt: en mellanpunkt med namn, fyrfältet, citat, mellanuppgifter, vad handledare såg.

scale-line-middle = { $letter }. { $question } 1 = { $low }, 3 = { $middle }, 5 = { $high }
scale-drawn-middle =
    { $question }
    { $low } { $picture } { $high } (3 = { $middle })
    { $counts }
document-ends-middle = { $bottom } = { $low }, { $half } = { $middle }, { $top } = { $high }
any-empty = Du får lämna vilken punkt som helst tom.

## Fyrfältet

button-evaluate-fields = Fyrfältet
submit-evaluate-fields = Spara svaren
fields-heading = Fyrfältet
field-line = { $title }: { $question }
field-empty-said = Här skrevs ingenting.

## Citat

button-quotation = Skriv en mening att citera
quotation-title = En mening att citera
quotation-hint = Du får lämna det tomt. Utan din tillåtelse är meningen bara för gruppen. Om du tömmer fältet tas den tidigare meningen bort.
quotation-kept = { $floor ->
    [3] Din mening är sparad. Du kan ändra den fram till { $closes }. Gruppen ser den bland de andra utan namn, om minst tre svarar.
   *[other] Din mening är sparad. Du kan ändra den fram till { $closes }. Gruppen ser den bland de andra utan namn, om minst fem svarar.
}
quotation-may = Får din mening citeras?
quotation-limits = En tillåtelse utan namn gäller för gott när responsen stängs.
results-quotations = Meningar som får citeras
report-quotations = Meningar som får citeras
button-quotations = Meningar att citera
quotations-none = I gruppen { $group } finns ännu inga meningar som får citeras utanför gruppen.
quotations-title = { $group }: meningar som får citeras
quotations-how = De som har skrivit de här låter dem citeras också utanför gruppen. Ett namn står med bara om den som har skrivit tillåter det, och den tillåtelsen går att ta tillbaka. Hämta därför meningarna på nytt strax innan du använder dem.
quotations-file = { $group } meningar att citera
quotations-more = { $count ->
    [one] En till finns i bilagan.
   *[other] { $count } till finns i bilagan.
}

## Mellanuppgiften

between-suggested = Programmet föreslår: { $task }
between-instead = Om ni kommer överens om något annat, skriv det här. Det kommer då i stället för förslaget.
between-went = I början kan ni berätta hur mellanuppgiften gick. Det gör inget om den inte blev av.
button-between-agree = Anteckna vad ni gör före nästa gång
between-our-way = I det här programmet kommer ni varje gång överens om något konkret att göra före nästa träff. Anteckna det, så påminner jag gruppen.
between-to-agree = Kom till sist tillsammans överens om något litet och konkret att göra före nästa gång.

## Vad handledaren såg

kind-reflect = frågor till handledaren
waits-reflect = Frågor till handledaren
button-reflect = Svara
button-reflect-change = Ändra svaren
button-reflect-share-yes = Med i rapporten, med namn
button-reflect-share-no = Inte med i rapporten
button-reflect-drop = Radera mina svar
button-reflections = Vad jag såg som handledare
button-reflection-of = Säsongen som slutade { $date }
submit-reflect = Spara svaren
reflect-heading = Vad såg du som handledare? { $group }
reflect-ask = Säsongens träffar är över. Se tillbaka en stund, om du hinner:
reflect-own = Bara du ser dina svar. De kommer med i gruppens rapport bara om du själv bestämmer så. Du kan ändra dem fram till { $closes }. Om du slutar som handledare raderas de.
reflect-yours = Bara du ser dina svar, om du inte själv bestämmer något annat.
reflect-not-yet = Du kan svara på de här när säsongen är slut.
reflect-closed = Svarstiden är slut, så svaren kan inte längre ändras.
reflect-none = Okej, inga svar är sparade.
reflect-kept = Dina svar är sparade.
reflect-shared-no = De här ser bara du. Om du vill kan de vara med i gruppens rapport, med ditt namn.
reflect-shared-yes = De här får vara med i gruppens rapport, med ditt namn. Du kan ändra dig, men ur en rapport som någon redan har kan jag inte ta bort dem.
reflections-which = Dina svar som handledare. Ingen annan ser dem om du inte har bestämt något annat.
report-reflections = Vad handledaren såg
report-reflection-by = { $name } skrev:
refused-only-facilitator = Det här är för den som är handledare för gruppen { $group }.
data-reflections = Dina svar som handledare
data-in-report = Får vara med i rapporten
