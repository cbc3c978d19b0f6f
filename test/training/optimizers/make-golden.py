"""Records what Keras's optimizers do to two weights under fixed gradients. Usage: python make-golden.py > golden.json

Run with the Python of the bench environment (bench/requirements.txt). Numbers: Keras 3.15.1 on TensorFlow 2.21.0, float32.
"""
import json
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
import keras
import numpy as np

STEPS = 6
random = np.random.default_rng(0)
KERNEL = random.normal(size=(2, 3)).astype("float32")
BIAS = random.normal(size=3).astype("float32")
GRADIENTS = [[random.normal(size=(2, 3)).astype("float32"), random.normal(size=3).astype("float32")] for _ in range(STEPS)]

rates = keras.optimizers
OPTIMIZERS = [
    ({"name": "sgd"}, 0.1, rates.SGD(0.1)),
    ({"name": "momentum", "momentum": 0.8}, 0.1, rates.SGD(0.1, momentum=0.8)),
    ({"name": "nesterov"}, 0.1, rates.SGD(0.1, momentum=0.9, nesterov=True)),
    ({"name": "adam"}, 0.01, rates.Adam(0.01)),
    ({"name": "adam", "beta1": 0.8, "beta2": 0.99}, 0.01, rates.Adam(0.01, beta_1=0.8, beta_2=0.99)),
    ({"name": "adamW", "weightDecay": 0.1}, 0.01, rates.AdamW(0.01, weight_decay=0.1)),
    ({"name": "sgd", "weightDecay": 0.05}, 0.1, rates.SGD(0.1, weight_decay=0.05)),
    ({"name": "rmsprop"}, 0.01, rates.RMSprop(0.01)),
    ({"name": "adagrad"}, 0.1, rates.Adagrad(0.1)),
]


def run(settings, learning_rate, optimizer):
    weights = [keras.Variable(KERNEL, name="kernel"), keras.Variable(BIAS, name="bias")]
    if "weightDecay" in settings:
        optimizer.build(weights)
        optimizer.exclude_from_weight_decay(var_list=[weights[1]])
    path = []
    for gradients in GRADIENTS:
        optimizer.apply(gradients, weights)
        path.append(np.concatenate([np.ravel(weight) for weight in weights]).tolist())
    return {"settings": settings, "learningRate": learning_rate, "path": path}


print(
    json.dumps(
        {
            "keras": keras.__version__,
            "kernel": KERNEL.ravel().tolist(),
            "bias": BIAS.tolist(),
            "gradients": [[part.ravel().tolist() for part in step] for step in GRADIENTS],
            "runs": [run(*row) for row in OPTIMIZERS],
        }
    )
)
