"""GStreamer's RTSP server as a program of its own, run by the system's Python: cameras that are not of our making.

Each argument is one camera: `name:codec:colour:ways`, ways one of tcp, udp, both, multicast; `--digest USER PASSWORD`
asks for a password, `--tls PEM` encrypts, `--port N` chooses the port. Prints its port when it listens, ends when its
input does.
"""

from __future__ import annotations

import argparse
import sys
import threading

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import Gio, GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402  the versions come first

ENCODERS = {
    "h264": "x264enc tune=zerolatency speed-preset=ultrafast key-int-max=15 bframes=0 ! rtph264pay config-interval=1",
    "h264b": "x264enc speed-preset=veryfast key-int-max=15 bframes=3 b-adapt=false ! video/x-h264,profile=main ! "
    "rtph264pay config-interval=1",
    "h265": "x265enc tune=zerolatency speed-preset=ultrafast key-int-max=15 log-level=none ! h265parse ! "
    "rtph265pay config-interval=1",
}
WAYS = {
    "tcp": GstRtsp.RTSPLowerTrans.TCP,
    "udp": GstRtsp.RTSPLowerTrans.UDP,
    "multicast": GstRtsp.RTSPLowerTrans.UDP_MCAST,
    "both": GstRtsp.RTSPLowerTrans.UDP | GstRtsp.RTSPLowerTrans.TCP,
}


def factory(codec: str, colour: str, ways: str) -> GstRtspServer.RTSPMediaFactory:
    made = GstRtspServer.RTSPMediaFactory()
    source = f"videotestsrc is-live=true pattern={colour} ! video/x-raw,format=I420,width=320,height=176,framerate=15/1"
    made.set_launch(f"( {source} ! {ENCODERS[codec]} name=pay0 pt=96 )")
    made.set_shared(True)
    made.set_protocols(WAYS[ways])
    if ways == "multicast":
        pool = GstRtspServer.RTSPAddressPool()
        pool.add_range("239.192.7.1", "239.192.7.9", 5000, 5010, 1)
        made.set_address_pool(pool)
    return made


def guard(login: list[str], made: list[GstRtspServer.RTSPMediaFactory]) -> GstRtspServer.RTSPAuth:
    """Lets in who knows the password, or everybody when there is none."""
    auth = GstRtspServer.RTSPAuth()
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "viewer")
    if login:
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        auth.add_digest(*login, token)
    else:
        auth.set_default_token(token)
    for each in made:
        permissions = GstRtspServer.RTSPPermissions()
        permissions.add_permission_for_role("viewer", "media.factory.access", True)
        permissions.add_permission_for_role("viewer", "media.factory.construct", True)
        each.set_permissions(permissions)
    return auth


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("cameras", nargs="+")
    parser.add_argument("--digest", nargs=2, default=[])
    parser.add_argument("--tls", default="")
    parser.add_argument("--port", default="0")
    return parser.parse_args()


def main(told: argparse.Namespace) -> None:
    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(told.port)
    made = []
    for camera in told.cameras:
        name, codec, colour, ways = camera.split(":")
        made.append(factory(codec, colour, ways))
        server.get_mount_points().add_factory(f"/{name}", made[-1])
    if told.digest or told.tls:
        auth = guard(told.digest, made)
        if told.tls:
            auth.set_tls_certificate(Gio.TlsCertificate.new_from_file(told.tls))
        server.set_auth(auth)
    server.attach(None)
    sys.stdout.write(f"{server.get_bound_port()}\n")
    sys.stdout.flush()
    loop = GLib.MainLoop()

    def end() -> None:
        sys.stdin.read()
        loop.quit()

    threading.Thread(target=end, daemon=True).start()
    loop.run()


if __name__ == "__main__":
    main(arguments())
