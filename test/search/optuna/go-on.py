"""Opens a study as any user of Optuna would, prints what it sees, goes on for five trials, and leaves one waiting."""
import json
import sys

import optuna

optuna.logging.set_verbosity(optuna.logging.WARNING)
study = optuna.load_study(storage=f"sqlite:///{sys.argv[1]}", study_name=sys.argv[2])
seen = [
    {
        "number": trial.number,
        "state": trial.state.name,
        "params": trial.params,
        "value": trial.value,
        "reports": [[step, str(value)] for step, value in sorted(trial.intermediate_values.items())],
        "attributes": trial.user_attrs,
        "distributions": {name: repr(d) for name, d in sorted(trial.distributions.items())},
    }
    for trial in study.get_trials()
]


def objective(trial):
    rate = trial.suggest_float("rate", 1e-5, 0.1, log=True)
    width = trial.suggest_int("width", 8, 64, step=8)
    kind = trial.suggest_categorical("kind", ["relu", True, None, 3])
    trial.report(1.5, 0)
    trial.set_user_attr("from", "optuna")
    if trial.number % 5 == 4:
        raise optuna.TrialPruned()
    return rate * width + (kind is None)


study.optimize(objective, n_trials=5)
study.enqueue_trial({"rate": 0.01, "kind": None}, user_attrs={"why": "a guess"})
print(json.dumps({"direction": study.direction.name, "best": study.best_value, "seen": seen}))
