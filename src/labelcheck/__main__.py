"""The program: ``labelcheck`` and ``python -m labelcheck``."""

from labelcheck.cli.main import main

if __name__ == "__main__":
    main()
