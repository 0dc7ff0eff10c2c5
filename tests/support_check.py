"""A second look at answers, written apart from the assistant's own check: plain scanning, no rules shared with it.

`faults(answer, texts, titles)` takes the contract's JSON and gives what is unsupported; an empty list is good.
It knows less than the assistant's check (no units, roles or comparisons), so after that one it must find nothing.
"""

from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]
_SMALL = "i på af for og eller med til fra den det de der som er var har om ved en et nej ja the of and in a to is bl"
_SMALL_WORDS = frozenset(_SMALL.split())
_NO_WORDS = frozenset(("ikke", "ingen", "intet", "aldrig", "hverken", "not", "no", "never", "none"))
_ABOUT = (
    "dokument",
    "kilde",
    "læses",
    "document",
    "source",
    "noget andet",
    "something else",
    "jeg ",
    "samme tid",
    "same time",
)


def faults(answer: Json, texts: Mapping[str, str], titles: Mapping[str, str]) -> list[str]:
    """What the answer states that its citations do not hold. `titles`: document → title, period and municipality."""
    found = [f"citat [{c['marker']}]" for c in answer["citations"] if not _is_verbatim(c, texts)]
    used = {int(m) for m in _bracketed(answer["answer"])}
    given = {c["marker"] for c in answer["citations"]}
    found += [f"nummer [{m}] uden kilde" for m in sorted(used - given)]
    found += [f"kilde [{m}] bruges ikke" for m in sorted(given - used)]
    for line in answer["answer"].split("\n"):
        found += _line_faults(line, answer, titles)
    return found


def _is_verbatim(citation: Json, texts: Mapping[str, str]) -> bool:
    text = texts.get(citation["document"], "")
    return bool(citation["quote"]) and text[citation["start"] : citation["end"]] == citation["quote"]


def _line_faults(line: str, answer: Json, titles: Mapping[str, str]) -> list[str]:
    own = {int(m) for m in _bracketed(line)}
    cited = [c for c in answer["citations"] if not own or c["marker"] in own]
    said = "\n".join(c["quote"] for c in cited)
    about = "\n".join(f"{titles.get(c['document'], '')} {c['title']}" for c in cited)
    if answer["status"] != "answered":
        about += f"\n{answer['question']}\n{answer['standalone_question']}"
    derived = " ".join(str(f["value"]).replace(".", ",") for f in answer["figures"] if f["derived"])
    allowed = set(_numbers(f"{said}\n{about}\n{derived}"))
    plain = _without_markers(line)
    if plain.rstrip().endswith(":") or line.lstrip().startswith("|"):
        allowed |= {str(n) for n in range(1, 13)}  # a lead-in may count its list; a table number its rows
    found = [f"tal {n}" for n in _numbers(plain) if n not in allowed]
    heard = _fold(f"{said}\n{about}")
    found += [f"navn {name}" for name in _names(plain) if _fold(name) not in heard]
    if _words(plain) & _NO_WORDS and not any(sign in plain.lower() for sign in _ABOUT):
        zero = "0" in set(_numbers(said)) or bool(derived)
        if not zero and not _words(said) & (_NO_WORDS | {"uden"}):
            found.append(f"nægtelse: {plain.strip()}")
    return found


def _bracketed(text: str) -> list[str]:
    return [piece.split("]")[0] for piece in text.split("[")[1:] if piece.split("]")[0].isdigit()]


def _without_markers(line: str) -> str:
    for marker in set(_bracketed(line)):
        line = line.replace(f"[{marker}]", " ")
    stripped = line.replace("**", "").lstrip(" -*•")
    head, dot, rest = stripped.partition(". ")
    return rest if dot and head.isdigit() and len(head) < 3 else stripped  # "1. " numbers an item


def _numbers(text: str) -> list[str]:
    """Digit runs with inner dots and commas; "1.086" and "1086" alike; digits of a word ("CO2") left out."""
    found, run, before = [], "", " "
    for char in text + " ":
        inner = run and char in ".,\u00a0" and run[-1].isdigit()
        if (char.isdigit() and char.isascii()) or inner:
            run += char
        elif run:
            found += _normal(run, before)
            run = ""
        if not run:
            before = char
    return found


def _normal(run: str, before: str) -> list[str]:
    if before.isalpha():
        return []
    run = run.strip(".,\u00a0")
    groups = run.replace("\u00a0", ".").split(",")[0].split(".")
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        return ["".join(groups) + ("," + run.split(",")[1] if "," in run else "")]
    comma = run.split(",")
    if len(comma) == 2 and len(comma[1]) == 3 and "." not in run:
        return ["".join(comma)]  # English grouping
    return [run] if "." not in run else run.split(".")


def _names(text: str) -> list[str]:
    """Runs of two or more capitalised words inside a sentence."""
    found: list[str] = []
    run: list[str] = []
    starts = True
    for token in text.replace("»", " . ").replace("«", " . ").replace("|", " . ").replace("(", " . ").split():
        word = token.strip(".,:;!?)”“\"'’–-")
        capital = word[:1].isupper() and word.lower() not in _SMALL_WORDS
        if capital and not (starts and not run):
            run.append(word)
        if not capital or token != word:
            found += [" ".join(run)] if len(run) > 1 else []
            run = []
        starts = token.endswith((".", ":", "!", "?"))
    return found + ([" ".join(run)] if len(run) > 1 else [])


def _words(text: str) -> set[str]:
    return {word.strip(".,:;!?»«”“\"'()*|") for word in text.lower().split()}


def _fold(text: str) -> str:
    words = text.lower().replace("’", "'").replace("aa", "å").replace("'s", "").split()
    return " ".join(word.strip(".,:;!?»«”“\"'()*").removesuffix("s") for word in words)
