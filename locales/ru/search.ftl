# Searching the library and, while it is open, the notebook.

search-label = Что вы ищете?
search-hint = Пишите по-корейски или по-русски: поиск идёт с первой буквы.
search-hint-unlocked = Поиск идёт и в статьях, и в вашей тетради.
search-clear = Очистить
search-results = Найдено
search-count =
    { $count ->
        [one] Найдена { $count } запись
        [few] Найдено { $count } записи
       *[many] Найдено { $count } записей
    }
search-first = Лучшие результаты: { $count }
search-more = Показать ещё
search-none = Пока ничего не найдено.
search-none-help = Попробуйте короче или другими словами: убежище, паспорт, зарплата, адвокат
search-kind-article = Статья
search-kind-contact = Контакт
search-kind-phrase = Карточка
search-kind-place = Город
search-kind-case = Дело в тетради
search-kind-note = Запись в тетради
