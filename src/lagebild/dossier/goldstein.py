"""Goldstein's conflict–cooperation weights for the sixteen PLOVER types.

Goldstein (1992, Journal of Conflict Resolution 36) weighted WEIS events from -10 (most
conflictual) to +10; the CAMEO project carried the weights over to its codes. Each PLOVER type takes
the weight of the CAMEO root that it stands for, named beside it, as published with GDELT
(gdeltproject.org/data/lookups/CAMEO.goldsteinscale.txt). A root's weight is that of its general case:
a sanction weighs -4 (16 reduce relations), though CAMEO's own code for embargoes (163) has -8.
"""

WEIGHTS: dict[str, float] = {
    "AGREE": 4.0,  # 03 express intent to cooperate
    "CONSULT": 1.0,  # 04 consult
    "SUPPORT": 3.5,  # 05 engage in diplomatic cooperation
    "COOPERATE": 6.0,  # 06 engage in material cooperation
    "AID": 7.0,  # 07 provide aid
    "CONCEDE": 5.0,  # 08 yield (in words)
    "RETREAT": 5.0,  # 08 yield (in deed)
    "REQUEST": -5.0,  # 10 demand
    "ACCUSE": -2.0,  # 11 disapprove (09 investigate has the same weight)
    "REJECT": -4.0,  # 12 reject
    "THREATEN": -6.0,  # 13 threaten
    "PROTEST": -6.5,  # 14 protest
    "MOBILIZE": -7.2,  # 15 exhibit force posture
    "SANCTION": -4.0,  # 16 reduce relations
    "COERCE": -7.0,  # 17 coerce
    "ASSAULT": -9.0,  # 18 assault (19 fight and 20 mass violence: -10)
}
