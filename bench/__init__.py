"""Figures, printed and not asserted. Machines are noisy: read the medians and the ratios taken in one run."""
