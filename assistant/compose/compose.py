"""Which composer answers a question, in what order they are tried."""

from dataclasses import replace

from assistant import texts
from assistant.carried_on import carried_on
from assistant.choose import ENOUGH, asks_matter, choose, complete, names_them
from assistant.compose.about_document import answer_about_document
from assistant.compose.against import answer_against
from assistant.compose.aim import answer_aim
from assistant.compose.any_compared import any_sides
from assistant.compose.any_figure import answer_any_figure
from assistant.compose.arithmetic import answer_share, answer_sum
from assistant.compose.because import answer_because, with_reason
from assistant.compose.bullets import answer_heading, answer_printed_list, whole_list
from assistant.compose.calendar import entries_between
from assistant.compose.cells import answer_cell
from assistant.compose.comparison import answer_comparison, counts_homes, sides_of, totals_compared, unread_sides
from assistant.compose.context import Context
from assistant.compose.contrary import answer_contrary
from assistant.compose.course import answer_course
from assistant.compose.definition import answer_definition
from assistant.compose.documents import answer_documents
from assistant.compose.each import answer_each
from assistant.compose.ending import answer_end
from assistant.compose.events import answer_event
from assistant.compose.explains import carried, explaining, not_explained, thing_asked, told_of_owner
from assistant.compose.figure import answer_figure, unclear
from assistant.compose.figure_meant import answer_figure_meant
from assistant.compose.figure_search import Found, find_figures
from assistant.compose.goal_parts import answer_goal_part
from assistant.compose.groups import answer_group
from assistant.compose.guard import asks_unknown, is_beside, misses
from assistant.compose.identity import answer_identity
from assistant.compose.imprint import answer_imprint
from assistant.compose.kinds import answer_kinds
from assistant.compose.listing import answer_list
from assistant.compose.next_amount import answer_next_amount
from assistant.compose.numbered_goals import answer_numbered_goals, of_other_number
from assistant.compose.origin import answer_origin
from assistant.compose.partners import answer_partners
from assistant.compose.people import answer_role, asks_holder
from assistant.compose.pledges import answer_pledge, asks_names, intends, names_actors_alone
from assistant.compose.points import with_points
from assistant.compose.portrait import answer_portrait
from assistant.compose.post import answer_tenure, answer_term
from assistant.compose.premise import answer_premise
from assistant.compose.programme_sides import answer_sides, said_by_each, with_their_periods
from assistant.compose.promises import answer_promise
from assistant.compose.quoting import quote_answer
from assistant.compose.refusal import refuse, refuse_advice, refuse_figure
from assistant.compose.rest import answer_rest
from assistant.compose.rows_total import answer_rows_total
from assistant.compose.said_by import answer_said
from assistant.compose.sources import answer_source
from assistant.compose.stated import answer_purpose, answer_stated
from assistant.compose.succession import answer_change, answer_succession, asks_change, asks_succession
from assistant.compose.timeline import answer_goal_timeline, answer_story
from assistant.compose.unclear_meant import answer_unclear_meant
from assistant.compose.when_done import answer_when_done
from assistant.compose.yesno import answer_polar
from assistant.draft import Draft
from assistant.figures import unit_fits
from assistant.find import find_sentences
from assistant.meant import asks_one, meant, meant_first, said_outright
from assistant.nearest import nearest
from assistant.score import Match
from assistant.understand.query import Query
from index.evidence import Evidence, Filters


def compose(context: Context, query: Query, evidence: Evidence, filters: Filters) -> Draft:
    """The answer's draft."""
    if draft := _of_its_own_kind(context, query, evidence, filters):
        return draft
    query = with_their_periods(context, query)
    if draft := _compared(context, query):
        return draft
    if draft := answer_cell(context, query):
        return draft
    if draft := said_by_each(context, query, lambda one: compose(context, one, evidence, filters)):
        return draft
    found = find_figures(context, query, query.text)
    if query.wants("sum") and (draft := answer_sum(context, query, found)):
        return draft
    if (
        draft := answer_rows_total(context, query, found)
        or answer_share(context, query, found)
        or answer_figure(context, query, found)
        or answer_sum(context, query, found)
    ):
        return draft
    if found.unclear and not found.exact:
        return unclear(context, query, found.unclear)
    if found.other:
        return refuse_figure(context, query, replace(found, near=found.other))
    if not found.exact and (draft := answer_any_figure(context, query) or answer_unclear_meant(context, query)):
        return draft
    # What is paid for homes of a kind is not how many they are.
    if not any(unit_fits(card, query) for card in found.exact) and (draft := answer_figure_meant(context, query)):
        return draft
    if query.places and found.parts and not found.exact:
        return refuse(context, query, [])  # only parts of the place are told of
    if query.terms and all(term.kind == "number" for term in query.terms):
        return refuse(context, query, [])  # a number alone is about nothing
    if asks_unknown(context, query):
        return refuse(context, query, [])
    if not query.wants("contact") and not query.missing_document and (draft := answer_heading(context, query)):
        return draft
    return _in_sentences(context, query, evidence, found)


def _in_sentences(context: Context, query: Query, evidence: Evidence, found: Found) -> Draft:
    """What sentences say, where no key figure answers; `found` are the figures near what is asked."""
    ranked = find_sentences(context, query, evidence)
    if not query.wants("contact") and (draft := _in_order(context, query, evidence, ranked)):
        return draft
    if draft := answer_polar(context, query, ranked):
        return draft
    if intends(query) or names_actors_alone(query):
        return refuse(context, query, ranked)
    if draft := answer_aim(context, query, ranked) or answer_next_amount(context, query, ranked):
        return draft
    if draft := answer_when_done(context, query, ranked):
        return draft
    if (thing := thing_asked(query)) is not None and not told_of_owner(context, thing, ranked):
        return _explained(context, query, ranked, thing)
    chosen = meant_first(context, query, ranked, choose(context, query, ranked))
    told = with_reason(context, query, chosen)
    said = " ".join(match.unit.text for match in chosen)
    if chosen and not misses(context, query, [*chosen, *told]) and not of_other_number(query.text, said):
        if (draft := whole_list(context, query, chosen)) is not None:
            return draft
        return with_points(context, query, chosen[0].unit, quote_answer(context, query, told))
    if draft := answer_because(context, query, ranked) or answer_promise(context, query, ranked):
        return draft
    by_meaning = None if found.near else nearest(context, query, ranked, evidence)
    if by_meaning is not None and names_them(query, by_meaning) and not misses(context, query, [by_meaning]):
        told = carried_on(context, query, [by_meaning])
        return whole_list(context, query, told) or quote_answer(context, query, told)
    by_sense = meant(context, query, ranked)
    unfit = is_beside if asks_matter(query) else misses
    if by_sense is not None and not unfit(context, query, [by_sense]):
        return quote_answer(context, query, carried_on(context, query, [by_sense]))
    if found.near:
        return refuse_figure(context, query, found)
    return refuse(context, query, ranked)


def _explained(context: Context, query: Query, ranked: list[Match], thing: str) -> Draft:
    """What a thing is, with the sentences of its own passage that carry it on; a refusal where none says it."""
    if (first := explaining(context, thing, ranked)) is None:
        return not_explained(context, thing, ranked)
    told = carried(context, thing, first, complete(context, query, ranked, first))
    return with_points(context, query, first.unit, quote_answer(context, query, told))


def _in_order(context: Context, query: Query, evidence: Evidence, ranked: list[Match]) -> Draft | None:
    """What stands there in an order: a story, a printed list, the points of a programme."""
    if draft := answer_story(context, query, ranked, ENOUGH) or answer_course(context, query, ranked):
        return draft
    if said_outright(query, ranked):
        return None
    pledge = None if asks_names(query) else answer_pledge(context, query, evidence, ranked)
    listed = pledge or answer_printed_list(context, query, ranked, ENOUGH)
    return listed or answer_pledge(context, query, evidence, ranked)


def _of_its_own_kind(context: Context, query: Query, evidence: Evidence, filters: Filters) -> Draft | None:
    """Questions that one composer answers whole: advice, the documents, premises, posts, programmes, goals, rows."""
    if query.language == "other":
        return Draft(status="not_found", lines=[texts.OTHER_LANGUAGE])
    if query.wants("advice"):
        return refuse_advice(context, query)
    if draft := answer_source(context, query) or answer_origin(context, query):
        return draft
    if draft := answer_imprint(context, query) or answer_documents(context, query):
        return draft
    if draft := answer_about_document(context, query):
        return draft
    if draft := answer_said(context, query):
        return draft
    if draft := answer_against(context, query, lambda one: compose(context, one, evidence, filters)):
        return draft
    if draft := answer_goal_part(context, query) or answer_premise(context, query, evidence, filters, compose):
        return draft
    if query.wants("today") and query.wants("person"):
        return refuse(context, query, [])
    if draft := answer_term(context, query, evidence) or answer_tenure(context, query):
        return draft
    if asks_change(query) or asks_succession(query):
        # A quoted sentence with both names in it reads as the wrong one: no sentence, no answer.
        return answer_change(context, query) or answer_succession(context, query) or refuse(context, query, [])
    if draft := answer_numbered_goals(context, query) or answer_contrary(context, query):
        return draft
    if draft := entries_between(context, query) or answer_end(context, query, evidence):
        return draft
    if draft := answer_event(context, query) or answer_role(context, query) or answer_identity(context, query):
        return draft
    if draft := answer_portrait(context, query, evidence) or answer_definition(context, query):
        return draft
    if asks_holder(query):
        return refuse(context, query, [])
    if draft := answer_each(context, query, lambda one: compose(context, one, evidence, filters)):
        return draft
    if draft := answer_sides(context, query, evidence, lambda one: compose(context, one, evidence, filters)):
        return draft
    if draft := answer_partners(context, query, evidence):
        return draft
    if draft := answer_stated(context, query) or answer_purpose(context, query):
        return draft
    if draft := answer_goal_timeline(context, query):
        return draft
    listed = answer_list(context, query)
    if listed and not (asks_one(query) and said_outright(query, find_sentences(context, query, evidence))):
        return listed
    return answer_group(context, query) or answer_kinds(context, query) or answer_rest(context, query)


def _compared(context: Context, query: Query) -> Draft | None:
    """Figures side by side, where the question has sides."""
    sides = sides_of(context, query)
    if sides and query.wants("compare", "difference", "number", "share", "timeline", "yesno", "sum"):
        if (
            query.wants("sum")
            and not query.wants("compare", "difference")
            and (draft := answer_sum(context, query, find_figures(context, query, query.text)))
        ):
            return draft
        if len(query.places) > 1 and query.wants("sum") and not query.wants("compare", "difference", "timeline"):
            # Sides beside each other are no sum.
            return unread_sides(context, query, sides) or refuse(context, query, [])
        if draft := answer_comparison(context, query, sides) or totals_compared(context, query):
            return draft
        known = [side for side in sides if side.found.exact or side.found.unclear]
        if known and len(known) < len(sides):
            return refuse_figure(context, query, known[0].found)
        if not known and (draft := answer_comparison(context, query, any_sides(context, query))):
            return draft
        if len(query.places) > 1 and query.wants("compare", "difference") and counts_homes(sides):
            return refuse(context, query, [])  # one place's homes are no comparison
    return None if sides else answer_comparison(context, query, any_sides(context, query))
