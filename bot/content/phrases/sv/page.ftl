# Orden på webbläsarens sida.

## top

page-skip = Hoppa till samtalet
page-who = Vem är du
page-who-choose = Välj…
page-who-first = Välj först vem du är.
page-who-explain = Här loggar man inte in. Välj vems ögon du ser med.
page-who-nobody = Här finns ingen ännu. Lägg till den första personen.
page-who-add = Lägg till en person
page-add-name = Namn
page-add-language = Språk
page-add-save = Lägg till
page-cancel = Avbryt
page-theme-dark = Mörkt tema
page-tabs = Vyer
page-tab-group = Grupp
page-tab-you = Du
page-tab-coming = På gång
page-tab-news = nytt

## the group's channel

page-group-title = Gruppens kanal
page-group-lead = Det här ser alla.
page-group-empty = Piiri håller ihop en grupp mellan träffarna: den påminner, berättar vem som inte kan komma och frågar efteråt hur det gick.
page-group-setup = Starta en grupp här
page-group-write = Meddelande till kanalen
page-group-hint = Kommandon börjar med snedstreck, till exempel /hjälp.
page-send = Skicka
page-someone = Någon
page-changed = ändrat

## the private side

page-you-title = Du och Piiri
page-you-lead = Det här ser bara du.
page-you-empty = Här svarar Piiri dig på tu man hand. I menyn ser du vad du kan göra.
page-you-menu = Meny
page-you-write = Meddelande till Piiri
page-you-pressed = Du valde
page-you-command = Du bad om
page-you-wrote = Du skrev ett meddelande
page-you-filled = Du fyllde i ett formulär

## messages and forms

page-file-get = Ladda ner
page-link-opens = öppnas i en ny flik
page-scale-counts = Svar på varje steg, från den lägre änden till den högre
page-optional = frivilligt
page-choose = Välj
page-form-problems = Rätta först de markerade fälten.
page-said-group = Nytt meddelande i kanalen
page-said-you = Piiri svarade dig

## the clock and what is coming

page-clock-title = Gruppens klocka
page-clock-still = Klockan står stilla.
page-clock-runs = En minut går på en sekund.
page-clock-hurries = En timme går på en sekund.
page-clock-run = Starta
page-clock-hurry = Snabbare
page-clock-stop = Stanna
page-clock-next = Till nästa meddelande
page-clock-due = Härnäst
page-clock-nothing = Inget är på gång.
page-clock-jump = Ställ klockan på
page-clock-go = Ställ
page-clock-back = Klockan går bara framåt. Välj en senare tid.
page-coming-title = På gång
page-coming-lead = Så här skulle meddelandena lyda om de gick iväg nu.
page-coming-empty = Inget ännu. När en grupp har startats syns de kommande meddelandena här.
page-coming-channel = till kanalen

## all channels

page-rooms-title = Kanaler
page-rooms-lead = Här kan man pröva Piiri. Det som skrivs här stannar på den här datorn.
page-rooms-none = Det finns inga kanaler ännu. Skapa den första.
page-rooms-name = Den nya kanalens namn
page-rooms-make = Skapa kanalen
page-rooms-all = Alla kanaler

## when something is not as it should be

page-lost = Förbindelsen bröts. Försöker igen.
page-back = Förbindelsen är tillbaka.
page-error-failed = Det gick inte. Försök igen om en stund.
page-error-lost = Ingen förbindelse. Försök igen om en stund.
page-error-empty = Skriv något först.
page-error-too-long = Texten är för lång. Korta av den lite.
page-error-too-many = Här ryms inte fler.
page-error-unknown-person = Personen finns inte längre här. Välj på nytt vem du är.
page-error-unknown-room = Det finns ingen sådan kanal.
page-error-not-ready = Piiri håller på att starta. Försök igen om en stund.
