"""The store on disk: Parquet tables by month, DuckDB as the engine; identity and copies across articles."""

from lagebild.store.identity import actor_key, families, fold
from lagebild.store.store import Store
from lagebild.store.upkeep import check, compact, stats

__all__ = ["Store", "actor_key", "check", "compact", "families", "fold", "stats"]
