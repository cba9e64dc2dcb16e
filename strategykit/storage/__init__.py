"""SQLite or PostgreSQL: typed rows inside, frozen dataclasses outside."""
