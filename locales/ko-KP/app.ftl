# The frame around every page.

app-name = 두루미
app-skip = 본문으로 가기
app-rooms = 방
app-tab-home = 첫 화면
app-tab-library = 안내
app-tab-cards = 카드
app-tab-contacts = 련락처
app-tab-places = 도시와 마을
app-tab-notebook = 수첩
app-tab-settings = 설정
app-language = 언어
app-hide = 숨기기
app-hide-hint = 화면을 곧 비우고 수첩을 잠급니다. Esc건을 빨리 두번 눌러도 됩니다.
app-go-on = 계속
app-back = 돌아가기
app-close = 닫기
app-cancel = 그만두기
app-try-again = 다시 해보기
app-waiting = 조금만 기다려주십시오…
app-show-title = 보여주는 카드
app-show-language = 카드의 언어
app-unsaved-title = 아직 보관하지 않은 글이 있습니다
app-unsaved-text = 이 페지에서 나가기 전에 어떻게 할지 골라주십시오. 보관하지 않고 나가면 새로 쓴 글이 없어집니다.
app-unsaved-save = 보관하고 나가기
app-unsaved-drop = 보관하지 않고 나가기
app-unsaved-stay = 여기에 남기
