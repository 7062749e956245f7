# 명령줄 도움말.
cli-about = 인터넷 없이 보는 권리 정보와, 암호로 잠그는 사건 수첩입니다.
cli-data = 데이터를 두는 폴더. 적지 않으면 이 컴퓨터의 보통 위치를 씁니다.
cli-language = 메시지와 자료실의 언어: ko-KP, ko, ru, en.
cli-batch = 명령을 JSON 한 줄씩 읽고 JSON 한 줄씩 답합니다.
cli-search = 자료실에서 찾습니다.
cli-search-notebook = 수첩에서도 찾습니다. 암호를 묻습니다.

cli-library = 자료실을 읽습니다.
cli-library-install = 묶음을 원본 폴더에서 바로 자료실에 넣어 시험해 봅니다.
cli-library-list = 글 목록을 보여 줍니다.
cli-library-show = 글을 보여 줍니다.
cli-library-beside = 단락마다 아래에 함께 보여 줄 둘째 언어.
cli-library-contacts = 연락처를 보여 줍니다.
cli-library-cards = 경찰이나 의사에게 보여 줄 카드를 보여 줍니다.
cli-library-places = 도시와 마을의 목록을 보여 줍니다.
cli-library-place = 한 도시나 마을과 그곳에서 도움을 청할 곳을 보여 줍니다.

cli-notebook = 수첩을 만들고 엽니다.
cli-notebook-create = 암호로 잠그는 새 수첩을 만듭니다.
cli-notebook-open-shelf = 자료실은 암호 없이도 읽을 수 있게 합니다.
cli-notebook-unlock = 암호로 수첩이 열리는지 확인합니다.

cli-case = 사건을 다룹니다.
cli-case-new = 새 사건을 시작합니다.
cli-case-list = 사건 목록을 보여 줍니다.
cli-case-show = 사건과 그 기록, 파일을 보여 줍니다.
cli-case-rename = 사건의 이름을 바꿉니다.
cli-case-delete = 사건과 그 기록, 파일을 완전히 지웁니다.

cli-note = 사건의 기록을 다룹니다.
cli-note-add = 사건에 기록을 더합니다.
cli-note-edit = 기록을 다시 씁니다. 날짜와 곳은 따로 주지 않으면 그대로 둡니다.
cli-note-date = 일이 있은 날. 2026-11-24처럼 쓰며, 비우면 날짜가 없는 것으로 합니다.
cli-note-place = 어디에서 있었는지도 묻습니다. 본문 앞의 한 줄입니다.
cli-note-delete = 기록을 완전히 지웁니다.

cli-file = 사건의 파일을 다룹니다.
cli-file-add = 파일의 사본을 잠가서 사건에 넣습니다.
cli-file-read = 파일 내용을 표준 출력으로 내보냅니다.
cli-file-delete = 사건에서 파일을 완전히 지웁니다.

cli-pack = 자료실에 넣을 묶음을 만듭니다.
cli-pack-check = 묶음의 원본을 검사하고 들어 있는 것을 셉니다.
cli-pack-build = 묶음의 원본을 검사하고 묶음을 만듭니다.

# 묻는 말.
cli-ask-passphrase = 암호:
cli-ask-new-passphrase = 새 암호(8자 이상):
cli-ask-again = 같은 암호를 한 번 더:
cli-ask-title = 사건의 이름:
cli-ask-place = 어디에서 있었는지:
cli-ask-text = 기록을 쓰십시오. 끝나면 Ctrl-D를 누르십시오.

# 알리는 말.
cli-created = 수첩을 만들었습니다. 암호를 꼭 기억하십시오. 잊으면 아무도 되찾을 수 없습니다.
cli-unlocked = 암호가 맞습니다.
cli-installed = 묶음을 자료실에 넣었습니다.
cli-built = 묶음을 만들었습니다.
cli-nothing-found = 찾은 것이 없습니다.
cli-checked-on = 확인한 날: { $date }
cli-unreviewed = 아직 변호사가 검토하지 않았습니다.

# 찾은 것의 종류.
cli-kind-article = 글
cli-kind-contact = 연락처
cli-kind-phrase = 카드
cli-kind-place = 도시
cli-kind-case = 사건
cli-kind-note = 기록

# 창에 맞춘 말이 명령줄에는 맞지 않는 오류.
cli-error-wrong-passphrase-help = 자판과 대문자를 확인하고 다시 해 보십시오. 입력하는 글자는 보이지 않습니다. 몇 번이든 해 볼 수 있습니다. 수첩은 그대로 있습니다.
cli-error-locked-help = 암호를 입력하거나 표준 입력의 첫 줄에 주십시오. 저장한 것은 그대로 있습니다.
cli-error-no-notebook-help = durumi notebook create라는 명령으로 만드십시오. 전에 만들었다면 --data로 그 폴더를 지정하십시오.
cli-error-disk-full-help = 이번 것은 저장되지 않았습니다. 필요 없는 파일을 지운 다음 명령을 다시 내리십시오. 전에 저장한 것은 그대로 있습니다.
cli-error-not-found-help = 지워졌거나 식별자를 잘못 입력했을 수 있습니다. 식별자는 list, show, search 명령으로 볼 수 있습니다.
cli-error-pack-refused = 이 묶음은 규칙에 맞지 않습니다.
cli-error-pack-refused-help = 다음의 곳을 고치고 명령을 다시 내리십시오. 만들거나 넣은 것은 없습니다.
cli-error-internal-help = 수첩은 그대로 있습니다. 명령을 다시 내리십시오. 되풀이되면 두루미를 준 사람에게 알려 주십시오.
cli-error-passphrases-differ = 두 번 입력한 암호가 서로 다릅니다.
cli-error-passphrases-differ-help = 아무것도 만들지 않았습니다. 명령을 다시 내리고 같은 암호를 두 번 입력하십시오.
cli-error-file-unreadable = 이 파일은 읽을 수 없습니다.
cli-error-file-unreadable-help = 이름과 위치, 읽을 권한이 있는지 확인하십시오. 넣은 것은 없습니다.
cli-error-no-day = 이 날짜는 읽을 수 없습니다.
cli-error-no-day-help = 2026-11-24처럼 쓰거나 --date를 빼십시오. 바뀐 것은 없습니다.
cli-place-read = { $date }에 읽은 내용
cli-contact-open = 운영 중, { $date } 자 페이지에 따름
cli-contact-closed = 닫힘, { $date } 자 페이지에 따름
cli-contact-unknown = 운영하는지 확인하지 못함

# Syncing.
cli-sync = USB 메모리나 폴더, 드라이브를 거쳐 자기 기기 두 대를 같게 유지합니다.
cli-sync-folder = 폴더를 켜고 그것을 거쳐 맞춥니다.
cli-sync-now = 켜 놓은 모든 폴더를 거쳐 맞춥니다.
cli-sync-list = 켜 놓은 폴더를 보여 줍니다.
cli-sync-forget = 폴더를 끕니다. 거기에 있는 것은 그대로 남습니다.
cli-sync-invite = 자기의 다른 기기를 위한 초대장을 파일에 쓰고 번호를 보여 줍니다.
cli-sync-join = 초대장으로 다른 기기의 수첩을 이 기기로 가져옵니다.
cli-sync-done = 온 것: { $received }, 간 것: { $sent }, 파일 조각: { $files }
cli-sync-never = 한 번도 없음
cli-sync-set-aside = 여기서 읽을 수 없어 따로 둔 변경: { $count }
cli-sync-invited = 다른 기기에서 이 번호를 치십시오. 파일과 함께 보내지 말고, 다 쓴 파일은 지우십시오:
cli-sync-joined = 수첩이 이 기기에 있습니다. 이제 맞추면 그 내용이 옵니다.
cli-ask-code = 초대장의 번호:
