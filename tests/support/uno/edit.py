"""Opens a Word file in LibreOffice, does what it is told in it, and saves it as Word again.

Run by the system's python3, which has UNO: `python3 edit.py ORDER.json`. The order names `source`,
`target`, `profile` (a folder of its own) and `steps`; the answer is JSON on standard output.
"""

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.util import DateTime

TRIES = 200


def value(name, content):
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


def office(profile):
    """LibreOffice on a pipe of its own; gives the process and its desktop."""
    pipe = f"sv{os.getpid()}"
    process = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(TRIES):
        with contextlib.suppress(Exception):
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            make = context.ServiceManager.createInstanceWithContext
            return process, context, make("com.sun.star.frame.Desktop", context)
        time.sleep(0.1)
    raise SystemExit("LibreOffice did not start")


class Session:
    def __init__(self, document, context):
        self.document, self.context = document, context
        self.said = []

    def find(self, words):
        search = self.document.createSearchDescriptor()
        search.SearchString, search.SearchCaseSensitive = words, True
        found = self.document.findFirst(search)
        if found is None:
            raise SystemExit(f"not found: {words}")
        return found

    def author(self, name):
        access = self.context.ServiceManager.createInstanceWithContext(
            "com.sun.star.configuration.ConfigurationProvider", self.context
        )
        update = access.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess",
            (value("nodepath", "/org.openoffice.UserProfile/Data"),),
        )
        update.setPropertyValue("givenname", name)
        update.setPropertyValue("sn", "")
        update.commitChanges()

    def track(self, on):
        self.document.RecordChanges = on

    def insert_after(self, words, text):
        """A line end in `text` makes a new paragraph."""
        found = self.find(words)
        cursor = found.Text.createTextCursorByRange(found.End)
        for number, part in enumerate(text.split("\n")):
            if number:
                cursor.Text.insertControlCharacter(cursor, 0, False)
            if part:
                cursor.Text.insertString(cursor, part, False)

    def insert_after_last(self, words, text):
        """After the last place where the words stand: a heading also stands in the contents."""
        found = self.find(words)
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        while found is not None:
            last, found = found, self.document.findNext(found.End, search)
        last.Text.createTextCursorByRange(last.End).String = text

    def in_cell(self, number, text):
        """Writes below the head of a table; -1 is the last table."""
        tables = self.document.TextTables
        table = tables.getByIndex(number - 1 if number > 0 else tables.Count + number)
        table.getCellByName("A2").String = text

    def add_row_after(self, words, *cells):
        """A table row below the one in which the words stand."""
        found = self.find(words)
        table, name = found.TextTable, found.Cell.CellName
        self.document.CurrentController.select(found)
        self.dispatch("InsertRowsAfter")
        number = int("".join(sign for sign in name if sign.isdigit())) + 1
        for column, text in zip("ABCDEFGH", cells, strict=False):
            table.getCellByName(f"{column}{number}").String = text

    def delete_row(self, words):
        self.document.CurrentController.select(self.find(words))
        self.dispatch("DeleteRows")

    def delete(self, words):
        found = self.find(words)
        found.Text.createTextCursorByRange(found).String = ""

    def replace(self, words, text):
        found = self.find(words)
        found.Text.createTextCursorByRange(found).String = text

    def join_after(self, words):
        """Takes away the end of the paragraph in which the words stand."""
        found = self.find(words)
        cursor = found.Text.createTextCursorByRange(found.End)
        cursor.gotoEndOfParagraph(False)
        cursor.goRight(1, True)
        cursor.String = ""

    def delete_paragraph(self, words):
        found = self.find(words)
        cursor = found.Text.createTextCursorByRange(found.Start)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        cursor.goRight(1, True)
        cursor.String = ""

    def comment(self, words, text, author):
        found = self.find(words)
        note = self.document.createInstance("com.sun.star.text.textfield.Annotation")
        note.Author, note.Content = author, text
        note.DateTimeValue = DateTime(0, 0, 30, 18, 3, 6, 2026, False)
        cursor = found.Text.createTextCursorByRange(found)
        found.Text.insertTextContent(cursor, note, True)

    def dispatch(self, command):
        helper = self.context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", self.context
        )
        frame = self.document.CurrentController.Frame
        helper.executeDispatch(frame, f".uno:{command}", "", 0, ())

    def texts(self):
        """Says every paragraph of the text and its tables, in reading order."""
        found = []
        self._walk(self.document.Text, found)
        self.said.append(found)

    def _walk(self, text, found):
        paragraphs = text.createEnumeration()
        while paragraphs.hasMoreElements():
            each = paragraphs.nextElement()
            if each.supportsService("com.sun.star.text.TextTable"):
                for name in each.CellNames:
                    self._walk(each.getCellByName(name), found)
            else:
                found.append(each.String)

    def save(self, target):
        self.document.storeToURL(Path(target).as_uri(), (value("FilterName", "MS Word 2007 XML"),))


def main():
    order = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    process, context, desktop = office(order["profile"])
    answers = []
    try:
        for job in order["jobs"]:
            document = desktop.loadComponentFromURL(
                Path(job["source"]).as_uri(), "_blank", 0, (value("Hidden", True),)
            )
            session = Session(document, context)
            for name, *given in job["steps"]:
                getattr(session, name)(*given)
            answers.append(session.said)
            document.close(True)
        print(json.dumps(answers, ensure_ascii=False))
        with contextlib.suppress(Exception):
            desktop.terminate()
    finally:
        with contextlib.suppress(Exception):
            process.wait(20)
        process.kill()


main()
