"""A linear SVM a language, trained on the very lines our model learns from, scored on the very test lines.

Words (one and two) and characters (two to five, within words) weighted by TF-IDF; one class-weight-balanced linear
SVM a label. Needs scikit-learn, which only the training environment has.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from humanely.affect.labels import PLUTCHIK
from training.data import Example
from training.measure.figure import Figure
from training.measure.plutchik import pair
from training.measure.rows import Sets, many_hot, texts_of

SET = "XED, linear SVM"


def predict(train: Sequence[Example], test: Sequence[Example]) -> NDArray[np.bool_]:
    """Labels the SVMs choose, shape (test lines, 8)."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found,unused-ignore]
    from sklearn.pipeline import make_union  # type: ignore[import-not-found,unused-ignore]
    from sklearn.svm import LinearSVC  # type: ignore[import-not-found,unused-ignore]

    features = make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2),
    )
    seen = features.fit_transform(texts_of(train))
    unseen = features.transform(texts_of(test))
    known = many_hot([e.plutchik for e in train], PLUTCHIK)
    chosen = [LinearSVC(class_weight="balanced").fit(seen, column).predict(unseen) for column in known.T]
    return np.stack(chosen, axis=1).astype(np.bool_)


def figures(examples: Sequence[Example], sets: Sets) -> Iterator[Figure]:
    """Both measures of the SVM of each language.

    Args:
        examples: those of `training.splits`; their train lines are learnt from.
        sets: the test lines.
    """
    train = defaultdict(list)
    for one in examples:
        if one.split == "train" and one.source in {"xed", "xed-projected"}:
            train[one.language].append(one)
    for language, rows in sets.xed.items():
        known = many_hot([e.plutchik for e in rows], PLUTCHIK)
        chosen = predict(train[language], rows)
        yield from pair(SET, language, chosen, chosen, known)
