"""Ax on the functions of bench/search/functions.ts; input and output as in search_optuna.py."""

import json
import logging
import math
import sys
import time

from ax import Client, RangeParameterConfig
from search_optuna import BY_NAME

logging.disable(logging.CRITICAL)


def run(function, seed, trials):
    """One experiment; shifted functions come with the offset that is taken from each coordinate."""
    at, low, high = BY_NAME[function["base"]], function["low"], function["high"]
    client = Client(random_seed=seed)
    names = [f"x{j}" for j in range(len(low))]
    client.configure_experiment(
        parameters=[
            RangeParameterConfig(name=name, parameter_type="float", bounds=(low[j], high[j]))
            for j, name in enumerate(names)
        ]
    )
    client.configure_optimization(objective="-loss")
    best, bests, times = math.inf, [], []
    for _ in range(trials):
        start = time.perf_counter()
        ((index, parameters),) = client.get_next_trials(max_trials=1).items()
        times.append(round((time.perf_counter() - start) * 1000, 4))
        value = at([parameters[name] - o for name, o in zip(names, function["offset"])])
        client.complete_trial(trial_index=index, raw_data={"loss": value})
        best = min(best, value - function["least"])
        bests.append(best)
    return bests, times


work = json.load(sys.stdin)
for function in work["functions"]:
    for seed in work["seeds"]:
        bests, times = run(function, seed, work["trials"])
        print(json.dumps({"function": function["name"], "seed": seed, "best": bests, "ms": times}), flush=True)
