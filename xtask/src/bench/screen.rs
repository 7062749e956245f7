//! A virtual screen, and seeing when something is painted on it.
//!
//! We look at the screen from outside rather than let the page report: a page that says "painted" is
//! only guessing, and a program that is measured should not carry the code for it.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat};
use x11rb::rust_connection::RustConnection;

use crate::steps::{Outcome, failed};

const WIDTH: u16 = 1366;
const HEIGHT: u16 = 768;
/// Where text is looked for: below the bar that a page has at its top, which is there before the page is.
const MIDDLE: std::ops::Range<u16> = 280..680;
/// Rows of pixels that are looked at: enough to meet a line of text, few enough not to slow what is measured.
const EVERY: u16 = 12;
/// That many pixels of another colour in one row are text and not an edge.
const INK: usize = 24;

/// What there is to be seen in the middle of the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sight {
    Text,
    Nothing,
}

/// The screen. It ends with this value.
pub struct Screen {
    servers: Vec<Child>,
    display: String,
    bus: String,
    connection: RustConnection,
    root: u32,
}

impl Screen {
    /// A new screen with nothing on it, and a message bus of its own.
    pub fn start() -> Outcome<Screen> {
        let size = format!("{WIDTH}x{HEIGHT}x24");
        let (xvfb, number) = server(Command::new("Xvfb").args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            &size,
            "-nolisten",
            "tcp",
        ]))?;
        let (dbus, bus) =
            server(Command::new("dbus-daemon").args(["--session", "--nofork", "--print-address"]))?;
        let display = format!(":{number}");
        let Ok((connection, index)) = RustConnection::connect(Some(&display)) else {
            return failed("screen", "the virtual screen does not answer");
        };
        let Some(root) = connection.setup().roots.get(index).map(|screen| screen.root) else {
            return failed("screen", "the virtual screen is empty");
        };
        Ok(Screen {
            servers: vec![xvfb, dbus],
            display,
            bus,
            connection,
            root,
        })
    }

    /// Lets a program show itself on this screen.
    pub fn lend(&self, program: &mut Command) {
        program
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus);
    }

    /// Waits until text is in the middle of the screen. None after `patience`.
    pub fn wait_for_text(&self, patience: Duration) -> Option<Instant> {
        self.wait(patience, Sight::Text)
    }

    /// Waits until the screen is empty again.
    pub fn wait_for_nothing(&self, patience: Duration) -> Option<Instant> {
        self.wait(patience, Sight::Nothing)
    }

    fn wait(&self, patience: Duration, wanted: Sight) -> Option<Instant> {
        let begun = Instant::now();
        while begun.elapsed() < patience {
            if self.look() == wanted {
                return Some(Instant::now());
            }
            std::thread::sleep(Duration::from_millis(4));
        }
        None
    }

    fn look(&self) -> Sight {
        let rows = MIDDLE.step_by(usize::from(EVERY)).filter_map(|y| {
            let y = i16::try_from(y).ok()?;
            self.connection
                .get_image(ImageFormat::Z_PIXMAP, self.root, 0, y, WIDTH, 1, u32::MAX)
                .ok()
        });
        // Ask for all before reading the first.
        let asked: Vec<_> = rows.collect();
        let text = asked
            .into_iter()
            .filter_map(|row| row.reply().ok())
            .any(|row| is_text(&row.data));
        if text { Sight::Text } else { Sight::Nothing }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for server in &mut self.servers {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

/// True if the row has dark ink on light paper. The empty screen is black.
fn is_text(row: &[u8]) -> bool {
    let light = |pixel: &&[u8]| pixel.iter().take(3).all(|&part| part > 200);
    let ink = |pixel: &&[u8]| {
        pixel.iter().take(3).all(|&part| part < 110) && pixel.iter().take(3).any(|&part| part > 16)
    };
    let pixels = || row.chunks_exact(4);
    pixels().filter(light).count() > usize::from(WIDTH) / 4 && pixels().filter(ink).count() >= INK
}

/// Starts a server and reads the line it prints when it is ready.
fn server(command: &mut Command) -> Outcome<(Child, String)> {
    let name = command.get_program().to_string_lossy().into_owned();
    let Ok(mut child) = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
    else {
        return failed("screen", format!("{name} cannot be started"));
    };
    let line = child.stdout.as_mut().and_then(first_line);
    match line {
        Some(line) => Ok((child, line)),
        None => failed("screen", format!("{name} ended at once")),
    }
}

fn first_line(output: &mut ChildStdout) -> Option<String> {
    let mut line = String::new();
    BufReader::new(output)
        .read_line(&mut line)
        .ok()
        .filter(|&length| length > 1)?;
    Some(line.trim().to_owned())
}
