# Får det här citeras: en tillåtelse som den som har skrivit en mening ger, eller låter bli att ge.

button-quotes = Mina tillåtelser att citera
button-quote-no = Citera inte
button-quote-in = I gruppen, utan namn
button-quote-in-n = I gruppen, med namn
button-quote-out = Också annanstans, utan namn
button-quote-out-n = Också annanstans, med namn
button-quote-drop = Ta tillbaka nr { $number }
quote-ask = Får din mening citeras när någon berättar om gruppens arbete? Om du inte svarar citeras den inte.
quote-limits = En tillåtelse utan namn gäller för gott när responsen stängs: efter det vet jag inte vems mening det var. En tillåtelse med ditt namn kan du ta tillbaka när som helst. Om du ändrar meningen frågar jag på nytt. Ingenting citeras innan gruppens respons har visats.
quote-set-no = Din mening citeras inte.
quote-set-in = Din mening får citeras i gruppen, utan ditt namn.
quote-set-in-n = Din mening får citeras i gruppen, med ditt namn.
quote-set-out = Din mening får citeras också utanför gruppen, utan ditt namn.
quote-set-out-n = Din mening får citeras också utanför gruppen, med ditt namn.
quotes-heading = Meningar som får citeras med ditt namn: { $group }
quotes-none = I gruppen { $group } finns inga meningar som får citeras med ditt namn.
quotes-unnamed = Tillåtelser utan namn kan jag varken visa eller ta tillbaka, eftersom jag inte vet vems de är.
quote-inside = { $number }. I gruppen:
quote-outside = { $number }. Också utanför gruppen:
quote-inside-waits = { $number }. I gruppen, när responsen har visats:
quote-outside-waits = { $number }. Också utanför gruppen, när responsen har visats:
quote-dropped = Tillåtelsen är återtagen. Meningen citeras inte längre.
