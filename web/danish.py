"""Gradio's own words in Danish, for the components that bring texts of their own (Gradio has no Danish).

Keys are written with dots: such a key is found before Gradio's own nested one of the same name."""

from typing import Final

TRANSLATIONS: Final[dict[str, str]] = {
    "blocks.connection_can_break": "På en telefon kan forbindelsen gå tabt, hvis fanen skiftes.",
    "blocks.long_requests_queue": "Der er kø. Dit spørgsmål kommer til om lidt.",
    "blocks.lost_connection": "Forbindelsen gik tabt, fordi siden blev forladt. Prøver igen …",
    "blocks.waiting_for_inputs": "Vent, til filerne er hentet ind.",
    "common.clear": "Ryd",
    "common.clear_all": "Ryd alt",
    "common.close": "Luk",
    "common.download": "Hent",
    "common.edit": "Ret",
    "common.empty": "Tom",
    "common.error": "Fejl",
    "common.info": "Besked",
    "common.loading": "Indlæser",
    "common.or": "eller",
    "common.remove": "Fjern",
    "common.settings": "Indstillinger",
    "common.submit": "Send",
    "common.success": "Lykkedes",
    "common.undo": "Fortryd",
    "common.warning": "Advarsel",
    "dropdown.dropdown": "Valgliste",
    "errors.runtime_error": "Der er en fejl i programmet",
    "errors.config_error": "Der er en fejl i opsætningen",
    "errors.build_error": "Der er en fejl i opbygningen",
    "file.uploading": "Henter ind …",
    "label.label": "Felt",
    "upload_text.click_to_upload": "tryk for at vælge",
    "upload_text.drop_file": "Træk filer hertil",
    "upload_text.drop_csv": "Træk en CSV-fil hertil",
    "upload_text.paste_clipboard": "Indsæt fra udklipsholderen",
}
