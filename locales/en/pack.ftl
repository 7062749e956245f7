# What is wrong with the source of a pack, and what to do.
pack-problem-unreadable = This file or folder cannot be read. Check that it is there and that you may open it.
pack-problem-symbolic-link = This is a link to another place. Put the file itself here.
pack-problem-too-large = This is too large. Make it shorter or split it.
pack-problem-unknown-file = This file has no place here. Remove it or correct its name.
pack-problem-not-utf8 = The file is not UTF-8. Save it again as UTF-8.
pack-problem-not-nfc = Letters here are written in parts (not NFC). Convert the text to NFC and save it again.
pack-problem-control-character = Here is a character that nobody sees and that changes the text. Delete it.
pack-problem-bad-toml = The file cannot be read as TOML. Look at this line for a missing quotation mark or bracket.
pack-problem-unknown-field = The format does not know this field. Correct its name or remove it.
pack-problem-missing-field = This field is missing or empty. Fill it in.
pack-problem-bad-value = This value is not allowed. See the format for what may stand here.
pack-problem-no-manifest = There is no pack.toml. Add it at the top of the folder.
pack-problem-unknown-format = This program does not know this format. Use a newer program or write format = 1.
pack-problem-no-article = The pack has no article. Add at least one.
pack-problem-bad-slug = This name is not allowed. Use 1 to 64 of a-z, 0-9 and the hyphen.
pack-problem-duplicate-id = This name is already taken. Choose another one.
pack-problem-missing-language = The text is missing in this language. Add it.
pack-problem-extra-language = The pack does not have this language. Remove the text or add the language to pack.toml.
pack-problem-no-title = The article needs exactly one title, as its first line: “# Title”.
pack-problem-empty-block = Here is a mark without text. Write the text or delete the mark.
pack-problem-blocks-differ = The languages do not have the same parts in the same order. Make them alike from here on.
pack-problem-no-source = It is not said what this rests on. Name the source.
pack-problem-no-date = There is no date of the check, or none for the next one. Add the date.
pack-problem-fact-count = The list of facts needs one entry for each block of the text. Add or remove entries.
pack-problem-unknown-fact = This fact is not in sources.toml. Add it there or correct the id.
pack-problem-memory-fact = This fact is from memory. Find a source or leave it out.
pack-problem-cite-of-labelled = Readers must not see the name of this publisher. Remove the cite.
pack-problem-link-shipped = Web addresses of sources must not go into a pack. Set ship_link to false.
pack-problem-link-in-text = Here is a web address, and this pack refuses them. Remove it.
pack-problem-phone-unverified = A phone needs the day its source was read and the day it expires. Add both or remove the phone.
pack-problem-address-unverified = An address needs the day it expires. Add it or remove the address.
pack-problem-missing-risk = A contact must say what to be careful about. Write it.
pack-problem-false-synonym = A word that means something else in the other Korea must not be a synonym. Take it out.
pack-problem-unknown-contact = There is no such contact in contacts.toml. Correct the id or remove it.
pack-problem-avoid-linked = This contact is one to stay away from. A place must not lead there: remove the link and say it in the warning.

# What is in a pack.
pack-count-articles = Articles: { $count }
pack-count-languages = Languages: { $count }
pack-count-blocks = Blocks of text: { $count }
pack-count-facts = Facts: { $count }
pack-count-contacts = Contacts: { $count }
pack-count-phones = Phone numbers: { $count }
pack-count-phrases = Cards: { $count }
pack-count-places = Places: { $count }
pack-count-terms = Glossary words: { $count }
pack-count-synonyms = Groups of synonyms: { $count }
