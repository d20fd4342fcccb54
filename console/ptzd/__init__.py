"""The process that talks to the heads of cameras: obeys the window, stops what nobody holds any more."""
