//! Declares the window's commands to Tauri.
//!
//! Without this list Tauri lets every window call every command. It is made from the contract, so a
//! new command is refused until a capability grants it.

macro_rules! names {
    ($($group:ident { $($(#[$doc:meta])* $name:ident: $request:ty => $reply:ty,)* })*) => {
        const COMMANDS: &[&str] = &[$($(stringify!($name),)*)*];
    };
}

durumi_api::with_commands!(names);

fn main() {
    let commands = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))
        .expect("tauri.conf.json and the capabilities fit the command list");
}
