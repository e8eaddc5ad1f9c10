"""The program: ``labelcheck`` and ``python -m labelcheck``."""

from __future__ import annotations

import gc
import sys

from labelcheck.cli.interrupts import watch


def main() -> None:
    """Run the command line; on a signal or an unexpected error, end in order."""
    watch()
    try:
        _run()
    except Exception as error:  # above all an installation that lacks something; a traceback would end with 1
        from labelcheck.crash import crashed

        print(f"labelcheck: error: {crashed(error)}", file=sys.stderr)  # noqa: T201 - the console may be what is broken
        sys.exit(2)


def _run() -> None:
    """Go through the quick door if it can be."""
    gc.disable()  # until all is imported: nothing of that is garbage
    from labelcheck.cli.quick import read

    options = read(sys.argv[1:])
    if options is None:
        from labelcheck.cli.main import main as program

        gc.enable()
        program()
    else:
        from labelcheck.cli.checking import check
        from labelcheck.cli.console import exit_code

        gc.freeze()
        gc.enable()
        code = exit_code(lambda: check(options))
        gc.freeze()  # the process ends: what is left is not worth a look
        sys.exit(code)


if __name__ == "__main__":
    main()
