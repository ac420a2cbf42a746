# Something longer to read, as a page and on paper: what is said of its pictures.

document-bars = { $title } – bar chart: { $values }.
document-bars-ends = { $title } – bar chart, { $ends }: { $values }.
document-trend = { $title } – line chart, { $ends }: { $values }.
document-value = { $label }: { $value }
document-none = not shown
document-nothing = There is nothing to show here yet.
document-ends = { $bottom } = { $low }, { $top } = { $high }
document-lacks = Characters that this file's fonts lack are spelled out in square brackets. The page shows them as they are.
