# Kun jotakin on jo niin paljon, ettei enempää mahdu. Tavallisessa elämässä tähän ei törmätä, eikä se ole kenenkään vika.

quota-full = Näitä on jo { $most }, eikä enempää mahdu. Poista ensin jokin, jota ei enää tarvita.
quota-notes = Sinulla on tässä jo { $most } muistiinpanoa, eikä enempää mahdu. Poista ensin jokin, jota et enää tarvitse.
quota-today = Ryhmälle on vuorokauden aikana esitetty jo niin paljon, ettei enempää nyt mahdu. Voit jatkaa huomenna.
quota-news = Ryhmä on saanut tästä vuorokauden aikana jo monta viestiä. Voit jatkaa huomenna, nyt mitään ei muutettu.
quota-changes = Olet muuttanut ilmoitustasi tästä tapaamisesta { $most } kertaa, enkä voi enää muuttaa sitä. Jos jokin muuttuu, kerro siitä suoraan ryhmälle.
quota-founded = Olet perustanut vuorokauden aikana { $most } ryhmää, eikä enempää nyt mahdu. Voit jatkaa huomenna.
quota-groups = Olet mukana jo { $most } ryhmässä, enkä pysty pitämään yhdellä huolta useammasta. Jätä ensin jokin, jota et enää tarvitse.
quota-turns = Tämä tuli nopeammin kuin ehdin mukaan, enkä ehtinyt ottaa viimeistä vastaan. Odota pari minuuttia ja tee se uudelleen.
