//! Stands in for the crate `durumi-app` until it is there, behind the same signatures.

use std::path::PathBuf;
use std::sync::Mutex;

#[allow(
    clippy::wildcard_imports,
    reason = "the list names every request and reply of the contract"
)]
use durumi_api::*;

/// How to start.
#[derive(Default)]
pub struct StartOptions {
    /// The data folder.
    pub data: Option<PathBuf>,
}

/// The app.
pub struct App(Mutex<AppMode>);

macro_rules! answer {
    (app_state, $app:ident) => {
        $app.state()
    };
    (notebook_create, $app:ident) => {
        $app.enter(AppMode::Unlocked)
    };
    (notebook_unlock, $app:ident) => {
        $app.enter(AppMode::Unlocked)
    };
    (notebook_lock, $app:ident) => {
        $app.enter(AppMode::Locked)
    };
    ($name:ident, $app:ident) => {
        Err(Failure::NotFound)
    };
}

macro_rules! methods {
    ($($group:ident { $($(#[$doc:meta])* $name:ident: $request:ty => $reply:ty,)* })*) => {
        impl App {
            $($($(#[$doc])* pub fn $name(&self, _request: $request) -> Result<$reply, Failure> { answer!($name, self) })*)*
        }
    };
}

durumi_api::with_commands!(methods);

impl App {
    /// Starts.
    #[allow(clippy::needless_pass_by_value, reason = "the real one keeps it")]
    pub fn start(_options: StartOptions) -> Result<App, Failure> {
        Ok(App(Mutex::new(AppMode::Reading)))
    }

    fn state(&self) -> Result<AppState, Failure> {
        let mode = *self.0.lock().map_err(|_| Failure::Internal)?;
        Ok(AppState {
            mode,
            library_open: true,
        })
    }

    fn enter(&self, mode: AppMode) -> Result<AppState, Failure> {
        *self.0.lock().map_err(|_| Failure::Internal)? = mode;
        self.state()
    }
}
