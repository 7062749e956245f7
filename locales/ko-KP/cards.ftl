# Cards to show to somebody.

cards-title = 보여주는 카드
cards-about = 카드를 누르면 로씨야말이 화면에 크게 나옵니다. 말하지 않고 화면만 보여주어도 됩니다.
cards-groups = 카드의 종류
cards-danger = 위험: 다른 사람이 보면 안됩니다
cards-group-all = 모두
cards-group-protection = 망명과 보호
cards-group-police = 경찰
cards-group-court = 재판소와 기관
cards-group-health = 병원
cards-group-work = 로동
cards-group-daily = 일상
