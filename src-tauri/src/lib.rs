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
mod grant;
mod leave;
mod scratch;
mod shell;
mod window;

use tauri::{RunEvent, WindowEvent};

use arguments::Arguments;
use scratch::Scratch;
use shell::Shell;

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
        .setup(move |app| Ok(window::open(app.handle(), &arguments, &scratch)?))
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
