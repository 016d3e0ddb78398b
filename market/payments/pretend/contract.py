"""What the installed SDK may send: each operation's parameter type, read from the SDK's own generated files.

The SDK is read here as data, by path and by name; nothing of it is called. A parameter that was removed or misspelt is
then refused as Stripe would refuse it, instead of being swallowed by a friendly fake.
"""

import ast
import importlib
import re
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pydantic
import typing_extensions

SDK = "stripe"


@dataclass(frozen=True)
class Operation:
    """One thing the SDK can ask. `module` and `params` name its parameter type; "" where it takes none."""

    verb: str
    path: str
    module: str = ""
    params: str = ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What an address of this operation looks like, its ids as groups."""
        return re.compile("^" + re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", self.path) + "$")


class BadParameter(Exception):
    """A request that the SDK's own types do not allow."""

    def __init__(self, code: str, param: str, message: str) -> None:
        super().__init__(message)
        self.code, self.param, self.message = code, param, message


@cache
def operations() -> tuple[Operation, ...]:
    """Everything the installed SDK can ask, read once."""
    spec = find_spec(SDK)
    assert spec is not None
    assert spec.origin is not None, "the SDK is installed: it is in the run lock"
    root = Path(spec.origin).parent
    found = (_in_file(path) for path in sorted(root.rglob("*_service.py")))
    return tuple({(one.verb, one.path): one for some in found for one in some}.values())


def _in_file(path: Path) -> Iterator[Operation]:
    text = path.read_text(encoding="utf-8")
    if "_request(" not in text:
        return
    tree = ast.parse(text)
    modules = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and ".params" in node.module
        for alias in node.names
    }
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            if isinstance(call.func, ast.Attribute) and call.func.attr == "_request" and len(call.args) >= 2:
                named = _params_of(function)
                module = modules.get(named, "")
                yield Operation(_constant(call.args[0]), _path(call.args[1]), module, named if module else "")


def _params_of(function: ast.FunctionDef) -> str:
    annotation = next((arg.annotation for arg in function.args.args if arg.arg == "params"), None)
    named = re.search(r"\w+Params", ast.unparse(annotation)) if annotation else None
    return named.group() if named else ""


def _constant(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ""


def _path(node: ast.expr) -> str:
    """The address of a call: a plain text, or `"/v1/x/{id}".format(...)`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _constant(node.func.value)
    return _constant(node)


@cache
def _find(verb: str, path: str) -> tuple[Operation, tuple[tuple[str, str], ...]] | None:
    for one in operations():
        if one.verb == verb and (found := one.pattern.match(path)):
            return one, tuple(found.groupdict().items())
    return None


def operation_at(verb: str, path: str) -> tuple[Operation, dict[str, str]] | None:
    """The operation at an address and the ids in it; None where the SDK knows none."""
    found = _find(verb, path)
    return (found[0], dict(found[1])) if found else None


def check(operation: Operation, params: dict[str, Any]) -> dict[str, Any]:
    """The parameters with their types put right (a form sends numbers as text). Raises `BadParameter`."""
    if not operation.params:
        if params:
            name = next(iter(params))
            raise BadParameter("parameter_unknown", name, f"Received unknown parameter: {name}")
        return params
    try:
        checked: dict[str, Any] = _adapter(operation.module, operation.params).validate_python(params)
    except pydantic.ValidationError as trouble:
        raise _said(trouble) from trouble
    return checked


def _said(trouble: pydantic.ValidationError) -> BadParameter:
    first = trouble.errors()[0]
    name = "".join(f"[{part}]" if at else str(part) for at, part in enumerate(first["loc"]))
    if first["type"] == "missing":
        return BadParameter("parameter_missing", name, f"Missing required param: {name}.")
    if first["type"] == "extra_forbidden":
        return BadParameter("parameter_unknown", name, f"Received unknown parameter: {name}")
    return BadParameter("parameter_invalid", name, f"Invalid {name}: {first['msg']}")


@cache
def _adapter(module_name: str, name: str) -> pydantic.TypeAdapter[Any]:
    """A checker for one parameter type that allows nothing beyond it. Options of the request itself are no parameters."""
    module = importlib.import_module(module_name)
    strict = pydantic.ConfigDict(extra="forbid", arbitrary_types_allowed=True)
    for value in vars(module).values():
        if isinstance(value, type) and hasattr(value, "__required_keys__"):
            value.__pydantic_config__ = strict  # type: ignore[attr-defined]
    whole = getattr(module, name)
    options = importlib.import_module(f"{SDK}._request_options").RequestOptions.__annotations__
    own = {key: kind for key, kind in whole.__annotations__.items() if key not in options}
    make: Any = typing_extensions.TypedDict
    cut = make(name, own)
    cut.__module__, cut.__pydantic_config__ = module_name, strict
    adapter: pydantic.TypeAdapter[Any] = pydantic.TypeAdapter(cut)
    names = vars(typing) | vars(module) | {"StripeContext": object, "HTTPClient": object}
    adapter.rebuild(force=True, raise_errors=True, _types_namespace=names)
    return adapter
