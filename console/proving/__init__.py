"""Proof of the alarm paths: each detector is tested end to end in its time, and what was found is recorded."""

from console.proving import proofs, trial
from console.proving.desk import Proving
from console.proving.owing import Owing
from console.proving.plan import Obligation, Plan, Standing
from console.proving.proofs import Missing, Record
from console.proving.register import Register
from console.proving.report import as_csv
from console.proving.trial import Course, Ending, Step, Trial

KINDS = (*proofs.FACTS.kinds, *trial.FACTS.kinds)  # of journal entries

__all__ = [
    "KINDS", "Course", "Ending", "Missing", "Obligation", "Owing", "Plan", "Proving", "Record", "Register", "Standing",
    "Step",
    "Trial", "as_csv",
]  # fmt: skip
