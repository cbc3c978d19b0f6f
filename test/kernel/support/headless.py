"""Runs notebooks through nbclient, nbconvert, papermill and nbmake. Arguments: a file with {kernel, cwd, notebooks} as
JSON, and a file for the results: of each runner and notebook whether it passed, what failed, and what each cell left.

A kernel takes longer to start than these notebooks to run. So each notebook has one kernel, in which the runners run it
one after another, handed to each through its own option; but what ends its kernel or leaves it busy is run by each
runner in a kernel that the runner has started itself.
"""

import json
import logging
import sys
import tempfile
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import nbmake.nb_run
import papermill
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import run_sync
from nbclient import NotebookClient
from nbconvert.preprocessors import ExecutePreprocessor

logging.disable(logging.CRITICAL)

# Two that work, and two that mostly wait: for a time-out, or for a dead kernel to be noticed.
WORKING, WAITING = 2, 2
PATIENCE_S = 60  # a busy machine may take its time

here = threading.local()


class SharedKernel(AsyncKernelManager):
    """A kernel that one runner after another is a client of."""

    def client(self, **options):
        client = super().client(**options)
        here.clients.append(client)
        return client


def start(kernel, cwd):
    here.clients = []
    manager = SharedKernel(kernel_name=kernel)
    run_sync(manager.start_kernel)(cwd=cwd)
    return manager


def stop(manager):
    for client in here.clients:
        client.stop_channels()
    run_sync(manager.shutdown_kernel)(now=True)


def with_nbclient(file, case, manager):
    notebook = nbformat.read(file, 4)
    try:
        NotebookClient(
            notebook,
            km=manager,
            timeout=case.get("timeout", PATIENCE_S),
            allow_errors=case.get("allowErrors", False),
            resources={"metadata": {"path": case["cwd"]}},
        ).execute()
    finally:
        nbformat.write(notebook, file)


def with_nbconvert(file, case, manager):
    ExecutePreprocessor(
        timeout=case.get("timeout", PATIENCE_S), allow_errors=case.get("allowErrors", False)
    ).preprocess(nbformat.read(file, 4), {"metadata": {"path": case["cwd"]}}, km=manager)


def with_papermill(file, case, manager):
    timeout = case.get("timeout", PATIENCE_S)
    papermill.execute_notebook(str(file), None, progress_bar=False, execution_timeout=timeout, km=manager)


# nbmake has no option for a kernel that runs already.
nbmake.nb_run.NotebookClient = lambda notebook, **options: NotebookClient(notebook, km=here.manager, **options)


def with_nbmake(file, case, manager):
    here.manager = manager
    error = nbmake.nb_run.NotebookRun(file, case.get("timeout", PATIENCE_S)).execute().error
    if error is not None:
        raise Exception(error.trace)


RUNNERS = {
    "nbclient": with_nbclient,
    "nbconvert": with_nbconvert,
    "papermill": with_papermill,
    "nbmake": with_nbmake,
}


def write(file, kernel, cells):
    spec = {"name": kernel, "display_name": kernel, "language": "typescript"}
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": spec})
    notebook.cells = [
        nbformat.v4.new_code_cell(cell["source"], metadata={"tags": cell.get("tags", [])}) for cell in cells
    ]
    nbformat.write(notebook, file)


def text(output):
    return output.get("text") or output.get("evalue") or output.get("data", {}).get("text/plain") or ""


def run(runner, kernel, case, manager):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "notebook.ipynb"
        write(file, kernel, case["cells"])
        try:
            RUNNERS[runner](file, case, manager)
            error = ""
        except Exception:
            error = traceback.format_exc()
        cells = nbformat.read(file, 4).cells
    return {
        "runner": runner,
        "name": case["name"],
        "passed": error == "",
        "error": error,
        "outputs": ["".join(text(output) for output in cell.outputs) for cell in cells],
        "kinds": [[output.output_type for output in cell.outputs] for cell in cells],
        "counts": [cell.execution_count for cell in cells],
        "bundles": [[sorted(output.get("data", {})) for output in cell.outputs] for cell in cells],
    }


def run_all(kernel, case):
    """One notebook through its runners."""
    runners = case.get("runners", list(RUNNERS))
    if case.get("ownKernel"):
        return [run(runner, kernel, case, None) for runner in runners]
    manager = start(kernel, case["cwd"])
    try:
        return [run(runner, kernel, case, manager) for runner in runners]
    finally:
        stop(manager)


def main():
    task = json.loads(Path(sys.argv[1]).read_text())
    with ThreadPoolExecutor(WAITING) as waiting, ThreadPoolExecutor(WORKING) as working:
        futures = [
            (waiting if case.get("ownKernel") else working).submit(run_all, task["kernel"], case)
            for case in task["notebooks"]
        ]
        results = [result for future in futures for result in future.result()]
    Path(sys.argv[2]).write_text(json.dumps(results))


main()
