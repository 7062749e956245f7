//! `cargo xtask campaign sync`: scenarios of syncing under hostile conditions, one after the other.
//!
//! Arguments: how many operations, and the first seed.

use std::process::ExitCode;

use durumi_testkit::sync::Campaign;

/// Operations a second that are wanted, so that millions are a matter of minutes.
const SPEED: f64 = 10_000.0;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let (operations, seed) = match (arguments.next(), arguments.next()) {
        (Some(Ok(operations)), None) => (operations, 1),
        (Some(Ok(operations)), Some(Ok(seed))) => (operations, seed),
        _ => {
            eprintln!("sync_campaign OPERATIONS [SEED]");
            return ExitCode::from(2);
        }
    };
    let campaign = Campaign::run(seed, operations);
    if let Some(failed) = &campaign.failed {
        print!("{}", failed.describe());
    }
    #[expect(clippy::cast_precision_loss, reason = "millions")]
    let [wanted, done, scenarios, converged, lost] = [
        operations,
        campaign.operations,
        campaign.scenarios,
        campaign.converged,
        campaign.lost,
    ]
    .map(|count| count as f64);
    println!(
        "{scenarios} scenarios from seed {seed}, {:.0} s",
        campaign.seconds
    );
    let figures = [
        ("sync_operations", done, wanted, true),
        (
            "sync_converged_percent",
            converged / scenarios * 100.0,
            100.0,
            true,
        ),
        ("sync_edits_lost", lost, 0.0, false),
        ("sync_operations_per_second", done / campaign.seconds, SPEED, true),
    ];
    // A build for tests says nothing about speed.
    let figures = figures.iter().take(if cfg!(debug_assertions) { 3 } else { 4 });
    let mut short = 0;
    for &(name, value, goal, at_least) in figures {
        let ok = if at_least { value >= goal } else { value <= goal };
        short += u32::from(!ok);
        println!(
            "figure {name} {value:.3} {goal} {}",
            if ok { "ok" } else { "short" }
        );
    }
    if short == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
