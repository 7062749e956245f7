# The settings, and what Durumi protects and does not.

settings-title = Настройки
settings-in-memory = Выбранное здесь забывается, когда программа закрыта. На компьютере ничего не остаётся.
settings-size = Размер букв
settings-percent = { $percent } %
settings-theme = Светлый или тёмный экран
settings-theme-system = Как в системе
settings-theme-light = Светлый
settings-theme-dark = Тёмный
settings-idle = Запирать тетрадь, если её не трогать
settings-minutes =
    { $minutes ->
        [one] { $minutes } минута
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }
settings-keyboard = Экранная клавиатура
settings-on = Включена
settings-off = Выключена
settings-protects = Что Дуруми защищает
settings-protects-off = Если компьютер потерян или отнят, но выключен или тетрадь заперта, без пароля тетрадь не прочесть.
settings-protects-files = Записи и файлы тетради не остаются в читаемом виде в других местах компьютера.
settings-protects-glance = Если кто-то подошёл, нажмите «Скрыть» или два раза быстро Esc: экран сразу станет пустым, тетрадь запрётся. Начатая запись перед этим сохранится.
settings-protects-network = Дуруми ничего не отправляет в интернет.
settings-unprotected = От чего Дуруми не защищает
settings-unprotected-malware = Вредоносная программа на этом компьютере видит нажатия клавиш и экран.
settings-unprotected-camera = От человека за спиной, фотоаппарата и камеры наблюдения защиты нет.
settings-unprotected-installed = Нельзя скрыть, что программа есть на этом компьютере.
settings-unprotected-force = Если вас заставят назвать пароль, а копию диска сняли раньше, прочтут и то, что вы потом удалили.
settings-unprotected-open = Пока тетрадь открыта, её может прочесть любой, кто сидит за этим компьютером. Запирайте её, когда отходите.
settings-pack = О справочнике
settings-pack-version = Версия { $version }
settings-signed-by = Подписали: { $names }
