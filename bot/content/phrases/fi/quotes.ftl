# Saako lainata: lupa, jonka lauseen kirjoittaja antaa tai on antamatta.

button-quotes = Lainauslupani
button-quote-no = Ei lainata
button-quote-in = Ryhmän sisällä, ilman nimeä
button-quote-in-n = Ryhmän sisällä, nimeni kanssa
button-quote-out = Myös muualla, ilman nimeä
button-quote-out-n = Myös muualla, nimeni kanssa
button-quote-drop = Peru lupa { $number }
quote-ask = Saako lausettasi lainata, kun ryhmän työstä kerrotaan? Jos et vastaa, sitä ei lainata.
quote-limits = Ilman nimeä annettua lupaa ei voi perua enää, kun palaute on sulkeutunut: silloin en tiedä, kenen lause oli. Nimesi kanssa annetun luvan voit perua milloin vain. Jos muutat lausetta, kysyn luvan uudelleen. Mitään ei lainata, ennen kuin ryhmän palaute on näytetty.
quote-set-no = Lausettasi ei lainata.
quote-set-in = Lausettasi saa lainata ryhmän sisällä ilman nimeä.
quote-set-in-n = Lausettasi saa lainata ryhmän sisällä nimesi kanssa.
quote-set-out = Lausettasi saa lainata myös ryhmän ulkopuolella, ilman nimeä.
quote-set-out-n = Lausettasi saa lainata myös ryhmän ulkopuolella, nimesi kanssa.
quotes-heading = Lauseet, joita saa lainata nimesi kanssa: { $group }
quotes-none = Ryhmässä { $group } ei ole lauseita, joita saisi lainata nimesi kanssa.
quotes-unnamed = Ilman nimeä annettuja lupia en voi näyttää enkä perua, koska en tiedä, keneltä ne ovat.
quote-inside = { $number }. Ryhmän sisällä:
quote-outside = { $number }. Myös ryhmän ulkopuolella:
quote-inside-waits = { $number }. Ryhmän sisällä, kun palaute on näytetty:
quote-outside-waits = { $number }. Myös ryhmän ulkopuolella, kun palaute on näytetty:
quote-dropped = Lupa on peruttu. Lausetta ei enää lainata.
