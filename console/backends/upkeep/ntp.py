"""What the kernel knows of its clock: chrony, ntpd and systemd-timesyncd all tell it. Any thread, never blocks."""

from __future__ import annotations

import ctypes
import sys

TIME_ERROR = 5  # of ntp_gettime(3): the clock is not synchronised


class _NtpTime(ctypes.Structure):
    _fields_ = (
        ("seconds", ctypes.c_long),
        ("fraction", ctypes.c_long),
        ("most_error", ctypes.c_long),
        ("error", ctypes.c_long),
        ("leap", ctypes.c_long),
        ("spare", ctypes.c_long * 4),
    )


def is_synchronised() -> bool | None:
    """Whether somebody keeps the clock right; None where the system does not say."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        state = ctypes.CDLL(None).ntp_gettime(ctypes.byref(_NtpTime()))
    except (OSError, AttributeError):
        return None
    return None if state < 0 else state != TIME_ERROR
