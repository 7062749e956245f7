# The keyboard on the screen.

keyboard-title = Экранная клавиатура
keyboard-open = Открыть клавиатуру
keyboard-close = Закрыть клавиатуру
keyboard-kps = Корейская (КНДР)
keyboard-dubeolsik = Корейская (Сеул)
keyboard-order = ㄱㄴㄷ
keyboard-russian = Русская
keyboard-latin = Латинская
keyboard-shift = Верхний ряд
keyboard-backspace = Стереть
keyboard-space = Пробел
keyboard-enter = Ввод
