//! A head: what a device has put on a remote, and its newest records.

use durumi_base::DeviceId;
use serde::{Deserialize, Serialize};

use crate::{
    Name, Record, RecordSet,
    codec::{CodecError, Reader, put_number, put_records, put_set},
};

/// The format written here.
const FORMAT: u8 = 1;

/// A head, without its place.
#[derive(Clone)]
pub struct Head {
    /// Whose it is.
    pub device: DeviceId,
    /// Its number among the heads of the device, from 1.
    pub generation: u64,
    /// SHA-256 of the object before; zeros in the first.
    pub previous: [u8; 32],
    /// Devices that this one was before it found itself copied.
    pub former: Vec<DeviceId>,
    /// Devices of which two copies are known to be about.
    pub forked: Vec<DeviceId>,
    /// For each device with records in this head: their births added up (modulo 2⁶⁴).
    pub births: Vec<(DeviceId, u64)>,
    /// Where the records are that are not in the tail.
    pub packs: Vec<PackNote>,
    /// Objects of others that do not open here.
    pub complaints: Vec<Name>,
    /// The newest heads of other devices that were seen anywhere.
    pub seen: Vec<Seen>,
    /// The newest records.
    pub tail: Vec<Record>,
}

/// What a head says about a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackNote {
    /// Its name.
    pub name: Name,
    /// The size of the object, in bytes.
    pub size: u64,
    /// The records in it.
    pub records: RecordSet,
}

/// That a device's head of a generation was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Whose.
    pub device: DeviceId,
    /// Which.
    pub generation: u64,
}

/// Why a head cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum HeadError {
    /// It was written by a newer program.
    Newer,
    /// It is not a head.
    Broken,
}

impl From<CodecError> for HeadError {
    fn from(CodecError: CodecError) -> Self {
        HeadError::Broken
    }
}

impl Head {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = vec![FORMAT];
        out.extend(self.device.as_bytes());
        put_number(&mut out, self.generation);
        out.extend(self.previous);
        put_number(&mut out, self.former.len() as u64);
        self.former
            .iter()
            .for_each(|device| out.extend(device.as_bytes()));
        put_number(&mut out, self.forked.len() as u64);
        self.forked
            .iter()
            .for_each(|device| out.extend(device.as_bytes()));
        put_number(&mut out, self.births.len() as u64);
        for (device, births) in &self.births {
            out.extend(device.as_bytes());
            out.extend(births.to_be_bytes());
        }
        put_number(&mut out, self.packs.len() as u64);
        for pack in &self.packs {
            out.extend(pack.name.as_bytes());
            put_number(&mut out, pack.size);
            put_set(&mut out, &pack.records);
        }
        put_number(&mut out, self.complaints.len() as u64);
        self.complaints
            .iter()
            .for_each(|name| out.extend(name.as_bytes()));
        put_number(&mut out, self.seen.len() as u64);
        for seen in &self.seen {
            out.extend(seen.device.as_bytes());
            put_number(&mut out, seen.generation);
        }
        put_records(&mut out, &self.tail);
        out
    }

    pub(crate) fn decode(body: &[u8]) -> Result<Self, HeadError> {
        let mut reader = Reader(body);
        let [format] = reader.array()?;
        if format != FORMAT {
            return Err(HeadError::Newer);
        }
        let head = Head {
            device: reader.device()?,
            generation: reader.number()?,
            previous: reader.array()?,
            former: reader.list(16, Reader::device)?,
            forked: reader.list(16, Reader::device)?,
            births: reader.list(24, |reader| {
                Ok((reader.device()?, u64::from_be_bytes(reader.array()?)))
            })?,
            packs: reader.list(22, |reader| {
                Ok(PackNote {
                    name: reader.name()?,
                    size: reader.number()?,
                    records: reader.set()?,
                })
            })?,
            complaints: reader.list(20, Reader::name)?,
            seen: reader.list(17, |reader| {
                Ok(Seen {
                    device: reader.device()?,
                    generation: reader.number()?,
                })
            })?,
            tail: reader.records()?,
        };
        reader.end()?;
        Ok(head)
    }
}

#[cfg(test)]
mod tests {
    use durumi_keys::Sealed;
    use proptest::prelude::*;

    use super::*;

    fn head() -> Head {
        let device = DeviceId::from_bytes([1; 16]);
        Head {
            device,
            generation: 300,
            previous: [2; 32],
            former: vec![DeviceId::from_bytes([3; 16])],
            forked: vec![DeviceId::from_bytes([7; 16])],
            births: vec![(device, 99)],
            packs: vec![PackNote {
                name: Name::from_bytes([4; 20]),
                size: 70_000,
                records: RecordSet::from_iter([(device, 1), (device, 2)]),
            }],
            complaints: vec![Name::from_bytes([5; 20])],
            seen: vec![Seen {
                device: DeviceId::from_bytes([6; 16]),
                generation: 9,
            }],
            tail: vec![Record {
                device,
                number: 3,
                birth: [8; 8],
                kind: 1,
                sealed: Sealed::from_bytes(b"sealed".to_vec()),
            }],
        }
    }

    #[test]
    fn a_head_is_read_as_written_and_a_cut_one_refused() {
        let body = head().encode();
        let read = Head::decode(&body).unwrap();
        assert_eq!(read.encode(), body);
        assert_eq!(read.packs, head().packs);
        for length in 0..body.len() {
            assert!(Head::decode(&body[..length]).is_err(), "cut at {length}");
        }
        let newer = [&[2], &body[1..]].concat();
        assert_eq!(Head::decode(&newer).err(), Some(HeadError::Newer));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(mut bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Some(first) = bytes.first_mut() {
                *first = FORMAT;
            }
            let _ = Head::decode(&bytes);
        }
    }
}
