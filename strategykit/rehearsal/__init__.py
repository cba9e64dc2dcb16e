"""A dress rehearsal: simulated members play a process's agenda on a throwaway copy of it."""
