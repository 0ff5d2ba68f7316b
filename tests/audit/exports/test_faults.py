from humanely.audit.exports.faults import ColumnsUnknown


def test_cells_that_are_no_names_are_not_shown() -> None:
    for cells in (["1", "agent", "hi"], ["Where is it?", "b"], ["one two three four five"], ["x" * 41]):
        error = ColumnsUnknown("export.csv", cells, {}, ["text"])
        assert not [cell for cell in cells if len(cell) > 2 and cell in error.happened]
        assert "without names" in error.happened


def test_many_columns_are_cut_short() -> None:
    error = ColumnsUnknown("export.csv", [f"column{number}" for number in range(50)], {}, ["text"])
    assert "column29 and 20 more" in error.happened
