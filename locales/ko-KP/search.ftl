# Searching the library and, while it is open, the notebook.

search-label = 무엇을 찾습니까?
search-hint = 조선말이나 로씨야말로 쓰십시오. 첫 글자부터 찾습니다.
search-hint-unlocked = 안내와 당신의 수첩에서 함께 찾습니다.
search-clear = 지우기
search-results = 찾은것
search-count = { $count }건을 찾았습니다
search-first = 제일 맞는 결과 { $count }개
search-more = 결과를 더 보기
search-none = 아직 찾은것이 없습니다.
search-none-help = 더 짧은 말이나 다른 말로 써보십시오. 례: 망명, 려권, 로임, 변호사
search-kind-article = 안내글
search-kind-contact = 련락처
search-kind-phrase = 보여주는 카드
search-kind-place = 도시나 마을
search-kind-case = 수첩의 사건
search-kind-note = 수첩의 기록
