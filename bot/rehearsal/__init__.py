"""A season played without people: what a convener shows a group before it begins."""
