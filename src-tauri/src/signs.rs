//! Signs that the person is going away: the lid, sleep, the screen lock.
//!
//! The desktop tells them over its two message buses. Each hides the window as *Esc* twice does. Sleep is
//! held up for that moment (a "delay inhibitor" of logind, which waits five seconds at most), or the
//! computer would sleep with the notebook's keys in its memory and wake with the note on the screen.
//!
//! Whoever can speak on these buses can lock the notebook, and that is all they can do. A session's lock is
//! heeded whoever's session it is: asking which one is ours could fail, and locking too often harms less
//! than once too seldom. Where there is no bus, idle time, *Esc* and the button remain.

/// Begins to heed them. Never fails: a sign that cannot be had is one that does not come.
pub fn watch(app: &tauri::AppHandle) {
    #[cfg(target_os = "linux")]
    linux::watch(app);
    #[cfg(not(target_os = "linux"))]
    let _ = app;
}

#[cfg(target_os = "linux")]
mod linux {
    use std::cell::RefCell;
    use std::rc::Rc;

    use gio::{BusType, Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags, UnixFDList};
    use glib::{ToVariant, Variant};
    use tauri::AppHandle;

    use crate::leave;

    const LOGIND: &str = "org.freedesktop.login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    const SESSION: &str = "org.freedesktop.login1.Session";
    const POWER: &str = "org.freedesktop.UPower";
    const SCREEN_SAVERS: [&str; 5] = [
        "org.freedesktop.ScreenSaver",
        "org.gnome.ScreenSaver",
        "org.cinnamon.ScreenSaver",
        "org.mate.ScreenSaver",
        "org.xfce.ScreenSaver",
    ];
    /// How long logind may take to answer, in milliseconds. The window does not wait for it.
    const ANSWER_MS: i32 = 5000;

    pub fn watch(app: &AppHandle) {
        let handle = app.clone();
        gio::bus_get(BusType::System, Cancellable::NONE, move |bus| {
            if let Ok(bus) = bus {
                heed_sleep(&bus, handle.clone());
                heed_session_lock(&bus, handle.clone());
                heed_lid(&bus, handle);
                keep(bus);
            }
        });
        let handle = app.clone();
        gio::bus_get(BusType::Session, Cancellable::NONE, move |bus| {
            if let Ok(bus) = bus {
                heed_screen_savers(&bus, &handle);
                keep(bus);
            }
        });
    }

    /// For as long as the program runs: with its last owner a connection ends, and with it all that is heeded.
    fn keep(bus: DBusConnection) {
        std::mem::forget(bus);
    }

    /// What keeps sleep waiting. It ends when it is dropped, or with this process.
    type Delay = Rc<RefCell<Option<UnixFDList>>>;

    fn heed_sleep(bus: &DBusConnection, app: AppHandle) {
        // Or the program would be ended when the bus is.
        bus.set_exit_on_close(false);
        let delay = Delay::default();
        ask_for_delay(bus, &delay);
        heed(bus, Some(LOGIND), MANAGER, "PrepareForSleep", move |bus, told| {
            if first_is_true(told) {
                if !leave::because_of_a_sign(&app) {
                    delay.take();
                }
            } else {
                ask_for_delay(bus, &delay);
            }
        });
    }

    fn ask_for_delay(bus: &DBusConnection, delay: &Delay) {
        let delay = Rc::clone(delay);
        let what = ("sleep", "Durumi", "Locks before the computer sleeps", "delay").to_variant();
        bus.call_with_unix_fd_list(
            Some(LOGIND),
            "/org/freedesktop/login1",
            MANAGER,
            "Inhibit",
            Some(&what),
            None,
            DBusCallFlags::NO_AUTO_START,
            ANSWER_MS,
            UnixFDList::NONE,
            Cancellable::NONE,
            move |answer| {
                delay.replace(answer.ok().map(|(_, held)| held));
            },
        );
    }

    fn heed_session_lock(bus: &DBusConnection, app: AppHandle) {
        heed(bus, Some(LOGIND), SESSION, "Lock", move |_, _| {
            leave::because_of_a_sign(&app);
        });
    }

    /// Also where closing the lid lets the computer run on.
    fn heed_lid(bus: &DBusConnection, app: AppHandle) {
        let properties = "org.freedesktop.DBus.Properties";
        heed(
            bus,
            Some(POWER),
            properties,
            "PropertiesChanged",
            move |_, told| {
                let changed = told
                    .try_child_value(1)
                    .map(|changed| glib::VariantDict::new(Some(&changed)));
                let closed = changed.and_then(|changed| changed.lookup::<bool>("LidIsClosed").ok().flatten());
                if closed == Some(true) {
                    leave::because_of_a_sign(&app);
                }
            },
        );
    }

    fn heed_screen_savers(bus: &DBusConnection, app: &AppHandle) {
        bus.set_exit_on_close(false);
        for saver in SCREEN_SAVERS {
            let app = app.clone();
            heed(bus, None, saver, "ActiveChanged", move |_, told| {
                if first_is_true(told) {
                    leave::because_of_a_sign(&app);
                }
            });
        }
    }

    /// Calls this whenever the sign comes, until the process ends.
    fn heed(
        bus: &DBusConnection,
        sender: Option<&str>,
        interface: &str,
        sign: &str,
        then: impl Fn(&DBusConnection, &Variant) + 'static,
    ) {
        let flags = DBusSignalFlags::NONE;
        let _ = bus.signal_subscribe(
            sender,
            Some(interface),
            Some(sign),
            None,
            None,
            flags,
            move |bus, _, _, _, _, told| then(bus, told),
        );
    }

    fn first_is_true(told: &Variant) -> bool {
        told.try_child_value(0).and_then(|first| first.get::<bool>()) == Some(true)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn only_a_true_in_front_counts() {
            assert!(first_is_true(&(true,).to_variant()));
            assert!(!first_is_true(&(false,).to_variant()));
            assert!(!first_is_true(&("true",).to_variant()));
            assert!(!first_is_true(&().to_variant()));
            assert!(!first_is_true(&7u32.to_variant()));
        }
    }
}
