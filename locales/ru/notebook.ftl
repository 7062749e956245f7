# The notebook: making, opening, cases, notes, files.

notebook-title = Тетрадь
notebook-make-title = Создать тетрадь, которую читаете только вы
notebook-make-about = В тетрадь можно записать, что и когда произошло, и положить снимки документов. Это очень поможет адвокату. Всё заперто паролем и хранится только на этом компьютере. Имя и регистрация не нужны.
notebook-make-forgotten = Если забыть пароль, тетрадь не откроет никто. И мы тоже. Выберите пароль, который запомните. На этот случай потом можно создать бумагу с цифрами.
notebook-passphrase = Пароль
notebook-passphrase-new = Новый пароль
notebook-passphrase-hint = Лучше всего четыре или больше слов, не связанных друг с другом. Не берите день рождения, имя или номер телефона.
notebook-passphrase-again = Тот же пароль ещё раз
notebook-passphrase-show = Показать пароль
notebook-passphrase-hide = Скрыть пароль
notebook-passphrase-weak = Этот пароль слишком лёгкий. Добавьте ещё одно слово.
notebook-passphrase-different = Пароли не совпадают. Нажмите «Показать пароль» и сравните их.
notebook-strength-0 = Такой пароль угадают сразу.
notebook-strength-1 = Такой пароль угадать легко.
notebook-strength-2 = Такой пароль можно угадать, если постараться.
notebook-strength-3 = Такой пароль угадать трудно.
notebook-strength-4 = Такой пароль угадать очень трудно.
notebook-strength-more = Для тетради нужен пароль подлиннее.
notebook-shelf = Кто может читать статьи на этом компьютере?
notebook-shelf-closed = Только тот, кто знает пароль
notebook-shelf-closed-why = При запуске Дуруми сначала спросит пароль, и никто не увидит, что вы читаете. Советуем это.
notebook-shelf-open = Любой за этим компьютером
notebook-shelf-open-why = Статьи открыты без пароля, заперта только тетрадь. Подходит для общего компьютера.
notebook-make = Создать тетрадь
notebook-making = Создаём тетрадь. Это займёт несколько секунд…
notebook-unlock-title = Тетрадь заперта
notebook-unlock-about = Введите пароль, чтобы открыть её. Статьи, карточки и контакты можно читать без пароля.
notebook-unlock-about-closed = Введите пароль, чтобы открыть её. Всё, что вы записали, на месте.
notebook-unlock = Открыть
notebook-unlocking = Открываем…
notebook-lock = Запереть тетрадь
notebook-cases-about = Дело — это всё, что касается одного человека или одного случая: записи и файлы.
notebook-cases = Дела
notebook-case-counts =
    { $notes ->
        [one] { $notes } запись
        [few] { $notes } записи
       *[many] { $notes } записей
    } · { $files ->
        [one] { $files } файл
        [few] { $files } файла
       *[many] { $files } файлов
    }
notebook-case-new = Новое дело
notebook-case-title = Название дела
notebook-case-title-hint = Такое, чтобы узнали вы. Например: моё ходатайство
notebook-case-title-missing = Сначала напишите название.
notebook-case-create = Создать дело
notebook-case-rename = Изменить название
notebook-case-delete = Удалить это дело
notebook-case-delete-title = Удалить дело целиком?
notebook-case-delete-text = Вместе с ним будут удалены все его записи и файлы. Вернуть их нельзя.
notebook-delete-yes = Удалить
notebook-timeline = Что произошло
notebook-timeline-empty = Записей ещё нет. Записывайте по одной: когда, где и что произошло.
notebook-note = Запись
notebook-note-new = Новая запись
notebook-note-text = Что произошло?
notebook-note-text-hint = Напишите, кто что говорил и делал, как помните. Если не уверены, так и напишите.
notebook-note-text-missing = Сначала напишите, что произошло.
notebook-note-day = Когда
notebook-note-day-hint = Например: 24.11.2026. Не знаете — оставьте пустым.
notebook-note-day-unreadable = Дата непонятна. Напишите так: 24.11.2026.
notebook-today = Сегодня
notebook-yesterday = Вчера
notebook-note-place = Где
notebook-note-place-hint = Город, здание, номер кабинета
notebook-no-day = День неизвестен
notebook-save = Сохранить
notebook-saving = Сохраняем…
notebook-saved = Сохранено
notebook-unsaved = Ещё не сохранено
notebook-note-delete = Удалить эту запись
notebook-note-delete-title = Удалить эту запись?
notebook-note-delete-text = Удалённую запись вернуть нельзя.
notebook-files = Снимки и документы
notebook-files-about = Всё добавленное заперто паролем. Исходный файл остаётся на своём месте: если нужно, удалите его сами.
notebook-file-add = Добавить файл
notebook-file-adding = { $name }: { $percent } %
notebook-file-progress = Файл добавляется
notebook-file-kept = { $name }: сохранено
notebook-file-cancelled = Отменено. Ничего не добавлено.
notebook-file-not-shown = Файл надёжно сохранён, но показать его здесь нельзя: другая программа оставила бы его копию на компьютере.
notebook-file-delete = Удалить этот файл
notebook-file-delete-title = Удалить этот файл?
notebook-file-delete-text = Удалённый из тетради файл вернуть нельзя.
notebook-conflict = Есть две версии
notebook-conflict-help = На двух компьютерах исправили по-разному. Ничего не пропало. Выберите, что оставить.
notebook-conflict-keep = Оставить: { $value }
notebook-conflict-empty = пусто
