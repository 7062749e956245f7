//! Gives SQLite the twins for a file system (SQLite, "The SQLite OS Interface or VFS").
//!
//! Each open database has a VFS of its own, so that its files need not be found by name. The database and its log
//! are [`OpenTwins`]; whatever else SQLite asks for goes to the system's own VFS. There is no shared memory: the
//! database is opened exclusively, and the folder is locked by whoever opens it.

#![expect(unsafe_code, reason = "SQLite takes a file system through C functions")]

use std::{
    ffi::{CStr, CString, c_char, c_int, c_void},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    slice,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use rusqlite::ffi;

use super::OpenTwins;
use crate::StoreError;

/// A registered VFS. Connections that use it must be closed before it is dropped.
pub(crate) struct TwinVfs {
    name: CString,
    vfs: Box<ffi::sqlite3_vfs>,
    shared: *mut Shared,
    path: PathBuf,
}

// SAFETY: what `shared` points to is behind a mutex, `OpenTwins` is `Send`, and the pointer is freed once, on drop.
unsafe impl Send for TwinVfs {}
// SAFETY: nothing can be changed through a reference but what is behind the mutex.
unsafe impl Sync for TwinVfs {}

struct Shared {
    twins: Mutex<OpenTwins>,
    system: *mut ffi::sqlite3_vfs,
}

/// What SQLite knows as a file.
#[repr(C)]
struct TwinFile {
    base: ffi::sqlite3_file,
    shared: *const Shared,
    part: Part,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Database,
    Log,
}

impl TwinVfs {
    /// Makes the files known to SQLite, `path` being the one in use. Its memory must have been installed before.
    pub(crate) fn register(twins: OpenTwins, path: PathBuf) -> Result<Self, StoreError> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let name = CString::new(format!("durumi-twins-{}", COUNT.fetch_add(1, Ordering::Relaxed)))
            .map_err(|_| StoreError::NotEncrypting)?;
        // SAFETY: asks for the default VFS, which lives as long as the process.
        let system = unsafe { ffi::sqlite3_vfs_find(std::ptr::null()) };
        if system.is_null() {
            return Err(StoreError::NotEncrypting);
        }
        let shared = Box::into_raw(Box::new(Shared {
            twins: Mutex::new(twins),
            system,
        }));
        // SAFETY: the default VFS is a valid structure of functions. Those that are not replaced here, for names,
        // randomness, sleeping and time, use nothing of the structure they are called with.
        let mut vfs = Box::new(unsafe { *system });
        vfs.zName = name.as_ptr();
        vfs.pAppData = shared.cast();
        vfs.szOsFile = vfs
            .szOsFile
            .max(c_int::try_from(size_of::<TwinFile>()).unwrap_or(c_int::MAX));
        vfs.xOpen = Some(open);
        vfs.xDelete = Some(delete);
        vfs.xAccess = Some(access);
        let mut registered = TwinVfs {
            name,
            vfs,
            shared,
            path,
        };
        // SAFETY: the structure is in a box of its own and is unregistered before that is freed.
        let code = unsafe { ffi::sqlite3_vfs_register(&raw mut *registered.vfs, 0) };
        if code == ffi::SQLITE_OK {
            Ok(registered)
        } else {
            Err(StoreError::NotEncrypting)
        }
    }

    /// How long the database's file is, in bytes.
    pub(crate) fn length(&self) -> Result<u64, StoreError> {
        self.twins().database()?.length().map_err(StoreError::from)
    }

    /// Reads the database's file as it is. What is in the log is not in it.
    pub(crate) fn read(&self, into: &mut [u8], offset: u64) -> Result<(), StoreError> {
        let read = self.twins().database()?.read_at(into, offset)?;
        if read == into.len() {
            Ok(())
        } else {
            Err(StoreError::Damaged)
        }
    }

    fn twins(&self) -> MutexGuard<'_, OpenTwins> {
        // SAFETY: `shared` came out of a box and is freed on drop alone.
        let shared = unsafe { &*self.shared };
        shared.twins.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The file in use.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What a connection is opened with.
    pub(crate) fn name(&self) -> &CStr {
        &self.name
    }
}

impl Drop for TwinVfs {
    fn drop(&mut self) {
        // SAFETY: no connection uses the VFS any more, as its owner promises; `shared` came out of a box.
        unsafe {
            ffi::sqlite3_vfs_unregister(&raw mut *self.vfs);
            drop(Box::from_raw(self.shared));
        }
    }
}

const METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(lock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

static SHARED_METHODS: ffi::sqlite3_io_methods = METHODS;

/// Does something with the twins, and turns what goes wrong into SQLite's number for it.
fn with(
    shared: *const Shared,
    failed: c_int,
    work: impl FnOnce(&mut OpenTwins) -> Result<c_int, StoreError>,
) -> c_int {
    let guarded = AssertUnwindSafe(|| {
        // SAFETY: `shared` is freed only after every connection of its VFS was closed.
        let shared = unsafe { &*shared };
        let mut twins = shared.twins.lock().unwrap_or_else(PoisonError::into_inner);
        work(&mut twins)
    });
    match catch_unwind(guarded) {
        Ok(Ok(code)) => code,
        Ok(Err(StoreError::DiskFull)) => ffi::SQLITE_FULL,
        Ok(Err(_)) | Err(_) => failed,
    }
}

/// The same for an open file.
///
/// # Safety
/// `file` must be one that [`open`] made a [`TwinFile`] of.
unsafe fn with_file(
    file: *mut ffi::sqlite3_file,
    failed: c_int,
    work: impl FnOnce(&mut OpenTwins, Part) -> Result<c_int, StoreError>,
) -> c_int {
    // SAFETY: as the caller promises.
    let file = unsafe { &*file.cast::<TwinFile>() };
    with(file.shared, failed, |twins| work(twins, file.part))
}

unsafe extern "C" fn open(
    vfs: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    let part = if flags & ffi::SQLITE_OPEN_MAIN_DB != 0 {
        Part::Database
    } else if flags & ffi::SQLITE_OPEN_WAL != 0 {
        Part::Log
    } else {
        // SAFETY: SQLite gave room for a file of the system's VFS as well, and its arguments are passed on.
        return unsafe {
            let system = (*(*vfs).pAppData.cast::<Shared>()).system;
            (*system).xOpen.map_or(ffi::SQLITE_CANTOPEN, |open| {
                open(system, name, file, flags, out_flags)
            })
        };
    };
    // SAFETY: SQLite gave `szOsFile` bytes at `file`; `out_flags` is null or valid.
    unsafe {
        file.cast::<TwinFile>().write(TwinFile {
            base: ffi::sqlite3_file {
                pMethods: &raw const SHARED_METHODS,
            },
            shared: (*vfs).pAppData.cast::<Shared>(),
            part,
        });
        if let Some(out_flags) = out_flags.as_mut() {
            *out_flags = flags;
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn delete(vfs: *mut ffi::sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: SQLite calls this with our VFS and a terminated name.
    unsafe {
        let shared = (*vfs).pAppData.cast::<Shared>();
        if is_log(name) {
            return with(shared, ffi::SQLITE_IOERR_DELETE, |twins| {
                twins.empty_log().map(|()| ffi::SQLITE_OK)
            });
        }
        let system = (*shared).system;
        (*system).xDelete.map_or(ffi::SQLITE_IOERR_DELETE, |delete| {
            delete(system, name, sync_folder)
        })
    }
}

unsafe extern "C" fn access(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite calls this with our VFS, a terminated name and room for the answer.
    unsafe {
        if is_log(name) {
            *out = 1;
            return ffi::SQLITE_OK;
        }
        let system = (*(*vfs).pAppData.cast::<Shared>()).system;
        (*system).xAccess.map_or(ffi::SQLITE_IOERR_ACCESS, |access| {
            access(system, name, flags, out)
        })
    }
}

/// # Safety
/// `name` must be null or a terminated string.
unsafe fn is_log(name: *const c_char) -> bool {
    // SAFETY: as the caller promises.
    !name.is_null() && unsafe { CStr::from_ptr(name) }.to_bytes().ends_with(b"-wal")
}

unsafe extern "C" fn close(_file: *mut ffi::sqlite3_file) -> c_int {
    // The files are closed together, when the VFS is dropped.
    ffi::SQLITE_OK
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    into: *mut c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite calls this with one of our files and `amount` bytes of room.
    unsafe {
        let into = slice::from_raw_parts_mut(into.cast::<u8>(), usize::try_from(amount).unwrap_or_default());
        let offset = u64::try_from(offset).unwrap_or_default();
        with_file(file, ffi::SQLITE_IOERR_READ, |twins, part| match part {
            Part::Database => Ok(if twins.read(into, offset)? {
                ffi::SQLITE_OK
            } else {
                ffi::SQLITE_IOERR_SHORT_READ
            }),
            Part::Log => twins.read_log(into, offset).map(|()| ffi::SQLITE_OK),
        })
    }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    from: *const c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite calls this with one of our files and `amount` bytes.
    unsafe {
        let bytes = slice::from_raw_parts(from.cast::<u8>(), usize::try_from(amount).unwrap_or_default());
        let offset = u64::try_from(offset).unwrap_or_default();
        with_file(file, ffi::SQLITE_IOERR_WRITE, |twins, part| {
            match part {
                Part::Database => twins.write(bytes, offset)?,
                Part::Log => twins.write_log(bytes, offset)?,
            }
            Ok(ffi::SQLITE_OK)
        })
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    // SAFETY: SQLite calls this with one of our files.
    unsafe {
        with_file(file, ffi::SQLITE_IOERR_TRUNCATE, |twins, part| {
            if part == Part::Log && size == 0 {
                twins.empty_log()?;
            }
            Ok(ffi::SQLITE_OK)
        })
    }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    // SAFETY: SQLite calls this with one of our files.
    unsafe {
        with_file(file, ffi::SQLITE_IOERR_FSYNC, |twins, part| {
            match part {
                Part::Database => twins.sync()?,
                Part::Log => twins.sync_log()?,
            }
            Ok(ffi::SQLITE_OK)
        })
    }
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, size: *mut ffi::sqlite3_int64) -> c_int {
    // SAFETY: SQLite calls this with one of our files and room for the answer.
    unsafe {
        with_file(file, ffi::SQLITE_IOERR_FSTAT, |twins, part| {
            let length = match part {
                Part::Database => twins.length()?,
                Part::Log => twins.log_length()?,
            };
            *size = i64::try_from(length).unwrap_or(i64::MAX);
            Ok(ffi::SQLITE_OK)
        })
    }
}

unsafe extern "C" fn lock(_file: *mut ffi::sqlite3_file, _level: c_int) -> c_int {
    // The file was taken for this process when it was opened.
    ffi::SQLITE_OK
}

unsafe extern "C" fn check_reserved_lock(_file: *mut ffi::sqlite3_file, out: *mut c_int) -> c_int {
    // SAFETY: SQLite calls this with room for the answer.
    unsafe { *out = 0 };
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_control(
    _file: *mut ffi::sqlite3_file,
    _op: c_int,
    _argument: *mut c_void,
) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector_size(_file: *mut ffi::sqlite3_file) -> c_int {
    4096
}

unsafe extern "C" fn device_characteristics(_file: *mut ffi::sqlite3_file) -> c_int {
    // As the system's VFS: writing some bytes of a sector leaves the others as they are when the power fails.
    ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE
}
