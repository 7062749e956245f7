# The keyboard on the screen.

keyboard-title = Keyboard on the screen
keyboard-open = Keyboard
keyboard-kps = Korean DPRK
keyboard-dubeolsik = Korean Seoul
keyboard-order = ㄱㄴㄷ
keyboard-russian = АБВ
keyboard-latin = ABC
keyboard-shift = Shift
keyboard-backspace = Backspace
keyboard-space = Space
keyboard-enter = Enter
