"""ONVIF as this program speaks it: finding devices, asking what they are, turning their heads. Event loop thread."""
