"""Builds `market/web/static` from these sources: `python build.py` writes, `--check` only compares (exit 1 on a difference).

The work is done by build.mjs under Node 20 or newer, which also installs the packages of package-lock.json when they are absent.
"""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(words: list[str]) -> int:
    """Run the build with the given words. 2 where there is no Node."""
    node = shutil.which("node")
    if node is None:
        print(
            "Building the assets needs Node 20 or newer. Running Alongside does not: static/ is committed.",
            file=sys.stderr,
        )
        return 2
    return subprocess.run([node, str(HERE / "build.mjs"), *words], check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
