# Egna anteckningar efter säsongen.

kind-notes-soon = besked om anteckningar som raderas
waits-notes-soon = Dina egna anteckningar

notes-soon-heading = { $group }: dina egna anteckningar
notes-soon = Dina egna anteckningar från säsongen raderas { $date }. Här är de en gång till. Om du vill att jag sparar dem lika länge som gruppens övriga saker kan du trycka på knappen.
button-notes-keep = Spara mina anteckningar
button-notes-not-keep = De behöver inte sparas
notes-keep-until = Jag sparar dina anteckningar tills allt om gruppen raderas { $date }.
notes-keep-on = Jag sparar dina anteckningar så länge gruppen fortsätter. Du kan radera dem när du vill.
notes-keep-not = Okej. Dina anteckningar raderas { $date }.
notes-keep-none = Du har inga anteckningar från den säsongen.
keepsake-notes-until = Jag raderar dina egna anteckningar { $date }. Om du vill att jag sparar dem lika länge som resten kan du trycka på ”{ button-notes-keep }”.
