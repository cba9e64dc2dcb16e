"""Writes notes and prints the id of each one that was confirmed, until somebody ends it."""

import sys

from strategykit.actions.acting import new_id
from strategykit.actions.registers import add_entry
from strategykit.domain.boards import Note
from strategykit.domain.people import Access, Who
from strategykit.storage.database import Database

database, process_id = Database(sys.argv[1]), sys.argv[2]
while True:
    note_id = new_id()
    note = Note(id=note_id, process_id=process_id, board="swot", field="styrker", text="x")
    add_entry(database, Who(Access.FACILITATOR), note)
    sys.stdout.write(f"{note_id}\n")
    sys.stdout.flush()
