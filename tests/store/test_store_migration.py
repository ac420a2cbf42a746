"""What an earlier Piiri kept is all there after the tables have changed."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from bot.store import schema

BEFORE = "0003"

ROWS = """
INSERT INTO persons (id, platform, handle, name, language) VALUES ('p', 'telegram', '1', 'Aino', 'fi');
INSERT INTO groups (id, key_id, name, platform, channel, programme, language, zone, every_count, every_unit, minutes,
  themes, floor, life, begun, absences_at_once, quiet_from, quiet_to, season, events, threads, mention)
  VALUES ('g', 'k', 'Piiri', 'telegram', '-1', 'vahvistin', 'fi', 'Europe/Helsinki', 3, 'week', 150,
  '["recovery"]', 'five', 'running', '2026-09-01 06:00:00', 0, 21, 8, 0, 0, 0, '');
INSERT INTO members (id, group_id, person_id, key_id, name, joined)
  VALUES ('m', 'g', 'p', 'mk', 'Aino', '2026-09-01 06:00:00');
INSERT INTO meetings (id, group_id, starts, minutes, place, link, time_set, version, revision, cancelled)
  VALUES ('t', 'g', '2026-09-15 17:00:00', 150, 'Talo', '', '2026-09-01 06:00:00', 0, 0, 0);
INSERT INTO polls (id, group_id, meeting_id, key_id, closed) VALUES ('o', 'g', 't', 'pk', 0);
INSERT INTO ballots (id, poll_id, member_id, key_id, answers) VALUES ('b', 'o', 'm', 'pk', x'00ff');
INSERT INTO batches (id, group_id, meeting_id, key_id, content, published) VALUES ('a', 'g', 't', 'k', x'01', 1);
"""


def upgraded(connection: sa.Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def test_open_ballots_outlive_the_change_of_the_polls_they_are_in(tmp_path: Path) -> None:
    engine = sa.create_engine(f"sqlite:///{tmp_path}/piiri.db")
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        upgraded(connection, BEFORE)
    with engine.begin() as connection:
        for statement in ROWS.strip().split(";\n"):
            connection.exec_driver_sql(statement)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        connection.commit()
        with connection.begin():
            upgraded(connection, schema.NEWEST)
    with engine.connect() as connection:
        read = connection.exec_driver_sql
        assert read("SELECT id, poll_id, member_id, key_id, answers FROM ballots").all() == [
            ("b", "o", "m", "pk", b"\x00\xff")
        ]
        assert read("SELECT kind FROM polls").scalar() == "feedback"
        assert read("SELECT kind FROM batches").scalar() == "feedback"
        assert read("SELECT rota FROM members").scalar() == 1
        assert read("SELECT language, chosen_language FROM persons").all() == [("fi", "")]
        assert read("SELECT posts, off, newcomers, departures FROM groups").all() == [(5, "[]", "open", 0)]
        assert read("PRAGMA foreign_key_check").all() == []
        # Another round on the same meeting has room beside the feedback, a second one of its kind has not.
        read(
            "INSERT INTO polls (id, group_id, meeting_id, key_id, closed, kind) VALUES ('e','g','t','x',0,'evaluation')"
        )
    engine.dispose()
