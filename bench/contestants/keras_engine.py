"""The engine's race in Keras. Arguments: the network, "training" or "inference", then shape, samples and batch size.

Tasks and answers are those of engine.ts.
"""

import json
import os
import resource
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras  # noqa: E402  (the log level must be set before TensorFlow is loaded)
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers  # noqa: E402

CLASSES = 10


def he():
    return keras.initializers.VarianceScaling(2, "fan_in", "truncated_normal")


def output():
    return layers.Dense(CLASSES, activation="softmax")


def le_net(shape):
    relu = {"activation": "relu", "kernel_initializer": he()}
    return keras.Sequential(
        [
            keras.Input(shape),
            layers.Conv2D(6, 5, **relu),
            layers.MaxPooling2D(),
            layers.Conv2D(16, 5, **relu),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(120, **relu),
            layers.Dense(84, **relu),
            output(),
        ]
    )


def mlp(shape):
    return keras.Sequential(
        [keras.Input(shape), layers.Flatten(), layers.Dense(256, activation="relu", kernel_initializer=he()), output()]
    )


def lstm(shape):
    return keras.Sequential([keras.Input(shape), layers.Masking(), layers.LSTM(64), output()])


def res_net_18(shape, width):
    def conv_norm(x, filters, size, strides=1):
        x = layers.Conv2D(filters, size, strides, padding="same", use_bias=False, kernel_initializer=he())(x)
        return layers.BatchNormalization(momentum=0.9, epsilon=1e-5)(x)

    image = keras.Input(shape)
    first = round(64 * width)
    x = layers.ReLU()(conv_norm(image, first, 3))
    for stage in range(4):
        for block in range(2):
            channels, strides = first * 2**stage, 2 if stage > 0 and block == 0 else 1
            y = layers.ReLU()(conv_norm(x, channels, 3, strides))
            y = conv_norm(y, channels, 3)
            if strides == 2:
                x = conv_norm(x, channels, 1, strides)
            x = layers.ReLU()(layers.add([x, y]))
    return keras.Model(image, output()(layers.GlobalAveragePooling2D()(x)))


BUILD = {
    "LeNet": le_net,
    "MLP": mlp,
    "LSTM": lstm,
    "ResNet18Quarter": lambda shape: res_net_18(shape, 0.25),
    "ResNet18": lambda shape: res_net_18(shape, 1),
}


def main():
    name, mode, shape, samples, first_batch = sys.argv[1], sys.argv[2], *map(json.loads, sys.argv[3:6])
    random = np.random.default_rng(0)
    x = random.standard_normal((samples, *shape)).astype("float32")
    y = random.integers(0, CLASSES, samples)
    model = None

    def epoch(batch_size, rows=samples):
        nonlocal model
        if model is None:
            model = BUILD[name](tuple(shape))
            model.compile(optimizer=keras.optimizers.Adam(3e-4), loss="sparse_categorical_crossentropy")
        if mode == "training":
            model.fit(x[:rows], y[:rows], batch_size=batch_size, epochs=1, verbose=0, shuffle=True)
        else:
            model.predict(x[:rows], batch_size=batch_size, verbose=0)

    print(json.dumps({"ready": f"Keras {keras.__version__} on TensorFlow {tf.__version__}"}), flush=True)
    warm = set()
    for line in sys.stdin:
        task, answer = json.loads(line), {}
        if task["do"] == "first":
            epoch(first_batch, first_batch)
        elif task["do"] == "memory":
            answer = {"bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}
        else:
            if task["batchSize"] not in warm:
                epoch(task["batchSize"])
            warm.add(task["batchSize"])
            started, done = time.perf_counter(), 0
            while time.perf_counter() - started < task["seconds"]:
                epoch(task["batchSize"])
                done += samples
            answer = {"samplesPerSecond": done / (time.perf_counter() - started)}
        print(json.dumps(answer), flush=True)


main()
