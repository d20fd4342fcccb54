"""Windows and the screens they stand on: roles, hot-plug, identify, kiosk. GUI thread."""
