# Articles: the list, and reading one in one or two languages.

library-title = Your rights
library-empty = The library is empty.
library-group-stopped = If you are stopped or held
library-group-asylum = If you want to ask for asylum
library-group-ill = If you are ill or hurt
library-group-refused = If you were refused
library-group-detained = If you are in detention
library-group-worker = For workers
library-group-new = For newcomers
library-group-helper = For those who help
library-group-other = Other
library-checked = Checked on { $day }
library-reviewed = Reviewed by { $name }
library-unreviewed = Not yet reviewed by a lawyer
library-review-due = This article was due to be checked again. The law may have changed. Before you act, ask a lawyer or somebody you trust.
library-other-language = This article does not exist in your language. It is shown in { $language }.
library-beside = Second language beside
library-beside-none = None
library-show-this = Show this
library-caution = Caution
library-caution-medium = Not checked against the official text. Ask a lawyer.
library-caution-low = Only reported. Not confirmed.
library-rests-on = What this article rests on
