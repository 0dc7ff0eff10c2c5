"""The programming interface: `/api/ask` (see /openapi.json), and Gradio's endpoints ask, figures and commitments."""

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse
from gradio import Blocks
from gradio.events import api as register
from pydantic import BaseModel, ConfigDict, Field

from assistant.answer import Answer, Conversation
from errors import AssistantError
from index.evidence import Filters
from web import texts
from web.api_page import api_html
from web.context import Context
from web.find import find_commitments, find_figures

LONGEST = 20_000
MOST_HISTORY = 20
PUBLIC = ("ask", "figures", "commitments")


class AskRequest(BaseModel):
    """A question, with the earlier questions of its conversation, and limits on the documents."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(max_length=LONGEST, examples=["Hvad er målene for 2026-2028?"])
    history: list[str] = Field(default=[], max_length=MOST_HISTORY, description="Earlier questions, oldest first.")
    documents: list[str] = Field(default=[], description="Only these documents, by ID.")
    municipalities: list[str | None] = Field(default=[], description="Only these; null is the whole country.")
    periods: list[str] = Field(default=[], description='Only these, as "2026-2028" or "2025".')
    id: str | None = Field(default=None, description="Copied into the answer.")


class ApiAnswer(BaseModel):
    """The contract's Answer: every statement carries a [n] marker whose citation is quoted verbatim."""

    model_config = ConfigDict(json_schema_extra={"description": "An answer with its citations."})

    id: str | None = None
    question: str
    standalone_question: str
    status: str = Field(description="answered, partial, not_found or unclear_source")
    answer: str = Field(description="Markdown with [n] markers.")
    citations: list[dict[str, Any]]
    figures: list[dict[str, Any]]
    suggestions: list[str]
    mode: str
    model: str | None
    timings_ms: dict[str, float]


def build_api(context: Context) -> APIRouter:
    """`POST /api/ask`, and the page that describes it."""
    router = APIRouter(prefix="/api", tags=["spørg"])

    @router.get("", include_in_schema=False)
    def described(request: Request) -> HTMLResponse:
        return HTMLResponse(api_html(str(request.base_url).rstrip("/")))

    @router.post("/ask", summary=texts.API_ASK)
    def ask_api(request: AskRequest) -> ApiAnswer:
        filters = Filters(
            documents=tuple(request.documents),
            municipalities=tuple(request.municipalities),
            periods=tuple(request.periods),
        )
        try:
            answer = answer_to(context, request.question, request.history, filters)
        except AssistantError as error:
            raise HTTPException(503, str(error)) from error
        return ApiAnswer.model_validate(answer.to_json(request.id))

    return router


def answer_to(context: Context, question: str, history: list[str], filters: Filters) -> Answer:
    """The answer to the last question of a conversation. Raises AssistantError."""
    conversation = Conversation()
    for earlier in history:
        conversation = conversation.after(context.assistant.ask(earlier, conversation, filters))
    return context.assistant.ask(question, conversation, filters)


def add_gradio_api(context: Context) -> None:
    """Names three functions in the current Blocks; with the `mcp` package they are tools for other assistants too.

    It comes before the page's own events, some of which have the same names and would take them.
    """

    def ask(question: str, history: list[str] | None = None) -> dict[str, Any]:
        """Answer a Danish question from BL's documents about non-profit housing, with verbatim citations.

        Args:
            question: The question, in Danish or English.
            history: Earlier questions of the same conversation, oldest first.
        """
        earlier = [str(one)[:LONGEST] for one in (history or [])[-MOST_HISTORY:]]
        return answer_to(context, question[:LONGEST], earlier, Filters()).to_json()

    def figures(municipality: str = "", document: str = "", search: str = "") -> list[dict[str, Any]]:
        """List key figures (nøgletal) that were read from the documents, each with its source.

        Args:
            municipality: Only this municipality, e.g. Kalundborg; empty for all.
            document: Only this document, by ID; empty for all.
            search: Only figures whose label or heading holds these words.
        """
        found = find_figures(context.library.snapshot(), municipality or None, search, document=document or None)
        return [asdict(figure) for figure in found]

    def commitments(period: str = "", theme: str = "", actor: str = "", search: str = "") -> list[dict[str, Any]]:
        """List goals and commitments that were read from the documents, each with its source.

        Args:
            period: Only this period, e.g. 2026-2028; empty for all.
            theme: Only this theme; empty for all.
            actor: Only this actor, e.g. BL; empty for all.
            search: Only commitments that hold these words.
        """
        found = find_commitments(context.library.snapshot(), period or None, theme or None, actor or None, search)
        return [asdict(commitment) for commitment in found]

    for function in (ask, figures, commitments):
        register(function, api_name=function.__name__)


def hide_the_rest(page: Blocks) -> None:
    """Keeps whatever else the page calls out of the API and out of the tools."""
    for event in page.fns.values():
        if event.api_name not in PUBLIC:
            event.api_visibility = "private"
