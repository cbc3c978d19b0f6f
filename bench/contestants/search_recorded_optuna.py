"""Optuna on a search space that it is told, the objective elsewhere: one JSON value a line, in and out.

In: {"sampler", "seed", "trials", "space"} begins a study; then a number for each trial. Out: each trial's parameters.
"""

import json
import sys

import optuna
from search_optuna import SAMPLERS


def suggest(trial, space):
    drawn = {}
    for parameter in space:
        name, kind, when = parameter["name"], parameter["distribution"], parameter.get("when")
        if when is not None and drawn.get(when["name"]) not in when["isOneOf"]:
            continue
        if kind["type"] == "choice":
            drawn[name] = trial.suggest_categorical(name, kind["choices"])
        elif kind["type"] == "int":
            drawn[name] = trial.suggest_int(name, kind["low"], kind["high"], log=kind["log"])
        else:
            drawn[name] = trial.suggest_float(name, kind["low"], kind["high"], log=kind["log"])
    return drawn


for line in sys.stdin:
    work = json.loads(line)
    study = optuna.create_study(sampler=SAMPLERS[work["sampler"]](work["seed"]))
    for _ in range(work["trials"]):
        trial = study.ask()
        print(json.dumps(suggest(trial, work["space"])), flush=True)
        study.tell(trial, json.loads(sys.stdin.readline()))
