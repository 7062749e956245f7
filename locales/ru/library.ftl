# Articles: the list, and reading one in one or two languages.

library-title = Ваши права
library-empty = Справочник пуст.
library-group-stopped = Если остановили или задержали
library-group-asylum = Если нужно убежище
library-group-ill = Если вы больны или ранены
library-group-refused = Если отказали
library-group-detained = Если вы под стражей
library-group-worker = Для рабочих
library-group-new = Для тех, кто здесь недавно
library-group-helper = Для тех, кто помогает
library-group-other = Другое
library-checked = Проверено: { $day }
library-reviewed = Проверил юрист: { $name }
library-unreviewed = Ещё не проверено юристом
library-review-due = Срок новой проверки этой статьи прошёл. Закон мог измениться. Прежде чем действовать, спросите адвоката или человека, которому доверяете.
library-other-language = На вашем языке этой статьи нет. Она показана на языке: { $language }.
library-beside = Второй язык рядом
library-beside-none = Нет
library-show-this = Показать крупно
library-caution = Осторожно
library-caution-medium = Не сверено с официальным текстом. Спросите адвоката.
library-caution-low = Об этом только сообщают. Не подтверждено.
library-rests-on = На чём основана эта статья
