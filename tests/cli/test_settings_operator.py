from pathlib import Path

import pytest

from bot.settings import SettingsProblem, load_settings, shown


def test_who_runs_it_is_one_line(tmp_path: Path) -> None:
    in_force, sources = load_settings({"PIIRI_OPERATOR": " Esimerkki ry,\n  tietosuoja@esimerkki.example "}, tmp_path)
    assert in_force.operator == "Esimerkki ry, tietosuoja@esimerkki.example"
    assert sources["operator"] == "PIIRI_OPERATOR"


def test_who_runs_it_has_an_end(tmp_path: Path) -> None:
    with pytest.raises(SettingsProblem, match="operator has room for 200 characters"):
        load_settings({"PIIRI_OPERATOR": "x" * 201}, tmp_path)


def test_the_address_of_the_database_may_stand_in_a_file_and_its_password_is_not_shown(tmp_path: Path) -> None:
    address = "postgresql://piiri:S3CRET@db/piiri"
    (tmp_path / "url").write_text(address + "\n")
    in_force, sources = load_settings({"PIIRI_DATABASE_URL_FILE": str(tmp_path / "url")}, tmp_path)
    assert in_force.database_url == address
    assert sources["database_url"] == "PIIRI_DATABASE_URL_FILE"
    assert "S3CRET" not in shown("database_url", in_force.database_url)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsProblem, match=r"PIIRI_DATABASE_URL_FILE: .* cannot be read"):
        load_settings({"PIIRI_DATABASE_URL_FILE": str(tmp_path / "nowhere")}, tmp_path)
