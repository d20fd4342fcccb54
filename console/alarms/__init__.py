"""Alarms: what an alarm is, how it changes (pure `step`), and the desk that owns all of them (desk thread)."""

from console.alarms.alarm import Acknowledgement, Alarm, Occurrence, Outcome, Shown
from console.alarms.desk import Alarms, Change
from console.alarms.facts import Acknowledged, Cleared, Fact, Raised, Reset, SourceLost, SourceReturned, alarm_of
from console.alarms.step import Acknowledge, ConditionSeen, Given, ResetAsked, step
from console.alarms.telling import told

__all__ = [
    "Acknowledge",
    "Acknowledged",
    "Acknowledgement",
    "Alarm",
    "Alarms",
    "Change",
    "Cleared",
    "ConditionSeen",
    "Fact",
    "Given",
    "Occurrence",
    "Outcome",
    "Raised",
    "Reset",
    "ResetAsked",
    "Shown",
    "SourceLost",
    "SourceReturned",
    "alarm_of",
    "step",
    "told",
]
