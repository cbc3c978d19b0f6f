"""sliceline and cleanlab, a JSON line for each task and each answer; arrays come as files of numbers."""

import json
import sys
import time

import cleanlab
import numpy as np
import sliceline
from cleanlab.filter import find_label_issues
from cleanlab.count import compute_confident_joint, estimate_joint
from sliceline.slicefinder import Slicefinder


def slices(task):
    rows, tags = task["rows"], task["tags"]
    x = np.fromfile(task["columns"], np.float32).reshape(tags, rows).T
    errors = np.fromfile(task["errors"], np.float32).astype(float)
    finder = Slicefinder(alpha=task["alpha"], k=task["count"], max_l=task["degree"], min_sup=task["minSamples"], verbose=False)
    start = time.perf_counter()
    finder.fit(x, errors)
    seconds = time.perf_counter() - start
    found = [
        " ".join(f"t{i}={int(v)}" for i, v in enumerate(row) if v is not None) + f" {s['slice_size']:.0f}"
        for row, s in zip(finder.top_slices_, finder.top_slices_statistics_)
    ]
    return {"seconds": seconds, "slices": found}


def labels(task):
    given = np.fromfile(task["labels"], np.int32)
    p = np.fromfile(task["probabilities"], np.float32).astype(float).reshape(len(given), -1)
    p /= p.sum(axis=1, keepdims=True)
    flags, seconds = {}, {}
    for name in ("prune_by_class", "prune_by_noise_rate", "both", "confident_learning", "predicted_neq_given"):
        start = time.perf_counter()
        flags[name.replace("predicted_neq_given", "predicted_not_given").replace("_", "-")] = np.flatnonzero(
            find_label_issues(given, p, filter_by=name, n_jobs=1)
        ).tolist()
        seconds[name] = time.perf_counter() - start
    joint = estimate_joint(given, p, confident_joint=compute_confident_joint(given, p))
    return {"flags": flags, "seconds": max(seconds.values()), "rate": float(1 - np.trace(joint))}


print(json.dumps({"ready": f"sliceline {getattr(sliceline, '__version__', '0.3.0')}, cleanlab {cleanlab.__version__}"}), flush=True)
for line in sys.stdin:
    task = json.loads(line)
    print(json.dumps({"slices": slices, "labels": labels}[task["kind"]](task)), flush=True)
