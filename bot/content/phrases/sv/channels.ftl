# Kanalen: hälsningen, dörren till den privata sidan, och när kanalen är stängd.

greet-heading = Hej, jag är Piiri
greet-what = Jag håller ihop gruppen mellan träffarna: jag skickar något att fundera på, påminner, berättar vem som inte kan komma och frågar efteråt hur det kändes.
greet-how = När någon av er startar en grupp frågar jag hen om allt på tu man hand och kommer hit med planen. Här läser jag bara kommandon och knapptryckningar.
button-setup = Starta en grupp
let-in-again = Jag är tillbaka. Fortsätter vi där vi slutade?
departed = Du är inte längre i kanalen för { $group }, så jag tog bort dig ur gruppen. Dina anteckningar och din frånvaro är raderade. Om du kommer tillbaka, tryck på ”Jag är med”.
look-private = Jag svarade i vårt privata samtal.
look-later = Mitt svar kom inte fram just nu. Försök igen om en stund.
open-private = { $name }, jag kan inte skriva till dig privat ännu. Öppna samtalet med knappen, så svarar jag där.
button-open-private = Öppna samtalet
unread-file = Jag läser bara text, så jag sparade inte det här. Skriv med egna ord, om du vill ha det som anteckning.
unread-edit = Anteckningen ändras inte om du redigerar meddelandet. Du kan ändra eller radera den bland dina anteckningar.

shut-heading = Jag kan inte skriva till kanalen för gruppen { $group } just nu: { $why }.
trouble-none = Allt har kommit fram i gruppen { $group } den senaste tiden.
button-few = Ska vi träffas?
button-trouble = Vad kom inte fram?
why-removed = jag har tagits bort ur kanalen
do-removed = Lägg till mig i kanalen igen. Då frågar jag om vi fortsätter.
why-muted = jag får inte skriva där
do-muted = Låt mig skriva i kanalen i dess inställningar. Då frågar jag om vi fortsätter.
why-channel-gone = kanalen finns inte längre
do-channel-gone = Lägg till mig i gruppens nya kanal och starta gruppen där.
why-topic-gone = ämnet där gruppen pratade finns inte längre
do-topic-gone = Starta gruppen på nytt i det ämne där ni pratar nu.
why-topic-closed = ämnet eller tråden där gruppen pratar är stängd
do-topic-closed = Öppna ämnet eller tråden igen. Då frågar jag om vi fortsätter.

refused-link = Den här länken gäller inte längre. Tryck på knappen i gruppens kanal på nytt.
refused-nameless = Jag ser inte vem som skrev, så jag kan inte svara. Skriv i eget namn eller tryck på en knapp.

## Id för den som startar grupper från kommandoraden

id-own = Ditt eget id är { $id }
id-channel = Kanalens id är { $id }
