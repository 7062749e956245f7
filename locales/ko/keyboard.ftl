# The keyboard on the screen.

keyboard-title = 화면 키보드
keyboard-open = 화면 키보드 열기
keyboard-close = 화면 키보드 닫기
keyboard-kps = 조선 자판
keyboard-dubeolsik = 두벌식
keyboard-order = ㄱㄴㄷ
keyboard-russian = 러시아어
keyboard-latin = 영문
keyboard-shift = 윗글자
keyboard-backspace = 하나 지우기
keyboard-space = 띄어쓰기
keyboard-enter = 입력
