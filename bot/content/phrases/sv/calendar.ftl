# En egen kalenderadress.

button-calendar = Kalenderadress
button-calendar-open = Öppna kalendern
button-calendar-new = Skapa en ny adress
button-calendar-off = Ta bort adressen
calendar-heading = Din egen kalenderadress: { $group }
calendar-how = Lägg till adressen i din kalender (”prenumerera på kalender”). När en träff flyttas ändras den också i din kalender.
calendar-secret = Adressen är bara din, och jag visar den bara den här gången. I den finns gruppens namn och tiderna, inget annat. Om du tappar bort den kan du skapa en ny.
calendar-is = Du har redan en kalenderadress. Jag kan inte visa den igen, men du kan skapa en ny. Då slutar den gamla fungera.
calendar-off = Kalenderadressen är borttagen och fungerar inte längre.
calendar-not-here = Kalenderadresser används inte här. Med påminnelsen kommer en fil som du kan lägga till i din kalender.
calendar-note = Platsen och temat finns i gruppens egen kanal.
