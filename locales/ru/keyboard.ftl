# The keyboard on the screen.

keyboard-title = Экранная клавиатура
keyboard-open = Клавиатура
keyboard-kps = Кор. КНДР
keyboard-dubeolsik = Кор. Сеул
keyboard-order = ㄱㄴㄷ
keyboard-russian = АБВ
keyboard-latin = ABC
keyboard-shift = Верхний ряд
keyboard-backspace = Стереть
keyboard-space = Пробел
keyboard-enter = Ввод
