"""RTSP and RTP as a camera speaks them: requests, authentication, packets, connections."""
