"""What arrives: every source with its counts, its devices and its last messages, and the trouble of a deaf one."""

from console.arrivals.cases import as_case
from console.arrivals.desk import Arrivals
from console.arrivals.ledger import Arrived, Ledger
from console.arrivals.rows import Bridge, Devices, Refusal, SourceRow

__all__ = ["Arrivals", "Arrived", "Bridge", "Devices", "Ledger", "Refusal", "SourceRow", "as_case"]
