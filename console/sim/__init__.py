"""The demo site as real servers: RTSP cameras and MQTT sensors."""
