//! An empty window: what `cargo xtask bench start` measures ours against.
//!
//! The same Tauri from the same lock file with its defaults, one page with one line, no commands.

fn main() {
    tauri::Builder::default()
        .run(tauri::generate_context!("examples/empty/tauri.conf.json"))
        .expect("the web view's libraries are installed");
}
