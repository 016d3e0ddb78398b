"""Which register this installation asks: the regulator's service, its file, or none."""

from pathlib import Path

from market.core.settings import Settings
from providers.registers.directory_file import CareDirectoryFile, DirectoryUnreadable
from providers.registers.errors import RegisterAway
from providers.registers.regulator_api import RegulatorApi
from providers.registers.rules import CareRegister, Registration


def chosen_register(settings: Settings) -> CareRegister | None:
    """By settings: a key for the service comes before a file; None where neither is set."""
    if key := settings.cqc_key.get_secret_value():
        return RegulatorApi(key, settings.cqc_address)
    return FileWhenAsked(settings.cqc_file) if settings.cqc_file else None


class FileWhenAsked:
    """The file, read when somebody first asks, and again when it was changed since: a new one comes out every week."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read: tuple[float, CareDirectoryFile] | None = None

    def look_up(self, number: str) -> Registration | None:
        """As the file has it. Raises `RegisterAway` when it is not there or is another file."""
        try:
            changed = self._path.stat().st_mtime
            if self._read is None or self._read[0] != changed:
                self._read = (changed, CareDirectoryFile(self._path))
        except OSError:
            raise RegisterAway("its file is not there") from None
        except (DirectoryUnreadable, ValueError):
            raise RegisterAway("its file has not the columns of the care directory") from None
        return self._read[1].look_up(number)
