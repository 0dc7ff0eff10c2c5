"""When an answer is right, exactly as the contract says."""

from dataclasses import dataclass

from assistant.answer import Answer, Citation
from eval.matching import folded, holds_any
from eval.sets import Case
from eval.sources import Sources, letters

LENGTHS = {"figure": 700, "person": 700, "date": 700, "compare": 1200}
LONGEST = 2400
ALL_DOCS = {"compare", "timeline"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The parts of `right`, each as the contract has it."""

    status: bool
    must: bool
    must_not: bool
    docs: bool
    length: bool
    verbatim: bool

    @property
    def right(self) -> bool:
        """All of them."""
        return all(getattr(self, part) for part in self.__slots__)

    @property
    def failed(self) -> tuple[str, ...]:
        """The names of the parts that do not hold."""
        return tuple(part for part in self.__slots__ if not getattr(self, part))


def judge(case: Case, answer: Answer, sources: Sources) -> Verdict:
    """The contract's verdict: status, must, must_not, docs, length and verbatim quotes."""
    text = folded(answer.answer)
    cited = {citation.document for citation in answer.citations}
    docs = set(case.docs)
    return Verdict(
        status=status_fits(case, answer),
        must=all(holds_any(text, group) for group in case.must),
        must_not=not holds_any(text, case.must_not),
        docs=not docs or (docs <= cited if case.kind in ALL_DOCS else bool(docs & cited)),
        length=len(answer.answer) <= longest(case),
        verbatim=all(is_verbatim(citation, sources) for citation in answer.citations),
    )


def status_fits(case: Case, answer: Answer) -> bool:
    """`not_found` when unanswerable; `unclear_source` (`partial` with several sides) when ambiguous; else an answer."""
    if not case.answerable:
        return answer.status == "not_found"
    if case.kind == "ambiguous":
        several = len(case.docs) > 1 or len(case.must) > 1
        return answer.status == "unclear_source" or (answer.status == "partial" and several)
    return answer.status in {"answered", "partial"}


def longest(case: Case) -> int:
    """The most characters the answer may have: the contract's for its kind, or fewer where the case says so."""
    limit = LENGTHS.get(case.kind, LONGEST)
    return min(limit, case.max_length) if case.max_length else limit


def is_verbatim(citation: Citation, sources: Sources) -> bool:
    """The quote is the stored text at its offsets, and its letters and digits stand in that order in the file."""
    text = sources.texts.get(citation.document)
    if text is None or not citation.quote.strip() or not 0 <= citation.start < citation.end <= len(text):
        return False
    if text[citation.start : citation.end] != citation.quote:
        return False
    file = sources.file_letters(citation.document)
    return file is None or letters(citation.quote) in file
