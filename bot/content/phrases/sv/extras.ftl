# Vad en plattform har utöver meddelanden: förslag till kommandon, formulär sida för sida, önskemål, behörigheter som saknas.

button-mend = Rätta
button-on = Fortsätt
form-problem = { $label }: { $problem }
form-goes-on = Några punkter till.
button-open-form = Öppna formuläret
answer-none = Klart.
answer-lost = Jag kunde inte visa svaret. I menyn ser du vad som har sparats.
form-again = Formuläret kan öppnas nu.

meeting-unknown = Jag hittar inte den träffen. Välj den i listan som öppnas när du skriver.
offer-of-group = { $group }: { $offer }
offer-when = { $when }
option-meeting = träff
option-meeting-about = vilken träff; utelämnad betyder nästa
option-when = när
option-when-about = till exempel tis 15.9 kl. 17
option-zone = tidszon
option-programme = program
option-language = språk
option-every = hurofta
option-length = längd
option-meetings = gånger
option-themes = teman
option-floor = respons
option-events = evenemang
option-threads = trådar
option-role = roll
root-about = din grupp i Piiri
branch-group = grupp
branch-group-about = gruppens ärenden för sammankallaren
own-time = { $at } din tid

button-extras = Tillval
extras-title = Gruppens tillval
extras-events = Träffarna som evenemang på servern
extras-threads = En egen tråd för varje tema
extras-role = En roll som nämns i påminnelser
extras-role-hint = Lämna tomt om ingen ska nämnas.
extras-on = ja
extras-off = nej
submit-extras = Spara
extras-none = På den här plattformen finns inget mer att välja.
extras-role-everybody = Välj en roll som inte alla har.
extras-kept = Valen är sparade.


why-lacks-view = jag saknar behörigheten att se kanalen (View Channel)
do-lacks-view = Ge mig den i kanalens inställningar, under Behörigheter. Då frågar jag om vi fortsätter.
why-lacks-send = jag saknar behörigheten att skicka meddelanden (Send Messages)
do-lacks-send = Ge mig den i kanalens inställningar, under Behörigheter. Då frågar jag om vi fortsätter.
why-lacks-threads = jag saknar behörigheten att skicka meddelanden i trådar (Send Messages in Threads)
do-lacks-threads = Ge mig den i kanalens inställningar, under Behörigheter. Då frågar jag om vi fortsätter.
why-lacks-history = jag vet inte om det kom fram, eftersom jag saknar behörigheten att läsa tidigare meddelanden (Read Message History)
why-lacks-files = det kom fram utan kalenderfil, eftersom jag saknar behörigheten att bifoga filer (Attach Files)
why-lacks-events = jag saknar behörigheten att skapa evenemang (Create Events)
why-lacks-make-threads = det kom fram, men jag saknar behörigheten att öppna en tråd för det (Create Public Threads)
why-lacks-pin = det kom fram, men jag saknar behörigheten att fästa det (Pin Messages)
