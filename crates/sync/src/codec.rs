//! Writing and reading the bodies of objects, within limits ("Numbers" in `docs/formats/sync.md`).

use durumi_base::DeviceId;
use durumi_keys::Sealed;

use crate::{Name, Numbers, Record, RecordSet};

/// The bytes are not what they should be.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the object cannot be read")]
pub(crate) struct CodecError;

/// Reads from the front of bytes.
pub(crate) struct Reader<'b>(pub(crate) &'b [u8]);

pub(crate) fn put_number(out: &mut Vec<u8>, mut number: u64) {
    loop {
        let seven = u8::try_from(number & 0x7f).unwrap_or(0);
        number >>= 7;
        if number == 0 {
            out.push(seven);
            return;
        }
        out.push(seven | 0x80);
    }
}

pub(crate) fn put_set(out: &mut Vec<u8>, set: &RecordSet) {
    put_number(out, set.devices().len() as u64);
    for (device, numbers) in set.devices() {
        out.extend(device.as_bytes());
        put_number(out, numbers.ranges().len() as u64);
        let mut end = 0;
        for &(first, last) in numbers.ranges() {
            put_number(out, first - end);
            put_number(out, last - first);
            end = last;
        }
    }
}

pub(crate) fn put_record(out: &mut Vec<u8>, record: &Record) {
    out.extend(record.device.as_bytes());
    put_number(out, record.number);
    out.extend(record.birth);
    out.push(record.kind);
    put_number(out, record.sealed.as_bytes().len() as u64);
    out.extend(record.sealed.as_bytes());
}

pub(crate) fn put_records(out: &mut Vec<u8>, records: &[Record]) {
    put_number(out, records.len() as u64);
    for record in records {
        put_record(out, record);
    }
}

impl<'b> Reader<'b> {
    pub(crate) fn take(&mut self, length: usize) -> Result<&'b [u8], CodecError> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(CodecError)?;
        self.0 = rest;
        Ok(taken)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], CodecError> {
        let (taken, rest) = self.0.split_first_chunk().ok_or(CodecError)?;
        self.0 = rest;
        Ok(*taken)
    }

    pub(crate) fn number(&mut self) -> Result<u64, CodecError> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let [byte] = self.array()?;
            let seven = u64::from(byte & 0x7f);
            let part = seven << shift;
            if part >> shift != seven {
                return Err(CodecError);
            }
            number |= part;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(CodecError)
    }

    /// How many items follow. Each takes at least `size` bytes, so a number beyond what is left is a lie.
    pub(crate) fn count(&mut self, size: usize) -> Result<usize, CodecError> {
        let count = usize::try_from(self.number()?).map_err(|_| CodecError)?;
        if count > self.0.len() / size {
            return Err(CodecError);
        }
        Ok(count)
    }

    pub(crate) fn device(&mut self) -> Result<DeviceId, CodecError> {
        self.array().map(DeviceId::from_bytes)
    }

    pub(crate) fn name(&mut self) -> Result<Name, CodecError> {
        self.array().map(Name::from_bytes)
    }

    pub(crate) fn list<T>(
        &mut self,
        size: usize,
        mut item: impl FnMut(&mut Self) -> Result<T, CodecError>,
    ) -> Result<Vec<T>, CodecError> {
        (0..self.count(size)?).map(|_| item(self)).collect()
    }

    pub(crate) fn set(&mut self) -> Result<RecordSet, CodecError> {
        let mut set = RecordSet::default();
        for _ in 0..self.count(17)? {
            let device = self.device()?;
            let (mut numbers, mut end) = (Numbers::default(), 0_u64);
            for _ in 0..self.count(2)? {
                let first = end.checked_add(self.number()?).ok_or(CodecError)?;
                let last = first.checked_add(self.number()?).ok_or(CodecError)?;
                if first == 0 || (end > 0 && first <= end + 1) || i64::try_from(last).is_err() {
                    return Err(CodecError);
                }
                numbers.union(&Numbers::range(first, last));
                end = last;
            }
            set.add(device, &numbers);
        }
        Ok(set)
    }

    pub(crate) fn records(&mut self) -> Result<Vec<Record>, CodecError> {
        self.list(27, |reader| {
            let device = reader.device()?;
            let number = reader.number()?;
            let birth = reader.array()?;
            let [kind] = reader.array()?;
            let length = reader.count(1)?;
            if number == 0 || i64::try_from(number).is_err() {
                return Err(CodecError);
            }
            Ok(Record {
                device,
                number,
                birth,
                kind,
                sealed: Sealed::from_bytes(reader.take(length)?.to_vec()),
            })
        })
    }

    pub(crate) fn end(&self) -> Result<(), CodecError> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(CodecError)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_and_sets_are_read_as_written() {
        let mut set = RecordSet::default();
        set.add(DeviceId::from_bytes([1; 16]), &Numbers::range(1, 300));
        set.insert(DeviceId::from_bytes([1; 16]), 400);
        set.insert(DeviceId::from_bytes([2; 16]), 7);
        let mut out = Vec::new();
        put_set(&mut out, &set);
        for number in [0, 127, 128, u64::MAX] {
            put_number(&mut out, number);
        }
        let mut reader = Reader(&out);
        assert_eq!(reader.set().unwrap(), set);
        for number in [0, 127, 128, u64::MAX] {
            assert_eq!(reader.number().unwrap(), number);
        }
        reader.end().unwrap();
    }

    #[test]
    fn a_number_that_does_not_fit_is_refused() {
        assert!(Reader(&[0xff; 11]).number().is_err());
        let mut too_large = [0xff; 10];
        too_large[9] = 2;
        assert!(Reader(&too_large).number().is_err());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Reader(&bytes).set();
            let _ = Reader(&bytes).records();
            let _ = Reader(&bytes).number();
        }
    }
}
