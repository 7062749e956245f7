# Time limits: from the day something happened to the last day.

deadlines-title = 기한
deadlines-hint = 무슨 일이 있었는지 고르면 마지막날이 나옵니다
deadlines-about = 무슨 일이 있었는지 고르고 그 날자를 쓰십시오. 마지막날이 나옵니다. 여기에 고르거나 쓴것은 보관되지 않습니다.
deadlines-empty = 이 안내에는 기한이 없습니다.
deadlines-what = 무슨 일이 있었습니까?
deadlines-other = 다른 일 고르기
deadlines-day = 언제 있었습니까?
deadlines-day-hint = 례: 2026-11-24
deadlines-day-unreadable = 날자를 알아볼수 없습니다. 2026-11-24처럼 써주십시오.
deadlines-day-ahead = 이날은 아직 오지 않았습니다. 날자를 다시 보십시오.
deadlines-last-person = 늦어도 이날까지 하십시오: { $day }
deadlines-last-office = 이날까지 대답이 있어야 합니다: { $day }
deadlines-last-paper = 문건의 마지막날: { $day }
deadlines-left = 남은 날: { $days }
deadlines-today = 오늘이 마지막날입니다.
deadlines-over = 이날은 지났습니다. 기다리지 마십시오. 지금 무엇을 할수 있는지 곧 변호사에게 물어보십시오.
deadlines-hours-may-be-left = 아직 다 지나지 않았을수 있습니다. 지금 곧 하십시오.
deadlines-hours-over = 시간이 다 지났습니다. 기다리지 마십시오. 아래의 주의할 점을 읽고 지금 무엇을 할수 있는지 곧 변호사에게 물어보십시오.
deadlines-how-early = 가장 이른 날로 세였습니다. 법으로는 며칠 더 있을수 있습니다. 그것을 믿지 마십시오.
deadlines-how-hours = 그 일이 있은 때부터 시간으로 셉니다. 그날이 끝날 때까지 기다리지 마십시오.
deadlines-how-late = 가장 늦은 날로 세였습니다. 대답은 더 일찍 나올수 있습니다.
deadlines-no-holidays = 명절을 알수 없어 월요일부터 금요일까지를 로동일로 세였습니다. 명절이 있으면 실지 날자는 더 늦을수 있습니다.
deadlines-review-due = 이 기한은 다시 확인할 날이 지났습니다. 법이 바뀌였을수 있습니다. 변호사에게 물어보십시오.
deadlines-rests-on = 이 기한의 근거
