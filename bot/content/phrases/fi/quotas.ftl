# Kun jotakin on jo niin paljon, ettei enempää mahdu. Tavallisessa elämässä tähän ei törmätä, eikä se ole kenenkään vika.

quota-full = Näitä on jo { $most }, eikä enempää mahdu. Poista ensin jokin, jota ei enää tarvita.
quota-notes = Sinulla on tässä jo { $most } muistiinpanoa, eikä enempää mahdu. Poista ensin jokin, jota et enää tarvitse.
quota-today = Ryhmältä on vuorokauden aikana kysytty jo niin paljon, ettei enempää nyt mahdu. Voit jatkaa huomenna.
quota-news = Ryhmä on saanut tästä vuorokauden aikana jo monta viestiä. Nyt mitään ei muutettu. Voit jatkaa huomenna.
quota-changes = Olet muuttanut ilmoitustasi tästä tapaamisesta { $most } kertaa, enkä voi enää muuttaa sitä. Jos jokin muuttuu, kerro siitä suoraan ryhmälle.
quota-founded = Olet perustanut vuorokauden aikana { $most } ryhmää, eikä enempää nyt mahdu. Voit jatkaa huomenna.
quota-groups = Olet mukana jo { $most } ryhmässä, eikä useampaan nyt mahdu. Jos jokin niistä on sinulle jo ohi, lähde ensin siitä.
quota-turns = Tämä tuli nopeammin kuin ehdin mukaan, enkä ehtinyt ottaa viimeistä vastaan. Odota pari minuuttia ja tee se uudelleen.
