"""Danish texts of the page that describes the programming interface."""

from typing import Final

TITLE: Final = "For programmer"
LEAD: Final = (
    "Andre programmer kan spørge som siden gør, og får samme svar med samme kilder. Alt svarer på denne maskine; "
    "kræver siden log-in, gælder det også her."
)
ASK_TITLE: Final = "Spørg over HTTP"
ASK: Final = (
    "Ét kald giver ét svar som JSON: svarets art, teksten med numre, og for hvert nummer dokument, side og citat. "
    "Felterne står beskrevet i OpenAPI-form."
)
OPENAPI: Final = "Beskrivelsen i OpenAPI-form"
GRADIO_TITLE: Final = "Funktioner over Gradios API"
GRADIO: Final = "Tre funktioner: ask (et svar), figures (nøgletal) og commitments (mål og løfter)."
GRADIO_INFO: Final = "Beskrivelsen af de tre funktioner"
MCP_TITLE: Final = "Andre assistenter (MCP)"
MCP_ON: Final = "En assistent, der taler MCP, får de samme tre funktioner som værktøjer. Giv den denne adresse:"
MCP_OFF: Final = "MCP er ikke med i denne installation. Den, der driver siden, kan tilføje det:"
MCP_INSTALL: Final = 'pip install "bl-assistent[mcp]"'
MCP_READY: Final = "Andre assistenter kan spørge over MCP på {address}"
MCP_MISSING: Final = "MCP er ikke med, fordi pakken mcp mangler; tilføj den med {install}."
LINK: Final = "Siden kan også bruges af andre programmer:"
EXAMPLE: Final = "Hvad er målene for 2026-2028?"
ORIGIN: Final = "http://127.0.0.1:7860"
EXAMPLES_LABEL: Final = "Eksempel på kald"
