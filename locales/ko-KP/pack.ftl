# 묶음원본의 잘못과 고칠 방법.
pack-problem-unreadable = 이 화일이나 화일등록부를 읽을수 없습니다. 제자리에 있는가, 열 권한이 있는가를 확인하십시오.
pack-problem-symbolic-link = 이것은 다른 곳을 가리키는 련결입니다. 화일자체를 여기에 두십시오.
pack-problem-too-large = 너무 큽니다. 줄이거나 나누십시오.
pack-problem-unknown-file = 여기에 있을 화일이 아닙니다. 빼거나 이름을 고치십시오.
pack-problem-not-utf8 = 화일이 UTF-8이 아닙니다. UTF-8로 다시 보관하십시오.
pack-problem-not-nfc = 글자가 갈라져 적혀있습니다(NFC가 아님). 글을 NFC로 바꾸어 다시 보관하십시오.
pack-problem-control-character = 눈에 보이지 않으면서 글을 바꾸는 글자가 있습니다. 지우십시오.
pack-problem-bad-toml = 화일을 TOML로 읽을수 없습니다. 이 줄에 인용표나 괄호가 빠졌는가를 보십시오.
pack-problem-unknown-field = 이 형식에 없는 항목입니다. 이름을 고치거나 빼십시오.
pack-problem-missing-field = 이 항목이 없거나 비여있습니다. 채우십시오.
pack-problem-bad-value = 쓸수 없는 값입니다. 여기에 쓸수 있는 값을 형식설명에서 보십시오.
pack-problem-no-manifest = pack.toml이 없습니다. 묶음의 맨우에 넣으십시오.
pack-problem-unknown-format = 이 프로그람이 모르는 형식입니다. 더 새로운 프로그람을 쓰거나 format = 1로 적으십시오.
pack-problem-no-article = 묶음에 글이 없습니다. 하나라도 넣으십시오.
pack-problem-bad-slug = 쓸수 없는 이름입니다. a-z, 0-9, 이음표로 1~64글자를 쓰십시오.
pack-problem-duplicate-id = 이미 쓴 이름입니다. 다른 이름을 고르십시오.
pack-problem-missing-language = 이 말로 된 글이 없습니다. 넣으십시오.
pack-problem-extra-language = 묶음에 없는 말입니다. 글을 빼거나 pack.toml에 그 말을 더하십시오.
pack-problem-no-title = 글에는 제목이 꼭 하나, 첫줄에 있어야 합니다: 《# 제목》.
pack-problem-empty-block = 표식만 있고 글이 없습니다. 글을 쓰거나 표식을 지우십시오.
pack-problem-blocks-differ = 말에 따라 단락의 종류나 순서가 다릅니다. 여기서부터 같게 맞추십시오.
pack-problem-no-source = 무엇에 근거하였는가가 적혀있지 않습니다. 출처를 적으십시오.
pack-problem-no-date = 확인한 날자나 다시 확인할 날자가 없습니다. 날자를 넣으십시오.
pack-problem-fact-count = facts에는 글의 단락마다 하나씩 있어야 합니다. 더하거나 빼십시오.
pack-problem-easy-missing = 이 글에는 쉬운 글이 있는데 이 말로 된것이 없습니다. 이 말로도 쓰십시오.
pack-problem-easy-too-long = 쉬운 글의 단락이 60개를 넘습니다. 줄이십시오.
pack-problem-easy-fact-count = easy_facts에는 쉬운 글의 단락마다 하나씩 있어야 합니다. 더하거나 빼십시오.
pack-problem-easy-fact-new = 쉬운 글이 facts에 없는 사실에 근거하였습니다. 본래 글에 있는 내용만 쓰십시오.
pack-problem-unknown-fact = 이 사실은 sources.toml에 없습니다. 거기에 넣거나 번호를 고치십시오.
pack-problem-memory-fact = 기억만으로 적은 사실입니다. 출처를 찾거나 빼십시오.
pack-problem-cite-of-labelled = 이 출판처의 이름은 읽는 사람에게 보이면 안됩니다. cite를 빼십시오.
pack-problem-link-shipped = 출처의 인터네트주소는 묶음에 넣을수 없습니다. ship_link = false로 하십시오.
pack-problem-link-in-text = 인터네트주소가 있는데 이 묶음에서는 쓸수 없습니다. 빼십시오.
pack-problem-phone-unverified = 전화번호에는 출처를 읽은 날자와 기한이 있어야 합니다. 둘 다 적거나 번호를 빼십시오.
pack-problem-address-unverified = 주소에는 기한이 있어야 합니다. 기한을 적거나 주소를 빼십시오.
pack-problem-missing-risk = 련락처에는 주의할 점이 있어야 합니다. 적으십시오.
pack-problem-false-synonym = 다른 쪽에서 뜻이 다른 단어는 뜻같은말로 될수 없습니다. 빼십시오.
pack-problem-unknown-contact = 이 련락처는 contacts.toml에 없습니다. 이름을 고치거나 빼십시오.
pack-problem-avoid-linked = 이 련락처는 피해야 할 곳입니다. 장소에서 이곳으로 이끌면 안됩니다. 빼고 warning에 적으십시오.
pack-problem-aloud-not-hangul = 로씨야말의 발음은 조선글자로만 적어야 합니다. 조선글자로 적거나 그 줄을 빼십시오.
pack-problem-aloud-not-cyrillic = 조선말의 발음은 로씨야글자로만 적어야 합니다. 로씨야글자로 적거나 그 줄을 빼십시오.

# 묶음에 들어있는것.
pack-count-articles = 글: { $count }
pack-count-languages = 말: { $count }
pack-count-blocks = 단락: { $count }
pack-count-facts = 사실: { $count }
pack-count-easy = 쉬운 글: { $count }
pack-easy-short = 쉬운 글에서 충분히 짧은 문장: { $percent } %
pack-easy-long = 이 문장들은 너무 깁니다. 나누십시오:
pack-count-contacts = 련락처: { $count }
pack-count-phones = 전화번호: { $count }
pack-count-phrases = 카드: { $count }
pack-count-places = 장소: { $count }
pack-count-terms = 용어: { $count }
pack-count-synonyms = 뜻같은말 묶음: { $count }
