"""`make bench`: every measurement, one after the other; `python -m bench NAME` runs one."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NOT_A_BENCH = {"__main__", "train_adapter", "tutorial"}


def main(wanted: list[str]) -> int:
    """Runs each bench in a process of its own, so that none profits from what another loaded."""
    names = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NOT_A_BENCH)
    unknown = [name for name in wanted if name not in names]
    if unknown:
        print(f"Unknown: {', '.join(unknown)}. There are: {', '.join(names)}", file=sys.stderr)
        return 2
    failed = []
    for name in wanted or names:
        print(f"\n== {name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"bench.{name}"], cwd=HERE.parent, check=False).returncode:
            failed.append(name)
    print(f"\nFailed: {', '.join(failed)}" if failed else "")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
