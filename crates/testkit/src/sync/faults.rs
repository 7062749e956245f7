//! What can go wrong at a remote.

/// Something that a remote keeps doing wrong while it is on, with every other request or so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Lists show what was there a while ago.
    StaleList,
    /// Lists come in another order each time.
    ReorderedList,
    /// Lists name objects twice.
    RepeatedEntries,
    /// Lists leave entries out.
    ShortList,
    /// Names are folded to capitals.
    FoldedNames,
    /// Lists give wrong sizes.
    WrongSizes,
    /// A list is a page of words.
    ListIsAPage,
    /// Half of an object is kept, and done is said.
    CutPut,
    /// Nothing of an object is kept but its name, and done is said.
    EmptyPut,
    /// An object is not kept, and done is said.
    LostPut,
    /// An object is kept, and an error is said.
    DonePutFails,
    /// An object is not kept, and an error is said.
    PutFails,
    /// Nothing answers after half of an object.
    HangInPut,
    /// The place is full (507).
    Full,
    /// Too many requests (429).
    Busy,
    /// Half of an object comes.
    CutGet,
    /// An object comes with a bit flipped on the way.
    FlippedGet,
    /// Another object comes.
    OtherGet,
    /// An object that is there is not found.
    NotFoundGet,
    /// A page of words comes with "200 OK".
    PageGet,
    /// Nothing answers in the middle of an object.
    HangInGet,
    /// A deletion is not done, and done is said.
    LostDelete,
    /// A deletion fails.
    DeleteFails,
    /// A wrong password (401).
    Refused,
    /// Nothing may be written (403).
    ReadOnly,
    /// No network.
    Unreachable,
    /// Sent elsewhere, or a wrong certificate.
    Untrusted,
}

/// Something that happens to a remote once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// Everything is deleted.
    Emptied,
    /// An object is deleted.
    ObjectGone,
    /// An object rots.
    ObjectRots,
    /// Two objects change places.
    ObjectsSwapped,
    /// An object is copied under another name.
    ObjectCopied,
    /// Somebody keeps it, to bring it back later.
    StateKept,
    /// What somebody kept is brought back.
    StateReplayed,
    /// Somebody else's notebook and other files come to lie there.
    ForeignFiles,
}

impl Fault {
    /// All.
    pub const ALL: [Fault; 27] = [
        Fault::StaleList,
        Fault::ReorderedList,
        Fault::RepeatedEntries,
        Fault::ShortList,
        Fault::FoldedNames,
        Fault::WrongSizes,
        Fault::ListIsAPage,
        Fault::CutPut,
        Fault::EmptyPut,
        Fault::LostPut,
        Fault::DonePutFails,
        Fault::PutFails,
        Fault::HangInPut,
        Fault::Full,
        Fault::Busy,
        Fault::CutGet,
        Fault::FlippedGet,
        Fault::OtherGet,
        Fault::NotFoundGet,
        Fault::PageGet,
        Fault::HangInGet,
        Fault::LostDelete,
        Fault::DeleteFails,
        Fault::Refused,
        Fault::ReadOnly,
        Fault::Unreachable,
        Fault::Untrusted,
    ];
}

impl Event {
    /// All.
    pub const ALL: [Event; 8] = [
        Event::Emptied,
        Event::ObjectGone,
        Event::ObjectRots,
        Event::ObjectsSwapped,
        Event::ObjectCopied,
        Event::StateKept,
        Event::StateReplayed,
        Event::ForeignFiles,
    ];
}
