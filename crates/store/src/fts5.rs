//! Registers an [`Analyser`] as an FTS5 tokenizer (SQLite, "Extending FTS5", section 7.1).
//!
//! With a registered tokenizer, highlights and snippets work on the original text. Feeding FTS5
//! pre-folded text was rejected: same size and speed, but every offset would be lost.

#![expect(unsafe_code, reason = "SQLite takes tokenizers through its C interface only")]

use std::{
    ffi::{CStr, c_char, c_int, c_void},
    panic::{AssertUnwindSafe, catch_unwind},
    ptr, slice, str,
};

use rusqlite::{Connection, ffi};

use crate::{Analyser, Purpose, StoreError, Token};

/// Makes `tokenize = '<name>'` known to `conn`. Every connection needs it anew.
pub(crate) fn register(conn: &Connection, analyser: Analyser) -> Result<(), StoreError> {
    let api = fts5_api(conn)?;
    let mut tokenizer = ffi::fts5_tokenizer_v2 {
        iVersion: 2,
        xCreate: Some(create),
        xDelete: Some(delete),
        xTokenize: Some(tokenize),
    };
    let user_data = Box::into_raw(Box::new(analyser)).cast::<c_void>();
    // SAFETY: `api` is the connection's live FTS5 interface of version 3 or later; SQLite copies the
    // table, and frees `user_data` through `destroy` when the connection closes or if this call fails.
    let code = unsafe {
        match (*api).xCreateTokenizer_v2 {
            Some(create_tokenizer) => create_tokenizer(
                api,
                analyser.name.as_ptr(),
                user_data,
                &raw mut tokenizer,
                Some(destroy),
            ),
            None => ffi::SQLITE_ERROR,
        }
    };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(StoreError::NotEncrypting)
    }
}

/// The interface, as the documentation says to fetch it: `SELECT fts5(?1)` with a pointer bound.
pub(crate) fn fts5_api(conn: &Connection) -> Result<*mut ffi::fts5_api, StoreError> {
    const SQL: &CStr = c"SELECT fts5(?1)";
    const POINTER_TYPE: &CStr = c"fts5_api_ptr";
    let mut api: *mut ffi::fts5_api = ptr::null_mut();
    let mut statement = ptr::null_mut();
    // SAFETY: the handle is open while `conn` is borrowed; `api` outlives the statement, which is
    // finalized before this function returns.
    unsafe {
        let prepared = ffi::sqlite3_prepare_v2(
            conn.handle(),
            SQL.as_ptr(),
            -1,
            &raw mut statement,
            ptr::null_mut(),
        );
        if prepared == ffi::SQLITE_OK {
            ffi::sqlite3_bind_pointer(statement, 1, (&raw mut api).cast(), POINTER_TYPE.as_ptr(), None);
            ffi::sqlite3_step(statement);
        }
        ffi::sqlite3_finalize(statement);
        if api.is_null() || (*api).iVersion < 3 {
            Err(StoreError::NotEncrypting)
        } else {
            Ok(api)
        }
    }
}

unsafe extern "C" fn create(
    user_data: *mut c_void,
    _arguments: *mut *const c_char,
    _count: c_int,
    out: *mut *mut ffi::Fts5Tokenizer,
) -> c_int {
    // An analyser has no state, so the registered one serves as every instance.
    // SAFETY: SQLite gives a valid place for the result.
    unsafe { *out = user_data.cast() };
    ffi::SQLITE_OK
}

unsafe extern "C" fn delete(_tokenizer: *mut ffi::Fts5Tokenizer) {}

unsafe extern "C" fn destroy(user_data: *mut c_void) {
    // SAFETY: made by `Box::into_raw` in `register`, and SQLite calls this once.
    drop(unsafe { Box::from_raw(user_data.cast::<Analyser>()) });
}

type EmitToken = unsafe extern "C" fn(*mut c_void, c_int, *const c_char, c_int, c_int, c_int) -> c_int;

unsafe extern "C" fn tokenize(
    tokenizer: *mut ffi::Fts5Tokenizer,
    context: *mut c_void,
    flags: c_int,
    text: *const c_char,
    length: c_int,
    _locale: *const c_char,
    _locale_length: c_int,
    emit: Option<EmitToken>,
) -> c_int {
    let (Some(emit), Ok(length)) = (emit, usize::try_from(length)) else {
        return ffi::SQLITE_ERROR;
    };
    if text.is_null() || length == 0 {
        return ffi::SQLITE_OK;
    }
    // SAFETY: `tokenizer` is the boxed analyser of `register`, alive as long as the connection; SQLite
    // gives `length` readable bytes.
    let (analyser, bytes) = unsafe {
        (
            &*tokenizer.cast::<Analyser>(),
            slice::from_raw_parts(text.cast::<u8>(), length),
        )
    };
    // Our own columns are always UTF-8. Anything else has no words.
    let Ok(text) = str::from_utf8(bytes) else {
        return ffi::SQLITE_OK;
    };
    let mut code = ffi::SQLITE_OK;
    let mut pass_on = |token: Token<'_>| {
        if code != ffi::SQLITE_OK {
            return;
        }
        let flags = if token.colocated {
            ffi::FTS5_TOKEN_COLOCATED
        } else {
            0
        };
        let [length, start, end] =
            [token.text.len(), token.start, token.end].map(|n| c_int::try_from(n).unwrap_or(0));
        // SAFETY: SQLite copies the token's bytes during the call.
        code = unsafe { emit(context, flags, token.text.as_ptr().cast(), length, start, end) };
    };
    // Unwinding into C is undefined; an analyser is total, and this is the belt to its braces.
    match catch_unwind(AssertUnwindSafe(|| {
        (analyser.analyse)(text, purpose(flags), &mut pass_on);
    })) {
        Ok(()) => code,
        Err(_) => ffi::SQLITE_ERROR,
    }
}

fn purpose(flags: c_int) -> Purpose {
    if flags & ffi::FTS5_TOKENIZE_AUX != 0 {
        Purpose::Highlight
    } else if flags & ffi::FTS5_TOKENIZE_QUERY != 0 {
        Purpose::Query
    } else {
        Purpose::Document
    }
}
