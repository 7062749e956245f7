//! Telling two kinds of folders apart: each measurement alone, and all together by logistic regression.

use crate::features::Features;

/// Parts that the folders are divided into; each is guessed at by what the others taught.
const PARTS: usize = 5;
const ROUNDS: usize = 300;
const RATE: f64 = 0.1;
/// Keeps weights small, so that chance is not learnt by heart.
const DECAY: f64 = 0.01;

/// Of each measurement that is not always the same, how well it tells by itself; the best first.
pub fn one_by_one(samples: &[(Features, bool)]) -> Vec<(String, f64)> {
    let mut all: Vec<_> = names(samples)
        .into_iter()
        .map(|name| {
            let scored: Vec<_> = samples
                .iter()
                .map(|(features, kind)| (features.get(&name).copied().unwrap_or_default(), *kind))
                .collect();
            (name, auc(&scored))
        })
        .filter(|(_, auc)| (auc - 0.5).abs() > f64::EPSILON)
        .collect();
    all.sort_by(|(_, one), (_, other)| (other - 0.5).abs().total_cmp(&(one - 0.5).abs()));
    all
}

/// How well all of them tell together, on folders that were not learnt from.
pub fn together(samples: &[(Features, bool)]) -> f64 {
    let names = names(samples);
    let rows: Vec<(Vec<f64>, bool)> = samples
        .iter()
        .map(|(features, kind)| {
            let row = names
                .iter()
                .map(|name| features.get(name).copied().unwrap_or_default());
            (row.collect(), *kind)
        })
        .collect();
    // Two of a kind and two of the other follow each other: every part has as many of both.
    let part = |at: usize| at / 2 % PARTS;
    let mut areas = Vec::new();
    for left_out in 0..PARTS {
        let pick = |own: bool| {
            rows.iter()
                .enumerate()
                .filter(move |(at, _)| (part(*at) == left_out) == own)
                .map(|(_, row)| row)
        };
        let learnt: Vec<_> = pick(false).collect();
        let scale = Scale::of(&learnt, names.len());
        let weights = learn(&learnt, &scale, names.len());
        let scored: Vec<_> = pick(true)
            .map(|(row, kind)| (score(&weights, &scale.apply(row)), *kind))
            .collect();
        areas.push(auc(&scored));
    }
    areas.iter().sum::<f64>() / areas.len() as f64
}

struct Scale(Vec<(f64, f64)>);

impl Scale {
    fn of(rows: &[&(Vec<f64>, bool)], width: usize) -> Self {
        let count = rows.len().max(1) as f64;
        let column = |at: usize| rows.iter().filter_map(move |(row, _)| row.get(at).copied());
        Scale(
            (0..width)
                .map(|at| {
                    let mean = column(at).sum::<f64>() / count;
                    let variance = column(at).map(|value| (value - mean).powi(2)).sum::<f64>() / count;
                    (mean, if variance > 0.0 { variance.sqrt() } else { 1.0 })
                })
                .collect(),
        )
    }

    fn apply(&self, row: &[f64]) -> Vec<f64> {
        let scaled = row.iter().zip(&self.0);
        scaled
            .map(|(value, (mean, deviation))| ((value - mean) / deviation).clamp(-4.0, 4.0))
            .collect()
    }
}

fn learn(rows: &[&(Vec<f64>, bool)], scale: &Scale, width: usize) -> Vec<f64> {
    let scaled: Vec<_> = rows.iter().map(|(row, kind)| (scale.apply(row), *kind)).collect();
    let mut weights = vec![0.0; width];
    for _ in 0..ROUNDS {
        let mut slope = vec![0.0; width];
        for (row, kind) in &scaled {
            let guess = 1.0 / (1.0 + (-score(&weights, row)).exp());
            let error = guess - f64::from(u8::from(*kind));
            slope
                .iter_mut()
                .zip(row)
                .for_each(|(slope, value)| *slope += error * value);
        }
        let count = scaled.len().max(1) as f64;
        weights
            .iter_mut()
            .zip(&slope)
            .for_each(|(weight, slope)| *weight -= RATE * (slope / count + DECAY * *weight));
    }
    weights
}

fn score(weights: &[f64], row: &[f64]) -> f64 {
    weights
        .iter()
        .zip(row)
        .map(|(weight, value)| weight * value)
        .sum()
}

/// The share of pairs, one of each kind, in which the second kind scores higher; half of a tie.
fn auc(scored: &[(f64, bool)]) -> f64 {
    let of = |kind: bool| {
        scored
            .iter()
            .filter(move |(_, own)| *own == kind)
            .map(|(score, _)| *score)
    };
    let (mut won, mut pairs) = (0.0, 0.0);
    for high in of(true) {
        for low in of(false) {
            pairs += 1.0;
            won += match high.total_cmp(&low) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
        }
    }
    if pairs > 0.0 { won / pairs } else { 0.5 }
}

fn names(samples: &[(Features, bool)]) -> Vec<String> {
    samples
        .first()
        .map(|(features, _)| features.keys().cloned().collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(tell: f64) -> Vec<(Features, bool)> {
        (0..200)
            .map(|at| {
                let kind = at % 2 == 1;
                let noise = f64::from((at * 7919 + 13) % 101) / 101.0;
                let value = noise + if kind { tell } else { 0.0 };
                (Features::from([("value".to_owned(), value)]), kind)
            })
            .collect()
    }

    #[test]
    fn a_difference_is_found_and_none_is_not() {
        assert!(together(&samples(2.0)) > 0.99);
        assert!((together(&samples(0.0)) - 0.5).abs() < 0.15);
        assert!(one_by_one(&samples(2.0))[0].1 > 0.99);
    }
}
