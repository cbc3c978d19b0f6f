"""The same in Optuna."""
import json
import sys
import time

import optuna

optuna.logging.set_verbosity(optuna.logging.WARNING)
study = optuna.create_study(storage=f"sqlite:///{sys.argv[1]}", sampler=optuna.samplers.RandomSampler(seed=0))
times = []
last = time.perf_counter()


def note(_study, _trial):
    global last
    now = time.perf_counter()
    times.append(1000 * (now - last))
    last = now


study.optimize(
    lambda trial: trial.suggest_float("x", -5, 10) ** 2 + trial.suggest_float("y", 0, 15),
    n_trials=int(sys.argv[2]),
    callbacks=[note],
)
print(json.dumps(times))
