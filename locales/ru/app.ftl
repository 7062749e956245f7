# The frame around every page.

app-name = Дуруми
app-skip = Перейти к содержанию
app-rooms = Разделы
app-tab-home = Начало
app-tab-library = Статьи
app-tab-cards = Карточки
app-tab-contacts = Контакты
app-tab-places = Города
app-tab-notebook = Тетрадь
app-tab-settings = Настройки
app-language = Язык
app-hide = Скрыть
app-hide-hint = Сразу убирает всё с экрана и запирает тетрадь. То же делают два быстрых нажатия Esc.
app-go-on = Продолжить
app-back = Назад
app-close = Закрыть
app-cancel = Отмена
app-try-again = Попробовать ещё раз
app-waiting = Подождите немного…
app-show-title = Карточка для показа
app-show-language = Язык карточки
app-unsaved-title = Есть несохранённый текст
app-unsaved-text = Прежде чем уйти, выберите, что сделать. Если уйти без сохранения, новый текст пропадёт.
app-unsaved-save = Сохранить и уйти
app-unsaved-drop = Уйти без сохранения
app-unsaved-stay = Остаться
