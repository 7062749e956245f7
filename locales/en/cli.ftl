# Help of the command line.
cli-about = Rights information that works without a network, and a locked notebook for cases.
cli-data = Folder with the data; without it, the usual place of this computer.
cli-language = Language of the words and of the library: ko-KP, ko, ru or en.
cli-batch = Read commands as lines of JSON and answer each with a line of JSON.
cli-search = Search the library.
cli-search-notebook = Search the notebook too; asks for the passphrase.
cli-deadline = Show the time limits, and count the last day of one.
cli-deadline-id = Which time limit; without it, all are listed.
cli-deadline-day = The day on which it happened.

cli-library = Read the library.
cli-library-install = Put a pack into the library, straight from its source folder, to try it out.
cli-library-list = List the articles.
cli-library-show = Show an article.
cli-library-beside = A second language, shown below each part.
cli-library-easy = The article in easy words, where it has them.
cli-library-contacts = List the contacts.
cli-library-cards = List the cards to show to an officer or a doctor.
cli-library-places = List the towns.
cli-library-packs = List the packs of the library and what changed in them.
cli-library-remove = Remove a pack that is no longer published.
cli-library-place = Show a town and who can be turned to from there.

cli-notebook = Set up and open the notebook.
cli-notebook-create = Make a new notebook with a passphrase.
cli-notebook-open-shelf = Let the library be read without the passphrase.
cli-notebook-unlock = See whether the passphrase opens the notebook.
cli-notebook-passphrase = Change the passphrase.
cli-notebook-recovery = Make recovery digits for a forgotten passphrase; with --shares, in five parts of which three are enough.
cli-notebook-shares = In five parts, for five people.
cli-notebook-recovery-try = See whether the recovery digits still open the notebook.
cli-notebook-recovery-remove = Take the recovery digits or parts back.
cli-notebook-recover = Open the notebook by recovery digits, words or three parts, and set a new passphrase.
cli-notebook-erase-after = Erase everything after so many wrong passphrases, 5 to 100; 0 for never. It goes for all that is kept here.

cli-case = Work with cases.
cli-case-new = Start a case.
cli-case-list = List the cases.
cli-case-show = Show a case with its notes and files.
cli-case-rename = Give a case another name.
cli-case-delete = Delete a case with its notes and files, for ever.

cli-note = Work with the notes of a case.
cli-note-add = Add a note to a case.
cli-note-edit = Write a note anew. Its day and place stay unless you give others.
cli-note-date = The day it happened, written like 2026-11-24; empty for no day.
cli-note-place = Ask for the place too, one line before the text.
cli-note-delete = Delete a note for ever.

cli-file = Work with the files of a case.
cli-file-add = Put a locked copy of a file into a case.
cli-file-read = Write the content of a file to standard output.
cli-file-delete = Delete a file from its case for ever.

cli-pack = Make packs for the library.
cli-pack-check = Check the source of a pack and count what is in it.
cli-pack-build = Check the source of a pack and build the pack.

# Questions.
cli-ask-passphrase = Passphrase:
cli-ask-new-passphrase = New passphrase (at least 8 characters):
cli-ask-again = The same passphrase again:
cli-ask-title = Name of the case:
cli-ask-place = Where it happened:
cli-ask-text = Write the note; end with Ctrl-D.
cli-ask-recovery = Recovery digits or words:
cli-ask-share = Part { $number } of three:
cli-ask-back = Part { $paper }, group { $group }:

# Answers.
cli-created = The notebook is ready. Remember the passphrase: nobody can restore it.
cli-unlocked = The passphrase is right.
cli-changed = Done.
cli-paper = Part { $number }
cli-write-down = Write this down; it is shown only now. Then type back what is asked for.
cli-seconds = Seconds: { $seconds }
cli-mistyped = Part { $paper }, groups or words: { $groups }
cli-installed = The pack is in the library.
cli-built = The pack is built.
cli-nothing-found = Nothing found.

# The first word of a result.
cli-kind-article = article
cli-kind-contact = contact
cli-kind-phrase = card
cli-kind-place = town
cli-kind-case = case
cli-kind-note = note

# What went wrong, where the words for the window do not fit a terminal.
cli-error-wrong-passphrase-help = Check the keyboard layout and capital letters, and try again; what you type is not shown. After a few wrong tries there is a wait before the next. The notebook is unharmed.
cli-error-locked-help = Type the passphrase, or give it as the first line of standard input. What was saved is still there.
cli-error-no-notebook-help = Make one with: durumi notebook create. If you made one before, name its folder with --data.
cli-error-disk-full-help = Nothing of this was saved. Delete files you do not need and give the command again. What was saved before is still there.
cli-error-not-found-help = It may have been deleted, or its id is mistyped. The commands list, show and search print the ids.
cli-error-pack-refused = The pack breaks its rules.
cli-error-pack-refused-help = Mend these places and give the command again. Nothing was built or installed.
cli-error-internal-help = The notebook is unchanged. Give the command again. If it happens again, tell whoever gave you Durumi.
cli-error-passphrases-differ = The two passphrases are not the same.
cli-error-passphrases-differ-help = Nothing was made. Give the command again and type the same passphrase twice.
cli-error-file-unreadable = This file cannot be read.
cli-error-file-unreadable-help = Check its name and folder, and whether you may read it. Nothing was added.
cli-error-no-day = This day cannot be read.
cli-error-no-day-help = Write it like 2026-11-24, or leave --date out. Nothing was changed.
cli-place-read = What was read on { $date }
cli-contact-open = Open, according to a page of { $date }
cli-contact-closed = Closed, according to a page of { $date }
cli-contact-unknown = Nobody has checked whether it is open
cli-notebook-second = Make a second notebook with a passphrase of its own, over an earlier one.
cli-notebook-erase = Erase both notebooks and the library.
cli-notebook-forget-other = Set the passphrase that opens this notebook and forgets the other.
cli-ask-second-passphrase = Passphrase of the second notebook:
cli-ask-forgetting-passphrase = Passphrase that keeps only this notebook:
cli-ask-erase = To erase everything, type “{ $word }”:
cli-erase-word = erase
cli-second-replaced = If a second notebook was made here before, it is replaced, unless you type its passphrase.
cli-done = Done.
cli-not-erased = Nothing was erased.
cli-notebook-backup = Write a copy of the notebook into one file, and read it again.
cli-notebook-check-backup = See whether a copy can be read from end to end.
cli-notebook-restore = Make the notebook from a copy, where there is none yet.

# Signed packs.
cli-library-update = Verify signed packs in a folder, on a stick or in a file, and install what is newer.
cli-library-look = Only show who signed and what would change.
cli-pack-new = Start a new pack: a folder with examples to change.
cli-pack-keys = Make keys and say who may sign what.
cli-pack-keys-make = Make a key: a secret file behind a passphrase, and a public file to give away.
cli-pack-keys-roles = Draft who holds the root, lists the packs and publishes.
cli-pack-keys-pack = Draft who signs a pack.
cli-pack-keys-withdraw = Take a pack off the list of those that are published; it has to be signed afterwards.
cli-pack-sign = Put a pack into a repository and sign what is to be signed. Needs no network.
cli-pack-publish = Confirm what is signed as the newest and put it into a folder, on a stick or into one .durumi file.
cli-pack-verify = Verify a repository as a reader's program would.
cli-pack-diff = Show what changed between two versions of a pack.
cli-pack-contacts = Check contacts in a table.
cli-pack-contacts-export = Write one row for each contact into a CSV file.
cli-pack-contacts-import = Take over checks that two people have confirmed.
cli-pack-key = The secret key's file.
cli-pack-development = Use the keys that everybody has, to try things out.
cli-pack-pack = Source folder of the pack, or a built one.
cli-pack-days = For how many days this is promised to be the newest.
cli-pack-root = The root to trust, in place of the program's own.
cli-pack-holder = Public key file; may be given several times.
cli-pack-threshold = How many of them must sign.
cli-pack-name = Name that readers see.
cli-pack-made = The pack is started. Change the examples, then run durumi pack check.
cli-key-made = The key is made: { $id }. Keep the secret file and its passphrase apart.
cli-drafted = { $file } waits for signatures.
cli-signed = { $file } is signed.
cli-signed-missing = { $file } is signed; signatures still missing: { $count }.
cli-published = Published. New files: { $count }.
cli-contacts-written = Contacts written: { $count }.
cli-contacts-taken = Contacts confirmed by two people and taken over: { $count }.
cli-contact-one = { $id }: only one person confirmed it. Not taken over.
cli-contact-same = { $id }: both checks have the same initials. Not taken over.
cli-contact-day = { $id }: a day cannot be read or lies in the future. Not taken over.
cli-contact-unknown-id = { $id }: the pack has no such contact. Not taken over.
error-nothing-to-sign = Nothing here waits for this key.
error-nothing-to-sign-help = Nothing was changed. Check whether it is the right key, or whether it has signed already.
error-unsigned = Signatures are still missing.
error-unsigned-help = Nothing was published. Let everybody sign what is in the folder draft.
error-no-role = It is not decided who signs this pack.
error-no-role-help = Nothing was changed. Run durumi pack keys pack first, and have it signed.
error-not-newer = A pack of this version was signed before.
error-not-newer-help = Nothing was changed. Raise version in pack.toml.
error-file-exists = Something is there already.
error-file-exists-help = Nothing was changed. Choose another name.
cli-error-repository-refused-help = Nothing was changed.

# Exchange between devices.
cli-sync = Exchange the notebook between two devices of yours through a stick, a folder or a drive.
cli-sync-folder = Turn a folder on and exchange through it.
cli-sync-now = Exchange through every folder that is turned on.
cli-sync-list = List the folders that are turned on.
cli-sync-forget = Forget a folder. What is there stays there.
cli-sync-on = Turn a known folder on again.
cli-sync-off = Turn a folder off. What is there stays there.
cli-sync-leave = Exchange once more, then forget every folder.
cli-sync-new-keys = Make new keys because a device was lost: it reads nothing that comes later. Invite the others again.
cli-sync-take-keys = Take in new keys that another device has made, by its invitation.
cli-sync-keys-made = New keys are made and all folders are turned off. Turn one on, then invite the devices that stay.
cli-sync-keys-taken = The new keys are on this device and all folders are turned off. Turn the new one on.
cli-sync-is-on = on
cli-sync-is-off = off
cli-sync-invite = Write an invitation for another device of yours into a file, and show its code.
cli-sync-join = Take the notebook of another device onto this one, by its invitation.
cli-sync-done = came: { $received }, went: { $sent }, pieces of files: { $files }
cli-sync-never = never
cli-sync-set-aside = Changes set aside because they cannot be read here: { $count }
cli-sync-invited = Type this code on the other device. Do not send it together with the file, and delete the file afterwards:
cli-sync-joined = The notebook is on this device. Exchange now to fetch what is in it.
cli-ask-code = Code of the invitation:
cli-vault = Is everything in order?
cli-vault-check = Checks the keys, the library and the notebook, and repairs what can be repaired
