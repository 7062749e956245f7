# How a notebook is kept: changing its passphrase, papers for a forgotten one, erasing.

safety-title = How the notebook is kept
safety-open = Passphrase and recovery
safety-change = Change the passphrase
safety-change-about = Only the passphrase changes. Everything you wrote stays as it is.
safety-present = Present passphrase
safety-changed = The passphrase is changed.
safety-recovery = If you forget the passphrase
safety-recovery-about = Fifty digits on a paper open the notebook without the passphrase. Whoever finds the paper and this computer can read everything: keep it far from the computer.
safety-code = A paper with digits
safety-shares = Five papers for five people, of which any three are enough
safety-make = Make it
safety-made-on = Made on { $day }
safety-proved-on = Tried on { $day }
safety-not-proved = Not tried since it was made
safety-drill = Try whether it still opens
safety-drill-right = It opens. Put the paper back in its place.
safety-remove = Take it back
safety-removed = It opens nothing any more. Destroy the paper.
safety-write-down = Write this down, or print it. It is shown only now.
safety-write-words = The same in words
safety-korean = Korean words
safety-english = English words
safety-paper = Paper { $number }
safety-print = Print
safety-print-warning = A printer and the computer it belongs to may keep a copy. Writing by hand is safer.
safety-written = I have written it down
safety-back = Type these groups from your paper
safety-group = Paper { $paper }, group { $group }
safety-keep = Done, keep it
safety-kept = The paper works: it was tried just now. Keep it far from this computer.
safety-typed-code = The digits or words from the paper
safety-typed-share = Paper { $number } of three
safety-erase = Erase everything after wrong passphrases
safety-erase-about = Off unless you switch it on. After so many wrong passphrases in a row, all keys on this computer are destroyed, also to anything else kept here, and the papers open nothing either. A child at the keyboard is enough. It does not stop somebody who copied the disk.
safety-erase-off = Never
safety-erase-tries = After { $tries } wrong passphrases
safety-forgotten = I forgot the passphrase
safety-recover-title = Open without the passphrase
safety-recover-about = Type what is on your paper, and choose a new passphrase.
safety-recover = Open and set the new passphrase
safety-recover-code = I have one paper
safety-recover-shares = I have three of the five papers
safety-wait =
    { $seconds ->
        [one] Wait { $seconds } more second.
       *[other] Wait { $seconds } more seconds.
    }
safety-wait-over = You can try again now.
safety-mistyped = Paper { $paper }, groups or words: { $groups }
