# The keyboard on the screen.

keyboard-title = Keyboard on the screen
keyboard-open = Open keyboard
keyboard-close = Close keyboard
keyboard-kps = Korean (DPRK)
keyboard-dubeolsik = Korean (Seoul)
keyboard-order = ㄱㄴㄷ
keyboard-russian = Russian
keyboard-latin = Latin
keyboard-shift = Shift
keyboard-backspace = Backspace
keyboard-space = Space
keyboard-enter = Enter
