"""Which language a question is in: Danish, English, or one we only answer politely."""

import re

from assistant.understand.query import Language

_DANISH = frozenset(
    ["hvad", "hvem", "hvor", "hvornår", "hvornaar", "hvordan", "hvorfor", "hvilke", "hvilken", "hvilket", "og", "er", "der", "på", "paa", "i", "til", "af", "for", "med", "det", "den", "de", "en", "et", "at", "som", "om", "har", "ikke", "kan", "vil", "skal", "blev", "bliver", "bor", "mange", "almene", "boliger", "kommune", "mål", "sig", "mere", "nævn", "stor", "hos", "os", "jeg", "vi", "man", "findes", "hvis", "så", "også", "fra", "ifølge", "fortæl", "forklar", "gælder", "hvilket", "målene", "perioden"]
)
_ENGLISH = frozenset(
    ["what", "who", "whom", "when", "where", "why", "how", "which", "is", "are", "was", "were", "the", "of", "and", "does", "do", "did", "in", "to", "for", "with", "many", "much", "there", "have", "has", "their", "its", "it", "by", "on", "at", "about", "from", "that", "this", "please", "tell", "me", "my", "our", "should", "can", "could", "would", "than", "between", "per", "will"]
)
_OTHER = frozenset(
    ["wie", "viele", "was", "wer", "wo", "wann", "warum", "der", "die", "das", "und", "ist", "sind", "nicht", "gibt", "es", "wohnungen", "combien", "quel", "quelle", "quels", "est", "les", "des", "une", "pourquoi", "qui", "où", "cuántos", "cuántas", "cuál", "qué", "dónde", "quién", "por", "el", "los", "las", "una", "hay", "ile", "jest", "gdzie", "kto", "czy", "jak", "hur", "många", "vad", "vem", "varför", "och", "är", "finns", "det", "att", "bostäder", "kuinka", "monta", "mikä", "missä", "kaç", "nedir", "kim", "nerede"]
)


def find_language(question: str) -> Language:
    """By its small words; a question of names alone counts as Danish."""
    words = re.findall(r"[^\W\d_]+", question.lower())
    if not words:
        return "da"
    if re.search(r"[\u0370-\u1fff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{3}", question):
        return "other"
    danish = sum(w in _DANISH for w in words)
    english = sum(w in _ENGLISH for w in words)
    other = sum(w in _OTHER and w not in _DANISH and w not in _ENGLISH for w in words)
    if other >= 2 and other > max(danish, english):
        return "other"
    return "en" if english > danish and english >= 2 else "da"
