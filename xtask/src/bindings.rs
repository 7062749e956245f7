//! `cargo xtask bindings`: the contract in TypeScript.

use crate::steps::{Outcome, failed, root};

/// Writes `ui/src/api/contract.ts`, if it would change.
pub fn write() -> Outcome {
    let file = root().join("ui/src/api/contract.ts");
    let contract = durumi_api::typescript::contract();
    if std::fs::read_to_string(&file).is_ok_and(|there| there == contract) {
        return Ok(());
    }
    let folder = root().join("ui/src/api");
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&file, contract))
        .or_else(|why| {
            failed(
                "bindings",
                format!("ui/src/api/contract.ts cannot be written: {why}"),
            )
        })
}
