# Searching the library and, while it is open, the notebook.

search-label = What are you looking for?
search-hint = Write in Korean, Russian or English. The search begins with the first letter.
search-hint-unlocked = Searches the library and your notebook together.
search-clear = Clear
search-results = Results
search-count =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
search-first = The { $count } best results
search-more = Show more results
search-none = Nothing found yet.
search-none-help = Try a shorter or another word: asylum, passport, wages, lawyer
search-kind-article = Article
search-kind-contact = Contact
search-kind-phrase = Card
search-kind-place = Town
search-kind-case = Case in the notebook
search-kind-note = Note in the notebook
