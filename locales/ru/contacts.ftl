# Organisations and offices.

contacts-title = Контакты
contacts-about = Прежде чем звонить или идти, прочтите «Осторожно». Отсюда позвонить нельзя: перепишите номер.
contacts-groups = Виды контактов
contacts-group-un = ООН
contacts-group-ngo = Организации и адвокаты
contacts-group-mission = Посольства и консульства
contacts-group-state = Государственные органы
contacts-group-emergency = Экстренный вызов
contacts-group-avoid = Места, которых следует избегать
contacts-avoid-why = Не ходите туда и не звоните. Они названы, чтобы вы могли их узнать и обойти.
contacts-country-RU = Россия
contacts-country-KZ = Казахстан
contacts-country-KR = Республика Корея
contacts-country-CN = Китай
contacts-country-MN = Монголия
contacts-status-open = Работает
contacts-status-closed = Закрыто
contacts-status-unknown = Никто не проверял, работает ли
contacts-as-of = судя по странице от { $day }
contacts-phone = Телефон
contacts-read = прочитан { $day } в копии страницы; никто не звонил
contacts-address = Адрес
contacts-languages = Языки
contacts-expired = Номер или адрес, который давно не проверяли, скрыт: неверный номер может быть опасен.
contacts-risk = Осторожно
