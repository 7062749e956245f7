# What was noticed at a place that the notebook is synced through, and why a visit ended early.

sync-finding-emptied = Everything that was put there was gone. It was put there again; nothing was lost.
sync-finding-lost = Something that was put there was gone. It was put there again; nothing was lost.
sync-finding-rolled-back = This place shows an older state than before. What was missing was put there again. If nobody restored it from a copy, do not trust it.
sync-finding-forked = Two copies of one device are in use. The changes of both are kept.
sync-finding-copied = This data folder was copied or restored. It goes on as a device of its own; nothing was lost.
sync-finding-foreign = There are also files of something else there. They were left alone.
sync-finding-unreadable = Something there is damaged and was left alone. The device that put it there will put it again.
sync-finding-newer = Something there was written by a newer Durumi. It waits until this one is renewed.
sync-finding-set-aside = Some changes cannot be read here. They were set aside, not deleted, and are passed on.

sync-trouble-not-there = The place is not there. Plug in the stick or check the folder, then sync again.
sync-trouble-unreachable = The place cannot be reached. Sync again when there is a network.
sync-trouble-timed-out = The place stopped answering. Sync again later; what was done stays.
sync-trouble-full = The place is full. Make room there, then sync again.
sync-trouble-busy = The place asks to come back later.
sync-trouble-refused = The place refuses. Check the password and whether you may write there.
sync-trouble-untrusted = The place is not who it should be. Nothing was sent. Do not use it before somebody you trust has looked at it.
sync-trouble-broken = The place answers what makes no sense. Sync again later, or use another place.
