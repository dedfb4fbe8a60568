"""A small HTTP server in front of chDB that answers as a ClickHouse server does: queries by POST, settings in the URL, errors with a
code in a header. No present server can be installed from the registries, and chDB is the same engine in a library."""

import http.server
import re
import sys
import threading
import urllib.parse

from chdb import session

engine = session.Session(sys.argv[2])
lock = threading.Lock()
known = ("max_", "short_circuit_", "output_format_")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.answer(b"Ok.\n")

    def do_POST(self):
        query = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
        sql = (query.get("query", [""])[0] + self.read_body().decode()).strip()
        found = re.search(r"\sFORMAT\s+(\w+)\s*$", sql)
        form = found.group(1) if found else "TabSeparated"
        sql = sql[: found.start()] if found else sql
        settings = [
            f"{name} = {value[0] if value[0].isdigit() else repr(value[0])}"
            for name, value in query.items()
            if name.startswith(known)
        ]
        if settings and sql.upper().startswith("SELECT"):
            sql += " SETTINGS " + ", ".join(settings)
        try:
            with lock:
                self.answer(bytes(engine.query(sql, form).bytes()))
        except Exception as error:
            self.answer(str(error).encode(), 500)

    def read_body(self):
        if self.headers.get("transfer-encoding", "") != "chunked":
            return self.rfile.read(int(self.headers.get("content-length") or 0))
        body = b""
        while size := int(self.rfile.readline().strip() or b"0", 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def answer(self, body, status=200):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if status != 200:
            self.send_header("X-ClickHouse-Exception-Code", "62")
        self.end_headers()
        self.wfile.write(body)


http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
