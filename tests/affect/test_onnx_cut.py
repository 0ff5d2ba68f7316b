"""The first part of a model gives what the whole gives up to there."""

import numpy as np
import onnxruntime
import pytest

from humanely.affect.onnx_cut import ValueMissing, until
from humanely.affect.text import MODELS
from humanely.affect.word_vectors import SIXTH_LAYER

MODEL = (MODELS / "text.onnx").read_bytes()
LAST_LAYER = "layernormalization_676"
IDS = np.array([[0, 5, 77, 1_234, 99_999, 2]], dtype=np.int64)
FEED = {"ids": IDS, "mask": np.ones(IDS.shape, dtype=np.int32)}


def session(model: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.model_external_initializers_file_folder_path", str(MODELS))
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def test_the_mean_of_the_last_layer_is_the_vector_of_the_whole_model() -> None:
    whole = session(MODEL).run(["vector"], FEED)[0]
    words = session(until(MODEL, LAST_LAYER)).run(None, FEED)[0]
    assert np.allclose(words.mean(axis=0), whole[0], atol=1e-5)


def test_a_part_has_one_output_and_half_the_nodes() -> None:
    part = until(MODEL, SIXTH_LAYER)
    assert [output.name for output in session(part).get_outputs()] == [SIXTH_LAYER]
    assert SIXTH_LAYER.encode() in part
    assert LAST_LAYER.encode() not in part


def test_cutting_again_at_the_same_place_changes_nothing() -> None:
    part = until(MODEL, SIXTH_LAYER)
    assert until(part, SIXTH_LAYER) == part


def test_a_value_that_no_node_makes_is_said_to_be_missing() -> None:
    with pytest.raises(ValueMissing, match="no value 'layer_99'"):
        until(MODEL, "layer_99")
