# Towns, and who can be turned to from there.

places-title = 도시와 마을
places-about = 지금 있는 도시나 마을을 고르십시오. 거기서 도움을 청할 곳과 조심할 점이 나옵니다.
places-offices = 기관이 있는 도시
places-others = 다른 도시와 마을
places-here = 이 도시에 있는 곳
places-elsewhere = 다른 도시에 있는 곳
places-nobody = 이 도시에서 도움을 청할 곳은 이 안내에 없습니다.
places-as-of = { $day }에 읽은 내용
