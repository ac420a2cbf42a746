# Menus: what there is to do by press.

button-ours = Group matters
ours-heading = What there is to do: { $group }
button-convening = For the convener
convening-heading = For the convener: { $group }
branch-more = more
branch-more-about = what is needed less often
