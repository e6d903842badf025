"""The vocabulary as data: each phrase once, for one role."""

import ast
import inspect
from collections import Counter

from ingest.reader import vocabulary
from ingest.reader.vocabulary import phrase


def lists() -> dict[int, list[str]]:
    """By line of the module, the phrases of each list as they are compared; of all roles together for headers."""
    told = {}
    for node in ast.walk(ast.parse(inspect.getsource(vocabulary))):
        is_list = isinstance(node, ast.Call) and ast.unparse(node.func) == "_phrases"
        if is_list or isinstance(node, ast.Dict):
            values = node.args if is_list else node.values
            texts = [value.value for value in values if isinstance(value, ast.Constant) and type(value.value) is str]
            told[node.lineno] = [phrase(part) for text in texts for part in text.split(",")]
    return told


def test_a_phrase_stands_once_in_its_list_and_heads_one_role():
    found = lists()
    assert sum(map(len, found.values())) > 500
    assert {line: [one for one, times in Counter(of).items() if times > 1] for line, of in found.items()} == {
        line: [] for line in found
    }
