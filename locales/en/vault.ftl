# Is everything in order: checking what is kept, putting in order what can be, naming what cannot be read.

vault-title = Is everything in order?
vault-about = Durumi reads everything that is kept here from beginning to end and puts in order what it can. Nothing is deleted. With many files it takes some minutes. You can lock the notebook meanwhile.
vault-check = Check now
vault-checking = Checking…
vault-sound = Everything is in order.
vault-repaired = Something was damaged. It is in order again, and nothing is missing.
vault-damaged = Something is damaged and cannot be read.
vault-counts = Read from beginning to end: cases { $cases }, notes { $notes }, files { $files }.
vault-was-repaired = What was put in order
vault-repaired-library = The library was made again. Packs of your own have to be installed again.
vault-repaired-entries = Notes and cases that could not be read were made again from the list of changes.
vault-repaired-journal = The list of changes got back what it lacked.
vault-repaired-lists = The lists of cases, notes and files were made again.
vault-repaired-search-index = The index for searching was made again.
vault-cannot = What cannot be read
vault-cannot-about = It stays where it is, and nothing was deleted. If you have a copy of the notebook, it may be whole there.
vault-aside-case = The name of a case
vault-aside-note = A note
vault-aside-file = A file
vault-aside-unknown = Something of which nothing more is known
vault-in-case = in “{ $title }”
vault-more = and more: { $count }
vault-part-broken = A part of the notebook’s file is damaged and cannot be put in order here.
vault-library-damaged = The library is damaged and could not be made again. The disk may be full.
vault-kept = Damaged parts that are kept beside the others: { $count }. They disturb nothing.
vault-copy-now = A disk that has damaged one place may damage another. Make a copy of the notebook on a stick now.
