//! The window: a thin shell around `durumi-app`.
//!
//! It opens one web view that shows the screen, passes commands to the app and leaves when the
//! notebook is locked. It decides nothing about the library or the notebook: command bodies live in
//! `durumi-app`, the list of commands in `durumi-api`.
//!
//! The web view is given as little as possible: no address but our own, no downloads, no second
//! window, no store on disk, no network (see [`confine`]), and no notebook command until the notebook
//! was opened (see [`grant`]).

mod arguments;
mod commands;
mod confine;
mod folder;
mod grant;
mod leave;
mod scratch;
mod shell;
mod signs;
mod window;

use tauri::{RunEvent, WindowEvent};
use zeroizing_alloc::ZeroAlloc;

use arguments::Arguments;
use scratch::Scratch;
use shell::Shell;

/// What the program gives back is wiped. The web view's libraries have memory of their own; locking replaces both.
#[global_allocator]
static MEMORY: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

/// For the example that tries to reach the network from a confined process.
#[doc(hidden)]
pub fn confine_this_process() {
    confine::this_process();
}

/// Opens the window and stays until it is closed.
#[cfg_attr(mobile, tauri::mobile_entry_point)]
pub fn run() {
    let arguments = Arguments::of_this_process();
    leave::wait_for_the_old_window();
    confine::this_process();
    let scratch = Scratch::make();
    let shell = Shell::start(arguments.clone(), scratch.clone());

    tauri::Builder::default()
        .manage(shell)
        .invoke_handler(commands::handler())
        .setup(move |app| {
            window::open(app.handle(), &arguments, &scratch)?;
            signs::watch(app.handle());
            Ok(())
        })
        .build(tauri::generate_context!())
        .expect("the web view's libraries are installed with the program")
        .run(|app, event| match event {
            RunEvent::WindowEvent {
                event: WindowEvent::CloseRequested { api, .. },
                ..
            } if leave::wants_a_moment(app) => api.prevent_close(),
            RunEvent::Exit => leave::at_exit(app),
            _ => {}
        });
}
