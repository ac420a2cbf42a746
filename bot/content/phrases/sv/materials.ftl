# Material: vad gruppen har till hands.

button-materials = Material
button-material-add = Lägg till material
button-material-drop = Ta bort nr { $number }
button-newer = Nyare
button-older = Äldre
materials-heading = { $group }: material
materials-none = Det finns inget material ännu. Här kan ni spara en länk eller till exempel namnet på en bok, så hittar alla det.
materials-full = Det finns redan { $most } material, och fler ryms inte. Ta först bort ett gammalt.
material-line = { $number }. { $material }
material-line-by = { $number }. { $material } ({ $name })
material-form = Nytt material
material-title = Namn
material-title-hint = Till exempel namnet på en bok eller en sida. Gruppen ser ditt namn bredvid.
material-more = Länk eller annat om det
material-more-hint = En https-länk, författaren eller var det finns. Du får lämna det tomt.
submit-material = Lägg till i materialet
material-kept = Tillagt i materialet.
material-there = Det finns redan i materialet.
material-not-https = En länk ska börja med https://. Kopiera den från webbläsarens adressfält, eller skriv namnet utan länk.
material-dropped = Borttaget ur materialet.
material-not-yours = Material kan tas bort av den som lade till det eller av en sammankallare.
