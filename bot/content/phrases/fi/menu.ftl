# Valikot: mitä voi tehdä napeista.

button-ours = Ryhmän asiat
ours-heading = Mitä ryhmässä voi tehdä: { $group }
button-convening = Koollekutsujan asiat
convening-heading = Koollekutsujalle: { $group }
branch-more = muut
branch-more-about = harvemmin tarvittavat asiat
