# The first screen.

home-title = Дуруми: начало
home-urgent = Срочно
home-door-stopped = Меня остановили или задержали
home-door-stopped-hint = Что делать и чего не делать в первый час
home-door-asylum = Я хочу просить убежища
home-door-asylum-hint = Где и какими словами просить
home-door-ill = Я болен или ранен
home-door-ill-hint = Как вызвать врача и что показать
home-library-hint = Права и порядок действий простыми словами
home-cards-hint = Слова, которые можно показать на экране
home-contacts-hint = Куда обратиться и каких мест избегать
home-places-hint = Ваш город и куда из него обратиться
home-settings-hint = Размер букв, клавиатура, безопасность
home-notebook-none = Записи, которые видите только вы. Ещё не создана
home-notebook-locked = Заперта. Открывается паролем
home-notebook-open = Открыта
home-checked = Сведения проверены: { $day }
home-unreviewed = Ещё не проверено юристом. О важном спросите адвоката.
home-own-build = Этот справочник собран на этом компьютере. Издатель его не подтверждал.
