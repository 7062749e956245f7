# Help of the command line.
cli-about = 망이 없어도 볼수 있는 권리자료와 암호로 잠그는 사건수첩입니다.
cli-data = 자료를 두는 화일등록부. 지적하지 않으면 이 콤퓨터의 보통자리를 씁니다.
cli-language = 알림글과 안내의 말: ko-KP, ko, ru, en.
cli-batch = 명령을 JSON 한줄씩 읽고 JSON 한줄씩 대답합니다.
cli-search = 안내에서 찾습니다.
cli-search-notebook = 수첩에서도 찾습니다. 암호를 묻습니다.
cli-deadline = 기한을 보여주고 마지막날을 셉니다.
cli-deadline-id = 어느 기한인지. 쓰지 않으면 다 보여줍니다.
cli-deadline-day = 그 일이 있은 날.

cli-library = 안내를 읽습니다.
cli-library-install = 묶음을 원본화일등록부에서 직접 안내에 넣어 시험해봅니다.
cli-library-list = 글목록을 보여줍니다.
cli-library-show = 글을 보여줍니다.
cli-library-beside = 단락마다 그아래에 같이 보여줄 둘째 말.
cli-library-easy = 쉬운 글이 있으면 쉬운 글을 보여줍니다.
cli-library-contacts = 련락처를 보여줍니다.
cli-library-cards = 경찰이나 의사에게 보일 카드를 보여줍니다.
cli-library-places = 도시와 마을의 목록을 보여줍니다.
cli-library-packs = 들어있는 묶음과 마지막으로 바뀐것을 보여줍니다.
cli-library-remove = 더는 내지 않는 묶음을 지웁니다.
cli-library-place = 한 도시나 마을과 거기서 도움을 청할 곳을 보여줍니다.

cli-notebook = 수첩을 만들고 엽니다.
cli-notebook-create = 암호로 잠그는 새 수첩을 만듭니다.
cli-notebook-open-shelf = 안내는 암호가 없어도 읽을수 있게 합니다.
cli-notebook-unlock = 암호로 수첩이 열리는가를 확인합니다.
cli-notebook-passphrase = 암호를 바꿉니다.
cli-notebook-recovery = 암호를 잊어버렸을 때 쓰는 복구번호를 만듭니다. --shares를 붙이면 다섯쪼각으로 만들고, 그가운데서 셋이면 됩니다.
cli-notebook-shares = 다섯사람에게 줄 다섯쪼각으로 만듭니다.
cli-notebook-recovery-try = 복구번호로 아직 열리는지 봅니다.
cli-notebook-recovery-remove = 복구번호나 쪼각을 못쓰게 합니다.
cli-notebook-recover = 복구번호나 단어, 또는 쪼각 세개로 수첩을 열고 새 암호를 정합니다.
cli-notebook-erase-after = 암호가 이만큼 틀리면 모두 지웁니다. 5부터 100까지, 0이면 지우지 않습니다. 여기 있는 모든것에 미칩니다.

cli-case = 사건을 다룹니다.
cli-case-new = 새 사건을 시작합니다.
cli-case-list = 사건목록을 보여줍니다.
cli-case-show = 사건과 그 기록, 화일을 보여줍니다.
cli-case-rename = 사건의 이름을 바꿉니다.
cli-case-delete = 사건과 그 기록, 화일을 완전히 지웁니다.

cli-note = 사건의 기록을 다룹니다.
cli-note-add = 사건에 기록을 더합니다.
cli-note-edit = 기록을 다시 씁니다. 날자와 곳은 따로 주지 않으면 그대로 둡니다.
cli-note-date = 있은 날. 2026-11-24처럼 쓰며, 비우면 날자가 없는것으로 합니다.
cli-note-place = 어디서 있었는가도 묻습니다. 본문앞의 한줄입니다.
cli-note-delete = 기록을 완전히 지웁니다.

cli-file = 사건의 화일을 다룹니다.
cli-file-add = 화일의 복사본을 잠그어 사건에 넣습니다.
cli-file-read = 화일의 내용을 표준출력으로 내보냅니다.
cli-file-delete = 사건에서 화일을 완전히 지웁니다.

cli-pack = 안내에 넣을 묶음을 만듭니다.
cli-pack-check = 묶음의 원본을 검사하고 들어있는것을 셉니다.
cli-pack-build = 묶음의 원본을 검사하고 묶음을 만듭니다.

# Questions.
cli-ask-passphrase = 암호:
cli-ask-new-passphrase = 새 암호(8글자이상):
cli-ask-again = 같은 암호를 한번 더:
cli-ask-title = 사건의 이름:
cli-ask-place = 어디서 있었는가:
cli-ask-text = 기록을 쓰십시오. 끝나면 Ctrl-D를 누르십시오.
cli-ask-recovery = 복구번호나 단어:
cli-ask-share = 세 쪼각가운데서 { $number }번째:
cli-ask-back = 쪼각 { $paper }, 묶음 { $group }:

# Answers.
cli-created = 수첩이 만들어졌습니다. 암호를 꼭 기억하십시오. 잊으면 누구도 찾아줄수 없습니다.
cli-unlocked = 암호가 맞습니다.
cli-changed = 되였습니다.
cli-paper = 쪼각 { $number }
cli-write-down = 받아쓰십시오. 지금만 보입니다. 그다음 묻는것을 쓰십시오.
cli-seconds = 초: { $seconds }
cli-mistyped = 쪼각 { $paper }, 묶음이나 단어: { $groups }
cli-installed = 묶음을 안내에 넣었습니다.
cli-built = 묶음이 만들어졌습니다.
cli-nothing-found = 찾은것이 없습니다.

# The first word of a result.
cli-kind-article = 글
cli-kind-contact = 련락처
cli-kind-phrase = 카드
cli-kind-place = 도시
cli-kind-case = 사건
cli-kind-note = 기록

# What went wrong, where the words for the window do not fit a terminal.
cli-error-wrong-passphrase-help = 건반배치와 대문자를 확인하고 다시 해보십시오. 치는 글자는 보이지 않습니다. 몇번 틀리면 잠시 기다려야 합니다. 수첩은 그대로 있습니다.
cli-error-locked-help = 암호를 치거나 표준입력의 첫줄에 주십시오. 보관한것은 그대로 있습니다.
cli-error-no-notebook-help = durumi notebook create라는 명령으로 만드십시오. 전에 만들었다면 --data로 그 화일등록부를 지적하십시오.
cli-error-disk-full-help = 이번것은 보관되지 않았습니다. 필요없는 화일을 지운 다음 명령을 다시 주십시오. 전에 보관한것은 그대로 있습니다.
cli-error-not-found-help = 지워졌거나 식별자를 잘못 쳤을수 있습니다. 식별자는 list, show, search명령으로 볼수 있습니다.
cli-error-pack-refused = 이 묶음은 규칙에 맞지 않습니다.
cli-error-pack-refused-help = 다음의 곳을 고치고 명령을 다시 주십시오. 만들거나 넣은것은 없습니다.
cli-error-internal-help = 수첩은 그대로 있습니다. 명령을 다시 주십시오. 되풀이되면 두루미를 준 사람에게 알려주십시오.
cli-error-passphrases-differ = 두번 친 암호가 서로 다릅니다.
cli-error-passphrases-differ-help = 아무것도 만들지 않았습니다. 명령을 다시 주고 같은 암호를 두번 치십시오.
cli-error-file-unreadable = 이 화일은 읽을수 없습니다.
cli-error-file-unreadable-help = 이름과 있는 곳, 읽을 권한이 있는가를 확인하십시오. 넣은것은 없습니다.
cli-error-no-day = 이 날자는 읽을수 없습니다.
cli-error-no-day-help = 2026-11-24처럼 쓰거나 --date를 빼십시오. 바뀐것은 없습니다.
cli-place-read = { $date }에 읽은 내용
cli-contact-open = 열려있음, { $date }부 페지에 따름
cli-contact-closed = 닫혔음, { $date }부 페지에 따름
cli-contact-unknown = 열려있는지 확인하지 못하였음
cli-notebook-second = 암호가 따로 있는 둘째 수첩을 만듭니다. 전에 만든것은 바뀝니다.
cli-notebook-erase = 두 수첩과 안내를 모두 지웁니다.
cli-notebook-forget-other = 이 수첩을 열고 다른 수첩을 잊는 암호를 정합니다.
cli-ask-second-passphrase = 둘째 수첩의 암호:
cli-ask-forgetting-passphrase = 이 수첩만 남기는 암호:
cli-ask-erase = 모두 지우려면 《{ $word }》라고 쓰십시오:
cli-erase-word = 지우기
cli-second-replaced = 전에 둘째 수첩을 만들었으면 새것으로 바뀝니다. 그 수첩의 암호를 쓰면 그대로 남습니다.
cli-done = 되였습니다.
cli-not-erased = 아무것도 지우지 않았습니다.
cli-notebook-backup = 수첩의 복사본을 화일 하나에 적고 다시 읽어 확인합니다.
cli-notebook-check-backup = 복사본이 처음부터 끝까지 읽히는가를 확인합니다.
cli-notebook-restore = 수첩이 아직 없는 곳에 복사본으로 수첩을 만듭니다.

# Signed packs.
cli-library-update = 화일등록부나 USB기억기, 화일에 있는 서명된 묶음을 확인하고 새것을 넣습니다.
cli-library-look = 누가 서명하였고 무엇이 바뀌는가만 보여줍니다.
cli-pack-new = 새 묶음을 시작합니다. 고쳐쓸 실례가 든 화일등록부를 만듭니다.
cli-pack-keys = 열쇠를 만들고 누가 무엇에 서명하는가를 정합니다.
cli-pack-keys-make = 열쇠를 만듭니다. 암호로 잠근 비밀화일과 남에게 주는 공개화일이 생깁니다.
cli-pack-keys-roles = 누가 뿌리를 가지고 목록을 만들고 펴내는가를 초안으로 만듭니다.
cli-pack-keys-pack = 누가 묶음에 서명하는가를 초안으로 만듭니다.
cli-pack-keys-withdraw = 더는 내지 않을 묶음을 목록에서 뺍니다. 그다음 서명이 있어야 합니다.
cli-pack-sign = 묶음을 저장고에 넣고 서명할것에 서명합니다. 망이 없어도 됩니다.
cli-pack-publish = 서명된것을 제일 새것으로 확인하고 화일등록부나 USB기억기 또는 .durumi화일 하나로 내놓습니다.
cli-pack-verify = 읽는 사람의 프로그람처럼 저장고를 확인합니다.
cli-pack-diff = 묶음의 두 판사이에 바뀐것을 보여줍니다.
cli-pack-contacts = 표로 련락처를 확인합니다.
cli-pack-contacts-export = 련락처를 한줄에 하나씩 CSV화일로 씁니다.
cli-pack-contacts-import = 두사람이 확인한것을 받아들입니다.
cli-pack-key = 비밀열쇠화일.
cli-pack-development = 시험해보기 위해 누구나 가진 열쇠를 씁니다.
cli-pack-pack = 묶음의 원본화일등록부나 만들어진 묶음.
cli-pack-days = 며칠동안 제일 새것으로 볼것인가.
cli-pack-root = 프로그람에 든것대신에 믿을 뿌리.
cli-pack-holder = 공개열쇠화일. 여러번 줄수 있습니다.
cli-pack-threshold = 그가운데서 몇사람이 서명하여야 하는가.
cli-pack-name = 읽는 사람에게 보이는 이름.
cli-pack-made = 묶음을 시작하였습니다. 실례를 고친 다음 durumi pack check라는 명령을 주십시오.
cli-key-made = 열쇠를 만들었습니다: { $id }. 비밀화일과 암호를 따로 두십시오.
cli-drafted = { $file }에 서명이 필요합니다.
cli-signed = { $file }에 서명하였습니다.
cli-signed-missing = { $file }에 서명하였습니다. 아직 모자라는 서명: { $count }.
cli-published = 내놓았습니다. 새 화일: { $count }.
cli-contacts-written = 쓴 련락처: { $count }.
cli-contacts-taken = 두사람이 확인하여 받아들인 련락처: { $count }.
cli-contact-one = { $id }: 한사람만 확인하였습니다. 받아들이지 않았습니다.
cli-contact-same = { $id }: 두 확인의 첫글자가 같습니다. 받아들이지 않았습니다.
cli-contact-day = { $id }: 날자를 읽을수 없거나 아직 오지 않은 날입니다. 받아들이지 않았습니다.
cli-contact-unknown-id = { $id }: 묶음에 그런 련락처가 없습니다. 받아들이지 않았습니다.
error-nothing-to-sign = 이 열쇠로 서명할것이 없습니다.
error-nothing-to-sign-help = 바뀐것은 없습니다. 맞는 열쇠인가, 이미 서명하지 않았는가를 확인하십시오.
error-unsigned = 아직 서명이 모자랍니다.
error-unsigned-help = 내놓지 않았습니다. draft라는 화일등록부에 있는것에 모두 서명하게 하십시오.
error-no-role = 이 묶음에 누가 서명하는가가 정해지지 않았습니다.
error-no-role-help = 바뀐것은 없습니다. 먼저 durumi pack keys pack이라는 명령을 주고 서명을 받으십시오.
error-not-newer = 이 판은 이미 서명되였습니다.
error-not-newer-help = 바뀐것은 없습니다. pack.toml에서 version을 올리십시오.
error-file-exists = 거기에 이미 무엇이 있습니다.
error-file-exists-help = 바뀐것은 없습니다. 다른 이름을 고르십시오.
cli-error-repository-refused-help = 바뀐것은 없습니다.

# Exchange between devices.
cli-sync = USB기억기나 화일등록부를 거쳐 자기의 두 기대의 수첩을 맞춥니다.
cli-sync-folder = 화일등록부를 켜고 그것을 거쳐 맞춥니다.
cli-sync-now = 켜놓은 모든 화일등록부를 거쳐 맞춥니다.
cli-sync-list = 켜놓은 화일등록부를 보여줍니다.
cli-sync-forget = 화일등록부를 잊습니다. 거기에 있는것은 그대로 남습니다.
cli-sync-on = 알고있는 화일등록부를 다시 켭니다.
cli-sync-off = 화일등록부를 끕니다. 거기에 있는것은 그대로 남습니다.
cli-sync-leave = 한번 더 맞추고 모든 화일등록부를 잊습니다.
cli-sync-new-keys = 기대를 잃었을 때 새 열쇠를 만듭니다. 그 기대는 후에 오는것을 읽지 못합니다. 다른 기대들은 다시 초대하십시오.
cli-sync-take-keys = 다른 기대가 만든 새 열쇠를 초대장으로 받습니다.
cli-sync-keys-made = 새 열쇠를 만들었고 모든 화일등록부를 껐습니다. 하나를 켜고 남는 기대들을 초대하십시오.
cli-sync-keys-taken = 새 열쇠가 이 기대에 있으며 모든 화일등록부를 껐습니다. 새것을 켜십시오.
cli-sync-is-on = 켜짐
cli-sync-is-off = 꺼짐
cli-sync-invite = 자기의 다른 기대를 위한 초대장을 화일에 쓰고 부호를 보여줍니다.
cli-sync-join = 초대장으로 다른 기대의 수첩을 이 기대로 가져옵니다.
cli-sync-done = 온것: { $received }, 간것: { $sent }, 화일쪼각: { $files }
cli-sync-never = 한번도 없음
cli-sync-set-aside = 여기서 읽을수 없어 따로 둔 변경: { $count }
cli-sync-invited = 다른 기대에서 이 부호를 치십시오. 화일과 함께 보내지 말고, 다 쓴 화일은 지우십시오:
cli-sync-joined = 수첩이 이 기대에 있습니다. 이제 맞추면 그 내용이 옵니다.
cli-ask-code = 초대장의 부호:
cli-vault = 이상이 없는지 확인
cli-vault-check = 열쇠, 안내, 수첩을 확인하고 고칠수 있는것을 고칩니다
