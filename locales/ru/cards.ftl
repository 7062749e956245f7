# Cards to show to somebody.

cards-title = Карточки для показа
cards-about = Нажмите на карточку: русский текст займёт весь экран. Можно ничего не говорить, а только показать.
cards-groups = Виды карточек
cards-danger = Опасно, если увидят посторонние
cards-group-all = Все
cards-group-protection = Убежище и защита
cards-group-police = Полиция
cards-group-court = Суд и учреждения
cards-group-health = Врач
cards-group-work = Работа
cards-group-daily = Повседневное
