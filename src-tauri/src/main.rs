//! The window's program. Everything is in the library, so that Android and iOS can load it too.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    durumi_window::run();
}
