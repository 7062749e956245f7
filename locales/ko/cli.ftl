# Help of the command line.
cli-about = 인터넷 없이 보는 권리 정보와, 암호로 잠그는 사건 수첩입니다.
cli-data = 데이터를 두는 폴더. 적지 않으면 이 컴퓨터의 보통 위치를 씁니다.
cli-language = 메시지와 안내의 언어: ko-KP, ko, ru, en.
cli-batch = 명령을 JSON 한 줄씩 읽고 JSON 한 줄씩 답합니다.
cli-search = 안내에서 찾습니다.
cli-search-notebook = 수첩에서도 찾습니다. 암호를 묻습니다.
cli-deadline = 기한을 보여 주고 마지막 날을 셉니다.
cli-deadline-id = 어느 기한인지. 쓰지 않으면 모두 보여 줍니다.
cli-deadline-day = 그 일이 있은 날.

cli-library = 안내를 읽습니다.
cli-library-install = 묶음을 원본 폴더에서 바로 안내에 넣어 시험해 봅니다.
cli-library-list = 글 목록을 보여 줍니다.
cli-library-show = 글을 보여 줍니다.
cli-library-beside = 단락마다 아래에 함께 보여 줄 둘째 언어.
cli-library-easy = 쉬운 글이 있으면 쉬운 글을 보여줍니다.
cli-library-contacts = 연락처를 보여 줍니다.
cli-library-cards = 경찰이나 의사에게 보여 줄 카드를 보여 줍니다.
cli-library-places = 도시와 마을의 목록을 보여 줍니다.
cli-library-packs = 들어 있는 묶음과 마지막으로 바뀐 것을 보여 줍니다.
cli-library-remove = 더는 내지 않는 묶음을 지웁니다.
cli-library-place = 한 도시나 마을과 그곳에서 도움을 청할 곳을 보여 줍니다.

cli-notebook = 수첩을 만들고 엽니다.
cli-notebook-create = 암호로 잠그는 새 수첩을 만듭니다.
cli-notebook-open-shelf = 안내는 암호 없이도 읽을 수 있게 합니다.
cli-notebook-unlock = 암호로 수첩이 열리는지 확인합니다.
cli-notebook-passphrase = 암호를 바꿉니다.
cli-notebook-recovery = 암호를 잊었을 때 쓰는 복구 번호를 만듭니다. --shares를 붙이면 다섯 조각으로 만들고, 그 가운데 셋이면 됩니다.
cli-notebook-shares = 다섯 사람에게 줄 다섯 조각으로 만듭니다.
cli-notebook-recovery-try = 복구 번호로 아직 열리는지 봅니다.
cli-notebook-recovery-remove = 복구 번호나 조각을 못 쓰게 합니다.
cli-notebook-recover = 복구 번호나 낱말, 또는 조각 세 개로 수첩을 열고 새 암호를 정합니다.
cli-notebook-erase-after = 암호가 이만큼 틀리면 모두 지웁니다. 5부터 100까지, 0이면 지우지 않습니다. 여기 있는 모든 것에 미칩니다.

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

cli-pack = 안내에 넣을 묶음을 만듭니다.
cli-pack-check = 묶음의 원본을 검사하고 들어 있는 것을 셉니다.
cli-pack-build = 묶음의 원본을 검사하고 묶음을 만듭니다.

# Questions.
cli-ask-passphrase = 암호:
cli-ask-new-passphrase = 새 암호(8자 이상):
cli-ask-again = 같은 암호를 한 번 더:
cli-ask-title = 사건의 이름:
cli-ask-place = 어디에서 있었는지:
cli-ask-text = 기록을 쓰십시오. 끝나면 Ctrl-D를 누르십시오.
cli-ask-recovery = 복구 번호나 낱말:
cli-ask-share = 세 조각 가운데 { $number }번째:
cli-ask-back = 조각 { $paper }, 묶음 { $group }:

# Answers.
cli-created = 수첩을 만들었습니다. 암호를 꼭 기억하십시오. 잊으면 아무도 되찾을 수 없습니다.
cli-unlocked = 암호가 맞습니다.
cli-changed = 되었습니다.
cli-paper = 조각 { $number }
cli-write-down = 받아쓰십시오. 지금만 보입니다. 그다음 묻는 것을 쓰십시오.
cli-seconds = 초: { $seconds }
cli-mistyped = 조각 { $paper }, 묶음이나 낱말: { $groups }
cli-installed = 묶음을 안내에 넣었습니다.
cli-built = 묶음을 만들었습니다.
cli-nothing-found = 찾은 것이 없습니다.

# The first word of a result.
cli-kind-article = 글
cli-kind-contact = 연락처
cli-kind-phrase = 카드
cli-kind-place = 도시
cli-kind-case = 사건
cli-kind-note = 기록

# What went wrong, where the words for the window do not fit a terminal.
cli-error-wrong-passphrase-help = 자판과 대문자를 확인하고 다시 해 보십시오. 입력하는 글자는 보이지 않습니다. 몇 번 틀리면 잠시 기다려야 합니다. 수첩은 그대로 있습니다.
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
cli-notebook-second = 암호가 따로 있는 두 번째 수첩을 만듭니다. 전에 만든 것은 바뀝니다.
cli-notebook-erase = 두 수첩과 안내를 모두 지웁니다.
cli-notebook-forget-other = 이 수첩을 열고 다른 수첩을 잊는 암호를 정합니다.
cli-ask-second-passphrase = 두 번째 수첩의 암호:
cli-ask-forgetting-passphrase = 이 수첩만 남기는 암호:
cli-ask-erase = 모두 지우려면 “{ $word }”라고 쓰십시오:
cli-erase-word = 지우기
cli-second-replaced = 전에 두 번째 수첩을 만들었다면 새것으로 바뀝니다. 그 수첩의 암호를 쓰면 그대로 남습니다.
cli-done = 되었습니다.
cli-not-erased = 아무것도 지우지 않았습니다.
cli-notebook-backup = 수첩의 사본을 파일 하나에 적고 다시 읽어 확인합니다.
cli-notebook-check-backup = 사본이 처음부터 끝까지 읽히는지 확인합니다.
cli-notebook-restore = 수첩이 아직 없는 곳에 사본으로 수첩을 만듭니다.

# Signed packs.
cli-library-update = 폴더, USB 메모리, 파일에 있는 서명된 묶음을 확인하고 새것을 설치합니다.
cli-library-look = 누가 서명했고 무엇이 바뀌는지만 보여 줍니다.
cli-pack-new = 새 묶음을 시작합니다. 고쳐 쓸 예가 든 폴더를 만듭니다.
cli-pack-keys = 열쇠를 만들고 누가 무엇에 서명하는지 정합니다.
cli-pack-keys-make = 열쇠를 만듭니다. 암호로 잠근 비밀 파일과 남에게 주는 공개 파일이 생깁니다.
cli-pack-keys-roles = 누가 뿌리를 지니고 목록을 만들고 펴내는지 초안을 만듭니다.
cli-pack-keys-pack = 누가 묶음에 서명하는지 초안을 만듭니다.
cli-pack-keys-withdraw = 더는 내지 않을 묶음을 목록에서 뺍니다. 그다음 서명이 필요합니다.
cli-pack-sign = 묶음을 저장소에 넣고 서명할 것에 서명합니다. 망이 필요 없습니다.
cli-pack-publish = 서명된 것을 최신으로 확인하고 폴더, USB 메모리, 또는 .durumi 파일 하나로 내놓습니다.
cli-pack-verify = 읽는 사람의 프로그램처럼 저장소를 확인합니다.
cli-pack-diff = 묶음의 두 판 사이에 바뀐 것을 보여 줍니다.
cli-pack-contacts = 표로 연락처를 확인합니다.
cli-pack-contacts-export = 연락처를 한 줄에 하나씩 CSV 파일로 씁니다.
cli-pack-contacts-import = 두 사람이 확인한 것을 받아들입니다.
cli-pack-key = 비밀 열쇠 파일.
cli-pack-development = 시험해 보려고 누구나 가진 열쇠를 씁니다.
cli-pack-pack = 묶음의 원본 폴더나 만들어진 묶음.
cli-pack-days = 며칠 동안 최신으로 볼 것인지.
cli-pack-root = 프로그램에 든 것 대신 믿을 뿌리.
cli-pack-holder = 공개 열쇠 파일. 여러 번 줄 수 있습니다.
cli-pack-threshold = 그 가운데 몇 사람이 서명해야 하는지.
cli-pack-name = 읽는 사람에게 보이는 이름.
cli-pack-made = 묶음을 시작했습니다. 예를 고친 다음 durumi pack check를 실행하십시오.
cli-key-made = 열쇠를 만들었습니다: { $id }. 비밀 파일과 암호를 따로 두십시오.
cli-drafted = { $file }에 서명이 필요합니다.
cli-signed = { $file }에 서명했습니다.
cli-signed-missing = { $file }에 서명했습니다. 아직 모자라는 서명: { $count }.
cli-published = 내놓았습니다. 새 파일: { $count }.
cli-contacts-written = 쓴 연락처: { $count }.
cli-contacts-taken = 두 사람이 확인하여 받아들인 연락처: { $count }.
cli-contact-one = { $id }: 한 사람만 확인했습니다. 받아들이지 않았습니다.
cli-contact-same = { $id }: 두 확인의 머리글자가 같습니다. 받아들이지 않았습니다.
cli-contact-day = { $id }: 날짜를 읽을 수 없거나 아직 오지 않은 날입니다. 받아들이지 않았습니다.
cli-contact-unknown-id = { $id }: 묶음에 그런 연락처가 없습니다. 받아들이지 않았습니다.
error-nothing-to-sign = 이 열쇠로 서명할 것이 없습니다.
error-nothing-to-sign-help = 바뀐 것은 없습니다. 맞는 열쇠인지, 이미 서명하지 않았는지 확인하십시오.
error-unsigned = 아직 서명이 모자랍니다.
error-unsigned-help = 내놓지 않았습니다. draft 폴더에 있는 것에 모두 서명하게 하십시오.
error-no-role = 이 묶음에 누가 서명하는지 정해지지 않았습니다.
error-no-role-help = 바뀐 것은 없습니다. 먼저 durumi pack keys pack을 실행하고 서명을 받으십시오.
error-not-newer = 이 판은 이미 서명되었습니다.
error-not-newer-help = 바뀐 것은 없습니다. pack.toml의 version을 올리십시오.
error-file-exists = 거기에 이미 무엇이 있습니다.
error-file-exists-help = 바뀐 것은 없습니다. 다른 이름을 고르십시오.
cli-error-repository-refused-help = 바뀐 것은 없습니다.

# Exchange between devices.
cli-sync = USB 메모리나 폴더, 드라이브를 거쳐 자기의 두 기기의 수첩을 맞춥니다.
cli-sync-folder = 폴더를 켜고 그것을 거쳐 맞춥니다.
cli-sync-now = 켜 놓은 모든 폴더를 거쳐 맞춥니다.
cli-sync-list = 켜 놓은 폴더를 보여 줍니다.
cli-sync-forget = 폴더를 잊습니다. 거기에 있는 것은 그대로 남습니다.
cli-sync-on = 알고 있는 폴더를 다시 켭니다.
cli-sync-off = 폴더를 끕니다. 거기에 있는 것은 그대로 남습니다.
cli-sync-leave = 한 번 더 맞추고 모든 폴더를 잊습니다.
cli-sync-new-keys = 기기를 잃었을 때 새 열쇠를 만듭니다. 그 기기는 나중에 오는 것을 읽지 못합니다. 다른 기기들은 다시 초대하십시오.
cli-sync-take-keys = 다른 기기가 만든 새 열쇠를 초대장으로 받습니다.
cli-sync-keys-made = 새 열쇠를 만들었고 모든 폴더를 껐습니다. 하나를 켜고 남는 기기들을 초대하십시오.
cli-sync-keys-taken = 새 열쇠가 이 기기에 있으며 모든 폴더를 껐습니다. 새 폴더를 켜십시오.
cli-sync-is-on = 켜짐
cli-sync-is-off = 꺼짐
cli-sync-invite = 자기의 다른 기기를 위한 초대장을 파일에 쓰고 코드를 보여 줍니다.
cli-sync-join = 초대장으로 다른 기기의 수첩을 이 기기로 가져옵니다.
cli-sync-done = 온 것: { $received }, 간 것: { $sent }, 파일 조각: { $files }
cli-sync-never = 한 번도 없음
cli-sync-set-aside = 여기서 읽을 수 없어 따로 둔 변경: { $count }
cli-sync-invited = 다른 기기에서 이 코드를 치십시오. 파일과 함께 보내지 말고, 다 쓴 파일은 지우십시오:
cli-sync-joined = 수첩이 이 기기에 있습니다. 이제 맞추면 그 내용이 옵니다.
cli-ask-code = 초대장의 코드:
cli-vault = 이상이 없는지 확인
cli-vault-check = 열쇠, 안내, 수첩을 확인하고 고칠 수 있는 것을 고칩니다
