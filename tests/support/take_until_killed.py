"""Takes in one marked file after the other until somebody ends it; prints the id of each.

`python take_until_killed.py DATABASE PROCESS FILE`: the file with a word more each time.
"""

import sys
from pathlib import Path

from strategykit.actions.sending_out import send_outs_of
from strategykit.actions.taking_in import Reviewer, take_file
from strategykit.storage.database import Database

database = Database(sys.argv[1])
sent = send_outs_of(database, sys.argv[2])[0]
data, number = Path(sys.argv[3]).read_bytes(), 0
while True:
    number += 1
    received, _ = take_file(database, Reviewer(name="Anne"), sent, data + bytes(number))
    sys.stdout.write(f"{received.id}\n")
    sys.stdout.flush()
