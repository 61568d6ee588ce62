"""A web server with range requests for tests, run as a program: ``range_server.py FOLDER``.

Prints its port. Of what lies below ``/dying/`` it answers the first bytes only and then
hangs up, as a server does that breaks down half-way.
"""

from __future__ import annotations

import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

ALIVE = 20_000  # bytes of a file that a dying server still answers


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.answer(body=False)

    def do_GET(self) -> None:
        self.answer(body=True)

    def answer(self, body: bool) -> None:
        place = urlsplit(self.path).path
        file = Path(sys.argv[1], place.replace("/dying/", "/").lstrip("/"))
        if not file.is_file():
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        content = file.read_bytes()
        start, stop = 0, len(content)
        asked = re.match(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if asked:
            start = int(asked.group(1))
            stop = min(int(asked.group(2) or len(content)) + 1, len(content))
        self.send_response(206 if asked else 200)
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(stop - start))
        if asked:
            self.send_header("Content-Range", f"bytes {start}-{stop - 1}/{len(content)}")
        self.end_headers()
        if body and "/dying/" in place and stop > ALIVE:
            self.wfile.write(content[start:ALIVE])
            self.close_connection = True
        elif body:
            self.wfile.write(content[start:stop])

    def log_message(self, *arguments: object) -> None:
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()
