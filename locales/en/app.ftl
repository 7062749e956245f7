# The frame around every page.

app-name = Durumi
app-skip = Go to the text
app-rooms = Sections
app-tab-home = Home
app-tab-library = Library
app-tab-cards = Cards
app-tab-contacts = Contacts
app-tab-places = Towns
app-tab-notebook = Notebook
app-tab-settings = Settings
app-language = Language
app-hide = Hide
app-hide-hint = Blanks the screen at once and locks the notebook. Pressing Esc twice quickly does the same.
app-go-on = Continue
app-back = Back
app-close = Close
app-cancel = Cancel
app-try-again = Try again
app-waiting = Please wait a moment…
app-show-title = Card to show
app-show-language = Language of the card
app-unsaved-title = Some words are not saved yet
app-unsaved-text = Choose what to do before you leave. If you leave without saving, the new words are gone.
app-unsaved-save = Save and leave
app-unsaved-drop = Leave without saving
app-unsaved-stay = Stay here
