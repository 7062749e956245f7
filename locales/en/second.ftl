# The second notebook, forgetting the other one, and erasing everything.

second-title = A second notebook
second-about = This computer has room for two notebooks, each with its own passphrase. Which of them opens depends on the passphrase you type. Some keep work and private life apart in this way.
second-replaced = If a second notebook was made on this computer before, it is replaced and cannot be brought back. If you type the passphrase of that one here, it stays as it is.
second-present = Passphrase of this notebook
second-new = Passphrase of the second notebook
second-again = The same passphrase again
second-different = The two passphrases differ.
second-make = Make the second notebook
second-making = Making it. This takes a few seconds…
second-made = The second notebook is ready. To open it, lock this one and type the other passphrase.
second-forget-title = A passphrase that keeps only this notebook
second-forget-about = You can choose one more passphrase. It opens this notebook as usual, and the other one can never be opened again. Nothing on the screen tells of it.
second-forget-new = Passphrase that keeps only this notebook
second-forget-make = Set this passphrase
second-forget-made = The passphrase is set.
erase-title = Erase everything
erase-about = Both notebooks and the library on this computer are erased at once. Nobody can bring them back, and neither can we. Copies that you made elsewhere stay.
erase-word = erase
erase-type = To go on, type “{ $word }”
erase-hold = Hold for three seconds to erase
erase-holding = Keep holding…
erase-doing = Erasing…
