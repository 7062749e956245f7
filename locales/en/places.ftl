# Towns, and who can be turned to from there.

places-title = Towns
places-about = Choose the town where you are. Its page says who can be turned to from there and what to be careful about.
places-offices = Towns with offices
places-others = Other towns and settlements
places-here = In this town
places-elsewhere = Serving from elsewhere
places-nobody = The library names nobody for this town.
places-as-of = what was read on { $day }
