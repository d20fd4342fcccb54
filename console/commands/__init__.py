"""One file per subcommand of main.py."""
