"""Runs notebooks as a headless runner does. Input: {kernel, cwd, notebooks: [{name, cells: [{source, tags}]}]} as
JSON; output: for each whether it passed, what failed, and the outputs that each cell left."""

import asyncio
import json
import sys
import traceback

import nbformat
from nbclient import NotebookClient

AT_ONCE = 2


def build(kernel, cells):
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": kernel, "display_name": kernel}})
    notebook.cells = [
        nbformat.v4.new_code_cell(cell["source"], metadata={"tags": cell.get("tags", [])}) for cell in cells
    ]
    return notebook


def text(output):
    return output.get("text") or output.get("evalue") or output.get("data", {}).get("text/plain") or ""


async def run(kernel, cwd, case, gate):
    notebook = build(kernel, case["cells"])
    client = NotebookClient(
        notebook,
        kernel_name=kernel,
        timeout=60,  # for the kernel to start; a busy machine may take its time
        timeout_func=lambda _: case.get("timeout", 60),
        allow_errors=case.get("allowErrors", False),
        resources={"metadata": {"path": case.get("cwd", cwd)}},
    )
    async with gate:
        try:
            await client.async_execute()
            error = None
        except Exception:
            error = traceback.format_exc()
    outputs = ["".join(text(output) for output in cell.outputs) for cell in notebook.cells]
    kinds = [[output.output_type for output in cell.outputs] for cell in notebook.cells]
    counts = [cell.execution_count for cell in notebook.cells]
    bundles = [[sorted(output.get("data", {})) for output in cell.outputs] for cell in notebook.cells]
    return {
        "name": case["name"],
        "passed": error is None,
        "error": error or "",
        "outputs": outputs,
        "kinds": kinds,
        "counts": counts,
        "bundles": bundles,
    }


async def main():
    task = json.load(sys.stdin)
    gate = asyncio.Semaphore(AT_ONCE)
    results = await asyncio.gather(
        *[run(task["kernel"], task["cwd"], case, gate) for case in task["notebooks"]]
    )
    print(json.dumps(results))


asyncio.run(main())
