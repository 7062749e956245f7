//! Locking is leaving.
//!
//! Closing the notebook, reloading the page or ending the web process each leave copies of a note in
//! the memory of one of our processes; replacing the whole process leaves none (measured). So after
//! the app has dropped its keys and closed its files, the web process is ended and this program is
//! started again in its own place, locked, where the window was. The screen blanks itself first.

use std::time::Duration;

use durumi_api::{AppMode, AppStateAsk, NotebookLock};
use tauri::{AppHandle, Manager, WebviewWindow};

use crate::arguments::{self, Arguments, Place};
use crate::shell::Shell;

/// What the page hears when the window is to be closed; `ui/src/features/shell/hiding.svelte.ts` listens.
const CLOSING: &str = "durumi-closing";
/// What the page hears when the system tells that the person is going away.
const HIDING: &str = "durumi-hiding";
/// How long the page may take to save.
const PATIENCE: Duration = Duration::from_millis(3500);

/// Replaces this process by a new one that is locked, at the same place on the screen.
pub fn and_return_locked(window: &WebviewWindow) -> ! {
    let shell = window.state::<Shell>();
    let arguments = Arguments {
        place: place_of(window),
        looks: looks_of(window),
        ..shell.arguments().clone()
    };
    end_web_process(window);
    shell.scratch().wipe();
    start_again(&arguments)
}

/// Asked when the window is to be closed: true if it must stay for the page to save what is being written.
///
/// The page hears the event [`CLOSING`], saves, and locks; the lock then ends the program. Should it not
/// answer, the program ends all the same. With a closed notebook there is nothing to save.
pub fn wants_a_moment(app: &AppHandle) -> bool {
    let shell = app.state::<Shell>();
    let mode = shell
        .app_if_ready()
        .and_then(|app| {
            app.stop_working();
            app.app_state(AppStateAsk {}).ok()
        })
        .map(|state| state.mode);
    if mode != Some(AppMode::Unlocked) {
        return false;
    }
    if shell.begin_closing() {
        tell_the_page(app, CLOSING);
        let app = app.clone();
        std::thread::spawn(move || {
            std::thread::sleep(PATIENCE);
            app.exit(0);
        });
    }
    true
}

/// Hides and locks because the system says so: the lid, sleep, the screen lock. True if there is something to lock.
///
/// The page blanks itself, saves what is being written, and locks. Should it not, it is locked all the same.
pub fn because_of_a_sign(app: &AppHandle) -> bool {
    tell_the_page(app, HIDING);
    let was_opened = app.state::<Shell>().was_opened();
    if was_opened {
        let app = app.clone();
        std::thread::spawn(move || {
            std::thread::sleep(PATIENCE);
            // The page has not locked: this process would have been replaced.
            if let Some(window) = app.webview_windows().values().next() {
                and_return_locked(window);
            }
        });
    }
    was_opened
}

fn tell_the_page(app: &AppHandle, event: &str) {
    let event = format!("window.dispatchEvent(new Event({event:?}))");
    for window in app.webview_windows().values() {
        // Where the page cannot be reached, the time runs out.
        let _ = window.eval(&event);
    }
}

/// After a lock: ends the program if the window is to be closed.
pub fn if_closing(window: &WebviewWindow) -> bool {
    let closing = window.state::<Shell>().is_closing();
    if closing {
        window.app_handle().exit(0);
    }
    closing
}

/// Closes the notebook and wipes what the web view wrote.
pub fn at_exit(app: &AppHandle) {
    let shell = app.state::<Shell>();
    if let Some(app) = shell.app_if_ready() {
        // Nobody is left to be told; the files are closed by the end of the process in any case.
        let _ = app.notebook_lock(NotebookLock {});
    }
    shell.scratch().wipe();
}

/// After a lock: waits until the processes of the old web view are gone, and ends them if they stay.
///
/// They are still our children, because the process was replaced and not ended. At a first start
/// there are none and this costs one system call.
pub fn wait_for_the_old_window() {
    #[cfg(target_os = "linux")]
    linux::reap_children();
}

fn place_of(window: &WebviewWindow) -> Option<Place> {
    let (position, size) = (window.outer_position().ok()?, window.inner_size().ok()?);
    Some(Place {
        x: position.x,
        y: position.y,
        width: size.width,
        height: size.height,
    })
}

fn looks_of(window: &WebviewWindow) -> Vec<(String, String)> {
    window
        .url()
        .ok()
        .and_then(|url| url.fragment().map(arguments::looks))
        .unwrap_or_default()
}

#[cfg(target_os = "linux")]
fn end_web_process(window: &WebviewWindow) {
    use webkit2gtk::WebViewExt;
    let (done, ended) = std::sync::mpsc::channel();
    let asked = window.with_webview(move |view| {
        view.inner().terminate_web_process();
        let _ = done.send(());
    });
    if asked.is_ok() {
        // Bounded: a stuck main thread must not keep the notebook's window on the screen.
        let _ = ended.recv_timeout(Duration::from_millis(200));
    }
}

#[cfg(not(target_os = "linux"))]
fn end_web_process(_window: &WebviewWindow) {}

fn start_again(arguments: &Arguments) -> ! {
    let Ok(program) = std::env::current_exe() else {
        std::process::exit(1)
    };
    let mut command = std::process::Command::new(program);
    command.args(arguments.to_command_line());
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        // It returns only when it failed; then the process ends, which is as safe as a lock.
        let _ = command.exec();
        std::process::exit(1)
    }
    #[cfg(not(unix))]
    {
        let started = command.spawn().is_ok();
        std::process::exit(i32::from(!started))
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::time::{Duration, Instant};

    use rustix::process::{Pid, Signal, WaitOptions, kill_process, wait};

    const PATIENCE: Duration = Duration::from_millis(300);

    pub fn reap_children() {
        let begun = Instant::now();
        let mut killed = false;
        // `Err` means that no child is left.
        while let Ok(ended) = wait(WaitOptions::NOHANG) {
            if ended.is_some() {
                continue;
            }
            if begun.elapsed() > PATIENCE {
                if killed {
                    return;
                }
                killed = true;
                for child in children() {
                    let _ = kill_process(child, Signal::KILL);
                }
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn children() -> Vec<Pid> {
        let list = std::fs::read_to_string("/proc/thread-self/children").unwrap_or_default();
        list.split_whitespace()
            .filter_map(|pid| pid.parse().ok())
            .filter_map(Pid::from_raw)
            .collect()
    }
}
