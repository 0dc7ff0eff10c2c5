"""Log-in for everything the server gives out, page, API and files alike (HTTP Basic, names from BL_AUTH_FILE)."""

import base64
import binascii
import hmac
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from errors import UsageError
from web import texts


def read_users(path: Path) -> dict[str, str]:
    """Lines of `user:password`; empty lines and lines that start with # are left out. Raises UsageError."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"Adgangsfilen {path} kan ikke læses. Angiv en tekstfil med linjer af formen navn:adgangskode."
        ) from error
    users: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, colon, password = line.strip().partition(":")
        if not (name and colon and password):
            raise UsageError(f"Adgangsfilen {path}, linje {number}: skriv navn:adgangskode.")
        users[name] = password
    if not users:
        raise UsageError(f"Adgangsfilen {path} har ingen brugere. Skriv mindst én linje: navn:adgangskode.")
    return users


class LoginRequired:
    """Refuses every request without a known name and password."""

    def __init__(self, app: ASGIApp, users: dict[str, str]) -> None:
        self._app = app
        self._users = users

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or self._known(scope):
            await self._app(scope, receive, send)
            return
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        body = texts.LOGIN_NEEDED.encode()
        headers = [
            (b"www-authenticate", b'Basic realm="BL-assistenten", charset="UTF-8"'),
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"content-length", str(len(body)).encode()),
        ]
        await send({"type": "http.response.start", "status": 401, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def _known(self, scope: Scope) -> bool:
        given = next((value for name, value in scope["headers"] if name == b"authorization"), b"")
        scheme, _, coded = given.partition(b" ")
        if scheme.lower() != b"basic":
            return False
        try:
            name, _, password = base64.b64decode(coded, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return False
        expected = self._users.get(name, "")
        return bool(expected) and hmac.compare_digest(expected.encode(), password.encode())
