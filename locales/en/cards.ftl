# Cards to show to somebody.

cards-title = Cards to show
cards-about = Press a card and its Russian words fill the screen. You need not speak; showing is enough.
cards-groups = Kinds of card
cards-danger = Dangerous if the wrong person sees it
cards-group-all = All
cards-group-protection = Asylum and protection
cards-group-police = Police
cards-group-court = Court and offices
cards-group-health = Doctor
cards-group-work = Work
cards-group-daily = Daily needs
