//! The one window.

use tauri::webview::{Color, NewWindowResponse};
use tauri::{
    AppHandle, LogicalSize, PhysicalPosition, PhysicalSize, Url, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder,
};

use crate::arguments::{self, Arguments};
use crate::scratch::Scratch;

const LABEL: &str = "main";
const TITLE: &str = "Durumi";
const SIZE: LogicalSize<f64> = LogicalSize::new(1100.0, 740.0);
const SMALLEST: LogicalSize<f64> = LogicalSize::new(360.0, 560.0);

/// Opens the window: at its former place after a lock, else where the system likes.
pub fn open(app: &AppHandle, arguments: &Arguments, scratch: &Scratch) -> tauri::Result<()> {
    let page = format!("index.html#{}", arguments::fragment(&arguments.looks));
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App(page.into()))
        .title(TITLE)
        .inner_size(SIZE.width, SIZE.height)
        .min_inner_size(SMALLEST.width, SMALLEST.height)
        .incognito(!cfg!(feature = "driver"))
        // Until the page is painted; without it every lock would flash grey.
        .background_color(paper(arguments))
        .data_directory(scratch.folder().to_owned())
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .devtools(cfg!(debug_assertions))
        // A file dropped on the window goes to the page, which may attach it.
        .disable_drag_drop_handler()
        .build()?;
    if let Some(place) = arguments.place {
        window.set_size(PhysicalSize::new(place.width, place.height))?;
        window.set_position(PhysicalPosition::new(place.x, place.y))?;
    }
    #[cfg(target_os = "linux")]
    linux::set_up(&window)?;
    Ok(())
}

/// The page's own paper, as in `ui/src/styles/tokens.css`.
fn paper(arguments: &Arguments) -> Color {
    let is_dark = arguments
        .looks
        .iter()
        .any(|(name, value)| name == "theme" && value == "dark");
    if is_dark {
        Color(0x13, 0x1b, 0x1a, 0xff)
    } else {
        Color(0xfa, 0xf8, 0xf3, 0xff)
    }
}

/// The page's own address. On Windows and Android Tauri serves it as `http://tauri.localhost`.
fn is_ours(address: &Url) -> bool {
    matches!(
        (address.scheme(), address.host_str()),
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost"))
    )
}

#[cfg(target_os = "linux")]
mod linux {
    use gtk::prelude::*;
    use webkit2gtk::{
        ContextMenu, ContextMenuAction, ContextMenuExt, ContextMenuItemExt, HardwareAccelerationPolicy,
        InputMethodContextExt, SettingsExt, WebContextExt, WebViewExt,
    };

    pub fn set_up(window: &super::WebviewWindow) -> tauri::Result<()> {
        if let Some(settings) = gtk::Settings::default() {
            // Or a chosen file's name is kept in the user's list of recent files.
            settings.set_property("gtk-recent-files-enabled", false);
        }
        window.with_webview(|view| {
            let view = view.inner();
            if let Some(input) = view.input_method_context() {
                // wry switches it off; without it the last Hangul syllable is lost at a click (measured).
                input.set_enable_preedit(true);
            }
            if let Some(context) = view.context() {
                context.set_spell_checking_enabled(false);
            }
            if let Some(settings) = WebViewExt::settings(&view) {
                // Ours is text on paper. Drawn by the graphics driver, the first picture took 1.9 s instead
                // of 0.5 s and all processes 375 MB instead of 260 MB (measured, without a graphics card).
                settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
                settings.set_enable_dns_prefetching(false);
                settings.set_enable_html5_database(false);
                settings.set_enable_html5_local_storage(false);
                settings.set_enable_offline_web_application_cache(false);
                settings.set_enable_page_cache(false);
                settings.set_enable_webgl(false);
                settings.set_enable_webaudio(false);
                settings.set_enable_media_stream(false);
                settings.set_enable_back_forward_navigation_gestures(false);
            }
            view.connect_context_menu(|_, menu, _, _| {
                keep_editing_only(menu);
                // True would show no menu at all.
                menu.n_items() == 0
            });
        })
    }

    /// Takes *Reload*, *Back*, *Open link* and their like out of the menu.
    fn keep_editing_only(menu: &ContextMenu) {
        for item in menu.items() {
            let keep = matches!(
                item.stock_action(),
                ContextMenuAction::Copy
                    | ContextMenuAction::Cut
                    | ContextMenuAction::Paste
                    | ContextMenuAction::Delete
                    | ContextMenuAction::SelectAll
                    | ContextMenuAction::InputMethods
            );
            if !keep {
                menu.remove(&item);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_nowhere_but_to_its_own_page() {
        let goes = |address: &str| is_ours(&Url::parse(address).unwrap());
        assert!(goes("tauri://localhost/index.html?language=ru"));
        for address in [
            "https://example.org/",
            "file:///etc/passwd",
            "tauri://other/",
            "about:blank",
            "http://localhost/",
            "data:text/html,x",
        ] {
            assert!(!goes(address), "{address}");
        }
    }
}
