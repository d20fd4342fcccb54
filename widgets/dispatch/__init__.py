"""Incidents and the units sent to them as the desk, the plan and the walls show them."""
