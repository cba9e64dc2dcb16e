"""Reads the Word files of a folder with little memory and processor time; says what came of it.

`python read_under_limits.py FOLDER SENT`: one JSON line for each file.
"""

import json
import resource
import sys
from pathlib import Path

from strategykit.drafting.read_back import read_back
from strategykit.errors import BadFile

MEMORY = 1_000_000_000
SECONDS = 60

resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
sent = Path(sys.argv[2]).read_bytes()
for file in sorted(Path(sys.argv[1]).iterdir()):
    used = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    resource.setrlimit(resource.RLIMIT_CPU, (int(used) + SECONDS, resource.RLIM_INFINITY))
    try:
        marks = len(read_back(file.read_bytes(), sent).marks)
        told = {"file": file.name, "marks": marks}
    except BadFile as error:
        told = {"file": file.name, "error": type(error).__name__, "said": str(error)}
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    sys.stdout.flush()
