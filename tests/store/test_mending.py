"""One changed byte of a journal is found by the checksum, however long the line is."""

from hypothesis import example, given
from hypothesis import strategies as st

from champion_tracker.store.journal import write_line
from champion_tracker.store.mending import mend

LINES = st.lists(
    st.tuples(
        st.integers(0, 10**12), st.binary(max_size=300).map(lambda b: b.replace(b"\n", b" "))
    ),
    min_size=1,
    max_size=2,
)


@given(LINES, st.integers(0), st.integers(1, 255))
@example([(7, b"x" * 100_000)], 50_000, 8)
def test_a_changed_byte_is_put_right(
    lines: list[tuple[int, bytes]], place: int, change: int
) -> None:
    data = bytearray(b"".join(write_line(number, text) for number, text in lines[:1]))
    data[place % len(data)] ^= change
    assert mend(bytes(data)) == write_line(*lines[0])


@given(LINES.filter(lambda lines: len(lines) == 2))
def test_a_lost_line_break_is_put_back(lines: list[tuple[int, bytes]]) -> None:
    first, second = (write_line(number, text) for number, text in lines)
    assert mend(first[:-1] + b"?" + second) == first + second


@given(st.binary(max_size=200))
def test_what_was_never_a_line_is_left_alone(data: bytes) -> None:
    assert mend(data.replace(b" ", b"") + b"!\n") is None
