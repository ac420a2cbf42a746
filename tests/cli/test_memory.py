import gc

from bot.memory import SEARCH_AFTER, settled_in


def test_what_is_loaded_is_left_alone_while_piiri_runs_and_all_is_as_before_afterwards() -> None:
    before, kept = gc.get_threshold(), gc.get_freeze_count()
    with settled_in():
        assert gc.get_freeze_count() > kept + 10_000
        assert gc.get_threshold()[0] == SEARCH_AFTER
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
