"""The docstrings that the model's dataclasses give their fields: the reference that editors show."""

import ast
import inspect
import sys
from functools import cache
from typing import Any


@cache
def _module(name: str) -> dict[str, dict[str, str]]:
    """For each class of a module the docstring of each field."""
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {node.name: _fields(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def _fields(node: ast.ClassDef) -> dict[str, str]:
    found: dict[str, str] = {}
    for statement, following in zip(node.body, node.body[1:], strict=False):
        match statement, following:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = inspect.cleandoc(text)
    return found


def field_doc(kind: Any, name: str) -> str:
    """What a field means, in the words of the class that declares it; empty where nothing is said."""
    for owner in kind.__mro__:
        if owner.__module__ != "builtins" and (text := _module(owner.__module__).get(owner.__name__, {}).get(name)):
            return text
    return ""


def class_doc(kind: Any) -> str:
    """What a class means."""
    return inspect.cleandoc(kind.__doc__ or "")
