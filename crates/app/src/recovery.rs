//! Opening a notebook whose passphrase was forgotten, by a code or by three of five shares.
//!
//! A code is shown once and is nowhere but in memory and on paper. Nothing is written before the person has typed
//! it back and it has opened: a code that was written down wrongly is worse than none.

use durumi_api::{
    AppState, AskedGroup, Done, Failure, NotebookRecover, RecoveryBegin, RecoveryCancel, RecoveryConfirm,
    RecoveryDraft, RecoveryDrill, RecoveryKind, RecoveryMade, RecoveryPaper, RecoveryRemove, Safety,
    SafetyShow,
};
use durumi_cases::{Notebook, RecoveryDates};
use durumi_keys::{
    CodeError, Grant, KeyFile, NEEDED, Random, RecoveryCode, Role, Share, SharesError, SlotKind, WordList,
};
use zeroize::{Zeroize, Zeroizing};

use crate::{
    App,
    failure::{cost_failure, keys_failure, notebook_failure, unlock_failure},
    passphrase,
    safety::refuse_taken,
    state::Unlocked,
};

/// How long after it was made a code is asked for, in milliseconds: a week.
const DRILL_AFTER_MS: i64 = 7 * 24 * 60 * 60 * 1000;
/// How many groups of a code are asked for.
const ASKED: usize = 3;

/// What was shown and is not yet proved.
pub(crate) struct Draft {
    kind: RecoveryKind,
    secret: RecoveryCode,
    /// The groups of each paper.
    papers: Vec<Vec<Zeroizing<String>>>,
    ask: Vec<AskedGroup>,
    grant: Grant,
}

impl App {
    /// How the open notebook is kept.
    pub fn safety_show(&self, _request: SafetyShow) -> Result<Safety, Failure> {
        self.safety(self.state().notebook()?)
    }

    /// Makes a code or shares and shows them. They open nothing yet.
    pub fn recovery_begin(&self, request: RecoveryBegin) -> Result<RecoveryDraft, Failure> {
        let present = Zeroizing::new(request.passphrase);
        let (_, opened) = self.attempt_present(&present)?;
        let draft = Draft::make(self.random.as_ref(), request.kind, opened.grant);
        let shown = draft.show();
        self.state().unlocked()?.draft = Some(draft);
        Ok(shown)
    }

    /// Stores the slot for what was shown, once it was typed back and has opened.
    pub fn recovery_confirm(&self, request: RecoveryConfirm) -> Result<Safety, Failure> {
        let typed: Vec<_> = request.typed.into_iter().map(Zeroizing::new).collect();
        let mut state = self.state();
        let unlocked = state.unlocked()?;
        let Unlocked { draft, notebook, .. } = unlocked;
        let begun = draft.as_ref().ok_or(Failure::NotFound)?;
        begun.is_typed_back(&typed)?;
        let keys = begun.proved(&self.whole_keys()?, self.random.as_ref())?;
        self.save_keys(&keys)?;
        notebook.recovery_was_made(begun.kind).map_err(notebook_failure)?;
        *draft = None;
        self.safety(notebook)
    }

    /// Forgets what was shown.
    pub fn recovery_cancel(&self, _request: RecoveryCancel) -> Result<Done, Failure> {
        self.state().unlocked()?.draft = None;
        Ok(Done {})
    }

    /// Tries a code or shares, to see that they are still there and were written down rightly.
    pub fn recovery_drill(&self, request: RecoveryDrill) -> Result<Safety, Failure> {
        let number = self.open_number()?;
        let secret = read(request.typed)?;
        let wanted = |grant: &Grant| grant.role == Role::Recover && grant.notebook == number;
        let attempt = self.attempt(&secret.to_passphrase(), wanted).map_err(of_code)?;
        let kind = match attempt.opened.kind() {
            SlotKind::Shares => RecoveryKind::Shares,
            _ => RecoveryKind::Code,
        };
        let mut state = self.state();
        let notebook = state.notebook()?;
        notebook.recovery_was_proved(kind).map_err(notebook_failure)?;
        self.safety(notebook)
    }

    /// Takes a code or shares back.
    pub fn recovery_remove(&self, request: RecoveryRemove) -> Result<Safety, Failure> {
        let present = Zeroizing::new(request.passphrase);
        let (mut keys, opened) = self.attempt_present(&present)?;
        keys.remove(self.random.as_ref(), slot(request.kind), opened.grant.notebook);
        self.save_keys(&keys)?;
        let mut state = self.state();
        let notebook = state.notebook()?;
        notebook
            .recovery_was_removed(request.kind)
            .map_err(notebook_failure)?;
        self.safety(notebook)
    }

    /// Opens the notebook by a code or shares, and gives it a new passphrase at once: who had to look for the paper
    /// has forgotten the old one.
    pub fn notebook_recover(&self, request: NotebookRecover) -> Result<AppState, Failure> {
        let typed = Zeroizing::new(request.passphrase);
        let secret = read(request.typed)?;
        let new = passphrase::choose(&typed)?;
        let attempt = self
            .attempt(&secret.to_passphrase(), |grant| grant.role == Role::Recover)
            .map_err(of_code)?;
        if !attempt.keys.is_whole() {
            // Nothing is written over a damaged file. It opens, and what is said of the file is more urgent than
            // the passphrase, which stays as it was.
            return self.enter(attempt.opened.grant);
        }
        let (mut keys, opened) = attempt.changeable()?;
        refuse_taken(&keys, &new, SlotKind::Open, &opened.grant)?;
        keys.put(self.random.as_ref(), SlotKind::Open, &new, &opened.grant)
            .map_err(cost_failure)?;
        self.save_keys(&keys)?;
        self.enter(opened.grant)
    }

    /// Whether a code was made a week ago or more and never tried since.
    pub(crate) fn drill_is_due(&self, notebook: &Notebook) -> bool {
        let made = notebook.recovery().unwrap_or_default();
        made.iter().any(|dates| is_due(dates, self.clock.now_ms()))
    }

    fn safety(&self, notebook: &Notebook) -> Result<Safety, Failure> {
        let now_ms = self.clock.now_ms();
        let keys = self.folder.key_file()?.ok_or(Failure::KeysDamaged)?;
        let recovery = notebook.recovery().map_err(notebook_failure)?;
        Ok(Safety {
            erase_after: keys.tries().erase_after.map(|after| u32::from(after.tries())),
            recovery: recovery
                .iter()
                .map(|dates| RecoveryMade {
                    kind: dates.kind,
                    made_ms: dates.made_ms,
                    proved_ms: dates.proved_ms,
                    drill_due: is_due(dates, now_ms),
                })
                .collect(),
        })
    }

    fn whole_keys(&self) -> Result<KeyFile, Failure> {
        let keys = self.folder.key_file()?.ok_or(Failure::KeysDamaged)?;
        if keys.is_whole() && !keys.is_old() {
            Ok(keys)
        } else {
            Err(Failure::KeysDamaged)
        }
    }
}

impl Draft {
    fn make(random: &dyn Random, kind: RecoveryKind, grant: Grant) -> Self {
        let (secret, papers) = match kind {
            RecoveryKind::Code => {
                let code = RecoveryCode::make(random);
                let groups = code.groups();
                (code, vec![groups])
            }
            RecoveryKind::Shares => {
                let (secret, shares) = Share::make_all(random);
                (secret, shares.iter().map(Share::groups).collect())
            }
        };
        let ask = ask(random, &papers);
        Draft {
            kind,
            secret,
            papers,
            ask,
            grant,
        }
    }

    fn show(&self) -> RecoveryDraft {
        let plain = |texts: &[Zeroizing<String>]| texts.iter().map(|text| text.to_string()).collect();
        let words = |list| match self.kind {
            RecoveryKind::Code => plain(&self.secret.words(list)),
            RecoveryKind::Shares => Vec::new(),
        };
        let papers = self.papers.iter().map(|groups| RecoveryPaper {
            groups: plain(groups),
            korean: words(WordList::Korean),
            english: words(WordList::English),
        });
        RecoveryDraft {
            papers: papers.collect(),
            ask: self.ask.clone(),
        }
    }

    /// Whether the groups that were asked for were typed, or the whole code.
    fn is_typed_back(&self, typed: &[Zeroizing<String>]) -> Result<(), Failure> {
        if let ([whole], RecoveryKind::Code) = (typed, self.kind) {
            let code = RecoveryCode::parse(whole).map_err(|error| mistyped(1, error))?;
            return if code.is_same(&self.secret) {
                Ok(())
            } else {
                Err(Failure::CodeWrong)
            };
        }
        if typed.len() != self.ask.len() {
            return Err(Failure::BadRequest {
                what: "typed".to_owned(),
            });
        }
        for (asked, typed) in self.ask.iter().zip(typed) {
            if !self.shows(*asked, typed) {
                return Err(Failure::CodeMistyped {
                    paper: asked.paper,
                    groups: vec![asked.group],
                });
            }
        }
        Ok(())
    }

    fn shows(&self, asked: AskedGroup, typed: &str) -> bool {
        let at = |number: u32| usize::try_from(number).ok()?.checked_sub(1);
        let paper = at(asked.paper).and_then(|paper| self.papers.get(paper));
        let group = at(asked.group).and_then(|group| paper?.get(group));
        let mut digits = Zeroizing::new(String::with_capacity(typed.len()));
        digits.extend(
            typed
                .chars()
                .filter_map(|c| c.to_digit(10))
                .filter_map(|d| char::from_digit(d, 10)),
        );
        group.is_some_and(|group| **group == *digits)
    }

    /// A keys file that opens with what is on the papers, read from there as a person would read it.
    fn proved(&self, keys: &KeyFile, random: &dyn Random) -> Result<KeyFile, Failure> {
        let copy = |keys: &KeyFile| KeyFile::parse(&keys.to_bytes()).map_err(keys_failure);
        let mut with = copy(keys)?;
        let kind = slot(self.kind);
        with.put(random, kind, &self.secret.to_passphrase(), &self.grant)
            .map_err(cost_failure)?;
        let written = copy(&with)?;
        let papers = || {
            self.papers.iter().map(|groups| {
                let mut text = Zeroizing::new(String::with_capacity(groups.len() * 6));
                for group in groups {
                    text.push_str(group);
                    text.push(' ');
                }
                text
            })
        };
        let read_again = match self.kind {
            RecoveryKind::Code => papers()
                .next()
                .ok_or(Failure::Internal)
                .and_then(|paper| read_one(&paper))?,
            RecoveryKind::Shares => self.every_three(&papers().collect::<Vec<_>>())?,
        };
        let opened = written
            .open(&read_again.to_passphrase())
            .map_err(unlock_failure)?;
        if opened.kind() == kind && opened.grant.notebook == self.grant.notebook {
            Ok(with)
        } else {
            Err(Failure::Internal)
        }
    }

    /// The secret, when any three of the papers give it back.
    fn every_three(&self, papers: &[Zeroizing<String>]) -> Result<RecoveryCode, Failure> {
        for left_out in 0..papers.len() {
            for other in 0..left_out {
                let three = (0..papers.len()).filter(|at| ![left_out, other].contains(at));
                let three: Vec<_> = three
                    .filter_map(|at| papers.get(at))
                    .map(|paper| paper.as_str())
                    .collect();
                if !read_shares(&three)?.is_same(&self.secret) {
                    return Err(Failure::Internal);
                }
            }
        }
        let first: Vec<_> = papers
            .iter()
            .take(usize::from(NEEDED))
            .map(|paper| paper.as_str())
            .collect();
        read_shares(&first)
    }
}

/// Which groups to ask for: three of a code, one of every share.
fn ask(random: &dyn Random, papers: &[Vec<Zeroizing<String>>]) -> Vec<AskedGroup> {
    let each = if papers.len() == 1 { ASKED } else { 1 };
    let mut asked = Vec::new();
    for (paper, groups) in (1..).zip(papers) {
        let mut places: Vec<u32> = (1..).zip(groups).map(|(place, _)| place).collect();
        let [seed @ .., _] = random.id();
        for byte in seed.into_iter().take(each) {
            let place = places.remove(usize::from(byte) % places.len().max(1));
            asked.push(AskedGroup { paper, group: place });
        }
    }
    asked.sort_by_key(|asked| (asked.paper, asked.group));
    asked
}

fn is_due(dates: &RecoveryDates, now_ms: i64) -> bool {
    dates.proved_ms.is_none() && now_ms.saturating_sub(dates.made_ms) >= DRILL_AFTER_MS
}

/// What was typed: one code, or shares.
fn read(mut typed: Vec<String>) -> Result<RecoveryCode, Failure> {
    let texts: Vec<&str> = typed.iter().map(String::as_str).collect();
    let secret = match texts.as_slice() {
        [one] => read_one(one),
        several => read_shares(several),
    };
    typed.zeroize();
    secret
}

fn read_one(typed: &str) -> Result<RecoveryCode, Failure> {
    RecoveryCode::parse(typed).map_err(|error| mistyped(1, error))
}

fn read_shares(typed: &[&str]) -> Result<RecoveryCode, Failure> {
    let read = |(paper, typed): (u32, &&str)| Share::parse(typed).map_err(|error| mistyped(paper, error));
    let shares: Vec<Share> = (1..).zip(typed).map(read).collect::<Result<_, _>>()?;
    Share::combine(&shares).map_err(|error| match error {
        SharesError::Mixed => Failure::SharesMixed,
        SharesError::TooFew => Failure::SharesTooFew,
    })
}

fn mistyped(paper: u32, error: CodeError) -> Failure {
    let groups = match error {
        CodeError::Mistyped(groups) => groups.into_iter().map(u32::from).collect(),
        CodeError::Length => Vec::new(),
    };
    Failure::CodeMistyped { paper, groups }
}

/// A code is not a passphrase, and neither are the words for a wrong one.
fn of_code(failure: Failure) -> Failure {
    match failure {
        Failure::WrongPassphrase => Failure::CodeWrong,
        failure => failure,
    }
}

fn slot(kind: RecoveryKind) -> SlotKind {
    match kind {
        RecoveryKind::Code => SlotKind::Code,
        RecoveryKind::Shares => SlotKind::Shares,
    }
}
