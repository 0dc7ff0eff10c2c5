"""The error tree. Each class says what the caller can do; each message is Danish: what happened, then what to do."""

import errno


class AssistantError(Exception):
    """Base of every expected error. `str(error)` is one or two lines of Danish, ready to show."""

    exit_code = 3


class UsageError(AssistantError):
    """The call is wrong (unknown ID, broken question file, bad setting): correct it and call again."""

    exit_code = 2


class FixTheFile(AssistantError):
    """One file cannot be read. The other files are still read; the caller reports this one and goes on."""

    def __init__(self, message: str, outcome: str) -> None:
        """`outcome` is a stable name for reports and tests: `encrypted`, `empty`, `damaged`, `timeout`, …"""
        super().__init__(message)
        self.outcome = outcome


class TryAgain(AssistantError):
    """Something outside is in the way for now (index locked, disk full, server away): clear it and try again."""


class RebuildTheIndex(AssistantError):
    """The index was made by another model or schema: the message names the command that rebuilds it."""


_WHY = {
    errno.EACCES: "ingen adgang",
    errno.EPERM: "ikke tilladt",
    errno.ENOENT: "findes ikke",
    errno.EEXIST: "findes i forvejen",
    errno.ENOTDIR: "en del af stien er ikke en mappe",
    errno.EISDIR: "er en mappe",
    errno.ENOSPC: "disken er fuld",
    errno.EROFS: "drevet kan kun læses",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.EIO: "fejl på drevet",
}


def os_reason(error: OSError) -> str:
    """What the system refused, in Danish; its own words where it says something unusual."""
    return _WHY.get(error.errno or 0) or error.strerror or str(error)
