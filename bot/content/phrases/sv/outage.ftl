# What somebody is told whose message cannot be kept at this moment; it is handled once it can be.
kept-later = Just nu kan jag inte spara något. Jag tar hand om det här så snart det går, så du behöver inte skicka det på nytt.
