# Organisations and offices.

contacts-title = 련락처
contacts-about = 전화하거나 찾아가기 전에 《조심할 점》을 꼭 읽으십시오. 번호는 여기서 걸리지 않습니다. 옮겨적어 쓰십시오.
contacts-groups = 련락처의 종류
contacts-group-un = 유엔
contacts-group-ngo = 돕는 단체와 변호사
contacts-group-mission = 대사관과 령사관
contacts-group-state = 국가기관
contacts-group-emergency = 긴급전화
contacts-group-avoid = 피해야 할 곳
contacts-avoid-why = 이곳에 가거나 전화하지 마십시오. 알아보고 피하라고 적은것입니다.
contacts-country-RU = 로씨야
contacts-country-KZ = 까자흐스딴
contacts-country-KR = 한국
contacts-country-CN = 중국
contacts-country-MN = 몽골
contacts-status-open = 열려있음
contacts-status-closed = 닫혔음
contacts-status-unknown = 열려있는지 확인하지 못하였음
contacts-as-of = { $day }부 페지에 따름
contacts-phone = 전화
contacts-read = { $day }에 페지의 복사본에서 읽음. 아직 누구도 전화해보지 않았음
contacts-address = 주소
contacts-languages = 통하는 언어
contacts-expired = 오래동안 확인하지 못한 번호나 주소는 감추었습니다. 틀린 번호는 위험할수 있기때문입니다.
contacts-risk = 조심할 점
