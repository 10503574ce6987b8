"""The network of TrainingThroughput in PyTorch, trained as PyTorch's users do or at PyTorch's best.

Answers each line "STEPS" on standard input with "IMAGES_PER_SECOND" on standard output, until the input ends. The first
line it prints is "ready MULTIPLY_ADDS PYTORCH_VERSION". Started by TrainingThroughput, which sets the allocator's environment.
"""

import argparse
import sys
import time

import torch
from torch import nn
from torch.nn import functional

CELLS = 16
SIZE = 64
IMAGES = 256


def separable(inputs, outputs):
    return nn.Sequential(
        nn.Conv2d(inputs, inputs, 3, padding=1, groups=inputs, bias=False),
        nn.Conv2d(inputs, outputs, 1, bias=False),
        nn.BatchNorm2d(outputs),
    )


def strided(inputs, outputs):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()
    )


class Residual(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.body = nn.Sequential(separable(width, width), nn.ReLU(), separable(width, width))

    def forward(self, x):
        return functional.relu(self.body(x) + x)


class Network(nn.Module):
    def __init__(self, widths, hidden, heads):
        super().__init__()
        stem, entry, middle, leave, blocks = widths
        self.encoder = nn.Sequential(
            strided(3, stem),
            strided(stem, entry),
            separable(entry, middle),
            nn.ReLU(),
            *[Residual(middle) for _ in range(blocks)],
            separable(middle, leave),
            nn.ReLU(),
        )
        self.heads = nn.ModuleList(
            nn.Sequential(separable(leave, hidden), nn.ReLU(), nn.Conv2d(hidden, detail * detail * outputs, 1))
            for detail, outputs in heads
        )

    def forward(self, images):
        shared = self.encoder(images)
        return [head(shared) for head in self.heads]


def count_multiply_adds(network):
    total = 0

    def add(module, _inputs, output):
        nonlocal total
        total += output[0].numel() * module.weight.numel() // module.out_channels

    hooks = [m.register_forward_hook(add) for m in network.modules() if isinstance(m, nn.Conv2d)]
    network.eval()
    with torch.no_grad():
        network(torch.zeros(1, 3, SIZE, SIZE))
    network.train()
    for hook in hooks:
        hook.remove()
    return total


def make_labels(heads):
    """One label per pixel, in the order of the head's predictions; the first head's are classes."""
    labels = []
    for number, (detail, outputs) in enumerate(heads):
        values, pixels = CELLS * CELLS * detail * detail, (4 // detail) ** 2
        if number == 0:
            labels.append(torch.randint(0, outputs, (IMAGES, values, pixels)))
        else:
            labels.append(torch.randn(IMAGES, values, pixels, outputs))
    return labels


def loss_of(prediction, label, outputs, is_class):
    values = prediction.permute(0, 2, 3, 1).reshape(label.shape[0] * label.shape[1], outputs)
    if is_class:
        return -values.log_softmax(1).gather(1, label.flatten(0, 1)).mean()
    return (values.unsqueeze(1) - label.flatten(0, 1)).abs().mean()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--widths", required=True)
    parser.add_argument("--hidden", type=int, required=True)
    parser.add_argument("--heads", required=True, help="detail:outputs,… the first is a segmentation")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--best", action="store_true", help="channels-last")
    arguments = parser.parse_args()

    torch.set_num_threads(arguments.threads)
    torch.manual_seed(1)
    heads = [tuple(map(int, head.split(":"))) for head in arguments.heads.split(",")]
    network = Network(list(map(int, arguments.widths.split(","))), arguments.hidden, heads)
    multiply_adds = count_multiply_adds(network)
    memory_format = torch.channels_last if arguments.best else torch.contiguous_format
    network = network.to(memory_format=memory_format)
    optimizer = torch.optim.SGD(network.parameters(), lr=1e-3, momentum=0.9, weight_decay=1e-4)
    images = torch.randint(0, 256, (IMAGES, SIZE, SIZE, 3), dtype=torch.uint8)
    labels = make_labels(heads)
    print("ready", multiply_adds, torch.__version__, flush=True)

    for line in sys.stdin:
        steps = int(line)
        start = time.perf_counter()
        for _ in range(steps):
            index = torch.randint(0, IMAGES, (arguments.batch,))
            batch = images[index].permute(0, 3, 1, 2).float().mul_(2 / 255).sub_(1)
            batch = batch.contiguous(memory_format=memory_format)
            optimizer.zero_grad()
            total = 0
            for number, prediction in enumerate(network(batch)):
                total = total + loss_of(prediction, labels[number][index], heads[number][1], number == 0)
            total.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            total.item()
        print(steps * arguments.batch / (time.perf_counter() - start), flush=True)


if __name__ == "__main__":
    main()
