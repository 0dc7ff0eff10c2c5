"""Starts the web app: opens the index, reads the starter corpus when there is none, builds the page and serves it."""

import gc
from typing import TYPE_CHECKING

from settings import Settings

if TYPE_CHECKING:
    from index.library import Library


def serve(settings: Settings) -> int:
    """Serves until stopped. Raises AssistantError when it can't start."""
    from index.embedding import is_hub_model, open_embedding
    from index.library import Library
    from index.offline import stay_offline

    stay_offline(is_hub_model(settings.embedding))
    gc.disable()  # what a start imports is kept for good; looking through it for garbage takes a tenth of the time
    print("Åbner indekset …", flush=True)
    library = Library.open(settings.data_dir, open_embedding(settings.embedding))
    try:
        if library.is_new:
            _read_starter(library)
        from assistant.assistant import Assistant
        from assistant.llm import open_llm
        from web.gradio_import import import_gradio

        print("Bygger siden …", flush=True)
        import_gradio()
        from web.server import build_server, run

        app = build_server(library, Assistant(library, open_llm(settings)), settings)
        gc.freeze()
        gc.enable()
        run(app, settings)
    finally:
        library.close()
    return 0


def _read_starter(library: "Library") -> None:
    from index.loading import load_starter
    from ingest.worker import ReadingPool

    print("Der er intet indeks endnu. Læser startdokumenterne (resuméer af BL's dokumenter) …", flush=True)
    with ReadingPool() as pool:
        load_starter(library, pool, report=lambda result: print(f"  {result.line}", flush=True))
