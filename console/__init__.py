"""The console without windows: model, desks, journal, ports and backends. Imports no Qt and runs headless."""
