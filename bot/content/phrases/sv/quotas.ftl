# När det redan finns så mycket av något att mer inte ryms. I vanliga fall märker ingen av det, och ingen har gjort fel.

quota-full = Det finns redan { $most }, och fler ryms inte. Ta först bort något som inte behövs längre.
quota-notes = Du har redan { $most } anteckningar här, och fler ryms inte. Ta först bort en anteckning som du inte behöver längre.
quota-today = Gruppen har fått så mycket att ta ställning till under ett dygn att mer inte ryms nu. Du kan fortsätta i morgon.
quota-news = Gruppen har redan fått många meddelanden om det här under ett dygn. Inget ändrades nu. Du kan fortsätta i morgon.
quota-changes = Du har ändrat ditt besked om den här träffen { $most } gånger, och jag kan inte ändra det längre. Om något ändras, berätta det direkt för gruppen.
quota-founded = Du har startat { $most } grupper under ett dygn, och fler ryms inte nu. Du kan fortsätta i morgon.
quota-groups = Du är redan med i { $most } grupper, och fler ryms inte nu. Om någon av dem är över för din del, lämna den först.
quota-turns = Det gick fortare än jag hinner med, och det sista kom inte med. Vänta ett par minuter och gör det på nytt.
