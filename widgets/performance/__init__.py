"""The page of the alarm performance: figures, the ten busiest points, a rule tried on what was recorded, print."""
