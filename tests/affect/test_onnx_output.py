"""A model with one output more gives it, and what it gave before."""

import numpy as np
import onnxruntime
import pytest

from humanely.affect.encoder import SIXTH_LAYER
from humanely.affect.onnx_output import ValueMissing, with_output
from humanely.affect.text import MODELS

MODEL = (MODELS / "text.onnx").read_bytes()
LAST_LAYER = "layernormalization_676"
IDS = np.array([[0, 5, 77, 1_234, 99_999, 2]], dtype=np.int64)
FEED = {"ids": IDS, "mask": np.ones(IDS.shape, dtype=np.int32)}


def session(model: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.model_external_initializers_file_folder_path", str(MODELS))
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def test_the_mean_of_the_last_layer_is_the_vector_of_the_whole_model() -> None:
    vector, words = session(with_output(MODEL, LAST_LAYER)).run(["vector", LAST_LAYER], FEED)
    assert np.allclose(words.mean(axis=0), vector[0], atol=1e-5)


def test_what_the_model_gave_before_stays_as_it_was() -> None:
    before = session(MODEL).run(["vector"], FEED)[0]
    assert np.array_equal(session(with_output(MODEL, SIXTH_LAYER)).run(["vector"], FEED)[0], before)
    assert np.array_equal(session(with_output(MODEL, SIXTH_LAYER)).run(["vector", SIXTH_LAYER], FEED)[0], before)


def test_it_has_one_output_more() -> None:
    assert [one.name for one in session(with_output(MODEL, SIXTH_LAYER)).get_outputs()] == ["vector", SIXTH_LAYER]


def test_a_value_that_no_node_makes_is_said_to_be_missing() -> None:
    with pytest.raises(ValueMissing, match="no value 'layer_99'"):
        with_output(MODEL, "layer_99")
