"""The page of the cameras' health: every camera in one list, those that need somebody first."""
