"""`python -m hub`: the command, where the installed `hub` is not on the path."""

from hub.entry import run

if __name__ == "__main__":
    run()
