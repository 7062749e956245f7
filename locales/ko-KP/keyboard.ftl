# The keyboard on the screen.

keyboard-title = 화면건반
keyboard-open = 화면건반
keyboard-kps = 조선 배치
keyboard-dubeolsik = 두벌식
keyboard-order = ㄱㄴㄷ
keyboard-russian = АБВ
keyboard-latin = ABC
keyboard-shift = 웃글자
keyboard-backspace = 하나 지우기
keyboard-space = 띄우기
keyboard-enter = 넣기
