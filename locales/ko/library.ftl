# Articles: the list, and reading one in one or two languages.

library-title = 권리 안내
library-empty = 안내 자료가 비어 있습니다.
library-group-stopped = 검문을 당했거나 붙잡혔을 때
library-group-asylum = 망명을 신청할 때
library-group-ill = 아프거나 다쳤을 때
library-group-refused = 거부당했을 때
library-group-detained = 갇혀 있을 때
library-group-worker = 노동자에게
library-group-new = 처음 온 사람에게
library-group-helper = 돕는 사람에게
library-group-other = 그 밖의 안내
library-checked = 확인한 날: { $day }
library-reviewed = 검토한 사람: { $name }
library-unreviewed = 아직 변호사의 검토를 받지 않았습니다
library-review-due = 이 글은 다시 확인할 날이 지났습니다. 법이 바뀌었을 수 있습니다. 행동하기 전에 변호사나 믿을 만한 사람에게 물어보십시오.
library-other-language = 이 글은 선택하신 언어로 된 것이 없습니다. 보여 주는 언어: { $language }
library-beside = 옆에 놓고 읽을 언어
library-beside-none = 없음
library-show-this = 크게 보여 주기
library-caution = 주의
library-caution-medium = 공식 원문으로 확인하지 못했습니다. 변호사에게 물어보십시오.
library-caution-low = 그렇다고 전해질 뿐입니다. 확인되지 않았습니다.
library-rests-on = 이 글의 근거
