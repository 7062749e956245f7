//! `cargo xtask run`: the window, open.

use crate::steps::{Outcome, root, step, target};
use crate::{test, tools, ui, window};

/// Builds everything and opens the window. Without a display it is driven in a virtual one instead.
pub fn run() -> Outcome {
    if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
        return run_without_display();
    }
    tools::to_build()?;
    ui::build()?;
    let window = window::shipped()?;
    let mut command = std::process::Command::new(window);
    command.current_dir(root());
    step("Durumi", command)
}

fn run_without_display() -> Outcome {
    eprintln!("xtask: there is no display here; the window is driven in a virtual one");
    tools::to_test()?;
    ui::build()?;
    test::window_journeys(&mut crate::steps::Tally::default())?;
    println!(
        "\nThe pictures of each step are in {}",
        target().join("e2e/window").display()
    );
    Ok(())
}
