//! The one list of commands.

/// Calls `$then!` with every command: who may call it, its name, request and reply.
///
/// `reader` commands may be called by any window. `notebook` commands are granted to a window only
/// after the notebook was opened, and answer [`crate::Failure::Locked`] otherwise.
#[macro_export]
macro_rules! with_commands {
    ($then:path) => {
        $then! {
            reader {
                /// What the program is showing now: the library only, a locked notebook, or an open one.
                app_state: AppStateAsk => AppState,
                /// Which pack the library holds, how old it is and who checked it.
                library_about: LibraryAbout => AboutPack,
                /// All articles of the library, as cards, in reading order.
                library_articles: LibraryArticles => Vec<ArticleCard>,
                /// One article in one or more languages, block by block.
                library_article: LibraryArticle => Article,
                /// All contacts.
                library_contacts: LibraryContacts => Vec<Contact>,
                /// All phrase cards, each in every language.
                library_phrases: LibraryPhrases => Vec<Phrase>,
                /// All places, as cards.
                place_list: PlaceList => Vec<PlaceCard>,
                /// One place and who can be turned to from there.
                place_show: PlaceShow => Place,
                /// All time limits.
                deadline_list: DeadlineList => Vec<Deadline>,
                /// The last day of a time limit, counted from a day.
                deadline_count: DeadlineCount => DeadlineDay,
                /// Searches the library.
                library_search: LibrarySearch => Vec<SearchHit>,
                /// Searches the library and, when the notebook is open, the notebook, in one list.
                search: Search => Vec<SearchHit>,
                /// Which sticks with packs are plugged in.
                pack_sticks: PackSticks => Vec<PackStick>,
                /// Begins to hand over a file with packs.
                pack_file_start: PackFileStart => PackFileTicket,
                /// Hands over the next piece of the file.
                pack_file_add: PackFileAdd => Done,
                /// Verifies packs and says who signed them and what they would change. Installs nothing.
                pack_look: PackLook => PackOffer,
                /// Installs what was looked at: all of it or nothing.
                pack_install: PackInstall => Done,
                /// Which packs are here, and what their last update changed.
                pack_list: PackList => Vec<InstalledPack>,
                /// Removes a pack that is not listed any more.
                pack_remove: PackRemove => Done,
                /// Says how hard a passphrase is to guess. Nothing is kept.
                passphrase_strength: PassphraseStrength => Strength,
                /// Makes the notebook and opens it.
                notebook_create: NotebookCreate => AppState,
                /// Makes an empty copy of another device's notebook, by its invitation, and opens it.
                notebook_join: NotebookJoin => AppState,
                /// Opens the notebook.
                notebook_unlock: NotebookUnlock => AppState,
                /// Opens the notebook by a recovery code or shares, and gives it a new passphrase.
                notebook_recover: NotebookRecover => AppState,
                /// Where copies of a notebook can be put, and which are there.
                backup_places: BackupPlaces => Vec<BackupPlace>,
                /// Makes the notebook from a copy, where there is none yet.
                backup_restore: BackupRestore => AppState,
                /// Closes the notebook and forgets its keys. Harmless when nothing is open.
                notebook_lock: NotebookLock => AppState,
                /// Destroys every key and removes every file. Nothing brings them back.
                erase_everything: EraseEverything => AppState,
            }
            notebook {
                /// Makes a second notebook, over an earlier one.
                second_notebook_create: SecondNotebookCreate => Done,
                /// Sets the passphrase that opens this notebook and forgets the other.
                forgetting_passphrase_set: ForgettingPassphraseSet => Done,
                /// Gives the notebook another passphrase.
                passphrase_change: PassphraseChange => Done,
                /// Switches erasing everything after wrong tries on or off.
                erase_after_set: EraseAfterSet => Done,
                /// How the notebook is kept: erasing, recovery codes and when they were tried.
                safety_show: SafetyShow => Safety,
                /// Makes a recovery code or shares, to be written down. Nothing is stored yet.
                recovery_begin: RecoveryBegin => RecoveryDraft,
                /// Proves that they were written down, and stores the slot that they open.
                recovery_confirm: RecoveryConfirm => Safety,
                /// Forgets what was begun.
                recovery_cancel: RecoveryCancel => Done,
                /// Tries a recovery code or shares without changing anything.
                recovery_drill: RecoveryDrill => Safety,
                /// Takes a recovery code or shares back.
                recovery_remove: RecoveryRemove => Safety,
                /// Checks the keys, the library and the notebook, and repairs what can be repaired.
                vault_check: VaultCheck => VaultReport,
                /// Which copies of the open notebook were made from here.
                backup_show: BackupShow => BackupStanding,
                /// Makes a copy of the open notebook and reads it again.
                backup_make: BackupMake => BackupStanding,
                /// Reads a copy from end to end.
                backup_check: BackupCheck => BackupStanding,
                /// All cases, the one changed last first.
                case_list: CaseList => Vec<Case>,
                /// Begins a case.
                case_create: CaseCreate => Case,
                /// Gives a case another title.
                case_rename: CaseRename => Case,
                /// One case with its timeline and attachments.
                case_show: CaseShow => CaseView,
                /// Removes a case with everything in it.
                case_delete: CaseDelete => Done,
                /// Writes a note: a new one, or a change to an existing one.
                note_save: NoteSave => Note,
                /// One note.
                note_show: NoteShow => Note,
                /// Removes a note.
                note_delete: NoteDelete => Done,
                /// The attachments of a case.
                attachment_list: AttachmentList => Vec<Attachment>,
                /// Begins to attach a file. Nothing shows until `attachment_finish`.
                attachment_start: AttachmentStart => AttachmentTicket,
                /// Hands over the next chunk of the file.
                attachment_add: AttachmentAdd => Done,
                /// Ends the file and makes it part of the case.
                attachment_finish: AttachmentFinish => Attachment,
                /// One chunk of an attachment.
                attachment_read: AttachmentRead => AttachmentData,
                /// Removes an attachment.
                attachment_delete: AttachmentDelete => Done,
                /// The places that the notebook is synced through, and what was set aside.
                sync_list: SyncList => SyncState,
                /// Turns a folder on and syncs through it.
                sync_folder: SyncFolder => SyncReport,
                /// Syncs through every place that is turned on.
                sync_now: SyncNow => Vec<SyncReport>,
                /// Visits the places whose time has come.
                sync_tick: SyncTick => Vec<SyncReport>,
                /// How far a visit is; answered while one is under way.
                sync_progress: SyncProgressAsk => SyncProgress,
                /// Ends the visit that is under way.
                sync_cancel: SyncCancel => Done,
                /// Turns a place on or off.
                sync_switch: SyncSwitch => Done,
                /// Forgets a place.
                sync_forget: SyncForget => Done,
                /// The sticks that are plugged in.
                sync_sticks: SyncSticks => Vec<SyncStick>,
                /// Makes new keys for places, because a device was removed.
                sync_new_keys: SyncNewKeys => Vec<SyncReport>,
                /// Takes in new keys that another device has made.
                sync_take_keys: SyncTakeKeys => Done,
                /// Visits every place once more, then forgets them all.
                sync_leave: SyncLeave => SyncLeft,
                /// Lets the person choose a folder.
                folder_choose: FolderChoose => FolderChosen,
                /// Makes an invitation for another device of the same person.
                sync_invite: SyncInvite => Invitation,
            }
        }
    };
}
