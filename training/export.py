"""Write a trained model as ONNX with its card: ``python -m training.export --recipe fast``.

The graph takes reflectance as it is (root and limits are inside), any batch and any size
that is a multiple of the stride, and stores its weights in the one file, in half precision:
onnxruntime widens them once when it loads them and computes in single precision.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import warnings
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import helper, numpy_helper
from torch import nn
from torch.nn.utils import fuse_conv_bn_eval

from cloudmask_plugin.engine.bands import REACHES, ROLES, VISIBLE
from cloudmask_plugin.engine.classes import CLASSES

from .networks import HALO, OFFSETS, STRIDE, CloudNetwork
from .plots import draw_curves
from .recipes import RECIPES, Recipe
from .train import BUILD, trained_network

MODELS = Path(__file__).resolve().parents[1] / "models"
OPSET, IR_VERSION = 17, 8  # read by onnxruntime from 1.13 on
TOLERANCE = 1e-4  # largest difference of logits between PyTorch and onnxruntime
VERSION = "1.0.0"

ATTRIBUTION = (
    "Sentinel-2 Cloud Mask Catalogue, Francis, Mrziglod, Sidiropoulos, Muller (2020), CC BY 4.0, "
    "cropped and resampled",
    "SEN12MS-CR and SEN12MS-CR-TS, Ebel et al. (2020, 2022), CC BY 4.0",
    "L8 Biome Cloud Validation Masks, U.S. Geological Survey (doi:10.5066/F7251GDH); "
    "Landsat images courtesy of the U.S. Geological Survey",
    "ukis-csmask 1.0.0 (teachers' labels, Landsat 5 test chip), German Aerospace Center, "
    "Apache-2.0",
    "Cloud shadow masks by J. Layton, MIT; EuroSAT, Helber et al. (2019), MIT; BigEarthNet, "
    "Sumbul et al. (2019), CDLA-Permissive-1.0; Sen1Floods11, Bonafilia et al. (2020); "
    "Copernicus-FM, Apache-2.0; s2cloudmask, Geoscience Australia, Apache-2.0; "
    "Open-EO geotrellis extensions, Apache-2.0",
    "contains modified Copernicus Sentinel data 2016-2022",
)


def with_offsets(network: CloudNetwork, offsets: dict[str, dict[str, float]]) -> CloudNetwork:
    """The network that adds offsets to its logits, in place.

    :param offsets: by the names of ``OFFSETS``, for each of ``REACHES``.
    """
    rows = [[offsets[reach][name] for name in OFFSETS] for reach in REACHES]
    network.offsets.copy_(torch.tensor(rows))
    return network


def as_stored(network: CloudNetwork) -> CloudNetwork:
    """The network with the normalisation taken into its convolutions, whose weights are rounded
    to half precision, in place.
    """
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, nn.Sequential) and isinstance(module[0], nn.Conv2d):
                module[0] = fuse_conv_bn_eval(module[0], module[1])
                module[1] = nn.Identity()
        for parameter in network.parameters():
            if _is_halved(parameter.shape):
                parameter.copy_(parameter.half())
    return network


def _is_halved(shape: Sequence[int]) -> bool:
    """Whether a weight of this shape is stored in half precision: a convolution's is."""
    return len(shape) == 4


def _halve_weights(model: onnx.ModelProto) -> None:
    """Store weights that are halves already as such, each with a node that widens it."""
    casts = []
    for weight in model.graph.initializer:
        if weight.data_type == onnx.TensorProto.FLOAT and _is_halved(weight.dims):
            wide = weight.name
            half = numpy_helper.to_array(weight).astype(np.float16)
            weight.CopyFrom(numpy_helper.from_array(half, f"{wide}.half"))
            casts.append(helper.make_node("Cast", [weight.name], [wide], to=onnx.TensorProto.FLOAT))
    for cast in reversed(casts):
        model.graph.node.insert(0, cast)


def _quicken_limits(model: onnx.ModelProto) -> None:
    """Limit to 0..1 by the node that onnxruntime computes on all threads, in place.

    ``HardSigmoid`` with slope 1 and offset 0 gives what ``Clip`` to 0..1 does, on one thread.
    """
    graph = model.graph
    constants = {node.output[0]: node for node in graph.node if node.op_type == "Constant"}
    for node in graph.node:
        limits = [constants.get(name) for name in node.input[1:]]
        if node.op_type == "Clip" and None not in limits:
            values = [float(numpy_helper.to_array(one.attribute[0].t)) for one in limits if one]
            if values == [0.0, 1.0]:
                quick = helper.make_node(
                    "HardSigmoid", node.input[:1], node.output, node.name, alpha=1.0, beta=0.0
                )
                node.CopyFrom(quick)
    used = {name for node in graph.node for name in node.input}
    for name, constant in constants.items():
        if name not in used:
            graph.node.remove(constant)


def write_onnx(network: CloudNetwork, path: Path) -> None:
    """Write the graph of a network from :func:`as_stored`; check it against PyTorch."""
    example = (torch.rand(1, len(ROLES), 64, 64), torch.ones(1, len(ROLES)))
    free = {0: "batch", 2: "rows", 3: "cols"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PyTorch recommends its newer exporter each time
        torch.onnx.export(
            network,
            example,
            str(path),
            dynamo=False,
            opset_version=OPSET,
            input_names=["reflectance", "presence"],
            output_names=["logits", "features"],
            dynamic_axes={
                "reflectance": free,
                "presence": {0: "batch"},
                "logits": free,
                "features": {0: "batch", 2: "half_rows", 3: "half_cols"},
            },
        )
    model = onnx.load(str(path))
    model.ir_version = IR_VERSION
    _halve_weights(model)
    _quicken_limits(model)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, str(path))
    largest = difference(network, path)
    if largest > TOLERANCE:
        raise SystemExit(f"{path}: differs from PyTorch by {largest:.2e} > {TOLERANCE}")


def difference(network: CloudNetwork, path: Path) -> float:
    """Largest difference between PyTorch and onnxruntime, over sizes and band subsets."""
    session = onnxruntime.InferenceSession(str(path))
    rng = np.random.default_rng(0)
    largest = 0.0
    for batch, rows, cols in ((1, 64, 64), (2, 128, 48), (1, 16, 16), (1, 272, 320)):
        presence = (rng.uniform(size=(batch, len(ROLES))) < 0.7).astype(np.float32)
        image = rng.uniform(0, 1.4, (batch, len(ROLES), rows, cols)).astype(np.float32)
        image *= presence[:, :, None, None]
        answers = session.run(None, {"reflectance": image, "presence": presence})
        with torch.no_grad():
            expected = network(torch.from_numpy(image), torch.from_numpy(presence))
        for ours, theirs in zip(answers, expected):
            largest = max(largest, float(np.abs(ours - theirs.numpy()).max()))
    return largest


def write_card(
    recipe: Recipe, folder: Path, training: dict[str, Any], temperatures: dict[str, float]
) -> None:
    """Write ``card.json``; measured figures of the very same file are kept."""
    path = folder / "card.json"
    digest = hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    before = json.loads(path.read_text()) if path.exists() else {}
    kept = before if before.get("sha256") == digest else {}
    card = {
        "id": folder.name,
        "title": f"CloudMask {recipe.name}",
        "description": recipe.description,
        "version": VERSION,
        "licence": "CC-BY-4.0",
        "attribution": list(ATTRIBUTION),
        "sha256": digest,
        "bands": {
            "order": list(ROLES),
            "required": list(VISIBLE),
            "optional": [role for role in ROLES if role not in VISIBLE],
        },
        "levels": ["L1C", "L2A"],
        "resolutions": {"min": 9, "max": 60},
        "stride": STRIDE,
        "halo": HALO,
        "classes": [
            {"code": c.code, "key": c.key, "name": c.name, "colour": list(c.colour)}
            for c in CLASSES
        ],
        "kind": "classes",
        "temperature": temperatures,
        "training": training,
        "accuracy": kept.get("accuracy", {}),
        "speed": kept.get("speed", {"class": recipe.speed}),
    }
    write_json(path, card)


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write readable JSON."""
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Read the options and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipe", choices=sorted(RECIPES), default="fast")
    parser.add_argument("--trained", type=Path, help="folder of checkpoint and log")
    parser.add_argument("--model", help="name of the folder under models/")
    parser.add_argument("--note", help="what the card shall say about this run")
    options = parser.parse_args()
    recipe = RECIPES[options.recipe]
    trained = options.trained or BUILD / recipe.name
    folder = MODELS / (options.model or f"cloudmask-{recipe.name}")
    folder.mkdir(parents=True, exist_ok=True)
    state = torch.load(trained / "checkpoint.pt", weights_only=True)
    measured = trained / "calibration.json"
    if not measured.exists():
        sys.exit(f"{measured} is missing: run python -m training.calibrate first")
    calibration = json.loads(measured.read_text())
    network = with_offsets(trained_network(recipe, trained), calibration["offsets"])
    write_onnx(as_stored(network), folder / "model.onnx")
    training = {
        "data": "training split of the patches named in models/README.md; split in datasets.py",
        "recipe": asdict(recipe),
        "command": f"python -m training.train --recipe {recipe.name}",
        "seed": recipe.seed,
        "steps": state["step"],
        "samples": state["step"] * recipe.batch,
        "minutes": round(state["minutes"], 1),
        "calibration": calibration,
    }
    if options.note:
        training["note"] = options.note
    write_card(recipe, folder, training, calibration["temperatures"])
    shutil.copy(trained / "log.csv", folder / "training.csv")
    draw_curves(folder / "training.csv", folder / "training.png")


if __name__ == "__main__":
    main()
