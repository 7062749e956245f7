//! The Tauri commands, made from the contract's one list.
//!
//! Each is: ask the app, then do what the window itself owes. Only few owe anything: opening the
//! notebook grants its commands, locking it ends this process, and choosing a folder shows a dialog.

#[cfg_attr(
    not(test),
    expect(
        clippy::wildcard_imports,
        reason = "the list names every request and reply of the contract"
    )
)]
use durumi_api::*;
use tauri::ipc::Invoke;
use tauri::{Manager, State, WebviewWindow, Wry};

use crate::shell::Shell;
use crate::{folder, grant, leave};

macro_rules! carry_out {
    (notebook_create, $window:ident, $app:ident, $request:ident) => {{
        let state = $app.notebook_create($request)?;
        $window.state::<Shell>().note_opened();
        grant::notebook(&$window)?;
        Ok(state)
    }};
    (notebook_join, $window:ident, $app:ident, $request:ident) => {{
        let state = $app.notebook_join($request)?;
        $window.state::<Shell>().note_opened();
        grant::notebook(&$window)?;
        Ok(state)
    }};
    (notebook_unlock, $window:ident, $app:ident, $request:ident) => {{
        let shell = $window.state::<Shell>();
        let locks = shell.locks();
        let state = $app.notebook_unlock($request)?;
        shell.note_opened();
        if shell.locks() != locks {
            // Somebody hid the window while the passphrase was being worked on: behind the cover it must be locked.
            $app.notebook_lock(NotebookLock {})?;
            leave::and_return_locked(&$window)
        }
        grant::notebook(&$window)?;
        Ok(state)
    }};
    (notebook_recover, $window:ident, $app:ident, $request:ident) => {{
        let state = $app.notebook_recover($request)?;
        $window.state::<Shell>().note_opened();
        grant::notebook(&$window)?;
        Ok(state)
    }};
    (notebook_lock, $window:ident, $app:ident, $request:ident) => {{
        $window.state::<Shell>().note_lock();
        $app.stop_working();
        let before = $app.app_state(AppStateAsk {})?.mode;
        let state = $app.notebook_lock($request)?;
        if !leave::if_closing(&$window) && before == AppMode::Unlocked {
            leave::and_return_locked(&$window)
        }
        Ok(state)
    }};
    (folder_choose, $window:ident, $app:ident, $request:ident) => {{
        // Refused where the notebook is not open.
        $app.folder_choose($request.clone())?;
        folder::choose(&$window, $request)
    }};
    (erase_everything, $window:ident, $app:ident, $request:ident) => {{
        let before = $app.app_state(AppStateAsk {})?.mode;
        let state = $app.erase_everything($request)?;
        // As after locking: only a new process holds nothing of what was open.
        if !leave::if_closing(&$window) && before == AppMode::Unlocked {
            leave::and_return_locked(&$window)
        }
        Ok(state)
    }};
    ($name:ident, $window:ident, $app:ident, $request:ident) => {{
        let _ = $window;
        $app.$name($request)
    }};
}

macro_rules! tauri_commands {
    ($($group:ident { $($(#[$doc:meta])* $name:ident: $request:ty => $reply:ty,)* })*) => {
        $($(
            $(#[$doc])*
            // Off the main thread: a passphrase takes a second, and the window must go on painting.
            #[tauri::command(async)]
            fn $name(window: WebviewWindow, shell: State<'_, Shell>, request: $request) -> Result<$reply, Failure> {
                let app = shell.app()?;
                carry_out!($name, window, app, request)
            }
        )*)*

        /// Answers every command of the contract.
        pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($($name,)*)*]
        }
    };
}

durumi_api::with_commands!(tauri_commands);
