//! A page that tries every way to reach the network, in a process that is confined as the window's is and
//! without the content security policy: what is left is the system's refusal alone. `tests/e2e/window/network.mjs` watches.

fn main() {
    durumi_window::confine_this_process();
    tauri::Builder::default()
        .run(tauri::generate_context!("examples/network/tauri.conf.json"))
        .expect("the web view's libraries are installed");
}
