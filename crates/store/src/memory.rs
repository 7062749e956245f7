//! The memory that SQLite works in: locked against the swap file, and wiped when it is given back.
//!
//! SQLCipher can do this itself (`cipher_memory_security`), by locking and unlocking each of the hundreds of
//! pieces of memory that a statement asks for. That is six tenths of the time of a search; and the system locks
//! whole pages, so unlocking one piece unlocks its neighbours too. Here a region is locked once and never
//! unlocked, pieces come out of regions, and a piece is wiped before it goes back.
//!
//! Locking is as far as the system lets a person lock memory (8 MiB on most desktops); what is beyond is still
//! wiped.

#![expect(unsafe_code, reason = "SQLite takes its memory through C functions")]

use std::{
    alloc::{Layout, alloc_zeroed},
    ffi::{c_int, c_void},
    ptr::{self, NonNull},
    sync::{Mutex, MutexGuard, OnceLock, PoisonError},
};

use rusqlite::ffi;
use talc::{
    DefaultBinning,
    base::{Talc, binning::Binning},
    source::Source,
};
use zeroize::Zeroize;

/// Has SQLite use this memory. To be called before the first connection is opened, every time; false when SQLite was
/// in use already, with memory of another kind.
pub(crate) fn install() -> bool {
    static CODE: OnceLock<c_int> = OnceLock::new();
    let configure = || {
        let methods = METHODS;
        // SAFETY: the option takes a pointer to the methods, which SQLite copies before it returns. That nothing
        // else uses SQLite now is checked by SQLite, which refuses otherwise.
        unsafe { ffi::sqlite3_config(ffi::SQLITE_CONFIG_MALLOC, &raw const methods) }
    };
    *CODE.get_or_init(configure) == ffi::SQLITE_OK
}

const METHODS: ffi::sqlite3_mem_methods = ffi::sqlite3_mem_methods {
    xMalloc: Some(allocate),
    xFree: Some(release),
    xRealloc: Some(resize),
    xSize: Some(size_of),
    xRoundup: Some(round_up),
    xInit: Some(begin),
    xShutdown: Some(end),
    pAppData: ptr::null_mut(),
};

/// Every piece begins so and is so long, in units of this: what `u128` needs, to be wiped sixteen bytes at a time.
const UNIT: usize = 16;
/// How much is asked of the system, and locked, at a time.
const REGION: usize = 1 << 20;
/// What a region needs beside the pieces in it.
const MARGIN: usize = 1 << 12;

/// The regions and what is free in them.
struct Pool(Talc<Regions, DefaultBinning>);

// SAFETY: the pointers in it are to regions that belong to no thread.
unsafe impl Send for Pool {}

static POOL: Mutex<Pool> = Mutex::new(Pool(Talc::new(Regions)));

fn pool() -> MutexGuard<'static, Pool> {
    POOL.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(Debug)]
struct Regions;

// SAFETY: the pool is not the program's allocator, so the latter may be used here.
unsafe impl Source for Regions {
    fn acquire<B: Binning>(talc: &mut Talc<Self, B>, wanted: Layout) -> Result<(), ()> {
        let needed = wanted.size().checked_add(MARGIN).ok_or(())?;
        let size = needed.checked_next_multiple_of(REGION).ok_or(())?;
        let layout = Layout::from_size_align(size, MARGIN).map_err(|_| ())?;
        // SAFETY: the size is not zero.
        let base = unsafe { alloc_zeroed(layout) };
        if base.is_null() {
            return Err(());
        }
        if let Ok(guard) = region::lock(base, size) {
            // For as long as the program runs.
            std::mem::forget(guard);
        }
        // SAFETY: the region is ours and is never given back.
        unsafe { talc.claim(base, size) }.map(drop).ok_or(())
    }
}

impl Pool {
    /// A piece for so many bytes, not wiped; nothing when there is no memory.
    fn give(&mut self, bytes: usize) -> Option<NonNull<u8>> {
        let size = bytes.checked_next_multiple_of(UNIT).filter(|size| *size > 0)?;
        let layout = Layout::from_size_align(size.checked_add(UNIT)?, UNIT).ok()?;
        // SAFETY: the layout's size is not zero; the piece begins with a unit, which has room for its size.
        unsafe {
            let piece = self.0.allocate(layout)?;
            piece.cast::<usize>().write(size);
            Some(piece.byte_add(UNIT))
        }
    }

    /// Wipes a piece.
    ///
    /// # Safety
    /// The piece is from [`Pool::give`] and is not used any more.
    unsafe fn take_back(&mut self, given: NonNull<u8>) {
        // SAFETY: in front of the piece stands its size, a multiple of the unit, with which it was made.
        unsafe {
            let size = length(given);
            NonNull::slice_from_raw_parts(given.cast::<u128>(), size / UNIT)
                .as_mut()
                .zeroize();
            let layout = Layout::from_size_align_unchecked(size + UNIT, UNIT);
            self.0.deallocate(given.byte_sub(UNIT).as_ptr(), layout);
        }
    }
}

/// How many bytes a piece has room for.
///
/// # Safety
/// The piece is from [`Pool::give`].
unsafe fn length(given: NonNull<u8>) -> usize {
    // SAFETY: `give` has written the size in front.
    unsafe { given.byte_sub(UNIT).cast::<usize>().read() }
}

unsafe extern "C" fn allocate(bytes: c_int) -> *mut c_void {
    let piece = usize::try_from(bytes).ok().and_then(|bytes| pool().give(bytes));
    piece.map_or(ptr::null_mut(), |piece| piece.as_ptr().cast())
}

unsafe extern "C" fn release(given: *mut c_void) {
    if let Some(piece) = NonNull::new(given.cast()) {
        // SAFETY: SQLite gives back once what it was given.
        unsafe { pool().take_back(piece) };
    }
}

unsafe extern "C" fn resize(given: *mut c_void, bytes: c_int) -> *mut c_void {
    // SAFETY: as for the functions that are called; what is copied fits, since the new piece is larger.
    unsafe {
        let size = size_of(given);
        if bytes <= size {
            return given;
        }
        let larger = allocate(bytes);
        if !larger.is_null() {
            ptr::copy_nonoverlapping(
                given.cast::<u8>(),
                larger.cast(),
                usize::try_from(size).unwrap_or_default(),
            );
            release(given);
        }
        larger
    }
}

unsafe extern "C" fn size_of(given: *mut c_void) -> c_int {
    // SAFETY: SQLite asks about what it was given.
    let size = NonNull::new(given.cast()).map(|piece| unsafe { length(piece) });
    c_int::try_from(size.unwrap_or_default()).unwrap_or(c_int::MAX)
}

unsafe extern "C" fn round_up(bytes: c_int) -> c_int {
    let unit = c_int::try_from(UNIT).unwrap_or(c_int::MAX);
    bytes.checked_add(unit - 1).map_or(bytes, |sum| sum / unit * unit)
}

unsafe extern "C" fn begin(_: *mut c_void) -> c_int {
    ffi::SQLITE_OK
}

unsafe extern "C" fn end(_: *mut c_void) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(piece: NonNull<u8>, size: usize) -> bool {
        let run = size.min(9);
        // SAFETY: the tests ask for pieces of this size.
        let bytes = unsafe { NonNull::slice_from_raw_parts(piece, size).as_ref() };
        bytes.windows(run).any(|run| run.iter().all(|byte| *byte == 0xAA))
    }

    #[test]
    fn what_is_given_back_is_wiped() {
        let mut pool = Pool(Talc::new(Regions));
        for size in [100, 4096, 3 << 20] {
            let piece = pool.give(size).unwrap();
            // SAFETY: the piece is as long as it was asked for.
            unsafe { piece.write_bytes(0xAA, size) };
            assert!(filled(piece, size));
            // SAFETY: it is looked at again only as the piece that is given next.
            unsafe { pool.take_back(piece) };
            assert_eq!(pool.give(size), Some(piece));
            assert!(!filled(piece, size), "{size}");
        }
    }

    #[test]
    fn a_piece_that_grows_keeps_what_is_in_it() {
        // SAFETY: each piece is used until it is given back or grows.
        unsafe {
            let piece = allocate(40);
            piece.write_bytes(0xAA, 40);
            assert_eq!(resize(piece, 30), piece);
            let larger = resize(piece, 5000);
            assert!(size_of(larger) >= 5000);
            assert!(filled(NonNull::new(larger.cast()).unwrap(), 40));
            release(larger);
        }
    }

    #[test]
    fn nothing_is_asked_for_nothing() {
        // SAFETY: nothing is read or written.
        unsafe {
            assert!(allocate(0).is_null() && allocate(-1).is_null());
            release(ptr::null_mut());
            assert_eq!((size_of(ptr::null_mut()), round_up(17)), (0, 32));
        }
    }
}
