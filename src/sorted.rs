//! Sorting that is small where it ships: std's stable sort is compiled anew for every type and
//! every key, 2.6 KB each and 80 KB of the reader's WASM; here one copy sorts the places of the
//! items, and the items then change places. Must not know what it sorts.

use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Sorts as `<[T]>::sort_by` does: what is alike keeps its order.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let at = |a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    let mut places = places(items.len(), &at);
    for at in 0..items.len() {
        // Each swap puts one item where it stays.
        while let Some(to) = places.get(at).copied().filter(|to| *to != at) {
            items.swap(at, to);
            places.swap(at, to);
        }
    }
}

/// Sorts as `<[T]>::sort_by_key` does.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// What was met before: a map like that of a finding's facts, which is compiled anyway.
#[derive(Default)]
pub(crate) struct Seen(BTreeMap<String, String>);

impl Seen {
    /// Whether this is the first time that `text` is met.
    pub fn is_new(&mut self, text: &str) -> bool {
        self.0.insert(text.to_owned(), String::new()).is_none()
    }
}

/// A small map, in the order of its keys: a list, a seventh of the code that a `BTreeMap` is
/// for every type. Adding takes time by what is there, so it is for what is bounded.
pub(crate) struct Small<K, V>(Vec<(K, V)>);

impl<K, V> Default for Small<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Small<K, V> {
    /// The value of a key, which is made where there is none.
    pub fn entry(&mut self, key: K, make: impl FnOnce() -> V) -> Option<&mut V> {
        let at = self.0.partition_point(|(known, _)| *known < key);
        if self.0.get(at).is_none_or(|(known, _)| *known != key) {
            self.0.insert(at, (key, make()));
        }
        self.0.get_mut(at).map(|(_, value)| value)
    }

    /// The values, by the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// As [`Self::values`].
    pub fn into_values(self) -> impl Iterator<Item = V> {
        self.0.into_iter().map(|(_, value)| value)
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// The places of so many items in the order that `compare` gives them; what is alike keeps its
/// order.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// The place that each item has to go to.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places = vec![0; count];
    for (to, from) in order(count, compare).into_iter().enumerate() {
        if let Some(place) = places.get_mut(from) {
            *place = to;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::{sort_by, sort_by_key};

    #[test]
    fn sorts_as_std_does_and_keeps_the_order_of_what_is_alike() {
        // A sequence of a linear congruential generator: many alike, in no order.
        let mut seed = 7_u32;
        for length in [0_usize, 1, 2, 3, 20, 21, 100, 1000] {
            let mut items: Vec<(u32, usize)> = Vec::new();
            for at in 0..length {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                items.push((seed >> 28, at));
            }
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            let mut by = items.clone();
            sort_by(&mut by, |a, b| a.0.cmp(&b.0));
            assert_eq!(by, expected);
            sort_by_key(&mut items, |item| item.0);
            assert_eq!(items, expected);
        }
    }
}
