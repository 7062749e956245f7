# Organisations and offices.

contacts-title = 연락처
contacts-about = 전화하거나 찾아가기 전에 ‘조심할 점’을 꼭 읽으십시오. 여기서는 전화가 걸리지 않습니다. 옮겨 적어 쓰십시오.
contacts-groups = 연락처의 종류
contacts-group-un = 유엔
contacts-group-ngo = 돕는 단체와 변호사
contacts-group-mission = 대사관과 영사관
contacts-group-state = 국가 기관
contacts-group-emergency = 긴급 전화
contacts-group-avoid = 피해야 할 곳
contacts-avoid-why = 이곳에 가거나 전화하지 마십시오. 알아보고 피하라고 적은 것입니다.
contacts-country-RU = 러시아
contacts-country-KZ = 카자흐스탄
contacts-country-KR = 한국
contacts-country-CN = 중국
contacts-country-MN = 몽골
contacts-status-open = 운영 중
contacts-status-closed = 닫힘
contacts-status-unknown = 운영하는지 확인하지 못함
contacts-as-of = { $day } 자 페이지에 따름
contacts-phone = 전화
contacts-read = { $day }에 페이지 사본에서 읽음. 아직 아무도 전화해 보지 않음
contacts-address = 주소
contacts-languages = 통하는 언어
contacts-expired = 오랫동안 확인하지 못한 번호나 주소는 감추었습니다. 틀린 번호는 위험할 수 있기 때문입니다.
contacts-risk = 조심할 점
