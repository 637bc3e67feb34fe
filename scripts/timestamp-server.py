"""A time stamp service (RFC 3161) on 127.0.0.1, for trying signatures.

openssl makes its answers, by a configuration with a section for "openssl ts". The
port, which the system chooses, is written to a file once the service listens.

timestamp-server.py CONFIGURATION PORT-FILE
"""
import http.server
import os
import subprocess
import sys
import tempfile


class Stamps(http.server.BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        query = self.rfile.read(int(self.headers["Content-Length"]))
        with tempfile.NamedTemporaryFile() as file:
            file.write(query)
            file.flush()
            made = subprocess.run(
                ["openssl", "ts", "-reply", "-config", sys.argv[1], "-queryfile", file.name],
                stdout=subprocess.PIPE,
            )
        self.send_response(200 if made.returncode == 0 else 500)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(made.stdout)))
        self.end_headers()
        self.wfile.write(made.stdout)


def main() -> None:
    server = http.server.HTTPServer(("127.0.0.1", 0), Stamps)
    with open(sys.argv[2] + ".new", "w") as file:
        file.write(str(server.server_port))
    os.rename(sys.argv[2] + ".new", sys.argv[2])
    server.serve_forever()


if __name__ == "__main__":
    main()
