# What was noticed at a place that the notebook is exchanged through, and why a visit ended early.

sync-finding-emptied = Everything that was put there was gone. It was put there again; nothing was lost.
sync-finding-lost = Something that was put there was gone. It was put there again; nothing was lost.
sync-finding-rolled-back = This place shows an older state than before. What was missing was put there again. If nobody restored it from a copy, do not trust it.
sync-finding-forked = Two copies of one device are in use. The changes of both are kept.
sync-finding-copied = This data folder was copied or restored. It goes on as a device of its own; nothing was lost.
sync-finding-foreign = There are also files of something else there. They were left alone.
sync-finding-unreadable = Something there is damaged and was left alone. The device that put it there will put it again.
sync-finding-newer = Something there was written by a newer Durumi. It waits until this one is renewed.
sync-finding-set-aside = Some changes cannot be read here. They were set aside, not deleted, and are passed on.

sync-trouble-not-there = The place is not there. Plug in the stick or check the folder.
sync-trouble-unreachable = The place cannot be reached. Exchange again when there is a network.
sync-trouble-timed-out = The place stopped answering. Exchange again later; what was done stays.
sync-trouble-full = The place is full. Make room there, then exchange again.
sync-trouble-busy = The place asks to come back later.
sync-trouble-refused = The place refuses. Check the password and whether you may write there.
sync-trouble-untrusted = The place is not who it should be. Nothing was sent. Do not use it before somebody you trust has looked at it.
sync-trouble-broken = The place answers what makes no sense. Exchange again later, or use another place.
sync-trouble-stopped = You stopped it. What was exchanged until then stays, and the next exchange goes on from there.

# The page of using a notebook with another device.

sync-open = Use with another device
sync-title = Use with another device
sync-about = Durumi can exchange this notebook with another device of yours through a stick or a folder. Then both have the same, and if something happens to this computer, the other device still has the notebook. Nothing is exchanged before you turn a place on.
sync-none = No place is turned on. This computer exchanges nothing.
sync-last = Last exchange: { $when }
sync-last-never = Nothing has been exchanged there yet.
sync-waiting =
    { $count ->
        [one] { $count } change is waiting for the exchange.
       *[other] { $count } changes are waiting for the exchange.
    }
sync-waiting-files =
    { $count ->
        [one] { $count } piece of a file is waiting for the exchange.
       *[other] { $count } pieces of files are waiting for the exchange.
    }
sync-waiting-none = Nothing is waiting for the exchange.
sync-not-there = It is not there now. Plug in the stick, and the exchange goes on by itself.
sync-on = Exchange by itself
sync-on-why = When the notebook is opened, after you have written something, and when the stick is plugged in.
sync-off-why = Turned off. Nothing is exchanged here.
sync-now = Exchange now
sync-copying = Exchanging… { $size } so far
sync-stop = Stop
sync-done = Exchanged. { $sent } went, { $received } came.
sync-done-nothing = Exchanged. There was nothing new.
sync-forget = Forget this place
sync-forget-title = Forget this place?
sync-forget-text = Nothing is exchanged there any more, and the notebook no longer says where it is. What already lies there stays there, locked.
sync-add = Add a place
sync-add-about = Choose a stick or a folder. A stick that you keep somewhere else is best: it is there when the computer is gone.
sync-no-stick = No stick is plugged in.
sync-look-again = Look for sticks again
sync-choose-folder = Choose a folder
sync-choose-accept = Choose
sync-typed = The folder’s path
sync-typed-hint = As the file manager shows it, from the beginning.
sync-typed-go-on = Go on
sync-chosen = You chose: { $folder }
sync-stored = What will be stored there
sync-stored-text = Everything in this notebook, locked. Without the keys inside your notebook nobody can read it.
sync-seen = What somebody who has it can see
sync-seen-text = That locked files are there, how many, how large, and when they came. From that they can guess how many devices you have and how often you write. They see no name, text or photograph, and cannot change anything without Durumi noticing.
sync-turn-on = Turn on and exchange now
sync-choose-other = Choose another place
sync-invite = Invite another device of yours
sync-invite-about = The other device gets this notebook by a file and a code of digits. Whoever has both can read everything in it, also later. Invite only a device that is your own.
sync-invite-where = Where should the file go?
sync-invite-make = Make the invitation
sync-invite-making = Making the invitation. This takes a few seconds…
sync-invite-code = The code
sync-invite-once = It is shown now and never again. Write it down, or read it to yourself on the other device. Do not keep it together with the stick.
sync-invite-file = The file is called “{ $name }”. Delete it when the other device has joined.
sync-invite-next = On the other device: open Durumi, go to the notebook and press “I have an invitation”.
sync-invite-done = The other device has joined, or I wrote the code down
sync-aside = Set aside
sync-aside-about =
    { $count ->
        [one] { $count } change from another device cannot be read here. It is kept and passed on, not deleted.
       *[other] { $count } changes from other devices cannot be read here. They are kept and passed on, not deleted.
    }
sync-aside-one = Device { $device }, change { $change }
sync-aside-unreadable = Damaged, or written by somebody without the keys.
sync-aside-newer = Written by a newer Durumi. It will be read when this one is renewed.
sync-aside-meaningless = It says something that has no meaning here.

# Joining on a new device.

sync-join = I have an invitation
sync-join-title = Use the notebook of your other device
sync-join-about = You need the file that the other device has made, and its code. This device gets its own passphrase.
sync-join-choose = Choose the file
sync-join-file = File: { $name }
sync-join-file-missing = Choose the file first.
sync-join-code = The code
sync-join-code-hint = Six groups of five digits. Spaces do not matter.
sync-join-mistyped = Look at group { $group } again.
sync-join-do = Join and open
sync-joining = Joining. This takes a few seconds…
sync-joined = This device has joined. The notebook is still empty here: choose the stick or folder that your other device uses for the exchange.
sync-joined-choose = Choose the stick

# When a device goes.

sync-going = When a device goes
sync-leave = This device stops exchanging
sync-leave-title = Stop the exchange on this device?
sync-leave-text = Everything is exchanged once more, so that your other devices have it. Then this device forgets every place. The notebook stays on it.
sync-left = This device has given everything and has forgotten the places.
sync-left-not = Not everything has been given, so no place was forgotten. Look at the places: plug in what is not there, and turn on or forget what is turned off.
sync-remove = A device was lost
sync-remove-about = Nobody can make a lost device forget what it has. But new keys can be made: then it reads nothing that you exchange later. First everything is exchanged once more. Then every place is turned off; choose a new one, because whoever has the device may know the old.
sync-remove-others = Your other devices must be invited again. Until then what they exchange still goes under the old keys. They keep what they have and lose nothing.
sync-remove-missing = Nothing is exchanged with “{ $folder }” first: it is not there or is turned off. What only lies there will not be taken along. Plug it in and turn it on before, if you can.
sync-remove-make = Make new keys
sync-remove-making = Making new keys…
sync-remove-made = New keys are made, and every place is turned off. Now choose a place, then invite each device that you keep.
sync-remove-missed = “{ $folder }” was not reached: what lay only there was not taken along. Your other devices still have what they wrote.
sync-keys = I have an invitation with new keys
sync-keys-about = You need the file that the other device has made after the loss, and its code. Nothing in this notebook changes.
sync-keys-take = Take the new keys
sync-keys-taking = Taking the new keys…
sync-keys-taken = The new keys are here, and every place is turned off. Turn on the place that your other device uses now.
