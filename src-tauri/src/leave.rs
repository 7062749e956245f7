//! Locking is leaving.
//!
//! Closing the notebook, reloading the page or ending the web process each leave copies of a note in
//! the memory of one of our processes; replacing the whole process leaves none (measured). So after
//! the app has dropped its keys and closed its files, the web process is ended and this program is
//! started again in its own place, locked, where the window was. The screen blanks itself first.

use durumi_api::NotebookLock;
use tauri::{AppHandle, Manager, WebviewWindow};

use crate::arguments::{self, Arguments, Place};
use crate::shell::Shell;

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

/// Closes the notebook before the window goes.
pub fn before_closing(app: &AppHandle) {
    if let Some(app) = app.state::<Shell>().app_if_ready() {
        // Nobody is left to be told; the files are closed by the end of the process in any case.
        let _ = app.notebook_lock(NotebookLock {});
    }
}

/// Closes the notebook and wipes what the web view wrote.
pub fn at_exit(app: &AppHandle) {
    before_closing(app);
    app.state::<Shell>().scratch().wipe();
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
        let _ = ended.recv_timeout(std::time::Duration::from_millis(200));
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
