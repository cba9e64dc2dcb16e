"""Which notes say something alike: a suggestion by shared words, never more than that."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from strategykit.domain.boards import Note
from strategykit.domain.wording import capital

Stem = Callable[[str], str]

LEAST = 0.25  # how alike two notes must be to be put together at all
ON_AVERAGE = 0.6  # of that between all notes of two groups that become one
MOST_TOGETHER = 12
TITLE_WORDS = 2
_PART_LETTERS = 4  # the shortest part of a compound word that counts: "skole" in "folkeskolen"
_PART_WEIGHT = 0.9
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

#: Words that hold a sentence together and say nothing of what it is about.
_SMALL = """
ad af alle allerede alt altid anden andet andre at bare bedre bedst begge blandt blev blive bliver
blot brug bruge bruger bruges burde bør både da de dem den denne der deraf deres derfor dermed
derved det dette dig din disse dog du efter egen eget egne eller en end endnu ene eneste enhver
enkel enkelt enkelte er et fat fik finde finder findes for fordi forskel forskellig forskellige fra
fx før første få fået får gang gennem gerne gik giv give giver gives givet gjorde gjort god gode
godt gør gøre gå går ham han har havde have hele heller helt hen hende her hertil hjælper holde
holder hos hun hurtig hurtigt hvad hvem hver hverken hvert hvilke hvilken hvis hvor hvoraf hvordan
hvorfor hvorved i igen ikke imellem imod ind inden indtil ingen intet ja jeg jer jeres jo kan kende
kender kendes kom komme kommer kun kunne lad langt lav lave laver let lettere lidt lige ligger
lille man mange mangle mangler med meget mellem men mene mener mens mere mest mig min mindre mindst
miste mister mod må måske måtte ned nej nogen noget nogle nok nu ny nye nyt næste næsten når og
også om omkring op os over på samme samt se selv selvom sent ser sig sige siger sikre sikrer
sin sine sit skabe skaber skal skulle slet små som stadig stor store stort større stå står svær
svært synes så sådan tag tage tager tidligt til tit tror ud uden under var ved vel vi via vide
vigtig vigtigste vigtigt vil ville virke virker vor vores være været
"""
STOP_WORDS = frozenset(_SMALL.split())


@dataclass(frozen=True)
class Alike:
    """Notes that share words, in the order of the wall, and the words as a title to change."""

    note_ids: tuple[str, ...]
    title: str


Pair = tuple[int, int]


def suggested(notes: Sequence[Note], stem: Stem, least: float = LEAST) -> tuple[Alike, ...]:
    """Groups of two or more notes of one field that share words, the most alike first.

    The same notes give the same groups, whatever order they come in.
    """
    ordered = sorted(notes, key=lambda n: (n.position, n.id))
    words = [words_of(note.text, stem) for note in ordered]
    weights = _weights([frozenset(found) for found in words])
    alike = _likenesses(ordered, weights)
    return tuple(
        Alike(tuple(ordered[n].id for n in group), _title([words[n] for n in group]))
        for group in _gathered(alike, least)
    )


def words_of(text: str, stem: Stem) -> dict[str, str]:
    """The stems of the words that say something, each as it was first written."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        small = word.lower()
        if len(small) > 1 and small not in STOP_WORDS:
            found.setdefault(stem(small), word)
    return found


def _weights(notes: Sequence[frozenset[str]]) -> list[dict[str, float]]:
    """Each note's stems and the stems within its compound words, the rare ones the heaviest."""
    parts = _parts_of(frozenset().union(*notes))
    found = [stems | frozenset().union(*(parts[s] for s in stems)) for stems in notes]
    common = Counter(stem for stems in found for stem in stems)
    rare = {stem: 1 + math.log((len(notes) + 1) / number) for stem, number in common.items()}
    return [
        _of_length_one({s: rare[s] * (1 if s in own else _PART_WEIGHT) for s in stems})
        for own, stems in zip(notes, found, strict=True)
    ]


def _parts_of(stems: frozenset[str]) -> dict[str, frozenset[str]]:
    """For each stem the others that it begins or ends with: "skol" in "folkeskol"."""
    found: dict[str, frozenset[str]] = {}
    for stem in stems:
        cuts = range(_PART_LETTERS, len(stem) - 2)
        ends = {stem[:n] for n in cuts} | {stem[-n:] for n in cuts}
        found[stem] = stems & ends
    return found


def _of_length_one(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items()} if length else {}


def _likenesses(notes: Sequence[Note], weights: Sequence[Mapping[str, float]]) -> dict[Pair, float]:
    """How alike each two notes of a field are, from 0 to 1; without those that share nothing."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    alike: dict[Pair, float] = defaultdict(float)
    for later, (note, stems) in enumerate(zip(notes, weights, strict=True)):
        for stem in sorted(stems):
            for earlier in holders[note.field, stem]:
                alike[earlier, later] += weights[earlier][stem] * stems[stem]
            holders[note.field, stem].append(later)
    return alike


def _gathered(alike: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Groups whose notes are alike on the average, so that no chain of neighbours runs away."""
    group: dict[int, list[int]] = {}
    for one, other in sorted((p for p in alike if alike[p] >= least), key=lambda p: (-alike[p], p)):
        mine, theirs = group.setdefault(one, [one]), group.setdefault(other, [other])
        if mine is theirs or len(mine) + len(theirs) > MOST_TOGETHER:
            continue
        between = [alike.get((min(a, b), max(a, b)), 0.0) for a in mine for b in theirs]
        if sum(between) / len(between) >= least * ON_AVERAGE:
            mine += theirs
            group |= dict.fromkeys(theirs, mine)
    found = {id(members): sorted(members) for members in group.values() if len(members) > 1}
    return list(found.values())


def _title(words: Sequence[Mapping[str, str]]) -> str:
    """The words that most of the notes share, each in the shortest way that it was written."""
    counts = Counter(stem for found in words for stem in found)
    chosen: list[str] = []
    for stem in (stem for stem, number in counts.most_common() if number > 1):
        written = [found[stem].lower() for found in words if stem in found]
        shortest = min(written, key=len)
        if not any(word in shortest for word in chosen):
            chosen.append(shortest)
    title = ", ".join(chosen[:TITLE_WORDS])
    return capital(title)
