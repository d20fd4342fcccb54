"""Where messages come from: MQTT, a recording."""
