# En grupp som har paus eller inga träffar: frågan till sammankallaren, och slutet som kommer av sig självt.

kind-resting = stund att fråga om pausen
kind-rest-ask = fråga till sammankallaren om pausen
kind-rested = gruppens avslutning efter en lång paus
waits-rest-ask = Hur står det till med gruppen?

button-rest-on = Pausen får fortsätta

rest-ask-paused = { $months ->
    [1] Gruppen { $group } har haft paus i en månad.
   *[other] Gruppen { $group } har haft paus i tre månader.
}
rest-ask-open = { $months ->
    [1] Gruppen { $group } har inte haft någon träff på kommande på en månad.
   *[other] Gruppen { $group } har inte haft någon träff på kommande på tre månader.
}
rest-ask-shut = { $months ->
    [1] Kanalen för gruppen { $group } har varit stängd för mig i minst en månad, och jag kan inte skriva där.
   *[other] Kanalen för gruppen { $group } har varit stängd för mig i minst tre månader, och jag kan inte skriva där.
}
rest-ask-choose = Hur står det till? Du kan svara när det passar, och pausen får gärna fortsätta.
rest-ends = Om inget väljs tar gruppen slut { $date }. Inte heller då raderas något genast.
rest-vacancy = Gruppen har vilat och har just nu ingen sammankallare. Någon av er kunde ta över uppgiften, om ni vill fortsätta.
rested-paused = Gruppen har haft paus i ett halvår, så den tar slut nu. Inget raderas genast.
rested-open = Gruppen har inte haft någon träff på kommande på ett halvår, så den tar slut nu. Inget raderas genast.
