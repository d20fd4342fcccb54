"""Cameras that speak no RTSP, as real servers in processes of their own: MJPEG over HTTP with a password, HLS, RTMP.

As a program: the web server; the first line of its output is its port.
"""

from __future__ import annotations

import base64
import io
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image

from tests.servers.ports import free_port
from tests.sources import ROOT

USER, PASSWORD = "viewer", "yard-3"
COLOURS = ((200, 30, 30), (30, 200, 30))
SIZE = (400, 300)
H264 = ("-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", "10", "-pix_fmt", "yuv420p")


class WebCameras:
    """`/mjpeg` wants a password and sends ten pictures a second, red and green by turns; files lie below `/`."""

    def __init__(self, folder: Path) -> None:
        arguments = [sys.executable, "-m", "tests.servers.web_video", str(folder)]
        self._child = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE)
        assert self._child.stdout is not None
        self.base = f"http://127.0.0.1:{int(self._child.stdout.readline())}"

    def freeze(self, *, is_frozen: bool) -> None:
        """The connection stays, and no more pictures come."""
        with urllib.request.urlopen(f"{self.base}/{'freeze' if is_frozen else 'thaw'}", timeout=20) as answer:
            answer.read()

    def close(self) -> None:
        self._child.kill()
        self._child.wait()
        assert self._child.stdout is not None
        self._child.stdout.close()


class _Handler(BaseHTTPRequestHandler):
    frozen = threading.Event()
    folder = Path()

    def do_GET(self) -> None:
        match self.path:
            case "/mjpeg":
                self._mjpeg()
            case "/freeze":
                self.frozen.set()
                self._file(Path())
            case "/thaw":
                self.frozen.clear()
                self._file(Path())
            case _:
                self._file(self.folder / Path(self.path.partition("?")[0]).name)

    def _mjpeg(self) -> None:
        wanted = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if self.headers.get("Authorization") != wanted:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="camera"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=picture")
        self.end_headers()
        pictures, number, pause = [_jpeg(colour) for colour in COLOURS], 0, threading.Event()
        while not pause.wait(0.1):
            if not self.frozen.is_set():
                data = pictures[number // 5 % 2]
                head = f"--picture\r\nContent-Type: image/jpeg\r\nContent-Length: {len(data)}\r\n\r\n"
                self.wfile.write(head.encode() + data + b"\r\n")
                number += 1

    def _file(self, path: Path) -> None:
        data = path.read_bytes() if path.is_file() else b""
        self.send_response(200 if data else 404 if path.name else 204)
        kind = "application/vnd.apple.mpegurl" if path.suffix == ".m3u8" else "video/mp2t"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _jpeg(colour: tuple[int, int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", SIZE, colour).save(out, "JPEG")
    return out.getvalue()


def make_hls(folder: Path) -> None:
    """`film.m3u8` of half a minute, blue, and its pieces."""
    source = ("-f", "lavfi", "-i", "color=c=blue:size=640x360:rate=10", "-t", "30")
    hls = ("-f", "hls", "-hls_time", "1", "-hls_list_size", "0")
    subprocess.run(["ffmpeg", "-v", "error", *source, *H264, *hls, str(folder / "film.m3u8")], check=True, timeout=120)


@contextmanager
def rtmp_camera() -> Iterator[str]:
    """An RTMP server of ffmpeg's own for one visitor, green; yields its address."""
    url = f"rtmp://127.0.0.1:{free_port()}/live/gate"
    # Noise, as a real picture has it: libvlc wants some tens of kilobytes before it looks at a stream.
    source = ("-re", "-f", "lavfi", "-i", "color=c=green:size=640x360:rate=10,noise=alls=20:allf=t")
    child = subprocess.Popen(["ffmpeg", "-v", "quiet", *source, *H264, "-f", "flv", "-listen", "1", url])
    try:
        yield url
    finally:
        child.kill()
        child.wait()


def main() -> None:
    """Serve until killed."""
    _Handler.folder = Path(sys.argv[1])
    _Handler.log_message = lambda *_: None  # type: ignore[method-assign]
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main()
