"""A PostgreSQL server of our own on loopback, from the binaries found on this machine; gone afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin")
MISSING = "PostgreSQL's server is not on this machine (Debian: apt install postgresql): nothing is tried on it here"


def binaries() -> Path | None:
    """The folder with initdb and postgres; of several the newest."""
    here = shutil.which("initdb")
    found = [path for place in PLACES for path in Path("/").glob(place.removeprefix("/")) if (path / "initdb").exists()]
    if found:
        return max(found, key=lambda path: [int(n) for n in path.parent.name.split(".") if n.isdecimal()])
    return Path(here).resolve().parent if here else None


class Server:
    """A running server. Databases are made on it by name; `stop` and `start` are what an operator might do to it."""

    def __init__(self, bin_: Path, folder: Path, port: int) -> None:
        self.bin, self.folder, self.port = bin_, folder, port

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://piiri@127.0.0.1:{self.port}/{database}"

    def make(self, name: str, like: str = "template0") -> str:
        """A new database, as a copy of another to which nobody is connected; its address."""
        self.sql(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        return self.url(name)

    def drop(self, name: str) -> None:
        self.sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def sql(self, *statements: str, database: str = "postgres") -> list[tuple]:
        """Run statements one by one, each committed by itself; what the last of them answered."""
        import psycopg

        with psycopg.connect(self.url(database), autocommit=True) as connection:
            for statement in statements:
                cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def start(self) -> None:
        self._ctl("start", "-w", "-t", "90", "-l", str(self.folder / "log"), "-o", f"-p {self.port}")

    def stop(self, mode: str = "fast") -> None:
        self._ctl("stop", "-w", "-t", "90", "-m", mode)

    def pids(self) -> list[int]:
        """The server's processes, for whoever counts what they cost."""
        mother = int((self.folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        children = Path(f"/proc/{mother}/task/{mother}/children").read_text().split()
        return [mother, *map(int, children)]

    def _ctl(self, *words: str) -> None:
        run_as_nobody_special([str(self.bin / "pg_ctl"), "-D", str(self.folder / "data"), *words])


SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = {fsync}
synchronous_commit = {fsync}
full_page_writes = {fsync}
max_connections = 200
shared_buffers = 64MB
logging_collector = off
autovacuum_naptime = 10s
"""


@contextmanager
def server(*, durable: bool = False) -> Iterator[Server]:
    """A server, started; `durable` waits for the disk at every commit, as a real one does. LookupError where none is."""
    bin_ = binaries()
    if bin_ is None:
        raise LookupError(MISSING)
    memory = Path("/dev/shm")
    where = memory if os.access(memory, os.W_OK) and not durable else None
    with tempfile.TemporaryDirectory(prefix="piiri-postgres-", dir=where) as name:
        folder = Path(name)
        if os.geteuid() == 0:
            person = pwd.getpwnam("postgres")
            os.chown(folder, person.pw_uid, person.pw_gid)
        data = folder / "data"
        run_as_nobody_special(
            [
                str(bin_ / "initdb"),
                "-D",
                str(data),
                "-U",
                "piiri",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=fi",
                "--no-sync",
            ]
        )
        with (data / "postgresql.conf").open("a") as settings:
            settings.write(SETTINGS.format(fsync="on" if durable else "off"))
        running = Server(bin_, folder, _free_port())
        running.start()
        try:
            yield running
        finally:
            running.stop("immediate")


def run_as_nobody_special(command: list[str]) -> None:
    """As we are, or as postgres where we are root, whom the server does not serve."""
    if os.geteuid() == 0:
        command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command]
    subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as knock:
        knock.bind(("127.0.0.1", 0))
        return knock.getsockname()[1]
