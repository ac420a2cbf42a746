# Pidempi luettava, sivuna ja paperilla: mitä kuvista sanotaan.

document-bars = { $title } – pylväskuva: { $values }.
document-bars-ends = { $title } – pylväskuva, { $ends }: { $values }.
document-trend = { $title } – viivakuva, { $ends }: { $values }.
document-value = { $label }: { $value }
document-none = ei näytetä
document-nothing = Tästä ei ole vielä mitään näytettävää.
document-ends = { $bottom } = { $low }, { $top } = { $high }
document-lacks = Merkit, joita tämän tiedoston kirjasimissa ei ole, on kirjoitettu hakasulkeisiin. Sivulla ne näkyvät sellaisinaan.
