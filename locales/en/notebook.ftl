# The notebook: making, opening, cases, notes, files.

notebook-title = Notebook
notebook-make-title = Make a notebook only you can read
notebook-make-about = In the notebook you can keep what happened and when, photographs and papers. It helps a lawyer to help you. Everything is locked with a passphrase and stays on this computer. No name and no account are needed.
notebook-make-forgotten = If you forget the passphrase, nobody can open the notebook. Neither can we. Choose one you will remember. Afterwards you can make a paper with digits for that case.
notebook-passphrase = Passphrase
notebook-passphrase-new = New passphrase
notebook-passphrase-hint = Best are four or more words that have nothing to do with each other. No birthday, name or phone number.
notebook-passphrase-again = The same passphrase again
notebook-passphrase-show = Show passphrase
notebook-passphrase-hide = Hide passphrase
notebook-passphrase-weak = This passphrase is too easy. Add another word.
notebook-passphrase-different = The two are not the same. Press “Show passphrase” and compare them.
notebook-strength-0 = Can be guessed at once.
notebook-strength-1 = Easy to guess.
notebook-strength-2 = Can be guessed by somebody who tries.
notebook-strength-3 = Hard to guess.
notebook-strength-4 = Very hard to guess.
notebook-strength-more = It must be longer to make a notebook.
notebook-shelf = Who may read the library on this computer?
notebook-shelf-closed = Only who knows the passphrase
notebook-shelf-closed-why = Durumi asks for the passphrase first, so nobody sees what you read. We recommend this.
notebook-shelf-open = Anyone at this computer
notebook-shelf-open-why = The library opens without a passphrase, only the notebook is locked. For a computer shared by many.
notebook-make = Make the notebook
notebook-making = Making the notebook. This takes a few seconds…
notebook-unlock-title = The notebook is locked
notebook-unlock-about = Enter your passphrase to open it. The library, cards and contacts can be read without it.
notebook-unlock-about-closed = Enter your passphrase to open it. Everything you wrote is still there.
notebook-unlock = Open
notebook-unlocking = Opening…
notebook-lock = Lock the notebook
notebook-cases-about = A case holds everything about one person’s matter: notes and files.
notebook-cases = Cases
notebook-case-counts =
    { $notes ->
        [one] { $notes } note
       *[other] { $notes } notes
    } · { $files ->
        [one] { $files } file
       *[other] { $files } files
    }
notebook-case-new = New case
notebook-case-title = Name of the case
notebook-case-title-hint = Whatever you will recognise, such as: my application
notebook-case-title-missing = Write a name first.
notebook-case-create = Make the case
notebook-case-rename = Change the name
notebook-case-delete = Delete this case
notebook-case-delete-title = Delete the whole case?
notebook-case-delete-text = All its notes and files are deleted with it. They cannot be brought back.
notebook-delete-yes = Delete
notebook-timeline = What happened
notebook-timeline-empty = No notes yet. Write one by one when, where and what happened.
notebook-note = Note
notebook-note-new = New note
notebook-note-text = What happened?
notebook-note-text-hint = Write who said and did what, as you remember it. If you are not sure, say so.
notebook-note-text-missing = Write what happened first.
notebook-note-day = When
notebook-note-day-hint = For example 2026-11-24. Leave it empty if you do not know.
notebook-note-day-unreadable = This day cannot be read. Write it like 2026-11-24.
notebook-today = Today
notebook-yesterday = Yesterday
notebook-note-place = Where
notebook-note-place-hint = Town, building, room number
notebook-no-day = Day not known
notebook-save = Save
notebook-saving = Saving…
notebook-saved = Saved
notebook-unsaved = Not saved yet
notebook-note-delete = Delete this note
notebook-note-delete-title = Delete this note?
notebook-note-delete-text = A deleted note cannot be brought back.
notebook-files = Photographs and papers
notebook-files-about = What you add is locked with your passphrase. The original file stays where it was: delete it yourself if you need to.
notebook-file-add = Add a file
notebook-file-adding = { $name }: { $percent } %
notebook-file-progress = Adding the file
notebook-file-kept = { $name }: saved
notebook-file-cancelled = Cancelled. Nothing was added.
notebook-file-not-shown = This file is kept safely, but it cannot be shown here: another program would leave a copy of it on the computer.
notebook-file-delete = Delete this file
notebook-file-delete-title = Delete this file?
notebook-file-delete-text = A file deleted from the notebook cannot be brought back.
notebook-conflict = There are two versions
notebook-conflict-help = It was changed differently on two computers. Nothing was lost. Choose which to keep.
notebook-conflict-keep = Keep: { $value }
notebook-conflict-empty = empty
