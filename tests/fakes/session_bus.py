"""A message bus of the test's own, which starts no services by itself."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import Self

_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus
 Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class SessionBus:
    """`with SessionBus() as bus:` gives `bus.address`; the end is always clean."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="ds-bus-")
        self._process: subprocess.Popen[str] | None = None
        self.address = ""

    def __enter__(self) -> Self:
        configuration = Path(self._folder.name) / "bus.conf"
        configuration.write_text(_CONFIGURATION.format(folder=self._folder.name))
        self._process = subprocess.Popen(
            [
                "dbus-daemon",
                f"--config-file={configuration}",
                "--nofork",
                "--nopidfile",
                "--nosyslog",
                "--print-address=1",
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={"PATH": os.environ.get("PATH", "")},
        )
        self.address = self._process.stdout.readline().strip()
        assert self.address, "dbus-daemon did not start"
        return self

    def die(self) -> None:
        """End as a crashed session does; ending twice is no harm."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process.stdout.close()
            self._process = None

    def __exit__(self, *_: object) -> None:
        self.die()
        self._folder.cleanup()
