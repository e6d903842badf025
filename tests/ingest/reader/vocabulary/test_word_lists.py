"""The words of tables as data: each phrase once in its list, for one role."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from ingest.reader import vocabulary
from ingest.reader.vocabulary.phrases import phrase

FOLDER = Path(vocabulary.__file__).parent


def lists(module: str) -> dict[int, list[str]]:
    """By line of the module, the phrases of each list as they are compared; of all roles together for headers."""
    told = {}
    for node in ast.walk(ast.parse((FOLDER / module).read_text())):
        is_list = isinstance(node, ast.Call) and ast.unparse(node.func) == "phrases"
        if is_list or isinstance(node, ast.Dict):
            values = node.args if is_list else node.values
            texts = [value.value for value in values if isinstance(value, ast.Constant) and type(value.value) is str]
            told[node.lineno] = [phrase(part) for text in texts for part in text.split(",")]
    return told


@pytest.mark.parametrize("module", ["headers.py", "money.py", "payers.py", "rows.py", "decoys.py"])
def test_a_phrase_stands_once_in_its_list_and_heads_one_role(module):
    found = lists(module)
    assert sum(map(len, found.values())) > 25
    assert {line: [one for one, times in Counter(of).items() if times > 1] for line, of in found.items()} == {
        line: [] for line in found
    }
