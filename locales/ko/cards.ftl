# Cards to show to somebody.

cards-title = 보여 주는 카드
cards-about = 카드를 누르면 러시아어가 화면에 크게 나옵니다. 말하지 않고 화면만 보여 주어도 됩니다.
cards-groups = 카드의 종류
cards-danger = 위험: 다른 사람이 보면 안 됩니다
cards-group-all = 모두
cards-group-protection = 망명과 보호
cards-group-police = 경찰
cards-group-court = 법원과 기관
cards-group-health = 병원
cards-group-work = 노동
cards-group-daily = 일상
