# Is everything in order: checking what is kept, putting in order what can be, naming what cannot be read.

vault-title = 이상이 없습니까?
vault-about = 여기에 보관된 것을 처음부터 끝까지 읽고 고칠 수 있는 것을 고칩니다. 아무것도 지우지 않습니다. 파일이 많으면 몇 분 걸립니다. 그동안 수첩을 잠가도 됩니다.
vault-check = 지금 확인하기
vault-checking = 확인하는 중입니다…
vault-sound = 이상이 없습니다.
vault-repaired = 손상된 곳이 있었습니다. 지금은 고쳐졌고 없어진 것은 없습니다.
vault-damaged = 손상되어 읽을 수 없는 것이 있습니다.
vault-counts = 처음부터 끝까지 읽은 것: 사건 { $cases }개, 기록 { $notes }개, 파일 { $files }개.
vault-was-repaired = 고친 것
vault-repaired-library = 안내를 다시 만들었습니다. 따로 넣은 묶음은 다시 설치해야 합니다.
vault-repaired-entries = 읽을 수 없던 기록과 사건을 바뀐 내용의 목록으로 다시 만들었습니다.
vault-repaired-journal = 바뀐 내용의 목록에 빠져 있던 것을 채웠습니다.
vault-repaired-lists = 사건, 기록, 파일의 목록을 다시 만들었습니다.
vault-repaired-search-index = 찾기에 쓰는 색인을 다시 만들었습니다.
vault-cannot = 읽을 수 없는 것
vault-cannot-about = 제자리에 그대로 있으며 아무것도 지우지 않았습니다. 수첩의 사본이 있으면 거기에는 온전히 남아 있을 수 있습니다.
vault-aside-case = 사건의 이름
vault-aside-note = 기록
vault-aside-file = 파일
vault-aside-unknown = 더 알 수 없는 것
vault-in-case = “{ $title }”에 있음
vault-more = 그 밖에 { $count }개
vault-part-broken = 수첩 파일의 한 부분이 손상되었고 여기서는 고칠 수 없습니다.
vault-library-damaged = 안내가 손상되었고 다시 만들지 못했습니다. 디스크가 가득 찼을 수 있습니다.
vault-kept = 따로 남겨 둔 손상된 부분: { $count }개. 다른 것에 지장을 주지 않습니다.
vault-copy-now = 한 곳이 손상된 디스크는 다른 곳도 손상될 수 있습니다. 지금 USB 메모리에 수첩의 사본을 만드십시오.
