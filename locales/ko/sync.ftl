# What was noticed at a place that the notebook is synced through, and why a visit ended early.

sync-finding-emptied = 그곳에 두었던 것이 모두 없어졌습니다. 다시 두었으며 잃은 것은 없습니다.
sync-finding-lost = 그곳에 두었던 것 가운데 일부가 없어졌습니다. 다시 두었으며 잃은 것은 없습니다.
sync-finding-rolled-back = 그곳이 전보다 오래된 상태를 보여 줍니다. 빠진 것은 다시 두었습니다. 누가 복사본으로 되돌린 것이 아니면 그곳을 믿지 마십시오.
sync-finding-forked = 한 기기의 복사본 두 개가 쓰이고 있습니다. 양쪽의 변경을 다 보관했습니다.
sync-finding-copied = 이 자료 폴더는 복사되었거나 되돌려졌습니다. 이제부터 따로 한 기기로 계속합니다. 잃은 것은 없습니다.
sync-finding-foreign = 그곳에 다른 파일들도 있습니다. 그대로 두었습니다.
sync-finding-unreadable = 그곳에 망가진 것이 있어 그대로 두었습니다. 그것을 둔 기기가 다시 둘 것입니다.
sync-finding-newer = 그곳에 더 새로운 두루미가 쓴 것이 있습니다. 이 두루미가 새로워질 때까지 기다립니다.
sync-finding-set-aside = 여기서 읽을 수 없는 변경이 있습니다. 지우지 않고 따로 두었으며 다른 기기로 넘겨줍니다.

sync-trouble-not-there = 그곳이 없습니다. USB 메모리를 꽂거나 폴더를 확인하고 다시 맞추십시오.
sync-trouble-unreachable = 그곳에 닿을 수 없습니다. 통신망이 있을 때 다시 맞추십시오.
sync-trouble-timed-out = 그곳이 대답을 멈추었습니다. 나중에 다시 맞추십시오. 한 것은 그대로 남습니다.
sync-trouble-full = 그곳이 가득 찼습니다. 자리를 만들고 다시 맞추십시오.
sync-trouble-busy = 그곳이 나중에 다시 오라고 합니다.
sync-trouble-refused = 그곳이 거절합니다. 암호와, 거기에 쓸 수 있는지를 확인하십시오.
sync-trouble-untrusted = 그곳은 제대로 된 곳이 아닙니다. 아무것도 보내지 않았습니다. 믿는 사람이 보기 전에는 쓰지 마십시오.
sync-trouble-broken = 그곳의 대답이 말이 되지 않습니다. 나중에 다시 맞추거나 다른 곳을 쓰십시오.
