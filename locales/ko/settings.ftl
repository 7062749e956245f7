# The settings, and what Durumi protects and does not.

settings-title = 설정
settings-in-memory = 여기서 고른 것은 프로그램을 끄면 잊어버립니다. 컴퓨터에 아무것도 남기지 않습니다.
settings-size = 글자 크기
settings-percent = { $percent } %
settings-theme = 화면 밝기
settings-theme-system = 컴퓨터와 같게
settings-theme-light = 밝게
settings-theme-dark = 어둡게
settings-idle = 쓰지 않으면 수첩을 잠그는 시간
settings-minutes = { $minutes }분
settings-keyboard = 화면 키보드
settings-on = 켜기
settings-off = 끄기
settings-protects = 두루미가 지켜 주는 것
settings-protects-off = 컴퓨터를 잃어버리거나 빼앗겨도, 꺼져 있거나 수첩이 잠겨 있으면 암호 없이는 수첩을 읽을 수 없습니다.
settings-protects-files = 수첩의 글과 파일은 컴퓨터의 다른 곳에 읽을 수 있는 상태로 남지 않습니다.
settings-protects-glance = 누가 다가오면 ‘숨기기’를 누르거나 Esc 키를 빠르게 두 번 누르십시오. 화면이 바로 비고 수첩이 잠깁니다. 쓰던 글은 먼저 저장됩니다.
settings-protects-network = 두루미는 아무것도 인터넷으로 보내지 않습니다.
settings-unprotected = 두루미가 지켜 주지 못하는 것
settings-unprotected-malware = 이 컴퓨터에 악성 프로그램이 있으면 누르는 글자와 화면을 볼 수 있습니다.
settings-unprotected-camera = 뒤에서 보는 사람이나 사진기, 감시 카메라는 막지 못합니다.
settings-unprotected-installed = 이 컴퓨터에 두루미가 있다는 사실은 감추지 못합니다.
settings-unprotected-force = 누가 강제로 암호를 말하게 하고 전에 이 디스크를 복사해 두었다면, 그 뒤에 지운 것까지 읽을 수 있습니다.
settings-unprotected-open = 수첩이 열려 있는 동안에는 이 컴퓨터 앞에 있는 누구나 읽을 수 있습니다. 자리를 뜨기 전에 잠그십시오.
settings-pack = 안내 자료에 대하여
settings-pack-version = 판 { $version }
