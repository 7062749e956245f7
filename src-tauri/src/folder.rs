//! The system's own dialog to choose a folder.
//!
//! On Linux it is GTK's, which the web view has loaded already, so nothing is added for it. Elsewhere there is none yet:
//! the screen then lets the person type the path.

use durumi_api::{Failure, FolderChoose, FolderChosen};
use tauri::WebviewWindow;

/// Asks the person, and waits for the answer. Not to be called on the main thread.
pub fn choose(window: &WebviewWindow, words: FolderChoose) -> Result<FolderChosen, Failure> {
    #[cfg(target_os = "linux")]
    return linux::choose(window, words);
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (window, words);
        Ok(FolderChosen {
            asked: false,
            folder: None,
        })
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::{cell::RefCell, rc::Rc, sync::mpsc};

    use durumi_api::{Failure, FolderChoose, FolderChosen};
    use gtk::prelude::{FileChooserExt, NativeDialogExt};
    use tauri::WebviewWindow;

    pub(super) fn choose(window: &WebviewWindow, words: FolderChoose) -> Result<FolderChosen, Failure> {
        let (answer, answered) = mpsc::channel();
        let asked = window.clone();
        window
            .run_on_main_thread(move || show(&asked, &words, answer))
            .map_err(|_| Failure::Internal)?;
        // It comes when the person has answered, or never, when the window is gone: then the sender is too.
        let folder = answered.recv().map_err(|_| Failure::Internal)?;
        Ok(FolderChosen { asked: true, folder })
    }

    fn show(window: &WebviewWindow, words: &FolderChoose, answer: mpsc::Sender<Option<String>>) {
        let dialog = gtk::FileChooserNative::new(
            Some(&words.title),
            window.gtk_window().ok().as_ref(),
            gtk::FileChooserAction::SelectFolder,
            Some(&words.accept),
            Some(&words.cancel),
        );
        dialog.set_modal(true);
        // Nothing else holds the dialog while it is open.
        let kept = Rc::new(RefCell::new(None));
        let held = Rc::clone(&kept);
        dialog.connect_response(move |dialog, response| {
            let chosen = (response == gtk::ResponseType::Accept).then(|| dialog.filename());
            let folder = chosen.flatten().and_then(|path| path.to_str().map(str::to_owned));
            // Whoever asked may be gone.
            let _ = answer.send(folder);
            held.take();
        });
        dialog.show();
        kept.replace(Some(dialog));
    }
}
