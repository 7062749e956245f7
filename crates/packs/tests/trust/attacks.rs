//! Attacks, by clause of section 5 of The Update Framework, specification 1.0.34. Each is refused by its name.

use durumi_packs::trust::{Refusal, development_key};
use serde_json::{Value, json};

use crate::world::{World, holder, key, pack, roles, when};

macro_rules! attacks {
    ($($name:ident, $clause:literal, $refusal:ident, $spoil:expr;)*) => {$(
        #[test]
        fn $name() {
            let mut world = World::with_update();
            assert!(world.deliver().is_ok(), "before it is spoilt");
            let spoil: fn(&mut World) = $spoil;
            spoil(&mut world);
            assert_eq!(world.deliver().map(drop), Err(Refusal::$refusal), "TUF {}", $clause);
        }
    )*};
}

attacks! {
    // 5.2 and 5.3: the root.
    another_root_from_the_start, "5.2", UnknownRoot, |w| {
        w.resign("1.root.json", &["stranger"], |signed| {
            signed["keys"] = json!({ holder("stranger").id(): public("stranger") });
            for role in ["root", "targets", "snapshot", "timestamp"] {
                signed["roles"][role] = json!({ "keyids": [holder("stranger").id()], "threshold": 1 });
            }
        });
    };
    a_new_root_that_only_its_own_keys_signed, "5.3.4", WrongSignature, |w| {
        new_root(w, &["stranger"], take_over);
    };
    a_new_root_signed_by_too_few_of_the_old_keys, "5.3.4", WrongSignature, |w| {
        new_root(w, &["root-1"], |_| {});
    };
    a_new_root_signed_twice_by_one_of_the_old_keys, "5.3.4", WrongSignature, |w| {
        new_root(w, &["root-1", "root-1"], |_| {});
    };
    a_new_root_signed_by_one_old_key_and_a_stranger, "5.3.4", WrongSignature, |w| {
        new_root(w, &["root-1", "stranger"], |_| {});
    };
    a_new_root_that_its_own_keys_did_not_sign, "5.3.4", WrongSignature, |w| {
        new_root(w, &["root-1", "root-2"], |signed| {
            signed["keys"][holder("stranger").id()] = public("stranger");
            signed["roles"]["root"] = json!({ "keyids": [holder("stranger").id()], "threshold": 1 });
        });
    };
    a_new_root_that_counts_one_key_under_two_ids, "5.3.4", WrongSignature, |w| {
        new_root(w, &["root-1", "root-2"], |signed| {
            signed["keys"]["another-id"] = public("root-1");
            signed["roles"]["root"]["keyids"].as_array_mut().unwrap().push(json!("another-id"));
        });
    };
    a_new_root_that_needs_no_signature, "5.3.4", Malformed, |w| {
        new_root(w, &["root-1", "root-2"], |signed| signed["roles"]["timestamp"]["threshold"] = json!(0));
    };
    a_new_root_that_jumps_a_version, "5.3.5", Mixed, |w| {
        new_root(w, &["root-1", "root-2"], |signed| signed["version"] = json!(3));
    };
    a_new_root_that_is_the_old_one_again, "5.3.5", Rollback, |w| {
        let old = w.files["metadata/1.root.json"].clone();
        w.files.insert("metadata/2.root.json".to_owned(), old);
    };
    a_root_without_end, "5.3.2", TooLarge, |w| {
        w.files.insert("metadata/2.root.json".to_owned(), vec![b' '; 65 * 1024]);
    };
    a_new_root_without_a_timestamp_role, "5.3.8", Malformed, |w| {
        new_root(w, &["root-1", "root-2"], |signed| {
            signed["roles"].as_object_mut().unwrap().remove("timestamp");
        });
    };
    a_new_root_that_says_its_keys_are_for_development, "ours", DevelopmentKeys, |w| {
        new_root(w, &["root-1", "root-2"], |signed| signed["x-durumi-use"] = json!("development"));
    };
    a_new_root_that_does_not_say_what_its_keys_are_for, "ours", Malformed, |w| {
        new_root(w, &["root-1", "root-2"], |signed| {
            signed.as_object_mut().unwrap().remove("x-durumi-use");
        });
    };
    a_release_root_that_takes_in_a_key_that_everybody_has, "ours", DevelopmentKeys, |w| {
        new_root(w, &["root-1", "root-2"], |signed| signed["keys"]["d"] = development());
    };
    a_root_with_a_key_of_another_kind, "4.3", Malformed, |w| {
        new_root(w, &["root-1", "root-2"], |signed| {
            signed["keys"]["r"] = json!({ "keytype": "rsa", "scheme": "rsassa-pss-sha256", "keyval": { "public": "x" } });
        });
    };
    a_root_of_a_newer_specification, "4.3", NewerFormat, |w| {
        new_root(w, &["root-1", "root-2"], |signed| signed["spec_version"] = json!("2.0.0"));
    };
    a_timestamp_in_the_place_of_a_root, "4.3", Malformed, |w| {
        let timestamp = w.files["metadata/timestamp.json"].clone();
        w.files.insert("metadata/2.root.json".to_owned(), timestamp);
    };
    a_root_with_more_keys_than_anybody_needs, "ours", TooLarge, |w| {
        new_root(w, &["root-1", "root-2"], |signed| {
            for number in 0..80 {
                signed["keys"][format!("k{number}")] = public(&format!("k{number}"));
            }
        });
    };

    // 5.4: the timestamp.
    no_timestamp, "5.4.1", NothingHere, |w| drop(w.files.remove("metadata/timestamp.json"));
    a_timestamp_without_end, "5.4.1", TooLarge, |w| {
        w.files.insert("metadata/timestamp.json".to_owned(), vec![b'{'; 17 * 1024]);
    };
    a_timestamp_that_nobody_signed, "5.4.2", WrongSignature, |w| w.resign("timestamp.json", &[], |_| {});
    a_timestamp_that_a_stranger_signed, "5.4.2", WrongSignature, |w| {
        w.resign("timestamp.json", &["stranger"], |_| {});
    };
    a_timestamp_that_an_author_signed, "5.4.2", WrongSignature, |w| {
        w.resign("timestamp.json", &["author"], |_| {});
    };
    a_timestamp_changed_after_signing, "5.4.2", WrongSignature, |w| {
        w.edit("timestamp.json", |signed| signed["expires"] = json!("2099-01-01T00:00:00Z"));
    };
    a_signed_time_changed_after_signing, "5.4.2", WrongSignature, |w| {
        w.edit("timestamp.json", |signed| signed["x-durumi-signed-at"] = json!("2020-01-01T00:00:00Z"));
    };
    an_older_timestamp, "5.4.3.1", Rollback, |w| {
        w.resign("timestamp.json", &["publisher"], |signed| signed["version"] = json!(1));
        w.kept = kept_after_update();
    };
    two_timestamps_of_one_version, "5.4.3.1, ours", Mixed, |w| {
        w.resign("timestamp.json", &["publisher"], |signed| signed["version"] = json!(1));
    };
    a_newer_timestamp_with_an_older_snapshot, "5.4.3.2", Rollback, |w| {
        w.kept = kept_after_update();
        *w = World { kept: w.kept.clone(), ..World::new() };
        w.resign("timestamp.json", &["publisher"], |signed| signed["version"] = json!(9));
    };
    a_timestamp_of_the_end_of_numbers, "4.6", Malformed, |w| {
        w.resign("timestamp.json", &["publisher"], |signed| signed["version"] = json!(u64::MAX));
    };
    a_timestamp_of_version_zero, "4.6", Malformed, |w| {
        w.resign("timestamp.json", &["publisher"], |signed| signed["version"] = json!(0));
    };
    a_timestamp_without_a_time, "ours", Malformed, |w| {
        w.resign("timestamp.json", &["publisher"], |signed| {
            signed.as_object_mut().unwrap().remove("x-durumi-signed-at");
        });
    };

    // 5.5: the snapshot.
    a_snapshot_that_is_not_there, "5.5.1", Incomplete, |w| {
        let name = w.find(".snapshot.json");
        w.files.remove(&name);
    };
    a_snapshot_of_another_length_than_announced, "5.5.2", Mixed, |w| {
        let name = w.find(".snapshot.json");
        w.files.get_mut(&name).unwrap().push(b'\n');
    };
    a_snapshot_of_another_release, "5.5.2", Mixed, |w| {
        let (old, new) = ("metadata/1.snapshot.json", w.find(".snapshot.json"));
        let old = std::fs::read(w.disk.path().join(old)).unwrap();
        w.files.insert(new, old);
    };
    a_snapshot_that_a_stranger_signed, "5.5.3", WrongSignature, |w| {
        w.resign(".snapshot.json", &["stranger"], |_| {});
        w.vouch_for_snapshot();
    };
    a_snapshot_of_another_version_than_announced, "5.5.4", Mixed, |w| {
        w.resign(".snapshot.json", &["publisher"], |signed| signed["version"] = json!(7));
        let pin = w.json("timestamp.json")["signed"]["meta"]["snapshot.json"]["version"].clone();
        w.vouch_for_snapshot();
        w.resign("timestamp.json", &["publisher"], |signed| {
            signed["meta"]["snapshot.json"]["version"] = pin;
        });
    };
    a_snapshot_with_an_older_pack, "5.5.5", Rollback, |w| {
        w.kept = kept_after_update();
        let mut old = World::new();
        old.files.insert("metadata/9.snapshot.json".to_owned(), old.files["metadata/1.snapshot.json"].clone());
        old.resign("9.snapshot.json", &["publisher"], |signed| signed["version"] = json!(9));
        old.resign("timestamp.json", &["publisher"], |signed| signed["version"] = json!(9));
        old.vouch_for_snapshot();
        *w = World { kept: w.kept.clone(), ..old };
    };
    a_snapshot_from_which_a_pack_is_gone, "5.5.5", Mixed, |w| {
        w.resign(".snapshot.json", &["publisher"], |signed| {
            signed["meta"].as_object_mut().unwrap().remove("pack-starter.json");
        });
        w.vouch_for_snapshot();
    };
    a_snapshot_from_which_the_list_of_packs_is_gone, "5.5.5", Mixed, |w| {
        w.resign(".snapshot.json", &["publisher"], |signed| {
            signed["meta"].as_object_mut().unwrap().remove("targets.json");
        });
        w.vouch_for_snapshot();
    };
    a_snapshot_with_a_million_entries, "ours", TooLarge, |w| {
        let entries: Vec<_> = (0..1_000_000).map(|number| format!("\"k{number}\":1")).collect();
        let name = w.find(".snapshot.json");
        w.files.insert(name, format!("{{{}}}", entries.join(",")).into_bytes());
    };

    // 5.6: the list of packs, and the packs' roles.
    a_list_of_packs_that_the_publisher_signed, "5.6.3", WrongSignature, |w| {
        w.resign(".targets.json", &["publisher"], |signed| {
            signed["delegations"]["keys"][holder("stranger").id()] = public("stranger");
        });
        w.kept.files.remove("targets");
        w.vouch();
    };
    a_list_of_packs_of_another_hash, "5.6.2", Mixed, |w| {
        w.resign(".targets.json", &["targets"], |signed| signed["expires"] = json!("2030-01-01T00:00:00Z"));
        w.kept.files.remove("targets");
    };
    a_list_of_packs_with_targets_of_its_own, "ours", Malformed, |w| {
        relist(w, |signed| {
            signed["targets"] = json!({ "starter/catalogue.zst": { "length": 1, "hashes": { "sha256": "ab" } } });
        });
    };
    a_pack_that_may_sign_for_another, "5.6.7", Malformed, |w| {
        relist(w, |signed| signed["delegations"]["roles"][0]["paths"] = json!(["*/*"]));
    };
    a_pack_with_the_name_of_a_role, "5.6.7", Malformed, |w| {
        relist(w, |signed| signed["delegations"]["roles"][0]["name"] = json!("snapshot"));
    };
    a_pack_whose_name_leads_out_of_the_folder, "5.6.7", Malformed, |w| {
        relist(w, |signed| signed["delegations"]["roles"][0]["name"] = json!("pack-../../x"));
    };
    a_pack_that_is_listed_twice, "5.6.7", Malformed, |w| {
        relist(w, |signed| {
            let role = signed["delegations"]["roles"][0].clone();
            signed["delegations"]["roles"].as_array_mut().unwrap().push(role);
        });
    };
    a_thousand_packs, "ours", TooLarge, |w| {
        relist(w, |signed| {
            let role = signed["delegations"]["roles"][0].clone();
            let roles = signed["delegations"]["roles"].as_array_mut().unwrap();
            roles.extend((0..1000).map(|number| {
                let mut role = role.clone();
                role["name"] = json!(format!("pack-p{number}"));
                role["paths"] = json!([format!("p{number}/*")]);
                role
            }));
        });
    };
    a_pack_by_a_key_that_everybody_has, "ours", DevelopmentKeys, |w| {
        relist(w, |signed| signed["delegations"]["keys"]["d"] = development());
    };
    a_holder_whose_name_runs_backwards, "ours", Malformed, |w| {
        relist(w, |signed| {
            signed["delegations"]["keys"][holder("author").id()]["x-durumi-name"] = json!("UN \u{202e}HCR");
        });
    };
    a_pack_that_its_authors_did_not_sign, "5.6.3", WrongSignature, |w| {
        w.resign("pack-starter.json", &["publisher", "targets"], |_| {});
        w.vouch();
    };
    a_pack_signed_by_fewer_than_its_threshold, "5.6.3", WrongSignature, |w| {
        relist(w, |signed| {
            signed["delegations"]["keys"][holder("second").id()] = public("second");
            signed["delegations"]["roles"][0]["keyids"].as_array_mut().unwrap().push(json!(holder("second").id()));
            signed["delegations"]["roles"][0]["threshold"] = json!(2);
        });
    };
    a_pack_whose_role_is_not_there, "5.6.1", Incomplete, |w| {
        let name = w.find("pack-starter.json");
        w.files.remove(&name);
    };
    a_pack_of_another_version_than_announced, "5.6.4", Mixed, |w| {
        w.resign("pack-starter.json", &["author"], |signed| signed["version"] = json!(5));
        w.vouch();
    };
    a_pack_that_delegates_on, "ours", Malformed, |w| {
        w.resign("pack-starter.json", &["author"], |signed| {
            signed["delegations"] = json!({ "keys": {}, "roles": [] });
        });
        w.vouch();
    };
    a_pack_with_two_catalogues, "ours", Malformed, |w| {
        w.resign("pack-starter.json", &["author"], |signed| {
            signed["targets"]["other/catalogue.zst"] = signed["targets"]["starter/catalogue.zst"].clone();
        });
        w.vouch();
    };
    a_pack_whose_hash_leads_out_of_the_folder, "ours", Malformed, |w| {
        w.resign("pack-starter.json", &["author"], |signed| {
            signed["targets"]["starter/catalogue.zst"]["hashes"]["sha256"] = json!("../../../etc/passwd");
        });
        w.vouch();
    };
    a_catalogue_of_a_gigabyte, "ours", TooLarge, |w| {
        w.resign("pack-starter.json", &["author"], |signed| {
            signed["targets"]["starter/catalogue.zst"]["length"] = json!(1 << 30);
        });
        w.vouch();
    };

    // 5.7: catalogues and blobs.
    a_catalogue_that_is_not_there, "5.7.3", Incomplete, |w| {
        let name = w.find(".catalogue.zst");
        w.files.remove(&name);
    };
    a_catalogue_with_one_bit_turned, "5.7.3", Changed, |w| {
        let name = w.find(".catalogue.zst");
        w.files.get_mut(&name).unwrap()[20] ^= 1;
    };
    a_catalogue_cut_off, "5.7.3", Changed, |w| {
        let name = w.find(".catalogue.zst");
        w.files.get_mut(&name).unwrap().pop();
    };
    a_catalogue_with_something_after_it, "5.7.3", TooLarge, |w| {
        let name = w.find(".catalogue.zst");
        w.files.get_mut(&name).unwrap().push(b' ');
    };
    the_catalogue_of_another_pack, "ours", Malformed, |w| {
        let author = w.author();
        let other = pack("other", 9);
        let json = zstd::bulk::compress(other.catalogue_json(), 19).unwrap();
        let hash = durumi_packs::Sha256::of(&json);
        drop(author);
        w.files.insert(format!("targets/starter/{hash}.catalogue.zst"), json.clone());
        w.resign("pack-starter.json", &["author"], |signed| {
            signed["targets"]["starter/catalogue.zst"] =
                json!({ "length": json.len(), "hashes": { "sha256": hash.to_string() }, "custom": { "unpacked": other.catalogue_json().len() } });
        });
        w.vouch();
    };
    a_catalogue_that_unpacks_to_more_than_was_signed, "ours", Malformed, |w| {
        w.resign("pack-starter.json", &["author"], |signed| {
            signed["targets"]["starter/catalogue.zst"]["custom"]["unpacked"] = json!(10);
        });
        w.vouch();
    };
    a_blob_that_is_not_there, "5.7.3", Incomplete, |w| {
        let name = w.find(".zst");
        w.files.remove(&name);
    };
    a_blob_with_one_bit_turned, "5.7.3", Changed, |w| {
        let name = w.find(".zst");
        *w.files.get_mut(&name).unwrap().last_mut().unwrap() ^= 0x80;
    };
    a_blob_cut_off, "5.7.3", Changed, |w| {
        let name = w.find(".zst");
        w.files.get_mut(&name).unwrap().pop();
    };
    a_blob_without_end, "5.7.3", TooLarge, |w| {
        let name = w.find(".zst");
        w.files.insert(name, vec![0; 1 << 20]);
    };
    a_blob_that_unpacks_to_more_than_was_signed, "ours", Malformed, |w| {
        sign_blob(w, &zstd::bulk::compress(&vec![b' '; 8 << 20], 19).unwrap(), 100);
    };
    a_blob_that_is_no_article, "ours", Malformed, |w| {
        sign_blob(w, &zstd::bulk::compress(b"{\"id\":\"new\"}", 19).unwrap(), 12);
    };
}

/// A stranger with an old program's data is refused; the same stranger with an old key that was withdrawn, too.
#[test]
fn a_key_that_was_withdrawn_signs_no_more() {
    let mut world = World::with_update();
    let mut next = roles();
    next.publish = vec![holder("second-publisher")];
    let author = world.author();
    author.draft_roles(&next, when(2)).unwrap();
    author.sign(&key("root-2")).unwrap();
    author.sign(&key("root-3")).unwrap();
    // The old publisher's files with the new root beside them.
    let root = std::fs::read(world.disk.path().join("metadata/2.root.json")).unwrap();
    world.files.insert("metadata/2.root.json".to_owned(), root);
    assert_eq!(world.deliver().map(drop), Err(Refusal::WrongSignature));
    // And a client that knows the new root is not taken back before it.
    author.release(&key("second-publisher"), when(2)).unwrap();
    let old = world.files.clone();
    world.files = author.published().unwrap();
    world.kept = crate::world::state_of(world.offer().unwrap());
    world.files = old;
    world.files.remove("metadata/2.root.json");
    assert_eq!(world.deliver().map(drop), Err(Refusal::WrongSignature));
}

/// 5.3.11: keys that were stolen and used to sign an absurdly high version are withdrawn, and things go on.
#[test]
fn after_a_fast_forward_attack_new_keys_start_over() {
    let mut world = World::with_update();
    world.resign("timestamp.json", &["publisher"], |signed| {
        signed["version"] = json!(999_999_999);
    });
    world.kept = crate::world::state_of(world.offer().unwrap());
    let mut next = roles();
    next.publish = vec![holder("second-publisher")];
    let author = world.author();
    author.draft_roles(&next, when(2)).unwrap();
    author.sign(&key("root-1")).unwrap();
    author.sign(&key("root-2")).unwrap();
    author.release(&key("second-publisher"), when(2)).unwrap();
    world.files = author.published().unwrap();
    assert!(world.deliver().is_ok());
}

/// 5.3: the keys of the root are all exchanged in two steps, and a client that missed both follows.
#[test]
fn a_client_that_was_away_follows_the_chain_of_roots() {
    let mut world = World::with_update();
    let mut second = roles();
    second.root = vec![holder("root-3"), holder("root-4"), holder("root-5")];
    world.rotate(&second, &["root-1", "root-2", "root-3", "root-4"], 2);
    let mut third = second.clone();
    third.root = vec![holder("root-6"), holder("root-7")];
    world.rotate(&third, &["root-4", "root-5", "root-6", "root-7"], 3);
    assert!(world.deliver().is_ok());
}

#[test]
fn development_and_release_do_not_trust_each_other() {
    let disk = tempfile::tempdir().unwrap();
    let author = durumi_packs::trust::Author::at(disk.path());
    author.sign_for_development(&pack("starter", 1), when(0)).unwrap();
    let mut world = World::with_update();
    let release = world.anchor.clone();
    world.kept = durumi_packs::trust::TrustState::default();
    world.files = author.published().unwrap();
    assert_eq!(world.offer().map(drop), Err(Refusal::UnknownRoot));
    world.anchor = durumi_packs::trust::Anchor::development();
    let offer = world.offer().unwrap();
    assert_eq!(
        offer.packs()[0].signed.purpose,
        durumi_packs::trust::Use::Development
    );
    assert_eq!(release.purpose(), durumi_packs::trust::Use::Release);
}

fn kept_after_update() -> durumi_packs::trust::TrustState {
    let mut world = World::new();
    world.release(2, 1);
    world.release(3, 2);
    crate::world::state_of(world.offer().unwrap())
}

fn public(name: &str) -> Value {
    serde_json::from_slice(&holder(name).to_json()).unwrap()
}

fn development() -> Value {
    let holder = durumi_packs::trust::Holder {
        key: development_key(1).public(),
        name: String::new(),
    };
    serde_json::from_slice(&holder.to_json()).unwrap()
}

/// Puts a second root on the carrier, made from the first.
pub fn new_root(world: &mut World, signers: &[&str], change: impl FnOnce(&mut Value)) {
    let first = world.files["metadata/1.root.json"].clone();
    world.files.insert("metadata/2.root.json".to_owned(), first);
    world.resign("2.root.json", signers, |signed| {
        signed["version"] = json!(2);
        change(signed);
    });
}

fn take_over(signed: &mut Value) {
    signed["keys"] = json!({ holder("stranger").id(): public("stranger") });
    for role in ["root", "targets", "snapshot", "timestamp"] {
        signed["roles"][role] = json!({ "keyids": [holder("stranger").id()], "threshold": 1 });
    }
}

/// Whoever lists the packs has signed something else, and the publisher puts it out.
fn relist(world: &mut World, change: impl FnOnce(&mut Value)) {
    let name = world.find(".targets.json");
    let old = world.files.remove(&name).unwrap();
    world.files.insert("metadata/2.targets.json".to_owned(), old);
    world.resign(".targets.json", &["targets"], |signed| {
        signed["version"] = json!(2);
        change(signed);
    });
    world.vouch();
}

/// The authors themselves sign a bad blob in the place of an article.
fn sign_blob(world: &mut World, blob: &[u8], unpacked: usize) {
    let hash = durumi_packs::Sha256::of(blob);
    let packed = &world.files[&world.find(".catalogue.zst")];
    let json = zstd::bulk::decompress(packed, 1 << 20).unwrap();
    let mut catalogue: Value = serde_json::from_slice(&json).unwrap();
    catalogue["blobs"][0]["sha256"] = json!(hash.to_string());
    catalogue["blobs"][0]["size"] = json!(blob.len());
    catalogue["blobs"][0]["unpacked"] = json!(unpacked);
    // Fields in the order of the format.
    let parsed: durumi_packs::Catalogue = serde_json::from_value(catalogue).unwrap();
    let plain = serde_json::to_vec(&parsed).unwrap();
    let json = zstd::bulk::compress(&plain, 19).unwrap();
    let name = durumi_packs::Sha256::of(&json);
    world
        .files
        .insert(format!("targets/starter/{name}.catalogue.zst"), json.clone());
    world.files.insert(format!("blobs/{hash}.zst"), blob.to_vec());
    world.resign("pack-starter.json", &["author"], |signed| {
        signed["targets"]["starter/catalogue.zst"] =
            json!({ "length": json.len(), "hashes": { "sha256": name.to_string() }, "custom": { "unpacked": plain.len() } });
    });
    world.vouch();
}
