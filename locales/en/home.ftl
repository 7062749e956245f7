# The first screen.

home-title = Durumi: home
home-urgent = Urgent
home-door-stopped = I am stopped or held
home-door-stopped-hint = What to do and not to do in the first hour
home-door-asylum = I want to ask for asylum
home-door-asylum-hint = Where to ask and in which words
home-door-ill = I am ill or hurt
home-door-ill-hint = How to call a doctor and what to show
home-library-hint = Rights and procedures in plain words
home-cards-hint = Words to show to somebody on the screen
home-contacts-hint = Where to turn, and which places to avoid
home-places-hint = Your town, and who can be turned to from there
home-settings-hint = Letter size, keyboard, safety
home-notebook-none = Notes only you can read. Not made yet
home-notebook-locked = Locked. Opens with your passphrase
home-notebook-open = Open
home-checked = Information checked on { $day }
home-unreviewed = Not yet reviewed by a lawyer. Ask a lawyer about anything important.
home-own-build = This library was built on this computer. No publisher has confirmed it.
