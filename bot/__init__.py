"""Piiri: keeps a peer group together between its meetings."""
