# Organisations and offices.

contacts-title = Contacts
contacts-about = Before you call or go there, read “Be careful”. Nothing is dialled from here: copy the number.
contacts-groups = Kinds of contact
contacts-group-un = United Nations
contacts-group-ngo = Organisations and lawyers
contacts-group-mission = Embassies and consulates
contacts-group-state = State offices
contacts-group-emergency = Emergency numbers
contacts-group-avoid = Places to stay away from
contacts-avoid-why = Do not go there and do not call. They are named so that you can recognise and avoid them.
contacts-country-RU = Russia
contacts-country-KZ = Kazakhstan
contacts-country-KR = Republic of Korea
contacts-country-CN = China
contacts-country-MN = Mongolia
contacts-status-open = Open
contacts-status-closed = Closed
contacts-status-unknown = Nobody has checked whether it is open
contacts-as-of = according to a page of { $day }
contacts-phone = Phone
contacts-read = read on { $day } in a copy of the page; nobody has called
contacts-address = Address
contacts-languages = Languages spoken
contacts-expired = A number or address that was not checked for too long is hidden, because a wrong one can be dangerous.
contacts-risk = Be careful
