# Searching the library and, while it is open, the notebook.

search-label = 무엇을 찾으십니까?
search-hint = 한국어나 러시아어로 쓰십시오. 첫 글자부터 찾습니다.
search-hint-unlocked = 안내와 본인의 수첩에서 함께 찾습니다.
search-clear = 지우기
search-results = 찾은 결과
search-count = { $count }건을 찾았습니다
search-first = 가장 가까운 결과 { $count }개
search-more = 결과 더 보기
search-none = 아직 찾은 것이 없습니다.
search-none-help = 더 짧은 말이나 다른 말로 써 보십시오. 예: 망명, 여권, 임금, 변호사
search-kind-article = 안내 글
search-kind-contact = 연락처
search-kind-phrase = 보여 주는 카드
search-kind-place = 도시나 마을
search-kind-case = 수첩의 사건
search-kind-note = 수첩의 기록
