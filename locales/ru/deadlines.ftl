# Time limits: from the day something happened to the last day.

deadlines-title = Сроки
deadlines-hint = Выберите, что случилось, и увидите последний день
deadlines-about = Выберите, что случилось, и напишите день. Вы увидите последний день. То, что вы здесь выбрали и написали, не сохраняется.
deadlines-empty = В этом справочнике нет сроков.
deadlines-what = Что случилось?
deadlines-other = Выбрать другое
deadlines-day = В какой день?
deadlines-day-hint = Например: 24.11.2026
deadlines-day-unreadable = Дата непонятна. Напишите так: 24.11.2026.
deadlines-last-person = Сделайте не позднее: { $day }
deadlines-last-office = Ответ должен быть не позднее: { $day }
deadlines-last-paper = Последний день документа: { $day }
deadlines-left = Осталось дней: { $days }
deadlines-today = Последний день — сегодня.
deadlines-over = Этот день прошёл. Не ждите: сразу спросите адвоката, что ещё можно сделать.
deadlines-how-early = Посчитан самый ранний день. По закону может быть на несколько дней больше. Не рассчитывайте на это.
deadlines-how-late = Посчитан самый поздний день. Ответ может быть и раньше.
deadlines-no-holidays = Праздники здесь не известны: рабочими считаются дни с понедельника по пятницу. С праздниками настоящий день может быть позже.
deadlines-review-due = Срок новой проверки прошёл. Закон мог измениться. Спросите адвоката.
deadlines-rests-on = На чём основан этот срок
