# Time limits: from the day something happened to the last day.

deadlines-title = Time limits
deadlines-hint = Choose what happened and see the last day
deadlines-about = Choose what happened and write the day. You see the last day. What you choose and write here is not kept.
deadlines-empty = This library has no time limits.
deadlines-what = What happened?
deadlines-other = Choose something else
deadlines-day = On which day?
deadlines-day-hint = For example 2026-11-24
deadlines-day-unreadable = This day cannot be read. Write it like 2026-11-24.
deadlines-day-ahead = This day is still ahead. Check the date.
deadlines-last-person = Do it at the latest on { $day }
deadlines-last-office = The answer is due at the latest on { $day }
deadlines-last-paper = The paper’s last day: { $day }
deadlines-left = Days left: { $days }
deadlines-today = The last day is today.
deadlines-over = This day is over. Do not wait: ask a lawyer at once what can still be done.
deadlines-hours-may-be-left = Do it now: the time may not be over yet.
deadlines-hours-over = The time is over. Do not wait: read below what to be careful about, and ask a lawyer at once what can still be done.
deadlines-how-early = Counted to the earliest day. By law there may be a few days more. Do not rely on them.
deadlines-how-hours = The hours run from the hour when it happened. Do not wait for the end of the day.
deadlines-how-late = Counted to the latest day. The answer may come earlier.
deadlines-no-holidays = Public holidays are not known here: Monday to Friday are counted as working days. With holidays the real day may be later.
deadlines-review-due = This time limit was due to be checked again. The law may have changed. Ask a lawyer.
deadlines-rests-on = What this time limit rests on
