"""A language model behind an OpenAI-compatible endpoint: the only file that touches llama-index's LLMs."""

from collections.abc import Iterator
from time import monotonic

from assistant import texts_llm as texts
from errors import TryAgain, UsageError
from settings import Settings


class LanguageModel:
    """Streams text from one endpoint (Ollama, llama.cpp, vLLM, a cloud). It may phrase, never decide."""

    def __init__(self, url: str, model: str | None, key: str | None, timeout: float) -> None:
        """`timeout` in seconds, for a whole answer. Raises UsageError without a model's name."""
        if not model:
            raise UsageError(texts.NO_MODEL_NAMED)
        from llama_index.llms.openai_like import OpenAILike

        self.name = model
        self._url, self._timeout = url, timeout
        self._llm = OpenAILike(
            model=model,
            api_base=url,
            api_key=key or "none",
            is_chat_model=True,
            timeout=timeout,
            max_retries=0,
            temperature=0.0,
            max_tokens=700,
        )

    def stream(self, prompt: str) -> Iterator[str]:
        """The pieces of the model's text as they come. Raises TryAgain when the endpoint is away, slow or broken."""
        import httpx
        import openai
        from llama_index.core.llms import ChatMessage

        deadline = monotonic() + self._timeout
        try:
            for piece in self._llm.stream_chat([ChatMessage(role="user", content=prompt)]):
                yield piece.delta or ""
                if monotonic() > deadline:
                    raise TryAgain(texts.SLOW.format(url=self._url, seconds=round(self._timeout)))
        except (openai.OpenAIError, httpx.HTTPError) as error:
            raise TryAgain(texts.AWAY.format(url=self._url, why=type(error).__name__)) from error


def open_llm(settings: Settings) -> LanguageModel | None:
    """The language model that the settings name, or None. Raises UsageError."""
    if settings.llm_url is None:
        return None
    return LanguageModel(settings.llm_url, settings.llm_model, settings.llm_key, settings.llm_timeout)


def check_endpoint(settings: Settings) -> None:
    """Asks the endpoint for a word. Raises UsageError or TryAgain with what to do."""
    if model := open_llm(settings):
        next(model.stream("Svar med ét ord: hej"), None)
