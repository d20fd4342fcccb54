"""The guardian: a process of its own that starts the console, listens to its heartbeat and starts it again.

Guardian's side: `guard` (lives one after another), `life`, `vigil`, `pace`, `tone`. Console's side: `lifeline`,
`last_words`, `hooks`. Both: `cord` (what joins them), `report`, `redaction`, `vitals`.
"""
