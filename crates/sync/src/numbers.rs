//! Sets of record numbers, as ranges: a device numbers from 1 without gaps, so they stay short.

use std::collections::BTreeMap;

use durumi_base::DeviceId;
use serde::{Deserialize, Serialize};

/// Record numbers of one device: ranges with both ends in them, in order, never touching.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers(Vec<(u64, u64)>);

/// Records of any device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordSet(BTreeMap<DeviceId, Numbers>);

impl Numbers {
    /// All numbers from `first` to `last`; none when `last` is smaller.
    pub fn range(first: u64, last: u64) -> Self {
        if first <= last {
            Numbers(vec![(first, last)])
        } else {
            Numbers::default()
        }
    }

    /// Adds one number.
    pub fn insert(&mut self, number: u64) {
        match self.0.last_mut() {
            // Nearly always: the next one.
            Some((_, last)) if last.checked_add(1) == Some(number) => *last = number,
            Some((first, last)) if (*first..=*last).contains(&number) => {}
            _ => self.union(&Numbers(vec![(number, number)])),
        }
    }

    /// Adds all of `other`.
    pub fn union(&mut self, other: &Numbers) {
        if self.0 == other.0 || other.is_empty() {
            return;
        }
        let mut all: Vec<_> = self.0.iter().chain(&other.0).copied().collect();
        all.sort_unstable();
        self.0.clear();
        for (first, last) in all {
            match self.0.last_mut() {
                Some((_, end)) if first <= end.saturating_add(1) => *end = (*end).max(last),
                _ => self.0.push((first, last)),
            }
        }
    }

    /// What is in this and not in `other`.
    #[must_use]
    pub fn minus(&self, other: &Numbers) -> Numbers {
        let mut left = Vec::new();
        let mut cuts = other.0.iter().copied().peekable();
        for &(first, last) in &self.0 {
            let mut from = Some(first);
            while cuts.next_if(|&(_, end)| end < first).is_some() {}
            let mut rest = cuts.clone();
            while let Some((start, end)) = rest.next().filter(|&(start, _)| start <= last) {
                if let Some(from) = from.filter(|from| start > *from) {
                    left.push((from, start - 1));
                }
                from = end.checked_add(1);
            }
            if let Some(from) = from.filter(|from| *from <= last) {
                left.push((from, last));
            }
        }
        Numbers(left)
    }

    /// What is in both.
    #[must_use]
    pub fn common(&self, other: &Numbers) -> Numbers {
        self.minus(&self.minus(other))
    }

    /// Whether `number` is in it.
    pub fn contains(&self, number: u64) -> bool {
        let at = self.0.partition_point(|&(_, last)| last < number);
        self.0.get(at).is_some_and(|&(first, _)| first <= number)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.0.iter().map(|(first, last)| last - first + 1).sum()
    }

    /// The highest.
    pub fn last(&self) -> Option<u64> {
        self.0.last().map(|&(_, last)| last)
    }

    /// The ranges, both ends in them, in order.
    pub fn ranges(&self) -> &[(u64, u64)] {
        &self.0
    }

    /// Every number, in order.
    pub fn iter(&self) -> impl Iterator<Item = u64> + '_ {
        self.0.iter().flat_map(|&(first, last)| first..=last)
    }
}

impl RecordSet {
    /// Adds one record.
    pub fn insert(&mut self, device: DeviceId, number: u64) {
        self.0.entry(device).or_default().insert(number);
    }

    /// Adds numbers of a device.
    pub fn add(&mut self, device: DeviceId, numbers: &Numbers) {
        if !numbers.is_empty() {
            self.0.entry(device).or_default().union(numbers);
        }
    }

    /// Adds all of `other`.
    pub fn union(&mut self, other: &RecordSet) {
        for (device, numbers) in &other.0 {
            self.add(*device, numbers);
        }
    }

    /// What is in this and not in `other`.
    #[must_use]
    pub fn minus(&self, other: &RecordSet) -> RecordSet {
        let left = self.0.iter().map(|(device, numbers)| match other.0.get(device) {
            Some(cut) => (*device, numbers.minus(cut)),
            None => (*device, numbers.clone()),
        });
        RecordSet(left.filter(|(_, numbers)| !numbers.is_empty()).collect())
    }

    /// What is in both.
    #[must_use]
    pub fn common(&self, other: &RecordSet) -> RecordSet {
        self.minus(&self.minus(other))
    }

    /// The numbers of one device.
    pub fn of(&self, device: DeviceId) -> Numbers {
        self.0.get(&device).cloned().unwrap_or_default()
    }

    /// Only the records of one device.
    #[must_use]
    pub fn only(&self, device: DeviceId) -> RecordSet {
        let mut only = RecordSet::default();
        if let Some(numbers) = self.0.get(&device) {
            only.add(device, numbers);
        }
        only
    }

    /// The records of every device but one.
    #[must_use]
    pub fn without(&self, device: DeviceId) -> RecordSet {
        let mut rest = self.clone();
        rest.0.remove(&device);
        rest
    }

    /// Whether a record is in it.
    pub fn contains(&self, device: DeviceId, number: u64) -> bool {
        self.0
            .get(&device)
            .is_some_and(|numbers| numbers.contains(number))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(Numbers::is_empty)
    }

    /// Whether all of it is in `other`.
    pub fn is_within(&self, other: &RecordSet) -> bool {
        self.minus(other).is_empty()
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.0.values().map(Numbers::count).sum()
    }

    /// Devices with their numbers, in order.
    pub fn devices(&self) -> impl ExactSizeIterator<Item = (DeviceId, &Numbers)> {
        self.0.iter().map(|(device, numbers)| (*device, numbers))
    }

    /// Every record, in order.
    pub fn iter(&self) -> impl Iterator<Item = (DeviceId, u64)> + '_ {
        self.0
            .iter()
            .flat_map(|(device, numbers)| numbers.iter().map(|number| (*device, number)))
    }
}

impl FromIterator<(DeviceId, u64)> for RecordSet {
    fn from_iter<T: IntoIterator<Item = (DeviceId, u64)>>(records: T) -> Self {
        let mut set = RecordSet::default();
        for (device, number) in records {
            set.insert(device, number);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn numbers(plain: &BTreeSet<u64>) -> Numbers {
        let mut set = Numbers::default();
        for number in plain {
            set.insert(*number);
        }
        set
    }

    proptest! {
        #[test]
        fn ranges_do_what_sets_do(
            left in proptest::collection::btree_set(1_u64..60, 0..40),
            right in proptest::collection::btree_set(1_u64..60, 0..40),
        ) {
            let (a, b) = (numbers(&left), numbers(&right));
            let mut union = a.clone();
            union.union(&b);
            let all = |set: &Numbers| set.iter().collect::<BTreeSet<_>>();
            prop_assert_eq!(all(&union), left.union(&right).copied().collect());
            prop_assert_eq!(all(&a.minus(&b)), left.difference(&right).copied().collect());
            prop_assert_eq!(all(&a.common(&b)), left.intersection(&right).copied().collect());
            prop_assert_eq!(a.count(), left.len() as u64);
            prop_assert!((0..61).all(|number| a.contains(number) == left.contains(&number)));
            prop_assert!(union.ranges().windows(2).all(|pair| pair[0].1 + 1 < pair[1].0));
        }
    }

    #[test]
    fn the_end_of_all_numbers_is_no_obstacle() {
        let mut set = Numbers::range(u64::MAX - 1, u64::MAX);
        set.insert(u64::MAX);
        assert_eq!(
            set.minus(&Numbers::range(u64::MAX, u64::MAX)).last(),
            Some(u64::MAX - 1)
        );
    }
}
