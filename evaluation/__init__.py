"""Measurements: what Lagebild reaches on the data sets beside the checkout."""

from lagebild.compiled import insist

insist()
