# How a notebook is kept: changing its passphrase, papers for a forgotten one, erasing.

safety-title = Как хранится тетрадь
safety-open = Пароль и восстановление
safety-change = Сменить пароль
safety-change-about = Меняется только пароль. Всё, что вы написали, остаётся как есть.
safety-present = Нынешний пароль
safety-changed = Пароль сменён.
safety-recovery = Если вы забудете пароль
safety-recovery-about = Пятьдесят цифр на бумаге открывают тетрадь без пароля. Кто найдёт и бумагу, и этот компьютер, прочтёт всё: держите её подальше от компьютера.
safety-code = Бумага с цифрами
safety-shares = Пять бумаг для пяти человек; хватит любых трёх
safety-make = Создать
safety-made-on = Создано: { $day }
safety-proved-on = Проверено: { $day }
safety-not-proved = С тех пор не проверялось
safety-drill = Проверить, открывает ли она ещё
safety-drill-right = Открывает. Положите бумагу на место.
safety-remove = Отменить
safety-removed = Она больше ничего не открывает. Уничтожьте бумагу.
safety-write-down = Запишите это или напечатайте. Больше оно не покажется.
safety-write-words = То же словами
safety-korean = Корейские слова
safety-english = Английские слова
safety-paper = Бумага { $number }
safety-print = Напечатать
safety-print-warning = Принтер и его компьютер могут сохранить копию. Записать от руки надёжнее.
safety-written = Я записал(а)
safety-back = Наберите эти группы со своей бумаги
safety-group = Бумага { $paper }, группа { $group }
safety-keep = Готово, сохранить
safety-kept = Бумага действует: она только что проверена. Держите её подальше от этого компьютера.
safety-typed-code = Цифры или слова с бумаги
safety-typed-share = Бумага { $number } из трёх
safety-erase = Стереть всё после неверных паролей
safety-erase-about = Выключено, пока вы не включите. После стольких неверных паролей подряд уничтожаются все ключи на этом компьютере, и ко всему другому, что здесь хранится; бумаги тоже ничего не откроют. Хватит и ребёнка за клавиатурой. Того, кто скопировал диск, это не остановит.
safety-erase-off = Никогда
safety-erase-tries = Неверных паролей: { $tries }
safety-forgotten = Я не помню пароль
safety-recover-title = Открыть без пароля
safety-recover-about = Наберите то, что на вашей бумаге, и выберите новый пароль.
safety-recover = Открыть и задать новый пароль
safety-recover-code = У меня одна бумага
safety-recover-shares = У меня три бумаги из пяти
safety-wait =
    { $seconds ->
        [one] Подождите ещё { $seconds } секунду.
        [few] Подождите ещё { $seconds } секунды.
       *[many] Подождите ещё { $seconds } секунд.
    }
safety-wait-over = Теперь можно попробовать снова.
safety-mistyped = Бумага { $paper }, группы или слова: { $groups }
