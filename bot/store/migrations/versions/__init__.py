"""Every shape that the database has had, from the first table on."""
