# Is everything in order: checking what is kept, putting in order what can be, naming what cannot be read.

vault-title = Всё ли в порядке?
vault-about = Дуруми прочитает всё, что здесь хранится, от начала до конца и исправит, что сможет. Ничего не удаляется. Если файлов много, это займёт несколько минут. Тетрадь в это время можно запереть.
vault-check = Проверить сейчас
vault-checking = Идёт проверка…
vault-sound = Всё в порядке.
vault-repaired = Было повреждение. Теперь всё снова в порядке, ничего не пропало.
vault-damaged = Что-то повреждено и не читается.
vault-counts = Прочитано от начала до конца: дел — { $cases }, записей — { $notes }, файлов — { $files }.
vault-was-repaired = Что исправлено
vault-repaired-library = Справочник создан заново. Свои пакеты нужно установить ещё раз.
vault-repaired-entries = Записи и дела, которые не читались, восстановлены по списку изменений.
vault-repaired-journal = Список изменений дополнен тем, чего в нём не хватало.
vault-repaired-lists = Списки дел, записей и файлов составлены заново.
vault-repaired-search-index = Указатель для поиска составлен заново.
vault-cannot = Что не читается
vault-cannot-about = Это остаётся на своём месте, ничего не удалено. Если у вас есть копия тетради, там оно может быть целым.
vault-aside-case = Название дела
vault-aside-note = Запись
vault-aside-file = Файл
vault-aside-unknown = Что-то, о чём больше ничего не известно
vault-in-case = в деле «{ $title }»
vault-more = и ещё: { $count }
vault-part-broken = Часть файла тетради повреждена, и здесь её исправить нельзя.
vault-library-damaged = Справочник повреждён, и создать его заново не удалось. Возможно, диск переполнен.
vault-kept = Повреждённых частей хранится отдельно: { $count }. Они ничему не мешают.
vault-copy-now = Диск, который повредил одно место, может повредить и другое. Сделайте копию тетради на флешке сейчас.
