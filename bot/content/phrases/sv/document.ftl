# Något längre att läsa, som sida och på papper: vad som sägs om bilderna.

document-bars = { $title } – stapeldiagram: { $values }.
document-bars-ends = { $title } – stapeldiagram, { $ends }: { $values }.
document-trend = { $title } – linjediagram, { $ends }: { $values }.
document-value = { $label }: { $value }
document-none = visas inte
document-nothing = Här finns ännu inget att visa.
document-ends = { $bottom } = { $low }, { $top } = { $high }
document-lacks = Tecken som saknas i den här filens typsnitt står inom hakparentes. På sidan syns de som de är.
