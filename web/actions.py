"""What the page's buttons send: an answer to be downloaded, tables as CSV, and feedback."""

from urllib.parse import urlsplit

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from errors import AssistantError
from web import export, tables, texts
from web.context import Context
from web.conversation import answer_of
from web.feedback import Feedback, keep

MOST_BYTES = 2 * 2**20
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MARKDOWN = "text/markdown; charset=utf-8"


def build_actions(context: Context) -> APIRouter:
    """The routes behind the buttons."""
    router = APIRouter(include_in_schema=False)

    @router.post("/hent/svar.{form}")
    async def download(request: Request, form: str) -> Response:
        await _check(request)
        answer = answer_of(await request.json())
        if answer is None or form not in ("md", "docx"):
            raise HTTPException(400)
        body = export.to_word(answer) if form == "docx" else export.to_markdown(answer)
        return Response(body, media_type=_WORD if form == "docx" else _MARKDOWN)

    @router.get("/hent/noegletal.csv")
    def figures(request: Request) -> Response:
        found = tables.chosen_figures(context.library.snapshot(), dict(request.query_params))
        return _csv(export.to_csv(texts.FIGURE_COLUMNS, map(tables.figure_cells, found)), "noegletal.csv")

    @router.get("/hent/maal-og-loefter.csv")
    def commitments(request: Request) -> Response:
        found = tables.chosen_commitments(context.library.snapshot(), dict(request.query_params))
        return _csv(export.to_csv(texts.COMMITMENT_COLUMNS, map(tables.commitment_cells, found)), "maal-og-loefter.csv")

    if context.settings.feedback:

        @router.post("/tilbagemelding")
        async def feedback(request: Request, body: Feedback) -> dict[str, str]:
            await _check(request)
            if answer_of(body.answer) is None:
                raise HTTPException(400)
            try:
                keep(body, context.settings.data_dir)
            except AssistantError as error:
                raise HTTPException(503, str(error)) from error
            return {"besked": texts.SAVED}

    return router


async def _check(request: Request) -> None:
    """Refuses what another site's page sends, and what is too long. Raises HTTPException."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise HTTPException(403)
    if len(await request.body()) > MOST_BYTES:
        raise HTTPException(413)


def _csv(body: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type="text/csv; charset=utf-8", headers=headers)
