"""Piiri: keeps a peer group together between its meetings."""

__version__ = "0.1.0"
