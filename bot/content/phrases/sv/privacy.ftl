# Integritet: vad som sparas, vem som ser det, hur länge, och vad som inte kan utlovas.

privacy-heading = Integritet
privacy-reads = Jag läser bara kommandon, knapptryckningar och det som skrivs till mig. Det som gruppen annars pratar om läser och sparar jag inte.
privacy-kept = Jag sparar ditt namn och ditt id här, ditt språk, dina grupper och det du själv väljer eller skriver till mig. Din grupp ser ditt namn och om du kommer.
privacy-notes = Dina anteckningar är krypterade med din egen nyckel, och jag visar dem bara för dig.
privacy-absence = Ingen frågar varför du inte kan komma. Om du berättar det går det till gruppen eller till sammankallaren, som du själv väljer.
privacy-feedback = Responsen visas först när tillräckligt många har svarat. När tiden är slut kan ingen se vem som svarade vad.
privacy-logs = Det du skriver hamnar inte i loggar, och ingen analyserar det.

privacy-lasts-heading = Hur länge
privacy-lasts-notes = Jag raderar dina anteckningar 30 dagar efter säsongens sista träff. Jag säger till en vecka före, och du kan ha dem kvar längre.
privacy-lasts-rest = Om en grupp har paus eller är utan träffar i ett halvår tar den slut av sig själv. Till dess finns anteckningarna kvar.
privacy-lasts-reasons = Orsaken till en frånvaro raderar jag 30 dagar efter träffen. Du kan ta bort den när som helst, i dina egna uppgifter.
privacy-lasts-group = När säsongen tar slut berättar jag vilken dag allt om gruppen raderas, och påminner en vecka före.
privacy-lasts-yours = Du kan titta på alla dina uppgifter eller radera dem när som helst. Knapparna finns här nedanför. Respons som redan har visats kan inte raderas, eftersom ingen vet vad i den som är ditt.
privacy-lasts-backups = Det som har raderats kan finnas kvar i säkerhetskopior tills de blir gamla. Om en kopia tas i bruk raderar jag samma sak på nytt.

privacy-limits-heading = Vad jag inte kan lova
privacy-limit-platform = { $platform } sparar meddelanden enligt sina egna villkor, också dem som du skriver till mig. Dem kan jag inte radera åt dig.
privacy-limit-operator = Den som driver Piiri och har både databasen och dess nyckel kunde läsa anteckningar och orsaker till frånvaro, fast jag inte visar dem. I respons som har stängts går det inte ens då att se vem som skrev vad.

privacy-operator = Den här Piiri drivs av { $operator }. Där kan du fråga om dina uppgifter.
privacy-operator-unsaid = Om du vill veta vem som driver den här Piiri kan du fråga gruppens sammankallare.
