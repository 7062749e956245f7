//! A log whose header and frames are sealed one by one, so that it reads as random bytes.
//!
//! SQLite sees the log as it would be on its own: offsets here are SQLite's ("WAL File Format"), and are turned
//! into places in the file. A frame that does not open reads as zeros, which SQLite takes for the log's end.

use std::sync::Arc;

use durumi_keys::{Random, SEGMENT_OVERHEAD, SealKey, Sealed};

use crate::{StoreError, disk::DiskFile};

const HEADER: u64 = 32;
/// A frame's own header, and a page.
const FRAME: u64 = 24 + 4096;
/// Salt and tag of a sealed object.
const SEAL: u64 = 32 + SEGMENT_OVERHEAD as u64;
const SEALED_HEADER_BYTES: usize = 32 + 32 + SEGMENT_OVERHEAD;
const SEALED_HEADER: u64 = SEALED_HEADER_BYTES as u64;
const SEALED_FRAME: u64 = FRAME + SEAL;

/// The log of one open database.
pub(super) struct Log {
    key: SealKey,
    random: Arc<dyn Random>,
    /// The piece that was used last. SQLite writes a frame's header first and its page next; both are sealed together.
    piece: Option<Piece>,
}

/// The header, or a frame.
struct Piece {
    number: u64,
    plain: Vec<u8>,
    dirty: bool,
}

/// How long the log is for SQLite, when its file has `sealed` bytes.
pub(super) fn plain_length(sealed: u64) -> u64 {
    match sealed.checked_sub(SEALED_HEADER) {
        Some(frames) => HEADER + frames / SEALED_FRAME * FRAME,
        None => 0,
    }
}

/// How long the file must be for a log of `plain` bytes.
pub(super) fn sealed_length(plain: u64) -> u64 {
    SEALED_HEADER + plain.saturating_sub(HEADER).div_ceil(FRAME) * SEALED_FRAME
}

impl Log {
    pub(super) fn new(key: SealKey, random: Arc<dyn Random>) -> Self {
        Log {
            key,
            random,
            piece: None,
        }
    }

    pub(super) fn read(&mut self, file: &DiskFile, into: &mut [u8], offset: u64) -> Result<(), StoreError> {
        let mut rest = into;
        let mut at = offset;
        while !rest.is_empty() {
            let (number, within) = place(at);
            let piece = self.load(file, number)?;
            let there = piece.plain.get(within..).unwrap_or_default();
            let length = there.len().min(rest.len());
            let (now, later) = rest.split_at_mut(length);
            now.copy_from_slice(there.get(..length).unwrap_or_default());
            at += length as u64;
            rest = later;
        }
        Ok(())
    }

    pub(super) fn write(&mut self, file: &DiskFile, bytes: &[u8], offset: u64) -> Result<(), StoreError> {
        let mut rest = bytes;
        let mut at = offset;
        while !rest.is_empty() {
            let (number, within) = place(at);
            let piece = self.load(file, number)?;
            let there = piece.plain.get_mut(within..).unwrap_or_default();
            let (now, later) = rest.split_at(there.len().min(rest.len()));
            if let Some(there) = there.get_mut(..now.len()) {
                there.copy_from_slice(now);
            }
            piece.dirty = true;
            at += now.len() as u64;
            rest = later;
        }
        Ok(())
    }

    /// Writes what is only in memory yet.
    pub(super) fn flush(&mut self, file: &DiskFile) -> Result<(), StoreError> {
        if let Some(piece) = self.piece.as_mut().filter(|piece| piece.dirty) {
            let sealed = self
                .key
                .seal(self.random.as_ref(), &data(piece.number), &piece.plain);
            file.write_at(sealed.as_bytes(), sealed_place(piece.number))?;
            piece.dirty = false;
        }
        Ok(())
    }

    /// Makes the log read as empty.
    pub(super) fn empty(&mut self, file: &DiskFile) -> Result<(), StoreError> {
        self.piece = None;
        let mut nothing = [0; SEALED_HEADER_BYTES];
        self.random.fill(&mut nothing);
        Ok(file.write_at(&nothing, 0)?)
    }

    fn load(&mut self, file: &DiskFile, number: u64) -> Result<&mut Piece, StoreError> {
        if self.piece.as_ref().is_none_or(|piece| piece.number != number) {
            self.flush(file)?;
            self.piece = None;
        }
        let piece = match self.piece.take() {
            Some(piece) => piece,
            None => Piece {
                number,
                plain: self.open(file, number)?,
                dirty: false,
            },
        };
        Ok(self.piece.insert(piece))
    }

    fn open(&self, file: &DiskFile, number: u64) -> Result<Vec<u8>, StoreError> {
        let plain = if number == 0 { HEADER } else { FRAME };
        let length = |bytes: u64| usize::try_from(bytes).unwrap_or_default();
        let mut sealed = vec![0; length(plain + SEAL)];
        file.read_at(&mut sealed, sealed_place(number))?;
        Ok(self
            .key
            .open(&data(number), &Sealed::from_bytes(sealed))
            .map_or_else(|_| vec![0; length(plain)], |plain| plain.to_vec()))
    }
}

/// Which piece an offset of SQLite's is in, and where in it.
fn place(at: u64) -> (u64, usize) {
    let (number, within) = match at.checked_sub(HEADER) {
        None => (0, at),
        Some(frames) => (1 + frames / FRAME, frames % FRAME),
    };
    (number, usize::try_from(within).unwrap_or_default())
}

/// Where a piece begins in the file.
fn sealed_place(number: u64) -> u64 {
    match number.checked_sub(1) {
        None => 0,
        Some(frame) => SEALED_HEADER + frame * SEALED_FRAME,
    }
}

/// What binds a piece to its place.
fn data(number: u64) -> Vec<u8> {
    [b"durumi/notebook-log/v1".as_slice(), &number.to_be_bytes()].concat()
}
