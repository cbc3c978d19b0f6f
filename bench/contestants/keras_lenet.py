"""LeNet trained by Keras. Reads one JSON line {"batchSize", "seconds"} per heat, answers {"samplesPerSecond"}."""

import json
import os
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras  # noqa: E402  (the log level must be set before TensorFlow is loaded)
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

SAMPLES = 2048


def le_net():
    he = keras.initializers.HeNormal(seed=0)
    relu = {"activation": "relu", "kernel_initializer": he}
    model = keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Conv2D(6, 5, **relu),
            keras.layers.MaxPooling2D(),
            keras.layers.Conv2D(16, 5, **relu),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            keras.layers.Dense(120, **relu),
            keras.layers.Dense(84, **relu),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(3e-4), loss="sparse_categorical_crossentropy")
    return model


def main():
    random = np.random.default_rng(0)
    x = random.standard_normal((SAMPLES, 32, 32, 3)).astype("float32")
    y = random.integers(0, 10, SAMPLES)
    model = le_net()
    fit = {"epochs": 1, "verbose": 0, "shuffle": True}
    print(json.dumps({"ready": f"Keras {keras.__version__} on TensorFlow {tf.__version__}"}), flush=True)
    for line in sys.stdin:
        heat = json.loads(line)
        model.fit(x, y, batch_size=heat["batchSize"], **fit)  # warm: traced and compiled for this batch size
        started, samples = time.perf_counter(), 0
        while time.perf_counter() - started < heat["seconds"]:
            model.fit(x, y, batch_size=heat["batchSize"], **fit)
            samples += SAMPLES
        rate = samples / (time.perf_counter() - started)
        print(json.dumps({"samplesPerSecond": rate}), flush=True)


main()
