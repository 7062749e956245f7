# The keyboard on the screen.

keyboard-title = 화면 키보드
keyboard-open = 화면 키보드
keyboard-kps = 조선 배치
keyboard-dubeolsik = 두벌식
keyboard-order = ㄱㄴㄷ
keyboard-russian = АБВ
keyboard-latin = ABC
keyboard-shift = 윗글자
keyboard-backspace = 하나 지우기
keyboard-space = 띄어쓰기
keyboard-enter = 입력
