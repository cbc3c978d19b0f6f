"""The engine's race in PyTorch. Arguments, tasks and answers are those of keras_engine.py.

As people write it: channels first, torch.nn modules, torch.optim.Adam, one step after the other.
"""

import json
import resource
import sys
import time

import torch
from torch import nn
from torch.nn import functional

CLASSES = 10
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def le_net(shape):
    side = ((shape[0] - 4) // 2 - 4) // 2
    return nn.Sequential(
        nn.Conv2d(shape[2], 6, 5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(16 * side * side, 120),
        nn.ReLU(),
        nn.Linear(120, 84),
        nn.ReLU(),
        nn.Linear(84, CLASSES),
    )


def mlp(shape):
    return nn.Sequential(nn.Flatten(), nn.Linear(shape[0] * shape[1] * shape[2], 256), nn.ReLU(), nn.Linear(256, CLASSES))


class Lstm(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.hidden = nn.LSTM(shape[1], 64, batch_first=True)
        self.output = nn.Linear(64, CLASSES)

    def forward(self, x):
        return self.output(self.hidden(x)[0][:, -1])


class Block(nn.Module):
    def __init__(self, before, channels, stride):
        super().__init__()
        self.first, self.first_norm = conv(before, channels, 3, stride), nn.BatchNorm2d(channels)
        self.second, self.second_norm = conv(channels, channels, 3, 1), nn.BatchNorm2d(channels)
        self.shortcut = nn.Sequential(conv(before, channels, 1, stride), nn.BatchNorm2d(channels)) if stride == 2 else None

    def forward(self, x):
        y = functional.relu(self.first_norm(self.first(x)))
        y = self.second_norm(self.second(y))
        return functional.relu(y + (x if self.shortcut is None else self.shortcut(x)))


def conv(before, channels, size, stride):
    return nn.Conv2d(before, channels, size, stride, padding=size // 2, bias=False)


def res_net_18(shape, width):
    first = round(64 * width)
    blocks, before = [], first
    for stage in range(4):
        for block in range(2):
            blocks.append(Block(before, first * 2**stage, 2 if stage > 0 and block == 0 else 1))
            before = first * 2**stage
    stem = [conv(shape[2], first, 3, 1), nn.BatchNorm2d(first), nn.ReLU()]
    return nn.Sequential(*stem, *blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(before, CLASSES))


BUILD = {
    "LeNet": le_net,
    "MLP": mlp,
    "LSTM": Lstm,
    "ResNet18Quarter": lambda shape: res_net_18(shape, 0.25),
    "ResNet18": lambda shape: res_net_18(shape, 1),
}


def main():
    name, mode, shape, samples, first_batch = sys.argv[1], sys.argv[2], *map(json.loads, sys.argv[3:6])
    torch.manual_seed(0)
    x = torch.randn(samples, *([shape[2], *shape[:2]] if len(shape) == 3 else shape))
    y = torch.randint(0, CLASSES, (samples,))
    model = optimizer = None

    def epoch(batch_size, rows=samples):
        nonlocal model, optimizer
        if model is None:
            model = BUILD[name](shape).to(DEVICE)
            optimizer = torch.optim.Adam(model.parameters(), lr=3e-4)
            model.train(mode == "training")
        for indices in torch.randperm(rows).split(batch_size):
            batch = x[indices].to(DEVICE)
            if mode == "training":
                optimizer.zero_grad()
                loss = functional.cross_entropy(model(batch), y[indices].to(DEVICE))
                loss.backward()
                optimizer.step()
                loss.item()
            else:
                with torch.inference_mode():
                    functional.softmax(model(batch), 1).cpu()

    print(json.dumps({"ready": f"PyTorch {torch.__version__}, {DEVICE.type.upper()}"}), flush=True)
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
