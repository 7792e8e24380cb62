"""Where things are, and the bytes of what lies there."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from deskstretch.words import Words, words

_APP = "deskstretch"
_LONGEST_SOCKET_PATH = 100  # Linux takes 107 bytes, macOS 103; a name is in there
_LARGEST_OWN_FILE = 64 * 1024  # ten times the longest that is shipped


class Places:
    """The files of one profile.

    A folder given by hand (`--profile DIR`), or by DESKSTRETCH_PROFILE, holds
    everything. Without one the folders are those of the system: settings and own
    movements in the configuration folder, database and lock in the data folder.
    Nothing is made here until `create` is called.
    """

    def __init__(self, profile: str | None = None) -> None:
        given = profile or os.environ.get("DESKSTRETCH_PROFILE")
        if given:
            config = data = Path(given).expanduser().absolute()
            self.log_dir = data / "log"
        else:
            config, data, self.log_dir = _system_folders()
        self.settings_file = config / "settings.toml"
        self.movements_dir = config / "movements"
        self.routines_dir = config / "routines"
        self.database = data / "deskstretch.db"
        self.lock_file = data / "lock"
        self.socket = _socket(config)

    def create(self) -> None:
        """Make the folders that are written to, for this user alone.

        Raises:
            OSError: one of them cannot be made, or the socket's is not ours.
        """
        for file in (self.settings_file, self.database):
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_private(self.socket.parent)


def _system_folders() -> tuple[Path, Path, Path]:
    # It costs a command such as `status --profile` 20 ms that it need not pay.
    from platformdirs import PlatformDirs  # noqa: PLC0415

    folders = PlatformDirs(_APP, appauthor=False)
    return folders.user_config_path, folders.user_data_path, folders.user_log_path


def _socket(config: Path) -> Path:
    """Name the socket after the profile's real folder.

    Without a profile that is the configuration folder, so two users who share
    XDG_RUNTIME_DIR (root in a borrowed session) still have two sockets.
    """
    real = os.path.realpath(config)
    mark = hashlib.sha256(os.fsencode(real)).hexdigest()[:12]
    name = f"{_APP}-{mark}.sock"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and os.access(runtime, os.W_OK | os.X_OK):
        path = Path(runtime).absolute() / name
        if len(os.fsencode(path)) <= _LONGEST_SOCKET_PATH:
            return path
    return _private_folder() / name


def _private_folder() -> Path:
    if sys.platform == "win32":  # the name of a pipe: no folder is involved
        return Path(r"\\.\pipe")
    # The home's path may be too long for a socket; this one never is.
    return Path("/tmp") / f"{_APP}-{os.getuid()}"  # noqa: S108 - checked when made


def _make_private(folder: Path) -> None:
    """Make `folder` 0700, or see that the one that is there is ours alone."""
    if sys.platform == "win32" or folder != _private_folder():
        return
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if found.st_uid != os.getuid() or found.st_mode & 0o170077 != 0o040000:
        raise PermissionError(f"{folder} is not a private folder of yours")


def asset(name: str) -> bytes:
    """Return a file that belongs to the product, such as `icons/tray.svg`.

    Raises:
        FileNotFoundError: the product has no such file.
    """
    return (_assets_root() / name).read_bytes()


def assets(folder: str, suffix: str = "") -> dict[str, bytes]:
    """Return the files of one folder of assets by name, in the order of names."""
    files = sorted((_assets_root() / folder).iterdir())
    return {
        file.name: file.read_bytes()
        for file in files
        if file.name.endswith(suffix) and file.is_file()
    }


def assets_folder(folder: str) -> Path:
    """Return where a folder of assets lies."""
    return _assets_root() / folder


def _assets_root() -> Path:
    package = Path(__file__).resolve().parents[1]
    installed = package / "assets"
    return installed if installed.is_dir() else package.parents[1] / "assets"


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """What a folder of the user's holds, and why what of it could not be read.

    Both by name; "" is the folder itself.
    """

    files: dict[str, bytes]
    problems: dict[str, Words]


def own_files(folder: Path, suffix: str) -> OwnFiles:
    """Read the user's own files; what cannot be read becomes a sentence.

    A folder that is not there is an empty one.
    """
    try:
        found = sorted(folder.iterdir())
    except FileNotFoundError:
        return OwnFiles({}, {})
    except OSError as error:
        return OwnFiles({}, {"": _unreadable(error)})
    files: dict[str, bytes] = {}
    problems: dict[str, Words] = {}
    for file in found:
        if not file.name.endswith(suffix):
            continue
        try:
            files[file.name] = _read_small(file, getattr(os, "O_NOFOLLOW", 0))
        except OSError as error:
            problems[file.name] = _unreadable(error)
    return OwnFiles(files, problems)


def content_file(file: Path) -> bytes:
    """Read one file of content that was named by hand; a link is followed.

    Raises:
        NotReadable: it is no file, too large, or the disk refuses; says why.
    """
    try:
        return _read_small(file)
    except OSError as error:
        raise NotReadable(_unreadable(error)) from None


class NotReadable(Exception):  # noqa: N818 - an answer to a person, not a fault
    """A file that was not read; `sentence` says why, in plain words."""

    def __init__(self, sentence: Words) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def _read_small(file: Path, flags: int = 0) -> bytes:
    """Read a small regular file; nothing else is opened for long or waited for."""
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError("it is not a file")
    with os.fdopen(handle, "rb") as stream:
        data = stream.read(_LARGEST_OWN_FILE + 1)
    if len(data) > _LARGEST_OWN_FILE:
        raise OSError(f"it is larger than {_LARGEST_OWN_FILE // 1024} KiB")
    return data


def _unreadable(error: OSError) -> Words:
    if error.errno == errno.ELOOP:
        return words("This is a link to a file elsewhere. Put the file itself here.")
    if error.errno == errno.ENOTDIR:
        return words("This is a file where a folder belongs.")
    reason = (error.strerror or str(error)).rstrip(".")
    return words("This cannot be read: {reason}.", reason=reason)
