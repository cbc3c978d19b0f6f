"""The known results' models in Keras. Reads one JSON line a task, does it, answers one JSON line.

{"do": "answer", "weights": npz, "data": npz, "answer": npz}   what the model says with these weights
{"do": "train", "seed": 0, "data": npz, "epochs": 8, "batchSize": 64, "learningRate": 0.001,
 "weights": npz, "answer": npz}                                trains it, writes weights and answers: {"seconds"}

The first argument is the model's description in JSON: {"name", "inputShape", "classes", …}. The data hold trainX, trainY and
testX; bytes are pixels. Layers have the names that the library gives them, so that weights can be exchanged.
"""

import json
import os
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras  # noqa: E402  (the log level must be set before TensorFlow is loaded)
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers  # noqa: E402


def he():
    return keras.initializers.VarianceScaling(2, "fan_in", "truncated_normal")


def glorot():
    return keras.initializers.VarianceScaling(1, "fan_avg", "truncated_normal")


def output(classes):
    small = keras.initializers.VarianceScaling(0.01, "fan_avg", "truncated_normal")
    return layers.Dense(classes, activation="softmax", kernel_initializer=small, name="output")


def le_net(inputShape, classes):
    relu = {"activation": "relu"}
    return keras.Sequential(
        [
            keras.Input(inputShape),
            layers.Conv2D(6, 5, padding="same", kernel_initializer=he(), name="conv1", **relu),
            layers.MaxPooling2D(name="pool1"),
            layers.Conv2D(16, 5, kernel_initializer=he(), name="conv2", **relu),
            layers.MaxPooling2D(name="pool2"),
            layers.Flatten(name="flatten"),
            layers.Dense(120, kernel_initializer=he(), name="dense1", **relu),
            layers.Dense(84, kernel_initializer=he(), name="dense2", **relu),
            output(classes),
        ]
    )


def lstm(inputShape, classes, units):
    return keras.Sequential(
        [
            keras.Input(inputShape),
            layers.Masking(name="mask"),
            layers.LSTM(units, kernel_initializer=glorot(), name="hidden"),
            output(classes),
        ]
    )


def res_net_18(inputShape, classes, width):
    def conv_norm(x, name, filters, size, strides=1, gamma="ones"):
        conv = layers.Conv2D(filters, size, strides, padding="same", use_bias=False, kernel_initializer=he(), name=name)
        norm = layers.BatchNormalization(momentum=0.9, epsilon=1e-5, gamma_initializer=gamma, name=f"{name}_norm")
        return norm(conv(x))

    image = keras.Input(inputShape)
    first = round(64 * width)
    x = layers.ReLU(name="stem_relu")(conv_norm(image, "stem", first, 3))
    for stage in range(4):
        for block in range(2):
            name = f"stage{stage + 1}_block{block + 1}"
            channels, strides = first * 2**stage, 2 if stage > 0 and block == 0 else 1
            y = layers.ReLU(name=f"{name}_conv1_relu")(conv_norm(x, f"{name}_conv1", channels, 3, strides))
            y = conv_norm(y, f"{name}_conv2", channels, 3, gamma="zeros")
            if strides == 2:
                x = conv_norm(x, f"{name}_shortcut", channels, 1, strides)
            x = layers.ReLU(name=f"{name}_relu")(layers.add([x, y], name=f"{name}_add"))
    return keras.Model(image, output(classes)(layers.GlobalAveragePooling2D(name="mean")(x)))


MODELS = {"LeNet": le_net, "LSTM": lstm, "ResNet18": res_net_18}


def load(path, model):
    arrays = np.load(path)
    for layer in model.layers:
        layer.set_weights([arrays[f"{layer.name}.{i}"] for i in range(len(layer.weights))])


def save(path, model):
    arrays = {f"{layer.name}.{i}": array for layer in model.layers for i, array in enumerate(layer.get_weights())}
    np.savez(path, **arrays)


def scaled(x):
    return (x / 127.5 - 1).astype("float32") if x.dtype == np.uint8 else x


def train(model, data, task):
    steps = -(-len(data["trainY"]) // task["batchSize"]) * task["epochs"]
    rate = keras.optimizers.schedules.CosineDecay(task["learningRate"], steps)
    model.compile(optimizer=keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy")
    started = time.perf_counter()
    model.fit(
        scaled(data["trainX"]), data["trainY"], epochs=task["epochs"], batch_size=task["batchSize"], shuffle=True, verbose=0
    )
    return time.perf_counter() - started


def main():
    description = json.loads(sys.argv[1])
    make = MODELS[description.pop("name")]
    print(json.dumps({"ready": f"Keras {keras.__version__} on TensorFlow {tf.__version__}"}), flush=True)
    for line in sys.stdin:
        task = json.loads(line)
        keras.backend.clear_session()
        keras.utils.set_random_seed(task.get("seed", 0))
        model, data, seconds = make(**description), np.load(task["data"]), 0
        if task["do"] == "train":
            seconds = train(model, data, task)
            save(task["weights"], model)
        else:
            load(task["weights"], model)
        said = model.predict(scaled(data["testX"]), batch_size=256, verbose=0)
        np.savez(task["answer"], probabilities=said)
        print(json.dumps({"seconds": seconds}), flush=True)


main()
