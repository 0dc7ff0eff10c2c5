"""Which composer answers a question, in what order they are tried."""

from assistant import texts
from assistant.compose.context import Context
from assistant.compose.figure import answer_figure, find_figures, unclear
from assistant.compose.quoting import quote_answer
from assistant.compose.refusal import refuse
from assistant.draft import Draft
from assistant.find import choose, find_sentences
from assistant.understand.query import Query
from index.evidence import Evidence, Filters


def compose(context: Context, query: Query, evidence: Evidence, filters: Filters) -> Draft:
    """The answer's draft."""
    if query.language == "other":
        return Draft(status="not_found", lines=[texts.OTHER_LANGUAGE])
    found = find_figures(context, query, query.question)
    if draft := answer_figure(context, query, found):
        return draft
    if found.unclear:
        return unclear(context, query, found.unclear)
    ranked = find_sentences(context, query, evidence)
    chosen = choose(context, query, ranked)
    if chosen:
        return quote_answer(context, query, chosen)
    return refuse(context, query, ranked)
