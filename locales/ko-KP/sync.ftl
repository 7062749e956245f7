# What was noticed at a place that the notebook is exchanged through, and why a visit ended early.

sync-finding-emptied = 그곳에 두었던것이 모두 없어졌습니다. 다시 두었으며 잃은것은 없습니다.
sync-finding-lost = 그곳에 두었던것가운데 일부가 없어졌습니다. 다시 두었으며 잃은것은 없습니다.
sync-finding-rolled-back = 그곳이 전보다 오랜 상태를 보여줍니다. 빠진것은 다시 두었습니다. 누가 복사본으로 되돌린것이 아니면 그곳을 믿지 마십시오.
sync-finding-forked = 한 기대의 복사본 두개가 쓰이고있습니다. 량쪽의 변경을 다 보관하였습니다.
sync-finding-copied = 이 화일등록부는 복사되였거나 되돌려졌습니다. 이제부터 따로 한 기대로 계속합니다. 잃은것은 없습니다.
sync-finding-foreign = 그곳에 다른 화일들도 있습니다. 그대로 두었습니다.
sync-finding-unreadable = 그곳에 상한것이 있어 그대로 두었습니다. 그것을 둔 기대가 다시 둘것입니다.
sync-finding-newer = 그곳에 더 새로운 두루미가 쓴것이 있습니다. 이 두루미가 새로와질 때까지 기다립니다.
sync-finding-set-aside = 여기서 읽을수 없는 변경이 있습니다. 지우지 않고 따로 두었으며 다른 기대로 넘겨줍니다.

sync-trouble-not-there = 그곳이 없습니다. USB기억기를 꽂거나 화일등록부를 확인하십시오.
sync-trouble-unreachable = 그곳에 가닿을수 없습니다. 통신망이 있을 때 다시 맞추십시오.
sync-trouble-timed-out = 그곳이 대답을 멈추었습니다. 후에 다시 맞추십시오. 한것은 그대로 남습니다.
sync-trouble-full = 그곳이 가득찼습니다. 자리를 내고 다시 맞추십시오.
sync-trouble-busy = 그곳이 후에 다시 오라고 합니다.
sync-trouble-refused = 그곳이 거절합니다. 암호와, 거기에 쓸수 있는가를 확인하십시오.
sync-trouble-untrusted = 그곳은 제대로 된 곳이 아닙니다. 아무것도 보내지 않았습니다. 믿는 사람이 보기 전에는 쓰지 마십시오.
sync-trouble-broken = 그곳의 대답이 말이 되지 않습니다. 후에 다시 맞추거나 다른 곳을 쓰십시오.
sync-trouble-stopped = 당신이 멈추었습니다. 그때까지 맞춘것은 그대로 남고 다음번에 거기서부터 계속 맞춥니다.

# The page of using a notebook with another device.

sync-open = 다른 기대와 함께 쓰기
sync-title = 다른 기대와 함께 쓰기
sync-about = 두루미는 USB기억기나 화일등록부를 거쳐 이 수첩을 당신의 다른 기대와 맞출수 있습니다. 그러면 두 기대에 같은것이 있게 되며, 이 콤퓨터에 무슨 일이 생겨도 다른 기대에 수첩이 남습니다. 당신이 둘곳을 켜기 전에는 아무것도 맞추지 않습니다.
sync-none = 켜놓은 곳이 없습니다. 이 콤퓨터에서는 아무것도 맞추지 않습니다.
sync-last = 마지막맞추기: { $when }
sync-last-never = 아직 거기를 거쳐 맞춘적이 없습니다.
sync-waiting = 맞추기를 기다리는 변경: { $count }개
sync-waiting-files = 맞추기를 기다리는 화일쪼각: { $count }개
sync-waiting-none = 맞추기를 기다리는것이 없습니다.
sync-not-there = 지금은 없습니다. USB기억기를 꽂으면 저절로 계속 맞춥니다.
sync-on = 저절로 맞추기
sync-on-why = 수첩을 열 때, 무엇을 쓴 다음, USB기억기를 꽂을 때 맞춥니다.
sync-off-why = 꺼져있습니다. 여기서는 맞추지 않습니다.
sync-now = 지금 맞추기
sync-copying = 맞추고있습니다… 지금까지 { $size }
sync-stop = 멈추기
sync-done = 맞추었습니다. 보낸것 { $sent }개, 받은것 { $received }개.
sync-done-nothing = 맞추었습니다. 새것은 없었습니다.
sync-forget = 이곳을 잊기
sync-forget-title = 이곳을 잊겠습니까?
sync-forget-text = 더는 거기를 거쳐 맞추지 않으며 수첩에도 그곳이 적혀있지 않게 됩니다. 이미 둔것은 잠긴채로 거기에 남습니다.
sync-add = 둘곳 더하기
sync-add-about = USB기억기나 화일등록부를 고르십시오. 다른데 건사하는 USB기억기가 제일 좋습니다. 콤퓨터가 없어져도 그것은 남습니다.
sync-no-stick = 꽂혀있는 USB기억기가 없습니다.
sync-look-again = USB기억기를 다시 찾기
sync-choose-folder = 화일등록부 고르기
sync-choose-accept = 고르기
sync-typed = 화일등록부의 경로
sync-typed-hint = 화일관리프로그람이 보여주는대로 처음부터 적으십시오.
sync-typed-go-on = 계속하기
sync-chosen = 고른 곳: { $folder }
sync-stored = 거기에 무엇을 두는가
sync-stored-text = 이 수첩에 있는 모든것을 잠가서 둡니다. 당신의 수첩안에 있는 열쇠가 없으면 누구도 읽을수 없습니다.
sync-seen = 그것을 가진 사람이 무엇을 볼수 있는가
sync-seen-text = 잠긴 화일이 있다는것, 몇개이며 얼마나 큰가, 언제 왔는가를 볼수 있습니다. 그것으로 당신에게 기대가 몇대 있고 얼마나 자주 쓰는가를 짐작할수 있습니다. 이름, 글, 사진은 보지 못하며, 무엇을 고치면 두루미가 알아차립니다.
sync-turn-on = 켜고 지금 맞추기
sync-choose-other = 다른 곳 고르기
sync-invite = 당신의 다른 기대 초대하기
sync-invite-about = 다른 기대는 화일과 수자로 된 부호로 이 수첩을 받습니다. 둘 다 가진 사람은 거기에 있는 모든것을, 후에 쓰는것도 읽을수 있습니다. 당신자신의 기대만 초대하십시오.
sync-invite-where = 화일을 어디에 두겠습니까?
sync-invite-make = 초대장 만들기
sync-invite-making = 초대장을 만들고있습니다. 몇초 걸립니다…
sync-invite-code = 부호
sync-invite-once = 지금 한번만 보여줍니다. 적어두거나 다른 기대에서 보면서 치십시오. USB기억기와 함께 건사하지 마십시오.
sync-invite-file = 화일의 이름은 《{ $name }》입니다. 다른 기대가 들어온 다음 지우십시오.
sync-invite-next = 다른 기대에서 두루미를 열고 수첩에서 《초대장이 있습니다》를 누르십시오.
sync-invite-done = 다른 기대가 들어왔거나 부호를 적어두었습니다
sync-aside = 따로 둔것
sync-aside-about = 다른 기대에서 온 변경 { $count }개를 여기서 읽을수 없습니다. 지우지 않고 보관하며 다른 기대로 넘겨줍니다.
sync-aside-one = 기대 { $device }, 변경 { $change }
sync-aside-unreadable = 상하였거나 열쇠가 없는 사람이 쓴것입니다.
sync-aside-newer = 더 새로운 두루미가 쓴것입니다. 이 두루미가 새로와지면 읽습니다.
sync-aside-meaningless = 여기서는 뜻이 없는것을 말합니다.

# Joining on a new device.

sync-join = 초대장이 있습니다
sync-join-title = 당신의 다른 기대의 수첩 쓰기
sync-join-about = 다른 기대가 만든 화일과 그 부호가 있어야 합니다. 이 기대는 자기 암호를 따로 가집니다.
sync-join-choose = 화일 고르기
sync-join-file = 화일: { $name }
sync-join-file-missing = 먼저 화일을 고르십시오.
sync-join-code = 부호
sync-join-code-hint = 다섯자리 수자로 된 여섯묶음입니다. 띄여쓰기는 상관없습니다.
sync-join-mistyped = { $group }번째 묶음을 다시 보십시오.
sync-join-do = 들어가서 열기
sync-joining = 들어가고있습니다. 몇초 걸립니다…
sync-joined = 이 기대가 들어왔습니다. 수첩은 여기서 아직 비여있습니다. 다른 기대가 맞추는데 쓰는 USB기억기나 화일등록부를 고르십시오.
sync-joined-choose = USB기억기 고르기

# When a device goes.

sync-going = 기대가 없어질 때
sync-leave = 이 기대에서 맞추기를 그만두기
sync-leave-title = 이 기대에서 맞추기를 그만두겠습니까?
sync-leave-text = 다른 기대들이 가지도록 모든것을 한번 더 맞춥니다. 다음 이 기대는 모든 곳을 잊습니다. 수첩은 이 기대에 남습니다.
sync-left = 이 기대는 모든것을 넘겨주고 둘곳을 잊었습니다.
sync-left-not = 다 넘겨주지 못하였으므로 어느곳도 잊지 않았습니다. 둘곳들을 보십시오. 없는것은 꽂고, 꺼진것은 켜거나 잊으십시오.
sync-remove = 기대를 잃어버렸습니다
sync-remove-about = 잃어버린 기대가 가진것을 잊게 할수는 없습니다. 그러나 새 열쇠를 만들수 있습니다. 그러면 후에 맞추는것을 그 기대는 읽지 못합니다. 먼저 모든것을 한번 더 맞춥니다. 다음 모든 곳을 끕니다. 기대를 가진 사람이 전의 곳을 알수 있으므로 새 곳을 고르십시오.
sync-remove-others = 당신의 다른 기대들은 다시 초대해야 합니다. 그때까지 그 기대들이 맞추는것은 전의 열쇠로 잠깁니다. 가진것은 그대로 있으며 잃는것은 없습니다.
sync-remove-missing = 《{ $folder }》와는 먼저 맞추지 못합니다. 지금 없거나 꺼져있습니다. 거기에만 있는것은 가져오지 못합니다. 할수 있으면 먼저 꽂고 켜십시오.
sync-remove-make = 새 열쇠 만들기
sync-remove-making = 새 열쇠를 만들고있습니다…
sync-remove-made = 새 열쇠를 만들었고 모든 곳을 껐습니다. 이제 둘곳을 고르고 남는 기대를 하나하나 초대하십시오.
sync-remove-missed = 《{ $folder }》에 가닿지 못하였습니다. 거기에만 있던것은 가져오지 못하였습니다. 다른 기대들이 쓴것은 그 기대들에 그대로 있습니다.
sync-keys = 새 열쇠가 든 초대장이 있습니다
sync-keys-about = 잃은 다음 다른 기대가 만든 화일과 그 부호가 있어야 합니다. 이 수첩의 내용은 달라지지 않습니다.
sync-keys-take = 새 열쇠 받기
sync-keys-taking = 새 열쇠를 받고있습니다…
sync-keys-taken = 새 열쇠가 여기에 있으며 모든 곳을 껐습니다. 다른 기대가 지금 쓰는 곳을 켜십시오.
