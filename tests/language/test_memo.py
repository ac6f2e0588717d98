"""Answers for words, kept."""

from lagebild.language.memo import Memo, forget_all

ASKED: list[str] = []


def _first(word: str) -> str | None:
    ASKED.append(word)
    return word[:1] or None


def test_a_function_is_asked_once_for_a_word_also_where_it_has_no_answer() -> None:
    ASKED.clear()
    memo = Memo(_first)
    assert [memo.of("Amt"), memo.of(""), memo.of("Amt"), memo.of("")] == ["A", None, "A", None]
    assert ASKED == ["Amt", ""]


def test_memory_stays_bounded() -> None:
    memo = Memo(_first, 3)
    assert [memo.of(word) for word in "abcdabcd"] == list("abcdabcd")
    assert 0 < len(memo) <= 3


def test_all_memos_forget_together() -> None:
    memo = Memo(_first)
    memo.of("Amt")
    forget_all()
    assert len(memo) == 0
