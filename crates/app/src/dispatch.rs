//! Commands by name, for drivers that speak JSON.

use durumi_api::{Failure, with_commands};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::App;

macro_rules! dispatch_commands {
    ($($group:ident { $($(#[$doc:meta])* $name:ident: $request:ty => $reply:ty,)* })*) => {
        impl App {
            /// Carries out the command `name` with a request as JSON.
            pub fn dispatch(&self, name: &str, request: Value) -> Result<Value, Failure> {
                match name {
                    $($(stringify!($name) => encode(self.$name(decode(name, request)?)?),)*)*
                    _ => Err(Failure::BadRequest { what: "command".to_owned() }),
                }
            }
        }
    };
}

with_commands!(dispatch_commands);

fn decode<T: DeserializeOwned>(command: &str, request: Value) -> Result<T, Failure> {
    serde_json::from_value(request).map_err(|error| Failure::BadRequest {
        what: what_is_wrong(command, &error),
    })
}

fn encode<T: Serialize>(reply: T) -> Result<Value, Failure> {
    serde_json::to_value(reply).map_err(|_| Failure::Internal)
}

/// The missing field, or else the command: serde's own words may repeat what the person typed.
fn what_is_wrong(command: &str, error: &serde_json::Error) -> String {
    let words = error.to_string();
    let missing = words
        .strip_prefix("missing field `")
        .and_then(|rest| rest.split('`').next());
    missing.unwrap_or(command).to_owned()
}
