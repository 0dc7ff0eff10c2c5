"""The truth about every document, in one SQLite file: the only file that touches SQLAlchemy.

A document's rows are replaced in one transaction together with its words, so a reader meets the old or the new
one and nothing between. Vectors and words can be made again from here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy import JSON, Boolean, Column, Integer, LargeBinary, MetaData, Table, Text

from errors import AssistantError, RebuildTheIndex, TryAgain, UsageError
from index import codec, texts
from index.evidence import DocumentEntry, Snapshot
from ingest.document import Commitment, Document, DocumentInfo, Figure, Mention, Passage, ReadingProblem

SCHEMA = "2"
FILE = "catalogue.sqlite"

_metadata = MetaData()
_meta = Table("meta", _metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))
_documents = Table(
    "documents",
    _metadata,
    Column("id", Text, primary_key=True),
    Column("generation", Integer, nullable=False),
    Column("position", Integer, nullable=False),  # order of first arrival; a replaced document keeps its place
    Column("sha256", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("info", JSON, nullable=False),
    Column("added", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("passages", Integer, nullable=False),
    Column("figures", Integer, nullable=False),
    Column("commitments", Integer, nullable=False),
    Column("problems", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("layout", LargeBinary, nullable=False),  # pages, blocks, repairs and word boxes: read only to draw a page
)


def _rows_of(name: str, *columns: Column[Any]) -> Table:
    """A table of one document's parts: `body` holds the whole part, the columns what is looked up."""
    return Table(
        name,
        _metadata,
        Column("row", Integer, primary_key=True),
        Column("document", Text, nullable=False, index=True),
        Column("ordinal", Integer, nullable=False),
        *columns,
        Column("body", Text, nullable=False),
    )


_passages = _rows_of("passages", Column("page", Integer), Column("kind", Text))
_figures = _rows_of(
    "figures",
    Column("page", Integer),
    Column("label", Text),
    Column("value", Text),
    Column("unit", Text),
    Column("period", Text),
    Column("municipality", Text),
    Column("certain", Boolean),
)
_commitments = _rows_of(
    "commitments", Column("page", Integer), Column("actor", Text), Column("period", Text), Column("theme", Text)
)
_mentions = _rows_of("mentions", Column("page", Integer), Column("kind", Text), Column("name", Text))
_problems = _rows_of("problems", Column("page", Integer), Column("kind", Text))

_parts: Mapping[str, tuple[Table, type]] = {
    "passages": (_passages, Passage),
    "figures": (_figures, Figure),
    "commitments": (_commitments, Commitment),
    "mentions": (_mentions, Mention),
    "problems": (_problems, ReadingProblem),
}
# Tokens come ready from `words.py`; a passage's row number is its row here.
_WORDS = "CREATE VIRTUAL TABLE words USING fts5(stems, parts, context, tokenize = 'unicode61 remove_diacritics 0')"
# The bm25 weights are those of stems, parts and context.
_SEARCH = """
    SELECT document, ordinal FROM passages JOIN (
        SELECT rowid AS found, bm25(words, 1.0, 0.5, 1.0) AS score FROM words
        WHERE words MATCH :match {only} ORDER BY score, rowid LIMIT :limit
    ) ON passages.row = found ORDER BY score, found
"""
_ONLY = "AND rowid IN (SELECT row FROM passages WHERE document IN :documents)"
WordRow: TypeAlias = tuple[str, str, str]
"""Stems, compound parts and context of one passage, each a string of tokens."""


class Catalogue:
    """Documents and their parts. Without a file it is empty and in memory, so that a list can be shown of nothing."""

    def __init__(self, folder: Path, create: bool = False) -> None:
        """Opens the file in `folder`, or makes it. Raises RebuildTheIndex for another schema, TryAgain if in use."""
        self._folder = folder
        file = folder / FILE
        if create or file.exists():
            self._engine = sa.create_engine(f"sqlite:///{file}")
        else:  # one connection for all threads, else each would meet an in-memory file of its own
            self._engine = sa.create_engine(
                "sqlite://", poolclass=sa.StaticPool, connect_args={"check_same_thread": False}
            )
        sa.event.listen(self._engine, "connect", _configure)
        sa.event.listen(self._engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
        with self._translated(), self._engine.begin() as connection:
            if not sa.inspect(connection).has_table("meta"):
                _metadata.create_all(connection)
                connection.execute(sa.text(_WORDS))
                connection.execute(_meta.insert(), [{"key": "schema", "value": SCHEMA}])
            if self._read_meta(connection).get("schema") != SCHEMA:
                raise RebuildTheIndex(texts.OTHER_SCHEMA.format(folder=folder))

    def close(self) -> None:
        self._engine.dispose()

    def meta(self) -> dict[str, str]:
        """Schema, embedding, dimension, version and generation counter, as far as they are set."""
        with self._translated(), self._engine.connect() as connection:
            return self._read_meta(connection)

    def set_meta(self, **values: str) -> None:
        with self._translated(), self._engine.begin() as connection:
            self._write_meta(connection, **values)

    def version(self) -> int:
        """Grows with every change of any document; 0 as long as nothing was ever added."""
        return int(self.meta().get("version", "0"))

    def reserve_generation(self) -> int:
        """A number never used before, also not by a run that was killed: vectors of two runs cannot be mixed up."""
        with self._translated(), self._engine.begin() as connection:
            number = int(self._read_meta(connection).get("generation", "0")) + 1
            self._write_meta(connection, generation=str(number))
            return number

    def replace(
        self, document: Document, generation: int, path: str, words: Sequence[WordRow], instead_of: str | None
    ) -> None:
        """The flip: in one transaction the document's old rows go (and those of `instead_of`), the new ones come.

        `words` holds one row for each passage, in order.
        """
        with self._translated(), self._engine.begin() as connection:
            position = self._position(connection, instead_of or document.id)
            for old in {document.id, instead_of} - {None}:
                _delete(connection, str(old))
            row = _document_row(document, generation, position, path)
            connection.execute(_documents.insert(), row)
            for name, (table, _) in _parts.items():
                rows = [_part_row(table, document.id, n, part) for n, part in enumerate(getattr(document, name))]
                if rows:
                    connection.execute(table.insert(), rows)
            _insert_words(connection, document.id, words)
            self._bump(connection)

    def remove(self, id: str) -> None:
        """Raises UsageError for an unknown id."""
        with self._translated(), self._engine.begin() as connection:
            if not _delete(connection, id):
                raise UsageError(texts.UNKNOWN_DOCUMENT.format(id=id))
            self._bump(connection)

    def documents(self) -> tuple[DocumentEntry, ...]:
        """In the order they first came."""
        with self._translated(), self._engine.connect() as connection:
            return self._entries(connection)

    def document(self, id: str) -> Document:
        """The whole document as it was read. Raises UsageError for an unknown id."""
        with self._translated(), self._engine.connect() as connection:
            row = connection.execute(sa.select(_documents).where(_documents.c.id == id)).mappings().first()
            if row is None:
                raise UsageError(texts.UNKNOWN_DOCUMENT.format(id=id))
            parts: dict[str, Any] = {name: self._load(connection, name, id) for name in _parts}
        same: dict[str, Any] = {name: row[name] for name in ("id", "file_name", "sha256", "media_type", "text")}
        return Document(**same, info=DocumentInfo(**row["info"]), **codec.unpack_layout(row["layout"]), **parts)

    def text(self, id: str) -> str:
        """The stored text. Raises UsageError for an unknown id."""
        with self._translated(), self._engine.connect() as connection:
            text = connection.execute(sa.select(_documents.c.text).where(_documents.c.id == id)).scalar()
        if text is None:
            raise UsageError(texts.UNKNOWN_DOCUMENT.format(id=id))
        return str(text)

    def snapshot(self) -> Snapshot:
        """Everything current, read in one transaction."""
        with self._translated(), self._engine.connect() as connection:
            version = int(self._read_meta(connection).get("version", "0"))
            entries = self._entries(connection)
            loaded = {name: self._load_all(connection, name) for name in _parts if name != "problems"}
        order = [entry.id for entry in entries]
        return Snapshot(
            version=version,
            documents=entries,
            passages=tuple((id, part) for id in order for part in loaded["passages"].get(id, ())),
            figures=tuple(part for id in order for part in loaded["figures"].get(id, ())),
            commitments=tuple(part for id in order for part in loaded["commitments"].get(id, ())),
            mentions=tuple(part for id in order for part in loaded["mentions"].get(id, ())),
        )

    def search_words(self, match: str, documents: Iterable[str] | None, limit: int) -> list[tuple[str, int]]:
        """(document, place in it) of passages by BM25, best first. `match` is FTS5; None means all documents."""
        statement = sa.text(_SEARCH.format(only="" if documents is None else _ONLY))
        values: dict[str, Any] = {"match": match, "limit": limit}
        if documents is not None:
            statement = statement.bindparams(sa.bindparam("documents", expanding=True))
            values["documents"] = list(documents)
        with self._translated(), self._engine.connect() as connection:
            return [(row[0], row[1]) for row in connection.execute(statement, values)]

    def rewrite_words(self, words: Mapping[str, Sequence[WordRow]]) -> None:
        """Make the word table again from nothing: the rows of each document."""
        with self._translated(), self._engine.begin() as connection:
            connection.execute(sa.text("DROP TABLE IF EXISTS words"))
            connection.execute(sa.text(_WORDS))
            for id, rows in words.items():
                _insert_words(connection, id, rows)
            self._bump(connection)

    def _entries(self, connection: sa.Connection) -> tuple[DocumentEntry, ...]:
        wanted = [column for column in _documents.c if column.name not in {"text", "layout", "position"}]
        rows = connection.execute(sa.select(*wanted).order_by(_documents.c.position)).mappings()
        return tuple(DocumentEntry(**{**row, "info": DocumentInfo(**row["info"])}) for row in rows)

    def _load(self, connection: sa.Connection, name: str, id: str) -> tuple[Any, ...]:
        table, kind = _parts[name]
        query = sa.select(table.c.body).where(table.c.document == id).order_by(table.c.row)
        return tuple(codec.load(kind, body) for body in connection.execute(query).scalars())

    def _load_all(self, connection: sa.Connection, name: str) -> dict[str, list[Any]]:
        table, kind = _parts[name]
        found: dict[str, list[Any]] = {}
        for id, body in connection.execute(sa.select(table.c.document, table.c.body).order_by(table.c.row)):
            found.setdefault(id, []).append(codec.load(kind, body))
        return found

    def _position(self, connection: sa.Connection, id: str) -> int:
        place = connection.execute(sa.select(_documents.c.position).where(_documents.c.id == id)).scalar()
        last = connection.execute(sa.select(sa.func.max(_documents.c.position))).scalar()
        return int(place) if place is not None else int(last or 0) + 1

    def _bump(self, connection: sa.Connection) -> None:
        version = int(self._read_meta(connection).get("version", "0")) + 1
        self._write_meta(connection, version=str(version))

    def _read_meta(self, connection: sa.Connection) -> dict[str, str]:
        return {row.key: row.value for row in connection.execute(sa.select(_meta))}

    def _write_meta(self, connection: sa.Connection, **values: str) -> None:
        connection.execute(_meta.delete().where(_meta.c.key.in_(list(values))))
        connection.execute(_meta.insert(), [{"key": key, "value": value} for key, value in values.items()])

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """SQLAlchemy's errors as ours."""
        try:
            yield
        except sa.exc.DatabaseError as error:
            raise _translate(error, self._folder) from error


def reader_version() -> str:
    """Which reading of a file is stored: after an upgrade the same bytes are read again."""
    return version("bl-assistent")


def _configure(connection: Any, _record: Any) -> None:
    # Python's sqlite3 opens no transaction for reads and table definitions: we say BEGIN ourselves, on "begin".
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")


def _translate(error: sa.exc.DatabaseError, folder: Path) -> AssistantError:
    said = str(error.orig)
    if "full" in said or "disk I/O" in said:
        return TryAgain(texts.DISK_FULL.format(folder=folder))
    if "locked" in said:
        return TryAgain(texts.LOCKED.format(folder=folder, who=""))
    if "readonly" in said or "unable to open" in said:
        return TryAgain(texts.NOT_WRITABLE.format(folder=folder, why=said))
    return RebuildTheIndex(texts.DAMAGED.format(folder=folder, why=said))


def _document_row(document: Document, generation: int, position: int, path: str) -> dict[str, Any]:
    counted = ("pages", "passages", "figures", "commitments", "problems")
    return {
        "id": document.id,
        "generation": generation,
        "position": position,
        "sha256": document.sha256,
        "path": path,
        "file_name": document.file_name,
        "media_type": document.media_type,
        "info": codec.plain(document.info),
        "reader": reader_version(),
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
        "text": document.text,
        "layout": codec.pack_layout(document),
        **{name: len(getattr(document, name)) for name in counted},
    }


def _part_row(table: Table, id: str, ordinal: int, part: Any) -> dict[str, Any]:
    own = {"document": id, "ordinal": ordinal, "body": codec.dump(part)}
    looked_up = {column.name: getattr(part, column.name) for column in table.c if column.name not in {*own, "row"}}
    return {**looked_up, **own}


def _insert_words(connection: sa.Connection, id: str, words: Sequence[WordRow]) -> None:
    rows = connection.execute(sa.select(_passages.c.row).where(_passages.c.document == id).order_by(_passages.c.row))
    insert = sa.text("INSERT INTO words(rowid, stems, parts, context) VALUES (:row, :stems, :parts, :context)")
    values = [
        {"row": row, "stems": stems, "parts": parts, "context": context}
        for row, (stems, parts, context) in zip(rows.scalars().all(), words, strict=True)
    ]
    if values:
        connection.execute(insert, values)


def _delete(connection: sa.Connection, id: str) -> bool:
    gone = "DELETE FROM words WHERE rowid IN (SELECT row FROM passages WHERE document = :id)"
    connection.execute(sa.text(gone), {"id": id})
    for table, _ in _parts.values():
        connection.execute(table.delete().where(table.c.document == id))
    return connection.execute(_documents.delete().where(_documents.c.id == id)).rowcount > 0
