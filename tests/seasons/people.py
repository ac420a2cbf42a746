"""Who they are in the season that is played on every platform, and what they write."""

SEVEN = ("Kaarina", "Aino", "Veikko", "Salme", "Oiva", "Helmi", "Taisto")
GUEST = "Leena"

NOTES = {
    "Aino": "Toivon iltoja, joista lähtee kevyempänä kuin tuli.",
    "Helmi": "Hyvä porukka oli se, jossa kahvi keitettiin pyytämättä.",
    "Veikko": "Lokakuun keikat veivät kaiken, sunnuntain metsä antoi takaisin.",
    "Salme": "Kysytään Taistolta, miten hän oppi sanomaan ei.",
}
TO_GROUP = {
    "Veikko": "Flunssa vei äänen, jään kotiin. Pitäkää hyvä ilta.",
    "Oiva": "Juna tulee vasta puoli kuudelta, alkakaa ilman minua.",
    "Salme": "Lapsi sairastui, lähetän terveisiä.",
}
TO_CONVENER = {
    "Taisto": "En kerro muille: oikeudenkäynti osui samaan iltaan.",
    "Helmi": "Tämä aihe on minulle juuri nyt liian lähellä.",
}
SENTENCES = {
    "Aino": "Pareittain puhuessa uskalsin sanoa enemmän.",
    "Oiva": "Ensi kerralla kello pöydälle, niin ehditään loppuun.",
    "Salme": "Tullessa väsytti, lähtiessä hymyilytti.",
    "Helmi": "Tätä jään kaipaamaan torstaisin ja tiistaisin.",
}
HOPE = "Uskallusta sanoa oma hintansa ääneen."
COME_BACK = "Palataan siihen, kuka ehti levätä."
BEST = "Ettei kukaan kiirehtinyt minua."
GREETING, PLAN = "Hei, olen Piiri", "Torstain piiri – Vahvistin"
FAREWELL = "Kausi on päättynyt"
TALK = "Muistakaa ottaa villasukat, siellä on viileää lattialla."
THEIRS = (*NOTES.values(), *TO_GROUP.values(), *TO_CONVENER.values(), *SENTENCES.values(), TALK, HOPE, COME_BACK, BEST)

TITLE = "Torstain piiri"
