"""Times one Jupyter kernel. Arguments: its name, then as JSON the code to run in its language and how many cells;
prints JSON."""

import atexit
import json
import statistics
import sys
import time

import psutil
from jupyter_client.manager import KernelManager

name, codes = sys.argv[1], json.loads(sys.argv[2])
WAIT_S = 300
PAUSE_S = 2  # a reader looks at the first cell


def seconds_of(action):
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def start():
    global client, manager
    manager = KernelManager(kernel_name=name)  # one that has shut a kernel down starts no other
    manager.start_kernel(cwd=codes["cwd"])
    atexit.register(manager.shutdown_kernel, now=True)  # whoever outlives us keeps our output open
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=WAIT_S)


def run(code):
    """Runs a cell to its end; everything that it printed."""
    message_id = client.execute(code)
    printed = []
    while True:
        message = client.get_iopub_msg(timeout=WAIT_S)
        if message["parent_header"].get("msg_id") != message_id:
            continue
        if message["msg_type"] == "stream":
            printed.append(message["content"]["text"])
        if message["msg_type"] == "error":
            raise RuntimeError(message["content"]["evalue"])
        if message["content"].get("execution_state") == "idle":
            break
    while client.get_shell_msg(timeout=WAIT_S)["parent_header"].get("msg_id") != message_id:
        pass
    return "".join(printed)


def complete():
    message_id = client.complete(codes["complete"])
    while client.get_shell_msg(timeout=WAIT_S)["parent_header"].get("msg_id") != message_id:
        pass


def stop(code):
    """From Stop to the cell's end, or nothing where it has not ended within ten seconds."""
    message_id = client.execute(code)
    time.sleep(1)
    started = time.perf_counter()
    manager.interrupt_kernel()
    while time.perf_counter() - started < 10 and manager.is_alive():
        try:
            if client.get_shell_msg(timeout=1)["parent_header"].get("msg_id") == message_id:
                return time.perf_counter() - started
        except Exception:
            pass
    return None


def memory():
    process = psutil.Process(manager.provisioner.process.pid)
    return sum(one.memory_info().rss for one in [process, *process.children(recursive=True)]) / 1e6


result = {"ready": seconds_of(start)}
result["firstCell"] = seconds_of(lambda: run(codes["trivial"]))
if "import" in codes:
    result["import"] = seconds_of(lambda: run(codes["import"]))
for _ in range(20):
    run(codes["trivial"])
result["trivial"] = statistics.median(seconds_of(lambda: run(codes["trivial"])) for _ in range(50))
complete()
result["complete"] = statistics.median(seconds_of(complete) for _ in range(20))
printed = []
result["print"] = seconds_of(lambda: printed.append(run(codes["print"])))
result["lines"] = printed[0].count("\n")
for _ in range(codes["warmUp"]):
    run(codes["trivial"])
used = []
for _ in range(codes["cells"]):
    run(codes["trivial"])
    used.append(memory())
# Garbage comes and goes; medians tell of what stays.
tenth = len(used) // 10
result["growth"] = statistics.median(used[-tenth:]) / statistics.median(used[:tenth]) - 1
result["megabytes"] = statistics.median(used[-tenth:])
result["stopLoop"] = stop(codes["loop"])
if result["stopLoop"] is None or not manager.is_alive():
    manager.shutdown_kernel(now=True)
    start()
result["stopAfterWait"] = stop(codes["loopAfterWait"])
if "import" in codes:
    manager.shutdown_kernel(now=True)
    start()
    run(codes["trivial"])
    time.sleep(PAUSE_S)
    result["importAfterPause"] = seconds_of(lambda: run(codes["import"]))
client.stop_channels()
manager.shutdown_kernel(now=True)
print(json.dumps(result))
