# Respons på en träff: frågor, svar och det som ni återkommer till.

feedback-heading = Hur kändes träffen? { $theme }
scale-line = { $letter }. { $question } 1 = { $low }, 5 = { $high }
scale-button = { $letter } { $step }
scale-drawn =
    { $question }
    { $low } { $picture } { $high }
    { $counts }
feedback-promise = { $floor ->
    [3] Ni kan svara fram till { $closes }. Först då visas svaren, alla tillsammans och utan namn, om minst tre svarar. Den som inte kunde komma behöver inte svara.
   *[other] Ni kan svara fram till { $closes }. Först då visas svaren, alla tillsammans och utan namn, om minst fem svarar. Den som inte kunde komma behöver inte svara.
}
feedback-limits = I en liten grupp kan man ändå ibland gissa vem som har skrivit.
rated = Antecknat: { $marks }
sentence-title = En mening som respons
sentence-hint = Du får lämna det tomt. Om du tömmer fältet tas den tidigare meningen bort.
sentence-kept = { $floor ->
    [3] Din mening är sparad. Du kan ändra den fram till { $closes }. Den visas bland de andra utan namn, om minst tre svarar.
   *[other] Din mening är sparad. Du kan ändra den fram till { $closes }. Den visas bland de andra utan namn, om minst fem svarar.
}
sentence-back = Okej, ingen mening är sparad.
feedback-not-yet = Man kan ge respons efter träffen.
feedback-not-held = Träffen { $when } hölls inte, så det finns inget att svara på om den.
feedback-closed = Tiden för respons är slut, så svaren kan inte längre ändras.
feedback-absent = De som var på plats får frågor om den här träffen. Om du var med i alla fall, berätta i gruppen vad du tänker.
results-heading = Det här sade ni: { $theme }
results-pooled = { $floor ->
    [3] Svaren är ännu så få att de inte kan visas utan namn. De räknas ihop med nästa gångs svar, och visas när minst tre har svarat.
   *[other] Svaren är ännu så få att de inte kan visas utan namn. De räknas ihop med nästa gångs svar, och visas när minst fem har svarat.
}
results-too-few = Svaren var så få att de inte kan visas utan namn. De raderas olästa när gruppen avslutas.
results-of-several = { $count ->
    [one] Svaren är från den senaste träffen.
    [2] Svaren är från de två senaste träffarna sammanlagt.
    [3] Svaren är från de tre senaste träffarna sammanlagt.
   *[other] Svaren är från de { $count } senaste träffarna sammanlagt.
}
results-alike = { $question } Svaren låg nära varandra.
results-sentences = Med egna ord
results-preview = { $floor ->
    [3] Här kommer gruppens svar, om minst tre svarar.
   *[other] Här kommer gruppens svar, om minst fem svarar.
}

## En sida för allt

button-feedback = Alla frågor på en sida
button-feedback-change = Ändra svaren
submit-feedback = Spara svaren
feedback-page = Respons på träffen
scale-end = { $step } – { $end }
feedback-kept = { $floor ->
    [3] Dina svar är sparade. Du kan ändra dem fram till { $closes }. De visas bland de andra utan namn, om minst tre svarar.
   *[other] Dina svar är sparade. Du kan ändra dem fram till { $closes }. De visas bland de andra utan namn, om minst fem svarar.
}

## Det vi återkommer till

button-carry = Något att återkomma till
button-carry-change = Ändra det här
button-carry-open = Anteckna vad ni återkommer till
submit-carry = Spara
submit-carry-open = Spara
carry-title = Något att återkomma till
carry-label = Vilken sak vill du återkomma till nästa gång?
carry-hint = Visas utan ditt namn i responsen och nästa förhandsuppgift. Om du tömmer fältet tas det tidigare svaret bort.
carry-kept = { $floor ->
    [3] Sparat. Du kan ändra det fram till { $closes }. Det visas bland de andra utan namn, om minst tre svarar. De som känner varandra kan ibland gissa vem som har skrivit.
   *[other] Sparat. Du kan ändra det fram till { $closes }. Det visas bland de andra utan namn, om minst fem svarar. De som känner varandra kan ibland gissa vem som har skrivit.
}
carry-back = Okej, ingenting är sparat.
carry-open-label = Vad vill du att gruppen återkommer till?
carry-open-hint = Syns för alla i nästa förhandsuppgift, utan ditt namn. Om du tömmer fältet tas det tidigare svaret bort.
carry-open-kept = Sparat. Det syns för alla i nästa förhandsuppgift.
carry-aloud = Vilken sak vill ni återkomma till nästa gång?
carry-too-early = Träffen börjar { $when }. Du kan skriva det här efter det.
carry-too-late = Nästa förhandsuppgift har redan skickats, så det här hinner inte med. Ta upp saken på träffen.
carry-no-next = Nästa träff är inte bestämd, så det här har ingen plats ännu. Skriv det i gruppens kanal.
results-carried = Önskemål om vad ni ska återkomma till
pretask-carried = Senast ville ni återkomma till det här:

## Mina uppgifter

data-words = Med egna ord
data-quote = Tillåtelse att citera
data-carry = Något att återkomma till
