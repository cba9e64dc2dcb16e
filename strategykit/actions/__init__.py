"""What people do: one function is one permission, one transaction and one log line."""
