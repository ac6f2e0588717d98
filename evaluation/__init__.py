"""Measurements: what Lagebild reaches on the data sets beside the checkout."""
