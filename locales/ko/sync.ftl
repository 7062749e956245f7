# What was noticed at a place that the notebook is exchanged through, and why a visit ended early.

sync-finding-emptied = 그곳에 두었던 것이 모두 없어졌습니다. 다시 두었으며 잃은 것은 없습니다.
sync-finding-lost = 그곳에 두었던 것 가운데 일부가 없어졌습니다. 다시 두었으며 잃은 것은 없습니다.
sync-finding-rolled-back = 그곳이 전보다 오래된 상태를 보여 줍니다. 빠진 것은 다시 두었습니다. 누가 사본으로 되돌린 것이 아니면 그곳을 믿지 마십시오.
sync-finding-forked = 한 기기의 사본 두 개가 쓰이고 있습니다. 양쪽의 변경을 다 보관했습니다.
sync-finding-copied = 이 자료 폴더는 복사되었거나 되돌려졌습니다. 이제부터 따로 한 기기로 계속합니다. 잃은 것은 없습니다.
sync-finding-foreign = 그곳에 다른 파일들도 있습니다. 그대로 두었습니다.
sync-finding-unreadable = 그곳에 손상된 것이 있어 그대로 두었습니다. 그것을 둔 기기가 다시 둘 것입니다.
sync-finding-newer = 그곳에 더 새로운 두루미가 쓴 것이 있습니다. 이 두루미가 새로워질 때까지 기다립니다.
sync-finding-set-aside = 여기서 읽을 수 없는 변경이 있습니다. 지우지 않고 따로 두었으며 다른 기기로 넘겨줍니다.

sync-trouble-not-there = 그곳이 없습니다. USB 메모리를 꽂거나 폴더를 확인하십시오.
sync-trouble-unreachable = 그곳에 닿을 수 없습니다. 통신망이 있을 때 다시 맞추십시오.
sync-trouble-timed-out = 그곳이 대답을 멈추었습니다. 나중에 다시 맞추십시오. 한 것은 그대로 남습니다.
sync-trouble-full = 그곳이 가득 찼습니다. 자리를 만들고 다시 맞추십시오.
sync-trouble-busy = 그곳이 나중에 다시 오라고 합니다.
sync-trouble-refused = 그곳이 거절합니다. 암호와, 거기에 쓸 수 있는지를 확인하십시오.
sync-trouble-untrusted = 그곳은 제대로 된 곳이 아닙니다. 아무것도 보내지 않았습니다. 믿는 사람이 보기 전에는 쓰지 마십시오.
sync-trouble-broken = 그곳의 대답이 말이 되지 않습니다. 나중에 다시 맞추거나 다른 곳을 쓰십시오.
sync-trouble-stopped = 당신이 멈췄습니다. 그때까지 맞춘 것은 그대로 남고 다음번에 거기서부터 계속 맞춥니다.

# The page of using a notebook with another device.

sync-open = 다른 기기와 함께 쓰기
sync-title = 다른 기기와 함께 쓰기
sync-about = 두루미는 USB 메모리나 폴더를 거쳐 이 수첩을 당신의 다른 기기와 맞출 수 있습니다. 그러면 두 기기에 같은 것이 있게 되며, 이 컴퓨터에 무슨 일이 생겨도 다른 기기에 수첩이 남습니다. 당신이 둘 곳을 켜기 전에는 아무것도 맞추지 않습니다.
sync-none = 켜 놓은 곳이 없습니다. 이 컴퓨터에서는 아무것도 맞추지 않습니다.
sync-last = 마지막 맞추기: { $when }
sync-last-never = 아직 거기를 거쳐 맞춘 적이 없습니다.
sync-waiting = 맞추기를 기다리는 변경: { $count }개
sync-waiting-files = 맞추기를 기다리는 파일 조각: { $count }개
sync-waiting-none = 맞추기를 기다리는 것이 없습니다.
sync-not-there = 지금은 없습니다. USB 메모리를 꽂으면 저절로 계속 맞춥니다.
sync-on = 저절로 맞추기
sync-on-why = 수첩을 열 때, 무엇을 쓴 다음, USB 메모리를 꽂을 때 맞춥니다.
sync-off-why = 꺼져 있습니다. 여기서는 맞추지 않습니다.
sync-now = 지금 맞추기
sync-copying = 맞추고 있습니다… 지금까지 { $size }
sync-stop = 멈추기
sync-done = 맞추었습니다. 보낸 것 { $sent }개, 받은 것 { $received }개.
sync-done-nothing = 맞추었습니다. 새것은 없었습니다.
sync-forget = 이곳을 잊기
sync-forget-title = 이곳을 잊겠습니까?
sync-forget-text = 더는 거기를 거쳐 맞추지 않으며 수첩에도 그곳이 적혀 있지 않게 됩니다. 이미 둔 것은 잠긴 채로 거기에 남습니다.
sync-add = 둘 곳 더하기
sync-add-about = USB 메모리나 폴더를 고르십시오. 다른 데 보관하는 USB 메모리가 가장 좋습니다. 컴퓨터가 없어져도 그것은 남습니다.
sync-no-stick = 꽂혀 있는 USB 메모리가 없습니다.
sync-look-again = USB 메모리 다시 찾기
sync-choose-folder = 폴더 고르기
sync-choose-accept = 고르기
sync-typed = 폴더의 경로
sync-typed-hint = 파일 관리자가 보여 주는 대로 처음부터 적으십시오.
sync-typed-go-on = 계속하기
sync-chosen = 고른 곳: { $folder }
sync-stored = 거기에 무엇을 두는가
sync-stored-text = 이 수첩에 있는 모든 것을 잠가서 둡니다. 당신의 수첩 안에 있는 열쇠가 없으면 아무도 읽을 수 없습니다.
sync-seen = 그것을 가진 사람이 무엇을 볼 수 있는가
sync-seen-text = 잠긴 파일이 있다는 것, 몇 개이며 얼마나 큰지, 언제 왔는지를 볼 수 있습니다. 그것으로 당신에게 기기가 몇 대 있고 얼마나 자주 쓰는지 짐작할 수 있습니다. 이름, 글, 사진은 보지 못하며, 무엇을 고치면 두루미가 알아차립니다.
sync-turn-on = 켜고 지금 맞추기
sync-choose-other = 다른 곳 고르기
sync-invite = 당신의 다른 기기 초대하기
sync-invite-about = 다른 기기는 파일과 숫자로 된 코드로 이 수첩을 받습니다. 둘 다 가진 사람은 거기에 있는 모든 것을, 나중에 쓰는 것도 읽을 수 있습니다. 당신 자신의 기기만 초대하십시오.
sync-invite-where = 파일을 어디에 두겠습니까?
sync-invite-make = 초대장 만들기
sync-invite-making = 초대장을 만들고 있습니다. 몇 초 걸립니다…
sync-invite-code = 코드
sync-invite-once = 지금 한 번만 보여 줍니다. 적어 두거나 다른 기기에서 보면서 입력하십시오. USB 메모리와 함께 보관하지 마십시오.
sync-invite-file = 파일 이름은 ‘{ $name }’입니다. 다른 기기가 들어온 다음 지우십시오.
sync-invite-next = 다른 기기에서 두루미를 열고 수첩에서 ‘초대장이 있습니다’를 누르십시오.
sync-invite-done = 다른 기기가 들어왔거나 코드를 적어 두었습니다
sync-aside = 따로 둔 것
sync-aside-about = 다른 기기에서 온 변경 { $count }개를 여기서 읽을 수 없습니다. 지우지 않고 보관하며 다른 기기로 넘겨줍니다.
sync-aside-one = 기기 { $device }, 변경 { $change }
sync-aside-unreadable = 손상되었거나 열쇠가 없는 사람이 쓴 것입니다.
sync-aside-newer = 더 새로운 두루미가 쓴 것입니다. 이 두루미가 새로워지면 읽습니다.
sync-aside-meaningless = 여기서는 뜻이 없는 것을 말합니다.

# Joining on a new device.

sync-join = 초대장이 있습니다
sync-join-title = 당신의 다른 기기의 수첩 쓰기
sync-join-about = 다른 기기가 만든 파일과 그 코드가 있어야 합니다. 이 기기는 자기 암호를 따로 가집니다.
sync-join-choose = 파일 고르기
sync-join-file = 파일: { $name }
sync-join-file-missing = 먼저 파일을 고르십시오.
sync-join-code = 코드
sync-join-code-hint = 다섯 자리 숫자로 된 여섯 묶음입니다. 띄어쓰기는 상관없습니다.
sync-join-mistyped = { $group }번째 묶음을 다시 보십시오.
sync-join-do = 들어가서 열기
sync-joining = 들어가고 있습니다. 몇 초 걸립니다…
sync-joined = 이 기기가 들어왔습니다. 수첩은 여기서 아직 비어 있습니다. 다른 기기가 맞추는 데 쓰는 USB 메모리나 폴더를 고르십시오.
sync-joined-choose = USB 메모리 고르기

# When a device goes.

sync-going = 기기가 없어질 때
sync-leave = 이 기기에서 맞추기 그만두기
sync-leave-title = 이 기기에서 맞추기를 그만두겠습니까?
sync-leave-text = 다른 기기들이 가지도록 모든 것을 한 번 더 맞춥니다. 그다음 이 기기는 모든 곳을 잊습니다. 수첩은 이 기기에 남습니다.
sync-left = 이 기기는 모든 것을 넘겨주고 둘 곳을 잊었습니다.
sync-left-not = 다 넘겨주지 못했으므로 어느 곳도 잊지 않았습니다. 둘 곳들을 보십시오. 없는 것은 꽂고, 꺼진 것은 켜거나 잊으십시오.
sync-remove = 기기를 잃어버렸습니다
sync-remove-about = 잃어버린 기기가 가진 것을 잊게 할 수는 없습니다. 그러나 새 열쇠를 만들 수 있습니다. 그러면 나중에 맞추는 것을 그 기기는 읽지 못합니다. 먼저 모든 것을 한 번 더 맞춥니다. 그다음 모든 곳을 끕니다. 기기를 가진 사람이 전의 곳을 알 수 있으므로 새 곳을 고르십시오.
sync-remove-others = 당신의 다른 기기들은 다시 초대해야 합니다. 그때까지 그 기기들이 맞추는 것은 전의 열쇠로 잠깁니다. 가진 것은 그대로 있으며 잃는 것은 없습니다.
sync-remove-missing = “{ $folder }”와는 먼저 맞추지 못합니다. 지금 없거나 꺼져 있습니다. 거기에만 있는 것은 가져오지 못합니다. 할 수 있으면 먼저 꽂고 켜십시오.
sync-remove-make = 새 열쇠 만들기
sync-remove-making = 새 열쇠를 만들고 있습니다…
sync-remove-made = 새 열쇠를 만들었고 모든 곳을 껐습니다. 이제 둘 곳을 고르고 남는 기기를 하나하나 초대하십시오.
sync-remove-missed = “{ $folder }”에 닿지 못했습니다. 거기에만 있던 것은 가져오지 못했습니다. 다른 기기들이 쓴 것은 그 기기들에 그대로 있습니다.
sync-keys = 새 열쇠가 든 초대장이 있습니다
sync-keys-about = 잃은 다음 다른 기기가 만든 파일과 그 코드가 있어야 합니다. 이 수첩의 내용은 달라지지 않습니다.
sync-keys-take = 새 열쇠 받기
sync-keys-taking = 새 열쇠를 받고 있습니다…
sync-keys-taken = 새 열쇠가 여기에 있으며 모든 곳을 껐습니다. 다른 기기가 지금 쓰는 곳을 켜십시오.
