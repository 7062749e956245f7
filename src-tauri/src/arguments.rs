//! What the program is told when it is started.
//!
//! `--data DIR` names the data folder. The rest is for the program itself, when it starts again
//! after locking: where the window was and how it looked. Arguments can be read by anyone on the
//! computer, so nothing else may ever be among them.

use std::ffi::OsString;
use std::path::PathBuf;

/// The arguments, as far as they are understood. Anything else is passed over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arguments {
    /// The data folder, if one was named.
    pub data: Option<PathBuf>,
    /// Where to put the window; none at the first start.
    pub place: Option<Place>,
    /// How the screen looked, as `name=value` pairs of [`LOOKS`].
    pub looks: Vec<(String, String)>,
}

/// Where the window is on the screen, in physical pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// Without the frame.
    pub width: u32,
    /// Without the frame.
    pub height: u32,
}

/// What of the fragment of the page's address outlives a lock, with the only values it may have. The
/// other side is `ui/src/features/settings`.
pub const LOOKS: &[(&str, &[&str])] = &[
    ("language", &["ko-KP", "ko", "ru", "en"]),
    ("theme", &["system", "light", "dark"]),
    ("size", &["100", "125", "150"]),
    ("idle", &["1", "5", "15"]),
    ("keyboard", &["on"]),
    // An empty sheet until the person asks for more.
    ("covered", &[""]),
];

impl Arguments {
    /// The arguments of this process.
    pub fn of_this_process() -> Arguments {
        Arguments::parse(std::env::args_os().skip(1))
    }

    fn parse(given: impl IntoIterator<Item = OsString>) -> Arguments {
        let mut arguments = Arguments::default();
        let mut given = given.into_iter();
        while let Some(name) = given.next() {
            match name.to_str() {
                Some("--data") => arguments.data = given.next().map(PathBuf::from),
                Some("--place") => {
                    arguments.place = given
                        .next()
                        .as_deref()
                        .and_then(std::ffi::OsStr::to_str)
                        .and_then(Place::parse);
                }
                Some("--looks") => {
                    let pairs = given.next().unwrap_or_default();
                    arguments.looks = looks(pairs.to_str().unwrap_or_default());
                }
                _ => {}
            }
        }
        arguments
    }

    /// The arguments as they are given to the next process.
    pub fn to_command_line(&self) -> Vec<OsString> {
        let mut all = Vec::new();
        if let Some(data) = &self.data {
            all.extend(["--data".into(), data.clone().into_os_string()]);
        }
        if let Some(Place { x, y, width, height }) = self.place {
            all.extend(["--place".into(), format!("{x},{y},{width},{height}").into()]);
        }
        if !self.looks.is_empty() {
            all.extend(["--looks".into(), fragment(&self.looks).into()]);
        }
        all
    }
}

impl Place {
    fn parse(text: &str) -> Option<Place> {
        let mut parts = text.split(',');
        let place = Place {
            x: parts.next()?.parse().ok()?,
            y: parts.next()?.parse().ok()?,
            width: parts.next()?.parse().ok()?,
            height: parts.next()?.parse().ok()?,
        };
        let sensible = (1..=16_384).contains(&place.width) && (1..=16_384).contains(&place.height);
        (sensible && parts.next().is_none()).then_some(place)
    }
}

/// The pairs of a fragment that are among [`LOOKS`]; the rest is dropped.
pub fn looks(fragment: &str) -> Vec<(String, String)> {
    let allowed = |name: &str, value: &str| {
        LOOKS
            .iter()
            .any(|(known, values)| *known == name && values.contains(&value))
    };
    fragment
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .filter(|(name, value)| allowed(name, value))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// The pairs as a fragment. They need no escaping: [`LOOKS`] has no such characters.
pub fn fragment(looks: &[(String, String)]) -> String {
    looks
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect::<Vec<_>>()
        .join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_handed_to_the_next_process_is_read_back() {
        let arguments = Arguments {
            data: Some("somewhere/else".into()),
            place: Some(Place {
                x: -3,
                y: 20,
                width: 900,
                height: 700,
            }),
            looks: vec![
                ("language".into(), "ko-KP".into()),
                ("theme".into(), "dark".into()),
            ],
        };
        assert_eq!(Arguments::parse(arguments.to_command_line()), arguments);
    }

    #[test]
    fn nothing_but_known_looks_can_get_onto_the_command_line() {
        assert_eq!(
            looks("note=secret&language=ru&theme=red&language=xx"),
            [("language".into(), "ru".into())]
        );
    }

    #[test]
    fn a_place_that_makes_no_sense_is_passed_over() {
        for text in ["", "1,2,3", "1,2,0,4", "1,2,3,4,5", "1,2,99999,4", "a,b,c,d"] {
            assert_eq!(Place::parse(text), None, "{text}");
        }
    }
}
