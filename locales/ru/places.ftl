# Towns, and who can be turned to from there.

places-title = Города и посёлки
places-about = Выберите город, где вы находитесь. На его странице сказано, куда оттуда обратиться и чего остерегаться.
places-offices = Города, где есть учреждения
places-others = Другие города и посёлки
places-here = В этом городе
places-elsewhere = Находятся в другом месте
places-nobody = Для этого города в справочнике никого нет.
places-as-of = сведения прочитаны { $day }
