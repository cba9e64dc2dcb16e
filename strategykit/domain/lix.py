"""How heavy a text is to read, by C.H. Björnsson's readability index (Läsbarhet, 1968).

LIX is the words of a sentence on average plus the share of words over six letters in pct.
"""

import re
from dataclasses import dataclass

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# "3. juni", "stk. 4" and "bl.a. unge" end no sentence: what follows must begin one.
_END = re.compile(r"[.!?:](?=[\s\"”»)\]]*(?:$|\n|\s[\"”»(]?[A-ZÆØÅ]))")
_SHORT_FORMS = re.compile(r"\b(?:stk|nr|kl|ca|dvs|osv|mv|pct|kr|mio)\.(?=\s)", re.IGNORECASE)
_LONG = 6
_LEVELS = (
    (25, "meget let, som børnebøger"),
    (35, "let, som ugeblade"),
    (45, "middel, som dagblade"),
    (55, "svær, som fagtekster"),
)
_HEAVIEST = "meget svær, som lovtekster"
FEWEST_WORDS = 30


@dataclass(frozen=True)
class Lix:
    """`words`, `sentences` and `long_words` are what the number was counted from."""

    words: int
    sentences: int
    long_words: int

    @property
    def value(self) -> int:
        """The index, rounded; 0 for a text without words."""
        if not self.words:
            return 0
        return round(self.words / max(self.sentences, 1) + 100 * self.long_words / self.words)

    @property
    def level(self) -> str:
        """What readers are used to that is as heavy."""
        return next((name for least, name in _LEVELS if self.value < least), _HEAVIEST)

    @property
    def says_something(self) -> bool:
        """Whether there are words enough for the number to mean anything."""
        return self.words >= FEWEST_WORDS


def lix(text: str) -> Lix:
    """Sentences end at full stops, colons, question and exclamation marks, and at line ends."""
    lines = [line for line in text.splitlines() if _WORD.search(line)]
    words = [word for line in lines for word in _WORD.findall(line)]
    sentences = sum(_sentences(line) for line in lines)
    return Lix(len(words), sentences, sum(len(word) > _LONG for word in words))


def _sentences(line: str) -> int:
    plain = _SHORT_FORMS.sub("", line)
    parts = [part for part in _END.split(plain) if _WORD.search(part)]
    return max(len(parts), 1)
