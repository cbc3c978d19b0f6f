"""Writes golden.json: what OpenCV, Pillow and albumentations make of a small picture.

Usage: python test/data/augmentation/make-golden.py
Needs: pip install albumentations==2.0.8 opencv-python-headless==5.0.0.93 pillow==13.0.0 scipy==1.17.1 numpy==2.4.6
Made with Python 3.11.7. The tests read golden.json alone.
"""

import base64
import json
from pathlib import Path

import albumentations as A
import cv2
import numpy as np
import scipy.ndimage
from PIL import Image, ImageEnhance, ImageOps

HEIGHT, WIDTH = 8, 12


def picture():
    """Smooth waves in each channel, with one sharp edge: arithmetic in whole numbers, so that any language can repeat it."""
    y, x, c = np.meshgrid(np.arange(HEIGHT), np.arange(WIDTH), np.arange(3), indexing="ij")
    wave = (x * (11 + 3 * c) + y * (17 - 4 * c) + 40 * c) % 256
    return np.where((x > 7) & (y > 3), 255 - wave, wave).astype(np.uint8)


def warp(image, matrix, border):
    """OpenCV's warpAffine in floats, which does not round places to 1/32 of a pixel."""
    flags = cv2.INTER_LINEAR
    moved = cv2.warpAffine(image.astype(np.float32), matrix, (WIDTH, HEIGHT), flags=flags, borderMode=border)
    return np.clip(np.rint(moved), 0, 255)


def about_middle(matrix):
    """A 2 x 2 matrix about the picture's middle, as warpAffine wants it."""
    middle = np.array([(WIDTH - 1) / 2, (HEIGHT - 1) / 2])
    return np.hstack([matrix, (middle - matrix @ middle)[:, None]])


def turned(degrees, scale=1.0):
    angle = np.deg2rad(degrees)
    return scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


def hsv(image, degrees):
    """Hue turned in floating-point HSV."""
    space = cv2.cvtColor(image.astype(np.float32) / 255, cv2.COLOR_RGB2HSV)
    space[..., 0] = (space[..., 0] + degrees) % 360
    return np.rint(cv2.cvtColor(space, cv2.COLOR_HSV2RGB) * 255)


def main():
    image = picture()
    pillow = Image.fromarray(image)
    identity = np.eye(2)
    blurred = cv2.GaussianBlur(image.astype(np.float64), (7, 7), 1.0, borderType=cv2.BORDER_REFLECT_101)
    line = np.zeros((5, 5))
    line[2] = 0.2
    corners = np.float32([[0.1, 0.05], [0.9, 0.1], [1, 0.9], [0.05, 1]]) * np.float32([WIDTH - 1, HEIGHT - 1])
    frame = np.float32([[0, 0], [WIDTH - 1, 0], [WIDTH - 1, HEIGHT - 1], [0, HEIGHT - 1]])
    homography = cv2.getPerspectiveTransform(corners, frame)
    golden = {
        "picture": image,
        "flipHorizontal": cv2.flip(image, 1),
        "flipVertical": cv2.flip(image, 0),
        "halfTurn": cv2.rotate(image, cv2.ROTATE_180),
        "rotate 20 black": warp(image, about_middle(turned(20)), cv2.BORDER_CONSTANT),
        "rotate 20 reflect": warp(image, about_middle(turned(20)), cv2.BORDER_REFLECT_101),
        "rotate 20 edge": warp(image, about_middle(turned(20)), cv2.BORDER_REPLICATE),
        "scale 1.5": warp(image, about_middle(identity * 1.5), cv2.BORDER_CONSTANT),
        "shear 10": warp(image, about_middle(np.array([[1, np.tan(np.deg2rad(10))], [0, 1]])), cv2.BORDER_CONSTANT),
        "shift": warp(image, np.array([[1, 0, 0.1 * WIDTH], [0, 1, -0.2 * HEIGHT]]), cv2.BORDER_REFLECT_101),
        "affine": warp(
            image,
            about_middle(turned(20, 1.5) @ np.array([[1, np.tan(np.deg2rad(10))], [0, 1]])),
            cv2.BORDER_CONSTANT,
        ),
        "perspective": np.rint(
            cv2.warpPerspective(image.astype(np.float32), homography, (WIDTH, HEIGHT), borderMode=cv2.BORDER_REFLECT_101)
        ),
        "resize left half": cv2.resize(image[:, : WIDTH // 2].astype(np.float32), (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR),
        "brightness 1.3": ImageEnhance.Brightness(pillow).enhance(1.3),
        "contrast 0.6": ImageEnhance.Contrast(pillow).enhance(0.6),
        "saturation 0.4": ImageEnhance.Color(pillow).enhance(0.4),
        "sharpen 2": ImageEnhance.Sharpness(pillow).enhance(3.0),
        "grayscale": cv2.cvtColor(image, cv2.COLOR_RGB2GRAY),
        "hue 50": hsv(image, 50),
        "hue -120": hsv(image, -120),
        "gamma 2": A.RandomGamma(gamma_limit=(200, 200), p=1)(image=image)["image"],
        "solarize 0.4": ImageOps.solarize(pillow, threshold=154),
        "posterize 3": ImageOps.posterize(pillow, 3),
        "invert": ImageOps.invert(pillow),
        "autocontrast": A.AutoContrast(method="pil", p=1)(image=(image // 2 + 30))["image"],
        "equalize": cv2.merge([cv2.equalizeHist(channel) for channel in cv2.split(image)]),
        "gaussianBlur 1": np.rint(blurred),
        "motionBlur 5": np.rint(scipy.ndimage.correlate(image.astype(float), line[..., None], mode="mirror")),
        "pixelate 4": np.rint(
            cv2.resize(
                cv2.resize(image.astype(np.float64), (WIDTH // 4, HEIGHT // 4), interpolation=cv2.INTER_AREA),
                (WIDTH, HEIGHT),
                interpolation=cv2.INTER_NEAREST,
            )
        ),
    }
    packed = {name: base64.b64encode(np.uint8(values)).decode() for name, values in golden.items()}
    text = json.dumps({"height": HEIGHT, "width": WIDTH, **packed}, indent=2)
    Path(__file__).with_name("golden.json").write_text(text + "\n")


main()
