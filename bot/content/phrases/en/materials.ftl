# Materials: what the group keeps at hand.

button-materials = Materials
button-material-add = Add material
button-material-drop = Remove { $number }.
button-newer = Newer
button-older = Older
materials-heading = { $group }: materials
materials-none = There are no materials yet. You can keep a link or, say, the name of a book here, so that everybody finds it.
materials-full = There are { $most } materials already, and there is no room for more. Remove an old one first.
material-line = { $number }. { $material }
material-line-by = { $number }. { $material } ({ $name })
material-form = New material
material-title = Name
material-title-hint = For example, the name of a book or a page. The group sees your name beside it.
material-more = Link or more about it
material-more-hint = An https link, the author, or where to find it. You may leave this empty.
submit-material = Add to the materials
material-kept = Added to the materials.
material-there = This is in the materials already.
material-not-https = A link needs to begin with https://. Copy it from the browser's address bar, or write the name without a link.
material-dropped = Removed from the materials.
material-not-yours = Material can be removed by whoever added it, or by a convener.
