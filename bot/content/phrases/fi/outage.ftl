# What somebody is told whose message cannot be kept at this moment; it is handled once it can be.
kept-later = En saa juuri nyt tallennettua mitään. Hoidan tämän heti, kun se taas onnistuu, joten sinun ei tarvitse lähettää tätä uudelleen.
