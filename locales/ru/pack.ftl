# Что не так в исходных файлах пакета и что делать.
pack-problem-unreadable = Этот файл или папка не читается. Проверьте, что файл на месте и вам разрешено его открывать.
pack-problem-symbolic-link = Это ссылка на другое место. Положите сюда сам файл.
pack-problem-too-large = Слишком большой размер. Сократите или разделите на части.
pack-problem-unknown-file = Такого файла здесь быть не должно. Уберите его или исправьте имя.
pack-problem-not-utf8 = Файл не в кодировке UTF-8. Сохраните его заново в UTF-8.
pack-problem-not-nfc = Буквы записаны по частям (не NFC). Преобразуйте текст в NFC и сохраните заново.
pack-problem-control-character = Здесь невидимый знак, который меняет текст. Удалите его.
pack-problem-bad-toml = Файл не читается как TOML. Проверьте в этой строке кавычки и скобки.
pack-problem-unknown-field = Такого поля в формате нет. Исправьте его имя или уберите его.
pack-problem-missing-field = Этого поля нет или оно пустое. Заполните его.
pack-problem-bad-value = Такое значение не допускается. Посмотрите в описании формата, что здесь можно указать.
pack-problem-no-manifest = Нет файла pack.toml. Добавьте его в корень папки.
pack-problem-unknown-format = Программа не знает этого формата. Возьмите более новую программу или укажите format = 1.
pack-problem-no-article = В пакете нет ни одной статьи. Добавьте хотя бы одну.
pack-problem-bad-slug = Такое имя не допускается. Возьмите от 1 до 64 знаков: a-z, 0-9 и дефис.
pack-problem-duplicate-id = Такое имя уже есть. Выберите другое.
pack-problem-missing-language = На этом языке текста нет. Добавьте его.
pack-problem-extra-language = Этого языка в пакете нет. Уберите текст или добавьте язык в pack.toml.
pack-problem-no-title = Статье нужен ровно один заголовок, первой строкой: «# Заголовок».
pack-problem-empty-block = Здесь метка без текста. Напишите текст или уберите метку.
pack-problem-blocks-differ = В разных языках разные части или другой порядок. Сделайте их одинаковыми, начиная с этого места.
pack-problem-no-source = Не указано, на чём это основано. Назовите источник.
pack-problem-no-date = Нет даты проверки или следующей проверки. Добавьте дату.
pack-problem-fact-count = В списке facts нужна одна запись на каждый блок текста. Добавьте или уберите записи.
pack-problem-easy-missing = У статьи есть текст простыми словами, но не на этом языке. Напишите его и на этом языке.
pack-problem-easy-too-long = В тексте простыми словами больше 60 блоков. Сократите его.
pack-problem-easy-fact-count = В easy_facts нужна одна запись на каждый блок текста простыми словами. Добавьте или уберите записи.
pack-problem-easy-fact-new = Текст простыми словами опирается на факт, которого нет в facts. Пишите только то, что есть в полном тексте.
pack-problem-unknown-fact = Этого факта нет в sources.toml. Добавьте его туда или исправьте номер.
pack-problem-memory-fact = Этот факт записан по памяти. Найдите источник или уберите его.
pack-problem-cite-of-labelled = Имя этого издателя нельзя показывать читателям. Уберите cite.
pack-problem-link-shipped = Адреса источников нельзя включать в пакет. Поставьте ship_link = false.
pack-problem-link-in-text = Здесь адрес сайта, а в этом пакете они запрещены. Уберите его.
pack-problem-phone-unverified = Телефону нужны день, когда прочитан источник, и день окончания срока. Укажите оба или уберите телефон.
pack-problem-address-unverified = Адресу нужен день окончания срока. Укажите его или уберите адрес.
pack-problem-missing-risk = У контакта должно быть сказано, в чём быть осторожным. Напишите это.
pack-problem-false-synonym = Слово, у которого в другой Корее другое значение, не может быть синонимом. Уберите его.
pack-problem-unknown-contact = Такого контакта в contacts.toml нет. Исправьте имя или уберите его.
pack-problem-avoid-linked = От этого контакта следует держаться подальше. Место не должно вести к нему: уберите ссылку и скажите об этом в предупреждении (warning).
pack-problem-aloud-not-hangul = Как звучит русский текст, нужно писать только корейскими буквами. Запишите так или уберите строку.
pack-problem-aloud-not-cyrillic = Как звучит корейский текст, нужно писать только русскими буквами. Запишите так или уберите строку.

# Что есть в пакете.
pack-count-articles = Статьи: { $count }
pack-count-languages = Языки: { $count }
pack-count-blocks = Блоки текста: { $count }
pack-count-facts = Факты: { $count }
pack-count-easy = Статьи простыми словами: { $count }
pack-easy-short = Достаточно коротких предложений в них: { $percent } %
pack-easy-long = Эти предложения слишком длинные. Разделите их:
pack-count-contacts = Контакты: { $count }
pack-count-phones = Телефоны: { $count }
pack-count-phrases = Карточки: { $count }
pack-count-places = Места: { $count }
pack-count-terms = Слова глоссария: { $count }
pack-count-synonyms = Группы синонимов: { $count }
