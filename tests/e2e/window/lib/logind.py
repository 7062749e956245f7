"""The part of logind, UPower and a screen saver that a window hears, for tests.

Run with DBUS_SYSTEM_BUS_ADDRESS and DBUS_SESSION_BUS_ADDRESS of buses of one's own. Each line read is a sign to
give: sleep, wake, lock, lid, saver. It prints `ready`, then `held` or `released` when the program holds up
sleep or lets it go.
"""
import os
import sys

import dbus
import dbus.lowlevel
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

LOGIND = "org.freedesktop.login1"
SIGNS = {
    "sleep": ("system", "/org/freedesktop/login1", LOGIND + ".Manager", "PrepareForSleep", "b", (True,)),
    "wake": ("system", "/org/freedesktop/login1", LOGIND + ".Manager", "PrepareForSleep", "b", (False,)),
    "lock": ("system", "/org/freedesktop/login1/session/c1", LOGIND + ".Session", "Lock", "", ()),
    "lid": (
        "system",
        "/org/freedesktop/UPower",
        "org.freedesktop.DBus.Properties",
        "PropertiesChanged",
        "sa{sv}as",
        ("org.freedesktop.UPower", {"LidIsClosed": True}, []),
    ),
    "saver": ("session", "/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "b", (True,)),
}


class Manager(dbus.service.Object):
    @dbus.service.method(LOGIND + ".Manager", in_signature="ssss", out_signature="h")
    def Inhibit(self, what, who, why, mode):
        ours, theirs = os.pipe()
        say("held" if (what, mode) == ("sleep", "delay") else f"held {what} {mode}")

        def let_go(*_):
            os.close(ours)
            say("released")
            return False

        GLib.io_add_watch(ours, GLib.IO_HUP, let_go)
        fd = dbus.types.UnixFd(theirs)
        os.close(theirs)
        return fd


def say(what):
    print(what, flush=True)


def give(source, _):
    line = source.readline()
    if not line:
        loop.quit()
        return False
    bus, path, interface, name, signature, values = SIGNS[line.strip()]
    sign = dbus.lowlevel.SignalMessage(path, interface, name)
    if signature:
        sign.append(*values, signature=signature)
    buses[bus].send_message(sign)
    buses[bus].flush()
    return True


DBusGMainLoop(set_as_default=True)
buses = {"system": dbus.SystemBus(), "session": dbus.SessionBus()}
names = [dbus.service.BusName(name, buses["system"]) for name in (LOGIND, "org.freedesktop.UPower")]
manager = Manager(buses["system"], "/org/freedesktop/login1")
loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, give)
say("ready")
loop.run()
