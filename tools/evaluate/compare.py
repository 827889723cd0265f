"""Compares the list with a learned text classifier on the same folds.

    compare.py CORPUS.jsonl[.gz] ITEMS.jsonl [--seeds N]

ITEMS is what `touchstone evaluate --items` wrote for CORPUS. Only READMEs are compared: no
other kind has documented items of more than a few people. Those of 80 characters or more
count, the longest of each account. Five folds, split by group; nothing is fitted on what it
is tested on. Prints tables of counts and shares, no identities.
"""

import argparse
import gzip
import json
import re
import tomllib
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold

ROOT = Path(__file__).resolve().parents[2]
LEAST = 80
DRAWS = 2000
HARD = re.compile(r"full[- ]?stack|web3|\bmern\b", re.I)
WEB3 = re.compile(r"web3|blockchain|crypto|solidity|solana|ethereum|defi\b|nft|smart contract", re.I)


def lines(path):
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8", errors="replace") as file:
        for line in file:
            try:
                yield json.loads(line)
            except ValueError:
                continue


def sample(corpus, items):
    """READMEs with their verdicts: the longest of each account, long enough to be judged."""
    verdicts = {item["id"]: item for item in lines(items)}
    longest = {}
    for item in lines(corpus):
        if item.get("kind") != "readme" or item.get("id") not in verdicts:
            continue
        item["text"] = (item.get("text") or "").replace("\r", "\n")
        account = (item.get("handle") or item["id"]).lower()
        kept = longest.get(account)
        if kept is None or len(item["text"].strip()) > len(kept["text"].strip()):
            longest[account] = item
    kept = [item for item in longest.values() if len(item["text"].strip()) >= LEAST]
    return kept, [verdicts[item["id"]] for item in kept]


def indicators():
    """Side, group and shipped bits of each indicator, and whether its rule names web3 words."""
    out = {}
    for path in sorted((ROOT / "src/indicators").glob("*/*.toml")):
        if path.parent.name == "data":
            continue
        text = path.read_text(encoding="utf-8")
        file = tomllib.loads(text)
        rule = json.dumps([file.get("phrases"), file.get("pattern"), file.get("not")])
        if check := file.get("check"):
            rule += code_of(check)
        out[f"{path.parent.name}/{path.stem}"] = {
            "group": path.parent.name,
            "person": file.get("kind") == "for-the-person",
            "web3": bool(WEB3.search(rule)),
        }
    return out


def code_of(check):
    """A check with the word lists that it uses."""
    code = (ROOT / f"src/indicators/checks/{check}.rs").read_text(encoding="utf-8")
    for used in set(re.findall(r"crate::indicators::(\w+)::", code)):
        module = ROOT / f"src/indicators/{used}.rs"
        if used not in ("data", "phrases", "tools") and module.exists():
            code += module.read_text(encoding="utf-8")
    return code


def caps():
    groups = tomllib.loads((ROOT / "src/indicators/groups.toml").read_text(encoding="utf-8"))
    return {name: group["cap"] for name, group in groups.items()}


class Bits:
    """Bits refitted on a training part, summed per group and capped as in the product."""

    def __init__(self, known, ids):
        self.known, self.ids, self.caps = known, ids, caps()
        self.sign = np.array([-1.0 if known[one]["person"] else 1.0 for one in ids])

    def ratios(self, hits, labels):
        """Smoothed log2 ratios, shrunk by how often the line fired, on their own side only."""
        of = lambda side: (hits[side].sum(0) + 0.5) / (side.sum() + 1.0)
        fired = hits.sum(0)
        bits = np.log2(of(labels) / of(~labels)) * fired / (fired + 2.0)
        return np.where(bits * self.sign > 0, bits, 0.0)

    def jointly(self, hits, labels):
        """Logistic regression on the hits: lines that say the same share their weight."""
        model = LogisticRegression(C=1.0, class_weight="balanced", max_iter=5000).fit(hits, labels)
        bits = model.coef_[0] / np.log(2)
        return np.where(bits * self.sign > 0, bits, 0.0)

    def score(self, hits, bits):
        total = np.zeros(len(hits))
        for group, cap in self.caps.items():
            of = [at for at, one in enumerate(self.ids) if self.known[one]["group"] == group]
            points = hits[:, of] @ bits[of]
            total += np.maximum(points, cap) if cap < 0 else np.minimum(points, cap)
        return total


def auc(scores, labels):
    ours, others = scores[labels], np.sort(scores[~labels])
    below = np.searchsorted(others, ours, "left") + np.searchsorted(others, ours, "right")
    return below.sum() / (2.0 * len(ours) * len(others))


def recall(scores, labels, share):
    allowed = int((~labels).sum() * share + 1e-9)
    best = [at for at in scores[labels] if np.isfinite(at) and (scores[~labels] >= at).sum() <= allowed]
    return int((scores[labels] >= min(best)).sum()) if best else 0


def wilson(hits, of):
    z, share = 1.959964, hits / of
    scale = 1 + z * z / of
    middle = (share + z * z / (2 * of)) / scale
    half = z * np.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / scale
    return f"{hits}/{of} ({100 * (middle - half):.0f}\u2013{100 * (middle + half):.0f} %)"


def folds(labels, groups, seed):
    return list(StratifiedGroupKFold(5, shuffle=True, random_state=seed).split(labels, labels, groups))


def learned(texts, labels, parts):
    """Character TF-IDF with logistic regression."""
    scores = np.zeros(len(labels))
    for train, test in parts:
        words = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2)
        model = LogisticRegression(C=10.0, class_weight="balanced", max_iter=5000)
        model.fit(words.fit_transform([texts[at] for at in train]), labels[train])
        scores[test] = model.decision_function(words.transform([texts[at] for at in test]))
    return scores


def refitted(bits, how, hits, labels, parts, abstained):
    scores = np.zeros(len(labels))
    for train, test in parts:
        weights = getattr(bits, how)(hits[train], labels[train])
        scores[test] = bits.score(hits[test], weights)
    scores[abstained] = -np.inf
    return scores


def paired(ours, theirs, labels, groups):
    """95 % interval of AUC(ours) - AUC(theirs), drawing whole groups of either class."""
    chance = np.random.default_rng(1)
    sides = []
    for side in (labels, ~labels):
        members = {}
        for at in np.flatnonzero(side):
            members.setdefault(groups[at], []).append(at)
        sides.append(list(members.values()))
    found = []
    for _ in range(DRAWS):
        drawn = [np.concatenate([side[at] for at in chance.integers(len(side), size=len(side))]) for side in sides]
        at = np.concatenate(drawn)
        found.append(auc(ours[at], labels[at]) - auc(theirs[at], labels[at]))
    return np.quantile(found, [0.025, 0.975])


def row(name, scores, baseline, labels, groups, hard):
    kept = labels | hard
    cells = [f"{auc(scores, labels):.3f}", f"{auc(scores[kept], labels[kept]):.3f}"]
    for part in (np.ones_like(labels), kept):
        of = int(labels.sum())
        cells += [wilson(recall(scores[part], labels[part], share), of) for share in (0.01, 0.03)]
    if baseline is not None:
        low, high = paired(scores, baseline, labels, groups)
        cells.append(f"{auc(scores, labels) - auc(baseline, labels):+.3f} ({low:+.3f} to {high:+.3f})")
    print(f"{name:<34}" + "".join(f"{cell:>8}" for cell in cells[:2]) + "".join(f"{cell:>18}" for cell in cells[2:6]) + "   " + "".join(cells[6:]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("items")
    parser.add_argument("--seeds", type=int, default=5, help="how many splits to repeat")
    given = parser.parse_args()
    items, verdicts = sample(given.corpus, given.items)
    known = indicators()
    labels = np.array([item["label"] == "positive" for item in items])
    groups = np.array([item["group"] for item in items])
    texts = [item["text"] for item in items]
    hard = np.array([bool(HARD.search(text)) for text in texts]) & ~labels
    abstained = np.array([one["level"] == "not-enough" for one in verdicts])
    shipped = np.array([-np.inf if out else one["bits"] for one, out in zip(verdicts, abstained)])
    print(f"READMEs: {labels.sum()} documented, {(~labels).sum()} ordinary, {hard.sum()} of them hard;"
          f" not enough to read: {(abstained & labels).sum()} and {(abstained & ~labels).sum()}")
    web3 = [one for one in known if known[one]["web3"]]
    print("Lines that name web3 words:", ", ".join(web3) or "none")
    columns = ["AUC", "hard"], ["at 1 %", "at 3 %", "hard at 1 %", "hard at 3 %"]
    print(f"\n{'':<34}" + "".join(f"{name:>8}" for name in columns[0])
          + "".join(f"{name:>18}" for name in columns[1]) + "   AUC less that of TF-IDF (95 %)")
    repeated, bounds = {}, {}
    for seed in range(given.seeds):
        parts = folds(labels, groups, seed)
        baseline = learned(texts, labels, parts)
        rows = {"character TF-IDF": baseline, "ours, shipped bits": shipped}
        for without in (False, True):
            ids = sorted(one for one in known if not (without and known[one]["web3"]))
            hits = np.array([[one in verdict["hits"] for one in ids] for verdict in verdicts], dtype=float)
            bits = Bits(known, ids)
            tail = ", no web3 words" if without else ""
            rows["ours, ratios" + tail] = refitted(bits, "ratios", hits, labels, parts, abstained)
            rows["ours, jointly" + tail] = refitted(bits, "jointly", hits, labels, parts, abstained)
        for name, scores in rows.items():
            repeated.setdefault(name, []).append(auc(scores, labels))
            if scores is not baseline:
                bounds.setdefault(name, []).append(paired(scores, baseline, labels, groups)[0])
            if seed == 0:
                row(name, scores, None if scores is baseline else baseline, labels, groups, hard)
    print(f"\nAUC over {given.seeds} splits, mean (least to most); lower 95 % bound of AUC less that of TF-IDF, of each split")
    for name, found in repeated.items():
        lower = " ".join(f"{bound:+.3f}" for bound in bounds.get(name, []))
        print(f"{name:<34}{np.mean(found):>8.3f} ({min(found):.3f}\u2013{max(found):.3f})   {lower}")


if __name__ == "__main__":
    main()
