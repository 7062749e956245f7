# The settings, and what Durumi protects and does not.

settings-title = 설정
settings-in-memory = 여기서 고른것은 프로그람을 끄면 잊어버립니다. 콤퓨터에 아무것도 남기지 않습니다.
settings-size = 글자크기
settings-percent = { $percent } %
settings-theme = 화면의 밝기
settings-theme-system = 콤퓨터와 같게
settings-theme-light = 밝게
settings-theme-dark = 어둡게
settings-idle = 쓰지 않으면 수첩을 잠그는 시간
settings-minutes = { $minutes }분
settings-keyboard = 화면건반
settings-on = 켜기
settings-off = 끄기
settings-protects = 두루미가 지켜주는것
settings-protects-off = 콤퓨터를 잃거나 빼앗겨도, 꺼져있거나 수첩이 잠겨있으면 암호없이는 수첩을 읽을수 없습니다.
settings-protects-files = 수첩의 글과 화일은 콤퓨터의 다른 곳에 읽을수 있는 상태로 남지 않습니다.
settings-protects-glance = 누가 다가오면 《숨기기》를 누르거나 Esc건을 빨리 두번 누르십시오. 화면이 곧 비고 수첩이 잠깁니다. 쓰던 글은 먼저 보관됩니다.
settings-protects-network = 두루미는 아무것도 인터네트로 보내지 않습니다.
settings-unprotected = 두루미가 지켜주지 못하는것
settings-unprotected-malware = 이 콤퓨터에 악성프로그람이 있으면 누르는 글자와 화면을 볼수 있습니다.
settings-unprotected-camera = 뒤에서 보는 사람이나 사진기, 감시카메라는 막지 못합니다.
settings-unprotected-installed = 이 콤퓨터에 두루미가 있다는 사실은 감추지 못합니다.
settings-unprotected-force = 누가 억지로 암호를 말하게 하고 전에 이 디스크를 복사해두었다면, 그뒤에 지운것까지 읽을수 있습니다.
settings-unprotected-open = 수첩이 열려있는 동안에는 이 콤퓨터앞에 있는 사람이 누구나 읽을수 있습니다. 자리를 뜨기 전에 잠그십시오.
settings-pack = 안내자료에 대하여
settings-pack-version = 판 { $version }
