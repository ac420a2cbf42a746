# Menyer: vad man kan göra med knapparna.

button-ours = Mer om gruppen
ours-heading = Vad man kan göra: { $group }
button-convening = För sammankallaren
convening-heading = För sammankallaren: { $group }
branch-more = mer
branch-more-about = det som behövs mer sällan
