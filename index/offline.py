"""What keeps the libraries below us from calling out; the front doors call it before anything else."""

import os

_QUIET = {
    "ANONYMIZED_TELEMETRY": "False",  # chromadb
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "TOKENIZERS_PARALLELISM": "false",  # else a warning for each child process
    "OMP_WAIT_POLICY": "PASSIVE",  # spinning threads starve each other when another process is busy
}
_HUB = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
_set_here: set[str] = set()


def stay_offline(hub_model: bool = False) -> None:
    """Set the environment for this process and its children. `hub_model`: a setting names one, which is consent."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    if hub_model:
        allow_hub()
        return
    for name, value in _HUB.items():
        if name not in os.environ:
            os.environ[name] = value
            _set_here.add(name)


def allow_hub() -> None:
    """Take back what `stay_offline` set for the model hub, before its library is imported; a person's own stays."""
    while _set_here:
        os.environ.pop(_set_here.pop(), None)
