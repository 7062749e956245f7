//! Who may call what.
//!
//! At start the window may call the commands in `capabilities/reading.json`. The notebook's commands
//! are granted after the notebook was opened, and to take them back the process ends: Tauri can add
//! a capability but not remove one, and locking replaces the process anyway.

use durumi_api::Failure;
use tauri::ipc::CapabilityBuilder;
use tauri::{Manager, WebviewWindow};

macro_rules! notebook_commands {
    ($reader:ident { $($rest:tt)* } notebook { $($(#[$doc:meta])* $name:ident: $request:ty => $reply:ty,)* }) => {
        const NOTEBOOK: &[&str] = &[$(stringify!($name),)*];
    };
}

durumi_api::with_commands!(notebook_commands);

/// Lets this window call the notebook's commands until the process ends.
pub fn notebook(window: &WebviewWindow) -> Result<(), Failure> {
    let capability = NOTEBOOK.iter().fold(
        CapabilityBuilder::new("notebook").window(window.label()),
        |all, command| all.permission(permission(command)),
    );
    window.add_capability(capability).map_err(|_| Failure::Internal)
}

/// The name that tauri-build gives to the permission to call a command.
fn permission(command: &str) -> String {
    format!("allow-{}", command.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! reader_commands {
        (reader { $($(#[$doc:meta])* $name:ident: $request:ty => $reply:ty,)* } $($rest:tt)*) => {
            const READER: &[&str] = &[$(stringify!($name),)*];
        };
    }

    durumi_api::with_commands!(reader_commands);

    #[test]
    fn before_unlocking_the_window_may_call_exactly_the_reader_commands() {
        let capability: serde_json::Value =
            serde_json::from_str(include_str!("../capabilities/reading.json"))
                .expect("the capability is JSON");
        let granted: Vec<_> = capability["permissions"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|p| p.as_str())
            .collect();
        let expected: Vec<_> = READER.iter().map(|command| permission(command)).collect();
        assert_eq!(granted, expected);
        for command in NOTEBOOK {
            assert!(
                !granted.contains(&permission(command).as_str()),
                "{command} is granted while reading"
            );
        }
    }

    #[test]
    fn nothing_but_the_reading_capability_is_built_in() {
        let files: Vec<_> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/capabilities"))
            .unwrap()
            .map(|file| file.unwrap().file_name())
            .collect();
        assert_eq!(files, ["reading.json"]);
        let config: serde_json::Value = serde_json::from_str(include_str!("../tauri.conf.json")).unwrap();
        assert_eq!(
            config["app"]["security"]["capabilities"],
            serde_json::json!(["reading"])
        );
    }
}
