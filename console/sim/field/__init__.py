"""Simulated field teams: real sessions at the voice server that answer what is said to their group."""

from __future__ import annotations

from console.sim.field.teams import FieldTeams

__all__ = ["FieldTeams"]
