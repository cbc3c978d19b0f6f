"""Augmentation by albumentations. Reads one JSON line {"op", "seconds"} per heat, answers {"samplesPerSecond"}.

The images are in the file that the first argument names: bytes, 64 x 64 RGB.
"""

import json
import sys
import time

import albumentations as A
import cv2
import numpy as np

SIDE = 64
LINEAR = {"interpolation": cv2.INTER_LINEAR, "border_mode": cv2.BORDER_CONSTANT, "fill": 0, "p": 1}


def only(**changed):
    """ColorJitter that changes one thing."""
    kept = {"brightness": (1, 1), "contrast": (1, 1), "saturation": (1, 1), "hue": (0, 0)}
    return A.ColorJitter(**{**kept, **changed}, p=1)


OPS = {
    "flipHorizontal": A.HorizontalFlip(p=1),
    "flipVertical": A.VerticalFlip(p=1),
    "quarterTurn": A.RandomRotate90(p=1),
    "shift": A.Affine(translate_percent={"x": (-0.1, 0.1), "y": (-0.1, 0.1)}, **LINEAR),
    "scale": A.Affine(scale=(1 / 1.2, 1.2), **LINEAR),
    "rotate": A.Rotate(limit=15, **LINEAR),
    "shear": A.Affine(shear={"x": (-10, 10), "y": (0, 0)}, **LINEAR),
    "perspective": A.Perspective(scale=(0, 0.1), keep_size=True, **LINEAR),
    "cropAndResize": A.RandomResizedCrop(size=(SIDE, SIDE), scale=(0.6, 1), ratio=(3 / 4, 4 / 3), p=1),
    "padAndCrop": A.Compose([A.Pad(padding=4, p=1), A.RandomCrop(SIDE, SIDE, p=1)]),
    "cutout": A.CoarseDropout(
        num_holes_range=(1, 1), hole_height_range=(16, 16), hole_width_range=(16, 16), fill=0, p=1
    ),
    "brightness": A.RandomBrightnessContrast(brightness_limit=0.2, contrast_limit=0, p=1),
    "contrast": A.RandomBrightnessContrast(brightness_limit=0, contrast_limit=0.2, p=1),
    "gamma": A.RandomGamma(gamma_limit=(80, 125), p=1),
    "saturation": only(saturation=(0.8, 1.2)),
    "hue": A.HueSaturationValue(hue_shift_limit=9, sat_shift_limit=0, val_shift_limit=0, p=1),
    "colourJitter": A.ColorJitter(
        brightness=(0.8, 1.2), contrast=(0.8, 1.2), saturation=(0.8, 1.2), hue=(-0.05, 0.05), p=1
    ),
    "shuffleChannels": A.ChannelShuffle(p=1),
    "grayscale": A.ToGray(p=1),
    "solarize": A.Solarize(threshold_range=(0.5, 1), p=1),
    "posterize": A.Posterize(num_bits=(4, 8), p=1),
    "equalize": A.Equalize(p=1),
    "autocontrast": A.AutoContrast(p=1),
    "invert": A.InvertImg(p=1),
    "gaussianNoise": A.GaussNoise(std_range=(0, 0.05), p=1),
    "saltAndPepper": A.SaltAndPepper(amount=(0, 0.04), p=1),
    "gaussianBlur": A.GaussianBlur(sigma_limit=(0.5, 1), blur_limit=0, p=1),
    "motionBlur": A.MotionBlur(blur_limit=(3, 7), p=1),
    "sharpen": A.Sharpen(alpha=(0, 0.5), lightness=(1, 1), p=1),
    "pixelate": A.Downscale(scale_range=(0.5, 0.5), p=1),
    "elastic": A.ElasticTransform(alpha=60, sigma=6, p=1),
    "fog": A.RandomFog(p=1),
    "rain": A.RandomRain(p=1),
    "snow": A.RandomSnow(p=1),
    "shadow": A.RandomShadow(p=1),
    "sunFlare": A.RandomSunFlare(p=1),
}


def main():
    cv2.setNumThreads(1)
    images = np.fromfile(sys.argv[1], np.uint8).reshape(-1, SIDE, SIDE, 3)
    target = np.empty_like(images)

    def batch(op):
        for i, image in enumerate(images):
            target[i] = op(image=image)["image"]

    print(json.dumps({"ready": f"albumentations {A.__version__} on OpenCV {cv2.__version__}"}), flush=True)
    for line in sys.stdin:
        heat = json.loads(line)
        op = OPS[heat["op"]]
        batch(op)  # warm, as the peer
        started, samples = time.perf_counter(), 0
        while time.perf_counter() - started < heat["seconds"]:
            batch(op)
            samples += len(images)
        rate = samples / (time.perf_counter() - started)
        print(json.dumps({"samplesPerSecond": rate}), flush=True)


main()
