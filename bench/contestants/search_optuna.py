"""Optuna on the functions of bench/search/functions.ts.

Reads one JSON object from standard input: {"sampler", "seeds", "trials", "functions": [...]}; prints one JSON object a
line: {"function", "seed", "best": regret after each trial, "ms": suggestion time of each trial}.
"""

import json
import math
import sys
import time

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)

ALPHA = [1, 1.2, 3, 3.2]
A = [[10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14]]
P = [
    [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
    [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
    [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.665],
    [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
]


def branin(x):
    a, b = x
    square = (b - 5.1 / (4 * math.pi**2) * a * a + 5 / math.pi * a - 6) ** 2
    return square + 10 * (1 - 1 / (8 * math.pi)) * math.cos(a) + 10


def camel(x):
    a, b = x
    return (4 - 2.1 * a * a + a**4 / 3) * a * a + a * b + (-4 + 4 * b * b) * b * b


def hartmann(x):
    return -sum(
        alpha * math.exp(-sum(a[j] * (x[j] - p[j]) ** 2 for j in range(6))) for alpha, a, p in zip(ALPHA, A, P)
    )


def rosenbrock(x):
    return sum(100 * (x[j + 1] - x[j] ** 2) ** 2 + (1 - x[j]) ** 2 for j in range(len(x) - 1))


def levy(x):
    w = [1 + (v - 1) / 4 for v in x]
    middle = sum((v - 1) ** 2 * (1 + 10 * math.sin(math.pi * v + 1) ** 2) for v in w[:-1])
    return math.sin(math.pi * w[0]) ** 2 + middle + (w[-1] - 1) ** 2 * (1 + math.sin(2 * math.pi * w[-1]) ** 2)


def ackley(x):
    n = len(x)
    bowl = -20 * math.exp(-0.2 * math.sqrt(sum(v * v for v in x) / n))
    return bowl - math.exp(sum(math.cos(2 * math.pi * v) for v in x) / n) + 20 + math.e


def rastrigin(x):
    return 10 * len(x) + sum(v * v - 10 * math.cos(2 * math.pi * v) for v in x)


BY_NAME = {
    "Branin": branin, "camel": camel, "Hartmann-6": hartmann, "Rosenbrock-4": rosenbrock,
    "Levy-4": levy, "Ackley-5": ackley, "Levy-10": levy, "Rastrigin-4": rastrigin,
}  # fmt: skip

SAMPLERS = {
    "random": lambda seed: optuna.samplers.RandomSampler(seed=seed),
    "TPE": lambda seed: optuna.samplers.TPESampler(seed=seed),
    "CMA-ES": lambda seed: optuna.samplers.CmaEsSampler(seed=seed),
    "GP": lambda seed: optuna.samplers.GPSampler(seed=seed),
}


def run(function, sampler, seed, trials):
    """One study; shifted functions come with the offset that is taken from each coordinate."""
    at, low, high = BY_NAME[function["base"]], function["low"], function["high"]
    study = optuna.create_study(sampler=SAMPLERS[sampler](seed))
    best, bests, times = math.inf, [], []
    for _ in range(trials):
        start = time.perf_counter()
        trial = study.ask()
        x = [trial.suggest_float(f"x{j}", low[j], high[j]) for j in range(len(low))]
        times.append(round((time.perf_counter() - start) * 1000, 4))
        value = at([v - o for v, o in zip(x, function["offset"])])
        study.tell(trial, value)
        best = min(best, value - function["least"])
        bests.append(best)
    return bests, times


if __name__ == "__main__":
    work = json.load(sys.stdin)
    for function in work["functions"]:
        for seed in work["seeds"]:
            bests, times = run(function, work["sampler"], seed, work["trials"])
            row = {"function": function["name"], "seed": seed, "best": bests, "ms": times}
            print(json.dumps(row), flush=True)
