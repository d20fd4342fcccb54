"""Takes what devices and clouds say that speak no MQTT, and gives it to the broker: a program of its own."""
