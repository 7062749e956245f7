# The settings, and what Durumi protects and does not.

settings-title = Settings
settings-in-memory = What you choose here is forgotten when the program closes. Nothing of it is written to the disk.
settings-size = Letter size
settings-percent = { $percent } %
settings-theme = Light or dark screen
settings-theme-system = Like the computer
settings-theme-light = Light
settings-theme-dark = Dark
settings-idle = Lock the notebook when unused for
settings-minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
settings-keyboard = Keyboard on the screen
settings-on = On
settings-off = Off
settings-protects = What Durumi protects
settings-protects-off = If the computer is lost or taken while it is off or the notebook is locked, the notebook cannot be read without the passphrase.
settings-protects-files = The notebook’s words and files are left nowhere else on the computer in a readable form.
settings-protects-glance = If somebody comes near, press “Hide” or Esc twice quickly: the screen is blank at once and the notebook locks. What you were writing is saved first.
settings-protects-network = Durumi sends nothing over the internet.
settings-unprotected = What Durumi does not protect against
settings-unprotected-malware = A harmful program on this computer can see the keys you press and the screen.
settings-unprotected-camera = Somebody behind you, a phone or a security camera can see the screen.
settings-unprotected-installed = It cannot be hidden that Durumi is on this computer.
settings-unprotected-force = If somebody forces the passphrase from you and has an earlier copy of the disk, they can read even what you deleted since.
settings-unprotected-open = While the notebook is open, anybody at this computer can read it. Lock it before you go away.
settings-pack = About the library
settings-pack-version = Version { $version }
settings-signed-by = Signed by: { $names }
