"""Explain: what the console would make of a message, one by one or from a file of cases."""

from console.explain.cases import Case, explain, to_json
from console.explain.explainer import AlarmStep, Explainer, Explanation, Prior, RankCameras, Ranked, Step, Told

__all__ = [
    "AlarmStep",
    "Case",
    "Explainer",
    "Explanation",
    "Prior",
    "RankCameras",
    "Ranked",
    "Step",
    "Told",
    "explain",
    "to_json",
]
