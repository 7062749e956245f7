// Made by `cargo xtask bindings` from crates/api. Do not edit.

export type AppStateAsk = Record<symbol, never>;

export type LibraryAbout = { 
/**
 * In which language the title is given.
 */
language: string, };

export type LibraryArticles = { 
/**
 * In which language.
 */
language: string, };

export type LibraryArticle = { 
/**
 * The article's slug.
 */
id: string, 
/**
 * One language, or several to be read side by side, in this order. At most four.
 */
languages: Array<string>, };

export type LibraryContacts = { 
/**
 * In which language.
 */
language: string, };

export type LibraryPhrases = Record<symbol, never>;

export type PlaceList = { 
/**
 * In which language.
 */
language: string, };

export type PlaceShow = { 
/**
 * The place's slug.
 */
id: string, 
/**
 * In which language.
 */
language: string, };

export type DeadlineList = { 
/**
 * In which language.
 */
language: string, };

export type DeadlineCount = { 
/**
 * The slug of a [`Deadline`].
 */
id: string, 
/**
 * The day on which it began.
 */
from: string, };

export type LibrarySearch = { 
/**
 * What was typed, in any language and spelling.
 */
query: string, 
/**
 * At most how many results; never more than 100.
 */
limit: number, 
/**
 * In which language results are preferred when several match equally.
 */
language?: string, };

export type Search = { 
/**
 * What was typed, in any language and spelling.
 */
query: string, 
/**
 * At most how many results; never more than 100.
 */
limit: number, 
/**
 * In which language results are preferred when several match equally.
 */
language?: string, };

export type PackSticks = Record<symbol, never>;

export type PackFileStart = { 
/**
 * How many bytes it has.
 */
size: number, };

export type PackFileAdd = { 
/**
 * In base64.
 */
data: string, };

export type PackLook = { 
/**
 * The name of a stick; `null` for the file that was handed over.
 */
stick: string | null, 
/**
 * In which language titles are given.
 */
language: string, };

export type PackInstall = Record<symbol, never>;

export type PackList = { 
/**
 * In which language titles are given.
 */
language: string, };

export type PackRemove = { 
/**
 * Its name.
 */
id: string, };

export type PassphraseStrength = { 
/**
 * The passphrase as typed so far.
 */
passphrase: string, };

export type NotebookCreate = { 
/**
 * The passphrase.
 */
passphrase: string, 
/**
 * Who may read the library on this computer from now on.
 */
shelf: Shelf, };

export type NotebookJoin = { 
/**
 * The bytes of the invitation's file, in base64.
 */
file: string, 
/**
 * The code.
 */
code: string, 
/**
 * The passphrase on this device.
 */
passphrase: string, 
/**
 * Who may read the library on this computer from now on.
 */
shelf: Shelf, };

export type NotebookUnlock = { 
/**
 * The passphrase.
 */
passphrase: string, };

export type NotebookRecover = { 
/**
 * The code, or three shares.
 */
typed: Array<string>, 
/**
 * The passphrase from now on.
 */
passphrase: string, };

export type BackupPlaces = Record<symbol, never>;

export type BackupRestore = { 
/**
 * The passphrase that the notebook had when the copy was made.
 */
passphrase: string, 
/**
 * The place's name; empty for this computer.
 */
place: string, 
/**
 * The file's name.
 */
file: string, };

export type NotebookLock = Record<symbol, never>;

export type EraseEverything = { 
/**
 * Always `erase`, so that no empty or mistaken request erases anything. The screen has the person type a word of
 * their own language.
 */
word: string, };

export type SecondNotebookCreate = { 
/**
 * The passphrase of the notebook that is open.
 */
present: string, 
/**
 * The passphrase of the second one.
 */
new: string, };

export type ForgettingPassphraseSet = { 
/**
 * The passphrase of the notebook that is open.
 */
present: string, 
/**
 * The one that forgets the other notebook.
 */
new: string, };

export type PassphraseChange = { 
/**
 * The present one.
 */
present: string, 
/**
 * The one from now on.
 */
new: string, };

export type EraseAfterSet = { 
/**
 * After how many wrong tries, 5 to 100; none for never.
 */
tries?: number, };

export type SafetyShow = Record<symbol, never>;

export type RecoveryBegin = { 
/**
 * The present passphrase.
 */
passphrase: string, 
/**
 * Which.
 */
kind: RecoveryKind, };

export type RecoveryConfirm = { 
/**
 * The groups that were asked for; or for a code, the whole of it as one text.
 */
typed: Array<string>, };

export type RecoveryCancel = Record<symbol, never>;

export type RecoveryDrill = { 
/**
 * The code, or three shares.
 */
typed: Array<string>, };

export type RecoveryRemove = { 
/**
 * The present passphrase.
 */
passphrase: string, 
/**
 * Which.
 */
kind: RecoveryKind, };

export type VaultCheck = Record<symbol, never>;

export type BackupShow = Record<symbol, never>;

export type BackupMake = { 
/**
 * The present passphrase.
 */
passphrase: string, 
/**
 * The place's name; empty for this computer.
 */
place: string, };

export type BackupCheck = { 
/**
 * The passphrase that the notebook had when the copy was made.
 */
passphrase: string, 
/**
 * The place's name; empty for this computer.
 */
place: string, 
/**
 * The file's name.
 */
file: string, };

export type CaseList = Record<symbol, never>;

export type CaseCreate = { 
/**
 * Its title, 1–200 characters.
 */
title: string, };

export type CaseRename = { 
/**
 * Which case.
 */
caseId: string, 
/**
 * Its title, 1–200 characters.
 */
title: string, };

export type CaseShow = { 
/**
 * Which case.
 */
caseId: string, };

export type CaseDelete = { 
/**
 * Which case.
 */
caseId: string, };

export type NoteSave = { 
/**
 * The case it is in.
 */
caseId: string, 
/**
 * The note to change; none for a new one.
 */
noteId?: string, 
/**
 * The day it tells of.
 */
date?: string, 
/**
 * Where it happened, at most 200 characters; may be empty.
 */
place: string, 
/**
 * What happened, 1–100,000 characters.
 */
text: string, };

export type NoteShow = { 
/**
 * Which note.
 */
noteId: string, };

export type NoteDelete = { 
/**
 * Which note.
 */
noteId: string, };

export type AttachmentList = { 
/**
 * Which case.
 */
caseId: string, };

export type AttachmentStart = { 
/**
 * The case.
 */
caseId: string, 
/**
 * The file's name; any folder before it is dropped.
 */
name: string, 
/**
 * Its media type.
 */
mediaType: string, 
/**
 * Its size in bytes, at most 512 MiB.
 */
size: number, };

export type AttachmentAdd = { 
/**
 * From the ticket.
 */
id: string, 
/**
 * The bytes, in base64 (RFC 4648, with padding).
 */
data: string, };

export type AttachmentFinish = { 
/**
 * From the ticket.
 */
id: string, };

export type AttachmentRead = { 
/**
 * Which attachment.
 */
id: string, 
/**
 * Which chunk, from 0.
 */
chunk: number, };

export type AttachmentDelete = { 
/**
 * Which attachment.
 */
id: string, };

export type SyncList = Record<symbol, never>;

export type SyncFolder = { 
/**
 * The folder's path. It must be there.
 */
folder: string, };

export type SyncNow = Record<symbol, never>;

export type SyncTick = Record<symbol, never>;

export type SyncProgressAsk = Record<symbol, never>;

export type SyncCancel = Record<symbol, never>;

export type SyncSwitch = { 
/**
 * Its id.
 */
id: string, 
/**
 * Whether it is visited from now on.
 */
on: boolean, };

export type SyncForget = { 
/**
 * Its id.
 */
id: string, };

export type SyncSticks = Record<symbol, never>;

export type SyncNewKeys = { 
/**
 * The notebook's passphrase, once more.
 */
passphrase: string, };

export type SyncTakeKeys = { 
/**
 * The bytes of the invitation's file, in base64.
 */
file: string, 
/**
 * The code.
 */
code: string, };

export type SyncLeave = Record<symbol, never>;

export type FolderChoose = { 
/**
 * What the dialog says.
 */
title: string, 
/**
 * Its button to choose.
 */
accept: string, 
/**
 * Its button to give up.
 */
cancel: string, };

export type SyncInvite = { 
/**
 * The notebook's passphrase, once more.
 */
passphrase: string, 
/**
 * The folder to write the file to, as on a stick; without it, whoever asks gets the bytes only.
 */
folder: string | null, };

export type Failure = { "kind": "wrong_passphrase" } | { "kind": "passphrase_length" } | { "kind": "passphrase_too_easy" } | { "kind": "passphrase_taken" } | { "kind": "wait_to_try", 
/**
 * How long, in seconds.
 */
seconds: number, } | { "kind": "code_mistyped", 
/**
 * Which paper, from 1, when there are several.
 */
paper: number, 
/**
 * The groups or words that are wrong, from 1; empty when there are too few or too many, or when each is
 * possible and not together.
 */
groups: Array<number>, } | { "kind": "code_wrong" } | { "kind": "shares_mixed" } | { "kind": "shares_too_few" } | { "kind": "not_enough_memory" } | { "kind": "locked" } | { "kind": "no_notebook" } | { "kind": "notebook_exists" } | { "kind": "notebook_missing" } | { "kind": "keys_damaged" } | { "kind": "shelf_damaged" } | { "kind": "notebook_damaged" } | { "kind": "backup_damaged" } | { "kind": "backup_unreadable" } | { "kind": "newer_format" } | { "kind": "disk_full" } | { "kind": "not_writable" } | { "kind": "in_use" } | { "kind": "not_found" } | { "kind": "not_arrived" } | { "kind": "invitation_mistyped", 
/**
 * Which group, from 1.
 */
group: number, } | { "kind": "invitation_refused" } | { "kind": "invitation_without_keys" } | { "kind": "pack_refused", 
/**
 * What is wrong and where, at most 100 entries.
 */
problems: Array<Problem>, } | { "kind": "pack_untrusted" } | { "kind": "repository_refused", 
/**
 * Why, as a message id `refusal-<reason>`.
 */
reason: string, } | { "kind": "pack_older" } | { "kind": "too_large" } | { "kind": "bad_request", 
/**
 * The field or command, in the contract's own words; never what was typed.
 */
what: string, } | { "kind": "internal" };

export type Problem = { 
/**
 * The rule, as a message id `pack-problem-<rule>`.
 */
rule: string, 
/**
 * The file within the pack, with `/`.
 */
file: string, 
/**
 * The line, from 1; 0 when the rule is about the whole file.
 */
line: number, 
/**
 * What was found, such as a field's or an article's name.
 */
detail: string, };

export type AboutPack = { 
/**
 * The pack's own name, such as `starter`.
 */
id: string, 
/**
 * Its version; a newer pack has a higher one.
 */
version: number, 
/**
 * Its title in the asked language.
 */
title: string, 
/**
 * The newest day on which any of its articles was checked.
 */
checkedOn: string, 
/**
 * True when no article was reviewed by a lawyer yet.
 */
unreviewed: boolean, 
/**
 * True when the pack was built on this computer and not published by anybody.
 */
ownBuild: boolean, 
/**
 * The names of those who signed it; empty when it came with the program or was built here.
 */
signedBy: Array<string>, 
/**
 * True when it was signed with keys that anybody has.
 */
development: boolean, 
/**
 * The day on which the library was last confirmed to be the newest; `null` before that ever happened.
 */
confirmedOn: string | null, 
/**
 * How many days ago, once the promise to confirm it again is broken; 0 before.
 */
daysOld: number, 
/**
 * The languages of its articles.
 */
languages: Array<string>, };

export type ArticleCard = { 
/**
 * The article's slug.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its first paragraph or step, for a line under the title.
 */
lead: string, 
/**
 * The language of title and lead: the asked one, or the pack's first when it lacks that.
 */
language: string, 
/**
 * Which urgent door leads here.
 */
urgent: Urgent | null, 
/**
 * True for the article that the door opens.
 */
urgentFirst: boolean, 
/**
 * For whom: `new`, `worker`, `detained`, `refused`, `helper`.
 */
audience: Array<string>, };

export type Urgent = "stopped" | "asylum" | "ill";

export type Article = { 
/**
 * The article's slug.
 */
id: string, 
/**
 * The text in each asked language that the article has. All have the same kinds of block in the
 * same order.
 */
languages: Array<ArticleLanguage>, 
/**
 * The day on which it was checked against its sources.
 */
checkedOn: string, 
/**
 * The day by which it should be checked again.
 */
reviewBy: string | null, 
/**
 * True when today is after `review_by`.
 */
reviewIsDue: boolean, 
/**
 * Who reviewed it. Empty: not yet reviewed by a lawyer.
 */
reviewedBy: string, 
/**
 * True when its pack is no longer published. It may be old or wrong.
 */
withdrawn: boolean, 
/**
 * Names of the official texts, courts and UN documents it rests on, in the first asked language.
 */
restsOn: Array<string>, 
/**
 * Which urgent door leads here.
 */
urgent: Urgent | null, };

export type ArticleLanguage = { 
/**
 * Which language.
 */
language: string, 
/**
 * The title; it is not repeated among the blocks.
 */
title: string, 
/**
 * The blocks.
 */
blocks: Array<Block>, 
/**
 * The same in easy words, where the article has them; then every language of it has.
 */
easy: EasyText | null, };

export type EasyText = { 
/**
 * The title; it is not repeated among the blocks.
 */
title: string, 
/**
 * The blocks.
 */
blocks: Array<Block>, };

export type Block = { 
/**
 * What it is.
 */
kind: BlockKind, 
/**
 * Its text, without any markup.
 */
text: string, 
/**
 * What to be careful about with the facts it rests on.
 */
caution: Caution | null, };

export type BlockKind = "heading" | "text" | "step" | "point" | "caution" | "say";

export type Caution = "medium" | "low";

export type Contact = { 
/**
 * Its slug.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is.
 */
kind: ContactKind, 
/**
 * ISO 3166-1 code of the country.
 */
country: string, 
/**
 * Whether it was open on `as_of`.
 */
status: ContactStatus, 
/**
 * The day of the status.
 */
asOf: string, 
/**
 * Whom it helps and with what.
 */
serves: string, 
/**
 * What to be careful about.
 */
risk: string, 
/**
 * Its address as one would write it on a letter; empty when not known or no longer sure.
 */
address: string, 
/**
 * Its phones that are still sure today.
 */
phones: Array<Phone>, 
/**
 * True when a phone or the address is no longer shown because it has not been checked for too long.
 */
somethingExpired: boolean, 
/**
 * Languages spoken there, as tags; empty when not known.
 */
languages: Array<string>, };

export type ContactKind = "un" | "state" | "mission" | "ngo" | "emergency" | "avoid";

export type ContactStatus = "open" | "closed" | "unknown";

export type Phone = { 
/**
 * The number, as one would dial it from abroad where that is known.
 */
number: string, 
/**
 * The day on which its source was read.
 */
verifiedOn: string, };

export type Phrase = { 
/**
 * Its slug.
 */
id: string, 
/**
 * `protection`, `police`, `court`, `health`, `work` or `daily`.
 */
group: string, 
/**
 * True when it is dangerous if the wrong person finds it on the screen.
 */
danger: boolean, 
/**
 * The same words in every language of the pack.
 */
texts: Array<PhraseText>, };

export type PhraseText = { 
/**
 * Which language.
 */
language: string, 
/**
 * The words.
 */
text: string, 
/**
 * How they sound, for who says them and cannot read them: Russian in Hangul, Korean in Russian letters;
 * may be empty.
 */
aloud: string, };

export type PlaceCard = { 
/**
 * The place's slug.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its name in every language of the pack, to be compared with a sign or a map.
 */
names: Array<PlaceName>, 
/**
 * ISO 3166-1 code of the country.
 */
country: string, 
/**
 * True when a contact that helps is in this very place.
 */
hasOffice: boolean, };

export type PlaceName = { 
/**
 * Which language.
 */
language: string, 
/**
 * The name.
 */
name: string, };

export type Place = { 
/**
 * Its slug.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its name in every language of the pack.
 */
names: Array<PlaceName>, 
/**
 * ISO 3166-1 code of the country.
 */
country: string, 
/**
 * What is there; may be empty.
 */
line: string, 
/**
 * What to be careful about there; may be empty.
 */
warning: string, 
/**
 * The day on which its facts were read.
 */
asOf: string, 
/**
 * Who can be turned to from here, the nearest first. Nobody to stay away from is among them.
 */
contacts: Array<PlaceContact>, };

export type PlaceContact = { 
/**
 * The contact's slug.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is.
 */
kind: ContactKind, 
/**
 * Whether it works, as far as is known.
 */
status: ContactStatus, 
/**
 * True when it is in this very place; otherwise it serves from elsewhere.
 */
here: boolean, };

export type Deadline = { 
/**
 * Its slug.
 */
id: string, 
/**
 * ISO 3166-1 code of the country whose law it is.
 */
country: string, 
/**
 * What happened on the day from which it is counted.
 */
event: string, 
/**
 * What ends.
 */
title: string, 
/**
 * What to be careful about.
 */
risk: string, 
/**
 * Whom it binds.
 */
whose: Whose, 
/**
 * How long it is, in its unit.
 */
length: number, 
/**
 * The unit.
 */
unit: TimeUnit, 
/**
 * The day on which it was checked against its sources.
 */
checkedOn: string, 
/**
 * The day by which it should be checked again.
 */
reviewBy: string, 
/**
 * True when today is after `review_by`.
 */
reviewIsDue: boolean, 
/**
 * How far its facts can be relied on, when not fully.
 */
caution: Caution | null, 
/**
 * Names of the official texts it rests on.
 */
restsOn: Array<string>, };

export type DeadlineDay = { 
/**
 * Its last day.
 */
lastDay: string, 
/**
 * Days from today; negative when it is over.
 */
daysLeft: number, 
/**
 * True when it is counted in hours, its last day is over, and some of its hours may still be left: they run from an
 * hour that nobody was asked for.
 */
hoursMayBeLeft: boolean, 
/**
 * False when it was counted in a year whose holidays are not known: Monday to Friday.
 */
holidaysKnown: boolean, };

export type Whose = "person" | "office" | "paper";

export type TimeUnit = "hours" | "days" | "working_days" | "months";

export type SearchHit = { 
/**
 * What was found.
 */
kind: HitKind, 
/**
 * The slug or id of what was found.
 */
id: string, 
/**
 * For a note: the case it is in. Empty otherwise.
 */
caseId: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The place in the text that matched, in pieces.
 */
snippet: Array<Piece>, 
/**
 * The language of the text that matched; none for a note.
 */
language: string | null, 
/**
 * For a note: its day.
 */
date: string | null, 
/**
 * True for a phrase card that is dangerous if the wrong person finds it on the screen.
 */
danger: boolean, };

export type HitKind = "article" | "contact" | "phrase" | "place" | "case" | "note";

export type Piece = { 
/**
 * The text.
 */
text: string, 
/**
 * True when this run is what matched.
 */
hit: boolean, };

export type AppState = { 
/**
 * Reading, locked or unlocked.
 */
mode: AppMode, 
/**
 * Whether the library can be read now. False when it is closed and the notebook locked.
 */
libraryOpen: boolean, 
/**
 * True when this program trusts packs that anybody can sign: it was built for trying out.
 */
developmentKeys: boolean, 
/**
 * What the person should know about the files here.
 */
notices: Array<Notice>, };

export type AppMode = "reading" | "locked" | "unlocked";

export type Notice = "library_remade" | "keys_damaged" | "notebook_missing" | "recovery_drill";

export type Strength = { 
/**
 * 0 (guessed at once) to 4 (not guessed in a lifetime).
 */
score: number, 
/**
 * Whether a notebook may be made with it.
 */
allowed: boolean, };

export type Shelf = "open" | "closed";

export type Done = Record<symbol, never>;

export type Safety = { 
/**
 * After how many wrong tries everything is erased; none for never.
 */
eraseAfter: number | null, 
/**
 * What was made for a forgotten passphrase.
 */
recovery: Array<RecoveryMade>, };

export type RecoveryKind = "code" | "shares";

export type RecoveryMade = { 
/**
 * Which.
 */
kind: RecoveryKind, 
/**
 * When, in milliseconds since 1970.
 */
madeMs: number, 
/**
 * When the person last showed that it is still there, in milliseconds since 1970.
 */
provedMs: number | null, 
/**
 * Whether it is time to try it.
 */
drillDue: boolean, };

export type RecoveryDraft = { 
/**
 * The papers: one for a code, five for shares.
 */
papers: Array<RecoveryPaper>, 
/**
 * The groups that the person is asked to type back, in this order.
 */
ask: Array<AskedGroup>, };

export type RecoveryPaper = { 
/**
 * Groups of five digits.
 */
groups: Array<string>, 
/**
 * The same in Korean words; empty for a share.
 */
korean: Array<string>, 
/**
 * The same in English words; empty for a share.
 */
english: Array<string>, };

export type AskedGroup = { 
/**
 * Of which paper, from 1.
 */
paper: number, 
/**
 * Which group, from 1.
 */
group: number, };

export type PackStick = { 
/**
 * What the stick, and the file on it, is called. Also what [`PackLook`] names it by.
 */
name: string, };

export type PackFileTicket = { 
/**
 * How many bytes each piece but the last has.
 */
chunkBytes: number, };

export type PackOffer = { 
/**
 * True when they are signed with keys that anybody has. Nobody answers for them.
 */
development: boolean, 
/**
 * The day on which they were said to be the newest.
 */
confirmedOn: string, 
/**
 * How many days ago that was, by the later of the clock and the newest signed time; 0 while the promise holds.
 */
daysOld: number, 
/**
 * The packs.
 */
packs: Array<OfferedPack>, 
/**
 * True when installing writes to this computer for the first time.
 */
makesFile: boolean, };

export type OfferedPack = { 
/**
 * Its name.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its version.
 */
version: number, 
/**
 * The version that is here now; `null` when there is none.
 */
here: number | null, 
/**
 * Its languages.
 */
languages: Array<string>, 
/**
 * Who signed it: names of key holders, each with the beginning of the key's id.
 */
signedBy: Array<Signer>, 
/**
 * When.
 */
signedOn: string, 
/**
 * Articles and contacts that would change, by title.
 */
changes: Array<PackChange>, };

export type InstalledPack = { 
/**
 * Its name.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its version.
 */
version: number, 
/**
 * The newest day on which any of its articles was checked.
 */
checkedOn: string, 
/**
 * True when the repository that was last read does not list it any more. It stays until somebody removes it.
 */
withdrawn: boolean, 
/**
 * The version that the last update replaced; `null` when there was none.
 */
before: number | null, 
/**
 * What that update changed, by title.
 */
changes: Array<PackChange>, };

export type Signer = { 
/**
 * The name; may be empty.
 */
name: string, 
/**
 * The first eight digits of the key's id.
 */
key: string, };

export type PackChange = { 
/**
 * How.
 */
how: ChangeKind, 
/**
 * What.
 */
what: ChangedThing, 
/**
 * The title; empty for a whole list.
 */
title: string, };

export type ChangeKind = "new" | "changed" | "gone";

export type ChangedThing = "article" | "contact" | "phrases" | "places" | "glossary" | "synonyms" | "deadlines" | "holidays";

export type Case = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Titles given on another device at the same time, if any.
 */
conflicts: Array<FieldConflict>, 
/**
 * How many notes it has.
 */
notes: number, 
/**
 * How many attachments it has.
 */
attachments: number, 
/**
 * When anything in it was changed last, in milliseconds since 1970.
 */
changedMs: number, };

export type FieldConflict = { 
/**
 * The field: `title`, `date` or `place`.
 */
field: string, 
/**
 * All its values; the first is the one shown.
 */
values: Array<ConflictValue>, };

export type ConflictValue = { 
/**
 * The value.
 */
text: string, };

export type CaseView = { 
/**
 * The case.
 */
case: Case, 
/**
 * Its notes: the latest day first, those without a day at the end.
 */
notes: Array<Note>, 
/**
 * Its attachments: the newest first.
 */
attachments: Array<Attachment>, };

export type Note = { 
/**
 * Its id.
 */
id: string, 
/**
 * The case it is in.
 */
caseId: string, 
/**
 * The day it tells of.
 */
date: string | null, 
/**
 * Where it happened; may be empty.
 */
place: string, 
/**
 * What happened.
 */
text: string, 
/**
 * Fields given different values on another device at the same time, if any.
 */
conflicts: Array<FieldConflict>, 
/**
 * When it was changed last, in milliseconds since 1970.
 */
changedMs: number, };

export type Attachment = { 
/**
 * Its id.
 */
id: string, 
/**
 * The case it is in.
 */
caseId: string, 
/**
 * Its file name, without any folder.
 */
name: string, 
/**
 * Its media type as given, such as `image/jpeg`. Only `image/png`, `image/jpeg`, `image/webp` and
 * `text/plain` are shown; the rest is kept.
 */
mediaType: string, 
/**
 * Its size in bytes.
 */
size: number, 
/**
 * How many chunks [`AttachmentRead`] can ask for.
 */
chunks: number, 
/**
 * When it was attached, in milliseconds since 1970.
 */
addedMs: number, };

export type AttachmentTicket = { 
/**
 * The id the attachment will have.
 */
id: string, 
/**
 * The size of every chunk but the last, in bytes.
 */
chunkBytes: number, };

export type AttachmentData = { 
/**
 * The bytes, in base64.
 */
data: string, 
/**
 * True for the last chunk.
 */
last: boolean, };

export type BackupPlace = { 
/**
 * The stick's name; empty for this computer.
 */
name: string, 
/**
 * The copies there, of this notebook or of others, the newest first; at most 50.
 */
copies: Array<BackupFile>, };

export type BackupFile = { 
/**
 * Its name.
 */
file: string, 
/**
 * When it was written last, in milliseconds since 1970, as the place says.
 */
writtenMs: number, };

export type BackupStanding = { 
/**
 * The last copy in each place.
 */
made: Array<BackupMade>, };

export type BackupMade = { 
/**
 * The stick's name; empty for this computer.
 */
place: string, 
/**
 * When it was begun, in milliseconds since 1970.
 */
madeMs: number, 
/**
 * When that copy was last read from end to end, in milliseconds since 1970.
 */
checkedMs: number, 
/**
 * How many changes were saved since it was made.
 */
behind: number, };

export type VaultReport = { 
/**
 * The keys file. It is never repaired.
 */
keys: Soundness, 
/**
 * The library.
 */
library: Soundness, 
/**
 * The open notebook.
 */
notebook: Soundness, 
/**
 * How many cases are whole.
 */
cases: number, 
/**
 * How many notes are whole.
 */
notes: number, 
/**
 * How many files were read from beginning to end.
 */
files: number, 
/**
 * What was put in order, each once.
 */
repaired: Array<Repaired>, 
/**
 * What cannot be read in full, at most 200. It stays where it is.
 */
aside: Array<SetAside>, 
/**
 * How many there are besides.
 */
asideMore: number, 
/**
 * How many damaged parts were kept under other names, in the folder and in the notebook.
 */
kept: number, };

export type Soundness = "sound" | "repaired" | "damaged";

export type Repaired = "library" | "entries" | "journal" | "lists" | "search_index";

export type SetAside = { 
/**
 * What it is, as far as that is known.
 */
kind: AsideKind, 
/**
 * Its title, name or beginning, as far as that is known.
 */
title: string, 
/**
 * The title of the case it is in, as far as that is known.
 */
caseTitle: string, };

export type AsideKind = "case" | "note" | "file" | "unknown";

export type SyncState = { 
/**
 * The places that are known, turned on or not.
 */
places: Array<SyncPlace>, 
/**
 * How often new keys were made for places because a device was removed.
 */
epoch: number, 
/**
 * How many records from other devices this program cannot read. They are kept and passed on.
 */
setAside: number, 
/**
 * The first of them.
 */
aside: Array<SyncAside>, };

export type SyncAside = { 
/**
 * The device that wrote it: the first eight hex digits of its id.
 */
device: string, 
/**
 * Its number there.
 */
number: number, 
/**
 * Why. Each has a message `sync-aside-<name>`.
 */
why: SyncAsideWhy, };

export type SyncAsideWhy = "unreadable" | "newer" | "meaningless";

export type SyncStick = { 
/**
 * The name that is shown.
 */
name: string, 
/**
 * Its folder.
 */
folder: string, };

export type FolderChosen = { 
/**
 * False where there is no such dialog: then the path is typed.
 */
asked: boolean, 
/**
 * The folder; nothing when the person gave up.
 */
folder: string | null, };

export type SyncProgress = { 
/**
 * The place that is visited; nothing when none is.
 */
id: string | null, 
/**
 * Objects that came or went.
 */
objects: number, 
/**
 * Their bytes.
 */
bytes: number, };

export type SyncPlace = { 
/**
 * Its id, 32 hex digits.
 */
id: string, 
/**
 * The folder.
 */
folder: string, 
/**
 * Whether it is visited.
 */
on: boolean, 
/**
 * Whether it can be reached now: the stick is plugged in.
 */
there: boolean, 
/**
 * When it was last visited to the end, in milliseconds since 1970.
 */
lastMs: number | null, 
/**
 * Changes of this device that are not there yet.
 */
waiting: number, 
/**
 * Pieces of attachments that are here and not there yet.
 */
waitingFiles: number, };

export type SyncReport = { 
/**
 * The place.
 */
id: string, 
/**
 * Changes that came.
 */
received: number, 
/**
 * Changes that went.
 */
sent: number, 
/**
 * Pieces of attachments that came.
 */
filesReceived: number, 
/**
 * Pieces of attachments that went.
 */
filesSent: number, 
/**
 * What was noticed about the place.
 */
findings: Array<SyncFinding>, 
/**
 * Why it ended early, if it did. What was done until then stays, and the next visit goes on.
 */
trouble: SyncTrouble | null, };

export type SyncLeft = { 
/**
 * Whether every place was forgotten. Not so while a place was not reached, or while one that is off misses
 * changes of this device.
 */
left: boolean, 
/**
 * What the visits did, one of each place that is on.
 */
reports: Array<SyncReport>, };

export type SyncFinding = "emptied" | "lost" | "rolled_back" | "forked" | "copied" | "foreign" | "unreadable" | "newer" | "set_aside";

export type SyncTrouble = "not_there" | "unreachable" | "timed_out" | "full" | "busy" | "refused" | "untrusted" | "broken" | "stopped";

export type Invitation = { 
/**
 * Six groups of five digits, to be said or shown and not kept.
 */
code: string, 
/**
 * The bytes of the file, in base64.
 */
file: string, 
/**
 * The name of the file that was written, if one was.
 */
name: string | null, };

export interface Commands {
  app_state: { request: AppStateAsk; reply: AppState };
  library_about: { request: LibraryAbout; reply: AboutPack };
  library_articles: { request: LibraryArticles; reply: Array<ArticleCard> };
  library_article: { request: LibraryArticle; reply: Article };
  library_contacts: { request: LibraryContacts; reply: Array<Contact> };
  library_phrases: { request: LibraryPhrases; reply: Array<Phrase> };
  place_list: { request: PlaceList; reply: Array<PlaceCard> };
  place_show: { request: PlaceShow; reply: Place };
  deadline_list: { request: DeadlineList; reply: Array<Deadline> };
  deadline_count: { request: DeadlineCount; reply: DeadlineDay };
  library_search: { request: LibrarySearch; reply: Array<SearchHit> };
  search: { request: Search; reply: Array<SearchHit> };
  pack_sticks: { request: PackSticks; reply: Array<PackStick> };
  pack_file_start: { request: PackFileStart; reply: PackFileTicket };
  pack_file_add: { request: PackFileAdd; reply: Done };
  pack_look: { request: PackLook; reply: PackOffer };
  pack_install: { request: PackInstall; reply: Done };
  pack_list: { request: PackList; reply: Array<InstalledPack> };
  pack_remove: { request: PackRemove; reply: Done };
  passphrase_strength: { request: PassphraseStrength; reply: Strength };
  notebook_create: { request: NotebookCreate; reply: AppState };
  notebook_join: { request: NotebookJoin; reply: AppState };
  notebook_unlock: { request: NotebookUnlock; reply: AppState };
  notebook_recover: { request: NotebookRecover; reply: AppState };
  backup_places: { request: BackupPlaces; reply: Array<BackupPlace> };
  backup_restore: { request: BackupRestore; reply: AppState };
  notebook_lock: { request: NotebookLock; reply: AppState };
  erase_everything: { request: EraseEverything; reply: AppState };
  second_notebook_create: { request: SecondNotebookCreate; reply: Done };
  forgetting_passphrase_set: { request: ForgettingPassphraseSet; reply: Done };
  passphrase_change: { request: PassphraseChange; reply: Done };
  erase_after_set: { request: EraseAfterSet; reply: Done };
  safety_show: { request: SafetyShow; reply: Safety };
  recovery_begin: { request: RecoveryBegin; reply: RecoveryDraft };
  recovery_confirm: { request: RecoveryConfirm; reply: Safety };
  recovery_cancel: { request: RecoveryCancel; reply: Done };
  recovery_drill: { request: RecoveryDrill; reply: Safety };
  recovery_remove: { request: RecoveryRemove; reply: Safety };
  vault_check: { request: VaultCheck; reply: VaultReport };
  backup_show: { request: BackupShow; reply: BackupStanding };
  backup_make: { request: BackupMake; reply: BackupStanding };
  backup_check: { request: BackupCheck; reply: BackupStanding };
  case_list: { request: CaseList; reply: Array<Case> };
  case_create: { request: CaseCreate; reply: Case };
  case_rename: { request: CaseRename; reply: Case };
  case_show: { request: CaseShow; reply: CaseView };
  case_delete: { request: CaseDelete; reply: Done };
  note_save: { request: NoteSave; reply: Note };
  note_show: { request: NoteShow; reply: Note };
  note_delete: { request: NoteDelete; reply: Done };
  attachment_list: { request: AttachmentList; reply: Array<Attachment> };
  attachment_start: { request: AttachmentStart; reply: AttachmentTicket };
  attachment_add: { request: AttachmentAdd; reply: Done };
  attachment_finish: { request: AttachmentFinish; reply: Attachment };
  attachment_read: { request: AttachmentRead; reply: AttachmentData };
  attachment_delete: { request: AttachmentDelete; reply: Done };
  sync_list: { request: SyncList; reply: SyncState };
  sync_folder: { request: SyncFolder; reply: SyncReport };
  sync_now: { request: SyncNow; reply: Array<SyncReport> };
  sync_tick: { request: SyncTick; reply: Array<SyncReport> };
  sync_progress: { request: SyncProgressAsk; reply: SyncProgress };
  sync_cancel: { request: SyncCancel; reply: Done };
  sync_switch: { request: SyncSwitch; reply: Done };
  sync_forget: { request: SyncForget; reply: Done };
  sync_sticks: { request: SyncSticks; reply: Array<SyncStick> };
  sync_new_keys: { request: SyncNewKeys; reply: Array<SyncReport> };
  sync_take_keys: { request: SyncTakeKeys; reply: Done };
  sync_leave: { request: SyncLeave; reply: SyncLeft };
  folder_choose: { request: FolderChoose; reply: FolderChosen };
  sync_invite: { request: SyncInvite; reply: Invitation };
}
